"""Links as QR codes."""

from functools import lru_cache

import segno


@lru_cache(500)  # drawing one was half of what opening a room costs
def qr(link: str) -> str:
    """A link as a QR code: an SVG that grows with its box, dark on light in every theme so
    that it can be read.
    """
    return segno.make(link, error="m").svg_inline(
        omitsize=True, dark="#1F1B16", light="#FFFDF8", border=4
    )
