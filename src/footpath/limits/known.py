"""Whom the pages know: devices and accounts that a page has let in, and links that have opened one.

Whoever shows the same again waits for nobody who is not known. Nothing is let in by this: each page
looks for itself. A device counts only by its cookie's own name, and passes by all turns only below
its own workshop, where it pays.
"""

import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from footpath.limits.budgets import REQUEST, Whom, budget_of

PAID = "footpath.paid"
"""Where the META of a request whose person a view has known has who paid for it."""
PASSED = "footpath.passed"
"""Where the scope of a request that was paid for before its page was asked has who did."""
MOST = 50_000
"""So many are remembered; what was shown longest ago is forgotten first, and known
again by its next page.
"""
REFUSED = 400
_ACCOUNT = re.escape(settings.SESSION_COOKIE_NAME.encode())
_COOKIE = re.compile(
    rb"(?:^|; ?)(footpath-[0-9a-z-]{1,64}=[0-9]{1,10}\.[0-9a-f]{40}|"
    + _ACCOUNT
    + rb"=[0-9a-z]{32})(?=;|$)"
)
"""What a device shows, and what an account's browser does."""
_LINK = re.compile(r"/w/[^/]+/(?:join|wall|outline|me|mine|made)/[0-9a-f]{40}(?=[/.]|$)")


class Payer(NamedTuple):
    """Out of whose budget a request comes, and the cookie that they showed, as `name=value`."""

    shown: str
    address: str
    workshop: int
    whom: Whom

    def pay(self) -> None:
        """One request.

        Raises:
            VeryMuchAtOnce: when they asked for more than their budget holds.
        """
        budget_of(self.workshop, self.whom).spend(REQUEST)

    @property
    def since(self) -> int:
        """Smaller for who was known earlier: the numbers of persons, and of
        registrations, count up.
        """
        return int(str(self.whom).rpartition(" ")[2])

    def is_same(self, other: "Payer | None") -> bool:
        """Whether it is one budget."""
        return other is not None and (self.workshop, self.whom) == (other.workshop, other.whom)


_known: OrderedDict[str, Payer | str] = OrderedDict()
_revoked: OrderedDict[str, None] = OrderedDict()
"""What opens nothing any more, and is not to be known again by a page that was on its way out."""
_lock = threading.Lock()


class Knowing:
    """Remembers who was let in; stands where sessions and accounts are known."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand around the views."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Remember by what somebody was let in, once it is known."""
        response = self.get_response(request)
        shown: dict[str, Payer | str] = {}
        if (payer := request.META.get(PAID)) is not None:
            shown[payer.shown] = payer
        account = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        if account and request.user.is_authenticated:
            shown[f"{settings.SESSION_COOKIE_NAME}={account}"] = f"account {request.user.pk}"
        if response.status_code < REFUSED and (link := _LINK.match(request.path)):
            shown[link[0]] = link[0]
        if shown:
            _remember(shown)
        return response


def _remember(shown: Mapping[str, Payer | str]) -> None:
    with _lock:
        for one, payer in shown.items():
            if one not in _revoked:
                _known[one] = payer
                _known.move_to_end(one)
        while len(_known) > MOST:
            _known.popitem(last=False)


def revoke(shown: str) -> None:
    """What opens nothing any more is nobody's, and nobody pays where it is shown."""
    with _lock:
        _known.pop(shown, None)
        _revoked[shown] = None
        while len(_revoked) > MOST:
            _revoked.popitem(last=False)


def cookies_of(scope: Mapping[str, Any]) -> bytes:
    """What a request shows."""
    return b"; ".join(value for name, value in scope["headers"] if name == b"cookie")


def payer_of(scope: Mapping[str, Any]) -> Payer | None:
    """Whose device asks for a page below its own workshop's address."""
    _, w, address, *_ = (scope["path"] + "///").split("/", 3)
    if w != "w":
        return None
    payers = (_known.get(one.decode()) for one in _COOKIE.findall(cookies_of(scope)))
    return next((one for one in payers if isinstance(one, Payer) and one.address == address), None)


def device_of(scope: Mapping[str, Any]) -> Payer | str | None:
    """Who shows a known device or account, whatever they ask for: who pays at their
    workshop, or which account.
    """
    shown = (cookie.decode() for cookie in _COOKIE.findall(cookies_of(scope)))
    return next((known for one in shown if (known := _known.get(one)) is not None), None)


def passed_by(request: HttpRequest) -> Payer | None:
    """Who has paid for a request before its page was asked."""
    return getattr(request, "scope", {}).get(PASSED)


def link_of(path: str) -> str | None:
    """The link that a page is opened by, where it has opened one before."""
    found = _LINK.match(path)
    return found[0] if found and found[0] in _known else None
