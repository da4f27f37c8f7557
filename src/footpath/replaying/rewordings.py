"""The verbs of a timeline that change what stands there: edits, corrections, masks, deletions, and the aims' return."""

from typing import Any

from footpath.replaying.people import Played, Refused
from footpath.replaying.playing import Play
from footpath.replaying.saying import Perform, end_silence, open_text, reopen, say_for
from footpath.replaying.timeline import Event

AUTHORED = ("notes", "moments")
COLLECTIONS = ("notes", "moments", "groups", "aims", "values", "elements", "experiences", "agreement")


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


async def _edit(play: Play, event: Event) -> None:
    await end_silence(play)
    await play.settle()
    who = await play.person(event["by"]) if event.get("by") else await play.scribe()
    id = play.id_of(event["id"])
    collection, thing = find(play, who, id)
    if collection not in (*AUTHORED, "experiences"):
        await reopen(play)
        await open_text(play, event)
    keeps = {"facilitator", "scribe"} & set(who.see("people").get(who.id or 0, {}).get("roles", []))
    at_request = collection in AUTHORED and bool(keeps) and not thing.get("mine")
    version = event["base"] if isinstance(event.get("base"), int) else thing.get("version", 1)
    text = event.get("text") or event.get("title") or event.get("question") or ""
    fields = {"reason": event.get("reason") or "", "at_request": at_request, "said_at": play.now}
    offered = await who.ask("Reword", about=id, text=text, version=version, **fields)
    if at_request:
        play.say(f"{event.get('by')} rewords {event['id']} at its author's request.")
    if offered is not None:
        await _settle_offer(play, event, who, offered, thing)


async def _settle_offer(play: Play, event: Event, who: Played, offered: int, thing: dict[str, Any]) -> None:
    """The file has the change: whoever may choose, chooses it."""
    await play.settle()
    offer = who.see("offers").get(offered, {})
    if offer.get("clash"):
        play.say(f"Two people changed {event['id']} at once; {event.get('by')} is shown both and puts theirs up.")
        await who.ask("SettleOffer", about=offered, take=True, said_at=play.now)
        return
    author = next((p for p in play.people.values() if p.see(_collection(thing)).get(thing["id"], {}).get("mine")), None)
    if author is None:
        play.say(f"The wording offered for {event['id']} waits: its author is not known.")
        return
    if not author.connected:
        await author.connect()
    play.say(f"The author of {event['id']} takes the wording that {event.get('by')} offers.")
    await author.ask("SettleOffer", about=offered, take=True, said_at=play.now)


def _collection(thing: dict[str, Any]) -> str:
    return "moments" if "experience" in thing else "notes"


async def _redact(play: Play, event: Event) -> None:
    await play.settle()
    fields = {"replacement": event.get("replacement") or "", "reason": event.get("reason") or "", "said_at": play.now}
    passage = event.get("passage") or event.get("text") or ""
    await play.facilitator.ask("MaskWords", about=play.id_of(event["id"]), passage=passage, **fields)


async def _delete(play: Play, event: Event) -> None:
    await reopen(play)
    await play.settle()
    who = await play.person(event["by"]) if event.get("by") else play.facilitator
    id = play.id_of(event["id"])
    collection, thing = find(play, who, id)
    if collection in AUTHORED and not thing.get("mine"):
        play.say(f"{event['id']} is somebody else's words, so the facilitator hides it.")
        await play.facilitator.ask("Hide", about=id, reason=event.get("reason") or "deleted", said_at=play.now)
        return
    if collection not in AUTHORED:
        await open_text(play, event)
    await who.ask("Delete", about=id, said_at=play.now)


async def _undo(play: Play, event: Event) -> None:
    await reopen(play)
    await play.settle()
    who = await play.person(event["by"]) if event.get("by") else play.facilitator
    id = play.id_of(event["id"])
    try:
        _, thing = find(play, who, id)
    except Refused:
        thing = {"state": "deleted"}
    if thing.get("state") == "hidden":
        await play.facilitator.ask("Show", about=id, said_at=play.now)
    elif thing.get("merged_into") is not None:
        await play.facilitator.ask("Split", about=id, said_at=play.now)
    elif thing.get("parked") is not None:
        await play.facilitator.ask("Unpark", about=id, said_at=play.now)
    elif thing.get("state") == "deleted":
        await _bring_back(play, who, id)
    else:
        await who.ask("UndoRewording", about=id, said_at=play.now)


async def _bring_back(play: Play, who: Played, id: int) -> None:
    try:
        await who.ask("BringBack", about=id, said_at=play.now)
    except Refused:
        await play.facilitator.ask("BringBack", about=id, said_at=play.now)


async def _rename_group(play: Play, event: Event) -> None:
    await _edit(play, {**event, "text": event.get("title") or event.get("text")})


_REVIEWS = {
    "keep": "KeepAim", "kept": "KeepAim", "edit": "ChangeAim", "change": "ChangeAim", "reword": "ChangeAim",
    "drop": "DropAim", "remove": "DropAim", "unresolved": "LeaveAimOpen", "open": "LeaveAimOpen",
}  # fmt: skip


async def _aim_change(play: Play, event: Event) -> None:
    await reopen(play)
    await end_silence(play)
    await open_text(play, event)
    change, rests_on = event.get("change"), play.ids_of(event.get("from") or [])
    reason = event.get("reason") or event.get("note") or ""
    if change == "add":
        made = await say_for(play, event, "AddAim", text=event["text"], rests_on=rests_on, reason=reason)
        play.keep({**event, "id": event["aim"]}, made)
        return
    if change in ("propose", "object"):
        await _position(play, event)
        return
    aim = await _aim_named(play, event)
    if change == "park":
        await play.facilitator.ask("Park", about=aim, reason=reason or "parked", said_at=play.now)
        return
    do = _REVIEWS.get(str(change))
    if do is None:
        raise Refused(f"An aim cannot be changed by “{change}”.")
    text = {"text": event["text"]} if do == "ChangeAim" else {}
    await say_for(play, event, do, about=aim, rests_on=rests_on, reason=reason, **text)
    await play.settle()


async def _aim_named(play: Play, event: Event) -> int:
    """The aim that an event names; a note that is named as an aim becomes one, in its own words."""
    id = play.id_of(event.get("aim") or event.get("about") or event.get("id"))
    note = play.facilitator.see("notes").get(id)
    if note is None:
        return id
    if str(id) not in play.aim_of_note:
        play.say(f"{event.get('aim')} is a note; the facilitator makes it an aim in its own words.")
        made = await play.facilitator.ask("AddAim", text=note.get("text") or "…", rests_on=[id], said_at=play.now)
        assert made is not None
        play.aim_of_note[str(id)] = made
        play.aims_made_of[made] = str(event.get("aim"))
        await play.settle()
        return made
    return play.aim_of_note[str(id)]


async def _position(play: Play, event: Event) -> None:
    await reopen(play)
    aim = await _aim_named(play, event)
    if aim in play.facilitator.see("aims"):
        await say_for(play, event, "TakePosition", about=aim, text=event["text"])
    else:
        await say_for(play, event, "AskQuestion", about=aim, text=event["text"])


VERBS: dict[str, Perform] = {
    "edit": _edit, "correct": _edit, "redact": _redact, "delete": _delete, "undo": _undo,
    "rename_group": _rename_group, "aim_change": _aim_change, "propose": _position, "object": _position,
}  # fmt: skip
