"""The oracle's keeping back: for each thing all rows are read again, by who tells its
story and who said it.
"""

from oracle_record import ReadAgain

from footpath.gate.permissions import Permissions
from footpath.method.things.things import Experience, Moment, Thing

FACILITATORS = "all of them"


def keepers(read: ReadAgain, permissions: Permissions, about: int) -> set[str]:
    """Whoever said last that they keep a thing back: facilitators as one, each other
    person by their number.
    """
    said: dict[str, bool] = {}
    for row in permissions.kept_back:
        if read.id(row.about) == about:
            said[FACILITATORS if row.hand == "facilitator" else row.whose] = row.kept
    return {who for who, kept in said.items() if kept}


def is_kept(read: ReadAgain, permissions: Permissions, thing: Thing) -> bool:
    """Whether a thing stays: of a story only by who tells it, and of others' moments
    only by all who do.
    """
    own = keepers(read, permissions, thing.id)
    if not isinstance(thing, Experience | Moment):
        return own != set()
    story = thing if isinstance(thing, Experience) else read.chart.story(thing.experience)
    tellers, with_story = (
        {str(one) for one in story.storytellers},
        keepers(read, permissions, story.id),
    )
    if FACILITATORS in own | with_story:
        return True
    if thing is story:
        return not own.isdisjoint(tellers)
    is_tellers = len(tellers) > 1 and (thing.unnamed or str(thing.by) in tellers)
    return bool(
        str(thing.by) in own
        or str(thing.by) in with_story & tellers
        or (tellers and tellers <= with_story)
        or (not is_tellers and own & tellers)
    )
