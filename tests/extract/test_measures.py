"""The examples of numbers.yaml and units.yaml of every language."""

from decimal import Decimal

import pytest

from claimcheck import Document, extract
from claimcheck.datafile import load
from claimcheck.languages import file, known
from claimcheck.languages.numbers import Numbers, Units
from claimcheck.languages.shape import NumberExample
from claimcheck.model import Claim, Measure

SHAPES = {"numbers": Numbers, "units": Units}
MEASURES = ("amount", "percentage", "quantity")


def cases() -> list[tuple[str, NumberExample, str]]:
    return [
        (code, example, sentence)
        for code in known()
        for name, shape in SHAPES.items()
        for example in load(file(code, name), shape).examples
        for sentence in (*example.in_, *example.silent)
    ]


def measures(text: str, language: str) -> list[Claim]:
    claims = extract(Document.from_text(text, language=language, published="2031-06-01"))
    return [claim for claim in claims if claim.type in MEASURES]


@pytest.mark.parametrize(("language", "example", "sentence"), cases())
def test_example(language: str, example: NumberExample, sentence: str) -> None:
    found = measures(sentence.replace("[[", "").replace("]]", ""), language)
    if sentence in example.silent:
        assert [claim.text for claim in found] == []
        return
    start, end = sentence.index("[["), sentence.index("]]") - 2
    if example.loose:  # the numbers inside a share are counts of their own
        found = [claim for claim in found if claim.type == example.type]
    assert len(found) == 1, [claim.text for claim in found]
    claim = found[0]
    value = claim.value
    assert isinstance(value, Measure)
    assert claim.type == example.type
    if example.loose:
        assert claim.span.start < end
        assert claim.span.end > start
    else:
        assert (claim.span.start, claim.span.end) == (start, end)
    assert value.number == (None if example.number is None else Decimal(example.number)) or example.fraction
    assert (value.low, value.high) == tuple(
        None if bound is None else Decimal(bound) for bound in (example.low, example.high)
    )
    assert value.unit == example.unit
    assert value.hedge == example.hedge
    if example.fraction:
        above, below = map(int, example.fraction.split("/"))
        assert value.fraction == (above, below)
        assert value.number == Decimal(100) * above / below


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            "Die Villa koste 30 bis 60 Millionen, das Haus 25 Millionen Euro.",
            ["amount 30000000-60000000 EUR", "amount 25000000 EUR"],
        ),
        (
            "de",
            "Die Partei stieg um 2,1 Punkte von 30,4 auf 32,5 Prozent.",
            ["percentage 2.1 percentage_point", "percentage 30.4 percent", "percentage 32.5 percent"],
        ),
        ("de", "Der Index gewann 200 Punkte auf 15.000.", ["quantity 200", "quantity 15000"]),
        ("de", "Der Motor hat 110 kW/150 PS.", ["quantity 110 kW", "quantity 150 PS"]),
        ("en", "Shares rose from £35 to £36.20.", ["amount 35 GBP", "amount 36.20 GBP"]),
        ("en", "The share fell from 3.2 to 4.1 percent.", ["percentage 3.2 percent", "percentage 4.1 percent"]),
        ("en", "Prices range from £35 to £50.", ["amount 35-50 GBP"]),
        ("en", "Kern, 31, won.", ["quantity 31 year"]),
        ("de", "Der Index stieg um 0,5 Prozent auf 23.252 Punkte.", ["percentage 0.5 percent", "quantity 23252"]),
        (
            "de",
            "Der Gewinn lag bei 24,6 (Vorjahr: 49,9) Millionen Euro.",
            ["amount 24600000 EUR", "amount 49900000 EUR"],
        ),
        (
            "en",
            "It paid 4bn rupees ($106m:£54.6m).",
            ["amount 4000000000 INR", "amount 106000000 USD", "amount 54600000 GBP"],
        ),
        ("de", "Zölle sinken auf 1,8 von 5,1 Prozent.", ["percentage 1.8 percent", "percentage 5.1 percent"]),
        (
            "en",
            "They fell by two, three or four percent.",
            ["percentage 2 percent", "percentage 3 percent", "percentage 4 percent"],
        ),
        ("en", "Shares rose $2.34 to close at $38.60.", ["amount 2.34 USD", "amount 38.60 USD"]),
    ],
)
def test_numbers_of_one_sentence(language: str, text: str, expected: list[str]) -> None:
    assert [said(claim) for claim in measures(text, language)] == expected


def test_a_year_before_is_no_rate() -> None:
    rates = [claim.value.per for claim in measures("It earned $40 million a year earlier.", "en")]
    assert rates == [None]


def test_litres_on_a_hundred_kilometres() -> None:
    (claim,) = measures("Er verbraucht 5,6 l/100 km.", "de")
    assert (claim.text, claim.value.per) == ("5,6 l", (Decimal(100), "km", None))


def said(claim: Claim) -> str:
    value = claim.value
    assert isinstance(value, Measure)
    numbers = [value.number] if value.number is not None else [value.low, value.high]
    return " ".join(word for word in (claim.type, "-".join(format(each, "f") for each in numbers), value.unit) if word)


def test_a_line_may_end_inside_the_words_before_a_number() -> None:
    found = measures("Mehr \nals 130 Menschen kamen.", "de")
    assert [(claim.text, claim.value.hedge) for claim in found if isinstance(claim.value, Measure)] == [
        ("Mehr \nals 130 Menschen", "over")
    ]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Four young women came.", "women"),
        ("Three local men came.", "men"),
        ("Forty police officers came.", "officers"),
        ("Five old houses burned.", "houses"),
        ("Six children under that age came.", "children"),
    ],
)
def test_what_is_counted_behind_words_that_could_be_it(text: str, noun: str) -> None:
    (claim,) = measures(text, "en")
    assert isinstance(claim.value, Measure)
    assert claim.value.noun == noun
