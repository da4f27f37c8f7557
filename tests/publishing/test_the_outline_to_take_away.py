"""The outline as Markdown: pleasant to read, and what people wrote is never markup."""

import re

from markdown_it import MarkdownIt
from outlines import Told, page, text_of
from table import Group

from footpath.method.flipchart.threads import Edition
from footpath.publishing.markdown import markdown


def test_O7_the_download_ends_with_the_words_its_lines_rest_on() -> None:
    group = Told()
    text = markdown(group.chart, edition=Edition.TOOK_PART)
    assert "- **A1** Prompt pay (not decided yet) \\[from 1, 2\\]" in text
    assert "1. Would do differently: “Send the number early” (Sam)" in text
    assert (
        "2. Moment: Paid after seventy days “I rang round for wages” (Sam · moment 1 of the "
        "story The long winter)"
    ) in text


def test_O7_a_line_of_the_download_that_rests_on_nothing_says_so() -> None:
    group = Group()
    group.do(group.kit, "AddElement", kind="activity", text="Buy stamps")
    assert "- **P1** Buy stamps \\[rests on nothing yet\\]" in markdown(
        group.chart, edition=Edition.TOOK_PART
    )


def test_O7_the_download_for_others_holds_no_shared_words() -> None:
    group = Told()
    text = markdown(group.chart, edition=Edition.EVERYONE)
    assert "Prompt pay" in text
    assert "Send the number early" not in text
    assert "Sam" not in text


def test_O8_words_of_people_are_text_and_not_markup() -> None:
    group = Group()
    words = "<script>x</script> **loud** [a](javascript:b) # `c` &lt; | ~~d~~ ![e](f)"
    group.do(group.fay, "AddAim", text=words, rests_on=[group.note(group.sam, words)])
    tokens = [
        child
        for token in MarkdownIt().parse(markdown(group.chart, edition=Edition.TOOK_PART))
        for child in token.children or []
    ]
    kinds = {token.type for token in tokens}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close", "softbreak"}
    assert "".join(token.content for token in tokens).count(words) == 3


def test_O7_words_written_from_right_to_left_keep_to_themselves() -> None:
    group = Group()
    group.do(
        group.fay,
        "AddAim",
        text="\u0645\u0631\u062d\u0628\u0627 A1",
        rests_on=[group.note(group.sam)],
    )
    assert "\u2068\u0645\u0631\u062d\u0628\u0627 A1\u2069 (not decided yet)" in markdown(
        group.chart, edition=Edition.TOOK_PART
    )


def test_G4a_two_of_a_name_are_told_apart_in_what_lasts() -> None:
    group = Group()
    second = group.arrive("Sam")
    for teller in (group.sam, second):
        heard = group.moment(group.story(teller), teller)
        value = group.do(
            group.fay, "AddValue", name=f"Value {teller}", sentence="x", heard_in=[heard]
        )
        group.do(teller, "RecogniseValue", about=value, recognised=True)
    for read in (
        text_of(page(group)),
        markdown(group.chart, edition=Edition.TOOK_PART).replace("\\", ""),
    ):
        assert set(re.findall(r"Sam(?: \(\d\))?", read)) == {"Sam (1)", "Sam (2)"}
