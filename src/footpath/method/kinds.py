"""What each kind of thing is called, on which paper it stands and by which drawing it is known: said here alone.

`make types` gives it to the room. A name stands on its own, as a label; in a sentence it begins small.
"""

from msgspec import Struct

from footpath.method.things import (
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
    """How people see a kind: its name, its paper by the colour's name, and its drawing by the drawing's."""

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
    ElementKind.EXCEPTION: Look("If ever", icon="triangle"),
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
"""What is offered as answered by an element of the process, in this order: reflections first (P2)."""

SOURCES = {"aim": "rests_on", "value": "heard_in", "element": "answers", "group": "notes", "note": "about"}
"""Where the views of kinds of things name what these came out of; the others came out of nothing else."""

_KINDS: dict[type[Thing], str] = {
    Moment: "moment", Experience: "experience", SharedValue: "value", Group: "group", Aim: "aim", Offer: "offer",
    AgreementLine: "agreement",
}  # fmt: skip


def look_of(thing: Thing) -> Look:
    """How a thing is seen, by its kind."""
    return LOOKS[thing.kind if isinstance(thing, Note | Element) else _KINDS[type(thing)]]


def a_thing(kind: type[Thing]) -> str:
    """A thing of a type as people say it within a sentence: of `SharedValue`, "a value"."""
    name = in_a_sentence("note" if kind is Note else "element" if kind is Element else _KINDS[kind])
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def in_a_sentence(kind: str) -> str:
    """What a kind is called within a sentence."""
    name = LOOKS[kind].name
    return name[:1].lower() + name[1:]
