"""Who a workshop is for, what is hoped to come out of it, and how one comes in."""

import re

from footpath.notices.reading.draft import Draft, Found
from footpath.notices.reading.listings import Listing, behind
from footpath.notices.reading.passages import Passage
from footpath.notices.reading.places import kept

_MEETING = (
    r"(?:events?|sessions?|workshops?|meetings?|gatherings?|sittings?|evenings?|webinars?|afternoons?|mornings?|days?)"
)
_FOR_WHOM = re.compile(
    r"^(?:[*_#]{0,3}\s?)(?:who (?:is|are) (?:it|this|they|these|we looking|we)\b[^\n:?]{0,30}\bfor|who (?:should|"
    r"can|could|may) (?:come|attend|join|take part)|"
    rf"who it(?:'s| is) for|for(?= ?:)|for whom|audience|who is invited|who's it for|who|open to|is this for you|"
    rf"(?:this|the) {_MEETING} is for)[*_]*(?:\?|\s?:|(?=\n))[*_]*",
    re.I | re.M,
)
_FOR = re.compile(
    rf"(?:\b(?:this|these|the|our|it|both|all) ?(?:online |free |two |three )?{_MEETING}? (?:is|are) (?:meant |"
    rf"intended |open |aimed )?(?:for|to|at) (?:all of )?|\b(?:is|are) (?:aimed at|open to|intended for) |(?:^|"
    rf"[.!?] )open to |"
    rf"(?:^|[.!?] )for (?=anyone|everyone|all|members|people|co-?ops|workers))"
    r"(?P<whom>(?:anyone|anybody|everyone|everybody|all|members|people|those|co-?op|workers?|whoever|staff|"
    r"tenants|residents|volunteers|new|the members|our members|any)\b[^\n.:;!?()]{0,160})",
    re.I | re.M,
)
_WELCOME = re.compile(
    r"(?P<whom>\b(?:anyone|anybody|everyone|everybody|all)\b(?: (?:is|are))? "
    r"?[^\n.;:!?]{0,80}\bwelcome\b[^\n.;:!?]{0,120}|\b(?:all|everyone) welcome\b)",
    re.I,
)
_ANYONE = re.compile(r"(?:anyone|anybody|everyone|everybody|people|members|those|co-?op members|whoever)\b", re.I)

_OUTCOMES = re.compile(
    r"^(?:[*_#]{0,3}\s?)(?:(?:expected |intended |hoped[- ]for )?(?:outcomes?|outputs?|results?|deliverables?)|"
    r"what (?:will|should|we hope (?:will )?)(?: to)? ?come out[^\n:]{0,20}|what (?:do |you'll|you will |will "
    r")?(?:we|you)?(?: all)? ?(?:hope to |want to |will |'ll )?(?:get out of|leave with|take (?:home|away)|come "
    r"away with|achieve|produce)[^\n:]{0,50})[*_]*(?:\?|\s?:|(?=\n))[*_]*"
    r"|\b(?:what )?(?:we|you) (?:hope|want|aim|would like) to (?:get out of|leave with|come away with|take away "
    r"from)\b[^\n:.]{0,60}(?::|(?=\n))"
    r"|\bby the end(?: of (?:the|this|our) [^\n,:.]{0,30})?,? (?:we|you)(?: will|'ll|'d like to| should| want to| "
    r"hope to| would like to)? have\b\s?:?"
    r"|\b(?:we|you)(?: will|'ll| want to| hope to| should| would like to) (?:leave|come away|go home|end up|come "
    r"out|finish) with\b\s?:?",
    re.I | re.M,
)
_TO_PRODUCE = re.compile(
    r"\bto (?:create|produce|draft|write|make|agree) (?P<what>(?:an?|the|our) [^\n.;:]{0,20}?(?:outline|draft|"
    r"list|version)\b[^\n.;:,]{0,80})",
    re.I,
)

_REGISTER = (
    r"(?:regist(?:er(?:ing)?|ration)|sign(?:ing)?[- ]?up|book(?:ing)?|tickets?|rsvp|reserv(?:e|ation|ing)|"
    r"enrol(?:ment|l?ing)?)"
)
REGISTERING = re.compile(rf"\b{_REGISTER}\b", re.IGNORECASE)
_NOT_NEEDED = re.compile(
    rf"\bno (?:need|obligation) (?:to |for )?(?:pre-?)?{_REGISTER}\b|\bno (?:advance |prior |"
    rf"pre-?)?{_REGISTER}(?: is)?(?: (?:needed|required|necessary))?\b|"
    rf"\b{_REGISTER} (?:is |are )?(?:not|isn't|aren't) (?:needed|required|necessary|essential)\b|\b(?:don't|do "
    rf"not|needn't|need not)(?: need to| have to)? {_REGISTER}\b|\bwithout {_REGISTER}\b",
    re.I,
)
_REQUIRED = re.compile(
    rf"\b{_REGISTER}[^\n.;!?]{{0,30}}? (?:is |are )?(?:essential|required|compulsory|mandatory|necessary|needed|a "
    rf"must)\b|\b(?:must|have to|need to) (?:pre-?)?{_REGISTER}\b|"
    rf"\b(?:by|with) (?:advance |prior )?(?:registration|booking|ticket|reservation) only\b|\b(?:registration|"
    rf"booking|tickets?) only\b|\bonly (?:with|by) (?:prior )?{_REGISTER}\b|\b(?:required|essential) to "
    rf"{_REGISTER}\b",
    re.I,
)
_BY_MAIL = re.compile(
    r"\b(?:let us know|tell us|drop us (?:a line|an? e-?mail)|e-?mail(?: us)?|write to(?: us)?|reply|rsvp|"
    r"register|sign up|book|contact)\b[^\n.;!?]{0,60}?(?:\bby e-?mail|\bvia e-?mail|\be-?mail\b|"
    r"[\w.+-]{1,40}@[\w.-]{3,60})",
    re.I,
)
_COMING = re.compile(r"coming|attend|place|join|regist|rsvp|sign|book|take part|interest", re.I)
_ASKED = re.compile(
    rf"\bplease (?:do )?(?:{_REGISTER}|let us know)\b|\brsvp\b|\b{_REGISTER} (?:by|before|in advance)\b|\blet us "
    rf"know (?:if|that|whether) you\b",
    re.I,
)
_OFFERED = re.compile(
    rf"\b(?:{_REGISTER} (?:now|here|for|via|through|at|on|to|below|is open|opens|link|form|page|your)|get (?:your "
    rf")?tickets?|save your (?:seat|place|spot)|(?:in the|for the) [^\n.]{{0,30}}register)\b|"
    rf"^{_REGISTER}\W{{0,3}}$|\bregister\b",
    re.I | re.M,
)

_DROP_IN = re.compile(
    r"\b(?:(?:just|simply|can|also|may|welcome to|feel free to) (?:turn|show|rock) up(?! (?:early|late|on time|in "
    r"time|a ))|(?:just|simply) (?:come "
    r"along|come|join|drop in)(?=[ .,!)]|$)|turn up on the (?:day|night)|drop[- ]?ins? (?:is |are |also )?(?:very "
    r")?(?:welcome|fine|ok|possible|session)|"
    r"(?:come|turn up|come along|join(?: us)?) (?:anyway|all the same|regardless)|"
    r"(?:feel free to|you can|welcome to|may|also) drop in|walk[- ]?ins? (?:are |also )?(?:welcome|fine|ok|possible))",
    re.I | re.M,
)
_NO_DROP_IN = re.compile(
    r"\bno (?:drop|walk)[- ]?ins?\b|\b(?:cannot|can't|not|don't|do not|unable to) (?:just |simply |be able to "
    r")?(?:turn up|drop in|accept (?:drop|walk)[- ]?ins|come without)\b",
    re.I,
)


def read_audience(notice: Passage, draft: Draft, lists: list[Listing]) -> None:
    """Fill in who it is for."""
    text = notice.text
    for listing in lists:
        first = text[listing.items[0].start : listing.items[0].end]
        if _ANYONE.match(first) and listing.items[0].number is None:
            span = (listing.items[0].start, listing.items[-1].end)
            draft.audience = Found([notice.said(item.start, item.end) for item in listing.items], notice.words(*span))
            return
    if found := behind(notice, _FOR_WHOM, lists):
        draft.audience = Found(found[0], notice.words(*found[1]))
        return
    for pattern in (_FOR, _WELCOME):
        match = next((one for one in pattern.finditer(text) if kept(text, one)), None)
        if match:
            draft.audience = Found([notice.said(*match.span("whom")).strip(" ,-–")], notice.words(*match.span("whom")))
            return
    draft.ask("audience", "The notice does not say who the workshop is for: who should come?")


def read_outcomes(notice: Passage, draft: Draft, lists: list[Listing]) -> None:
    """Fill in what is hoped to come out of it."""
    if found := behind(notice, _OUTCOMES, lists):
        draft.outcomes = Found(
            [line.strip(" .") if len(found[0]) == 1 else line for line in found[0]], notice.words(*found[1])
        )
    elif match := _TO_PRODUCE.search(notice.text):
        draft.outcomes = Found([notice.said(*match.span("what"))], notice.words(*match.span("what")))
    else:
        draft.ask("outcomes", "The notice does not say what should come out of the workshop: what do you hope for?")


def read_coming_in(notice: Passage, draft: Draft) -> None:
    """Fill in registering and just turning up."""
    text = notice.text
    not_needed, required = _NOT_NEEDED.search(text), _first(_REQUIRED, text)
    by_mail = next((one for one in _BY_MAIL.finditer(text) if _COMING.search(_sentence(text, one))), None)
    asked, offered = _first(_ASKED, text), _first(_OFFERED, text)
    ways = (
        ("not needed", not_needed),
        ("required", required),
        ("by e-mail", by_mail),
        ("asked", asked),
        ("offered", offered),
    )
    said_first = next(((way, match) for way, match in ways if match), None)
    no_drop_in, drop_in = _NO_DROP_IN.search(text), _DROP_IN.search(text)
    drop_in = None if no_drop_in and drop_in and no_drop_in.start() <= drop_in.start() < no_drop_in.end() else drop_in
    if required and (not_needed or (drop_in and not no_drop_in)):
        other = not_needed or drop_in
        draft.ask(
            "registration",
            f"The notice says “{required.group()}” and also “{other.group() if other else ''}”: must people register?",
        )
        draft.ask("drop_in", "May people just turn up?")
        draft.registration.suggested, draft.drop_in.suggested = ["required", "not needed"], [True, False]
        draft.registration.words = draft.drop_in.words = notice.words(*required.span())
        return
    if said_first:
        draft.registration = Found(said_first[0], notice.words(*said_first[1].span()))
    else:
        draft.ask("registration", "The notice does not say whether people register: should they?")
    _read_drop_in(notice, draft, no_drop_in or required, drop_in or not_needed)


def _read_drop_in(notice: Passage, draft: Draft, no: re.Match[str] | None, yes: re.Match[str] | None) -> None:
    if no or yes:
        match = no or yes
        draft.drop_in = Found(no is None, notice.words(*match.span()) if match else None)
        return
    if draft.registration.value == "by e-mail" and re.search(
        r"\b(?:let|tell|drop) us\b", draft.registration.words or "", re.I
    ):
        draft.drop_in.suggested = [True]
    draft.ask("drop_in", "The notice does not say whether people may just turn up: may they?")


def _first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next((one for one in pattern.finditer(text) if kept(text, one)), None)


def _sentence(text: str, match: re.Match[str]) -> str:
    start = max(text.rfind(sign, max(0, match.start() - 200), match.start()) for sign in (". ", "\n", "? ", "! ")) + 1
    ends = [end for sign in (". ", "\n", "? ", "! ") if (end := text.find(sign, match.end())) >= 0]
    return text[max(start, 0) : min([*ends, match.end() + 200])]
