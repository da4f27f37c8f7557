"""The verbs of a timeline that open, close, write and group."""

from footpath.replaying.played_people import Refused
from footpath.replaying.played_workshop import PHASES
from footpath.replaying.playing import Play
from footpath.replaying.saying import (
    Perform,
    end_silence,
    let_write,
    open_text,
    reveal,
    say_for,
    undone_by,
)
from footpath.replaying.stories import texts
from footpath.replaying.timeline import Event


async def _note_offline(play: Play, event: Event) -> None:
    """Sent once the line holds again, with the time at which it was written."""
    author = play.people.get(str(event.get("by")))
    written = {**event, "at_ms": event.get("queued_ms", event["at_ms"])}

    async def send() -> None:
        if play.closed:
            await play.reopen()
        play.keep(event, await say_for(play, written, "WriteNote", text=event["text"]))

    if author is not None and (author.offline or not author.connected):
        author.queued.append(send)
    else:
        await send()


async def _open_step(play: Play, event: Event) -> None:
    await end_silence(play)
    await close_vote(play)
    phase = PHASES.get(int(event["step"]))
    if phase is None:
        return
    await play.facilitator.ask("OpenPhase", phase=phase, said_at=play.now)
    await play.settle()
    if phase == "aims" and not any(e["do"] == "reveal" for e in play.timeline.events):
        play.say("The file has no reveal: the facilitator reveals when the notes are first used.")


async def close_vote(play: Play) -> None:
    """A vote closes at the next step."""
    await play.settle()
    vote = play.facilitator.sheet("vote")
    if vote and vote.get("open"):
        play.say("The facilitator closes the vote.")
        await play.facilitator.ask("CloseVote", said_at=play.now)


async def _reveal(play: Play, event: Event) -> None:
    await play.settle()
    if (play.facilitator.sheet("workshop") or {}).get("silence"):
        await reveal(play)
    else:
        play.say("Nothing is written in silence just now, so there is nothing to reveal.")


async def _break(play: Play, event: Event) -> None:
    await play.facilitator.ask(
        "StartBreak", minutes=min(240, max(1, round(event.get("minutes") or 10))), said_at=play.now
    )


async def _close(play: Play, event: Event) -> None:
    await end_silence(play)
    await close_vote(play)
    await play.facilitator.ask("CloseFlipchart", said_at=play.now)
    play.closed = True
    for study in play.research.projects:
        await play.research.release(study, event["at_ms"])


async def _note(play: Play, event: Event) -> None:
    play.keep(event, await say_for(play, event, "WriteNote", text=event["text"]))


async def _say(play: Play, event: Event) -> None:
    play.keep(event, await say_for(play, event, "SayAloud", text=event["text"]))


async def _checkout(play: Play, event: Event) -> None:
    play.keep(event, await say_for(play, event, "CheckOut", text=event["text"]))


async def _group(play: Play, event: Event) -> None:
    await end_silence(play)
    await open_text(play, event)
    notes = play.facilitator.see("notes")
    named = play.ids_of(event.get("notes") or event.get("from") or [])
    if any(id not in notes for id in named):
        play.say(f"Only notes go into the group {event['id']}; what else it names is left out.")
    title = str(event.get("title") or event.get("text"))
    made = await say_for(
        play, event, "GroupNotes", title=title, notes=[id for id in named if id in notes]
    )
    play.keep(event, made)


async def _merge(play: Play, event: Event) -> None:
    await end_silence(play)
    await open_text(play, event)
    id = play.id_of(event["id"])
    group = play.facilitator.see("groups").get(id, {})
    await (await play.actor(event)).ask(
        "Merge", about=id, into=play.id_of(event["into"]), said_at=play.now
    )
    if id in play.facilitator.see("notes"):
        undone_by(play, event, "Split", about=id)
    else:
        _stands_alone_again(play, event, id, list(group.get("notes", [])))
    await play.settle()


def _stands_alone_again(play: Play, event: Event, group: int, notes: list[int]) -> None:
    """Remember what takes a group out of another again, whatever was done since."""

    async def undo() -> None:
        await play.facilitator.ask("BringBack", about=group, said_at=play.now)
        for note in notes:
            await play.facilitator.ask("Regroup", about=note, group=group, said_at=play.now)

    play.undoing.setdefault(str(event["id"]), []).append(undo)


async def _dots(play: Play, event: Event) -> None:
    if event.get("by") is None:
        raise Refused("A dot is always somebody's.")
    await end_silence(play)
    vote = play.facilitator.sheet("vote")
    if not vote or not vote.get("open"):
        most: dict[str, int] = {}
        for one in play.timeline.events:
            if one["do"] == "dots" and one.get("by") is not None:
                most[str(one["by"])] = most.get(str(one["by"]), 0) + len(texts(one["aims"]))
        await play.facilitator.ask(
            "OpenVote", dots_each=min(50, max(1, *most.values())), said_at=play.now
        )
        play.say("The facilitator opens a vote.")
    who = await play.person(event["by"])
    await let_write(play, str(event["by"]))
    for id in play.ids_of(event["aims"]):
        await who.ask("PlaceDot", about=id, said_at=play.now)


async def _aim(play: Play, event: Event) -> None:
    await end_silence(play)
    await open_text(play, event)
    made = await say_for(
        play, event, "AddAim", text=event["text"], rests_on=play.ids_of(event.get("from") or [])
    )
    play.keep(event, made)
    await play.settle()


async def _ask(play: Play, event: Event) -> None:
    await end_silence(play)
    if event.get("about") is None:
        await _say(play, event)
        return
    about = play.id_of(texts(event["about"])[0])
    play.keep(event, await say_for(play, event, "AskQuestion", about=about, text=event["text"]))


async def _answer(play: Play, event: Event) -> None:
    await end_silence(play)
    about = play.id_of(texts(event["about"])[0])
    play.keep(event, await say_for(play, event, "Answer", about=about, text=event["text"]))


async def _memo(play: Play, event: Event) -> None:
    who = await play.person(event["by"])
    play.keep(event, await who.ask("WriteMemo", text=event["text"], said_at=event["at_ms"]))


async def _consent_note(play: Play, event: Event) -> None:
    """What was scribbled about somebody's consent is a private memo of who scribbled it,
    and never a consent.
    """
    given = event.get("entered_by") if event.get("entered_by") is not None else event.get("by")
    who = await play.scribe() if given is None else await play.person(given)
    about = f"{event['person']}: " if event.get("person") is not None else ""
    await who.ask("WriteMemo", text=f"{about}{event['text']}", said_at=event["at_ms"])


async def _research(play: Play, event: Event) -> None:
    """Answers about research are each person's own, beside the flipchart."""
    id = event.get("by") if event.get("by") is not None else event.get("person")
    if id is None or event.get("study") is None:
        play.say(
            f"A {event['do']} of nobody, or for no study, is not an answer, so nothing is recorded."
        )
        return
    await play.research.answer(await play.known(id), event)


async def _export(play: Play, event: Event) -> None:
    """A study's release; any other export changes nothing and leaves nothing."""
    study = str(event.get("study") if event.get("study") is not None else event.get("what"))
    if study in play.research.projects:
        await play.research.release(study, event["at_ms"])


async def _information_sheet(play: Play, event: Event) -> None:
    """The version is published before anything else happens in the same moment."""
    await play.research.until(event["at_ms"] + 1)


async def _park(play: Play, event: Event) -> None:
    await end_silence(play)
    who, id = await play.actor(event), play.id_of(event["id"])
    if event.get("by") is not None:
        await let_write(play, str(event["by"]))
    await who.ask(
        "Park",
        about=id,
        reason=event.get("reason") or event.get("text") or "for later",
        said_at=play.now,
    )
    undone_by(play, event, "Unpark", about=id)


async def _tag(play: Play, event: Event) -> None:
    await end_silence(play)
    who, id = await play.actor(event), play.id_of(event["id"])
    if event.get("by") is not None:
        await let_write(play, str(event["by"]))
    for tag in texts(event["tag"]):
        await who.ask("Tag", about=id, tag=tag, said_at=play.now)
        undone_by(play, event, "Tag", about=id, tag=tag, off=True)


async def _move(play: Play, event: Event) -> None:
    await end_silence(play)
    id = play.id_of(event["id"])
    note = play.thing("notes", id)
    kind, step = note_kind(event), event.get("to_step")
    phase = str(note.get("phase")) if step is None else PHASES.get(int(step), "return")
    on = play.ids_of(event.get("about") or [])
    keeper = await play.scribe()
    await keeper.ask(
        "MoveNote", about=id, phase=phase, kind=kind or note.get("kind"), on=on, said_at=play.now
    )
    back = {"phase": note.get("phase"), "kind": note.get("kind"), "on": note.get("about", [])}
    undone_by(play, event, "MoveNote", about=id, **back)
    await play.settle()


def note_kind(event: Event) -> str | None:
    """What a moved note becomes; None where it stays what it is."""
    told = str(event.get("as_") or event.get("as") or "").replace(" ", "_")
    reflections = ("liked", "disliked", "differently", "similar")
    if told == "reflection" or (not told and event.get("kind") in reflections):
        return event["kind"] if event.get("kind") in reflections else "similar"
    return told if told in (*reflections, "note", "question", "open_question", "checkout") else None


VERBS: dict[str, Perform] = {
    "note_offline": _note_offline, "open_step": _open_step, "reveal": _reveal, "break": _break,
    "close": _close, "note": _note, "say": _say, "checkout": _checkout, "group": _group,
    "merge": _merge, "dots": _dots, "aim": _aim, "ask": _ask,
    "answer": _answer, "memo": _memo, "consent_note": _consent_note, "consent": _research,
    "withdraw": _research, "information_sheet": _information_sheet, "export": _export,
    "park": _park, "tag": _tag, "move": _move,
}  # fmt: skip
