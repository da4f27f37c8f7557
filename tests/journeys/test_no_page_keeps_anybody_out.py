"""Every page that the server draws, as somebody reads it to whom it belongs: nothing in it keeps
out who sees little, reads enlarged, or cannot hold a pointer still.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from addresses.test_opening_any_address_changes_nothing import World
from axe_playwright_python.base import AXE_SCRIPT
from convening import Convening
from people import Someone
from playwright.sync_api import Browser, Route
from test_anybody_can_read_it import NARROW, SCHEMES, SIZES

import footpath

pytestmark = pytest.mark.browser

FILES = Path(footpath.__file__).with_name("served")
IN_THE_BROWSER = ("/room", "/wall/")
"""They are drawn there, and tried where people are in them."""
NOT_FOR_PEOPLE = ("/health",)


def drawn(world: World) -> dict[str, str]:
    """Each page once, as the first of all who may read it gets it; of those that are built of the
    same parts one.
    """
    pages, built = dict[str, str](), set[str]()
    for path in sorted(set(world.paths.values())):
        for browser in world.browsers.values():
            answer = browser.get(path)
            kind = answer.headers.get("Content-Type", "")
            if answer.status_code == 200 and kind.startswith("text/html"):
                text = answer.content.decode()
                parts = " ".join(re.findall(r"<[a-z]\w*(?: class=\"[^\"]*\")?", text))
                if parts not in built and path not in NOT_FOR_PEOPLE:
                    built.add(parts)
                    pages[path] = text
                break
    return {one: text for one, text in pages.items() if not any(x in one for x in IN_THE_BROWSER)}


@pytest.fixture(scope="session")
def beside_the_browser() -> Iterator[None]:
    """The browser's loop runs in this thread too, and waits while the tables are made and the
    pages are drawn.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.mark.usefixtures("beside_the_browser")
def test_K4_no_page_keeps_anybody_out(convening: Convening, browser: Browser) -> None:
    pages, reader, found = drawn(World(convening)), Someone(browser, "Reader"), list[str]()

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        file = FILES / path.removeprefix("/static/")
        if path in pages:
            route.fulfill(body=pages[path], content_type="text/html; charset=utf-8")
        elif file.is_file():
            route.fulfill(path=file)
        else:  # a library's own script
            route.fulfill(status=204)

    reader.page.route("**/*", answer)
    for path in pages:
        reader.page.set_viewport_size(SIZES["phone"])  # type: ignore[arg-type]
        reader.page.goto(f"http://localhost{path}")
        reader.page.evaluate(AXE_SCRIPT)
        for scheme, asked in SCHEMES.items():
            reader.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found += [f"{path} ({scheme}) {one}" for one in reader.runs("keeps_out", asked)]
        for size, viewport in NARROW.items():
            reader.page.set_viewport_size(viewport)  # type: ignore[arg-type]
            found += [f"{path} ({size}) {one}" for one in reader.runs("hard_to_reach")]
    reader.context.close()
    assert len(pages) > 50
    assert found == [], "\n".join(found)
