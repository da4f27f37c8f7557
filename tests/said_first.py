"""Words that somebody says and another copies, in a workshop that goes on."""

from typing import Any

from table import Group

SAID = "whoever does the work for us is paid within thirty days at the latest"


def opened(phase: str = "experience") -> Group:
    group = Group()
    group.do(group.fay, "OpenPhase", phase=phase)
    return group


def copied(group: Group, text: str = SAID) -> int:
    """Kit copies what others said."""
    return group.note(group.kit, text)


def told(group: Group, **beside: Any) -> int:
    story = group.do(
        group.tess, "TellExperience", title="Mine", storytellers=[group.tess], lanes=["Office"],
        stages=["One", "Two"],
    )  # fmt: skip
    where = {"lane": "Office", "stage": "One"}
    return group.do(
        group.tess, "PlaceMoment", experience=story, text="We were told", **where, **beside
    )
