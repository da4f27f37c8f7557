"""H2: what browsers load is small on the line and stays with them."""

import gzip
import re
from collections.abc import Iterator

import httpx
import pytest
from served import Server

YEAR = 365 * 24 * 60 * 60


@pytest.fixture(scope="module")
def loaded(server: Server) -> list[str]:
    """Everything that the first page of a room and the page in front of it load, and what
    these load in turn.
    """
    guest = server.workshop().arrive("Fay")
    pages = guest.get(f"/w/{guest.address}/room").text + guest.get("/code").text
    found = list(dict.fromkeys(re.findall(r'(?:src|href)="(/static/[^"]+)"', pages)))
    styles = [one for one in found if one.endswith(".css")]
    return [*found, *(path for style in styles for path in _named_in(server, style))]


def _named_in(server: Server, style: str) -> Iterator[str]:
    for name in re.findall(r"url\(['\"]?([^)'\"]+)", httpx.get(server.base + style).text):
        yield str(httpx.URL(server.base + style).join(name).path)


def test_H2_everything_that_a_page_loads_is_kept_for_good(
    server: Server, loaded: list[str]
) -> None:
    assert len(loaded) > 10
    for path in loaded:
        answer = httpx.get(server.base + path)
        kept = answer.headers["cache-control"]
        assert answer.status_code == 200 and "immutable" in kept, path
        assert int(re.findall(r"max-age=(\d+)", kept)[0]) >= YEAR, path


def test_H2_scripts_and_styles_come_compressed_as_the_browser_can_read_them(
    server: Server, loaded: list[str]
) -> None:
    texts = [path for path in loaded if path.endswith((".js", ".css"))]
    assert any(path.endswith(".js") for path in texts)
    for path in texts:
        plain = httpx.get(server.base + path, headers={"Accept-Encoding": "identity"})
        assert (
            "content-encoding" not in plain.headers and "Accept-Encoding" in plain.headers["vary"]
        )
        for coding in ("gzip", "br"):
            with httpx.stream(
                "GET", server.base + path, headers={"Accept-Encoding": coding}
            ) as answer:
                raw = b"".join(answer.iter_raw())
            assert answer.headers["content-encoding"] == coding and len(raw) < len(plain.content), (
                path
            )
            assert coding != "gzip" or gzip.decompress(raw) == plain.content


def test_H2_what_a_refusal_looks_like_needs_no_name_that_changes(server: Server) -> None:
    assert (
        httpx.get(f"{server.base}/static/footpath.css").headers["cache-control"]
        == "max-age=60, public"
    )
