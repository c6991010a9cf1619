"""Every example of a language's dates.yaml: what it marks is read with its value, and nothing else is."""

from __future__ import annotations

from typing import get_args

import pytest

from claimcheck import datafile, languages
from claimcheck.extract.dates import MEANINGS, find_dates
from claimcheck.extract.numerals import Numerals
from claimcheck.languages.dates import Dates, Example
from claimcheck.languages.shape import Meaning
from claimcheck.model import Document, Duration, Period
from claimcheck.rules.apply import marks

FILES = {code: datafile.load(languages.file(code, "dates"), Dates) for code in languages.known()}
EXAMPLES = [
    pytest.param(code, example, marked, id=f"{code}: {marked}")
    for code, file in FILES.items()
    for example in file.examples
    for marked in (*example.in_, *example.silent)
]


def _said(value: object) -> str | None:
    if isinstance(value, Period):
        return value.edtf
    assert isinstance(value, Duration)
    return value.iso or f"{value.low_iso}/{value.high_iso}"


@pytest.mark.parametrize(("code", "example", "marked"), EXAMPLES)
def test_date(code: str, example: Example, marked: str) -> None:
    text, spans = marks(marked)
    language = languages.load(code)
    document = Document.from_text(text, language=code, published=example.published)
    found = find_dates(text, Numerals(language).read(text), document, language)
    read = [(text[each.start : each.end], _said(each.value)) for each in found]
    wanted = [(text[span.start : span.end], example.edtf or example.iso) for span in spans]
    assert read == wanted
    assert bool(spans) == (marked in example.in_)


def test_every_meaning_of_the_data_is_known_to_the_code() -> None:
    assert set(MEANINGS) == set(get_args(Meaning))


def test_every_language_has_examples_and_near_misses() -> None:
    for file in FILES.values():
        assert any(example.silent for example in file.examples)
        assert any(example.edtf for example in file.examples)
        assert any(example.iso for example in file.examples)
