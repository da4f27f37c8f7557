"""What a browser gets of the people of a workshop."""

from msgspec import Struct


class PersonView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person. `called` is how the name stands wherever it looks like another's; empty
    where it is alone.
    """

    id: int
    name: str
    roles: tuple[str, ...]
    where: str
    called: str = ""
    without_device: bool = False
    away: bool = False
    removed: bool = False


class StoryView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An experience that somebody could tell."""

    side: str = ""
    elsewhere: bool = False
    line: str | None = None
    asked: bool = False
    declined: bool = False
    typed_by: int | None = None
    """Who typed it for them, where somebody did."""


class PersonOverlay(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What facilitators, or the person, see of a person beside the rest."""

    id: int
    story: StoryView | None = None
    done: bool = False
    hand_up: bool = False
    # beneath a line of the outline are words of theirs, or were until they left it (O6)
    has_lines: bool = False
    me: bool = False
