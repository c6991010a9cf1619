"""Whose value a number is: a name or noun that hangs on its measure, the subject of its clause, or whom that means."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.languages.word_roles import CAPITAL, NUMBER, POSSESSIVE, PRONOUN, TIME, USUAL_NOUN
from claimcheck.model import Span
from claimcheck.model.analysis import Analysis, Chunk, Clause, Sentence, Token
from claimcheck.model.entity import Mention
from claimcheck.model.relation import Argument
from claimcheck.statements.concepts import stem
from claimcheck.statements.families import table
from claimcheck.statements.measure import Found
from claimcheck.statements.place import Spot


class Owner(NamedTuple):
    """Whose a value is, and whether by a name."""

    argument: Argument
    named: bool


HOPS = 3
"""How many sentences back the subject that a pronoun means is looked for."""


def owner_of(spot: Spot, measure: Found | None, analysis: Analysis) -> Owner | None:
    """Whose value the number is; None where the text does not say."""
    if measure is None:
        return None
    if measure.by == "age":
        return _aged(spot, analysis)
    if measure.by == "state" and measure.chunk is not None and measure.chunk.head > measure.at:
        return _argument(spot, measure.chunk)
    hanging = _possessor(spot, measure) or _hanging(spot, measure)
    if hanging is not None:
        return hanging
    if measure.by == "subject":
        return _antecedent(spot, analysis) if _held(measure) else None
    return _subject(spot, measure, analysis)


def _held(measure: Found) -> bool:
    """Whether the measure is one that a firm, place or person has: then whose it is was told before."""
    return measure.concept is not None and table()[measure.concept]["of"] in ("holder", "person")


def _aged(spot: Spot, analysis: Analysis) -> Owner | None:
    """Who is so old: "Kern (47)", "Kern, 47, …", "der 47-jährige Kern", "Kern ist 47 Jahre alt", "Der 47-Jährige"."""
    if spot.bracketed():
        return _bracketed(spot)
    own = spot.own()
    if spot.sentence.tokens[spot.last - 1].text.rpartition("-")[2][:1].isupper():
        return _person_before(spot, analysis)
    if own is not None and own.head >= spot.last:
        return _argument(spot, own)
    subject = None if spot.clause is None else spot.clause.subject
    if subject is None or subject.pronoun or (own is not None and own.first == subject.first):
        return _person_before(spot, analysis)
    return _argument(spot, subject)


def _bracketed(spot: Spot) -> Owner | None:
    name = spot.names.ending(spot.sentence.tokens[spot.first - 2].span)
    if name is not None:
        return _of(name)
    return _words(spot, spot.first - 3, spot.first - 2) if spot.named(spot.first - 2) else None


def _person_before(spot: Spot, analysis: Analysis) -> Owner | None:
    """Whom "the 47-year-old" means: the only person of the nearest sentence that names one."""
    number = analysis.number(spot.sentence.span.start)
    here = spot.claim.span.start
    for back in range(HOPS):
        if number - back < 0:
            return None
        span = analysis.spans[number - back]
        people = [each for each in spot.names.within(Span(span.start, min(span.end, here))) if each.kind == "person"]
        known = {each.entity or each.name: each for each in people if not spot.names.speaks(each.span.start)}
        if len(known) == 1:
            only = next(iter(known.values()))
            return _of(only, implied=True)
        if known:
            return None
    return None


def _possessor(spot: Spot, measure: Found) -> Owner | None:
    """The name in the genitive right before the noun: "Nordwerks Umsatz", "the company's profit"."""
    chunk = measure.chunk or spot.chunk(measure.at)
    if chunk is None:
        return None
    marked = (at for at in range(chunk.first, min(measure.at, chunk.last)) if spot.is_(at, POSSESSIVE))
    owner = next((at for at in marked if not spot.is_(at, PRONOUN | TIME)), None)
    if owner is not None:
        return _words(spot, owner - 1 if spot.low(owner).startswith(("'", "’")) else owner, owner)
    tokens = spot.sentence.tokens
    name = spot.names.at(Span(tokens[chunk.first].span.start, tokens[measure.at].span.start))
    if name is not None:
        return _of(name) if name.kind != "place" and not spot.names.speaks(name.span.start) else None
    return _genitive(spot, chunk, measure.at - 1)


def _genitive(spot: Spot, chunk: Chunk, before: int) -> Owner | None:
    """A name with the ending of a genitive that opens the noun phrase."""
    token = spot.sentence.tokens[before]
    if before != chunk.first or not token.low.endswith("s") or not _bare_name(spot, spot.sentence, chunk, before + 1):
        return None
    return Owner(Argument(Span(token.span.start, token.span.end - 1), token.text[:-1]), True)


def _words(spot: Spot, first: int, last: int) -> Owner | None:
    tokens = spot.sentence.tokens
    span = Span(tokens[first].span.start, tokens[last].span.end)
    name = spot.names.at(span)
    if name is not None:
        return _of(name)
    text = tokens[first].text.removesuffix("'s").removesuffix("’s")
    return Owner(Argument(Span(span.start, span.start + len(text)), text), bool(tokens[first].roles & CAPITAL))


def _hanging(spot: Spot, measure: Found) -> Owner | None:
    """What hangs on the noun: a genitive, or a preposition that says whose it is."""
    chunk = measure.chunk or spot.chunk(measure.at)
    behind = None if chunk is None or measure.by == "verb" else spot.behind(chunk)
    while behind is not None and (behind.of or spot.preposition(behind) in spot.joints.owner):
        if _may_own(spot, behind, measure):
            return _argument(spot, behind)
        behind = spot.behind(behind)
    return None


def _may_own(spot: Spot, chunk: Chunk, measure: Found) -> bool:
    """Whether what hangs on a measure is no number, time or pronoun, and close enough to be its owner."""
    if chunk.first <= spot.first < chunk.last or chunk.number is not None or chunk.pronoun:
        return False
    if spot.is_(chunk.head, TIME):
        return False
    if chunk.of or spot.preposition(chunk) in spot.joints.share:
        return True
    return measure.by != "counted" and _held(measure) and _is_name(spot, chunk)


def _subject(spot: Spot, measure: Found, analysis: Analysis) -> Owner | None:
    """The subject, where the verb has, bears or changes the number for it."""
    clause = spot.clause
    subject = None if clause is None else spot.subject(clause)
    if clause is None or subject is None or clause.passive:
        return None
    if subject.first <= spot.first < subject.last or subject.first <= measure.at < subject.last:
        return None
    if not _bears(spot, clause, measure):
        return None
    if not subject.pronoun:
        return _argument(spot, subject)
    return _antecedent(spot, analysis) if spot.low(subject.head) in spot.joints.owners else None


def _bears(spot: Spot, clause: Clause, measure: Found) -> bool:
    """Whether the verb gives its object's number to its subject: to have, earn, sell, win, change or equal it."""
    own = spot.own()
    if measure.by in ("verb", "object"):
        return True
    tied = {each.first for each in (*clause.objects, *clause.adjuncts)}
    if measure.chunk is not None and measure.chunk.first in tied and _held(measure):
        return True
    if own is None or own.first not in tied:
        return False
    return clause.lemma in spot.concepts.objects or any(
        clause.lemma in verbs for verbs in (spot.joints.have_verbs, spot.joints.equal_verbs, spot.joints.change_verbs)
    )


def _antecedent(spot: Spot, analysis: Analysis) -> Owner | None:
    """Whom a pronoun or a bare noun means: the last subject that is a name, in this sentence or the ones before."""
    clause = spot.clause
    number = analysis.number(spot.sentence.span.start)
    for back in range(HOPS + 1):
        if number - back < 0:
            return None
        sentence = spot.sentence if back == 0 else analysis.sentence(number - back)
        named = _named_subjects(spot, sentence, clause if back == 0 else None)
        if named:
            return named[-1]._replace(argument=named[-1].argument._replace(implied=True))
    return None


def _named_subjects(spot: Spot, sentence: Sentence, own: Clause | None) -> list[Owner]:
    """The names that are subjects of the clauses of a sentence, of those before `own` where that is one of them."""
    clauses = sentence.clauses if own is None else sentence.clauses[: sentence.clauses.index(own)]
    subjects = [each.subject for each in clauses if each.subject is not None and each.kind in ("main", "subordinate")]
    return [found for each in subjects if (found := _subject_name(spot, sentence, each)) is not None]


def _subject_name(spot: Spot, sentence: Sentence, subject: Chunk) -> Owner | None:
    span = _span(sentence, subject)
    name = spot.names.at(span)
    if name is not None:
        return None if name.kind == "place" else _of(name)
    if not _bare_name(spot, sentence, subject):
        return None
    return Owner(Argument(span, " ".join(each.text for each in sentence.tokens[subject.first : subject.last])), True)


def _bare_name(spot: Spot, sentence: Sentence, chunk: Chunk, stop: int | None = None) -> bool:
    """Whether a subject without article, in capitals and no usual noun, can only be a name: "Wirtz steht bei 35"."""
    if chunk.determiner is not None or chunk.pronoun or chunk.number is not None or (chunk.plural and stop is None):
        return False
    first = chunk.first if chunk.preposition is None else chunk.preposition + 1
    return all(_unusual(spot, each) for each in sentence.tokens[first : chunk.last if stop is None else stop])


def _unusual(spot: Spot, token: Token) -> bool:
    """Whether a word has a capital and is no usual noun."""
    known = token.roles & (USUAL_NOUN | TIME | NUMBER) or stem(token.low) in spot.concepts.nouns
    return bool(token.roles & CAPITAL) and not known


def _of(name: Mention, *, implied: bool = False) -> Owner:
    return Owner(Argument(name.span, name.text, name.entity, implied=implied), True)


def _is_name(spot: Spot, chunk: Chunk) -> bool:
    return (
        chunk.name or spot.names.at(_span(spot.sentence, chunk)) is not None or _bare_name(spot, spot.sentence, chunk)
    )


def _span(sentence: Sentence, chunk: Chunk) -> Span:
    return Span(sentence.tokens[chunk.first].span.start, sentence.tokens[chunk.last - 1].span.end)


def _argument(spot: Spot, chunk: Chunk) -> Owner | None:
    """The name of a noun phrase, else its noun; None for a speaker, a time, a word that only counts."""
    name = spot.names.at(_span(spot.sentence, chunk))
    if name is not None and (name.kind != "place" or chunk.name):
        return None if spot.names.speaks(name.span.start) else _of(name)
    head = spot.sentence.tokens[chunk.head]
    if chunk.pronoun or spot.names.speaks(head.span.start) or spot.counts_only(chunk.head) or not spot.noun(chunk.head):
        return None
    return Owner(Argument(head.span, head.text), _is_name(spot, chunk))
