"""Forgetting a workshop whose record is gone: its pages end, and nothing of it is kept in
memory.
"""

from footpath.record.live import Live
from footpath.room.running import rooms

THROWN_AWAY = (4403, "This rehearsal was thrown away.")


def forget(workshop: int) -> None:
    """To be called once its rows are deleted; from any thread."""
    here = rooms()

    def end() -> None:
        room = here.open.get(workshop)
        for connection in room.connections | room.coming if room is not None else ():
            connection.end(*THROWN_AWAY)

    if here.loop is not None:
        here.loop.call_soon_threadsafe(end)
    here.writer.look(workshop, Live.empty)
    here.readings.forget(workshop)
