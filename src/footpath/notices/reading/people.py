"""Who a workshop is for, and what is hoped to come out of it."""

import re

from footpath.notices.reading.calls import first_kept
from footpath.notices.reading.draft import Draft, Found
from footpath.notices.reading.listings import Listing, behind
from footpath.notices.reading.passages import Passage

_MEETING = (
    r"(?:events?|sessions?|workshops?|meetings?|gatherings?|sittings?|evenings?|webinars?|afternoons?|mornings?|days?)"
)
_FOR_WHOM = re.compile(
    r"^(?:[*_#]{0,3}\s?)(?:who (?:is|are) (?:it|this|they|these|we looking|we)\b[^\n:?]{0,30}\bfor|who (?:should|"
    r"can|could|may) (?:come|attend|join|take part)|"
    rf"who it(?:'s| is) for|for(?= ?:)|for whom|audience|who is invited|who's it for|who|open to|is this for you|"
    r"für wen|zielgruppe|pour qui|public|para quién|dirigido a|i bwy|"
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
_ELSEWHERE = re.compile(
    r"(?P<whom>\bcroeso (?:cynnes )?i [^\n.;:!?]{2,80}|\bar (?:gyfer|agor i) (?:pawb|bawb|unrhyw un|aelodau|pobl|"
    r"drigolion|trigolion)"
    r"\b[^\n.;:!?]{0,80}"
    r"|\b(?:alle|jede[rs]?|mitglieder|interessierte|nachbar\w*|bewohner\w*)\b[^\n.;:!?]{0,80}\b(?:willkommen|eingeladen)\b"
    r"|\b(?:eingeladen|willkommen) (?:sind|ist) [^\n.;:!?]{2,100}"
    r"|\bfür (?:alle|mitglieder|interessierte|menschen|bewohner\w*|nachbar\w*)\b[^\n.;:!?]{0,100}"
    r"|\b(?:ouverte?s? à|bienvenue à|réservée?s? aux?) [^\n.;:!?]{2,100}"
    r"|\bpour (?:tous|toutes|les (?:habitant|membre|adhérent|salarié)\w*)\b[^\n.;:!?]{0,100}"
    r"|\b(?:tous|toutes)\b[^\n.;:!?]{0,60}\b(?:bienvenu|invité)\w*"
    r"|\b(?:abiert[oa]s? a|dirigid[oa]s? a) [^\n.;:!?]{2,100}"
    r"|\bpara (?:todos|todas|cualquier\w*|personas|socios|socias|vecin\w+)\b[^\n.;:!?]{0,100}"
    r"|\b(?:todos|todas)\b[^\n.;:!?]{0,60}\b(?:bienvenid|invitad)\w*"
    r"|\b(?:all|everyone|everybody|anyone)\b[^\n.;:!?]{0,60}\binvited\b[^\n.;!?]{0,60})",
    re.IGNORECASE,
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


def read_audience(notice: Passage, draft: Draft, lists: list[Listing]) -> None:
    """Fill in who it is for."""
    text = notice.text
    for listing in lists:
        first = text[listing.items[0].start : listing.items[0].end]
        if _ANYONE.match(first) and listing.items[0].number is None:
            span = (listing.items[0].start, listing.items[-1].end)
            draft.audience = Found(listing.said(notice), notice.words(*span))
            return
    if found := behind(notice, _FOR_WHOM, lists):
        draft.audience = Found(found[0], notice.words(*found[1]))
        return
    for pattern in (_FOR, _WELCOME, _ELSEWHERE):
        match = first_kept(pattern, text)
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
