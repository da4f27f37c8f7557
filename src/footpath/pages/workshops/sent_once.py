"""A form that is sent twice happens once, but only for the device that sent it: its id is worth
nothing elsewhere (L5).

A page gives its form an id, and whoever saw the page, a log of requests or a browser's history can
know it. So what a form makes is found again by that id together with a secret of the device, which
no page and no script can read.
"""

import re
import secrets
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

COOKIE = "footpath-device"
_SECRET = re.compile(r"[\w-]{32}")

Rest = ParamSpec("Rest")
View = Callable[Concatenate[HttpRequest, Rest], HttpResponse]


def known_device(view: View[Rest]) -> View[Rest]:
    """A page with a form that makes something: its device has a secret from the first
    time it is opened.
    """

    @wraps(view)
    def shown(request: HttpRequest, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        is_new = _SECRET.fullmatch(request.COOKIES.get(COOKIE, "")) is None
        if is_new:
            request.COOKIES[COOKIE] = secrets.token_urlsafe(24)
        response = view(request, *args, **kwargs)
        if is_new:  # for as long as the browser is open, so that it follows nobody about
            secret = request.COOKIES[COOKIE]
            response.set_cookie(
                COOKIE, secret, httponly=True, samesite="Lax", secure=settings.HTTPS
            )
        return response

    return shown


def sent_here(request: HttpRequest, what: str, id: str) -> str:
    """What stands for a form's id on this device: 160 bits that nobody can work out
    without its secret.
    """
    given = f"{request.COOKIES[COOKIE]}:{what}:{id}"
    return salted_hmac("footpath.device", given, algorithm="sha256").hexdigest()[:40]


def forget_device(response: HttpResponse) -> None:
    """Whoever uses this device next is not taken for who sent a form on it before."""
    response.delete_cookie(COOKIE, samesite="Lax")
