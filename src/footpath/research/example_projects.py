"""The demonstration's research projects, so that somebody who tries Footpath is asked
as people would be.
"""

from typing import Any

from django.utils import timezone

from footpath.gate.permissions import Purpose
from footpath.research import projects
from footpath.research.information_sheets import Sheet
from footpath.research.models import OrganisationAgreement
from footpath.workshops.models import Workshop

TAKE_PART = {
    "purpose": Purpose.TAKE_PART,
    "required": True,
    "text": "May this study use what you say and write at the workshop?",
    "explained": "Under a made-up name, together with what others say.",
}
QUOTES = {
    "purpose": Purpose.QUOTES,
    "text": "May it quote you word for word, without your name?",
    "explained": "For instance a sentence of yours, in a report.",
}
PARAPHRASE = {
    "purpose": Purpose.PARAPHRASE,
    "text": "May it tell in other words what you said?",
    "explained": "The sense of it, and none of your own words.",
}
CONTACT = {"purpose": Purpose.CONTACT, "text": "May somebody of the study write to you afterwards?"}
PROJECTS: tuple[tuple[str, str, list[dict[str, Any]]], ...] = (
    (
        "How groups write policy together",
        "We want to understand how people who run something together turn experience into "
        "rules.\n\n"
        "## What is used\n\nWhat you say and write at this workshop, if you agree, under a made-up "
        "name.\n\n"
        "## What is not\n\nYour name, anything you keep back, and anything from people who do not "
        "agree.\n\n"
        "## If you change your mind\n\nWithdraw whenever you like, by your own link. Nothing more "
        "of yours leaves, and whoever holds something is told to delete it. What was printed "
        "cannot be called back.",
        [TAKE_PART, QUOTES, PARAPHRASE],
    ),
    (
        "Buying and being bought from: what co-ops live through",
        "We collect what happens to co-ops as buyers and as suppliers.\n\n"
        "## What is used\n\nStories and what was said about them, if you agree, without names of "
        "people or firms.\n\n"
        "## If you change your mind\n\nWithdraw whenever you like, by your own link.",
        [TAKE_PART, QUOTES, CONTACT],
    ),
)


def demo_projects(workshop: Workshop) -> None:
    """Let the demonstration's workshop contribute to two projects, to which its organisation has
    agreed; made once.
    """
    if workshop.policy is None or workshop.policy.owner is None:
        return
    organisation, steward = workshop.policy.organisation, workshop.policy.owner
    if organisation.projects.exists():  # pyright: ignore[reportAttributeAccessIssue]
        return
    for title, text, statements in PROJECTS:
        project = projects.set_up(organisation, title, steward)
        project.responsible, project.contact = "The demonstration", "research@hedgerow.example"
        project.save(update_fields=["responsible", "contact"])
        draft = Sheet.objects.create(
            project=project, version="", text=f"# {title}\n\n{text}", covers_earlier=True
        )
        projects.put_statements(draft, statements)
        projects.publish(draft, "1.0", None, timezone.now())
        project.workshops.add(workshop)
        OrganisationAgreement.objects.create(
            project=project,
            organisation=organisation,
            agreed=True,
            may_be_named=False,
            recorded_by=steward,
            note="Decided at the members' meeting.",
        )
