"""The verbs of a timeline that open, close, write and group."""

from typing import Any

from footpath.replaying.people import Played
from footpath.replaying.playing import PHASES, Play
from footpath.replaying.saying import Perform, end_silence, open_text, reopen, say_for
from footpath.replaying.timeline import Event


def _list(given: Any) -> list[str]:
    return [str(one) for one in (given if isinstance(given, list) else [given]) if one]


async def _join(play: Play, event: Event) -> None:
    played = await play.person(event["by"])
    if played.see("people").get(played.id or 0, {}).get("away"):
        await played.ask("StepOut", away=False, said_at=play.now)


async def _leave(play: Play, event: Event) -> None:
    played = await play.person(event["by"])
    await played.ask("StepOut", away=True, said_at=play.now)
    if played is not play.facilitator or len(play.people) == 1:
        await played.drop()


async def _drop(play: Play, event: Event) -> None:
    played = await play.person(event["by"])
    await played.drop()


async def _reconnect(play: Play, event: Event) -> None:
    played = await play.person(event["by"])
    queued, played.queued = played.queued, []
    for waiting in queued:
        await _write_offline(play, waiting)


async def _note_offline(play: Play, event: Event) -> None:
    played = play.people.get(event["by"]) if event.get("by") else None
    if played is not None and not played.connected:
        played.queued.append(event)
        return
    await _write_offline(play, event)


async def _write_offline(play: Play, event: Event) -> None:
    event = {**event, "at_ms": event.get("queued_ms", event["at_ms"])}
    play.keep(event, await say_for(play, event, "WriteNote", text=event["text"]))


async def _open_step(play: Play, event: Event) -> None:
    await end_silence(play)
    await close_vote(play)
    phase = PHASES.get(event["step"])
    if phase is None:
        return
    await play.facilitator.ask("OpenPhase", phase=phase, said_at=play.now)
    if phase == "aims" and not any(e["do"] == "reveal" for e in play.timeline.events):
        play.say("The file has no reveal: the facilitator reveals when the notes are first used.")


async def close_vote(play: Play) -> None:
    """A vote closes at the next step."""
    vote = play.facilitator.sheet("vote")
    if vote and vote.get("open"):
        play.say("The facilitator closes the vote.")
        await play.facilitator.ask("CloseVote", said_at=play.now)


async def _reveal(play: Play, event: Event) -> None:
    await play.facilitator.ask("RevealNotes", said_at=play.now)
    await play.settle()


async def _break(play: Play, event: Event) -> None:
    await play.facilitator.ask("StartBreak", minutes=int(event.get("minutes") or 10), said_at=play.now)


async def _close(play: Play, event: Event) -> None:
    await end_silence(play)
    await close_vote(play)
    await play.facilitator.ask("CloseFlipchart", said_at=play.now)
    play.closed = True


async def _note(play: Play, event: Event) -> None:
    await reopen(play)
    play.keep(event, await say_for(play, event, "WriteNote", text=event["text"]))


async def _say(play: Play, event: Event) -> None:
    await reopen(play)
    await say_for(play, event, "SayAloud", text=event["text"])


async def _checkout(play: Play, event: Event) -> None:
    await reopen(play)
    play.keep(event, await say_for(play, event, "CheckOut", text=event["text"]))


async def _group(play: Play, event: Event) -> None:
    await end_silence(play)
    await open_text(play, event)
    notes = play.facilitator.see("notes")
    given = [id for id in play.ids_of(event.get("notes") or event.get("from") or []) if id in notes]
    made = await say_for(play, event, "GroupNotes", title=event.get("title") or "…", notes=given)
    play.keep(event, made)


async def _merge(play: Play, event: Event) -> None:
    await end_silence(play)
    await open_text(play, event)
    who = await play.person(event["by"]) if event.get("by") else play.facilitator
    await who.ask("Merge", about=play.id_of(event["id"]), into=play.id_of(event["into"]), said_at=play.now)


async def _dots(play: Play, event: Event) -> None:
    await end_silence(play)
    vote = play.facilitator.sheet("vote")
    if not vote or not vote.get("open"):
        most: dict[str, int] = {}
        for one in play.timeline.events:
            if one["do"] == "dots":
                most[one["by"]] = most.get(one["by"], 0) + len(_list(one.get("aims")))
        await play.facilitator.ask("OpenVote", dots_each=min(50, max(most.values())), said_at=play.now)
        play.say("The facilitator opens a vote.")
    who = await play.person(event["by"])
    for id in play.ids_of(event.get("aims") or []):
        await who.ask("PlaceDot", about=id, said_at=play.now)


async def _aim(play: Play, event: Event) -> None:
    await end_silence(play)
    await open_text(play, event)
    made = await say_for(play, event, "AddAim", text=event["text"], rests_on=play.ids_of(event.get("from") or []))
    play.keep(event, made)


async def _ask(play: Play, event: Event) -> None:
    if event.get("about") is None:
        await _say(play, event)
        return
    about = play.id_of(event["about"])
    play.keep(event, await say_for(play, event, "AskQuestion", about=about, text=event["text"]))


async def _answer(play: Play, event: Event) -> None:
    await say_for(play, event, "Answer", about=play.id_of(event["about"]), text=event["text"])


async def _memo(play: Play, event: Event) -> None:
    who: Played = await play.person(event["by"])
    play.keep(event, await who.ask("WriteMemo", text=event["text"], said_at=event["at_ms"]))


async def _consent_note(play: Play, event: Event) -> None:
    """What was scribbled about somebody's consent is a private memo, and never a consent."""
    who = await play.person(event.get("entered_by") or event["by"])
    await who.ask("WriteMemo", text=event["text"], said_at=event["at_ms"])


async def _research(play: Play, event: Event) -> None:
    """Research answers are recorded as given, beside the flipchart."""
    id = event.get("by") or event.get("person")
    if id is None:
        return
    played = await play.person(id)
    await play.record_answer(played, event)


async def _park(play: Play, event: Event) -> None:
    who = await play.person(event["by"]) if event.get("by") else play.facilitator
    reason = event.get("reason") or "parked"
    await who.ask("Park", about=play.id_of(event["id"]), reason=reason, said_at=play.now)


async def _tag(play: Play, event: Event) -> None:
    who = await play.person(event["by"]) if event.get("by") else play.facilitator
    await who.ask("Tag", about=play.id_of(event["id"]), tag=event["tag"], said_at=play.now)


async def _move(play: Play, event: Event) -> None:
    await end_silence(play)
    kinds = {"reflection": event.get("kind") or "similar", "open_question": "open_question", "question": "question"}
    kind = kinds.get(str(event.get("as_") or event.get("as") or ""), event.get("kind") or "note")
    phase = PHASES.get(event.get("to_step") or event.get("step") or 1, "return")
    on = play.ids_of(event.get("about") or [])
    keeper = await play.scribe()
    await keeper.ask("MoveNote", about=play.id_of(event["id"]), phase=phase, kind=kind, on=on, said_at=play.now)


async def _nothing(play: Play, event: Event) -> None:
    """Sheets and exports belong to research; the flipchart does not change."""


VERBS: dict[str, Perform] = {
    "join": _join, "leave": _leave, "drop": _drop, "reconnect": _reconnect, "note_offline": _note_offline,
    "open_step": _open_step, "reveal": _reveal, "break": _break, "close": _close, "note": _note, "say": _say,
    "checkout": _checkout, "group": _group, "merge": _merge, "dots": _dots, "aim": _aim, "ask": _ask,
    "answer": _answer, "memo": _memo, "consent_note": _consent_note, "consent": _research, "withdraw": _research,
    "information_sheet": _nothing, "export": _nothing, "park": _park, "tag": _tag, "move": _move,
}  # fmt: skip
