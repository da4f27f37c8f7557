"""What differs between installations: everything that the environment says, read and checked
in this one place.
"""

import os
import re
from collections.abc import Mapping
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from msgspec import Struct

from footpath.config.provider import provider_of
from footpath.mail.server import MailServer, mail_server
from footpath.wrong import Wrong

SHORTEST_SECRET, SHORTEST_HOST_KEY = 32, 8
"""Characters: everything hangs on the first, and it is never typed; the second is typed, and
wrong ones are counted.
"""
NAMES = (
    "FOOTPATH_DATA", "FOOTPATH_URL", "FOOTPATH_HOSTS", "DATABASE_URL", "FOOTPATH_SECRET_KEY",
    "FOOTPATH_HOST_KEY", "FOOTPATH_MAIL", "FOOTPATH_OIDC_URL", "FOOTPATH_OIDC_CLIENT",
    "FOOTPATH_OIDC_SECRET", "FOOTPATH_OIDC_NAME", "FOOTPATH_LOG_LEVEL",
)  # fmt: skip
"""Every setting that there is."""
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
_HOST = re.compile(r"[a-z0-9-]++(?:\.[a-z0-9-]++)*+\.?|[0-9a-f:.]++")
"""A host as browsers name it in their requests, without a port."""


class Installation(Struct, frozen=True, kw_only=True):
    """What an installation was told."""

    data: Path
    base_url: str
    hosts: list[str]
    database: dict[str, Any] | None
    """None for SQLite in the data folder."""
    secret_key: str
    host_key: str
    """Both empty where the data folder holds them."""
    mail: MailServer
    provider: dict[str, Any]
    log_level: str


def read(given: Mapping[str, str]) -> Installation:
    """Read everything; nothing is stored or made.

    Raises:
        Wrong: with a sentence about the first setting that cannot be.
    """
    _check_names(given)
    base_url = _base_url(given.get("FOOTPATH_URL", ""))
    return Installation(
        data=_folder(given.get("FOOTPATH_DATA") or "data"),
        base_url=base_url,
        hosts=_hosts(given.get("FOOTPATH_HOSTS") or "localhost,127.0.0.1,[::1]"),
        database=_database(given.get("DATABASE_URL", "")),
        secret_key=_long_enough(
            "FOOTPATH_SECRET_KEY", given.get("FOOTPATH_SECRET_KEY", ""), SHORTEST_SECRET
        ),
        host_key=_long_enough(
            "FOOTPATH_HOST_KEY", given.get("FOOTPATH_HOST_KEY", ""), SHORTEST_HOST_KEY
        ),
        mail=mail_server(given.get("FOOTPATH_MAIL", ""), base_url),
        provider=provider_of(given),
        log_level=_logged(given.get("FOOTPATH_LOG_LEVEL") or "WARNING"),
    )


def _check_names(given: Mapping[str, str]) -> None:
    """Find a name that is nearly a setting's. Others are let be: what runs Footpath may give
    it a `FOOTPATH_PORT`.
    """
    short = {name.removeprefix("FOOTPATH_"): name for name in NAMES}
    for name in sorted(given.keys() - set(NAMES)):
        whole = name.upper()
        if whole.startswith("FOOTPATH_"):
            near = [
                short[one]
                for one in get_close_matches(whole.removeprefix("FOOTPATH_"), short, 1, 0.7)
            ]
        else:
            near = get_close_matches(
                whole, [one for one in NAMES if one.startswith("FOOTPATH_")], 1, 0.9
            )
        if near:
            raise Wrong(
                f"{name} is no setting of Footpath's: write {near[0]}, if that is what you mean."
            )


def _folder(given: str) -> Path:
    """The data folder, which is there and can be written to, or can be made."""
    try:
        folder = Path(given).resolve()
        there = next(one for one in (folder, *folder.parents) if one.exists())
    except OSError as no:
        raise Wrong(f"FOOTPATH_DATA names no folder that can be made: {no.strerror}.") from None
    if not there.is_dir():
        raise Wrong(f"FOOTPATH_DATA names {folder}, but {there} is a file: name a folder.")
    if not os.access(there, os.W_OK | os.X_OK):
        raise Wrong(
            f"FOOTPATH_DATA names {folder}, but nothing can be written to {there}: make the folder "
            "for Footpath."
        )
    return folder


def _base_url(given: str) -> str:
    if not given:
        return ""
    return address("FOOTPATH_URL", given)


def address(name: str, given: str) -> str:
    """An address under which Footpath is reached, without the slash at its end;
    `name` is what says it.

    Raises:
        Wrong: where it is none.
    """
    parts = _split(name, given)
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(parts.hostname or ""):
        raise Wrong(f"{name} is no whole address: write it like https://flipchart.example.org.")
    if parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc:
        raise Wrong(
            f"{name} has more than a host in it: Footpath needs a host of its own, "
            "so write it like https://flipchart.example.org."
        )
    return f"{parts.scheme}://{parts.netloc}"


def served_at(given: str) -> str:
    """The address that a command was given as `--url`, for the links that it prints.

    Raises:
        Wrong: where it is none.
    """
    return address("--url", given)


def _split(name: str, url: str) -> SplitResult:
    """A URL taken apart; nothing of it is repeated, for there may be a password in it."""
    try:
        parts = urlsplit(url)
        _ = parts.port  # is read only now, and may be no number
    except ValueError:
        raise Wrong(
            f"{name} is no address that can be read: see docs/hosting.md for what it can say."
        ) from None
    return parts


def _hosts(given: str) -> list[str]:
    hosts = [one.strip() for one in given.split(",") if one.strip()]
    if not hosts or not all(_is_host(one.lower()) for one in hosts):
        raise Wrong(
            "FOOTPATH_HOSTS takes host names alone, with commas, like flipchart.example.org."
        )
    return hosts


def _is_host(one: str) -> bool:
    """Whether some browser can ask for it: a host, all below it with a point before it, or `*`
    for whatever comes.
    """
    if one.startswith("["):
        return one.endswith("]") and ":" in one and _HOST.fullmatch(one[1:-1]) is not None
    return one == "*" or (":" not in one and _HOST.fullmatch(one.removeprefix(".")) is not None)


def _database(url: str) -> dict[str, Any] | None:
    """PostgreSQL, by the URL that names it: postgres://user:password@host:port/name."""
    if not url:
        return None
    parts = _split("DATABASE_URL", url)
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise Wrong(
            "DATABASE_URL names no database that Footpath knows: write it like "
            "postgres://user:password@host:5432/name, or leave it out for SQLite."
        )
    if find_spec("psycopg") is None:
        raise Wrong(
            "DATABASE_URL names PostgreSQL, for which psycopg is missing: pip install "
            "'psycopg[binary]'."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": {**dict(parse_qsl(parts.query)), "options": "-c synchronous_commit=on"},
    }


def _long_enough(name: str, key: str, shortest: int) -> str:
    if key and len(key.strip()) < shortest:
        raise Wrong(
            f"{name} is too short to be safe: give at least {shortest} characters, or leave it out."
        )
    return key


def _logged(given: str) -> str:
    if given.upper() not in _LEVELS:
        raise Wrong(f"FOOTPATH_LOG_LEVEL is none that there is: it is one of {', '.join(_LEVELS)}.")
    return given.upper()
