"""Playing a timeline: its people come in, everything happens in the file's order, and what it
leaves unsaid is done as its facilitator would, and printed.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from footpath.method.refusals import CLOSED
from footpath.method.words.words import LONGEST_NAME
from footpath.replaying.played_people import Played, Refused, leave_all
from footpath.replaying.played_research import PlayedResearch
from footpath.replaying.played_workshop import make_workshop, roles_of, shortened
from footpath.replaying.timeline import Event, Timeline

AFTER_CLOSE = {
    "join", "leave", "drop", "reconnect", "reveal", "close", "consent", "consent_note", "withdraw",
    "export", "information_sheet", "memo", "redact", "correct", "edit", "rename_group",
}  # fmt: skip
"""What goes on after the close (G15), or waits; everything else needs another sitting."""

Undoing = Callable[[], Awaitable[None]]
COLLECTIONS = (
    "notes", "moments", "groups", "aims", "values", "elements", "experiences", "agreement",
)  # fmt: skip


class Play:
    """A timeline while it is played."""

    def __init__(
        self,
        timeline: Timeline,
        base: str,
        say: Callable[[str], None],
        speed: float | None,
        out: Path | None = None,
    ) -> None:
        """Nothing has been played yet; `say` prints what is done beyond the file's words."""
        self.timeline = timeline
        self.base = base
        self.say = say
        self.speed = speed
        self.people: dict[str, Played] = {}
        self.given = {str(person["id"]): person for person in timeline.people}
        self.refs: dict[str, int] = {}
        self.verbs: dict[str, str] = {}
        self.made_by: dict[str, Event] = {}
        self.undoing: dict[str, list[Undoing]] = {}
        self.refused: list[str] = []
        self.aim_of_note: dict[str, int] = {}
        self.aims_made_of: dict[int, str] = {}
        self.maps: dict[str, int] = {}
        self.orders: dict[str, float] = {}
        self.waiting_ways: dict[str, tuple[list[tuple[str, str | None]], str | None]] = {}
        self.address = ""
        self.links: dict[str, str] = {}
        self.now = 0
        self.closed = False
        self.research = PlayedResearch(play=self, out=out)

    async def run(self, perform: Callable[["Play", Event], Any], host_key: str) -> None:
        """Play everything, then let everybody see the end."""
        self.links = await asyncio.to_thread(make_workshop, self.timeline, self.base, host_key)
        self.address = self.links["guest"].split("/w/")[1].split("/")[0]
        self.say(f"The workshop is at {self.base}/w/{self.address}; its wall: {self.links['wall']}")
        await self.enter(self._leader())
        self.research.host_key = host_key
        await self.research.begin()
        before: int | None = None
        for event in self.timeline.events:
            self.now = event["at_ms"]
            if self.speed and before is not None:
                await asyncio.sleep(max(0, self.now - before) / 1000 / self.speed)
            before = self.now
            await self.research.until(self.now)
            try:
                await self._perform(perform, event)
            except Refused as refused:
                line = f"Entry {event.get('n', '?')} ({event['do']}) was refused: {refused}"
                self.refused.append(line)
                self.say(line)
        await self.end()
        await self.research.end()

    async def _perform(self, perform: Callable[["Play", Event], Any], event: Event) -> None:
        if self.closed and event["do"] not in AFTER_CLOSE:
            await self.reopen()
        try:
            await perform(self, event)
        except Refused as refused:
            if not self.closed or str(refused) != CLOSED:
                raise
            await self.reopen()
            await perform(self, event)

    async def reopen(self) -> None:
        """What comes after the close needs another sitting (G15)."""
        if self.closed:
            self.say("The facilitator opens the flipchart again, for another sitting.")
            await self.facilitator.ask("ReopenFlipchart", said_at=self.now)
            self.closed = False

    def _leader(self) -> str:
        for id, person in self.given.items():
            if "facilitator" in roles_of(person):
                return id
        first = next(iter(self.given))
        self.say(f"The file names no facilitator, so {first} leads.")
        self.add_role(first, "facilitator")
        return first

    def add_role(self, id: str, role: str) -> None:
        """Remember that somebody has a further role from now on."""
        self.given[id] = {
            **self.given[id],
            "role": [role, *(one for one in roles_of(self.given[id]) if one != "participant")],
        }

    async def enter(self, id: str) -> Played:
        """Somebody comes in, at the time at which the file first knows them."""
        person = self.given[id]
        roles = roles_of(person)
        if self.closed and roles[0] in ("participant", "observer"):
            await self.reopen()
        link = self.links[roles[0] if roles[0] != "participant" else "guest"]
        name = shortened(str(person.get("name") or id), LONGEST_NAME)
        if not re.search(r"\w", name):
            name = shortened(id, LONGEST_NAME)
        played = Played(self.base, self.address, name)
        told = f"{person.get('where') or ''} {person.get('on') or ''}".lower()
        where = next((where for where in ("room", "phone") if where in told), "online")
        await played.arrive(link, where, self._first_seen(id))
        self.people[id] = played
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
            if field in event and id in (str(event.get("by")), str(event.get("entered_by")))
        ]
        joins = self.given[id].get("joins_ms")
        times += [joins] if joins is not None else []
        return min(times or [event["at_ms"] for event in self.timeline.events])

    @property
    def facilitator(self) -> Played:
        """A facilitator who is in."""
        leaders = [p for id, p in self.people.items() if "facilitator" in roles_of(self.given[id])]
        return next((p for p in leaders if p.connected), leaders[0])

    async def known(self, given: Any) -> Played:
        """A person of the file who has come in, whether or not their line holds just now."""
        return self.people.get(str(given)) or await self.enter(str(given))

    async def person(self, given: Any) -> Played:
        """A person of the file, in the room: they come in, or come back, when
        something is theirs to do.
        """
        played = await self.known(given)
        if not played.connected:
            self.say(f"{given} comes back, because something is theirs to do.")
            await self.back(played)
        return played

    async def back(self, played: Played) -> None:
        """Somebody's line holds again: what they wrote meanwhile is sent, at the time at which
        they wrote it (S5).
        """
        if not played.connected:
            await played.connect()
        await played.catch_up()
        queued, played.queued = played.queued, []
        for send in queued:
            await send()

    async def scribe(self) -> Played:
        """Who types for others: a scribe, or else the facilitator."""
        scribes = [id for id, person in self.given.items() if "scribe" in roles_of(person)]
        return await self.person(scribes[0]) if scribes else self.facilitator

    async def actor(self, event: Event) -> Played:
        """Who does something in the file; of an unknown hand, its typist or the facilitator."""
        given = event.get("by") if event.get("by") is not None else event.get("entered_by")
        return self.facilitator if given is None else await self.person(given)

    async def typist(self, id: str) -> Played:
        """Who typed something in the file; they get the role for it where they have none."""
        played = await self.person(id)
        if not {"scribe", "facilitator"} & set(roles_of(self.given[id])):
            self.say(f"{id} types for others, so the facilitator makes them a scribe.")
            await self.facilitator.ask(
                "GiveRole", person=played.id, role="scribe", said_at=self.now
            )
            self.add_role(id, "scribe")
        return played

    def id_of(self, ref: Any) -> int:
        """The thing that a file's id names, as everybody knows it by now.

        Raises:
            Refused: when it is not on the flipchart.
        """
        ref = str(ref)
        id = self.refs.get(ref, self.maps.get(ref))
        if id is None:
            raise Refused(f"`{ref}` is not on the flipchart.")
        return self.public_id(id)

    def public_id(self, id: int) -> int:
        """What was written in silence got another id at the reveal, which its author knows."""
        if id > 0:
            return id
        for played in self.people.values():
            for known, thing in played.layers["me"].get("notes", {}).items():
                if thing.get("private_id") == id:
                    return int(known)
        return id

    def ids_of(self, refs: Any) -> list[int]:
        """The things that a field of the file names, as far as everybody can see them."""
        found: list[int] = []
        for ref in refs if isinstance(refs, list) else [refs]:
            if ref is not None:
                try:
                    id = self.id_of(ref)
                except Refused as missing:
                    self.say(f"Left out of what something rests on: {missing}")
                    continue
                if self.stands(id):
                    found.append(id)
                else:
                    self.say(
                        f"Left out of what something rests on: `{ref}` is not there for everybody "
                        "to see."
                    )
        return found

    def before(self, prefix: str, order: float) -> int | None:
        """The thing before which one with a smaller place belongs, where the file gives
        them out of order.
        """
        later = sorted(
            (o, key) for key, o in self.orders.items() if key.startswith(f"{prefix} ") and o > order
        )
        ids = (self.refs.get(key.removeprefix(f"{prefix} ")) for _, key in later)
        return next((id for id in ids if id is not None and self.stands(id)), None)

    def stands(self, id: int) -> bool:
        """Whether everybody can see a thing, and it is still there."""
        shared = self.facilitator.layers["everyone"]
        found = [shared[name][str(id)] for name in COLLECTIONS if str(id) in shared.get(name, {})]
        return any(thing.get("state", "") in ("", "hidden") for thing in found)

    def keep(self, event: Event, made: int | None) -> None:
        """Remember what the file calls a thing."""
        if made is not None and event.get("id") is not None:
            self.refs[str(event["id"])] = made
            self.verbs[str(event["id"])] = event["do"]
            self.made_by[str(event["id"])] = event

    def thing(self, collection: str, id: int) -> dict[str, Any]:
        """A thing as the facilitator sees it."""
        return self.facilitator.see(collection).get(id, {})

    async def settle(self, *who: Played) -> None:
        """Wait until the facilitator, and whoever else looks, has received what was told so far."""
        for played in dict.fromkeys((self.facilitator, *who)):
            if played.connected:
                await played.catch_up()

    async def everybody(self) -> None:
        """Wait until everybody who is connected has received what was told so far."""
        await asyncio.gather(
            *(played.catch_up() for played in self.people.values() if played.connected)
        )

    async def end(self) -> None:
        """Everybody comes back, what they still held is sent, and they look once more."""
        for played in list(self.people.values()):
            if not played.connected:
                try:
                    await self.back(played)
                except Refused as refused:
                    self.say(f"What {played.name} wrote offline was refused: {refused}")
        await self.everybody()

    async def close(self) -> None:
        """Everybody goes."""
        await leave_all(self.people.values())
