"""What stands round a sitting in a notice: its heading, its place, and the head of a mail."""

import re
from dataclasses import replace

from footpath.reading import addresses, calls, coming_in
from footpath.reading.dates import find_days
from footpath.reading.draft import Draft, WhereSaid
from footpath.reading.gatherings import Gathering
from footpath.reading.passages import Passage
from footpath.reading.ways_meant import Reading, with_place_and_title

_HEADERS = re.compile(
    r"(?:^(?:from|to|cc|bcc|date|sent|reply-to|subject|message-id|von|an|datum|betreff|"
    r"gesendet):[^\n]*(?:\n|\Z)){2,12}",
    re.IGNORECASE | re.MULTILINE,
)
_DATED = re.compile(
    r"^(?:from|to|cc|bcc|date|sent|reply-to|von|an|datum|gesendet):[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)
_BEHIND = re.compile(
    r"(?:\sin the (?:morning|afternoon|evening))?\s?[,;·|-]\s?(?:(?:at|in)\s(?:the\s)?)?"
    r"(?P<place>[A-ZÀ-Ý][^\n.;!?()]{2,80})"
)
_NEAR = 500
"""Letters before and behind a sitting's words within which something is said of it alone."""
_SIGNS_BEFORE, _SIGNS_BEHIND = " \n*•◦▪·>#-", " \n*:,;|(-"
"""What stands round a heading in its line: a list's sign, and what joins it to the day."""
_PART_OF_DAY = re.compile(
    r"(?:mornings?|afternoons?|evenings?|times?|hours?|when|from|starts?|doors|arrivals?|"
    r"(?:session|part|sitting) \d)",
    re.IGNORECASE,
)
_NO_HEADING = re.compile(
    r"[.!?]\s|\b(?:on|at|is|are|will|and|or|from|to|le|la|les|am|den|el|los|nos|dydd|ar|y|et|und|"
    r"se|sur|für)$|^(?:and|when|dates?|or|time|times|we|it|join|come|please|then|wann|quand|cuándo|"
    r"pryd|datum|fecha|dyddiad)\b",
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
    if at.hours and (own := _name_beside(text, at.day.whole[1], at.hours.start)):
        return own
    if at.hours and line <= at.hours.start:
        start = min(start, at.hours.start)
    elif at.hours:
        return None
    if title is not None and title[0] <= line <= title[1]:
        return None
    before = text[line:start].lstrip(_SIGNS_BEFORE).rstrip(_SIGNS_BEHIND)
    if re.search(r"[A-Za-z]{3}", before):
        return (
            None if len(before) > 90 or _NO_HEADING.search(before) or find_days(before) else before
        )
    # what stands above a list is the heading of the list
    if re.match(r"[*•◦▪·>-]|\d", text[line:]):
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
        or coming_in.REGISTERING.match(above)
    ):
        return None
    return above


def _name_beside(text: str, day_end: int, hours: int) -> str | None:
    """What stands before the hours of a session in a line of their own below the day."""
    line = text.rfind("\n", 0, hours) + 1
    if line <= day_end:
        return None
    before = text[line:hours].lstrip(_SIGNS_BEFORE).rstrip(_SIGNS_BEHIND)
    is_name = (
        re.search(r"[^\W\d_]{3}", before) and len(before) <= 90 and not _NO_HEADING.search(before)
    )
    return before if is_name and not _PART_OF_DAY.fullmatch(before) else None


def place_of(text: str, at: Gathering, found: list[Gathering]) -> str | None:
    """The call or address said in a sitting's own paragraph or line."""
    return _place_in(text[slice(*_block(text, at, found))])


def general_place(text: str, found: list[Gathering]) -> str | None:
    """The call or address said outside the sittings' own paragraphs and lines."""
    if len({one.day.whole for one in found}) > 1:
        for start, end in {_block(text, one, found) for one in found}:
            text = text[:start] + " " * (end - start) + text[end:]
    return _place_in(text)


def told_apart(place: str | None, heading: str | None) -> tuple[str | None, str | None]:
    """ "Elmet, Village Hall" is a place, of which the hall alone would be any; it is not what the
    sitting is called.
    """
    if place is None or heading is None or heading == place or not heading.endswith(place):
        return place, heading
    town = heading.removesuffix(place).strip(" ,:-")
    return (place if place.startswith(town) else f"{town}, {place}"), None


def share_places(text: str, readings: list[Reading]) -> None:
    """Sittings in one line are at the place that is named in it."""
    for one in readings:
        for other in readings:
            mine, theirs = one.ways[0].place, other.ways[0].place
            is_beside = (
                "\n" not in text[min(one.at.start, other.at.start) : max(one.at.end, other.at.end)]
            )
            if mine and theirs and is_beside and theirs != mine and theirs.endswith(mine):
                with_place_and_title(one, theirs, one.ways[0].title)


def name_every_place(draft: Draft) -> None:
    """Where the sittings are at several addresses, all of them are said."""
    sittings = (draft.sittings.suggested or [draft.sittings.value or []])[0]
    named = list(
        dict.fromkeys(
            one.place for one in sittings if one.place and not calls.PLATFORM.match(one.place)
        )
    )
    if (
        len(named) > 1
        and draft.where.value
        and draft.where.value.address in (*named, *(one.split(", ")[-1] for one in named))
    ):
        draft.where.value = replace(draft.where.value, address="; ".join(named))
        draft.where.words = draft.sittings.words


def ask_about_what_stands_behind(notice: Passage, draft: Draft, found: list[Gathering]) -> None:
    """Where no place was read, and something with a capital stands behind the
    hours, that may be it.
    """
    if draft.where.value is not None:
        return
    for one in found:
        line = notice.text[one.end :].partition("\n")[0] if one.hours else ""
        if (behind := _BEHIND.match(line)) and not find_days(behind["place"]):
            said = notice.said(one.end + behind.start("place"), one.end + behind.end("place"))
            draft.answered("where")
            draft.ask("where", f"I could not read “{said}”: is that where it takes place?")
            draft.where.suggested = [WhereSaid("in person", address=said)]
            return


def ask_about_registering(text: str, draft: Draft, found: list[Gathering]) -> None:
    """Ask about sittings without a word on registering, where others have one of their own."""
    blocks = {_block(text, one, found): one for one in found}
    if len(blocks) < 2 or draft.registration.value is None:
        return
    places_of_it = [match.start() for match in coming_in.REGISTERING.finditer(text)]
    within = [any(start <= place < end for place in places_of_it) for start, end in blocks]
    outside = any(not any(start <= place < end for start, end in blocks) for place in places_of_it)
    if outside or not any(within):
        return
    for own, one in zip(within, blocks.values(), strict=True):
        if not own:
            name = heading_of(text, one, None) or text[one.day.start : one.day.end]
            draft.ask(
                "registration",
                f"The notice does not say whether people register for “{name}”: do they?",
            )


def _block(text: str, at: Gathering, found: list[Gathering]) -> tuple[int, int]:
    """A sitting's own paragraph or line as far as it is near, so that a long one is not read
    once for each of many.
    """
    first, last = (at.start, at.end) if at.end - at.start <= _NEAR else at.day.whole
    start, end = _paragraph_or_line(text, at, found)
    return max(start, first - _NEAR), min(end, last + _NEAR)


def _paragraph_or_line(text: str, at: Gathering, found: list[Gathering]) -> tuple[int, int]:
    start = text.rfind("\n\n", 0, at.start) + 1
    end = text.find("\n\n", at.end)
    end = len(text) if end < 0 else end
    if any(start <= one.start < end for one in found if one.day.whole != at.day.whole):
        start = text.rfind("\n", 0, at.start) + 1
        line_end = text.find("\n", at.end)
        return start, len(text) if line_end < 0 else line_end
    return start, end


def _place_in(text: str) -> str | None:
    address = addresses.find_address(text)
    platform = next(
        (match for match in calls.PLATFORM.finditer(text) if calls.kept(text, match)), None
    )
    named_here = [address[0]] if address else []
    return " / ".join([*named_here, *([calls.platform_of(platform)] if platform else [])]) or None
