"""A second gate, slow and written another way: for each thing it reads the whole record again, and asks every question.

It knows the method and the permissions as plain values, and nothing of how the product selects or finds copies.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from typing import Any

from oracle_copies import copies_in, find, split
from oracle_record import LATE, ReadAgain, Said, called_in, ways_on, without_a_lonely_fork

from footpath.method import Recorded
from footpath.method.things import Aim, Element, Experience, Group, Moment, Note, Offer, SharedValue, Thing
from footpath.method.words import MASK
from footpath.research.permissions import Permissions, Purpose


class Oracle(ReadAgain):
    """What may leave, and every reason why something may not."""

    def __init__(
        self, record: Sequence[Recorded], permissions: Permissions, pointed_out: Callable[[str], Iterable[str]]
    ) -> None:
        super().__init__(record)
        self.say_what_lies_veiled(ReadAgain(record, veils_off=True))
        self.permissions, self.pointed_out = permissions, pointed_out
        said = [((self.id(row.about), row.hand, row.whose), row.kept) for row in permissions.kept_back]
        last = dict(said)
        self.kept = {about for (about, _, _), kept in last.items() if kept}
        self.called = called_in(record)
        self.longest = max([30, *(len(name) + 3 for name in self.called)])
        self.withheld = [found for said in self.words if (found := self.looked_for(said))]

    # --- who permits what ---

    def bound(self, person: int, statement: str) -> int:
        """After which entry the person's yes to a statement holds."""
        sheets = self.permissions.sheets
        place = {sheet.id: at for at, sheet in enumerate(sheets)}
        given = [a for a in self.permissions.answers if a.person == person and a.statement == statement]

        def holds(answer: Any) -> bool:
            later = sheets[place[answer.sheet] + 1 :] if answer.sheet in place else ()
            return answer.answer == "yes" and answer.sheet in place and all(sheet.covers_before for sheet in later)

        row = list(takewhile(holds, reversed(given)))
        if not row:
            return LATE
        return -1 if sheets[place[row[0].sheet]].covers_earlier else row[-1].after

    def permits(self, person: int | None, number: int) -> int:
        """0 nothing, 1 nothing because it was said before, 2 without words, 3 word for word."""
        if person is None or not self.permissions.sheets:
            return 0
        asked = self.permissions.sheets[-1].statements
        needed = [s.key for s in asked if s.required or s.purpose is Purpose.TAKE_PART]
        part = max([self.bound(person, key) for key in needed], default=LATE)
        quotes = [self.bound(person, s.key) for s in asked if s.purpose is Purpose.QUOTES]
        only = [s.key for s in asked if s.purpose is Purpose.PARAPHRASE]
        if part == LATE:
            return 0
        if quotes:
            least = max([self.bound(person, key) for key in only], default=-1)
            if max(quotes) == LATE and least == LATE:
                return 0
            wording = 3 if number > max(quotes) else 2 if number > least else 1
        else:
            said = [
                [a.answer for a in self.permissions.answers if (a.person, a.statement) == (person, key)] for key in only
            ]
            wording = 2 if any(answers and answers[-1] == "yes" for answers in said) else 3
        return wording if number > part else 1

    def all_permit(self, hands: Iterable[tuple[int | None, int]]) -> int:
        return min((self.permits(person, number) for person, number in hands), default=0)

    def lets_name(self, hands: Iterable[tuple[int | None, int]]) -> bool:
        asked = self.permissions.sheets[-1].statements
        keys = [s.key for s in asked if s.purpose is Purpose.ORGANISATION]
        return self.permissions.agreement.may_be_named and all(
            number > self.bound(person or 0, key) for person, number in hands for key in keys
        )

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
        if thing.id in self.kept or (isinstance(thing, Moment) and thing.experience in self.kept):
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
        kept = isinstance(about, Thing) and (
            about.id in self.kept or (isinstance(about, Moment) and about.experience in self.kept)
        )
        strict = kept or (about is not None and about.hidden is not None)
        free = self.all_permit(said["hands"]) == 3
        groups = isinstance(about, Group | Aim | SharedValue | Element)
        secret = said["private"] or (about is not None and not groups and (
            not about.stands or not self.seen_by_all(about) or (thing is not None and not thing.stands)
        ))  # fmt: skip
        if free and not strict and not secret:
            return None
        people = {person for person, _ in said["hands"]}
        own = None if strict or len(people) != 1 else next(iter(people))
        return {
            "keys": [key for key, _, _ in split(said["text"])],
            "number": said["number"],
            "at": said["at"],
            "own": own,
        }

    def cut(self, wordings: list[Said], hands: Iterable[tuple[int | None, int]]) -> tuple[str, set[str]]:
        people = {person for person, _ in wordings[-1]["hands"]}
        everybody = [*hands, *(hand for one in wordings for hand in one["hands"])]
        copied, near = copies_in(self.withheld, wordings, next(iter(people)) if len(people) == 1 else None)
        text = wordings[-1]["text"]
        words = split(text)
        marked = [False] * len(text)
        for place, is_copied in enumerate(copied):
            if is_copied:
                end = words[place + 1][1] if place + 1 < len(words) and copied[place + 1] else words[place][2]
                marked[words[place][1] : end] = [True] * (end - words[place][1])
        if not self.lets_name(everybody):
            for name in self.permissions.agreement.names:
                row = [key for key, _, _ in split(name)]
                for start in find(row, [key for key, _, _ in words]) if row else ():
                    begin, end = words[start][1], words[start + len(row) - 1][2]
                    marked[begin:end] = [True] * (end - begin)
        decided = {" ".join(passage.split()).casefold(): yes for passage, yes in self.permissions.decided}
        begins = [place for place in range(len(text)) if not text[place - 1 : place].isalnum()]
        ends = [place for place in range(1, len(text) + 1) if not text[place : place + 1].isalnum()]
        for begin, end in ((b, e) for b in begins for e in ends if b < e <= b + self.longest):
            passage = text[begin:end]
            squeezed = " ".join(passage.split())
            is_decided = (decided.get(squeezed.casefold()) or squeezed in self.called) and passage == passage.strip()
            if is_decided:
                marked[begin:end] = [True] * (end - begin)
        cut = "".join(
            MASK if mark and not (place and marked[place - 1]) else "" if mark else text[place]
            for place, mark in enumerate(marked)
        )
        waits = {"NEAR_COPY"} if near else set()
        if any(" ".join(one.split()).casefold() not in decided for one in self.pointed_out(cut)):
            waits.add("UNDECIDED")
        return cut, waits

    # --- what leaves ---

    def verdict(self) -> tuple[dict[int, Said], dict[int, list[str]], set[int]]:
        """What leaves by id, every reason for what does not, and who takes part."""
        leaving: dict[int, Said] = {}
        why: dict[int, list[str]] = {}
        shut = {
            id: self.reasons(self.chart.things[id], [h for w in made["wordings"] for h in w["hands"]])
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
            said["links"] = self.links(id, said, leaving)
        if not self.permissions.agreement.agreed:
            return {}, {id: ["ORGANISATION", *reasons] for id, reasons in why.items()}, set()
        answering = {answer.person for answer in self.permissions.answers}
        return leaving, why, {person for person in answering if self.permits(person, LATE - 1) >= 2}

    def leave(self, thing: Thing, made: Said, shut: dict[int, list[str]], why: dict[int, list[str]]) -> Said:
        main = [hand for wording in made["wordings"] for hand in wording["hands"]]
        wanted, lists, labels = self.wanted(thing, made, main, shut)
        waits: set[str] = set()

        def cut(wordings: list[Said]) -> str:
            text, found = self.cut(wordings, main)
            waits.update(found)
            return text

        texts = {name: cut(wordings) for name, wordings in wanted.items()}
        rows = {name: tuple(cut([one]) for one in said) for name, said in lists.items() if said}
        named = [(to, said["text"], cut([said])) for to, said in labels]
        exact = self.all_permit(main) == 3
        for one in self.permissions.paraphrases if not exact and thing.id not in self.covered else ():
            if (self.id(one.about), one.version) == (thing.id, thing.version):
                texts["paraphrase"] = one.text
        if "paraphrase" in texts:
            texts["paraphrase"] = cut([{"text": texts["paraphrase"], "hands": [], "number": LATE, "at": LATE}])
        numbers = {name: value for name, (value, by) in made["numbers"].items() if self.all_permit(by) >= 2}
        others = [w[-1]["hands"] for w in wanted.values()] + [one["hands"] for said in lists.values() for one in said]
        others += [said["hands"] for _, said in labels] + [made["numbers"][name][1] for name in numbers]
        why[thing.id] += sorted(waits)
        silent = isinstance(thing, Note) and thing.silent
        return {
            "kind": self.kind(thing), "by": self.teller(thing), "texts": texts, "lists": rows,
            "said_at": None if thing.unnamed or silent else thing.said_at, "paraphrased": not exact,
            "people": {person for hands in (main, *others) for person, _ in hands if person is not None},
            "feeling": numbers.get("feeling"), "inferred": numbers.get("inferred"), "labels": named,
            "elsewhere": getattr(thing, "elsewhere", None), "phase": self.phase_of(thing),
        }  # fmt: skip

    def wanted(self, thing: Thing, made: Said, main: Any, shut: dict[int, list[str]]) -> Any:
        """The fields, the lists and the names of ways of which the words may leave."""
        exact = self.all_permit(main) == 3
        wanted: dict[str, list[Said]] = {}
        if exact and made["wordings"][-1]["text"]:
            wanted["text"] = made["wordings"]
        if exact and isinstance(thing, Aim) and made["wordings"][0]["text"]:
            wanted["first_text"] = made["wordings"][:1]
        free = {name: said for name, said in made["fields"].items() if exact or name in ("lane", "stage")}
        lists = {
            name: [one for one in said if one is not None and self.all_permit(one["hands"]) == 3]
            for name, said in free.items() if isinstance(said, list) and name != "branches"
        }  # fmt: skip
        single = {name: said for name, said in free.items() if isinstance(said, dict)}
        wanted |= {name: [said] for name, said in single.items() if self.all_permit(said["hands"]) == 3}
        ways = zip(thing.branches, made["fields"]["branches"], strict=True) if isinstance(thing, Element) else ()
        labels = [
            (to, said) for way, said in ways
            if (to := thing.id if way.ends else way.to) is not None
            and exact and not shut[to] and said and self.all_permit(said["hands"]) == 3
        ]  # fmt: skip
        return wanted, lists, labels

    def teller(self, thing: Thing) -> int | None:
        alone = isinstance(thing, Experience) and len(thing.storytellers) == 1
        return None if thing.unnamed else thing.storytellers[0] if alone else thing.by  # type: ignore[attr-defined]

    def phase_of(self, thing: Thing) -> str:
        if isinstance(thing, Note):
            return thing.phase
        opened = [one for one in self.record if type(one.entry).__name__ == "PhaseOpened"]
        return ([one.entry.phase for one in opened if one.number < thing.made_by_entry] or ["gather"])[-1]  # type: ignore[attr-defined]

    def leave_review(self, review: Said, leaving: dict[int, Said], why: dict[int, list[str]]) -> None:
        one, entry = review["one"], review["one"].entry
        hands = [(one.by, one.number)]
        own = self.reasons(self.chart.things[entry.about], hands)
        id = review["id"]
        why[id] = own or list(why[entry.about])
        if own or not self.permissions.agreement.agreed:
            return
        exact, waits = self.all_permit(hands) == 3, set[str]()
        texts = {"choice": entry.choice}
        if exact and review["reason"]:
            texts["reason"], waits = self.cut([review["reason"]], hands)
        why[id] = sorted(waits) + why[entry.about] if waits else why[id]
        aim = self.chart.things[entry.about]
        nameless = entry.unnamed or aim.unnamed
        leaving[id] = {
            "kind": "review", "by": None if nameless else one.by, "texts": texts, "lists": {}, "people": {one.by},
            "said_at": None if nameless else one.said_at, "paraphrased": not exact, "feeling": None, "labels": [],
            "inferred": None, "elsewhere": None, "about": [entry.about, *entry.rests_on], "phase": review["phase"],
        }  # fmt: skip

    def links(self, id: int, said: Said, leaving: dict[int, Said]) -> set[tuple[str, int, str]]:
        thing: Any = self.chart.things.get(id)
        found: list[tuple[str, Any, str]] = []
        if thing is None:
            found = [("about", said["about"][0], "")] + [("rests_on", to, "") for to in said["about"][1:]]
        elif isinstance(thing, Note):
            found = [("about", to, "") for to in thing.about]
            found += [("merged_into", thing.merged_into, ""), ("in_group", thing.group, "")]
        elif isinstance(thing, Moment):
            on_map = [one for one in self.chart.story(thing.experience).moments if one in leaving]
            found = [("in_story", thing.experience, str(on_map.index(id) + 1))]
        elif isinstance(thing, Aim):
            found = [("rests_on", to, "") for to in thing.rests_on]
        elif isinstance(thing, SharedValue):
            found = [("heard_in", to, "") for to in thing.rests_on] + [
                ("in_tension_with", to, "") for to in thing.tension
            ]
        elif isinstance(thing, Element):
            found = [("answers", to, "") for to in thing.answers] + [("serves", to, "") for to in thing.serves]
            found += ways_on(thing, said["labels"])
        ended = [(how, self.id(to), label) for how, to, label in found if to is not None]
        return without_a_lonely_fork({link for link in ended if link[1] in leaving})
