"""What stands behind its cue, where the order of a clause never changes: X said that … · X said … · X told Y …."""

from __future__ import annotations

from claimcheck.extract.attributions.border import has_subject, told_end
from claimcheck.extract.attributions.phrases import Range, phrase_at
from claimcheck.extract.attributions.reader import Reader, Said
from claimcheck.extract.attributions.unit import Unit
from claimcheck.extract.attributions.voice import somebody
from claimcheck.languages import voice_roles as r

_AUXILIARY = r.FINITE | r.HAVE | r.PASSIVE
_VERB = _AUXILIARY | r.CUE
_NO_SUBJECT = r.PREPOSITION | r.CONJUNCTION | r.REFLEXIVE | r.OBLIQUE
_A_SUBJECT = r.PRONOUN | r.DETERMINER | r.QUOTE | r.CAPITAL
_NEW_CLAUSE = r.THAT | r.PREPOSITION | r.ADVERB | r.DAY | r.PRONOUN | r.DETERMINER
_NO_VERB = (r.DETERMINER | r.CAPITAL | r.PRONOUN | r.OBLIQUE | r.NUMBER) & ~r.LONG
_FARTHEST_VERB = 14
_MOST_ADVERBIALS = 4


def ahead_plain(reader: Reader, said: Said) -> None:
    """Adds what stands behind a cue; nothing where it has no content of its own."""
    _behind(reader, said)


def _behind(reader: Reader, said: Said) -> None:
    unit, end = reader.unit, reader.unit.part_end(said.at)
    at = _past_adverbials(unit, _past_person(unit, said), said.right)
    if at + 1 < end and unit.roles[at] & (r.COMMA | r.COLON | r.DASH):
        if unit.roles[at + 1] & r.LONG and said.takes & r.T_QUOTE:
            _quotes(reader, said, at + 1)
            return
        if unit.roles[at] & r.COLON:
            if said.takes & (r.T_QUOTE | r.T_BARE):
                reader.clause(said.source, said.cue, at + 1, end)
            return
        at = _past_inserted(unit, at + 1, end)
    if at >= end:
        return
    if unit.roles[at] & r.LONG and said.takes & r.T_QUOTE:
        reader.quote(said.source, said.cue, at)
    elif _is_told(unit, said, at, end):
        reader.clause(said.source, said.cue, _begin(unit, said, at), told_end(unit, at, end))


def _begin(unit: Unit, said: Said, at: int) -> int:
    """Where what is told begins: with the "not" of an infinitive, and with how many shall do it."""
    if not unit.roles[at] & r.TO:
        return at
    if unit.roles[at - 1] & r.NEGATION:
        return at - 1  # "warned Kern *not to* leave"
    many = unit.any(said.at + 1, at, r.NUMBER) and not unit.any(said.at + 1, at, r.DAY)
    return said.at + 1 if many and not said.takes & r.T_PERSON else at  # "expects *about 300 of them to* leave"


def _past_inserted(unit: Unit, at: int, end: int) -> int:
    """Where "that" or a quotation follows a comma, at once or behind one more clause; `end` where none does."""
    edge = unit.right_edge(at)
    if edge + 1 < end and unit.roles[edge] & r.COMMA and unit.roles[edge + 1] & (r.THAT | r.LONG):
        return edge + 1
    return at if unit.roles[at] & r.THAT else end


def _is_told(unit: Unit, said: Said, at: int, end: int) -> bool:
    """Whether what begins at a token is of a kind that the cue introduces."""
    role, takes = unit.roles[at], said.takes
    if role & r.THAT and takes & (r.T_THAT | r.T_ASK) and at + 1 < end:
        return True
    if (role & r.QUESTION and takes & r.T_ASK) or (role & r.TO and takes & r.T_TO and not unit.at(at + 1) & _NO_VERB):
        return True
    return _is_bare(unit, said, at, end)


def _is_bare(unit: Unit, said: Said, at: int, end: int) -> bool:
    """Whether a clause begins at a token that the cue introduces without a conjunction."""
    if said.takes & r.T_BARE and _clause_at(unit, at, end):
        return True
    told = said.takes & r.T_THAT and said.takes & r.T_QUOTE
    return bool(told) and _may_tell(unit, said.source) and _hangs(unit, said, at)


def _may_tell(unit: Unit, source: Range | None) -> bool:
    """Whether somebody, a paper or a study is known to tell something: not "the losses mean"."""
    return source is not None and (somebody(unit, source) or unit.any(*source, r.NOUN | r.ANONYMOUS | r.HEADLINE))


def _hangs(unit: Unit, said: Said, at: int) -> bool:
    """Whether a clause begins at a token that depends on the cue without a conjunction."""
    place = unit.clause(said.at)
    if place is None:
        return False
    sentence, number = place
    token = sentence.token_at(unit.starts[at])
    clause = sentence.clauses[sentence.owners[token]]
    depends = clause.kind == "subordinate" and clause.parent == number and clause.connective is None
    return depends and clause.first == token and has_subject(clause)


def _quotes(reader: Reader, said: Said, at: int) -> None:
    unit = reader.unit
    while at < unit.count and unit.roles[at] & (r.LONG | r.COMMA | r.CONJUNCTION | r.DASH):
        if unit.roles[at] & r.LONG:
            reader.quote(said.source, said.cue, at)
        at += 1


def _past_person(unit: Unit, said: Said) -> int:
    """Behind the person told: "told the committee", "told him"."""
    roles = unit.roles
    at = said.at + 1
    if not said.takes & r.T_PERSON or at >= said.right or roles[at] & (r.THAT | r.TO | r.QUESTION):
        return at
    if roles[at] & (r.OBLIQUE | r.REFLEXIVE | r.PRONOUN):
        return at + 1
    found = phrase_at(unit, at, said.right)
    return at if found is None else found[1]


def _past_adverbials(unit: Unit, at: int, high: int) -> int:
    """Behind adverbs, days and phrases such as "in Berlin", if a new clause or the end follows them."""
    for _ in range(_MOST_ADVERBIALS):
        at = unit.past(at, high, r.ADVERB | r.DAY, unless=r.PRONOUN | r.DETERMINER)
        if unit.past(at, min(at + 1, high), r.PREPOSITION, unless=r.THAT | r.SUBORDINATOR | r.QUESTION | r.TO) == at:
            break
        found = phrase_at(unit, at + 1, high)
        behind = found[1] if found is not None else at + 2
        if behind < high and not unit.roles[behind] & _NEW_CLAUSE:
            break
        at = behind
    return at


def _clause_at(unit: Unit, at: int, end: int) -> bool:
    """Whether a clause with a subject and a verb begins at a token."""
    role = unit.roles[at]
    if role & (_NO_SUBJECT | r.SUBORDINATOR) and not role & _A_SUBJECT:
        return False
    subject = phrase_at(unit, at, end)
    if subject is None:
        return False
    edge = min(unit.right_edge(at), end, at + _FARTHEST_VERB)
    return (
        _verb_in(unit, subject, edge)
        or _goes_on(unit, _past_adverbs(unit, subject[1], edge), edge, end)
        or (bool(role & r.PRONOUN) and end - at > 2)
    )


def _past_adverbs(unit: Unit, at: int, edge: int) -> int:
    return unit.past(at, edge, r.ADVERB, unless=_VERB)


def _verb_in(unit: Unit, subject: Range, edge: int) -> bool:
    """Whether a verb follows a subject, or one that the words do not know has been taken for a part of it."""
    roles, at = unit.roles, subject[0]
    behind = _past_adverbs(unit, subject[1], edge)
    if behind < edge and ((roles[behind] & _VERB and not roles[behind] & r.CAPITAL) or _inflected(unit, behind)):
        return True
    first = at + 1 + bool(roles[at] & r.DETERMINER)
    if not roles[at] & r.NUMBER and any(_inflected(unit, k) for k in range(first, subject[1])):
        return True
    return any(roles[k] & _AUXILIARY and not roles[k] & r.CAPITAL for k in range(behind, edge))


def _goes_on(unit: Unit, behind: int, edge: int, end: int) -> bool:
    """Whether a relative clause or a quotation of some words stands behind a subject where its verb should."""
    if behind > edge or edge >= end:
        return False
    if behind == edge and unit.roles[edge] & r.COMMA and edge + 1 < end and unit.roles[edge + 1] & r.RELATIVE:
        return True
    # "Kern says the plan “would be a mistake”"
    return bool(unit.roles[edge] & r.LONG) and " " in unit.text[unit.starts[edge] : unit.ends[edge]]


def _inflected(unit: Unit, at: int) -> bool:
    """Whether a word without any role ends like a verb."""
    low = unit.low[at]
    return not unit.roles[at] and len(low) > 3 and low.endswith(unit.words.inflected_endings)
