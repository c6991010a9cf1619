"""A small report to print, built by hand: no extractor and no rule is needed to test how it looks."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model import (
    Article,
    Claim,
    Coverage,
    Document,
    Finding,
    Level,
    Measure,
    Place,
    Repair,
    Report,
    RuleCoverage,
    Span,
    Value,
)

TEXT = (
    "Mehr leere Wohnungen\n"
    "\n"
    "In Alsterlicht steht nach Angaben der Baubehörde, die jedes Jahr den Bestand zählt und darüber öffentlich "
    "berichtet, mehr leer als zuvor: Der Anteil stieg von 12 Prozent auf 42 Prozent, ein Plus von 15 Prozentpunkten, "
    "wie die Behörde mitteilte, ohne dass im Rathaus am Abend jemand widersprach.\n"
    "Der Umbau kostet 2,7\n"
    "Milliarden Euro.\n"
)


def document(text: str = TEXT, path: str = "artikel.txt") -> Document:
    return Document.from_text(text, path=path, language="de", published="2025-06-19")


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def place(words: str, role: str = "claim", text: str = TEXT, path: str = "artikel.txt") -> Place:
    return Place(path, span(words, text), role, words)


def claim(words: str, value: Value, text: str = TEXT) -> Claim:
    return Claim("percentage", span(words, text), words, value, id=f"id-{words}")


def percent(number: str, unit: str = "percent") -> Measure:
    return Measure(Decimal(number), unit)


def finding(*places: Place, level: Level = "error", message: str = "Das geht nicht auf.") -> Finding:
    return Finding("core/percent-change", level, message, "A slip.", places, "42 − 12 = 30 ≠ 15")


def report(*findings: Finding, text: str = TEXT, unread: tuple[Span, ...] = ()) -> Report:
    article = Article(document(text), (), unread)
    return Report((article,), findings, Coverage(0, 0, (RuleCoverage("core/percent-change", len(findings), None),)))


def full() -> Report:
    claims = (
        claim("12 Prozent", percent("12")),
        claim("42 Prozent", percent("42")),
        claim("15 Prozentpunkten", percent("15", "percentage_point")),
    )
    change = finding(
        place("15 Prozentpunkten", "by"),
        place("12 Prozent", "old"),
        place("42 Prozent", "new"),
        message="Von 12 auf 42 Prozent sind es 30 Prozentpunkte, nicht 15.",
    )
    repairs = (
        Repair("artikel.txt", span("15 Prozentpunkten"), "30 Prozentpunkten"),
        Repair("artikel.txt", span("42 Prozent"), "27 Prozent"),
    )
    shown = Finding(
        change.rule, change.level, change.message, change.why, change.places, change.computation, repairs, "f1"
    )
    hint = finding(place("2,7\nMilliarden Euro"), level="hint", message="Über zwei Zeilen.")
    coverage = Coverage(
        3, 3, (RuleCoverage("core/percent-change", 1, None), RuleCoverage("core/weekday", 0, "no date"))
    )
    return Report((Article(document(), claims, (span("12"),)),), (shown, hint), coverage)
