"""The oracle's reading of a record: for each thing all entries are read again, to see whose
words stand in it.
"""

from collections.abc import Sequence
from typing import Any

from oracle_kinds import FIELDS, GIVING_REASONS, MAKING

from footpath.method import Flipchart, Recorded, apply, as_read
from footpath.method.phases.return_to_aims import ReviewTakenOff
from footpath.method.things.things import (
    AgreementLine,
    Aim,
    Element,
    Experience,
    Group,
    Moment,
    Note,
    Offer,
    SharedValue,
    Thing,
)
from footpath.method.words.words import MASK, Words

Said = dict[str, Any]
"""text, hands [(person, entry)], number, whether it was left unnamed, thing (None where it is about
none), with (the thing with which others receive it), private.
"""


LATE = 2**62


class ReadAgain:
    """A record, with everything that was said in it and what each thing is made of."""

    def __init__(self, record: Sequence[Recorded], *, veils_off: bool = False) -> None:
        self.record = record if veils_off else (record := as_read(record))
        self.chart = Flipchart()
        for one in record:
            apply(self.chart, one)
        self.words: list[Said] = []
        self.as_said: list[Said] = []
        self.corrected: dict[int, Said | None] = {}
        self.things = {
            thing.id: self.made_of(thing)
            for thing in self.chart.things.values()
            if self.kind(thing)
        }
        for line in [
            thing for thing in self.chart.things.values() if isinstance(thing, AgreementLine)
        ]:
            self.made_of(line)
        self.loose_words()
        off = {one.entry.review for one in record if isinstance(one.entry, ReviewTakenOff)}
        self.reviews = [
            self.review(one)
            for one in record
            if type(one.entry).__name__ == "AimReviewed" and one.number not in off
        ]

    def id(self, id: int) -> int:
        return self.chart.renumbered.get(id, id)

    def is_unnamed(self, thing: Thing) -> bool:
        return thing.unnamed or (
            isinstance(thing, Offer) and self.chart.things[thing.about].unnamed
        )

    def told_to_all(self) -> list[tuple[int, list[int | None], str]]:
        """What everybody received as it was said, with when and by whom as far as they are told."""
        set_up: Any = self.chart.set_up
        began = [set_up.title.text, *set_up.sides, *(one.text for one in set_up.questions.values())]
        found: list[tuple[int, list[int | None], str]] = [(0, [], text or "") for text in began]
        for said in self.as_said:
            thing = None if said["with"] is None else self.chart.find(said["with"])
            if said["private"] or (thing is not None and not self.chart.may_read(thing, None)):
                continue
            hidden = said["unnamed"] or (thing is not None and self.is_unnamed(thing))
            found.append(
                (
                    said["number"],
                    [] if hidden else [person for person, _ in said["hands"]],
                    said["text"],
                )
            )
        return found

    def kind(self, thing: Thing) -> str:
        if isinstance(thing, Note | Element):
            return thing.kind.value
        names = {
            Group: "group",
            Aim: "aim",
            SharedValue: "value",
            Experience: "story",
            Moment: "moment",
        }
        return names.get(type(thing), "")

    def say(
        self, words: Words | None, one: Recorded, thing: int | None, hands: Any = None, **more: Any
    ) -> Said | None:
        if words is None or not words.text:
            return None
        said = {"text": words.text, "hands": hands or [(one.by, one.number)], **when(one),
                "thing": thing, "with": thing, "private": False, **more}  # fmt: skip
        self.words.append(said)
        self.as_said.append({**said})
        return said

    def made_of(self, thing: Thing) -> Said:
        """The wordings, fields, lists and labels of one thing, read from all entries about it."""
        wordings, reasons = list[Said](), list[int]()
        fields: dict[str, Any] = {}
        numbers: dict[str, tuple[Any, list[tuple[int | None, int]]]] = {}
        for one in self.record:
            entry, kind, own = one.entry, type(one.entry).__name__, [(one.by, one.number)]
            self.put_in_place(wordings, one, thing)
            about = getattr(entry, "id", None) if kind in MAKING else getattr(entry, "about", None)
            if kind == "OfferSettled" and getattr(entry, "taken", False):
                self.taken(about or 0, thing, wordings)
                continue
            if (
                not isinstance(about, int)
                or self.id(about) != thing.id
                or kind in ("NotesRevealed", "PersonArrived")
            ):
                continue
            if kind == "ExperienceTold":
                own = [(person, one.number) for person in {one.by, *entry.storytellers}]  # type: ignore[attr-defined]
            asked = kind in ("Reworded", "MomentArranged") and entry.at_request  # type: ignore[attr-defined]
            authors = [(thing.by, one.number)] if asked else own
            main = main_words(entry)
            if main is not None and (kind in MAKING or kind in ("Reworded", "AimReviewed")):
                empty = {"text": "", "hands": authors, **when(one)}
                wordings.append(self.say(main, one, thing.id, authors) or empty)
            if kind in GIVING_REASONS and entry.reason is not None:  # type: ignore[attr-defined]
                reasons.append(one.number)
            if kind == "ReasonReworded":
                self.correct(reasons[entry.place], one, thing, fields)  # type: ignore[attr-defined]
            for name in FIELDS.get(kind, ()):
                whose = authors if name in ("quote", "feeling_words") else own
                fields[name] = self.put(
                    fields.get(name), getattr(entry, name), one, thing.id, whose
                )
            if kind in ("MomentPlaced", "MomentArranged"):
                for name in ("feeling", "inferred"):
                    if kind == "MomentPlaced" or numbers[name][0] != getattr(entry, name):
                        numbers[name] = (getattr(entry, name), own)
        return {"wordings": wordings, "fields": fields, "numbers": numbers}

    def taken(self, about: int, thing: Thing, wordings: list[Said]) -> None:
        """An offer that was taken is a wording of its thing, and whoever offered shares it."""
        record: Any = self.record
        offer = next(o for o in record if self.id(getattr(o.entry, "id", 0)) == self.id(about))
        if self.id(offer.entry.about) == thing.id and offer.entry.words.text:
            self.shared(wordings[-1], offer)

    def put_in_place(self, wordings: list[Said], one: Recorded, thing: Thing) -> None:
        """What a facilitator put in place of a whole text that they masked or veiled."""
        entry: Any = one.entry
        kind = type(entry).__name__
        if kind == "ToldTogether" and self.id(entry.about) == thing.id:
            self.joined(wordings, one)
        if kind not in ("WordsMasked", "WordsVeiled") or not entry.replacement:
            return
        if kind == "WordsVeiled":
            places, stood = [(place.about, bool(place.passages)) for place in entry.places], {MASK}
        else:
            places, stood = (
                [(entry.about or 0, bool(entry.passage.text))],
                {MASK, entry.replacement.text},
            )
        for said in (
            wordings if any(self.id(id) == thing.id and not partly for id, partly in places) else ()
        ):
            if said["text"] in stood:
                said["text"], said["hands"] = (
                    entry.replacement.text,
                    [*said["hands"], (one.by, one.number)],
                )

    def correct(self, given: int, one: Recorded, thing: Thing, fields: dict[str, Any]) -> None:
        """A reason, called by its place among all of its thing, is now worded
        by who corrected it.
        """
        self.corrected[given] = self.say(one.entry.reason, one, thing.id)  # type: ignore[attr-defined]
        if given == thing.made_by_entry:
            fields["reason"] = self.corrected[given]

    def joined(self, wordings: list[Said], one: Recorded) -> None:
        """Who tells a story from here on is asked about its title too."""
        hands = [(who, one.number) for who in one.entry.tellers]  # type: ignore[attr-defined]
        for place, said in enumerate(wordings):
            wordings[place] = {**said, "hands": [*said["hands"], *hands]}
            self.words += [wordings[place]] if said["text"] else []

    def shared(self, said: Said, offer: Recorded) -> None:
        said["hands"] = [*said["hands"], (offer.by, offer.number)]
        said["number"] = min(said["number"], offer.number)

    def put(self, before: Any, words: Any, one: Recorded, thing: int, hands: Any) -> Any:
        """A field, list or row of labels put anew: what says the same stays whose it was."""
        if isinstance(words, tuple):
            known = [said for said in before or () if said is not None]
            parts = [
                getattr(part, "label", None) if hasattr(part, "to") else part for part in words
            ]
            return [
                next(
                    (
                        said
                        for said in reversed(known)
                        if part is not None and said["text"] == part.text
                    ),
                    None,
                )
                or self.say(part, one, thing, hands)
                for part in parts
            ]
        if words is not None and before is not None and words.text == before["text"]:
            return before
        return self.say(words, one, thing, hands)

    def loose_words(self) -> None:
        """Words that stand in no field of a thing that could leave: offers, reasons, tags,
        lines, what was offered.
        """
        for one in self.record:
            entry: Any = one.entry
            kind = type(entry).__name__
            if kind == "WordingOffered":
                self.say(entry.words, one, entry.id)
            if kind in ("Reworded", "WordingOffered", "ThingHidden", "ThingParked", "WordsMasked"):
                self.say(
                    entry.reason,
                    one,
                    None,
                    **{"with": entry.id if kind == "WordingOffered" else entry.about},
                )
            if kind == "WordsVeiled":
                self.say(entry.reason, one, None)
                self.say(entry.replacement, one, None)
            if kind == "WordsMasked":
                self.say(entry.passage, one, None, **{"with": entry.about})
                self.say(entry.replacement, one, None, **{"with": entry.about})
            if kind == "Tagged":
                self.say(entry.tag, one, None, **{"with": entry.about})
            if kind == "AgreementProposed":
                self.say(entry.words, one, None)
            if kind == "StoryOffered":
                self.say(entry.line, one, None, private=True)

    def review(self, one: Recorded) -> Said:
        entry: Any = one.entry
        record: Any = self.record
        opened = [
            o.entry.phase
            for o in record
            if type(o.entry).__name__ == "PhaseOpened" and o.number < one.number
        ]
        reason, left_out = self.say(entry.reason, one, entry.about), self.left_out(entry.about)
        return {
            "id": -1_000_000_000 - one.number,
            "one": one,
            "reason": self.corrected.get(one.number, reason),
            "rests_on": [id for id in entry.rests_on if self.id(id) not in left_out],
            "phase": opened[-1] if opened else "gather",
        }

    def left_out(self, line: int) -> set[int]:
        """What people want a line to name no more, by the last that each of them said of it."""
        record: Any = self.record
        said = [
            one
            for one in record
            if type(one.entry).__name__ == "LineAnswered" and one.entry.about == line
        ]
        last = {(one.by, one.entry.of_unnamed): one.entry for one in said}
        return {
            self.id(id)
            for entry in last.values()
            if entry.answer == "leave_out"
            for id in entry.things
        }


def main_words(entry: Any) -> Any:
    """The words that an entry is about, by whatever name it has them."""
    named = (name for name in ("words", "title", "name") if hasattr(entry, name))
    return next((getattr(entry, name) for name in named), None)


def when(one: Recorded) -> Said:
    return {"number": one.number, "unnamed": getattr(one.entry, "unnamed", False)}
