"""How many may come in by one link: all who are expected, from wherever they are, and no script
that goes on for ever.

docs/decisions/0016 says why the limits are as they are.
"""

from math import ceil

from footpath.limits import attempts
from footpath.limits.attempts import Attempts
from footpath.notices.models import Notice
from footpath.workshops.models import Workshop

TEN_MINUTES = 600.0
MOST_EXPECTED = 20_000
IN_A_FLOOD = 60
"""When four times as many came as are expected, a network that sent fewer goes on being
let in: a full room.
"""


class VeryManyCame(Exception):
    """Very many came by one link just now; the message says when to try again."""

    def __init__(self, wait: float) -> None:
        """Told how many seconds to wait."""
        self.wait = max(1, ceil(wait))
        minutes = max(1, ceil(wait / 60))
        after = "a minute" if minutes == 1 else f"{minutes} minutes"
        super().__init__(
            "Very many came in from your network just now. What you typed is kept: try again in "
            f"{after}, or ask whoever leads; they see this too."
        )


def expected_by(workshop: Workshop) -> int:
    """How many people are expected: as somebody said who leads, or as there are places.

    Not as many as registered: who floods would raise their own bound.
    """
    places = Notice.objects.filter(workshop=workshop).values_list("places", flat=True).first()
    return min(MOST_EXPECTED, max(attempts.UNANNOUNCED, workshop.expected or 0, places or 0))


class Coming:
    """Who came lately, by what they came by and from which network."""

    def __init__(self) -> None:
        """Nobody came yet."""
        self._came, self._refused = Attempts(TEN_MINUTES), Attempts(TEN_MINUTES)

    def let_in(self, workshop: Workshop, by: str, address: str) -> None:
        """One more comes.

        Raises:
            VeryManyCame: when it is too many.
        """
        expected, about = expected_by(workshop), f"{workshop.pk} {by}"
        is_flood = self._came.of_all(about) >= 4 * expected
        if not self._came.add_below(IN_A_FLOOD if is_flood else 2 * expected, address, about):
            self._refused.add(address, str(workshop.pk))
            raise VeryManyCame(self._came.next_in(address, about))

    def refused_lately(self, workshop: Workshop) -> int:
        """How many were refused in the last ten minutes."""
        return self._refused.of_all(str(workshop.pk))


arrivals, registrations = Coming(), Coming()
