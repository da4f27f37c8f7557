"""What an operator changes and others may change meanwhile: the account's owner, a steward,
another operator (S11).
"""

from functools import cached_property
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import models, transaction
from django.http import HttpRequest, QueryDict

from footpath.meanwhile.form_parts import Fields
from footpath.meanwhile.sharing import Sharing


class SharedForm(forms.ModelForm):  # pyright: ignore[reportMissingTypeArgument]
    """A row's form in the administration; what was sent is settled first with
    what is stored by now.
    """

    def __init__(self, data: QueryDict | None = None, files: Any = None, **given: Any) -> None:
        """As it stands, or as it was sent."""
        self._sent = data
        super().__init__(data, files, **given)
        if data is not None and self.sharing is not None:
            self.data = self.sharing.data  # type: ignore[assignment]

    @cached_property
    def sharing(self) -> Sharing | None:
        """What others saved meanwhile; None for a row that is only made now."""
        row, kind = self.instance, type(self)
        if row.pk is None:
            return None
        return Sharing(
            f"{row._meta.model_name} {row.pk}", lambda: [Fields(kind(instance=row))], self._sent
        )

    def clean(self) -> dict[str, Any] | None:
        """Nothing is stored before it is settled."""
        if self.sharing is not None and not self.sharing.is_settled:
            raise forms.ValidationError(
                "Somebody else changed this while you were writing: choose above."
            )
        return super().clean()


class SharedRows(admin.ModelAdmin):  # pyright: ignore[reportMissingTypeArgument]
    """Rows whose form several people may have open."""

    form = SharedForm
    change_form_template = "account/changing.html"

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> models.Model | None:
        """The row; while a form is compared and stored it is nobody else's."""
        row: models.Model | None = super().get_object(request, object_id, from_field)
        if (
            row is None
            or request.method != "POST"
            or not transaction.get_connection().in_atomic_block
        ):
            return row
        return type(row)._default_manager.select_for_update().filter(pk=row.pk).first()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Store it, and remember who changed what; what a third choice replaced unread is shown."""
        super().save_model(request, obj, form, change)
        if form.sharing is not None and change:
            form.sharing.keep(request.user)
            for one in form.sharing.replaced:
                theirs = ", ".join(words for _, words in one.theirs)
                messages.warning(
                    request, f"It replaced what somebody else wrote: {one.point.label}: {theirs}"
                )
