"""What is masked in words that leave: copies of withheld words, names that may not be said,
decided passages. Pure.
"""

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from footpath.gate.authors import Authors, Contribution, Hands
from footpath.gate.consenting import NEVER, Consent, Level, level_of
from footpath.gate.drafts import CouldLeave, Wordings, fate
from footpath.gate.known_names import Called, doubting, finding, spelled
from footpath.gate.leaving import Why
from footpath.gate.permissions import Permissions
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.own_words.reaching import STILL, reached_others
from footpath.method.things.things import GROUP_TEXT, Offer, Thing
from footpath.method.words import copies
from footpath.method.words.copies import passages_in
from footpath.method.words.looked_through import Copies
from footpath.method.words.withheld import Withheld
from footpath.method.words.words import with_masks

LookedFor = tuple[copies.Said, ...]
"""The wordings of a text, as withheld words are looked for in the last of them."""

PointedOut = Callable[[str], Iterable[str]]
"""The passages of a text in which somebody or something outside may be named."""


class Cutting:
    """How words are cut before they leave."""

    def __init__(
        self,
        permissions: Permissions,
        consents: dict[int, Consent],
        found: Mapping[LookedFor, Copies],
        names: dict[str, Called],
        pointed_out: PointedOut | None,
    ) -> None:
        """Learn what is masked: also what of withheld words was `found` in all that is cut."""
        self._agreement = permissions.agreement
        self._consents = consents
        self._found = found
        self._pointed_out = pointed_out
        self._decided = {
            _squeezed(passage): masked for passage, masked in permissions.decided if passage.strip()
        }
        self._masked = [
            spelled(passage, any_case=True) for passage, masked in self._decided.items() if masked
        ]
        self._names, self._doubts = finding(names), doubting(names)
        self.doubted: dict[str, set[str]] = {}
        """By each text as it may leave, what in it may be what somebody is called."""

    def cut(self, wordings: Wordings, draft: CouldLeave) -> tuple[str, Why | None]:
        """The wording that stands as it may leave, and why its thing has to wait."""
        said, hands = as_looked_for(wordings, draft), (one.hands for one in wordings)
        return self._cut(said, draft, draft.hands.union(*hands))

    def cut_paraphrase(self, text: str, draft: CouldLeave) -> tuple[str, Why | None]:
        """Other words for what somebody said, looked through for everybody's."""
        return self._cut(paraphrase_as_looked_for(text), draft, draft.hands)

    def _cut(self, said: LookedFor, draft: CouldLeave, hands: Hands) -> tuple[str, Why | None]:
        text, found = said[-1].text, self._found[said]
        spans = [*found.exact]
        if not self._may_be_named(hands, is_unnamed=draft.by is None):
            spans += [span for name in self._agreement.names for span in passages_in(text, name)]
        spans += [match.span() for passage in self._masked for match in passage.finditer(text)]
        spans += self._names.within(text, said[-1].number)
        cut = with_masks(text, spans)
        if found.near:
            return cut, Why.NEAR_COPY
        if found.unread:
            return cut, Why.TOO_MUCH
        number = said[-1].number
        doubted = {cut[begin:end] for begin, end in self._doubts.within(cut, number)}
        self.doubted.setdefault(cut, set()).update(doubted)
        if self._pointed_out is None:
            return cut, None
        undecided = [
            one
            for one in (*doubted, *self._pointed_out(cut))
            if _squeezed(one) not in self._decided
        ]
        return cut, Why.UNDECIDED if undecided else None

    def _may_be_named(self, hands: Hands, *, is_unnamed: bool) -> bool:
        """Whether everybody whose words they are lets the organisation be named; of unnamed
        ones, whether all do.
        """
        lets = self._consents
        all_people = [person for person, consent in lets.items() if consent.holds]
        asked = (
            {(person, number) for _, number in hands for person in all_people}
            if is_unnamed
            else hands
        )
        return self._agreement.may_be_named and all(
            person in lets and lets[person].names_organisation(number) for person, number in asked
        )


def _squeezed(passage: str) -> str:
    return " ".join(passage.split()).casefold()


def _said(contribution: Contribution) -> copies.Said:
    people = contribution.people
    return copies.Said(
        text=contribution.text,
        number=contribution.number,
        by=next(iter(people)) if len(people) == 1 else None,
    )


def as_looked_for(wordings: Wordings, draft: CouldLeave) -> LookedFor:
    """In what is unnamed everybody's words are looked for, its author's too: neither a mask nor a
    missing one tells whose it is.
    """
    said = map(_said, wordings)
    return tuple(said if draft.by is not None else (replace(one, by=None) for one in said))


def paraphrase_as_looked_for(text: str) -> LookedFor:
    """Other words for what somebody said are later than all."""
    return (copies.Said(text=text, number=NEVER),)


def withheld_words(
    authors: Authors, consents: dict[int, Consent], kept: set[int], rest: Callable[[], None]
) -> Withheld:
    """All that was said and may not leave as words, to be looked for in what does."""
    return Withheld(
        (
            one
            for said in authors.said
            if (one := _withheld(authors.chart, said, consents, kept)) is not None
        ),
        rest,
    )


def _withheld(
    chart: Flipchart, said: Contribution, consents: dict[int, Consent], kept: set[int]
) -> copies.Said | None:
    """The words as they are looked for; None where they are free to leave.

    What somebody kept to themselves, deleted, or said before they consented they may say again in
    words of their own that leave. What somebody keeps back or a facilitator hid stays out of those
    as well. In others' words it is looked for from when it had reached anybody else.
    """
    thing = None if said.thing is None else chart.find(said.thing)
    about = chart.things[thing.about] if isinstance(thing, Offer) else thing
    strictly = about is not None and (about.hidden is not None or about.id in kept)
    permitted = level_of(consents, said.hands) is Level.EXACT
    if (
        permitted
        and not strictly
        and not said.private
        and not _is_out_of_sight(chart, thing, about)
    ):
        return None
    carrier = (
        chart.find(id)
        if (id := said.thing if said.thing is not None else said.shown_with) is not None
        else None
    )
    reached = said.number if carrier is None else reached_others(chart, carrier, said.number)
    unnamed = said.unnamed or (carrier is not None and chart.is_nameless(carrier))
    # whether it counts would tell whose it was
    whose = None if unnamed and reached != STILL else _said(said).by
    return replace(_said(said), by=whose, reached=reached, strictly=strictly)


def _is_out_of_sight(chart: Flipchart, thing: Thing | None, about: Thing | None) -> bool:
    """Whether it is not there for everybody. Group text that was deleted was read by all."""
    if about is None or (isinstance(about, GROUP_TEXT) and about.hidden is None):
        return False
    return fate(chart, about) is not None or (thing is not None and not thing.stands)


def what_leaves(draft: CouldLeave, consents: dict[int, Consent]) -> dict[str, Wordings]:
    """The fields whose words may leave, each with its wordings; of a thing without its
    words only its place.
    """
    exact = level_of(consents, draft.hands) is Level.EXACT
    names = draft.texts if exact else [name for name in draft.texts if name in ("lane", "stage")]
    return {
        name: draft.texts[name] for name in names if is_exact(draft.texts[name][-1].hands, consents)
    }


def is_exact(hands: Hands, consents: dict[int, Consent]) -> bool:
    """Whether everybody who said it lets it leave word for word."""
    return level_of(consents, hands) is Level.EXACT
