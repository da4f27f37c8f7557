"""Pages for when something is wrong: one sentence, and what to do now."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import REASON_NO_CSRF_COOKIE
from django.shortcuts import redirect, render
from django.urls import is_valid_path

_TEMPLATE = "workshops/failing.html"
BEHIND_A_LINK = (
    ". \u00a0\u200b|,;:!?)]}>*_\"'\u00bb\u00ab\u2039\u2018\u201c\u203a\u201d\u2019…。，）」"
)
"""What stands behind a link in a sentence, and is copied with it."""
MEMBERS_ONLY = ("/o/", "/p/", "/r/", "/organisations/")


def _page(
    request: HttpRequest, status: int, title: str, sentence: str, **more: bool | str
) -> HttpResponse:
    return render(request, _TEMPLATE, {"title": title, "sentence": sentence, **more}, status=status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is no such page, or it is not for this visitor: the two look the same.

    A link that was copied with the full stop, the bracket or the slash behind it leads to
    where it leads without.
    """
    if request.method in ("GET", "HEAD") and (meant := _without_what_stands_behind(request.path)):
        return redirect(f"{meant}?{query}" if (query := request.META["QUERY_STRING"]) else meant)
    sentence = "Check the link, or ask whoever sent it to you for a new one."
    may_sign_in = (
        request.path.startswith(MEMBERS_ONLY)
        and not getattr(request, "user", AnonymousUser()).is_authenticated
    )
    if may_sign_in:
        sentence += " If it is a page of your organisation's or your project's, sign in first."
    return _page(request, 404, "Nothing here", sentence, may_sign_in=may_sign_in)


def _without_what_stands_behind(path: str) -> str:
    """The address that was meant, where there is one; a slash belongs to an address
    that ends with it.
    """
    shorter = [path.rstrip(BEHIND_A_LINK)]
    if not is_valid_path(path):
        shorter.append(path.rstrip(BEHIND_A_LINK + "/"))
    return next((meant for meant in shorter if meant != path and is_valid_path(meant)), "")


def too_many(request: HttpRequest) -> HttpResponse:
    """Very many came at once from one address."""
    return _page(request, 429, "Very many people at once", "Wait a minute, then try again.")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The request could not be read, or there is more in it than a form holds."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        sentence = "Go back: what you typed is still there. Send less at once."
        return _page(request, 413, "That is more than fits", sentence)
    return _page(
        request, 400, "That could not be read", "Go back, reload the page and try once more."
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form came from an old page, from another site, or from a browser
    that keeps no cookies.
    """
    if reason == REASON_NO_CSRF_COOKIE:
        sentence = (
            "Your browser keeps no cookies for this site, and without one nobody can know that it "
            "is you who writes. Allow cookies here, or open the link in another browser, then go "
            "back, reload the page and send it again."
        )
        return _page(request, 403, "A cookie is needed", sentence)
    return _page(
        request, 403, "This page is too old", "Go back, reload the page and send it again."
    )


def older_page(
    request: HttpRequest, response: HttpResponse, opens: str, typed: str
) -> HttpResponse:
    """The form came from a page that is older than the server, and nothing takes it any more."""
    sentence = (
        "It was opened before Footpath was renewed here, and nothing was done. Open it again, and "
        "press there."
    )
    told = _page(
        request, response.status_code, "This page is too old", sentence, opens=opens, typed=typed
    )
    told["Cache-Control"] = "no-store"
    if "Allow" in response:
        told["Allow"] = response["Allow"]
    return told


def later(request: HttpRequest) -> HttpResponse:
    """A page that could not be made just now."""
    return _page(
        request, 503, "Not just now", "This page could not be made. Try again in a minute."
    )


def server_fault(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    # without the request: who is signed in stands in the database, and that may be what is wrong
    sentence = "It is our fault, not yours. Try again in a minute."
    return render(
        None, _TEMPLATE, {"title": "Something went wrong here", "sentence": sentence}, status=500
    )
