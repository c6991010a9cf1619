"""Every example of a language's labels.yaml: what it marks is read with its key, and nothing else is."""

from __future__ import annotations

import pytest

from claimcheck import datafile, languages
from claimcheck.extract import read_article
from claimcheck.extract.labels import labels
from claimcheck.languages.gazetteer import LabelExample, Labels
from claimcheck.model import Document
from claimcheck.model.claim import Label
from claimcheck.rules.apply import marks
from claimcheck.segment import segment

FILES = {code: datafile.load(languages.file(code, "labels"), Labels) for code in languages.known()}
EXAMPLES = [
    pytest.param(code, example, marked, id=f"{code}: {marked}")
    for code, file in FILES.items()
    for example in file.examples
    for marked in (*example.in_, *example.silent)
]


@pytest.mark.parametrize(("code", "example", "marked"), EXAMPLES)
def test_label(code: str, example: LabelExample, marked: str) -> None:
    text, spans = marks(marked)
    found = labels(read_article(segment(Document.from_text(text, language=code))))
    read = [(each.type, each.text, each.value.key) for each in found if isinstance(each.value, Label)]
    assert read == [(example.type, text[span.start : span.end], example.key) for span in spans]
    assert bool(spans) == (marked in example.in_)
