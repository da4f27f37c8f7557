"""What an empty form gives everybody, for every address that can be opened (S9).

One that is not named here takes no form, from nobody, and the tests fail where a new one does. An
address that only takes forms has its row in the other tables, and cannot be opened.
"""

from addresses import announced, buttons
from addresses.organisations import TO_SIGN_IN
from addresses.people import EVERYBODY, FACILITATORS, NOBODY

NOT_TAKEN = "405 405 405 405 405 405"
WRONG = "400 400 400 400 400 400"
MEMBERS_CHANGE = "404 302 302 302 302 404"

TAKING: dict[str, str] = {
    **{pattern: row for pattern, (row, _) in buttons.BUTTONS.items()},
    "make": EVERYBODY,  # the form again, empty
    "code": WRONG,
    "setup": WRONG,
    "sign-in": EVERYBODY,
    "sign-in/code": TO_SIGN_IN,
    "sign-in/passkey": TO_SIGN_IN,
    "account": TO_SIGN_IN,
    "account/passkeys/new": TO_SIGN_IN,
    "account/passkeys/<int:pk>/remove": TO_SIGN_IN,
    "w/<str:address>/keep": MEMBERS_CHANGE,
    "w/<str:address>/outline/opened": FACILITATORS.replace("200", "302"),
    "w/<str:address>/research/paper": "404 404 400 404 400 404",
    "w/<str:address>/research/paraphrases": "404 404 409 404 409 404",
    "w/<str:address>/mine/erase": "404 200 200 200 200 200",
    "w/<str:address>/mine/take-back/<str:thing>": "404 409 409 409 409 409",
    **dict.fromkeys(
        (
            "w/<str:address>/join/<str:token>",
            "w/<str:address>/me/<str:token>/<int:person>",
            "w/<str:address>/contributes",
            "w/<str:address>/research/<str:project>/copy",
            "w/<str:address>/mine/opened",
            "w/<str:address>/notice",
            "w/<str:address>/cancel",
            "w/<str:address>/register",
            "w/<str:address>/questions",
            "w/<str:address>/mine/change",
            "o/<slug:address>/settings",
            "o/<slug:address>/leave",
            "o/<slug:address>/policies/new",
            "o/<slug:address>/take-in",
            "organisations/new",
            "p/<str:address>/edit",
            "p/<str:address>/new",
            "invitation/<int:id>/<str:token>",
            "sign-in/link/<str:token>",
            "sign-in/with/<slug:provider_id>/back",
            "r/<str:address>",
            "r/<str:address>/draft",
            "r/<str:address>/releases",
        ),
        NOBODY,
    ),
}
"""Of the workshop, the people and the strangers of the first table."""

OF_ANNOUNCED: dict[str, str] = {
    **{pattern: row for pattern, (_, row) in buttons.BUTTONS.items()},
    "w/<str:address>/mine/erase": announced.REGISTERED,
    "w/<str:address>/contributes": announced.WRITERS.replace("200", "302"),
    "w/<str:address>/register": "400 400 400 400 400 400 400",
    "w/<str:address>/questions": announced.WRITERS,
    "w/<str:address>/mine/change": announced.REGISTERED,
    "w/<str:address>/notice": announced.WRITERS.replace("200", "400"),
    "w/<str:address>/cancel": announced.WRITERS.replace("200", "400"),
    "p/<str:address>/new": "404 404 302 302 302 404 404",
}
"""Of a workshop that was announced, where it differs from everybody's being told that
there is no such page.
"""


def sending(pattern: str) -> str:
    """What sending gives strangers and the people of a workshop, for an address
    that can be opened.
    """
    return NOBODY if pattern.startswith("admin/") else TAKING.get(pattern, NOT_TAKEN)


def sending_announced(pattern: str) -> str:
    """The same for a workshop that was announced, and those who have accounts."""
    return OF_ANNOUNCED.get(pattern, announced.NOBODY) if pattern in TAKING else NOT_TAKEN + " 405"
