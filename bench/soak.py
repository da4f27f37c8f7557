"""`python bench/soak.py [seconds]`: people come, write and go without end; what the server
holds must not grow.
"""

import asyncio
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


from bench.people import Person
from bench.run import DATA, Prepared, row
from bench.server import Server, serving
from footpath.config import starting
from footpath.record.writer import Writer

AT_ONCE = 12
BETWEEN = 10.0


async def churn(server: Server, rooms: list[Prepared], until: float) -> int:
    """Every room has people who stay for a moment, write a note and go; how many came."""
    came = 0

    async def visits(place: int) -> None:
        nonlocal came
        room = rooms[place % len(rooms)]
        while time.monotonic() < until:
            person = await Person(room.door(server.port, room.people[place // len(rooms)])).come()
            await person.write("Pay small firms first")
            await person.leave()
            came += 1
            await asyncio.sleep(0.1)

    await asyncio.gather(*(visits(place) for place in range(AT_ONCE)))
    return came


def held(server: Server) -> tuple[float, int, int]:
    """Megabytes, open files and threads."""
    folder = f"/proc/{server.process.pid}"
    return (
        server.memory() / 1024,
        len(os.listdir(f"{folder}/fd")),
        len(os.listdir(f"{folder}/task")),
    )


async def soak(server: Server, rooms: list[Prepared], seconds: float) -> list[str]:
    """One row for every few seconds."""
    rows, began = list[str](), time.monotonic()
    while (now := time.monotonic()) < began + seconds:
        came = await churn(server, rooms, now + BETWEEN)
        await asyncio.sleep(1)
        megabytes, files, threads = held(server)
        after = f"after {time.monotonic() - began:.0f} s, {came} came"
        rows.append(row(after, f"{megabytes:.1f} MB", f"{files} files, {threads} threads"))
    return rows


def main() -> None:
    """Prepare, churn, print."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 120.0
    starting.ready()
    writer = Writer()
    rooms = [Prepared(writer, 6, 100) for _ in range(4)]
    writer.close()
    with serving(DATA.name) as server:
        print("\n".join(asyncio.run(soak(server, rooms, seconds))))


if __name__ == "__main__":
    main()
