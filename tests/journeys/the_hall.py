"""The session of `examples/hall.json`, played up to its close, while its people stay: a room as
full as a real one, the same each time.
"""

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from people import Someone

from footpath.replaying.playing import Play
from footpath.replaying.timeline import Event
from footpath.replaying.timeline_file import read
from footpath.terminal.replaying import PERFORM

SESSION = Path(__file__).resolve().parents[2] / "examples" / "hall.json"
LONGEST = 120
"""Seconds after which something is wrong with the play, also on a machine that is busy."""
LONDON: dict[str, Any] = {"timezone_id": "Europe/London", "bypass_csp": True}
"""Where the hall is, so that browsers show its hours; what is by chance can be hidden in them."""


def shuffles_the_same_way() -> None:
    """What was written in silence goes up in the same order each time."""
    from footpath.record import turn

    turn.secrets = SimpleNamespace(randbits=lambda bits: 7)  # type: ignore[assignment]


class Hall:
    """The play, in a thread of its own: a browser's loop runs in the test's."""

    def __init__(self, base: str) -> None:
        """Nobody is there yet."""
        self.play = Play(read(SESSION), base, lambda line: None, None)
        self.full, self.seen = threading.Event(), threading.Event()
        self.wrong: Exception | None = None

    async def run(self) -> None:
        """Play it; what goes wrong is told to whoever waits for its end."""
        try:
            await self.play.run(self._perform, "")
        except Exception as wrong:
            self.wrong = wrong
            raise
        finally:
            self.full.set()
            await self.play.close()

    async def _perform(self, play: Play, event: Event) -> None:
        if event["do"] == "close":
            await play.everybody()
            self.full.set()
            await asyncio.to_thread(self.seen.wait)
        await PERFORM[event["do"]](play, event)

    def lets_in(self, somebody: Someone, id: str) -> Someone:
        """One of its people opens the room in another browser."""
        kept = self.play.people[id].browser.jar
        somebody.context.add_cookies(
            [{"name": one.name, "value": one.value or "", "url": self.play.base} for one in kept]
        )
        somebody.goes_to(f"{self.play.base}/w/{self.play.address}/room")
        return somebody


@contextmanager
def hall(base: str) -> Iterator[Hall]:
    """Everybody is there, and everything is said, until one has seen enough."""
    played = Hall(base)
    with ThreadPoolExecutor(1) as beside:
        ended = beside.submit(asyncio.run, played.run())
        try:
            assert played.full.wait(LONGEST), "the session does not come to its close"
            if played.wrong is None:
                assert played.play.refused == []
                yield played
        finally:
            played.seen.set()
        ended.result(LONGEST)
