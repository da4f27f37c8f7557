"""Stories with several tellers, and what tellers do with them."""

from typing import Any

from table import Group

SAMS, KITS, UNNAMED = "They paid me late", "Kit came once", "Somebody laughed aloud"


def named(group: Group, **fields: Any) -> tuple[int, int, int]:
    """A story that Kit the scribe lays out for Sam and names himself in, with a moment of each."""
    fields = {"title": "Sam's winter", "storytellers": [group.sam, group.kit], **fields}
    story = group.do(group.kit, "TellExperience", **fields)
    return story, group.moment(story, text=SAMS), group.moment(story, group.kit, text=KITS)


def tellers(group: Group, story: int) -> tuple[int, ...]:
    return group.view("everyone", "experiences", story).storytellers


OF_A_TELLER: dict[str, tuple[str, dict[str, Any]]] = {
    "takes it off": ("Delete", {}),
    "takes it back": ("TakeBack", {}),
    "shows it to fewer": ("SetVisibility", {"visibility": "only_me"}),
}


def joint(group: Group) -> tuple[int, int, int, int]:
    """A story that Sam and Tess tell together, Sam's moment, Tess's, and one
    that Sam left unnamed.
    """
    story = group.joint(group.fay, group.sam, group.tess)
    unnamed = group.moment(story, text=UNNAMED, unnamed=True)
    return (
        story,
        group.moment(story, text=SAMS),
        group.moment(story, group.tess, text=KITS),
        unnamed,
    )


def slip(group: Group) -> int:
    """A story that Kit and Sam tell together, which Kit leaves by a slip."""
    story = group.joint(group.fay, group.kit, group.sam)
    group.moment(story, group.kit, text=KITS)
    group.do(group.kit, "LeaveStory", experience=story)
    return story
