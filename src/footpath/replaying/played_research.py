"""The research of a played session: studies set up by the host, answers by each person's own
door, and what leaves.
"""

import asyncio
import base64
import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from msgspec import Struct, field

from footpath.replaying.clock import FileClock, NoTime
from footpath.replaying.played_people import Played, Refused
from footpath.replaying.timeline import COUNTED, Event, Timeline, Unplayable

Left = dict[str, Any]
"""What the gate gives of a study: `items` and `held` as the file's ids, and `people`."""


_UNSAFE = re.compile(r"[^\w.-]")
_SAID_NO = re.compile(
    r"organi[sz]ation.*\b(no|not|without)\b|\b(no|not|without)\b.*organi[sz]ation", re.IGNORECASE
)


class RoomPlayed(Protocol):
    """What research needs of the room in which the timeline is played."""

    timeline: Timeline
    base: str
    address: str
    now: int
    people: dict[str, Played]
    refs: dict[str, int]
    maps: dict[str, int]
    verbs: dict[str, str]
    say: Callable[[str], None]

    @property
    def facilitator(self) -> Played:
        """A facilitator who is in."""
        ...

    def public_id(self, id: int) -> int:
        """The id by which everybody knows a thing."""
        ...

    async def settle(self) -> None:
        """Wait until the facilitator has received what was told so far."""


class PlayedResearch(Struct, kw_only=True):
    """The research side while a timeline is played."""

    play: RoomPlayed
    out: Path | None
    """Where releases are written; None where they are not."""
    host_key: str = ""
    projects: dict[str, str] = field(default_factory=dict[str, str])
    """Addresses of the projects by the file's id of the study."""
    done: set[str] = field(default_factory=set[str])
    kept_back: list[tuple[Played, str, str]] = field(default_factory=list[tuple[Played, str, str]])
    """Who keeps what of theirs out of which study, until it has been said."""
    left: dict[str, Left] = field(default_factory=dict[str, Left])
    """What left last, by study."""
    asked: dict[tuple[str, str], Left] = field(default_factory=dict[tuple[str, str], Left])
    """What the gate answered, by study and by what the file calls the question."""

    async def begin(self) -> None:
        """Set up the file's studies."""
        for study in self.play.timeline.research.studies:
            made = await self._ask({"do": "set up", "title": study.title})
            self.projects[study.id] = made["project"]

    async def until(self, at_ms: int | None) -> None:
        """Do what was to happen before a moment; all of it where there is none."""
        told = self.play.timeline.research
        forms = {study.id: study for study in told.studies}
        for sheet in told.published:
            doing = {
                "do": "publish",
                "project": self.projects[sheet.study],
                "version": sheet.version,
                "covers_before": sheet.covers_before,
                "covers_earlier": forms[sheet.study].covers_earlier,
                "blank_means": forms[sheet.study].blank_means,
            }
            await self._once(doing, sheet.at_ms, at_ms)
        for one in told.agreed:
            doing = {
                "do": "agree",
                "project": self.projects[one.study],
                "agreed": one.agreed,
                "may_be_named": one.may_be_named,
                "names": list(one.names),
            }
            await self._once({**doing, "at": one.at_ms}, one.at_ms, at_ms)
        await self._keep_back()
        for study, question, moment in self._questions():
            is_due = at_ms is None or (moment is not None and moment < at_ms)
            if is_due and (study, question) not in self.asked:
                self.asked[study, question] = await self.ask(study)

    async def _once(self, doing: Event, due: int | None, at_ms: int | None) -> None:
        key = json.dumps(doing, sort_keys=True)
        if key not in self.done and (due is None or at_ms is None or due < at_ms):
            self.done.add(key)
            await self._ask({name: value for name, value in doing.items() if name != "at"})

    def _questions(self) -> list[tuple[str, str, int | None]]:
        """What the file expects of an export at other moments: study, key, and the moment
        where it names one.
        """
        found: list[tuple[str, str, int | None]] = []
        for study, wanted in research_expected(self.play.timeline.expected).items():
            for key in wanted:
                if study in self.projects and key.startswith("items_if_exported_at_"):
                    found.append(
                        (study, key, self._moment(key.removeprefix("items_if_exported_at_")))
                    )
        return found

    async def end(self) -> None:
        """What is still to be done, what never had a close to leave at, and what an
        organisation's no would leave.
        """
        await self.until(None)
        for study in self.projects.keys() - self.left.keys():
            await self.release(study, self.play.now)
        for study, wanted in research_expected(self.play.timeline.expected).items():
            for key in wanted:
                if study in self.projects and _SAID_NO.search(key.replace("_", " ")):
                    self.asked[study, key] = await self.ask(study, agreed=False)

    def _moment(self, told: str) -> int | None:
        timeline = self.play.timeline
        if "close" in told:
            later = [e["at_ms"] for e in timeline.events if e["do"] == "close"]
            return later[0] if later else None
        day, _, hour = told.replace("_", "T", 1).partition("T")
        for text in (told, f"{day}T{re.sub('[_-]', ':', hour)}", told.replace("_", ":")):
            try:
                return timeline.clock.near(text) if FileClock.reads(text) else None
            except NoTime:
                continue
        return None

    async def answer(self, played: Played, event: Event) -> None:
        """Somebody answers by their own door, or withdraws."""
        project = self.projects[str(event["study"])]
        fields, gone = {"said_at": str(event["at_ms"])}, event["do"] == "withdraw"
        if not gone:
            version = event.get("sheet") or self._version(str(event["study"]), event["at_ms"])
            fields |= {"sheet": str(version), **answers_of(event)}
        button = "withdraw" if gone else "answer"
        await self._post(played, f"research/{project}/{button}", fields)
        items = event.get("except_items") or []
        for ref in items if isinstance(items, list) else [items]:
            self.kept_back.append((played, project, str(ref)))
        await self._keep_back()

    def _version(self, study: str, at_ms: int) -> str:
        told = [one for one in self.play.timeline.research.published if one.study == study]
        there = [one for one in told if one.at_ms is None or one.at_ms <= at_ms]
        return (there or told)[-1].version

    async def _keep_back(self) -> None:
        """Things are kept back as soon as they are there."""
        waiting, self.kept_back = self.kept_back, []
        for played, project, ref in waiting:
            id = self.play.refs.get(ref, self.play.maps.get(ref))
            if id is None:
                self.kept_back.append((played, project, ref))
                continue
            try:
                fields = {"about": str(self.play.public_id(id)), "project": project, "kept": "yes"}
                await self._post(played, "research/keep-back", fields)
            except Refused as no:
                self.play.say(f"{played.name} cannot keep {ref} back: {no}")

    async def ask(self, study: str, agreed: bool | None = None) -> Left:
        """What may leave just now, or would if the organisation had said otherwise."""
        return self._in_refs(
            await self._ask({"do": "ask", "project": self.projects[study], "agreed": agreed})
        )

    async def release(self, study: str, at_ms: int) -> None:
        """What leaves now, in every format; written down where the replay was asked to."""
        await self.play.settle()
        local = datetime.fromtimestamp(at_ms / 1000, self.play.timeline.clock.zone)
        told = await self._ask(
            {"do": "release", "project": self.projects[study], "day": local.date().isoformat()}
        )
        self.left[study] = self._in_refs(told)
        if self.out is not None:
            name = f"{_UNSAFE.sub('_', study)}@{local:%Y-%m-%dT%H-%M-%S}"
            await asyncio.to_thread(
                write_release, self.out / "releases", name, told["files"], self.left[study]
            )

    def _in_refs(self, told: Left) -> Left:
        play = self.play
        names = {
            play.public_id(id): ref for ref, id in play.refs.items() if play.verbs[ref] in COUNTED
        }
        persons = {played.id: ref for ref, played in play.people.items()}
        return {
            "items": sorted(names[id] for id in told["items"] if id in names),
            "held": sorted(names[id] for id in told["held"] if id in names),
            "people": sorted(persons[id] for id in told["people"] if id in persons),
        }

    async def _ask(self, doing: Event) -> Any:
        fields = {"doing": json.dumps(doing), "host_key": self.host_key}
        place = f"{self.play.base}/w/{self.play.address}/research/replayed"
        return json.loads(
            await asyncio.to_thread(self.play.facilitator.browser.post, place, fields)
        )

    async def _post(self, played: Played, door: str, fields: dict[str, str]) -> None:
        place = f"{self.play.base}/w/{self.play.address}/{door}"
        try:
            await asyncio.to_thread(played.browser.post, place, fields)
        except Unplayable as no:
            raise Refused(str(no)) from None


def answers_of(event: Event) -> dict[str, str]:
    """The statements of the form that a consent of the file answers."""
    said = str(event.get("answer") or "").strip().lower()
    if said not in ("yes", "no"):
        return dict.fromkeys(("take-part", "quotes", "paraphrase", "organisation"), "not now")
    words = str(event.get("quotes") or "").lower()
    exact = (
        "exact" in words or "verbatim" in words or ("hidden" in words and "paraphrase" not in words)
    )
    named = "hidden" not in words and "without" not in words
    given = {"take-part": said == "yes", "quotes": exact, "paraphrase": True, "organisation": named}
    return {key: "yes" if yes and said == "yes" else "no" for key, yes in given.items()}


def research_expected(expected: Event | None) -> dict[str, Event]:
    """What a file expects of research, by study."""
    told = (expected or {}).get("research")
    return (
        {str(study): one for study, one in told.items() if isinstance(one, dict)}
        if isinstance(told, dict)
        else {}
    )


def write_release(folder: Path, name: str, files: dict[str, str], left: Left) -> None:
    """The files of a release, and beside their folder which of the file's things are in it."""
    for path, content in files.items():
        place = folder / name / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(base64.b64decode(content))
    (folder / name).mkdir(parents=True, exist_ok=True)
    items = {"items": left["items"], "held": left["held"]}
    (folder / f"{name}.items.json").write_text(
        json.dumps(items, ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
