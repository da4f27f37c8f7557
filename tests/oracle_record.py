"""The oracle's reading of a record: for each thing all entries are read again, to see whose words stand in it."""

from collections.abc import Sequence
from typing import Any

from footpath.method import Flipchart, Recorded, apply, as_read
from footpath.method.things import Aim, Element, Experience, Group, Moment, Note, SharedValue, Thing
from footpath.method.words import MASK, Words

Said = dict[str, Any]
"""text, hands [(person, entry)], number, at, thing (None where it is about no thing), private."""


MAKING = {
    "NoteWritten", "NotesGrouped", "AimAdded", "ValueAdded", "ExperienceTold", "MomentPlaced", "ElementAdded",
}  # fmt: skip
FIELDS = {
    "NoteWritten": ("side",), "AimAdded": ("reason",), "ValueAdded": ("sentence",), "ValueBacked": ("sentence",),
    "ExperienceTold": ("side", "when", "lanes", "stages"),
    "MomentPlaced": ("lane", "stage", "quote", "feeling_words", "who", "used"),
    "MomentArranged": ("lane", "stage", "quote", "feeling_words", "who", "used"),
    "ElementAdded": ("lane", "stage", "inputs", "outputs", "branches"),
    "ElementArranged": ("lane", "stage", "inputs", "outputs", "branches"), "WaysSaid": ("branches",),
}  # fmt: skip

LATE = 2**62
ITEMS = {
    "note", "liked", "disliked", "differently", "similar", "open_question", "checkout", "not_quite", "moment", "value",
    "activity", "decision", "document", "wait", "exception", "control", "end",
}  # fmt: skip


class ReadAgain:
    """A record, with everything that was said in it and what each thing is made of."""

    def __init__(self, record: Sequence[Recorded], *, veils_off: bool = False) -> None:
        self.record = record if veils_off else (record := as_read(record))
        self.chart = Flipchart()
        for one in record:
            apply(self.chart, one)
        self.words: list[Said] = []
        self.things = {thing.id: self.made_of(thing) for thing in self.chart.things.values() if self.kind(thing)}
        self.loose_words()
        self.reviews = [self.review(one) for one in record if type(one.entry).__name__ == "AimReviewed"]

    def say_what_lies_veiled(self, beneath: "ReadAgain") -> None:
        """The words that somebody covered were said as well; those of a thing that is covered wholly in secret."""
        self.covered = {self.id(place) for veil in beneath.chart.veils.values() for place in veil.places}
        for said in beneath.words:
            if said in self.words:
                continue
            wholly = any(
                said["thing"] is not None and place == self.id(said["thing"]) and not passages and said["number"] < id
                for id, veil in beneath.chart.veils.items() for place, passages in veil.places.items()
            )  # fmt: skip
            self.words.append(said | {"private": said["private"] or wholly})

    def id(self, id: int) -> int:
        return self.chart.renumbered.get(id, id)

    def kind(self, thing: Thing) -> str:
        if isinstance(thing, Note | Element):
            return thing.kind.value
        names = {Group: "group", Aim: "aim", SharedValue: "value", Experience: "story", Moment: "moment"}
        return names.get(type(thing), "")

    def say(self, words: Words | None, one: Recorded, thing: int | None, hands: Any = None, **more: Any) -> Said | None:
        if words is None or not words.text:
            return None
        said = {"text": words.text, "hands": hands or [(one.by, one.number)], "number": one.number, "at": one.said_at,
                "thing": thing, "private": False, **more}  # fmt: skip
        self.words.append(said)
        return said

    def made_of(self, thing: Thing) -> Said:
        """The wordings, fields, lists and labels of one thing, read from all entries about it."""
        wordings: list[Said] = []
        fields: dict[str, Any] = {}
        numbers: dict[str, tuple[Any, list[tuple[int | None, int]]]] = {}
        before: Any = None
        for one in self.record:
            entry, kind, own = one.entry, type(one.entry).__name__, [(one.by, one.number)]
            self.put_in_place(wordings, one, thing)
            about = getattr(entry, "id", None) if kind in MAKING else getattr(entry, "about", None)
            if kind == "OfferSettled" and getattr(entry, "taken", False):
                offer = next(o for o in self.record if self.id(getattr(o.entry, "id", 0)) == self.id(about or 0))
                if self.id(offer.entry.about) == thing.id and offer.entry.words.text:  # type: ignore[attr-defined]
                    self.shared(wordings[-1], offer)
                continue
            if not isinstance(about, int) or self.id(about) != thing.id or kind in ("NotesRevealed", "PersonArrived"):
                continue
            if kind == "ExperienceTold":
                own = [(person, one.number) for person in {one.by, *entry.storytellers}]  # type: ignore[attr-defined]
            asked = kind in ("Reworded", "MomentArranged") and entry.at_request  # type: ignore[attr-defined]
            authors = [(thing.by, one.number)] if asked else own
            main = next((getattr(entry, name) for name in ("words", "title", "name") if hasattr(entry, name)), None)
            if main is not None and (kind in MAKING or kind in ("Reworded", "AimReviewed")):
                empty = {"text": "", "hands": authors, "number": one.number, "at": one.said_at}
                wordings.append(self.say(main, one, thing.id, authors) or empty)
            if kind == "WordsMasked" and entry.replacement and not entry.passage.text:  # type: ignore[attr-defined]
                for said in wordings:
                    if said["text"] in (MASK, entry.replacement.text):  # type: ignore[attr-defined]
                        said["text"] = entry.replacement.text  # type: ignore[attr-defined]
                        said["hands"] = [*said["hands"], (one.by, one.number)]
            if kind in FIELDS:
                for name in FIELDS[kind]:
                    whose = authors if name in ("quote", "feeling_words") else own
                    fields[name] = self.put(fields.get(name), getattr(entry, name), one, thing.id, whose)
                for name in ("feeling", "inferred"):
                    if kind == "MomentPlaced" or (
                        kind == "MomentArranged" and numbers[name][0] != getattr(entry, name)
                    ):
                        numbers[name] = (getattr(entry, name), own)
        return {"wordings": wordings, "fields": fields, "numbers": numbers, "before": before}

    def put_in_place(self, wordings: list[Said], one: Recorded, thing: Thing) -> None:
        """What a facilitator put in place of a whole text that they veiled."""
        entry: Any = one.entry
        if type(entry).__name__ != "WordsVeiled":
            return
        wholly = any(self.id(place.about) == thing.id and not place.passages for place in entry.places)
        for said in wordings if wholly and entry.replacement else ():
            if said["text"] == MASK:
                said["text"], said["hands"] = entry.replacement.text, [*said["hands"], (one.by, one.number)]

    def shared(self, said: Said, offer: Recorded) -> None:
        said["hands"] = [*said["hands"], (offer.by, offer.number)]
        said["number"], said["at"] = min(said["number"], offer.number), min(said["at"], offer.said_at)

    def put(self, before: Any, words: Any, one: Recorded, thing: int, hands: Any) -> Any:
        """A field, list or row of labels put anew: what says the same stays whose it was."""
        if isinstance(words, tuple):
            known = [said for said in before or () if said is not None]
            parts = [getattr(part, "label", None) if hasattr(part, "to") else part for part in words]
            return [
                next((said for said in reversed(known) if part is not None and said["text"] == part.text), None)
                or self.say(part, one, thing, hands)
                for part in parts
            ]
        if words is not None and before is not None and words.text == before["text"]:
            return before
        return self.say(words, one, thing, hands)

    def loose_words(self) -> None:
        """Words that stand in no field of a thing that could leave: offers, reasons, tags, lines, what was offered."""
        for one in self.record:
            entry: Any = one.entry
            kind = type(entry).__name__
            if kind == "WordingOffered":
                self.say(entry.words, one, entry.id)
            if kind in ("Reworded", "WordingOffered", "ThingHidden", "ThingParked", "WordsMasked"):
                self.say(entry.reason, one, None)
            if kind == "WordsVeiled":
                self.say(entry.reason, one, None)
                self.say(entry.replacement, one, None)
            if kind == "WordsMasked":
                self.say(entry.passage, one, None)
                self.say(entry.replacement, one, None)
            if kind in ("Tagged", "AgreementProposed"):
                self.say(entry.tag if kind == "Tagged" else entry.words, one, None)
            if kind == "StoryOffered":
                self.say(entry.line, one, None, private=True)

    def review(self, one: Recorded) -> Said:
        entry: Any = one.entry
        record: Any = self.record
        opened = [o.entry.phase for o in record if type(o.entry).__name__ == "PhaseOpened" and o.number < one.number]
        return {"id": -1_000_000_000 - one.number, "one": one, "reason": self.say(entry.reason, one, entry.about),
                "phase": opened[-1] if opened else "gather"}  # fmt: skip


def called_in(record: Sequence[Recorded]) -> set[str]:
    """Every name that a person ever had, and each part of one that is written with a capital."""
    found: set[str] = set()
    for one in record:
        if type(one.entry).__name__ not in ("PersonArrived", "PersonRenamed"):
            continue
        name = getattr(one.entry, "name").text or ""  # noqa: B009
        if len(name) >= 2 and name != "Somebody":
            found.add(name)
            for part in name.split(" "):
                if len(part) > 2 and part[0] != part[0].lower():
                    found.add(part)
    return found


def ways_on(element: Element, labels: Sequence[tuple[int, str, str]]) -> list[tuple[str, int | None, str]]:
    """How an element leads on, each way with what may be read of its name: (to, name, what may be read) is given."""
    found: list[tuple[str, int | None, str]] = []
    for way in element.branches:
        text = way.label.text if way.label is not None else None
        goes = element.id if way.ends else way.to
        label = [cut for to, before, cut in labels if (to, before) == (goes, text)]
        how = "ends_here" if way.ends else "leads_to" + (f"_{element.fork}_of" if element.fork else "")
        found.append((how, goes, label[0] if label else ""))
    return found


def without_a_lonely_fork(links: set[tuple[str, int, str]]) -> set[tuple[str, int, str]]:
    """A single way does not tell that there were several."""
    ways = [how for how, _, _ in links if how.startswith(("leads_to", "ends_here"))]
    if len(ways) != 1:
        return links
    return {("leads_to" if how.startswith("leads_to") else how, to, label) for how, to, label in links}
