"""How a sentence of a draft and the one of a source that says the same can turn each other round."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.ground.match import Index
from claimcheck.ground.swaps import swapped
from claimcheck.ground.text import Text
from claimcheck.model.support import Reason

PART = 0.4
SURE, CERTAIN = 3, 0.7
COMMON = 2


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


def fault(draft: Text, pair: Pair) -> Reason | None:
    """ "opposite", "negation" or "roles", if the two cannot both be true."""
    opposite, negated = _opposite(draft, pair), _negated(draft, pair)
    if opposite != negated:
        return "opposite" if opposite else "negation"
    if not opposite and swapped(draft, pair.sentence, pair.source, pair.other, pair.matches):
        return "roles"
    return None


def _negated(draft: Text, pair: Pair) -> bool:
    """Whether one denies what the other says: its main clauses, or one clause that the two have in common.

    Not where the draft speaks of what was before and the source does not.
    """
    source = pair.source.text
    mine, theirs = list(draft.tokens(pair.sentence)), list(source.tokens(pair.other))
    if _negations(draft, mine) == _negations(source, theirs) or (
        _earlier(draft, mine) and not _earlier(source, theirs)
    ):
        return False
    low = [(i, at) for i, at in pair.matches if not draft.capital[i] and not source.capital[at]]
    if draft.language.nominal and source.language.nominal and not low:
        return False
    ours = _main([draft.clause[i] for i, _ in pair.matches])
    yours = _main([source.clause[at] for _, at in pair.matches])
    sure = len(pair.matches) >= SURE or pair.said >= CERTAIN
    clauses = [(draft.clause[i], source.clause[at]) for i, at in low]
    common = [({one}, {two}) for one, two in sorted(set(clauses)) if clauses.count((one, two)) >= COMMON]
    return sure and any(
        _negations(draft, [i for i in mine if draft.clause[i] in one]) % 2
        != _negations(source, [i for i in theirs if source.clause[i] in two]) % 2
        for one, two in [(ours, yours), *common]
    )


def _earlier(text: Text, tokens: list[int]) -> bool:
    return any(text.words[i].low in text.language.earlier for i in tokens)


def _opposite(draft: Text, pair: Pair) -> bool:
    """Whether a clause of the draft says the opposite of a clause of the source that shares a word with it.

    Where the clauses share no number, the source's whole sentence must not say what the draft says.
    """
    source = pair.source.text
    figures = {number.at for number in draft.in_sentence(pair.sentence)}
    elsewhere = _sides(source, list(source.tokens(pair.other)))
    mine = {draft.clause[i] for i, _ in pair.matches}
    others = {source.clause[at] for _, at in pair.matches}
    anchors = {(draft.clause[i], source.clause[at]) for i, at in pair.matches if i in figures}
    sure = {ours for ours, _ in anchors}
    for ours, theirs in sorted({(draft.clause[i], source.clause[at]) for i, at in pair.matches}):
        anchored = (ours, theirs) in anchors
        if ours in sure and not anchored:
            continue  # the figure says which clause of the source is meant
        here = [i for i in draft.tokens(pair.sentence) if draft.clause[i] == ours or draft.clause[i] not in mine]
        there = [
            i
            for i in source.tokens(pair.other)
            if source.clause[i] == theirs or (source.clause[i] not in others and not anchored)
        ]
        if _prefixed(draft, here, source, there):
            return True
        said, stated = _sides(draft, here), _sides(source, there)
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
