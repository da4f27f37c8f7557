"""A file that cannot be played is refused in one clear sentence, before anything is played."""

import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footpath.replaying.timeline import Unplayable
from footpath.replaying.timeline_file import read

Change = Callable[[Any], Any]


Session = Callable[[str], Any]


def _entry(made: str, /, **fields: Any) -> Change:
    """Change the entry that makes a thing."""
    return lambda file: next(entry for entry in file["timeline"] if entry.get("id") == made).update(
        fields
    )


def _opening(**fields: Any) -> Change:
    return lambda file: next(
        entry for entry in file["timeline"] if entry["do"] == "open_step"
    ).update(fields)


def _fourth(**fields: Any) -> Change:
    return lambda file: file["timeline"][3].update(fields)


def _top(**fields: Any) -> Change:
    return lambda file: file.update(fields)


SPOILED: dict[str, tuple[Change, str]] = {
    "another format": (_top(format="session-timeline/2"), "is not a session-timeline/1 file"),
    "no people": (_top(people=[]), "names no people"),
    "people of the wrong kind": (_top(people={"A": 1}), "has no list of people"),
    "an empty timeline": (_top(timeline=[], after=[]), "has an empty timeline"),
    "no timeline": (_top(timeline=None), "has no list of timeline"),
    "an entry of the wrong kind": (
        lambda file: file["timeline"].append("note"),
        "is not an object",
    ),
    "a person twice": (
        lambda file: file["people"].append({"id": "A"}),
        "`A` is used for two people",
    ),
    "a place nobody knows": (_top(timezone="Europe/Atlantis"), "There is no time zone"),
    "no such day": (_top(date="2024-02-31"), "is no day"),
    "no such time": (_fourth(t="25:71"), "`25:71` is no time"),
    "an unknown verb": (_fourth(do="sing"), "does not know the verb `sing`"),
    "no verb": (_fourth(do=None), "does not know the verb `None`"),
    "an id that occurs nowhere": (_entry("G1", notes=["N77"]), "`N77` occurs nowhere"),
    "a way that leads nowhere": (
        _entry("D1", options=[["yes", "P99"], ["no", "P1"]]),
        "`P99` occurs nowhere",
    ),
    "kept out, and nowhere": (
        _fourth(do="consent", study="S9", except_items=["N88"]),
        "`N88` occurs nowhere",
    ),
    "one id for two things": (_entry("P2", id="N1"), "`N1` is used for two things"),
    "somebody who is not there": (_fourth(by="Zed"), "There is no person `Zed`"),
    "a map that is not there": (_entry("M1", map="L"), "There is no map `L`"),
    "a feeling beyond the scale": (_entry("M1", feeling=3), "`feeling` should be a whole number"),
    "a step in other digits": (_opening(step="²"), "`step` should be the number of a step"),
    "a way that says nothing": (
        _entry("D1", options=[{}]),
        "`options` should be a list of answers",
    ),
    "a way of four": (
        _entry("D1", options=[["yes", "P1", None, None]]),
        "`options` should be a list of answers",
    ),
    "true for a number": (_entry("P1", order=True), "`order` should be a number"),
    "no number at all": (_entry("P1", order=float("nan")), "`order` should be a number"),
    "a reflection of an unknown kind": (
        _entry("R1", kind="hated"),
        "does not know the reflection `hated`",
    ),
    "a note without words": (_entry("N1", text=None), "`text` is missing"),
    "a note without an id": (_entry("N1", id=None), "`id` is missing"),
    "an unknown change of an aim": (
        lambda file: file["timeline"].append(
            {"do": "aim_change", "by": "A", "aim": "T1", "change": "bless"}
        ),
        "does not know the change `bless`",
    ),
    "a map told by nobody": (_top(maps={"M": {"teller": "Zed"}}), "who is nobody in the file"),
}


def written(tmp_path: Path, file: Any) -> Path:
    path = tmp_path / "session.json"
    path.write_text(file if isinstance(file, str) else json.dumps(file))
    return path


@pytest.mark.parametrize("spoiled", SPOILED)
def test_S4_a_file_is_refused_with_what_is_wrong_in_it(
    tmp_path: Path, session: Session, spoiled: str
) -> None:
    file = session("laundry")
    change, sentence = SPOILED[spoiled]
    change(file)
    with pytest.raises(Unplayable, match=sentence) as no:
        read(written(tmp_path, file))
    assert str(no.value).count("\n") == 0


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"format": 1}', "[" * 100_000, '"\\ud800"', "{'a': 1}"]
)
def test_S4_what_is_no_timeline_is_refused_in_one_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(Unplayable, match=r"^session\.json .+\.$"):
        read(written(tmp_path, text))


def test_S4_a_file_that_is_not_there_is_refused_in_one_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.json", tmp_path):
        with pytest.raises(Unplayable, match="cannot be read"):
            read(path)


def test_S4_things_that_rest_on_each_other_in_a_circle_are_refused(
    tmp_path: Path, session: Session
) -> None:
    file = session("laundry")
    by_id = {event.get("id"): event for event in reversed(file["timeline"])}
    by_id["N1"]["from"], by_id["G1"]["from"] = ["V1"], ["N1"]
    by_id["V1"]["from"] = ["G1"]
    with pytest.raises(Unplayable, match="rests on itself in a circle"):
        read(written(tmp_path, file))


def test_P1b_ways_of_a_process_may_lead_back_and_forward(tmp_path: Path, session: Session) -> None:
    file = session("laundry")
    by_id = {event.get("id"): event for event in file["timeline"]}
    by_id["D1"]["options"] = [["back", "P1"], ["on", "P3"], ["again", "D1"]]
    assert read(written(tmp_path, file)).events


ODD = (
    None,
    True,
    0,
    -1,
    3.5,
    10**30,
    "",
    "x",
    "N1",
    "\ud800",
    [],
    [None],
    [[]],
    {},
    {"a": 1},
    ["N1", 5],
)


def spoil(file: Any, chance: random.Random) -> None:
    """Put something odd somewhere into a file."""
    holder: Any = file
    while True:
        key = chance.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
        if chance.random() < 0.4 or not isinstance(holder[key], dict | list) or not holder[key]:
            holder[key] = chance.choice(ODD)
            return
        holder = holder[key]


@pytest.mark.parametrize("seed", range(4))
def test_S4_any_field_may_hold_anything_and_is_read_or_refused(
    tmp_path: Path, session: Session, seed: int
) -> None:
    chance = random.Random(seed)
    for _ in range(100):
        file = session("laundry")
        spoil(file, chance)
        path = written(tmp_path, file)
        sentence = refusal_of(path)
        assert sentence is None or re.fullmatch(r".+\.", sentence)


def refusal_of(path: Path) -> str | None:
    try:
        read(path)
    except Unplayable as no:
        return str(no)
    return None


def test_L1c_what_is_no_text_in_a_timeline_is_read_without_it(
    tmp_path: Path, session: Session
) -> None:
    file = session("laundry")
    file["people"][0]["name"] = "Ro\x00wan\ud800"
    assert read(written(tmp_path, file)).people[0]["name"] == "Rowan\ufffd"
