"""Saying that something could not be read, where a notice speaks of it in a way or a
language that is not read.
"""

import re

from footpath.reading.draft import Draft, OpenQuestion
from footpath.reading.passages import Passage

_LONGEST, _FURTHEST = 140, 500
"""Letters of a passage that are shown, and on either side in which its sentence's
end is looked for.
"""
_SAYS_NOT = re.compile(
    r"The notice (?:does not say|says nothing|has no)\b[^:“]*:\s(?P<asked>.+)", re.DOTALL
)
_ANY_DAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|"
    r"samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|"
    r"jueves|viernes|sábado|domingo|lluno?|mercher|gwener|sadwrn|lunedì|martedì|mercoledì|giovedì|"
    r"venerdì|sabato|domenica|segunda|terça|quarta|quinta|sexta|maandag|dinsdag|woensdag|donderdag|"
    r"vrijdag|zaterdag|zondag|poniedzia\w+|wtorek|środ\w+|czwartek|piątek|sobot\w+|niedziel\w+"
)
_CUES = {
    "sittings": (
        rf"\b(?:{_ANY_DAY}|tomorrow|tonight|today|next (?:week|month)|fortnight|heute|morgen|"
        rf"übermorgen|demain|aujourd'hui|mañana|hoy|yfory|heddiw|heno|o'clock|uhr|heures|horas|o'r "
        rf"gloch|half past|quarter (?:past|to)|\d{{1,2}}[:.h]\d\d|\d{{1,2}}\s?[ap]m|"
        rf"\d{{1,2}}[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?|(?:19|20)\d\d)\b"
    ),
    "time_zone": r"\b(?:local time|ortszeit|heure locale|hora local|amser lleol)\b",
    "where": (
        r"\b(?:halls?|rooms?|centres?|churche?s?|chapels?|street|road|square|venue|premises|office|"
        r"library|"
        "school|upstairs|kitchen|garden|basement|canteen|yard|foyer|lobby|pub|café|tent|"
        r"rathaus|saal|raum|haus|straße|platz|salle|maison|mairie|rue|place du|sala|salón|calle|"
        r"plaza|centro|casa|neuadd|festri|capel|"
        r"canolfan|n?ganolfan|nghanolfan|ystafell|ysgol|eglwys|sede|piazza|gemeentehuis|straat|"
        r"link|call|dial)\b"
    ),
    "registration": (
        r"\b(?:regist\w*|book\w*|sign(?:ing)? up|rsvp|tickets?|an(?:zu)?meld\w*|inscri\w*|"
        r"réserv\w*|reserva\w*|apunt\w*|"
        r"g?cofrestr\w*|archeb\w*|iscri\w*|prenota\w*|inschrij\w*|aanmeld\w*|rejestr\w*|zapis\w*|"
        r"tilmeld\w*|anmäl\w*)\b"
    ),
    "drop_in": (
        r"\b(?:drop[- ]?(?:in|by)|walk[- ]?in|turn(?:ing)? up|call in|vorbeikommen|spontan\w*|"
        r"entrée|entrada|acérc\w*|"
        r"galw\w*|ingresso|ingang|inloop\w*)\b"
    ),
    "audience": (
        r"\b(?:welcome|everybody|everyone|anyone|anybody|(?<!you are )invited|für alle|wer\b|"
        r"willkommen|eingeladen|bienvenue?s?|ouvert\w*|"
        r"tous|toutes|habitant\w*|pour qui|bienvenid\w+|abiert\w+|dirigid\w+|para quién|todos|"
        r"todas|croeso|pawb|bawb|gwahoddir|aperto|"
        r"iedereen|welkom|wszyst\w+)\b"
    ),
    "outcomes": (
        r"\b(?:outcomes?|results?|we hope|ergebnis\w*|wir hoffen|objectifs?|résultats?|objetivos?|"
        r"resultados?|canlyniad\w*|"
        r"nod(?:au)?|gobeithi\w+)\b"
    ),
    "research": (
        r"\b(?:research\w*|study|thesis|phd|forsch\w*|studie|doktorarbeit|recherche|étude|thèse|"
        "investigación|estudio|tesis|"
        r"ymchwil|doethuriaeth|ricerca|onderzoek|badani\w+)\b"
    ),
}
_CUE = {point: re.compile(pattern, re.IGNORECASE) for point, pattern in _CUES.items()}


def passage_round(notice: Passage, start: int, end: int) -> str:
    """The sentence or line of a stretch as it stands in the notice, cut where it is long."""
    first, last = max(0, start - _FURTHEST), end + _FURTHEST
    ends = re.finditer(r"\n|[.!?]\s(?=[^a-zà-ÿ\d])", notice.text[first : start + 1])
    before = max((first + match.end() for match in ends), default=first)
    after = re.search(r"\n|[.!?](?=\s[^a-zà-ÿ\d]|\s*$)", notice.text[end:last])
    said = notice.said(before, end + after.start() if after else last)
    if len(said) <= _LONGEST:
        return said
    at = max(0, start - before - _LONGEST // 3)
    return ("…" if at else "") + said[at : at + _LONGEST].strip() + "…"


def say_what_was_not_read(notice: Passage, draft: Draft, languages: list[str]) -> None:
    """Turn "the notice does not say" into "I could not read", where it does speak of it or is
    in another language.
    """
    draft.questions = [_honest(notice, one, languages) for one in draft.questions]


def _honest(notice: Passage, asked: OpenQuestion, languages: list[str]) -> OpenQuestion:
    missing, cue = _SAYS_NOT.match(asked.question), _CUE.get(asked.about)
    if missing is None:
        return asked
    if cue and (found := cue.search(notice.text)):
        said = passage_round(notice, *found.span())
        return OpenQuestion(asked.about, f"I could not read “{said}”: {missing['asked']}")
    if not languages:
        said = passage_round(notice, 0, 1)
        return OpenQuestion(
            asked.about,
            f"I could not read a notice in the language of “{said}”: {missing['asked']}",
        )
    return asked
