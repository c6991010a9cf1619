"""The console report, as an editor sees it."""

from __future__ import annotations

from claimcheck.model import Coverage, Report
from claimcheck.report.console import report
from claimcheck.report.quote import WIDTH, columns
from claimcheck.report.words import words

from . import samples

GOLDEN = """\
artikel.txt  de · vom 2025-06-19

Fehler core/percent-change
  Von 12 auf 42 Prozent sind es 30 Prozentpunkte, nicht 15.
  --> artikel.txt:3:200
  3 | … Anteil stieg von 12 Prozent auf 42 Prozent, ein Plus von 15 Prozentpunkten, wie die Behörde …
    |                    ^^^^^^^^^^ vorher
    |                                   ^^^^^^^^^^ nachher
    |                                                            ^^^^^^^^^^^^^^^^^ Änderung
    = Rechnung: 42 − 12 = 30 ≠ 15
    = Stimmig wäre: „15 Prozentpunkten“ → „30 Prozentpunkten“ oder „42 Prozent“ → „27 Prozent“

Hinweis core/percent-change
  Über zwei Zeilen.
  --> artikel.txt:4:18
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


def test_hints_about_a_wording_stand_in_one_line_behind_what_is_graver() -> None:
    text = "Experten warnen. Der Anteil stieg um 5 Prozent."
    vague = samples.finding(samples.place("Experten", "claim", text), level="hint")._replace(computation="")
    wrong = samples.finding(samples.place("5 Prozent", "claim", text), level="error")
    shown = report(samples.report(vague, wrong, text=text), words("de")).splitlines()
    assert shown.index("Fehler core/percent-change") < shown.index(f"Hinweis 1:1 {vague.message} core/percent-change")


def test_messages_of_both_languages_have_the_same_keys() -> None:
    assert words("de")._entries.keys() == words("en")._entries.keys()


def test_an_unknown_message_language_falls_back() -> None:
    assert words("tlh").language == words(None).language


def carets(text: str, marked: str) -> tuple[str, str]:
    shown = report(samples.report(samples.finding(samples.place(marked, "claim", text)), text=text), words("en"))
    quoted, row = (line.split("| ", 1)[1] for line in shown.splitlines() if " | " in line)
    return quoted, row


def test_marks_stand_below_wide_and_combining_characters() -> None:
    quoted, row = carets("東京 u\u0308ber 5 Prozent.", "5 Prozent")
    before = quoted[: quoted.index("5 Prozent")]
    assert row.index("^") == columns(before) == 10
    assert row.count("^") == len("5 Prozent")


def test_terminal_escapes_are_shown_not_sent() -> None:
    text = "Rot \x1b[31m und \x9b1m und \u202etrop: 5 Prozent\x07."
    shown = report(samples.report(samples.finding(samples.place("5 Prozent\x07", text=text)), text=text), words("en"))
    assert not {sign for sign in shown if not sign.isprintable()} - {"\n"}
    assert "\\x1b[31m" in shown
    assert "\\u202e" in shown


def test_a_paragraph_in_one_line_is_cut_around_the_mark() -> None:
    text = "Wort " * 400 + "5 Prozent" + " Wort" * 400
    quoted, row = carets(text, "5 Prozent")
    assert len(quoted) <= WIDTH + 4
    assert quoted.startswith("… ")
    assert quoted.endswith(" …")
    assert quoted[row.index("^") :].startswith("5 Prozent")


def test_a_mark_longer_than_the_line_is_cut() -> None:
    text = "Vorn " * 30 + "x" * 1_000 + " hinten" * 30
    quoted, row = carets(text, "x" * 1_000)
    assert len(quoted) < 2 * WIDTH
    assert row.count("^") <= quoted.count("x")


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
