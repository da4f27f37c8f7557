"""What a page's form was opened with, so that it can be sent as a browser sends it."""

import re
from typing import Any

from django.test import Client

SEAL = re.compile(r'name="opened-with" value="([^"]*)"')


def seal_in(html: str) -> str:
    """The seal in a page."""
    found = SEAL.search(html)
    return found[1] if found else ""


def opened(client: Client, path: str) -> dict[str, Any]:
    """What a page that was just opened adds to whatever is typed into it."""
    return {"opened-with": seal_in(client.get(path).content.decode())}
