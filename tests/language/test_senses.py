"""What verbs say: every lemma has forms, and a verb says something else where its context makes another verb of it."""

from __future__ import annotations

import pytest

from claimcheck import datafile, languages
from claimcheck.language import analyse
from claimcheck.language.words import words_of
from claimcheck.languages.extra import extra
from claimcheck.languages.grammar import Senses
from claimcheck.languages.word_roles import INFINITIVE
from claimcheck.model import Span

FILES = {code: datafile.load(languages.file(code, "senses"), Senses) for code in languages.known()}
SAID = [
    pytest.param(code, marked, sense, id=f"{code}: {marked}")
    for code, file in FILES.items()
    for sense, group in file.verbs.items()
    for marked in group.examples
]
NOT_SAID = [
    pytest.param(code, marked, sense, id=f"{code}: {marked}")
    for code, file in FILES.items()
    for sense, group in file.verbs.items()
    for marked in group.near_misses
]


def _senses(code: str, marked: str) -> tuple[str, ...]:
    at = marked.index("[[")
    text = marked.replace("[[", "").replace("]]", "")
    words = words_of(code)
    assert words is not None
    sentence = analyse(text, Span(0, len(text)), words)
    clause = sentence.clause_at(at)
    assert clause is not None and clause.verb == sentence.token_at(at)
    return clause.senses


@pytest.mark.parametrize(("code", "marked", "sense"), SAID)
def test_a_verb_says(code: str, marked: str, sense: str) -> None:
    assert sense in _senses(code, marked)


@pytest.mark.parametrize(("code", "marked", "sense"), NOT_SAID)
def test_a_verb_does_not_say(code: str, marked: str, sense: str) -> None:
    assert sense not in _senses(code, marked)


@pytest.mark.parametrize("code", languages.known())
def test_every_verb_has_forms(code: str) -> None:
    words = words_of(code)
    assert words is not None
    unknown = [lemma for lemma in extra(code, "senses")["verbs"] if not _bare(words.verb(lemma))]
    assert unknown == []


def _bare(known: tuple[str, int] | None) -> bool:
    return known is not None and bool(known[1] & INFINITIVE)


@pytest.mark.parametrize("code", languages.known())
def test_every_exception_names_a_member_of_its_class(code: str) -> None:
    table = extra(code, "senses")
    for lemma, senses in table["apart"].items():
        assert set(senses) <= set(table["verbs"].get(lemma, ())), lemma
