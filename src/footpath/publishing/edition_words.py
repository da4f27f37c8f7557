"""Whose an edition of the outline is, in words."""

from footpath.method.flipchart.threads import Edition


def whose(edition: Edition, organisation: str = "") -> str:
    """Who reads this edition, and what it holds of what lies beneath its lines."""
    if edition is Edition.TOOK_PART:
        return (
            "For those who took part: the lines, and beneath them what was shared with the group."
        )
    of = f" of {organisation}" if organisation else ""
    readers = f"members{of}" if edition is Edition.MEMBERS else "everyone"
    return f"For {readers}: the lines, and of the words beneath them what their authors opened."
