"""Projects that a workshop is asked about, set up as the project's own pages do: `published` and
`agree` in the tests' own database, `Asked` in a server's, with what is stored of the answers.
"""

from typing import Any

from django.utils import timezone
from served import Server

from footpath.research.information_sheets import Project, Sheet, Statement
from footpath.research.models import ConsentAnswer, OrganisationAgreement
from footpath.workshops.models import Workshop

TAKE_PART = {
    "key": "take-part",
    "text": "May this study use what you say and write?",
    "purpose": "take part",
    "required": True,
}
QUOTES = {
    "key": "quotes",
    "text": "May this study quote what you write, without your name?",
    "purpose": "exact quotes",
    "explained": "For instance a sentence of yours in a report.",
}
ARCHIVE = {
    "key": "archive",
    "text": "May what you said be kept in an archive?",
    "purpose": "archive",
}


def published(
    workshop: Workshop,
    title: str,
    version: str = "1",
    statements: Any = (TAKE_PART, QUOTES, ARCHIVE),
    **about: Any,
) -> Sheet:
    """A version of the sheet of a project to which a workshop contributes; the project is made
    with its first.
    """
    project = Project.objects.filter(title=title, workshops=workshop).first()
    if project is None:
        project = Project.objects.create(title=title, responsible="Dr Rowan, University")
        project.workshops.add(workshop)
    given = {
        "text": "# What it is about",
        "sha256": "ab" * 32,
        "published_at": timezone.now(),
        **about,
    }
    sheet = Sheet.objects.create(project=project, version=version, **given)
    for statement in statements:
        Statement.objects.create(sheet=sheet, **statement)
    return sheet


def agree(workshop: Workshop, project: Project, agreed: bool = True, **about: Any) -> None:
    """The organisation of a workshop says whether it takes part."""
    OrganisationAgreement.objects.create(project=project, workshop=workshop, agreed=agreed, **about)


class Asked:
    """A project that a workshop asks about."""

    def __init__(
        self, server: Server, address: str, title: str = "How policies are made", **sheet: Any
    ) -> None:
        """Set it up with a first version of its sheet."""
        self.server, self.workshop, self.title = server, address, title
        self.address = ""
        self.publish("1", **sheet)

    def publish(
        self, version: str, statements: Any = (TAKE_PART, QUOTES, ARCHIVE), **sheet: Any
    ) -> None:
        """Publish a version of the sheet."""
        self.address = self.server.beside(
            _publish, self.workshop, self.title, version, statements, **sheet
        )

    def agree(self, agreed: bool = True) -> None:
        """The organisation says whether it takes part."""
        self.server.beside(_agree, self.workshop, self.address, agreed)

    @property
    def page(self) -> str:
        """The page that asks."""
        return f"/w/{self.workshop}/research/{self.address}"

    @property
    def overview(self) -> str:
        """One's own page about all projects."""
        return f"/w/{self.workshop}/research"

    def stored(self) -> list[dict[str, Any]]:
        """Every answer that is stored, in order."""
        return self.server.beside(_stored, self.address)

    def answers(self) -> list[tuple[str, str]]:
        """The same, as statements with answers."""
        return [(one["statement"], one["answer"]) for one in self.stored()]


def _publish(workshop: str, *given: Any, **about: Any) -> str:
    return published(Workshop.objects.get(address=workshop), *given, **about).project.address


def _agree(workshop: str, project: str, agreed: bool) -> None:
    asked = Project.objects.get(address=project)
    agree(Workshop.objects.get(address=workshop), asked, agreed)


def _stored(project: str) -> list[dict[str, Any]]:
    return [
        {
            "statement": row.statement,
            "answer": row.answer,
            "version": row.sheet.version,
            "person": row.person,
            "asked": row.asked,
            "registered": row.registration is not None,
            "withdrawn": row.withdrawn,
            "typed_by": row.typed_by,
            "chosen": row.chosen,
        }
        for row in ConsentAnswer.objects.filter(project__address=project).order_by("pk")
    ]
