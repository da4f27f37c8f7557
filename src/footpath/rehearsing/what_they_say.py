"""The invented people of a rehearsal and all that they say: a winter in which a hall stayed cold.

Nothing of it happened to anybody. What one of them takes up is named by its key: `note 1` is the
first of the notes, `moment 4` the fourth moment.
"""

from typing import Literal, NamedTuple

from footpath.method.things.things import ElementKind

TELLER, SCRIBE = "Odile", "Jonah"
PEOPLE = (TELLER, "Bram", "Kezia", "Tomasz", "Wyn", "Farida", SCRIBE)
CALLED_FIRST = "How we look after what we share"
"""What it is called where no workshop is rehearsed."""
OFFER = "The winter in which our hall stayed cold. I can tell it in ten minutes."


class Spoken(NamedTuple):
    """Somebody's words."""

    who: str
    text: str


AGREEMENTS = (
    Spoken("Farida", "We let each other finish."),
    Spoken("Bram", "It is fine to say that we do not know."),
)

NOTES = (
    Spoken("Odile", "Nobody waits for weeks without knowing what happens next"),
    Spoken("Tomasz", "Who does the work for us is paid on time"),
    Spoken("Kezia", "Small jobs stay small: no three meetings for a door handle"),
    Spoken("Bram", "We know what it may cost before anybody says yes"),
    Spoken("Farida", "New members can find out whom to ask"),
    Spoken("Odile", "I do not want to chase people in my free time"),
    Spoken("Kezia", "When something goes wrong we hear it from each other first"),
    Spoken("Bram", "Two people look at every larger sum"),
    Spoken("Tomasz", "A quick answer when it is cold"),
    Spoken("Farida", "It is written down who decides what"),
)
"""Wyn writes nothing here, so that there is somebody who was not heard yet."""


class WordedAim(NamedTuple):
    """An aim as the scribe words it, and the notes that it rests on."""

    text: str
    rests_on: tuple[str, ...]


AIMS = (
    WordedAim(
        "Everybody concerned knows where a job stands, and who answers for it",
        ("note 1", "note 5", "note 7"),
    ),
    WordedAim(
        "What it costs is agreed before the work begins, and paid on time", ("note 2", "note 4")
    ),
    WordedAim("Small things are decided by whoever is nearest", ("note 3", "note 10")),
)


class ToldMoment(NamedTuple):
    """A moment of the story, as the scribe lays it out for the teller."""

    text: str
    lane: str
    stage: str
    feeling: int | None = None
    feels: str = ""
    quote: str = ""
    who: tuple[str, ...] = ()
    used: tuple[str, ...] = ()


STORY, WHEN = "The winter the hall stayed cold", "last January and February"
LANES = ("Me", "The caretaker", "The heating firm", "The committee")
STAGES = ("It breaks", "Asking around", "Waiting", "Afterwards")
MOMENTS = (
    ToldMoment(
        "The boiler stops on a Monday, an hour before the parents' group",
        "Me",
        "It breaks",
        -1,
        "my stomach sank",
    ),
    ToldMoment(
        "The caretaker comes at once and finds a part that is worn out",
        "The caretaker",
        "It breaks",
        1,
        "relieved",
        who=("Me",),
    ),
    ToldMoment(
        "I ring the firm that always did it; they can come in two weeks",
        "The heating firm",
        "Asking around",
        -1,
        used=("telephone",),
        who=("Me",),
    ),
    ToldMoment(
        "Nobody can tell me whether I may say yes to 480 pounds",
        "Me",
        "Asking around",
        -2,
        "alone with it",
        "I had the phone in one hand and nobody to ask.",
    ),
    ToldMoment(
        "Neighbours bring three heaters, and the group meets after all",
        "Me",
        "Waiting",
        2,
        "warm, in both ways",
    ),
    ToldMoment(
        "The committee meets, and the offer is not on the list",
        "The committee",
        "Waiting",
        -2,
        "small, and a bit foolish",
        used=("the committee's list",),
    ),
    ToldMoment("The firm mends it in one morning", "The heating firm", "Afterwards", 1),
    ToldMoment(
        "The bill lies in a drawer for five weeks",
        "The committee",
        "Afterwards",
        used=("a bill",),
        who=("The heating firm",),
    ),
    ToldMoment("At the next meeting we thank the caretaker", "Me", "Afterwards", 1, "proud of us"),
)
HAD_THAT_TOO = (
    ("Bram", "moment 4", "With the van, last spring. I paid it myself."),
    ("Farida", "moment 8", ""),
)


class Thought(NamedTuple):
    """A reflection on a moment."""

    who: str
    kind: Literal["liked", "disliked", "differently"]
    text: str
    about: str


TELLERS_THOUGHTS = (
    Thought("Odile", "liked", "That people simply brought what they had", "moment 5"),
    Thought("Odile", "differently", "One name to ring who may say yes", "moment 4"),
)
THOUGHTS = (
    Thought(
        "Bram",
        "differently",
        "Up to 500 pounds whoever keeps the room decides, and tells us",
        "moment 4",
    ),
    Thought("Kezia", "disliked", "We sat in one room and let it slip", "moment 6"),
    Thought("Tomasz", "disliked", "The firm did its part, and we did not do ours", "moment 8"),
    Thought("Wyn", "liked", "That the caretaker came at once", "moment 2"),
    Thought("Farida", "differently", "Ask a second firm on the first day", "moment 3"),
    Thought(
        "Kezia",
        "differently",
        "Bills go to one place, and somebody looks there on Fridays",
        "moment 8",
    ),
)


class HeardValue(NamedTuple):
    """A value that somebody heard."""

    who: str
    name: str
    sentence: str
    heard_in: str


VALUES = (
    HeardValue(
        "Wyn",
        "Looking after each other",
        "While something is broken nobody stays alone with it",
        "own thought 1",
    ),
    HeardValue(
        "Tomasz",
        "Keeping our word",
        "What others did for us we pay, without being asked twice",
        "thought 3",
    ),
)


class AddedElement(NamedTuple):
    """An element of the process, with what it answers and the aims that it serves."""

    kind: ElementKind
    text: str
    lane: str
    stage: str
    answers: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    after: str = ""
    by_way: str = ""


WAYS = ("yes", "no")
ELEMENTS = (
    AddedElement(
        ElementKind.ACTIVITY,
        "Write on the board what is broken, with the day",
        "Who notices it",
        "Noticed",
        serves=("aim 1",),
    ),
    AddedElement(
        ElementKind.DECISION,
        "Is it under 500 pounds?",
        "Who keeps the room",
        "Decided",
        ("thought 1",),
        ("aim 3",),
        "element 1",
    ),
    AddedElement(
        ElementKind.ACTIVITY,
        "Say yes, and write down the sum",
        "Who keeps the room",
        "Decided",
        ("own thought 2",),
        ("aim 2",),
        "element 2",
        "yes",
    ),
    AddedElement(
        ElementKind.ACTIVITY,
        "Two of the committee answer within three days",
        "The committee",
        "Decided",
        ("thought 2",),
        ("aim 1",),
        "element 2",
        "no",
    ),
    AddedElement(
        ElementKind.ACTIVITY,
        "Tell whoever uses the room when it will be mended",
        "Who keeps the room",
        "Done",
        serves=("aim 1",),
    ),
    AddedElement(
        ElementKind.CONTROL,
        "Every Friday somebody looks for bills and pays them",
        "The treasurer",
        "Done",
        ("thought 3", "thought 6"),
        ("aim 2",),
    ),
)
"""Nothing here answers that a second firm should be asked: the gap check has something to say."""
OPEN_QUESTION = Spoken("Wyn", "Who says yes while whoever keeps the room is on holiday?")

CLOSING = {
    "Odile": "Heard",
    "Bram": "I go home with less on my back",
    "Kezia": "Small jobs",
    "Tomasz": "Fridays",
    "Wyn": "I spoke, and it was fine",
    "Farida": "A second firm, please",
    "Jonah": "My fingers are tired",
}
