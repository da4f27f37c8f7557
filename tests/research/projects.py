"""Research projects in the database of a server: set up, agreed to, answered and released, as other pages would."""

from typing import Any

from registering_people import json_of, run
from serving import Server

PROJECT = """
import json, sys
from django.utils import timezone
from footpath.research.models import OrganisationAgreement, Project, Sheet, Statement
from footpath.workshops.models import Workshop
given = json.loads(sys.argv[1])
workshop = Workshop.objects.get(address=given["workshop"])
project = Project.objects.create(title=given["title"])
project.workshops.add(workshop)
sheet = Sheet.objects.create(project=project, version="2", covers_earlier=given["reaches_back"])
Sheet.objects.filter(pk=sheet.pk).update(published_at=timezone.now())
Statement.objects.create(sheet=sheet, key="take-part", text="I take part.", purpose="take part", required=True)
OrganisationAgreement.objects.create(project=project, workshop=workshop, agreed=given["agreed"])
print(json.dumps(project.address))
"""
ANSWER = """
import json, sys, time
from footpath.research.models import ConsentAnswer, Project, Sheet
from footpath.workshops.models import Workshop
given = json.loads(sys.argv[1])
sheet = Sheet.objects.get(project__address=given["project"])
ConsentAnswer.objects.create(
    workshop=Workshop.objects.get(address=given["workshop"]), project=sheet.project, person=given["person"],
    sheet=sheet, statement="take-part", answer=given["answer"], after=given["after"],
    answered_at=time.time_ns() // 1_000_000,
)
"""
RELEASE = """
import json, sys
from django.utils import timezone
from footpath.research.models import Project, Recall, Release, ReleasedItem
from footpath.workshops.models import Workshop
given = json.loads(sys.argv[1])
release = Release.objects.create(
    project=Project.objects.get(address=given["project"]), workshop=Workshop.objects.get(address=given["workshop"]),
    state=given["state"], seed=b"0" * 32, reviewed_at=timezone.now(),
)
for number, (about, people) in enumerate(given["items"]):
    ReleasedItem.objects.create(release=release, about=about, code=f"N{number:03d}", people=people)
if given["recalled"]:
    Recall.objects.create(
        release=release, codes=given["recalled"], due_at=timezone.now(), told_at=timezone.now(),
        confirmed_at=timezone.now(),
    )
"""


class Study:
    """A research project to which a workshop contributes."""

    def __init__(
        self, server: Server, workshop: str, title: str, *, agreed: bool = True, reaches_back: bool = True
    ) -> None:
        """Set it up, with one required statement and the organisation's agreement."""
        self.server, self.workshop, self.title = server, workshop, title
        given = {"workshop": workshop, "title": title, "agreed": agreed, "reaches_back": reaches_back}
        self.address: str = json_of(run(server, PROJECT, given))

    def _run(self, script: str, **given: Any) -> None:
        run(self.server, script, {"project": self.address, "workshop": self.workshop, **given})

    def answered(self, person: int, answer: str = "yes", after: int = 0) -> None:
        """Somebody answers."""
        self._run(ANSWER, person=person, answer=answer, after=after)

    def releases(
        self, items: list[tuple[int, list[int]]], state: str = "released", recalled: tuple[str, ...] = ()
    ) -> None:
        """Something leaves: (thing, whose words are in it)."""
        self._run(RELEASE, items=items, state=state, recalled=recalled)
