"""Every group of relation words: what its examples mark is read, its near misses are not."""

from __future__ import annotations

import pytest

from claimcheck import datafile, languages
from claimcheck.languages.relations import Relations
from claimcheck.link.rows import _words
from claimcheck.rules.apply import marks

FILES = {code: datafile.load(languages.file(code, "relations"), Relations) for code in languages.known()}
GROUPS = [(code, name) for code, file in FILES.items() for name in file.groups()]


@pytest.mark.parametrize(("code", "name"), GROUPS, ids=str)
def test_group(code: str, name: str) -> None:
    group = FILES[code].groups()[name]
    phrases = FILES[code].table()["phrases"]
    for example in group.examples:
        text, spans = marks(example)
        items = []  # type: ignore[var-annotated]
        _words(items, text, 0, len(text), phrases)
        assert spans
        for span in spans:
            here = [item for item in items if item.start < span.end and span.start < item.end]
            assert any(name in item.roles or item.claim for item in here), example
    for near_miss in group.near_misses:
        items = []
        _words(items, near_miss, 0, len(near_miss), phrases)
        assert not [item.text for item in items if name in item.roles], near_miss


def test_every_language_fills_every_group() -> None:
    names = {frozenset(name for name in file.groups() if ":" not in name) for file in FILES.values()}
    assert len(names) == 1
    assert all(
        group.words and group.examples and group.near_misses for f in FILES.values() for group in f.groups().values()
    )
