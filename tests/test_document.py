"""Documents from text, white space, and the compact form of a text."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import Document, Span
from claimcheck.model.compact import compact


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2031-05-04", date(2031, 5, 4)),
        ("2031-05-04T23:30:00-05:00", date(2031, 5, 4)),
        ("2031-05-04 08:00", date(2031, 5, 4)),
        ("2031-05-04T08:00:00Z", date(2031, 5, 4)),
        (datetime(2031, 5, 4, 8), date(2031, 5, 4)),
        (date(2031, 5, 4), date(2031, 5, 4)),
        (None, None),
    ],
)
def test_published(given: date | str | None, expected: date | None) -> None:
    assert Document.from_text("x", published=given).published == expected


@pytest.mark.parametrize("wrong", ["2021-13-45", "4.5.2031", "20310504", "2031-W18-1", "gestern", ""])
def test_a_wrong_date_says_what_would_be_right(wrong: str) -> None:
    with pytest.raises(ValueError, match="write it as YYYY-MM-DD, for example 2025-06-19"):
        Document.from_text("x", published=wrong)


def test_white_space_is_plain_and_of_the_same_length() -> None:
    document = Document.from_text("14\u00a0Mio.\u202fEuro\tund\r\nmehr\rviel\u2028Ende")
    assert document.prose == "14 Mio. Euro und \nmehr\nviel\nEnde"


def test_web_addresses_are_no_prose() -> None:
    document = Document.from_text("Siehe https://n.example/14?a=15, www.n.example/16. Ja (http://n.example/17).")
    assert document.prose.split() == ["Siehe", ",", ".", "Ja", "(", ")."]
    assert [kind for _, kind in document.regions] == ["link_target"] * 3


def test_compact_joins_what_belongs_together() -> None:
    short = compact("Milli\u00adonen   Menschen \n  und Mu\u0308he\u200b")
    assert short is not None
    assert short.text == "Millionen Menschen\nund Mühe"
    assert short.out(Span(0, 9)) == Span(0, 10)
    assert short.out(Span(10, 18)) == Span(13, 21)


def test_compact_of_a_clean_text_is_none() -> None:
    assert compact("Ein Satz.\nNoch einer.") is None


@given(st.text(st.sampled_from("ab \n\u00ad\u0308\u200b"), max_size=40))
def test_compact_maps_every_character_back(text: str) -> None:
    short = compact(text)
    if short is None:
        return
    assert len(short.text) <= len(text)
    last = 0
    for at, character in enumerate(short.text):
        start, end = short.out(Span(at, at + 1))
        assert last <= start < end <= len(text)
        last = end
        assert text[start] == character or character in "äë" or character == "\n"
        assert short.into(Span(start, end)) == Span(at, at + 1)
