"""What is kept back from research: by whose right, for as long as they have it, and what stays
behind with it. Pure.
"""

from footpath.gate.permissions import KeptBackBy, Permissions, ThingKeptBack
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.own_words.keeping_out import may_keep_out, stays_with
from footpath.method.things.things import Experience, Moment


def kept_back(chart: Flipchart, permissions: Permissions) -> set[int]:
    """The things that stay behind: each person said last whether, and one is enough."""
    find = chart.renumbered.get
    latest = {
        (find(row.about, row.about), row.hand is KeptBackBy.FACILITATOR, row.whose): row
        for row in permissions.kept_back
    }
    for_all, keepers = set[int](), dict[int, set[int]]()
    for (about, by_facilitator, _), row in latest.items():
        thing = chart.things.get(about)
        if not row.kept:
            continue
        if by_facilitator or not isinstance(thing, Experience | Moment):
            for_all.add(about)
        elif (person := _keeper(chart, thing, row, permissions)) is not None:
            keepers.setdefault(about, set()).add(person)
    moments = [thing for thing in chart.things.values() if isinstance(thing, Moment)]
    return for_all.union(
        keepers, (one.id for one in moments if _stays(chart, one, for_all, keepers))
    )


def _keeper(
    chart: Flipchart, thing: Experience | Moment, row: ThingKeptBack, permissions: Permissions
) -> int | None:
    """Who keeps back a story or a moment of one; None where whoever did has no
    right to it any more.
    """
    story = thing if isinstance(thing, Experience) else chart.story(thing.experience)
    could = [*story.storytellers, *(() if thing.by is None else (thing.by,))]
    whose = (one for one in could if permissions.sealed(thing.made_by_entry, one) == row.whose)
    return next((one for one in whose if may_keep_out(chart, thing, one)), None)


def _stays(
    chart: Flipchart, moment: Moment, for_all: set[int], keepers: dict[int, set[int]]
) -> bool:
    """Whether a moment stays behind with its story."""
    if moment.experience in for_all:
        return True
    keeping = keepers.get(moment.experience, ())
    return bool(keeping) and stays_with(chart.story(moment.experience), moment, keeping)
