"""Where a browser keeps things of each kind."""

from footpath.method.things.things import (
    AgreementLine,
    Aim,
    Element,
    Experience,
    Group,
    Moment,
    Note,
    Offer,
    SharedValue,
    Thing,
)

COLLECTIONS: dict[type[Thing], str] = {
    Note: "notes", Group: "groups", Aim: "aims", SharedValue: "values", Experience: "experiences",
    Moment: "moments", Element: "elements", AgreementLine: "agreement", Offer: "offers",
}  # fmt: skip
"""The collections in which a browser keeps things, by their type."""


def collection_of(thing: Thing) -> str:
    """The name of the collection in which a browser keeps things of this kind."""
    return COLLECTIONS[type(thing)]
