"""Every group of relation words: what its examples mark is read, its near misses are not."""

from __future__ import annotations

import pytest

from claimcheck import datafile, languages
from claimcheck.languages.relations import Relations
from claimcheck.rules.apply import marks
from claimcheck.statements.phrases import known_of

FILES = {code: datafile.load(languages.file(code, "relations"), Relations) for code in languages.known()}
GROUPS = [(code, name) for code, file in FILES.items() for name in file.groups()]


@pytest.mark.parametrize(("code", "name"), GROUPS, ids=str)
def test_group(code: str, name: str) -> None:
    group = FILES[code].groups()[name]
    phrases = FILES[code].table()["phrases"]
    for example in group.examples:
        text, spans = marks(example)
        known = [*known_of(text, 0, len(text), phrases)]
        assert spans
        for span in spans:
            here = [roles for start, end, roles in known if start < span.end and span.start < end]
            assert any(name in roles for roles in here), example
    for near_miss in group.near_misses:
        assert not any(name in roles for _, _, roles in known_of(near_miss, 0, len(near_miss), phrases)), near_miss


def test_every_language_fills_every_group() -> None:
    names = {frozenset(name for name in file.groups() if ":" not in name) for file in FILES.values()}
    assert len(names) == 1
    assert all(
        group.words and group.examples and group.near_misses for f in FILES.values() for group in f.groups().values()
    )
