"""Who is to do a deed, and how it is meant by the grammar of its clause: denied, failed, only wanted, still to come."""

from __future__ import annotations

from claimcheck.extract.relations.names import Reading
from claimcheck.languages.word_roles import BE, COMMA, NEGATION, TO
from claimcheck.model import Modality, Period
from claimcheck.model.analysis import Chunk, Clause

PLANS = frozenset({"plan", "promise", "vote"})
"""Classes of verbs whose infinitive is what somebody is going to do: "had announced, agreed, resolved to buy"."""


def meant_by_verb(reading: Reading, clause: Clause) -> Modality | None:
    """How the deed of a clause is meant; None where its words have to tell."""
    if clause.negated or _denied(reading, clause):
        return "negated"
    if clause.modal == "possibility" and _is_to(reading, clause):
        return "possibility"  # "is likely to"
    if _is_to(reading, clause) or (clause.tense == "present" and clause.modal is None and _ahead(reading, clause)):
        return "plan"
    return _meant_by_parent(reading, clause) if clause.kind == "infinitive" else None


def meant_by_noun(reading: Reading, chunk: Chunk, clause: Clause) -> Modality | None:
    """The same of a deed told by a noun: "die Übernahme ist gescheitert", "Nordwerk verzichtet auf den Kauf"."""
    table = reading.lexicon.table
    if clause.negated or clause.lemma in table["fails"]:
        return "negated"
    if reading.led(chunk) in table["done"]:
        return "fact"
    done_to = clause.passive or chunk in clause.objects or chunk in clause.adjuncts
    told: dict[str, Modality] = table["not_done"]
    return told.get(clause.lemma) if done_to else None


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


def _comes_to_nothing(reading: Reading, parent: Clause) -> bool:
    none = any(reading.role(k) & NEGATION for each in parent.objects for k in range(each.first, each.last))
    table = reading.lexicon.table
    return parent.negated or none or parent.lemma in table["fails"] or table["not_done"].get(parent.lemma) == "negated"


def _meant_by_parent(reading: Reading, clause: Clause) -> Modality | None:
    """How an infinitive is meant: planned, brought about, or only possible, as in "the favourite to win"."""
    parent, table = _parent(reading, clause), reading.lexicon.table
    if parent is None or parent.modal is not None:
        return None
    outlook: Modality | None = table["outlook"].get(_held_by(reading, clause, parent))
    if outlook is not None or parent.lemma in table["brings_about"]:
        return outlook
    planned = table["not_done"].get(parent.lemma) == "plan" or not PLANS.isdisjoint(parent.senses)
    return "plan" if planned else "possibility"


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
