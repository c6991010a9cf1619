"""Whole sentences: beside the sentence of the source that says the same, is one turned round?

Three ways: one is negated and the other not, one says the opposite, or two names have changed their parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.ground.match import Index, Places
from claimcheck.ground.swaps import swapped
from claimcheck.ground.text import Text
from claimcheck.model import Span
from claimcheck.model.support import Evidence, Reason, Support, Verdict

NAME, NOUN, OTHER = 1.4, 1.0, 0.7
UNKNOWN = 0.8
ENOUGH, ALIKE = 0.55, 0.75
FEWEST = 2
PART = 0.4
SHORTER = 0.2
MOST_ALIKE = 5
NEXT = 4
SURE, CERTAIN = 3, 0.7


class Pair(NamedTuple):
    """A sentence of the draft and the sentence of a source that is most like it.

    `covered` is how much of the draft's is found in the source's, `said` how much of the source's in the draft's.
    """

    sentence: int
    source: Index
    other: int
    covered: float
    said: float
    matches: tuple[tuple[int, int], ...]


def judge_sentences(draft: Text, indexes: Sequence[Index], figures: Sequence[dict[int, Places]]) -> list[Support]:
    """A verdict for each sentence that is turned round, and for each without numbers and quotations."""
    found = []
    counted = {number.sentence for number in draft.numbers}
    for sentence, span in enumerate(draft.sentences):
        pair = max(
            (_pair(draft, sentence, index, figures[i]) for i, index in enumerate(indexes)),
            key=lambda each: each.covered,
            default=None,
        )
        if pair is None:
            continue
        reason = _fault(draft, pair) if pair.covered >= ENOUGH and len(pair.matches) >= FEWEST else None
        if reason is not None:
            found.append(_support(draft, span, pair, "contradicted", reason))
        elif sentence not in counted and not any(
            quotation.span.touches(span) for quotation in draft.article.document.quotations
        ):
            alike = pair.covered >= ALIKE
            found.append(
                _support(
                    draft, span, pair, "supported" if alike else "not_checked", "worded_alike" if alike else "no_rule"
                )
            )
    return found


def _pair(draft: Text, sentence: int, index: Index, figures: dict[int, Places]) -> Pair:
    source = index.text
    total = 0.0
    weights: dict[int, float] = {}
    matched: dict[int, list[tuple[int, int]]] = {}
    for i in draft.tokens(sentence):
        word = draft.words[i]
        places = figures.get(i)
        if (places is None and not word.content) or i in draft.quoted:
            continue
        rank = NAME if i in draft.named else NOUN if draft.capital[i] or not draft.language.nominal else OTHER
        if places is None:
            places = index.places(word)
        if not places:
            total += 0.0 if word.sides else rank * UNKNOWN
            continue
        total += rank
        best: dict[int, tuple[float, int]] = {}
        for at, how in places:
            other = source.sentence[at]
            known = best.get(other)
            if known is None or how > known[0] or (how == known[0] and _follows(matched.get(other), at)):
                best[other] = (how, at)
        for other, (how, at) in best.items():
            weights[other] = weights.get(other, 0.0) + rank * how
            matched.setdefault(other, []).append((i, at))
    if not weights:
        return Pair(sentence, index, 0, 0.0, 0.0, ())
    shares = {
        other: len({at for _, at in matched[other]}) / max(source.told(other), 1)
        for other in sorted(weights, key=lambda each: (-weights[each], each))[:MOST_ALIKE]
    }
    other = max(shares, key=lambda each: (weights[each] / total + shares[each] * SHORTER, -each))
    return Pair(sentence, index, other, weights[other] / total, shares[other], tuple(matched[other]))


def _follows(matched: list[tuple[int, int]] | None, at: int) -> bool:
    """Whether a place stands right behind the one matched before it: of two alike it is the one meant."""
    return bool(matched) and matched is not None and 0 < at - matched[-1][1] <= NEXT


def _fault(draft: Text, pair: Pair) -> Reason | None:
    source = pair.source.text
    ours = _main([draft.clause[i] for i, _ in pair.matches])
    theirs = _main([source.clause[at] for _, at in pair.matches])
    here = [i for i in draft.tokens(pair.sentence) if draft.clause[i] in ours]
    there = [i for i in source.tokens(pair.other) if source.clause[i] in theirs]
    opposite = _opposite(draft, pair)
    sure = len(pair.matches) >= SURE or pair.said >= CERTAIN
    negated = sure and _negations(draft, here) % 2 != _negations(source, there) % 2
    if negated:
        negated = _negations(draft, list(draft.tokens(pair.sentence))) != _negations(
            source, list(source.tokens(pair.other))
        )
    if opposite != negated:
        return "opposite" if opposite else "negation"
    if not opposite and swapped(draft, pair.sentence, pair.source, pair.other, pair.matches):
        return "roles"
    return None


def _opposite(draft: Text, pair: Pair) -> bool:
    """Whether a clause of the draft says the opposite of a clause of the source that shares a word with it.

    Where the clauses share no number, the source's whole sentence must not say what the draft says.
    """
    source = pair.source.text
    figures = {number.at for number in draft.in_sentence(pair.sentence)}
    elsewhere = _sides(source, list(source.tokens(pair.other)))
    mine = {draft.clause[i] for i, _ in pair.matches}
    others = {source.clause[at] for _, at in pair.matches}
    for ours, theirs in sorted({(draft.clause[i], source.clause[at]) for i, at in pair.matches}):
        here = [i for i in draft.tokens(pair.sentence) if draft.clause[i] == ours or draft.clause[i] not in mine]
        there = [i for i in source.tokens(pair.other) if source.clause[i] == theirs or source.clause[i] not in others]
        if _prefixed(draft, here, source, there):
            return True
        said, stated = _sides(draft, here), _sides(source, there)
        anchored = any(
            i in figures and draft.clause[i] == ours and source.clause[at] == theirs for i, at in pair.matches
        )
        known = stated if anchored else elsewhere
        if any(-side in stated and side not in known and -side not in said for side in said):
            return True
    return False


def _prefixed(draft: Text, here: list[int], source: Text, there: list[int]) -> bool:
    """Whether one says "suitable" and the other "unsuitable"."""
    if not draft.language.prefixes or draft.language is not source.language:
        return False
    said = {draft.words[i].low for i in here if not draft.capital[i]}
    stated = {source.words[i].low for i in there if not source.capital[i]}
    for prefix in draft.language.prefixes:
        for one, two in ((said, stated), (stated, said)):
            if any(prefix + word in two and prefix + word not in one for word in one if word not in two):
                return True
    return False


def _sides(text: Text, tokens: list[int]) -> set[int]:
    """What the words say of which there is an opposite; "more" and "less" where they are no hedge of a number."""
    return {
        side
        for i in tokens
        if i not in text.quoted and (text.words[i].content or text.compares(i))
        for side in text.words[i].sides
    }


def _main(clauses: list[int]) -> set[int]:
    """The clauses that hold a good part of what both sentences say."""
    return {clause for clause in clauses if clauses.count(clause) >= len(clauses) * PART}


def _negations(text: Text, tokens: list[int]) -> int:
    count = sum(text.words[i].negates for i in tokens)
    if not count:
        return 0
    words = " ".join(text.words[i].low for i in tokens)
    return count - sum(words.count(phrase) for phrase in text.language.not_negating)


def _support(draft: Text, span: Span, pair: Pair, verdict: Verdict, reason: Reason) -> Support:
    text = pair.source.text
    evidence: tuple[Evidence, ...] = ()
    if verdict != "not_checked" and pair.other < len(text.sentences):
        there = text.sentences[pair.other]
        evidence = (Evidence(text.path, there, text.article.document.text[there.start : there.end]),)
    return Support(draft.path, span, draft.article.document.text[span.start : span.end], verdict, reason, evidence)
