"""A page, structured data or a calendar file in which somebody wrote what no text is made of: it is
read without that, stored without it, and never a fault (L1c).
"""

import uuid
from typing import Any

import pytest
from convening import Convening, fields
from django.core.files.uploadedfile import SimpleUploadedFile

from footpath.notices.models import Notice, Study
from footpath.workshops.models import Workshop

pytestmark = pytest.mark.django_db(transaction=True)

ESCAPES = ["\\ud800", "\\udfff\\ud800", "\\u0000"]
DATA = (
    '{"@context":"https://schema.org","@type":"Event","name":"Spring%s day","audience":"Any%sone",'
    '"description":"Who is it for?\\n* Any%sone\\n\\nIt contributes to a research project:\\n'
    '* How%s we lend","startDate":"2030-03-01T10:00+00:00","endDate":"2030-03-01T12:00+00:00",'
    '"location":{"@type":"Place","name":"Hall%s one","address":"1 Mill%s Lane"}}'
)
TEXT = """Sharing%s the workshop's tools

We meet on Thursday 14 November, 6.30-8.30pm at Mill%s Lane 1.

Who is it for?
* Any%sone who lends
"""
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:1%s@example.org
DTSTAMP:20300101T000000Z
DTSTART;TZID=Europe/Paris:20300314T183000
DTEND;TZID=Europe/Paris:20300314T203000
SUMMARY:Sharing%s to\\%sols
LOCATION:Hall%s one
DESCRIPTION:Who is it for?\\n* Any%sone
END:VEVENT
END:VCALENDAR
"""


def begins(**given: Any) -> Notice:
    """Sorrel begins a notice from what was given; its page opens afterwards."""
    convening = Convening()
    sorrel = convening.device(convening.sorrel)
    sorrel.raise_request_exception = False
    typed = {"id": str(uuid.uuid4()), "begin": "pasted", **given}
    came = sorrel.post(f"/p/{convening.policy.address}/new", typed)
    assert came.status_code == 302, came.status_code
    assert fields(sorrel, came.headers["Location"])
    return Notice.objects.order_by("-workshop__pk")[0]


def everything(notice: Notice) -> str:
    """All that is stored of it."""
    rows = [
        *Notice.objects.filter(pk=notice.pk).values(),
        *Workshop.objects.filter(pk=notice.workshop.pk).values(),
        *Study.objects.filter(notice=notice).values(),
    ]
    return "".join(_texts(rows))


def _texts(given: Any) -> list[str]:
    if isinstance(given, dict):
        return [text for one in given.items() for text in _texts(one)]
    if isinstance(given, (list, tuple)):
        return [text for one in given for text in _texts(one)]
    return [str(given)]


def is_text(stored: str) -> bool:
    return not any(letter == "\x00" or "\ud800" <= letter <= "\udfff" for letter in stored)


@pytest.mark.parametrize("escape", ESCAPES)
@pytest.mark.parametrize("as_page", [False, True])
def test_L1c_structured_data_with_what_is_no_text_is_read_without_it(
    escape: str, *, as_page: bool
) -> None:
    pasted = DATA.replace("%s", escape)
    if as_page:
        script = f"<script type='application/ld+json'>{pasted}</script>"
        pasted = f"<html><head>{script}</head><body>Spring day</body></html>"
    notice = begins(pasted=pasted)
    assert is_text(everything(notice))
    assert notice.workshop.title.replace("\ufffd", "") == "Spring day" and notice.place


@pytest.mark.parametrize("letter", ["&#0;", "&#xD800;", "&#55296;", "&#xDFFF;", "&#x110000;"])
def test_L1c_a_page_that_names_no_character_by_its_number_is_read_without_it(letter: str) -> None:
    page = "<html><body><p>" + TEXT.replace("%s", letter).replace("\n\n", "</p><p>")
    notice = begins(pasted=page)
    assert is_text(everything(notice))


@pytest.mark.parametrize("name", ["invitation.ics", "notice.txt", "page.html", "page.json"])
@pytest.mark.parametrize("letters", [b"\x00", b"\xed\xa0\x80"])
def test_L1c_a_file_with_what_is_no_text_is_read_without_it(name: str, letters: bytes) -> None:
    shape = {"ics": CALENDAR, "txt": TEXT, "html": f"<p>{TEXT}", "json": DATA}[
        name.partition(".")[2]
    ]
    notice = begins(
        file=SimpleUploadedFile(name, shape.encode().replace(b"%s", letters), "text/plain")
    )
    assert is_text(everything(notice))
