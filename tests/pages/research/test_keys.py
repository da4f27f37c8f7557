"""A statement's key is its own for good, so that what somebody answered never seems to be
about another (C2).
"""

from typing import Any

import pytest
from convening import Convening
from two_people import Writer

from footpath.gate.permissions import Purpose
from footpath.research.information_sheets import Project, Sheet, Statement

pytestmark = pytest.mark.django_db(transaction=True)
PURPOSES = {"I take part.": Purpose.TAKE_PART, "May we quote you?": Purpose.QUOTES}


class Writing:
    """Sorrel writes the sheet of a project of hers and Heron's."""

    def __init__(self) -> None:
        """Nothing is written yet."""
        self.convening = Convening()
        self.project = Project.objects.create(
            organisation=self.convening.organisation, title="Rotas"
        )
        self.project.people.add(self.convening.sorrel, self.convening.heron)
        self.path = f"/r/{self.project.address}/draft"
        self.sorrel, self.heron = (
            self.convening.device(who) for who in (self.convening.sorrel, self.convening.heron)
        )

    def opens(self, client: Any = None) -> Writer:
        """The page, in somebody's browser."""
        return Writer(client or self.sorrel, self.path)

    def keeps(self, *texts: str, to: str = "", **more: Any) -> dict[str, str]:
        """The page is opened and sent with these statements, in this order;
        others are taken out.
        """
        return self.sends(self.opens(), *texts, to=to, **more)

    def sends(self, writer: Writer, *texts: str, to: str = "", **more: Any) -> dict[str, str]:
        """An open page is sent with these statements; the keys as they are stored then."""
        given = writer.given
        there = {
            said: given[name.replace("text", "key")]
            for name, said in given.items()
            if name.endswith("-text")
        }
        writer.given = {name: said for name, said in given.items() if not name.startswith("s-")}
        writer.given |= {
            "s-TOTAL_FORMS": str(len(texts)),
            "s-INITIAL_FORMS": "0",
            "blank_means": "no",
            "text": "# S",
        }
        for n, text in enumerate(texts):
            row = {
                "text": text,
                "key": there.get(text, ""),
                "purpose": PURPOSES.get(text, Purpose.OWN).value,
            }
            writer.given |= {f"s-{n}-{name}": said for name, said in row.items()}
        answer = writer.sends(to=to, **more)
        assert answer.status_code == 302
        return self.keys()

    def keys(self) -> dict[str, str]:
        """The key of each statement of the newest version."""
        sheet = Sheet.objects.filter(project=self.project).order_by("pk").last()
        return dict(Statement.objects.filter(sheet=sheet).values_list("text", "key"))


@pytest.fixture
def writing() -> Writing:
    return Writing()


def test_C2_a_statement_that_takes_the_place_of_another_in_a_draft_gets_a_key_of_its_own(
    writing: Writing,
) -> None:
    before = writing.keeps("I take part.", "May we quote you?", to="/publish", version="1.0")
    after = writing.keeps("Copies are kept abroad.", "I take part.")
    assert after["I take part."] == before["I take part."]
    assert after["Copies are kept abroad."] not in before.values()


def test_C2_a_key_of_a_version_before_the_last_is_never_given_again(writing: Writing) -> None:
    first = writing.keeps("I take part.", "May we quote you?", to="/publish", version="1.0")
    writing.keeps("I take part.", to="/publish", version="2.0", changed="yes")
    third = writing.keeps(
        "I take part.", "Copies are kept abroad.", to="/publish", version="3.0", changed="yes"
    )
    assert third["Copies are kept abroad."] not in first.values()


def test_C2_a_key_that_only_a_draft_knew_is_never_given_again(writing: Writing) -> None:
    first = writing.keeps("I take part.", "May we quote you?")
    second = writing.keeps("I take part.")
    third = writing.keeps("I take part.", "Copies are kept abroad.")
    writing.sorrel.post(
        f"{writing.path}/drop", {"opened-with": writing.opens().given["opened-with"]}
    )
    assert not Sheet.objects.filter(project=writing.project).exists()
    fourth = writing.keeps("I take part.", "A film is made.")
    keys = [first["May we quote you?"], third["Copies are kept abroad."], fourth["A film is made."]]
    assert len(set(keys) - {second["I take part."]}) == 3


def test_C2_two_who_write_one_draft_give_no_statement_anothers_key(writing: Writing) -> None:
    first = writing.keeps("I take part.", "May we quote you?")
    heron = writing.opens(writing.heron)
    writing.keeps("I take part.", "Copies are kept abroad.")
    after = writing.sends(heron, "I take part.", "May we quote you?", "A film is made.")
    assert after["I take part."] == first["I take part."]
    assert len({*after.values(), first["May we quote you?"]}) == len(after) + (
        "May we quote you?" not in after
    )


def test_C2_a_reworded_and_moved_statement_keeps_its_key(writing: Writing) -> None:
    first = writing.keeps("I take part.", "May we quote you?", to="/publish", version="1.0")
    page = writing.opens()
    key = next(name for name, said in page.given.items() if said == "May we quote you?")
    page.given[key] = "May we quote what you said?"
    assert page.sends().status_code == 302
    assert writing.keys()["May we quote what you said?"] == first["May we quote you?"]
    assert (
        writing.keeps("May we quote what you said?", "I take part.")["I take part."]
        == first["I take part."]
    )


def test_C2_a_key_that_nobody_gave_out_is_not_taken_from_a_form(writing: Writing) -> None:
    page = writing.opens()
    page.given |= {
        "s-0-text": "I take part.",
        "s-0-purpose": Purpose.TAKE_PART.value,
        "s-0-key": "c900",
    }
    page.sends(text="# S", blank_means="no")
    assert writing.keys() == {"I take part.": "c1"}
