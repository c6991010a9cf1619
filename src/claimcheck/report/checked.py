"""What was compared and is no finding: what holds, and what could not be decided, one line each."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Report
from claimcheck.model.comparison import Compared, place_first, vetoed
from claimcheck.report.places import Files
from claimcheck.report.safe import safe
from claimcheck.report.words import Words


def checked_lines(result: Report, files: Files, words: Words) -> Iterator[str]:
    """A line for each comparison that did not fail, by document and place, safe for a terminal."""
    found = [each for each in result.comparisons if each.outcome != "fails" and each.places]
    if not found:
        return
    yield words("checked", comparisons=words.count("comparison", len(found)))
    for each in sorted(found, key=place_first):
        yield _line(each, files, words)


def vetoed_line(result: Report, words: Words) -> str | None:
    """How many comparisons were left undecided, and what spoke against them; None where there are none."""
    slots = vetoed(result.comparisons)
    if not slots:
        return None
    number = sum(count for _, count in slots)
    reasons = ", ".join(f"{words(f'slot {slot}')} {count}" for slot, count in slots)
    return words("vetoed", comparisons=words.count("comparison", number), reasons=reasons)


def _line(compared: Compared, files: Files, words: Words) -> str:
    first = min(compared.places, key=lambda place: place.span)
    line, column = files[first.path].at(first.span.start)
    said = ", ".join(words("quoted", text=safe(" ".join(place.text.split()))) for place in compared.places)
    outcome = words(f"outcome {compared.outcome}")
    if compared.slot is not None:
        outcome += f" ({words(f'slot {compared.slot}')})"
    working = f": {safe(compared.computation)}" if compared.computation else ""
    return f"  {safe(first.path)}:{line}:{column} {outcome} {said}{working}  {compared.rule}"
