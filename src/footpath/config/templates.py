"""Templates are written in lines of a hundred columns, and break them where no reader sees it.

A break between a word and the next, or between what stands within a tag, is a space of the page:
so that its sentences stand on it as they are said, also where line breaks are kept.
"""

import re
from pathlib import Path

from django.template import Origin
from django.template.loaders import app_directories, filesystem

_PACKAGE = Path(__file__).resolve().parent.parent
_BREAK = re.compile(r"(?<=[^\s>])[ \t]*\n\s*(?=[^\s<])")


def joined(source: str) -> str:
    """A template's text with its sentences and tags unbroken; between tags it stays as it is."""

    def space(found: re.Match[str]) -> str:
        between = source[found.start() - 1] == "}" and source[found.end()] == "{"
        return found[0] if between else " "

    return _BREAK.sub(space, source)


class OwnTemplates(filesystem.Loader):
    """The pages' own."""

    def get_contents(self, origin: Origin) -> str:
        """What stands in one, as it is drawn."""
        return _as_drawn(origin, super().get_contents(origin))


class TemplatesOfParts(app_directories.Loader):
    """Those beside a part of Footpath, and those of the libraries, which stay as they are."""

    def get_contents(self, origin: Origin) -> str:
        """What stands in one, as it is drawn."""
        return _as_drawn(origin, super().get_contents(origin))


def _as_drawn(origin: Origin, source: str) -> str:
    path = Path(origin.name)
    return joined(source) if path.is_relative_to(_PACKAGE) and path.suffix == ".html" else source
