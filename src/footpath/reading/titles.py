"""The title of a notice: its label, its subject, or its first line where that is a heading."""

import re

from footpath.reading.calls import PLATFORM
from footpath.reading.contradictions import PLACEHOLDER
from footpath.reading.dates import find_days
from footpath.reading.draft import Draft, Found
from footpath.reading.passages import Passage

_LABEL = re.compile(
    r"^[*_# ]*+(?:title|subject|betreff|objet|event|event name|workshop|topic|"
    r"re)[*_]*\s?:[*_]*\s?(?P<title>[^\n]{2,150})$",
    re.I | re.M,
)
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr)\s?:\s?|\[[\w -]{1,30}\]\s?)+", re.I)
_NO_TITLE = re.compile(
    r"^(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening)|greetings|comrades|friends|all|"
    r"everyone|thanks|best|regards|"
    r"register|book now|get tickets|sign up|share|about|details|invitation|save the date|home|menu|"
    r"skip|log|from|to|cc|date|sent|when|where|what|who|time|"
    r"meeting id|passcode|password|join|https?:|www\.|rsvp|location|venue|-----|tickets|free|"
    r"events?|notice|reminder|news)\b",
    re.I,
)
_REMINDER = re.compile(
    r"(?:reminder|rappel|erinnerung|recordatorio|nodyn atgoffa)\s?:\s(?=\w)", re.IGNORECASE
)
_OFF = re.compile(r"(?:cancelled|canceled|postponed)\s?[:!-]\s?", re.IGNORECASE)
_TAIL = re.compile(
    r"(?<![\s,:;|(@–-])[\s,:;|(@–-]*+(?:(?:on|at|from|this|next)\s?)?[\s,:;|(@-]*+$", re.I
)
_ABOUT = re.compile(
    r"\b(?:workshop|session|meeting|sitting|gathering|evening|discussion)s?\s"
    r"(?:on|about|for|to (?:write|draft|develop|discuss))\s"
    r"(?!(?:people|anyone|those|members|every\w*|all|workers|us|mon|tues|wednes|thurs|fri|satur|"
    r"sun|the \d)(?:day)?\b|\d)"
    r"(?P<topic>(?:our |the |an? )?[\w'-]+(?: [\w'-]+){0,7})",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:meetings?|workshops?|sessions?|dates?|events?|invitation|reminder)?", re.IGNORECASE
)
_STOP = re.compile(
    r"\s(?:on|at|from|this|next|via|in|which|that|with|where|so|because|by)\s.*$|\s(?:mon|tues|"
    r"wednes|thurs|fri|satur|sun)day.*$",
    re.I,
)


def read_title(notice: Passage, draft: Draft) -> tuple[int, int] | None:
    """Fill in the title; where the line with it stands."""
    text = notice.text
    label = next(
        (one for one in _LABEL.finditer(text[:3000]) if not PLATFORM.match(one["title"])), None
    )
    if label:
        start = label.start("title") + _length(_REPLY.match(label["title"]))
        return _take(notice, draft, start, label.end("title"), label.span())
    place = 0
    for line in text.split("\n")[:12]:
        start, end = place, place + len(line)
        place = end + 1
        marked = re.match(r"(?:#{1,4}|\*\*|__|=+|\*)\s?", line)
        heading = line[_length(marked) :].rstrip("*_=# ")
        start += _length(marked)
        if reminder := _REMINDER.match(heading):
            heading, start = heading[reminder.end() :], start + reminder.end()
        if not re.search(r"\w", heading) or PLACEHOLDER.search(heading):
            continue
        no_title = _NO_TITLE.match(heading)
        if no_title and (
            len(heading) <= 25
            or ":" in heading[:20]
            or (heading.endswith((",", "!")) and len(heading) < 60)
        ):
            continue
        wrapped = text[place : place + 1].islower() or heading[0].islower()
        if (_is_heading(heading) and not wrapped) or (marked and len(heading) <= 140):
            return _take(notice, draft, start, start + len(heading), (start, end))
        break
    _suggest(notice, draft)
    return None


def _length(match: re.Match[str] | None) -> int:
    return len(match.group()) if match else 0


def _is_heading(line: str) -> bool:
    """Short, and not a sentence."""
    if len(line) > 140 or line.endswith((".", ",", ";", ":")) or re.search(r"[.!] [A-Z]", line):
        return False
    days = find_days(line)
    if days and days[0].whole[0] < 4:
        return False
    return not re.match(
        r"(?:we|i|as|this is|it is|you are|you're|our next|join us|please|after|following|there "
        r"will|there is)\b.{0,140}\b(?:are|is|will|am|have|be|'ll|would|invite)\b",
        line,
        re.I,
    )


def _take(
    notice: Passage, draft: Draft, start: int, end: int, line: tuple[int, int]
) -> tuple[int, int]:
    """A heading without the day that follows in its line."""
    off = _OFF.match(notice.text, start, end)
    start = off.end() if off else start
    text = notice.text[start:end]
    day = next((day for day in find_days(text) if day.whole[0] > 6), None)
    if day:
        tail = _TAIL.search(text[: day.whole[0]])
        cut = re.sub(
            r"(?<![\s,:;|(@-])[\s,:;|(@-]++\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]m)?(?:\s?-\s?\d{1,2}"
            r"(?:[:.]\d\d)?\s?(?:[ap]m)?)?$",
            "",
            text[: tail.start() if tail else day.whole[0]],
            flags=re.I,
        )
        text = cut
    text = text.rstrip(" \n,:;|·(@-")
    if _GENERIC.fullmatch(text):
        _suggest(notice, draft)
        return line
    draft.title = Found(
        notice.said(start, start + len(text)), notice.words(start, start + len(text))
    )
    return line


def _suggest(notice: Passage, draft: Draft) -> None:
    match = _ABOUT.search(notice.text)
    topic = _STOP.sub("", match["topic"]).strip() if match else ""
    if topic:
        topic = re.sub(r"^(?:our|the|an?)\s", "", topic, flags=re.I)
        draft.title.suggested = [topic[:1].upper() + topic[1:]]
    draft.ask("title", "The notice has no title: what is the workshop called?")
