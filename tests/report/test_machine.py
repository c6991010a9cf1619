"""What other programs read: the lines, the JSON and its schema."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import TypeAdapter

import claimcheck
from claimcheck.model import Claim, Duration, Measure, Per, Period, Report, Span, Value
from claimcheck.report import console, contract
from claimcheck.report.shape import ClaimShape, ReportShape, schema
from claimcheck.report.words import words

from . import samples

ROOT = Path(__file__).parents[2]
VALUES: dict[str, Value] = {
    "range": Measure(None, "EUR", low=Decimal(26), high=Decimal("31.5")),
    "hedged": Measure(Decimal("4E+10"), "USD", hedge="over", rounded=True),
    "rate": Measure(Decimal(35), noun="Fälle", per=Per(Decimal(100000), None, "Einwohner")),
    "fraction": Measure(Decimal("33.3"), "percent", fraction=(1, 3)),
    "day": Period(date(2024, 1, 1), date(2024, 2, 1), "month", "2024-01"),
    "open": Period(None, None, "day", "XXXX-05-12"),
    "duration": Duration("P3D"),
    "durations": Duration(None, "P2D", "P3D"),
}


def value_of(value: Value) -> dict[str, object]:
    return dict(claimcheck.to_dict(Claim("quantity", Span(0, 1), "x", value, id="c"))["value"])  # type: ignore[arg-type]


def test_lines() -> None:
    assert console.lines(samples.full(), words("de")) == (
        "artikel.txt:3:200: error core/percent-change Von 12 auf 42 Prozent sind es 30 Prozentpunkte, nicht 15.\n"
        "artikel.txt:4:18: hint core/percent-change Über zwei Zeilen.\n"
        "# 2 Befunde: 1 Fehler, 1 Hinweis.\n"
        "# Gelesen: 1 Artikel, 3 Angaben (3 Prozentangaben); 3 davon verglichen.\n"
        "# 2 Regeln angewandt, 1 davon ohne etwas zu vergleichen.\n"
        "# Nicht verstanden: 1 Zahl, etwa „12“ (artikel.txt:3:160).\n"
        "# Nicht geprüft: was nur einmal gesagt wird oder überall gleich falsch steht.\n"
    )


def test_a_line_stays_one_line() -> None:
    odd = samples.finding(samples.place("12 Prozent"), message="a\nb\x1b[2J")
    shown = console.lines(samples.report(odd), words("de"))
    assert [line.startswith("# ") for line in shown.splitlines()] == [False, True, True, True, True]
    assert "\x1b" not in shown


@pytest.mark.parametrize("result", [samples.full(), samples.report()], ids=["full", "empty"])
def test_json_is_what_the_schema_says(result: Report) -> None:
    written = json.loads(contract.report(result, words("de")))
    assert TypeAdapter(ReportShape).validate_python(written, strict=True) == written


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES.keys())
def test_every_value_is_what_the_schema_says(value: Value) -> None:
    written = json.loads(json.dumps(claimcheck.to_dict(Claim("quantity", Span(0, 1), "x", value, id="c"))))
    assert TypeAdapter(ClaimShape).validate_python(written, strict=True) == written


def test_the_published_schema_is_that_of_our_types() -> None:
    published = json.loads((ROOT / "schema" / "claimcheck.report-1.json").read_text(encoding="utf-8"))
    assert published == schema(), "run `make schema`"


def test_whole_numbers_are_integers() -> None:
    value = value_of(Measure(Decimal("6.4E+9"), "EUR", rounded=True))
    assert value["number"] == 6_400_000_000
    assert isinstance(value["number"], int)
    assert value["interval"] == {"low": 6_350_000_000, "high": 6_500_000_000}


def test_a_one_sided_hedge_is_open_on_the_other_side() -> None:
    assert {"low": 40_000_000_000, "high": None}.items() <= value_of(VALUES["hedged"]).items()


def test_a_range_keeps_its_ends_as_stated() -> None:
    assert {"number": None, "low": 26, "high": 31.5}.items() <= value_of(VALUES["range"]).items()


def test_a_number_beyond_json_is_null() -> None:
    value = value_of(Measure(Decimal("1E+999999")))
    assert value["number"] is None
    assert value["interval"] == {"low": None, "high": None}


def test_json_sends_no_terminal_escapes() -> None:
    text = "\x1b[31m \x9b1m \u202e 5 Prozent\n"
    shown = contract.report(
        samples.report(samples.finding(samples.place(text.strip(), text=text)), text=text), words("de")
    )
    assert shown.replace("\n", "").isprintable()
    assert json.loads(shown)["findings"][0]["spans"][0]["text"] == text.strip()
