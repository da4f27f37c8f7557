"""What facilitators see of veils."""

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.things.things import Experience, Moment, Thing, Visibility
from footpath.method.wire.sheets import VeilsView, VeilView
from footpath.method.words.veils import UNTIL_FINAL, sealed


def facilitators_read(chart: Flipchart, thing: Thing) -> bool:
    """Whether every facilitator reads the thing."""
    if chart.may_read(thing, None):
        return True
    return isinstance(thing, Moment | Experience) and chart.reach(thing) is Visibility.FACILITATORS


def veils_over(chart: Flipchart, about: int) -> VeilsView | None:
    """What facilitators see of the veils over a thing: what lies beneath, where they may read
    that; thing by thing, so that one veil more tells them of what it covers alone (L3).
    """
    over = chart.veils_over.get(about, ())
    if not over or not facilitators_read(chart, thing := chart.things[about]):
        return None
    laid = [chart.veils[id] for id in over]
    return VeilsView(
        veils=tuple(
            VeilView(
                veil=veil.drawn,
                because=veil.because.value,
                at=veil.at,
                by=veil.by,
                until=veil.at + UNTIL_FINAL,
                covers=tuple(words.shown for words in veil.places[about]) or (sealed(thing.words),),
            )
            for veil in laid
        )
    )
