"""A guest without e-mail says yes to one project and not now to the other, and withdraws from
her phone next day.
"""

import pytest
from gathering import Gathering
from people import PHONE, Someone
from research_asking import Asked
from served import Doors, Server
from test_anybody_can_read_it import keeps_out

from footpath.research.gate import selection_of
from footpath.research.information_sheets import Project
from footpath.workshops.models import Workshop

pytestmark = pytest.mark.browser

WORDS = "Pay small growers within a week"


def let_through(address: str, project: str) -> list[str]:
    """The words that the gate lets through."""
    left = selection_of(Project.objects.get(address=project), Workshop.objects.get(address=address))
    return [one.texts["text"] for one in left.leaving]


class Research:
    """Two projects that a workshop asks for, and what would leave for them."""

    def __init__(self, server: Server, doors: Doors) -> None:
        """The organisation agrees to both."""
        self.server, self.doors = server, doors
        self.rotas, self.writing = (
            Asked(server, self.address, title) for title in ("Rotas", "Writing together")
        )
        for project in (self.rotas, self.writing):
            project.agree()

    @property
    def address(self) -> str:
        """The workshop's."""
        return self.doors.address

    def leaves_for(self, project: Asked) -> list[str]:
        """The words that the gate lets through."""
        return self.server.beside(let_through, self.address, project.address)


@pytest.fixture
def research(server: Server, doors: Doors) -> Research:
    """The workshop has two projects."""
    return Research(server, doors)


def test_a_guest_consents_to_one_project_and_withdraws_from_her_phone_next_day(
    come_in: Gathering, research: Research
) -> None:
    fay = comes_in_and_answers_later(come_in.somebody("Fay"), come_in.links["facilitator"])
    wren = come_in.somebody("Wren", **PHONE)
    wren.goes_to(f"{come_in.server}/code")
    wren.page.get_by_label("The eight characters").fill(research.doors.code)
    wren.sends("Come in")
    wren.page.get_by_label("What shall we call you?").fill("Wren")
    wren.sends("Come in")
    kept = wren.page.locator("[data-copy]").get_attribute("data-copy")
    assert kept is not None
    found = keeps_out(wren, "the link to keep")
    wren.goes_by("Go on")
    wren.is_asked("May this study use what you say and write?")
    found += keeps_out(wren, "a question")
    wren.sends("Yes")
    wren.sends("Yes")
    wren.sends("No")
    wren.sees("Writing together")
    wren.sends("Not now")
    fay.opens_the_flipchart()
    come_in.opens(fay, "Aims")
    wren.writes(WORDS)
    fay.sees("1 note, face down.")
    fay.asks("RevealNotes")
    assert research.leaves_for(research.rotas) == [WORDS]
    assert research.leaves_for(research.writing) == []

    next_day = come_in.somebody("Wren next day", **PHONE)
    next_day.goes_to(f"{kept}?research")
    next_day.sends("This is me")
    next_day.sees("From that moment nothing of yours")
    found += keeps_out(next_day, "what I answered")
    next_day.sends("Withdraw from this project")
    next_day.sees("You have withdrawn.")
    found += keeps_out(next_day, "withdrawn")
    assert research.leaves_for(research.rotas) == []
    assert found == [], "\n".join(found)


def comes_in_and_answers_later(person: Someone, link: str) -> Someone:
    """Somebody who leaves the questions for another time."""
    person.goes_to(link)
    person.page.get_by_label("What shall we call you?").fill(person.name)
    person.sends("Come in")
    person.goes_by("Go in, and answer later")
    return person


def test_a_scribe_types_a_paper_form_that_only_its_person_sees(
    come_in: Gathering, research: Research
) -> None:
    wren = comes_in_and_answers_later(come_in.somebody("Wren", **PHONE), come_in.links["guest"])
    kit = comes_in_and_answers_later(come_in.somebody("Kit"), come_in.links["scribe"])
    kit.page.goto(f"{come_in.server}{research.rotas.overview}/paper")
    found = keeps_out(kit, "choosing a form")
    kit.page.get_by_label("Whose form is it?").select_option(label="Wren")
    kit.page.get_by_label("Which form, as printed?").select_option(label="Rotas, version 1")
    kit.sends("Type it")
    found += keeps_out(kit, "typing a form")
    kit.page.get_by_role("group", name="May this study use").get_by_label("Yes").check()
    kit.sends("Keep it")
    kit.is_asked("It is kept, and gone from here")
    wren.page.goto(f"{come_in.server}{research.rotas.overview}")
    wren.sees("from your paper form, typed by Kit")
    assert found == [], "\n".join(found)


def test_a_list_that_one_act_answers_needs_no_script_and_keeps_nobody_out(
    come_in: Gathering, research: Research
) -> None:
    project = Asked(research.server, research.address, "All of it", together=True)
    wren = comes_in_and_answers_later(come_in.somebody("Wren", **PHONE), come_in.links["guest"])
    wren.page.goto(f"{come_in.server}{project.page}")
    found = keeps_out(wren, "a list")
    wren.page.goto(f"{come_in.server}/r/{project.address}/sheet")
    found += keeps_out(wren, "the sheet")
    still = come_in.somebody("Rue", java_script_enabled=False)
    still.goes_to(come_in.links["guest"])
    still.page.get_by_label("What shall we call you?").fill("Rue")
    still.sends("Come in")
    still.page.goto(f"{come_in.server}{project.page}")
    still.sends("Yes")
    still.sees("Withdraw from this project")
    assert found == [], "\n".join(found)
