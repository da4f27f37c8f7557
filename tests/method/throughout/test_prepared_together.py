"""E3: stories that several tellers prepare: what each keeps to themselves stays so
until they open it.
"""

from table import Group

SAMS, KITS, SOMEBODYS = "Paid after seventy days", "They came once", "Somebody laughed aloud"


def test_E3d_what_one_teller_keeps_to_themselves_no_other_teller_receives() -> None:
    group = Group()
    story = group.joint(group.kit, group.sam, group.kit)
    group.moment(story, text=SAMS, visibility="only_me")
    assert SAMS in group.sees(group.sam)
    assert not any(SAMS in group.sees(one) for one in group.sight.audiences() - {group.sam})


def test_E3d_opening_a_story_leaves_what_another_teller_prepared_in_it_as_it_was() -> None:
    group = Group()
    story = group.joint(group.kit, group.sam, group.kit, visibility="only_me")
    sams, kits = group.moment(story, text=SAMS), group.moment(story, group.kit, text=KITS)
    unnamed = group.moment(story, text=SOMEBODYS, unnamed=True)
    group.do(group.kit, "SetVisibility", about=story, visibility="shared")
    seen = group.sees(group.tess) + group.sees("everyone") + group.sees("facilitators")
    assert KITS in seen and SAMS not in seen and SOMEBODYS not in seen
    for moment in (sams, unnamed):
        group.do(group.sam, "SetVisibility", about=moment, visibility="shared")
    assert SAMS in group.sees("everyone") and SOMEBODYS in group.sees("everyone")
    assert group.thing(kits).id > 0


def test_E3e_who_has_no_device_opens_theirs_with_the_story() -> None:
    group = Group()
    ada = group.do(group.kit, "AddPerson", name="Ada")
    story = group.joint(group.kit, ada, group.kit, visibility="facilitators")
    group.moment(story, group.kit, text=SAMS, for_person=ada)
    group.do(group.kit, "SetVisibility", about=story, visibility="shared")
    assert SAMS in group.sees("everyone")
