"""The addresses of notices. The workshop of this table has none; `announced.py`
is of one that has.
"""

from addresses.people import NOBODY

ROWS: dict[str, tuple[str, str, str]] = {
    "p/<str:address>/new": ("GET", "p/{address}/new", NOBODY),
    "w/<str:address>/announce": ("POST", "w/{address}/announce", NOBODY),
    "w/<str:address>/notice": ("GET", "w/{address}/notice", NOBODY),
    "w/<str:address>/publish": ("POST", "w/{address}/publish", NOBODY),
    "w/<str:address>/cancel": ("GET", "w/{address}/cancel", NOBODY),
    "w/<str:address>/close": ("POST", "w/{address}/close", NOBODY),
    "w/<str:address>/share": ("GET", "w/{address}/share", NOBODY),
    "w/<str:address>/print": ("GET", "w/{address}/print", NOBODY),
    "w/<str:address>/calendar.ics": ("GET", "w/{address}/calendar.ics", NOBODY),
    "o/<slug:address>/calendar.ics": ("GET", "o/{address}/calendar.ics", NOBODY),
}
