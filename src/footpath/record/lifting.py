"""What follows where a facilitator lifted more than one act can: the rest of it, bit by bit, in
their name.
"""

from footpath.method import FOLLOWING, Recorded
from footpath.method.own_words.unveiling import GoOnLifting, VeilsLifted
from footpath.record.after_effects import CommandToAsk
from footpath.record.vocabulary import own_id


def go_on_lifting(workshop: int, entries: list[Recorded]) -> list[CommandToAsk]:
    """Ask for the next of it; asked for twice it happens once."""
    return [
        CommandToAsk(
            GoOnLifting(
                id=own_id(f"lifting-{one.number}"), lifted=one.entry.lifted_in or one.number
            ),
            one.typed_by,
            FOLLOWING,
        )
        for one in entries
        if isinstance(one.entry, VeilsLifted) and (one.entry.rest or one.entry.lifted_in)
    ]
