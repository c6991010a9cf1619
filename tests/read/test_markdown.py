"""Markdown: what is blanked, what stays, and that every offset is the file's."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import Document
from claimcheck.model.compact import compact
from claimcheck.read.markdown import markdown, mdx
from claimcheck.read.metadata import Found
from claimcheck.segment import segment


def read(text: str) -> Document:
    return markdown(text.encode(), "a.md", Found())


def words(text: str) -> str:
    """The prose without what was blanked."""
    prose = read(text).prose
    short = compact(prose)
    return (short.text if short else prose).strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nordwerk zahlt **14 Millionen** Euro.", "Nordwerk zahlt 14 Millionen Euro."),
        ("Nordwerk zahlt *viel* und __mehr__ und _noch mehr_.", "Nordwerk zahlt viel und mehr und noch mehr ."),
        ("**Nord**werk und Leser*innen und snake_case", "Nordwerk und Leser*innen und snake_case"),
        ("3 * 4 und 3*4", "3 * 4 und 3*4"),
        ("[Nordwerk](https://n.example/a_(b)?x=14 \"Titel 15\") zahlt", "Nordwerk zahlt"),
        ("[Nordwerk][1] zahlt[^2].\n\n[1]: https://n.example/14\n", "Nordwerk zahlt ."),
        ("![Bild 14](a.png) zahlt", "zahlt"),
        ("<https://n.example/14> zahlt", "zahlt"),
        ("Siehe https://n.example/14, sagt Kern.", "Siehe , sagt Kern."),
        ("`x = 14` zahlt ``a ` b``", "zahlt"),
        ("Er <b>zahlt</b> <!-- 14\n\n15 --> viel", "Er zahlt\n\nviel"),
        ("# Kern zahlt 14 #", "Kern zahlt 14"),
        ("C# zahlt", "C# zahlt"),
        ("> Kern zahlt\n> viel", "Kern zahlt\nviel"),
        ("1. Kern\n2) zahlt\n- [x] viel", "Kern\nzahlt\nviel"),
        ("14\\* und 15\\. Kern", "14 * und 15 . Kern"),
        ("14&nbsp;Euro, Milli&shy;onen, Kern &amp; Co", "14 Euro, Millionen, Kern & Co"),
        ("```\n14\n```\nKern", "Kern"),
        ("~~~py\n14", ""),
        ("Kern:\n\n    14\n\nzahlt", "Kern:\n\n\n\nzahlt"),
        ("| a | 14 |\n|---|:-:|\n| b | 15 |", ""),
        ("Vorn\na | 14\n--- | ---\nb | 15\nhinten 16", "Vorn\n\n\n\nhinten 16"),
        ("> a | 14\n> --- | ---\n> b | 15\n> hinten 16", "hinten 16"),
        ("a | 14 ist keine Tabelle\nsondern | Text", "a | 14 ist keine Tabelle\nsondern | Text"),
        ("Kern\n\n***\n\nzahlt", "Kern\n\n\n\nzahlt"),
    ],
)  # fmt: skip
def test_markup_is_blanked(text: str, expected: str) -> None:
    assert words(text) == expected


def test_front_matter_and_blocks() -> None:
    text = (
        "---\ntitle: Kern zahlt\ndate: 2031-05-04\nlang: de\ntags: [a, b]\n---\n"
        "# Nordwerk *zahlt*\nErster Absatz.\n\n- ein Punkt\n- zweiter Punkt\n  geht weiter\n"
        "\n> Ein Zitat.\n\nZweite Zeile\n===\nEnde."
    )
    document = segment(read(text))
    assert (document.title, document.published, document.language) == ("Kern zahlt", date(2031, 5, 4), "de")
    assert document.headline is not None
    assert text[slice(*document.headline)] == "Nordwerk *zahlt"
    assert [text[slice(*span)] for span in document.sentences][1:] == [
        "Erster Absatz.", "ein Punkt", "zweiter Punkt\n  geht weiter", "Ein Zitat.", "Zweite Zeile", "Ende.",
    ]  # fmt: skip
    assert [text[slice(*span)] for span in document.list_items] == ["ein Punkt", "zweiter Punkt\n  geht weiter"]
    kinds = {kind for _, kind in document.regions}
    assert kinds == {"front_matter", "markup", "quoted_block"}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("---\ntitle: a\ntitle: b\n---\nKern zahlt.", 3, 1),
        ("---\ntitle: [a\n---\nKern zahlt.", None, None),
        ("---\ntitle: a\ndate: gestern\n---\nKern zahlt.", 3, 7),
        ("---\ntitle: a\nKern zahlt.", 1, 1),
        ("---\n- a\n---\nKern zahlt.", 2, 1),
    ],
)
def test_broken_front_matter_is_a_problem_and_the_text_is_read(text: str, line: int | None, column: int | None) -> None:
    document = read(text)
    (problem,) = document.problems
    assert problem.path == "a.md"
    assert line is None or (problem.line, problem.column) == (line, column)
    assert document.prose.endswith("Kern zahlt.")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    document = read("---\n\nKern zahlt.")
    assert (document.problems, document.prose.strip()) == ((), "Kern zahlt.")


PIECES = st.sampled_from(
    ["#", "*", "**", "_", "`", "```", "[", "](", ")", "!", "<", ">", "a", "Wort ", "1. ", "- ", "\n", "\n\n", "    ",
     "|", "---", "\\", "&nbsp;", "<!--", "-->", "\r\n"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=50).map("".join))
def test_offsets_are_the_files(text: str) -> None:
    document = segment(read(text))
    assert document.text == text
    assert len(document.prose) == len(text)
    assert all(p in (t, " ", "\n", "\u2060") for p, t in zip(document.prose, text, strict=True))
    for (start, end), _ in document.regions:
        assert 0 <= start < end <= len(text)
    covered = {at for span in document.sentences for at in range(*span)}
    assert all(at in covered for at, c in enumerate(document.prose) if not c.isspace() and c != "\u2060")


@pytest.mark.parametrize(
    "piece",
    ["[", "](", "[a](b", "`", "*a ", "<a ", "> ", "- ", "# ", "|", "![", "<!--", "\\", "&am", "    ", "---", " #"],
)
def test_hostile_markup_is_read_in_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        begun = process_time()
        read(piece * size)
        return process_time() - begun

    assert seconds(40_000) < 20 * seconds(4_000) + 0.5


def test_a_table_is_one_region_and_counted() -> None:
    document = read("| a | 14 |\n|---|---|\n| b | 15 |\n| c | 16 |\n\nKern zahlt 17 Euro.")
    assert [region.kind for region in document.regions] == ["table"]
    assert [document.prose[start:end] for start, end in document.paragraphs] == ["Kern zahlt 17 Euro."]


HUGO = """+++
title = "Werft streicht Stellen"
date = 2032-05-04T08:00:00+02:00
authors = ["Ida Falk", "Jon Mey"]
+++
Text mit 5 Euro.
"""


def test_front_matter_of_hugo() -> None:
    document = markdown(HUGO.encode(), "a.md", Found())
    assert (document.published, document.title, document.author) == (
        date(2032, 5, 4), "Werft streicht Stellen", "Ida Falk, Jon Mey")  # fmt: skip
    assert document.prose.strip() == "Text mit 5 Euro."
    broken = markdown(HUGO.replace('"Ida', "Ida").encode(), "a.md", Found())
    assert [(problem.line, problem.path) for problem in broken.problems] == [(4, "a.md")]
    assert broken.prose.strip() == "Text mit 5 Euro."


@pytest.mark.parametrize(
    ("name", "expected"),
    [("post/2032-05-04-werft.md", date(2032, 5, 4)), ("2032-13-04-werft.md", None), ("12-05-04-werft.md", None)],
)
def test_the_name_of_a_file_may_begin_with_its_day(name: str, expected: date | None) -> None:
    assert markdown(b"Text.", name, Found()).published == expected
    assert markdown(b"---\ndate: 2031-01-01\n---\nText.", name, Found()).published == date(2031, 1, 1)


def test_what_stands_for_an_image_by_itself_is_a_paragraph() -> None:
    text = "Ein Satz ![Bild](a.png) mit Bild.\n\n![19 Schiffe im Dock](b.png)\n\nEnde."
    document = markdown(text.encode(), "a.md", Found())
    assert document.prose.split("\n\n")[1].strip() == "19 Schiffe im Dock"
    assert "Bild]" not in document.prose
    assert [text[slice(*each.span)] for each in document.regions if each.kind == "caption"] == ["19 Schiffe im Dock"]


def test_code_between_text_is_no_text() -> None:
    text = "import Chart from './chart'\n\n# Kopf\n\n<Chart year={2032} />\n\n{/* 5 Tote */}\n\nVon 4 sind 2 da.\n"
    document = mdx(text.encode(), "a.mdx", Found())
    assert document.prose.split() == ["Kopf", "Von", "4", "sind", "2", "da."]


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: Fest\ndescription: "Am Montag kamen 300 Gäste."\n---\n',
        "+++\ntitle = 'Fest'\ndescription = 'Am Montag kamen 300 Gäste.'\n+++\n",
        "---\ndescription: Am Montag kamen 300 Gäste.\n---\n",
    ],
)
def test_the_description_of_an_article_is_its_teaser(front: str) -> None:
    text = f"{front}\nEs waren 300."
    document = markdown(text.encode(), "a.md", Found())
    assert document.prose.split() == ["Am", "Montag", "kamen", "300", "Gäste.", "Es", "waren", "300."]
    assert [text[slice(*each)] for each in document.paragraphs] == ["Am Montag kamen 300 Gäste.", "Es waren 300."]


@pytest.mark.parametrize("value", ["kurz", "|\n  Am Montag kamen Gäste.", '"Am Montag\n  kamen Gäste."', '""', ""])
def test_other_descriptions_are_none(value: str) -> None:
    document = markdown(f"---\ndescription: {value}\n---\nEs waren 300.".encode(), "a.md", Found())
    assert document.prose.split() == ["Es", "waren", "300."]
