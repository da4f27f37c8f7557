"""Serving: pages and files in their turn, so that whoever asks without end takes nobody's time."""
