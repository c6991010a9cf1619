"""How a sentence of a draft and the one of a source that says the same can turn each other round."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from claimcheck.ground.match import SAME, Index
from claimcheck.ground.text import Text
from claimcheck.languages.word_roles import BE, BECOME, CASE, DETERMINER, NOMINATIVE, PREPOSITION, RELATIVE
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


def fault(draft: Text, pair: Pair) -> tuple[Reason, int | None] | None:
    """ "opposite", "negation" or "roles", if the two cannot both be true; with the part of the draft that says it."""
    opposite, negated = _opposite(draft, pair), _negated(draft, pair)
    if (opposite is not None) != negated:
        return ("negation", None) if negated else ("opposite", opposite)
    if not negated and swapped(draft, pair.sentence, pair.source, pair.other, pair.matches):
        return "roles", None
    return None


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
        if _prefixed(draft, here, source, there) or _against(_sides(draft, here), stated, known):
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


def _against(said: set[int], stated: set[int], known: set[int]) -> bool:
    """Whether the opposite of what is said is stated, and neither both of it said nor what is said `known`."""
    return any(-side in stated and side not in known and -side not in said for side in said)


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


class Part(NamedTuple):
    """A name in a sentence: its tokens, and whether it can be the subject."""

    first: int
    last: int
    bare: bool


def swapped(draft: Text, sentence: int, index: Index, other: int, matches: Sequence[tuple[int, int]]) -> bool:
    """Whether both sentences have one verb, the draft with another subject and the source's subject somewhere else.

    `matches` are the tokens of the draft's sentence with those of the source's that they stand for.
    """
    source = index.text
    if all(one[1] <= two[1] for one, two in pairwise(matches)):
        return False  # everything in the same order
    inside = draft.inside | source.inside
    ours, theirs = _parts(draft, sentence, inside), _parts(source, other, inside)
    if not ours or not theirs:
        return False
    for verb, at in matches:
        if _one_verb(draft, verb, source, at) and not _repeated(source, other, at):
            mine, yours = _subjects(draft, ours, verb), _subjects(source, theirs, at)
            if _all_known(draft, mine, index) and _elsewhere(draft, ours, mine, source, yours):
                return True
    return False


def _elsewhere(draft: Text, ours: list[Part], mine: list[Part], source: Text, yours: list[Part]) -> bool:
    """Whether a subject of the source's verb stands in the draft, but not as a subject of the draft's."""

    def any_same(parts: list[Part]) -> bool:
        return any(_same(draft, one, source, two) for one in parts for two in yours)

    return any_same([each for each in ours if each not in mine]) and not any_same(mine)


def _one_verb(draft: Text, verb: int, source: Text, at: int) -> bool:
    """Whether two words are one verb in one voice, or mean the same in two languages."""
    one, two = draft.words[verb], source.words[at]
    if draft.capital[verb] or source.capital[at] or not one.content or _passive(draft, verb) != _passive(source, at):
        return False
    if draft.language is source.language:
        return one.stem == two.stem
    return any(key in two.keys for key in one.keys if key[0].isalpha())


def _repeated(text: Text, sentence: int, at: int) -> bool:
    """Whether the sentence has the word twice: then it is not certain which of the two is meant."""
    return sum(text.words[i].stem == text.words[at].stem for i in text.tokens(sentence)) > 1


def _parts(text: Text, sentence: int, inside: frozenset[str]) -> list[Part]:
    """The names of a sentence: capitalised words in a row that are no common nouns.

    A capital at the beginning of a sentence counts for a word that is capitalised `inside` one as well.
    """
    found: list[Part] = []
    tokens = text.tokens(sentence)
    i = tokens.start
    while i < tokens.stop:
        if not _name(text, i, tokens.start, inside):
            i += 1
            continue
        last = i
        while last + 1 < tokens.stop and _name(text, last + 1, tokens.start, inside) and _joined(text, last):
            last += 1
        before = text.words[i - 1].roles if i > tokens.start else 0
        if not (text.language.nominal and before & DETERMINER) or i in text.named:
            found.append(Part(i, last + 1, not before & PREPOSITION and not _oblique(before)))
        i = last + 1
    return found


def _name(text: Text, i: int, first: int, inside: frozenset[str]) -> bool:
    if i in text.named:
        return True
    word = text.words[i]
    if not text.capital[i] or not word.content or i in text.quoted:
        return False
    if i == first and word.stem not in inside:
        return False
    return not text.language.nominal or not (word.noun or text.language.common(word.low))


def _joined(text: Text, i: int) -> bool:
    return text.clause[i] == text.clause[i + 1] and text.prose[text.ends[i] : text.starts[i + 1]].strip() == ""


def _subjects(text: Text, parts: list[Part], verb: int) -> list[Part]:
    """The bare names before the verb, else the first one behind it in its clause."""
    bare = [each for each in parts if each.bare]
    clause = text.clause[verb]
    opening = next(i for i in text.tokens(text.sentence[verb]) if text.clause[i] == clause)
    if _opens_relative(text, opening):
        return [each for each in bare if each.last <= opening][-1:]
    before = [each for each in bare if each.last <= verb]
    inside = [each for each in bare if text.clause[each.first] == clause]
    if not {*inside}.isdisjoint(before):
        return before
    return [each for each in inside if each.first > verb][:1]


def _opens_relative(text: Text, opening: int) -> bool:
    roles = text.words[opening].roles
    return bool(roles & RELATIVE) and not _oblique(roles) and not text.capital[opening]


def _oblique(roles: int) -> bool:
    """Whether a word can be no nominative."""
    return bool(roles & CASE) and not roles & NOMINATIVE


def _same(draft: Text, one: Part, source: Text, two: Part) -> bool:
    stems = {part for i in range(two.first, two.last) for part in source.words[i].stem.split("-")}
    return any(stems & {*draft.words[i].stem.split("-")} for i in range(one.first, one.last))


def _all_known(draft: Text, parts: list[Part], index: Index) -> bool:
    """Whether there are parts, and the source has them all."""
    return bool(parts) and all(
        any(how == SAME for i in range(part.first, part.last) for _, how in index.places(draft.words[i]))
        for part in parts
    )


def _passive(text: Text, verb: int) -> bool:
    helps = BECOME if text.language.nominal else BE
    return any(
        text.words[i].roles & helps
        for i in range(max(verb - 6, 0), min(verb + 4, len(text.words)))
        if text.clause[i] == text.clause[verb]
    )
