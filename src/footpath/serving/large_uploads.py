"""Who may send more than others: whoever is signed in, where a form takes a file."""

import asyncio
from collections.abc import MutableMapping
from io import BytesIO
from typing import Any, cast

from django.contrib.auth import get_user
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse

from footpath.limits.attempts import networks_of
from footpath.limits.turns import Turns, times
from footpath.limits.uploads import ORDINARY, declared_at
from footpath.serving.views_in_turn import ViewsInTurn

_looking = Turns(2, times(2))
"""Looking who sends much takes a thread and the database: site by site, with a rest, as
pages for strangers.
"""


async def largest_for(scope: MutableMapping[str, Any]) -> int:
    """Bytes of the largest body that whoever sends this request may send there."""
    declared = declared_at(scope["path"])
    if declared > ORDINARY:
        networks = networks_of((scope.get("client") or ("",))[0])
        async with _looking.turn((networks[-1], networks[0])):
            return declared if await asyncio.to_thread(_is_signed_in, scope) else ORDINARY
    return ORDINARY


def _is_signed_in(scope: MutableMapping[str, Any]) -> bool:
    return (
        ViewsInTurn(cast(Any, SessionMiddleware(_who)))(ASGIRequest(scope, BytesIO())).status_code
        == 204
    )


def _who(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=204 if get_user(request).is_authenticated else 403)
