"""What is masked in words that leave: copies of withheld words, names that may not be said, decided passages. Pure."""

import re
from collections.abc import Callable, Iterable, Sequence

from footpath.method import copies
from footpath.method.copies import Withheld, passages_in
from footpath.method.flipchart import Flipchart
from footpath.method.things import GROUP_TEXT, Offer, Thing
from footpath.method.words import with_masks
from footpath.research.authors import Authors, Contribution, Hands
from footpath.research.consenting import NEVER, Consent, Level, level_of
from footpath.research.drafts import Draft, Wordings, fate
from footpath.research.leaving import Why
from footpath.research.permissions import Permissions

PointedOut = Callable[[str], Iterable[str]]
"""The passages of a text in which somebody or something outside may be named."""

SHORTEST_PART = 3
"""Letters that a part of somebody's name has at least, so that it is looked for by itself."""


class Cutting:
    """How words are cut before they leave."""

    def __init__(
        self, permissions: Permissions, consents: dict[int, Consent], withheld: Withheld, names: Iterable[str],
        pointed_out: PointedOut | None,
    ) -> None:  # fmt: skip
        """Learn what is masked."""
        self._agreement = permissions.agreement
        self._consents = consents
        self._withheld = withheld
        self._pointed_out = pointed_out
        self._decided = {_squeezed(passage): masked for passage, masked in permissions.decided if passage.strip()}
        self._masked = [_spelled(passage) for passage, masked in self._decided.items() if masked]
        self._masked += [_spelled(name, as_written=True) for name in sorted(names_in(names))]

    def cut(self, wordings: Wordings, hands: Hands) -> tuple[str, Why | None]:
        """The wording that stands as it may leave, and why its thing has to wait."""
        said = [_said(one) for one in wordings]
        everybody = hands.union(*(one.hands for one in wordings))
        return self._cut(said, everybody)

    def cut_paraphrase(self, text: str, hands: Hands) -> tuple[str, Why | None]:
        """Other words for what somebody said, looked through for everybody's; they are later than all."""
        return self._cut([copies.Said(text=text, number=NEVER, said_at=NEVER)], hands)

    def _cut(self, said: Sequence[copies.Said], hands: Hands) -> tuple[str, Why | None]:
        text, found = said[-1].text, self._withheld.look(said)
        spans = [*found.exact]
        if not self._may_be_named(hands):
            spans += [span for name in self._agreement.names for span in passages_in(text, name)]
        spans += [match.span() for passage in self._masked for match in passage.finditer(text)]
        cut = with_masks(text, spans)
        if found.near:
            return cut, Why.NEAR_COPY
        pointed_out = () if self._pointed_out is None else self._pointed_out(cut)
        return cut, Why.UNDECIDED if any(_squeezed(one) not in self._decided for one in pointed_out) else None

    def _may_be_named(self, hands: Hands) -> bool:
        return self._agreement.may_be_named and all(
            person in self._consents and self._consents[person].names_organisation(number) for person, number in hands
        )


def _squeezed(passage: str) -> str:
    return " ".join(passage.split()).casefold()


def names_in(names: Iterable[str]) -> set[str]:
    """What people at the workshop may be called in others' words: each name, and each part of it with a capital."""
    whole = {name for name in names if len(name) > 1}
    parts = {part for name in whole for part in name.split() if len(part) >= SHORTEST_PART and part[0].isupper()}
    return whole | parts


def _spelled(passage: str, as_written: bool = False) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in passage.split())
    before = r"(?<!\w)" if passage[0].isalnum() else ""
    after = r"(?!\w)" if passage[-1].isalnum() else ""
    return re.compile(before + words + after, 0 if as_written else re.IGNORECASE)


def _said(contribution: Contribution) -> copies.Said:
    people = contribution.people
    return copies.Said(
        text=contribution.text, number=contribution.number, said_at=contribution.said_at,
        by=next(iter(people)) if len(people) == 1 else None,
    )  # fmt: skip


def withheld_words(authors: Authors, consents: dict[int, Consent], kept: set[int]) -> Withheld:
    """All that was said and may not leave as words, to be looked for in what does."""
    return Withheld(
        one for said in authors.said if (one := _withheld(authors.chart, said, consents, kept)) is not None
    )  # fmt: skip


def _withheld(chart: Flipchart, said: Contribution, consents: dict[int, Consent], kept: set[int]) -> copies.Said | None:
    """The words as they are looked for; None where they are free to leave.

    What somebody kept to themselves, deleted, or said before they consented they may say again in words of their
    own that leave. What somebody keeps back or a facilitator hid stays out of those as well.
    """
    thing = None if said.thing is None else chart.find(said.thing)
    about = chart.things[thing.about] if isinstance(thing, Offer) else thing
    strictly = about is not None and (about.hidden is not None or not kept.isdisjoint(kept_with(about)))
    permitted = level_of(consents, said.hands) is Level.EXACT
    if permitted and not strictly and not said.private and not _is_out_of_sight(chart, thing, about):
        return None
    one = _said(said)
    return one if not strictly else copies.Said(text=one.text, number=one.number, said_at=one.said_at)


def kept_with(thing: Thing) -> tuple[int, ...]:
    """The things that it goes with: keeping one of them back keeps it back."""
    return (thing.id, getattr(thing, "experience", thing.id))


def _is_out_of_sight(chart: Flipchart, thing: Thing | None, about: Thing | None) -> bool:
    """Whether it is not there for everybody. Group text that was deleted was read by all."""
    if about is None or (isinstance(about, GROUP_TEXT) and about.hidden is None):
        return False
    return fate(chart, about) is not None or (thing is not None and not thing.stands)


def what_leaves(draft: Draft, consents: dict[int, Consent]) -> dict[str, Wordings]:
    """The fields whose words may leave, each with its wordings; of a thing without its words only its place."""
    exact = level_of(consents, draft.hands) is Level.EXACT
    names = draft.texts if exact else [name for name in draft.texts if name in ("lane", "stage")]
    return {name: draft.texts[name] for name in names if is_exact(draft.texts[name][-1].hands, consents)}


def is_exact(hands: Hands, consents: dict[int, Consent]) -> bool:
    """Whether everybody who said it lets it leave word for word."""
    return level_of(consents, hands) is Level.EXACT
