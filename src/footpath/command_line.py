"""The command `footpath`: serves, shows a demonstration, makes a workshop, replays one, checks
and copies records.
"""

import argparse
import gc
import importlib
import os
import sys
from collections.abc import Callable
from importlib.metadata import version

import django

from footpath.serving.steady import COLLECT_AFTER
from footpath.wrong import Wrong

COMMANDS = {
    "serve": ("footpath.terminal.serving", "serve", "serve this installation"),
    "demo": ("footpath.terminal.serving", "demo", "serve a demonstration and print its links"),
    "setup": (
        "footpath.terminal.organisations",
        "setup",
        "make an organisation and its steward, and print a way in",
    ),
    "workshop": ("footpath.terminal.workshops", "workshop", "make a workshop and print its links"),
    "replay": (
        "footpath.terminal.replaying",
        "replay",
        "play a session-timeline file as its people",
    ),
    "read-notice": (
        "footpath.terminal.notices",
        "read_notice_file",
        "read a notice and print what it says as JSON",
    ),
    "export-research": (
        "footpath.terminal.research",
        "export_research",
        "ask for a research release, and fetch it",
    ),
    "check-record": ("footpath.terminal.checking", "check_record", "check every workshop's record"),
    "backup": ("footpath.terminal.backup", "backup", "copy everything to a file while it runs"),
}


def main() -> None:
    """Run one command; its exit code is the process's: 2 where a setting or an
    argument is wrong.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "footpath.config.settings")
    os.umask(0o077)  # what Footpath writes is its owner's alone
    gc.set_threshold(COLLECT_AFTER)  # a sixth of a start went into looking through what stays
    parser = argparse.ArgumentParser(prog="footpath", description=__doc__)
    parser.add_argument("--version", action="version", version=f"Footpath {version('footpath')}")
    commands = parser.add_subparsers(dest="command", required=True)
    asked = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
    for name, (module, _, text) in COMMANDS.items():
        command = commands.add_parser(name, help=text)
        if asked == "demo":
            os.environ.setdefault("FOOTPATH_MAIL", "demo:")
        if name == asked:  # only what is asked for is imported, so that each command starts quickly
            django.setup()
            importlib.import_module(module).add_arguments(command)
    try:
        options = parser.parse_args()
        module, function, _ = COMMANDS[options.command]
        run: Callable[[argparse.Namespace], int] = getattr(
            importlib.import_module(module), function
        )
        sys.exit(run(options))
    except Wrong as wrong:
        print(wrong, file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
