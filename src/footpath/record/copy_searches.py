"""What follows from words that were taken back: copies of them are looked for, in the name of
who took them back.

And what that person is told of it, which is nobody else's.
"""

from footpath.method import FOLLOWING, Flipchart, Recorded
from footpath.method.own_words.covering_copies import CoverCopies
from footpath.method.own_words.left_behind import TitleTakenBack
from footpath.method.own_words.taking_back import WordsTakenBack
from footpath.record.after_effects import CommandToAsk
from footpath.record.vocabulary import own_id


def look_for_copies(workshop: int, entries: list[Recorded]) -> list[CommandToAsk]:
    """Ask for the copies to be covered; asked for twice it happens once. Of an earlier release
    that was done before.
    """
    taken = (
        one
        for one in entries
        if isinstance(one.entry, WordsTakenBack | TitleTakenBack)
        and one.entry.let_stand is not None
    )
    return [
        CommandToAsk(
            CoverCopies(id=own_id(f"copies-{one.number}"), taken=one.number),
            one.typed_by,
            FOLLOWING,
        )
        for one in taken
    ]


LOOKING = (
    "Copies of what you took back are still being looked for. "
    "Your own words go from the record, where nobody reads them any more, when that is done."
)
COVERED = "The same words are covered in {places}."
LEFT = (
    "In {places} the same words stay as they are, because very many were found or are covered "
    "already. Ask a facilitator to cover them there."
)


def told_of_copies(chart: Flipchart, person: int, *, since: int = 0) -> list[str]:
    """What somebody is told of copies of what they took back: whether they are looked for,
    and what was found.
    """
    told = [LOOKING] if any(one.by == person for one in chart.looking.values()) else []
    last = chart.looked.get(person)
    if last is not None and last.at >= since:
        told += [COVERED.format(places=_places(last.covered))] if last.covered else []
        told += [LEFT.format(places=_places(last.left))] if last.left else []
    return told


def _places(number: int) -> str:
    return "1 place" if number == 1 else f"{number} places"
