"""Figures of facts that only their sentence tells: shares, counts, what was paid for what, in the words of an article.

A sentence tells the same if it has the names of the fact, its time and most of its other words. That is likeness and
no reading, so only a slip of the pen is called wrong: digits that changed places, a point that moved. An article that
names nobody known is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from claimcheck.language.words import Known as Word
from claimcheck.language.words import words_of
from claimcheck.languages.word_roles import ADJECTIVE, AUXILIARY, NOUN, NUMBER, TIME, VERB
from claimcheck.link.known.facts import UNCERTAIN, Held, dates_apart, fits_value, shown_value
from claimcheck.link.known.offices import attributed
from claimcheck.model.analysis import Sentence
from claimcheck.model.claim import Claim
from claimcheck.model.entity import ReferenceClaim
from claimcheck.model.link import Known
from claimcheck.model.measure import Measure, Period, shifted
from claimcheck.model.span import Span
from claimcheck.reference.store import folded
from claimcheck.statements.agreement import slipped

TOLD = frozenset({"compensation", "count", "offers", "pays", "plans", "property", "share", "spends", "trend"})
"""Predicates of which only the sentence tells what the value is a value of."""
MOST, NOUNS = 0.6, 0.75
"""The part of all words of a fact, and of its nouns, that a sentence must have."""
PARTLY = frozenset({"added", "of_which", "remaining", "each", "per_one"})
AROUND = 4
LIKE = 0.6
ROOT = 4
"""Letters that two words of one root have in common at least."""
LATER = 200
"""Days after an event for which an article without a date of its own speaks of it."""
MOST_KEPT = 5000
OPEN_CLASS = NOUN | VERB | ADJECTIVE


class Wording(NamedTuple):
    """The words of a fact: the folded names it needs, and all others that say something, the nouns among them."""

    names: frozenset[str]
    words: tuple[str, ...]
    nouns: frozenset[str]


def wordings(held: Held) -> Iterator[Known]:
    """Numbers of sentences that tell a fact in like words."""
    code = held.article.document.language or ""
    told = [each for each in held.reference.told(TOLD) if each.confidence not in UNCERTAIN and code in each.text]
    for claim in held.article.claims if told else ():
        if isinstance(claim.value, Measure) and claim.modality == "fact":
            for fact in told:
                yield from _beside(held, claim, claim.value, fact)


def _beside(held: Held, claim: Claim, value: Measure, fact: ReferenceClaim) -> Iterator[Known]:
    """A number beside that of a fact, if its sentence tells the fact."""
    if fact.value is None or fact.value.unit != value.unit:
        return
    fits = bool(fits_value(claim, fact))
    if (fits or _is_wrong(held, claim, value, fact)) and _is_told(held, claim, fact):
        right, spoken = shown_value(fact), attributed(held, claim)
        yield Known(claim, "value", fits, claim.span, claim.text, right, fact, spoken=spoken)


def _is_wrong(held: Held, claim: Claim, value: Measure, fact: ReferenceClaim) -> bool:
    """Whether a number is a slip for that of a fact, and no other of its sentence is the known one."""
    right = None if fact.value is None else fact.value.number
    if value.number is None or right is None or value.hedge is not None or not is_slip(value.number, right):
        return False
    return not _fits_elsewhere(held, claim, fact)


def is_slip(stated: Decimal, right: Decimal) -> bool:
    """Whether a slip of the pen makes one number of the other; two digits may be all that changed places."""
    one, two = (str(abs(each).normalize().as_tuple().digits) for each in (stated, right))
    turned = one != two and sorted(one) == sorted(two) and stated.adjusted() == right.adjusted()
    return turned or slipped(stated, right)


def _is_told(held: Held, claim: Claim, fact: ReferenceClaim) -> bool:
    """Whether the sentence of a number tells what a fact tells: its names, its time, most of its words."""
    number = held.times.statements.analysis.number(claim.span.start)
    if not held.times.statements.analysis.written(number):
        return False
    sentence = held.times.statements.analysis.sentence(number)
    code = held.article.document.language or ""
    wording = wording_of(fact.text[code], _names(held, fact), code)
    if not wording.names <= {each.entity for each in held.names} or not _is_worded(wording, sentence, claim):
        return False
    cues = held.times.statements.cues(number).roles(*_phrase(sentence, claim.span))
    elsewhere = _is_elsewhere(held, sentence, fact.text[code])
    return PARTLY.isdisjoint(cues) and not elsewhere and _in_time(held, sentence.span, fact)


def _is_worded(wording: Wording, sentence: Sentence, claim: Claim) -> bool:
    """Whether the clause of a number has most of the words of a fact, those of the number left aside."""
    own = folded(claim.text).split()
    here = _words_around(sentence, claim.span)
    wanted = {each for each in wording.words if not any(alike(each, word) for word in own)}
    met = {each for each in wanted if any(alike(each, word) for word in here)}
    nouns = wording.nouns & wanted
    return bool(wanted) and len(met) >= MOST * len(wanted) and len(met & nouns) >= NOUNS * len(nouns)


def _words_around(sentence: Sentence, span: Span) -> set[str]:
    """The words of the clause of a number, those of compounds with hyphens apart."""
    clause = sentence.clauses[sentence.owners[sentence.token_at(span.start)]]
    words = (each.low for first, last in clause.stretches for each in sentence.tokens[first:last])
    return {part for each in words for part in each.split("-")}


def _phrase(sentence: Sentence, span: Span) -> tuple[int, int]:
    """The tokens of a number with some words on either side."""
    first, last = sentence.token_at(span.start), sentence.token_at(span.end - 1)
    return max(0, first - AROUND), min(len(sentence.tokens), last + 1 + AROUND)


def _names(held: Held, fact: ReferenceClaim) -> tuple[tuple[str, str], ...]:
    """The ids of the entities of a fact with their names; who published a figure need not be told."""
    terms = (each for role, terms in fact.arguments.items() if role != "publisher" for each in terms)
    ids = [each.entity for each in terms if each.entity is not None]
    known = ((each, held.reference.entity(each)) for each in dict.fromkeys(ids))
    return tuple((each, "" if entity is None else entity.name) for each, entity in known)


@lru_cache(MOST_KEPT)
def wording_of(text: str, names: tuple[tuple[str, str], ...], code: str) -> Wording:
    """The words of a sentence that say something: of open classes, no times, no numbers, no names."""
    known = words_of(code)
    if known is None:
        return Wording(frozenset(), (), frozenset())
    of_names = {word for _, name in names for word in folded(name).split()}
    read = [known.look[token] for token in known.token.findall(text)]
    words = {each.low: each.roles for each in read if _says_something(each, of_names)}
    nouns = frozenset(low for low, roles in words.items() if roles & (NOUN | VERB) == NOUN)
    return Wording(frozenset(each for each, _ in names), tuple(words), nouns)


def _says_something(word: Word, names: Set[str]) -> bool:
    """Whether a word is of an open class, no number, no time, and part of no name."""
    said = bool(word.roles & OPEN_CLASS) and not word.roles & (NUMBER | TIME | AUXILIARY)
    return said and len(word.low) >= ROOT and names.isdisjoint(folded(word.low).split())


def alike(one: str, two: str) -> bool:
    """Whether two words begin alike, as forms and compounds of one root do."""
    common = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return common >= ROOT and common >= LIKE * min(len(one), len(two))


def _is_elsewhere(held: Held, sentence: Sentence, told: str) -> bool:
    """Whether the sentence names a place that is not told with the fact."""
    known = folded(told)
    inside = (each for each in held.names if sentence.span.covers(each.span) and each.kind == "place")
    return any(folded(each.name) not in known for each in inside)


def _in_time(held: Held, sentence: Span, fact: ReferenceClaim) -> bool:
    """Whether a sentence speaks of the time of a fact: by its dates, else by the day of the article."""
    known = fact.date
    if known is None:
        return True
    found = [each.value for each in held.times.dates(sentence) if isinstance(each.value, Period)]
    if found:
        return all(not dates_apart(each, known) for each in found)
    day = held.times.published
    return (
        day is not None
        and known.start is not None
        and known.end is not None
        and (known.start <= day <= shifted(known.end, LATER if known.grain == "day" else 0))
    )


def _fits_elsewhere(held: Held, claim: Claim, fact: ReferenceClaim) -> bool:
    """Whether another number of the same sentence is the known one."""
    number = held.times.statements.analysis.number(claim.span.start)
    return any(fits_value(each.claim, fact) for each in held.times.statements.within(number) if each.claim is not claim)
