"""The forms of organisations and policies. What was typed stays in them when they are sent back."""

from typing import Any

from django import forms

from footpath.accounts.models import Account
from footpath.method import Refusal
from footpath.method.words.words import named
from footpath.organisations.models import Belonging, Membership, Organisation, Policy
from footpath.pages.accounts.forms import WRONG_ADDRESS, tidy
from footpath.pages.organisations.time_zones import TimeZoneField
from footpath.workshops import doors

NO_NAME = "Say what the organisation is called."


def title_of(typed: str, missing: str) -> str:
    """A title as it is shown everywhere.

    Raises:
        ValidationError: when nothing is left of it.
    """
    try:
        return named(typed).shown
    except Refusal:
        raise forms.ValidationError(missing) from None


class OrganisationForm(forms.ModelForm):  # pyright: ignore[reportMissingTypeArgument]
    """What an organisation is called, what it is, and by which clock it lives."""

    name = forms.CharField(
        label="What is it called?", max_length=120, error_messages={"required": NO_NAME}
    )
    about = forms.CharField(
        label="What is it?",
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text="A line or two. Those whom you invite read it too.",
    )
    time_zone = TimeZoneField()

    class Meta:
        model = Organisation
        fields = ("name", "about", "time_zone")

    def clean_name(self) -> str:
        """The name, without characters that are there to deceive."""
        return title_of(self.cleaned_data["name"], NO_NAME)


class FirstRunForm(forms.Form):
    """A fresh installation: the first organisation, and who looks after it."""

    organisation = forms.CharField(
        label="What is your organisation called?",
        max_length=120,
        error_messages={"required": NO_NAME},
    )
    name = forms.CharField(
        label="Your name",
        max_length=80,
        error_messages={"required": "Type your name. A made-up one is fine."},
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label="Your e-mail address",
        help_text="Codes to sign in come here. There is no password.",
        error_messages={"required": WRONG_ADDRESS, "invalid": WRONG_ADDRESS},
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    time_zone = TimeZoneField()
    host_key = forms.CharField(
        label="The host's key",
        max_length=200,
        required=False,
        widget=forms.PasswordInput(render_value=True),
        help_text="Printed where Footpath was started.",
    )

    def __init__(self, *args: Any, ask_key: bool, **kwargs: Any) -> None:
        """The key is asked for from elsewhere only."""
        super().__init__(*args, **kwargs)
        if not ask_key:
            del self.fields["host_key"]

    def clean_organisation(self) -> str:
        """The organisation's name as it is shown."""
        return title_of(self.cleaned_data["organisation"], NO_NAME)

    def clean_name(self) -> str:
        """The steward's name as it is shown."""
        return tidy(self.cleaned_data["name"])

    def clean_host_key(self) -> str:
        """The key, where it is asked for."""
        if not doors.is_host_key(self.cleaned_data["host_key"]):
            raise forms.ValidationError(doors.WRONG_KEY)
        return ""


class PolicyForm(forms.ModelForm):  # pyright: ignore[reportMissingTypeArgument]
    """A policy: what it is about, from which sides it can be told, who looks after it,
    and where it stands.
    """

    title = forms.CharField(
        label="What is the policy called?",
        max_length=300,
        error_messages={"required": "Say in a few words what the policy is about."},
    )
    about = forms.CharField(
        label="What is it about, and why now?",
        max_length=5000,
        required=False,
        widget=forms.Textarea({"rows": 5}),
    )
    sides = forms.CharField(
        label="The sides it can be told from",
        max_length=400,
        required=False,
        initial="client, provider",
        help_text="Separated by commas: client, provider; employee, manager; tenant, landlord …",
    )

    class Meta:
        model = Policy
        fields = ("title", "about", "sides", "owner", "state")
        labels = {"owner": "Who looks after it?", "state": "Where does it stand?"}

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        """Whoever is a member can look after it."""
        super().__init__(*args, **kwargs)
        self.initial["sides"] = ", ".join(self.instance.sides) or (
            None if self.instance.pk else "client, provider"
        )
        owner = self.fields["owner"]
        assert isinstance(owner, forms.ModelChoiceField)
        owner.queryset = Account.objects.filter(memberships__organisation=organisation).order_by(
            "name", "email"
        )
        owner.empty_label, owner.required = "Nobody yet", False

    def clean_title(self) -> str:
        """The title as it is shown."""
        return title_of(self.cleaned_data["title"], "Say in a few words what the policy is about.")

    def clean_sides(self) -> list[str]:
        """The sides, each once."""
        return list(
            dict.fromkeys(
                side.strip()[:80] for side in self.cleaned_data["sides"].split(",") if side.strip()
            )
        )


class InviteForm(forms.Form):
    """Whom to invite: one address, or whoever holds a link."""

    email = forms.EmailField(
        label="E-mail address",
        required=False,
        error_messages={"invalid": WRONG_ADDRESS},
        help_text="Leave it empty to make a link for several people.",
        widget=forms.EmailInput({"autocomplete": "off"}),
    )
    role = forms.ChoiceField(label="As", choices=Belonging.choices, initial=Belonging.MEMBER)

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        """For one organisation."""
        super().__init__(*args, **kwargs)
        self.organisation = organisation

    def clean_email(self) -> str:
        """The address, where it is not a member's already."""
        email = self.cleaned_data["email"].lower()
        if (
            email
            and Membership.objects.filter(
                organisation=self.organisation, account__email=email
            ).exists()
        ):
            raise forms.ValidationError("Somebody with this address is a member already.")
        return email


class TakeInForm(forms.Form):
    """A workshop that was made by a link alone, and the policy to which it shall belong."""

    link = forms.CharField(
        label="The facilitator's link, or the page with all links",
        max_length=500,
        error_messages={"required": "Paste the facilitator's link of the workshop."},
    )
    policy = forms.ModelChoiceField(
        label="The policy that it works on",
        queryset=Policy.objects.none(),
        empty_label=None,
        error_messages={"required": "Make a policy first; workshops belong to one."},
    )

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        """The organisation's own policies can be chosen."""
        super().__init__(*args, **kwargs)
        policy = self.fields["policy"]
        assert isinstance(policy, forms.ModelChoiceField)
        policy.queryset = Policy.objects.filter(organisation=organisation).order_by("title")
