"""Projects to be asked about, set up as the project's own pages do, and what is stored of the answers."""

from typing import Any

from registering_people import json_of, run
from serving import Server

SET_UP = """
import json, sys
from django.utils import timezone
from footpath.research.models import Project, Sheet, Statement
from footpath.workshops.models import Workshop
given = json.loads(sys.argv[1])
workshop = Workshop.objects.get(address=given["address"])
project = Project.objects.filter(title=given["title"], workshops=workshop).first()
if project is None:
    project = Project.objects.create(title=given["title"], responsible="Dr Rowan, University")
    project.workshops.add(workshop)
sheet = Sheet.objects.create(
    project=project, sha256="ab" * 32, published_at=timezone.now(), **{"text": "# About this study", **given["sheet"]}
)
for statement in given["statements"]:
    Statement.objects.create(sheet=sheet, **statement)
print(project.address)
"""
STORED = """
import json, sys
from footpath.research.models import ConsentAnswer
rows = ConsentAnswer.objects.filter(project__address=json.loads(sys.argv[1])).order_by("pk")
print(json.dumps([
    {"statement": r.statement, "answer": r.answer, "version": r.sheet.version, "person": r.person, "asked": r.asked,
     "registered": r.registration_id is not None, "withdrawn": r.withdrawn, "typed_by": r.typed_by, "chosen": r.chosen}
    for r in rows]))
"""
TAKE_PART = {"key": "take-part", "text": "May this study use what you say and write?", "purpose": "take part",
             "required": True}  # fmt: skip
QUOTES = {"key": "quotes", "text": "May this study quote what you write, without your name?",
          "purpose": "exact quotes", "explained": "For instance a sentence of yours in a report."}  # fmt: skip
ARCHIVE = {"key": "archive", "text": "May what you said be kept in an archive?", "purpose": "archive"}


class Asked:
    """A project that a workshop asks about."""

    def __init__(self, server: Server, address: str, title: str = "How policies are made", **sheet: Any) -> None:
        """Set it up with a first version of its sheet."""
        self.server, self.workshop, self.title = server, address, title
        self.address = ""
        self.publish("1", **sheet)

    def publish(self, version: str, statements: Any = (TAKE_PART, QUOTES, ARCHIVE), **sheet: Any) -> None:
        """Publish a version of the sheet."""
        given = {"title": self.title, "address": self.workshop, "statements": statements}
        self.address = run(self.server, SET_UP, {**given, "sheet": {"version": version, **sheet}}).strip()

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
        return json_of(run(self.server, STORED, self.address))

    def answers(self) -> list[tuple[str, str]]:
        """The same, as statements with answers."""
        return [(one["statement"], one["answer"]) for one in self.stored()]
