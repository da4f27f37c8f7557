"""What is done before a command uses what is stored: others are kept out, the keys are there, the
tables up to date.
"""

import fcntl
import logging
import os
import sys
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from footpath.config import keys
from footpath.config.environment import SHORTEST_SECRET
from footpath.wrong import Wrong

_log = logging.getLogger(__name__)
LOCK = "serving"
_held: list[int] = []
"""The lock's descriptor; it is let go when the process ends, however that happens."""
NO_KEY = (
    "Workshops are stored, but {key} is not there, and every link hangs on it: put back the one "
    "that belongs to them. If it is lost, write {least} characters or more of your own into that "
    "file; old links then open nothing."
)


def ready() -> set[str]:
    """Make what is not there yet, and give the names of the keys that were made.

    Raises:
        Wrong: with a sentence for whoever runs this installation.
    """
    reach()
    _close_to_others()
    try:
        if without_its_key():
            raise Wrong(no_key())
        made = keys.keep()
        _bring_up_to_date()
    except DatabaseError as no:
        _log.debug("The tables could not be brought up to date.", exc_info=no)
        raise Wrong(
            f"What is stored cannot be read or brought up to date ({' '.join(str(no).split())}): "
            "footpath check-record says what is wrong with it."
        ) from no
    return made


def _bring_up_to_date() -> None:
    """Make and change tables, where there is something to do: Django's own command draws up
    every model as it once was, also to find that there is nothing, at each start.
    """
    todo = MigrationExecutor(connection)
    if todo.migration_plan(todo.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


def reach(*, there: bool = False) -> None:
    """See whether the database answers, or its file may be read; what is damaged in it is
    for others to say.

    Raises:
        Wrong: where it does not, or where it is to be `there` and is not.
    """
    if connection.vendor == "sqlite":
        file = Path(settings.SQLITE["NAME"])
        if there and not file.exists():
            raise Wrong(
                f"There is no database in {settings.DATA}: name the data folder with FOOTPATH_DATA."
            )
        if file.exists() and not os.access(file, os.R_OK | os.W_OK):
            raise Wrong(f"{file} belongs to somebody else: let the user who runs Footpath own it.")
        return
    try:
        connection.ensure_connection()
    except DatabaseError as no:
        reason = " ".join(str(no).split())
        raise Wrong(f"The database that DATABASE_URL names does not answer: {reason}") from None


def without_its_key() -> bool:
    """Whether something was given out whose secret key is gone, as after bringing a
    copy back by halves.
    """
    if keys.SECRET not in keys.missing():
        return False
    there = connection.introspection.table_names()
    given_out = [apps.get_model("workshops", "Workshop"), apps.get_model("accounts", "Account")]
    return any(
        kind._meta.db_table in there and kind._default_manager.exists() for kind in given_out
    )


def no_key() -> str:
    """What to do where it is gone."""
    return NO_KEY.format(key=settings.DATA / keys.SECRET, least=SHORTEST_SECRET)


def hold() -> bool:
    """Take the data folder for this process, which alone serves its SQLite; False where another
    does, which is said.
    """
    if connection.vendor != "sqlite":
        return True
    _close_to_others()
    handle = os.open(settings.DATA / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        who = os.read(handle, 20).decode(errors="replace").strip() or "unknown"
        os.close(handle)
        sys.stderr.write(
            f"Another Footpath, process {who}, already serves {settings.DATA}: stop it first, or "
            "set FOOTPATH_DATA.\n"
        )
        return False
    os.ftruncate(handle, 0)
    os.write(handle, str(os.getpid()).encode())
    _held.append(handle)
    return True


def _close_to_others() -> None:
    """What an earlier release, or a copy brought back, left open; what is made from now on is
    its owner's by umask.
    """
    data: Path = settings.DATA
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as no:
        raise Wrong(f"The data folder {data} cannot be made: {no.strerror}.") from None
    ours = [
        *(data / name for name in (keys.SECRET, keys.HOST, LOCK)),
        *data.glob("footpath.sqlite3*"),
        *data.glob("mails/*.eml"),
    ]
    for path, mode in [(data, 0o700), (data / "mails", 0o700), *((one, 0o600) for one in ours)]:
        try:
            if path.stat().st_mode & 0o077:
                path.chmod(mode)
        except FileNotFoundError:
            continue
        except OSError as no:
            _log.warning("%s stays readable by others: %s.", path, no.strerror)
