"""Research to which a workshop contributes."""

import re

from footpath.reading.contradictions import ends_open
from footpath.reading.draft import Draft, Found, ResearchSaid
from footpath.reading.listings import Listing
from footpath.reading.passages import Passage

_RESEARCH = re.compile(
    r"\b(?:(?:academic|ongoing|phd|doctoral|university|master'?s?|social|action)\s(?:research|"
    r"study|project|thesis|dissertation)|research\s(?:projects?|study|studies|into|on|about|at|by|"
    r"team|contribution|participants?|information)|"
    r"(?:contribut\w+|used|part|use)\s(?:to|for|in|of)\s(?:[\w-]+\s){0,3}research|"
    r"for (?:my|our|their|her|his|a) (?:phd|thesis|dissertation|research)|"
    r"(?:be|form|become|is) part of (?:my|our|their|her|his|an?|the) (?:[\w-]+\s){0,2}"
    r"(?:study|research|thesis|dissertation)|phd (?:student|researcher|candidate))\b",
    re.I,
)
_NONE = re.compile(
    r"\b(?:no|not (?:part of|used for|for)(?: any)?)\s(?:[\w-]+\s){0,2}research\b|"
    r"\bresearch\b[^\n.]{0,30}\bnot\b",
    re.I,
)
_PROJECT = re.compile(
    r"\b(?:research(?: project| study)?|study|phd|doctoral (?:project|research)|thesis|"
    r"project)\s(?:at [^\n,.]{1,60}? )?(?P<topic>(?:into|on|about|called|titled|entitled|named|"
    r"looking at|exploring|investigating)\s[^\n.;]{3,160})",
    re.I,
)
_CONDITION = re.compile(
    r"(?:\b(?:if|only if|provided|with|where|unless|only with|only "
    r"after)\b[^\n.;,]{0,160}?\b(?:consent\w*|agree\w*|permission|opt\w*|say so|want)\b|"
    r"\b(?:opt[- ]in|voluntary|your choice|with consent|optional)\b)",
    re.I,
)
_BEFORE = 160
_ITSELF = (
    r"\binformation\s(?:(?:sheets?|pages?|leaflets?|notes?)\b|"
    r"on\b[^\n.]{0,30}\b(?:projects?|research|study|studies)\b)"
)
_INFORMATION_ITSELF = re.compile(_ITSELF, re.I)
_INFORMATION = re.compile(rf"[^\n.]{{0,{_BEFORE}}}{_ITSELF}(?:[^\n.]|\.(?=\S)){{0,120}}", re.I)
_RESEARCHLIKE = re.compile(r"research|stud(?:y|ies)|project|thesis", re.I)


def read_research(notice: Passage, draft: Draft, lists: list[Listing]) -> None:
    """Fill in the projects, their condition, and where to read about them."""
    text = notice.text
    none, first = _NONE.search(text), _RESEARCH.search(text)
    if none and (first is None or none.start() <= first.start() + 30):
        draft.research = Found(ResearchSaid(), notice.words(*none.span()))
        return
    if first is None:
        draft.ask(
            "research", "The notice says nothing of research: does the workshop contribute to any?"
        )
        return
    listing = next((one for one in lists if _leads_to_projects(text, one)), None)
    spans = [(item.start, item.end) for item in listing.items] if listing else _named_in(text)
    line = (text.rfind("\n", 0, first.start()) + 1, first.end())
    until = (listing.items[-1].end if listing else line[1]) + 600
    condition, information = (
        _CONDITION.search(text, line[0], until),
        _information(text, line[0], until),
    )
    stretches = [first.span(), *spans, *(one.span() for one in (condition, information) if one)]
    value = ResearchSaid(
        [notice.said(*span) for span in spans],
        notice.said(*condition.span()) if condition else None,
        notice.said(*information.span()) if information else None,
    )
    draft.research = Found(
        value, notice.words(min(start for start, _ in stretches), max(end for _, end in stretches))
    )
    _ask(draft, value)


def _information(text: str, start: int, end: int) -> re.Match[str] | None:
    """The sentence that says where to read about it; it is gone back to from the word, not
    tried from each letter.
    """
    itself = _INFORMATION_ITSELF.search(text, start, end)
    return _INFORMATION.search(text, max(start, itself.start() - _BEFORE), end) if itself else None


def _leads_to_projects(text: str, listing: Listing) -> bool:
    intro = text[slice(*listing.intro)]
    first = text[listing.items[0].start : listing.items[0].end]
    return bool(
        _RESEARCH.search(intro)
        or (re.search(r"research", intro, re.I) and _RESEARCHLIKE.search(first))
    )


def _named_in(text: str) -> list[tuple[int, int]]:
    found = [
        match
        for match in _PROJECT.finditer(text)
        if "research" in match.group().lower()
        or "phd" in match.group().lower()
        or "study" in match.group().lower()
        or "thesis" in match.group().lower()
    ]
    return [match.span("topic") for match in found[:5]]


def _ask(draft: Draft, value: ResearchSaid) -> None:
    if not value.projects:
        draft.ask("research", "The notice speaks of research, but names no project: which is it?")
    for project in value.projects:
        if ends_open(project):
            draft.ask(
                "research",
                f"The name of the research project “{project}” seems to be cut short: what is it "
                "called?",
            )
    if value.condition is None:
        draft.ask(
            "research",
            "The notice does not say on which condition what people say is used for research: is "
            "everyone asked for consent?",
        )
    if value.information is None:
        draft.ask("research", "Where can people read about the research before they decide?")
