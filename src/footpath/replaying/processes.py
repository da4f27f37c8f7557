"""The verbs of a timeline about the ideal process: steps, decisions with their ways,
exceptions, open questions.
"""

from typing import Any

from footpath.replaying.outcome import END
from footpath.replaying.played_people import Refused
from footpath.replaying.playing import Play
from footpath.replaying.saying import Perform, end_silence, open_text, say_for, undone_by
from footpath.replaying.stories import texts
from footpath.replaying.timeline import Event

Way = tuple[str, str | None]


def _ways(event: Event) -> list[Way]:
    """The ways that the file says, by name and id. The order of its steps is none."""
    found: list[Way] = [("", to) for to in texts(event.get("next"))]
    for option in event.get("options") or event.get("branches") or []:
        if isinstance(option, dict):
            to = option.get("to")
            found.append(
                (
                    str(option.get("label") or option.get("answer") or ""),
                    None if to is None else str(to),
                )
            )
        elif isinstance(option, list):
            found.append(
                (
                    str(option[0]),
                    str(option[1]) if len(option) > 1 and option[1] is not None else None,
                )
            )
        else:
            found.append((str(option), None))
    return found


def _ends(play: Play, to: str | None) -> bool:
    """Whether a way leads to the end, unless the file calls one of its own things so."""
    return to == END and not any(str(one.get("id")) == END for one in play.timeline.events)


def _leads_nowhere(play: Play, to: str) -> bool:
    if _ends(play, to):
        return False
    if to in play.refs:
        return play.refs[to] not in play.facilitator.see("elements")
    makers = (one for one in play.timeline.events if str(one.get("id")) == to)
    return not any(one["do"] in ("process_step", "decision", "exception") for one in makers)


def _known_ways(play: Play, ways: list[Way]) -> list[dict[str, Any]]:
    """Ways to elements that are not there yet stay open until they are."""
    elements = play.facilitator.see("elements")
    known = {to: id for to, id in play.refs.items() if id in elements and play.stands(id)}
    return [
        {"label": label, "to": known.get(to) if to is not None else None, "ends": _ends(play, to)}
        for label, to in ways
    ]


def _documents(play: Play, event: Event, *, made: bool) -> list[str]:
    """The documents of a step: those that it makes, where the file says so, and otherwise
    those that it uses.
    """
    found = event.get("documents") or []
    several: list[Any] = found if isinstance(found, list) else [found]
    told = [one if isinstance(one, dict) else {"name": one} for one in several]
    makes = ("made", "makes", "out", "output")
    chosen = [
        one
        for one in told
        if made is (any(one.get(key) is True for key in makes) or one.get("as") in makes)
    ]
    return [_called(play, one.get("name") or one.get("text") or one.get("id")) for one in chosen]


def _called(play: Play, document: Any) -> str:
    """A document's name; one that stands in the process is named by its id."""
    seen = play.thing("elements", play.refs[str(document)]) if str(document) in play.refs else None
    return str((seen or {}).get("text") or document)


async def _element(play: Play, event: Event, kind: str) -> None:
    await end_silence(play)
    await open_text(play, event)
    aims, rests = play.facilitator.see("aims"), play.ids_of(event.get("from") or [])
    named = play.ids_of(event.get("serves") or [])
    ways = _ways(event)
    made = await say_for(
        play, event, "AddElement", kind=kind, text=event.get("text") or event.get("question") or "",
        lane=str(event.get("lane") or ""), stage=str(event.get("phase") or ""),
        inputs=[*texts(event.get("in")), *_documents(play, event, made=False)],
        outputs=[*texts(event.get("out")), *_documents(play, event, made=True)],
        serves=[id for id in named if id in aims],
        answers=[*rests, *(id for id in named if id not in aims)],
        branches=_known_ways(play, ways), fork=event.get("fork"),
        before=_before(play, event),
    )  # fmt: skip
    play.keep(event, made)
    await play.settle()
    for to in (to for _, to in ways if to is not None and _leads_nowhere(play, to)):
        play.say(
            f"A way of {event['id']} leads to `{to}`, which is no step of the process, so it is "
            "left open."
        )
    if any(_is_awaited(play, to) for _, to in ways):
        play.waiting_ways[str(event["id"])] = (ways, event.get("fork"))
    await _lead_on(play)


def _before(play: Play, event: Event) -> int | None:
    order = event.get("order")
    if order is None:
        return None
    before = play.before("step", float(order))
    play.orders[f"step {event['id']}"] = float(order)
    return before


async def _lead_on(play: Play) -> None:
    """Ways whose elements have appeared by now are led there."""
    for ref, (ways, fork) in list(play.waiting_ways.items()):
        known = _known_ways(play, ways)
        seen = play.thing("elements", play.id_of(ref))
        if seen and [way.get("to") for way in seen.get("branches", [])] != [
            way["to"] for way in known
        ]:
            await play.facilitator.ask(
                "SayWays", about=play.id_of(ref), ways=known, fork=fork, said_at=play.now
            )
            await play.settle()
        if not any(_is_awaited(play, to) for _, to in ways):
            del play.waiting_ways[ref]


def _is_awaited(play: Play, to: str | None) -> bool:
    return to is not None and to not in play.refs and not _ends(play, to)


async def _process_step(play: Play, event: Event) -> None:
    kinds = ("document", "wait", "control", "end", "exception")
    await _element(play, event, event["kind"] if event.get("kind") in kinds else "activity")


async def _decision(play: Play, event: Event) -> None:
    if len(_ways(event)) < 2:
        play.say(
            f"The decision {event.get('id')} has fewer than two ways, so it is put up as a step."
        )
    await _element(play, event, "decision" if len(_ways(event)) >= 2 else "activity")


async def _exception(play: Play, event: Event) -> None:
    await _element(play, event, "exception")


async def _open_question(play: Play, event: Event) -> None:
    await end_silence(play)
    about = play.ids_of(event.get("about") or [])
    made = await say_for(
        play, event, "AskOpenQuestion", text=event["text"], about=about[0] if about else None
    )
    play.keep(event, made)


async def _reorder(play: Play, event: Event) -> None:
    await end_silence(play)
    id = play.id_of(event["id"])
    before = play.id_of(event["before"]) if event.get("before") is not None else None
    moment = play.thing("moments", id)
    if moment:
        places: list[int] = play.thing("experiences", moment["experience"]).get("moments", [])
        await _place_moment(play, id, before, places)
        after = places.index(id) + 1 if id in places else len(places)
        back = places[after] if after < len(places) else None

        async def undo() -> None:
            await _place_moment(play, id, back, places)

        play.undoing.setdefault(str(event["id"]), []).append(undo)
        return
    await open_text(play, event)
    order: list[int] = (play.facilitator.sheet("process") or {}).get("elements", [])
    await (await play.actor(event)).ask("Reorder", about=id, before=before, said_at=play.now)
    after = order.index(id) + 1 if id in order else len(order)
    undone_by(play, event, "Reorder", about=id, before=order[after] if after < len(order) else None)
    await play.settle()


async def _place_moment(play: Play, id: int, before: int | None, places: list[int]) -> None:
    """Put a moment before another; to the end by going before the last one, which
    then goes before it.
    """
    last = next((one for one in reversed(places) if one != id), None)
    moves = [(id, before)] if before is not None else [(id, last), (last, id)]
    for moved, place in moves:
        if moved is None or place is None:
            raise Refused("That is the only moment of its story.")
        moment = play.thing("moments", moved)
        fields = {name: moment[name] for name in ("feeling", "inferred") if name in moment}
        fields |= {
            name: moment.get(name) or "" for name in ("lane", "stage", "feeling_words", "quote")
        }
        fields |= {name: moment.get(name) or [] for name in ("who", "used")}
        await play.facilitator.ask(
            "ArrangeMoment", about=moved, before=place, said_at=play.now, **fields
        )
    await play.settle()


VERBS: dict[str, Perform] = {
    "process_step": _process_step,
    "decision": _decision,
    "exception": _exception,
    "open_question": _open_question,
    "reorder": _reorder,
}
