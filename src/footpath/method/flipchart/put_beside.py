"""Since when each text stands on a thing that is no wording of it, and who put it there.

A quotation, a feeling's words, a lane, a reason, a tag: each has an entry of its own, and keeps it
whatever changes beside it. It follows from the entries, in records of earlier releases too.
"""

from collections.abc import Sequence

from msgspec import Struct, field

MOST_BEFORE = 20
"""Texts of a thing in whose place others stand now that are remembered, the first of them: what was
corrected a little was said before too.
"""


class PutThere(Struct, frozen=True):
    """The entry by which a text was put there, who did so, and whether it counts as said there also
    once other words stand in its place.
    """

    number: int
    by: int | None
    stays: bool


Texts = dict[str, PutThere]


class PutBeside(Struct, eq=False):
    """By the first id of each thing what was put beside its wordings. Flipcharts are alike whatever
    is known of that: what was masked for good is the same text in a record that is replayed.
    """

    texts: dict[int, Texts] = field(default_factory=dict[int, Texts])

    def __eq__(self, other: object) -> bool:
        """Whatever was put."""
        return isinstance(other, PutBeside)

    def stand(self, id: int, now: Texts) -> None:
        """These texts stand on a thing now: those that did before keep their entry."""
        known = self.texts.get(id, {})
        found = {text: known.get(text, put) for text, put in now.items()}
        before = [one for one in known.items() if one[0] not in found and one[1].stays]
        self._keep(id, dict(before[:MOST_BEFORE]) | found)

    def changed(self, id: int, before: Sequence[str], after: Sequence[str]) -> None:
        """The words of a thing were covered, masked or taken back, place by place: each text that
        is left keeps its entry, and nothing is remembered of what it was.
        """
        if before == after:
            return
        known, found = self.texts.get(id, {}), dict[str, PutThere]()
        for text, new in zip(before, after, strict=True):
            put = known.get(text)
            if new and put is not None and (new not in found or put.number < found[new].number):
                found[new] = put
        self._keep(id, found)

    def _keep(self, id: int, texts: Texts) -> None:
        if texts:
            self.texts[id] = texts
        else:
            self.texts.pop(id, None)
