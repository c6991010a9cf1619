"""Subject and object of a clause, by order and case."""

from __future__ import annotations

from claimcheck.extract.clauses import Chunk, Row
from claimcheck.extract.relations.clause_verb import Verb
from claimcheck.languages.clause_roles import (
    ACCUSATIVE,
    COMMA,
    CONJUNCTION,
    CONTROL,
    DATIVE,
    GENITIVE,
    OPEN,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
)


def subject_and_object(row: Row, verb: Verb) -> tuple[Chunk | None, Chunk | None]:
    """Subject and object of a clause by order and case; None where that is not certain."""
    if verb.control:
        subject = _controller(row, verb.left)
        objects = [each for each in _bare(row, verb.left + 1, verb.at) if not each.case & DATIVE]
        return subject, objects[0] if objects else None
    left, finite, roles = verb.left, verb.finite, row.roles
    begin = left + 1
    while begin < finite and roles[begin] & CONJUNCTION:
        begin += 1
    before = _bare(row, begin, finite)
    behind = [each for each in _bare(row, finite + 1, verb.right) if each.first >= finite]
    relative = (
        begin < finite and left >= 0 and roles[left] & COMMA and roles[begin] & RELATIVE and not _opens(row, begin)
    )
    if relative and row.grammar.verb_second is not None:
        return _relative(row, begin, before, behind, verb)
    if not row.grammar.verb_second:
        subject = before[-1] if before else _before_aside(row, left)
        if roles[left] & COMMA and begin < finite and roles[begin] & SUBORDINATOR and before:
            subject = before[0]
        return subject, next((each for each in behind if each.first > verb.at - 1), None)
    pronoun = row.any(finite + 1, finite + 2, PRONOUN) and row.low[finite + 1] not in row.grammar.table["reflexive"]
    if pronoun and not any(each.first == finite + 1 for each in behind):
        before = [each for each in before if each.case & ACCUSATIVE]
        return None, next(iter(before or [each for each in behind if not each.case & DATIVE]), None)
    last_verb = verb.at >= verb.right - 3 and begin < finite and bool(roles[begin] & SUBORDINATOR)
    if last_verb:
        phrases = before
    elif begin == finite:
        subject = _before_aside(row, left)
        if subject is not None and not subject.case & (ACCUSATIVE | DATIVE):
            return subject, next((each for each in behind if not each.case & DATIVE), None)
        phrases = behind
    elif before and before[0].first == begin and not before[0].case & DATIVE:
        if before[0].case & ACCUSATIVE:
            subjects = [each for each in behind if not each.case & (ACCUSATIVE | DATIVE)]
            return (subjects[0] if subjects else None), before[0]
        objects = [each for each in behind if not each.case & DATIVE]
        if len(objects) > 1 and begin == 0 and before[0].last == 1 and not row.value and row.mention(0, 1) is None:
            return (None if objects[0].case & ACCUSATIVE else objects[0]), objects[1]
        return before[0], objects[0] if objects else None
    elif row.any(begin, begin + 1, PRONOUN):
        return None, next((each for each in behind if not each.case & DATIVE), None)
    else:
        phrases = behind
    if not phrases or phrases[0].case & (ACCUSATIVE | DATIVE):
        return None, None
    return phrases[0], next((each for each in phrases[1:] if not each.case & DATIVE), None)


def _opens(row: Row, at: int) -> bool:
    """Whether the word at a token is the article of a phrase and not a relative pronoun."""
    return any(each.first == at and each.last > at + 1 for each in row.inside(at, at + 1))


def _relative(
    row: Row, begin: int, before: list[Chunk], behind: list[Chunk], verb: Verb
) -> tuple[Chunk | None, Chunk | None]:
    """What the pronoun stands for is subject or object as its case tells; where it tells nothing, nothing is said."""
    left = verb.left
    antecedent = next((each for each in row.inside(max(left - 12, 0), left) if each.last == left), None)
    case = row.roles[begin] & (ACCUSATIVE | DATIVE)
    others = [each for each in (*before, *behind) if each.first > begin and not each.case & DATIVE]
    if case & DATIVE or antecedent is None:
        return None, None
    if case & ACCUSATIVE:
        return (others[0] if others else None), antecedent
    if not row.grammar.verb_second:
        if behind and not before:
            return antecedent, behind[0]
        return antecedent, None
    rivals = [each for each in others if each.name is not None and not each.case & ACCUSATIVE]
    if rivals and row.low[begin] not in row.grammar.table["subject_pronouns"]:
        return None, None
    return antecedent, next(iter(others), None)


def _bare(row: Row, low: int, high: int) -> list[Chunk]:
    """The phrases without a preposition that are no attribute of the one before them."""
    found: list[Chunk] = []
    previous: Chunk | None = None
    for each in row.inside(low, high):
        attached = (
            previous is not None and previous.last == each.first and each.case & GENITIVE and not each.case & ACCUSATIVE
        )
        bracketed = each.first > 0 and row.roles[each.first - 1] & OPEN and low < each.first
        joined = previous is not None and each.first == previous.last + 1 and row.roles[previous.last] & CONJUNCTION
        if not each.prep and not attached and not bracketed and not joined and each.last <= high:
            found.append(each)
        previous = each
    return found


def _before_aside(row: Row, left: int) -> Chunk | None:
    """The subject before an aside between commas: "Nordwerk, ein Autobauer aus Lindow, übernimmt …"."""
    if left < 2 or not row.roles[left] & COMMA:
        return None
    edge = row.left_edge(left)
    if edge < 1 or not row.roles[edge] & COMMA:
        return None
    found = [each for each in _bare(row, row.left_edge(edge) + 1, edge) if each.last == edge]
    return found[0] if found else None


def _controller(row: Row, left: int) -> Chunk | None:
    """Who is to do it: the subject of the clause before, where its verb hands the action on ("wurde beauftragt, …")."""
    begin = row.left_edge(left)
    if not row.any(begin + 1, left, CONTROL):
        return None
    aside = _before_aside(row, begin) if begin > 0 else None
    bare = _bare(row, begin + 1, left)
    if bare:
        return bare[0]
    if aside is not None:
        return aside
    found = [each for each in _bare(row, row.left_edge(begin) + 1, begin) if each.last == begin] if begin > 0 else []
    return found[0] if found else None
