"""Who wrote an unnamed thing cannot be told from what others receive (A3), nor that somebody
prepares one (E3).
"""

from typing import Any

from served import Doors, Guest


def of_everybody(looking: Guest, collection: str) -> dict[str, Any]:
    """What everybody receives of a collection now."""
    return looking.open().layers["everyone"].get(collection, {})


def story_of(sam: Guest) -> int:
    return sam.post("TellExperience", title="The long winter").json()["made"]


def test_A3c_an_unnamed_reflection_of_the_tellers_own_waits_like_everybodys(doors: Doors) -> None:
    sam, tess = doors.arrive("Sam"), doors.arrive("Tess")
    story = story_of(sam)
    for one in (sam, tess):
        one.post(
            "WriteReflection", kind="disliked", text="Nobody told us", about=[story], unnamed=True
        )
    assert of_everybody(tess, "notes") == {}
    sam.post("EndTellersTurn", experience=story)
    assert [note.get("by") for note in of_everybody(tess, "notes").values()] == [None, None]


def test_A3c_an_unnamed_moment_waits_for_the_teller_whoever_wrote_it(doors: Doors) -> None:
    sam, tess = doors.arrive("Sam"), doors.arrive("Tess")
    story = story_of(sam)
    for one in (sam, tess):
        one.post("PlaceMoment", experience=story, text="The guarantor saw everything", unnamed=True)
    assert [one.get("accepted", True) for one in of_everybody(tess, "moments").values()] == [
        False,
        False,
    ]


def test_A3c_a_co_teller_is_answered_alike_about_every_unnamed_moment(doors: Doors) -> None:
    kit, sam, cid, tess = (
        doors.arrive(name, role)
        for name, role in (("Kit", "scribe"), ("Sam", "guest"), ("Cid", "guest"), ("Tess", "guest"))
    )
    told = kit.post(
        "TellExperience", title="The long winter", storytellers=[sam.id, cid.id]
    ).json()["made"]
    for one in (sam, cid):
        assert one.post("TellTogether", experience=told).status_code == 200
    answers = []
    for one in (sam, tess):
        moment = one.post("PlaceMoment", experience=told, text="Nobody paid", unnamed=True).json()[
            "made"
        ]
        narrowed = cid.post("SetVisibility", about=moment, visibility="only_me")
        widened = cid.post("SetVisibility", about=moment, visibility="shared")
        answers.append((narrowed.status_code, widened.status_code, widened.json().get("why")))
    assert answers[0] == answers[1]


def test_A3d_no_list_is_left_with_the_one_who_wrote_unnamed(doors: Doors) -> None:
    fay, sam, tess = doors.arrive("Fay", "facilitator"), doors.arrive("Sam"), doors.arrive("Tess")
    fay.post("OpenPhase", phase="aims")
    sam.post("WriteNote", text="Pay small firms first")
    tess.post("WriteNote", text="Nobody listens", unnamed=True)
    fay.post("RevealNotes")
    assert fay.open().layers["facilitators"]["sheet"]["quiet"] == {"untold": True}


def test_A3c_a_scribe_who_types_for_somebody_unnamed_is_not_told_from_one_who_writes(
    doors: Doors,
) -> None:
    kit, sam = doors.arrive("Kit", "scribe"), doors.arrive("Sam")
    writing: list[dict[str, Any]] = [{}, {"for_person": sam.id}, {"for_someone": True}]
    for fields in writing:
        kit.post("WriteNote", text="Nobody listens", unnamed=True, **fields)
    one, *others = (
        {**note, "id": 0, "number": 0, "said_at": 0, "stored_at": 0}
        for note in of_everybody(sam, "notes").values()
    )
    assert others == [one, one]


def test_A3c_a_story_taken_back_leaves_every_unnamed_moment_in_it_to_its_author(
    doors: Doors,
) -> None:
    sam, tess = doors.arrive("Sam"), doors.arrive("Tess")
    story = story_of(sam)
    for one in (sam, tess):
        one.post("PlaceMoment", experience=story, text="Nobody paid", unnamed=True)
    sam.post("TakeBack", about=story)
    assert [one["state"] for one in of_everybody(tess, "moments").values()] == [
        "withdrawn",
        "withdrawn",
    ]
    assert "Nobody paid" in str(sam.open().layers["me"]) and "Nobody paid" in str(
        tess.open().layers["me"]
    )


def test_E3b_what_is_prepared_leaves_no_gap_in_what_others_receive(doors: Doors) -> None:
    fay, sam, tess = doors.arrive("Fay", "facilitator"), doors.arrive("Sam"), doors.arrive("Tess")
    page = tess.open()
    first = fay.post("ProposeAgreement", text="One voice at a time").json()["made"]
    page.catch_up()
    number = page.number
    story = sam.post("TellExperience", title="For now", visibility="only_me").json()["made"]
    for visibility in ("only_me", "facilitators", "shared"):
        sam.post("PlaceMoment", experience=story, text="Not yet", visibility=visibility)
    sam.post("WriteMemo", text="For myself")
    answer = fay.post("ProposeAgreement", text="No names").json()
    page.catch_up()
    assert (answer["made"], answer["number"], page.number) == (first + 1, number + 1, number + 1)


def test_E3b_a_story_that_is_shared_keeps_its_order_and_its_teller_finds_it(doors: Doors) -> None:
    sam, tess = doors.arrive("Sam"), doors.arrive("Tess")
    story = sam.post("TellExperience", title="The long winter", visibility="only_me").json()["made"]
    later = sam.post("PlaceMoment", experience=story, text="Later").json()["made"]
    sam.post("PlaceMoment", experience=story, text="Before that", before=later)
    assert of_everybody(tess, "experiences") == {}
    sam.post("SetVisibility", about=story, visibility="shared")
    (shared,) = of_everybody(tess, "experiences").values()
    told = of_everybody(tess, "moments")
    assert [told[str(id)]["text"] for id in shared["moments"]] == ["Before that", "Later"]
    assert shared["moments"] == [shared["id"] + 1, shared["id"] + 2]
    assert sam.post("Reword", about=later, text="Much later", version=1).status_code == 200
    assert tess.post("HadThatToo", about=later).status_code == 409
