"""Every page and file that anybody can reach quotes only what somebody said (O8)."""

import re

from quoting import quoted_in
from served import Device, Server
from telling import SAID, Told, made

SPOKEN = {
    SAID,
    "Nobody asked us",
    "Too late",
    "Like ███",
    "First of all, on time",
    "Does this hold for grants?",
    "I would ring first",
}
"""What people say in this workshop; a word in one of them is masked, and one was never
spoken but summed up.
"""
NEVER = re.compile(r"/(?:static|healthz|feed|leave|logout|sign-out|take-back)")


def reachable(somebody: Device, start: str) -> dict[str, str]:
    """Every page and file to which links lead from a page, by its address."""
    found, waiting = dict[str, str](), [start]
    while waiting:
        path = waiting.pop()
        if path in found or NEVER.search(path) or len(found) > 120:
            continue
        answer = somebody.get(path)
        found[path] = (
            answer.text
            if answer.headers.get("content-type", "").startswith(("text/", "appl"))
            else ""
        )
        links = (
            re.findall(r'href="([^"#]+)', found[path])
            if "html" in answer.headers.get("content-type", "")
            else []
        )
        waiting += [
            link.removeprefix(somebody.base)
            for link in links
            if link.startswith(("/", somebody.base))
        ]
    return found


def whole_session(server: Server) -> Told:
    """A session with what people put into words of their own, and with what the group
    or a scribe worded.
    """
    told = Told(server)
    felt = {
        "feeling": -2,
        "feeling_words": "Like secret",
        "quote": "Too late",
        "lane": "",
        "stage": "",
    }
    made(told.sam, "ArrangeMoment", about=told.moment, who=[], used=[], inferred=False, **felt)
    made(told.sam, "MaskWords", passage="secret")
    made(told.sam, "EndTellersTurn", experience=told.story)
    wish = made(
        told.tess,
        "WriteReflection",
        kind="differently",
        text="I would ring first",
        about=[told.moment],
    )
    made(told.fay, "AddAim", text="Somebody rings first", rests_on=[wish, told.moment])
    made(told.fay, "AddValue", name="Care", sentence="We ring", heard_in=[wish])
    made(told.tess, "AskOpenQuestion", text="Does this hold for grants?", about=told.aim)
    made(told.sam, "AnswerLine", about=told.aim, answer="not_quite", text="First of all, on time")
    made(told.sam, "OpenWords", about=told.moment, to="everyone")
    return told


def test_O8_every_page_and_file_quotes_only_what_somebody_said(server: Server) -> None:
    told = whole_session(server)
    link = re.search(
        r"/w/\w+/outline/[0-9a-f]{20,}", told.fay.get(f"/w/{told.fay.address}/links").text
    )
    assert link is not None
    pages = [
        reachable(person, f"/w/{person.address}") for person in (told.fay, told.sam, told.tess)
    ]
    pages += [reachable(told.fay, f"/w/{told.fay.address}/links")]
    pages += [reachable(Device(server.base), start) for start in (link[0], "/")]
    quotations = {said for found in pages for text in found.values() for said in quoted_in(text)}
    assert len({path for found in pages for path in found}) > 25
    assert quotations <= SPOKEN
    assert quotations >= {
        SAID,
        "Too late",
        "Like ███",
        "First of all, on time",
        "I would ring first",
    }
