"""Pages for their reader alone: kept by no cache, listed by no search engine."""

from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

Response = TypeVar("Response", bound=HttpResponse)


def private(response: Response) -> Response:
    """What no cache keeps and no search engine lists."""
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def page(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page, by its template's name with its folder and without its ending."""
    return private(render(request, f"{template}.html", context, status=status))
