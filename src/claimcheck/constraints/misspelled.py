"""A name that nothing introduces and that is by a letter like one that the text does: "the dairy Lohkamp … Lohkanp"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import chain, combinations

from claimcheck.constraints.identity import bare_words, told_otherwise
from claimcheck.constraints.letters import Alike, alike, alike_but_for_accents, is_common, steps
from claimcheck.language.words import Words, words_of
from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import ADJECTIVE, CAPITAL, COMMA, DETERMINER, NOUN, OPEN, PRONOUN, QUOTE
from claimcheck.model.analysis import Analysis, Sentence, Token
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Judged
from claimcheck.model.report import Article

LONG = 8
BEGIN, END, STEPS = 4, 1, 2
"""With so many first and last letters in common two long names may differ by so many between them."""
CAPITALISED = re.compile(r"(?<![\w-])[^\W\d_a-zß][^\W\d_]{4,}(?![\w-])")
NAMED = NOUN | CAPITAL
NO_NAME = DETERMINER | PRONOUN | ADJECTIVE
Places = Mapping[str, list[int]]


def misspelled(article: Article, told: Collection[str]) -> Iterator[Judged]:
    """Every capitalised word that stands once, by itself, as names do, and is by a letter, or in a long word by two,
    like a single one that another noun or name introduces; no words of the language, known names or those in `told`.
    """
    analysis, words = article.analysis, words_of(article.document.language or "")
    if analysis is None or words is None:
        return
    seen: set[str] = set()
    places = _places(article)
    for slip, name in _pairs(_unknown(article, words, places, told)):
        if seen.isdisjoint((slip, name)) and _is_slip(words, places, slip, name):
            for known in _introduced(article, analysis, words, places[name]):
                found = _bare(article, analysis, words, places[slip][0])
                seen |= {slip, name} if found else set()
                yield from (told_otherwise(place, known) for place in found)


def _places(article: Article) -> dict[str, list[int]]:
    """Where each capitalised word stands."""
    places: dict[str, list[int]] = {}
    for match in CAPITALISED.finditer(article.document.prose):
        places.setdefault(match.group(), []).append(match.start())
    return places


def _unknown(article: Article, words: Words, places: Places, told: Collection[str]) -> dict[str, bool]:
    """The words that are neither of the language nor the name of somebody or something known, nor a first name."""
    known = {*_known(article)} | words.first_names | {*told}
    left = [each for each in places if each not in known]
    return dict.fromkeys((each for each in left if not _is_word(article, words, each)), True)


def _known(article: Article) -> Iterator[str]:
    """The words of known names, and the first names of persons."""
    for each in article.mentions:
        first, _, last = each.text.partition(" ")
        if each.entity is not None:
            yield from each.text.split()
        elif each.kind == "person" and last:
            yield first


def _is_word(article: Article, words: Words, each: str) -> bool:
    """Whether a word is one of the language, one for what is of a town, or stands somewhere without its capital."""
    known = each.isupper() or words.has(each) or words.has(each.lower()) or words.is_town(each)
    return known or each.lower() in article.document.prose


def _pairs(words: dict[str, bool]) -> Iterator[tuple[str, str]]:
    """The words that differ by a letter inside, or by two between what both begin and end with, either one first."""
    alone = ((each.one, each.other) for each in alike(words) if _are_two(each))
    for one, two in chain(alone, _by_two_letters(words)):
        yield two, one
        yield one, two


def _are_forms(words: Words, one: str, two: str) -> bool:
    """Whether two words differ by the ending of an adjective only: "Angestellter" and "Angestellten"."""
    stems = [{each.removesuffix(end) for end in words.endings if each.endswith(end)} for each in (one, two)]
    return not stems[0].isdisjoint(stems[1])


def _by_two_letters(words: dict[str, bool]) -> Iterator[tuple[str, str]]:
    begun: dict[tuple[str, int], list[str]] = {}
    for word in words:
        if len(word) >= LONG:
            begun.setdefault((word[:BEGIN], len(word)), []).append(word)
    for one, two in chain.from_iterable(combinations(group, 2) for group in begun.values()):
        if steps(one.lower(), two.lower()) == STEPS and one[-END:] == two[-END:]:
            yield one, two


def _are_two(pair: Alike) -> bool:
    """Whether two words that are alike are neither forms of one nor the same but for capitals and accents."""
    inside = pair.tail >= (STEPS if pair.how == "more" else 1)
    same = alike_but_for_accents(pair.one.lower(), pair.other.lower())
    return not same and (inside or (pair.how == "other" and len(pair.one) > LONG))


def _is_slip(words: Words, places: Places, slip: str, name: str) -> bool:
    """Whether one word, which is none of the language, stands once, no other begins with it, and the other one, no form
    of it, comes before it or more often.
    """
    once = len(places[slip]) == 1 and sum(each.startswith(slip) for each in places) == 1 and not is_common(words, slip)
    return once and not _are_forms(words, slip, name) and (len(places[name]) > 1 or places[name][0] < places[slip][0])


def _read(analysis: Analysis, offset: int) -> tuple[Sentence, int] | None:
    """The sentence with a word and the number of its token."""
    number = analysis.number(offset)
    if number < 0 or not analysis.written(number):
        return None
    sentence = analysis.sentence(number)
    return sentence, sentence.token_at(offset)


def _introduced(article: Article, analysis: Analysis, words: Words, places: list[int]) -> list[Part]:
    """The first place at which a noun or another name stands beside a word in its phrase, if there is one."""
    read = (_read(analysis, offset) for offset in places)
    found = (each for each in read if each is not None and _is_beside(*each, words))
    spans = (sentence.tokens[at].span for sentence, at in found)
    return [Part(span, article.document.prose[span.start : span.end]) for span in spans][:1]


def _is_beside(sentence: Sentence, at: int, words: Words) -> bool:
    """Whether a noun stands before a word, or, where only names have capitals, a name behind it."""
    chunk = sentence.chunk_at(sentence.tokens[at].span.start)
    if chunk is None:
        return False
    before = sentence.tokens[max(at - 1, chunk.first)]
    behind = sentence.tokens[min(at + 1, chunk.last - 1)]
    if words.capitals:
        return at == chunk.last - 1 and at > chunk.first and _is_noun(before, words) and bool(before.roles & CAPITAL)
    named = any(each.roles & NAMED == NAMED for each in (before, behind) if each is not sentence.tokens[at])
    return named or (at > chunk.first and _is_noun(before, words))


def _is_noun(token: Token, words: Words) -> bool:
    return bool(token.roles & NOUN) and not token.roles & NO_NAME and not words.is_town(token.text)


def _bare(article: Article, analysis: Analysis, words: Words, offset: int) -> list[Part]:
    """A word at its place if it stands there like a name, with nothing but a title before it."""
    read = _read(analysis, offset)
    if read is None:
        return []
    sentence, at = read
    found = Part(sentence.tokens[at].span, sentence.tokens[at].text)
    if words.capitals:
        alone = found in (part for part, _ in bare_words(sentence))
    else:
        people, names = (extra(article.document.language, each) for each in ("people", "entities"))
        goes_on = at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].text in names["particles"]
        alone = not goes_on and _is_alone(sentence, at, {*people["titles"], *people["ranks"]})
    return [found] if alone else []


def _is_alone(sentence: Sentence, at: int, titles: set[str]) -> bool:
    """Whether no other name stands beside a word, no list goes on there, and no mark shows it to be meant so."""
    before, behind = sentence.tokens[max(at - 1, 0) : at], sentence.tokens[at + 1 : at + 2]
    named = any(each.roles & CAPITAL and each.text not in titles for each in (*before, *behind))
    marked = any(each.roles & (QUOTE | OPEN) for each in before)
    listed = all(each.roles & COMMA for each in (*before, *behind)) and len(before) == len(behind) == 1
    return not (named or listed or marked) and bool(sentence.tokens[at].roles & NOUN)
