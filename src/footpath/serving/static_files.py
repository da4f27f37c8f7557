"""Styles, scripts and fonts, given out from memory before a page's thread is asked for.

WhiteNoise knows the files and says with which headers each goes out; here they only leave. They are
the same for everybody, so nobody's cookie or name of the server matters to them. A site that asks
without end is slowed down.
"""

import asyncio
from collections import OrderedDict

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from whitenoise.middleware import WhiteNoiseMiddleware

from footpath.limits.attempts import networks_of
from footpath.limits.budgets import Budget

_ASKED = {
    b"accept-encoding": "HTTP_ACCEPT_ENCODING",
    b"if-none-match": "HTTP_IF_NONE_MATCH",
    b"if-modified-since": "HTTP_IF_MODIFIED_SINCE",
}
"""The headers that change the answer. Who asks for a part of a file gets it whole, as may be."""
_PIECE = 64 * 1024
AT_ONCE, PER_SECOND = 20_000.0, 1_000.0
"""Files for one IPv4 address or IPv6 site: a thousand people behind it with all that a room needs,
and fifty more a second.
"""
MOST_NETWORKS = 4_000


def _no_page(_request: HttpRequest) -> HttpResponse:
    raise NotImplementedError


class StaticFiles:
    """Stands before the pages."""

    def __init__(self, app: ASGIApp) -> None:
        """Know every file; each is read when it is first asked for."""
        self.app = app
        self._files = WhiteNoiseMiddleware(_no_page).files
        self._read: dict[tuple[str, str], bytes] = {}
        self._budgets: OrderedDict[str, Budget] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Give out the file that is asked for; what is none is a page."""
        path = scope["path"]
        if path not in self._files or (settings.HTTPS and scope["scheme"] == "http"):
            await self.app(scope, receive, send)
            return
        await self._not_without_end(scope)
        asked = {
            _ASKED[name]: value.decode("latin-1")
            for name, value in scope["headers"]
            if name in _ASKED
        }
        answer = self._files[path].get_response(
            "HEAD" if scope["method"] == "GET" else scope["method"], asked
        )
        headers = [
            (name.lower().encode(), value.encode("latin-1")) for name, value in answer.headers
        ]
        await send(
            {"type": "http.response.start", "status": int(answer.status), "headers": headers}
        )
        has_body = scope["method"] == "GET" and any(
            name == b"content-length" for name, _ in headers
        )
        body = memoryview(self._whole(path, asked, dict(headers)) if has_body else b"")
        for start in range(0, max(len(body), 1), _PIECE):
            last = start + _PIECE >= len(body)
            await send(
                {
                    "type": "http.response.body",
                    "body": body[start : start + _PIECE],
                    "more_body": not last,
                }
            )

    async def _not_without_end(self, scope: Scope) -> None:
        network = networks_of((scope.get("client") or ("",))[0])[-1]
        budget = self._budgets.setdefault(network, Budget(AT_ONCE, PER_SECOND))
        self._budgets.move_to_end(network)
        if len(self._budgets) > MOST_NETWORKS:
            self._budgets.popitem(last=False)
        budget.charge(1)
        if wait := budget.wait():
            await asyncio.sleep(wait)

    def _whole(self, path: str, asked: dict[str, str], headers: dict[bytes, bytes]) -> bytes:
        """A file as it goes out in an encoding."""
        key = path, headers.get(b"content-encoding", b"").decode()
        if key not in self._read:
            with self._files[path].get_response("GET", asked).file as file:
                self._read[key] = file.read()
        return self._read[key]
