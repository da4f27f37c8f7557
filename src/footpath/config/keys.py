"""The two keys of an installation, made once and kept in its data folder, readable
by its owner alone.
"""

import os
import secrets
from pathlib import Path

from footpath.wrong import Wrong

SECRET, HOST = "secret-key", "host-key"
_LENGTHS = {SECRET: 48, HOST: 12}
"""Bytes of randomness."""
_new: dict[Path, str] = {}


def of(folder: Path, name: str, shortest: int) -> str:
    """The key of that name; one that is not there is made, and stored by `keep` alone.

    Raises:
        Wrong: where the file cannot be read, or holds no key.
    """
    path = folder / name
    try:
        key = path.read_text().strip()
    except FileNotFoundError:
        return _new.setdefault(path, secrets.token_urlsafe(_LENGTHS[name]))
    except (OSError, ValueError):
        raise Wrong(f"{path} cannot be read: let the user who runs Footpath own it.") from None
    if len(key) < shortest:
        raise Wrong(
            f"{path} holds no whole key: put back the one that was there, from where your copies "
            "are."
        )
    return key


def missing() -> set[str]:
    """The names of the keys that are in use and not stored yet."""
    return {path.name for path in _new}


def keep() -> set[str]:
    """Store the keys that were made; give their names.

    Raises:
        Wrong: where another process was first.
    """
    made = missing()
    while _new:
        path, key = _new.popitem()
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            raise Wrong(
                "Another Footpath has just made its keys in this data folder: start again."
            ) from None
        with os.fdopen(handle, "w") as file:
            file.write(key)
            file.flush()
            os.fsync(handle)
    return made
