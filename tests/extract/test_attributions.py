"""Every example of attribution.yaml, then what examples cannot say: names, voices, moods, and odd texts."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck import datafile, languages
from claimcheck.extract import extract
from claimcheck.extract.attributions import Words, find_attributions
from claimcheck.extract.attributions.voice import voices
from claimcheck.language import analysis
from claimcheck.language.words import Words as Language
from claimcheck.languages.attribution import AttributionWords, SaidExample
from claimcheck.languages.voice_roles import BITS, FORM_BITS, TAKE_BITS
from claimcheck.model import Document, Span
from claimcheck.model.claim import Attribution
from claimcheck.rules.apply import marks
from claimcheck.segment import segment

FILES = {code: datafile.load(languages.file(code, "attribution"), AttributionWords) for code in languages.known()}
TABLES: dict[str, dict[str, Any]] = {code: file.table() for code, file in FILES.items()}
WORDS = {code: Words(table, Language(code)) for code, table in TABLES.items()}
EXAMPLES = [
    pytest.param(code, example, marked, id=f"{code}: {marked}")
    for code, file in FILES.items()
    for example in file.examples
    for marked in (*example.in_, *example.silent)
]


def read(text: str, code: str = "de") -> list[Attribution]:
    document = segment(Document.from_text(text, language=code))
    return find_attributions(
        document.prose,
        document.sentences,
        document.quotations,
        document.headline,
        WORDS[code],
        written=document.text,
        grammar=analysis(document),
    )


def bare(text: str) -> str:
    return text.strip(" ,.:").removeprefix("that ")


@pytest.mark.parametrize(("code", "example", "marked"), EXAMPLES)
def test_example(code: str, example: SaidExample, marked: str) -> None:
    text, spans = marks(marked)
    found = read(text, code)
    assert [bare(each.content.text) for each in found] == [bare(text[span.start : span.end]) for span in spans]
    if marked in example.in_:
        sources = example.sources or [example.source] * len(spans)
        assert [each.source.text if each.source else "-" for each in found] == sources
        assert {each.mode for each in found} <= ({example.mode} if example.mode else {each.mode for each in found})


def test_every_part_is_the_text_at_its_place() -> None:
    text = "„Wir\u00a0wachsen schnell“,\tsagte Jan\u00a0Kern. Das Werk bleibe offen."
    for each in read(text):
        for part in (each.source, each.cue, each.content):
            assert part is None or text[part.span.start : part.span.end] == part.text
        assert all(part is None or each.span.covers(part.span) for part in (each.source, each.cue, each.content))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jan Kern sagte, das Werk bleibe offen. Er sagte, es gebe Geld.", ["Jan Kern", "Jan Kern"]),
        ("Jan Kern sagte, das Werk bleibe offen. „Wir haben Geld“, sagte Kern.", ["Jan Kern", "Jan Kern"]),
        ("Jan Kern sagte, das Werk bleibe offen. Es habe eine Zukunft.", ["Jan Kern", "Jan Kern"]),
        ("Minister Jan Kern sagte, das Werk bleibe. Der Minister sagte, es gebe Geld.", ["Minister Jan Kern"] * 2),
        ("Jan Kern sagte, es gehe. Ida Kern sagte, er irre. Kern sagte, er gehe.", ["Jan Kern", "Ida Kern", "Kern"]),
        ("Ein Sprecher sagte, das Werk bleibe offen.", [None]),
        ("Es gehe zu, sagte der Chef der Firma, Jan Kern. Kern sagte, es gehe.", ["Jan Kern", "Jan Kern"]),
    ],
)
def test_resolved(text: str, names: list[str | None]) -> None:
    assert [each.resolved for each in read(text)] == names


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Jan Kern sagte, es gehe. Er sagte, es gehe gut.", ["named", "pronoun"]),
        ("Der Minister sagte, es gehe.", ["role"]),
        ("Experten sagen, dass es geht.", ["anonymous"]),
        ("Es gehe gut, hieß es.", ["none"]),
        ("Der Regen war stark. Die Leute kamen demnach zu Fuß.", ["none"]),
    ],
)
def test_source_kind(text: str, kinds: list[str]) -> None:
    assert [each.source_kind for each in read(text)] == kinds


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Peter Kern trat vor die Presse. Er sagte, es gehe.", ["Peter Kern"]),
        ("Peter Kern und Anna Lund kamen. Er sagte, es gehe.", [None]),
        ("Peter Kern traf die Ministerin. Sie sagte, es gehe.", [None]),
        ("Am Abend kam im Regen nach langer Fahrt noch Peter Kern. Er sagte, es gehe.", [None]),
        ("Peter Kern kam.\n\nDas Werk ist alt. Er sagte, es gehe.", [None]),
        ("Ida Lund kam mit Freunden. Sie sagten, es gehe.", [None]),
        ("Ministerin Ida Lund kam spät. Das Werk ist alt. Die Ministerin sagte, es gehe.", ["Ida Lund"]),
        ("Ministerin Ida Lund und Ministerin Eva Kern kamen. Die Ministerin sagte, es gehe.", [None]),
    ],
)
def test_whom_a_pronoun_or_a_role_means(text: str, names: list[str | None]) -> None:
    found = [claim.value for claim in extract(segment(Document.from_text(text, language="de")))]
    assert [each.resolved for each in found if isinstance(each, Attribution)] == names


def test_a_speaker_does_not_carry_over_to_plain_sentences() -> None:
    text = "Kern sagte, das Werk bleibe offen. Nordwerk baut seit 1911 Kessel. Die Stadt zahlt 5 Millionen Euro."
    assert len(read(text)) == 1


def test_voices_are_the_innermost_content() -> None:
    text = "Der Umsatz lag bei 5 Millionen Euro. Kern sagte, er steige auf 6 Millionen Euro."
    said = read(text)
    first, second = (text.index(words) for words in ("5 Millionen", "6 Millionen"))
    assert voices(said, [Span(second, second + 11), Span(first, first + 11)]) == [0, None]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "„",
        "„" * 500,
        '"a ' * 500,
        "“””„»«" * 200,
        "„“, sagte .",
        "sagte " * 2000,
        "laut " * 2000,
        "Er sagte, dass " * 500,
        "1" * 5000,
        "( " * 1000,
        "„Er sagte: „Sie sagte: „Nein““, sagte er.",
        "\ud800 sagte Kern.",
    ],
)
@pytest.mark.parametrize("code", languages.known())
def test_odd_text(text: str, code: str) -> None:
    for each in read(text, code):
        assert text[each.content.span.start : each.content.span.end] == each.content.text


def test_the_same_text_gives_the_same_statements() -> None:
    text = "Kern sagte, das Werk bleibe offen. „Wir wachsen schnell“, sagte Ida Lund. Es gebe Geld."
    assert read(text) == read(text)


def test_no_role_is_used_twice() -> None:
    for bits in (BITS, FORM_BITS, TAKE_BITS):
        assert len(set(bits.values())) == len(bits)


def test_every_language_has_examples_and_near_misses() -> None:
    for file in FILES.values():
        assert any(example.silent for example in file.examples)
        assert {example.mode for example in file.examples} >= {"direct", "indirect", "according_to"}


def told(text: str, code: str) -> list[tuple[str | None, str]]:
    found = [claim.value for claim in extract(segment(Document.from_text(text, language=code)))]
    said = [each for each in found if isinstance(each, Attribution)]
    return [(each.source and each.source.text, each.content.text) for each in said]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("de", "Frage: Bleibt das Werk offen?\nKern: Ja. Es bleibt.", [("Kern", "Ja. Es bleibt.")]),
        ("en", "HARBOUR TIMES: Why now? IDA LUND: Why not?", [("HARBOUR TIMES", "Why now?"), ("IDA LUND", "Why not?")]),
        ("de", "Ort: Nordholm. Beginn: Acht Uhr. Eintritt: Frei.", []),
        ("de", "Die Frage: Bleibt das Werk offen? Es bleibt.", []),
    ],
)
def test_turns_of_a_talk(code: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, code) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("de", "„So ein Tag!“ Torwart Jan Lund strahlte.", [("Torwart Jan Lund", "So ein Tag!")]),
        (
            "de",
            "Ida Lund steht vor dem Laden. „Alles ist hin, das ganze Haus.“",
            [("Ida Lund", "Alles ist hin, das ganze Haus.")],
        ),
        ("de", "Jan Lund und Eva Moor kamen. „Alles ist hin, das ganze Haus.“", []),
        ("en", "“We move on.” Ida Lund shrugged.", [("Ida Lund", "We move on.")]),
        ("en", "“Keep the dam open!” The chant went on for hours.", []),
    ],
)
def test_quotations_beside_the_only_person(code: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, code) == expected


def test_a_subject_before_the_unit_is_no_speaker() -> None:
    found = [each.value for each in extract(segment(Document.from_text("* 67% said that it was good.", language="en")))]
    parts = [part for each in found if isinstance(each, Attribution) for part in (each.source, each.cue) if part]
    assert all(part.text for part in parts)
