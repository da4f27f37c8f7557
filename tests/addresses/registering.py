"""The addresses of registering. The workshop of this table has no notice, so there is nothing to register for."""

from addresses.people import NOBODY

ROWS: dict[str, tuple[str, str, str]] = {
    "w/<str:address>/register": ("GET", "w/{address}/register", NOBODY),
    "w/<str:address>/mine": ("GET", "w/{address}/mine", NOBODY),
    "w/<str:address>/mine/change": ("GET", "w/{address}/mine/change", NOBODY),
    "w/<str:address>/mine/calendar.ics": ("GET", "w/{address}/mine/calendar.ics", NOBODY),
    "w/<str:address>/mine/<str:token>/<int:id>": ("GET", "w/{address}/mine/guessed/1", NOBODY),
}
