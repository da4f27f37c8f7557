"""A server on the database that the tests were asked to run on."""

from serving_fixtures import database, doors, fresh_server, server  # noqa: F401
