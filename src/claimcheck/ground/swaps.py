"""Two names that have changed their parts: "A sold it to B" for "B sold it to A"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from claimcheck.ground.match import Index
from claimcheck.ground.text import Text
from claimcheck.languages.clause_roles import ACCUSATIVE, DATIVE, DETERMINER, PASSIVE, PREPOSITION, RELATIVE


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
        if draft.capital[verb] or source.capital[at] or not _one_verb(draft, verb, source, at):
            continue
        if draft.words[verb].content and not _repeated(source, other, at):
            if _passive(draft, verb) != _passive(source, at):
                continue
            mine, yours = _subjects(draft, ours, verb), _subjects(source, theirs, at)
            if not mine or not yours or any(_same(draft, one, source, two) for one in mine for two in yours):
                continue
            others = [each for each in ours if each not in mine]
            elsewhere = any(_same(draft, each, source, two) for each in others for two in yours)
            if elsewhere and all(_known(draft, each, index) for each in mine):
                return True
    return False


def _one_verb(draft: Text, verb: int, source: Text, at: int) -> bool:
    """Whether two words are one, or mean the same in two languages."""
    one, two = draft.words[verb], source.words[at]
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
            found.append(Part(i, last + 1, not before & (PREPOSITION | DATIVE | ACCUSATIVE)))
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
    opening = next(i for i in text.tokens(text.sentence[verb]) if text.clause[i] == text.clause[verb])
    relative = text.words[opening].roles
    if relative & RELATIVE and not relative & (ACCUSATIVE | DATIVE) and not text.capital[opening]:
        return [each for each in bare if each.last <= opening][-1:]
    before = [each for each in bare if each.last <= verb]
    if any(text.clause[each.first] == text.clause[verb] for each in before):
        return before
    return [each for each in bare if each.first > verb and text.clause[each.first] == text.clause[verb]][:1]


def _same(draft: Text, one: Part, source: Text, two: Part) -> bool:
    stems = {part for i in range(two.first, two.last) for part in source.words[i].stem.split("-")}
    return any(stems & {*draft.words[i].stem.split("-")} for i in range(one.first, one.last))


def _known(draft: Text, part: Part, index: Index) -> bool:
    return any(how == 1 for i in range(part.first, part.last) for _, how in index.places(draft.words[i]))


def _passive(text: Text, verb: int) -> bool:
    return any(
        text.words[i].roles & PASSIVE
        for i in range(max(verb - 6, 0), min(verb + 4, len(text.words)))
        if text.clause[i] == text.clause[verb]
    )
