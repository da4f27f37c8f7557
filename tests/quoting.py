"""Quotation marks as somebody reads them: what stands within, wherever it was written."""

import re
from html import unescape

_WITHIN = re.compile(r"[“«„](.*?)[”»“]", re.DOTALL)
_TAGS = re.compile(r"</?(?:bdi|mark|b|i|span)\b[^>]*>")


def quoted_in(page: str) -> list[str]:
    """Every string within quotation marks on a page or in a file, also in its attributes."""
    return [" ".join(found.split()) for found in _WITHIN.findall(unescape(_TAGS.sub("", page)))]
