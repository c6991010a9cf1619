"""Which word leads to a number or follows it ("by 40", "40 more"), which make it a ratio, which the earlier value."""

from __future__ import annotations

from claimcheck.language.words import Words
from claimcheck.languages.word_roles import (
    ADJECTIVE,
    BE,
    BECOME,
    NOUN,
    NUMBER,
    OPEN,
    PARTICIPLE,
    USUAL_ADJECTIVE,
)  # fmt: skip
from claimcheck.model.interval import HUNDRED
from claimcheck.statements.dimension import TIMES, UNSTATED, dimension, spelled
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import Statement

LIGHT = frozenset({"light", "filler", "article", "definite", "alone"})
PREPOSITIONS = frozenset({"amount_of", "by", "from_", "to"})
STEPS = 4
LOWEST = 10
"""The last place in an order that is told by a bare number."""
COMPARED = frozenset({"more", "above", "greater", "less", "below", "smaller"})

MOVED = frozenset({"rise", "fall", "raise", "lower", "multiply", "divide", "vary"})
LEADS_OLD = frozenset({"from_", "instead", "baseline", "than", "as_many"})
WEAK, LED = 2, 4


def leads(statement: Statement, role: str) -> bool:
    """Whether a word with the role stands right before the number, with nothing but small words between."""
    return leading(statement, frozenset({role})) is not None


def _own(statement: Statement, roles: frozenset[str]) -> Cue | None:
    """The word with one of the roles with which a number begins."""
    own = statement.near.at(statement.first)
    begins = own is not None and own.roles & roles and own.last < statement.last and not is_hedge(own)
    return own if begins else None


def leading(statement: Statement, roles: frozenset[str]) -> Cue | None:
    """The word with one of the roles before a number, or with which it begins: "um die Hälfte"."""
    at = statement.first
    if (own := _own(statement, roles)) is not None:
        return own
    cue = statement.near.before(at) or statement.near.over(at) or statement.near.before(_before_adjective(statement))
    for _ in range(STEPS):
        if cue is None or cue.roles & roles:
            return cue
        if not _is_light(cue):
            return None
        cue = statement.near.before(cue.first)
    return None


def _before_adjective(statement: Statement) -> int:
    """Where the phrase of a number begins that only an adjective stands before: "from a [revised] 10.1"."""
    at = statement.first - 1
    return at if at > 0 and statement.held.tokens[at].roles & (ADJECTIVE | USUAL_ADJECTIVE) else -1


def _is_light(cue: Cue) -> bool:
    """Whether a word may stand between a preposition and its number."""
    return cue.roles.isdisjoint(PREPOSITIONS) and (not cue.roles.isdisjoint(LIGHT) or is_hedge(cue))


def is_hedge(cue: Cue) -> bool:
    """Whether a word softens a number: "almost", "more than"."""
    return any(each.startswith("hedge:") for each in cue.roles)


def compared(statement: Statement) -> frozenset[str] | None:
    """A comparative behind the number or behind what it counts: "four pence less", "312 Fälle mehr"."""
    at = statement.last
    for _ in range(2):
        cue = statement.near.at(at)
        if cue is not None and cue.roles & COMPARED and "added" not in cue.roles:
            return cue.roles & COMPARED
        if not (_counted(statement, at) if cue is None or cue.roles.isdisjoint(LIGHT) else True):
            return None
        at = at + 1 if cue is None else cue.last
    return None


def _counted(statement: Statement, token: int) -> bool:
    """Whether a token is the noun of what a number counts."""
    noun = statement.value.noun
    return noun is not None and any(each.text in noun for each in statement.held.tokens[token : token + 1])


def is_ratio(statement: Statement, words: Words) -> bool:
    """Whether a number is a ratio: "five times as many", "eightfold", "to a third"; not "he won five times"."""
    value = statement.value
    times = value.unit == "times" and value.number is not None and value.number > 1
    return (times and _is_multiple(statement, words)) or is_remainder(statement)


def _is_multiple(statement: Statement, words: Words) -> bool:
    own, behind = statement.near.at(statement.first), statement.near.at(statement.last)
    roles = frozenset().union(*(each.roles for each in (own, behind) if each is not None))
    if any(map(is_factor, roles)) or (behind is not None and behind.roles & {"as_much", "more"}):
        return behind is None or not _is_adverbial(statement, behind)
    following = statement.held.tokens[statement.last : statement.last + 1]
    return any({"rise", "fall"} & {*words.senses_of_noun(each.text)} for each in following)


def _is_adverbial(statement: Statement, more: Cue) -> bool:
    """Whether "more" belongs to an adjective that no number measures: "four times more likely to own one"."""
    if "more" not in more.roles or more.last - more.first > 1:
        return False
    tokens = statement.held.tokens[more.last : more.last + 2]
    return bool(tokens) and bool(tokens[0].roles & ADJECTIVE) and not any(each.roles & NOUN for each in tokens)


def is_factor(role: str) -> bool:
    """Whether a role names a factor: "multiply:2"."""
    return role.startswith(("multiply:", "divide:"))


def is_remainder(statement: Statement) -> bool:
    """Whether a fraction in words is what something fell to: "shrank to a third"."""
    number = statement.value.number
    if statement.value.unit != "percent" or not number or not 0 < number < HUNDRED or not spelled(statement.claim):
        return False
    return leads(statement, "to") and not {"fall", "lower"}.isdisjoint(statement.verb.senses)


def is_rank(statement: Statement) -> bool:
    """Whether a small bare number may be the place of the one thing that its clause is about: "fell from 1 to 2"."""
    value, subject = statement.value, statement.verb.subject
    if value.unit is not None or value.noun is not None or value.number is None or subject is None or subject.plural:
        return False
    low = value.number <= LOWEST and value.number == int(value.number)
    return low and not subject.pronoun and "figure" not in statement.near.roles(subject.first, subject.last)


def is_vote(statement: Statement) -> bool:
    """Whether it is one side of a score or a vote: "with seven against four votes", "3 to 1"."""
    if statement.value.unit is not None or leads(statement, "from_"):
        return False
    cues = (statement.near.at(statement.last), statement.near.before(statement.first))
    return any(each is not None and _is_against(statement, each) for each in cues)


def _is_against(statement: Statement, cue: Cue) -> bool:
    """Whether a word sets one number against another, and does not lead to the second."""
    tokens = statement.held.tokens
    inside = cue.first > 0 and cue.last < len(tokens) and {"versus"} == cue.roles & {"versus", "to"}
    return inside and bool(tokens[cue.first - 1].roles & tokens[cue.last].roles & NUMBER)


def age(statement: Statement, around: frozenset[str]) -> int:
    """How clearly the words around a value say that it is the earlier one; below zero the later one."""
    if led_as_old(statement):
        return LED
    if around & {"than", "as_many"} and opening(statement) < statement.verb.first:
        return LED  # "more than in May, when there were 40"
    if moves(statement) and leads(statement, "to"):
        return -WEAK
    told = 3 * (bool(around & {"then", "so_far"}) - ("later" in around)) - WEAK * ("now" in around)
    return told + (3 if had(statement) else 0) + _still(statement, around)


def led_as_old(statement: Statement) -> bool:
    """Whether a preposition leads to the earlier value: "from 40", "against 40", "after 40 cases"."""
    if leads(statement, "to"):
        return False
    told = set(LEADS_OLD)
    if dimension(statement.claim) not in {UNSTATED, *TIMES}:
        told.add("after")
    if leads(statement, "amount_of") and not moves(statement):
        told.discard("from_")  # "ein Anteil von 30 Prozent"
    return any(leads(statement, each) for each in told) or _hangs_on_old(statement)


def _hangs_on_old(statement: Statement) -> bool:
    """Whether it is that of a noun to which such a preposition leads, or set in brackets behind one: "after Monday's
    close of 40", "im Vergleich zum Vorjahr (40)".
    """
    if statement.first == 0:
        return False
    held, before = statement.held, statement.first - 1
    if held.tokens[before].roles & OPEN:
        cue = statement.near.before(before)
        return cue is not None and bool({"baseline", "then"} & cue.roles)
    cue = leading(statement, frozenset({"of", "amount_of"}))
    chunk = held.chunk_at(held.tokens[cue.first - 1].span.start) if cue is not None and cue.first else None
    if chunk is None or chunk.preposition is None or chunk.number is not None:
        return False
    return bool(
        {"after", "from_", "instead", "baseline"} & statement.near.roles(chunk.preposition, chunk.preposition + 1)
    )


def moves(statement: Statement) -> bool:
    """Whether the clause tells of a change."""
    return not (MOVED.isdisjoint(statement.verb.senses) and {"rise", "fall", "became"}.isdisjoint(statement.around))


def opening(statement: Statement) -> int:
    """Where the words of a clause begin: with the phrase it hangs on, if it is a dependent one."""
    first, held = statement.verb.first, statement.held
    if statement.verb.kind not in ("relative", "subordinate") or first < 2:
        return first
    chunk = held.chunk_at(held.tokens[first - 2].span.start)
    if chunk is None:
        return first
    cue = statement.near.before(chunk.first) or statement.near.over(chunk.first)
    return chunk.first if cue is None or LEADS_OLD.isdisjoint(cue.roles) else cue.first


def _still(statement: Statement, around: frozenset[str]) -> int:
    """Whether "noch" or "last year" marks a value of which a past tense tells; "are still 40" is of now."""
    past = statement.verb.tense != "present" or "had" in around
    return int("earlier" in around and "then" not in around and past)


def had(statement: Statement) -> bool:
    """Whether the clause tells what had been before: "had been 14", "hatten 6600 gefunden", "waren es 5200 gewesen"."""
    clause, tokens = statement.verb, statement.held.tokens
    if clause.verb is None or "had" not in statement.near.roles(clause.verb, clause.verb + 1):
        return False
    inside = (tokens[at].roles for first, last in clause.stretches for at in range(first, last))
    return clause.tense == "perfect" or any(roles & PARTICIPLE and roles & (BE | BECOME) for roles in inside)
