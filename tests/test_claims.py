"""The shipped claims and names: right by their shape, readable by the program itself, every example holds."""

from __future__ import annotations

import re
from functools import cache

import pytest

from claimcheck import languages
from claimcheck.datafile import load
from claimcheck.extract import extract
from claimcheck.extract.entities import find_entities
from claimcheck.model import Document, Finding, Measure
from claimcheck.model.entity import Mention, ReferenceClaim
from claimcheck.pipeline import check
from claimcheck.reference import NOTHING, files_in, open_reference
from claimcheck.reference.predicates import arguments
from claimcheck.reference.shape import ClaimShape, EntityShape, File
from claimcheck.reference.store import identifier
from claimcheck.segment import segment
from claimcheck.tables import shipped_folder

REFERENCE = open_reference()
CLAIMS = tuple(REFERENCE.claims())
SENTENCES = [(claim, code) for claim in CLAIMS for code in claim.text]
# Arguments that a sentence may leave out, and predicates whose sentence tells the figure in other words.
UNSAID = ("publisher",)


@cache
def shipped() -> tuple[tuple[ClaimShape, ...], tuple[EntityShape, ...]]:
    files = [load(path, File) for path in files_in(shipped_folder("claims"))]
    return tuple(each for file in files for each in file.claims), tuple(
        each for file in files for each in file.entities
    )


def mentions(text: str, code: str) -> tuple[Mention, ...]:
    document = segment(Document.from_text(text, language=code))
    return find_entities(document.prose, document, languages.load(code), REFERENCE.names)


def marked(text: str) -> tuple[str, list[tuple[int, str]]]:
    plain, marks = "", []
    for part in re.split(r"(\[\[.*?\]\])", text):
        if part.startswith("[["):
            marks.append((len(plain), part[2:-2]))
        plain += part[2:-2] if part.startswith("[[") else part
    return plain, marks


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_every_claim_is_told_in_every_language_and_has_sources(claim: ReferenceClaim) -> None:
    assert set(claim.text) == set(languages.known())
    assert all(source.publisher and source.url and source.url.startswith("http") for source in claim.sources)
    assert claim.sources and claim.reviewed


@pytest.mark.parametrize(("claim", "code"), SENTENCES, ids=lambda value: getattr(value, "id", value))
def test_the_names_of_a_claim_are_read_in_its_own_sentence(claim: ReferenceClaim, code: str) -> None:
    found = mentions(claim.text[code], code)
    meant = {mention.entity for mention in found} | {each for mention in found for each in mention.candidates}
    for role, (_, named) in arguments(claim.predicate).items():
        if named and role not in UNSAID:
            told = set(claim.entities(role)) & {each for each in meant if each}
            then = claim.name_then.get(role, "\0") in claim.text[code]
            assert told or then or not claim.entities(role), f"{role}: {claim.entities(role)} is not in {meant}"


@pytest.mark.parametrize(("claim", "code"), SENTENCES, ids=lambda value: getattr(value, "id", value))
def test_the_value_of_a_claim_is_read_in_its_own_sentence(claim: ReferenceClaim, code: str) -> None:
    if claim.value is None:
        return
    values = [each.value for each in extract(segment(Document.from_text(claim.text[code], language=code)))]
    read = {(each.number, each.unit, each.hedge) for each in values if isinstance(each, Measure)}
    spans = {(getattr(each, "measure", None) or each).number for each in values if hasattr(each, "measure")}  # type: ignore[union-attr]
    assert (claim.value.number, claim.value.unit, claim.value.hedge) in read or claim.value.number in spans, read


@pytest.mark.parametrize("entity", shipped()[1], ids=lambda entity: entity.name)
def test_the_examples_of_an_entity_hold(entity: EntityShape) -> None:
    identity = entity.id or identifier(entity.name)
    for code, texts in entity.examples.items():
        for text in texts:
            plain, marks = marked(text)
            assert [(m.span.start, m.text) for m in mentions(plain, code) if m.entity == identity] == marks, text
    for code, texts in entity.near_misses.items():
        for text in texts:
            assert not [m for m in mentions(text, code) if identity in (m.entity, *m.candidates)], text


@pytest.mark.parametrize("claim", [each for each in shipped()[0] if each.examples], ids=lambda claim: claim.id)
def test_the_examples_of_a_claim_name_what_it_is_about(claim: ClaimShape) -> None:
    known = REFERENCE.claim(claim.id)
    assert known is not None
    about = {each for role in known.arguments for each in known.entities(role)}
    for example in claim.examples:
        assert example.contradicted and example.supported
        for text in example.contradicted:
            plain, marks = marked(text)
            assert marks
            assert about & {mention.entity for mention in mentions(plain, example.language)}, text
        assert all("[[" not in text for text in example.supported)


@cache
def against_reference(text: str, code: str) -> tuple[Finding, ...]:
    """What is found in a text only because of what the reference says."""
    document = Document.from_text(text, language=code)
    alone = {(each.rule, each.places) for each in check([document], reference=NOTHING).findings}
    found = check([document], reference=REFERENCE).findings
    return tuple(each for each in found if (each.rule, each.places) not in alone)


@pytest.mark.parametrize("claim", [each for each in shipped()[0] if each.examples], ids=lambda claim: claim.id)
def test_the_examples_of_a_claim_hold(claim: ClaimShape) -> None:
    for example in claim.examples:
        for text in example.contradicted:
            plain, marks = marked(text)
            places = [place.span for each in against_reference(plain, example.language) for place in each.places]
            for start, mark in marks:
                assert any(span.start < start + len(mark) and start < span.end for span in places), (mark, text)
        for text in example.supported:
            assert not [each.message for each in against_reference(text, example.language)], text


def test_no_file_of_claims_is_empty() -> None:
    assert len(CLAIMS) == len({claim.id for claim in CLAIMS}) > 80
