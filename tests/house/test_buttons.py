"""Every button has an address of its own: no view asks a form which button was pressed."""

import re

from tree import ROOT

PAGES = ROOT / "src" / "footpath"
SWITCH = re.compile(r"""(?:POST|given|data|sent)(?:\.get\(|\[)\s*["'](?:do|action|press)["']""")
IN_POST = re.compile(r"""["']\w+["'] in (?:\w+\.)?POST\b""")
NAMED = re.compile(r"<button\b[^>]*\bname=\"([^\"]+)\"")
ANSWERS = {"{{ line.statement.key }}", "all", "to", "kept", "settle", "begin"}
"""A button whose value is what somebody says and is stored: yes, no, who may read it."""


def test_no_view_asks_a_form_which_button_was_pressed() -> None:
    views = list((PAGES / "pages").rglob("*.py"))
    assert len(views) > 60
    for path in views:
        text = path.read_text()
        assert not SWITCH.search(text) and not IN_POST.search(text), path


def test_a_button_has_a_name_only_where_its_value_is_an_answer() -> None:
    found = {name for path in PAGES.rglob("*.html") for name in NAMED.findall(path.read_text())}
    assert found <= ANSWERS, found - ANSWERS
