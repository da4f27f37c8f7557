"""What is laid out, and the places that it gets. There are no words in either: of these only how
long they are counts.

Elements are named by their ids, ways by their place among those of their element. Units are
those of `units.py`.
"""

from msgspec import Struct

from footpath.method.layout.units import LETTER, WIDE, WORDS

MOST_AT_A_SIDE = 5
"""Ways that leave a box at its side; each further one leaves beneath it."""


class Lead(Struct, frozen=True, kw_only=True):
    """A way that leads to an element: to which, its place among the ways of its own, and the
    columns of its label.
    """

    to: int
    way: int
    columns: int = 0


class SaidBeneath(Struct, frozen=True, kw_only=True):
    """Something said beneath an element, in so many columns: of a way that leads to none, or of
    its ways together.
    """

    columns: int
    way: int | None = None

    @property
    def lines(self) -> int:
        """How many lines it takes: one or two, and what is longer is cut."""
        return 1 if self.columns * LETTER <= WIDE - WORDS else 2


class Part(Struct, frozen=True, kw_only=True):
    """An element: the places of its lane and stage, its ways to others, and what
    is said beneath it.
    """

    id: int
    lane: int
    stage: int
    leads: tuple[Lead, ...] = ()
    below: tuple[SaidBeneath, ...] = ()
    together: bool = False
    """All of its ways are taken: they leave through a bar."""
    slanted: bool = False

    @property
    def said_in(self) -> int:
        """How many lines of words stand beneath its box."""
        return sum(said.lines for said in self.below)

    @property
    def lines(self) -> int:
        """How many lines there are beneath its box: what is said there, and each way that finds
        no room at its side.
        """
        return self.said_in + max(0, len(self.leads) - MOST_AT_A_SIDE)


class BandView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A lane or a stage, named by an element that stands in it; where it begins, and
    how much it holds.
    """

    of: int
    at: int = 0
    size: int = 0


class BoxView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The place of an element: the left upper corner of its box."""

    id: int
    x: int
    y: int


class LabelView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where the label of a way stands: its left lower corner, and the most it may take."""

    x: int
    y: int
    width: int
    lines: int = 1


class WayView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A way from one element to another: x and y of each of its corners, from
    its start to its end.
    """

    of: int
    way: int
    to: int
    points: tuple[int, ...]
    label: LabelView | None = None


class BelowView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Words beneath a box: the left end and the middle of their first line.

    `way` names a way that leads to no element; its stem comes down from `stem`, x and y, to the
    height of the line.
    """

    of: int
    x: int
    y: int
    lines: int = 1
    way: int | None = None
    stem: tuple[int, int] | None = None


class BarView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The bar through which all ways of an element leave, and what joins it to the box:
    from `start` at `y`.
    """

    of: int
    x: int
    top: int
    bottom: int
    start: int
    y: int


class DrawingView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The process as it is drawn everywhere: places, in the units of the layout, and no words.

    Where it is too large to be drawn, it has its lanes and stages alone.
    """

    width: int = 0
    height: int = 0
    lanes: tuple[BandView, ...] = ()
    stages: tuple[BandView, ...] = ()
    boxes: tuple[BoxView, ...] = ()
    ways: tuple[WayView, ...] = ()
    below: tuple[BelowView, ...] = ()
    bars: tuple[BarView, ...] = ()
    too_large: bool = False
