"""The addresses of registering. The workshop of this table has no notice, so there is
nothing to register for.
"""

from addresses.people import FACILITATORS, MEMBERS, NOBODY

EVERYTHING = "404 200 200 200 200 200"
"""Who was removed may still see what is kept of them."""

ROWS: dict[str, tuple[str, str, str]] = {
    "w/<str:address>/register": ("GET", "w/{address}/register", NOBODY),
    "w/<str:address>/people": ("GET", "w/{address}/people", FACILITATORS),
    "w/<str:address>/people/attendance.csv": (
        "GET",
        "w/{address}/people/attendance.csv",
        FACILITATORS,
    ),
    "w/<str:address>/questions": ("GET", "w/{address}/questions", NOBODY),
    "w/<str:address>/mine": ("GET", "w/{address}/mine", NOBODY),
    "w/<str:address>/mine/asked": ("GET", "w/{address}/mine/asked", MEMBERS),
    "w/<str:address>/mine/everything": ("GET", "w/{address}/mine/everything", EVERYTHING),
    "w/<str:address>/mine/everything.json": ("GET", "w/{address}/mine/everything.json", EVERYTHING),
    "w/<str:address>/mine/erase": ("GET", "w/{address}/mine/erase", EVERYTHING),
    "w/<str:address>/mine/change": ("GET", "w/{address}/mine/change", NOBODY),
    "w/<str:address>/mine/calendar.ics": ("GET", "w/{address}/mine/calendar.ics", NOBODY),
    "w/<str:address>/mine/<str:token>/<int:id>": ("GET", "w/{address}/mine/guessed/1", NOBODY),
}
