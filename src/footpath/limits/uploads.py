"""Which forms take more than others: the view says so itself."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeVar

from django.urls import Resolver404, resolve

ORDINARY = 256 * 1024
"""Bytes of any request's body: a form's words, or a command."""
_DECLARED = "footpath_takes_a_file_of"

View = TypeVar("View", bound=Callable[..., Any])
LargestFor = Callable[[MutableMapping[str, Any]], Awaitable[int]]
"""Bytes of the largest body that whoever sends the request of a scope may send there."""


def takes_a_file(largest: int) -> Callable[[View], View]:
    """The view's form takes a file of so many bytes beside its fields, from
    whoever is signed in.
    """

    def declare(view: View) -> View:
        setattr(view, _DECLARED, largest)
        return view

    return declare


def declared_at(path: str) -> int:
    """Bytes of the largest body that somebody signed in may send there."""
    try:
        view = resolve(path).func
    except Resolver404:
        return ORDINARY
    return ORDINARY + int(getattr(view, _DECLARED, 0))
