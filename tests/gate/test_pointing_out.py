"""Names in what would leave are pointed out, so that people decide on each of them."""

import pytest

from footpath.gate.pointing_out import finding, passages

PLANTED = {
    "name": (
        "Marta|Kowalski|Joanna Fielding|Dr Okafor|Mrs Lindqvist|Jean-Luc|Siobhán "
        "O'Neill|Tomás|Anneke de Vries|Wei"
    ),
    "firm": (
        "Greenfield Ltd|Harbour Homes|Brightwell & Sons|Meadow Housing Co-op|Nordlicht GmbH|Acme "
        "Payroll LLC|Fenwick Partners|St Anne's Hospital|NHS|LinkedIn"
    ),
    "place": (
        "Leeds|Kraków|Upper Dales|Port Talbot|São Paulo|12 Mill Street|Lindenstraße 14|LS6 "
        "2AB|Bowling Green|Fife"
    ),
    "sum": (
        "£4,500|4500 euros|€ 1.200|$20|three thousand pounds|300k GBP|12,50 EUR|CHF 800|two "
        "hundred quid|£3m"
    ),
    "reach": (
        "jo@example.org|0113 496 0123|+44 7700 "
        "900123|@jo_baker|https://example.org/x|www.example.com|+49 30 "
        "1234567|bakery.coop|DE44500105175407324931|h.larsen@example.dk"
    ),
}
IN = {
    "name": "We rang {} twice.|{} said no.|It was {}, not me.|Then {}'s turn came.",
    "firm": (
        "We worked for {} then.|{} never paid us.|The bill of {} came late.|I asked (at {}) for a "
        "date."
    ),
    "place": (
        "We met in {} that day.|They moved to {} in May.|It happened near {}.|Somebody from {} "
        "came."
    ),
    "sum": "They offered {} for it.|It cost us {}.|We were {} short.|The first {} came in June.",
    "reach": (
        "Write to {} first.|I found {} on a note.|They gave me {} and left.|It said {} on the door."
    ),
}
PLAIN = (
    "Nobody told the rota. We waited until Monday.",
    "Leave is a right, not a favour.",
    "I’d ask with dates.",
    "Cake AND money, says everyone in March.",
    "Is it fair? Only if cover is planned.",
    "Kindness is not a deal.",
    "“Notice” made no sense: what was it for?",
    "Ask for cover early. Agree it in writing.",
    "Plan B, then?",
    "We found 3 ways and kept 2 of them in 2024-2025.",
    "Coming back as a stranger, 14 weeks later.",
)


def planted() -> list[tuple[str, str]]:
    return [
        (name, frame.format(name))
        for kind, names in PLANTED.items()
        for name in names.split("|")
        for frame in IN[kind].split("|")
    ]


def test_C25_of_two_hundred_planted_names_at_least_ninety_five_in_a_hundred_are_pointed_out() -> (
    None
):
    missed = [text for name, text in planted() if not any(name in one for one in passages(text))]
    assert len(planted()) == 200
    assert len(missed) <= 10, missed


def test_C25_everyday_sentences_point_at_nobody() -> None:
    assert [(text, passages(text)) for text in PLAIN if passages(text)] == []


@pytest.mark.parametrize(
    "text", ["our finance director", "the head of purchasing", "The manager of Hill Works"]
)
def test_C25_people_are_pointed_out_by_what_they_are(text: str) -> None:
    assert passages(f"Then {text} rang.") == [text]


def test_C25_a_name_known_from_one_text_is_found_where_another_begins_with_it() -> None:
    assert passages("Rose: why?") == []
    assert finding(["We asked Rose to wait.", "Rose: why?"])("Rose: why?") == ["Rose"]


def test_C25_a_passage_stands_in_its_text_letter_by_letter() -> None:
    for _, text in planted():
        assert all(passage in text for passage in passages(text))


@pytest.mark.parametrize(
    "text", ["", "a" * 10_000, "A" * 10_000, "-" * 10_000, "1 " * 5000, "A. " * 3000, "@" * 9000]
)
def test_C25_any_text_is_looked_through_to_its_end(text: str) -> None:
    assert isinstance(passages(text), list)
