"""While everybody writes alone, every byte that each browser receives is read: no
hidden word, no author.
"""

import json
from itertools import pairwise
from typing import Any

import pytest
from gathering import Gathering
from people import Someone

pytestmark = pytest.mark.browser

HEARD = ("guest", "facilitator", "scribe", "observer", "wall")
SECRETS = ["quicksilver", "marmalade", "lighthouse", "saxophone", "turpentine", "wheelbarrow"]


def listening(come_in: Gathering) -> tuple[Someone, Someone, list[Someone]]:
    """Fay opens Aims; Mira is about to write; one listener of each kind is there, on
    lines of their own.
    """
    fay = come_in.opened()
    others = [come_in(link, link, line=True) for link in HEARD if link != "wall"]
    wall = come_in.somebody("wall", line=True)
    wall.goes_to(come_in.links["wall"])
    come_in.opens(fay, "Aims")
    for one in others:
        one.is_asked("What do you want this policy to achieve?")
    mira = come_in("Mira", line=True)
    for one in (*others, wall):
        one.hears(
            lambda one=one: "Mira" in (person.get("name") for _, person in one.changes("people"))
        )
    return fay, mira, [*others, wall]


def received(person: Someone) -> bytes:
    """Everything that came down somebody's line."""
    assert person.line is not None
    return bytes(person.line.received)


def put_up(frames: list[dict[str, Any]]) -> dict[str, set[str]]:
    """What those frames put on a screen or took off it: per collection, which things."""
    changed: dict[str, set[str]] = {}
    for frame in frames:
        for collection, things in [
            *(frame.get("put") or {}).items(),
            *(frame.get("drop") or {}).items(),
        ]:
            changed.setdefault(collection, set()).update(map(str, things))
    return changed


def test_A1_no_byte_that_anybody_receives_in_silence_has_a_hidden_word_or_its_author(
    come_in: Gathering,
) -> None:
    fay, mira, others = listening(come_in)
    before = [len(one.frames) for one in others]
    for secret in SECRETS:
        mira.writes(f"About {secret}")
        mira.types("And more", "Your note")
    fay.sees(f"{len(SECRETS)} notes, face down.")
    for one, start in zip(others, before, strict=True):
        one.knows(f'"face_down":{len(SECRETS)}')
        assert put_up(one.frames[start:]) == {"sheet": {"counts"}}, one.name
        assert not [secret for secret in SECRETS if secret.encode() in received(one)], one.name
    mira.hears(lambda: all(secret.encode() in received(mira) for secret in SECRETS))


def test_A1_a_newcomer_and_a_reloaded_page_receive_no_hidden_word_either(
    come_in: Gathering,
) -> None:
    fay, mira, others = listening(come_in)
    mira.writes("About quicksilver")
    fay.sees("1 note, face down.")
    others.append(come_in("Late", line=True))
    for one in others:
        seen = len(one.frames)
        one.page.reload()
        one.knows('"face_down":1', since=seen)
        if one.name != "wall":
            one.page.goto(one.page.url.replace("/room", "/outline"))
            one.sees("Commissioning and procurement policy")
        assert b"Commissioning and procurement policy" in received(one)
        assert b"quicksilver" not in received(one), one.name


def test_A2_after_the_reveal_nobody_receives_when_or_in_which_order_it_was_written(
    come_in: Gathering,
) -> None:
    fay, mira, others = listening(come_in)
    for secret in SECRETS:
        mira.writes(f"About {secret}")
        mira.sees(f"About {secret}")
    fay.presses(f"Reveal {len(SECRETS)} notes")
    for one in others:
        one.knows("About wheelbarrow")
        notes = [note for _, note in one.changes("notes") if "About " in (note.get("text") or "")]
        assert len({note["id"] for note in notes}) == len(SECRETS)
        for note in notes:
            assert not [field for field in ("said_at", "stored_at") if note.get(field)], one.name
        for field in ("id", "number"):
            order = [
                next(note[field] for note in notes if secret in note["text"]) for secret in SECRETS
            ]
            assert not all(a < b for a, b in pairwise(order)), f"{one.name} can sort by {field}"


def test_A2_the_reveal_is_one_change(come_in: Gathering) -> None:
    fay, mira, others = listening(come_in)
    for secret in SECRETS:
        mira.writes(f"About {secret}")
    fay.presses(f"Reveal {len(SECRETS)} notes")
    for one in others:
        one.knows("About wheelbarrow")
        frames = [frame for frame in one.frames if "About " in json.dumps(frame)]
        assert len({frame["number"] for frame in frames}) == 1, one.name


def test_R2_before_the_storyteller_has_spoken_no_reflection_reaches_anybody(
    come_in: Gathering,
) -> None:
    fay, mira, others = listening(come_in)
    fay.reveals(0)
    come_in.opens(fay, "Experience", "Reflect")
    story = fay.asks("TellExperience", title="A winter", storytellers=[fay.person])
    mira.asks("WriteReflection", kind="liked", about=[story], text="About quicksilver")
    for one in others:
        one.knows("A winter")
        assert b"quicksilver" not in received(one), one.name
    fay.asks("EndTellersTurn", experience=story)
    for one in others:
        one.knows("quicksilver")
