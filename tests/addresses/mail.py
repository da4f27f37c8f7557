"""The addresses of mail: the demonstration's page, which no other installation has."""

from addresses.people import NOBODY

ROWS: dict[str, tuple[str, str, str]] = {
    "mails": ("GET", "mails", NOBODY),
    "mails/<str:name>": ("GET", "mails/1", NOBODY),
    "mails/<str:name>/page": ("GET", "mails/1/page", NOBODY),
    "mails/<str:name>/<int:number>": ("GET", "mails/1/0", NOBODY),
}
