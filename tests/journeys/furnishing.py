"""A workshop that has been through all six phases, with every kind of thing on its flipchart in
most of its states.
"""

from dataclasses import dataclass

from gathering import Gathering
from people import Someone

PHASES = ("gather", "aims", "experience", "reflect", "process", "return")


@dataclass
class Furnished:
    """Who is there, each with a page open in the room."""

    fay: Someone
    sam: Someone
    olu: Someone


def furnished(come_in: Gathering) -> Furnished:
    """Fay facilitates, Sam tells, Olu watches; everything was said already."""
    fay, sam, olu = come_in.opened(), come_in("Sam"), come_in("Olu", "observer")
    for one in (sam, olu):
        one.sees("Who is here")
    _gathered(fay, sam)
    note, aim = _aimed(fay, sam)
    moment, story = _told(fay, sam)
    thoughts = _reflected(fay, sam, moment, story)
    lines = _mapped(fay, aim, [note, moment, *thoughts])
    _answered(sam, note, story, lines)
    return Furnished(fay, sam, olu)


def _gathered(fay: Someone, sam: Someone) -> None:
    fay.asks("AddPerson", name="Gran", where="room")
    line = fay.asks("ProposeAgreement", text="We let each other finish")
    sam.asks("AgreeToLine", about=line, agree=True)
    sam.asks("OfferStory", side="provider", elsewhere=True, line="A winter without pay")
    sam.asks("WriteNote", text="Hello from the north")
    sam.asks("RaiseHand", up=True)
    fay.asks("StartRound", kind="check-in")


def _aimed(fay: Someone, sam: Someone) -> tuple[int, int]:
    notes = [
        sam.asks("WriteNote", text=f"Small firms are paid first, {way}", unnamed=way == "twice")
        for way in ("once", "twice", "thrice", "hidden", "parked", "masked")
    ]
    fay.asks("OpenPhase", phase="aims")
    fay.asks("RevealNotes")
    for note in notes:
        fay.asks("MoveNote", about=note, phase="aims", kind="note", on=[])
    fay.asks("WriteNote", text="On the day", for_someone=True)
    fay.asks("Merge", about=notes[1], into=notes[0])
    group = fay.asks("GroupNotes", notes=[notes[2]], title="Paid in time")
    fay.asks("Hide", about=notes[3], reason="Names somebody")
    fay.asks("Park", about=notes[4], reason="Another day")
    fay.asks("MaskWords", about=notes[5], passage="firms")
    fay.asks(
        "Reword", about=notes[0], text="Small firms are paid at once", version=1, at_request=True
    )
    aim = fay.asks(
        "AddAim", text="Everybody is paid within thirty days", rests_on=[group, notes[0]]
    )
    fay.asks("AddAim", text="We ask other co-ops first", rests_on=[])
    fay.asks("AskQuestion", about=notes[0], text="Who is small?")
    return notes[0], aim


def _told(fay: Someone, sam: Someone) -> tuple[int, int]:
    fay.asks("OpenPhase", phase="experience")
    stages, lanes = ["Before", "After"], ["Us", "The client"]
    story = fay.asks(
        "TellExperience", title="The website that took a winter", storytellers=[sam.person],
        side="provider", elsewhere=True, when="two winters ago", stages=stages, lanes=lanes,
    )  # fmt: skip
    moments = [
        sam.asks(
            "PlaceMoment", experience=story, text=f"What happened on day {day}",
            lane=lanes[day % 2], stage=stages[day // 3], feeling=[-2, None, 0, 1][day % 4],
            inferred=day == 2, quote="It was cold",
            who=["Ann"], used=["an invoice"], visibility="only_me" if day == 4 else "shared",
        )
        for day in range(5)
    ]  # fmt: skip
    fay.asks("PlaceMoment", experience=story, text="The invoice lay there", lane="The client")
    fay.asks("HadThatToo", about=moments[0], text="We waited longer", side="client")
    fay.asks("AskQuestion", about=moments[0], text="Who signed it off?")
    return moments[0], story


def _reflected(fay: Someone, sam: Someone, moment: int, story: int) -> list[int]:
    fay.asks("OpenPhase", phase="reflect")
    kinds = ("liked", "disliked", "differently")
    own = [
        sam.asks("WriteReflection", kind=kind, text=f"I {kind} the start", about=[moment])
        for kind in kinds
    ]
    sam.asks("EndTellersTurn", experience=story)
    fay.asks(
        "WriteReflection", kind="differently", text="Pay half in advance", about=[moment, story]
    )
    values = [
        fay.asks("AddValue", name=name, sentence="We keep it", heard_in=[moment, *own])
        for name in ("Care", "Candour")
    ]
    sam.asks("RecogniseValue", about=values[0], recognised=True)
    fay.asks("MarkTension", about=values[0], other=values[1], tension=True)
    return own


def _mapped(fay: Someone, aim: int, reasons: list[int]) -> list[int]:
    fay.asks("OpenPhase", phase="process")
    last = fay.asks("AddElement", kind="end", text="Paid", lane="Treasurer")
    steps = [
        fay.asks(
            "AddElement",
            kind=kind,
            text=f"This {kind} comes now",
            lane="Buyer",
            answers=reasons[:2],
            serves=[aim],
        )
        for kind in ("activity", "document", "wait", "exception", "control")
    ]
    fay.asks(
        "AddElement",
        kind="decision",
        text="Is it late?",
        lane="Treasurer",
        branches=[{"label": "yes", "to": last}, {"label": "no", "to": None}],
    )
    fay.asks("AskOpenQuestion", text="Who holds the budget?", about=None)
    fay.asks("KeepAim", about=aim, reason="Still true", rests_on=reasons[:1])
    fay.asks("TakePosition", about=aim, text="Sixty days would do")
    fay.asks("CheckOut", text="Lighter than before")
    return [aim, *steps]


def _answered(sam: Someone, note: int, story: int, lines: list[int]) -> None:
    """Sam says of his lines what he meant, opens his story, and changes a note beneath them."""
    sam.asks(
        "AnswerLine", about=lines[0], answer="not_quite", text="At once, not within thirty days"
    )
    sam.asks("AnswerLine", about=lines[1], answer="meant")
    sam.asks("AnswerLine", about=lines[2], answer="leave_out")
    sam.asks("OpenWords", about=story, to="everyone")
    sam.asks("Reword", about=note, text="Small firms are paid on the day itself", version=2)
