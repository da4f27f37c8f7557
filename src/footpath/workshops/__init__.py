"""Workshops: making one, its links and doors, and the pages on the way in."""
