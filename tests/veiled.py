"""A group in which somebody masked a name that stands in others' words too."""

import pytest
from table import MINUTE, Group, Table

from footpath.method import Actor, apply, decide
from footpath.method.flipchart.entries import Recorded
from footpath.method.own_words.masked_for_good import SettleDueVeils
from footpath.method.wire.sheets import VeilView
from footpath.method.words import veils
from footpath.method.words.words import exactly

NOTE = "Brightside paid us after ninety days"


def veils_told(group: Table) -> list[VeilView]:
    """Every veil over everything, as facilitators are told of them."""
    over = group.sight.whole("facilitators").get("veils", {})
    return [veil for thing in over.values() for veil in thing.veils]


class Covered(Group):
    """Tess wrote a note; Sam tells a story of their own, and masks in it a name that
    the note holds too.
    """

    def __init__(self, passage: str = "Brightside") -> None:
        """The name is masked in the story and veiled in the note and in an aim."""
        super().__init__()
        self.noted = self.note(self.tess, NOTE)
        self.aim = self.do(
            self.fay, "AddAim", text="Nobody waits for Brightside", rests_on=[self.noted]
        )
        self.winter = self.story(visibility="only_me")
        self.mine = self.moment(self.winter, text=f"{passage} was late")
        self.do(self.sam, "MaskWords", passage=passage)
        self.veil = next((veil.drawn for veil in self.chart.veils.values()), 0)

    def after(self, hours: float) -> None:
        """What the clock does then."""
        actor = Actor(person=None, at=self.now + int(hours * 60 * MINUTE), door="clock")
        for entry in decide(self.chart, SettleDueVeils(id="due"), actor):
            one = Recorded(
                number=self.chart.number + 1,
                at=actor.at,
                by=None,
                typed_by=None,
                said_at=actor.at,
                entry=entry,
            )
            apply(self.chart, one)
        self.sight.refresh(self.chart)


def searches_in(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The passages for which a text is searched from now on."""
    searches = list[str]()

    def counted(text: str, passage: str) -> list[tuple[int, int]]:
        searches.append(passage)
        return exactly(text, passage)

    monkeypatch.setattr(veils, "exactly", counted)
    return searches
