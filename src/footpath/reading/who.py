"""Who a workshop is for, and what is hoped to come out of it."""

import re

from footpath.reading.calls import first_kept
from footpath.reading.draft import Draft, Found
from footpath.reading.listings import Listing, behind
from footpath.reading.passages import Passage

_MEETING = (
    r"(?:events?|sessions?|workshops?|meetings?|gatherings?|sittings?|evenings?|webinars?|"
    r"afternoons?|mornings?|days?)"
)
_FOR_WHOM = re.compile(
    r"^(?:[*_#]{0,3}\s?)(?:who (?:is|are) (?:it|this|they|these|we looking|we)\b[^\n:?]{0,30}\bfor|"
    r"who (?:should|can|could|may) (?:come|attend|join|take part)|"
    rf"who it(?:'s| is) for|for(?= ?:)|for whom|audience|who is invited|who's it for|who|open to|"
    rf"is this for you|"
    r"für wen|zielgruppe|pour qui|public|para quién|dirigido a|i bwy|"
    rf"(?:this|the) {_MEETING} is for)[*_]*(?:\?|\s?:|(?=\n))[*_]*",
    re.I | re.M,
)
_FOR = re.compile(
    rf"(?:\b(?:this|these|the|our|it|both|all) ?(?:online |free |two |three )?{_MEETING}? (?:is|"
    rf"are) (?:meant |intended |open |aimed )?(?:for|to|at) (?:all of )?|\b(?:is|are) (?:aimed at|"
    rf"open to|intended for) |(?:^|[.!?] )open to |"
    rf"(?:^|[.!?] )for (?=anyone|everyone|all|members|people|co-?ops|workers))"
    r"(?P<whom>(?:anyone|anybody|everyone|everybody|all|members|people|those|co-?op|workers?|"
    r"whoever|staff|tenants|residents|volunteers|new|the members|our members|"
    r"any)\b[^\n.:;!?()]{0,160})",
    re.I | re.M,
)
_WELCOME = re.compile(
    r"(?P<whom>\b(?:anyone|anybody|everyone|everybody|all)\b(?: (?:is|are))? "
    r"?[^\n.;:!?]{0,80}\bwelcome\b[^\n.;:!?]{0,120}|\b(?:all|everyone) welcome\b)",
    re.I,
)
_ELSEWHERE = re.compile(
    r"(?P<whom>\bcroeso (?:cynnes )?i [^\n.;:!?]{2,80}|\bar (?:gyfer|agor i) (?:pawb|bawb|unrhyw "
    r"un|aelodau|pobl|drigolion|trigolion)"
    r"\b[^\n.;:!?]{0,80}"
    r"|\b(?:alle|jede[rs]?|mitglieder|interessierte|nachbar\w*|"
    r"bewohner\w*)\b[^\n.;:!?]{0,80}\b(?:willkommen|eingeladen)\b|\b(?:eingeladen|willkommen) "
    r"(?:sind|ist) [^\n.;:!?]{2,100}|\bfür (?:alle|mitglieder|interessierte|menschen|bewohner\w*|"
    r"nachbar\w*)\b[^\n.;:!?]{0,100}|\b(?:ouverte?s? à|bienvenue à|réservée?s? aux?) "
    r"[^\n.;:!?]{2,100}|\bpour (?:tous|toutes|les (?:habitant|membre|adhérent|"
    r"salarié)\w*)\b[^\n.;:!?]{0,100}|\b(?:tous|toutes)\b[^\n.;:!?]{0,60}\b(?:bienvenu|invité)\w*"
    r"|\b(?:abiert[oa]s? a|dirigid[oa]s? a) [^\n.;:!?]{2,100}"
    r"|\bpara (?:todos|todas|cualquier\w*|personas|socios|socias|vecin\w+)\b[^\n.;:!?]{0,100}"
    r"|\b(?:todos|todas)\b[^\n.;:!?]{0,60}\b(?:bienvenid|invitad)\w*"
    r"|\b(?:all|everyone|everybody|anyone)\b[^\n.;:!?]{0,60}\binvited\b[^\n.;!?]{0,60})",
    re.IGNORECASE,
)
_ANYONE = re.compile(
    r"(?:anyone|anybody|everyone|everybody|people|members|those|co-?op members|whoever)\b", re.I
)

_OUTCOMES = re.compile(
    r"^(?:[*_#]{0,3}\s?)(?:(?:expected |intended |hoped[- ]for )?(?:outcomes?|outputs?|results?|"
    r"deliverables?)|what (?:will|should|we hope (?:will )?)(?: to)? ?come out[^\n:]{0,20}|what "
    r"(?:do |you'll|you will |will )?(?:we|you)?(?: all)? ?(?:hope to |want to |will |'ll )?(?:get "
    r"out of|leave with|take (?:home|away)|come away with|achieve|produce)[^\n:]{0,50})[*_]*(?:\?|"
    r"\s?:|(?=\n))[*_]*|\b(?:what )?(?:we|you) (?:hope|want|aim|would like) to (?:get out of|leave "
    r"with|come away with|take away from)\b[^\n:.]{0,60}(?::|(?=\n))"
    r"|\bby the end(?: of (?:the|this|our) [^\n,:.]{0,30})?,? (?:we|you)(?: will|'ll|'d like to| "
    r"should| want to| hope to| would like to)? have\b\s?:?"
    r"|\b(?:we|you)(?: will|'ll| want to| hope to| should| would like to) (?:leave|come away|go "
    r"home|end up|come out|finish) with\b\s?:?",
    re.I | re.M,
)
_TO_PRODUCE = re.compile(
    r"\bto (?:create|produce|draft|write|make|agree) (?P<what>(?:an?|the|our) "
    r"[^\n.;:]{0,20}?(?:outline|draft|list|version)\b[^\n.;:,]{0,80})",
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
            draft.audience = Found(
                [notice.said(*match.span("whom")).strip(" ,-–")], notice.words(*match.span("whom"))
            )
            return
    draft.ask("audience", "The notice does not say who the workshop is for: who should come?")


def read_outcomes(notice: Passage, draft: Draft, lists: list[Listing]) -> None:
    """Fill in what is hoped to come out of it."""
    if found := behind(notice, _OUTCOMES, lists):
        draft.outcomes = Found(
            [line.strip(" .") if len(found[0]) == 1 else line for line in found[0]],
            notice.words(*found[1]),
        )
    elif match := _TO_PRODUCE.search(notice.text):
        draft.outcomes = Found(
            [notice.said(*match.span("what"))], notice.words(*match.span("what"))
        )
    else:
        draft.ask(
            "outcomes",
            "The notice does not say what should come out of the workshop: what do you hope for?",
        )
