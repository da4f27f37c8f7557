"""Comparing what a played session left with what its file expects."""

from collections.abc import Callable
from typing import Any

Outline = dict[str, Any]
Compare = Callable[[Outline, Any], list[str]]


def differences(outline: Outline, unnamed: set[str], expected: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The differences, and the parts of `expected` that were not compared."""
    found: list[str] = []
    left: list[str] = []
    for part, wanted in expected.items():
        compare = _COMPARED.get(part)
        if compare is not None:
            found += compare(outline, wanted)
        elif part == "privacy" and isinstance(wanted, dict):
            got = unnamed & set(wanted.get("anonymous", []))
            found += _same("privacy.anonymous", sorted(got), sorted(wanted.get("anonymous", [])))
            left += [f"privacy.{key}" for key in wanted if key != "anonymous"]
        else:
            left.append(part)
    return found, left


def _same(name: str, got: Any, wanted: Any) -> list[str]:
    return [] if got == wanted else [f"{name}: expected {wanted!r}, got {got!r}"]


def _kinds(outline: Outline, wanted: dict[str, int]) -> list[str]:
    return _same("by_kind", outline["items"]["by_kind"], {kind: n for kind, n in wanted.items() if n})


def _total(outline: Outline, wanted: int) -> list[str]:
    return _same("content_items", sum(outline["items"]["by_kind"].values()), wanted)


def _persons(outline: Outline, wanted: dict[str, int]) -> list[str]:
    named = {"unknown" if name in ("None", "null", "") else name: n for name, n in wanted.items() if n}
    return _same("by_person", outline["items"]["by_person"], named)


def _aims(outline: Outline, wanted: list[dict[str, Any]]) -> list[str]:
    states = {aim["ref"]: aim for aim in outline["aims"]}
    found = [] if len(states) == len(wanted) else [f"aims: expected {len(wanted)}, got {len(states)}"]
    for one in wanted:
        aim = states.get(one["id"])
        if aim is None:
            found.append(f"aim {one['id']}: missing")
            continue
        found += _same(f"aim {one['id']}", aim["state"], _state(one.get("changed", one.get("state"))))
        if "text" in one:
            found += _same(f"aim {one['id']} text", aim["text"], one["text"])
    return found


def _state(told: Any) -> str:
    if isinstance(told, bool):
        return "changed" if told else "kept"
    word = str(told).split(":")[0].strip().lower()
    return {"open": "unresolved", "added": "new", "edited": "changed"}.get(word, word)


def _values(outline: Outline, wanted: list[dict[str, Any]]) -> list[str]:
    got = [{"id": v["ref"], "name": v["name"], "sources": sorted(v["sources"])} for v in outline["values"]]
    want = [{"id": v["id"], "name": v.get("name"), "sources": sorted(v.get("sources", []))} for v in wanted]
    by_id = {one["id"]: one for one in got}
    found = _same("values", sorted(by_id), sorted(str(one["id"]) for one in want))
    return found + [
        line for one in want if one["id"] in by_id for line in _same(f"value {one['id']}", by_id[one["id"]], one)
    ]


def _process(outline: Outline, wanted: dict[str, Any]) -> list[str]:
    process = outline["process"]
    kinds = [element["kind"] for element in process["elements"]]
    got = {
        "lanes": sorted(process["lanes"]), "steps": kinds.count("activity"), "decisions": kinds.count("decision"),
        "exceptions": kinds.count("exception"), "open_questions": len(outline["open_questions"]),
        "documents": kinds.count("document"), "waits": kinds.count("wait"), "ends": kinds.count("end"),
    }  # fmt: skip
    want = {key: sorted(value) if key == "lanes" else value for key, value in wanted.items() if key in got}
    return [line for key, value in want.items() for line in _same(f"process.{key}", got[key], value)]


def _coverage(outline: Outline, wanted: dict[str, Any]) -> list[str]:
    coverage = outline["coverage"]
    found: list[str] = []
    if "reflections_no_step_answers" in wanted:
        found += _same(
            "coverage.unanswered_reflections", sorted(coverage["unanswered_reflections"]),
            sorted(wanted["reflections_no_step_answers"]),
        )  # fmt: skip
    if "served_by" in wanted:
        want: dict[str, set[str]] = {aim: set(refs) for aim, refs in wanted["served_by"].items() if refs}
        for aim, refs in (wanted.get("aim_added_later_and_served_by") or {}).items():
            want[aim] = want.get(aim, set()) | set(refs)
        got = {aim: set(refs) for aim, refs in coverage["served_by"].items() if refs}
        found += [
            f"coverage.served_by {aim}: expected {sorted(want.get(aim, ()))}, got {sorted(got.get(aim, ()))}"
            for aim in sorted(want.keys() | got.keys()) if want.get(aim, set()) != got.get(aim, set())
        ]  # fmt: skip
    if "steps_that_serve_no_aim" in wanted:
        found += _same(
            "coverage.elements_without_aim",
            sorted(coverage["elements_without_aim"]),
            sorted(wanted["steps_that_serve_no_aim"]),
        )
    return found


_COMPARED: dict[str, Compare] = {
    "content_items": _total, "by_kind": _kinds, "by_person": _persons, "aims_at_the_end": _aims, "values": _values,
    "process": _process, "coverage": _coverage,
}  # fmt: skip
