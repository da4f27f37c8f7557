"""Making the workshop in which a timeline is played, and the roles that its people's
own lines give them.
"""

import re

from footpath.replaying.played_people import Browser
from footpath.replaying.timeline import Event, Timeline, Unplayable

PHASES = {1: "gather", 2: "aims", 3: "experience", 4: "reflect", 5: "process", 6: "return"}


_ROLE_WORDS = (
    ("facilitator", r"\b(co-?)?facilitat(or|ors|es|ing)\b"),
    (
        "scribe",
        (
            r"\bnote[- ]?tak(er|es|ing)\b|\bscribe\b|\bminute[- ]?taker\b|\btakes (the )?(notes|"
            r"minutes)\b"
        ),
    ),
    ("observer", r"\bobserv(er|es|ing)\b|\bonly watch(es)?\b"),
)


def roles_of(person: Event) -> list[str]:
    """The roles that a person's line in the file names; somebody can be two."""
    told = person.get("role") or ""
    text = (", ".join(told) if isinstance(told, list) else told).lower()
    return [role for role, words in _ROLE_WORDS if re.search(words, text)] or ["participant"]


def shortened(text: str, longest: int) -> str:
    """A text cut to what fits, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def side_of(given: Event) -> str:
    """The side that a map is told from; commas part the sides in the form."""
    return shortened(str(given.get("side") or "").replace(",", ";"), 80)


def make_workshop(timeline: Timeline, base: str, host_key: str) -> dict[str, str]:
    """Make a workshop by link alone, marked as replayed; the links by which people come in.

    Raises:
        Unplayable: when there is no Footpath, or it wants another key.
    """
    browser = Browser(base)
    page = browser.get(f"{base}/make")
    fields = dict(re.findall(r'name="(minutes_\w+)" value="(\d+)"', page))
    made = re.search(r'name="made_with" value="([^"]+)"', page)
    if made is None:
        raise Unplayable(f"There is no Footpath at {base}.")
    sides = dict.fromkeys(side_of(one) for one in timeline.maps.values() if side_of(one))
    fields |= {
        "made_with": made[1],
        "title": shortened(timeline.title, 300),
        "replayed": "on",
        "host_key": host_key,
        "sides": ", ".join(sides),
        "expected": str(max(1, len(timeline.people))),
    }
    for step, title in timeline.questions.items():
        if step in PHASES:
            fields[f"question_{PHASES[step]}"] = shortened(title, 500)
    page = browser.post(f"{base}/make", fields)
    links = dict(re.findall(r'data-link="(\w+)" href="([^"]+)"', page))
    if not links:
        raise Unplayable("The workshop could not be made: is the host's key right?")
    return links
