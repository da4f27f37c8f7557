"""What a form was opened with, as its page carries it: sealed, so that nobody but this
installation can write it.
"""

import hashlib
from dataclasses import dataclass
from typing import Any

import msgspec
from django.core import signing

from footpath.meanwhile.settling import Said

KEPT_WHOLE = 60_000
"""Bytes of what a form was opened with that its page carries; what is longer is kept as a hash, so
that the form stays one that can be sent. It is packed before it is sealed.
"""
LARGEST = 2 * KEPT_WHOLE


class PointAsked(msgspec.Struct):
    """A point that its writer was asked about: what it said when the form was opened, and how
    often they were asked.
    """

    times: int
    before: Said | None = None
    knows_before: bool = True


class Sealed(msgspec.Struct):
    """What stands in a seal."""

    said: dict[str, Said] = {}
    hashed: dict[str, str] = {}
    """Points that are too long to be kept whole."""
    asked: dict[str, PointAsked] = {}


@dataclass(frozen=True)
class OpenedWith:
    """What a form was opened with; None in place of it where its page carried no
    seal that is ours.
    """

    sealed: Sealed | None

    def before(
        self, point: str, now: Said | None, mine: Said | None, *, is_row: bool
    ) -> tuple[Said | None, bool]:
        """What a point said, and whether that is known. Of a long one it is whichever of
        the two has its hash.
        """
        if self.sealed is None:
            return None, False
        if (hashed := self.sealed.hashed.get(point)) is not None:
            return next((one for one in (now, mine) if hash_of(one) == hashed), LONG), True
        said = self.sealed.said.get(point)
        return said, said is not None or is_row

    @property
    def asked(self) -> dict[str, PointAsked]:
        """What its writer was asked about before."""
        return self.sealed.asked if self.sealed is not None else {}

    @property
    def points(self) -> list[str]:
        """Every point that it had."""
        return (
            [*self.sealed.said, *self.sealed.hashed, *self.sealed.asked]
            if self.sealed is not None
            else []
        )


LONG: Said = {"": "long"}
"""Stands for what a point said where only its hash was kept, and it is neither what stands now
nor what was sent.
"""


def hash_of(said: Said | None) -> str:
    """A hash of what a point says."""
    return hashlib.sha256(msgspec.json.encode(said, order="sorted")).hexdigest()


def seal(form: str, said: dict[str, Said], asked: dict[str, PointAsked]) -> str:
    """Seal what a form is opened with; `form` names it and what it is about,
    and opens no other's.
    """
    sealed, left = Sealed(), KEPT_WHOLE
    for point, one in sorted(said.items(), key=lambda item: _length(item[1])):
        if (left := left - _length(one)) >= 0:
            sealed.said[point] = one
        else:
            sealed.hashed[point] = hash_of(one)
    for point, one in sorted(asked.items(), key=lambda item: _length(item[1].before)):
        left -= _length(one.before)
        sealed.asked[point] = one if left >= 0 else PointAsked(one.times, None, knows_before=False)
    return signing.Signer(salt=_salt(form)).sign_object(msgspec.to_builtins(sealed), compress=True)


def _length(said: Said | None) -> int:
    return len(msgspec.json.encode(said))


def unseal(form: str, given: str) -> OpenedWith:
    """What a page was opened with, as it says itself."""
    try:
        found: Any = (
            signing.Signer(salt=_salt(form)).unsign_object(given) if len(given) <= LARGEST else None
        )
    except signing.BadSignature:
        found = None
    return OpenedWith(None if found is None else msgspec.convert(found, Sealed))


def _salt(form: str) -> str:
    return f"footpath.meanwhile:{form}"
