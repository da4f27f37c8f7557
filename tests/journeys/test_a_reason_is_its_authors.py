"""A reason for what becomes of an aim shows who typed it, and its author corrects it and takes
it back in the room.
"""

import pytest
from gathering import Gathering

pytestmark = pytest.mark.browser


def test_G11c_a_reason_is_corrected_and_taken_back_in_the_room_by_whose_it_is(
    come_in: Gathering,
) -> None:
    fay, kit = come_in.opened(), come_in("Kit", "scribe")
    una = fay.asks("AddPerson", name="Una", where="room")
    note = fay.asks("WriteNote", text="Seventy days without pay")
    aims = [
        fay.asks("AddAim", text=text, rests_on=[note])
        for text in ("Paid in time", "Nobody works alone")
    ]
    kit.asks("DropAim", about=aims[0], reason="Nobody needs it", for_person=una)
    fay.asks("KeepAim", about=aims[1], reason="It was the heart of it")
    fay.asks("OpenPhase", phase="return")
    kit.thing("Paid in time").get_by_role("button").click()
    kit.sees("Una’s words, typed by Kit")
    own = fay.page.get_by_role("region", name="Aim 2", exact=True)
    fay.chooses("Correct this reason", of=own)
    fay.dialog.get_by_role("textbox").fill("It was heard again")
    fay.presses("Correct this reason", fay.dialog)
    kit.sees("It was heard again")
    fay.chooses("Take this reason back", of=own)
    kit.misses("It was heard again")
