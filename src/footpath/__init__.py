"""Footpath: from the paths that people have walked to the policy they will follow."""

import sys

# a newer SQLite than the system's, where there is a wheel: before 3.51.3 the write-ahead log
# could be corrupted
try:
    import pysqlite3
except ImportError:
    # no wheel for this machine: the system's SQLite serves, and check-record says
    # so where it is old
    pass
else:
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2  # pyright: ignore[reportAttributeAccessIssue]
