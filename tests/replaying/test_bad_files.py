"""A file that cannot be played is refused in one clear sentence, before anything is played."""

import copy
import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sessions

from footpath.replaying.timeline import Unplayable, read

Change = Callable[[Any], Any]


def _set(place: int, **fields: Any) -> Change:
    return lambda file: file["timeline"][place].update(fields)


def _top(**fields: Any) -> Change:
    return lambda file: file.update(fields)


def _index(id: str) -> int:
    return next(n for n, e in enumerate(sessions.laundry()["timeline"]) if e.get("id") == id)


SPOILED: dict[str, tuple[Change, str]] = {
    "another format": (_top(format="session-timeline/2"), "is not a session-timeline/1 file"),
    "no people": (_top(people=[]), "names no people"),
    "people of the wrong kind": (_top(people={"A": 1}), "has no list of people"),
    "an empty timeline": (_top(timeline=[], after=[]), "has an empty timeline"),
    "no timeline": (_top(timeline=None), "has no list of timeline"),
    "an entry of the wrong kind": (lambda file: file["timeline"].append("note"), "is not an object"),
    "a person twice": (lambda file: file["people"].append({"id": "A"}), "“A” is used for two people"),
    "a place nobody knows": (_top(timezone="Europe/Atlantis"), "There is no time zone"),
    "no such day": (_top(date="2024-02-31"), "is no day"),
    "no such time": (_set(3, t="25:71"), "“25:71” is no time"),
    "an unknown verb": (_set(3, do="sing"), "does not know the verb “sing”"),
    "no verb": (_set(3, do=None), "does not know the verb “None”"),
    "an id that occurs nowhere": (_set(_index("G1"), notes=["N77"]), "“N77” occurs nowhere"),
    "a way that leads nowhere": (_set(_index("D1"), options=[["yes", "P99"], ["no", "P1"]]), "“P99” occurs nowhere"),
    "kept out of research, and nowhere": (_set(8, do="consent", study="S9", except_items=["N88"]), "“N88” occurs nowhere"),
    "one id for two things": (_set(_index("P2"), id="N1"), "“N1” is used for two things"),
    "somebody who is not there": (_set(3, by="Zed"), "There is no person “Zed”"),
    "a map that is not there": (_set(_index("M1"), map="L"), "There is no map “L”"),
    "a feeling beyond the scale": (_set(_index("M1"), feeling=3), "“feeling” should be a whole number"),
    "a reflection of an unknown kind": (_set(_index("R1"), kind="hated"), "does not know the reflection “hated”"),
    "a note without words": (_set(_index("N1"), text=None), "“text” is missing"),
    "a note without an id": (_set(_index("N1"), id=None), "“id” is missing"),
    "an unknown change of an aim": (lambda file: file["timeline"].append(
        {"do": "aim_change", "by": "A", "aim": "T1", "change": "bless"}), "does not know the change “bless”"),
    "a map told by nobody": (_top(maps={"M": {"teller": "Zed"}}), "who is nobody in the file"),
}  # fmt: skip


def written(tmp_path: Path, file: Any) -> Path:
    path = tmp_path / "session.json"
    path.write_text(file if isinstance(file, str) else json.dumps(file))
    return path


@pytest.mark.parametrize("spoiled", SPOILED)
def test_S4_a_file_is_refused_with_what_is_wrong_in_it(tmp_path: Path, spoiled: str) -> None:
    file = copy.deepcopy(sessions.laundry())
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


def test_S4_things_that_rest_on_each_other_in_a_circle_are_refused(tmp_path: Path) -> None:
    file = sessions.laundry()
    by_id = {event.get("id"): event for event in reversed(file["timeline"])}
    by_id["N1"]["from"], by_id["G1"]["from"] = ["V1"], ["N1"]
    by_id["V1"]["from"] = ["G1"]
    with pytest.raises(Unplayable, match="rests on itself in a circle"):
        read(written(tmp_path, file))


def test_P1_ways_of_a_process_may_lead_back_and_forward(tmp_path: Path) -> None:
    file = sessions.laundry()
    by_id = {event.get("id"): event for event in file["timeline"]}
    by_id["D1"]["options"] = [["back", "P1"], ["on", "P3"], ["again", "D1"]]
    assert read(written(tmp_path, file)).events


ODD = (None, True, 0, -1, 3.5, 10**30, "", "x", "N1", "\ud800", [], [None], [[]], {}, {"a": 1}, ["N1", 5])


def test_S4_any_field_may_hold_anything_and_is_read_or_refused(tmp_path: Path) -> None:
    chance = random.Random(3)
    for _ in range(400):
        file = copy.deepcopy(sessions.laundry())
        part: Any = file
        while isinstance(part, dict | list) and part:
            holder, key = part, chance.choice(list(part) if isinstance(part, dict) else range(len(part)))
            part = holder[key]
            if chance.random() < 0.4:
                break
        holder[key] = chance.choice(ODD)
        try:
            read(written(tmp_path, file))
        except Unplayable as no:
            assert re.fullmatch(r".+\.", str(no))
