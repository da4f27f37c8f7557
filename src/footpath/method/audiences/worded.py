"""How earlier wordings and reviews are shown: with whose they are, and who typed
them for somebody.
"""

from footpath.method.own_words.reasons import places_of_reasons
from footpath.method.things.reviews import AimReview
from footpath.method.things.things import Aim, Note, Thing, Wording
from footpath.method.wire.thing_views import ReviewView, WasView
from footpath.method.words.words import Words


def text_of(words: Words | None) -> str | None:
    """The text of words that may be missing."""
    return None if words is None else words.text


def was(thing: Thing) -> tuple[WasView, ...]:
    """The earlier wordings of a thing."""
    places = places_of_reasons(thing) if len(thing.wordings) > 1 else {}
    earlier = (wording for wording in thing.wordings[:-1] if wording.words.text is not None)
    return tuple(_was_one(thing, wording, places.get(wording.entry)) for wording in earlier)


def _was_one(thing: Thing, wording: Wording, place: int | None) -> WasView:
    # whoever worded it: a gap at its author's would tell (A3)
    nameless = wording.unnamed or thing.unnamed
    return WasView(
        text=wording.words.shown,
        by=None if nameless else wording.by,
        typed_by=_typed_by(wording, nameless),
        at=None if isinstance(thing, Note) and thing.silent else wording.at,
        why=text_of(wording.why),
        place=place if wording.why is not None else None,
    )


def _typed_by(said: Wording | AimReview, nameless: bool) -> int | None:
    return said.typed_by if said.typed_by != said.by and not nameless else None


def review_of(aim: Aim, review: AimReview, place: int | None) -> ReviewView:
    """What was said of an aim on its return; `place` is that of its reason."""
    nameless = review.unnamed or aim.unnamed
    return ReviewView(
        choice=review.choice,
        at=review.at,
        reason=text_of(review.reason),
        rests_on=review.rests_on,
        by=None if nameless else review.by,
        typed_by=_typed_by(review, nameless),
        place=place if review.reason is not None else None,
    )
