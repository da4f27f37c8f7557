"""Who asks for a page, and what a page says to whoever may not have it."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest

from footpath.accounts.models import Account
from footpath.organisations.rights import Visitor


def visitor_of(request: HttpRequest) -> Visitor:
    """Who asks: an account, or a stranger."""
    return request.user if isinstance(request.user, Account) else AnonymousUser()


def ensure(allowed: bool) -> None:
    """Go on only where it is allowed.

    Raises:
        Http404: otherwise, as for a page that does not exist.
    """
    if not allowed:
        raise Http404
