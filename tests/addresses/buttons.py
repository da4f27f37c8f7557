"""The address of each button: what an empty form gives the people of the first table, and those
of a workshop that was announced. Whoever opens it is led to its page, whoever they are.
"""

import re

from addresses.people import FACILITATORS, NOBODY

NO_HOST = "404 404 404 404 404 404 404"
WRITERS, REGISTERED = "404 404 404 302 302 404 404", "404 302 404 404 404 404 404"
_W, _R = "w/<str:address>/", "r/<str:address>/"
_KEEPERS = FACILITATORS.replace("200", "302")

_OF_WORKSHOPS: dict[str, tuple[str, str]] = {
    "links/expected": (FACILITATORS.replace("200", "400"), WRITERS.replace("302", "400")),
    "links/<str:role>/change": (NOBODY, NO_HOST),
    "rehearse/begin": (_KEEPERS, WRITERS),
    "throw-away/for-good": (NOBODY, NO_HOST),
    "notice/publish": (NOBODY, WRITERS.replace("302", "400")),
    "notice/answers/<int:number>": (NOBODY, WRITERS.replace("302", "400")),
    "notice/guesses/<str:choice>": (NOBODY, WRITERS.replace("302", "400")),
    "notice/<str:rows>/add": (NOBODY, NO_HOST),
    "notice/<str:rows>/<int:number>/take-out": (NOBODY, NO_HOST),
    "people/add": (FACILITATORS.replace("200", "400"), NO_HOST),
    "people/ask/<str:who>": (NOBODY, NO_HOST),
    "people/came": (_KEEPERS, WRITERS),
    "people/letters/<int:letter>/again": (NOBODY, NO_HOST),
    "people/not-coming": (NOBODY, NO_HOST),
    "people/places": (NOBODY, WRITERS),
    "people/<int:registration>/address": (NOBODY, NO_HOST),
    "mine/come": (NOBODY, REGISTERED),
    "mine/stay-away": (NOBODY, REGISTERED),
    "mine/join": (NOBODY, REGISTERED),
    "mine/came-in": (NOBODY, REGISTERED),
    "mine/registered": (NOBODY, REGISTERED),
    "mine/change-link": (NOBODY, REGISTERED),
    "mine/leave": (NOBODY, REGISTERED),
    "mine/asked/rather-not": (NOBODY, NO_HOST),
    "mine/<str:token>/<int:id>/here": (NOBODY, NO_HOST),
    "mine/<str:token>/<int:id>/both": (NOBODY, NO_HOST),
    **dict.fromkeys(
        [
            f"mine/words/<str:thing>/{button}"
            for button in (
                "reword",
                "reasons/<int:place>/reword",
                "reasons/<int:place>/take-back",
                "paraphrases/<int:paraphrase>/accept",
                "paraphrases/<int:paraphrase>/decline",
            )
        ],
        ("404 409 409 409 409 409", NO_HOST),
    ),
    **dict.fromkeys(
        [
            f"mine/lines/<int:line>/{button}"
            for button in ("meant", "not-quite", "leave-out", "take-away")
        ],
        ("404 302 302 302 302 302", NO_HOST),
    ),
    **dict.fromkeys(
        [
            f"research/<str:project>/{button}"
            for button in ("answer", "back/<int:number>", "withdraw")
        ],
        (NOBODY, NO_HOST),
    ),
}
_ELSEWHERE = (
    "o/<slug:address>/rehearse/begin",
    "o/<slug:address>/research/agree", "o/<slug:address>/research/new", f"{_R}draft/publish",
    f"{_R}draft/drop", *(
        f"{_R}releases/<str:release>/{button}"
        for button in (
            "decide", "decide/rest", "deleted/<int:recall>", "files", "let-go", "refuse",
        )
    ),
)  # fmt: skip
BUTTONS = {
    **{_W + path: rows for path, rows in _OF_WORKSHOPS.items()},
    **dict.fromkeys(_ELSEWHERE, (NOBODY, NO_HOST)),
}


def _filled(pattern: str) -> str:
    path = re.sub("<int:[a-z]+>|<str:thing>", "1", pattern.replace("<str:address>", "{address}"))
    return re.sub("<slug:address>", "1", re.sub("<str:(?!address)[a-z]+>", "guessed", path))


ROWS = {one: ("GET", _filled(one), "302 302 302 302 302 302") for one in BUTTONS}
OF_ANNOUNCED = {
    _W + one: ("GET", _filled(_W + one), "302 302 302 302 302 302 302") for one in _OF_WORKSHOPS
}
