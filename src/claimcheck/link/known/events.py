"""When a house or a thing was founded, opened, merged, bought, as a clause, a participle or a noun with one date tells.

A date is that of the deed whose clause or phrase holds it: behind a noun it is only where no verb before it could have
it, and where nobody stands between who is not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from claimcheck import languages
from claimcheck.language.words import words_of
from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import COORDINATOR, DETERMINER, GERUND, NUMBER, PARTICIPLE, POSSESSIVE, PREPOSITION
from claimcheck.link.known.deals import ONCE, all_days, is_dated, shown_date
from claimcheck.link.known.facts import Held, dates_apart, entities_of
from claimcheck.model.analysis import Chunk, Clause, Sentence
from claimcheck.model.claim import Argument, ArgumentName, Claim
from claimcheck.model.entity import Mention, ReferenceClaim
from claimcheck.model.link import Known
from claimcheck.model.measure import Measure, Period, year_start
from claimcheck.reference.store import folded

DEALS = ("completed", "announced")
"""Predicates whose `deal` says in words what happened."""
OF: Mapping[str, str] = {**ONCE, "acquires": "target", "completed": "party", "announced": "party"}
"""The argument whose names must all be told for the event to be that of a fact."""
MARK = 1
"""The comma between a name and the relative clause behind it."""
FIRST_YEAR, LAST_YEAR = 1000, 2100
Others = tuple[tuple[ArgumentName, Argument], ...]
BETWEEN = PREPOSITION | DETERMINER | COORDINATOR | POSSESSIVE


class Named(NamedTuple):
    """A known name of a sentence, and its tokens."""

    mention: Mention
    at: range


class Told(NamedTuple):
    """The date that a text gives an event, who it may have happened to, and the ids of all who are told with it.

    `alone`: a noun tells of these and nobody else.
    """

    claim: Claim
    period: Period
    of: Sequence[Named]
    names: frozenset[str]
    alone: bool = False


def events(held: Held) -> Iterator[Known]:
    """The dates of events of those who are named beside the known ones."""
    table = extra(held.article.document.language, "events")
    known = (each for each in held.names if each.entity is not None and each.form != "shared")
    analysis = held.times.statements.analysis
    for number, names in groupby(known if table else (), key=lambda each: analysis.number(each.span.start)):
        if analysis.written(number):
            sentence = analysis.sentence(number)
            yield from _of_sentence(held, sentence, [Named(each, _tokens(sentence, each)) for each in names], table)


def _tokens(sentence: Sentence, name: Mention) -> range:
    return range(sentence.token_at(name.span.start), sentence.token_at(name.span.end - 1) + 1)


def _of_sentence(held: Held, sentence: Sentence, names: Sequence[Named], table: Mapping[str, Any]) -> Iterator[Known]:
    for k, token in enumerate(sentence.tokens):
        verb = _lemma(held, token.low, token.lemma)
        for event, words in table.items():
            told = None
            if token.low in words["nouns"]:
                told = _by_noun(held, sentence, k, names)
            elif verb in words["verbs"]:
                told = _by_participle(held, sentence, k, names) or _by_clause(held, sentence, k, names, event)
            if told is not None:
                yield from _beside(held, told, event)


def _beside(held: Held, told: Told, event: str) -> Iterator[Known]:
    """A date beside that of the known event of the first of those it is told of."""
    for name in told.of:
        if known := _known(held, name, told, event):
            fits = [each for each in known if not dates_apart(told.period, all_days(each))]
            fact, claim, mention = (fits or known)[0], told.claim, name.mention
            others: Others = (("entity", Argument(mention.span, mention.text, mention.entity)),)
            yield Known(claim, "date", bool(fits), claim.span, claim.text, shown_date(fact), fact, others)
            return


def _known(held: Held, name: Named, told: Told, event: str) -> list[ReferenceClaim]:
    """The dated facts about somebody that are of the event told."""
    facts = held.reference.about(name.mention.entity or "")
    return [each for each in facts if is_dated(each) and event_of(each) == event and _is_of_all(each, told)]


def _is_of_all(fact: ReferenceClaim, told: Told) -> bool:
    """Whether an event is that of a fact: all to whom it happened are told with it, and of a noun nobody else."""
    needed = set(fact.entities(OF.get(fact.predicate, "")))
    return bool(needed) and needed <= told.names and (not told.alone or told.names <= entities_of(fact))


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


def _lemma(held: Held, low: str, lemma: str) -> str:
    """The verb of a word, of a participle with the ending of an adjective too: "gegründete"."""
    known = words_of(held.article.document.language or "")
    for ending in () if known is None else known.endings:
        verb = known.verb(low.removesuffix(ending)) if known is not None and low.endswith(ending) else None
        if verb is not None and verb[1] & PARTICIPLE:
            return verb[0]
    return lemma


def _by_participle(held: Held, sentence: Sentence, verb: int, names: Sequence[Named]) -> Told | None:
    """ "Die 1848 gegründete Brauerei": the date before a participle in the phrase of a name."""
    chunk = sentence.chunk_at(sentence.tokens[verb].span.start)
    last = 0 if chunk is None else chunk.last
    of = [each for each in names if verb < each.at.start <= last][:1]
    if chunk is None or not of:
        return None
    return _told(_dates(held, sentence, range(chunk.first, verb), years=True), of, of)


def _by_clause(held: Held, sentence: Sentence, verb: int, names: Sequence[Named], event: str) -> Told | None:
    """The date of the clause whose verb tells the event of a name."""
    clause = sentence.clauses[sentence.owners[verb]]
    if clause.predicate != verb or not _is_fact(clause):
        return None
    of = [each for each in names if _is_of(sentence, clause, each.at, alone=event != "founded")]
    dates = _dates_of_verb(held, sentence, clause)
    return _told(dates, of, [*of, *(each for each in names if clause.holds(each.at.start))])


def _is_fact(clause: Clause) -> bool:
    return not clause.negated and clause.modal is None and clause.tense != "future"


def _dates_of_verb(held: Held, sentence: Sentence, clause: Clause) -> list[tuple[Claim, Period]]:
    dates = _dates(held, sentence, [k for first, last in clause.stretches for k in range(first, last)])
    return [each for each in dates if not _is_in_phrase(sentence, each[0])]


def _is_in_phrase(sentence: Sentence, date: Claim) -> bool:
    """Whether a date stands in the phrase of another noun: "the museum founded", "das 1848 gegründete Museum"."""
    chunk = sentence.chunk_at(date.span.start)
    return chunk is not None and sentence.tokens[chunk.head].span.start >= date.span.end


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


def _by_noun(held: Held, sentence: Sentence, noun: int, names: Sequence[Named]) -> Told | None:
    """ "The merger of A and B in August 2022": the date behind the names that hang on a noun, and before any verb."""
    if _follows_verb(sentence, noun):
        return None
    at, of = noun + 1, list[Named]()
    while at < len(sentence.tokens) and _goes_on(sentence, at, names):
        own = next((each for each in names if at in each.at), None)
        of += [] if own is None else [own]
        at = at + 1 if own is None else own.at.stop
    # the preposition of the date has been passed
    return _told(_dates(held, sentence, range(at, at + 1)), of, of, alone=True)


def _follows_verb(sentence: Sentence, noun: int) -> bool:
    """Whether a verb before a noun may have what stands behind it: "defended the merger", "after defending it"."""
    clause = sentence.clauses[sentence.owners[noun]]
    if clause.kind not in ("main", "fragment") or (clause.verb is not None and clause.verb < noun):
        return True
    chunk = sentence.chunk_at(sentence.tokens[noun].span.start)
    return chunk is not None and any(each.roles & GERUND for each in sentence.tokens[chunk.first : noun])


def _goes_on(sentence: Sentence, at: int, names: Sequence[Named]) -> bool:
    """Whether a token belongs to the names that hang on a noun: a name, what joins it, its class before it."""
    if sentence.tokens[at].roles & BETWEEN or any(at in each.at for each in names):
        return True
    chunk = sentence.chunk_at(sentence.tokens[at].span.start)
    return chunk is not None and any(at < each.at.start <= chunk.last for each in names)


def _told(
    dates: Sequence[tuple[Claim, Period]], of: Sequence[Named], all_: Sequence[Named], *, alone: bool = False
) -> Told | None:
    """What is told of somebody, if it has one date."""
    if len(dates) != 1 or not of:
        return None
    return Told(*dates[0], of, frozenset(each.mention.entity or "" for each in all_), alone)


def _dates(held: Held, sentence: Sentence, tokens: Sequence[int], *, years: bool = False) -> list[tuple[Claim, Period]]:
    """The dates that begin at one of some tokens; with `years` a bare number of four digits is one."""
    starts = {sentence.tokens[k].span.start for k in tokens if k < len(sentence.tokens)}
    found = ((each, _period(each, years=years)) for span, each in held.numbers.items() if span.start in starts)
    return [(claim, period) for claim, period in found if period is not None and period.start is not None]


def _period(claim: Claim, *, years: bool) -> Period | None:
    """The period of a date, or the year a bare number may be."""
    if isinstance(claim.value, Period):
        return claim.value
    return _year(claim) if years else None


def _year(claim: Claim) -> Period | None:
    """The year a bare number may be."""
    value = claim.value
    if not isinstance(value, Measure) or value.number is None or value.unit is not None or value.hedge is not None:
        return None
    if not FIRST_YEAR <= value.number <= LAST_YEAR or not claim.text.isdigit():
        return None
    year = int(value.number)
    return Period(year_start(year), year_start(year + 1), "year", str(year))
