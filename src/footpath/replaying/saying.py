"""Saying something as a person of the file, and what a facilitator does before that can be said."""

from collections.abc import Awaitable, Callable
from typing import Any

from footpath.replaying.played_workshop import roles_of
from footpath.replaying.playing import Play
from footpath.replaying.timeline import Event

Perform = Callable[[Play, Event], Awaitable[None]]


async def say_for(play: Play, event: Event, do: str, **fields: Any) -> int | None:
    """Send a saying as the person whose words it is, or as who typed it for them or
    for an unknown hand.
    """
    said: dict[str, Any] = {"said_at": event["at_ms"], **fields}
    if event.get("anonymous"):
        said["unnamed"] = True
    by, typed_by = event.get("by"), event.get("entered_by")
    if by is None:
        typist = await play.typist(str(typed_by)) if typed_by else await play.scribe()
        return await typist.ask(do, for_someone=True, **said)
    by = str(by)
    if typed_by is None or str(typed_by) == by:
        author = await play.person(by)
        await let_write(play, by)
        return await author.ask(do, **said)
    author = await play.known(by)
    return await (await play.typist(str(typed_by))).ask(do, for_person=author.id, **said)


async def let_write(play: Play, by: str) -> None:
    """Somebody who came to watch and then says something takes part from then on."""
    if roles_of(play.given[by]) == ["observer"]:
        play.say(f"{by} observes and says something, so the facilitator lets them take part.")
        await play.facilitator.ask(
            "GiveRole", person=play.people[by].id, role="participant", said_at=play.now
        )
        play.given[by] = {**play.given[by], "role": ""}


async def open_text(play: Play, event: Event) -> None:
    """The group's text is opened to everyone before a participant first changes it."""
    who = event.get("entered_by") if event.get("entered_by") is not None else event.get("by")
    if who is None:
        return
    who = str(who)
    await play.known(who)
    if not event.get("entered_by"):
        await let_write(play, who)
    await play.settle()
    if not {"facilitator", "scribe"} & set(roles_of(play.given[who])) and not (
        play.facilitator.sheet("workshop") or {}
    ).get("text_open"):
        play.say("The facilitator opens the group's text to everyone.")
        await play.facilitator.ask("OpenText", open=True, said_at=play.now)


async def end_silence(play: Play) -> None:
    """Silence that the file does not end is ended when something has to be seen."""
    await play.settle()
    if (play.facilitator.sheet("workshop") or {}).get("silence"):
        play.say("The facilitator reveals the notes.")
        await reveal(play)


async def reveal(play: Play) -> None:
    """Everything that was written in silence goes up; its authors and typists learn its ids."""
    await play.facilitator.ask("RevealNotes", said_at=play.now)
    await play.everybody()


def undone_by(play: Play, event: Event, do: str, **fields: Any) -> None:
    """Remember what would undo the latest thing that was done with what an event names (`undo`)."""
    ref = str(event["id"])

    async def undo() -> None:
        await play.facilitator.ask(do, **{**fields, "said_at": play.now})

    play.undoing.setdefault(ref, []).append(undo)
