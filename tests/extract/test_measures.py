"""The examples of numbers.yaml and units.yaml of every language."""

from decimal import Decimal

import pytest

from claimcheck import Document, extract
from claimcheck.datafile import load
from claimcheck.languages import file, known
from claimcheck.languages.examples import Example
from claimcheck.languages.numbers import Numbers
from claimcheck.languages.units import Units
from claimcheck.model import Claim, Measure

SHAPES = {"numbers": Numbers, "units": Units}
MEASURES = ("amount", "percentage", "quantity")


def cases() -> list[tuple[str, Example, str]]:
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
def test_example(language: str, example: Example, sentence: str) -> None:
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
