"""The addresses of a workshop that was announced × everybody who has an account, and
who registered (S9).
"""

from addresses import buttons

HOSTS = ("stranger", "registered", "member", "convenor", "steward", "elsewhere", "operator")
"""For each address a row says what GET (or POST, where only that is answered) gives each of
them, in this order: `elsewhere` is another organisation's steward, and the operator belongs
to no organisation.
"""
EVERYBODY, NOBODY = "200 200 200 200 200 200 200", "404 404 404 404 404 404 404"
WRITERS, REGISTERED = "404 404 404 200 200 404 404", "404 200 404 404 404 404 404"
ROWS: dict[str, tuple[str, str, str]] = {
    **buttons.OF_ANNOUNCED,
    "w/<str:address>": ("GET", "w/{address}", EVERYBODY),
    "w/<str:address>/join/<str:token>": ("GET", "w/{address}/join/guessed", NOBODY),
    "w/<str:address>/join/<str:token>/door": ("POST", "w/{address}/join/guessed/door", NOBODY),
    "w/<str:address>/keep": ("GET", "w/{address}/keep", NOBODY),
    "w/<str:address>/me/<str:token>/<int:person>": ("GET", "w/{address}/me/guessed/1", NOBODY),
    "w/<str:address>/leave": ("POST", "w/{address}/leave", "302 302 302 302 302 302 302"),
    "w/<str:address>/links": ("GET", "w/{address}/links", WRITERS),
    "w/<str:address>/rehearse": ("GET", "w/{address}/rehearse", WRITERS),
    "w/<str:address>/throw-away": ("GET", "w/{address}/throw-away", NOBODY),
    "w/<str:address>/run-sheet": ("GET", "w/{address}/run-sheet", WRITERS),
    "w/<str:address>/made/<str:token>": ("GET", "w/{address}/made/guessed", NOBODY),
    "w/<str:address>/room": ("GET", "w/{address}/room", "302 302 302 302 302 302 302"),
    "w/<str:address>/commands": ("POST", "w/{address}/commands", NOBODY),
    "w/<str:address>/ticket": ("POST", "w/{address}/ticket", NOBODY),
    "w/<str:address>/similar": ("GET", "w/{address}/similar", NOBODY),
    "w/<str:address>/wall/<str:token>": ("GET", "w/{address}/wall/guessed", NOBODY),
    "w/<str:address>/wall/<str:token>/ticket": ("POST", "w/{address}/wall/guessed/ticket", NOBODY),
    "w/<str:address>/outline": ("GET", "w/{address}/outline", NOBODY),
    "w/<str:address>/outline.md": ("GET", "w/{address}/outline.md", NOBODY),
    "w/<str:address>/record.jsonl": ("GET", "w/{address}/record.jsonl", NOBODY),
    "w/<str:address>/outline/keep/<int:line>": ("POST", "w/{address}/outline/keep/1", NOBODY),
    "w/<str:address>/outline/members": (
        "GET",
        "w/{address}/outline/members",
        "404 404 200 200 200 404 404",
    ),
    "w/<str:address>/outline/members.md": (
        "GET",
        "w/{address}/outline/members.md",
        "404 404 200 200 200 404 404",
    ),
    "w/<str:address>/outline/opened": ("GET", "w/{address}/outline/opened", NOBODY),
    "w/<str:address>/outline/<str:token>.md": ("GET", "w/{address}/outline/guessed.md", NOBODY),
    "w/<str:address>/outline/<str:token>": ("GET", "w/{address}/outline/guessed", NOBODY),
    "w/<str:address>/contributes": ("GET", "w/{address}/contributes", WRITERS),
    "w/<str:address>/research": ("GET", "w/{address}/research", REGISTERED),
    "w/<str:address>/research/paper": ("GET", "w/{address}/research/paper", NOBODY),
    "w/<str:address>/research/<str:project>": ("GET", "w/{address}/research/nowhere", NOBODY),
    "w/<str:address>/research/<str:project>/copy": (
        "GET",
        "w/{address}/research/nowhere/copy",
        NOBODY,
    ),
    # a replayed one's host
    "w/<str:address>/research/replayed": ("POST", "w/{address}/research/replayed", NOBODY),
    "w/<str:address>/copies/<str:thing>": ("GET", "w/{address}/copies/1", NOBODY),
    "w/<str:address>/mine/lines": ("GET", "w/{address}/mine/lines", NOBODY),
    "w/<str:address>/mine/lines/<int:line>": ("GET", "w/{address}/mine/lines/1", NOBODY),
    "w/<str:address>/mine/opened": ("GET", "w/{address}/mine/opened", NOBODY),
    "w/<str:address>/mine/take-back/<str:thing>": ("GET", "w/{address}/mine/take-back/1", NOBODY),
    "w/<str:address>/mine/words": ("GET", "w/{address}/mine/words", REGISTERED),
    "w/<str:address>/research/paraphrases": ("GET", "w/{address}/research/paraphrases", NOBODY),
    "w/<str:address>/research/keep-back": ("POST", "w/{address}/research/keep-back", NOBODY),
    "w/<str:address>/register": ("GET", "w/{address}/register", EVERYBODY),
    "w/<str:address>/people": ("GET", "w/{address}/people", WRITERS),
    "w/<str:address>/people/attendance.csv": ("GET", "w/{address}/people/attendance.csv", WRITERS),
    "w/<str:address>/questions": ("GET", "w/{address}/questions", WRITERS),
    "w/<str:address>/mine": ("GET", "w/{address}/mine", REGISTERED),
    "w/<str:address>/mine/asked": ("GET", "w/{address}/mine/asked", REGISTERED),
    "w/<str:address>/mine/change": ("GET", "w/{address}/mine/change", REGISTERED),
    "w/<str:address>/mine/calendar.ics": ("GET", "w/{address}/mine/calendar.ics", REGISTERED),
    "w/<str:address>/mine/everything": ("GET", "w/{address}/mine/everything", REGISTERED),
    "w/<str:address>/mine/everything.json": ("GET", "w/{address}/mine/everything.json", REGISTERED),
    "w/<str:address>/mine/erase": ("GET", "w/{address}/mine/erase", REGISTERED),
    "w/<str:address>/mine/<str:token>/<int:id>": ("GET", "w/{address}/mine/guessed/1", NOBODY),
    "p/<str:address>/new": ("GET", "p/{address}/new", "404 404 200 200 200 404 404"),
    "w/<str:address>/announce": ("POST", "w/{address}/announce", NOBODY),
    "w/<str:address>/notice": ("GET", "w/{address}/notice", WRITERS),
    "w/<str:address>/publish": ("POST", "w/{address}/publish", "404 404 404 302 302 404 404"),
    "w/<str:address>/cancel": ("GET", "w/{address}/cancel", WRITERS),
    "w/<str:address>/close": ("POST", "w/{address}/close", "404 404 404 302 302 404 404"),
    "w/<str:address>/share": ("GET", "w/{address}/share", WRITERS),
    "w/<str:address>/print": ("GET", "w/{address}/print", EVERYBODY),
    "w/<str:address>/calendar.ics": ("GET", "w/{address}/calendar.ics", EVERYBODY),
    "o/<slug:address>/calendar.ics": ("GET", "o/{address}/calendar.ics", EVERYBODY),
}
