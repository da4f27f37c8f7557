"""Every button has an address of its own: no view asks a form which button was pressed."""

import re

import pytest
from tree import ROOT

PAGES = ROOT / "src" / "footpath"
SENT = r"(?:POST|given|data|sent)"
SWITCHES = (
    re.compile(rf"""{SENT}(?:\.(?:get|getlist|pop)\(|\[)\s*["'](?:do|action|press|button)["']"""),
    re.compile(r"""["'][\w-]+["'] (?:not )?in (?:\w+\.)*POST\b"""),
)
TAG = re.compile(
    r"""<(button|input)\b((?:\{%.*?%\}|\{\{.*?\}\}|"[^"]*"|'[^']*'|[^>"'])*)>""", re.DOTALL
)
SUBMITS = re.compile(r"""\btype=["']?(?:submit|image)\b""")
NAME = re.compile(r"""(?<![\w-])name=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
ANSWERS = {"{{ line.statement.key }}", "all", "to", "kept", "settle", "begin"}
"""A button whose value is what somebody says and is stored: yes, no, who may read it."""


def switches(source: str) -> bool:
    """Whether a view asks a form which button was pressed."""
    return any(one.search(source) for one in SWITCHES)


def names_of_buttons(page: str) -> set[str]:
    """The names of whatever sends a form."""
    sending = (
        attributes
        for kind, attributes in TAG.findall(page)
        if kind == "button" or SUBMITS.search(attributes)
    )
    return {"".join(name) for attributes in sending for name in NAME.findall(attributes)}


def test_no_view_asks_a_form_which_button_was_pressed() -> None:
    views = list((PAGES / "pages").rglob("*.py"))
    assert len(views) > 60
    assert [path for path in views if switches(path.read_text())] == []


def test_a_button_has_a_name_only_where_its_value_is_an_answer() -> None:
    pages = list(PAGES.rglob("*.html"))
    assert len(pages) > 80
    found = {name for path in pages for name in names_of_buttons(path.read_text())}
    assert found == ANSWERS


@pytest.mark.parametrize(
    "view",
    [
        'if request.POST.get("do") == "save":',
        'match sent["action"]:',
        'if "save" in request.POST:',
        'if "save" not in self.request.POST:',
        "for press in data.getlist('press'):",
    ],
)
def test_a_view_that_asks_is_found(view: str) -> None:
    assert switches(view)


@pytest.mark.parametrize(
    "page",
    [
        '<button class="btn" name="save">Keep</button>',
        "<button name='save' value=1>Keep</button>",
        '<button\n  class="btn"\n  name=save>Keep</button>',
        '<button{% if many > 3 %} class="wide"{% endif %} name="save">Keep</button>',
        '<input type="submit" name="save" value="Keep">',
    ],
)
def test_a_button_with_a_name_is_found(page: str) -> None:
    assert names_of_buttons(page) == {"save"}
