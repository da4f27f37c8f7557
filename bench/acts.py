"""`python bench/acts.py`: how long the writer works at each kind of act in a history that
somebody made to hurt.
"""

import gc
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench.run import DATA, row  # noqa: E402

# isort: split
from hostile_record import HostileRecord  # noqa: E402

from footpath.config import starting  # noqa: E402
from footpath.record.reader import Readings  # noqa: E402
from footpath.record.searches import Searches  # noqa: E402
from footpath.record.writer import Writer  # noqa: E402

SHOWN = 20


def main() -> None:
    """Print the acts that take the writer longest, in milliseconds of processor time
    between two turns.
    """
    starting.ready()
    writer = Writer(searches=Searches(Readings()))
    hostile = HostileRecord(writer)
    gc.collect()
    gc.freeze()  # as the server does: what is there is not walked again while somebody waits
    most = hostile.held(time.thread_time)
    for name, seconds in sorted(most.items(), key=lambda one: -one[1])[:SHOWN]:
        print(row(name, f"{seconds * 1e3:.1f} ms"))
    writer.close()
    DATA.cleanup()


if __name__ == "__main__":
    main()
