"""Where: online or at an address, by which call, and with which link."""

import re

from footpath.reading.addresses import LABEL, TO_COME, find_address
from footpath.reading.calls import (
    PLATFORM,
    call_links,
    first_kept,
    online_meeting,
    platform_of,
    unclear_online,
)
from footpath.reading.draft import Draft, WhereSaid
from footpath.reading.passages import Passage
from footpath.reading.unread import passage_round

_IN_PERSON = re.compile(
    r"\b(?:in[- ]person|face[- ]to[- ]face|on[- ]site|in the (?:meeting )?room)\b", re.I
)
_HYBRID = re.compile(r"\bhybrid\b", re.I)


def read_where(notice: Passage, draft: Draft) -> None:
    """Fill in where it takes place."""
    text = notice.text
    platform = first_kept(PLATFORM, text)
    link = next(iter(call_links(text)), None)
    online = online_meeting(text)
    in_person = first_kept(_IN_PERSON, text)
    hybrid = _HYBRID.search(text)
    address = find_address(text)
    at_a_distance, together = platform or link or online or hybrid, address or in_person or hybrid
    if not (at_a_distance or together):
        _ask_where(notice, draft)
        return
    kind = "both" if at_a_distance and together else "online" if at_a_distance else "in person"
    draft.where.value = WhereSaid(
        kind,
        platform_of(platform) if platform else None,
        link.group().rstrip(".,;") if link else None,
        address[0] if address else None,
    )
    spans = [
        one.span()
        for one in (
            platform, link, online if not platform and not link else None, hybrid,
            in_person if not address else None,
        )
        if one
    ]  # fmt: skip
    spans += [address[1:]] if address else []
    draft.where.words = notice.words(min(start for start, _ in spans), max(end for _, end in spans))
    if at_a_distance and not link:
        name = platform_of(platform) if platform else "an online meeting"
        draft.ask("where", f"The notice names {name} and gives no link: what is the link?")
    if (in_person or hybrid) and not address:
        draft.ask(
            "where",
            "The notice says that people meet in person, but not at which address: where is it?",
        )


def _ask_where(notice: Passage, draft: Draft) -> None:
    text = notice.text
    if unclear := unclear_online(text):
        draft.ask(
            "where",
            f"I could not read “{passage_round(notice, *unclear.span())}”: do people meet online?",
        )
        return
    label = LABEL.search(text)
    said = label["said"].strip() if label else ""
    if said and TO_COME.match(said):
        draft.ask("where", f"The notice says of the place “{said}”: where will it be?")
    else:
        draft.ask(
            "where", "The notice does not say where it takes place: online, at an address, or both?"
        )
