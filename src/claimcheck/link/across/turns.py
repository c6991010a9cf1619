"""Which way a measure went in two articles, told with a number or without: "turnout was up", "die Beteiligung fiel"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcheck.link.across.line import Number, Sheet
from claimcheck.link.across.meaning import Meaning
from claimcheck.link.across.people import parts
from claimcheck.link.across.value import stated
from claimcheck.model import Span
from claimcheck.model.analysis import Clause, Sentence
from claimcheck.model.link import Direction
from claimcheck.statements.concepts import concepts, table
from claimcheck.statements.phrases import Cues
from claimcheck.statements.statement import Statements
from claimcheck.statements.words import joints

WAYS: dict[str, Direction] = {"rise": "up", "fall": "down"}
VALUES = frozenset({"share", "money", "points", "count"})
TOLD = ("main", "relative")
Numbers = tuple[Number, Number]


def turns_round(a: Meaning, b: Meaning) -> bool:
    """Whether one of two changes is a rise and the other a fall."""
    return a.step and b.step and None not in (a.way, b.way) and a.way != b.way


def crossed(one: Iterable[Meaning], two: Iterable[Meaning], pairs: Iterable[Numbers]) -> Iterator[Numbers]:
    """Those pairs of agreeing percentages of one thing that are told as a rise and as a fall; of an unknown one those
    that are equal.
    """
    steps = {each.number: each for each in (*one, *two) if each.family == "share"}
    for mine, yours in pairs:
        a, b = steps.get(mine), steps.get(yours)
        if a is not None and b is not None and turns_round(a, b) and _may_be_of_one(a, b):
            yield mine, yours


def _may_be_of_one(a: Meaning, b: Meaning) -> bool:
    """Whether two changes are of one thing, or equal where that of one of them is not known."""
    if _is_any(a) or _is_any(b):
        return stated(a.number) == stated(b.number)
    return a.thing == b.thing


def _is_any(change: Meaning) -> bool:
    """Whether a change may be one of anything: of nothing known, or told as a growth only."""
    return change.concept is None or table()[change.concept]["kind"] == "change"


class Turn(NamedTuple):
    """That something went up or down, by the words that say so; `bodies` are the words of the names beside it.

    `beside` are the nouns of the phrases with a preposition that the clause has besides: on what occasion, when.
    """

    thing: str
    way: Direction
    span: Span
    bodies: frozenset[str]
    beside: frozenset[str] = frozenset()


def turned(mine: Mapping[str, Turn], yours: Mapping[str, Turn]) -> Iterator[tuple[Turn, Turn]]:
    """What two articles tell to have gone up or down, but for what is told of two bodies."""
    for thing in sorted(mine.keys() & yours.keys()):
        a, b = mine[thing], yours[thing]
        if not a.bodies or not b.bodies or not a.bodies.isdisjoint(b.bodies):
            yield a, b


def turns(sheet: Sheet, numbers: Iterable[Meaning]) -> dict[str, Turn]:
    """The turns of an article by what turned, the first of each, but for what went both ways."""
    found: dict[str, Turn] = {}
    both: set[str] = set()
    for each in (*_with_number(numbers), *_without_number(sheet)):
        if found.setdefault(each.thing, each).way != each.way:
            both.add(each.thing)
    return {thing: each for thing, each in found.items() if thing not in both}


def _with_number(numbers: Iterable[Meaning]) -> Iterator[Turn]:
    for each in numbers:
        if each.step and each.way is not None and each.real and each.concept is not None and _goes(each.concept):
            span = each.number.claim.span
            yield Turn(each.concept, each.way, span, _bodies(each.number.line.page, span))


def _without_number(sheet: Sheet) -> Iterator[Turn]:
    """The clauses whose subject is a measure and whose words say which way it went."""
    analysis = sheet.article.analysis
    if analysis is None or joints(sheet.language) is None:
        return
    noun, read = concepts(sheet.language).noun, Statements(sheet.article)
    for number in filter(analysis.written, range(len(analysis.spans))):
        if read.tells(number, WAYS.__contains__):
            sentence = analysis.sentence(number)
            for clause in filter(_happened, sentence.clauses):
                thing = _measure(sentence, clause, noun)
                said = None if thing is None else _said(clause, read.cues(number))
                if thing is not None and said is not None:
                    span = sentence.tokens[said[1]].span
                    yield Turn(thing, said[0], span, _bodies(sheet, span), _beside(sheet, sentence, clause))


def _measure(sentence: Sentence, clause: Clause, noun: Callable[[str], Sequence[str]]) -> str | None:
    """The concept of the subject of a clause, where it goes up and down."""
    found = None if clause.subject is None else next(iter(noun(sentence.tokens[clause.subject.head].low)), None)
    return found if found is not None and _goes(found) else None


def _happened(clause: Clause) -> bool:
    """Whether a clause tells of something that it happened."""
    if clause.subject is None or clause.kind not in TOLD or clause.mood != "indicative":
        return False
    return not clause.negated and clause.modal is None and clause.tense != "future"


def _goes(concept: str) -> bool:
    """Whether of something it is news which way it went: no count that can only grow, and no change itself."""
    holds = table()[concept]
    return not holds["running"] and holds["kind"] != "change" and not VALUES.isdisjoint(holds["values"])


def _said(clause: Clause, cues: Cues) -> tuple[Direction, int] | None:
    """Which way, and the first word outside the subject that says so; None where words say both."""
    inside = range(clause.subject.first, clause.subject.last) if clause.subject is not None else range(0)
    found = [
        (way, cue.first)
        for cue in cues.all
        for role, way in WAYS.items()
        if role in cue.roles and clause.holds(cue.first) and cue.first not in inside
    ]
    return found[0] if len({way for way, _ in found}) == 1 else None


def _beside(sheet: Sheet, sentence: Sentence, clause: Clause) -> frozenset[str]:
    heads = (sentence.tokens[each.head].text for each in clause.adjuncts if each.preposition is not None)
    return frozenset(key for head in heads if (key := sheet.vocabulary.key(head)) is not None)


def _bodies(sheet: Sheet, span: Span) -> frozenset[str]:
    """The words of the names of houses in the sentence."""
    lines = (line for line in sheet.lines if line.span.covers(span))
    houses = (each for line in lines for each in line.mentions if each.kind == "organisation")
    return frozenset(word for each in houses for word in parts(each.name))
