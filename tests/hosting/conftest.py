"""Hosting: servers that are started as whoever hosts Footpath starts them."""

from serving_fixtures import database, doors, fresh_server, server

__all__ = ["database", "doors", "fresh_server", "server"]
