"""The letter with a person's own copy of what they agreed to."""

from django.utils.translation import gettext as _

from footpath import clocks
from footpath.mail.models import Letter
from footpath.mail.whole_links import whole
from footpath.mail.writing import Written
from footpath.registering.models import Registration
from footpath.research.consents import Giver
from footpath.research.information_sheets import Project
from footpath.research.own_copy import FILE, answered, research_link, written_out
from footpath.workshops.models import Workshop

SAID = {"yes": _("Yes"), "no": _("No"), "not now": _("Not now")}


def consent_copy(letter: Letter) -> Written | None:
    """Every answer, those that were changed too, with the sheet in a file beside it."""
    project = Project.objects.filter(pk=letter.given.get("project")).first()
    workshop = letter.about
    if project is None or not isinstance(workshop, Workshop):
        return None
    registration = Registration.objects.filter(pk=letter.given.get("registration")).first()
    giver, base = Giver(workshop, registration, letter.given.get("person")), whole("/").rstrip("/")
    rows = [(sheet, one) for sheet, said in answered(giver, project).items() for one in said]
    if not rows:
        return None
    facts = [
        (one.text, _answer(one.row.answer, one.row.chosen, clocks.date(one.at), one.stands))
        for _sheet, one in rows
    ]
    versions = ", ".join(dict.fromkeys(sheet.version for sheet, _one in rows))
    in_the_file = _("version %(version)s, in the file with this mail") % {"version": versions}
    return Written(
        subject=_("Your copy: %(project)s") % {"project": project.title},
        lines=(
            _("Hello,"),
            _(
                "This is what you answered to %(project)s at %(title)s. Nobody in the workshop "
                "sees it."
            )
            % {"project": project.title, "title": workshop.title},
        ),
        facts=(*facts, (_("Information sheet"), in_the_file)),
        next=(_("Look at your answers, change them or withdraw"), research_link(giver, base)),
        after=(
            _(
                "You can withdraw at any time and without a reason. The link is yours alone: "
                "please do not pass it on."
            ),
            _("This address was used for this one mail and is not kept."),
        ),
        files=((FILE, "text/html", written_out(giver, project, base).encode()),),
    )


def _answer(answer: str, chosen: list[str], day: str, stands: bool) -> str:
    said = SAID.get(answer, answer) + (f": {', '.join(chosen)}" if chosen else "")
    sentence = _("%(said)s, on %(day)s") if stands else _("%(said)s, on %(day)s, and changed since")
    return sentence % {"said": said, "day": day}
