"""Whole layers as they are sent: in pieces that all who come share, of which only what
changed is encoded again.
"""

from itertools import islice
from typing import Any

from footpath.method import Audience, LayerChange
from footpath.record.live import Live
from footpath.room.waiting import Frame, encode, encode_much

LAYERS = ("everyone", "facilitators", "me")
SHARED = ("everyone", "facilitators")
THINGS = 32
"""So many things of a collection are sent in one piece."""
IN_ONE = 16_000
"""A layer of fewer bytes goes in one frame."""


def frame(number: int, audience: str, change: LayerChange) -> Frame:
    """A change as it goes over the wire."""
    told: dict[str, Any] = {"number": number, "for": audience, "put": change.put}
    if change.drop:
        told["drop"] = change.drop
    return encode(told)


def whole(number: int, audience: str, views: dict[str, Any]) -> Frame:
    """A whole layer in one frame, which replaces what the browser has of it."""
    return encode_much({"whole": True, "for": audience, "number": number, "put": views})


class Pieces:
    """One layer; what was encoded before is kept, piece by piece. Used in the
    writer's thread alone.
    """

    def __init__(self) -> None:
        """Nothing was sent yet."""
        self._kept: dict[tuple[str, int], tuple[list[tuple[Any, Any]], Frame]] = {}

    def frames(self, number: int, audience: str, views: dict[str, Any]) -> list[Frame]:
        """The layer as it stands: a frame that begins it, its pieces, and one that ends it and
        carries the number.
        """
        kept: dict[tuple[str, int], tuple[list[tuple[Any, Any]], Frame]] = {}
        for collection, things in views.items():
            left, place = iter(things.items()), 0
            while some := list(islice(left, THINGS)):
                before = self._kept.get((collection, place))
                if before is None or before[0] != some:
                    piece = {"whole": "goes on", "for": audience, "put": {collection: dict(some)}}
                    before = (some, encode_much(piece))
                kept[collection, place] = before
                place += 1
        self._kept = kept
        pieces = [piece for _, piece in kept.values()]
        if sum(len(piece.wired) for piece in pieces) < IN_ONE:
            return [whole(number, audience, views)]
        begins = encode({"whole": "begins", "for": audience})
        return [begins, *pieces, encode({"whole": "ends", "for": audience, "number": number})]


class LayersShown:
    """The layers of one workshop, for those who come in."""

    def __init__(self) -> None:
        """Nobody came yet."""
        self._shared = {layer: Pieces() for layer in SHARED}

    def frames(
        self,
        live: Live,
        person: int | None,
        facilitates: bool,
        layers: tuple[str, ...],
        number: int | None,
    ) -> list[Frame]:
        """Layers as somebody may see them now; of everyone's, only what they missed
        where that can be said.
        """
        sight, now = live.seeing(), live.chart.public_number
        missed = live.missed(number) if number is not None else None
        audiences: dict[str, Audience | None] = {
            "everyone": "everyone",
            "facilitators": "facilitators" if facilitates else None,
            "me": person,
        }
        frames: list[Frame] = []
        for layer in layers:
            audience = audiences[layer]
            if layer == "everyone" and missed is not None:
                frames.append(frame(now, layer, missed))
            elif audience is not None:
                pieces = self._shared.get(layer) or Pieces()
                frames += pieces.frames(now, layer, sight.whole(audience))
        return frames
