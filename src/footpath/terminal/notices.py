"""`footpath read-notice FILE`: what a notice says, as JSON, with what it leaves
open as questions.
"""

import argparse
import json
import os
import sys
from pathlib import Path

from footpath.reading import Draft, NoticeUnreadable, read_notice
from footpath.reading.recognising import LARGEST


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file."""
    parser.add_argument(
        "file",
        help=(
            "a text, a calendar file (.ics), structured data (JSON-LD) or a page; - for what is "
            "piped in"
        ),
    )


def read_notice_file(options: argparse.Namespace) -> int:
    """Print the draft; 1 when the notice cannot be read."""
    try:
        draft = _read(options.file)
    except NoticeUnreadable as no:
        print(no, file=sys.stderr)
        return 1
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        print(json.dumps(draft.as_json(), ensure_ascii=False, indent=1), flush=True)
    except BrokenPipeError:  # whoever read along has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _read(file: str) -> Draft:
    try:
        if file == "-":
            return read_notice(sys.stdin.buffer.read(LARGEST + 1))
        with Path(file).open("rb") as opened:
            return read_notice(opened.read(LARGEST + 1), Path(file).name)
    except OSError as missing:
        raise NoticeUnreadable(f"{file} cannot be read: {missing.strerror}.") from None
