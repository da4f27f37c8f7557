"""A server that strangers come to, and a group that is at work on it."""

from serving_fixtures import database, doors, fresh_server, server  # noqa: F401
