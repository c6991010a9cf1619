"""Names in articles: the examples of every language, and what data cannot say."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from claimcheck import languages
from claimcheck.datafile import load
from claimcheck.extract.entities import find_entities
from claimcheck.languages.people import Entities
from claimcheck.model import Document
from claimcheck.model.entity import Entity, Mention
from claimcheck.reference import EntityIndex
from claimcheck.segment import segment

FILES = {code: load(languages.file(code, "entities"), Entities) for code in languages.known()}
EXAMPLES = [(code, text) for code, file in FILES.items() for text in file.examples]
NEAR_MISSES = [(code, text) for code, file in FILES.items() for text in file.near_misses]
NORDWERK = Entity("nordwerk", "Nordwerk (Holding)+", "organisation")
LINDOW = Entity("lindow", "Lindow", "organisation", short=("Lin",))
KNOWN = EntityIndex(
    {each.id: each for each in (NORDWERK, LINDOW)},
    [
        ["Nordwerk (Holding)+", "nordwerk", "name", None],
        ["Alsterwerk", "nordwerk", "former", "2030-06-01"],
        ["Nordwerck", "nordwerk", "wrong", None],
        ["Lindow", "lindow", "name", None],
        ["Lin", "lindow", "short", None],
    ],
)
NONE = EntityIndex({}, [])


def mentions(
    text: str, code: str = "de", known: EntityIndex = KNOWN, published: str | None = None
) -> tuple[Mention, ...]:
    document = segment(Document.from_text(text, language=code, published=published))
    found = find_entities(document.prose, document, languages.load(code), known)
    for mention in found:
        assert text[mention.span.start : mention.span.end] == mention.text
        assert mention.span.end <= mention.word_end
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    return found


@pytest.mark.parametrize(("code", "text"), EXAMPLES)
def test_example(code: str, text: str) -> None:
    plain, marks = "", []
    for part in re.split(r"(\[\[.*?\]\])", text):
        kind, colon, name = part[2:-2].partition(":") if part.startswith("[[") else ("", "", part)
        if colon:
            marks.append((len(plain), kind, name))
        plain += name
    assert [(each.span.start, each.kind, each.text) for each in mentions(plain, code, NONE)] == marks


@pytest.mark.parametrize(("code", "text"), NEAR_MISSES)
def test_near_miss(code: str, text: str) -> None:
    assert mentions(text, code, NONE) == ()


def test_a_name_with_signs_of_patterns_is_only_a_name() -> None:
    assert [each.entity for each in mentions("Die Nordwerk (Holding)+ wächst.")] == ["nordwerk"]


def test_the_genitive_belongs_to_the_word_and_not_to_the_name() -> None:
    (found,) = mentions("Lindows Gewinn steigt.")
    assert (found.text, found.word_end) == ("Lindow", 7)


def test_a_former_name_means_its_owner_until_it_was_given_up() -> None:
    assert mentions("Alsterwerk wächst.", published="2029-01-01")[0].form == "former"
    assert mentions("Nordwerck wächst.")[0].form == "wrong"


def test_a_short_name_needs_the_full_one() -> None:
    assert mentions("Lin wächst.") == ()
    assert [each.form for each in mentions("Lindow baut. Lin wächst.")] == ["name", "short"]


def test_a_role_links_a_person_with_an_organisation() -> None:
    text = "Anna Kern, Vorstandschefin der Alster Group, geht."
    person, organisation = mentions(text)
    assert person.role is not None
    assert (person.role.role, person.role.organisation) == ("ceo", organisation.span)


def test_the_role_before_a_name_and_its_house_behind() -> None:
    person = mentions("Die Analystin Petra Moor von Hafenhaus sagte das.")[0]
    assert person.role is not None
    assert (person.role.role, person.role.organisation is not None) == ("analyst", True)


@pytest.mark.parametrize(
    ("text", "code", "former"),
    [
        ("Ex-Präsident Anna Kern kam.", "de", True),
        ("Die frühere Chefin Anna Kern kam.", "de", True),
        ("Anna Kern, ehemalige Chefin von Lindow, kam.", "de", True),
        ("Ex-Lindow-Chefin Anna Kern kam.", "de", True),
        ("Anna Kern, former CEO of Lindow, came.", "en", True),
        ("Die Chefin Anna Kern kam.", "de", False),
    ],
)
def test_a_role_that_is_over_says_so(text: str, code: str, former: bool) -> None:
    roles = [each.role for each in mentions(text, code) if each.role is not None]
    assert [role.former for role in roles] == [former]


def test_a_surname_of_two_persons_is_neither() -> None:
    found = mentions("Anna Kern und Peter Kern kamen. Dann ging Kern.")
    assert (found[-1].form, found[-1].entity, found[-1].name) == ("shared", None, "Kern")


@pytest.mark.parametrize(
    "text", ["„" * 10_000, "A" * 100_000, "Anna " * 20_000, "Dr. " * 20_000, "AG " * 20_000, ", der " * 20_000]
)
def test_odd_text_takes_no_time(text: str) -> None:
    mentions(text)


def test_a_language_keeps_its_roles_under_the_keys_of_all() -> None:
    first, *others = FILES.values()
    for other in others:
        assert {"ceo", "cto", "cfo", "founder", "chair"} <= set(first.roles) & set(other.roles)
