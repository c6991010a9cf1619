"""Two versions of one text: sentences that are the same but for one number, date, street or name, word by word.

What one text puts in the place of another's words is a conflict where both are values of one kind and all around them
is the same. Texts made after one pattern (the weather, prices, appeals to witnesses) are the same, too, but for most of
their values, or share but a sentence: so most of the shorter text must be the same, and few of the values differ.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from claimcheck.languages.extra import extra
from claimcheck.languages.vocabulary import is_word
from claimcheck.link.across.align import Pairing
from claimcheck.link.across.line import Number, folded
from claimcheck.link.across.page import Page, end
from claimcheck.link.across.people import close
from claimcheck.link.across.value import agrees
from claimcheck.link.across.verdict import moves, set_anew
from claimcheck.link.corrections import is_note
from claimcheck.link.values import one_kind, same
from claimcheck.model import Claim, Measure, Span
from claimcheck.model.claim import Label
from claimcheck.model.report import Aspect, Tie, TieRelation

STAMP = re.compile(r"(?<!\w )\d{1,4}[./-]\d{1,2}[./-]\d{2,4}[\s,;•|·–-]*\Z")
"""Before a time: a date that no word goes before ("26.06.2031 • 18:09 Uhr")."""
OpCode = tuple[str, int, int, int, int]
TOKEN = re.compile(r"\w+(?:[.,:'’/-]\w+)*|[%€$£]")
GRAM = 3
MANY = 12
"""What stands in more sentences brings no two together."""
LEAST, LONGEST = 6, 120
"""Words that two versions of a sentence share, and words of one that are compared."""
ALIKE = 0.7
SLOT, FEW = 4, 3
"""Words that may stand in one place of either, and places in which a corrected sentence may differ."""
HELD, WHOLE = 3, 0.5
"""So many values must be the same for each that differs, and so much of the shorter text."""
DAYS = 3
DIGITS = 2
"""So many digits of a telephone number may be wrong for it to be meant for the other."""
BEFORE = 24
REASON = "two versions of one sentence"


class Token(NamedTuple):
    """A word or number as it is compared, with its place."""

    low: str
    span: Span


class Place(NamedTuple):
    """What stands in one place of two versions of a sentence; the values there, where both are of one kind."""

    one: Span
    two: Span
    values: tuple[Claim, Claim] | None


class Version(NamedTuple):
    """Two versions of a sentence: how many words and values both share, and the places where they differ."""

    shared: int
    held: int
    changed: list[tuple[Span, Span]]


def versions(one: Page, two: Page, days: int) -> Iterator[Tie]:
    """What differs in the sentences of two articles that are versions of one text."""
    if days > DAYS or one.language != two.language:
        return
    mine, yours = _tokens(one), _tokens(two)
    pairs = [*_pairs(mine, yours)]
    places = [[*_places(one, two, pair)] for pair in pairs]
    noted = is_note(one.article) or is_note(two.article)
    if noted or _are_versions(pairs, places, min(_size(mine), _size(yours))):
        for pair, found in zip(pairs, places, strict=True):
            yield from filter(None, _ties(one, two, pair, found, noted=noted))


def _ties(one: Page, two: Page, pair: Version, found: Sequence[Place], *, noted: bool) -> Iterator[Tie | None]:
    """The ties of two versions of a sentence; outside a correction, of clauses that keep their verb."""
    for each in found:
        if noted or not _told_anew(one, two, each, pair):
            yield _judged(one, two, each, found, noted=noted and len(pair.changed) <= FEW)


def _pairs(mine: Sequence[Sequence[Token]], yours: Sequence[Sequence[Token]]) -> Iterator[Version]:
    """The sentences that are versions of each other."""
    return filter(None, (_aligned(mine[i], yours[j]) for i, j in _partners(mine, yours)))


def _told_anew(one: Page, two: Page, place: Place, pair: Version) -> bool:
    """Whether the clause of what differs has another verb in the other text: "traded higher", "closed higher"."""
    verbs = (_verb(one, place.one), _verb(two, place.two))
    return any(verb.touches(here[side]) for side, verb in enumerate(verbs) if verb for here in pair.changed)


def _verb(page: Page, span: Span) -> Span | None:
    """The full verb of the clause of a place."""
    sentence = None if page.article.analysis is None else page.article.analysis.at(span.start)
    clause = None if sentence is None else sentence.clause_at(span.start)
    at = None if clause is None else clause.predicate
    return None if sentence is None or at is None else sentence.tokens[at].span


def _size(sentences: Sequence[Sequence[Token]]) -> int:
    return sum(map(len, sentences))


def _are_versions(pairs: Sequence[Version], places: Sequence[Sequence[Place]], shorter: int) -> bool:
    """Whether most of the shorter text is the same, and but few of the values that stand in one place differ."""
    changed = sum(each.values is not None for found in places for each in found)
    held, shared = sum(pair.held for pair in pairs), sum(pair.shared for pair in pairs)
    return held >= HELD * changed and shared >= WHOLE * shorter


def _judged(one: Page, two: Page, place: Place, others: Sequence[Place], *, noted: bool) -> Tie | None:
    """The tie of a place where two versions differ, if what stands there may be held against each other."""
    if place.values is not None:
        a, b = place.values
        relation = _relation(one, two, a, b)
        return None if relation is None else Tie(end(one, a.span), end(two, b.span), relation, "version", REASON)
    aspect = _of_words(one, two, place, others, noted=noted)
    return None if aspect is None else Tie(end(one, place.one), end(two, place.two), "conflicts", aspect, REASON)


def _of_words(one: Page, two: Page, place: Place, others: Sequence[Place], *, noted: bool) -> Aspect | None:
    """How words that stand in one place contradict: exchanged with others, misspelled, or replaced in a correction.

    In a correction, what alone is other in a sentence is what was wrong, whatever it is.
    """
    mine, yours = words = _words_at(one, two, place)
    names = all(word[0].isupper() for word in words)
    if names and (yours, mine) in [_words_at(one, two, each) for each in others]:
        return "version"
    if _is_close(mine, yours):
        return "spelling" if _is_misspelled(one, two, place) else None
    return "version" if noted and (names or len(others) == 1) else None


def _words_at(one: Page, two: Page, place: Place) -> tuple[str, str]:
    return one.prose[place.one.start : place.one.end], two.prose[place.two.start : place.two.end]


def _is_name(page: Page, span: Span) -> bool:
    """Whether a word is known for a name, which any word with a capital is where nouns have none."""
    capitals = extra(page.language, "grammar").get("noun_capitals")
    return not capitals or any(each.span.touches(span) for each in page.article.mentions)


def _relation(one: Page, two: Page, a: Claim, b: Claim) -> TieRelation | None:
    """How two values in one place of two versions stand to each other: a count may have gone on since."""
    if same(a, b) or not (_is_told(one, a) and _is_told(two, b)):
        return None
    if isinstance(a.value, Label) and isinstance(b.value, Label):
        return "conflicts" if _is_replaced(a.type, a.value.key, b.value.key) else None
    mine, yours = _number(one, a), _number(two, b)
    return None if mine is None or yours is None else _of_numbers(mine, yours)


def _number(page: Page, claim: Claim) -> Number | None:
    at = bisect_left(page.numbers, claim.span, key=lambda each: each.claim.span)
    return page.numbers[at] if at < len(page.numbers) and page.numbers[at].claim is claim else None


def _of_numbers(one: Number, two: Number) -> TieRelation | None:
    if agrees(one, two):
        return None
    pairing = Pairing(one, two, 1.0, 1.0, agrees=False, unit=True, noun=True, only=False, first=False, score=1.0)
    return "updates" if moves(pairing) or set_anew(pairing) else "conflicts"


def _is_told(page: Page, claim: Claim) -> bool:
    """Whether a time is told of something: in a clause with verb and subject, or behind a word; no stamp of a page."""
    if claim.type not in ("date", "clock"):
        return True
    before = page.prose[max(0, claim.span.start - BEFORE) : claim.span.start]
    if STAMP.search(before) is not None:
        return False
    sentence = None if page.article.analysis is None else page.article.analysis.at(claim.span.start)
    clause = None if sentence is None else sentence.clause_at(claim.span.start)
    if clause is not None and clause.verb is not None and clause.subject is not None:
        return True
    return claim.type == "clock" and any(word.islower() for word in before.split()[-1:])


def _is_replaced(kind: str, mine: str, yours: str) -> bool:
    """Whether one label stands for another: no shorter form of it, and a telephone with but a few other digits."""
    if kind == "phone":
        return len(mine) == len(yours) and sum(a != b for a, b in zip(mine, yours, strict=True)) <= DIGITS
    longer, shorter = sorted((mine, yours), key=len, reverse=True)
    return kind == "clock" or not longer.startswith(shorter + " ")


def _is_close(mine: str, yours: str) -> bool:
    """Whether two words differ by a letter or two, or by a mark or an ending."""
    one, two = _letters(mine), _letters(yours)
    return one == two or close(one, two)


def _is_misspelled(one: Page, two: Page, place: Place) -> bool:
    """Whether two close words are a name and no words of the language, and more is other than a mark or an ending."""
    words = _words_at(one, two, place)
    if any(word[0].islower() or is_word(one.language, word.rpartition("-")[2]) for word in words):
        return False
    return _letters(words[0]) != _letters(words[1]) and (_is_name(one, place.one) or _is_name(two, place.two))


def _letters(word: str) -> str:
    return folded("".join(filter(str.isalpha, word)).lower()).removesuffix("s")


def _tokens(page: Page) -> list[list[Token]]:
    """The words of each sentence of an article."""
    prose = page.prose
    return [
        [Token(folded(match.group().lower()), Span(*match.span())) for match in TOKEN.finditer(prose, *line.span)]
        for line in page.lines
    ]


def _is_value(low: str) -> bool:
    return any(map(str.isdigit, low))


def _places(one: Page, two: Page, pair: Version) -> Iterator[Place]:
    """The places where two versions differ, with what either has there."""
    for here, there in pair.changed:
        a, b = _value_at(one.values_told, here), _value_at(two.values_told, there)
        if a is not None and b is not None and (one_kind(a, b) or _per(a) != _per(b)):
            yield Place(here, there, (a, b))
        elif a is None and b is None:
            yield Place(here, there, None)


def _per(claim: Claim) -> object:
    return claim.value.per if isinstance(claim.value, Measure) else None


def _value_at(values: Sequence[Claim], span: Span) -> Claim | None:
    """The value whose words a stretch touches."""
    at = bisect_right(values, span.end, key=lambda each: each.span.start) - 1
    return values[at] if at >= 0 and values[at].span.touches(span) else None


def _partners(mine: Sequence[Sequence[Token]], yours: Sequence[Sequence[Token]]) -> Iterator[tuple[int, int]]:
    """The sentences that share the most words in a row, one to one."""
    where: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, sentence in enumerate(yours):
        for gram in _grams(sentence):
            where[gram].append(j)
    shared: Counter[tuple[int, int]] = Counter()
    for i, sentence in enumerate(mine):
        for gram in _grams(sentence):
            places = where.get(gram, ())
            if len(places) <= MANY:
                shared.update((i, j) for j in places)
    taken: tuple[set[int], set[int]] = (set(), set())
    for i, j in sorted(shared, key=lambda pair: (-shared[pair], abs(pair[0] - pair[1]), pair)):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield i, j


def _grams(sentence: Sequence[Token]) -> set[tuple[str, ...]]:
    low = [token.low for token in sentence[:LONGEST]]
    return {tuple(low[at : at + GRAM]) for at in range(len(low) - GRAM + 1)}


def _aligned(one: Sequence[Token], two: Sequence[Token]) -> Version | None:
    """Two sentences word by word, as far as they are compared; None where they are not alike enough."""
    a, b = ([token.low for token in sentence[:LONGEST]] for sentence in (one, two))
    found = SequenceMatcher(None, a, b, autojunk=False)
    shared = [low for i, _, size in found.get_matching_blocks() for low in a[i : i + size]]
    held = sum(map(_is_value, shared))
    if len(shared) - held < LEAST or len(shared) < ALIKE * min(len(a), len(b)):
        return None
    return Version(len(shared), held, [*_replaced(one, two, found.get_opcodes())])


def _replaced(one: Sequence[Token], two: Sequence[Token], codes: Iterable[OpCode]) -> Iterator[tuple[Span, Span]]:
    """The few words that stand in one place of both."""
    for kind, i, k, j, m in codes:
        if kind == "replace" and max(k - i, m - j) <= SLOT:
            yield _whole(one[i:k]), _whole(two[j:m])


def _whole(tokens: Sequence[Token]) -> Span:
    return Span(tokens[0].span.start, tokens[-1].span.end)
