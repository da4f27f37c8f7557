"""The verbs of a timeline about who is here, and how they want to be together."""

from footpath.replaying.played_people import Played
from footpath.replaying.playing import Play
from footpath.replaying.saying import Perform, let_write, say_for
from footpath.replaying.timeline import Event


async def _join(play: Play, event: Event) -> None:
    played = await play.known(event["by"])
    await play.back(played)
    if played.see("people").get(played.id or 0, {}).get("away") and not play.closed:
        await played.ask("StepOut", away=False, said_at=play.now)


async def _leave(play: Play, event: Event) -> None:
    played = await play.person(event["by"])
    if not play.closed:
        await played.ask("StepOut", away=True, said_at=play.now)
    await _hang_up(play, played, event)


async def _drop(play: Play, event: Event) -> None:
    played = await play.known(event["by"])
    played.offline = True
    await _hang_up(play, played, event)


async def _hang_up(play: Play, played: Played, event: Event) -> None:
    if played is play.facilitator:
        play.say(
            f"{event['by']} is the only facilitator here, so their line is kept for what is still "
            "theirs to do."
        )
    else:
        await played.drop()


async def _reconnect(play: Play, event: Event) -> None:
    played = await play.known(event["by"])
    played.offline = False
    await play.back(played)


async def _agreement(play: Play, event: Event) -> None:
    """A line of how to be together; nobody has agreed to it yet."""
    play.keep(event, await say_for(play, event, "ProposeAgreement", text=event["text"]))
    await play.settle()


async def _agree(play: Play, event: Event) -> None:
    who = await play.person(event["by"])
    await let_write(play, str(event["by"]))
    for id in play.ids_of(event["about"]):
        await who.ask("AgreeToLine", about=id, said_at=play.now)


VERBS: dict[str, Perform] = {
    "join": _join,
    "leave": _leave,
    "drop": _drop,
    "reconnect": _reconnect,
    "agreement": _agreement,
    "agree": _agree,
}
