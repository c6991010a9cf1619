"""When a house or a thing was founded, opened, merged, as a clause, a participle or a noun with one date tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from claimcheck import languages
from claimcheck.language.words import words_of
from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import CAPITAL, COORDINATOR, DETERMINER, NUMBER, PARTICIPLE, PREPOSITION
from claimcheck.link.known.dates import all_days, is_dated, shown_date
from claimcheck.link.known.facts import Held, dates_apart
from claimcheck.model.analysis import Chunk, Clause, Sentence
from claimcheck.model.claim import Claim
from claimcheck.model.entity import Mention
from claimcheck.model.link import Known
from claimcheck.model.measure import Measure
from claimcheck.model.period import Period, year_start
from claimcheck.model.reference import ReferenceClaim
from claimcheck.model.relation import Argument
from claimcheck.reference.fold import folded

DEALS = ("completed", "announced")
"""Predicates whose `deal` says in words what happened."""
FAR = 9
"""Tokens at most from a noun to a name that hangs on it, through the names of others."""
MARK = 1
"""The comma between a name and the relative clause behind it."""
BEHIND = 5
"""Tokens at most from the last name to the date behind it."""
FIRST_YEAR, LAST_YEAR = 1000, 2100
BETWEEN = PREPOSITION | DETERMINER | COORDINATOR | CAPITAL


class Told(NamedTuple):
    """The date that a text gives an event of somebody named."""

    claim: Claim
    period: Period


def events(held: Held) -> Iterator[Known]:
    """The dates of events of those who are named beside the known ones."""
    table = extra(held.article.document.language, "events")
    for name in held.names if table else ():
        for event, known in _known_events(held, name).items():
            told = _told(held, name, table[event], event) if event in table else None
            if told is not None:
                yield _beside(name, told, known)


def _known_events(held: Held, name: Mention) -> dict[str, list[ReferenceClaim]]:
    """The dated facts about somebody named, by event."""
    found: dict[str, list[ReferenceClaim]] = {}
    for fact in held.reference.about(name.entity) if name.entity is not None and name.form != "shared" else ():
        event = event_of(fact) if is_dated(fact) else None
        if event is not None:
            found.setdefault(event, []).append(fact)
    return found


def _beside(name: Mention, told: Told, known: Sequence[ReferenceClaim]) -> Known:
    fits = [each for each in known if not dates_apart(told.period, all_days(each))]
    fact, claim = (fits or known)[0], told.claim
    others = (("entity", Argument(name.span, name.text, name.entity)),)
    return Known(claim, "date", bool(fits), claim.span, claim.text, shown_date(fact), fact, others)  # type: ignore[arg-type]


def event_of(fact: ReferenceClaim) -> str | None:
    """The event a fact tells of: by its predicate, else by the words for its deal."""
    if fact.predicate not in DEALS:
        return fact.predicate
    words = {word for term in fact.arguments.get("deal", ()) for word in folded(term.name).split()}
    return next((event for event, nouns in _deals().items() if not nouns.isdisjoint(words)), None)


@cache
def _deals() -> Mapping[str, frozenset[str]]:
    """The nouns of every event, of all languages."""
    found: dict[str, set[str]] = {}
    for code in languages.known():
        for event, words in extra(code, "events").items():
            found.setdefault(event, set()).update(words["nouns"])
    return {event: frozenset(nouns) for event, nouns in found.items()}


def _told(held: Held, name: Mention, words: Mapping[str, Any], event: str) -> Told | None:
    """The date of the event that the sentence of a name tells of it."""
    sentence = held.times.statements.analysis.at(name.span.start)
    if sentence is None:
        return None
    at = range(sentence.token_at(name.span.start), sentence.token_at(name.span.end - 1) + 1)
    for k, token in enumerate(sentence.tokens):
        if token.low in words["nouns"] and (found := _by_noun(held, sentence, k, at)):
            return found
        if _lemma(held, token.low, token.lemma) in words["verbs"]:
            found = _by_participle(held, sentence, k, at) or _by_clause(held, sentence, k, at, event)
            if found is not None:
                return found
    return None


def _lemma(held: Held, low: str, lemma: str) -> str:
    """The verb of a word, of a participle with the ending of an adjective too: "gegründete"."""
    known = words_of(held.article.document.language or "")
    for ending in () if known is None else known.endings:
        verb = known.verb(low.removesuffix(ending)) if known is not None and low.endswith(ending) else None
        if verb is not None and verb[1] & PARTICIPLE:
            return verb[0]
    return lemma


def _by_participle(held: Held, sentence: Sentence, verb: int, name: range) -> Told | None:
    """ "Die 1848 gegründete Brauerei": the date before a participle in the phrase of a name."""
    chunk = sentence.chunk_at(sentence.tokens[name.start].span.start)
    if chunk is None or not chunk.first <= verb < name.start:
        return None
    return _one(held, sentence, range(chunk.first, verb), years=True)


def _by_clause(held: Held, sentence: Sentence, verb: int, name: range, event: str) -> Told | None:
    """The date of the clause whose verb tells the event of a name."""
    number = sentence.owners[verb]
    clause = sentence.clauses[number]
    if clause.negated or clause.modal is not None or clause.tense == "future" or clause.predicate != verb:
        return None
    if not _is_of(sentence, clause, name, alone=event != "founded"):
        return None
    tokens = [k for first, last in clause.stretches for k in range(first, last)]
    return _one(held, sentence, tokens)


def _is_of(sentence: Sentence, clause: Clause, name: range, *, alone: bool) -> bool:
    """Whether a clause tells what happened to a name: its passive subject, its object, or who opened by itself."""
    things = [each for each in clause.objects if not sentence.tokens[each.head].roles & NUMBER]
    if _is_subject(clause, name):
        return clause.passive or (alone and not things)
    return not clause.passive and any(_holds(each, name) for each in things)


def _is_subject(clause: Clause, name: range) -> bool:
    """Whether a name is the subject of a clause, or what a relative clause follows."""
    follows = clause.kind == "relative" and clause.first - MARK == name.stop
    return follows or (clause.subject is not None and _holds(clause.subject, name))


def _holds(chunk: Chunk, name: range) -> bool:
    return chunk.first <= name.start < chunk.last


def _by_noun(held: Held, sentence: Sentence, noun: int, name: range) -> Told | None:
    """ "The merger of A and B in August 2022": the date behind the names that hang on a noun."""
    between = sentence.tokens[noun + 1 : name.start]
    if not 0 < len(between) <= FAR or not all(each.roles & BETWEEN for each in between):
        return None
    last = name.stop
    while last < len(sentence.tokens) and sentence.tokens[last].roles & (CAPITAL | COORDINATOR):
        last += 1
    return _one(held, sentence, range(name.stop, min(last + BEHIND, len(sentence.tokens))))


def _one(held: Held, sentence: Sentence, tokens: Sequence[int], *, years: bool = False) -> Told | None:
    """The only date that begins at one of some tokens; with `years` a bare number of four digits is one."""
    starts = {sentence.tokens[k].span.start for k in tokens}
    found = [_dated(each) for span, each in held.numbers.items() if span.start in starts]
    dates = [each for each in found if each is not None and (years or isinstance(each.claim.value, Period))]
    return dates[0] if len(dates) == 1 else None


def _dated(claim: Claim) -> Told | None:
    period = claim.value if isinstance(claim.value, Period) else _year(claim)
    return None if period is None or period.start is None else Told(claim, period)


def _year(claim: Claim) -> Period | None:
    """The year a bare number may be."""
    value = claim.value
    if not isinstance(value, Measure) or value.number is None or value.unit is not None or value.hedge is not None:
        return None
    if not FIRST_YEAR <= value.number <= LAST_YEAR or not claim.text.isdigit():
        return None
    year = int(value.number)
    return Period(year_start(year), year_start(year + 1), "year", str(year))
