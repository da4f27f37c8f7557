"""G13: who has an experience to tell says so to facilitators, and nobody says it for them."""

from table import Group, refused


def test_G13_an_offered_story_is_seen_by_facilitators_only() -> None:
    group = Group()
    group.do(group.sam, "OfferStory", side="provider", line="seventy days")
    assert "seventy days" in group.sees("facilitators")
    assert "seventy days" not in group.sees("everyone")


def test_G13_what_somebody_said_of_their_story_nobody_else_says_anew() -> None:
    group = Group()
    group.do(group.sam, "OfferStory", side="provider", line="seventy days")
    with refused("They are here with a device of their own"):
        group.do(group.kit, "OfferStory", line="never mind", for_person=group.sam)
    group.do(group.kit, "OfferStory", line="A long winter", for_person=group.tess)
    ada = group.do(group.kit, "AddPerson", name="Ada")
    for line in ("A long winter", "No, two"):
        group.do(group.kit, "OfferStory", line=line, for_person=ada)
    assert "seventy days" in group.sees("facilitators") and "No, two" in group.sees("facilitators")
