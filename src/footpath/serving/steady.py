"""Steady: what keeps a long page from holding up the threads that answer, all of which
share one interpreter.
"""

import gc
import sys

SWITCH_AFTER = 0.0005
"""Seconds for which a thread at work keeps others waiting; Python's own 5 ms add up over each
step of a command.
"""
COLLECT_AFTER = 50_000
"""New objects before Python looks for what nobody holds any more: a large flipchart made it look
every few pages, and everybody waited meanwhile.
"""


def steady() -> None:
    """To be called once, when everything is imported: what is there stays, and
    is not walked again.
    """
    sys.setswitchinterval(SWITCH_AFTER)
    gc.set_threshold(COLLECT_AFTER, *gc.get_threshold()[1:])
    gc.collect()
    gc.freeze()
