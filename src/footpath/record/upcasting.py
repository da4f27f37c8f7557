"""Entries of earlier releases, read as today's: one function for each change of
meaning, oldest first.
"""

from collections.abc import Callable
from typing import Any

Upcast = Callable[[dict[str, Any]], dict[str, Any]]

UPCASTS: dict[str, Upcast] = {}
"""By the stored name of the kind. Empty while every release writes what it reads."""


def today(stored: dict[str, Any]) -> dict[str, Any]:
    """The stored fields as this release would have written them."""
    upcast = UPCASTS.get(str(stored.get("type")))
    return upcast(stored) if upcast is not None else stored
