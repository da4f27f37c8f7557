"""`make bench`: measures Footpath on this machine and prints one table. Compare
within one run only.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
DATA = tempfile.TemporaryDirectory(prefix="footpath-bench-")
os.environ["FOOTPATH_DATA"] = DATA.name
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "footpath.config.settings")
os.environ["FOOTPATH_LOG_LEVEL"] = "ERROR"

import django  # noqa: E402

django.setup()


from bench.people import Door, Person, by_post, by_socket  # noqa: E402
from bench.server import Server, serving  # noqa: E402
from footpath.config import starting  # noqa: E402
from footpath.method import Command  # noqa: E402
from footpath.method.phases.gather import Arrive  # noqa: E402
from footpath.method.things.things import Phase  # noqa: E402
from footpath.method.throughout.notes import WriteNote  # noqa: E402
from footpath.method.throughout.pace import OpenFlipchart, OpenPhase  # noqa: E402
from footpath.record import replay  # noqa: E402
from footpath.record.writer import Writer  # noqa: E402
from footpath.workshops import doors  # noqa: E402
from footpath.workshops.making import make_workshop  # noqa: E402
from footpath.workshops.models import Workshop  # noqa: E402


class Prepared:
    """A workshop with people and notes in it, made before the server starts."""

    def __init__(
        self,
        writer: Writer,
        people: int,
        notes: int,
        phase: Phase = Phase.REFLECT,
        *,
        note: str = "What I would keep",
    ) -> None:
        """Fill the record through the same writer that the server has."""
        self.workshop: Workshop = make_workshop(writer, f"Bench {people} {notes}")
        self.asked = 0
        self.writer = writer
        self.people = [
            self._ask(Arrive(id=self._id(), name=f"Person {at}"), None, "facilitator")
            for at in range(people)
        ]
        self._ask(OpenFlipchart(id=self._id()), self.people[0])
        self._ask(OpenPhase(id=self._id(), phase=phase), self.people[0])
        futures = [
            writer.submit(
                self.workshop.pk, WriteNote(id=self._id(), text=f"{note} ({at})"), self.people[0]
            )
            for at in range(notes)
        ]
        for future in futures:
            future.result(60)

    def _id(self) -> str:
        self.asked += 1
        return f"bench-{self.asked}"

    def _ask(self, command: Command, person: int | None, door: str = "") -> int:
        return self.writer.submit(self.workshop.pk, command, person, door).result(60).made or 0

    def door(self, port: int, person: int) -> Door:
        """How one of its people gets in."""
        token = doors.personal_token(self.workshop, person)
        return Door(port=port, address=self.workshop.address, person=person, token=token)


async def come_in(prepared: Prepared, port: int, people: int) -> list[Person]:
    """So many of its people open the page, a few at a time."""
    here: list[Person] = []
    for at in range(0, people, 20):
        some = prepared.people[at : min(at + 20, people)]
        here += await asyncio.gather(
            *(Person(prepared.door(port, person)).come() for person in some)
        )
    await asyncio.sleep(1)
    return here


async def leave(people: list[Person]) -> None:
    """Everybody closes the page."""
    await asyncio.gather(*(person.leave() for person in people))
    await asyncio.sleep(0.6)


async def front_door(server: Server, prepared: Prepared) -> list[str]:
    """Commands a second through each door, with 1 and 32 people writing at once."""
    rows: list[str] = []
    for writing, each in ((1, 300), (32, 60)):
        here = await come_in(prepared, server.port, writing)
        seconds, median = await by_socket(here, each)
        rows.append(
            row(
                f"socket, {writing} writing at once",
                f"{writing * each / seconds:,.0f} commands/s",
                f"acknowledged after {median * 1000:.1f} ms (median)",
            )
        )
        await leave(here)
    for writing, each in ((1, 100), (32, 10)):
        seconds = await by_post(
            [prepared.door(server.port, person) for person in prepared.people[:writing]], each
        )
        rows.append(
            row(f"POST, {writing} writing at once", f"{writing * each / seconds:,.0f} commands/s")
        )
    return rows


async def cost(
    server: Server, prepared: Prepared, people: int, **asked: str
) -> tuple[float, float, float, float]:
    """Milliseconds for a command: of the writer, of the loop, of the loop for each delivery; and
    the median answer.

    Five write at a calm pace, the others listen.
    """
    here = await come_in(prepared, server.port, people)
    await by_socket(here[:5], 2, **asked)
    before, heard, each = server.spent(), sum(person.changes for person in here), 20
    _, median = await by_socket(here[:5], each, **asked)
    await asyncio.sleep(0.3)
    spent, commands = server.spent().since(before), 5 * each
    delivered = sum(person.changes for person in here) - heard
    await leave(here)
    return (
        spent.others / commands * 1e3,
        spent.loop / commands * 1e3,
        spent.loop / delivered * 1e3,
        median * 1e3,
    )


async def growth(server: Server, rooms: list[tuple[str, Prepared, int]], **asked: str) -> list[str]:
    """What a command costs, against the first row."""
    rows: list[str] = []
    first: tuple[float, ...] | None = None
    for name, prepared, people in rooms:
        writer, loop, delivery, median = await cost(server, prepared, people, **asked)
        first = first or (writer, loop, delivery, median)
        by_writer = f"writer {writer:.2f} ms ({writer / first[0]:.2f})"
        by_loop = f"loop {loop:.2f} ms ({loop / first[1]:.2f}), {delivery * 1000:.0f} µs a frame"
        rows.append(
            row(name, by_writer, f"{by_loop}; answer {median:.1f} ms ({median / first[3]:.2f})")
        )
    return rows


async def joining(server: Server, prepared: Prepared, notes: int) -> str:
    """Bytes and time from the open socket to the whole view."""
    came = [(await come_in(prepared, server.port, 1))[0] for _ in range(7)]
    median = statistics.median(person.took for person in came) * 1e3
    size = came[0].bytes
    await leave(came)
    return row(
        f"joining with {notes:,} notes", f"{size / 1024:,.0f} KB", f"{median:.1f} ms (median)"
    )


def replaying(prepared: Prepared, entries: int) -> str:
    """Replay against reading and decoding the same rows; the best of five each, turn by turn."""
    reading, whole = [], []
    for _ in range(5):
        start = time.perf_counter()
        for _entry in replay.recorded(prepared.workshop.pk):
            pass
        middle = time.perf_counter()
        replay.replay(prepared.workshop.pk)
        reading.append(middle - start)
        whole.append(time.perf_counter() - middle)
    ratio = min(whole) / min(reading)
    return row(
        f"replay of {entries:,} entries",
        f"{min(whole) * 1e3:.1f} ms",
        f"{ratio:.2f} × reading and decoding the same rows",
    )


def row(what: str, figure: str, more: str = "") -> str:
    """One line of the table."""
    return f"| {what:<42} | {figure:<24} | {more} |"


def main() -> None:
    """Prepare, measure, print."""
    start = time.monotonic()
    starting.ready()
    writer = Writer()
    few, front, busy = (
        Prepared(writer, 12, 85),
        Prepared(writer, 40, 0),
        Prepared(writer, 300, 1000),
    )
    large, ideal = Prepared(writer, 12, 10_000), Prepared(writer, 12, 1_000, Phase.PROCESS)
    steps = [Prepared(writer, 12, notes, Phase.PROCESS) for notes in (100, 10_000)]
    writer.close()
    rows = [replaying(few, 100), replaying(busy, 1_300), replaying(large, 10_000)]
    with serving(DATA.name) as server:
        rows += asyncio.run(all_rows(server, few, front, busy, large, ideal, steps))
    print("\n".join(rows))
    print(f"Measured in {time.monotonic() - start:.0f} s.")


async def all_rows(
    server: Server,
    few: Prepared,
    front: Prepared,
    busy: Prepared,
    large: Prepared,
    ideal: Prepared,
    steps: list[Prepared],
) -> list[str]:
    """Everything that needs the server."""
    rows = [await joining(server, few, 85), await joining(server, busy, 1_000)]
    rows += await front_door(server, front)
    rows += await growth(
        server, [(f"a command with {n} people in the room", busy, n) for n in (10, 100, 300)]
    )
    rows += await growth(
        server,
        [
            ("a command at 100 entries", few, 10),
            ("a command at 10,000 entries", large, 10),
            ("the same in the process phase, 1,000", ideal, 10),
        ],
    )
    rooms = [
        (f"adding an element beside {n:,} notes", room, 10)
        for n, room in zip((100, 10_000), steps, strict=True)
    ]
    return rows + await growth(server, rooms, do="AddElement", kind="activity")


if __name__ == "__main__":
    main()
