"""Taking words back reaches their copies: shown first, covered unless they may stand, all of
it in one command.
"""

import html
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from served import Server
from telling import SAID, Told, made, reads


class Copied(Told):
    """The same, where an aim and a note of Tess's hold a copy of what Sam wrote."""

    def __init__(self, server: Server) -> None:
        """Two copies stand."""
        super().__init__(server)
        self.copied = made(
            self.fay, "AddAim", text=f"We want this: {SAID.upper()}!", rests_on=[self.note]
        )
        self.others = made(self.tess, "WriteNote", text=f"I heard: {SAID}")


@pytest.fixture
def told(server: Server) -> Copied:
    return Copied(server)


def test_E10a_the_copies_are_shown_before(told: Copied) -> None:
    seen = told.sam.get(f"/w/{told.sam.address}/mine/take-back/{told.note}").text
    assert f"<mark>{SAID.upper()}</mark>" in seen and f"<mark>{SAID}</mark>" in seen
    assert "Note 3, by Tess" in seen and "Aim · the group’s text" in seen


def test_E10a_what_was_refused_looks_through_nothing_again_and_keeps_what_was_ticked(
    told: Copied,
) -> None:
    address = f"/w/{told.sam.address}/mine/take-back/{told.note}"
    refused = told.sam.form(address, stand=[str(told.copied), "x"])
    assert refused.status_code == 409 and SAID.casefold() not in refused.text.casefold()
    [again] = re.findall(r'href="(\S+)">Look again', refused.text)
    seen = told.sam.get(html.unescape(again)).text
    assert f"<mark>{SAID.upper()}</mark>" in seen and seen.count(" checked") == 1


def test_E10b_where_nothing_was_decided_copies_are_covered(told: Copied) -> None:
    told.sam.form(f"/w/{told.sam.address}/mine/take-back/{told.note}")
    seen = reads(told.tess, "outline") + str(told.tess.open().layers)
    assert (
        SAID.casefold() not in seen.casefold()
        and "We want this: ███!" in seen
        and "I heard: ███" in seen
    )


def test_E10a_a_copy_may_stand_as_the_groups(told: Copied) -> None:
    told.sam.form(f"/w/{told.sam.address}/mine/take-back/{told.note}", stand=str(told.copied))
    seen = str(told.tess.open().layers)
    assert SAID.upper() in seen and SAID not in seen


def test_E10h_who_may_change_the_text_is_asked_to_reword_it(told: Copied) -> None:
    told.sam.form(f"/w/{told.sam.address}/mine/take-back/{told.note}")
    assert "Some words here were taken back." in reads(told.tess, "outline")
    told.fay.post("Reword", about=told.copied, text="We want small firms first", version=1)
    assert "Some words here were taken back." not in reads(told.tess, "outline")


def test_E10h_after_the_close_such_a_line_can_still_be_reworded(told: Copied) -> None:
    told.fay.post("CloseFlipchart")
    told.sam.form(f"/w/{told.sam.address}/mine/take-back/{told.note}")
    assert (
        told.fay.post("Reword", about=told.copied, text="Small firms first", version=1).status_code
        == 200
    )
    assert (
        told.fay.post(
            "Reword", about=told.copied, text="Now for something else", version=2
        ).status_code
        == 409
    )


def test_E10c_copies_go_from_every_table_and_file_when_a_facilitator_confirms(
    fresh_server: Server,
) -> None:
    told = Copied(fresh_server)
    told.sam.form(f"/w/{told.sam.address}/mine/take-back/{told.note}")
    veiled = told.fay.open().veils()
    assert told.fay.post("ConfirmVeil", veil=veiled[0]["veil"]).status_code == 200
    assert all(SAID.casefold() not in rows.casefold() for rows in fresh_server.tables().values())
    if "DATABASE_URL" not in fresh_server.env:
        files = [path for path in fresh_server.folder.rglob("*") if path.is_file()]
        assert files and all(SAID.encode() not in path.read_bytes() for path in files)


def test_E10b_whoever_downloads_meanwhile_has_every_copy_or_none(
    told: Copied,
) -> None:
    path = f"/w/{told.tess.address}/outline.md"
    with ThreadPoolExecutor(4) as pool:
        files = [pool.submit(told.tess.get, path) for _ in range(20)]
        told.sam.form(f"/w/{told.sam.address}/mine/take-back/{told.note}")
        files += [pool.submit(told.tess.get, path) for _ in range(4)]
    held = [file.result().text.casefold().count(SAID.casefold()) for file in files]
    copies = max(held) - 1
    assert set(held) <= {0, copies, copies + 1} and held[-4:] == [0] * 4  # one's own words go first


def test_E10a_what_is_not_mine_is_not_taken_back(told: Copied) -> None:
    answered = told.tess.get(f"/w/{told.tess.address}/mine/take-back/{told.note}")
    assert answered.status_code == 409 and SAID not in answered.text


def test_E10a_of_somebody_elses_private_words_nothing_is_shown(told: Copied) -> None:
    story = made(told.tess, "TellExperience", title="Elsewhere", visibility="only_me")
    made(told.tess, "PlaceMoment", experience=story, text=f"Sam told me: {SAID}")
    assert "Sam told me" not in reads(told.sam, f"mine/take-back/{told.note}")
    told.sam.form(f"/w/{told.sam.address}/mine/take-back/{told.note}")
    assert "Sam told me: ███" in str(told.tess.open().layers)
