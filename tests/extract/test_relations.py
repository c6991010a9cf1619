"""Who did what to whom, and what numbers measure: every example in languages/<code>/relation_verbs.yaml runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import datafile, languages
from claimcheck.extract import read_article
from claimcheck.languages.relation_verbs import AboutExample, RelationExample, RelationWords
from claimcheck.model import Claim, Document
from claimcheck.model.claim import Relation
from claimcheck.segment import segment

FOLDER = Path(languages.__file__).parent
WORDS = {code: datafile.load(FOLDER / code / "relation_verbs.yaml", RelationWords) for code in languages.known()}


def claims(text: str, code: str) -> tuple[Claim, ...]:
    return read_article(segment(Document.from_text(text, language=code))).claims


def relations(text: str, code: str) -> list[tuple[Relation, dict[str, str], str]]:
    return [
        (claim.value, {role: argument.text for role, argument in claim.value.arguments}, claim.modality)
        for claim in claims(text, code)
        if isinstance(claim.value, Relation)
    ]


@pytest.mark.parametrize(
    ("code", "example", "sentence"),
    [
        pytest.param(code, each, sentence, id=f"{code}: {sentence}")
        for code, words in WORDS.items()
        for each in words.examples
        for sentence in each.in_
    ],
)
def test_the_wording_states_the_relation(code: str, example: RelationExample, sentence: str) -> None:
    found = relations(sentence, code)
    stated = [each for each in found if each[0].predicate == example.predicate]
    said = [each for each in stated if example.states.items() <= each[1].items()]
    assert said, found
    assert any(each[0].former == example.former for each in said)
    assert example.meant is None or example.meant in {each[2] for each in said}


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        pytest.param(code, sentence, id=f"{code}: {sentence}")
        for code, words in WORDS.items()
        for each in words.examples
        for sentence in each.silent
    ],
)
def test_the_sentence_states_none(code: str, sentence: str) -> None:
    assert relations(sentence, code) == []


@pytest.mark.parametrize(
    ("code", "example"),
    [
        pytest.param(code, each, id=f"{code}: {each.sentence}")
        for code, words in WORDS.items()
        for each in words.numbers
    ],
)
def test_what_a_number_measures(code: str, example: AboutExample) -> None:
    (about,) = [claim.about for claim in claims(example.sentence, code) if claim.type in ("amount", "percentage")]
    measure = None if about is None else about.measure
    assert (measure and measure.text) == example.measure
    assert (measure and measure.kind) == example.kind
    if about is not None:
        assert (about.of and about.of.text) == example.of
        assert list(about.qualifiers) == example.qualifiers
        assert [each.text for each in about.entities][:1] == ([example.entity] if example.entity else [])


def test_an_argument_the_sentence_only_implies_is_marked() -> None:
    text = "Das Wachstum durch die Übernahme der Firma ox für 6 Milliarden Euro erlaubt es Nordwerk zu sparen."
    (relation,) = [claim.value for claim in claims(text, "de") if isinstance(claim.value, Relation)]
    assert [role for role, argument in relation.arguments if argument.implied] == ["acquirer"]


@pytest.mark.parametrize("text", ["wie Nordwerk " * 5000, "Chef von " * 5000, "Übernahme von X, " * 5000, "„" * 10000])
def test_odd_text_takes_no_time(text: str) -> None:
    claims(text, "de")
