"""The console report, as an editor sees it."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from claimcheck.model import Coverage, Report
from claimcheck.report.console import report
from claimcheck.report.places import Lines
from claimcheck.report.quote import excerpts
from claimcheck.report.words import safe, words

from . import samples

GOLDEN = """\
artikel.txt  de · vom 19. Juni 2025

Fehler artikel.txt:3:200  core/percent-change
  Von 12 auf 42 Prozent sind es 30 Prozentpunkte, nicht 15.
  3 | … stieg von 12 Prozent auf 42 Prozent, ein Plus von 15 Prozentpunkten, …
    |             ^^^^^^^^^^ vorher
    |                            ^^^^^^^^^^ nachher
    |                                            Änderung ^^^^^^^^^^^^^^^^^
    = Rechnung: 42 − 12 = 30 ≠ 15
    = Stimmig wäre: „15 Prozentpunkten“ → „30 Prozentpunkten“ oder „42
        Prozent“ → „27 Prozent“

Hinweis artikel.txt:4:18  core/percent-change
  Über zwei Zeilen.
  4 | Der Umbau kostet 2,7
    |                  ^^^
  5 | Milliarden Euro.
    | ^^^^^^^^^^^^^^^ Angabe
    = Rechnung: 42 − 12 = 30 ≠ 15

2 Befunde: 1 Fehler, 1 Hinweis.
Gelesen: 1 Artikel, 3 Angaben (3 Prozentangaben); 3 davon verglichen.
2 Regeln angewandt, 1 davon ohne etwas zu vergleichen.
Nicht verstanden: 1 Zahl, etwa „12“ (artikel.txt:3:160).
Nicht geprüft: was nur einmal gesagt wird oder überall gleich falsch steht.
"""


def test_golden() -> None:
    assert report(samples.full(), words("de")) == GOLDEN


def test_hints_about_a_wording_stand_in_two_lines_behind_what_is_graver() -> None:
    text = "Experten warnen. Der Anteil stieg um 5 Prozent."
    vague = samples.finding(samples.place("Experten", "claim", text), level="hint")._replace(computation="")
    wrong = samples.finding(samples.place("5 Prozent", "claim", text), level="error")
    shown = report(samples.report(vague, wrong, text=text), words("de")).splitlines()
    at = shown.index("Hinweis artikel.txt:1:1  core/percent-change")
    assert shown.index("Fehler artikel.txt:1:38  core/percent-change") < at
    assert shown[at + 1 : at + 3] == [f"  {vague.message}", ""]


def test_messages_of_both_languages_have_the_same_keys() -> None:
    assert words("de")._entries.keys() == words("en")._entries.keys()


def test_an_unknown_message_language_falls_back() -> None:
    assert words("tlh").language == words(None).language


def quoted(text: str, *marked: str, width: int = 60, role: str = "Angabe") -> list[str]:
    """What is shown of a text with these places, row by row, as narrow as is asked for."""
    places = [(samples.place(each, "claim", text), role) for each in marked]
    rows = []
    for excerpt in excerpts(Lines(text), places, width):
        assert [excerpt.text[start:end] for start, end in excerpt.marked]
        rows += [excerpt.text, *excerpt.rows]
    assert all(cell_len(row) <= width for row in rows)
    return rows


ODD = [
    "東京 u\u0308ber",
    "👩‍👩‍👧 und 🚀\t",
    "Wohn\u00adungs\u00adbau \u200b",
    "東京都議会議員選挙の投票率は" * 8,
    "Wort " * 300,
]


@pytest.mark.parametrize("before", ODD)
@pytest.mark.parametrize("after", [" Ende.", *ODD])
@pytest.mark.parametrize("width", [36, 54, 134])
def test_marks_stand_below_what_they_mark_and_no_word_is_cut(before: str, after: str, width: int) -> None:
    text = f"{before} 5 Prozent {after}"
    shown, row, *below = quoted(text, "5 Prozent", width=width)
    left = shown[: shown.index("5 Prozent")]
    assert cell_len(row[: row.index("^")]) == cell_len(left)
    assert row.count("^") == len("5 Prozent")
    assert "Angabe" in "".join([row, *below])
    written = {word for word in safe(text).split() if word.isascii()}
    assert {word for word in shown.split() if word.isascii()} <= written


def test_terminal_escapes_are_shown_not_sent() -> None:
    text = "Rot \x1b[31m und \x9b1m und \u202etrop: 5 Prozent\x07."
    shown = report(samples.report(samples.finding(samples.place("5 Prozent\x07", text=text)), text=text), words("en"))
    assert not {sign for sign in shown if not sign.isprintable()} - {"\n"}
    assert "\\x1b[31m" in shown
    assert "\\u202e" in shown


def test_a_paragraph_in_one_line_is_cut_around_the_mark() -> None:
    shown, row = quoted("Wort " * 400 + "5 Prozent" + " Wort" * 400, "5 Prozent")
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert abs(row.index("^") - (len(shown) - row.index("^") - len("5 Prozent"))) < len("Wort Wort")


def test_a_place_longer_than_a_row_is_shown_in_several() -> None:
    sentence = "Der Rat der Stadt Lindow beschloss am Abend mit knapper Mehrheit den Bau von 40 Wohnungen am Hafen."
    rows = quoted(f"Vorn. {sentence} Hinten.", sentence, width=40)
    assert rows[0] == "… Der Rat der Stadt Lindow beschloss …"
    assert set(sentence.split()) <= set(" ".join(rows).split())
    assert [row.strip("^ ") for row in rows if "^" in row] == ["", "", ""]
    assert rows[-1].strip() == "Angabe"


def test_of_a_very_long_place_the_ends_are_shown() -> None:
    rows = quoted("Vorn " * 30 + "x" * 1_000 + " hinten" * 30, "x" * 1_000)
    assert len(rows) == 6


@pytest.mark.parametrize(("indent", "row"), [(10, "^^^^^^^^^ andere Angabe"), (45, "andere Angabe ^^^^^^^^^")])
def test_a_role_stands_beside_its_carets_where_there_is_room(indent: int, row: str) -> None:
    assert quoted("x" * (indent - 1) + " 5 Prozent", "5 Prozent", role="andere Angabe")[1].strip() == row


def test_a_role_without_room_stands_below() -> None:
    shown, carets, role = quoted(
        "Es sind fast vierzig Prozent mehr", "fast vierzig Prozent mehr", width=36, role="andere Angabe"
    )
    assert carets.index("^") == shown.index("fast")
    assert role.index("a") == carets.index("^")


def test_far_marks_of_one_line_are_shown_apart() -> None:
    text = "Erst 5 Prozent, " + "dann viel anderes, " * 30 + "am Ende 9 Prozent."
    places = (samples.place("5 Prozent", "one", text), samples.place("9 Prozent", "two", text))
    shown = report(samples.report(samples.finding(*places), text=text), words("en"))
    assert [line.split()[0] for line in shown.splitlines() if " | " in line] == ["1", "|", "1", "|"]


def test_line_ends_of_every_kind() -> None:
    text = "eins\r\nzwei\rdrei\nvier 5 Prozent\r\n"
    shown = report(samples.report(samples.finding(samples.place("5 Prozent", text=text)), text=text), words("en"))
    assert "artikel.txt:4:6" in shown


def test_an_empty_span_at_the_end_of_the_text() -> None:
    text = "Ende\n"
    empty = samples.place("Ende", text=text)._replace(span=samples.span("Ende", text)._replace(start=5, end=5))
    assert "artikel.txt:2:1" in report(samples.report(samples.finding(empty), text=text), words("en"))


def test_nothing_compared_is_said() -> None:
    result = samples.report()
    silent = Report(result.articles, (), Coverage(0, 0, ()))
    assert "Nothing to compare" in report(silent, words("en"))


def test_no_article_is_said() -> None:
    assert report(Report((), (), Coverage(0, 0, ())), words("en")) == "No article was read.\n"
