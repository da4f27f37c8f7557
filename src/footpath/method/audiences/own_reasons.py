"""The reasons that one person gave, wherever they stand, with who typed them. For
that person alone.
"""

from msgspec import Struct

from footpath.method import Flipchart
from footpath.method.own_words.reasons import reasons_of
from footpath.method.things.kinds import look_of


class OwnReason(Struct, frozen=True, kw_only=True):
    """A reason of theirs; `about` and `place` say which."""

    about: int
    place: int
    of: str
    """What it is a reason for: "Aim: Pay sooner"."""
    text: str
    typed_by: str
    """Who typed it for them; empty where they did."""
    is_unnamed: bool


def reasons_by(chart: Flipchart, person: int) -> list[OwnReason]:
    """All reasons that somebody gave and that stand, in the order of the things
    that they are about; of what they do not read any more without its words.
    """
    found: list[OwnReason] = []
    for thing in chart.things.values():
        if thing.withdrawn:
            continue
        name = look_of(thing).name
        of = f"{name}: {thing.words.shown}" if chart.may_read(thing, person) else name
        for place, one in enumerate(reasons_of(thing)):
            if one.by == person and one.words.text:
                found.append(
                    OwnReason(
                        about=thing.id,
                        place=place,
                        of=of,
                        text=one.words.text,
                        typed_by="" if one.typed_by == person else chart.name_of(one.typed_by),
                        is_unnamed=one.unnamed or chart.is_nameless(thing),
                    )
                )
    return found
