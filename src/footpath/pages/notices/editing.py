"""What is typed into the form of a notice, row by row, and keeping it: a draft as far as it
goes, otherwise whole.
"""

import hashlib
import json
from typing import Any

from django.http import QueryDict

from footpath.accounts.models import Account
from footpath.meanwhile.form_parts import Fields, Rows
from footpath.meanwhile.sharing import Sharing
from footpath.meanwhile.shown_facts import Fact
from footpath.notices.filling import Row, local_row, settled
from footpath.notices.models import Notice, Sitting, State, Study
from footpath.notices.states import change, in_calendars
from footpath.notices.times import is_zone, which_of_two
from footpath.organisations.rights import membership_of
from footpath.pages.notices.forms import NoticeForm, StudyForm, StudyRows
from footpath.pages.notices.sitting_form import SittingForm, SittingRows

ASKED_ABOUT = {
    "time_zone": "time_zone",
    "call_link": "where",
    "place": "where",
    "audience": "audience",
    "outcomes": "outcomes",
}
"""What the reader calls the point that a field is about."""
WHERE = ("call_link", "place")
"""Where it is held. Who sees it belongs to that: nobody shows to everybody what
they have not read.
"""


class Editing:
    """The forms of a notice, as they are stored or as they were typed."""

    def __init__(
        self, notice: Notice, *, is_fixed: bool, data: QueryDict | None = None, final: bool = True
    ) -> None:
        """Fill the forms with what was sent, and with what others saved meanwhile; `final`
        where it is to be kept.
        """
        self.notice, self.is_fixed = notice, is_fixed
        self.was = {name: getattr(notice, name) for name in ASKED_ABOUT}
        facts = [of_reading(notice), *_facts(notice, is_fixed=is_fixed)]
        self.sharing = Sharing(form_of(notice), self._parts, data, final=final, facts=facts)
        data = self.sharing.data
        self.form = NoticeForm(data, instance=notice, is_fixed=is_fixed)
        rows, studies = (
            (None, None) if data is not None else (_rows(notice) or [{}], _studies(notice) or [{}])
        )
        zone = str(self.form["time_zone"].value() or "")
        self.sittings = SittingRows(
            data, prefix="sittings", initial=rows, form_kwargs={"zone": zone}
        )
        self.studies = StudyRows(data, prefix="studies", initial=studies)

    def _parts(self) -> list[Fields | Rows]:
        """What several people may have open. Who may write it too is asked for once, and no part
        of what is stored.
        """
        form = NoticeForm(instance=self.notice, is_fixed=self.is_fixed)
        return [
            Fields(
                form, frozenset({"remove_convenors", "add_convenor"}), ((*WHERE, "where_seen_by"),),
            ),
            Rows(
                "sittings", SittingForm(), _rows(self.notice), "pk",
                ("title", "day", "starts", "ends"), "A time", "sittings", SittingRows.absolute_max,
            ),
            Rows(
                "studies", StudyForm(), _studies(self.notice), "pk", ("title", "sheet_link"),
                "A research project", "studies", StudyRows.absolute_max,
            ),
        ]  # fmt: skip

    def is_valid(self) -> bool:
        """Whether it can be kept: what is wrong says so at its field."""
        valid = all([self.form.is_valid(), self.sittings.is_valid(), self.studies.is_valid()])
        if self.notice.state != State.DRAFT:
            self._must_be_whole()
        return valid and not self.wrongs()

    def _must_be_whole(self) -> None:
        """What was published once stays something that people can come to."""
        given, rows = (
            self.form.cleaned_data or {},
            [row for row in self.sittings if not row.is_empty],
        )
        if not given.get("time_zone"):
            self.form.add_error("time_zone", "Choose the time zone of its times.")
        elif not rows:
            self.form.add_error(None, "Say when it is: the day, and from when to when.")
        for row in rows:
            if not row.is_finished and not row.errors and given.get("time_zone"):
                row.add_error("day", "Say the day, and from when to when.")
        if not given.get("registration") and not given.get("drop_in"):
            self.form.add_error(
                "registration",
                "Let people register, or just turn up, or both: otherwise nobody can come.",
            )

    def wrongs(self) -> list[tuple[str, str]]:
        """Every sentence that says what is wrong, with the id of its field."""
        found: list[tuple[str, str]] = []
        for form in (self.form, *self.sittings, *self.studies):
            for name, sentences in form.errors.items():
                at = form[name].id_for_label if name in form.fields else "sittings"
                found.append((at, str(sentences[0])))
        return found

    def keep(self, by: Account) -> None:
        """Store it while the notice is held, and tell those who registered where their
        calendars are wrong (W16).
        """
        kept = Notice.objects.select_related("workshop").get(pk=self.notice.pk)
        # somebody else may have been quicker
        self.notice.sequence, self.notice.state = kept.sequence, kept.state
        before = in_calendars(kept)
        self.notice.plan = self.form.plan()
        self.notice.workshop.title = self.form.cleaned_data["title"]
        self.notice.workshop.save(update_fields=["title"])
        gone = self._keep_sittings()
        self._keep_studies()
        self._keep_convenors()
        self._settle_questions()
        self.form.save()
        change(self.notice, before, gone)
        self.sharing.keep(by)

    def _keep_sittings(self) -> list[Sitting]:
        known = {sitting.pk: sitting for sitting in Sitting.objects.filter(notice=self.notice)}
        self.notice.unfinished = []
        for row in self.sittings:
            if row.times is None:
                if not row.is_empty:
                    self.notice.unfinished.append(row.row())
                continue
            sitting = known.pop(row.cleaned_data.get("pk"), None) or Sitting(notice=self.notice)
            sitting.title, (sitting.starts_at, sitting.ends_at) = (
                row.cleaned_data["title"],
                row.times,
            )
            sitting.save()
        Sitting.objects.filter(pk__in=known).delete()
        return list(known.values())

    def _keep_studies(self) -> None:
        known = {study.pk: study for study in Study.objects.filter(notice=self.notice)}
        for row in self.studies:
            if row.is_empty:
                continue
            study = known.pop(row.cleaned_data.get("pk"), None) or Study(notice=self.notice)
            study.title, study.sheet_link = (
                row.cleaned_data["title"],
                row.cleaned_data["sheet_link"],
            )
            study.save()
        Study.objects.filter(notice=self.notice, pk__in=known).delete()

    def _keep_convenors(self) -> None:
        self.notice.convenors.remove(*self.form.cleaned_data["remove_convenors"])
        added = self.form.cleaned_data["add_convenor"]
        policy = self.notice.workshop.policy
        if (
            added is not None
            and policy is not None
            and membership_of(added, policy.organisation) is not None
        ):
            self.notice.convenors.add(added)

    def _settle_questions(self) -> None:
        """What was asked about a field that had nothing and has something now is answered."""
        for name, was in self.was.items():
            if not was and self.form.cleaned_data.get(name):
                self.notice.reading = settled(self.notice.reading, ASKED_ABOUT[name])


def form_of(notice: Notice) -> str:
    """What the form of a notice is called where several people have it open."""
    return f"notice {notice.pk}"


def of_reading(notice: Notice) -> Fact:
    """What stood beside the fields: questions and guesses are pressed by their number."""
    questions = hashlib.sha256(json.dumps(notice.reading, sort_keys=True).encode()).hexdigest()
    changed = "What is asked beside the fields has changed meanwhile. Look at it once more."
    return Fact("reading", questions, changed, None)


def _facts(notice: Notice, *, is_fixed: bool) -> list[Fact]:
    """What the page shows and no field holds, and what of the fields matters to others."""
    state = notice.get_state_display().lower()  # pyright: ignore[reportAttributeAccessIssue]
    where_it_stands = f"It is {state} by now. What you save changes what everybody reads."
    opened = "The flipchart was opened meanwhile, so its minutes and questions stay as they are."
    zone = (
        f"Its time zone is {notice.time_zone} by now. Look whether the hours that you typed hold "
        "there."
    )
    hours = (
        "Its times were changed meanwhile. Look whether they hold in the time zone that you chose."
    )
    times = json.dumps(
        [(one.starts_at.isoformat(), one.ends_at.isoformat()) for one in _sittings(notice)]
    )
    return [
        Fact("state", notice.state, where_it_stands),
        Fact("opened", str(is_fixed), opened),
        Fact("time_zone", notice.time_zone, zone, "sittings:"),
        Fact("sittings", hashlib.sha256(times.encode()).hexdigest(), hours, "time_zone"),
    ]


def _sittings(notice: Notice) -> list[Sitting]:
    return list(Sitting.objects.filter(notice=notice))


def _studies(notice: Notice) -> list[dict[str, Any]]:
    return [
        {"pk": one.pk, "title": one.title, "sheet_link": one.sheet_link}
        for one in Study.objects.filter(notice=notice)
    ]


def _rows(notice: Notice) -> list[Row]:
    """The sittings as they are typed: those that are times, and what there is of the others."""
    zone = notice.time_zone if is_zone(notice.time_zone) else "UTC"
    stored = [
        local_row(
            one.title,
            one.starts_at,
            one.ends_at,
            zone,
            pk=one.pk,
            which_start=which_of_two(one.starts_at, zone),
            which_end=which_of_two(one.ends_at, zone),
        )
        for one in _sittings(notice)
    ]
    return [*stored, *notice.unfinished]
