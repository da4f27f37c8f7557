"""How many files and connections the system lets this process hold, and how many of them
are for connections.
"""

import sys

FOR_EACH_VIEW = 4
"""A database that is a file needs three, and a page may read or keep a file beside it."""
FOR_THE_REST = 32
"""The program itself, the writer, mails, what is looked after every minute, and whoever is
being turned away.
"""
FEWEST = 16


def raised() -> int:
    """How many descriptors this process may have, after asking for as many as it can get."""
    if sys.platform == "win32":
        return 2048
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY:
        return 1 << 20
    most = 1 << 20 if hard == resource.RLIM_INFINITY else hard
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    except (OSError, ValueError):  # macOS gives less than it promises
        return soft
    return most


def for_connections(descriptors: int, views: int) -> int:
    """How many of so many descriptors are for connections; others are for so many views at once,
    records and mails.
    """
    return max(descriptors - views * FOR_EACH_VIEW - FOR_THE_REST, FEWEST)
