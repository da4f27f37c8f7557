"""Steps: what looking for words may cost, counted and not timed, so that what is found is the same
on every machine.
"""


class UsedUp(Exception):
    """There are no steps left."""


class Steps:
    """So many steps, which may be part of others."""

    def __init__(self, most: int, of: "Steps | None" = None) -> None:
        """None is taken yet."""
        self._most, self._of = most, of
        self.taken = 0

    def take(self, count: int) -> None:
        """Take some.

        Raises:
            UsedUp: when there are not so many left.
        """
        self.taken += count
        if self._of is not None:
            self._of.take(count)
        if self.taken > self._most:
            raise UsedUp
