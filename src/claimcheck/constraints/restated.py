"""What a headline or subhead gives a number of, where the first sentence below it tells the same again.

Nothing need be known of what is counted: the first sentence of a story repeats what stands above it, so the only
number of its kind in both is one number.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from operator import attrgetter
from typing import NamedTuple

from claimcheck.constraints.headlines import figure, read_title
from claimcheck.constraints.lines import lines
from claimcheck.constraints.operands import counted
from claimcheck.languages.word_roles import ADJECTIVE, NOUN, NUMBER, OPEN, PRONOUN, VERB
from claimcheck.model.analysis import Token
from claimcheck.model.comparison import Judged
from claimcheck.model.figures import Again
from claimcheck.model.interval import bounds
from claimcheck.model.report import Article
from claimcheck.statements.dimension import TIMES, UNSTATED, comparable, dimension, is_rate
from claimcheck.statements.statement import Statement, Statements
from claimcheck.statements.words import alike

REPEATED = 3
"""So many words of the line are in the clause that tells again what it measures."""
SENTENCES = 3
"""In so many sentences numbers may add up to that of the line."""
ROOM = 20
CONTENT = NOUN | VERB | ADJECTIVE
LEAST = 4
STEM = 5
SHORT = frozenset(TIMES) - {"year"}
"""A text seldom tells two such lengths; years may be an age."""
MORE = frozenset({"added", "again", "others"})
EACH = frozenset({"each", "per_one"})


class Above(NamedTuple):
    """The single numbers of a headline, and the article they were read in."""

    article: Article
    numbers: list[Statement]


def restated(statements: Statements) -> Iterator[Again | Judged]:
    """Every number of a headline or subhead with that of the first sentence below it which tells it again."""
    document = statements.article.document
    start = 0 if document.headline is None else document.headline.end
    for one, two in _told_again(statements, headline(statements).numbers, start):
        yield figure(document, one.claim, two.claim, fits=agree(one, two))
    for line in lines(document):
        above = [*_within(statements, line.span.start, line.span.end)] if line.kind == "subhead" else []
        for one, two in _told_again(statements, above, line.below.start):
            reason = "a figure that the first sentence tells again"
            yield Again("subhead", one.claim, two.claim, reason, near=agree(one, two))


def headline(statements: Statements) -> Above:
    """The numbers of the headline, which may be a title outside the text."""
    document, article = statements.article.document, statements.article
    end = len(document.title or "") if document.headline is None else document.headline.end
    if document.headline is None:
        article = read_title(document)
        statements = Statements(article)
    return Above(article, [*_within(statements, 0, end)])


def agree(one: Statement, two: Statement) -> bool:
    """Whether the number of the text may be that above it, rounded, hedged or without its hedge ("more than 13")."""
    if not comparable(one.claim, two.claim):
        return False
    value = one.value.number or Decimal(0)
    room = abs(value) / ROOM if value >= ROOM else Decimal(0)
    return value == two.value.number or bounds(one.value).widened(room).meets(bounds(two.value))


def adds_up(value: Decimal, numbers: Iterable[Decimal]) -> bool:
    """Whether two numbers have a value for their sum or difference."""
    return any(value in (one + two, abs(one - two)) for one, two in combinations(numbers, 2))


def _within(statements: Statements, start: int, end: int) -> Iterator[Statement]:
    """The single numbers that begin in a stretch of the text."""
    sentences, spans = statements.numbered(), statements.analysis.spans
    first, last = (bisect_left(sentences, at, key=lambda number: spans[number].end) for at in (start, end))
    told = (each for number in sentences[first : last + 1] for each in statements.within(number))
    return (each for each in told if start <= each.claim.span.start < end and each.value.number is not None)


def _told_again(
    statements: Statements, above: Sequence[Statement], start: int
) -> Iterator[tuple[Statement, Statement]]:
    """The numbers above the text with those of its first sentence that tell them again."""
    first = bisect_left(statements.analysis.spans, start, key=attrgetter("start"))
    opening = [each for each in statements.within(first) if each.verb.verb is not None] if above else []
    # "three blasts and another one"
    if not opening or statements.tells(first, MORE.__contains__):
        return
    near = [each for number in range(first, first + SENTENCES) for each in statements.within(number)]
    for one in filter(_is_single, above):
        told = _repeats(one, opening)
        if len(told) == 1 and _repeats(one, above) == [one] and not _is_open(statements, one, told[0], near):
            yield one, told[0]


def _repeats(one: Statement, others: Sequence[Statement]) -> list[Statement]:
    """The numbers that may tell a number of the line again: of one noun, or all of its kind where one of them does."""
    like = _like(one, others)
    named = [each for each in like if alike(_noun(one), counted(each))]
    return named or (like if any(_is_repeated(one, each) for each in like) else [])


def _noun(above: Statement) -> str | None:
    """What a number of the line counts."""
    return counted(above) or above.noun


def _like(one: Statement, others: Sequence[Statement]) -> list[Statement]:
    return [each for each in others if comparable(each.claim, one.claim)]


def _is_single(each: Statement) -> bool:
    """Whether it is a number of something, above one, and no rate, fraction, age or conversion in brackets."""
    value, before = each.value, each.held.tokens[max(each.first - 1, 0)]
    whole = not (is_rate(value) or EACH & each.cues) and value.fraction is None and each.concept != "age"
    return whole and (value.number or 0) > 1 and not before.roles & OPEN


def _is_repeated(above: Statement, below: Statement) -> bool:
    """Whether both are measured in one unit and the clause repeats the line."""
    clause = [token for at, token in enumerate(below.held.tokens) if below.verb.holds(at)]
    measured = dimension(above.claim) == dimension(below.claim) not in {"", UNSTATED}
    needed = REPEATED - (dimension(above.claim) in SHORT)
    return measured and len(_content(above.held.tokens) & _content(clause)) >= needed


def _content(tokens: Iterable[Token]) -> set[str]:
    """The beginnings of nouns, verbs and adjectives."""
    told = (each for each in tokens if each.roles & CONTENT and not each.roles & PRONOUN)
    return {each.low[:STEM] for each in told if len(each.low) >= LEAST and each.low.isalpha()}


def _is_open(statements: Statements, above: Statement, below: Statement, near: Sequence[Statement]) -> bool:
    """Whether the number below is not single, or other numbers make up the one above or may do so."""
    numbers = (each.value.number for each in _like(above, near))
    if adds_up(above.value.number or Decimal(0), [each for each in numbers if each is not None]):
        return True
    shared = any(_is_share(each, below) for each in near)  # "half of the 20,000 beds"
    return shared or not _is_single(below) or below.value.number is None or _has_unread(statements, below)


def _is_share(each: Statement, whole: Statement) -> bool:
    """Whether a share stands in the clause of a number, which may be the whole of it."""
    return each.place == whole.place and dimension(each.claim) == "percent" != dimension(whole.claim)


def _has_unread(statements: Statements, one: Statement) -> bool:
    """Whether its clause has a number that nothing tells what it is of: "200 in Lindow and 300 jobs in Marbeck"."""
    claims = [each.span for each in statements.article.claims if each.type not in {"attribution", "relation"}]
    clause = (each for at, each in enumerate(one.held.tokens) if one.verb.holds(at) and each.roles & NUMBER)
    return not all(any(claim.covers(each.span) for claim in claims) for each in clause if each.text[0].isdigit())
