"""L5: two addresses are one where the mail server is told the same of both."""

import pytest

from footpath.mail.same_address import same, told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann@Example.ORG ", "ann@example.org"),
        ("ann@MÜLLER.de", "ann@xn--mller-kva.de"),
        ("ann@\uff47mail\u3002com", "ann@gmail.com"),
        ("ann@i❤.ws", "ann@xn--i-7iq.ws"),
    ],
)
def test_L5h_an_address_is_the_same_however_it_is_typed(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ann@gma\u0131l.com", "ann@gmail.com"),
        ("\u017fam@gmail.com", "sam@gmail.com"),
        ("\u212aate@gmail.com", "kate@gmail.com"),
        ("ann@straße.de", "ann@strasse.de"),
        ("ann@gm\u0430il.com", "ann@gmail.com"),
    ],
)
def test_L5h_an_address_that_looks_like_anothers_is_not_theirs(one: str, other: str) -> None:
    assert not same(one, other)


def test_L5h_what_the_mail_server_is_told_keeps_the_letters_before_the_at() -> None:
    assert told("Ann@Müller.de") == "Ann@xn--mller-kva.de"
