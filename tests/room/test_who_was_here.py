"""W27: who was here is known until it is kept."""

from footpath.room.presence import Presence

HALL, SAM = 1, 7


def test_W27_who_came_and_went_is_seen_until_it_is_kept_that_they_were_here() -> None:
    presence = Presence({})
    presence.came(HALL, SAM)
    assert presence.who_was_here() == {HALL: {SAM}}
    assert presence.seen_in(HALL) == {SAM}, "what is about to be kept is on the page meanwhile"
    presence.noted(HALL, {SAM})
    assert presence.seen_in(HALL) == set()


def test_W27_who_came_while_others_were_kept_is_not_forgotten_with_them() -> None:
    presence = Presence({})
    presence.came(HALL, SAM)
    kept = presence.who_was_here()[HALL]
    presence.came(HALL, SAM + 1)
    presence.noted(HALL, kept)
    assert presence.seen_in(HALL) == {SAM + 1}
