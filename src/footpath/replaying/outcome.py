"""What a played session leaves: outline.json, worked out from what the played people see."""

from collections import Counter
from typing import Any

from footpath.method.words.words import Words
from footpath.replaying.playing import Play
from footpath.replaying.timeline import COUNTED

Things = dict[int, dict[str, Any]]
END = "end"
"""Where a way leads with which the process ends, as in the files that are played."""
REFLECTIONS = ("liked", "disliked", "differently", "similar")


class Outcome:
    """The end of a session as its facilitator sees it, with the file's ids for things."""

    def __init__(self, play: Play) -> None:
        """Look at everything once."""
        self.play = play
        self.names: dict[int, str] = {play.public_id(id): ref for ref, id in play.refs.items()}
        self.names |= {id: name for name, id in play.maps.items()} | play.aims_made_of
        leader = play.facilitator
        self.seen: dict[str, Things] = {
            name: {id: thing for id, thing in leader.see(name).items() if not thing.get("state")}
            for name in ("notes", "groups", "aims", "values", "experiences", "moments", "elements")
        }
        process = leader.sheet("process") or {}
        self.order: list[int] = [
            id for id in process.get("elements", []) if id in self.seen["elements"]
        ]
        self.lanes: list[str] = process.get("lanes", [])
        self.aims: list[int] = [id for id in leader.sheet("aims") or [] if id in self.seen["aims"]]

    def ref(self, id: int) -> str:
        """The file's name of a thing, or its number."""
        return self.names.get(id, str(id))

    def refs(self, ids: list[int]) -> list[str]:
        """The file's names of things."""
        return [self.ref(id) for id in ids]

    def notes(self, *kinds: str) -> list[dict[str, Any]]:
        """Standing notes of some kinds that everybody can read, in the order in
        which they were made.
        """
        found = [
            note
            for note in self.seen["notes"].values()
            if note["kind"] in kinds and not note.get("held")
        ]
        return sorted(found, key=lambda note: note["id"])

    def json(self) -> dict[str, Any]:
        """The outline as data; docs/api.md says what each key holds."""
        return {
            "aims": [self._aim(self.seen["aims"][id]) for id in self.aims],
            "values": [
                {
                    "ref": self.ref(id), "name": heard["name"], "text": heard.get("sentence") or "",
                    "sources": self.refs(heard["heard_in"]),
                }
                for id, heard in sorted(self.seen["values"].items())
            ],
            "process": {
                "lanes": self._lanes(),
                "elements": [self._element(self.seen["elements"][id]) for id in self.order],
            },
            "open_questions": [
                {
                    "ref": self.ref(asked["id"]), "text": asked.get("text") or "",
                    "about": next(iter(self.refs(asked.get("about", []))), None),
                }
                for asked in self.notes("open_question")
            ],
            "parked": [
                {
                    "ref": self.ref(id), "reason": thing["parked"],
                    "text": thing.get("text") or thing.get("name") or thing.get("title") or "",
                }
                for things in self.seen.values()
                for id, thing in sorted(things.items())
                if thing.get("parked") is not None
            ],
            "experiences": [
                self._story(story) for _, story in sorted(self.seen["experiences"].items())
            ],
            "coverage": self._coverage(),
            "items": self._items(),
            "thread": self._threads(),
        }  # fmt: skip

    def _lanes(self) -> list[str]:
        used = {self.seen["elements"][id].get("lane") for id in self.order}
        return [lane for lane in self.lanes if lane in used]

    def _aim(self, aim: dict[str, Any]) -> dict[str, Any]:
        positions = [
            self.seen["notes"][id].get("text") or ""
            for id in aim.get("positions", [])
            if id in self.seen["notes"]
        ]
        # the format of the files knows no aim that nobody looked at again
        state = "kept" if aim["standing"] == "undecided" else aim["standing"]
        return {
            "ref": self.ref(aim["id"]),
            "text": aim["text"],
            "first_text": aim["first_text"],
            "state": state,
            "positions": positions,
            "from": self.refs(aim.get("rests_on", [])),
        }

    def _element(self, element: dict[str, Any]) -> dict[str, Any]:
        ways = [
            {"label": way.get("label"), "to": self._goes(way)}
            for way in element.get("branches", [])
        ]
        fork = {"fork": element["fork"]} if element.get("fork") else {}
        return {
            "ref": self.ref(element["id"]),
            "kind": element["kind"],
            "lane": element.get("lane"),
            "text": element["text"],
            "branches": ways,
            **fork,
            "answers": self.refs(element.get("answers", [])),
            "serves": self.refs(element.get("serves", [])),
        }

    def _goes(self, way: dict[str, Any]) -> str | None:
        """Where a way leads: a step that stands, the end, or nowhere yet."""
        if way.get("ends"):
            return END
        return self.ref(way["to"]) if way.get("to") in self.seen["elements"] else None

    def _story(self, story: dict[str, Any]) -> dict[str, Any]:
        moments = [
            self.seen["moments"][id]
            for id in story.get("moments", [])
            if id in self.seen["moments"]
        ]
        tellers = [
            id
            for id, played in self.play.people.items()
            if played.id in story.get("storytellers", [])
        ]
        return {
            "ref": self.ref(story["id"]),
            "title": story.get("title"),
            "side": story.get("side") or None,
            "storytellers": tellers,
            "lanes": story.get("lanes", []),
            "moments": [
                {
                    "ref": self.ref(moment["id"]),
                    "text": moment.get("text"),
                    "lane": moment.get("lane"),
                    "stage": moment.get("stage"),
                    "feeling": moment.get("feeling"),
                }
                for moment in moments
            ],
        }

    def _coverage(self) -> dict[str, Any]:
        unanswered = [
            self.ref(note["id"])
            for note in self.notes(*REFLECTIONS)
            if not note.get("answered_by")
            and note.get("text")
            and not Words(note["text"]).masked_as_a_whole
        ]
        place = {id: n for n, id in enumerate(self.order)}
        served: dict[str, list[str]] = {}
        for id in self.aims:
            aim = self.seen["aims"][id]
            ids = sorted(
                {*aim.get("served_by", []), *aim.get("offered_by", [])},
                key=lambda one: place.get(one, 0),
            )
            served[self.ref(id)] = self.refs(ids)
        serving = {ref for refs in served.values() for ref in refs}
        activities = [id for id in self.order if self.seen["elements"][id]["kind"] == "activity"]
        dropped = {
            self.ref(id) for id in self.aims if self.seen["aims"][id]["standing"] == "dropped"
        }
        return {
            "unanswered_reflections": unanswered,
            "served_by": served,
            "aims_without_element": [
                ref for ref, elements in served.items() if not elements and ref not in dropped
            ],
            "elements_without_aim": [
                self.ref(id) for id in activities if self.ref(id) not in serving
            ],
        }

    def _items(self) -> dict[str, Any]:
        """Counts by the verb that made a thing, and by whose words it is, from each
        person's own view.
        """
        verb_of = {
            self.play.public_id(id): self.play.verbs[ref] for ref, id in self.play.refs.items()
        }
        standing = {id for things in self.seen.values() for id in things}
        counted = {id: verb for id, verb in verb_of.items() if verb in COUNTED and id in standing}
        people: Counter[str] = Counter()
        for name, played in self.play.people.items():
            for collection in self.seen:
                mine = (id for id, thing in played.see(collection).items() if thing.get("mine"))
                people[name] += sum(id in counted for id in mine)
        unknown = sum(
            id in counted and bool(thing.get("unknown"))
            for things in self.seen.values()
            for id, thing in things.items()
        )
        people["unknown"] = unknown
        kinds = Counter(counted.values())
        return {
            "by_kind": {kind: kinds[kind] for kind in COUNTED if kinds[kind]},
            "by_person": {name: n for name, n in people.items() if n},
        }

    def _threads(self) -> dict[str, list[dict[str, str]]]:
        lines = [
            *self.aims,
            *sorted(self.seen["values"]),
            *self.order,
            *(q["id"] for q in self.notes("open_question")),
        ]
        lines += [
            id
            for things in self.seen.values()
            for id, thing in things.items()
            if thing.get("parked") is not None
        ]
        return {
            self.ref(id): [{"ref": self.ref(one)} for one in self._walk(id)]
            for id in dict.fromkeys(lines)
        }

    def _walk(self, id: int) -> list[int]:
        reached: dict[int, None] = {}
        near = self._cites(id)
        while near:
            far: list[int] = []
            for one in near:
                if one not in reached and one != id:
                    reached[one] = None
                    far += self._cites(one)
            near = far
        return [one for one in reached if any(one in things for things in self.seen.values())]

    def _cites(self, id: int) -> list[int]:
        for things in self.seen.values():
            if id in things:
                thing = things[id]
                fields = ("rests_on", "heard_in", "answers", "serves", "about", "notes")
                return [one for field in fields for one in thing.get(field, [])]
        return []
