"""Convening a workshop, and the page of its notice."""
