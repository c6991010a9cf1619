"""The number of some of a list: of those with one note in brackets ("three Irish writers"), of its women, its men."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from claimcheck.constraints.named import Run, runs_of
from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import CAPITAL, CLOSE, COMMA, COORDINATOR, NUMBER, OPEN, SEMICOLON
from claimcheck.model import Span
from claimcheck.model.analysis import Sentence, Token
from claimcheck.model.figures import Listed
from claimcheck.model.span import Word
from claimcheck.statements.agreement import UNREAL
from claimcheck.statements.dimension import exact, whole
from claimcheck.statements.statement import Statement, Statements

FEWEST = 3
"""So few members with notes are no list."""
NEAR = 2
"""So many sentences before and behind a list may count some of it."""
WIDE = 12
"""So many tokens at most lie between the brackets of two members."""
SURE = frozenset({"exactly", "thereby", "follows"})
"""Roles of words that make a number one of what was listed."""
OTHERS = frozenset({"added", "again", "others", "remaining", "more", "less", "besides", "each", "per_one", "of_which"})


class Member(NamedTuple):
    """One of a list, with the words of its note."""

    word: Word
    notes: frozenset[str]


def rosters(table: Statements) -> Iterator[Listed]:
    """Every number of those that one note of a list near it is of, by their country, their town, their club, and every
    two numbers that count the women and the men of a list near them.
    """
    prose = table.article.document.prose
    for number, span in enumerate(table.analysis.spans):
        if prose.count("(", span.start, span.end) >= FEWEST:
            members = _members(table, number)
            for at in _around(table, number) if members else ():
                yield from _counted(table, at, members) if at != number else ()
    yield from _by_sex(table)


def _members(table: Statements, number: int) -> tuple[Member, ...]:
    """The members of the only list of a sentence; none where some have no note or all have the same words in it."""
    sentence, text = table.analysis.sentence(number), table.article.document.text
    found: list[Member] = []
    behind: int | None = None
    for opening, closing in _brackets(sentence.tokens):
        first = _begin(sentence, behind, opening)
        if first is None:
            return ()
        span = Span(sentence.tokens[first].span.start, sentence.tokens[closing].span.end)
        found.append(Member(Word(span, text[span.start : span.end]), _keys(table, sentence.tokens[opening:closing])))
        behind = closing + 1
    shared = frozenset.intersection(*(each.notes for each in found)) if found else frozenset()
    found = [each._replace(notes=each.notes - shared) for each in found]
    return tuple(found) if len(found) >= FEWEST and all(each.notes for each in found) else ()


def _brackets(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where the brackets of a sentence open and close."""
    opened: int | None = None
    for at, token in enumerate(tokens):
        if token.roles & OPEN:
            opened = at
        elif token.roles & CLOSE and opened is not None:
            yield opened, at
            opened = None


def _begin(sentence: Sentence, behind: int | None, opening: int) -> int | None:
    """Where the name before a bracket begins; only marks and "and" may lie between it and the bracket before."""
    tokens = sentence.tokens
    if behind is None:
        return _head(sentence, opening)
    joint = COMMA | SEMICOLON | COORDINATOR
    first = next((at for at in range(behind, opening) if not tokens[at].roles & joint), opening)
    plain = behind < first < opening <= behind + WIDE
    return first if plain and not any(each.roles & COMMA for each in tokens[first:opening]) else None


def _head(sentence: Sentence, opening: int) -> int | None:
    """Where the name begins in the phrase that ends at a bracket."""
    chunk = sentence.chunk_at(sentence.tokens[opening - 1].span.start) if opening else None
    words = range(0) if chunk is None else range(chunk.first, opening)
    return next((at for at in words if sentence.tokens[at].roles & (CAPITAL | NUMBER)), None)


def _keys(table: Statements, tokens: Sequence[Token]) -> frozenset[str]:
    """The names among some words; whatever calls a country is one with it."""
    lands = extra(table.article.document.language, "countries")
    words, people = lands.get("words", {}), lands.get("people", {})
    found: set[str] = set()
    for token in tokens:
        if token.roles & CAPITAL or token.text in words:
            found.add(words[token.text][0] if token.text in words else people.get(token.text, token.text))
    return frozenset(found)


def _counted(table: Statements, at: int, members: Sequence[Member]) -> Iterator[Listed]:
    """The only number of a clause that is told of those with one of the notes."""
    told = table.within(at)
    for each in told:
        beside = [other for other in told if other.place == each.place and other is not each]
        if _may_count(each) and _is_of_list(table, each, beside, len(members)):
            named = _keys(table, [token for n, token in enumerate(each.held.tokens) if each.verb.holds(n)])
            alike = _alike(members, named)
            if alike:
                span = Span(members[0].word.span.start, members[-1].word.span.end)
                names = Word(span, table.article.document.text[span.start : span.end])
                yield Listed(each.claim, names, (len(alike),), "those of one note", "anaphor", alike)


def _may_count(each: Statement) -> bool:
    """Whether it is a plain number of some of those listed."""
    value = exact(each.claim)
    plain = each.claim.type == "quantity" and each.value.unit in (None, "person") and whole(each.claim)
    fact = each.claim.modality not in UNREAL and not OTHERS & each.cues
    return value is not None and plain and fact and "whole" not in each.lead


def _is_of_list(table: Statements, each: Statement, beside: Sequence[Statement], size: int) -> bool:
    """Whether it is told to be out of as many as are listed, or, as the only number and without a date, exactly so."""
    if beside:
        return len(beside) == 1 and "whole" in beside[0].lead and beside[0].value.number == Decimal(size)
    dated = any(char.isdigit() for time in table.times(each.sentence) for char in time.text)
    return bool(SURE & each.around) and not dated


def _alike(members: Sequence[Member], named: frozenset[str]) -> tuple[Word, ...]:
    """The members with all that a clause names of the notes; none where a member has but some of it."""
    said = named.intersection(*[frozenset().union(*(each.notes for each in members))])
    with_some = [each for each in members if said & each.notes]
    return tuple(each.word for each in with_some) if all(said <= each.notes for each in with_some) else ()


def _by_sex(table: Statements) -> Iterator[Listed]:
    """Every number of women beside one of men, together as many as a list of names near them has."""
    for at in table.numbered():
        told = _sexes(table, at)
        size = sum((each.value.number or Decimal(0) for each in told.values()), Decimal(0))
        for sentence in map(table.analysis.sentence, _around(table, at) if told else ()):
            runs = [run for run in runs_of(sentence) if len(run) == size]
            yield from _of_sexes(table, sentence, runs[0], told) if len(runs) == 1 else ()


def _sexes(table: Statements, at: int) -> dict[str, Statement]:
    """The numbers of women and of men in a sentence; none where it has not both."""
    nouns = extra(table.article.document.language, "people").get("sex_nouns", {})
    found = {sex: each for each in table.within(at) if (sex := nouns.get((each.value.noun or "").lower()))}
    return found if len(found) > 1 and all(map(_may_count, found.values())) else {}


def _around(table: Statements, at: int) -> range:
    return range(max(0, at - NEAR), min(len(table.analysis.spans), at + NEAR + 1))


def _of_sexes(table: Statements, sentence: Sentence, run: Run, told: Mapping[str, Statement]) -> Iterator[Listed]:
    """The numbers of women and men against the first names of a list, of which some may be unknown."""
    text, names = table.article.document.text, extra(table.article.document.language, "people")["first_names"]
    spans = [Span(sentence.tokens[each.first].span.start, sentence.tokens[each.last - 1].span.end) for each in run]
    members = [
        (names.get(sentence.tokens[each.first].text), Word(span, text[slice(*span)]))
        for each, span in zip(run, spans, strict=True)
    ]
    whole_list = Word(Span(spans[0].start, spans[-1].end), text[spans[0].start : spans[-1].end])
    for sex, each in told.items():
        known = tuple(word for one, word in members if one == sex)
        unknown = sum(one is None for one, _ in members)
        if (each.value.number or 0) <= len(known) + unknown:
            counts = tuple(range(len(known), len(known) + unknown + 1))
            yield Listed(each.claim, whole_list, counts, "those of one sex", "anaphor", known)
