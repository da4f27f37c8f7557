"""The verbs of a timeline about stories: moments on a map, reflections, values."""

from typing import Any

from footpath.replaying.played_workshop import side_of
from footpath.replaying.playing import Play
from footpath.replaying.saying import Perform, end_silence, say_for
from footpath.replaying.timeline import Event


def texts(given: Any) -> list[str]:
    """A field of the file that holds one text or several."""
    return [str(one) for one in (given if isinstance(given, list) else [given]) if one]


def tellers_of(play: Play, name: str) -> list[str]:
    """The people who tell the story of a map."""
    given = play.timeline.maps[name]
    return [id for id in texts(given.get("tellers") or given.get("teller")) if id in play.given]


async def story(play: Play, name: str) -> int:
    """The story of a map; the scribe sets it up for its teller when it is first needed."""
    if name not in play.maps:
        given, tellers = play.timeline.maps[name], tellers_of(play, name)
        ids = [(await play.known(id)).id for id in tellers]
        sides = (play.facilitator.sheet("workshop") or {}).get("sides", [])
        told: dict[str, Any] = {
            "title": given.get("title") or name,
            "lanes": texts(given.get("lanes")),
            "storytellers": ids,
            "stages": texts(given.get("phases") or given.get("stages")),
            "said_at": play.now,
            "side": side_of(given) if side_of(given) in sides else "",
            "when": str(given.get("when") or ""),
        }
        made = await play.facilitator.ask(
            "TellExperience", **told, **({} if ids else {"for_someone": True})
        )
        assert made is not None
        play.maps[name] = made
        for id in tellers if len(tellers) > 1 else ():
            await (await play.person(id)).ask("TellTogether", experience=made, said_at=play.now)
        play.say(
            f"The facilitator sets up the story {told['title']}, told by "
            f"{', '.join(tellers) or 'somebody'}."
        )
        await play.settle()
    return play.maps[name]


async def _map_step(play: Play, event: Event) -> None:
    await end_silence(play)
    name = str(event["map"])
    experience = await story(play, name)
    order = None if event.get("order") is None else float(event["order"])
    fields: dict[str, Any] = {
        "experience": experience,
        "text": event["text"],
        "lane": str(event.get("lane") or ""),
        "stage": str(event.get("phase") or ""),
        "feeling": event.get("feeling"),
        "quote": event.get("quote") or "",
        "used": [*texts(event.get("in")), *texts(event.get("out"))],
        "who": texts(event.get("who")),
        "inferred": event.get("basis") == "inferred" or bool(event.get("inferred")),
        "before": None if order is None else play.before(f"map {name}", order),
    }
    made = await say_for(play, event, "PlaceMoment", **fields)
    play.keep(event, made)
    if order is not None:
        play.orders[f"map {name} {event['id']}"] = order
    await play.settle()
    tellers = tellers_of(play, name)
    if tellers and str(event.get("by")) not in tellers and made is not None:
        teller = await play.person(tellers[0])
        await teller.ask("AcceptMoment", about=made, accept=True, said_at=play.now)
        play.say(f"{tellers[0]} accepts the moment {event['id']}, which somebody else added.")
    if event.get("sensitive") and made is not None:
        await (await play.scribe()).ask("Tag", about=made, tag="sensitive", said_at=play.now)
    await play.settle()


async def _reflection(play: Play, event: Event) -> None:
    await end_silence(play)
    about = play.ids_of(event.get("about") or [])
    for name in _waited_for(play, event):
        await _end_turn(play, name)
    made = await say_for(
        play, event, "WriteReflection", kind=event["kind"], text=event["text"], about=about
    )
    play.keep(event, made)
    await play.settle()


def _waited_for(play: Play, event: Event) -> list[str]:
    """The maps whose tellers have not finished, where somebody else reflects on them."""
    stories = play.facilitator.see("experiences")
    about = set(play.ids_of(event.get("about") or []))
    found: list[str] = []
    for name, id in play.maps.items():
        seen = stories.get(id, {})
        concerned = (
            not about or about & {id, *seen.get("moments", [])} or _about_reflections(play, about)
        )
        if (
            seen.get("waited_for")
            and concerned
            and str(event.get("by")) not in tellers_of(play, name)
        ):
            found.append(name)
    return found


def _about_reflections(play: Play, about: set[int]) -> bool:
    notes = play.facilitator.see("notes")
    return any(id in notes for id in about)


async def _end_turn(play: Play, name: str) -> None:
    for id in tellers_of(play, name):
        seen = play.facilitator.see("experiences")[play.maps[name]]
        teller = play.people.get(id)
        if teller is not None and teller.id in seen.get("waited_for", []):
            who = teller if teller.connected and not teller.offline else play.facilitator
            play.say(f"{id} has finished speaking first on {seen.get('title')}.")
            await who.ask("EndTellersTurn", experience=play.maps[name], said_at=play.now)
            await play.settle()


async def _value(play: Play, event: Event) -> None:
    await end_silence(play)
    heard_in = play.ids_of(event.get("from") or [])
    name, sentence = (
        event.get("name") or event["text"],
        event.get("text") if event.get("name") else "",
    )
    play.keep(
        event,
        await say_for(
            play, event, "AddValue", name=name, sentence=sentence or "", heard_in=heard_in
        ),
    )


VERBS: dict[str, Perform] = {"map_step": _map_step, "reflection": _reflection, "value": _value}
