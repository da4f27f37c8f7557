"""What facilitators see of veils."""

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.things.things import Experience, Moment, Thing, Visibility
from footpath.method.wire.sheets import VeilView
from footpath.method.words.veils import (
    UNTIL_FINAL,
    sealed,
)


def facilitators_read(chart: Flipchart, thing: Thing) -> bool:
    """Whether every facilitator reads the thing."""
    if chart.may_read(thing, None):
        return True
    return isinstance(thing, Moment | Experience) and chart.reach(thing) is Visibility.FACILITATORS


def veils_seen(chart: Flipchart) -> tuple[VeilView, ...]:
    """What facilitators see of the veils: what lies beneath, in what they may read."""
    return tuple(
        VeilView(
            veil=veil.drawn,
            about=about,
            because=veil.because.value,
            at=veil.at,
            by=veil.by,
            until=veil.at + UNTIL_FINAL,
            covers=tuple(words.shown for words in passages) or (sealed(chart.things[about].words),),
        )
        for veil in chart.veils.values()
        for about, passages in veil.places.items()
        if facilitators_read(chart, chart.things[about])
    )
