"""Playing a timeline: its people come in, everything happens in the file's order, and what it leaves unsaid is done
as its facilitator would, and printed."""

import asyncio
import re
from collections.abc import Callable
from typing import Any

from footpath.replaying.people import Browser, Played, Refused, leave_all
from footpath.replaying.timeline import Event, Timeline, Unplayable

PHASES = {1: "gather", 2: "aims", 3: "experience", 4: "reflect", 5: "process", 6: "return"}


def roles_of(person: Event) -> list[str]:
    """The roles that a person's line in the file names; somebody can be two."""
    told = str(person.get("role") or "").lower()
    found = [
        role
        for role, words in (
            ("facilitator", "facilitat"), ("scribe", "note-taker|note taker|notetaker|scribe|minute"),
            ("observer", r"observ"),
        )
        if re.search(words, told)
    ]  # fmt: skip
    return found or ["participant"]


class Play:
    """A timeline while it is played."""

    def __init__(self, timeline: Timeline, base: str, say: Callable[[str], None], speed: float | None) -> None:
        """Nothing has been played yet; `say` prints what is done beyond the file's words."""
        self.timeline = timeline
        self.base = base
        self.say = say
        self.speed = speed
        self.people: dict[str, Played] = {}
        self.given = {str(person["id"]): person for person in timeline.people}
        self.refs: dict[str, int] = {}
        self.verbs: dict[str, str] = {}
        self.aim_of_note: dict[str, int] = {}
        self.aims_made_of: dict[int, str] = {}
        self.maps: dict[str, int] = {}
        self.orders: dict[str, float] = {}
        self.waiting_ways: dict[str, list[tuple[str, str]]] = {}
        self.address = ""
        self.links: dict[str, str] = {}
        self.now = 0
        self.closed = False
        self._step: int | None = None

    async def run(self, perform: Callable[["Play", Event], Any], host_key: str) -> None:
        """Play everything, then let everybody see the end."""
        await asyncio.to_thread(self._make_workshop, host_key)
        first = self._leader()
        await self.enter(first)
        before: int | None = None
        for event in self.timeline.events:
            self.now = event["at_ms"]
            if self.speed and before is not None:
                await asyncio.sleep(max(0, self.now - before) / 1000 / self.speed)
            before = self.now
            try:
                await perform(self, event)
            except Refused as refused:
                self.say(f"Entry {event.get('n', '?')} ({event['do']}) was refused: {refused}")
        await self.end()

    def _make_workshop(self, host_key: str) -> None:
        browser = Browser(self.base)
        page = browser.get(f"{self.base}/")
        fields = dict(re.findall(r'name="(minutes_\w+)" value="(\d+)"', page))
        made = re.search(r'name="made_with" value="([^"]+)"', page)
        if made is None:
            raise Unplayable(f"There is no Footpath at {self.base}.")
        sides = dict.fromkeys(str(one["side"]) for one in self.timeline.maps.values() if one.get("side"))
        fields |= {
            "made_with": made[1], "title": self.timeline.title[:300], "replayed": "on", "host_key": host_key,
            "sides": ", ".join(sides),
        }  # fmt: skip
        for step, title in self.timeline.questions.items():
            if step in PHASES:
                fields[f"question_{PHASES[step]}"] = title[:500]
        page = browser.post(f"{self.base}/", fields)
        self.links = dict(re.findall(r'data-link="(\w+)" href="([^"]+)"', page))
        if not self.links:
            raise Unplayable("The workshop could not be made: is the host's key right?")
        self.address = self.links["guest"].split("/w/")[1].split("/")[0]
        self.say(f"The workshop is at {self.base}/w/{self.address}; its wall: {self.links['wall']}")

    def _leader(self) -> str:
        for id, person in self.given.items():
            if "facilitator" in roles_of(person):
                return id
        first = next(iter(self.given))
        self.say(f"The file names no facilitator, so {first} leads.")
        self.given[first] = {**self.given[first], "role": f"facilitator, {self.given[first].get('role') or ''}"}
        return first

    async def enter(self, id: str) -> Played:
        """Somebody comes in, at the time at which the file first knows them."""
        person = self.given[id]
        roles = roles_of(person)
        link = self.links[roles[0] if roles[0] != "participant" else "guest"]
        played = Played(self.base, self.address, str(person.get("name") or id))
        where = {"room": "room", "phone": "phone"}.get(str(person.get("where") or person.get("on") or ""), "online")
        self.people[id] = played
        await played.arrive(link, where, self._first_seen(id))
        for role in roles[1:]:
            await self.facilitator.ask(
                "GiveRole", person=played.id, role=role, said_at=self.now or self._first_seen(id)
            )
        return played

    def _first_seen(self, id: str) -> int:
        times: list[int] = [
            event[field]
            for event in self.timeline.events
            for field in ("at_ms", "queued_ms")
            if field in event and id in (event.get("by"), event.get("entered_by"))
        ]
        joins = self.given[id].get("joins_ms")
        times += [joins] if joins else []
        return min(times or [event["at_ms"] for event in self.timeline.events] or [0])

    @property
    def facilitator(self) -> Played:
        """A facilitator who is in."""
        leaders = [p for id, p in self.people.items() if "facilitator" in roles_of(self.given[id])]
        return next((p for p in leaders if p.connected), leaders[0])

    async def person(self, id: str) -> Played:
        """A person of the file, in the room: they come in, or come back, when something is theirs to do."""
        played = self.people.get(id)
        if played is None:
            return await self.enter(id)
        if not played.connected:
            await played.connect()
        return played

    async def scribe(self) -> Played:
        """Who types for others: a scribe, or else the facilitator."""
        scribes = [id for id, person in self.given.items() if "scribe" in roles_of(person)]
        return await self.person(scribes[0]) if scribes else self.facilitator

    async def typist(self, id: str) -> Played:
        """Who typed something in the file; they get the role for it where they have none."""
        played = await self.person(id)
        if not {"scribe", "facilitator"} & set(roles_of(self.given[id])):
            self.say(f"{id} types for others, so the facilitator makes them a scribe.")
            await self.facilitator.ask("GiveRole", person=played.id, role="scribe", said_at=self.now)
            self.given[id] = {**self.given[id], "role": f"{self.given[id].get('role') or ''}, scribe"}
        return played

    def id_of(self, ref: Any) -> int:
        """The thing that a file's id names, as everybody knows it by now.

        Raises:
            Refused: when it is not on the flipchart.
        """
        ref = str(ref)
        id = self.refs.get(ref, self.maps.get(ref))
        if id is None:
            raise Refused(f"“{ref}” is not on the flipchart.")
        return self.public_id(id)

    def public_id(self, id: int) -> int:
        """What was written in silence got another id at the reveal, which its author knows."""
        if id > 0:
            return id
        for played in self.people.values():
            for known, thing in played.see("notes").items():
                if thing.get("private_id") == id:
                    return known
        return id

    def ids_of(self, refs: Any) -> list[int]:
        """The things that a field of the file names."""
        found: list[int] = []
        for ref in refs if isinstance(refs, list) else [refs]:
            if ref is not None:
                try:
                    found.append(self.id_of(ref))
                except Refused as missing:
                    self.say(f"Left out of what something rests on: {missing}")
        return found

    def keep(self, event: Event, made: int | None) -> None:
        """Remember what the file calls a thing."""
        if made is not None and event.get("id") is not None:
            self.refs[str(event["id"])] = made
            self.verbs[str(event["id"])] = event["do"]

    def thing(self, collection: str, id: int) -> dict[str, Any]:
        """A thing as the facilitator sees it."""
        return self.facilitator.see(collection).get(id, {})

    async def record_answer(self, played: Played, event: Event) -> None:
        """Record a research answer as it was given, by the person's own door."""
        fields = {
            name: str(event[name]) for name in ("study", "sheet", "answer", "quotes", "medium") if event.get(name)
        }
        fields |= {"withdrawn": "on"} if event["do"] == "withdraw" else {}
        fields["said_at"] = str(event["at_ms"])
        fields["except_items"] = ",".join(event.get("except_items") or [])
        await asyncio.to_thread(played.browser.post, f"{self.base}/w/{self.address}/research", fields)

    async def settle(self) -> None:
        """Wait until everybody has received what everybody may know."""
        for _ in range(200):
            numbers = {p.number for p in self.people.values() if p.connected}
            if len(numbers) <= 1:
                return
            await asyncio.sleep(0.02)

    async def end(self) -> None:
        """What is still open is closed, and everybody looks once more."""
        for id in self.given:
            await self.person(id)
        await asyncio.sleep(0.3)
        await self.settle()

    async def close(self) -> None:
        """Everybody goes."""
        await leave_all(self.people.values())
