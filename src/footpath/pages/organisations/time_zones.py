"""Choosing a time zone, by a town in it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from footpath.clocks import zones


class TimeZoneMenu(forms.Select):
    """A menu of hundreds: Django renders a template for each of them, which takes longer than
    the rest of a page.
    """

    def render(
        self, name: str, value: Any, attrs: Mapping[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """The menu with its continents, if it has any, and what is chosen."""
        given = flatatt(self.build_attrs(self.attrs, {"name": name, **(attrs or {})}))  # pyright: ignore
        chosen = self.format_value(value)[0]
        lines = format_html_join(
            "", "{}", ((self._line(*choice, chosen),) for choice in self.choices)
        )
        return format_html("<select{}>{}</select>", given, lines)

    def _line(self, name: str, label: str | Iterable[tuple[str, str]], chosen: str) -> SafeString:
        if not isinstance(label, str):
            lines = format_html_join("", "{}", ((self._line(*choice, chosen),) for choice in label))
            return format_html('<optgroup label="{}">{}</optgroup>', name, lines)
        return format_html(
            '<option value="{}"{}>{}</option>', name, " selected" if name == chosen else "", label
        )


def _towns() -> list[tuple[str, str]]:
    """Every time zone that people know by a town, and UTC."""
    towns = sorted(
        name for name in zones() if "/" in name and not name.startswith(("Etc/", "System"))
    )
    return [(name, name.replace("_", " ")) for name in ["UTC", *towns]]


class TimeZoneField(forms.ChoiceField):
    """A time zone; where nothing was said, London's."""

    widget = TimeZoneMenu

    def __init__(self) -> None:
        """All of them."""
        super().__init__(label="Time zone", choices=_towns, initial="Europe/London")
