"""Comparing what a played session left with what its file expects."""

import re
from collections.abc import Callable
from typing import Any

from footpath.replaying import comparing_research
from footpath.replaying.faithful import as_typed, named_nowhere, said_at, served, typed_for
from footpath.replaying.outcome import Outcome

Outline = dict[str, Any]


class Compared:
    """The differences found, and the parts of `expected` that were not compared."""

    def __init__(self, outcome: Outcome, outline: Outline, expected: dict[str, Any]) -> None:
        """Compare every part; what cannot be understood as this part is a difference."""
        self.outcome, self.outline = outcome, outline
        self.found: list[str] = []
        self.left: list[str] = []
        for part, wanted in expected.items():
            compare = _PARTS.get(part)
            if compare is None:
                self.left.append(part)
                continue
            try:
                compare(self, wanted)
            except (TypeError, KeyError, AttributeError, ValueError):
                self.found.append(
                    f"{part}: {str(wanted)[:80]!r} cannot be compared with what was left"
                )

    def same(self, name: str, got: Any, wanted: Any) -> None:
        """Note a difference where there is one."""
        if got != wanted:
            self.found.append(f"{name}: expected {wanted!r}, got {got!r}")

    def same_refs(self, name: str, got: list[str], wanted: Any) -> None:
        """Note a difference between two sets of ids."""
        self.same(name, sorted(got), sorted(_refs(wanted)))


def _refs(given: Any) -> list[str]:
    """Ids, given as themselves or as objects that have one."""
    if isinstance(given, dict):
        return [str(one) for one in given]
    return [
        str(one["id"] if "id" in one else one["ref"]) if isinstance(one, dict) else str(one)
        for one in given or []
    ]


def _kinds(compared: Compared, wanted: dict[str, int]) -> None:
    there = {kind: n for kind, n in wanted.items() if n}
    compared.same("by_kind", compared.outline["items"]["by_kind"], there)


def _total(compared: Compared, wanted: int) -> None:
    compared.same("content_items", sum(compared.outline["items"]["by_kind"].values()), wanted)


def _persons(compared: Compared, wanted: dict[str, int]) -> None:
    named = {
        "unknown" if name in ("None", "null", "", "unknown") else name: n
        for name, n in wanted.items()
        if n
    }
    compared.same("by_person", compared.outline["items"]["by_person"], named)


def _aims(compared: Compared, wanted: list[dict[str, Any]]) -> None:
    aims = {aim["ref"]: aim for aim in compared.outline["aims"]}
    for one in wanted:
        id = str(one.get("id", one.get("ref")))
        aim = aims.pop(id, None)
        if aim is None:
            compared.found.append(f"aim {id}: missing")
            continue
        told = one.get("state", one.get("changed"))
        if told is not None:
            compared.same(f"aim {id}", aim["state"], _state(told))
        for key in ("text", "first_text"):
            if key in one:
                compared.same(f"aim {id} {key}", aim[key], one[key])
        for key in ("positions", "from"):
            if isinstance(one.get(key), list):
                compared.same(
                    f"aim {id} {key}", sorted(aim[key]), sorted(str(each) for each in one[key])
                )
    compared.found += [
        f"aim {id}: not expected" for id, aim in aims.items() if aim["state"] != "dropped"
    ]


_STATES = {
    "open": "unresolved", "added": "new", "add": "new", "proposed": "new", "propose": "new",
    "edited": "changed", "edit": "changed", "reworded": "changed", "true": "changed",
    "false": "kept", "keep": "kept", "unchanged": "kept", "drop": "dropped", "removed": "dropped",
}  # fmt: skip


def _state(told: Any) -> str:
    word = re.split(r"[:;,(]", str(told))[0].strip().lower()
    return _STATES.get(word, word.split(" ")[0] if word else word)


def _values(compared: Compared, wanted: list[Any]) -> None:
    values = {value["ref"]: value for value in compared.outline["values"]}
    compared.same_refs("values", list(values), wanted)
    for one in wanted:
        value = values.get(str(one.get("id", one.get("ref")))) if isinstance(one, dict) else None
        if value is None:
            continue
        for key, names in (
            ("name", ("name",)),
            ("text", ("text",)),
            ("sources", ("sources", "from")),
        ):
            told = next((one[name] for name in names if name in one), None)
            if told is not None and key == "sources":
                compared.same_refs(f"value {value['ref']} sources", value["sources"], told)
            elif told is not None:
                compared.same(f"value {value['ref']} {key}", value[key], told)


def _process(compared: Compared, wanted: dict[str, Any]) -> None:
    process = compared.outline["process"]
    kinds = [element["kind"] for element in process["elements"]]
    apart = {"documents": "document", "waits": "wait", "ends": "end", "controls": "control"}
    got: dict[str, Any] = {key: kinds.count(kind) for key, kind in apart.items()}
    got |= {"decisions": kinds.count("decision"), "exceptions": kinds.count("exception")}
    got["steps"] = len(kinds) - sum(
        n for key, n in got.items() if key not in apart or key in wanted
    )
    got |= {"open_questions": len(compared.outline["open_questions"]), "elements": len(kinds)}
    for key, value in wanted.items():
        if key == "lanes":
            compared.same(
                "process.lanes",
                sorted(process["lanes"]),
                sorted(value) if isinstance(value, list) else value,
            )
        elif key == "order":
            compared.same(
                "process.order", [element["ref"] for element in process["elements"]], _refs(value)
            )
        elif key in got:
            compared.same(
                f"process.{key}", got[key], len(value) if isinstance(value, list | dict) else value
            )
        else:
            compared.left.append(f"process.{key}")


_COVERAGE = {
    "reflections_no_step_answers": "unanswered_reflections",
    "unanswered_reflections": "unanswered_reflections",
    "steps_that_serve_no_aim": "elements_without_aim",
    "elements_without_aim": "elements_without_aim",
    "aims_no_step_serves": "aims_without_element",
    "aims_that_no_step_serves": "aims_without_element",
    "aims_without_element": "aims_without_element",
}


def _coverage(compared: Compared, wanted: dict[str, Any]) -> None:
    coverage = compared.outline["coverage"]
    later = wanted.get("aim_added_later_and_served_by") or {}
    for key, value in wanted.items():
        if key in _COVERAGE:
            compared.same_refs(f"coverage.{key}", coverage[_COVERAGE[key]], value)
        elif key == "served_by":
            want = {aim: set(refs) for aim, refs in value.items()}
            for aim, refs in later.items():
                want[aim] = want.get(aim, set()) | set(refs)
            for aim in sorted(
                want.keys() | {aim for aim, refs in coverage["served_by"].items() if refs}
            ):
                got = coverage["served_by"].get(aim, [])
                compared.same_refs(f"coverage.served_by {aim}", got, sorted(want.get(aim, set())))
        elif key == "aim_added_later_and_served_by":
            for aim, refs in value.items():
                missing = set(refs) - set(coverage["served_by"].get(aim, []))
                compared.same_refs(f"coverage.{key} {aim}, missing", sorted(missing), [])
        else:
            compared.left.append(f"coverage.{key}")


def _parked(compared: Compared, wanted: Any) -> None:
    parked = {one["ref"]: one for one in compared.outline["parked"]}
    if isinstance(wanted, int):
        compared.same("parked", len(parked), wanted)
        return
    compared.same_refs("parked", list(parked), wanted)
    reasons = (
        {**wanted}
        if isinstance(wanted, dict)
        else {str(o.get("id")): o.get("reason") for o in wanted if isinstance(o, dict)}
    )
    for id, reason in reasons.items():
        if id in parked and isinstance(reason, str):
            compared.same(f"parked {id}", parked[id]["reason"], reason)


def _experiences(compared: Compared, wanted: Any) -> None:
    stories = {story["ref"]: story for story in compared.outline["experiences"]}
    if isinstance(wanted, int):
        compared.same("experiences", len(stories), wanted)
        return
    compared.same_refs("experiences", list(stories), wanted)
    told = (
        wanted.items()
        if isinstance(wanted, dict)
        else [(str(o.get("id", o.get("ref"))), o) for o in wanted if isinstance(o, dict)]
    )
    for id, one in told:
        story = stories.get(id)
        if story is None:
            continue
        moments = one if not isinstance(one, dict) else one.get("moments", one.get("steps"))
        if isinstance(moments, int):
            compared.same(f"experience {id} moments", len(story["moments"]), moments)
        elif isinstance(moments, list):
            compared.same(
                f"experience {id} moments",
                [moment["ref"] for moment in story["moments"]],
                _refs(moments),
            )
        for key in ("title", "side") if isinstance(one, dict) else ():
            if key in one:
                compared.same(f"experience {id} {key}", story[key], one[key])


def _open_questions(compared: Compared, wanted: Any) -> None:
    refs = [question["ref"] for question in compared.outline["open_questions"]]
    if isinstance(wanted, int):
        compared.same("open_questions", len(refs), wanted)
    else:
        compared.same_refs("open_questions", refs, wanted)


def _times(compared: Compared, wanted: Any) -> None:
    compared.found += said_at(
        compared.outcome, wanted if isinstance(wanted, str) else " ".join(map(str, wanted or ()))
    )


def _paper(compared: Compared, wanted: Any) -> None:
    compared.found += [*typed_for(compared.outcome), *as_typed(compared.outcome)]
    if "times" not in compared.outcome.play.timeline.expected:  # type: ignore[operator]
        compared.found += said_at(compared.outcome)


def _privacy(compared: Compared, wanted: dict[str, Any]) -> None:
    for key, value in wanted.items():
        if key == "anonymous":
            compared.found += named_nowhere(compared.outcome, _refs(value))
            standing = {ref: thing for ref, _, thing in served(compared.outcome)}
            unnamed = [ref for ref, thing in standing.items() if thing.get("unnamed")]
            compared.same_refs(
                "privacy.anonymous", unnamed, [ref for ref in _refs(value) if ref in standing]
            )
        elif key == "sensitive":
            told = [
                ref
                for ref, _, thing in served(compared.outcome)
                if "sensitive" in thing.get("tags", [])
            ]
            compared.same_refs("privacy.sensitive", told, value)
        else:
            compared.left.append(f"privacy.{key}")


def _unresolved(compared: Compared, wanted: Any) -> None:
    aims = {aim["ref"]: aim for aim in compared.outline["aims"]}
    text = wanted if isinstance(wanted, str) else " ".join(_refs(wanted))
    named = [ref for ref in aims if re.search(rf"(?<!\w){re.escape(ref)}(?!\w)", text)]
    compared.same_refs(
        "unresolved", [ref for ref, aim in aims.items() if aim["state"] == "unresolved"], named
    )
    for ref in named:
        if len(aims[ref]["positions"]) < 2:
            compared.found.append(
                f"unresolved {ref}: {len(aims[ref]['positions'])} positions are shown, not two"
            )


def _research(compared: Compared, wanted: dict[str, Any]) -> None:
    compared.found += comparing_research.differences(compared.outcome, wanted)


_PARTS: dict[str, Callable[[Compared, Any], None]] = {
    "content_items": _total, "by_kind": _kinds, "by_person": _persons, "aims_at_the_end": _aims,
    "aims": _aims, "values": _values, "process": _process, "coverage": _coverage, "parked": _parked,
    "experiences": _experiences, "open_questions": _open_questions, "times": _times,
    "paper": _paper, "privacy": _privacy, "unresolved": _unresolved, "research": _research,
}  # fmt: skip
