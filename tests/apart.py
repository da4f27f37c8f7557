"""Two crowds in which the same happens, and in one of them somebody has further things, alone."""

import random
from typing import Any

import msgspec
from twins import OUTSIDE_ROLES, Crowd, pages

from footpath.method import Refusal


class Apart:
    """Two crowds in which the same happens, and in one of them somebody has further things that
    nobody else receives.

    A history's monkey takes it for one group; now and then that somebody does something
    private in the one alone.
    """

    def __init__(self, seed: int) -> None:
        """The one has nothing more yet."""
        self.crowds = (Crowd(), Crowd())
        self.chance = random.Random(seed)
        self.owner: int = self.crowds[0].dot
        self.more: list[int] = []

    @property
    def chart(self) -> Any:
        """The flipchart by which the monkey chooses: the one in which nothing more happens."""
        return self.crowds[0].chart

    def __getattr__(self, name: str) -> Any:
        """The people by name."""
        return getattr(self.crowds[0], name)

    def do(self, person: int | None, do: str, /, *, door: str = "", **fields: Any) -> int:
        """Ask both, who must answer the same."""
        if person == self.owner or (do in OUTSIDE_ROLES and fields["person"] == self.owner):
            raise Refusal("Not asked.")
        self.do_more()
        said = [crowd.refusal_of(person, do, door=door, **fields) for crowd in self.crowds]
        assert said[0] == said[1], (do, fields)
        if said[0]:
            raise Refusal(said[0])
        made = [crowd.do(person, do, door=door, **fields) for crowd in self.crowds]
        assert made[0] == made[1], (do, fields)
        self.same_frames(do)
        return made[0]

    def do_more(self) -> None:
        """What nobody else may notice: a story, moments in it, wordings, offers,
        memos, taking back.
        """
        crowd, chance = self.crowds[1], self.chance
        choices: list[tuple[str, dict[str, Any]]] = [
            (
                "TellExperience",
                {"title": "Alone", "visibility": "only_me", "side": "client", "lanes": ["Alone"]},
            ),
            ("WriteMemo", {"text": "For myself"}),
            *(
                asked
                for id in self.more[-1:]
                for asked in (
                    (
                        "PlaceMoment",
                        {"experience": id, "text": "Nobody paid", "feeling": -2, "lane": "Alone"},
                    ),
                    ("PlaceMoment", {"experience": id, "text": "Not yet", "visibility": "only_me"}),
                    ("Reword", {"about": id, "text": f"Alone {crowd.asked}", "version": 1}),
                    ("MaskWords", {"about": id, "passage": "Alone"}),
                    ("SayThatsIt", {"experience": id}), ("Delete", {"about": id}),
                    ("BringBack", {"about": id}), ("TakeBack", {"about": id}),
                    ("SetVisibility", {"about": id, "visibility": "only_me"}),
                )
            ),
        ]  # fmt: skip
        do, fields = chance.choice(choices)
        before, asked, now = crowd.told, crowd.asked, crowd.now
        crowd.asked = asked + 1_000_000 + len(crowd.record)
        try:
            made = crowd.do(self.owner, do, **fields)
        except Refusal:
            made = 0
        else:
            told = {audience for audience in crowd.told if audience != self.owner}
            assert told == set(), (do, crowd.told)
        self.more += [made] if do == "TellExperience" and made else []
        crowd.told, crowd.asked, crowd.now = before, asked, now

    def same_frames(self, do: str) -> None:
        """Everybody else is told the same, with the same number."""
        frames = [
            (
                crowd.chart.public_number,
                sorted((str(a), one) for a, one in crowd.told.items() if a != self.owner),
            )
            for crowd in self.crowds
        ]
        assert msgspec.json.encode(frames[0]) == msgspec.json.encode(frames[1]), do

    def same_for_everybody_else(self) -> None:
        """All that anybody else has now, or would be shown on any page."""
        others = {*self.chart.people} - {self.owner}
        for audience in ("everyone", "facilitators", *others):
            assert self.crowds[0].sees(audience) == self.crowds[1].sees(audience), audience
        assert pages(self.crowds[0]) == pages(self.crowds[1])
