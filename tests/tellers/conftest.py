"""A server for what stores something."""

from serving_fixtures import database, doors, fresh_server, server  # noqa: F401
