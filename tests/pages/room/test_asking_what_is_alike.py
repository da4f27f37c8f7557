"""A9: which notes seem alike is asked of the server, and is the same for whoever asks."""

from served import Doors, Guest

APART = ("A ramp at the back door", "Write the price on the wall", "Music ends at eleven")


def told(guest: Guest) -> list[list[int]]:
    answer = guest.get(f"/w/{guest.address}/similar")
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"
    return answer.json()["pairs"]


def test_A9_alike_notes_are_pointed_out_after_the_reveal_and_to_everybody_the_same(
    doors: Doors,
) -> None:
    fay, sam = doors.opened("aims"), doors.arrive("Sam")
    for text in (*APART, "Pay small suppliers within ten days"):
        sam.post("WriteNote", text=text)
    fay.post("WriteNote", text="Small suppliers are paid within ten days", unnamed=True)
    assert told(fay) == told(sam) == []
    fay.post("RevealNotes")
    assert len(told(fay)) == 1 and told(fay) == told(sam)


def test_A9_who_was_shown_out_is_told_nothing(doors: Doors) -> None:
    fay, sam = doors.opened("aims"), doors.arrive("Sam")
    fay.post("RemovePerson", person=sam.id)
    assert sam.get(f"/w/{sam.address}/similar").status_code == 404
