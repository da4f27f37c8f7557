"""The parts of a page's form, as points and back: its fields, and its lists of rows."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import msgspec
from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from footpath.meanwhile.settling import Said

MOST_ROWS = 2000


@dataclass(frozen=True)
class Point:
    """What people change by itself: a field, fields that mean something only together,
    or a row of a list.
    """

    label: str
    at: str
    """The id of its place on the page."""
    fields: dict[str, forms.Field]
    is_row: bool = False

    def words(self, said: Said | None) -> list[tuple[str, str]]:
        """What it says in words, each with the name of its field, where it has several."""
        if said is None:
            return []
        found = [
            (str(self.fields[name].label or ""), _in_words(self.fields[name], one))
            for name, one in said.items()
            if name in self.fields and not self.fields[name].widget.is_hidden
        ]
        return (
            [one for one in found if one[1]]
            if len(found) > 1
            else [("", words) for _, words in found]
        )


def _in_words(field: forms.Field, said: str | list[str]) -> str:
    if isinstance(field, forms.BooleanField):
        return "Yes" if said else "No"
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        called = {
            str(value): str(label) for value, label in _flat(cast("Iterable[Any]", field.choices))
        }
        chosen = said if isinstance(said, list) else [said]
        return ", ".join(called.get(one, "") for one in chosen if one)
    return str(said)


def _flat(choices: Iterable[Any]) -> Iterable[tuple[Any, Any]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield value, label


def plain(value: Any) -> str | list[str]:
    """A field's value as a browser sends it, with one kind of line ends."""
    if value is None or value is False:
        return ""
    if value is True:
        return "on"
    if isinstance(value, list | tuple | set | QuerySet):
        return sorted(str(one) for one in value)
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


@dataclass(frozen=True)
class Fields:
    """The fields of a form, given as it is stored: unbound."""

    form: forms.BaseForm
    apart: frozenset[str] = frozenset()
    """Fields that are no part of what is stored: what they ask for happens once."""
    together: tuple[tuple[str, ...], ...] = ()
    """Fields that mean something only together: who changes one of them has read the others."""

    def _groups(self) -> list[tuple[str, ...]]:
        joined = {name for group in self.together for name in group}
        alone = [
            (name,) for name in self.form.fields if name not in joined and name not in self.apart
        ]
        return [*(group for group in self.together if group[0] in self.form.fields), *alone]

    def points(self) -> dict[str, Point]:
        """Its points by name."""
        made: dict[str, Point] = {}
        for group in self._groups():
            first = self.form[group[0]]
            fields = {name: self.form.fields[name] for name in group}
            label = ", ".join(str(one.label or "") for one in fields.values())
            made[group[0]] = Point(label, str(first.id_for_label or first.auto_id), fields)
        return made

    def stored(self) -> dict[str, Said]:
        """What is stored."""
        return {
            group[0]: {name: plain(self.form[name].value()) for name in group}
            for group in self._groups()
        }

    def typed(self, data: QueryDict, _known: Iterable[str]) -> dict[str, Said]:
        """What was sent."""
        return {
            group[0]: {name: self._sent(data, name) for name in group} for group in self._groups()
        }

    def _sent(self, data: QueryDict, name: str) -> str | list[str]:
        widget = self.form.fields[name].widget
        return plain(widget.value_from_datadict(data, {}, self.form.add_prefix(name)))  # type: ignore[arg-type]

    def write(self, data: QueryDict, said: dict[str, Said]) -> None:
        """Put into what was sent what its points say now."""
        for group in self._groups():
            for name, one in said.get(group[0], {}).items():
                if name in group:
                    self._put(data, name, one)

    def _put(self, data: QueryDict, name: str, said: str | list[str]) -> None:
        sent = self.form.add_prefix(name)
        if said or not isinstance(
            self.form.fields[name],
            forms.BooleanField | forms.MultipleChoiceField | forms.ModelMultipleChoiceField,
        ):
            data.setlist(sent, said if isinstance(said, list) else [said])
        else:
            data.pop(sent, None)


@dataclass(frozen=True)
class Rows:
    """A list of rows, each one point: who changes a part of it has read the rest."""

    prefix: str
    row: forms.BaseForm
    """An empty row."""
    rows: Sequence[dict[str, Any]]
    """The rows as they are stored."""
    key: str
    """The hidden field by which a stored row is known."""
    filled: tuple[str, ...]
    """A row is empty where none of these fields holds anything."""
    called: str
    at: str
    most: int = MOST_ROWS
    names: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """All fields of a row but its key."""
        names = tuple(name for name in self.row.fields if name not in (self.key, "DELETE"))
        object.__setattr__(self, "names", names)

    def points(self, names: Iterable[str] = ()) -> dict[str, Point]:
        """Its points by name."""
        fields = {name: self.row.fields[name] for name in self.names}
        return {
            name: Point(self.called, self.at, fields, is_row=True)
            for name in names
            if self.holds(name)
        }

    def holds(self, point: str) -> bool:
        """Whether a point is one of its rows."""
        return point.startswith(f"{self.prefix}:")

    def stored(self) -> dict[str, Said]:
        """What is stored."""
        found: dict[str, Said] = {}
        for row in self.rows:
            said: Said = {name: plain(row.get(name)) for name in self.names}
            if self._is_filled(said):
                found[self._name(str(row.get(self.key) or ""), said, found)] = said
        return found

    def typed(self, data: QueryDict, known: Iterable[str]) -> dict[str, Said]:
        """What was sent, without what was taken out; a key that nobody gave out
        makes no row another's.
        """
        known, found = set(known), dict[str, Said]()
        for number in range(self._count(data)):
            said = self._row(data, number)
            if self._is_filled(said) and not data.get(f"{self.prefix}-{number}-DELETE"):
                key = str(data.get(f"{self.prefix}-{number}-{self.key}") or "")
                key = key if f"{self.prefix}:{key}" in known else ""
                found[self._name(key, said, found)] = said
        return found

    def write(self, data: QueryDict, said: dict[str, Said]) -> int:
        """Put into what was sent the rows as they are now, and behind them those that were
        left empty; how many.
        """
        left_empty = [
            row for n in range(self._count(data)) if not self._is_filled(row := self._row(data, n))
        ]
        rows = [(name, one) for name, one in said.items() if self.holds(name)]
        for name in [name for name in data if name.startswith(f"{self.prefix}-")]:
            del data[name]
        for number, (name, one) in enumerate([*rows, *(("", one) for one in left_empty)]):
            for part, words in one.items():
                if words:
                    data[f"{self.prefix}-{number}-{part}"] = str(words)
            if (key := name.removeprefix(f"{self.prefix}:")) and "~" not in key:
                data[f"{self.prefix}-{number}-{self.key}"] = key
        data[f"{self.prefix}-TOTAL_FORMS"] = str(len(rows) + len(left_empty))
        data[f"{self.prefix}-INITIAL_FORMS"] = str(len(rows))
        return len(rows)

    def _count(self, data: QueryDict) -> int:
        typed = data.get(f"{self.prefix}-TOTAL_FORMS", "")
        return min(int(typed), MOST_ROWS) if typed.isdecimal() and len(typed) < 6 else 0

    def _row(self, data: QueryDict, number: int) -> Said:
        sent: Callable[[str], Any] = lambda name: self.row.fields[name].widget.value_from_datadict(  # noqa: E731
            data,
            {},
            f"{self.prefix}-{number}-{name}",  # type: ignore[arg-type]
        )
        return {name: plain(sent(name)) for name in self.names}

    def _is_filled(self, said: Said) -> bool:
        return any(said[name] for name in self.filled)

    def _name(self, key: str, said: Said, taken: Iterable[str]) -> str:
        """A row without a key is known by what it says, so that two who add
        the same add it once.
        """
        words = hashlib.sha256(msgspec.json.encode(said, order="sorted")).hexdigest()[:16]
        name = made = f"{self.prefix}:{key or '~' + words}"
        number = 1
        while name in taken:
            number += 1
            name = f"{made}~{number}"
        return name
