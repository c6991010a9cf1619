"""Whose statement a claim is, and whether it is told as a plain fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from claimcheck.model import Modality, Span
from claimcheck.model.attribution import Attribution
from claimcheck.patterns import pattern

_EDGE = pattern(r"[,;:](?![0-9])| [–—-] |[„“”»«\"]")
_WORD = pattern(r"[^\W\d_]+")
_CLOSING = "\"“”«»’‘'‹›) \n"
_NEAR = 40
_FEW = 3


def voices(attributions: Sequence[Attribution], spans: Sequence[Span]) -> list[int | None]:
    """For each span, both lists in the order of the text, the attribution whose content covers it.

    The innermost one where several do, its position in `attributions`; None for the author's own words.
    """
    contents = sorted((each.content.span.start, -each.content.span.end, i) for i, each in enumerate(attributions))
    found: list[int | None] = [None] * len(spans)
    order = sorted(range(len(spans)), key=lambda i: spans[i])
    open_: list[tuple[int, int]] = []
    at = 0
    for i in order:
        span = spans[i]
        while at < len(contents) and contents[at][0] <= span.start:
            open_.append((-contents[at][1], contents[at][2]))
            at += 1
        open_ = [each for each in open_ if each[0] > span.start]
        found[i] = next((which for end, which in reversed(open_) if end >= span.end), None)
    return found


def modality(text: str, sentence: Span, span: Span, table: Mapping[str, Any]) -> Modality:
    """How a claim at `span` in its sentence is meant, by the words of its own clause; "fact" where none says otherwise.

    `table` is a language's compiled attribution.yaml.
    """
    words: dict[str, Modality] = table["modality"]
    limits: dict[str, list[str]] = table["modality_limits"]
    if text[sentence.start : sentence.end].rstrip(_CLOSING).endswith("?"):
        return "question"
    edges = [sentence.start, *(m.end() for m in _EDGE.finditer(text, sentence.start, sentence.end)), sentence.end]
    low, high = next(((a, b) for a, b in pairwise(edges) if a <= span.start < b), (sentence.start, sentence.end))
    clause = [match.group().lower() for match in _WORD.finditer(text, low, max(high, span.end))]
    if not clause:
        return "fact"
    if words.get(clause[0]) == "condition" or (low == sentence.start and clause[0] in limits["opening"]):
        return "condition"
    if _negated(text, low, span, words, limits["counts"]):
        return "negated"
    kinds = {words.get(word) for word in clause}
    if "possibility" in kinds or (
        clause[-1] in limits["hearsay_ends"] and not set(limits["hearsay"]).isdisjoint(clause)
    ):
        return "possibility"
    return "plan" if "plan" in kinds else "fact"


def _negated(text: str, low: int, span: Span, words: Mapping[str, Modality], counts: Sequence[str]) -> bool:
    """Whether a negation stands right before a claim, and not one that leaves it standing ("nicht nur 14")."""
    before = [m.group().lower() for m in _WORD.finditer(text, max(low, span.start - _NEAR), span.start)][-_FEW:]
    inside = _WORD.search(text, span.start, span.end)
    after = inside.group().lower() if inside is not None and inside.start() == span.start else ""
    following = [*before[1:], after]
    return any(
        words.get(word) == "negated" and then not in counts for word, then in zip(before, following, strict=False)
    )
