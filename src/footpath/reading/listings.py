"""Lists in a notice: bullets or numbers, with the line that leads up to them."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from footpath.reading.passages import Passage

Span = tuple[int, int]

_SENTENCE_END = re.compile(r"(?<=[.!?])\s(?=[A-Z])")
_LEAD = re.compile(r"[\s:*_-]*")

_ITEM = re.compile(
    r"(?:[•◦▪▫·●○‣⁃*+>~]|-(?!-)|o(?= ))\s+(?=\S)|(?:(?:step|stage|phase|part|"
    r"item)\s)?(?P<number>\d{1,2})[.):]\s+(?=\S)|(?P<letter>[a-h])[.)]\s+(?=\S)",
    re.I,
)


@dataclass
class ListLine:
    """One line of a list, without its sign; its number where it has one."""

    start: int
    end: int
    number: int | None


@dataclass
class Listing:
    """A list and the line before it."""

    intro: Span
    items: list[ListLine] = field(default_factory=list[ListLine])

    def said(self, notice: Passage) -> list[str]:
        """Its lines as the notice says them."""
        return [notice.said(item.start, item.end) for item in self.items]


def listings(text: str) -> list[Listing]:
    """Every list, in the order of the text."""
    found: list[Listing] = []
    open_list: Listing | None = None
    before: Span = (0, 0)
    place, empty = 0, 0
    for line in text.split("\n"):
        start, end = place, place + len(line)
        place = end + 1
        if not line:
            empty += 1
            continue
        item = _ITEM.match(line)
        if item:
            if open_list is None:
                open_list = Listing(before)
                found.append(open_list)
            open_list.items.append(
                ListLine(start + item.end(), end, int(item["number"]) if item["number"] else None)
            )
        elif open_list and not empty and line[0].islower():
            open_list.items[-1].end = end
        else:
            open_list = None
            before = (start, end)
        empty = 0
    return [one for one in found if len(one.items) > 1 or one.items[0].number is None]


def behind(
    notice: Passage, cue: re.Pattern[str], lists: list[Listing]
) -> tuple[list[str], Span] | None:
    """What a cue leads up to: the list below its line, else the rest of its line,
    else the line below.
    """
    text, intros = notice.text, [one.intro[0] for one in lists]
    for match in cue.finditer(text):
        line_end = text.find("\n", match.end())
        line_end = len(text) if line_end < 0 else line_end
        line_start = text.rfind("\n", 0, match.start()) + 1
        place = bisect_left(intros, line_start)
        if place < len(lists) and intros[place] <= match.end():
            below = lists[place]
            span = (match.start(), below.items[-1].end)
            return below.said(notice), span
        start = match.end() + len(_LEAD.match(text[match.end() : match.end() + 40]).group())  # type: ignore[union-attr]
        line_end = text.find("\n", start)
        line_end = len(text) if line_end < 0 else line_end
        below_it = "\n" in text[match.end() : start]
        if below_it and (text[start:line_end].endswith((":", "?")) or line_end - start > 400):
            continue
        if stop := _SENTENCE_END.search(text, start, line_end):
            line_end = stop.start()
        if re.search(r"\w{3}", text[start:line_end]):
            return [notice.said(start, line_end)], (match.start(), line_end)
    return None
