"""The words of hours, in the languages that are read."""

from footpath.reading.hours_in_words import ELSEWHERE, ENGLISH

NUMBERS = ENGLISH | ELSEWHERE
WORD = rf"(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
HOUR = rf"(?:1[0-2]|0?[1-9]|{WORD})\b"
ENGLISH_HOUR = rf"(?:1[0-2]|0?[1-9]|{'|'.join(ENGLISH)})\b"
CLOCK = r"(?:[01]?\d|2[0-4])(?: ?[:.h] ?[0-5]\d)?"
UNIT = r"(?:h|hs|hrs|uhr|heures?|horas?)\b\.?"
MARK = r"(?: ?[ap]m\b)"
FORENOON = r"(?:morgens|vormittags|früh|du matin|de la mañana|y\.? ?b\.?|y bore|yn y bore|a\. ?m\.)"
AFTERNOON = (
    r"(?:nachmittags|abends|de l'après-midi|du soir|de la tarde|de la noche|"
    r"y\.? ?[ph]\.?|y prynhawn|yn y prynhawn|yr hwyr|yn yr hwyr|gyda'r nos|y nos|o'r nos|p\. ?m\.|"
    r"pm)"
)
MANY = (
    r"(?! ?(?:personas|años|plazas|personnes|ans|places|participants|personen|jahre|plätze|"
    r"teilnehm\w*|oed|%|€))"
)
