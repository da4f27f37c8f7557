"""Serving: which elements of the process serve an aim, by being named or as an offer because
they rest on the same.
"""

from collections.abc import Collection

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.lines.tracing import aims_and_steps, standing_elements
from footpath.method.things.things import Aim, Element, ElementKind, Thing


def served_by(chart: Flipchart, aim: Aim) -> list[int]:
    """The elements that serve an aim: those that name it, and those that it names (O2)."""
    beside = aims_and_steps(chart, aim.id)
    naming = [thing.id for thing in beside if isinstance(thing, Element) and aim.id in thing.serves]
    named = [
        id for id in aim.cites if isinstance(chart.things[id], Element) and chart.things[id].stands
    ]
    return list(dict.fromkeys([*naming, *named]))


def offered_by(chart: Flipchart, aim: Aim) -> list[int]:
    """Elements offered as serving an aim that was added or reworded after them and rests on
    the same things (O2).
    """
    beside = resting_on_the_same(chart, aim) if _can_be_offered(aim) else []
    known = set(served_by(chart, aim)) if beside else set[int]()
    return [one.id for one in beside if one.made_by_entry < aim.rested_at and one.id not in known]


def _can_be_offered(aim: Aim) -> bool:
    return aim.added_on_return or len(aim.wordings) > 1


def activities_without_aim(chart: Flipchart) -> list[Element]:
    """Activities that serve no aim, neither by naming one nor by being named."""
    return [element for element in standing_elements(chart) if serves_no_aim(chart, element)]


def serves_no_aim(chart: Flipchart, element: Element) -> bool:
    """Whether it is an activity that serves no aim; seen from the element, so that no
    other aim is looked at.
    """
    if element.kind is not ElementKind.ACTIVITY or any(
        chart.things[id].stands for id in element.serves
    ):
        return False
    if any(isinstance(thing, Aim) for thing in aims_and_steps(chart, element.id)):
        return False
    # it serves none of them already, so that what an aim could offer is offered
    aims = (
        aim
        for aim in _among(chart, chart.aims, element.answers)
        if isinstance(aim, Aim) and _can_be_offered(aim)
    )
    answers = set(element.answers)
    return not any(
        element.made_by_entry < aim.rested_at and not answers.isdisjoint(aim.cites) for aim in aims
    )


def resting_on_the_same(chart: Flipchart, aim: Aim) -> list[Element]:
    """The standing elements that answer something that the aim came from: they may be offered
    as serving it (O2).
    """
    cites = set(aim.cites)
    elements = (
        thing for thing in _among(chart, chart.elements, cites) if isinstance(thing, Element)
    )
    found = [element for element in elements if not cites.isdisjoint(element.answers)]
    return sorted(found, key=lambda element: element.made_by_entry)


def _among(chart: Flipchart, all: list[int], ids: Collection[int]) -> list[Thing]:
    """The standing aims or elements that may cite one of these things: all of them, where they
    are fewer than those.
    """
    if len(all) < len(ids):
        return [thing for id in all if (thing := chart.things[id]).stands]
    return aims_and_steps(chart, *ids)
