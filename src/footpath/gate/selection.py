"""The gate: what of a workshop may leave for a research project, and why everything
else may not. Pure.

One function decides, for every format, page and figure. Where something is
missing the answer is no.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from footpath.gate.attribution import attributed
from footpath.gate.authors import Contribution, Hands, beneath_veils
from footpath.gate.consenting import Level, consents_of, level_of
from footpath.gate.cutting import (
    Cutting,
    LookedFor,
    PointedOut,
    as_looked_for,
    is_exact,
    paraphrase_as_looked_for,
    what_leaves,
    withheld_words,
)
from footpath.gate.drafts import ENDS_HERE, LEADS_TO, CouldLeave, Wordings, drafts_of
from footpath.gate.keeping_back import kept_back
from footpath.gate.leaving import Leaving, Selection, Why
from footpath.gate.permissions import Permissions
from footpath.method import Recorded, as_read, veiled_at_last
from footpath.method.things.things import Experience
from footpath.method.words.looked_through import Copies

__all__ = ["Gate", "Leaving", "Selection", "Why", "select"]


def select(
    entries: Iterable[Recorded],
    permissions: Permissions,
    moment: int,
    pointed_out: PointedOut | None = None,
    *,
    of: int | None = None,
    rest: Callable[[], None] = lambda: None,
) -> Selection:
    """What may leave of the record's entries up to number `moment`, by the permissions
    stored up to there.

    `pointed_out` says which passages of a text may name somebody outside: what has one that was not
    decided waits. Where it is asked what becomes `of` one person's words, nobody else's are looked
    through, nor said to leave. Others have their turn at each `rest`.
    """
    gate = Gate(entries, permissions, moment, of=of, rest=rest)
    return gate.selection(permissions.decided, pointed_out)


class Gate:
    """The gate before one record and what is permitted: whoever asks again, because more names were
    decided on, does not have everything looked through again.
    """

    def __init__(
        self,
        entries: Iterable[Recorded],
        permissions: Permissions,
        moment: int,
        *,
        of: int | None = None,
        rest: Callable[[], None] = lambda: None,
    ) -> None:
        """As `select` is asked."""
        record = tuple(entries)
        self.permissions, self.consents = permissions, consents_of(permissions)
        self.authors = attributed(_resting(as_read(record), rest), moment)
        self.authors.said += beneath_veils(self.authors, attributed(_resting(record, rest), moment))
        self.drafts = drafts_of(self.authors)
        if not permissions.agreement.agreed:
            return
        self._kept = kept_back(self.authors.chart, permissions)
        find = self.authors.chart.renumbered.get
        given = ((find(one.about, one.about), one) for one in permissions.paraphrases)
        veiled = veiled_at_last(record)
        self._paraphrases = {
            (about, one.version): one.text for about, one in given if about not in veiled
        }  # they may say just that
        found = ((draft.thing, self._why_not_at_all(draft)) for draft in self.drafts)
        self.why_not = {thing: why for thing, why in found if why is not None}
        self.candidates = [draft for draft in self.drafts if draft.thing not in self.why_not]
        here = {draft.thing for draft in self.candidates}
        self.asked = [
            self._words(draft, here)
            for draft in self.candidates
            if of is None or any(person == of for person, _ in draft.hands)
        ]
        self.found = self._copies(rest)
        self.names = self.authors.names.counting(self.authors.received())

    def selection(
        self, decided: Sequence[tuple[str, bool]], pointed_out: PointedOut | None = None
    ) -> Selection:
        """What may leave once this was decided on names."""
        if not self.permissions.agreement.agreed:
            return Selection(left_out={draft.thing: Why.ORGANISATION for draft in self.drafts})
        permissions = replace(self.permissions, decided=tuple(decided))
        cutting = Cutting(permissions, self.consents, self.found, self.names, pointed_out)
        return _Selecting(self, cutting).selection()

    def _copies(self, rest: Callable[[], None]) -> dict[LookedFor, Copies]:
        """What of withheld words stands in all that would leave."""
        texts = [*dict.fromkeys(text for one in self.asked for text in one.looked_for())]
        withheld = withheld_words(self.authors, self.consents, self._kept, rest)
        return dict(zip(texts, withheld.look_all(texts), strict=True))

    def _why_not_at_all(self, draft: CouldLeave) -> Why | None:
        if draft.why_not is not None:
            return draft.why_not
        if any(person is None for person, _ in draft.hands):
            return Why.UNKNOWN_HAND
        if not self._kept.isdisjoint(draft.kept_with):
            return Why.KEPT_BACK
        level = level_of(self.consents, draft.hands)
        return {Level.NOTHING: Why.NO_CONSENT, Level.SAID_BEFORE: Why.SAID_BEFORE}.get(level)

    def _words(self, draft: CouldLeave, here: set[int]) -> "_Words":
        exact = is_exact(draft.hands, self.consents)
        links = [said for _, to, said in draft.links if said is not None and to in here]
        return _Words(
            draft=draft,
            exact=exact,
            fields=what_leaves(draft, self.consents),
            lists={n: self._exact(said) for n, said in draft.lists.items()} if exact else {},
            labels=self._exact(links) if exact else [],
            paraphrase=None if exact else self._paraphrases.get((draft.thing, draft.version)),
        )

    def _exact(self, said: list[Contribution]) -> list[Contribution]:
        return [one for one in said if is_exact(one.hands, self.consents)]

    def may_be_told(self, hands: Hands) -> bool:
        """Whether it may be told what they set."""
        return level_of(self.consents, hands) >= Level.PARAPHRASE


class _Words(Struct, frozen=True, kw_only=True):
    """All words of a thing that would leave, before they are cut."""

    draft: CouldLeave
    exact: bool
    fields: dict[str, Wordings]
    lists: dict[str, list[Contribution]]
    labels: list[Contribution]
    """What the ways to things that leave are called."""
    paraphrase: str | None

    def looked_for(self) -> Iterator[LookedFor]:
        """Each of its texts, as withheld words are looked for in it."""
        single = chain(*self.lists.values(), self.labels)
        for wordings in chain(self.fields.values(), ((one,) for one in single)):
            yield as_looked_for(wordings, self.draft)
        if self.paraphrase is not None:
            yield paraphrase_as_looked_for(self.paraphrase)


def _resting(entries: Iterable[Recorded], rest: Callable[[], None]) -> Iterator[Recorded]:
    for one in entries:
        yield one
        rest()


class _Selecting:
    """One selection: what is cut, and what waits."""

    def __init__(self, gate: Gate, cutting: Cutting) -> None:
        self._gate, self._cutting = gate, cutting
        self._why_not = dict(gate.why_not)
        self._left: dict[int, Leaving] = {}

    def selection(self) -> Selection:
        gate, left = self._gate, self._left
        for words in gate.asked:
            self._let_leave(words)
        self._without_aim(gate.candidates)
        items = {draft.thing for draft in gate.candidates if draft.is_item}
        places = self._places()
        return Selection(
            people=frozenset(person for person, consent in gate.consents.items() if consent.holds),
            leaving=tuple(
                self._linked(draft, places) for draft in gate.candidates if draft.thing in left
            ),
            held={thing: why for thing, why in self._why_not.items() if thing in items},
            left_out={thing: why for thing, why in self._why_not.items() if thing not in items},
            phases=tuple(gate.authors.openings),
            doubted=self._cutting.doubted,
        )

    def _let_leave(self, words: _Words) -> None:
        draft, cut = words.draft, self._cutting.cut
        cuts = {name: cut(wordings, draft) for name, wordings in words.fields.items()}
        listed = {name: [cut((one,), draft) for one in said] for name, said in words.lists.items()}
        named = {one: cut((one,), draft) for one in words.labels}
        if words.paraphrase is not None:
            cuts["paraphrase"] = self._cutting.cut_paraphrase(words.paraphrase, draft)
        wait = _why_it_waits([*cuts.values(), *chain(*listed.values()), *named.values()])
        if wait is not None:
            self._why_not[draft.thing] = wait
            return
        may_be_told = self._gate.may_be_told
        set_by = {name: hands for name, hands in draft.set_by.items() if may_be_told(hands)}
        standing = (wordings[-1] for wordings in words.fields.values())
        said = chain(standing, *words.lists.values(), words.labels)
        hands = draft.hands.union(*(one.hands for one in said), *set_by.values())
        texts = {name: text for name, (text, _) in cuts.items()} | (
            {"choice": draft.choice} if draft.choice else {}
        )
        self._left[draft.thing] = Leaving(
            thing=draft.thing, kind=draft.kind, is_item=draft.is_item, by=draft.by,
            people=frozenset(person for person, _ in hands if person is not None),
            phase=draft.phase, said_at=draft.said_at, texts=texts,
            lists={name: tuple(text for text, _ in cut) for name, cut in listed.items() if cut},
            paraphrased=not words.exact, feeling=draft.feeling if "feeling" in set_by else None,
            inferred=draft.inferred if "inferred" in set_by else None, elsewhere=draft.elsewhere,
            links=tuple(
                (how, to, named[said][0] if said in named else "") for how, to, said in draft.links
            ),
        )  # fmt: skip

    def _without_aim(self, candidates: list[CouldLeave]) -> None:
        """What was said of an aim on the return leaves with the aim alone."""
        for draft in candidates:
            aim = draft.kept_with[0] if draft.kind == "review" else None
            if aim in self._why_not and draft.thing in self._left:
                self._why_not[draft.thing] = self._why_not[aim]
                del self._left[draft.thing]

    def _places(self) -> dict[int, int]:
        """Where each moment that leaves stands on its map, counted among those that leave."""
        stories = [
            thing
            for thing in self._gate.authors.chart.things.values()
            if isinstance(thing, Experience)
        ]
        shown = ([id for id in story.moments if id in self._left] for story in stories)
        return {id: place for moments in shown for place, id in enumerate(moments, start=1)}

    def _linked(self, draft: CouldLeave, places: dict[int, int]) -> Leaving:
        """The thing with links to what leaves as well, and no others."""
        leaving = self._left[draft.thing]
        find = self._gate.authors.chart.renumbered.get
        links = [
            (how, find(to, to), str(places[draft.thing]) if how == "in_story" else label)
            for how, to, label in leaving.links
        ]
        return replace(
            leaving,
            links=tuple(_told([link for link in dict.fromkeys(links) if link[1] in self._left])),
        )


def _told(links: list[tuple[str, int, str]]) -> list[tuple[str, int, str]]:
    """The links as they are told: a single way that is left does not say that there
    were several (C7).
    """
    if sum(how.startswith(LEADS_TO) or how == ENDS_HERE for how, _, _ in links) > 1:
        return links
    return [(LEADS_TO if how.startswith(LEADS_TO) else how, to, label) for how, to, label in links]


def _why_it_waits(cuts: Iterable[tuple[str, Why | None]]) -> Why | None:
    """Why a thing waits of which the words were cut so; None where it does not."""
    waits = {why for _, why in cuts}
    first = (Why.NEAR_COPY, Why.TOO_MUCH, Why.UNDECIDED)
    return next((why for why in first if why in waits), None)
