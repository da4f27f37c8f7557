"""What stands round a sitting in a notice: its heading, its place, and the head of a mail."""

import re

from footpath.notices.reading import people, places
from footpath.notices.reading.dates import find_days
from footpath.notices.reading.draft import Draft
from footpath.notices.reading.gatherings import Gathering

_HEADERS = re.compile(
    r"(?:^(?:from|to|cc|bcc|date|sent|reply-to|subject|message-id|von|an|datum|betreff|gesendet):[^\n]*(?:\n|"
    r"\Z)){2,12}",
    re.IGNORECASE | re.MULTILINE,
)
_DATED = re.compile(
    r"^(?:from|to|cc|bcc|date|sent|reply-to|von|an|datum|gesendet):[^\n]*", re.IGNORECASE | re.MULTILINE
)
_NO_HEADING = re.compile(
    r"[.!?]\s|\b(?:on|at|is|are|will|and|or|from|to)$|^(?:and|when|dates?|or|time|times|we|it|join|come|please|"
    r"then)\b",
    re.IGNORECASE,
)


def without_headers(text: str) -> str:
    """The text with blanks in place of a mail's head: when it was sent is not when people meet."""
    for block in _HEADERS.finditer(text):
        if "@" in block.group():
            blank = _DATED.sub(lambda line: " " * len(line.group()), block.group())
            text = text[: block.start()] + blank + text[block.end() :]
    return text


def heading_of(text: str, at: Gathering, title: tuple[int, int] | None) -> str | None:
    """What a sitting of several is called: before its day in the line, or in the line above."""
    start = at.day.whole[0]
    line = text.rfind("\n", 0, start) + 1
    if at.hours and line <= at.hours.start:
        start = min(start, at.hours.start)
    elif at.hours:
        return None
    if title is not None and title[0] <= line <= title[1]:
        return None
    before = re.sub(r"^[\s*•◦▪·>#-]+|[\s*:,;|(-]+$", "", text[line:start])
    if re.search(r"[A-Za-z]{3}", before):
        return None if len(before) > 90 or _NO_HEADING.search(before) or find_days(before) else before
    if re.match(r"[*•◦▪·>-]|\d", text[line:]):  # what stands above a list is the heading of the list
        return None
    above_end = max(0, line - 1)
    if text[above_end - 1 : above_end] == "\n":  # a heading with an empty line on both sides
        above_end -= 1
    above_start = text.rfind("\n", 0, above_end) + 1
    if above_end < line - 1 and text[max(0, above_start - 2) : above_start] != "\n\n":
        return None
    above = text[above_start:above_end].strip(" *_#")
    is_title = title is not None and title[0] <= above_start <= title[1]
    if (
        not above
        or is_title
        or len(above) > 120
        or above.endswith((".", ":", ",", ";"))
        or find_days(above)
        or people.REGISTERING.match(above)
    ):
        return None
    return above


def place_of(text: str, at: Gathering, found: list[Gathering]) -> str | None:
    """The call or address said in a sitting's own paragraph or line."""
    return _place_in(text[slice(*_block(text, at, found))])


def general_place(text: str, found: list[Gathering]) -> str | None:
    """The call or address said outside the sittings' own paragraphs and lines."""
    if len({one.day.whole for one in found}) > 1:
        for start, end in {_block(text, one, found) for one in found}:
            text = text[:start] + " " * (end - start) + text[end:]
    return _place_in(text)


def ask_about_registering(text: str, draft: Draft, found: list[Gathering]) -> None:
    """Ask about sittings without a word on registering, where others have one of their own."""
    blocks = {_block(text, one, found): one for one in found}
    if len(blocks) < 2 or draft.registration.value is None:
        return
    places_of_it = [match.start() for match in people.REGISTERING.finditer(text)]
    within = [any(start <= place < end for place in places_of_it) for start, end in blocks]
    outside = any(not any(start <= place < end for start, end in blocks) for place in places_of_it)
    if outside or not any(within):
        return
    for own, one in zip(within, blocks.values(), strict=True):
        if not own:
            name = heading_of(text, one, None) or text[one.day.start : one.day.end]
            draft.ask("registration", f"The notice does not say whether people register for “{name}”: do they?")


def _block(text: str, at: Gathering, found: list[Gathering]) -> tuple[int, int]:
    start = text.rfind("\n\n", 0, at.start) + 1
    end = text.find("\n\n", at.end)
    end = len(text) if end < 0 else end
    if any(start <= one.start < end for one in found if one.day.whole != at.day.whole):
        start = text.rfind("\n", 0, at.start) + 1
        line_end = text.find("\n", at.end)
        return start, len(text) if line_end < 0 else line_end
    return start, end


def _place_in(text: str) -> str | None:
    address = places.find_address(text)
    platform = next((match for match in places.PLATFORM.finditer(text) if places.kept(text, match)), None)
    named_here = [address[0]] if address else []
    return " / ".join([*named_here, *([places.platform_of(platform)] if platform else [])]) or None
