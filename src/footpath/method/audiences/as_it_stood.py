"""As it stood: the flipchart for somebody who was shown out, on which nothing new appears from
that moment on (S8).

They keep their own words and rights. What is taken away later is gone for them too, and what
becomes of their own words by their own act, or is given back to these, shows; everything else that
came later is left out, with every id of it.
"""

from collections.abc import Callable, Iterable
from typing import cast

from msgspec.structs import replace

from footpath.method.deciding import apply
from footpath.method.flipchart.entries import Entry, Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.held_words import words_within
from footpath.method.flipchart.threads import LineAnswer
from footpath.method.lines.opening import WordsNarrowed, WordsOpened
from footpath.method.own_words.answering import LineAnswered
from footpath.method.own_words.covering_copies import CopiesLookedFor
from footpath.method.own_words.hiding import ThingHidden, ThingShown
from footpath.method.own_words.left_behind import TitleTakenBack
from footpath.method.own_words.masked_for_good import VeilsConfirmed
from footpath.method.own_words.masking import WordsMasked
from footpath.method.own_words.reasons import ReasonTakenBack
from footpath.method.own_words.taking_back import CopiesMasked, WordsTakenBack
from footpath.method.own_words.unveiling import VeilsLifted, WordsVeiled
from footpath.method.phases.experience import VisibilitySet
from footpath.method.things.things import Experience, Moment
from footpath.method.things.visibility import narrower
from footpath.method.throughout.authorship import BroughtBack, Deleted, NamingChosen
from footpath.method.throughout.hiding_together import AllHidden, AllShown
from footpath.method.throughout.joint_stories import TellerLeft
from footpath.method.throughout.moments import MomentTakenOff
from footpath.method.throughout.roles import PersonRemoved
from footpath.method.throughout.stepping_back import PersonForgotten
from footpath.method.words.veils import Place, sealed
from footpath.method.words.words import Words

TAKES_AWAY = frozenset[type[Entry]]({
    AllHidden, CopiesMasked, Deleted, LineAnswered, MomentTakenOff, NamingChosen, PersonForgotten,
    ReasonTakenBack, TellerLeft, ThingHidden, TitleTakenBack, VisibilitySet, WordsMasked,
    WordsNarrowed, WordsTakenBack,
})  # fmt: skip
"""The kinds of entry that can take something away. Of these `_of_what_is_left` leaves out
what gives something.
"""
THEIR_OWN = frozenset[type[Entry]]({CopiesLookedFor, LineAnswered, WordsOpened})
"""What somebody who was shown out can still say, beside what takes their words away."""
VEILS = (WordsVeiled, VeilsLifted, VeilsConfirmed)
"""What covers words, and what becomes of that: of these it depends on the words
which reaches whom.
"""
GIVES_BACK = frozenset[type[Entry]]({AllShown, BroughtBack, ThingShown})
"""What ends a taking away; it reaches them where it is about words of theirs."""
_NAMES = ("about", "found", "let_stand", "moments", "of", "of_unnamed", "things")
"""Fields by which these entries name things."""


def as_it_stood(now: Flipchart, entries: Iterable[Recorded], person: int) -> Flipchart:
    """The flipchart for who was shown out, from the record and from what it came to by now."""
    stood, left = Flipchart(), False
    private = {public: private for private, public in now.renumbered.items()}

    def known(id: int) -> int | None:
        """The id by which they know the thing; None where it came later."""
        return next((one for one in (id, private.get(id)) if one in stood.things), None)

    for one in entries:
        if not left:
            apply(stood, one)
            left = isinstance(one.entry, PersonRemoved) and one.entry.person == person
        elif isinstance(one.entry, PersonForgotten):
            if one.entry.person in stood.people:
                # of a number the first says it who was forgotten after it was given, perhaps
                # one who came later
                numbers = stood.namings.of_who_were_there(now.namings.kept, one.entry.person)
                apply(stood, replace(one, entry=replace(one.entry, numbers=numbers)))
        elif (entry := _of_what_is_left(stood, one, person, known)) is not None:
            apply(stood, replace(one, entry=entry))
    return stood


def _of_what_is_left(
    stood: Flipchart, one: Recorded, person: int, known: Callable[[int], int | None]
) -> Entry | None:
    """What of a later entry reaches somebody who was shown out; None where nothing does."""
    entry = one.entry
    if isinstance(entry, VEILS):
        return _of_a_veil(stood, entry, person, known)
    if isinstance(entry, AllShown):
        own = tuple(id for id in _those(entry.about, known) if stood.things[id].by == person)
        return replace(entry, about=own) if own else None
    about = getattr(entry, "about", None)
    if (isinstance(about, int) and known(about) is None) or (
        isinstance(about, tuple) and not _those(about, known)
    ):
        return None
    is_theirs = one.typed_by == person and type(entry) in THEIR_OWN
    is_back = (
        type(entry) in GIVES_BACK
        and isinstance(about, int)
        and stood.things[known(about) or 0].by == person
    )
    if not (is_theirs or is_back or (type(entry) in TAKES_AWAY and not _gives(entry))):
        return None
    if isinstance(entry, VisibilitySet):
        thing = stood.things[known(entry.about) or entry.about]
        assert isinstance(thing, Experience | Moment)
        entry = replace(entry, visibility=narrower(thing.visibility, entry.visibility))
    if isinstance(entry, ThingHidden):
        entry = replace(entry, reason=Words(""))  # it is for facilitators alone
    named = {
        name: getattr(entry, name) for name in _NAMES if getattr(entry, name, None) is not None
    }
    kept = {
        name: known(held) if isinstance(held, int) else _those(held, known)
        for name, held in named.items()
    }
    return cast(Entry, replace(entry, **kept))


def _of_a_veil(
    stood: Flipchart,
    entry: WordsVeiled | VeilsLifted | VeilsConfirmed,
    person: int,
    known: Callable[[int], int | None],
) -> Entry | None:
    """A veil over what they know covers it for them too; lifted it is for them from
    words of their own.
    """
    if isinstance(entry, WordsVeiled):
        found = (
            (id, place.passages) for place in entry.places if (id := known(place.about)) is not None
        )
        over = ((id, passages, _that_stand(stood, id, passages)) for id, passages in found)
        places = tuple(
            Place(about=id, passages=kept) for id, passages, kept in over if kept or not passages
        )
        # what is put there came later
        return replace(entry, places=places, replacement=None) if places else None
    kept = [(veil, id) for veil, about in entry.veils if (id := known(about)) is not None]
    if isinstance(entry, VeilsLifted):
        kept = [(veil, id) for veil, id in kept if stood.things[id].by == person]
        entry = replace(entry, rest=(), lifted_in=0)  # what follows comes by itself
    return replace(entry, veils=tuple(kept)) if kept else None


def _that_stand(stood: Flipchart, id: int, passages: tuple[Words, ...]) -> tuple[Words, ...]:
    """The passages that stand in a thing as they know it; others were put there later."""
    texts = [sealed(words) for words in words_within(stood.things[id])]
    return tuple(one for one in passages if any(one.shown in text for text in texts))


def _those(ids: tuple[int, ...], known: Callable[[int], int | None]) -> tuple[int, ...]:
    return tuple(one for id in ids if (one := known(id)) is not None)


def _gives(entry: Entry) -> bool:
    """Whether an entry of a kind that can take something away does not."""
    if isinstance(entry, LineAnswered):
        return entry.answer is not LineAnswer.LEAVE_OUT
    return isinstance(entry, NamingChosen) and not entry.unnamed
