"""The addresses of releases: for everybody who is not of the project none of them is there."""

from addresses.people import NOBODY

ROWS: dict[str, tuple[str, str, str]] = {
    "o/<slug:address>/releases": ("GET", "o/{address}/releases", NOBODY),
    "r/<str:address>": ("GET", "r/{address}", NOBODY),
    "r/<str:address>/draft": ("GET", "r/{address}/draft", NOBODY),
    "r/<str:address>/named": ("GET", "r/{address}/named", NOBODY),
    "r/<str:address>/people": ("POST", "r/{address}/people", NOBODY),
    "r/<str:address>/people/<int:id>": ("POST", "r/{address}/people/1", NOBODY),
    "r/<str:address>/register": ("GET", "r/{address}/register", NOBODY),
    "r/<str:address>/releases": ("GET", "r/{address}/releases", NOBODY),
    "r/<str:address>/releases/<str:release>": ("GET", "r/{address}/releases/guessed", NOBODY),
}
