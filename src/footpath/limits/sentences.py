"""What is answered where a request is turned away before any view has it: one sentence,
and what to do now.
"""

from html import escape
from http import HTTPStatus

from msgspec import Struct

_PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">\
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Footpath</title><link rel="stylesheet" href="/static/footpath.css"></head>
<body><main id="main"><h1>{title}</h1><p class="lead">{sentence}</p></main></body></html>
"""
HTML = b"text/html; charset=utf-8"
_HEADERS = (
    (b"cache-control", b"no-store"),
    (
        b"content-security-policy",
        b"default-src 'none'; style-src 'self'; font-src 'self'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"connection", b"close"),
)


class No(Struct, frozen=True):
    """An answer that turns a request away."""

    status: int
    title: str
    sentence: str

    def page(self) -> bytes:
        """The page that a browser shows; its style is the only thing that it fetches, and it
        reads well without.
        """
        return _PAGE.format(title=escape(self.title), sentence=escape(self.sentence)).encode()

    def headers(self, length: int, kind: bytes = HTML) -> list[tuple[bytes, bytes]]:
        """Its headers, for so many bytes of a kind; the connection ends with it."""
        later = ((b"retry-after", b"30"),) if self.status == HTTPStatus.SERVICE_UNAVAILABLE else ()
        return [*_HEADERS, *later, (b"content-type", kind), (b"content-length", b"%d" % length)]

    def wired(self) -> bytes:
        """The whole answer as it goes over the line."""
        page = self.page()
        lines = [b"HTTP/1.1 %d %s" % (self.status, HTTPStatus(self.status).phrase.encode())]
        lines += [b"%s: %s" % header for header in self.headers(len(page))]
        return b"\r\n".join([*lines, b"", page])


UNREADABLE = No(400, "That could not be read", "Go back, reload the page and try once more.")
TOO_SLOW = No(
    408, "That took too long", "The line is very slow just now. Go back, and send it once more."
)
ADDRESS_TOO_LONG = No(
    414, "This address is too long", "Check the link, or ask whoever sent it to you for a new one."
)
HEAD_TOO_LARGE = No(
    431,
    "Your browser sent too much about itself",
    "Delete the cookies of this site, then load the page again.",
)
NO_PLACE = No(503, "Very many are here just now", "Wait half a minute, then load the page again.")
TOO_MUCH_AT_ONCE = No(
    503,
    "Very much is being sent just now",
    "Go back: what you typed is still there. Send it again in a minute.",
)


def too_large(most: int) -> No:
    """A body of more than so many bytes."""
    size = f"{most // 1024 // 1024} MB" if most >= 1024 * 1024 else f"{most // 1024} KB"
    return No(
        413,
        "That is more than fits",
        f"At most {size} can be sent here. Go back: what you typed is still there. Send less, or a "
        "smaller file.",
    )


class TurnedAway(Exception):
    """What comes is more than is taken; the answer says so."""

    def __init__(self, answer: No) -> None:
        """With the answer."""
        self.answer = answer
