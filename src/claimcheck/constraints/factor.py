"""Two values and a word for their ratio: "doubled", "more than halved", "twice as many as", "an eightfold rise"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple, cast

from claimcheck.constraints.couples import FAR, Couple, Values
from claimcheck.constraints.leading import is_factor, is_ratio
from claimcheck.constraints.meant import only_for
from claimcheck.languages.word_roles import DETERMINER, MARK, NOUN, NUMBER, PARTICIPLE, PREPOSITION
from claimcheck.model import Hedge, Span
from claimcheck.model.analysis import Sentence
from claimcheck.model.comparison import Evidence
from claimcheck.model.interval import HUNDRED
from claimcheck.model.link import Change, Factor, Reading, Word
from claimcheck.statements.dimension import comparable
from claimcheck.statements.evidence import Stand, joint
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import Statement

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
    if len(ratios) != 1 or not _is_fact(ratios[0]):
        return
    couples = operands.couples([each for each in operands.near(number, back=FAR) if not _is_step(each)])
    chosen = _beside(operands, ratios[0], couples) or _meant(operands, ratios[0])
    if chosen is not None:
        yield _change(ratios[0].factor, couples, *chosen)


def _change(factor: Factor, couples: list[Couple], couple: Couple, evidence: Evidence) -> Change:
    """The factor with the two values that it is of, and all others as further readings."""
    ordered = (couple, *(other for other in couples if other is not couple))
    readings = tuple(Reading(old, new) for one in ordered for old, new in one.orders)
    return Change(readings, None, factor, None, "a factor of two values", evidence=evidence)


def _is_fact(ratio: Ratio) -> bool:
    """Whether a factor is told as a fact, and not that something could double."""
    return ratio.stand.held.modal is None and not ratio.stand.held.negated


def _is_step(each: Statement) -> bool:
    """Whether a number tells how much more something is: "$250 billion larger", but not "to 15, more than halved"."""
    return bool({"more", "less"} & each.behind) and not any(role.startswith("hedge:") for role in each.behind)


def _beside(operands: Values, ratio: Ratio, couples: list[Couple]) -> tuple[Couple, Evidence] | None:
    """The two values in the sentence of a factor to which grammar ties it, in a told order."""
    ordered = [each for each in _here(ratio, couples) if each.old is not None]
    if len(ordered) != 1:
        return None
    tied = ratio.compared or all(_tied(operands, ratio, each) for each in ordered[0].both)
    return (ordered[0], "construction") if tied else None


def _meant(operands: Values, ratio: Ratio) -> tuple[Couple, Evidence] | None:
    """The only two values that it can mean, where it tells what became of something: "doubled", "the threefold"."""
    factor, number = ratio.factor, ratio.stand.number
    if ratio.compared or not _is_change(operands, ratio):
        return None
    couple = only_for(operands, number, factor.times, down=factor.down)
    if couple is None or operands.told(couple) or _has_own(operands, ratio, [couple]):
        return None
    return couple, "unique"


def _is_change(operands: Values, ratio: Ratio) -> bool:
    """Whether the factor is a verb, a number of times or a noun by itself, and is measured against nothing told."""
    held = ratio.stand.held
    cues = operands.statements.cues(ratio.stand.number)
    based = any("baseline" in each.roles and held.holds(each.first) for each in cues)
    return not based and _stands_alone(operands, ratio)


def _stands_alone(operands: Values, ratio: Ratio) -> bool:
    """Whether it belongs to no noun behind it, as in "a double success", or is the verb: of what is no other's
    object, as in "has halved its order".
    """
    held, tokens = ratio.stand.held, ratio.stand.sentence.tokens
    last = ratio.stand.sentence.token_at(ratio.stand.span.end - 1)
    if held.predicate is not None and tokens[held.predicate].span in (tokens[last].span, ratio.factor.word.span):
        return _is_of_subject(ratio)
    if all(token.roles & MARK for token in tokens[_behind(operands, ratio, last + 1) :][:1]):
        return True
    return not tokens[last + 1].roles & (NOUN | NUMBER | DETERMINER | PREPOSITION)


def _behind(operands: Values, ratio: Ratio, at: int) -> int:
    """The token behind "as many" or "so hoch", where that follows the factor."""
    cues = operands.statements.cues(ratio.stand.number)
    cue = cues.over(at) or cues.at(at)
    if cue is None:
        return at
    return cue.last if "as_much" in cue.roles else cue.last + any(map(is_factor, cue.roles))


def _is_of_subject(ratio: Ratio) -> bool:
    """Whether the verb tells of its subject: "hat sich verdoppelt", "was halved"; not "the firm halved its order"."""
    held = ratio.stand.held
    return held.passive or all(each.pronoun for each in held.objects)


def _has_own(operands: Values, ratio: Ratio, couples: list[Couple]) -> bool:
    """Whether a value of the clause of a factor, of which it may be told, is none of the two."""
    mine = [each for each in operands.near(ratio.stand.number, back=0, ahead=0) if each.clause == ratio.stand.clause]
    return any(
        each not in couple.both and comparable(each.claim, couple.one.claim) for each in mine for couple in couples
    )


def _here(ratio: Ratio, couples: list[Couple]) -> list[Couple]:
    """The values of the sentence of a factor; where "as many as" leads to one behind it, that is the old one."""
    number = ratio.stand.number
    behind = [each for each in couples if each.two.sentence == number and each.two.first >= ratio.last]
    if ratio.compared and behind:
        return [each._replace(old=each.two) for each in behind]
    return [each for each in couples if each.within(number)]


def _tied(operands: Values, ratio: Ratio, statement: Statement) -> bool:
    """Whether a value stands in the clause of the factor or is joined to it, and is no attribute of who acts."""
    acting = statement.place == (ratio.stand.number, ratio.stand.clause) and not _is_of_subject(ratio)
    if acting and statement.last <= (ratio.stand.held.verb or 0) and not (statement.lead & {"from_", "to"}):
        return False
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
    if not any(map(is_factor, cue.roles)) or any(cue.last == (each.connective or -1) + 1 for each in sentence.clauses):
        return False  # "breached four times as the team lost"
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
        factor = _of_number(statement, word)
    else:
        kind, times = next(role for role in sorted(cue.roles) if is_factor(role)).split(":")
        factor = Factor(Decimal(times), _hedge(near[0]) if near else None, kind == "divide", word)
    stand = Stand(span, number, sentence, sentence.owners[cue.first])
    behind = frozenset().union(*(each.roles for each in cues if cue.last <= each.first))
    return Ratio(stand, factor, last, bool(behind & {"as_many", "than"}))


def _of_number(statement: Statement, word: Word) -> Factor:
    """A number of times, or a fraction to which something fell: "to a third" is divided by three."""
    value = statement.value
    number = cast(Decimal, value.number)
    if value.unit == "times":
        return Factor(number, value.hedge, False, word)
    hedge = {"over": "under", "under": "over", "up_to": "at_least", "at_least": "up_to"}.get(
        value.hedge or "", value.hedge
    )
    return Factor(HUNDRED / number, cast(Hedge | None, hedge), True, word)


def _hedge(cue: Cue) -> Hedge | None:
    """How a word such as "almost" softens what stands beside it."""
    told = sorted(role for role in cue.roles if role.startswith("hedge:"))
    return cast(Hedge, told[0].removeprefix("hedge:")) if told else None
