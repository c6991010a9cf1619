"""Sizes the reference knows – revenue, staff, inhabitants, stakes, ages – beside what an article says they are.

A number is held against a fact only if it is a number of the same measure, of the same one, of the whole and of the
same time. What flows over a time (revenue) needs that very time; what grows and shrinks (staff) may have changed since.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimcheck import languages
from claimcheck.languages.word_roles import (
    ADVERB,
    CAPITAL,
    DETERMINER,
    FINITE,
    NUMBER,
    PARTICLE,
    PAST,
    POSSESSIVE,
    PREPOSITION,
)  # fmt: skip
from claimcheck.link.known.facts import UNCERTAIN, Held, fits_value, holds, names_of, shown_value
from claimcheck.link.known.offices import attributed
from claimcheck.link.known.sizes import CONCEPTS, SUBJECTS, Size, age_of, meanings, sizes
from claimcheck.link.known.when import When
from claimcheck.model.analysis import Sentence
from claimcheck.model.claim import Argument, ArgumentName, Claim, Noun
from claimcheck.model.entity import ReferenceClaim
from claimcheck.model.link import Known
from claimcheck.model.measure import shifted
from claimcheck.statements.concepts import concept_of, concepts, table
from claimcheck.statements.statement import Statement

BY_WORDS = ("property", "pays", "compensation")
LEAVING = ADVERB | CAPITAL | DETERMINER | FINITE | NUMBER | PARTICLE | POSSESSIVE | PREPOSITION
"""Roles of words before a measure that leave it as it is."""
AGE = "age"
OPPOSITE: Mapping[str, str] = {"loss": "profit", "profit": "loss", "deficit": "surplus", "surplus": "deficit"}
PARTLY = frozenset({"added", "of_which", "remaining", "each", "per_one", "per_head", "by", "excepted", "besides"})
"""Roles of words that make a number one of a part, or of each, or of what comes on top."""
CHANGED = frozenset({"rise", "fall", "raise", "lower"})
UNREAL, COMING = frozenset({"plan", "demand", "promise", "warn"}), frozenset({"hire", "dismiss"})
"""Classes of verbs whose numbers are none of what there is."""
OF_SOME = frozenset({"average", "median", "per_person", "monthly", "maximum", "minimum"})
ROOM: Mapping[str, tuple[float, float]] = {"headcount": (0.05, 0.2), "population": (0.1, 0.03)}
"""By how much a stock may differ from source to source, and by how much more with each year."""
JOINT = 3
"""Tokens at most from a noun to the number that hangs on it: "revenue of £ 40"."""
SETTLED = 120
"""Days for which a valuation or a price holds."""
YEARS = 5
"""So long after its day a stock says something at all."""
YEAR = 365.25


def figures(held: Held) -> Iterator[Known]:
    """Every number of an article whose right value is known."""
    for size in sizes(held):
        for entity in sorted(size.of):
            if found := _beside(held, size, entity):
                yield found
                break


def _beside(held: Held, size: Size, entity: str) -> Known | None:
    """A number beside what is known of the same one."""
    known = held.reference.about(entity)
    facts = [each for each in known if _tells(held, size, each) and _is_of(each, entity)]
    if not facts and size.concept != AGE:
        return None
    statement = _statement(held, size.claim)
    if statement is None or _is_unreal(size, statement) or _is_partial(held, statement, entity):
        return None
    return _age_or_size(held, size, statement, entity, facts)


def _age_or_size(
    held: Held, size: Size, statement: Statement, entity: str, facts: list[ReferenceClaim]
) -> Known | None:
    if size.concept == AGE:
        return age_of(held, statement, entity)
    return _same_measure(held, size, statement, facts) or _turned(held, size, statement, facts)


def _tells(held: Held, size: Size, fact: ReferenceClaim) -> bool:
    """Whether a fact is of the measure of a number, or of its opposite."""
    return fact.value is not None and not concepts_of(fact).isdisjoint({size.concept, *_opposites(held, size)})


def _opposites(held: Held, size: Size) -> set[str]:
    """The concepts that are the opposite of what the noun of a number may name."""
    named = (size.concept, *meanings(held, size.claim))
    return {OPPOSITE[each] for each in named if each in OPPOSITE} - {size.concept}


def _same_measure(held: Held, size: Size, statement: Statement, facts: list[ReferenceClaim]) -> Known | None:
    """A number beside the facts of its measure: any that it fits, else one of its time that it does not."""
    alike = [each for each in facts if size.concept in concepts_of(each)]
    agreeing = [each for each in alike if fits_value(size.claim, each, _room(held, each))]
    if agreeing:
        return _known(held, size, agreeing[0], agrees=True)
    missed = (each for each in alike if fits_value(size.claim, each, _room(held, each)) is False)
    return next(
        (_known(held, size, each, agrees=False) for each in missed if _is_of_the_time(held, statement, each)), None
    )


def _turned(held: Held, size: Size, statement: Statement, facts: list[ReferenceClaim]) -> Known | None:
    """A number that is the known one with the wrong sign: the loss of what was a profit."""
    turned = [each for each in facts if not _opposites(held, size).isdisjoint(concepts_of(each))]
    found = (each for each in turned if fits_value(size.claim, each) and _is_of_the_time(held, statement, each))
    return next((_known(held, size, each, agrees=False) for each in found), None)


def _is_of(fact: ReferenceClaim, entity: str) -> bool:
    """Whether a fact tells the size of an entity, and not of another one beside it."""
    subject = next((role for role in SUBJECTS if role in fact.arguments), None)
    return fact.confidence not in UNCERTAIN and subject is not None and entity in fact.entities(subject)


def concepts_of(fact: ReferenceClaim) -> frozenset[str]:
    """The concepts of the value of a fact, in the words of whichever language it is written in."""
    if fact.predicate in CONCEPTS:
        own = CONCEPTS[fact.predicate]
        return frozenset({own, "residents"} if own == "population" else {own})
    return _by_words(fact) if fact.predicate in BY_WORDS else frozenset()


def _by_words(fact: ReferenceClaim) -> frozenset[str]:
    """The concepts that the words of a fact for its measure name."""
    told = [names_of(fact, "property"), names_of(fact, "for"), fact.measure or ""]
    codes = [code for code in languages.known() if code in fact.text] or languages.known()
    found = {_concept(words, code) for words in told for code in codes}
    return frozenset(each for each in found if each is not None)


def _concept(words: str, code: str) -> str | None:
    """The concept that the first words before a mark name in a language."""
    head = words.partition(",")[0].partition("(")[0].split()
    return concept_of(code, *head) if head else None


def _statement(held: Held, claim: Claim) -> Statement | None:
    number = held.times.statements.analysis.number(claim.span.start)
    found = (each for each in held.times.statements.within(number) if each.claim is claim)
    return next(found, None)


def _is_unreal(size: Size, statement: Statement) -> bool:
    """Whether the verb of a number tells of what is wanted, or of who comes and goes."""
    senses = UNREAL if size.related else UNREAL | COMING
    clause = statement.verb
    return clause.negated or clause.modal is not None or not senses.isdisjoint(clause.senses)


def _is_partial(held: Held, statement: Statement, entity: str) -> bool:
    """Whether a number is one of a part, of each, of a change, or of another place."""
    about = statement.claim.about
    if not PARTLY.isdisjoint(statement.cues | statement.lead) or "of_which" in statement.around:
        return True
    if about is None or not OF_SOME.isdisjoint(about.qualifiers) or _is_changing(held, statement):
        return True
    place = held.entity(about.place)
    return place is not None and place != entity and held.kind(entity) != "person" and not _covers(held, place, entity)


def _is_narrowed(held: Held, statement: Statement, fact: ReferenceClaim) -> bool:
    """Whether an adjective or a compound makes a measure a narrower one than that of a fact: "operating profit"."""
    measure = None if statement.claim.about is None else statement.claim.about.measure
    words = set() if measure is None else _narrowing(held, statement.held, measure)
    told = " ".join((fact.measure or "", names_of(fact, "property"), *fact.text.values())).replace(",", " ")
    return not words <= set(told.lower().split())


def _narrowing(held: Held, sentence: Sentence, measure: Noun) -> set[str]:
    """The adjectives before a measure, and the noun itself where only its last part names what it is."""
    chunk = sentence.chunk_at(measure.span.start)
    if chunk is None:
        return set()
    known = concepts(held.article.document.language or "").exactly(measure.text)
    own = set() if measure.kind in (None, *known) else {measure.text.lower()}
    return own | {each.low for each in sentence.tokens[chunk.first : chunk.head] if not each.roles & LEAVING}


def _is_changing(held: Held, statement: Statement) -> bool:
    """Whether a number is what something was, or by how much it changed: "fell by 40", "from 40 to 30"."""
    new = "to" in statement.lead
    if not CHANGED.isdisjoint(statement.verb.senses) and not new and not _hangs(statement):
        return True
    return "from_" in statement.lead and any("to" in each.lead for each in _beside_in_clause(held, statement))


def _beside_in_clause(held: Held, statement: Statement) -> list[Statement]:
    """The other numbers of the clause."""
    found = held.times.statements.within(statement.sentence)
    return [each for each in found if each is not statement and each.clause == statement.clause]


def _hangs(statement: Statement) -> bool:
    """Whether a number hangs on the noun of its measure, whatever the verb: "revenue of 40"."""
    about, held = statement.claim.about, statement.held
    if about is None or about.measure is None or not held.span.covers(about.measure.span):
        return False
    return 0 < statement.first - held.token_at(about.measure.span.start) <= JOINT


def _covers(held: Held, place: str, entity: str) -> bool:
    """Whether a place is only where an entity is: its town, its land."""
    facts = held.reference.about(entity, "located_in", "entity")
    return any(place in each.entities("place") for each in facts)


def _room(held: Held, fact: ReferenceClaim) -> float:
    """The part of a size by which it may differ from the known one on the day of the article."""
    base, yearly = ROOM.get(fact.predicate, (0.0, 0.0))
    if held.times.published is None or fact.date is None or fact.date.start is None:
        return base + yearly
    return base + yearly * abs((held.times.published - fact.date.start).days) / YEAR


def _is_of_the_time(held: Held, statement: Statement, fact: ReferenceClaim) -> bool:
    """Whether a number is one of the time for which a fact is known."""
    span = statement.claim.span
    if held.times.gone(span) or _is_narrowed(held, statement, fact):
        return False
    if _flows(fact):
        return fact.date is not None and held.times.names(span, fact.date)
    when = held.times.of(span)
    if when.kind == "present" and _was(statement):
        return False
    if (fact.valid_from, fact.valid_to) != (None, None):
        return holds(fact, when) is True
    return when.kind != "vague" and (fact.date is None or _is_near(when, fact))


def _was(statement: Statement) -> bool:
    """Whether the verb of a number tells what something was, and not what it has come to."""
    clause = statement.verb
    past = clause.verb is not None and clause.tense != "perfect" and statement.held.tokens[clause.verb].roles & PAST
    return bool(past) and "to" not in statement.lead


def _flows(fact: ReferenceClaim) -> bool:
    """Whether the value of a fact is one of a stretch of time."""
    return any(table()[each]["kind"] in ("flow", "rate") for each in concepts_of(fact) if each in table())


def _is_near(when: When, fact: ReferenceClaim) -> bool:
    """Whether a stock that was counted once still says something at a time, and a price is not yet old."""
    known = fact.date
    if known is None or known.start is None or known.end is None or when.start is None or when.end is None:
        return False
    if fact.predicate not in ROOM:
        return known.start <= when.start <= shifted(known.end, SETTLED)
    return abs((when.start - known.start).days) <= YEARS * YEAR


def _known(held: Held, size: Size, fact: ReferenceClaim, *, agrees: bool) -> Known:
    claim = size.claim
    others: tuple[tuple[ArgumentName, Argument], ...] = () if size.owner is None else (("owner", size.owner),)
    return Known(
        claim, "value", agrees, claim.span, claim.text, shown_value(fact), fact, others, attributed(held, claim)
    )
