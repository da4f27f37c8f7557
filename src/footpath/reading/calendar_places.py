"""Where the entries of a calendar take place."""

from footpath.reading import calls
from footpath.reading.calendar_entries import CalendarEntry, plain
from footpath.reading.content_lines import ContentLine
from footpath.reading.draft import Draft, Found, WhereSaid

_PLACES = (
    "LOCATION",
    "CONFERENCE",
    "URL",
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
)


def read_where(text: str, draft: Draft, entries: list[CalendarEntry]) -> None:
    """Fill in where it takes place, from the lines made for it."""
    lines = _lines_on_places(entries)
    linked = [(line, link) for line in lines if (link := _call(line))]
    named = [(line, match) for line in lines if (match := calls.PLATFORM.search(plain(line)))]
    located = [line for line in lines if line.name == "LOCATION"]
    online = [line for line in located if calls.ONLINE.search(plain(line))]
    addresses = [line for line in located if not _is_call(plain(line))]
    if not (linked or named or online or addresses):
        return
    at_a_distance = bool(linked or named or online)
    kind = "both" if at_a_distance and addresses else "online" if at_a_distance else "in person"
    platform = calls.platform_of(named[0][1]) if named else None
    link = linked[0][1] if linked else None
    used = [
        each[0]
        for each in ([line for line, _ in named], [line for line, _ in linked], addresses, online)
        if each
    ]
    used = [one for one in used if abs(one.start - used[0].start) < 2000]
    draft.where = Found(
        WhereSaid(kind, platform, link, plain(addresses[0]) if addresses else None),
        text[min(one.start for one in used) : max(one.end for one in used)],
    )
    if (count := len({plain(line) for line in addresses})) > 1:
        draft.ask("where", f"The calendar gives {count} places: where is the workshop?")
    if at_a_distance and not link:
        draft.ask(
            "where",
            f"The calendar names {platform or 'an online meeting'} and gives no link: what is the "
            "link?",
        )
    for entry in entries:
        if located and not entry.text("LOCATION"):
            draft.ask(
                "where",
                f"The calendar does not say where {entry.name} takes place: is it there too?",
            )


def _lines_on_places(entries: list[CalendarEntry]) -> list[ContentLine]:
    return [
        line
        for entry in entries
        for name in _PLACES
        for line in entry.part.all(name)[:5]
        if line.value.strip()
    ]


def _is_call(said: str) -> bool:
    return bool(calls.PLATFORM.search(said) or calls.ONLINE.search(said) or said.startswith("http"))


def _call(line: ContentLine) -> str | None:
    links = calls.call_links(line.value)
    if not links and line.name == "CONFERENCE":
        links = list(calls.LINK.finditer(line.value))
    return links[0].group() if links else None
