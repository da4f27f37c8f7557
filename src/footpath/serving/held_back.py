"""Who asked for very much at once is told to wait: in a sentence, and at next to no cost while
they go on asking.
"""

import asyncio
import json
import re
import time
from collections.abc import Callable
from math import ceil

from django.http import HttpRequest, HttpResponse, JsonResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from footpath.limits import known
from footpath.limits.budgets import TOO_FAST, VeryMuchAtOnce
from footpath.pages import failing

SHORTEST = 2
"""Seconds for which somebody is held back at least, so that afterwards there is
something to spend again.
"""
MOST_HELD = 10_000
MOST_WAITING = 500
"""Requests that wait before they are answered, so that a flood costs its sender time; more
are answered at once.
"""
_DEVICE = re.compile(rb"[0-9]{1,10}\.[0-9a-f]{40}")
_READ_BY_PROGRAMS = ("/commands", "/ticket", "/door")
_TOO_MUCH = "footpath.too-much"
"""Where the scope of a request whose sender has nothing left says so."""

_held: dict[bytes, float] = {}
"""Until when a device is held back, by its cookie: only who was known by it gets in here."""


class HoldingBack:
    """Turns VeryMuchAtOnce into 429 with its sentence, and remembers the device."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand around the views."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Whose budget was spent before their page was asked is told at once."""
        much = getattr(request, "scope", {}).get(_TOO_MUCH)
        return self.get_response(request) if much is None else self._told(request, much)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Say it in the way in which it is read."""
        if not isinstance(exception, VeryMuchAtOnce):
            return None
        if known.PAID in request.META:  # their own budget, not that of a network
            _hold(request.META.get("HTTP_COOKIE", "").encode(), exception)
        return self._told(request, exception)

    def _told(self, request: HttpRequest, much: VeryMuchAtOnce) -> HttpResponse:
        if request.path.endswith(_READ_BY_PROGRAMS):
            response: HttpResponse = JsonResponse({"fault": None, "why": TOO_FAST}, status=429)
        else:
            response = failing.too_many(request)
        response["Retry-After"] = str(_seconds(much))
        response["Cache-Control"] = "no-store"
        return response


def _seconds(much: VeryMuchAtOnce) -> int:
    return max(SHORTEST, ceil(much.wait))


def _hold(cookie: bytes, much: VeryMuchAtOnce) -> None:
    now = time.monotonic()
    if len(_held) > MOST_HELD:
        for device in [device for device, until in _held.items() if until < now]:
            del _held[device]
    for device in _DEVICE.findall(cookie):
        _held[device] = now + _seconds(much)


class InFrontOfDjango:
    """Answers devices that are held back before any page is asked; the others pay,
    whatever page it will be.

    So also who asks for what is not there, or for what anybody may read, does it out
    of their own budget.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand in front of the application."""
        self.app = app
        self._waiting = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on whoever is not held back."""
        wait = _wait_of(scope) if _held else 0.0
        if wait <= 0:
            _pay(scope)
            await self.app(scope, receive, send)
            return
        if self._waiting < MOST_WAITING:
            self._waiting += 1
            try:
                await asyncio.sleep(wait)
            finally:
                self._waiting -= 1
        body = json.dumps({"fault": None, "why": TOO_FAST}).encode()
        headers = [
            (b"content-type", b"application/json"),
            (b"content-length", str(len(body)).encode()),
            (b"retry-after", str(SHORTEST).encode()),
            (b"cache-control", b"no-store"),
        ]
        await send({"type": "http.response.start", "status": 429, "headers": headers})
        await send({"type": "http.response.body", "body": body})


def _pay(scope: Scope) -> None:
    if (payer := known.payer_of(scope)) is None:
        return
    scope[known.PASSED] = payer
    try:
        payer.pay()
    except VeryMuchAtOnce as much:
        scope[_TOO_MUCH] = much
        _hold(payer.shown.encode(), much)


def _wait_of(scope: Scope) -> float:
    """For how many seconds the request's device is still held back."""
    if not scope["path"].startswith("/w/"):
        return 0.0
    until = max(
        (_held.get(device, 0.0) for device in _DEVICE.findall(known.cookies_of(scope))), default=0.0
    )
    return until - time.monotonic()
