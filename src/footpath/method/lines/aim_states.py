"""Where an aim stands, and what was decided of it on the return."""

from footpath.method.things.standing_words import Decided, Standing
from footpath.method.things.things import Aim


def aim_state(aim: Aim) -> Standing:
    """Where an aim stands: parked, dropped, unresolved, new, changed, kept, or undecided where
    nobody looked again.
    """
    choice = next((review.choice for review in reversed(aim.reviews)), "")
    if aim.parked is not None:
        return "parked"
    if choice in ("drop", "open"):
        return "dropped" if choice == "drop" else "unresolved"
    if aim.added_on_return:
        return "new"
    if aim.words != aim.wordings[0].words:
        return "changed"
    return "kept" if aim.reviews else "undecided"


def decided_as(aim: Aim, positions: int) -> Decided | None:
    """What was decided of an aim on its return, where positions stand against each other or not;
    None while something is asked of it: it was neither looked at again, nor added then or parked.
    """
    if aim.parked is not None:
        return "parked"
    if aim.reviews:
        said = _DECIDED[aim.reviews[-1].choice]
        return "two positions" if said == "unresolved" and positions > 1 else said
    return "new" if aim.added_on_return else None


_DECIDED: dict[str, Decided] = {
    "keep": "kept", "change": "changed", "drop": "dropped", "open": "unresolved",
}  # fmt: skip
