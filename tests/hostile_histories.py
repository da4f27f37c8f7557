"""Histories that somebody made to keep everybody waiting: ten thousand entries, all
tied to a few things.
"""

from functools import cache
from typing import Any

from table import Group

from footpath.method import Flipchart, LayerChange, Sight
from footpath.method.audiences.by_kind import Audience
from footpath.method.flipchart.bounds import MOMENTS, OFFERS, WORDINGS
from footpath.method.phases.experience import MOST_TELLERS

ENTRIES = 10_000
TIED = 400
CROWD = 300
COPIES = 200
SILENT = 1_500
"""Notes that wait to be shown in one change."""


class _Unseen(Sight):
    """Nobody looks while the history is made, which takes long enough."""

    def refresh(self, chart: Flipchart) -> dict[Audience, LayerChange]:
        return {}


class Hostile(Group):
    """Sam wrote three thousand notes, told a long story and reworded one note as often as goes;
    others hang on it.

    Everybody tied as much together as they may: hundreds of the same things under values, aims,
    steps and reflections.
    """

    def __init__(self) -> None:
        """Ten thousand entries. What the others wrote copies Sam's words and holds the
        names of two firms.
        """
        super().__init__()
        self.sight = _Unseen(self.chart)
        self.crowd = [self.arrive("Tom") for _ in range(CROWD)]
        self.absent = self.do(self.kit, "AddPerson", name="Una")
        self.line = self.do(self.tess, "ProposeAgreement", text="One speaks")
        self._copies()
        self._long_story()
        self._called()
        self._hub()
        self._ties()
        self._veils()
        self._offers_and_dots()
        while len(self.record) < ENTRIES - SILENT:
            self.note(
                self.tess, "Something else altogether, of the length that people write on a card"
            )
        self.do(self.fay, "OpenPhase", phase="aims")  # in silence
        for n in range(SILENT):
            text = "What somebody thinks of for themselves, and nobody reads until it is shown"
            self.note(self.crowd[n % CROWD], text)

    def _copies(self) -> None:
        """Two hundred notes that Tess copied were taken back, one by one: as many veils come due
        together.
        """
        said = [f"They never paid us in winter number {n}" for n in range(COPIES)]
        taken = [self.note(self.crowd[0], text) for text in said]
        for text in said:
            self.note(self.tess, text)
        for note in taken:
            self.do(self.crowd[0], "TakeBack", about=note)

    def _called(self) -> None:
        """Twelve tell a story together, and called it as many things as each may."""
        tellers = self.crowd[:MOST_TELLERS]
        self.called = self.joint(self.kit, *tellers)
        for n in range(MOST_TELLERS * WORDINGS.own):
            words = {"text": f"Winter {n} " + "x" * 150, "version": n + 1}
            self.do(tellers[n % MOST_TELLERS], "Reword", about=self.called, **words)

    def _long_story(self) -> None:
        self.tale = self.story(storytellers=[self.sam, self.tess])
        for n in range(MOMENTS.own - 1):
            name = "Brightside" if n < 115 else "Somebody"
            self.moment(self.tale, text=f"{name} paid us on day {n}", quote="q" * 300)
        self.strange = self.moment(self.tale, self.tess, "It was like that for us")
        for n in range(MOMENTS.shared - 2):
            self.moment(self.tale, self.crowd[n], f"They let us wait too, {n} days")
        self.moments = list(self.thing(self.tale).moments)
        self.prepared = self.do(
            self.sam, "TellExperience", title="Another winter", visibility="only_me"
        )
        for n in range(MOMENTS.own - 1):
            self.moment(self.prepared, text=f"On day {n} nobody wrote")
        for n, person in enumerate(self.crowd * 5):  # all of it waits for the teller
            self.do(person, "HadThatToo", about=self.moments[n % 10], text="So did I")
        for person in self.crowd:
            self.do(person, "AgreeToLine", about=self.line)
            self.do(person, "SayDone")

    def _hub(self) -> None:
        self.hub = self.note(self.sam, "What everybody here hangs something on, all day long")
        for n in range(1, 20):
            text = f"{n} " + f"what everybody here hangs something on, all day long {n} " * 150
            self.do(self.sam, "Reword", about=self.hub, text=text, version=n)
        self.mine = [
            self.note(self.sam, f"My note number {n} about what we lived through")
            for n in range(3000)
        ]
        for n in range(2000):  # each of the crowd has a share
            one = self.crowd[n % CROWD]
            self.do(
                one,
                "HadThatToo" if n % 2 else "AskQuestion",
                about=self.hub,
                text=f"They were late {n}",
            )

    def _ties(self) -> None:
        """Two keepers and two others tie the same hundreds of things together, and keep room
        for a few times more.
        """
        self.tied = [*self.moments[: TIED // 2], *self.mine[: TIED // 2]]
        self.reflections = [
            self.do(
                person, "WriteReflection", kind="liked", text=f"Good {n}", about=self.mine[:TIED]
            )
            for n in range(3)
            for person in (self.tess, self.sam)
        ]
        self.shared_values, self.aims, self.steps = list[int](), list[int](), list[int]()
        for n, keeper in enumerate((self.fay, self.kit) * 5):
            self.shared_values.append(
                self.do(keeper, "AddValue", name=f"Trust {n}", heard_in=self.tied)
            )
            self.steps.append(
                self.do(keeper, "AddElement", kind="activity", text=f"Pay {n}", answers=self.tied)
            )
            self.aims.append(self.do(keeper, "AddAim", text=f"Prompt pay {n}", rests_on=self.tied))
            self.do(keeper, "ChangeAim", about=self.aims[-1], text=f"Prompter pay {n}")

    def _veils(self) -> None:
        """Sam covered the name of a firm in two hundred notes."""
        self.moment(self.tale, text="Dunmore was late too")
        for n in range(200):
            text = (
                f"They said: my note number {n % 100} about what we lived through, and Brightside "
                "did so"
            )
            self.note(self.tess, text)
        self.covered = [self.note(self.tess, f"Dunmore again {n}") for n in range(199)]
        self.do(self.sam, "MaskWords", passage="Dunmore")
        self.veil = list(self.chart.veils.values())[-1].drawn

    def _offers_and_dots(self) -> None:
        self.offers = [
            self.do(self.crowd[n], "Reword", about=self.mine[0], text=f"Other words {n}", version=1)
            for n in range(OFFERS.shared)
        ]
        self.do(self.fay, "OpenVote", dots_each=1)
        for person, note in zip(self.crowd, self.mine, strict=False):
            self.do(person, "PlaceDot", about=note)


Act = tuple[str, int | None, str, dict[str, Any]]


@cache
def hostile() -> Hostile:
    """The history, which takes long to make: nobody who asks for it goes on with it."""
    return Hostile()
