"""How long a notice says that it takes."""

import re

from footpath.reading import contradictions

_LASTING = re.compile(
    rf"\b(?P<half>half an hour)\b|\b(?P<hours>{contradictions.NUMBER}|an|"
    rf"\d{{1,2}}(?:\.5)?)[\s-](?P<and>(?:and a half|1/2)[\s-])?hours?\b(?P<after> and a "
    rf"half)?(?!\s?(?:'|a week|before|notice|later|earlier|ago|per|in advance))|"
    rf"\b(?P<minutes>\d{{2,3}})[\s-]min(?:ute)?s?[\s-](?:each|long|session|workshop|meeting|"
    rf"sitting|webinar)s?\b|"
    rf"\b(?:lasts?|takes?|lasting|about|for)\s(?:about |around "
    rf")?(?P<long>\d{{2,3}})\smin(?:ute)?s?\b",
    re.I,
)
_NOT_THE_WHOLE = re.compile(
    r"\b(?:within|after|every|each|per|last|next|up to|first|reply in|under|hours a|(?:sessions?|"
    r"parts?|talks?|slots?|rounds?|turns?) (?:of|à))\s$",
    re.I,
)


def lengths(text: str) -> list[int]:
    """Minutes that the notice says it takes."""
    found: list[int] = []
    for match in _LASTING.finditer(text):
        if _NOT_THE_WHOLE.search(text[max(0, match.start() - 16) : match.start()]):
            continue
        word = (match["hours"] or "").lower()
        hours = (
            contradictions.NUMBERS.get(word, 0)
            if word.isalpha() and word != "an"
            else 1
            if word == "an"
            else float(word or 0)
        )
        minutes = (
            30
            if match["half"]
            else int(
                match["minutes"]
                or match["long"]
                or hours * 60 + (30 if match["and"] or match["after"] else 0)
            )
        )
        if 0 < minutes <= 12 * 60 and minutes not in found:
            found.append(minutes)
    return found
