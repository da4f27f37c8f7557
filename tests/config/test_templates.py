"""Where a template breaks its lines no reader sees it."""

import pytest

from footpath.config.templates import joined


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("<p>Both are\n  one now.</p>", "<p>Both are one now.</p>"),
        ('<a\n  class="btn\n  go">', '<a class="btn go">'),
        ("{% if a %}yes{% endif %}\n  and more", "{% if a %}yes{% endif %} and more"),
        ("<ul>\n  <li>", "<ul>\n  <li>"),
        ("</p>\n{% endif %}\n{% if b %}", "</p>\n{% endif %}\n{% if b %}"),
    ],
)
def test_a_sentence_stays_whole_wherever_its_template_breaks_it(written: str, drawn: str) -> None:
    assert joined(written) == drawn
