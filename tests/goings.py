"""How a note goes, and by whom."""

from table import Group


def goings(group: Group, author: int) -> dict[str, tuple[int, str, dict[str, str]]]:
    """How somebody's note goes: who asks, for what."""
    return {
        "Delete": (author, "Delete", {}),
        "TakeBack": (author, "TakeBack", {}),
        "Hide": (group.fay, "Hide", {"reason": "A slip"}),
    }
