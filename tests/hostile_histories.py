"""Histories that somebody made to keep everybody waiting: ten thousand entries, all tied to a few things."""

from typing import Any

from table import Group

ENTRIES = 10_000


class Hostile(Group):
    """Sam wrote three thousand notes, told a long story and reworded one note as often as goes; others hang on it."""

    def __init__(self) -> None:
        """Ten thousand entries. What the others wrote copies Sam's words and holds the name of a firm."""
        super().__init__()
        self.tale = self.story()
        for n in range(200):
            self.moment(self.tale, text=f"Brightside paid us on day {n}", quote="q" * 300)
        self.hub = self.note(self.sam, "What everybody here hangs something on, all day long")
        for n in range(1, 20):
            text = f"{n} " + f"what everybody here hangs something on, all day long {n} " * 150
            self.do(self.sam, "Reword", about=self.hub, text=text, version=n)
        self.mine = [self.note(self.sam, f"My note number {n} about what we lived through") for n in range(3000)]
        for n in range(2500):
            self.do(self.tess, "HadThatToo" if n % 2 else "AskQuestion", about=self.hub, text=f"They were late {n}")
        for n in range(200):
            text = f"They said: my note number {n % 100} about what we lived through, and Brightside did so"
            self.note(self.tess, text)
        while len(self.record) < ENTRIES:
            self.note(self.tess, "Something else altogether, of the length that people write on a card")


def acts(group: Hostile) -> list[tuple[str, int, str, dict[str, Any]]]:
    """What anybody might do then: a name for it, who, what, with what."""
    return [
        ("tags what all hangs on", group.sam, "Tag", {"about": group.hub, "tag": "late"}),
        ("hides what all hangs on", group.fay, "Hide", {"about": group.hub, "reason": "a slip"}),
        ("shows it again", group.fay, "Show", {"about": group.hub}),
        ("takes back a note that three are copies of", group.sam, "TakeBack", {"about": group.mine[7]}),
        ("masks a name in two hundred notes", group.sam, "MaskWords", {"passage": "Brightside"}),
        ("takes back what all hangs on", group.sam, "TakeBack", {"about": group.hub}),
        ("takes a whole story back", group.sam, "TakeBack", {"about": group.tale}),
        ("has their name taken out", group.sam, "ForgetMe", {}),
        ("removes who wrote most", group.fay, "RemovePerson", {"person": group.tess}),
        ("closes the flipchart", group.fay, "CloseFlipchart", {}),
    ]
