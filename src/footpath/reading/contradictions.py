"""What in a notice does not hold together: names left out, numbers that do not add up, references
that lead nowhere.
"""

import re
from itertools import islice

from footpath.reading.draft import Draft
from footpath.reading.listings import Listing
from footpath.reading.passages import Passage

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "both": 2,
}  # fmt: skip
NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|both|1[0-2]|[1-9])"

_OWNER_MISSING = re.compile(
    r"\b(?:into|of|for|to|with|by|from|at|about|on|in|and|or|the|inform|join|shape|improve|review|"
    r"develop|developing|update|support|"
    r"discuss|visit|help|between|within|through|under|is|are|inside|towards|across|write|"
    r"rewrite)'s\b",
    re.I,
)
_NAME_MISSING = re.compile(
    r"\b(?:if|whether|because|between|of|into|with|by|for|the|our|unless|from)\s(?:and|or|is|are|"
    r"has|have)\s(?!when\b|only\b|if\b|how\b|where\b|why\b|to\b|against\b|off\b|out\b|"
    r"for\b|from\b|by\b|on\b|without\b|with\b|after\b|before\b|not\b|of\b|through\b|because\b|"
    r"large\b)\w+",
    re.I,
)
_TWO_AT_ONCE = re.compile(
    r"\b(?:at|by) (?:are|is|has|have|will|would)\b|\b(?:by|with|from|of) (?:on|at|in) (?=\d|the \d|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    re.IGNORECASE,
)
_GOOD_BEFORE_IS = re.compile(
    r"\b(?:if|with|the|by|for|our|from) (?:is|are|has|have|or)\b|\b(?:of|into|between) (?:is|are|"
    r"has|have)\b",
    re.I,
)
_SHARED_END = re.compile(
    r"\s(?:[\w-]+\s)?(?:in|with|of|for|to|about|on|at|by|from|towards|into)\b", re.IGNORECASE
)
"""What makes "experience of or interest in care" whole: both ends lead to the same thing."""
_ENDS_OPEN = re.compile(
    r"(?<!\S)(?:such as|developing|improving|supporting|building|creating|reviewing|running|making|"
    r"the|an?|our|your|their|its|of|and|or|into|between|within|towards)\.?(?=\n\n|"
    r"\n[^\n]{0,3}[•◦▪·●○*+-]|\n\d{1,2}[.)]|$|\n?\Z)",
)
PLACEHOLDER = re.compile(
    r"\[(?:[A-Za-z' ]{0,30}\b)?(?:name|organisation|organization|co-?op|date|time|link|address|"
    r"venue|insert|tbc|year|title)\b[^\]\n]{0,40}\]|<(?:name|organisation|organization|"
    r"co-?op)[^>\n]{0,30}>|\b[Xx]{3,}\b|_{4,}|\{\{?[\w ]{2,30}\}?\}"
)
_REFERENCE = re.compile(
    r"\b(?P<what>steps?|stages?|phases?|points?|parts?)\s(?P<first>\d{1,2})(?:\s?(?P<joint>and|or|"
    r",|-|to|&)\s?(?:steps?\s)?(?P<second>\d{1,2}))?\b(?![:.)]\s?\w)",
    re.I,
)
_FROM_THERE = re.compile(
    r"\b(?:gathered|collected|found|identified|named|made|written|heard|answers?|results?|"
    r"information|notes|from|given)\b[^.\n]{0,40}$",
    re.I,
)
_COUNTED = re.compile(
    rf"\b(?P<number>{NUMBER})\s(?:[\w-]+\s){{0,3}}?(?P<what>(?:research\s)?(?:projects|studies|"
    rf"sessions|sittings|steps|phases|stages|parts|aims|outcomes|outputs|results|"
    r"questions|dates|documents|topics|workshops|meetings|evenings|webinars|points|themes|groups|"
    r"speakers|things|reasons|tasks|activities))\b",
    re.I,
)
_MINUTES = re.compile(r"(?<![\w.])(?P<minutes>\d{1,3})\s?(?:min(?:ute)?s?\b|')", re.I)


def ask_about_gaps(notice: Passage, draft: Draft) -> None:
    """Names that were left out, and what was never filled in."""
    text = notice.text
    broken = [notice.words(*match.span()) for match in _OWNER_MISSING.finditer(text)]
    for match in _NAME_MISSING.finditer(text):
        if not (_GOOD_BEFORE_IS.match(match.group()) or _leads_to_the_same(text, match)):
            broken.append(notice.words(*match.span()))
    broken += [notice.words(*match.span()) for match in _TWO_AT_ONCE.finditer(text)]
    for match in islice(_ENDS_OPEN.finditer(text), 5):
        broken.append(notice.words(*_last_words(text, match)))
    shown = list(dict.fromkeys(" ".join(words.split()) for words in broken if words))[:5]
    if shown:
        draft.ask(
            "organisation",
            f"A name seems to have been left out ({_quoted(shown)}): which organisation is meant?",
        )
    for match in list(PLACEHOLDER.finditer(text))[:5]:
        about = next(
            (key for word, key in _ABOUT.items() if word in match.group().lower()), "organisation"
        )
        draft.ask(about, f"“{match.group()}” was never filled in: what should stand there?")


def _leads_to_the_same(text: str, match: re.Match[str]) -> bool:
    """ "experience of or interest in care" leaves nothing out; "if and participants
    of it agree" does.
    """
    joins = re.match(r"(?:between|of|into|with|by|for|from)\b", match.group(), re.IGNORECASE)
    return bool(joins and _SHARED_END.match(text, match.end()))


_ABOUT = {
    "date": "sittings",
    "time": "sittings",
    "year": "sittings",
    "link": "where",
    "address": "where",
    "venue": "where",
    "title": "title",
}


def _last_words(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The word and two before it in its line."""
    line = max(text.rfind("\n", 0, match.start()) + 1, match.start() - 60)
    before = list(re.finditer(r"\S+", text[line : match.start()]))[-2:]
    return (line + before[0].start() if before else match.start()), match.end()


def _quoted(words: list[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def ends_open(text: str) -> bool:
    """Whether a line stops where something must follow."""
    return bool(re.search(r"(?:…|\.\.\.)$", text) or _ENDS_OPEN.search(text))


def ask_about_steps(notice: Passage, draft: Draft, lists: list[Listing]) -> None:
    """References of numbered lines to themselves, to later ones, or to none."""
    text = notice.text
    numbered = _longest_numbered(lists)
    if numbered is None:
        return
    numbers = [item.number for item in numbered.items if item.number is not None]
    missing = sorted(set(range(min(numbers), max(numbers) + 1)) - set(numbers))
    if missing:
        draft.ask(
            "method",
            f"The numbered list goes to {max(numbers)}, but has no {_and(missing)}: is something "
            "missing?",
        )
    for match in list(_REFERENCE.finditer(text))[:50]:
        named = _numbers_of(match)
        own = next(
            (item.number for item in numbered.items if item.start <= match.start() < item.end), None
        )
        words = " ".join((notice.words(*match.span()) or "").split())
        absent = [number for number in named if number not in numbers]
        what = match["what"].lower().rstrip("s")
        if absent and min(numbers) == 1:
            draft.ask(
                "method",
                f"“{words}” is named, but the list has no {what} {_and(absent)}: which is meant?",
            )
        elif own is not None and own in named:
            draft.ask(
                "method", f"Step {own} speaks of “{words}”, which is itself: which steps are meant?"
            )
        elif (
            own is not None
            and any(number > own for number in named)
            and _FROM_THERE.search(text[max(0, match.start() - 60) : match.start()])
        ):
            draft.ask(
                "method", f"Step {own} rests on “{words}”, which comes later: which step is meant?"
            )


def _longest_numbered(lists: list[Listing]) -> Listing | None:
    numbered = (one for one in lists if one.items[0].number is not None)
    return max(numbered, key=lambda one: len(one.items), default=None)


def _numbers_of(match: re.Match[str]) -> list[int]:
    first, second = int(match["first"]), int(match["second"] or match["first"])
    if match["joint"] in ("-", "to") and first < second:
        return list(range(first, second + 1))
    return sorted({first, second})


def _and(numbers: list[int]) -> str:
    return " and ".join(str(number) for number in numbers)


def ask_about_counts(notice: Passage, draft: Draft, lists: list[Listing], sittings: int) -> None:
    """Totals that do not add up with what is listed below them, and sittings that are fewer
    or more than said.
    """
    text = notice.text
    for listing in lists:
        intro = text[slice(*listing.intro)]
        counted = list(_COUNTED.finditer(intro))
        if not counted or (intro.rstrip()[-1:] not in ":.?" and len(intro) > 80):
            continue
        number, what = _number(counted[-1]["number"]), counted[-1]["what"].lower()
        if number != len(listing.items) and not _of_sittings(what):
            words = " ".join(
                (
                    notice.words(
                        listing.intro[0] + counted[-1].start(), listing.intro[0] + counted[-1].end()
                    )
                    or ""
                ).split()
            )
            draft.ask(
                _part_counted(intro, what),
                f"The notice says “{words}”, but lists {len(listing.items)}: which is right?",
            )
    for match in _COUNTED.finditer(text) if sittings else ():
        number = _number(match["number"])
        if (
            _of_sittings(match["what"].lower())
            and number != sittings
            and number > 1
            and not _elsewhere(text, match)
            and not (sittings == 1 and _parts_of_a_day(text, match))
        ):
            draft.ask(
                "sittings",
                f"The notice says “{notice.said(*match.span())}”, but names {sittings}: are there "
                f"more, or is the number wrong?",
            )
            return


def _part_counted(intro: str, what: str) -> str:
    """The part of a notice of which a list with a number above it is."""
    if re.search(r"research|stud", intro, re.I):
        return "research"
    return "outcomes" if re.search(r"outcome|output|result", what) else "method"


def _of_sittings(what: str) -> bool:
    return what in (
        "sessions",
        "sittings",
        "dates",
        "workshops",
        "meetings",
        "evenings",
        "webinars",
    )


def _elsewhere(text: str, match: re.Match[str]) -> bool:
    """Whether the sittings are counted that were, or are not of this workshop."""
    return bool(
        re.search(
            r"\b(?:after|previous|last|past|earlier|following|our|since|further|first|had|held|"
            r"ran)\s(?:the\s)?$",
            text[max(0, match.start() - 20) : match.start()],
            re.I,
        )
    )


def _parts_of_a_day(text: str, match: re.Match[str]) -> bool:
    """Whether what is counted are the parts of one day: so many, of an hour each."""
    each = re.match(
        r"\s(?:of|à|zu|de|o)?\s?(?:about\s)?\d{1,3}\s?(?:h|hours?|min\w*)\b",
        text[match.end() : match.end() + 30],
        re.I,
    )
    return bool(each or re.search(r"\b(?:one|single|whole|full)[ -]day\b|\ball day\b", text, re.I))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def ask_about_minutes(
    notice: Passage, draft: Draft, lists: list[Listing], lasting: list[int]
) -> None:
    """Minutes of the parts that do not sum up to the whole."""
    for listing in lists:
        parts = [
            [
                int(match["minutes"])
                for match in _MINUTES.finditer(notice.text, item.start, item.end)
            ]
            for item in listing.items
        ]
        timed = [part[0] for part in parts if len(part) == 1]
        if len(timed) < 3 or len(timed) < len(parts) - 1:
            continue
        if lasting and sum(timed) not in lasting:
            draft.ask(
                "method",
                f"The parts take {sum(timed)} minutes together, but the whole takes {lasting[0]}: "
                "which is right?",
            )
