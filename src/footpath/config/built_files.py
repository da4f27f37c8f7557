"""The files that browsers keep: each named for what it holds and compressed once, when
Footpath is built.

`hatch_build.py` collects them into `served/`, from where the server gives them out.
"""

from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

_NAMED_ALREADY = "room/assets/"
KEPT_FOR_EVER = rf"^/static/({_NAMED_ALREADY}|.+\.[0-9a-f]{{12}}\.\w+$)"
"""The addresses whose files never change: another content has another name."""


class BuiltFiles(CompressedManifestStaticFilesStorage):
    """Knows what each file is called; those of the libraries' own pages keep their names."""

    def hashed_name(self, name: str, content: Any = None, filename: str | None = None) -> str:
        """The room's parts name one another, by names that Vite has made of what they hold."""
        return (
            name
            if name.startswith(_NAMED_ALREADY)
            else super().hashed_name(name, content, filename)
        )

    def stored_name(self, name: str) -> str:
        """The name under which a file is served."""
        return self.hashed_files.get(self.hash_key(name), name)
