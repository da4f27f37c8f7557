"""What lines rest on, as it is kept change by change: the same as walking each line by itself."""

from functools import cache

import pytest
from histories import ASKABLE, TYING, Monkey
from table import Group

from footpath.method.audiences.changes import Sight
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.lines.resting import counted_beneath, is_in_the_outline
from footpath.method.lines.tracing import is_line, sources, tellers_of, walk_back
from footpath.method.own_words.answering import asked_about
from footpath.method.things.kinds import SOURCES
from footpath.method.things.things import Aim, SharedValue, Thing
from footpath.method.wire.sheets import RestsView

OFTEN = (
    *TYING,
    "AnswerLine",
    "PlaceMoment",
    "TellExperience",
    "AskOpenQuestion",
    "Park",
    "MoveNote",
    "GroupNotes",
)
SEEDS = range(14)


@cache
def history(seed: int) -> Group:
    """A group that ties lines to stories and notes at random, among all else that people do."""
    often = [command for command in ASKABLE if command.__name__ in OFTEN]
    return Monkey(seed, 200, [*ASKABLE, *often, *often]).group


def lines(chart: Flipchart) -> list[Thing]:
    return [thing for thing in chart.things.values() if is_in_the_outline(chart, thing)]


def told(group: Group) -> dict[int | str, RestsView]:
    return group.sight.whole("everyone").get("rests", {})


def walked(chart: Flipchart, line: Thing) -> RestsView:
    """What everybody is told of a line, from walking it alone."""
    said = (
        counted_beneath(chart, walk_back(chart, line.id, sources)) if isinstance(line, Aim) else ""
    )
    tellers = tellers_of(chart, line) if isinstance(line, SharedValue) else []
    return RestsView(said=said, tellers=tuple(sorted(tellers)))


@pytest.mark.parametrize("seed", SEEDS)
def test_O10_what_everybody_is_told_of_lines_is_what_walking_each_of_them_finds(seed: int) -> None:
    group = history(seed)
    found = {
        line.id: view
        for line in lines(group.chart)
        if (view := walked(group.chart, line)) != RestsView()
    }
    assert (
        told(group)
        == dict(sorted(found.items()))
        == Sight(group.chart).whole("everyone").get("rests", {})
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_O6a_those_are_shown_the_way_to_their_lines_who_are_asked_about_one(seed: int) -> None:
    group = history(seed)
    chart = group.chart
    here = [id for id, person in chart.people.items() if not person.removed]
    shown = {id for id in here if group.view(id, "people", id).has_lines}
    assert shown == {
        id for id in here if any(asked_about(chart, line, id) for line in lines(chart))
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_O5a_a_view_names_what_its_thing_came_out_of_where_it_is_said_to(seed: int) -> None:
    group = history(seed)
    seen = group.sight.whole("everyone")
    for kind, field in SOURCES.items():
        for id, view in seen.get(f"{kind}s", {}).items():
            thing = group.chart.things[int(id)]
            assert (view.is_line, list(getattr(view, field))) == (
                is_line(thing),
                list(sources(thing)),
            ), kind


def test_O10_the_histories_have_lines_that_rest_on_much_and_people_who_were_left_out() -> None:
    groups = [history(seed) for seed in SEEDS]
    said = {view.said for group in groups for view in told(group).values()}
    assert len(said) > 5
    assert any(view.tellers for group in groups for view in told(group).values())
    assert any(group.chart.threads.left_out for group in groups)


def test_O10_a_note_about_a_note_about_itself_is_counted_once() -> None:
    group = Group()
    moment = group.moment(story := group.story())
    group.do(group.sam, "EndTellersTurn", experience=story)
    one = group.do(group.sam, "WriteReflection", kind="liked", text="one", about=[moment])
    other = group.do(group.tess, "WriteReflection", kind="liked", text="other", about=[one])
    group.do(group.kit, "MoveNote", about=one, phase="reflect", kind="liked", on=[other])
    aim = group.do(group.kit, "AddAim", text="Pay early", rests_on=[other])
    assert told(group)[aim].said == "two notes"


def test_O6a_a_line_that_nobody_reads_yet_shows_nobody_a_way_to_it() -> None:
    group = Group()
    moment = group.moment(group.story())
    group.do(group.kit, "AddAim", text="Pay early", rests_on=[moment])
    shown = group.view(group.sam, "people", group.sam).has_lines
    group.do(group.kit, "Delete", about=group.chart.aims[0])
    assert (shown, group.view(group.sam, "people", group.sam).has_lines) == (True, False)
    assert '"has_lines"' not in group.sees("everyone")
