"""Every construction of grammar is read: the clause and the subject of each number in sentences of our own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from claimcheck.language import Chunk, analyse
from claimcheck.language.words import words_of
from claimcheck.model import Span

FILE = Path(__file__).parent / "constructions.yaml"
SENTENCES = [(code, line) for code, lines in yaml.safe_load(FILE.read_text(encoding="utf-8")).items() for line in lines]


@pytest.mark.parametrize(("code", "line"), SENTENCES, ids=[line for _, line in SENTENCES])
def test_numbers_stand_in_their_clause(code: str, line: str) -> None:
    text, _, wanted = line.rpartition(" | ")
    words = words_of(code)
    assert words is not None
    sentence = analyse(text, Span(0, len(text)), words)

    def word(token: int | None) -> str:
        return "–" if token is None else sentence.tokens[token].text

    def head(chunk: Chunk | None) -> int | None:
        return None if chunk is None else chunk.head

    found, at = [], 0
    for each in wanted.split():
        number = each.rpartition("=")[0]
        match = re.compile(rf"(?<![\w.,]){re.escape(number)}(?!\w)").search(text, at)
        assert match is not None, number
        at = match.end()
        clause = sentence.clause_at(match.start())
        assert clause is not None
        found.append(f"{number}={word(clause.verb)}/{word(head(clause.subject))}")
    assert " ".join(found) == wanted
