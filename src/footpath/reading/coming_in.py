"""How one comes in: whether people register, and whether they may just turn up."""

import re

from footpath.reading.calls import first_kept
from footpath.reading.coming_in_elsewhere import ELSEWHERE
from footpath.reading.draft import Draft, Found
from footpath.reading.passages import Passage

_REGISTER = (
    r"(?:regist(?:er(?:s|ing)?|ration)|sign(?:ing)?[- ]?up|book(?:ing)?|tickets?|rsvp|reserv(?:e|"
    r"ation|ing)|enrol(?:ment|l?ing)?)"
)
REGISTERING = re.compile(rf"\b{_REGISTER}\b", re.IGNORECASE)
_NOT_NEEDED = re.compile(
    rf"\bno (?:need|obligation) (?:to |for )?(?:pre-?)?{_REGISTER}\b|\bno (?:advance |prior |"
    rf"pre-?)?{_REGISTER}(?: is)?(?: (?:needed|required|necessary))?\b|"
    rf"\b{_REGISTER} (?:is |are )?(?:not|isn't|aren't) (?:needed|required|necessary|essential)\b|"
    rf"\b(?:don't|do not|needn't|need not)(?: need to| have to)? {_REGISTER}\b|"
    rf"\bwithout {_REGISTER}\b",
    re.I,
)
_REQUIRED = re.compile(
    rf"\b{_REGISTER}[^\n.;!?]{{0,30}}? (?:is |are )?(?:essential|required|compulsory|mandatory|"
    rf"necessary|needed|a must)\b|\b(?:must|have to|need to) (?:pre-?)?{_REGISTER}\b|"
    rf"\b(?:by|with) (?:advance |prior )?(?:registration|booking|ticket|reservation) only\b|"
    rf"\b(?:registration|booking|tickets?) only\b|\bonly (?:with|by) (?:prior )?{_REGISTER}\b|"
    rf"\b(?:required|essential) to {_REGISTER}\b",
    re.I,
)
_BY_MAIL = re.compile(
    r"\b(?:let us know|tell us|drop us (?:a line|an? e-?mail)|e-?mail(?: us)?|write to(?: us)?|"
    r"reply|rsvp|register|sign up|book|contact)\b[^\n.;!?]{0,60}?(?:\bby e-?mail|\bvia e-?mail|"
    r"\be-?mail\b|[\w.+-]{1,40}@[\w.-]{3,60})",
    re.I,
)
_COMING = re.compile(r"coming|attend|place|join|regist|rsvp|sign|book|take part|interest", re.I)
_ASKED = re.compile(
    rf"\bplease (?:do )?(?:{_REGISTER}|let us know)\b|\brsvp\b|\b{_REGISTER} (?:by|before|in "
    rf"advance)\b|\blet us know (?:if|that|whether) you\b",
    re.I,
)
_OFFERED = re.compile(
    rf"\b(?:{_REGISTER} (?:now|here|for|via|through|at|on|to|below|is open|opens|link|form|page|"
    rf"your)|get (?:your )?tickets?|save your (?:seat|place|spot)|(?:in the|for the) "
    rf"[^\n.]{{0,30}}register)\b|^{_REGISTER}\W{{0,3}}$|\bregister\b",
    re.I | re.M,
)

_DROP_IN = re.compile(
    r"\b(?:(?:just|simply|can|also|may|welcome to|feel free to) (?:turn|show|rock) up(?! (?:early|"
    r"late|on time|in time|a ))|(?:just|simply) (?:come "
    r"along|come|join|drop in)(?=[ .,!)]|$)|turn up on the (?:day|night)|drop[- ]?ins? (?:is |are |"
    r"also )?(?:very )?(?:welcome|fine|ok|possible|session)|"
    r"(?:come|turn up|come along|join(?: us)?) (?:anyway|all the same|regardless)|"
    r"(?:feel free to|you can|welcome to|may|also) drop in|drop in (?:any ?time|whenever|between)|"
    r"come and go|walk[- ]?ins? (?:are |also )?(?:welcome|fine|ok|possible))",
    re.I | re.M,
)
_NO_DROP_IN = re.compile(
    r"\bno (?:drop|walk)[- ]?ins?\b|\b(?:cannot|can't|not|don't|do not|unable to) (?:just |simply |"
    r"be able to )?(?:turn up|drop in|accept (?:drop|walk)[- ]?ins|come without)\b",
    re.I,
)


def read_coming_in(notice: Passage, draft: Draft) -> None:
    """Fill in registering and just turning up."""
    text = notice.text
    not_needed = _NOT_NEEDED.search(text) or ELSEWHERE["not needed"].search(text)
    required = first_kept(_REQUIRED, text) or ELSEWHERE["required"].search(text)
    if (
        required
        and not_needed
        and required.start() < not_needed.end()
        and not_needed.start() < required.end()
    ):
        required = None  # "keine Anmeldung nötig" holds the words for "Anmeldung nötig"
    by_mail = next(
        (one for one in _BY_MAIL.finditer(text) if _COMING.search(_sentence(text, one))), None
    )
    asked = first_kept(_ASKED, text) or ELSEWHERE["asked"].search(text)
    offered = first_kept(_OFFERED, text) or ELSEWHERE["offered"].search(text)
    ways = (
        ("not needed", not_needed),
        ("required", required),
        ("by e-mail", by_mail),
        ("asked", asked),
        ("offered", offered),
    )
    said_first = next(((way, match) for way, match in ways if match), None)
    no_drop_in = _NO_DROP_IN.search(text) or ELSEWHERE["no drop in"].search(text)
    drop_in = _DROP_IN.search(text) or ELSEWHERE["drop in"].search(text)
    drop_in = (
        None
        if no_drop_in and drop_in and no_drop_in.start() <= drop_in.start() < no_drop_in.end()
        else drop_in
    )
    if required and (not_needed or (drop_in and not no_drop_in)):
        _ask_which(notice, draft, required, not_needed or drop_in)
        return
    if said_first:
        draft.registration = Found(said_first[0], notice.words(*said_first[1].span()))
    else:
        draft.ask("registration", "The notice does not say whether people register: should they?")
    _read_drop_in(notice, draft, no_drop_in or required, drop_in or not_needed)


def _ask_which(
    notice: Passage, draft: Draft, required: re.Match[str], other: re.Match[str] | None
) -> None:
    """Ask what holds where one must register, and also need not."""
    draft.ask(
        "registration",
        f"The notice says “{required.group()}” and also “{other.group() if other else ''}”: "
        "must people register?",
    )
    draft.ask("drop_in", "May people just turn up?")
    draft.registration.suggested = ["required", "not needed"]
    draft.drop_in.suggested = [True, False]
    draft.registration.words = draft.drop_in.words = notice.words(*required.span())


def _read_drop_in(
    notice: Passage, draft: Draft, no: re.Match[str] | None, yes: re.Match[str] | None
) -> None:
    if no or yes:
        match = no or yes
        draft.drop_in = Found(no is None, notice.words(*match.span()) if match else None)
        return
    if draft.registration.value == "by e-mail" and re.search(
        r"\b(?:let|tell|drop) us\b", draft.registration.words or "", re.I
    ):
        draft.drop_in.suggested = [True]
    draft.ask("drop_in", "The notice does not say whether people may just turn up: may they?")


def _sentence(text: str, match: re.Match[str]) -> str:
    start = (
        max(
            text.rfind(sign, max(0, match.start() - 200), match.start())
            for sign in (". ", "\n", "? ", "! ")
        )
        + 1
    )
    ends = [end for sign in (". ", "\n", "? ", "! ") if (end := text.find(sign, match.end())) >= 0]
    return text[max(start, 0) : min([*ends, match.end() + 200])]
