"""Rough grammar on tokens: what looks like a verb, which clauses depend on others, where an infinitive clause ends."""

from __future__ import annotations

from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r
from claimcheck.languages import word_roles as w


def verb_like(unit: Unit, at: int) -> bool:
    """Whether a word without any role looks like a finite verb."""
    return not unit.roles[at] and unit.low[at].endswith(unit.words.verb_endings)


def relative(unit: Unit, at: int, edge: int) -> bool:
    """Whether a relative clause stands from `at` to its edge: its verb comes last, and no other before it.

    One whose verb is in the mood of reported speech is taken for the reported clause itself.
    """
    roles, last = unit.roles, edge - 1
    if not roles[at] & r.RELATIVE or last <= at or roles[last] & (r.MOOD | r.CAPITAL | r.NUMBER | r.TO):
        return False
    if at > 1 and not roles[at - 2] & (r.CAPITAL | r.CLOSE | r.NUMBER):
        return False  # "sagte, das Werk bleibt": it would follow a noun
    if _to_at(unit, last):
        return False
    return bool(roles[last] & r.VERBAL) or (_is_verb(unit, last) and not unit.any(at + 1, last, r.VERBAL))


def _is_verb(unit: Unit, at: int) -> bool:
    return bool(unit.roles[at] & r.CUE) or verb_like(unit, at)


def _to_at(unit: Unit, at: int) -> bool:
    """Whether an infinitive with its "zu" stands at a token: "zu bauen", "aufzubauen"."""
    low, words = unit.low[at], unit.words
    if unit.roles[at] & r.CAPITAL or not low.endswith(words.infinitive_endings):
        return False
    if at and unit.roles[at - 1] & r.TO:
        return True
    return low.endswith(words.joined_endings) and any(to in low[1:] for to in words.to)


def infinitive_end(unit: Unit, at: int, end: int) -> int:
    """The end of a clause with such an infinitive that begins at `at`, 0 where a finite verb comes first."""
    roles = unit.roles
    k, last = at, 0
    while k < end:
        edge = min(unit.right_edge(k), end)
        if any(_to_at(unit, i) for i in range(k + 1, edge)):
            last = edge
        elif last and not roles[k] & (r.RELATIVE | r.THAT | r.PURPOSE):
            break
        elif last:
            last = edge
        elif k > at and not roles[k] & (r.RELATIVE | r.SUBORDINATOR) and unit.any(k, edge, r.FINITE):
            return 0
        k = edge + 1
    return last


def main_verb(unit: Unit, begin: int, last: int) -> bool:
    """Whether a main clause with a verb stands in a stretch, not only phrases and clauses that depend on another."""
    k = begin
    while k < last:
        edge = min(unit.right_edge(k), last)
        first = past_connectives(unit, k + bool(unit.roles[k] & r.OPEN), edge)
        if first < edge and _has_verb(unit, k, first, edge, opens=k == begin):
            return True
        k = edge + 1
    return False


def main_clause(unit: Unit, begin: int, last: int) -> bool:
    """The same where the clauses of a sentence are known, and where they are not."""
    if unit.grammar is None:
        return True
    verbs = (
        sentence.tokens[each.verb].span.start
        for sentence in unit.sentences()
        for each in sentence.clauses
        if each.kind == "main" and each.verb is not None
    )
    return any(begin <= unit.token(at) < last for at in verbs)


def has_object(unit: Unit, at: int) -> bool:
    """Whether the verb at a token has an object in its clause that is no time."""
    place = unit.clause(at)
    if place is None:
        return False
    sentence, number = place
    clause = sentence.clauses[number]
    behind = (each for each in clause.objects if clause.predicate is not None and each.first > clause.predicate)
    return any(not sentence.tokens[each.head].roles & w.TIME for each in behind)


def is_reflexive(unit: Unit, at: int) -> bool:
    """Whether a verb with a reflexive pronoun tells nothing: "das Werk befindet sich", "das bestätigte sich"."""
    place = unit.clause(at) if unit.words.not_reflexive else None
    if place is None:
        return False
    sentence, number = place
    clause = sentence.clauses[number]
    if clause.lemma not in unit.words.not_reflexive:
        return False
    own = (token for first, last in clause.stretches for token in sentence.tokens[first:last])
    return any(
        token.roles & w.REFLEXIVE and (token.roles & w.ACCUSATIVE or not token.roles & w.DATIVE) for token in own
    )


def in_relative(unit: Unit, at: int) -> bool:
    """Whether a token lies in a relative clause."""
    sentence, token = unit.spot(at)
    return sentence is not None and sentence.clauses[sentence.owners[token]].kind == "relative"


def _has_verb(unit: Unit, k: int, first: int, edge: int, *, opens: bool) -> bool:
    """The same of one clause from `k` up to `edge`, whose first word behind conjunctions is `first`."""
    role = unit.roles[first]
    if (role & (r.THAT | r.QUESTION) and opens) or role & r.QUOTE or unit.any(k, edge, r.LONG):
        return True
    if _depends(unit, first, edge, opens=opens):
        return False
    verbs = r.VERBAL | r.CUE
    if any(unit.roles[i] & verbs and not (unit.roles[i] & r.CAPITAL and i) for i in range(first, edge)):
        return True
    return not role & r.PREPOSITION and any(verb_like(unit, i) for i in range(first, edge))


def _depends(unit: Unit, first: int, edge: int, *, opens: bool) -> bool:
    role, after = unit.roles[first], unit.roles[first + 1] if first + 1 < edge else 0
    if after & r.VERBAL and not role & r.AS:
        return False  # "Damit zeige sich", "das möchte er nicht"
    if role & r.SUBORDINATOR:
        return True
    inside = role & (r.RELATIVE | r.THAT | r.QUESTION) or (role & r.PREPOSITION and after & r.RELATIVE)
    return not opens and bool(inside)


def dependent_end(unit: Unit, first: int) -> int:
    """Where a clause ends that the main clause's verb may follow: "die Angaben, wonach es brannte, sind falsch"."""
    roles, last = unit.roles, unit.part_end(first)
    k = unit.right_edge(first)
    while k + 1 < last:
        role = roles[k + 1]
        goes_on = role & (r.FINITE | r.HAVE | r.PASSIVE | r.CUE) and not role & (r.MOOD | r.CAPITAL)
        if roles[k] & r.COMMA and (goes_on or verb_like(unit, k + 1)):
            return k
        k = unit.right_edge(k)
    return last


def past_connectives(unit: Unit, at: int, edge: int) -> int:
    """Behind the conjunctions and adverbs that open a clause."""
    stays = r.SUBORDINATOR | r.PREPOSITION | r.DETERMINER
    while at < edge and unit.roles[at] & (r.CONJUNCTION | r.ADVERB) and not unit.roles[at] & stays:
        at += 1
    return at
