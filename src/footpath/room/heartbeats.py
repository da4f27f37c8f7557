"""Whether the pages that are open are still there: one look at all of them every second."""

import asyncio
import time
from collections.abc import Iterable, Mapping
from itertools import islice

from footpath.limits.budgets import TOO_FAST
from footpath.room.fanout import Connection, Room
from footpath.room.open_pages import TOO_MUCH
from footpath.room.slices import SLICE
from footpath.room.waiting import Frame, encode

LOOK_EVERY = 1.0
HEARTBEAT = 5.0
"""Seconds without a word after which a page is asked whether it is there."""
SILENT_FOR = 15.0
SILENT = (4408, "The line was silent.")


async def look_after(open: Mapping[int, Room]) -> None:
    """Again and again, until it is cancelled."""
    while True:
        for room in list(open.values()):
            pages = iter([*room.connections])
            while some := list(islice(pages, SLICE)):
                _look_at(some)
                await asyncio.sleep(0)  # others are served in between
        await asyncio.sleep(LOOK_EVERY)


def _look_at(pages: Iterable[Connection]) -> None:
    asked: Frame | None = None
    for page in pages:
        now = page.line.loop.time()
        if page.ended is not None:
            continue
        if page.line.has_flooded:
            page.end(TOO_MUCH, TOO_FAST)
        elif now - page.heard_at > SILENT_FOR:
            page.end(*SILENT)
        elif now - max(page.heard_at, page.pinged_at) >= HEARTBEAT:
            page.pinged_at = now
            asked = asked or encode({"ping": time.time_ns() // 1_000_000})
            page.send(asked)
