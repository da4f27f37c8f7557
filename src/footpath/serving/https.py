"""Plain http to an installation that people reach by https is led there."""

import ipaddress

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.middleware.security import SecurityMiddleware


class ToHttps(SecurityMiddleware):
    """Django's own, but whoever asks on this machine and past the proxy is answered: a probe,
    or `footpath replay`.
    """

    def process_request(self, request: HttpRequest) -> HttpResponsePermanentRedirect | None:
        """Lead to https, where that is how this installation is reached."""
        return None if _is_from_here(request) else super().process_request(request)


def _is_from_here(request: HttpRequest) -> bool:
    """Whether it came straight from this machine: a proxy says for whom it asks."""
    if any(
        name in request.META
        for name in ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_FORWARDED")
    ):
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
