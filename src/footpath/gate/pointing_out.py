"""Pointing out passages that may name somebody or something outside, so that people decide
on each (C8). Pure.

It points at too much rather than too little: a passage that is let stand costs a moment, a name
that leaves stays out. What scripts without capital letters call people nobody can tell by pattern;
there, numbers and addresses are found.
"""

import re
from collections.abc import Callable, Iterable

from footpath.gate.everyday_words import CALENDAR, EVERYDAY, NOBODY

_NUMBER_WORDS = (
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|a|and|couple|of|"
    r"few)[\s-]++){1,20}"
)
_MONEY_WORDS = (
    r"(?:pounds?|euros?|dollars?|francs?|quid|grand|pence|cents?|kron(?:or|er)|z[łl]oty|rupees?|"
    r"yen)\b"
)
_CODES = r"(?:EUR|GBP|USD|CHF|SEK|NOK|DKK|PLN|CZK|JPY|INR|AUD|CAD|€|£|\$|¥|₹)"
_AMOUNT = r"\d[\d.,'’]{0,40}(?:\s\d{3}){0,12}\s?(?:k|m|bn|thousand|million|hundred|Mio\.?)?"
_TOP = r"(?:com|org|net|coop|eu|io|info|uk|de|fr|nl|es|it|ie|be|at|ch)"
_ROAD = (
    r"(?:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Court|Square|Terrace|Crescent|Row|Yard|Hill|"
    r"Way|Place|Gardens|Grove|Parade|Mews|Quay|Boulevard|Wharf|Park)"
)
_TITLES = (
    r"(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sir|Lady|Lord|Rev|Reverend|Father|Sister|Cllr|"
    r"Councillor|Judge|Captain|Doctor|Nurse|Auntie|Aunt|Uncle|Herr|Frau|Mme|Madame|Monsieur|"
    r"Señora?|Sra?|Don|Doña|Signora?)"
)
_JOBS = (
    r"(?:director|manager|chair|chairman|chairwoman|chairperson|treasurer|secretary|accountant|"
    r"auditor|bookkeeper|ceo|cfo|founder|owner|supervisor|boss|headteacher|principal|mayor|"
    r"councillor|minister|solicitor|lawyer|landlord|landlady|foreman|coordinator|co-ordinator|"
    r"trustee|consultant|officer|inspector|surgeon|buyer|head|president|vicar|priest|imam|rabbi|"
    r"midwife|gp|psychologist|therapist|caretaker)"
)
_PATTERNS = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]+(?:\.[\w-]+)+", 0),
        (r"(?:https?://|www\.)[^\s<>\"”)]+[^\s<>\"”).,;:!?]", re.IGNORECASE),
        (rf"(?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.{_TOP}\b(?:/\S*\w)?", 0),
        (r"(?<![\w@])@\w{2,}(?:[.-]\w+)*", 0),
        (rf"{_CODES}\s?{_AMOUNT}", 0),
        (rf"(?<![\w.,]){_AMOUNT}\s?(?:{_CODES}(?!\w)|{_MONEY_WORDS})", re.IGNORECASE),
        (rf"\b{_NUMBER_WORDS}{_MONEY_WORDS}", re.IGNORECASE),
        (r"\b[A-Z]{2}\d{2}(?:\s?[\dA-Z]{4}){3,7}(?:\s?[\dA-Z]{1,3})?\b", 0),
        (r"(?<![\w.,])(?:\+|\()?\d(?:[\s().\-/]{0,2}\d){6,}(?!\w)", 0),
        (r"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b", 0),
        (rf"\b\d{{1,4}}[a-zA-Z]?\s+(?:[^\W\d_][\w'’-]*\s+){{1,3}}{_ROAD}\b", 0),
        (r"\b[^\W\d_][\w-]{0,60}(?:straße|strasse|str\.|gasse|weg|platz|allee)\s\d+[a-z]?\b", 0),
        (r"\b\d{1,4},?\s(?:rue|avenue|boulevard|place|via|calle|plaza)\s(?:[\w'’]+\s?){1,4}", 0),
        (rf"\b{_TITLES}\.?\s+[A-Z][\w’'-]*\w(?:\s+[A-Z][\w’'-]*\w)*", 0),
        (
            (
                rf"\b(?i:the|our|my|your|his|her|their|its|an?|"
                rf"another)\s+(?:[\w-]+\s+){{0,2}}(?i:{_JOBS})\b"
                r"(?:\s+(?:of|at|for|from)(?:\s+the)?(?:\s+[A-Z][\w’'&-]*)+|"
                r"\s+of\s+(?:the\s+)?[\w’'&-]+)?"
            ),
            0,
        ),
    )
)
_DATE = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T\s].*)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}\s?[-–/]\s?\d{4}"
)
_WORD = re.compile(r"[^\W\d_](?:[\w'’.&-]*\w)?|&")
_JOINING = frozenset(
    (
        "of", "de", "da", "do", "dos", "di", "du", "del", "della", "van", "von", "der", "den", "la",
        "le", "las", "los", "el", "al", "bin", "ibn", "the", "for", "&", "y",
    )
)  # fmt: skip
_BEGINS = re.compile(r"(?:[.!?…:;\n•*/(\[{\"“„«»‘]|[-–—]\s|\s['’])\s{0,8}[\"“„«‘'(\[]{0,8}$")
SPOKE = re.compile(
    r"(?:['’]s\b|\s{1,40}(?:is|was|has|had|did|does|didn['’]t|doesn['’]t|wasn['’]t|isn['’]t|said|"
    r"says|told|tells|asked|asks|called|rang|phoned|wrote|paid|gave|took|made|came|went|left|knew|"
    r"thought|thinks|wants?|wanted|got|sent|met|ran|sat|kept|put|let|lost|found|felt|would|could|"
    r"will|never|always|then|just|also|who|and|or|from|at|in|of|[a-z]+ed)\b|,\s|\s?[&+])"
)
"""What follows a word that is somebody's name, where a sentence begins with it."""
_ENDINGS = (
    "ing",
    "ly",
    "tion",
    "sion",
    "ness",
    "ment",
    "ity",
    "ance",
    "ence",
    "ful",
    "less",
    "ship",
    "ism",
    "able",
)

Find = Callable[[str], list[str]]


def passages(text: str) -> list[str]:
    """The passages of a text that may name somebody or something, each once, in their order."""
    return _passages(text, frozenset())


def finding(texts: Iterable[str]) -> Find:
    """Finds passages in texts that belong together: who is named in one is known where
    another begins with them.
    """
    named = {
        word for text in texts for _, _, name in _names(text, frozenset()) for word in name.split()
    }
    known = frozenset(
        re.sub(r"['’]s$", "", word)
        for word in named
        if word[0].isupper() and not _is_everyday(word)
    )
    return lambda text: _passages(text, known)


def _passages(text: str, known: frozenset[str]) -> list[str]:
    found = [
        (m.start(), m.end(), m.group()) for pattern in _PATTERNS for m in pattern.finditer(text)
    ]
    found = [one for one in found if not _DATE.fullmatch(one[2].strip())]
    names = set(_names(text, known)).difference(found)
    ordered = sorted({*_outermost(found), *_outermost([*found, *names]).intersection(names)})
    return list(dict.fromkeys(re.sub(r"['’]s$", "", passage.strip()) for _, _, passage in ordered))


def _outermost(found: Iterable[tuple[int, int, str]]) -> set[tuple[int, int, str]]:
    """Those that lie within no other, in one pass."""
    kept, furthest = set[tuple[int, int, str]](), -1
    for one in sorted(set(found), key=lambda passage: (passage[0], -passage[1])):
        if one[1] > furthest:
            kept.add(one)
            furthest = one[1]
    return kept


def _names(text: str, known: frozenset[str]) -> list[tuple[int, int, str]]:
    """Words that are written large where nothing but a name is, with those that belong to them."""
    words = list(_WORD.finditer(text))
    found: list[tuple[int, int, str]] = []
    place = 0
    while place < len(words):
        last = _end_of_run(text, words, place)
        if last is None:
            place += 1
            continue
        run = words[place : last + 1]
        if _names_somebody(text, run, known):
            while len(run) > 1 and (run[0].group() in _JOINING or _is_plain(text, run[0], known)):
                run = run[1:]
            begin, end = run[0].start(), run[-1].end()
            found.append((begin, end, text[begin:end]))
        place = last + 1
    return found


def _end_of_run(text: str, words: list[re.Match[str]], place: int) -> int | None:
    """The last word of a run of words that are written large; words such as "of" may stand
    between two of them.
    """
    if not _is_large(words[place].group()):
        return None
    last = place
    for next in range(place + 1, len(words)):
        between = text[words[next - 1].end() : words[next].start()]
        if between.strip() or "\n" in between:
            break
        if _is_large(words[next].group()):
            last = next
        elif words[next].group() not in _JOINING or words[next - 1].group().endswith(("'s", "’s")):
            break
    return last


def _is_large(word: str) -> bool:
    """Whether it is written as names are: large at its beginning, or within (eBay)."""
    plain = _bare(word)
    if plain in CALENDAR or plain in NOBODY or len(plain) < 2:
        return False
    return word[0].isupper() or any(letter.isupper() for letter in word[1:])


def _bare(word: str) -> str:
    """The word without what hangs on it: don't is do, I'm is I; O'Neill stays whole."""
    plain = re.sub(r"n?['’](?:s|t|m|d|ll|ve|re)$", "", word.lower())
    return plain.strip(".&-")


def _is_everyday(word: str) -> bool:
    plain = _bare(word)
    stems = (plain.removesuffix(ending) for ending in ("", "s", "es", "d", "ed"))
    return any(stem in EVERYDAY for stem in stems) or plain.endswith(_ENDINGS)


def _is_plain(text: str, word: re.Match[str], known: frozenset[str]) -> bool:
    """Whether it is an everyday word that is only written large because a sentence begins with
    it, or is shouted.
    """
    said = word.group()
    return (
        said not in known
        and _bare(said) in EVERYDAY
        and (said.isupper() or begins_a_sentence(text, word.start()))
    )


def begins_a_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins at this place."""
    before = text[max(0, start - 8) : start]
    return (len(before) < 8 and not before.strip("\"“„«‘'([ \n")) or _BEGINS.search(
        before
    ) is not None


def _names_somebody(text: str, run: list[re.Match[str]], known: frozenset[str]) -> bool:
    first = run[0]
    if len(run) > 1:
        return any(not _is_plain(text, one, known) for one in run[1:]) or not _is_plain(
            text, first, known
        )
    said = re.sub(r"['’]s$", "", first.group())
    if said in known:
        return True
    if said.isupper() or any(letter.isupper() for letter in said[1:]):
        return not _is_everyday(said)
    if not begins_a_sentence(text, first.start()):
        return True
    return not _is_everyday(said) and SPOKE.match(text, first.start() + len(said)) is not None
