"""Sentences marked by hand: the clause of every number, and that clause's subject, are read as marked in nearly all."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import languages
from claimcheck.language import analyse, analysis
from claimcheck.language.words import words_of
from claimcheck.model import Document, Span
from claimcheck.model.analysis import KEPT
from tests.language.score import marked, score

SENTENCES = [each for path in sorted(Path(__file__).parent.glob("sentences*.jsonl")) for each in marked(path)]
LEAST = {"de": (0.975, 0.945), "en": (0.955, 0.94)}


@pytest.mark.parametrize("language", languages.known())
def test_numbers_stand_in_the_marked_clause_with_its_subject(language: str) -> None:
    found = score(each for each in SENTENCES if each["language"] == language)
    clause, subject = LEAST[language]
    assert found.clauses / found.numbers >= clause, "\n".join(found.misses)
    assert found.subjects / found.numbers >= subject, "\n".join(found.misses)


@pytest.mark.parametrize("each", SENTENCES, ids=lambda each: each["id"])
def test_every_token_belongs_to_one_clause(each: dict[str, str]) -> None:
    words = words_of(each["language"])
    assert words is not None
    text = each["text"]
    sentence = analyse(text, Span(0, len(text)), words)
    owned = sorted(
        (k, number) for number, clause in enumerate(sentence.clauses) for a, b in clause.stretches for k in range(a, b)
    )
    assert [k for k, _ in owned] == list(range(len(sentence.tokens)))
    assert [number for _, number in owned] == list(sentence.owners)
    assert all(text[token.span.start : token.span.end] == token.text for token in sentence.tokens)


@pytest.mark.parametrize(
    "text", ["Kern (*1950, †2001)", "a_b ~ 30 ° | <x> 'so' – 5,- #1 ©", *(each["text"] for each in SENTENCES)]
)
@pytest.mark.parametrize("language", languages.known())
def test_tokens_leave_nothing_out(language: str, text: str) -> None:
    words = words_of(language)
    assert words is not None
    tokens = analyse(text, Span(0, len(text)), words).tokens
    assert "".join(token.text for token in tokens) == "".join(text.split())


def test_only_the_documents_read_last_stay_analysed() -> None:
    text = "Kern kam am Montag nach Lindow."
    document = Document.from_text(text, path="a.txt", language="de")._replace(sentences=(Span(0, len(text)),))
    first, *others = (analysis(document) for _ in range(KEPT + 1))
    assert first is not None
    read = first.sentence(0)
    assert first.sentence(0) is read
    for each in others:
        assert each is not None
        each.sentence(0)
    assert first.sentence(0) == read
    assert first.sentence(0) is not read
