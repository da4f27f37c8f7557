"""The gate: what of a workshop may leave for a research project, and why everything
else may not. Pure.

One function decides, for every format, page and figure. Where something is
missing the answer is no.
"""

from collections.abc import Collection, Iterable
from itertools import chain

from msgspec.structs import replace

from footpath.gate.attribution import attributed
from footpath.gate.authors import Authors, Contribution, Hands, beneath_veils
from footpath.gate.consenting import Consent, Level, consents_of, level_of
from footpath.gate.cutting import Cutting, PointedOut, is_exact, what_leaves, withheld_words
from footpath.gate.drafts import ENDS_HERE, LEADS_TO, CouldLeave, drafts_of
from footpath.gate.keeping_back import kept_back
from footpath.gate.leaving import Leaving, Selection, Why
from footpath.gate.permissions import Permissions
from footpath.method import Recorded, as_read, veiled_at_last
from footpath.method.things.things import Experience

__all__ = ["Leaving", "Selection", "Why", "select"]


def select(
    entries: Iterable[Recorded],
    permissions: Permissions,
    moment: int,
    pointed_out: PointedOut | None = None,
    *,
    of: int | None = None,
) -> Selection:
    """What may leave of the record's entries up to number `moment`, by the permissions
    stored up to there.

    `pointed_out` says which passages of a text may name somebody outside: what has one that was not
    decided waits. Where it is asked what becomes `of` one person's words, nobody else's are looked
    through, nor said to leave.
    """
    record = tuple(entries)
    authors = attributed(as_read(record), moment)
    authors.said += beneath_veils(authors, attributed(record, moment))
    drafts = drafts_of(authors)
    if not permissions.agreement.agreed:
        return Selection(left_out={draft.thing: Why.ORGANISATION for draft in drafts})
    consents = consents_of(permissions)
    return _Gate(
        authors, drafts, permissions, consents, pointed_out, veiled_at_last(record)
    ).selection(of)


class _Gate:
    def __init__(
        self,
        authors: Authors,
        drafts: list[CouldLeave],
        permissions: Permissions,
        consents: dict[int, Consent],
        pointed_out: PointedOut | None,
        veiled: Collection[int],
    ) -> None:
        self._authors, self._drafts, self._consents = authors, drafts, consents
        self._kept = kept_back(authors.chart, permissions)
        self._cutting = Cutting(
            permissions,
            consents,
            withheld_words(authors, consents, self._kept),
            authors.names.counting(authors.received()),
            pointed_out,
        )
        find = authors.chart.renumbered.get
        given = ((find(one.about, one.about), one) for one in permissions.paraphrases)
        self._paraphrases = {
            (about, one.version): one.text for about, one in given if about not in veiled
        }  # they may say just that
        self._why_not: dict[int, Why] = {}
        self._left: dict[int, Leaving] = {}

    def selection(self, of: int | None) -> Selection:
        for draft in self._drafts:
            why = self._why_not_at_all(draft)
            if why is not None:
                self._why_not[draft.thing] = why
        candidates = [draft for draft in self._drafts if draft.thing not in self._why_not]
        here = {draft.thing for draft in candidates}
        for draft in candidates:
            if of is None or any(person == of for person, _ in draft.hands):
                self._let_leave(draft, here)
        self._without_aim(candidates)
        items = {draft.thing for draft in candidates if draft.is_item}
        places = self._places()
        return Selection(
            people=frozenset(person for person, consent in self._consents.items() if consent.holds),
            leaving=tuple(
                self._linked(draft, places) for draft in candidates if draft.thing in self._left
            ),
            held={thing: why for thing, why in self._why_not.items() if thing in items},
            left_out={thing: why for thing, why in self._why_not.items() if thing not in items},
            phases=tuple(self._authors.openings),
            doubted=self._cutting.doubted,
        )

    def _why_not_at_all(self, draft: CouldLeave) -> Why | None:
        if draft.why_not is not None:
            return draft.why_not
        if any(person is None for person, _ in draft.hands):
            return Why.UNKNOWN_HAND
        if not self._kept.isdisjoint(draft.kept_with):
            return Why.KEPT_BACK
        level = level_of(self._consents, draft.hands)
        return {Level.NOTHING: Why.NO_CONSENT, Level.SAID_BEFORE: Why.SAID_BEFORE}.get(level)

    def _let_leave(self, draft: CouldLeave, here: set[int]) -> None:
        exact = is_exact(draft.hands, self._consents)
        fields = what_leaves(draft, self._consents)
        lists = {name: self._exact(said) for name, said in draft.lists.items()} if exact else {}
        labels = self._labels(draft, here) if exact else []
        cuts = {name: self._cutting.cut(wordings, draft) for name, wordings in fields.items()}
        listed = {
            name: [self._cutting.cut((one,), draft) for one in said] for name, said in lists.items()
        }
        named = {one: self._cutting.cut((one,), draft) for one in labels}
        paraphrase = None if exact else self._paraphrases.get((draft.thing, draft.version))
        if paraphrase is not None:
            cuts["paraphrase"] = self._cutting.cut_paraphrase(paraphrase, draft)
        wait = _why_it_waits([*cuts.values(), *chain(*listed.values()), *named.values()])
        if wait is not None:
            self._why_not[draft.thing] = wait
            return
        set_by = {name: hands for name, hands in draft.set_by.items() if self._may_be_told(hands)}
        said = (
            [wordings[-1] for wordings in fields.values()]
            + [one for list in lists.values() for one in list]
            + labels
        )
        hands = draft.hands.union(*(one.hands for one in said), *set_by.values())
        texts = {name: text for name, (text, _) in cuts.items()} | (
            {"choice": draft.choice} if draft.choice else {}
        )
        self._left[draft.thing] = Leaving(
            thing=draft.thing, kind=draft.kind, is_item=draft.is_item, by=draft.by,
            people=frozenset(person for person, _ in hands if person is not None),
            phase=draft.phase, said_at=draft.said_at, texts=texts,
            lists={name: tuple(text for text, _ in cut) for name, cut in listed.items() if cut},
            paraphrased=not exact, feeling=draft.feeling if "feeling" in set_by else None,
            inferred=draft.inferred if "inferred" in set_by else None, elsewhere=draft.elsewhere,
            links=tuple(
                (how, to, named[said][0] if said in named else "") for how, to, said in draft.links
            ),
        )  # fmt: skip

    def _labels(self, draft: CouldLeave, here: set[int]) -> list[Contribution]:
        """What the ways to things that leave are called."""
        return self._exact([said for _, to, said in draft.links if said is not None and to in here])

    def _exact(self, said: list[Contribution]) -> list[Contribution]:
        return [one for one in said if is_exact(one.hands, self._consents)]

    def _may_be_told(self, hands: Hands) -> bool:
        return level_of(self._consents, hands) >= Level.PARAPHRASE

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
            thing for thing in self._authors.chart.things.values() if isinstance(thing, Experience)
        ]
        shown = ([id for id in story.moments if id in self._left] for story in stories)
        return {id: place for moments in shown for place, id in enumerate(moments, start=1)}

    def _linked(self, draft: CouldLeave, places: dict[int, int]) -> Leaving:
        """The thing with links to what leaves as well, and no others."""
        leaving = self._left[draft.thing]
        find = self._authors.chart.renumbered.get
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
    waits = {why for _, why in cuts if why is not None}
    return None if not waits else Why.NEAR_COPY if Why.NEAR_COPY in waits else Why.UNDECIDED
