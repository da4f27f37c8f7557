"""The verbs of a timeline that change what stands there: edits, corrections, masks, deletions,
and the aims' return.
"""

from typing import Any

from footpath.replaying.file_check import CHANGES
from footpath.replaying.played_people import Played, Refused
from footpath.replaying.playing import COLLECTIONS, Play
from footpath.replaying.saying import Perform, end_silence, let_write, open_text, say_for, undone_by
from footpath.replaying.timeline import Event

AUTHORED = ("notes", "moments")


def find(play: Play, who: Played, id: int) -> tuple[str, dict[str, Any]]:
    """The collection in which a person sees a thing, and the thing.

    Raises:
        Refused: when they do not see it.
    """
    for collection in COLLECTIONS:
        thing = who.see(collection).get(id)
        if thing is not None:
            return collection, thing
    raise Refused("That is not on the flipchart any more.")


def author_of(play: Play, id: int) -> Played | None:
    """The played person who sees these words as theirs, as far as one is here."""
    for played in play.people.values():
        if any(
            played.layers["me"].get(name, {}).get(str(id), {}).get("mine") for name in COLLECTIONS
        ):
            return played
    return None


async def _edit(play: Play, event: Event) -> None:
    id = play.id_of(event["id"])
    author = author_of(play, id)
    if event.get("by") is not None:
        who = await play.person(event["by"])
        await let_write(play, str(event["by"]))
    else:
        who = author if author is not None else await play.scribe()
    if who is not author or id > 0:  # one's own words can be changed in silence, too
        await end_silence(play)
        id = play.id_of(event["id"])
    await play.settle(who)
    collection, thing = find(play, who, id)
    if collection not in (*AUTHORED, "experiences"):
        await open_text(play, event)
    if collection in AUTHORED and thing.get("unknown") and not _keeps(play, who):
        play.say(
            f"The hand of {event['id']} is not known, so the scribe rewords it for "
            f"{event.get('by')}."
        )
        who = await play.scribe()
    at_request = (
        collection in AUTHORED
        and _keeps(play, who)
        and not thing.get("mine")
        and not thing.get("unknown")
    )
    base = event.get("base")
    version = int(base) if base is not None else thing.get("version", 1)
    text = (
        event.get("text") or event.get("title") or event.get("name") or event.get("question") or ""
    )
    fields = {"reason": event.get("reason") or "", "at_request": at_request, "said_at": play.now}
    offered = await who.ask("Reword", about=id, text=text, version=version, **fields)
    if at_request:
        play.say(f"{event.get('by', 'The scribe')} rewords {event['id']} at its author's request.")
    if offered is not None:
        await _settle_offer(play, event, who, offered, id)
    _may_undo_rewording(play, event, who, id)
    await play.settle(who)


def _keeps(play: Play, who: Played) -> bool:
    return bool(
        {"facilitator", "scribe"} & set(who.see("people").get(who.id or 0, {}).get("roles", []))
    )


def _may_undo_rewording(play: Play, event: Event, who: Played, id: int) -> None:
    async def undo() -> None:
        await (author_of(play, id) or who).ask("UndoRewording", about=id, said_at=play.now)

    play.undoing.setdefault(str(event["id"]), []).append(undo)


async def _settle_offer(play: Play, event: Event, who: Played, offered: int, id: int) -> None:
    """The file has the change: whoever may choose, chooses it."""
    await play.settle(who)
    offer = who.see("offers").get(offered, {})
    if offer.get("clash"):
        play.say(
            f"Two people changed {event['id']} at once; {event.get('by')} is shown both and puts "
            "theirs up."
        )
        await who.ask("SettleOffer", about=offered, take=True, said_at=play.now)
        return
    author = author_of(play, id)
    if author is None:
        play.say(f"The wording offered for {event['id']} waits: its author is not known.")
        return
    play.say(f"The author of {event['id']} takes the wording that {event.get('by')} offers.")
    await author.ask("SettleOffer", about=offered, take=True, said_at=play.now)


async def _redact(play: Play, event: Event) -> None:
    await play.settle()
    id = play.id_of(event["id"])
    seen = any(id in play.facilitator.see(name) for name in COLLECTIONS)
    who = play.facilitator if seen else author_of(play, id) or play.facilitator
    fields = {
        "replacement": event.get("replacement") or "",
        "reason": event.get("reason") or "",
        "said_at": play.now,
    }
    passage = event.get("passage") or event.get("text") or ""
    await who.ask("MaskWords", about=id, passage=passage, **fields)
    await play.everybody()


async def _delete(play: Play, event: Event) -> None:
    id = play.id_of(event["id"])
    author = author_of(play, id)
    who = await play.actor(event)
    if who is not author:
        await end_silence(play)
        id = play.id_of(event["id"])
    await play.settle(who)
    collection, thing = find(play, who, id)
    if collection in AUTHORED and not thing.get("mine") and not thing.get("unknown"):
        play.say(f"{event['id']} is somebody else's words, so the facilitator hides it.")
        await play.facilitator.ask(
            "Hide", about=id, reason=event.get("reason") or "deleted", said_at=play.now
        )
        undone_by(play, event, "Show", about=id)
    else:
        if collection in AUTHORED and not thing.get("mine"):
            who = await play.scribe()
        elif collection not in AUTHORED:
            await open_text(play, event)
        await who.ask("Delete", about=id, said_at=play.now)
        _may_bring_back(play, event, who, id)
    await play.settle(who)


def _may_bring_back(play: Play, event: Event, who: Played, id: int) -> None:
    async def undo() -> None:
        await who.ask("BringBack", about=id, said_at=play.now)

    play.undoing.setdefault(str(event["id"]), []).append(undo)


async def _undo(play: Play, event: Event) -> None:
    """The latest thing that was done with something is undone; where nothing was, its making is."""
    await play.settle()
    undoing = play.undoing.get(str(event["id"]))
    if undoing:
        await undoing.pop()()
        await play.settle()
    else:
        play.say(f"Nothing was done with {event['id']} since it was put up, so it is taken down.")
        await _delete(play, event)


async def _rename_group(play: Play, event: Event) -> None:
    await _edit(play, {**event, "text": event.get("title") or event.get("text")})


async def _aim_change(play: Play, event: Event) -> None:
    await end_silence(play)
    # what is proposed as an aim and is none yet is made one, in the words in which it was proposed
    is_new = event["change"] == "propose" and str(event["aim"]) not in play.refs
    do = "AddAim" if is_new else CHANGES[event["change"]]
    if do == "TakePosition":
        await _position(play, event)
        return
    if do not in ("AddAim", "Park") and event.get("by") is not None:
        # who has a device says themselves what becomes of an aim
        event = {**event, "entered_by": None}
    await open_text(play, event)
    rests_on, reason = (
        play.ids_of(event.get("from") or []),
        event.get("reason") or event.get("note") or "",
    )
    if do == "AddAim":
        await _add_aim(play, event, rests_on, reason)
        return
    aim = await _aim_named(play, event)
    if do == "Park":
        await play.facilitator.ask(
            "Park", about=aim, reason=reason or "for later", said_at=play.now
        )
        undone_by(play, {"id": event["aim"]}, "Unpark", about=aim)
    else:
        text: dict[str, Any] = {"text": event["text"]} if do == "ChangeAim" else {}
        await say_for(play, event, do, about=aim, rests_on=rests_on, reason=reason, **text)
    await play.settle()


async def _add_aim(play: Play, event: Event, rests_on: list[int], reason: str) -> None:
    """An aim is added; what is named as one and is a note becomes one."""
    if event.get("text") is None or str(event["aim"]) in play.refs:
        note = play.id_of(event["aim"])
        text = event.get("text") or play.thing("notes", note).get("text") or "…"
        made = await say_for(
            play, event, "AddAim", text=text, rests_on=[note, *rests_on], reason=reason
        )
        assert made is not None
        _is_aim_of_note(play, event, made)
    else:
        play.keep(
            {**event, "id": event["aim"]},
            await say_for(
                play, event, "AddAim", text=event["text"], rests_on=rests_on, reason=reason
            ),
        )
    await play.settle()


def _is_aim_of_note(play: Play, event: Event, made: int) -> None:
    play.aim_of_note[str(event["aim"])] = made
    play.aims_made_of[made] = str(event["aim"])


async def _aim_named(play: Play, event: Event) -> int:
    """The aim that an event names; a note that is named as an aim becomes one, in its own words."""
    ref = str(event["aim"])
    if ref in play.aim_of_note:
        return play.aim_of_note[ref]
    id = play.id_of(ref)
    note = play.facilitator.see("notes").get(id)
    if note is None:
        return id
    play.say(f"{ref} is a note; the facilitator makes it an aim in its own words.")
    made = await play.facilitator.ask(
        "AddAim", text=note.get("text") or "…", rests_on=[id], said_at=play.now
    )
    assert made is not None
    _is_aim_of_note(play, event, made)
    await play.settle()
    return made


async def _position(play: Play, event: Event) -> None:
    await end_silence(play)
    aim = await _aim_named(play, event)
    if aim in play.facilitator.see("aims"):
        await say_for(play, event, "TakePosition", about=aim, text=event["text"])
    else:
        await say_for(play, event, "AskQuestion", about=aim, text=event["text"])
    await play.settle()


VERBS: dict[str, Perform] = {
    "edit": _edit, "correct": _edit, "redact": _redact, "delete": _delete, "undo": _undo,
    "rename_group": _rename_group, "aim_change": _aim_change, "propose": _position,
    "object": _position,
}  # fmt: skip
