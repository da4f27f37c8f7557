"""Reading a page's structured data: schema.org events as JSON-LD."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, NoReturn

from footpath.reading import contradictions
from footpath.reading.draft import Draft, Found, NoticeUnreadable, SittingSaid
from footpath.reading.literals import Literal, Literals
from footpath.reading.passages import Passage, Piece, passage, shown_of_page
from footpath.reading.plain_text import read_remarks
from footpath.reading.schema_places import place_of, read_where
from footpath.reading.schema_values import (
    Thing,
    is_local,
    iso,
    line,
    moment,
    name_of,
    parts_of,
    strings,
    things,
)
from footpath.reading.zones import places_with

MOST_ENTRIES = 200
DEEPEST = 60
_HAPPENS = re.compile(r"(?:^|[/#:])(?:\w*Event|Festival|Hackathon|CourseInstance)$")
_DURATION = re.compile(
    r"P(?:(?P<days>\d{1,3})D)?(?:T(?:(?P<hours>\d{1,3})H)?(?:(?P<minutes>\d{1,4})M)?)?$"
)


def read_structured(text: str, parts: list[tuple[int, int]] | None = None) -> Draft:
    """Everything that structured data say."""
    parts = parts or [(0, len(text))]
    found = [thing for part in parts for thing in _happenings(_loaded(text[slice(*part)]))]
    if not found:
        raise NoticeUnreadable(
            "This structured data tells of nothing that takes place, so there is nothing to read "
            "in it."
        )
    if (count := sum(len(parts_of(thing)) for thing in found)) > MOST_ENTRIES:
        raise NoticeUnreadable(
            f"This structured data holds {count:,} entries; a notice holds at most {MOST_ENTRIES}."
        )
    reader = _Reader(Literals(text, parts))
    reader.read(found)
    return reader.draft


def _loaded(text: str) -> Any:
    try:
        return json.loads(text, strict=False, parse_constant=_no_number)
    except RecursionError:
        raise NoticeUnreadable("This structured data is nested too deeply to be read.") from None
    except ValueError as broken:
        where = f" at line {broken.lineno}" if isinstance(broken, json.JSONDecodeError) else ""
        raise NoticeUnreadable(f"This structured data is not well-formed JSON{where}.") from None


def _no_number(given: str) -> NoReturn:
    raise ValueError(given)


def _happenings(loaded: Any, depth: int = 0) -> Iterator[Thing]:
    """Whatever happens, wherever it stands; what a thing consists of stays within it."""
    if depth > DEEPEST:
        raise NoticeUnreadable("This structured data is nested too deeply to be read.")
    if isinstance(loaded, list):
        for each in loaded:
            yield from _happenings(each, depth + 1)
    elif isinstance(loaded, dict):
        if any(_HAPPENS.search(kind) for kind in strings(loaded.get("@type"))):
            yield loaded
            return
        for each in loaded.values():
            if isinstance(each, list | dict):
                yield from _happenings(each, depth + 1)


class _Reader:
    def __init__(self, literals: Literals) -> None:
        self.literals = literals
        self.draft = Draft()
        self.at = 0
        self.times: list[Literal] = []
        """Where the times stand."""

    def read(self, found: list[Thing]) -> None:
        """Fill the draft from what happens."""
        parts = [part for thing in found for part in parts_of(thing)]
        sittings = [sitting for part in parts if (sitting := self._sitting(part)) is not None]
        sittings.sort(key=lambda one: (one.starts_at or "")[:16])
        self._fill_sittings(sittings)
        self._fill_title(found)
        read_where(self.draft, self.literals, parts)
        self._remarks([*found, *(part for part in parts if part not in found)])
        self._fill_people(found)

    def _say(self, thing: Thing, key: str) -> str | None:
        """A string of a thing; the text is read on from where it stands."""
        value = thing.get(key)
        if not isinstance(value, str) or not value.strip():
            return None
        if literal := self.literals.find(key, value, self.at):
            self.at = max(self.at, literal.start)
        return value

    def _sitting(self, thing: Thing) -> SittingSaid | None:
        title = line(self._say(thing, "name"))
        name = name_of(thing)
        status = " ".join(strings(thing.get("eventStatus")))
        for kind, asked in (
            ("Cancelled", "is cancelled: will it be held?"),
            ("Postponed", "is postponed: when is it?"),
        ):
            if kind in status:
                self.draft.ask("sittings", f"The page says that {name} {asked}")
                return None
        if thing.get("eventSchedule"):
            self.draft.ask(
                "sittings", f"The page says that {name} repeats: on which dates is the workshop?"
            )
        starts = self._time(thing, "startDate", name)
        if starts is None:
            if not thing.get("startDate"):
                self.draft.ask(
                    "sittings",
                    f"The page gives {name} no beginning: on which day and at what time is it?",
                )
            return None
        return SittingSaid(iso(starts), self._end(thing, starts, name), place_of(thing), title)

    def _end(self, thing: Thing, starts: datetime | date, name: str) -> str | None:
        ends = self._time(thing, "endDate", name)
        if ends is None and isinstance(starts, datetime):
            ends = _after(starts, thing.get("duration"))
        why = None
        if not isinstance(starts, datetime):
            self.draft.ask(
                "sittings", f"The page gives {name} a day and no time: at what time does it begin?"
            )
        elif ends is None:
            why = f"The page does not say when {name} ends: when is that?"
        if ends is not None:
            why = _contradiction(starts, ends, name)
        if why:
            self.draft.ask("sittings", why)
            return None
        if ends is not None and ends - starts > timedelta(days=1):  # type: ignore[operator]
            self.draft.ask("sittings", f"The page makes {name} longer than a day: is that right?")
        return iso(ends) if ends is not None and ends != starts else None

    def _time(self, thing: Thing, key: str, name: str) -> datetime | date | None:
        said = self._say(thing, key)
        if said is None:
            return None
        made = moment(said.strip())
        if made is None:
            about = f"“{said.strip()[:60]}” is no date that can be relied on"
            self.draft.ask(
                "sittings", f"{about}: when does {name} {'begin' if key == 'startDate' else 'end'}?"
            )
        elif literal := self.literals.find(key, said, self.at):
            self.times.append(literal)
        return made

    def _fill_sittings(self, sittings: list[SittingSaid]) -> None:
        if sittings:
            self.draft.sittings.value = sittings
        elif not self.draft.asks("sittings"):
            self.draft.ask("sittings", "The page gives no time: on which day, from when to when?")
        if self.times:
            start, end = min(one.start for one in self.times), max(one.end for one in self.times)
            self.draft.sittings.words = self.literals.text[start:end]
        begins = [
            datetime.fromisoformat(one.starts_at)
            for one in sittings
            if one.starts_at and "T" in one.starts_at
        ]
        if not begins or not all(at.tzinfo for at in begins):
            self.draft.ask(
                "time_zone", "The page does not say in which time zone its times are: which is it?"
            )
            return
        said = "UTC" if all(not at.utcoffset() for at in begins) else None
        self.draft.time_zone = Found(
            said, self.draft.sittings.words, list[str](places_with(begins))
        )
        self.draft.ask(
            "time_zone",
            "The page says how far its times are from UTC, and no place: in which time zone do "
            "people come?",
        )

    def _fill_title(self, found: list[Thing]) -> None:
        above = [
            whole
            for thing in found
            for whole in things(thing.get("superEvent"))
            if isinstance(whole, dict)
        ]
        for named in (found, above):
            names = {title: thing["name"] for thing in named if (title := line(thing.get("name")))}
            if len(names) == 1:
                ((title, written),) = names.items()
                self.draft.title = Found(title, self.literals.words("name", written))
                return
        names = list(dict.fromkeys(title for thing in found if (title := line(thing.get("name")))))
        self.draft.title.suggested = names[:5]
        why = (
            f"names {len(names)} different entries, and no title for the whole"
            if names
            else "gives no title"
        )
        self.draft.ask("title", f"The page {why}: what is the workshop called?")

    def _fill_people(self, found: list[Thing]) -> None:
        """An audience that the data name counts before what their description says;
        tickets fill a gap.
        """
        if audiences := [(key, value) for key, value in _audiences(found) if line(value)]:
            lines = list(dict.fromkeys(line(value) or "" for _, value in audiences))
            self.draft.audience = Found(lines, self.literals.words(*audiences[0]))
            self.draft.answered("audience")
        offers = [
            offer
            for thing in found
            for offer in things(thing.get("offers"))
            if isinstance(offer, dict)
        ]
        link = next((offer["url"] for offer in offers if isinstance(offer.get("url"), str)), None)
        if link and self.draft.registration.value is None and not self.draft.registration.suggested:
            self.draft.registration = Found("offered", self.literals.words("url", link))
            self.draft.answered("registration")

    def _remarks(self, told: list[Thing]) -> None:
        pieces: list[Piece] = []
        texts = dict.fromkeys(
            text for thing in told if isinstance(text := thing.get("description"), str)
        )
        for text in list(texts)[:20]:
            if literal := self.literals.find("description", text):
                ending: Piece = ("\n", literal.end - 1, literal.end)
                pieces += [*self.literals.pieces(literal), ending, ending]
        notice = _as_shown(passage(self.literals.text, pieces))
        read_remarks(notice, self.draft)
        contradictions.ask_about_gaps(notice, self.draft)


def _audiences(found: list[Thing]) -> Iterator[tuple[str, str]]:
    for audience in (one for thing in found for one in things(thing.get("audience"))):
        if isinstance(audience, str):
            yield "audience", audience
        else:
            for key in ("audienceType", "name"):
                if isinstance(audience.get(key), str):
                    yield key, audience[key]
                    break


def _as_shown(notice: Passage) -> Passage:
    """A description that is written as HTML, as a page shows it."""
    if not re.search(r"<(?:p|br|li|div|strong|b|ul)\b", notice.text):
        return notice
    pieces = (
        (each, notice.starts[start], notice.ends[end - 1])
        for each, start, end in shown_of_page("".join(notice.letters))
    )
    return passage(notice.source, pieces)


def _after(starts: datetime, duration: Any) -> datetime | None:
    length = _DURATION.match(duration) if isinstance(duration, str) else None
    if length is None:
        return None
    try:
        return starts + timedelta(
            **{unit: int(number or 0) for unit, number in length.groupdict().items()}
        )
    except OverflowError:
        return None


def _contradiction(starts: datetime | date, ends: datetime | date, name: str) -> str | None:
    if isinstance(starts, datetime) != isinstance(ends, datetime) or is_local(starts) != is_local(
        ends
    ):
        return f"The page gives {name} a beginning and an end of different kinds: when does it end?"
    if ends < starts or (ends == starts and isinstance(starts, datetime)):  # type: ignore[operator]
        return f"The page lets {name} end before it begins, or at once: when does it end?"
    return None
