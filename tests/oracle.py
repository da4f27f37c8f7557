"""A second gate, slow and written another way: for each thing it reads the whole record again, and
asks every question.

It knows the method and the permissions as plain values, and nothing of how the product
selects or finds copies.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any

from oracle_copies import copies_in, split, within_copies
from oracle_keeping import is_kept
from oracle_names import called_in, doubted_in, is_called
from oracle_permitting import Permitting
from oracle_reaching import received_in
from oracle_record import LATE, ReadAgain, Said
from oracle_ways import links_of

from footpath.gate.permissions import Permissions
from footpath.method import Recorded
from footpath.method.things.things import (
    Aim,
    Element,
    Experience,
    Group,
    Note,
    Offer,
    SharedValue,
    Thing,
)
from footpath.method.words.words import MASK


class Oracle(Permitting):
    """What may leave, and every reason why something may not."""

    def __init__(
        self, record: Sequence[Recorded], pointed_out: Callable[[str], Iterable[str]]
    ) -> None:
        super().__init__(record)
        self.given, self.pointed_out = record, pointed_out
        self.called = called_in(self.record, self.told_to_all())
        self.say_what_lies_veiled(ReadAgain(record, veils_off=True))
        self.longest = max([30, *(len(name) + 3 for name in self.called)])

    # --- why not ---

    def seen_by_all(self, thing: Thing) -> bool:
        return self.chart.may_read(thing, None)

    def reasons(self, thing: Thing, hands: list[tuple[int | None, int]]) -> list[str]:
        """Every reason against, the first of them first."""
        found: list[str] = []
        if thing.withdrawn or thing.deleted or thing.hidden is not None:
            found.append("GONE")
        if not self.seen_by_all(thing):
            found.append("NOT_SHARED")
        if any(person is None for person, _ in hands):
            found.append("UNKNOWN_HAND")
        if thing.id in self.kept:
            found.append("KEPT_BACK")
        known = [self.permits(person, number) for person, number in hands if person is not None]
        if 0 in known:
            found.append("NO_CONSENT")
        elif 1 in known:
            found.append("SAID_BEFORE")
        return found

    def looked_for(self, said: Said) -> Said | None:
        """Words that may not leave, with in whose own words they do not count."""
        thing = None if said["thing"] is None else self.chart.find(said["thing"])
        about = self.chart.things[thing.about] if isinstance(thing, Offer) else thing
        kept = about is not None and about.id in self.kept
        strict = kept or (about is not None and about.hidden is not None)
        free = self.all_permit(said["hands"]) == 3
        groups = isinstance(about, Group | Aim | SharedValue | Element)
        secret = said["private"] or (
            about is not None
            and not groups
            and (
                not about.stands
                or not self.seen_by_all(about)
                or (thing is not None and not thing.stands)
            )
        )
        if free and not strict and not secret:
            return None
        people = {person for person, _ in said["hands"]}
        reached = received_in(self.given).since(said["with"], said["number"])
        beside = None if said["with"] is None else self.chart.find(said["with"])
        unnamed = said["unnamed"] or (beside is not None and self.is_unnamed(beside))
        own = None if len(people) != 1 or (unnamed and reached != LATE) else next(iter(people))
        keys = [key for key, _, _ in split(said["text"])]
        return {
            "keys": keys,
            "pairs": set(pairwise(keys)),
            "number": said["number"],
            "reached": reached,
            "own": own,
            "strict": strict,
        }

    def cut(
        self, wordings: list[Said], hands: Iterable[tuple[int | None, int]], unnamed: bool
    ) -> tuple[str, set[str]]:
        people = (
            {person for person, _ in wordings[-1]["hands"]} if not unnamed else set[int | None]()
        )
        everybody = [*hands, *(hand for one in wordings for hand in one["hands"])]
        copied, near = copies_in(
            self.withheld, wordings, next(iter(people)) if len(people) == 1 else None
        )
        text = wordings[-1]["text"]
        words = split(text)
        marked = [False] * len(text)
        covered = list(within_copies(copied, words))
        if not self.lets_name(everybody, unnamed):
            covered += self.its_names(words)
        for begin, end in covered:
            marked[begin:end] = [True] * (end - begin)
        decided = {
            " ".join(passage.split()).casefold(): yes for passage, yes in self.permissions.decided
        }
        begins = [place for place in range(len(text)) if not text[place - 1 : place].isalnum()]
        ends = [place for place in range(1, len(text) + 1) if not text[place : place + 1].isalnum()]
        for begin, end in ((b, e) for b in begins for e in ends if b < e <= b + self.longest):
            passage = text[begin:end]
            if passage != passage.strip():
                continue
            squeezed = " ".join(passage.split())
            is_name = is_called(self.called, text, begin, end, wordings[-1]["number"])
            if decided.get(squeezed.casefold()) or is_name:
                marked[begin:end] = [True] * (end - begin)
        cut = "".join(
            MASK if mark and not (place and marked[place - 1]) else "" if mark else text[place]
            for place, mark in enumerate(marked)
        )
        waits = {"NEAR_COPY"} if near else set()
        asked = [*self.pointed_out(cut), *doubted_in(self.called, cut, wordings[-1]["number"])]
        is_open = any(" ".join(one.split()).casefold() not in decided for one in asked)
        return cut, waits | ({"UNDECIDED"} if is_open else set())

    # --- what leaves ---

    def verdict(
        self, permissions: Permissions
    ) -> tuple[dict[int, Said], dict[int, list[str]], set[int]]:
        """What leaves by id, every reason for what does not, and who takes part."""
        self.permissions = permissions
        self.kept = {
            thing.id for thing in self.chart.things.values() if is_kept(self, permissions, thing)
        }
        self.withheld = [found for said in self.words if (found := self.looked_for(said))]
        leaving, why = dict[int, Said](), dict[int, list[str]]()
        shut = {
            id: self.reasons(
                self.chart.things[id], [h for w in made["wordings"] for h in w["hands"]]
            )
            for id, made in self.things.items()
        }
        for id, made in self.things.items():
            why[id] = list(shut[id])
            if not why[id] and self.permissions.agreement.agreed:
                leaving[id] = self.leave(self.chart.things[id], made, shut, why)
        for review in self.reviews:
            self.leave_review(review, leaving, why)
        leaving = {id: said for id, said in leaving.items() if not why[id]}
        for id, said in leaving.items():
            said["links"] = links_of(self, id, said, leaving)
        if not self.permissions.agreement.agreed:
            return {}, {id: ["ORGANISATION", *reasons] for id, reasons in why.items()}, set()
        return leaving, why, self.taking_part()

    def leave(
        self, thing: Thing, made: Said, shut: dict[int, list[str]], why: dict[int, list[str]]
    ) -> Said:
        main = [hand for wording in made["wordings"] for hand in wording["hands"]]
        wanted, lists, labels = self.wanted(thing, made, main, shut)
        waits: set[str] = set()

        def cut(wordings: list[Said]) -> str:
            text, found = self.cut(wordings, main, thing.unnamed)
            waits.update(found)
            return text

        texts = {name: cut(wordings) for name, wordings in wanted.items()}
        rows = {name: tuple(cut([one]) for one in said) for name, said in lists.items() if said}
        named = [(to, said["text"], cut([said])) for to, said in labels]
        exact = self.all_permit(main) == 3
        for other in self.paraphrased(thing)[-1:] if not exact else ():
            texts["paraphrase"] = cut([{"text": other, "hands": [], "number": LATE}])
        numbers = {
            name: value for name, (value, by) in made["numbers"].items() if self.all_permit(by) >= 2
        }
        others = [w[-1]["hands"] for w in wanted.values()] + [
            one["hands"] for said in lists.values() for one in said
        ]
        others += [said["hands"] for _, said in labels] + [
            made["numbers"][name][1] for name in numbers
        ]
        why[thing.id] += sorted(waits)
        silent = isinstance(thing, Note) and thing.silent
        return {
            "kind": self.kind(thing), "by": self.teller(thing), "texts": texts, "lists": rows,
            "said_at": None if thing.unnamed or silent else thing.said_at, "paraphrased": not exact,
            "people": {
                person for hands in (main, *others) for person, _ in hands if person is not None
            },
            "feeling": numbers.get("feeling"), "inferred": numbers.get("inferred"), "labels": named,
            "elsewhere": getattr(thing, "elsewhere", None), "phase": self.phase_of(thing),
        }  # fmt: skip

    def paraphrased(self, thing: Thing) -> list[str]:
        """Other words for a thing as it stands, which were accepted."""
        return [
            one.text
            for one in self.permissions.paraphrases
            if thing.id not in self.covered
            and (self.id(one.about), one.version) == (thing.id, thing.version)
        ]

    def wanted(self, thing: Thing, made: Said, main: Any, shut: dict[int, list[str]]) -> Any:
        """The fields, the lists and the names of ways of which the words may leave."""
        exact = self.all_permit(main) == 3
        wanted: dict[str, list[Said]] = {}
        if exact and made["wordings"][-1]["text"]:
            wanted["text"] = made["wordings"]
        if exact and isinstance(thing, Aim) and made["wordings"][0]["text"]:
            wanted["first_text"] = made["wordings"][:1]
        free = {
            name: said
            for name, said in made["fields"].items()
            if exact or name in ("lane", "stage")
        }
        lists = {
            name: [one for one in said if one is not None and self.all_permit(one["hands"]) == 3]
            for name, said in free.items()
            if isinstance(said, list) and name != "branches"
        }
        single = {name: said for name, said in free.items() if isinstance(said, dict)}
        wanted |= {
            name: [said] for name, said in single.items() if self.all_permit(said["hands"]) == 3
        }
        ways = (
            zip(thing.branches, made["fields"]["branches"], strict=True)
            if isinstance(thing, Element)
            else ()
        )
        labels = [
            (to, said)
            for way, said in ways
            if (to := thing.id if way.ends else way.to) is not None
            and exact
            and not shut[to]
            and said
            and self.all_permit(said["hands"]) == 3
        ]
        return wanted, lists, labels

    def teller(self, thing: Thing) -> int | None:
        alone = isinstance(thing, Experience) and len(thing.storytellers) == 1
        return None if thing.unnamed else thing.storytellers[0] if alone else thing.by  # type: ignore[attr-defined]

    def phase_of(self, thing: Thing) -> str:
        if isinstance(thing, Note):
            return thing.phase
        opened = [one for one in self.record if type(one.entry).__name__ == "PhaseOpened"]
        before = [one for one in opened if one.number < thing.made_by_entry]
        return before[-1].entry.phase if before else "gather"  # type: ignore[attr-defined]

    def leave_review(
        self, review: Said, leaving: dict[int, Said], why: dict[int, list[str]]
    ) -> None:
        one, entry = review["one"], review["one"].entry
        hands = [(one.by, one.number)]
        own = self.reasons(self.chart.things[entry.about], hands)
        id = review["id"]
        why[id] = own or list(why[entry.about])
        if own or not self.permissions.agreement.agreed:
            return
        exact, waits = self.all_permit(hands) == 3, set[str]()
        texts, nameless = (
            {"choice": entry.choice},
            entry.unnamed or self.chart.things[entry.about].unnamed,
        )
        if exact and review["reason"]:
            texts["reason"], waits = self.cut([review["reason"]], hands, nameless)
        why[id] = sorted(waits) + why[entry.about] if waits else why[id]
        leaving[id] = {
            "kind": "review", "by": None if nameless else one.by, "texts": texts, "lists": {},
            "people": {one.by}, "said_at": None if nameless else one.said_at,
            "paraphrased": not exact, "feeling": None, "labels": [],
            "inferred": None, "elsewhere": None, "about": [entry.about, *review["rests_on"]],
            "phase": review["phase"],
        }  # fmt: skip
