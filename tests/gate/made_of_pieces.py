"""Material for a release as a test puts it together."""

from typing import Any

from footpath.gate.material import (
    AnsweredSheet,
    AnswerGiven,
    AskedStatement,
    Case,
    Link,
    Material,
    OpenedPhase,
    Piece,
    ReleaseDescription,
)

ASKED = (AskedStatement(key="c1", text="I take part.", purpose="take part"),)
ANSWERED = (AnswerGiven(statement="c1", answer="yes", sheet_version="2.0", day="2026-11-03"),)
ABOUT = ReleaseDescription(
    project="How rotas are made", responsible="R. Searcher", contact="r@example.org", ethics="E/12",
    sheet_version="2.0", sheet_sha256="ab" * 32,
    statements=ASKED, sheets=(AnsweredSheet(version="2.0", sha256="ab" * 32, statements=ASKED),),
    release="k3v9", day="2026-11-25", attribute="where",
)  # fmt: skip
HOSTILE = (
    "=SUM(A1)", "|calc", "%0|x", " ｜calc", "\u200b=1+1", "+44", "-2",
    "@here", "\tx", "＝1+1", "]]><x>&amp;\"'", "a,b\r\nc\"d", "‮gnp.exe", "zero\u200bwidth",
    "👩🏽‍🌾 e\u0301", "\x00\x07", "\ud800", "日本語の文", "x" * 100_000, "",
)  # fmt: skip


def piece(code: str, kind: str, text: str = "Ask the shop first", **fields: Any) -> Piece:
    given: dict[str, Any] = {
        "is_item": True,
        "person": "P01",
        "phase": "aims",
        "minute": 3,
        "texts": {"text": text},
        **fields,
    }
    return Piece(code=code, kind=kind, **given)


def material(*texts: str) -> Material:
    said = [*texts, *["Ask the shop first"] * 9][:9]
    return Material(
        about=ABOUT,
        pieces=(
            piece("N001", "note", said[0]),
            piece(
                "N002", "liked", said[1], phase="reflect",
                links=(Link(relation="about", to="M001"),),
            ),
            piece(
                "S001", "story", said[2], phase="experience", is_item=False,
                lists={"lanes": (said[3],)},
            ),
            piece("M001", "moment", said[4], phase="experience", feeling=-1, inferred=False,
                  links=(Link(relation="in_story", to="S001", label="1"),)),
            piece(
                "V001", "value", said[5], phase="reflect",
                links=(Link(relation="heard_in", to="N002"),),
            ),
            piece(
                "A001", "aim", said[6], is_item=False, links=(Link(relation="rests_on", to="N001"),)
            ),
            piece("E001", "activity", said[7], phase="process", links=(
                Link(relation="answers", to="N002"), Link(relation="serves", to="A001"))),
            piece("N003", "note", said[8], person=None, minute=None),
            piece("N004", "note", "", person="P02", paraphrased=True, texts={}),
        ),
        people=tuple(
            Case(
                pseudonym=f"P0{n}", permissions=(("c1", "yes"),), answers=ANSWERED, attribute="room"
            )
            for n in (1, 2)
        ),
        phases=tuple(
            OpenedPhase(phase=phase, minutes=10)
            for phase in ("aims", "experience", "reflect", "process")
        ),
    )  # fmt: skip
