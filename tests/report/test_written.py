"""Values, workings and whole reports in one language: the reader's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from claimcheck import Document, check, compare
from claimcheck.cli import leave
from claimcheck.model import Measure
from claimcheck.model.claim import ArgumentName
from claimcheck.model.comparison import PlainRole
from claimcheck.model.measure import Per
from claimcheck.reference.predicates import PREDICATES
from claimcheck.report.console import report
from claimcheck.report.words import known, words
from claimcheck.report.written import written

LANGUAGES = Path(leave.__file__).parents[1] / "languages"


@pytest.mark.parametrize(
    ("edtf", "de", "en"),
    [
        ("2025-05-14", "14. Mai 2025", "May 14, 2025"),
        ("XXXX-05-14", "14. Mai", "May 14"),
        ("2025-05", "Mai 2025", "May 2025"),
        ("XXXX-05", "Mai", "May"),
        ("2025", "2025", "2025"),
        ("2025-34", "2. Quartal 2025", "second quarter of 2025"),
        ("2025-22", "Sommer 2025", "summer 2025"),
        ("202X", "2020–2029", "2020–2029"),
        ("2019/..", "seit 2019", "since 2019"),
        ("../2019-03", "bis März 2019", "until March 2019"),
        ("2025-05-12/2025-05-18", "12. Mai 2025 – 18. Mai 2025", "May 12, 2025 – May 18, 2025"),
    ],
)
def test_dates(edtf: str, de: str, en: str) -> None:
    assert (written(words("de")).period(edtf), written(words("en")).period(edtf)) == (de, en)


@pytest.mark.parametrize(
    ("measure", "de", "en"),
    [
        (Measure(Decimal("6.4E+9"), "USD", hedge="about"), "etwa 6.400.000.000 USD", "about 6,400,000,000 USD"),
        (Measure(Decimal("2.5"), "percentage_point"), "2,5 Prozentpunkte", "2.5 percentage points"),
        (Measure(Decimal(1), "m2"), "1 m²", "1 m²"),
        (Measure(None, "Cel", Decimal(-3), Decimal(4)), "−3–4 °C", "−3–4 °C"),
        (Measure(Decimal(12), "EUR", per=Per(Decimal(1), "month", None)), "12 EUR je Monat", "12 EUR per month"),
    ],
)
def test_measures(measure: Measure, de: str, en: str) -> None:
    assert (written(words("de")).measure(measure), written(words("en")).measure(measure)) == (de, en)


@pytest.mark.parametrize(
    ("working", "label", "text"),
    [
        ("400 → 500 = +25 %", "Rechnung", "400 → 500 = +25 %"),
        ("2025-05-13 = Dienstag", "Rechnung", "13. Mai 2025 = Dienstag"),
        ("1913 − 1931: -18", "Rechnung", "1913 − 1931: −18"),
        ("34 ≠ 43", "Zum Vergleich", "34 ≠ 43"),
        ("24 % ≈ 25 %", "Zum Vergleich", "24 % ≈ 25 %"),
        ("Umsatz ~ Erlös", "", ""),
        ("18 person ≠ 12 person", "Zum Vergleich", "18 Personen ≠ 12 Personen"),
        ("2031-09-28 > 2031-05-14", "Zum Vergleich", "28. September 2031 > 14. Mai 2031"),
        ("nordwerk-buyer: 6500000000 EUR", "Referenz", "nordwerk-buyer: 6.500.000.000 EUR"),
        ("größte", "", ""),
        ("XXXX-04-31", "", ""),
        ("2031-06-24/2032-06-20", "", ""),
        ("", "", ""),
    ],
)
def test_only_what_is_calculated_is_a_calculation(working: str, label: str, text: str) -> None:
    assert written(words("de")).labelled(working) == (label, text)


def names(data: Any, key: str) -> Iterator[str]:
    """Everything that stands under a key, however deep."""
    if isinstance(data, dict):
        for name, value in data.items():
            if name == key:
                yield from [value] if isinstance(value, str) else value if isinstance(value, list) else value.values()
            yield from names(value, key)
    elif isinstance(data, list):
        for each in data:
            yield from names(each, key)


@pytest.mark.parametrize("language", known())
def test_every_field_has_a_name(language: str) -> None:
    verbs = yaml.safe_load((LANGUAGES / language / "relation_verbs.yaml").read_text(encoding="utf-8"))
    units = yaml.safe_load((LANGUAGES / language / "units.yaml").read_text(encoding="utf-8"))
    roles = {*get_args(PlainRole), *get_args(ArgumentName), *names(verbs, "subject"), *names(verbs, "needs")}
    predicates = {*PREDICATES, *names(verbs, "predicate")}
    notation = written(words(language))
    assert {role for role in roles if f"role {role}" not in notation.words._entries} == set()
    assert {each for each in predicates if f"predicate {each}" not in notation.words._entries} == set()
    codes = {*units["percent"], *units["durations"]}
    assert {each for each in codes if "_" in notation.unit(each, plural=True)} == set()


TEXTS = {
    "de": "Der Umsatz stieg von 400 Millionen Euro auf 500 Millionen Euro, ein Plus von 20 Prozent.",
    "en": "Revenue rose from 400 million euros to 500 million euros, an increase of 20 percent.",
}
FOREIGN = {
    "de": r"\b(error|change|before|after|computation|calculation|Read|rules)\b",
    "en": r"\b(Fehler|Änderung|Gelesen|Regeln)\b",
}


@pytest.mark.parametrize("spoken", known())
@pytest.mark.parametrize("language", known())
def test_a_report_is_in_one_language(language: str, spoken: str) -> None:
    document = Document.from_text(TEXTS[language], "a.txt", language=language, published="2025-06-19")
    shown = report(check(document, message_language=spoken), words(spoken))
    quoted = [line for line in shown.splitlines() if not re.match(r" +\d+ \| ", line)]
    rest = re.sub(r"[“„][^”“]*[”“]", "", "\n".join(quoted)).replace("change-percent", "")
    assert not re.search(FOREIGN[spoken], rest)


def test_what_was_compared_is_said_where_nothing_was_found() -> None:
    document = Document.from_text(TEXTS["de"].replace("20 P", "25 P"), "a.txt", language="de")
    shown = report(check(document), words("de"))
    assert "„400 Millionen Euro“ – „500 Millionen Euro“ – „25 Prozent“" in " ".join(shown.split())


def test_values_of_several_articles_are_written_as_the_reader_writes_them() -> None:
    one = Document.from_text(
        "Die Lorbach AG schließt das Werk Dassow. Betroffen sind 14300 Beschäftigte.", "a.txt", language="de"
    )
    two = Document.from_text(
        "Die Lorbach AG schließt das Werk Dassow. Betroffen sind 13400 Beschäftigte.", "b.txt", language="de"
    )
    found = {each.computation for each in compare([one, two], message_language="en").findings}
    assert found == {"14,300 ≠ 13,400"}


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "en_GB"}, "en"),
        ({"LANG": "de_DE", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "fr_FR", "LANGUAGE": "fr:de"}, "de"),
        ({"LANG": "C", "LANGUAGE": "de"}, None),
        ({"LANG": "fr_FR"}, None),
        ({}, None),
    ],
)
def test_a_terminal_has_a_language_and_a_pipe_has_none(
    environment: dict[str, str], language: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (*leave.LOCALE, "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(leave, "on_terminal", lambda: True)
    assert leave.of_terminal() == language
    monkeypatch.setattr(leave, "on_terminal", lambda: False)
    assert leave.of_terminal() is None
