"""What waits for people who do not read: counted once however many wait for it, and bounded for
the whole process.
"""

from collections import deque
from collections.abc import Callable
from typing import Any

import msgspec
from msgspec import Struct

from footpath.room.wire_frames import packed, wired

SLOWEST = 1_000_000
"""Bytes that may wait for one receiver, behind a whole view that is on its way, before it is
caught up with another one instead.
"""
PATIENCE = 2.0
"""Seconds for which whoever takes nothing does not yet count as slow."""
MOST = 64_000_000
"""Bytes that may wait in the whole process; then those who read slowest are cut, come back
and are caught up.
"""


class Frame(Struct, eq=False):
    """A text on its way, made ready for the wire once for all who receive it."""

    wired: bytes
    is_long: bool = False
    """Whether it is worth compressing."""
    packed: bytes = b""
    waited_for: int = 0

    def as_taken(self, takes_packed: bool) -> bytes:
        """The bytes for a line, compressed where it takes that; once for all of them."""
        if not (self.is_long and takes_packed):
            return self.wired
        if not self.packed:
            self.packed = packed(self.wired)
        return self.packed


def encode(told: Any) -> Frame:
    """Something to tell, as it goes over the wire."""
    return Frame(wired(msgspec.json.encode(told)))


def encode_much(told: Any) -> Frame:
    """The same of what is long, and sent to one after another."""
    return Frame(wired(msgspec.json.encode(told)), is_long=True)


def joined(frames: list[Frame]) -> Frame:
    """Several frames in one piece, in order."""
    return frames[0] if len(frames) == 1 else Frame(b"".join([one.wired for one in frames]))


NOTHING = deque[Frame](maxlen=0)
"""What waits for nearly everybody; nothing can be put into it."""


class Queue:
    """What waits for one receiver, in order."""

    def __init__(self, waiting: "Waiting", cut: Callable[[], None]) -> None:
        """Nothing waits; `cut` ends the line of a receiver that reads too slowly."""
        self.cut = cut
        self.behind = 0
        """Bytes that wait behind the whole view that is on its way, or of all where none is."""
        self.since = 0.0
        """When it last took something, or began to wait, on the loop's clock."""
        self._waiting = waiting
        self._frames: deque[Frame] = NOTHING
        self._to_the_end_of_the_view = 0
        """Frames, from the next one on."""

    def __bool__(self) -> bool:
        return bool(self._frames)

    def put(self, frame: Frame, now: float) -> None:
        """Let a frame follow those that wait."""
        self.behind += len(frame.wired)
        self._follow([frame], now)

    def put_whole(self, frames: list[Frame], now: float) -> None:
        """Let a whole view follow: it is sent to its end, whatever comes meanwhile. To begin it
        again each time that a little came would never end on a slow line.
        """
        self._follow(frames, now)
        self._to_the_end_of_the_view, self.behind = len(self._frames), 0

    def _follow(self, frames: list[Frame], now: float) -> None:
        if not self._frames:
            self.since, self._frames = now, deque[Frame]()
        self._frames += frames
        self._waiting.put(self, frames, now)

    def take(self, now: float, takes_packed: bool = False) -> bytes:
        """The next one, to be written."""
        frame = self._frames.popleft()
        if self._to_the_end_of_the_view:
            self._to_the_end_of_the_view -= 1
        else:
            self.behind -= len(frame.wired)
        self.since = now
        self._waiting.let_go(frame)
        self._look_whether_empty()
        return frame.as_taken(takes_packed)

    def forget_behind(self) -> None:
        """What follows the whole view that is on its way, or all where none is, waits no more."""
        while len(self._frames) > self._to_the_end_of_the_view:
            self._waiting.let_go(self._frames.pop())
        self.behind = 0
        self._look_whether_empty()

    def _look_whether_empty(self) -> None:
        if not self._frames:
            self._frames = NOTHING
            self._waiting.slow.pop(self, None)

    def clear(self) -> None:
        """Nothing waits any more."""
        self._to_the_end_of_the_view = 0
        self.forget_behind()


class Waiting:
    """Everything that waits in this process."""

    def __init__(self, most: int = MOST) -> None:
        """Nothing waits."""
        self.most = most
        self.bytes = 0
        self.slow: dict[Queue, None] = {}
        """Those for whom something waits."""

    def put(self, queue: Queue, frames: list[Frame], now: float) -> None:
        """Something waits for one more; above the bound those who have taken nothing
        for longest are cut.

        Whoever took something just now is cut only above twice the bound.
        """
        self.slow[queue] = None
        for frame in frames:
            if frame.waited_for == 0:
                self.bytes += len(frame.wired)
            frame.waited_for += 1
        if self.bytes > self.most:
            for slowest in sorted(self.slow, key=lambda one: one.since):
                if self.bytes <= (self.most if now - slowest.since > PATIENCE else 2 * self.most):
                    return
                slowest.clear()
                slowest.cut()

    def let_go(self, frame: Frame) -> None:
        """One fewer waits for it."""
        frame.waited_for -= 1
        if frame.waited_for == 0:
            self.bytes -= len(frame.wired)


waiting = Waiting()
