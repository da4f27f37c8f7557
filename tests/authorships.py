"""A workshop with things of every kind by whoever they can be: somebody's own, unnamed, typed for
them, an unknown hand's, a guest's who was shown out, of one teller and of several.
"""

from typing import Any

from table import Group

SAYS = "Acme paid after seventy days"
"""What everything says: with a name in it that can be masked."""


class Authorships(Group):
    """Beside the group there are Una, who takes part, Gus, who is shown out, Pax, who keeps the
    pace, and Rob, who wrote himself in beside a teller while he was a scribe.
    """

    def __init__(self) -> None:
        """Everything is there, and what can be taken off or clash has been."""
        super().__init__()
        self.una, self.gus, self.pax = (self.arrive(one) for one in ("Una", "Gus", "Pax"))
        self.rob = self.arrive("Rob", "scribe")
        self.ids: dict[str, int] = {}
        self._notes()
        self._stories()
        self._text()
        self._offers()
        self.do(self.fay, "RemovePerson", person=self.gus)
        self.do(self.fay, "TakeRole", person=self.rob, role="scribe")
        self.do(None, "GivePace", door="room", person=self.pax)

    def _notes(self) -> None:
        hands: dict[str, tuple[int, dict[str, Any]]] = {
            "note": (self.sam, {}),
            "unnamed note": (self.sam, {"unnamed": True}),
            "note typed for Sam": (self.kit, {"for_person": self.sam}),
            "unknown note": (self.kit, {"for_someone": True}),
            "unnamed unknown note": (self.kit, {"for_someone": True, "unnamed": True}),
            "note of Gus": (self.gus, {}),
            "unnamed note of Gus": (self.gus, {"unnamed": True}),
            "deleted note": (self.sam, {}),
            "source": (self.sam, {}),
        }
        for name, (person, fields) in hands.items():
            self.ids[name] = self.note(person, SAYS, **fields)
        self.do(self.sam, "Delete", about=self.ids["deleted note"])
        self.ids["line"] = self.do(self.sam, "ProposeAgreement", text=SAYS)

    def _stories(self) -> None:
        ids, title = self.ids, {"title": SAYS}
        ids["story"] = self.story(self.sam, **title)
        ids["joint story"] = self.joint(self.fay, self.sam, self.tess, **title)
        ids["quiet joint story"] = self.joint(self.fay, self.sam, self.tess, **title)
        ids["story of Gus"] = self.story(self.gus, **title)
        ids["story of Gus and Una"] = self.joint(self.fay, self.gus, self.una, **title)
        ids["story with Rob"] = self.joint(self.rob, self.sam, self.rob, **title)
        ids["nobody's story"] = self.do(
            self.fay, "TellExperience", for_someone=True, storytellers=[], **title
        )
        ids["story that names Tess"] = self.do(
            self.fay, "TellExperience", storytellers=[self.sam, self.tess], **title
        )
        ids["private story"] = self.do(
            self.sam, "TellExperience", storytellers=[self.sam], visibility="only_me", **title
        )
        ids["moment in the story with Rob"] = self.moment(ids["story with Rob"], self.sam, SAYS)
        for told in ("story", "joint story"):
            hands: dict[str, tuple[int, dict[str, Any]]] = {
                "Sam": (self.sam, {}),
                "Sam, unnamed": (self.sam, {"unnamed": True}),
                "Tess": (self.tess, {}),
                "Una": (self.una, {}),
                "nobody known": (self.kit, {"for_someone": True}),
                "nobody known, unnamed": (self.kit, {"for_someone": True, "unnamed": True}),
                "Una, put aside": (self.una, {}),
                "Sam, put aside": (self.sam, {}),
            }
            for name, (person, fields) in hands.items():
                ids[f"moment of {name} in a {told}"] = self.moment(
                    ids[told], person, SAYS, **fields
                )
            for name in ("Una", "Sam"):
                aside = ids[f"moment of {name}, put aside in a {told}"]
                self.do(self.sam, "AcceptMoment", about=aside, accept=False)

    def _text(self) -> None:
        ids, source = self.ids, self.ids["source"]
        ids["group"] = self.do(self.kit, "GroupNotes", notes=[source], title=SAYS)
        for name in ("aim", "aim that asks for care", "deleted aim"):
            rests_on = [source] if "care" in name else []
            ids[name] = self.do(self.kit, "AddAim", text=SAYS, rests_on=rests_on)
        ids["aim typed for Sam"] = self.do(
            self.kit, "AddAim", text=SAYS, rests_on=[], for_person=self.sam
        )
        ids["value"] = self.do(self.tess, "AddValue", name=SAYS, heard_in=[ids["note"]])
        ids["element"] = self.do(
            self.kit, "AddElement", kind="activity", text=SAYS, serves=[ids["aim"]]
        )
        self.do(self.kit, "Delete", about=ids["deleted aim"])
        self._reword(self.sam, "source", f"{SAYS} at last")

    def _offers(self) -> None:
        for name in ("note", "story", "line"):
            ids, there = self.ids, self.ids[name]
            ids[f"offer beside {name}"] = self._reword(self.tess, name, f"{SAYS}, once")
            assert self.chart.offers[there]
        ids["clash beside note"] = self._reword(
            self.kit, "note", f"{SAYS}, twice", version=0, at_request=True
        )
        ids["clash beside aim"] = self._reword(self.kit, "aim", f"{SAYS}, twice", version=0)

    def _reword(self, person: int, name: str, text: str, **fields: Any) -> int:
        asked = {"about": self.ids[name], "version": 1, "text": text, **fields}
        return self.do(person, "Reword", **asked)
