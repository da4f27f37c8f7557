"""Who may give a thing other words, and until when."""

from footpath.method.flipchart.entries import Hand
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.rights_to_things import has_right
from footpath.method.flipchart.whose_own import was_typed_for
from footpath.method.lines.care import asks_for_care
from footpath.method.things.people import KEEPING_ROLES
from footpath.method.things.things import (
    GROUP_TEXT,
    Experience,
    Thing,
)
from footpath.method.throughout.admitting import check_after_close
from footpath.method.throughout.telling_together import tells_still


def check_still_open(chart: Flipchart, thing: Thing, hand: Hand) -> None:
    """After the close people correct their own words, storytellers their story, keepers a line
    whose source went (O9).

    So does in whose name somebody else typed the group's text (G11). The rest has ended (G15).
    """
    own = hand.typed_by is not None and hand.typed_by == chart.author_of(thing)
    if isinstance(thing, GROUP_TEXT):
        own = asks_for_care(chart, thing) or was_typed_for(thing, hand.typed_by)
    if isinstance(thing, Experience) and thing.storytellers:  # its tellers', whoever laid it out
        own = tells_still(chart, thing, hand.typed_by)
    check_after_close(chart, goes_on=own)


def may_word(chart: Flipchart, thing: Thing, hand: Hand, at_request: bool) -> bool:
    keeper = chart.has_role(hand.typed_by, *KEEPING_ROLES)
    if isinstance(thing, GROUP_TEXT):
        return has_right(chart, "Reword", thing, hand.typed_by)
    if isinstance(thing, Experience) and not thing.storytellers:
        return keeper
    return is_theirs(chart, thing, hand) or (keeper and at_request)


def is_theirs(chart: Flipchart, thing: Thing, hand: Hand) -> bool:
    """Whether they are words of somebody's own, or of an unknown hand that a keeper types for."""
    if isinstance(thing, Experience):  # whoever typed its title for the teller: it is the teller's
        return tells_still(chart, thing, hand.typed_by)
    return has_right(chart, "Reword", thing, hand.typed_by)
