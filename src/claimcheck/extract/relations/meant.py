"""Who is to do a deed, and how it is meant by the grammar of its clause: denied, failed, only wanted, still to come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.extract.relations.names import Reading
from claimcheck.languages.word_roles import (
    ACCUSATIVE,
    BE,
    CAPITAL,
    CASE,
    COMMA,
    DATIVE,
    DETERMINER,
    GERUND,
    HAVE,
    NEGATION,
    NOUN,
    PARTICIPLE,
    PREPOSITION,
    STOP,
    TO,
)  # fmt: skip
from claimcheck.model import Modality, Period
from claimcheck.model.analysis import Chunk, Clause

PLANS = frozenset({"plan", "promise", "vote"})
"""Classes of verbs whose infinitive is what somebody is going to do: "had announced, agreed, resolved to buy"."""


def wholes(reading: Reading, clause: Clause) -> Iterator[Chunk]:
    """Phrases in the dative that look like parts of the share before them: "gehört zu 20 Prozent *der Stadt*"."""
    for each in reading.chunks:
        before = reading.ending_at(each.first) if each.of and clause.holds(each.head) else None
        if before is not None and before.number is not None and each.case & DATIVE:
            yield each


def value_behind(reading: Reading, subject: Chunk | None, things: list[Chunk]) -> tuple[Chunk | None, Chunk | None]:
    """Subject and object where a share or score was read as the subject: "*51 Prozent* hält Nordwerk"."""
    if subject is None or subject.number is None or not _is_value(reading, subject.number):
        return subject, things[0]
    other = next((each for each in things if each.case & CASE != ACCUSATIVE), None)
    return (
        (subject, things[0]) if other is None else (other, next((each for each in things if each is not other), None))
    )


def _is_value(reading: Reading, at: int) -> bool:
    """Whether a number is a share, an amount or a score, and counts nobody."""
    start, low = reading.tokens[at].span.start, reading.low(at)
    score = not low.isalnum() and not reading.role(at + 1) & NOUN
    return score or any(each.span.start == start and each.type != "quantity" for each in reading.claims)


def person_first(
    reading: Reading, frame: dict[str, Any], subject: Chunk | None, thing: Chunk | None
) -> tuple[Chunk | None, Chunk | None]:
    """Subject and object of a clause in which either may be both, where only a person can do it."""
    other = DATIVE if frame["dative"] else ACCUSATIVE
    if subject is None or thing is None or not subject.case & other or frame["subject"] not in frame["people"]:
        return subject, thing
    ahead = subject.determiner is not None and thing.last <= subject.first  # "Kern gehört *der SPD* an"
    turned = is_human(reading, thing, likely=ahead) and not is_human(reading, subject)
    return (thing, subject) if turned else (subject, thing)


def is_human(reading: Reading, chunk: Chunk | None, *, likely: bool = False) -> bool:
    """Whether a phrase names somebody for certain, or `likely`."""
    piece = None if chunk is None else reading.named(chunk)
    return piece is not None and (piece.human or (likely and piece.person))


def meant_by_verb(reading: Reading, clause: Clause) -> Modality | None:
    """How the deed of a clause is meant; None where its words have to tell."""
    if _is_denied(reading, clause):
        return "negated"
    if _is_done(reading, clause):
        return "fact"
    if clause.modal == "possibility" and _is_to(reading, clause):
        return "possibility"  # "is likely to"
    if _is_to(reading, clause) or (clause.tense == "present" and clause.modal is None and _ahead(reading, clause)):
        return "plan"
    return _meant_by_parent(reading, clause) if clause.kind == "infinitive" else None


def _is_denied(reading: Reading, clause: Clause) -> bool:
    return clause.negated or _denied(reading, clause) or _is_of_another(reading, clause)


def _is_done(reading: Reading, clause: Clause) -> bool:
    """Whether a participle tells of what was before its clause: "*founded in 2011*, Nordwerk may …", "after buying"."""
    passive = clause.predicate is not None and reading.role(clause.predicate) & (PARTICIPLE | GERUND) == PARTICIPLE
    told = clause.kind == "participle" and clause.connective is None
    return told and bool(passive or clause.tense == "past")


def meant_by_noun(reading: Reading, chunk: Chunk, clause: Clause) -> Modality | None:
    """The same of a deed told by a noun: "die Übernahme ist gescheitert", "Nordwerk verzichtet auf den Kauf"."""
    table = reading.lexicon.table
    if reading.led(chunk) in table["done"]:
        return "fact"
    if clause.negated or _fails(reading, clause):
        return "negated"
    done_to = clause.passive or chunk in clause.objects or chunk in clause.adjuncts
    return _not_done(reading, clause) if done_to else None


def _lemmas(reading: Reading, clause: Clause) -> list[str]:
    """The verb of a clause with two, one and none of the words behind it: "fall through", "be off"."""
    at = clause.predicate if clause.predicate is not None else clause.verb
    behind = [] if at is None else [reading.low(at + 1), reading.low(at + 2)]
    return [" ".join((clause.lemma, *behind[:count])) for count in (2, 1, 0)]


def _fails(reading: Reading, clause: Clause) -> bool:
    """Whether a deed comes to nothing that is the subject of a clause."""
    return not {*_lemmas(reading, clause)}.isdisjoint(reading.lexicon.table["fails"])


def _not_done(reading: Reading, clause: Clause) -> Modality | None:
    """How a deed is meant that is the object of a verb; None where it is so."""
    told: dict[str, Modality] = reading.lexicon.table["not_done"]
    return next((told[each] for each in _lemmas(reading, clause) if each in told), None)


def is_over(reading: Reading, clause: Clause) -> bool:
    """Whether what a clause says of somebody was so: "war Chefin", "hatte das Haus geleitet"; in no report of words."""
    past = clause.verb is not None and reading.low(clause.verb) in reading.lexicon.table["past_auxiliaries"]
    over = past or clause.tense == "past" or (clause.tense == "perfect" and not reading.lexicon.table["perfect_holds"])
    return over and clause.mood != "subjunctive"


def controller(reading: Reading, clause: Clause) -> Chunk | None:
    """Who is to do it: the subject of the clause that hands it on ("plant, … zu", "wurde beauftragt, … zu")."""
    parent = _parent(reading, clause)
    if parent is None:
        return None
    named = _other_names(reading, parent)
    if parent.kind not in ("main", "subordinate", "relative") or (named and not parent.passive):
        return None
    return None if parent.subject is None else reading.standing_for(parent, parent.subject)


def _other_names(reading: Reading, clause: Clause) -> list[Chunk]:
    """The names among the objects of a clause; those that share its subject are none."""
    shared = () if clause.subject is None else reading.joined(clause.subject)
    others = (each for each in clause.objects if not each.pronoun and each not in shared)
    return [each for each in others if reading.named(each) is not None]


def _parent(reading: Reading, clause: Clause) -> Clause | None:
    return None if clause.parent is None else reading.sentence.clauses[clause.parent]


def _denied(reading: Reading, clause: Clause) -> bool:
    """Whether a clause only tells what somebody denies, failed to do or does not mean to do."""
    parent = _parent(reading, clause)
    if parent is None or clause.kind not in ("infinitive", "subordinate"):
        return False
    if "deny" in parent.senses:
        return not parent.negated
    return clause.kind == "infinitive" and _comes_to_nothing(reading, parent)


def _is_of_another(reading: Reading, clause: Clause) -> bool:
    """Whether a relative clause tells of somebody that it was not they: "*it was not Kern* who founded Nordwerk"."""
    parent = _parent(reading, clause) if clause.kind == "relative" else None
    if parent is None or parent.verb is None or not parent.negated:
        return False
    it = reading.lexicon.table["pronouns"].get(reading.low(parent.first)) == "thing"
    return it and bool(reading.role(parent.verb) & BE)


def _comes_to_nothing(reading: Reading, parent: Clause) -> bool:
    none = any(reading.role(k) & NEGATION for each in parent.objects for k in range(each.first, each.last))
    return parent.negated or none or _fails(reading, parent) or _not_done(reading, parent) == "negated"


def _meant_by_parent(reading: Reading, clause: Clause) -> Modality | None:
    """How an infinitive is meant: planned, brought about, or only possible, as in "the favourite to win"."""
    parent, table = _parent(reading, clause), reading.lexicon.table
    if parent is None or parent.modal is not None:
        return None
    outlook: Modality | None = table["outlook"].get(_held_by(reading, clause, parent))
    if outlook is not None or parent.lemma in table["brings_about"]:
        return outlook
    return _not_done(reading, parent) or ("possibility" if PLANS.isdisjoint(parent.senses) else "plan")


def _held_by(reading: Reading, clause: Clause, parent: Clause) -> str:
    """The word on which an infinitive hangs, "" for an active verb: "*due* to buy", "*bereit*, … zu kaufen"."""
    at = clause.first - 1
    at -= bool(reading.role(at) & COMMA)
    return "" if at == parent.predicate and not parent.passive else reading.low(at)


def _is_to(reading: Reading, clause: Clause) -> bool:
    """Whether a verb of being hands its subject an infinitive: "Kern *is to leave* Nordwerk", "is due to leave"."""
    if clause.verb is None or clause.predicate is None:
        return False
    return bool(reading.role(clause.verb) & BE and reading.role(clause.predicate - 1) & TO)


def _ahead(reading: Reading, clause: Clause) -> bool:
    """Whether a clause names a day after that of the article."""
    published = reading.article.published
    if published is None:
        return False
    starts = {reading.tokens[k].span.start for first, last in clause.stretches for k in range(first, last)}
    days = [each.value.start for each in reading.claims if each.span.start in starts and isinstance(each.value, Period)]
    return any(day is not None and day > published for day in days)


# deeds told by a gerund


def gerunds(reading: Reading) -> Iterator[Clause]:
    """The clauses that gerunds make within others: "after *buying Nordwerk*", "denied *having fired Kern*"."""
    for at in range(1, reading.count):
        verb = at + bool(reading.role(at) & HAVE and reading.role(at + 1) & PARTICIPLE)
        known = reading.tokens[verb].lemma in reading.lexicon.frames and _is_gerund(reading, at, verb)
        clause = _of_gerund(reading, at, verb) if known else None
        if clause is not None:
            yield clause


def _is_gerund(reading: Reading, at: int, verb: int) -> bool:
    """Whether a token is a gerund, with its object behind it if it has one: "for *leading* charities" has none."""
    known = reading.lexicon.words.verb(reading.low(at))
    object_or_none = PREPOSITION | DETERMINER | CAPITAL | STOP | COMMA
    return known is not None and bool(known[1] & GERUND) and bool(reading.role(verb + 1) & object_or_none)


def _of_gerund(reading: Reading, at: int, verb: int) -> Clause | None:
    """The clause of a gerund behind a preposition that tells how it is meant, or behind the verb of another clause."""
    number, led = reading.sentence.owners[at], reading.lexicon.table["gerunds"].get(reading.low(at - 1))
    outer = reading.sentence.clauses[number]
    governed = _governs(reading, outer, at)
    if outer.subject is None or not (governed or _tells_of(reading, outer, at)):
        return None
    end, things = _gerund_end(reading, outer, verb), _behind_gerund(reading, verb)
    return Clause(
        ((at, end),), "infinitive" if governed else "participle", at, verb, reading.tokens[verb].lemma, (),
        reading.standing_for(outer, outer.subject), things, _between(outer.adjuncts, verb, end),
        parent=number if governed else None, negated=led == "negated", tense="past" if led == "former" else "present",
    )  # fmt: skip


def _tells_of(reading: Reading, outer: Clause, at: int) -> bool:
    """Whether a preposition leads to a deed of the subject: "praised her for leading Nordwerk" tells of another one."""
    led = at not in (outer.verb, outer.predicate) and reading.low(at - 1) in reading.lexicon.table["gerunds"]
    other = not outer.passive and at > (outer.verb or 0) and bool(_other_names(reading, outer))
    return led and not other


def _governs(reading: Reading, outer: Clause, at: int) -> bool:
    """Whether a gerund stands right behind the verb of a clause, or behind its particle: "goes on *playing*"."""
    lasts = at - 2 == outer.predicate and outer.lemma in reading.lexicon.table["brings_about"]
    return at - 1 == outer.predicate or (lasts and bool(reading.role(at - 1) & PREPOSITION))


def _gerund_end(reading: Reading, outer: Clause, verb: int) -> int:
    """The token behind all that can belong to a gerund: a mark, or the verb of the clause around it."""
    stops = (k for k in range(verb + 1, reading.count) if reading.role(k) & (COMMA | STOP) or not outer.holds(k))
    end = next(stops, reading.count)
    return end if outer.verb is None or not verb < outer.verb < end else outer.verb


def _between(chunks: tuple[Chunk, ...], first: int, last: int) -> tuple[Chunk, ...]:
    return tuple(each for each in chunks if first < each.first and each.last <= last)


def _behind_gerund(reading: Reading, verb: int) -> tuple[Chunk, ...]:
    """The phrase right behind a gerund, of which it may be read as a part; none where a preposition follows."""
    around = reading.around(verb)
    if around is not None and verb + 1 < around.last:
        return (around._replace(first=verb + 1, preposition=None, determiner=None, number=None),)
    behind = reading.beginning_at(verb + 1)
    return () if behind is None or behind.preposition is not None else (behind,)
