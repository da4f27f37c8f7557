"""The research of a timeline: its studies, their sheets as they were published, and what
the organisation said.
"""

import re
from typing import Any

from footpath.replaying.clock import FileClock
from footpath.replaying.timeline import Agreed, Event, FileStudy, Published, Studies

FIRST_VERSION = "1.0"
_HOLDS = re.compile(
    r"\b(correct(ion|ed|s)?|typos?|spelling|mis-?print|nothing (that is )?asked|no change in what|"
    r"same questions|still (cover|hold|valid|count)s?)\b",
    re.IGNORECASE,
)
_ASKS_MORE = re.compile(r"\b(not|asks? (more|also|again)|adds?)\b", re.IGNORECASE)
_REACHES_BACK = re.compile(r"\b(earlier|before|whole|all|entire|everything|back)\b", re.IGNORECASE)
_ONLY_FROM_THEN = re.compile(
    r"\b(from then|from (the )?(consent|answer)|after|onwards?|later|only)\b", re.IGNORECASE
)
_BLANKS = {"unanswered": "unanswered", "cannot": "cannot send", "not be sent": "cannot send"}

TOLD_OF_A_CHANGE = ("change", "changes", "note", "reason", "text", "covers")
"""Where a file says in words what a version changes."""


def read_studies(file: Event, events: list[Event]) -> Studies:
    """The research that a file tells at its top and in its entries.

    Raises:
        NoTime: when a time of it is no time.
    """
    studies = _studies(file, events)
    names = [study.id for study in studies]
    sheets = [
        *_listed(file.get("information_sheets"), "version"),
        *_entries(events, "information_sheet"),
    ]
    return Studies(
        studies=tuple(studies),
        published=tuple(_published(sheets, names, events, file)),
        agreed=tuple(_agreed(file, names)),
    )


def _studies(file: Event, events: list[Event]) -> list[FileStudy]:
    told = {
        str(one.get("id", one.get("study"))): one for one in _listed(file.get("studies"), "about")
    }
    for event in events:
        if (
            event["do"] in ("consent", "withdraw", "information_sheet", "export")
            and event.get("study") is not None
        ):
            told.setdefault(str(event["study"]), {})
    for one in (
        *_listed(file.get("information_sheets"), "version"),
        *_listed(file.get("organisation_consent"), "answer"),
    ):
        if one.get("study") is not None:
            told.setdefault(str(one["study"]), {})
    return [_study(id, one) for id, one in told.items()]


def _study(id: str, told: Event) -> FileStudy:
    blank = str(told.get("blank_means") or "no").lower()
    return FileStudy(
        id=id,
        title=str(told.get("title") or told.get("about") or id)[:300],
        blank_means=next((means for words, means in _BLANKS.items() if words in blank), "no"),
        covers_earlier=_reaches_back(told.get("covers")),
    )


def _reaches_back(told: Any) -> bool:
    if isinstance(told, dict):
        told = told.get("earlier", told.get("before", told.get("said_before")))
    if isinstance(told, bool):
        return told
    text = str(told or "")
    return bool(_REACHES_BACK.search(text)) and not _ONLY_FROM_THEN.search(text)


def _published(
    sheets: list[Event], names: list[str], events: list[Event], file: Event
) -> list[Published]:
    """The versions that are told, and before them those that were answered without being told."""
    clock = FileClock(file.get("date"), file.get("timezone"))
    told: list[Published] = []
    for study, sheet in _each_version_once(sheets, names):
        if study is not None and sheet.get("version") is not None:
            told.append(
                Published(
                    study=study,
                    version=str(sheet["version"]),
                    covers_before=_holds(sheet),
                    at_ms=_published_at(sheet, clock),
                )
            )
    known = {(one.study, one.version) for one in told}
    answered = {
        (str(e["study"]), str(e.get("sheet") or ""))
        for e in events
        if e["do"] == "consent" and e.get("study") is not None
    }
    untold = sorted(
        {one for one in answered - known if one[1]}, key=lambda one: (one[0], _parts(one[1]))
    )
    first = [
        Published(study=study, version=version, covers_before=False, at_ms=None)
        for study, version in untold
    ]
    with_one = {one.study for one in (*first, *told)}
    first += [
        Published(study=name, version=FIRST_VERSION, covers_before=False, at_ms=None)
        for name in names
        if name not in with_one
    ]
    return [*first, *sorted(told, key=lambda one: one.at_ms or 0)]


def _published_at(sheet: Event, clock: FileClock) -> int | None:
    """When a version was published, in ms since 1970; None where the file does not say."""
    if "at_ms" in sheet:
        return sheet.get("at_ms")
    keys = ("at", "from", "date", "published")
    at = next((sheet[key] for key in keys if FileClock.reads(sheet.get(key))), None)
    return clock.moment(at) if at is not None else None


def _each_version_once(sheets: list[Event], names: list[str]) -> list[tuple[str | None, Event]]:
    """A version that is told at the top of a file and again as an event is one; what
    either says of it holds.

    With the study that it is of; where a file has but one, it need not be named each time.
    """
    found: dict[tuple[str | None, str], Event] = {}
    for sheet in sheets:
        study = (
            str(sheet["study"])
            if sheet.get("study") is not None
            else names[0]
            if len(names) == 1
            else None
        )
        known = found.setdefault((study, str(sheet.get("version"))), {})
        for name, said in sheet.items():
            both = (
                name in TOLD_OF_A_CHANGE
                and isinstance(known.get(name), str)
                and isinstance(said, str)
            )
            known[name] = (
                f"{known[name]} {said}"
                if both
                else known[name]
                if known.get(name) is not None
                else said
            )
    return [(study, sheet) for (study, _), sheet in found.items()]


def _holds(sheet: Event) -> bool:
    """Whether answers to the version before go on holding; where nothing is said they do not."""
    for key in ("covers", "covers_before", "covers_old", "old_answers_hold", "old_consents_hold"):
        if isinstance(sheet.get(key), bool):
            return sheet[key]
    for key in ("asks_again", "reconsent", "new_consent", "changes_what_is_asked"):
        if isinstance(sheet.get(key), bool):
            return not sheet[key]
    told = " ".join(str(sheet[key]) for key in TOLD_OF_A_CHANGE if key in sheet)
    return bool(_HOLDS.search(told)) and not re.search(
        r"\b(not|asks? (more|also|again)|adds?)\b", told, re.IGNORECASE
    )


def _agreed(file: Event, names: list[str]) -> list[Agreed]:
    clock = FileClock(file.get("date"), file.get("timezone"))
    found: list[Agreed] = []
    for one in _listed(file.get("organisation_consent"), "answer"):
        answer = str(one.get("answer")).strip().lower()
        at = clock.moment(one["at"]) if FileClock.reads(one.get("at")) else None
        called = [one[key] for key in ("organisation", "name") if isinstance(one.get(key), str)]
        hidden = "hidden" in answer or "not be named" in answer or one.get("named") is False
        for study in [str(one["study"])] if one.get("study") is not None else names:
            agreed = answer.startswith("yes") or answer == "true"
            found.append(
                Agreed(
                    study=study,
                    agreed=agreed,
                    may_be_named=not hidden,
                    names=tuple(called),
                    at_ms=at,
                )
            )
    return sorted(found, key=lambda one: one.at_ms or 0)


def _listed(given: Any, single: str) -> list[Event]:
    """Objects, given as a list of them, or by study as an object, a list or a single text."""
    if isinstance(given, list):
        return [one if isinstance(one, dict) else {"id": str(one)} for one in given]
    found: list[Event] = []
    for study, one in (given if isinstance(given, dict) else {}).items():
        several = one if isinstance(one, list) else [one]
        found += [
            {"study": study, **each} if isinstance(each, dict) else {"study": study, single: each}
            for each in several
        ]
    return found


def _entries(events: list[Event], do: str) -> list[Event]:
    return [event for event in events if event["do"] == do]


def _parts(version: str) -> list[tuple[int, str]]:
    return [
        (int(part), "") if re.fullmatch("[0-9]{1,9}", part) else (0, part)
        for part in re.split(r"[.\s-]", version)
    ]
