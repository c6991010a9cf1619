"""The examples of reference claims, run as the articles they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claimcheck.errors import Problem
from claimcheck.model import Document, Finding, Span
from claimcheck.pipeline import check
from claimcheck.reference import NOTHING, Reference
from claimcheck.reference.cross import Spot, problems_at
from claimcheck.reference.read import entries
from claimcheck.rules.apply import marks


def failing(files: Sequence[str], reference: Reference) -> list[Problem]:
    """Every example that does not say what its claim promises, at its place in its file."""
    found: list[tuple[Spot, str]] = []
    for entry in entries(files).claims:
        path, steps = entry.spot
        for number, example in enumerate(entry.plain.get("examples", ())):
            at = path, (*steps, "examples", number)
            found += [(at, message) for message in _failures(example, reference)]
    return problems_at(found)


def _failures(example: Mapping[str, Any], reference: Reference) -> Iterator[str]:
    language = example["language"]
    for text in example.get("contradicted", ()):
        plain, spans = marks(text)
        places = [place.span for each in _found(plain, language, reference) for place in each.places]
        missed = [plain[span.start : span.end] for span in spans if not _met(span, places)]
        yield from (f"'{each}' is not found in the example '{plain}'" for each in missed)
    for text in example.get("supported", ()):
        yield from (f"found in '{text}', which agrees: {each.message}" for each in _found(text, language, reference))


def _met(span: Span, places: Sequence[Span]) -> bool:
    return any(each.touches(span) for each in places)


def _found(text: str, language: str, reference: Reference) -> list[Finding]:
    """What is found in a text only because of what the reference says."""
    document = Document.from_text(text, language=language)
    alone = {(each.rule, each.places) for each in check([document], reference=NOTHING).findings}
    return [each for each in check([document], reference=reference).findings if (each.rule, each.places) not in alone]
