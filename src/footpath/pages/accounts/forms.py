"""The forms of signing in, and of one's own account."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from allauth.core import context
from django import forms

from footpath.accounts.models import Account
from footpath.limits.attempts import Attempts
from footpath.mail.same_address import folded
from footpath.method import Refusal
from footpath.method.words.words import named
from footpath.pages.accounts.adapters import CODE
from footpath.pages.organisations import carried_invitation

ASKED_AT_ONCE = 3
asked = Attempts(60.0)
"""Who asked for codes lately, by network and address: whoever asks for another's keeps them
from none of theirs.
"""
NO_NAME = "Type a name. A made-up one is fine."
WRONG_ADDRESS = "Type your e-mail address, such as fay@example.org."


class AddressForm(RequestLoginCodeForm):
    """The address to which a code goes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say what is wrong in our words."""
        super().__init__(*args, **kwargs)
        field = self.fields["email"]
        field.label = "Your e-mail address"
        field.widget.attrs |= {"placeholder": "", "autofocus": True, "spellcheck": "false"}
        field.error_messages |= {"required": WRONG_ADDRESS, "invalid": WRONG_ADDRESS}

    def clean_email(self) -> str:
        """Whoever came with an invitation gets an account; for others who are unknown
        everything looks the same.
        """
        address = context.request.META.get("REMOTE_ADDR", "") if context.request is not None else ""
        if not asked.add_below(ASKED_AT_ONCE, address, folded(self.cleaned_data["email"])):
            raise get_adapter().validation_error("too_many_login_attempts")
        email = super().clean_email()
        if self._user is None and context.request is not None:
            self._user = carried_invitation.account_for(context.request, email)
        if self._user is None:
            get_adapter().send_mail(CODE, email, {})
        return email


class CodeForm(ConfirmLoginCodeForm):
    """The code that was mailed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say what is wrong in our words."""
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.label = "The code from the mail"
        field.error_messages["required"] = "Type the code that the mail says."
        field.widget.attrs |= {
            "placeholder": "",
            "autofocus": True,
            "spellcheck": "false",
            "autocapitalize": "characters",
            "class": "typed-code",
        }


class NameForm(forms.ModelForm):  # pyright: ignore[reportMissingTypeArgument]
    """How somebody is called."""

    name = forms.CharField(
        label="Your name",
        max_length=80,
        help_text="The other members see it.",
        error_messages={"required": NO_NAME},
        widget=forms.TextInput({"autocomplete": "name"}),
    )

    class Meta:
        model = Account
        fields = ("name",)

    def clean_name(self) -> str:
        """The name, without characters that are there to deceive."""
        return tidy(self.cleaned_data["name"])


def tidy(name: str) -> str:
    """A name as it is shown everywhere.

    Raises:
        ValidationError: when nothing is left of it.
    """
    try:
        return named(name).shown
    except Refusal:
        raise forms.ValidationError(NO_NAME) from None
