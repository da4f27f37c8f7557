"""Two histories that differ only in who wrote the unnamed things are the same for everybody else, frame by frame."""

from typing import Any

import msgspec
from histories import Monkey
from hypothesis import given, settings
from hypothesis import strategies as st

from footpath.method import Flipchart, Recorded, Sight, apply
from footpath.method.authorship import NamingChosen
from footpath.method.threads import Edition
from footpath.method.wording import WordingOffered
from footpath.publishing.page import Reading, outline_page
from footpath.publishing.record_lines import record_lines
from footpath.publishing.whose import whose


def told(record: list[Recorded], pair: set[int]) -> list[Any]:
    """Every frame to everybody but the two, the lines to take away, and what the outline's pages show."""
    chart, frames = Flipchart(), list[Any]()
    sight = Sight(chart)
    for one in record:
        apply(chart, one)
        changes = sight.refresh(chart)
        others = {str(audience): change for audience, change in changes.items() if audience not in pair}
        frames.append((chart.public_number, others))
    readings = [Reading(edition, whose(edition), edition) for edition in Edition]
    pages = [{**outline_page(chart, reading), "made": None} for reading in readings]
    return [frames, list(record_lines(chart, record)), repr(pages)]


def swapped(monkey: Monkey) -> list[Recorded]:
    """The same record, with what Sam and Tess left unnamed, and only its author acted on, given to the other."""
    chart, sam, tess = monkey.group.chart, monkey.group.sam, monkey.group.tess
    other: dict[int | None, int] = {sam: tess, tess: sam}
    acted = [
        (chart.find(about), o) for o in monkey.group.record if isinstance(about := getattr(o.entry, "about", 0), int)
    ]
    told_apart = {t.id for t, o in acted if t and (isinstance(o.entry, NamingChosen | WordingOffered) or o.by != t.by)}
    things = {t.id: t.by for t in chart.things.values() if t.unnamed and t.by in other and t.id not in told_apart}

    def twin(one: Recorded) -> Recorded:
        given = getattr(one.entry, "id", None) or getattr(one.entry, "about", None)
        id = given[0] if isinstance(given, tuple) else given
        thing = chart.renumbered.get(id, id) if isinstance(id, int) else None
        if thing not in things or one.by != things[thing]:
            return one
        typed_by = other.get(one.typed_by) if one.typed_by == one.by else one.typed_by
        return msgspec.structs.replace(one, by=other[one.by], typed_by=typed_by)

    return [twin(one) for one in monkey.group.record]


@given(st.integers(min_value=0, max_value=2**32))
@settings(max_examples=60, deadline=None)
def test_A3_nobody_else_can_tell_which_of_two_wrote_what_is_unnamed(seed: int) -> None:
    monkey = Monkey(seed, 120)
    pair = {monkey.group.sam, monkey.group.tess}
    assert told(monkey.group.record, pair) == told(swapped(monkey), pair)
