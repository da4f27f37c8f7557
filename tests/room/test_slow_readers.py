"""L3: what waits for people who do not read is counted once for all, and bounded; who
reads notices nothing.
"""

import time
from pathlib import Path

from flooding import Raw
from given import new_database
from served import Doors, Server

from footpath.room.layers import IN_ONE, THINGS, Pieces
from footpath.room.waiting import PATIENCE, Frame, Queue, Waiting


def queues(most: int, count: int) -> tuple[Waiting, list[Queue], list[int]]:
    waiting, cut = Waiting(most), list[int]()
    return (
        waiting,
        [Queue(waiting, lambda number=number: cut.append(number)) for number in range(count)],
        cut,
    )


def much_is_written_and_little_may_wait() -> None:
    from footpath.limits import budgets
    from footpath.room import waiting

    waiting.waiting.most, budgets.LETTERS = 2_000_000, 10_000_000.0


def test_L3f_what_waits_for_many_is_counted_once() -> None:
    waiting, slow, cut = queues(1000, 100)
    shared = [Frame(b"x" * 900)]
    for one in slow:
        one.put_whole(shared, 0)
    assert (waiting.bytes, cut) == (900, [])
    for one in slow:
        one.take(0)
    assert (waiting.bytes, waiting.slow) == (0, {})


def test_L3f_above_the_bound_whoever_took_nothing_for_longest_is_cut() -> None:
    waiting, slow, cut = queues(1000, 4)
    for second, one in enumerate(slow[:3]):
        one.put_whole([Frame(b"x" * 200), Frame(b"x" * 100)], second)
    slow[0].take(9)
    slow[3].put(Frame(b"x" * 400), 10)
    assert cut == [1]
    assert waiting.bytes == 100 + 300 + 400


def test_L3f_whoever_reads_is_not_cut_for_those_who_do_not() -> None:
    waiting, (slow, fast), cut = queues(1000, 2)
    slow.put(Frame(b"x" * 900), 0)
    fast.put(Frame(b"x" * 1100), 10)
    assert (cut, waiting.bytes) == ([0], 1100)
    fast.put(Frame(b"x" * 1000), 11)
    assert (cut, waiting.bytes) == ([0, 1], 0)


def test_S5_a_whole_view_on_its_way_is_sent_to_its_end_whatever_comes_meanwhile() -> None:
    waiting, (one,), _ = queues(10_000, 1)
    one.put_whole([Frame(b"x" * 900), Frame(b"y" * 900)], 0)
    one.put(Frame(b"z" * 50), 0)
    assert (one.take(1), one.behind) == (b"x" * 900, 50)
    one.forget_behind()
    assert (one.take(2), bool(one), waiting.bytes, waiting.slow) == (b"y" * 900, False, 0, {})


def things(count: int) -> dict[str, dict[int, object]]:
    return {"notes": {id: {"text": "x" * 500, "id": id} for id in range(count)}}


def test_L3f_of_a_view_only_what_changed_is_encoded_again() -> None:
    pieces, views = Pieces(), things(10 * THINGS)
    before = pieces.frames(1, "everyone", views)
    views["notes"][THINGS] = {"text": "another", "id": THINGS}
    after = pieces.frames(2, "everyone", views)
    assert len(before) == len(after) == 12
    assert [place for place, one in enumerate(after) if one not in before] == [0, 2, 11]


def test_L3f_no_piece_of_a_view_is_long() -> None:
    assert max(len(one.wired) for one in Pieces().frames(1, "everyone", things(1000))) < 2 * IN_ONE
    assert len(Pieces().frames(1, "everyone", things(2))) == 1


def test_S3_a_view_that_comes_in_pieces_is_the_view_that_grew_change_by_change(
    doors: Doors,
) -> None:
    fay = doors.opened()
    page = fay.open()
    for number in range(2 * THINGS):
        page.ask(
            "ProposeAgreement",
            text=f"One voice at a time, and that goes for number {number}. " * 10,
        )
    page.catch_up()
    late = fay.open()
    assert [frame["whole"] for frame in late.frames if "whole" in frame][:1] == ["begins"]
    assert late.catch_up()["everyone"] == page.layers["everyone"]
    assert late.number == page.number


def test_L3f_who_does_not_read_is_cut_at_last_and_who_reads_is_served(tmp_path: Path) -> None:
    server = Server(tmp_path, new_database(), altered=much_is_written_and_little_may_wait)
    try:
        _someone_is_cut(server.workshop())
    finally:
        server.stop()


def _someone_is_cut(doors: Doors) -> None:
    fay = doors.opened()
    page = fay.open()
    for number in range(330):
        page.send("ProposeAgreement", text=(f"{number} " * 3000)[:9900])
    page.ask("ProposeAgreement", text="The last one")
    deaf = [Raw(doors.arrive("Sam")) for _ in range(3)]
    time.sleep(PATIENCE + 0.5)
    assert fay.open().ask("RaiseHand")["done"]
    assert page.ask("Rename", name="Fay still")["done"]
    assert all(one.was_cut() for one in deaf)
