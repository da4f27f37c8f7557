"""The addresses of the doors, the room, the outline and research answers."""

from addresses.people import EVERYBODY, FACILITATORS, MEMBERS, NOBODY

ROWS = {
    "make": ("GET", "make", EVERYBODY),
    "code": ("GET", "code", EVERYBODY),
    "health": ("GET", "health", EVERYBODY),
    "w/<str:address>": ("GET", "w/{address}", EVERYBODY),
    "w/<str:address>/join/<str:token>": ("GET", "w/{address}/join/guessed", NOBODY),
    "w/<str:address>/join/<str:token>/door": ("POST", "w/{address}/join/guessed/door", NOBODY),
    "w/<str:address>/keep": ("GET", "w/{address}/keep", MEMBERS),
    "w/<str:address>/me/<str:token>/<int:person>": ("GET", "w/{address}/me/guessed/1", NOBODY),
    "w/<str:address>/leave": ("POST", "w/{address}/leave", "302 302 302 302 302 302"),
    "w/<str:address>/links": ("GET", "w/{address}/links", FACILITATORS),
    "w/<str:address>/run-sheet": ("GET", "w/{address}/run-sheet", FACILITATORS),
    "w/<str:address>/rehearse": ("GET", "w/{address}/rehearse", FACILITATORS),
    "w/<str:address>/throw-away": ("GET", "w/{address}/throw-away", NOBODY),
    "w/<str:address>/made/<str:token>": ("GET", "w/{address}/made/guessed", NOBODY),
    "w/<str:address>/room": ("GET", "w/{address}/room", "302 200 200 200 200 302"),
    "w/<str:address>/commands": ("POST", "w/{address}/commands", "404 400 400 400 400 400"),
    "w/<str:address>/ticket": ("POST", "w/{address}/ticket", MEMBERS),
    "w/<str:address>/similar": ("GET", "w/{address}/similar", MEMBERS),
    "w/<str:address>/wall/<str:token>": ("GET", "w/{address}/wall/guessed", NOBODY),
    "w/<str:address>/wall/<str:token>/ticket": ("POST", "w/{address}/wall/guessed/ticket", NOBODY),
    "w/<str:address>/outline": ("GET", "w/{address}/outline", MEMBERS),
    "w/<str:address>/outline.md": ("GET", "w/{address}/outline.md", MEMBERS),
    "w/<str:address>/record.jsonl": ("GET", "w/{address}/record.jsonl", FACILITATORS),
    "w/<str:address>/outline/keep/<int:line>": (
        "POST",
        "w/{address}/outline/keep/1",
        "404 302 302 302 302 404",
    ),
    "w/<str:address>/outline/members": ("GET", "w/{address}/outline/members", NOBODY),
    "w/<str:address>/outline/members.md": ("GET", "w/{address}/outline/members.md", NOBODY),
    "w/<str:address>/outline/opened": ("GET", "w/{address}/outline/opened", FACILITATORS),
    "w/<str:address>/outline/<str:token>.md": ("GET", "w/{address}/outline/guessed.md", NOBODY),
    "w/<str:address>/outline/<str:token>": ("GET", "w/{address}/outline/guessed", NOBODY),
    "r/<str:address>/sheet": ("GET", "r/{address}/sheet", NOBODY),
    # one's answers stay one's own, and who was removed may still withdraw
    "w/<str:address>/contributes": ("GET", "w/{address}/contributes", NOBODY),
    "w/<str:address>/research": ("GET", "w/{address}/research", "404 200 200 200 200 200"),
    "w/<str:address>/research/paper": (
        "GET",
        "w/{address}/research/paper",
        "404 404 200 404 200 404",
    ),
    "w/<str:address>/research/<str:project>": ("GET", "w/{address}/research/nowhere", NOBODY),
    "w/<str:address>/research/<str:project>/copy": (
        "GET",
        "w/{address}/research/nowhere/copy",
        NOBODY,
    ),
    # a replayed one's host
    "w/<str:address>/research/replayed": ("POST", "w/{address}/research/replayed", NOBODY),
    "w/<str:address>/copies/<str:thing>": (
        "GET",
        "w/{address}/copies/1",
        "404 409 409 409 409 409",
    ),
    "w/<str:address>/mine/lines": ("GET", "w/{address}/mine/lines", "404 200 200 200 200 200"),
    "w/<str:address>/mine/lines/<int:line>": (
        "GET",
        "w/{address}/mine/lines/1",
        "404 302 302 302 302 302",
    ),
    "w/<str:address>/mine/opened": ("GET", "w/{address}/mine/opened", "404 200 200 200 200 200"),
    "w/<str:address>/mine/take-back/<str:thing>": (
        "GET",
        "w/{address}/mine/take-back/1",
        "404 409 409 409 409 409",
    ),
    "w/<str:address>/mine/words": ("GET", "w/{address}/mine/words", "404 200 200 200 200 200"),
    "w/<str:address>/research/paraphrases": (
        "GET",
        "w/{address}/research/paraphrases",
        "404 404 200 404 200 404",
    ),
    "w/<str:address>/research/keep-back": (
        "POST",
        "w/{address}/research/keep-back",
        "404 409 409 409 409 409",
    ),
}
