"""A notice whose days and hours are put in English numbers, so that they are read in one way."""

from footpath.reading import day_phrases, hour_phrases
from footpath.reading.passages import Passage
from footpath.reading.rewording import reworded


def in_english(notice: Passage, languages: list[str]) -> Passage:
    """Every day and hour that is said in another language or in words; each keeps the
    words that stand there.
    """
    rules = [*day_phrases.RULES, *hour_phrases.RULES]
    if languages and "English" not in languages:
        rules += day_phrases.WHERE_THE_DAY_COMES_FIRST
    return reworded(notice, rules)
