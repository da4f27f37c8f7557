"""Which forms take more than others, and from whom: the view says so itself."""

import asyncio
from collections.abc import Callable, MutableMapping
from io import BytesIO
from typing import Any, TypeVar, cast

from django.contrib.auth import get_user
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from footpath.config.turns import InTurn
from footpath.limits.turns import Turns, times
from footpath.workshops.attempts import networks_of

ORDINARY = 256 * 1024
"""Bytes of any request's body: a form's words, or a command."""
_DECLARED = "footpath_takes_a_file_of"

_looking = Turns(2, times(2))
"""Looking who sends much takes a thread and the database: site by site, with a rest, as pages for strangers."""

View = TypeVar("View", bound=Callable[..., Any])


def takes_a_file(largest: int) -> Callable[[View], View]:
    """The view's form takes a file of so many bytes beside its fields, from whoever is signed in."""

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


async def largest_for(scope: MutableMapping[str, Any]) -> int:
    """Bytes of the largest body that whoever sends this request may send there."""
    declared = declared_at(scope["path"])
    if declared > ORDINARY:
        networks = networks_of((scope.get("client") or ("",))[0])
        async with _looking.turn((networks[-1], networks[0])):
            return declared if await asyncio.to_thread(_is_signed_in, scope) else ORDINARY
    return ORDINARY


def _is_signed_in(scope: MutableMapping[str, Any]) -> bool:
    return InTurn(cast(Any, SessionMiddleware(_who)))(ASGIRequest(scope, BytesIO())).status_code == 204


def _who(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=204 if get_user(request).is_authenticated else 403)
