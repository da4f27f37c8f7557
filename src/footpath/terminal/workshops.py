"""Making a workshop from the terminal, and the demonstration's workshop."""

import argparse
import sys

from django.conf import settings

from footpath.config import starting
from footpath.config.environment import served_at
from footpath.method import Refusal
from footpath.notices.example_notice import demo_notice
from footpath.record.writer import Fault, Writer
from footpath.research.example_projects import demo_projects
from footpath.terminal.organisations import DEMO_ADDRESS, demo_organisation
from footpath.workshops.doors import links_of
from footpath.workshops.making import make_workshop
from footpath.workshops.models import Workshop

DEMO = "demonstration"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`footpath workshop new TITLE`."""
    parser.add_argument("do", choices=["new"])
    parser.add_argument("title")
    parser.add_argument(
        "--sides", default="client,provider", help="the policy's sides, with commas"
    )
    served = settings.BASE_URL or "http://localhost:8000"
    parser.add_argument("--url", type=served_at, default=served, help="where this is served")


def workshop(options: argparse.Namespace) -> int:
    """Make a workshop and print its links."""
    starting.ready()
    writer = Writer()
    try:
        made = make_workshop(writer, options.title, sides=options.sides.split(","))
    except (Refusal, Fault) as no:
        print(no, file=sys.stderr)
        return 1
    finally:
        writer.close()
    for line in lines_of(made, options.url):
        print(line)
    return 0


def lines_of(made: Workshop, base: str) -> list[str]:
    """The links of a workshop as plain lines."""
    links = links_of(made, base)
    return [
        f"Workshop: {made.title}",
        *(f"{role}: {links[role]}" for role in ("facilitator", "scribe", "observer", "wall")),
        f"guests: {links['guest']}",
        f"code: {made.readable_code} at {base}/code",
    ]


def demo_lines(base: str) -> list[str]:
    """The demonstration's links; its workshop is made on the first start and kept."""
    made = Workshop.objects.filter(made_with=DEMO).first()
    if made is None:
        writer = Writer()
        made = make_workshop(
            writer,
            "Commissioning and procurement policy",
            made_with=DEMO,
            welcome=(
                "How do we want to buy, and be bought from? Bring what you have lived through; "
                "short is fine."
            ),
        )
        writer.close()
    demo_organisation(made)
    made.refresh_from_db()
    demo_notice(made)
    demo_projects(made)
    watch = f".venv/bin/footpath replay examples/repairs.json --url {base} --speed 60"
    convene = (
        f"To convene workshops: sign in at {base}/sign-in as {DEMO_ADDRESS}; the code appears at "
        f"{base}/mails"
    )
    return [
        f"Footpath is at {base}",
        *lines_of(made, base),
        convene,
        f"To watch an invented session happen: {watch}",
    ]
