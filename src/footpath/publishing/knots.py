"""The places on a thread, as the readers of an edition may see them: what each reader sees
is worked out once.
"""

from collections.abc import Mapping

from msgspec import Struct

from footpath.method import Flipchart
from footpath.method.flipchart.quoting import Quotation
from footpath.method.flipchart.threads import Edition
from footpath.method.lines.opening import holds
from footpath.method.things.kinds import FEELINGS, look_of
from footpath.method.things.people import NAMELESS
from footpath.method.things.things import AUTHORED, Experience, Moment, Note, Thing
from footpath.method.things.visibility import Visibility
from footpath.method.words.words import MASK

IN_PROSE = FEELINGS | {0: "neither good nor hard"}
TAKEN_BACK = "These words were taken back. The line still stands."


class Knot(Struct, frozen=True, kw_only=True):
    """One place on a thread.

    `words` are the group's text or a summary of what happened; `said` and `felt_as` are somebody's
    own words. `line` is the number of the line that this is, if it is one; `lines` are those that
    came out of it, with their ids.
    """

    id: int
    kind: str
    paper: str
    words: str = ""
    said: Quotation | None = None
    felt: str = ""
    felt_as: Quotation | None = None
    who: str = ""
    where: str = ""
    ends: str = ""
    opened: str = ""
    line: str = ""
    lines: tuple[tuple[int, str], ...] = ()


class Knots:
    """The places of a flipchart, as the readers of an edition may see them."""

    def __init__(
        self,
        chart: Flipchart,
        edition: Edition,
        numbers: Mapping[int, str] = {},
        under: Mapping[int, tuple[tuple[int, str], ...]] = {},
    ) -> None:
        """`numbers` are those of the lines by their ids; `under` gives of each place the
        lines that rest on it.
        """
        self._chart, self._edition, self._numbers, self._under = chart, edition, numbers, under
        self._knots: dict[int, Knot | None] = {}

    def knot(self, id: int) -> Knot | None:
        """One place, as these readers may see it; None where they may not, or where it does
        not stand any more.
        """
        if id not in self._knots:
            self._knots[id] = self._tied(self._chart.things[id])
        return self._knots[id]

    def _tied(self, thing: Thing) -> Knot | None:
        chart = self._chart
        look = look_of(thing)
        if self._was_taken_back(thing):
            if self._edition is not Edition.TOOK_PART:
                # in the room everybody saw that they went (E8); nobody else needs to know
                return None
            return Knot(id=thing.id, kind=look.name, paper="gone", ends=TAKEN_BACK)
        if not holds(chart, thing, self._edition):
            return None
        quotation = quotation_of(thing)
        summary = "" if isinstance(thing, Note) and quotation is not None else thing.words.shown
        felt = Quotation.of_feeling(thing) if isinstance(thing, Moment) else None
        texts = (thing.words.shown, *(one.text for one in (quotation, felt) if one is not None))
        return Knot(
            id=thing.id, kind=look.name, paper=look.paper, words=summary,
            said=quotation, felt=_felt(thing), felt_as=felt,
            who=self.who(thing), where=self._where(thing),
            ends="Part of it is masked." if any(MASK in text for text in texts) else "",
            line=self._numbers.get(thing.id, ""),
            lines=self._under.get(thing.id, ()),
        )  # fmt: skip

    def _was_taken_back(self, thing: Thing) -> bool:
        chart = self._chart
        if isinstance(thing, Moment | Experience) and (
            thing.id < 0 or chart.reach(thing) is not Visibility.SHARED
        ):
            return False
        return thing.withdrawn or (
            isinstance(thing, Moment) and chart.story(thing.experience).withdrawn
        )

    def who(self, thing: Thing) -> str:
        """Whose words it is, for those who took part; empty for anybody else."""
        if not isinstance(thing, AUTHORED) or self._edition is not Edition.TOOK_PART:
            return ""
        if thing.unnamed:
            return NAMELESS["unnamed"]
        return self._chart.name_of(thing.by) if thing.by is not None else NAMELESS["unknown"]

    def _where(self, thing: Thing) -> str:
        if not isinstance(thing, Moment):
            return ""
        chart, story = self._chart, self._chart.story(thing.experience)
        side = f", told as {story.side.shown}" if story.side is not None and story.side.text else ""
        if not holds(chart, story, self._edition):
            return f"from a story{side}"
        told = [one.id for one in (chart.things[id] for id in story.moments) if one.stands]
        told = [id for id in told if chart.may_read(chart.things[id], None)]
        place = told.index(thing.id) + 1 if thing.id in told else 0
        return f"moment {place} of the story {story.words.shown}{side}"


def quotation_of(thing: Thing) -> Quotation | None:
    """What of a thing is somebody's own words: a note, or what the teller of a moment said."""
    if isinstance(thing, Note):
        return Quotation.of_note(thing)
    return Quotation.of_moment(thing) if isinstance(thing, Moment) else None


def _felt(thing: Thing) -> str:
    if not isinstance(thing, Moment) or thing.feeling is None:
        return ""
    return f"{IN_PROSE.get(thing.feeling, '')}{' (inferred)' if thing.inferred else ''}"
