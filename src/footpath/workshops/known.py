"""Whom the pages know: devices and accounts that a page has let in, and links that have opened one.

Whoever shows the same again waits for nobody who is not known. Nothing is let in by this: each page looks for itself.
"""

import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from footpath.workshops.doors import PAID

MOST = 50_000
"""So many are remembered; what was shown longest ago is forgotten first, and known again by its next page."""
REFUSED = 400
_COOKIE = re.compile(rb"=([0-9]{1,10}\.[0-9a-f]{40}|[0-9a-z]{32})(?=;|$)")
"""What a device shows, and what an account's browser does."""
_LINK = re.compile(r"/w/[^/]+/(?:join|wall|outline|me|mine|made)/[0-9a-f]{40}(?=[/.]|$)")

_known: OrderedDict[bytes, None] = OrderedDict()
_lock = threading.Lock()


class Knowing:
    """Remembers who was let in; stands where sessions and accounts are known."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand around the views."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Remember by what somebody was let in, once it is known."""
        response = self.get_response(request)
        shown = [request.META[PAID].encode()] if PAID in request.META else []
        account = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        if account and request.user.is_authenticated:
            shown.append(account.encode())
        if response.status_code < REFUSED and (link := _LINK.match(request.path)):
            shown.append(link[0].encode())
        if shown:
            _remember(shown)
        return response


def _remember(shown: Iterable[bytes]) -> None:
    with _lock:
        for one in shown:
            _known[one] = None
            _known.move_to_end(one)
        while len(_known) > MOST:
            _known.popitem(last=False)


def device_of(cookies: bytes) -> bytes | None:
    """What a device or an account that is known has shown."""
    return next((one for one in _COOKIE.findall(cookies) if one in _known), None)


def link_of(path: str) -> bytes | None:
    """The link that a page is opened by, where it has opened one before."""
    found = _LINK.match(path)
    return found[0].encode() if found and found[0].encode() in _known else None
