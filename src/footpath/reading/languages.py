"""In which of the languages that are read a notice is written."""

import re

READ = ("English", "German", "French", "Spanish", "Welsh")
_SMALL_WORDS = {
    "English": (
        "the and of to is are for we you with this will be our at by from it on please who how"
    ),
    "German": (
        "der die das und ist sind für wir ihr mit zu nicht ein eine einen im den dem des auf von "
        "bei wer wie uhr"
    ),
    "French": (
        "le la les et est sont pour nous vous avec des une du aux dans sur qui au ce cette chez par"
    ),
    "Spanish": (
        "el la los las y es son para nosotros con una del en por que se al su sus hay como "
        "cualquier"
    ),
    "Welsh": (
        "y yr yn ac ar gyda i'r a'r o'r bydd mae ein chi eich croeso hoffech wedi dewch nos dydd "
        "gan neu hyn"
    ),
}
_OTHERS = (
    "di della delle degli alle dalle il che per è sono da do das dos em uma não os van het een "
    "voor naar zijn na się jest oraz och att på det är som er til af ikke ja ei że"
)
"""Small words of languages that are not read."""
_OF_OTHERS = frozenset(_OTHERS.split())
_OF = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_WORD = re.compile(r"\b[^\W\d_]+(?:'[^\W\d_]+)?\b")


def languages_of(text: str) -> list[str]:
    """The languages that are read in which it is written, the commonest first; none
    where it is in another.
    """
    words = [match.group().lower() for match in _WORD.finditer(text[:8000])]
    counts = {language: sum(word in small for word in words) for language, small in _OF.items()}
    most = max(counts.values())
    if len(words) < 8:
        said = [language for language in READ if counts[language]]
        return sorted(said, key=lambda one: -counts[one]) or ["English"]
    if most < sum(word in _OF_OTHERS for word in words) or (
        len(words) >= 30 and most * 12 < len(words)
    ):
        return []
    if most < 2:
        return ["English"]
    return sorted(
        (one for one in READ if counts[one] * 4 >= most and counts[one] > 1),
        key=lambda one: -counts[one],
    )
