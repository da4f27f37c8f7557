"""Every button has an address of its own: that of its page, and a word more."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import is_valid_path

from footpath.pages import failing

Given = ParamSpec("Given")
View = Callable[Concatenate[HttpRequest, Given], HttpResponse]
LONGEST_SHOWN = 20_000
"""Characters of what was typed into an older page that are shown again."""


def button(act: View[Given]) -> View[Given]:
    """A view that a button sends its form to.

    Whoever opens its address, by the address bar of a page that came from it, gets its page.
    """

    @wraps(act)
    def pressed(request: HttpRequest, *args: Given.args, **given: Given.kwargs) -> HttpResponse:
        if request.method == "POST":
            return act(request, *args, **given)
        if request.method in ("GET", "HEAD"):
            return redirect(_page_of(request))
        return HttpResponseNotAllowed(["POST"])

    return pressed


def _page_of(request: HttpRequest) -> str:
    """The nearest page above an address: that whose button it is."""
    path = request.path.rpartition("/")[0]
    while path and not is_valid_path(path):
        path = path.rpartition("/")[0]
    query = request.META["QUERY_STRING"]
    return f"{path or '/'}?{query}" if query else path or "/"


class OlderPages:
    """A form from a page that is older than this server may go where nothing takes it any more:
    its person is told that nothing was done, and what they typed is there to be copied.

    What another site sends in their browser is not said again: it would stand there as our words.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand around the views."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Say so, to whoever reads it in a browser."""
        response = self.get_response(request)
        by_browser = "text/html" in request.headers.get("Accept", "")
        if request.method != "POST" or not by_browser:
            return response
        is_there = is_valid_path(request.path_info)
        if response.status_code == 405 or (response.status_code == 404 and not is_there):
            opens = request.path if is_there else _page_of(request)
            typed = _typed(request) if _is_from_here(request) else ""
            return failing.older_page(request, response, opens, typed)
        return response


def _is_from_here(request: HttpRequest) -> bool:
    """Whether a page of ours sent the form, as far as the browser says."""
    said = request.headers.get("Sec-Fetch-Site")
    if said is not None:
        return said == "same-origin"
    page = request.headers.get("Origin") or request.headers.get("Referer") or ""
    try:
        return urlsplit(page).netloc == request.get_host()
    except ValueError:  # it is no address
        return False


def _typed(request: HttpRequest) -> str:
    """What was typed, as far as it is more than a word: what a form itself carries is none."""
    texts = [text.strip() for _, values in request.POST.lists() for text in values]
    return "\n\n".join(text for text in texts if " " in text or "@" in text)[:LONGEST_SHOWN]
