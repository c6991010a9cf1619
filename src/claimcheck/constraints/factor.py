"""Two values and a word for their ratio: "doubled", "more than halved", "twice as many as", "an eightfold rise"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple, cast

from claimcheck.constraints.couples import FAR, Couple, Values
from claimcheck.constraints.earlier import WEAK
from claimcheck.constraints.ratios import is_factor, is_ratio
from claimcheck.languages.word_roles import NOUN, PARTICIPLE
from claimcheck.model import Hedge, Span
from claimcheck.model.analysis import Sentence
from claimcheck.model.comparison import Evidence
from claimcheck.model.link import Change, Factor, Reading, Word
from claimcheck.statements.agreement import one_noun
from claimcheck.statements.concepts import concepts
from claimcheck.statements.cues import Cue
from claimcheck.statements.evidence import Stand, joint
from claimcheck.statements.families import family, takes
from claimcheck.statements.statement import Statement
from claimcheck.statements.words import takes_up

HEDGED = 3


class Ratio(NamedTuple):
    """A factor with the tokens that say it; `compared`: "as many as" leads from it to the old value."""

    stand: Stand
    factor: Factor
    last: int
    compared: bool


def factors(operands: Values, number: int) -> Iterator[Change]:
    """Every change of this sentence that is stated as a factor, with the values around it."""
    ratios = [*_ratios(operands, number)]
    for each in ratios:
        others = [other for other in ratios if other is not each]
        couples = operands.couples(operands.near(number, back=FAR))
        chosen = None if others else _chosen(operands, each, couples)
        if chosen is not None:
            couple, evidence = chosen
            readings = tuple(
                Reading(old, new)
                for one in (couple, *(other for other in couples if other is not couple))
                for old, new in one.orders
            )
            yield Change(readings, None, each.factor, None, "a factor of two values", evidence=evidence)


def _chosen(operands: Values, ratio: Ratio, couples: list[Couple]) -> tuple[Couple, Evidence] | None:
    """The values that a factor speaks of: beside it in its sentence, else the only two there are, in a told order."""
    here = _here(ratio, couples)
    free = [] if ratio.compared or len(couples) > 1 or _has_own(operands, ratio, couples) else couples
    ordered = [each for each in here or free if each.old is not None]
    if len(ordered) != 1 or (not here and (operands.told(ordered[0]) or not operands.surely(ordered[0], WEAK))):
        return None
    if here and (ratio.compared or all(_tied(operands, ratio, each) for each in ordered[0].both)):
        return ordered[0], "construction"
    return (ordered[0], "anaphor") if _is_of(operands, ratio, ordered[0]) else None


def _is_of(operands: Values, ratio: Ratio, couple: Couple) -> bool:
    """Whether what is multiplied is what the values count or measure, or a word that takes them up."""
    held, sentence = ratio.stand.held, ratio.stand.sentence
    if held.verb is None:  # ", three times as many"
        return ratio.stand.number in {each.sentence for each in couple.both}
    return takes_up(operands.document.language or "", sentence, held) or _speaks_of(operands, ratio, couple)


def _speaks_of(operands: Values, ratio: Ratio, couple: Couple) -> bool:
    held, sentence = ratio.stand.held, ratio.stand.sentence
    figures = {cue.first for cue in operands.statements.cues(ratio.stand.number) if "figure" in cue.roles}
    told = (each.head for each in (held.subject, *held.objects) if each is not None and not each.pronoun)
    return any(head in figures or _measured(operands, sentence.tokens[head].text, couple) for head in told)


def _measured(operands: Values, noun: str, couple: Couple) -> bool:
    return all(_measures(operands, noun, value) for value in couple.both)


def _measures(operands: Values, noun: str, value: Statement) -> bool:
    """Whether a number may be a value of what a noun names: it counts that, or is of a kind that the concept takes."""
    if value.noun is not None and one_noun(value.noun, noun):
        return True
    known = concepts(operands.document.language or "").noun(noun)
    return any(takes(each, family(value.claim)) for each in known)


def _has_own(operands: Values, ratio: Ratio, couples: list[Couple]) -> bool:
    """Whether a value of the clause of a factor, of which it may be told, is none of the two."""
    mine = [each for each in operands.near(ratio.stand.number, back=0, ahead=0) if each.clause == ratio.stand.clause]
    return any(each not in couple.both for each in mine for couple in couples)


def _here(ratio: Ratio, couples: list[Couple]) -> list[Couple]:
    """The values of the sentence of a factor; where "as many as" leads to one behind it, that is the old one."""
    number = ratio.stand.number
    behind = [each for each in couples if each.two.sentence == number and each.two.first >= ratio.last]
    if ratio.compared and behind:
        return [each._replace(old=each.two) for each in behind]
    return [each for each in couples if each.within(number)]


def _tied(operands: Values, ratio: Ratio, statement: Statement) -> bool:
    """Whether a value stands in the clause of the factor or is joined to it."""
    one, two = sorted((ratio.stand, statement.stand), key=lambda each: each.span)
    evidence, slot = joint(operands.statements.article.document, one, two)
    return evidence != "nearness" and slot is None


def _ratios(operands: Values, number: int) -> Iterator[Ratio]:
    """The words and numbers of a sentence that state a ratio."""
    statements = operands.statements
    sentence = statements.analysis.sentence(number)
    times = [each for each in statements.within(number) if is_ratio(each, operands.words)]
    for each in times:
        yield _ratio(operands, number, Cue(each.first, each.last, frozenset()), each)
    taken = {token for each in times for token in range(each.first, each.last)}
    for cue in statements.cues(number).all:
        if cue.first not in taken and cue.last - 1 not in taken and _is_told(sentence, cue):
            yield _ratio(operands, number, cue, None)


def _is_told(sentence: Sentence, cue: Cue) -> bool:
    """Whether a factor is a verb, a phrase or a noun; in "a double success" the word is none of these."""
    if not any(map(is_factor, cue.roles)):
        return False
    if cue.last - cue.first > 1 or any(cue.first == each.predicate for each in sentence.clauses):
        return True
    return bool(sentence.tokens[cue.first].roles & (NOUN | PARTICIPLE))


def _ratio(operands: Values, number: int, cue: Cue, statement: Statement | None) -> Ratio:
    sentence = operands.statements.analysis.sentence(number)
    cues = operands.statements.cues(number).all
    near = [each for each in cues if cue.first - HEDGED <= each.first < cue.last + HEDGED and _hedge(each)]
    first, last = min([cue.first, *(each.first for each in near)]), max([cue.last, *(each.last for each in near)])
    span = Span(sentence.tokens[first].span.start, sentence.tokens[last - 1].span.end)
    word = Word(span, operands.statements.article.document.prose[span.start : span.end])
    if statement is not None:
        value = statement.value
        factor = Factor(cast(Decimal, value.number), value.hedge, False, word)
    else:
        kind, times = next(role for role in sorted(cue.roles) if is_factor(role)).split(":")
        factor = Factor(Decimal(times), _hedge(near[0]) if near else None, kind == "divide", word)
    stand = Stand(span, number, sentence, sentence.owners[cue.first])
    behind = frozenset().union(*(each.roles for each in cues if cue.last <= each.first))
    return Ratio(stand, factor, last, bool(behind & {"as_many", "than"}))


def _hedge(cue: Cue) -> Hedge | None:
    """How a word such as "almost" softens what stands beside it."""
    told = sorted(role for role in cue.roles if role.startswith("hedge:"))
    return cast(Hedge, told[0].removeprefix("hedge:")) if told else None
