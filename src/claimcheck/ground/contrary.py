"""How a sentence of a draft and the one of a source that says the same can turn each other round."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.ground.match import Index
from claimcheck.ground.parts import Part, is_passive, is_same, parts_of, subjects, swapped
from claimcheck.ground.text import Text
from claimcheck.model.report import Reason

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


def fault(draft: Text, pair: Pair) -> tuple[Reason, int | None] | None:
    """ "opposite", "negation" or "roles", if the two cannot both be true; with the part of the draft that says it."""
    opposite, negated = _opposite(draft, pair), _negated(draft, pair)
    if (opposite is not None) != negated:
        return ("negation", None) if negated else ("opposite", opposite)
    if negated or _tell_both_sides(draft, pair):
        return None
    return ("roles", None) if swapped(draft, pair.sentence, pair.source, pair.other, pair.matches) else None


def _negated(draft: Text, pair: Pair) -> bool:
    """Whether one denies what the other says: its main clauses, or one clause that the two have in common.

    Not where the draft speaks of what was before and the source does not.
    """
    source = pair.source.text
    mine, theirs = list(draft.tokens(pair.sentence)), list(source.tokens(pair.other))
    if _negations(draft, mine) == _negations(source, theirs) or not _certain(pair):
        return False
    if _earlier(draft, mine) and not _earlier(source, theirs):
        return False
    low = [(i, at) for i, at in pair.matches if not draft.capital[i] and not source.capital[at]]
    if not low and draft.language.nominal and source.language.nominal:
        return False
    return any(
        _denies(draft, mine, one) != _denies(source, theirs, two) for one, two in _shared_clauses(draft, pair, low)
    )


def _certain(pair: Pair) -> bool:
    return len(pair.matches) >= SURE or pair.said >= CERTAIN


def _denies(text: Text, tokens: list[int], clauses: set[int]) -> bool:
    return _negations(text, [i for i in tokens if text.clause[i] in clauses]) % 2 == 1


def _shared_clauses(draft: Text, pair: Pair, low: list[tuple[int, int]]) -> list[tuple[set[int], set[int]]]:
    """The clauses of both sentences that may be held against each other: the main ones, and those alike in `low`."""
    source = pair.source.text
    ours = _main([draft.clause[i] for i, _ in pair.matches])
    yours = _main([source.clause[at] for _, at in pair.matches])
    clauses = [(draft.clause[i], source.clause[at]) for i, at in low]
    common = [({one}, {two}) for one, two in sorted(set(clauses)) if clauses.count((one, two)) >= COMMON]
    return [(ours, yours), *common]


def _earlier(text: Text, tokens: list[int]) -> bool:
    return any(text.words[i].low in text.language.earlier for i in tokens)


def _opposite(draft: Text, pair: Pair) -> int | None:
    """The clause of the draft that says the opposite of a clause of the source that shares a word with it.

    Where the clauses share no number, the source's whole sentence must not say what the draft says.
    """
    source = pair.source.text
    clauses = sorted({(draft.clause[i], source.clause[at]) for i, at in pair.matches})
    anchors = _anchors(draft, pair)
    sure = {ours for ours, _ in anchors}  # the figure says which clause of the source is meant
    elsewhere = _sides(source, list(source.tokens(pair.other)))
    for one, two in anchors.union(each for each in clauses if each[0] not in sure):
        anchored = (one, two) in anchors
        here = _with_rest(draft, pair.sentence, one, {ours for ours, _ in clauses})
        there = _with_rest(source, pair.other, two, None if anchored else {theirs for _, theirs in clauses})
        stated = _sides(source, there)
        known = stated if anchored else elsewhere
        against = _against(_sides(draft, here), stated, known)
        if _prefixed(draft, here, source, there) or any(
            _is_contrary(draft, pair, each, here, there) for each in against
        ):
            return one
    return None


def _anchors(draft: Text, pair: Pair) -> set[tuple[int, int]]:
    """The clauses of both that share a number."""
    figures = {number.at for number in draft.in_sentence(pair.sentence)}
    return {(draft.clause[i], pair.source.text.clause[at]) for i, at in pair.matches if i in figures}


def _with_rest(text: Text, sentence: int, clause: int, shared: set[int] | None) -> list[int]:
    """The tokens of a clause, and of those that the two sentences do not share, if these are told."""
    tokens = text.tokens(sentence)
    if shared is None:
        return [i for i in tokens if text.clause[i] == clause]
    return [i for i in tokens if text.clause[i] == clause or text.clause[i] not in shared]


def _against(said: set[int], stated: set[int], known: set[int]) -> set[int]:
    """What is said whose opposite is stated, where neither both of it are said nor what is said is `known`."""
    return {side for side in said if -side in stated and side not in known and -side not in said}


def _is_contrary(draft: Text, pair: Pair, side: int, here: list[int], there: list[int]) -> bool:
    """Whether one side and its opposite deny each other: what two do to each other is told by either, "A sold it to B".

    Of such a pair both must be done by one and the same.
    """
    if abs(side) not in draft.language.converses:
        return True
    source = pair.source.text
    one, two = draft.words[draft.tokens(pair.sentence).start], source.words[source.tokens(pair.other).start]
    both = {one.stem} & {two.stem}  # a capital says nothing at the beginning, the same word in both does
    inside = draft.inside | source.inside | both
    mine = _doers(draft, parts_of(draft, pair.sentence, inside), here, side)
    yours = _doers(source, parts_of(source, pair.other, inside), there, -side)
    return any(is_same(draft, one, source, two) for one in mine for two in yours)


def _tell_both_sides(draft: Text, pair: Pair) -> bool:
    """Whether one tells what one side does to the other, and the other what the other side does: "won", "lost to"."""
    mine, theirs = (
        _sides(text, list(text.tokens(number)))
        for text, number in ((draft, pair.sentence), (pair.source.text, pair.other))
    )
    return any(-side in theirs and abs(side) in draft.language.converses for side in mine)


def _doers(text: Text, names: list[Part], tokens: list[int], side: int) -> list[Part]:
    """Who stands before a verb with a side as its subject; nobody where it is done to him."""
    verbs = [i for i in tokens if side in text.words[i].sides and not text.capital[i] and not is_passive(text, i)]
    return [each for verb in verbs for each in subjects(text, names, verb) if each.last <= verb]


def _prefixed(draft: Text, here: list[int], source: Text, there: list[int]) -> bool:
    """Whether one says "suitable" and the other "unsuitable"."""
    if not draft.language.prefixes or draft.language is not source.language:
        return False
    said = {draft.words[i].low for i in here if not draft.capital[i]}
    stated = {source.words[i].low for i in there if not source.capital[i]}
    return any(
        _only_with(prefix, said, stated) or _only_with(prefix, stated, said) for prefix in draft.language.prefixes
    )


def _only_with(prefix: str, one: set[str], two: set[str]) -> bool:
    """Whether a word of `one` stands in `two` only with the prefix."""
    return any(prefix + word in two and prefix + word not in one for word in one - two)


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
