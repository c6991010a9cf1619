"""The names of a sentence and which of them is the subject of a verb; whether two names have changed their parts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from claimcheck.ground.match import SAME, Index
from claimcheck.ground.text import Text
from claimcheck.languages.word_roles import BE, BECOME, CASE, DETERMINER, NOMINATIVE, PREPOSITION, RELATIVE


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
    ours, theirs = parts_of(draft, sentence, inside), parts_of(source, other, inside)
    if not ours or not theirs:
        return False
    for verb, at in matches:
        if _one_verb(draft, verb, source, at) and not _repeated(source, other, at):
            mine, yours = subjects(draft, ours, verb), subjects(source, theirs, at)
            if _all_known(draft, mine, index) and _elsewhere(draft, ours, mine, source, yours):
                return True
    return False


def _elsewhere(draft: Text, ours: list[Part], mine: list[Part], source: Text, yours: list[Part]) -> bool:
    """Whether a subject of the source's verb stands in the draft, but not as a subject of the draft's."""

    def any_same(parts: list[Part]) -> bool:
        return any(is_same(draft, one, source, two) for one in parts for two in yours)

    return any_same([each for each in ours if each not in mine]) and not any_same(mine)


def _one_verb(draft: Text, verb: int, source: Text, at: int) -> bool:
    """Whether two words are one verb in one voice, or mean the same in two languages."""
    one, two = draft.words[verb], source.words[at]
    if (
        draft.capital[verb]
        or source.capital[at]
        or not one.content
        or is_passive(draft, verb) != is_passive(source, at)
    ):
        return False
    if draft.language is source.language:
        return one.stem == two.stem
    return any(key in two.keys for key in one.keys if key[0].isalpha())


def _repeated(text: Text, sentence: int, at: int) -> bool:
    """Whether the sentence has the word twice: then it is not certain which of the two is meant."""
    return sum(text.words[i].stem == text.words[at].stem for i in text.tokens(sentence)) > 1


def parts_of(text: Text, sentence: int, inside: frozenset[str]) -> list[Part]:
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


def subjects(text: Text, parts: list[Part], verb: int) -> list[Part]:
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


def is_same(draft: Text, one: Part, source: Text, two: Part) -> bool:
    """Whether two names share a word."""
    stems = {part for i in range(two.first, two.last) for part in source.words[i].stem.split("-")}
    return any(stems & {*draft.words[i].stem.split("-")} for i in range(one.first, one.last))


def _all_known(draft: Text, parts: list[Part], index: Index) -> bool:
    """Whether there are parts, and the source has them all."""
    return bool(parts) and all(
        any(how == SAME for i in range(part.first, part.last) for _, how in index.places(draft.words[i]))
        for part in parts
    )


def is_passive(text: Text, verb: int) -> bool:
    """Whether a helping verb of the passive stands in the clause of a verb."""
    helps = BECOME if text.language.nominal else BE
    return any(
        text.words[i].roles & helps
        for i in range(max(verb - 6, 0), min(verb + 4, len(text.words)))
        if text.clause[i] == text.clause[verb]
    )
