"""L3: people come, write and go, and afterwards nothing of them is held. bench/soak.py
does it for minutes.
"""

import asyncio
import json
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from given import new_database
from served import Doors, Guest, Server

SECONDS = 8


def counting() -> None:
    """The server writes into its folder, again and again, how much it holds."""
    threading.Thread(target=_count, daemon=True).start()


def _count() -> None:
    from footpath.room import running, tickets, waiting

    while True:
        time.sleep(0.3)
        try:
            rooms = running.rooms()
            held = {
                "rooms": len(rooms.open),
                "leading": len(rooms._leading),
                "pages": len(rooms._places._networks),
                "tickets": tickets.waiting(),
                "slow": len(waiting.waiting.slow),
                "waiting": waiting.waiting.bytes,
                "doors": len(rooms._doors.standing),
                "tasks": len(asyncio.all_tasks(rooms.loop)),
                "files": len(os.listdir("/proc/self/fd")),
            }
            _write(held)
        except Exception:
            pass  # not everything is there yet


def _write(held: dict[str, int]) -> None:
    """Whole or not at all: somebody may be reading at this moment."""
    written = Path(os.environ["FOOTPATH_DATA"], "held-as-written")
    written.write_text(json.dumps(held))
    written.replace(written.with_name("held"))


def held(server: Server) -> dict[str, int]:
    time.sleep(1.5)
    return json.loads((server.folder / "held").read_text())


def comes_writes_and_goes(guest: Guest, number: int) -> None:
    page = guest.open()
    page.ask("Rename", name=f"Guest {number}")
    time.sleep(0.15)  # calmly: they are no flood
    if number % 3:
        page.close()
    else:
        page.socket.socket.shutdown(2)  # the line is lost


def churns(workshops: list[Doors]) -> int:
    until, came = time.monotonic() + SECONDS, 0
    guests = [doors.arrive("Guest") for doors in workshops for _ in range(4)]
    with ThreadPoolExecutor(8) as at_once:
        while time.monotonic() < until:
            list(at_once.map(comes_writes_and_goes, guests, range(len(guests))))
            came += len(guests)
    for guest in guests:
        guest.http.close()
    return came


def test_L3f_after_everybody_has_gone_nothing_of_them_is_held(tmp_path: Path) -> None:
    server = Server(tmp_path, new_database(), altered=counting)
    try:
        workshops = [server.workshop(f"Buying {number}") for number in range(4)]
        churns(workshops[:1])
        before = held(server)
        assert churns(workshops) > 16
        after = held(server)
    finally:
        server.stop()
    nothing = dict.fromkeys(("rooms", "leading", "pages", "tickets", "slow", "waiting"), 0)
    assert {name: after[name] for name in nothing} == nothing
    assert after["doors"] <= len(workshops)
    assert after["tasks"] <= before["tasks"] + 2
    assert after["files"] <= before["files"] + 10
