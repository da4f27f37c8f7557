"""The outline as its readers get it: the page's text, and what happened before it."""

import re
from html import unescape
from typing import Any

from django.template.loader import render_to_string
from table import Group

from footpath.method.flipchart.threads import Edition
from footpath.organisations.models import Policy
from footpath.pages.publishing.outline_page import EditionRead, outline_page
from footpath.publishing.edition_words import whose
from footpath.workshops.models import Workshop


def page(group: Group, *, edition: Edition = Edition.TOOK_PART) -> str:
    """The outline's page as HTML."""
    reading = EditionRead(edition, whose(edition), edition, getattr(group, "fay", None), "token")
    workshop = Workshop(address="here", title="Buying", policy=Policy(address="buying"))
    context = {**outline_page(group.chart, reading), "workshop": workshop}
    return render_to_string("publishing/outline.html", context)


def text_of(html: str) -> str:
    """What somebody reads on a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def thread(html: str, id: int) -> str:
    """The thread of one line, as text."""
    return text_of(html.split(f'id="thread-{id}"')[1].split("</aside>")[0])


class Told(Group):
    """Sam told a story of one moment, said what he would do differently, and the group made a
    step and an aim of it.
    """

    def __init__(self, **moment: Any) -> None:
        """Everything is there once, and rests on the moment."""
        super().__init__()
        self.tale = self.story()
        self.place = self.moment(self.tale, **{"quote": "I rang round for wages", **moment})
        self.wish = self.do(
            self.sam,
            "WriteReflection",
            kind="differently",
            text="Send the number early",
            about=[self.place],
        )
        self.aim = self.do(self.fay, "AddAim", text="Prompt pay", rests_on=[self.wish])
        self.step = self.do(
            self.kit,
            "AddElement",
            kind="activity",
            text="Send the number",
            lane="Finance",
            answers=[self.wish],
        )
