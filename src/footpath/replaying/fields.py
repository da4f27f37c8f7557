"""What each field of a timeline may hold, as types; msgspec says whether it does."""

from typing import Annotated, Any, Literal, NamedTuple

import msgspec
from msgspec import Meta, Struct

from footpath.replaying.timeline import Event, Unplayable

Id = Annotated[str, Meta(min_length=1)] | int
Step = Annotated[int, Meta(ge=0, le=999)] | Annotated[str, Meta(pattern=r"^[0-9]{1,3}\Z")]
Number = Annotated[float, Meta(gt=-1e9, lt=1e9)]
Feeling = Annotated[int, Meta(ge=-2, le=2)]


class FileWay(Struct):
    """An answer and where it leads; one of them may be missing."""

    label: str | None = None
    answer: str | None = None
    to: Id | None = None

    def __post_init__(self) -> None:
        """Refuse a way that says nothing at all."""
        if not (self.label or self.answer) and self.to is None:
            raise ValueError("A way needs an answer, or where it leads.")


class ShortWay(NamedTuple):
    """The same in a list."""

    label: str
    to: Id | None = None
    more: Any = None


_KINDS: dict[str, tuple[Any, str]] = {
    **dict.fromkeys(
        (
            "text",
            "title",
            "name",
            "question",
            "reason",
            "replacement",
            "note",
            "change",
            "kind",
            "as_",
            "study",
            "medium",
            "quote",
            "basis",
            "passage",
        ),
        (str, "a text"),
    ),
    **dict.fromkeys(("t", "at", "entered_at", "queued", "arrives"), (str, "a time, as a text")),
    **dict.fromkeys(
        ("id", "by", "entered_by", "person", "aim", "into", "before", "map"), (Id, "an id")
    ),
    **dict.fromkeys(
        ("from", "serves", "notes", "about", "aims", "except_items", "teller", "tellers", "next"),
        (Id | list[Id], "ids"),
    ),
    **dict.fromkeys(("in", "out", "who", "role", "used", "tag"), (str | list[str], "texts")),
    **dict.fromkeys(("lanes", "stages", "phases"), (list[str], "a list of texts")),
    **dict.fromkeys(("step", "to_step"), (Step, "the number of a step")),
    **dict.fromkeys(("order", "minutes", "base"), (Number, "a number")),
    **dict.fromkeys(("lane", "phase", "side", "when"), (Id, "a text")),
    **dict.fromkeys(("anonymous", "sensitive", "inferred"), (bool, "true or false")),
    **dict.fromkeys(
        ("options", "branches"),
        (list[FileWay | ShortWay | str], "a list of answers with the ids that they lead to"),
    ),
    "feeling": (Feeling, "a whole number from -2 to 2"),
    "fork": (Literal["all", "one"], "all or one"),
}


def fits(given: Any, kind: Any) -> bool:
    """Whether something is of a kind."""
    try:
        msgspec.convert(given, kind)
    except msgspec.ValidationError:
        return False
    return True


def check_kinds(given: Event, place: str) -> None:
    """Check the kind of every field that is given; `place` says where in the file that is.

    Raises:
        Unplayable: with one clear sentence.
    """
    for field, (kind, called) in _KINDS.items():
        if given.get(field) is not None and not fits(given[field], kind):
            raise Unplayable(f"`{field}` should be {called} ({place}).")
