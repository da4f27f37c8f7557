"""What leaves gets new names, and nothing in them tells what stayed behind."""

from typing import Any

from footpath.gate.material import MaterialWithCodes, ReleaseDescription, make_material
from footpath.gate.selection import Leaving, Selection
from footpath.method.things.things import Phase

ABOUT = ReleaseDescription(
    project="How rotas are made", responsible="", contact="", ethics="", sheet_version="1",
    sheet_sha256="", statements=(), release="r1", day="2026-11-25", attribute="where",
)  # fmt: skip
OPENED = 1_000_000_000


def note(thing: int, by: int | None, text: str, after_ms: int | None = 0, **fields: Any) -> Leaving:
    return Leaving(
        thing=thing, kind="note", is_item=True, by=by, people=frozenset({by or 99}),
        phase=Phase.AIMS, said_at=None if after_ms is None else OPENED + after_ms,
        texts={"text": text}, **fields,
    )  # fmt: skip


def made(
    *leaving: Leaving, seed: bytes = b"one", where: dict[int, str] | None = None
) -> MaterialWithCodes:
    selection = Selection(
        leaving=leaving, phases=((Phase.GATHER, OPENED - 600_000), (Phase.AIMS, OPENED))
    )
    return make_material(selection, ABOUT, seed, {}, where or {})


def test_C12_times_leave_as_whole_minutes_since_the_phase_was_opened() -> None:
    pieces = made(note(1, 1, "a", 59_999), note(2, 1, "b", 61_000)).material.pieces
    assert [piece.minute for piece in pieces] == [0, 1]


def test_C12_a_phase_that_is_opened_again_counts_from_then() -> None:
    selection = Selection(
        leaving=(note(1, 1, "a", 700_000),),
        phases=((Phase.AIMS, OPENED), (Phase.AIMS, OPENED + 600_000)),
    )
    assert make_material(selection, ABOUT, b"one", {}, {}).material.pieces[0].minute == 1


def test_C12_pseudonyms_are_new_for_each_release() -> None:
    leaving = [note(n, n, f"what number {n} said") for n in range(1, 9)]
    names = [
        [
            piece.person
            for piece in sorted(
                made(*leaving, seed=seed).material.pieces, key=lambda p: p.texts["text"]
            )
        ]
        for seed in (b"one", b"two")
    ]
    assert names[0] != names[1]


def test_C10_an_unnamed_thing_belongs_to_no_pseudonym_and_has_no_minute() -> None:
    piece = made(note(1, None, "unnamed", None)).material.pieces[0]
    assert (piece.person, piece.minute) == (None, None)
    assert made(note(1, None, "unnamed", None)).material.people == ()


def test_C10_the_order_of_unnamed_things_is_not_that_of_the_record() -> None:
    leaving = [note(n, None, f"thing {n}", None) for n in range(12)]
    order = [piece.texts["text"] for piece in made(*leaving).material.pieces]
    assert order == [piece.texts["text"] for piece in made(*reversed(leaving)).material.pieces]
    assert order != [one.texts["text"] for one in leaving]


def test_C7_numbers_of_the_record_change_nothing_in_what_leaves() -> None:
    one = made(note(1, 1, "a"), note(2, 2, "b"), note(3, 1, "c", links=(("about", 1, ""),)))
    other = made(note(10, 7, "a"), note(25, 4, "b"), note(31, 7, "c", links=(("about", 10, ""),)))
    assert one.material == other.material


def test_C12_an_attribute_leaves_only_where_five_people_share_each_of_its_values() -> None:
    leaving = [note(n, n, f"note {n}") for n in range(1, 11)]
    halves = {n: "room" if n <= 5 else "online" for n in range(1, 11)}
    assert {case.attribute for case in made(*leaving, where=halves).material.people} == {
        "room",
        "online",
    }
    six = made(*leaving, where=halves | {5: "online"}).material
    assert {case.attribute for case in six.people} == {None} and six.about.attribute == ""
