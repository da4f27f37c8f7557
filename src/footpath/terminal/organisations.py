"""Setting up from the terminal, and the demonstration's organisation."""

import argparse
import sys

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.urls import reverse

from footpath.accounts.models import Account
from footpath.accounts.sign_in_links import token_for
from footpath.clocks import zones
from footpath.config import starting
from footpath.config.environment import served_at
from footpath.organisations.models import Policy
from footpath.pages.accounts.forms import WRONG_ADDRESS
from footpath.pages.organisations.first_run import set_up
from footpath.workshops.models import Workshop

DEMO_ADDRESS = "demo@footpath.example"
ASKED = {
    "organisation": "What is your organisation called? ",
    "name": "Your name: ",
    "email": "Your e-mail address, to which codes for signing in go: ",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Each can be given; what is not is asked for."""
    parser.add_argument("--organisation", help="the organisation's name")
    parser.add_argument("--name", help="your name")
    parser.add_argument("--email", help="your e-mail address; codes for signing in go there")
    parser.add_argument(
        "--time-zone", default="Europe/London", help="such as Europe/London (default)"
    )
    served = settings.BASE_URL or "http://localhost:8000"
    parser.add_argument("--url", type=served_at, default=served, help="where this is served")


def setup(options: argparse.Namespace) -> int:
    """Make an organisation with a steward who operates this installation; print
    a link to sign in.
    """
    given = {name: getattr(options, name) or _asked(question) for name, question in ASKED.items()}
    wrong = _wrong(given, options.time_zone)
    if wrong:
        print(wrong, file=sys.stderr)
        return 1
    starting.ready()
    account, organisation = set_up(**given, time_zone=options.time_zone)
    base = options.url
    print(f"{account} looks after {organisation}, and operates this installation.")
    print(f"Sign in within the hour at {base}{reverse('sign-in-link', args=[token_for(account)])}")
    print(f"Later, at {base}{reverse('account_login')}, a code is mailed to {account.email}.")
    return 0


def _asked(question: str) -> str:
    try:
        return input(question).strip()
    except EOFError:
        return ""


def _wrong(given: dict[str, str], time_zone: str) -> str:
    """What cannot be right, in one sentence; empty where all can."""
    try:
        validate_email(given["email"])
    except ValidationError:
        return WRONG_ADDRESS
    if not given["name"] or len(given["name"]) > 80:
        return "Type your name; at most 80 letters."
    if not given["organisation"] or len(given["organisation"]) > 120:
        return "Say what the organisation is called; at most 120 letters."
    if time_zone not in zones():
        return "Name a time zone by a town in it, such as Europe/London."
    return ""


def demo_organisation(workshop: Workshop) -> None:
    """The demonstration's organisation, with the policy that its workshop works on; made once."""
    if Account.objects.exists():
        return
    account, organisation = set_up("Hedgerow Co-operative", "Heron", DEMO_ADDRESS, "Europe/London")
    policy = Policy.objects.create(
        organisation=organisation,
        title="Commissioning and procurement",
        about="How we buy from others, and how we are bought from.",
        sides=["client", "provider"],
        owner=account,
    )
    Workshop.objects.filter(pk=workshop.pk, policy=None).update(policy=policy)
