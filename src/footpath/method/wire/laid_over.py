"""What is laid over views for facilitators and for one person, and the shape of a layer."""

from msgspec import UNSET, Struct, UnsetType, field

from footpath.method.wire.person_views import PersonView
from footpath.method.wire.sheets import (
    CopiesView,
    DotsView,
    GapView,
    RestsView,
    SlipsView,
    VeilsView,
    WholeView,
)
from footpath.method.wire.thing_views import (
    AgreementView,
    AimView,
    ElementView,
    ExperienceView,
    GroupView,
    MomentView,
    NoteView,
    OfferView,
    ValueView,
    WasView,
)


class Overlay(Struct, frozen=True, kw_only=True):
    """Fields laid over a view for facilitators or one person; a field that is not set
    leaves what is there.
    """

    id: int
    mine: bool | UnsetType = UNSET
    unknown: bool | UnsetType = UNSET
    """Of what they left unnamed for an unknown hand, for who typed it."""
    private_id: int | UnsetType = UNSET
    """The id that it had before everybody received it, for who knew it by that."""
    agreed_by_me: bool | UnsetType = UNSET
    agreed_before_by_me: bool | UnsetType = UNSET
    text: str | UnsetType | None = UNSET
    state: str | UnsetType = UNSET
    by: int | UnsetType | None = UNSET
    hidden_by: int | UnsetType | None = UNSET
    hidden_why: str | UnsetType = UNSET
    was: tuple[WasView, ...] | UnsetType = UNSET
    offers: tuple[int, ...] | UnsetType = UNSET
    """Beside what is hidden these are for those alone who receive its words."""


class Put(Struct, kw_only=True, omit_defaults=True):
    """The shape of a layer, by collection and id; facilitators' and one person's layers
    may hold overlays.
    """

    sheet: WholeView = field(default_factory=WholeView)
    people: dict[int, PersonView] = field(default_factory=dict[int, PersonView])
    notes: dict[int, NoteView] = field(default_factory=dict[int, NoteView])
    groups: dict[int, GroupView] = field(default_factory=dict[int, GroupView])
    aims: dict[int, AimView] = field(default_factory=dict[int, AimView])
    values: dict[int, ValueView] = field(default_factory=dict[int, ValueView])
    experiences: dict[int, ExperienceView] = field(default_factory=dict[int, ExperienceView])
    moments: dict[int, MomentView] = field(default_factory=dict[int, MomentView])
    elements: dict[int, ElementView] = field(default_factory=dict[int, ElementView])
    agreement: dict[int, AgreementView] = field(default_factory=dict[int, AgreementView])
    offers: dict[int, OfferView] = field(default_factory=dict[int, OfferView])
    gaps: dict[int, GapView] = field(default_factory=dict[int, GapView])
    rests: dict[int, RestsView] = field(default_factory=dict[int, RestsView])
    dots: dict[int, DotsView] = field(default_factory=dict[int, DotsView])
    copies: dict[int, CopiesView] = field(default_factory=dict[int, CopiesView])
    slips: dict[int, SlipsView] = field(default_factory=dict[int, SlipsView])
    veils: dict[int, VeilsView] = field(default_factory=dict[int, VeilsView])
