"""Quotations of the draft, word by word: they stand in a source as they are, with a marked gap, or altered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.ground.match import Index
from claimcheck.ground.text import Text
from claimcheck.ground.words import Word
from claimcheck.languages.word_roles import DETERMINER
from claimcheck.model import Quotation, Span
from claimcheck.model.report import Evidence, Reason, Support, Verdict

GAP = re.compile(r"\[[^\]]{0,80}\]|\(\s*(?:\.\.\.|…)\s*\)|\.\.\.|…")
LONGEST_GAP = 80
SHORTEST, FEW = 2, 4
ALTERED, ALTERED_LONG = 0.6, 0.45
LONG = 8
LONGEST = 200
SLACK = 3


class Place(NamedTuple):
    """Where a quotation of the draft stands in a source: token numbers."""

    quotation: Quotation
    source: Index
    first: int
    last: int


def judge_quotes(draft: Text, indexes: Sequence[Index]) -> tuple[list[Support], list[Place]]:
    """One verdict for each outermost quotation of two words or more, and where they were found."""
    found: list[Support] = []
    places: list[Place] = []
    for quotation in draft.article.document.quotations:
        if quotation.depth == 0:
            pieces = _pieces(draft, quotation.span)
            size = sum(map(len, pieces))
            if SHORTEST <= size <= LONGEST:
                support, place = _judge(draft, quotation, pieces, size, indexes)
                found.append(support)
                places += [place] if place else []
    return found, places


def _pieces(draft: Text, span: Span) -> list[list[Word]]:
    """The words between the marks, divided where the writer marked a gap or an insertion."""
    gaps = [match.span() for match in GAP.finditer(draft.prose, span.start, span.end)]
    begins, ends = [span.start, *(end for _, end in gaps)], [*(start for start, _ in gaps), span.end]
    pieces = ([draft.words[i] for i in draft.at(Span(*stretch))] for stretch in zip(begins, ends, strict=True))
    return [piece for piece in pieces if piece]


def _judge(
    draft: Text, quotation: Quotation, pieces: list[list[Word]], size: int, indexes: Sequence[Index]
) -> tuple[Support, Place | None]:
    for index in indexes:
        span = _verbatim(pieces, index)
        if span is not None:
            place = Place(quotation, index, *span)
            return _support(draft, "supported", "verbatim" if len(pieces) == 1 else "shortened", place), place
    altered = _altered(quotation, [word for piece in pieces for word in piece], indexes)
    if altered is not None:
        return _support(draft, "contradicted", "quotation", altered), altered
    if size >= FEW and any(index.text.language is draft.language for index in indexes):
        return _support(draft, "not_found", "absent", quotation), None
    return _support(draft, "not_checked", "no_rule", quotation), None


def _altered(quotation: Quotation, words: list[Word], indexes: Sequence[Index]) -> Place | None:
    """The passage of the sources that has most of the words, None where that is not enough to be the one quoted."""
    alike = [(*_alike(words, index), index) for index in indexes]
    share, window, where = max(alike, key=lambda each: each[0], default=(0.0, (0, 0), None))
    enough = ALTERED_LONG if len(words) >= LONG else ALTERED
    return Place(quotation, where, *window) if where is not None and len(words) > SHORTEST and share >= enough else None


def _verbatim(pieces: list[list[Word]], index: Index) -> tuple[int, int] | None:
    """The tokens from the first piece to the last, all in order and not far apart."""
    for start in _starts(pieces[0], index):
        end = _runs(pieces[0], index, start)
        if end is None:
            continue
        for piece in pieces[1:]:
            follow = (
                _runs(piece, index, at) for at in index.forms.get(piece[0].low, ()) if end <= at <= end + LONGEST_GAP
            )
            end = next((each for each in follow if each is not None), None)
            if end is None:
                break
        if end is not None:
            return start, end
    return None


def _starts(piece: list[Word], index: Index) -> list[int]:
    """Where the first words may stand; an article may have changed its case."""
    if len(piece) > 1 and piece[0].roles & DETERMINER:
        return [at - 1 for at in index.forms.get(piece[1].low, ()) if at]
    return index.forms.get(piece[0].low, [])


def _runs(piece: list[Word], index: Index, start: int) -> int | None:
    words = index.text.words
    if start + len(piece) > len(words):
        return None
    last = len(piece) - 1
    for i, word in enumerate(piece):
        other = words[start + i]
        bent = other.stem == word.stem or other.roles & word.roles & DETERMINER
        if other.low != word.low and not (bent and i in (0, last) and len(piece) > 1):
            return None
    return start + len(piece)


def _alike(words: list[Word], index: Index) -> tuple[float, tuple[int, int]]:
    """The share of the words that stand in one passage of the source in the same order, and that passage."""
    shift = _shift(words, index)
    if shift is None:
        return 0.0, (0, 0)
    first = max(shift - SLACK, 0)
    passage = index.text.words[first : shift + len(words) + SLACK]
    lows = {word.low for word in words}
    hits = [first + k for k, other in enumerate(passage) if other.low in lows]
    if not any(index.text.words[k].content for k in hits):
        return 0.0, (0, 0)  # "aus dem Osten" is not "aus dem Wald"
    return _longest_row(words, passage) / len(words), (hits[0], hits[-1] + 1)


def _shift(words: list[Word], index: Index) -> int | None:
    """How far behind the quotation most of its words stand in the source, None where none does."""
    votes: dict[int, int] = {}
    for j, word in enumerate(words):
        for at in index.forms.get(word.low, ())[:50]:
            votes[at - j] = votes.get(at - j, 0) + 1
    if not votes:
        return None
    return max(votes, key=lambda each: (sum(votes.get(each + near, 0) for near in (-2, -1, 0, 1, 2)), -each))


def _longest_row(words: list[Word], passage: list[Word]) -> int:
    """How many words both have in the same order."""
    row = [0] * (len(passage) + 1)
    for word in words:
        previous = 0
        for k, other in enumerate(passage, 1):
            kept = row[k]
            row[k] = previous + 1 if other.low == word.low else max(row[k], row[k - 1])
            previous = kept
    return row[-1]


def _support(draft: Text, verdict: Verdict, reason: Reason, found: Place | Quotation) -> Support:
    evidence: tuple[Evidence, ...] = ()
    span = found.span if isinstance(found, Quotation) else found.quotation.span
    if isinstance(found, Place):
        text = found.source.text
        there = Span(text.starts[found.first], text.ends[found.last - 1])
        evidence = (Evidence(text.path, there, text.article.document.text[there.start : there.end]),)
    return Support(draft.path, span, draft.article.document.text[span.start : span.end], verdict, reason, evidence)
