"""What stands behind its cue, where the order of a clause never changes: X said that … · X said … · X told Y …."""

from __future__ import annotations

from claimcheck.extract.attributions.phrases import phrase_at
from claimcheck.extract.attributions.reader import Reader
from claimcheck.extract.attributions.said import Said
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r

_AUXILIARY = r.FINITE | r.HAVE | r.PASSIVE
_VERB = _AUXILIARY | r.CUE
_NO_SUBJECT = r.PREPOSITION | r.CONJUNCTION | r.REFLEXIVE | r.OBLIQUE
_A_SUBJECT = r.PRONOUN | r.DETERMINER | r.QUOTE | r.CAPITAL
_NEW_CLAUSE = r.THAT | r.PREPOSITION | r.ADVERB | r.DAY | r.PRONOUN | r.DETERMINER
_FARTHEST_VERB = 14
_MOST_ADVERBIALS = 4


def ahead_plain(reader: Reader, said: Said) -> None:
    """Adds what stands behind a cue; nothing where it has no content of its own."""
    before = len(reader.found)
    _behind(reader, said)
    if len(reader.found) == before and said.takes & (r.T_ASSESS | r.T_ABOUT):
        _in_clause(reader, said)


def _in_clause(reader: Reader, said: Said) -> None:
    """“Kern called the plan a mistake”, “Kern accused the board of lying”: the clause of the cue itself."""
    unit, first = reader.unit, said.at + 1
    roles = unit.roles
    high = unit.right_edge(said.at)
    quoted = high < unit.count and bool(roles[high] & r.LONG)
    if said.first or first >= high:
        return
    if said.takes & r.T_ABOUT:
        about = _about(unit, first, high)
        if about + 1 < high:
            reader.clause(said.source, said.cue, about + 1, unit.part_end(high) if quoted else high)
            return
    if said.source is None:
        return
    behind = _past_thing(unit, first, high)
    rest = unit.any(behind, high, r.QUOTE) or (behind < high and roles[behind] & r.ASSESSED)
    if said.takes & r.T_ASSESS and behind > first and (rest or (quoted and behind == high)):
        reader.clause(said.source, said.cue, first, high + 1 if quoted else high)


def _about(unit: Unit, first: int, high: int) -> int:
    """The preposition before what is told: right behind the cue, or behind whom it is told of; `high` for none."""
    roles, low = unit.roles, unit.low
    if roles[first] & r.ABOUT:
        return first
    for k in range(first + 1, high - 1):
        if roles[k] & r.ABOUT and low[k + 1].endswith(unit.words.gerund_endings):
            return k
        if roles[k] & (r.COMMA | r.FINITE | r.TO):
            break
    return high


def _past_thing(unit: Unit, first: int, high: int) -> int:
    """Behind the phrase that begins right behind a cue, `first` where none does."""
    if unit.roles[first] & (r.OBLIQUE | r.PRONOUN) and not unit.roles[first] & r.DETERMINER:
        return first + 1
    found = phrase_at(unit, first, high)
    return first if found is None else found[1]


def _behind(reader: Reader, said: Said) -> None:
    unit = reader.unit
    roles = unit.roles
    end = unit.part_end(said.at)
    at = _past_adverbials(unit, _past_person(unit, said), said.right)
    if at + 1 < end and roles[at] & (r.COMMA | r.COLON | r.DASH):
        colon = bool(roles[at] & r.COLON)
        at += 1
        if roles[at] & r.LONG and said.takes & r.T_QUOTE:
            _quotes(reader, said, at)
            return
        if colon:
            if said.takes & (r.T_QUOTE | r.T_BARE):
                reader.clause(said.source, said.cue, at, end)
            return
        edge = unit.right_edge(at)
        if edge + 1 < end and roles[edge] & r.COMMA and roles[edge + 1] & (r.THAT | r.LONG):
            at = edge + 1
        elif not roles[at] & r.THAT:
            return
    if at >= end:
        return
    role = roles[at]
    if role & r.LONG and said.takes & r.T_QUOTE:
        reader.quote(said.source, said.cue, at)
    elif (
        (role & r.THAT and said.takes & (r.T_THAT | r.T_ASK) and at + 1 < end)
        or (role & r.QUESTION and said.takes & r.T_ASK)
        or (role & r.TO and said.takes & r.T_TO)
        or (said.takes & r.T_BARE and _clause_at(unit, at, end))
    ):
        reader.clause(said.source, said.cue, at, end)


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
    if not said.takes & r.T_PERSON or at >= said.right or roles[at] & (r.THAT | r.TO):
        return at
    if roles[at] & (r.OBLIQUE | r.REFLEXIVE | r.PRONOUN):
        return at + 1
    found = phrase_at(unit, at, said.right)
    return at if found is None else found[1]


def _past_adverbials(unit: Unit, at: int, high: int) -> int:
    """Behind adverbs, days and phrases such as "in Berlin", if a new clause or the end follows them."""
    roles = unit.roles
    for _ in range(_MOST_ADVERBIALS):
        while at < high and roles[at] & (r.ADVERB | r.DAY) and not roles[at] & (r.PRONOUN | r.DETERMINER):
            at += 1
        if at >= high or not roles[at] & r.PREPOSITION or roles[at] & (r.THAT | r.SUBORDINATOR | r.QUESTION | r.TO):
            break
        found = phrase_at(unit, at + 1, high)
        behind = found[1] if found is not None else at + 2
        if behind < high and not roles[behind] & _NEW_CLAUSE:
            break
        at = behind
    return at


def _clause_at(unit: Unit, at: int, end: int) -> bool:
    """Whether a clause with a subject and a verb begins at a token."""
    roles = unit.roles
    if roles[at] & (_NO_SUBJECT | r.SUBORDINATOR) and not roles[at] & _A_SUBJECT:
        return False
    subject = phrase_at(unit, at, end)
    if subject is None:
        return False
    edge = min(unit.right_edge(at), end, at + _FARTHEST_VERB)
    behind = subject[1]
    while behind < edge and roles[behind] & r.ADVERB and not roles[behind] & _VERB:
        behind += 1
    if behind < edge and ((roles[behind] & _VERB and not roles[behind] & r.CAPITAL) or _inflected(unit, behind)):
        return True
    first = at + 1 + bool(roles[at] & r.DETERMINER)
    if not roles[at] & r.NUMBER and any(_inflected(unit, k) for k in range(first, subject[1])):
        return True
    if behind == edge and edge + 1 < end and roles[edge] & r.COMMA and roles[edge + 1] & r.RELATIVE:
        return True
    if any(roles[k] & _AUXILIARY and not roles[k] & r.CAPITAL for k in range(behind, edge)):
        return True
    if behind <= edge < end and roles[edge] & r.LONG and " " in unit.text[unit.starts[edge] : unit.ends[edge]]:
        return True  # "Kern says the plan “would be a mistake”"
    return bool(roles[at] & r.PRONOUN) and end - at > 2


def _inflected(unit: Unit, at: int) -> bool:
    """Whether a word without any role ends like a verb."""
    low = unit.low[at]
    return not unit.roles[at] and len(low) > 3 and low.endswith(unit.words.inflected_endings)
