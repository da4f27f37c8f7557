"""The two keys of an installation, made once and kept in its data folder, readable by its owner alone."""

import os
import secrets
from pathlib import Path


def kept(folder: Path, name: str, length: int) -> str:
    """The key of that name, made on first use with at least `length` bytes of randomness."""
    path = folder / name
    folder.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(length))
    return path.read_text().strip()
