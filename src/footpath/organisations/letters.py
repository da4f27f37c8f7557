"""The letter that invites somebody into an organisation."""

from footpath import clocks
from footpath.mail.models import Letter
from footpath.mail.whole_links import whole
from footpath.mail.writing import Written
from footpath.organisations.invitations import is_open, path_of
from footpath.organisations.models import Invitation


def invitation(letter: Letter) -> Written | None:
    """The invitation with its link; nothing where it was taken back or has ended meanwhile."""
    one = (
        Invitation.objects.select_related("organisation", "invited_by")
        .filter(pk=letter.given["invitation"])
        .first()
    )
    if one is None or not is_open(one):
        return None
    name = one.organisation.name
    by = one.invited_by.name if one.invited_by is not None and one.invited_by.name else "A steward"
    return Written(
        subject=f"{name} invites you",
        lines=(
            f"{by} invites you to be a {one.role} of {name} on Footpath, where its policies are "
            "written out of what people have lived through.",
            "You need no password: a code comes to this address when you sign in.",
        ),
        next=("Accept the invitation", whole(path_of(one))),
        after=(
            f"It is good until {clocks.date(one.ends_at)} and for this address alone.",
            "Do you not know them? Then there is nothing you need to do.",
        ),
    )
