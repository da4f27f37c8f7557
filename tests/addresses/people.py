"""Whom every address is tried with, and what many rows share."""

PEOPLE = ("stranger", "guest", "scribe", "observer", "facilitator", "removed")
"""For each address a row says what GET (or POST, where only that is answered) gives each of
them, in this order.
"""
EVERYBODY, MEMBERS, FACILITATORS = (
    "200 200 200 200 200 200",
    "404 200 200 200 200 404",
    "404 404 404 404 200 404",
)
NOBODY = "404 404 404 404 404 404"
