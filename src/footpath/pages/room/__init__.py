"""The room's page, and its second door."""
