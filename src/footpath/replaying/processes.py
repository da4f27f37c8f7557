"""The verbs of a timeline about the ideal process: steps, decisions with their ways, exceptions, open questions."""

from typing import Any

from footpath.replaying.people import Refused
from footpath.replaying.playing import Play
from footpath.replaying.saying import Perform, end_silence, open_text, reopen, say_for
from footpath.replaying.stories import texts
from footpath.replaying.timeline import Event

Way = tuple[str, str | None]


def _ways(event: Event) -> list[Way]:
    found: list[Way] = []
    for option in event.get("options") or event.get("branches") or []:
        if isinstance(option, dict):
            found.append((str(option.get("label") or option.get("answer") or "…"), option.get("to")))
        elif isinstance(option, list):
            found.append((str(option[0]), str(option[1]) if len(option) > 1 and option[1] is not None else None))
        else:
            found.append((str(option), None))
    return found


def _known_ways(play: Play, ways: list[Way]) -> list[dict[str, Any]]:
    """Ways to elements that are not there yet stay open until they are."""
    return [{"label": label, "to": play.refs.get(to) if to is not None else None} for label, to in ways]


async def _element(play: Play, event: Event, kind: str) -> None:
    await reopen(play)
    await end_silence(play)
    await open_text(play, event)
    aims, rests = play.facilitator.see("aims"), play.ids_of(event.get("from") or [])
    named = play.ids_of(event.get("serves") or [])
    ways = _ways(event)
    made = await say_for(
        play, event, "AddElement", kind=kind, text=event.get("text") or event.get("question") or "…",
        lane=event.get("lane") or "", stage=event.get("phase") or "", inputs=texts(event.get("in")),
        outputs=texts(event.get("out")), serves=[id for id in named if id in aims],
        answers=[*rests, *(id for id in named if id not in aims)], branches=_known_ways(play, ways),
        before=_before(play, event),
    )  # fmt: skip
    play.keep(event, made)
    await play.settle()
    if any(to is not None and to not in play.refs for _, to in ways):
        play.waiting_ways[str(event["id"])] = [(label, to or "") for label, to in ways]
    await _lead_on(play)


def _before(play: Play, event: Event) -> int | None:
    order = event.get("order")
    if not isinstance(order, int | float):
        return None
    later = [(o, key) for key, o in play.orders.items() if key.startswith("step ") and o > order]
    play.orders[f"step {event['id']}"] = float(order)
    return play.refs.get(min(later)[1].removeprefix("step ")) if later else None


async def _lead_on(play: Play) -> None:
    """Ways whose elements have appeared by now are led there."""
    for ref, ways in list(play.waiting_ways.items()):
        seen = play.thing("elements", play.id_of(ref))
        known = _known_ways(play, [(label, to or None) for label, to in ways])
        if known != [{"label": b.get("label"), "to": b.get("to")} for b in seen.get("branches", [])]:
            await play.facilitator.ask(
                "ArrangeElement", about=play.id_of(ref), kind=seen["kind"], lane=seen.get("lane") or "",
                stage=seen.get("stage") or "", branches=known, inputs=seen.get("inputs", []),
                outputs=seen.get("outputs", []), said_at=play.now,
            )  # fmt: skip
            await play.settle()
        if all(not to or to in play.refs for _, to in ways):
            del play.waiting_ways[ref]


async def _process_step(play: Play, event: Event) -> None:
    kinds = ("document", "wait", "control", "end", "exception")
    await _element(play, event, event["kind"] if event.get("kind") in kinds else "activity")


async def _decision(play: Play, event: Event) -> None:
    if len(_ways(event)) < 2:
        play.say(f"The decision {event.get('id')} has fewer than two ways, so it is put up as a step.")
    await _element(play, event, "decision" if len(_ways(event)) >= 2 else "activity")


async def _exception(play: Play, event: Event) -> None:
    await _element(play, event, "exception")


async def _open_question(play: Play, event: Event) -> None:
    await reopen(play)
    await end_silence(play)
    about = play.ids_of(event.get("about") or [])
    made = await say_for(play, event, "AskOpenQuestion", text=event["text"], about=about[0] if about else None)
    play.keep(event, made)


async def _reorder(play: Play, event: Event) -> None:
    await open_text(play, event)
    id = play.id_of(event["id"])
    before = play.id_of(event["before"]) if event.get("before") is not None else None
    who = await play.person(event["by"]) if event.get("by") else play.facilitator
    moment = play.thing("moments", id)
    if not moment:
        await who.ask("Reorder", about=id, before=before, said_at=play.now)
        return
    kept = ("feeling", "inferred")
    fields = {name: moment.get(name) for name in kept if name in moment}
    fields |= {name: moment.get(name) or "" for name in ("lane", "stage", "feeling_words", "quote")}
    fields |= {name: moment.get(name) or [] for name in ("who", "used")}
    if before is None:
        raise Refused("A moment goes before another.")
    await play.facilitator.ask("ArrangeMoment", about=id, before=before, said_at=play.now, **fields)


VERBS: dict[str, Perform] = {
    "process_step": _process_step, "decision": _decision, "exception": _exception, "open_question": _open_question,
    "reorder": _reorder,
}  # fmt: skip
