"""Zip files that are the same whenever they are made."""

import io
import zipfile

from footpath.gate.material import Files


def zipped(files: Files) -> bytes:
    """The files in one, in the order of their names and without the time at which that was done."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as inside:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            inside.writestr(entry, files[name])
    return made.getvalue()
