"""Whose value a number is: a name or noun that hangs on its measure, the subject of its clause, or whom that means."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.languages.word_roles import CAPITAL, CLOSE, COMMA, NUMBER, OPEN, POSSESSIVE, PRONOUN, TIME, USUAL_NOUN
from claimcheck.model import Span
from claimcheck.model.analysis import Analysis, Chunk, Clause, Sentence, Token
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
        name = spot.names.ending(spot.sentence.tokens[spot.first - 2].span)
        if name is None and spot.named(spot.first - 2):
            return _words(spot, spot.first - 3, spot.first - 2)
        return None if name is None else Owner(Argument(name.span, name.text, name.entity), True)
    own, clause = spot.own(), spot.clause
    person = spot.sentence.tokens[spot.last - 1].text.rpartition("-")[2][:1].isupper()
    if own is not None and own.head >= spot.last and not person:
        return _argument(spot, own)
    subject = None if clause is None else clause.subject
    if person or subject is None or (own is not None and own.first == subject.first) or subject.pronoun:
        return _person_before(spot, analysis)
    return _argument(spot, subject)


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
            return Owner(Argument(only.span, only.text, only.entity, implied=True), True)
        if known:
            return None
    return None


def _possessor(spot: Spot, measure: Found) -> Owner | None:
    """The name in the genitive right before the noun: "Nordwerks Umsatz", "the company's profit"."""
    chunk = measure.chunk or spot.chunk(measure.at)
    if chunk is None:
        return None
    tokens = spot.sentence.tokens
    before = measure.at - 1
    genitive = before == chunk.first and tokens[before].low.endswith("s")
    if genitive and _bare_name(spot, spot.sentence, chunk, before + 1):
        text = tokens[before].text[:-1]
        return Owner(Argument(Span(tokens[before].span.start, tokens[before].span.end - 1), text), True)
    for at in range(chunk.first, min(measure.at, chunk.last)):
        if spot.is_(at, POSSESSIVE) and not spot.is_(at, PRONOUN | TIME):
            first = at - 1 if spot.low(at).startswith(("'", "’")) else at
            return _words(spot, first, at)
    name = spot.names.at(Span(tokens[chunk.first].span.start, tokens[measure.at].span.start))
    if name is not None and name.kind in ("person", "organization") and not spot.names.speaks(name.span.start):
        return Owner(Argument(name.span, name.text, name.entity), True)
    return None


def _words(spot: Spot, first: int, last: int) -> Owner | None:
    tokens = spot.sentence.tokens
    span = Span(tokens[first].span.start, tokens[last].span.end)
    name = spot.names.at(span)
    if name is not None:
        return Owner(Argument(name.span, name.text, name.entity), True)
    text = tokens[first].text.removesuffix("'s").removesuffix("’s")
    return Owner(Argument(Span(span.start, span.start + len(text)), text), _capital(tokens[first]))


def _hanging(spot: Spot, measure: Found) -> Owner | None:
    """What hangs on the noun: a genitive, or a preposition that says whose it is."""
    chunk = measure.chunk or spot.chunk(measure.at)
    behind = None if chunk is None or measure.by == "verb" else spot.behind(chunk)
    while behind is not None and (behind.of or spot.preposition(behind) in spot.joints.owner):
        own = behind.first <= spot.first < behind.last
        if not own and not spot.is_(behind.head, TIME) and behind.number is None and not behind.pronoun:
            close = behind.of or spot.preposition(behind) in spot.joints.share
            if close or (measure.by != "counted" and _held(measure) and _is_name(spot, behind)):
                return _argument(spot, behind)
        behind = spot.behind(behind)
    return None


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
    found = []
    for clause in sentence.clauses:
        if own is not None and clause == own:
            break
        if clause.subject is None or clause.kind not in ("main", "subordinate"):
            continue
        tokens = sentence.tokens
        span = Span(tokens[clause.subject.first].span.start, tokens[clause.subject.last - 1].span.end)
        name = spot.names.at(span)
        if name is not None and name.kind != "place":
            found.append(Owner(Argument(name.span, name.text, name.entity), True))
        elif name is None and _bare_name(spot, sentence, clause.subject):
            text = " ".join(each.text for each in tokens[slice(*clause.subject[:2])])
            found.append(Owner(Argument(span, text), True))
    return found


def _bare_name(spot: Spot, sentence: Sentence, chunk: Chunk, stop: int | None = None) -> bool:
    """Whether a subject without article, in capitals and no usual noun, can only be a name: "Wirtz steht bei 35"."""
    first = chunk.first if chunk.preposition is None else chunk.preposition + 1
    if chunk.determiner is not None or chunk.pronoun or chunk.number is not None or (chunk.plural and stop is None):
        return False
    tokens = sentence.tokens[first : chunk.last if stop is None else stop]
    plain = any(each.roles & (USUAL_NOUN | TIME | NUMBER) or stem(each.low) in spot.concepts.nouns for each in tokens)
    return not plain and all(each.roles & CAPITAL for each in tokens)


def _capital(token: Token) -> bool:
    return bool(token.roles & CAPITAL)


def _is_name(spot: Spot, chunk: Chunk) -> bool:
    return chunk.name or spot.names.at(_span(spot, chunk)) is not None or _bare_name(spot, spot.sentence, chunk)


def _span(spot: Spot, chunk: Chunk) -> Span:
    tokens = spot.sentence.tokens
    return Span(tokens[chunk.first].span.start, tokens[chunk.last - 1].span.end)


def _argument(spot: Spot, chunk: Chunk) -> Owner | None:
    """The name of a noun phrase, else its noun; None for a speaker, a time, a word that only counts."""
    name = spot.names.at(_span(spot, chunk))
    if name is not None and (name.kind != "place" or chunk.name):
        return None if spot.names.speaks(name.span.start) else Owner(Argument(name.span, name.text, name.entity), True)
    head = spot.sentence.tokens[chunk.head]
    if chunk.pronoun or spot.names.speaks(head.span.start) or head.roles & (TIME | OPEN | CLOSE | COMMA):
        return None
    if spot.counts_only(chunk.head) or not spot.noun(chunk.head):
        return None
    return Owner(Argument(head.span, head.text), chunk.name or _bare_name(spot, spot.sentence, chunk))
