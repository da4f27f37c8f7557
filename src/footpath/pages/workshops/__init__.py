"""The way in: making a workshop, its links, and arriving."""
