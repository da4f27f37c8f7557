"""A form that several people may have open: settled with what others saved meanwhile, before
anything is stored.
"""

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.db import models, transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from footpath.accounts.models import Account
from footpath.meanwhile.form_parts import Fields, Point, Rows
from footpath.meanwhile.models import KEPT_FOR, Change
from footpath.meanwhile.sealing import LONG, PointAsked, seal, unseal
from footpath.meanwhile.settling import PointOutcome, Said, settle
from footpath.meanwhile.shown_facts import PRESSED, SEAL, Fact, still

MOST_TIMES = 3
"""How often its writer is asked about one point; then what they chose holds, and they are shown
what it replaced: so nobody who goes on changing it keeps another from saving.
"""

Row = TypeVar("Row", bound=models.Model)


@contextmanager
def held(request: HttpRequest, row: Row) -> Generator[Row]:
    """A row as it is stored, and while a form is compared and stored nobody else's: of two at
    once one comes second.
    """
    if request.method != "POST":
        yield row
        return
    with transaction.atomic():
        yield get_object_or_404(type(row)._default_manager.select_for_update(), pk=row.pk)


@dataclass(frozen=True)
class Clash:
    """A point that two people changed in two ways; who comes second chooses."""

    name: str
    point: Point
    before: list[tuple[str, str]] | None
    """What was there when the form was opened; None where that is not known."""
    theirs: list[tuple[str, str]]
    mine: list[tuple[str, str]]
    is_mine_gone: bool = False
    are_theirs_gone: bool = False
    who: Account | None = None
    at: datetime | None = None


class Sharing:
    """What was sent, with what others saved meanwhile in it: `data` is given to the
    forms, once `is_settled`.

    Use it while the row is `held`. `parts` gives the parts of the form as they are stored; it is
    asked again by `keep`. `final` is False where the form only asked for another row. `facts` is
    what the page showed and no field holds, such as whether it was published: once one has changed,
    nothing is stored before its sentence was read.
    """

    def __init__(
        self,
        form: str,
        parts: Callable[[], Sequence[Fields | Rows]],
        data: QueryDict | None,
        *,
        final: bool = True,
        facts: Sequence[Fact] = (),
    ) -> None:
        """Settle it."""
        self._form, self._parts, self._facts = form, parts, facts
        self._made = list(parts())
        self._now: dict[str, Said] = {}
        for part in self._made:
            self._now |= part.stored()
        self.data: QueryDict | None = None
        self.clashes: list[Clash] = []
        self.news: list[str] = []
        """What became of what no field holds, in sentences."""
        self.too_many = ""
        self.is_nameless = False
        """Whether the page may not say who else changed it."""
        self.replaced: list[Clash] = []
        self._asked: dict[str, PointAsked] = {}
        self._changed: set[str] = set()
        self._final = final
        if data is not None:
            self._opened = unseal(form, data.get(SEAL, ""))
            self._pressed = data.get(PRESSED, "")
            self._settle(data.copy())

    @property
    def seal(self) -> str:
        """What the page carries."""
        return seal(
            self._form, {**self._now, **{one.point: one.said for one in self._facts}}, self._asked
        )

    @property
    def is_settled(self) -> bool:
        """Whether what was sent can be stored."""
        return (
            self.data is not None
            and self._final
            and not (self.clashes or self.news or self.too_many)
        )

    @property
    def status(self) -> int:
        """What the page is answered with where nothing else is wrong."""
        return 409 if self.clashes or self.news or self.too_many else 200

    def _settle(self, data: QueryDict) -> None:
        mine: dict[str, Said] = {}
        for part in self._made:
            mine |= part.typed(data, {*self._now, *self._opened.points})
        settled: dict[str, Said] = {}
        points = self._points([*mine, *self._now])
        for name, point in points.items():
            said = self._one(name, point, mine.get(name))
            if said is not None and not self._is_theirs_too(name, point, said):
                settled[name] = said
        for part in self._made:
            if isinstance(part, Fields):
                part.write(data, settled)
            elif part.write(data, settled) > part.most:
                self.too_many = (
                    f"With what others added there are more than {part.most} rows. Take some out."
                )
        self._look_at_facts()
        self.data = data
        _name_who(self._form, [*self.clashes, *self.replaced])

    def _points(self, names: Iterable[str]) -> dict[str, Point]:
        """Every point in the order of the page; of a list first what was sent, then
        what others added.
        """
        found: dict[str, Point] = {}
        for part in self._made:
            found |= (
                part.points() if isinstance(part, Fields) else part.points(dict.fromkeys(names))
            )
        return found

    def _one(self, name: str, point: Point, mine: Said | None) -> Said | None:
        """What a point says, once it was settled; what cannot be is a clash, and
        says what was sent.
        """
        now = self._now.get(name)
        before, known = self._opened.before(name, now, mine, is_row=point.is_row)
        asked, chosen = self._opened.asked.get(name), self._choice(name)
        if chosen == "theirs":
            return now
        outcome, said = settle(before, now, mine, known=known)
        if outcome not in (PointOutcome.SAME, PointOutcome.THEIRS):
            self._changed.add(name)
        if asked is None:
            if outcome is PointOutcome.CLASH:
                shown = before if known and before is not LONG else None
                self._ask(name, point, mine, PointAsked(1, shown, known and before is not LONG))
            return said
        if mine == now:
            return now
        if now == before and (chosen == "mine" or (self._final and not self._pressed)):
            return mine
        if (
            now != before
            and asked.times >= MOST_TIMES
            and (chosen == "mine" or not self._pressed)
            and self._final
        ):
            self.replaced.append(self._clash(name, point, mine, asked))
            return mine
        self._ask(
            name,
            point,
            mine,
            PointAsked(asked.times + (now != before), asked.before, asked.knows_before),
        )
        return mine

    def _choice(self, name: str) -> str:
        """What was pressed about a point: theirs, mine or nothing."""
        choice, _, about = self._pressed.partition("/")
        return choice if about == name else ""

    def _ask(self, name: str, point: Point, mine: Said | None, asked: PointAsked) -> None:
        self._asked[name] = asked
        self.clashes.append(self._clash(name, point, mine, asked))

    def _clash(self, name: str, point: Point, mine: Said | None, asked: PointAsked) -> Clash:
        now = self._now.get(name)
        before = point.words(asked.before) if asked.knows_before else None
        return Clash(
            name, point, before, point.words(now), point.words(mine), mine is None, now is None
        )

    def _is_theirs_too(self, name: str, point: Point, said: Said) -> bool:
        """Whether a row that was added here was added by somebody else as well."""
        if not point.is_row or name in self._now or self._opened.sealed is None:
            return False
        known, called = {*self._opened.points}, name.partition(":")[0]
        added = [
            other
            for one, other in self._now.items()
            if one not in known and one.partition(":")[0] == called
        ]
        return name not in known and said in added

    def _look_at_facts(self) -> None:
        """What changed of what no field holds; once its sentence was read, it is known."""
        for fact in self._facts:
            about = fact.matters_to
            if (
                about is not None
                and not still(self._opened, fact)
                and any(p.startswith(about) for p in self._changed)
            ):
                self.news.append(fact.sentence)

    def keep(self, by: Any) -> None:
        """Remember who changed what, once the forms were stored; from here on the form
        is as it was stored.
        """
        after: dict[str, Said] = {}
        for part in self._parts():
            after |= part.stored()
        account, at = by if isinstance(by, Account) else None, timezone.now()
        Change.objects.filter(at__lt=at - KEPT_FOR).delete()
        for point in {*self._now, *after}:
            if self._now.get(point) != after.get(point):
                Change.objects.update_or_create(
                    form=self._form, point=point, defaults={"by": account, "at": at}
                )
        self._now, self._asked = after, {}

    def kept(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """The answer to who saved; where their choice replaced what they had not read, it is
        shown to them once.
        """
        if not self.replaced:
            return response
        page = render(
            request,
            "meanwhile/replaced.html",
            {"replaced": self.replaced, "on": response["Location"]},
        )
        page["Cache-Control"], page["X-Robots-Tag"] = "no-store", "noindex"
        return page


def _name_who(form: str, clashes: list[Clash]) -> None:
    if clashes:
        rows = Change.objects.filter(
            form=form, point__in=[one.name for one in clashes]
        ).select_related("by")
        known = {row.point: row for row in rows}
        for one in clashes:
            if (row := known.get(one.name)) is not None:
                object.__setattr__(one, "who", row.by)
                object.__setattr__(one, "at", row.at)
