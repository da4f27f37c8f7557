"""Letters to researchers: of whose project they are now, what waits for a review, and which items
are to be deleted.
"""

from django.urls import reverse
from django.utils.translation import gettext as _

from footpath.mail.models import Letter
from footpath.mail.whole_links import whole
from footpath.mail.writing import Written
from footpath.research.information_sheets import Project
from footpath.research.models import Recall, Release


def project(letter: Letter) -> Written | None:
    """Somebody was made one of a project's people; nothing where they are not any more."""
    one = Project.objects.filter(address=letter.given["project"], people=letter.about_id).first()
    if one is None:
        return None
    return Written(
        subject=_("You belong to a research project: %(project)s") % {"project": one},
        lines=(_("You were added to the people of this project: %(project)s.") % {"project": one},),
        next=(_("Open the project"), whole(reverse("project", args=[one.address]))),
        after=(_("Sign in with this e-mail address: a code comes by mail."),),
    )


def to_review(letter: Letter) -> Written | None:
    """Somebody of the project asks for a release; nothing once it was reviewed."""
    release = (
        Release.objects.select_related("project", "workshop")
        .filter(pk=letter.given["release"])
        .first()
    )
    if release is None or release.state != Release.State.REQUESTED:
        return None
    return Written(
        subject=_("A release waits for a second person: %(project)s")
        % {"project": release.project},
        lines=(
            _("%(who)s asks for a release. Workshop: %(workshop)s. Project: %(project)s.")
            % {
                "who": release.requested_by,
                "workshop": release.workshop,
                "project": release.project,
            },
            _("Somebody else of the project looks at what would leave, and releases it or not."),
        ),
        next=(_("Look at it"), whole(path_of(release))),
    )


def recall(letter: Letter) -> Written | None:
    """Items are to be deleted, by their codes and without a reason; nothing once that was done."""
    found = Recall.objects.select_related("release__project", "release__workshop").filter(
        pk=letter.given["recall"]
    )
    one = found.first()
    if one is None or one.confirmed_at is not None:
        return None
    if one.late:
        return _late(one)
    release = one.release
    again = _("You were told of this two weeks ago, and nobody has said yet that it is done.")
    return Written(
        subject=_("Please delete items of a release: %(project)s") % {"project": release.project},
        lines=(
            *((again,) if letter.given["again"] else ()),
            _(
                "You hold a release of this workshop: %(workshop)s, for this project: %(project)s. "
                "Delete these items from every file and every copy of it, and from what you have "
                "made of them:"
            )
            % {"workshop": release.workshop, "project": release.project},
            ", ".join(one.codes),
        ),
        facts=((_("Release"), release.address),),
        next=(_("Say that they are deleted"), whole(path_of(release))),
        after=(_("No reason is given to anybody, and none is needed."),),
    )


def _late(one: Recall) -> Written:
    """Items that may leave no more, too late for copies: for everybody of the project."""
    release = one.release
    return Written(
        subject=_("Items of a release may leave no more: %(project)s")
        % {"project": release.project},
        lines=(
            _(
                "These items of a release of this workshop: %(workshop)s, for this project: "
                "%(project)s, may not leave any more. It was said late, after the days that the "
                "information sheet gives, so copies may stay where they are. Make nothing new of "
                "them:"
            )
            % {"workshop": release.workshop, "project": release.project},
            ", ".join(one.codes),
        ),
        facts=((_("Release"), release.address),),
        next=(_("Look at the release"), whole(path_of(release))),
        after=(_("No reason is given to anybody, and none is needed."),),
    )


def path_of(release: Release) -> str:
    """Where a release is looked at."""
    return reverse("release", args=[release.project.address, release.address])
