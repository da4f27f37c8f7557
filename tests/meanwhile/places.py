"""What the pages with shared forms are about."""

from convening import Convening

from footpath.organisations.models import Belonging, Membership
from footpath.registering.models import Question
from footpath.research.information_sheets import Project, Sheet, Statement


class Places:
    """What the pages of the table are about."""

    def __init__(self, convening: Convening) -> None:
        """Everything that Sorrel and Heron both may change."""
        Membership.objects.filter(account=convening.sorrel).update(role=Belonging.STEWARD)
        self.notice = convening.published(places=5)
        self.question = Question.objects.create(
            workshop=self.notice.workshop, text="How do you travel?"
        )
        self.project = Project.objects.create(
            organisation=convening.organisation, title="Rotas", about="Old"
        )
        self.project.people.add(convening.sorrel, convening.heron)
        self.sheet = Sheet.objects.create(project=self.project, text="Old", blank_means="no")
        Statement.objects.create(
            sheet=self.sheet, key="c1", text="I take part.", purpose="take part"
        )
        workshop = self.notice.workshop
        self.paths = {
            "notice": f"/w/{workshop.address}/notice",
            "questions": f"/w/{workshop.address}/questions",
            "people": f"/w/{workshop.address}/people",
            "links": f"/w/{workshop.address}/links",
            "settings": "/o/hedgerow/settings",
            "policy": f"/p/{convening.policy.address}/edit",
            "project": f"/r/{self.project.address}",
            "draft": f"/r/{self.project.address}/draft",
        }
