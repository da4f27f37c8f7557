"""What each kind of thing is called, on which paper it stands and by which drawing it is
known: said here alone.

`make types` gives it to the room. A name stands on its own, as a label; in a
sentence it begins small.
"""

from msgspec import Struct

from footpath.method.things.collecting import COLLECTIONS
from footpath.method.things.things import (
    REFLECTIONS,
    AgreementLine,
    Aim,
    Element,
    ElementKind,
    Experience,
    Group,
    Moment,
    Note,
    NoteKind,
    Offer,
    SharedValue,
    Thing,
)


class Look(Struct, frozen=True):
    """How people see a kind: its name, its paper by the colour's name, and its
    drawing by the drawing's.
    """

    name: str
    paper: str = "sheet"
    icon: str = ""


LOOKS: dict[str, Look] = {
    NoteKind.NOTE: Look("Note", "straw", "pencil"),
    NoteKind.LIKED: Look("Liked", "moss", "thumbs-up"),
    NoteKind.DISLIKED: Look("Didn’t like", "rose", "thumbs-down"),
    NoteKind.DIFFERENTLY: Look("Would do differently", "sky", "route"),
    NoteKind.SIMILAR: Look("I had that too", "lilac", "footprints"),
    NoteKind.QUESTION: Look("Question", "clay", "question"),
    NoteKind.ANSWER: Look("Answer", "clay", "reply"),
    NoteKind.OPEN_QUESTION: Look("Open question", "clay", "question"),
    NoteKind.POSITION: Look("Position", icon="scale"),
    NoteKind.NOT_QUITE: Look("Not quite what was meant", icon="scale"),
    NoteKind.CHECKOUT: Look("Word to close with", "straw", "quote"),
    NoteKind.SAYING: Look("Said aloud", "straw", "quote"),
    NoteKind.MEMO: Look("Private memo", icon="lock"),
    ElementKind.ACTIVITY: Look("Step", icon="square"),
    ElementKind.DECISION: Look("Decision", icon="split"),
    ElementKind.DOCUMENT: Look("Document", icon="file"),
    ElementKind.WAIT: Look("Wait", icon="hourglass"),
    ElementKind.EXCEPTION: Look("Exception", icon="triangle"),
    ElementKind.CONTROL: Look("Control", icon="shield"),
    ElementKind.END: Look("End", icon="stop"),
    "moment": Look("Moment", icon="route"),
    "experience": Look("Story", icon="route"),
    "value": Look("Value", icon="ear"),
    "group": Look("Group", icon="layers"),
    "aim": Look("Aim", icon="target"),
    "element": Look("Step", icon="steps"),
    "offer": Look("Offered wording", icon="pencil"),
    "agreement": Look("Line of the agreement", icon="people"),
}
"""Notes and elements by their own kinds, everything else by the kind of thing."""

ANSWERABLE: tuple[str, ...] = (
    NoteKind.DIFFERENTLY, NoteKind.DISLIKED, NoteKind.LIKED, NoteKind.SIMILAR, "value", "moment",
    NoteKind.NOTE, NoteKind.OPEN_QUESTION, NoteKind.SAYING,
)  # fmt: skip
"""What is offered as answered by an element of the process, in this order:
reflections first (P2).
"""

HEARD_IN: tuple[str, ...] = (
    NoteKind.LIKED, NoteKind.DISLIKED, NoteKind.DIFFERENTLY, NoteKind.SIMILAR, "moment",
    NoteKind.NOTE, NoteKind.OPEN_QUESTION, NoteKind.POSITION, NoteKind.SAYING, NoteKind.CHECKOUT,
)  # fmt: skip
"""What a value is offered as heard in (R3)."""

COMES_FROM: tuple[str, ...] = (
    "group", NoteKind.NOTE, *REFLECTIONS, NoteKind.QUESTION, NoteKind.ANSWER,
    NoteKind.OPEN_QUESTION, NoteKind.POSITION, NoteKind.SAYING, NoteKind.CHECKOUT,
)  # fmt: skip
"""What an aim is offered as coming from where the aims are worded (A7)."""

RESTS_ON: tuple[str, ...] = ("value", *COMES_FROM, "moment", "element")
"""What an aim, and what is said of it, is offered as resting on where the group
returns to its aims (O1).
"""

LEARNT: tuple[str, ...] = ("moment", "value", *REFLECTIONS)
"""What a group learnt since it worded an aim, where the aim or a step that serves it rests on
such a thing (O1).
"""

BESIDE_THE_BOARD = (NoteKind.MEMO, NoteKind.NOT_QUITE)
"""Notes that lie on no board: what one keeps to oneself, and what is said of a line."""

ON_A_THING = (NoteKind.QUESTION, NoteKind.ANSWER)
"""Notes that stand with what they are about (E9)."""

NAMED_WAYS = (ElementKind.DECISION,)
"""Elements each of whose ways on has a name."""

NO_WAYS = (ElementKind.END,)
"""Elements from which nothing leads on."""

BECOMES: tuple[str, ...] = (NoteKind.NOTE, *REFLECTIONS, NoteKind.QUESTION, NoteKind.OPEN_QUESTION)
"""What a note is offered to become where it is moved to (R5)."""

SOURCES = {
    "aim": "rests_on",
    "value": "heard_in",
    "element": "answers",
    "group": "notes",
    "note": "about",
}
"""Where the views of kinds of things name what these came out of; the others came
out of nothing else.
"""

FEELINGS = {-2: "very hard", -1: "hard", 0: "neither", 1: "good", 2: "very good"}
"""How a feeling is said."""

_KINDS: dict[type[Thing], str] = {
    Note: "note", Element: "element", Moment: "moment", Experience: "experience",
    SharedValue: "value", Group: "group", Aim: "aim", Offer: "offer", AgreementLine: "agreement",
}  # fmt: skip

KIND_IN = {collection: _KINDS[type] for type, collection in COLLECTIONS.items()}
"""The kind of thing that is kept in each of a browser's collections."""


def kind_of(thing: Thing) -> str:
    """What kind of thing it is: of a note or an element not which of its own."""
    return _KINDS[type(thing)]


def look_of(thing: Thing) -> Look:
    """How a thing is seen, by its kind."""
    return LOOKS[thing.kind if isinstance(thing, Note | Element) else kind_of(thing)]


def a_thing(kind: type[Thing]) -> str:
    """A thing of a type as people say it within a sentence: of `SharedValue`, "a value"."""
    name = in_a_sentence(_KINDS[kind])
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def in_a_sentence(kind: str) -> str:
    """What a kind is called within a sentence."""
    name = LOOKS[kind].name
    return name[:1].lower() + name[1:]
