"""The structured data within an HTML page."""

import re

_SCRIPT = re.compile(
    r"<script\b[^>]{0,300}?type\s*=\s*[\"']?application/ld\+json[\"']?[^>]{0,300}>",
    re.IGNORECASE,
)


def structured_parts(page: str) -> list[tuple[int, int]]:
    """From where to where a page's structured data stand, where they tell of
    something that happens.
    """
    lower = page.translate({capital: capital + 32 for capital in range(65, 91)})
    parts: list[tuple[int, int]] = []
    for match in _SCRIPT.finditer(page):
        end = lower.find("</script", match.end())
        parts.append((match.end(), len(page) if end < 0 else end))
        if len(parts) == 20:
            break
    return [
        part
        for part in parts
        if re.search(r"Event|Festival|Hackathon|CourseInstance", page[slice(*part)])
    ]
