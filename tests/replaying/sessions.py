"""Three invented sessions in the timeline format, which between them use every verb and field that there is."""

from typing import Any

Event = dict[str, Any]


class Session:
    """A session while it is put together: each entry comes twenty seconds after the one before."""

    def __init__(self, title: str, people: list[Event], **top: Any) -> None:
        """Nothing has happened yet."""
        self.file: Event = {
            "format": "session-timeline/1", "id": "invented", "title": title, "date": "2024-02-06",
            "timezone": "Europe/London", "people": people, "timeline": [], **top,
        }  # fmt: skip
        self.step, self.seconds = 1, 18 * 3600

    def do(self, by: str | None, do: str, **fields: Any) -> None:
        """Somebody does something; `rests` stands for the field `from`, `into_` and `in_` for words of Python's."""
        self.seconds += 20
        clock = self.seconds % 86400
        time = f"{clock // 3600:02}:{clock // 60 % 60:02}:{clock % 60:02}"
        renamed = {{"rests": "from", "in_": "in"}.get(name, name): value for name, value in fields.items()}
        entries = self.file["timeline"]
        entries.append({"n": len(entries) + 1, "t": time, "by": by, "step": self.step, "do": do, **renamed})

    def open(self, by: str, step: int, title: str) -> None:
        """The next step opens."""
        self.step = step
        self.do(by, "open_step", title=title)


def laundry() -> Event:
    """A shared laundry: every verb, in one evening with a second sitting the week after."""
    s = Session(
        "How we share the laundry", [
            {"id": "F1", "role": "Facilitator", "where": "room"},
            {"id": "F2", "role": "co-facilitator", "where": "online"},
            {"id": "K", "role": "Note-taker, observes as well", "where": "room"},
            {"id": "A", "role": "Neighbour: tells of the flood", "where": "room", "name": "Alex"},
            {"id": "B", "role": "Neighbour", "where": "online", "name": "Alex"},
            {"id": "C", "role": "Neighbour", "on": "phone", "joins": "18:03:30", "leaves": "18:45"},
            {"id": "O", "role": "observes for the housing association", "where": "online"},
        ],
        maps={"M": {"title": "The flood", "teller": "A", "lanes": ["Neighbour", "Caretaker"], "side": "tenant"}},
        studies=[{"id": "S9", "about": "laundries", "blank_means": "no", "covers": ["notes"]}],
        information_sheets=[{"study": "S9", "version": "1.1"}],
    )  # fmt: skip
    for who in ("F1", "F2", "K", "A", "B", "O"):
        s.do(who, "join")
    s.open("F1", 1, "Who is here")
    s.do("F2", "information_sheet", study="S9", version="1.1")
    s.do("A", "consent", study="S9", sheet="1.1", answer="yes", quotes="exact", except_items=["M2"])
    s.do("K", "consent_note", person="B", text="said perhaps, later")
    s.do("O", "memo", id="W1", text="They laugh a lot")
    s.do("B", "say", text="I only ever wash at night")
    s.open("F1", 2, "What should the rules do?")
    s.do("A", "note", id="N1", text="Nobody waits two hours for a machine")
    s.do("B", "note", id="N2", text="Quiet after ten", anonymous=True)
    s.do(
        None, "note", id="N3", text="[torn] for babies", entered_by="K", entered_at="18:20:00", medium="paper"
    )
    s.do("C", "drop")
    s.do(
        "C", "note_offline", id="N4", text="Somebody cleans the filter", queued="18:06:20", arrives="18:09:00"
    )
    s.do("F1", "reveal")
    s.do("C", "reconnect")
    s.do("A", "note", id="N5", text="No long waits")
    s.do("A", "note", id="N6", text="Typed by mistake")
    s.do("A", "delete", id="N6")
    s.do("K", "merge", id="N5", into="N1")
    s.do("K", "group", id="G1", title="Wayting", notes=["N1", "N4"])
    s.do("K", "rename_group", id="G1", title="Waiting")
    s.do("B", "group", id="G2", title="Peace", notes=["N2", "N3"])
    s.do("F1", "aim", id="T1", text="A free machine within half an hour", rests=["G1"])
    s.do("F1", "aim", id="T2", text="Nights are quiet", rests=["G2"])
    for who, dots in (("A", ["T1", "T1"]), ("B", ["T2", "T1"])):
        s.do(who, "dots", aims=dots)
    s.open("F2", 3, "The flood")
    for number, (who, lane, feeling) in enumerate(
        (("A", "Neighbour", -2), ("A", "Neighbour", -1), ("B", "Caretaker", 1)), 1
    ):
        s.do(
            who, "map_step", id=f"M{number}", map="M", order=number, lane=lane, text=f"What happened, part {number}",
            feeling=feeling, phase="That night", in_=["a bucket"], out="A wet floor", entered_by="K", sensitive=number == 2,
        )  # fmt: skip
    s.do("B", "ask", id="Q1", about="M1", text="Who had the key?")
    s.do("A", "answer", about="Q1", text="Nobody knew")
    s.do("A", "reorder", id="M2", before="M1")
    s.do("K", "redact", id="M3", reason="names the firm", replacement="[masked]")
    s.open("F1", 4, "Looking at it")
    s.do("A", "reflection", id="R1", kind="disliked", about="M1", text="The water")
    s.do("B", "reflection", id="R2", kind="differently", about=["M1", "M2"], text="A key for everyone")
    s.do("B", "reflection", id="R3", kind="similar", about=None, text="Mine leaked too", anonymous=True)
    s.do("K", "redact", id="R3", reason="asked to", replacement="[taken out]")
    s.do("K", "move", id="N4", to_step=4, as_="reflection", kind="liked", about="M3")
    s.do("K", "tag", id="R2", tag="keys")
    s.do("F1", "park", id="R1", reason="the plumber is asked first")
    s.do("A", "value", id="V1", name="Taking turns", rests=["N1", "R2", "T1"])
    s.open("F1", 5, "How it should go")
    s.do(
        "A",
        "process_step",
        id="P1",
        lane="Neighbour",
        order=1,
        text="Book",
        rests=["R2"],
        serves=["T1"],
        out="A slot",
        phase="Before",
    )
    s.do(
        "A",
        "decision",
        id="D1",
        lane="Neighbour",
        question="Is one free?",
        options=[["yes", "P3"], ["no", "P1"], ["no idea", "O1"]],
    )
    s.do(
        "B",
        "process_step",
        id="P2",
        lane="Caretaker",
        order=3,
        text="Clean the filter",
        rests=["N4"],
        serves=["V1"],
    )
    s.do(
        "B", "process_step", id="P3", lane="Neighbour", order=2, text="Wash", in_=["soap", "coins"], rests=[]
    )
    s.do("C", "exception", id="E1", text="Babies go first", rests=["N3", "Q1"])
    s.do("C", "open_question", id="O1", text="Who pays for repairs?", about="P2")
    s.do("B", "delete", id="P3")
    s.do("B", "undo", id="P3")
    s.do("B", "reorder", id="P2", before="P1")
    s.open("F1", 6, "The aims again")
    s.do("A", "aim_change", aim="T1", change="edit", text="A free machine within an hour", rests=["R2"])
    s.do("B", "aim_change", aim="T2", change="propose", text="From nine, not ten")
    s.do("A", "object", aim="T2", text="I work until nine")
    s.do("F1", "aim_change", aim="T2", change="unresolved", text=None)
    s.do("C", "aim_change", aim="T3", change="add", text="Everybody has a key", rests=["R2"])
    s.do("F1", "aim_change", aim="N3", change="add", rests=[])
    s.open("F1", 7, "A word each")
    s.do("A", "checkout", id="X1", text="clean")
    s.do("F1", "close")
    s.file["after"] = [
        {
            "at": "2024-02-07T09:00:00",
            "by": "A",
            "do": "correct",
            "id": "N1",
            "text": "Nobody waits an hour for a machine",
        },
        {"at": "2024-02-07T09:05:00", "by": "A", "do": "withdraw", "study": "S9"},
        {"at": "2024-02-13T18:00:00Z", "by": "F1", "do": "open_step", "step": 5, "title": "Once more"},
        {
            "at": "2024-02-13T18:10:00Z",
            "by": "B",
            "do": "edit",
            "id": "P1",
            "base": 1,
            "text": "Book on the list",
        },
        {
            "at": "2024-02-13T18:11:00Z",
            "by": "A",
            "do": "edit",
            "id": "P1",
            "base": 1,
            "text": "Book by phone",
        },
        {"at": "2024-02-13T18:20:00Z", "by": "F1", "do": "export", "what": "outline"},
    ]
    s.file["expected"] = {
        "content_items": 19,
        "by_kind": {"note": 4, "note_offline": 1, "map_step": 3, "reflection": 3, "value": 1, "process_step": 3,
                    "decision": 1, "exception": 1, "open_question": 1, "checkout": 1},
        "by_person": {"null": 1, "A": 9, "B": 6, "C": 3},
        "aims_at_the_end": [
            {"id": "T1", "changed": True, "text": "A free machine within an hour"},
            {"id": "T2", "changed": "unresolved: two views"}, {"id": "T3", "changed": "new"}, {"id": "N3", "state": "new"},
        ],
        "values": [{"id": "V1", "name": "Taking turns", "sources": ["N1", "R2", "T1"]}],
        "process": {"lanes": ["Neighbour", "Caretaker"], "steps": 3, "decisions": 1, "exceptions": 1, "open_questions": 1,
                    "order": ["P2", "P1", "D1", "P3", "E1"]},
        "coverage": {
            "reflections_no_step_answers": ["R1"], "served_by": {"T1": ["P1"]},
            "aim_added_later_and_served_by": {"T3": ["P1"], "N3": ["E1"]}, "steps_that_serve_no_aim": ["P2", "P3"],
        },
        "parked": [{"id": "R1", "reason": "the plumber is asked first"}],
        "experiences": {"M": 3}, "research": {"S9": {"people": []}}, "paper": {"author_is_not_typist": "A is no typist"},
        "times": "18:00 local is 18:00 UTC (winter)", "privacy": {"anonymous": ["N2", "R3"], "sensitive": ["M2"], "rule": "…"},
        "unresolved": ["T2"],
    }  # fmt: skip
    return s.file


def night_bus() -> Event:
    """A night bus: across midnight and time zones, in several scripts, with long and odd words."""
    s = Session(
        "Polisi'r bws nos — سياسة الحافلة", [
            {"id": 1, "role": ["Facilitator"], "name": "Ŵyn ap " + "Rhys " * 120},
            {"id": 2, "role": "Driver", "name": "\u202eevil\u202c"},
            {"id": 3, "role": "Passenger", "name": "مريم"},
            {"id": 4, "role": "Passenger", "name": "\u200b"},
        ], date="2024-03-30", maps={},
    )  # fmt: skip
    s.seconds = 23 * 3600 + 55 * 60
    s.open("1", 2, "Beth ddylai'r polisi ei wneud?")
    texts = {
        "a": "Diogelwch i bawb, hyd yn oed am dri o'r gloch y bore", "b": "الأمان أولاً", "c": "🚌💤 wake me up",
        "d": "<script>alert(1)</script> & <b>bold</b>", "e": "=HYPERLINK(\"x\")", "f": "word " * 1999, "g": "half \ud83d here",
    }  # fmt: skip
    for id, text in texts.items():
        s.do("3", "note", id=id, text=text)
    s.do("2", "note", id="h", text="x" * 120_000)
    s.do("2", "note", id="i", text="   ")
    s.do("1", "aim", id="j", text="Home safe, whatever the hour", rests=list("abcdef"))
    s.seconds += 20 * 60
    s.do("1", "close")
    s.file["expected"] = {
        "by_kind": {"note": 7},
        "by_person": {"3": 7},
        "aims_at_the_end": [{"id": "j", "changed": False}],
        "times": "23:55 local is 23:55 UTC",
        "paper": {"unreadable": "kept as typed"},
    }
    return s.file


def bakery() -> Event:
    """A bakery's early shift: slips and their undoing, a conflict, people without a fitting role, no reveal."""
    s = Session("Who opens the bakery", [{"id": p, "role": f"baker {p}"} for p in ("Io", "Ned", "Una")])
    s.open("Io", 2, "What for?")
    for id, who, text in (
        ("n1", "Io", "Warm ovens at four"),
        ("n2", "Ned", "Sleep"),
        ("n3", "Una", "Sleep, please"),
    ):
        s.do(who, "note", id=id, text=text)
    s.do("Ned", "group", id="g", title="Rest", notes=["n2", "n3"])
    s.do("Ned", "merge", id="n3", into="n2")
    s.do("Io", "undo", id="n3")
    s.do("Una", "park", id="n1", reason="technical")
    s.do("Una", "undo", id="n1")
    s.do("Ned", "tag", id="n2", tag="health")
    s.do("Ned", "undo", id="n2")
    s.do("Io", "move", id="n1", to_step=5, as_="open_question")
    s.do("Una", "edit", id="n2", text="Eight hours of sleep")
    s.do("Io", "delete", id="n3")
    s.do("Una", "aim", id="t", text="Everyone sleeps", rests=["g", "n3"])
    s.do("Ned", "edit", id="t", base=1, text="Everyone sleeps well")
    s.do("Ned", "undo", id="t")
    s.do("Ned", "dots", aims=["t", "g"])
    s.open("Io", 5, "How")
    s.do(
        "Ned",
        "decision",
        id="d",
        question="Who is first?",
        options=[{"label": "Una", "to": "s2"}, ["nobody", "end"]],
    )
    s.do("Una", "process_step", id="s2", text="Open up", serves=["t"], kind="control")
    s.do("Ned", "process_step", id="s3", text="Light the ovens", serves="t", lane="Ovens")
    s.do("Ned", "process_step", id="s4", text="A slip")
    s.do("Ned", "undo", id="s4")
    s.open("Io", 6, "Again")
    s.do("Una", "aim_change", aim="t", change="drop", text=None, reason="too broad")
    s.do("Ned", "aim_change", aim="n2", change="unresolved", text=None)
    s.do("Ned", "propose", aim="n2", text="Seven hours")
    s.do("Una", "object", aim="n2", text="Eight")
    s.do("Io", "close")
    s.file["expected"] = {
        "by_kind": {"note": 2, "process_step": 2, "decision": 1}, "by_person": {"Io": 1, "Ned": 3, "Una": 1},
        "aims_at_the_end": [{"id": "t", "changed": "dropped"}, {"id": "n2", "changed": "unresolved"}],
        "process": {"lanes": ["Ovens"], "steps": 2, "decisions": 1, "exceptions": 0, "open_questions": 1},
        "parked": 0, "open_questions": ["n1"], "unresolved": "n2: two positions",
        "coverage": {"served_by": {"t": ["s2", "s3"]}, "steps_that_serve_no_aim": []},
    }  # fmt: skip
    return s.file
