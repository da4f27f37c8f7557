"""G4: names of any script, and how those that look alike are told apart."""

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis.strategies import integers, lists, sampled_from, text, tuples
from numbered_names import called
from table import Group, Table, refused

from footpath.method.flipchart.lookalikes import Namings, Numbered, skeleton, with_number
from footpath.method.things.people import Person, Where
from footpath.method.throughout.stepping_back import PersonForgotten
from footpath.method.words.words import Words


def test_G4a_same_and_lookalike_names_are_numbered() -> None:
    group = Group()
    twin = group.arrive("Sаm")  # with a Cyrillic а
    assert (group.chart.people[group.sam].number, group.chart.people[twin].number) == (1, 2)


def test_G4a_a_number_stays_with_its_person_while_others_come_and_go() -> None:
    group = Group()
    second, third = group.arrive("SAM"), group.arrive("sam")
    group.do(group.fay, "RemovePerson", person=second)
    assert called(group, group.sam, second, third) == ["Sam (1)", "SAM (2)", "sam (3)"]
    group.do(third, "Rename", name="Theo")
    assert called(group, group.sam, second, third) == ["Sam (1)", "SAM (2)", "Theo"]


def test_G4a_a_number_is_nobody_elses_after_its_person_took_another_name_and_theirs_again() -> None:
    group = Group()
    eve = group.sam
    honest = group.arrive("Sam")
    group.do(eve, "Rename", name="Zed")
    assert called(group, honest, group.arrive("Sam")) == ["Sam (2)", "Sam (3)"]
    group.do(eve, "Rename", name="Sam")
    assert called(group, eve, honest) == ["Sam (1)", "Sam (2)"]


@pytest.mark.parametrize("forgotten", range(5))
def test_S3_whoever_reads_the_record_after_a_name_was_taken_out_calls_everybody_the_same(
    forgotten: int,
) -> None:
    table = Table()
    people = [table.arrive(name) for name in ("Sam", "Sam 1", "Sam", "Ada", "SAM")]
    table.do(people[3], "Rename", name="Sam")
    table.do(people[2], "Rename", name="Theo")
    table.do(people[forgotten], "ForgetMe", door="own pages")
    again = table.replayed().people
    assert [again[id].called for id in people] == called(table, *people)
    newcomer = table.arrive("Sam")
    assert table.replayed().people[newcomer].called == table.chart.people[newcomer].called


@pytest.mark.parametrize("forgotten", [[0], [4], [0, 1], [2, 0], [3, 4]])
def test_G4a_others_keep_their_numbers_when_somebody_of_that_name_is_forgotten(
    forgotten: list[int],
) -> None:
    table = Table()
    people = [table.arrive("Sam") for _ in range(5)]
    for one in forgotten:
        table.do(people[one], "ForgetMe", door="own pages")
    staying = [one for place, one in enumerate(people) if place not in forgotten]
    numbers = [f"Sam ({place + 1})" for place in range(5) if place not in forgotten]
    newcomer = table.arrive("Sam")
    for chart in (table.chart, table.replayed()):
        assert [chart.people[one].called for one in staying] == numbers
        assert chart.people[newcomer].called == "Sam (6)"


def test_G4a_who_takes_their_name_again_when_another_was_forgotten_has_their_number_again() -> None:
    table = Table()
    first, second = table.arrive("Sam"), table.arrive("Sam")
    table.do(second, "Rename", name="Zed")
    table.do(first, "ForgetMe", door="own pages")
    table.do(second, "Rename", name="Sam")
    assert table.replayed().people[second].called == table.chart.people[second].called == "Sam (2)"


def test_W29_entries_of_who_was_forgotten_say_nothing_of_what_they_were_called() -> None:
    told = list[bytes]()
    for name in ("Sam", "Tess"):
        table = Table()
        people = [table.arrive(one) for one in ("Sam", "Sam", "Tess", "Tess", name)]
        table.do(people[4], "ForgetMe", door="own pages")
        told.append(msgspec.json.encode([one.entry for one in table.record[:6]]))
    assert told[0] == told[1]


class Looked(dict[int, Person]):
    """People, and how often somebody looked at one of them."""

    times = 0

    def __getitem__(self, id: int) -> Person:
        self.times += 1
        return super().__getitem__(id)


def test_L2g_to_forget_one_of_three_thousand_of_one_name_looks_at_each_a_few_times() -> None:
    people, namings = Looked(), Namings()
    for id in range(1, 3001):
        name = Words("Sam")
        people[id] = Person(id=id, name=name, roles=frozenset(), where=Where.ONLINE, arrived_at=0)
        namings.follow(people, id)
    assert people.times < 10 * 3000
    people.times = 0
    assert [one.id for one in namings.forget(people, 1, namings.without(1))] == [1]
    assert people.times < 10 * 3000


def numbers_kept(table: Table) -> list[tuple[Numbered, ...]]:
    return [one.entry.numbers for one in table.record if isinstance(one.entry, PersonForgotten)]


def test_L2g_the_record_says_each_number_once_however_many_are_forgotten() -> None:
    table = Table()
    people = [table.arrive("Sam") for _ in range(20)]
    for one in people[:4]:
        table.do(one, "ForgetMe", door="own pages")
    newcomer = table.arrive("Sam")
    table.do(people[4], "ForgetMe", door="own pages")
    first, *others, last = numbers_kept(table)
    assert [one.person for one in first] == people[1:]
    assert {one.person for numbers in others for one in numbers} <= {*people[:4]}
    assert [one.person for one in last if one.number == 21] == [newcomer]
    assert len(last) <= 2


def test_L2g_who_is_forgotten_already_is_forgotten_once() -> None:
    table = Table()
    sam, _ = table.arrive("Sam"), table.arrive("Sam")
    for _ in range(3):
        table.do(sam, "ForgetMe", door="own pages")
    assert len(numbers_kept(table)) == 1


@pytest.mark.parametrize("name", ["Lena", "Somebody"])
def test_W29_who_was_called_something_since_they_were_forgotten_is_forgotten_again(
    name: str,
) -> None:
    group = Group()
    group.do(group.sam, "ForgetMe", door="own pages")
    group.do(group.sam, "Rename", name="Tilly")
    group.do(group.sam, "Rename", name=name)
    group.do(group.sam, "ForgetMe", door="own pages")
    assert not any(told in str(group.record) for told in ("Tilly", "Lena"))


def test_S3_a_record_that_says_all_numbers_each_time_calls_everybody_the_same() -> None:
    table = Table()
    people = [table.arrive(name) for name in ("Sam", "Sam 1", "Sam", "Ada", "SAM", "sam")]
    for one in (people[0], people[3], people[4]):
        table.do(one, "ForgetMe", door="own pages")
        said = {
            (kept.person, kept.name): kept for numbers in numbers_kept(table) for kept in numbers
        }
        number, forgotten = (
            len(table.record) - 1,
            PersonForgotten(person=one, numbers=tuple(said.values())),
        )
        table.record[number] = msgspec.structs.replace(table.record[number], entry=forgotten)
    again = table.replayed().people
    assert [again[one].called for one in people] == called(table, *people)


@settings(max_examples=40, deadline=None)
@given(
    lists(
        tuples(integers(0, 7), sampled_from(["Sam", "Sam 1", "SAM", "Tess", "forget", "Tess (2)"])),
        max_size=25,
    )
)
def test_S3_however_people_are_renamed_and_forgotten_a_replay_calls_everybody_the_same(
    acts: list[tuple[int, str]],
) -> None:
    table, forgotten = Table(), set[int]()
    people = [
        table.arrive(name) for name in ("Sam", "Sam", "Tess", "Sam 1", "Tess", "sam", "Ada", "Sam")
    ]
    for place, act in acts:
        before = {one: table.chart.people[one].called for one in people}
        if act != "forget":
            table.do(people[place], "Rename", name=act)
            forgotten.discard(people[place])
        elif people[place] not in forgotten:
            forgotten.add(people[place])
            table.do(people[place], "ForgetMe", door="own pages")
            kept = {one: table.chart.people[one].called for one in people if one not in forgotten}
            assert kept == {one: before[one] for one in kept}
    again = table.replayed().people
    assert [again[one].called for one in people] == called(table, *people)


@given(text(max_size=80))
@example("Sam (ı)")
@example("Sam (\u0660l)")
@example("\ufdfa" * 80)
def test_S1_a_name_of_any_letters_can_be_looked_at(name: str) -> None:
    looks, number = with_number(name)
    assert isinstance(looks, str) and number >= 0


def test_G4a_nobody_is_given_the_number_of_who_was_removed() -> None:
    group = Group()
    second = group.arrive("Sam")
    group.do(group.fay, "RemovePerson", person=second)
    assert called(group, second, group.arrive("Sam")) == ["Sam (2)", "Sam (3)"]


@pytest.mark.parametrize("name", ["Sam", "SAM", "Sam 1", "Sam (l)", "Ѕam", "Tessa"])
def test_G4b_after_the_close_nobody_takes_a_name_that_somebody_else_has_or_had(name: str) -> None:
    group = Group()
    group.do(group.tess, "Rename", name="Tessa")
    group.do(group.tess, "Rename", name="Tess")
    eve = group.arrive("Eve")
    group.do(group.fay, "CloseFlipchart")
    with refused("Somebody else here has that name, or had it."):
        group.do(eve, "Rename", name=name)


@pytest.mark.parametrize("name", ["Sam", "Sammy", "Sam B", "sam"])
def test_G4b_after_the_close_a_new_name_and_ones_own_earlier_ones_are_free(name: str) -> None:
    group = Group()
    group.do(group.sam, "Rename", name="Samuel")
    group.do(group.fay, "CloseFlipchart")
    group.do(group.sam, "Rename", name=name)
    assert called(group, group.sam) == [name]


def test_W29_a_name_that_was_taken_out_of_the_record_is_nobodys_any_more() -> None:
    group = Group()
    group.do(group.sam, "Rename", name="Samuel")
    group.do(group.sam, "ForgetMe", door="own pages")
    group.do(group.fay, "CloseFlipchart")
    group.do(group.tess, "Rename", name="Sam")
    assert called(group, group.tess) == ["Sam"]


def test_L2g_one_rename_among_many_lookalikes_changes_what_two_others_are_called_at_most() -> None:
    table = Table()
    rooms = [[table.arrive(name) for _ in range(20)] for name in ("Sam", "Tess")]
    before = {id: person.number for id, person in table.chart.people.items()}
    table.do(rooms[0][7], "Rename", name="Tess")
    after = {id: person.number for id, person in table.chart.people.items()}
    assert [id for id in after if after[id] != before[id]] == [rooms[0][7]]


@pytest.mark.parametrize(
    ("one", "other"), [("Anna", "ANNA"), ("Zoë", "Zoe"), ("Bill", "BiIl"), ("Ο'Neil", "O Neil")]
)
def test_G4a_names_that_look_alike_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize("name", ["李明", "Nɪɑʍh", "محمد", "Gwenllïan", "O", "👩‍🌾 Bo"])
def test_G4c_names_hold_any_script(name: str) -> None:
    table = Table()
    assert table.chart.people[table.arrive(name)].name.text == name


def test_G4c_control_and_bidi_tricks_are_stripped() -> None:
    table = Table()
    assert table.chart.people[table.arrive("Ev\u202eil\u200b \x07Eve")].name.text == "Evil Eve"


def test_G4c_a_name_of_five_hundred_characters_is_refused_in_one_sentence() -> None:
    with refused("That is 500 characters; 80 is the most"):
        Table().arrive("x" * 500)


def test_L2g_nobody_has_names_without_end() -> None:
    group = Group()
    for place in range(19):
        group.do(group.sam, "Rename", name=f"Sam of {place}")
    with refused("You have had 20 names here"):
        group.do(group.sam, "Rename", name="One more")
