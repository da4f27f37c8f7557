"""`python bench/crowds.py`: what a hostile guest costs everybody else; ratios and
memory within one run.
"""

import asyncio
import contextlib
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import httpx

from bench.flooding import flood, opened
from bench.people import Person
from bench.run import DATA, Prepared, come_in, leave, row
from bench.server import Server, serving
from footpath.config import starting
from footpath.record.writer import Writer

CALM = 0.05
"""Seconds between two notes of somebody who writes while others flood."""


async def p95(people: list[Person], seconds: float) -> float:
    """Milliseconds within which 95 of 100 commands are answered while nobody hurries."""
    took: list[float] = []
    until = time.monotonic() + seconds

    async def writes(person: Person) -> None:
        while time.monotonic() < until:
            took.append(await person.write("Pay small firms first"))
            await asyncio.sleep(CALM)

    await asyncio.gather(*(writes(person) for person in people))
    return statistics.quantiles(took, n=20)[-1] * 1e3


async def floods(server: Server, quiet: Prepared, loud: Prepared) -> list[str]:
    """The p95 of another workshop beside each kind of flood, against the moment before."""
    here, rows = await come_in(quiet, server.port, 5), list[str]()
    for place, kind in enumerate(("pings", "unreadable", "control pings", "fragments", "posts")):
        before = await p95(here, 4)
        with flood(loud.door(server.port, loud.people[place]), kind, 2 if kind == "posts" else 1):
            await asyncio.sleep(1)
            during = await p95(here, 6)
        rows.append(
            row(
                f"p95 beside a flood of {kind}",
                f"{during:.1f} ms",
                f"{during / before:.2f} × {before:.1f}",
            )
        )
        await asyncio.sleep(1)
    await leave(here)
    return rows


async def long_pages(server: Server, quiet: Prepared, full: Prepared) -> list[str]:
    """The p95 of another workshop, and of a small page there, while two people ask for
    nothing but long pages.
    """
    here = await come_in(quiet, server.port, 5)
    page = quiet.door(server.port, quiet.people[0]).base

    async def small(seconds: float) -> float:
        took: list[float] = []
        until = time.monotonic() + seconds
        async with httpx.AsyncClient(timeout=60) as browser:
            while time.monotonic() < until:
                start = time.perf_counter()
                await browser.get(page)
                took.append(time.perf_counter() - start)
                await asyncio.sleep(CALM)
        return statistics.quantiles(took, n=20)[-1] * 1e3

    before = await asyncio.gather(p95(here, 8), small(8))
    with contextlib.ExitStack() as both:
        for person in full.people[:2]:
            both.enter_context(flood(full.door(server.port, person), "long pages"))
        await asyncio.sleep(8)
        during = await asyncio.gather(p95(here, 15), small(15))
    await leave(here)
    return [
        row(
            f"p95 of {what} beside long pages",
            f"{after:.1f} ms",
            f"{after / alone:.2f} × {alone:.1f}",
        )
        for what, alone, after in zip(("a command", "a small page"), before, during, strict=True)
    ]


async def unread(server: Server, full: Prepared, sockets: int = 150, each: int = 10) -> list[str]:
    """Memory while so many sockets do not read, and the p95 of those who do."""
    here = await come_in(full, server.port, 5)
    before, alone = server.memory(), await p95(here, 4)
    lines = []
    for place in range(sockets):
        person = full.people[5 + place // each]
        lines.append(await asyncio.to_thread(opened, full.door(server.port, person)))
    await asyncio.sleep(2)
    beside = await p95(here, 6)
    after = server.memory()
    for line in lines:
        with contextlib.suppress(OSError):
            line.close()
    await leave(here)
    return [
        row(
            f"{sockets} sockets that do not read",
            f"{(after - before) / 1024:,.0f} MB more",
            f"of {after // 1024} MB",
        ),
        row("p95 of those who read", f"{beside:.1f} ms", f"{beside / alone:.2f} × {alone:.1f}"),
    ]


async def all_rows(server: Server, quiet: Prepared, loud: Prepared, full: Prepared) -> list[str]:
    """Everything that needs the server."""
    return [
        *await long_pages(server, quiet, full),
        *await floods(server, quiet, loud),
        *await unread(server, full),
    ]


def main() -> None:
    """Prepare, measure, print."""
    starting.ready()
    writer = Writer()
    quiet, loud, full = (
        Prepared(writer, 6, 50),
        Prepared(writer, 6, 50),
        Prepared(writer, 30, 3_000, note="Keep it. " * 100),
    )
    writer.close()
    with serving(DATA.name) as server:
        rows = asyncio.run(all_rows(server, quiet, loud, full))
    print("\n".join(rows))


if __name__ == "__main__":
    main()
