"""The first run, and an organisation's own pages."""
