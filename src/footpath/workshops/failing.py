"""Pages for when something is wrong: one sentence, and what to do now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def _page(request: HttpRequest, status: int, title: str, sentence: str) -> HttpResponse:
    return render(request, "workshops/failing.html", {"title": title, "sentence": sentence}, status=status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is no such page, or it is not for this visitor: the two look the same."""
    return _page(request, 404, "Nothing here", "Check the link, or ask whoever sent it to you for a new one.")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The request could not be read."""
    return _page(request, 400, "That could not be read", "Go back, reload the page and try once more.")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form came from an old page, or from another site."""
    return _page(request, 403, "This page is too old", "Go back, reload the page and send it again.")


def server_fault(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    return _page(request, 500, "Something went wrong here", "It is our fault, not yours. Try again in a minute.")
