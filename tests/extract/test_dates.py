"""What the examples of dates.yaml cannot say: fields beside the value, hostile text, the calendar itself."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.extract.dates import find_dates
from claimcheck.extract.dates.calendar import around, easter, exists, months, nth_weekday, orthodox_easter
from claimcheck.extract.numerals import Numerals
from claimcheck.extract.place import Reading
from claimcheck.languages import known, load
from claimcheck.model import Document, Duration, Period

NUMERALS = {code: Numerals(load(code)) for code in known()}


def find(text: str, published: str | None = None, code: str = "de") -> list[Reading]:
    document = Document.from_text(text, language=code, published=published)
    return find_dates(document.prose, NUMERALS[code].read(document.prose), document, load(code))


def one_date(text: str, published: str | None = None, code: str = "de") -> Period:
    (reading,) = find(text, published, code)
    assert isinstance(reading.value, Period)
    return reading.value


def test_the_stated_weekday_is_kept_even_where_it_is_wrong() -> None:
    period = one_date("Am Freitag, 12. März 2031, tagte der Rat.")
    assert (period.start, period.weekday) == (date(2031, 3, 12), 4)


def test_a_wrong_weekday_does_not_move_the_date_to_another_year() -> None:
    assert one_date("Am Freitag, 13. Juni, tagte der Rat.", "2031-06-18").start == date(2031, 6, 13)
    assert one_date("Am Montag, 13. Juni, tagte der Rat.", "2031-06-18").start == date(2031, 6, 13)


def test_a_day_that_no_calendar_has_keeps_its_parts() -> None:
    for text in ("am 31. April 2031", "am 31.4.2031", "am 29. Februar 2031"):
        period = one_date(text)
        assert period.impossible
        assert (period.start, period.end) == (None, None)
    assert one_date("am 31. April", "2031-06-18").edtf == "XXXX-04-31"


def test_a_leap_day_without_a_year_is_in_a_leap_year() -> None:
    assert one_date("Am 29. Februar brannte die Halle.", "2029-06-18").start == date(2028, 2, 29)


def test_a_part_lies_within_the_whole() -> None:
    period = one_date("Mitte Juli 2030")
    assert (period.edtf, period.part, period.start, period.end) == (
        "2030-07",
        "mid",
        date(2030, 7, 1),
        date(2030, 8, 1),
    )


def test_only_what_rests_on_the_day_of_publication_is_relative() -> None:
    assert one_date("Gestern brannte die Halle.", "2031-06-18").relative
    assert one_date("im vergangenen Jahr", "2031-06-18").relative
    assert not one_date("im Jahr 2030", "2031-06-18").relative


def test_without_a_day_of_publication_relative_dates_stay_open() -> None:
    for text in ("gestern", "am Montag", "im vergangenen Jahr", "vor zwei Wochen", "am Wochenende", "im Mai"):
        period = one_date(text)
        assert "X" in period.edtf
        assert period.start is None


def test_a_year_said_in_the_sentence_holds_for_the_next_date_in_it() -> None:
    periods = [each.value for each in find("Das Werk öffnete am 3. Mai 2012 und schloss am 1. Juli.", "2031-06-18")]
    assert [period.edtf for period in periods if isinstance(period, Period)] == ["2012-05-03", "2012-07-01"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Am Mittwoch kamen 30 Gäste, am Vortag waren es 20.", date(2031, 6, 17)),
        ("Am 3. Juni kamen 30 Gäste. Am Vortag waren es 20.", date(2031, 6, 2)),
        ("Am 3. Juni kamen 30 Gäste. Das Wetter war gut. Die Stadt half. Am Vortag waren es 20.", None),
        ("Im Juni kamen 30 Gäste. Am Vortag waren es 20.", None),
    ],
)
def test_the_day_before_is_that_of_the_day_just_named(text: str, day: date | None) -> None:
    last = find(text, "2031-06-18")[-1].value
    assert isinstance(last, Period)
    assert last.start == day


@pytest.mark.parametrize(
    ("code", "text", "edtf"),
    [
        ("de", "Es begann 1961. Am Dienstag, dem 13. Juni, kam Kern.", "1961-06-13"),
        ("de", "Im Mai 2012 schloss das Werk. Im Sommer desselben Jahres verfiel es.", "2012-22"),
        ("de", "2019 kamen 5, im Vorjahr waren es 4 Gäste.", "2018"),
        ("de", "Am 3. März 2031 kam Kern. Am Tag darauf ging er.", "2031-03-04"),
        ("en", "Sales were 7 million in 2019, against 5 million in the preceding year.", "2018"),
        ("en", "Kern left Monday, before the May 5 election.", "2031-05-05"),
        ("en", "It began in 1961. On Tuesday, June 13, Kern came.", "1961-06-13"),
        ("en", "It closed in May 2012. In the summer of that year it burned.", "2012-22"),
        ("en", "Kern came on March 3, 2031. The next day he left.", "2031-03-04"),
    ],
)
def test_a_time_counts_from_the_one_named_before(code: str, text: str, edtf: str) -> None:
    last = find(text, "2031-06-18", code)[-1].value
    assert isinstance(last, Period)
    assert last.edtf == edtf


def test_the_brackets_that_end_an_article_say_when_it_appeared() -> None:
    found = find("Am Montag brannte es in Lindow.\n\n(red, 18.6.2031)")
    assert isinstance(found[0].value, Period)
    assert found[0].value.start == date(2031, 6, 16)


def test_rolling_periods_are_a_date_and_a_length_within_it() -> None:
    text = "In den vergangenen sieben Tagen kamen 30 Gäste."
    assert [(each.type, text[each.start : each.end]) for each in find(text, "2031-06-18")] == [
        ("date", "den vergangenen sieben Tagen"),
        ("duration", "sieben Tagen"),
    ]


def test_a_length_keeps_its_number_unit_and_hedge() -> None:
    (reading,) = find("seit mehr als 20 Jahren")
    assert isinstance(reading.value, Duration)
    measure = reading.value.measure
    assert measure is not None
    assert (str(measure.number), measure.unit, measure.hedge) == ("20", "year", "over")


def test_a_line_may_end_inside_a_date() -> None:
    assert one_date("Das Werk öffnete am 12.\nMärz 2031.").edtf == "2031-03-12"
    assert one_date("am 12.\n\nMärz").edtf == "XXXX-03"


@pytest.mark.parametrize("code", known())
@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("1", 100_000), ("12.", 30_000), ("1 ", 50_000), ("„", 10_000), ("Mai ", 20_000), ("2030-", 20_000),
        ("und ", 20_000), ("1/2/", 20_000), ("Montag, ", 10_000), ("May 1, ", 10_000), ("2030 bis ", 10_000),
        ("drei Jahre und ", 8_000), ("ersten ", 10_000), ("the last week of ", 8_000),
    ],
)  # fmt: skip
def test_no_text_takes_long(code: str, words: str, times: int) -> None:
    find(words * times, "2031-06-18", code)


DAYS = [None, "2031-06-18", "0001-01-01", "9999-12-31"]
WORDS = st.sampled_from(
    [
        "Montag", "12.", "März", "2031", "vor", "zwei", "Wochen", "bis", "und", "Mai", "31.", "vergangenen", "Jahr",
        ",", "-", "/", "the", "last", "week", "of", "May", "Easter", "9999", "0", "1", "00.00.0000", "99 Jahrhunderte",
        "Advent", "Ende", "90er", "Q4", "2031/32", "in", "999999999", "years", "ago", "Quartal", "ersten", "Tag", "KW",
        "29. Februar", "\n", ".", "ein", "½", "seit", "weekend", "next", "halbes", "20-jähriger", "from now",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(WORDS, max_size=14),
    st.sampled_from(DAYS),
    st.sampled_from(known()),
)
def test_any_row_of_words_gives_sound_readings(words: list[str], published: str | None, code: str) -> None:
    text, last = " ".join(words), 0
    for reading in find(text, published, code):
        assert last <= reading.start < reading.end <= len(text)
        assert text[reading.start : reading.end].strip() == text[reading.start : reading.end]
        last = reading.start
        if isinstance(reading.value, Period) and reading.value.start is not None and reading.value.end is not None:
            assert reading.value.start < reading.value.end


def test_easter() -> None:
    assert [easter(year) for year in (1818, 2000, 2024, 2038)] == [
        date(1818, 3, 22), date(2000, 4, 23), date(2024, 3, 31), date(2038, 4, 25),
    ]  # fmt: skip
    assert [orthodox_easter(year) for year in (2000, 2018, 2024)] == [
        date(2000, 4, 30),
        date(2018, 4, 8),
        date(2024, 5, 5),
    ]


def test_calendar() -> None:
    assert around("week", date(2031, 1, 1), 0) == (date(2030, 12, 30), date(2031, 1, 6))
    assert around("quarter", date(2031, 2, 1), -1) == (date(2030, 10, 1), date(2031, 1, 1))
    assert months(date(2031, 1, 31), 1) == date(2031, 2, 28)
    assert nth_weekday(date(2030, 3, 1), date(2030, 4, 1), -1, 6) == date(2030, 3, 31)
    assert nth_weekday(date(2030, 2, 1), date(2030, 3, 1), 5, 0) is None
    assert exists(2028, 2, 29)
    assert exists(None, 2, 29)
    assert not exists(2031, 2, 29)
