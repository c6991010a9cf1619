"""What stands behind its cue, where the verb comes second: X sagte, dass … · X sagte, er habe … · X sagte: “…”."""

from __future__ import annotations

from claimcheck.extract.attributions.grammar import infinitive_end, relative, verb_like
from claimcheck.extract.attributions.phrases import Range, phrase_at
from claimcheck.extract.attributions.reader import Reader
from claimcheck.extract.attributions.said import Said
from claimcheck.extract.attributions.subjects import antecedent
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r

_MOST_INSERTED = 3


def ahead(reader: Reader, said: Said) -> None:
    """Adds what stands behind a cue; nothing where it has no content of its own."""
    if said.source is not None and not said.passive and _nobody(reader.unit, *said.source):
        return
    before = len(reader.found)
    _behind_edge(reader, said)
    if len(reader.found) == before and said.takes & (r.T_ASSESS | r.T_ABOUT):
        _in_clause(reader, said)


def _in_clause(reader: Reader, said: Said) -> None:
    """“Kern bewertet das Angebot als zu niedrig”, “Kern warnt vor höheren Preisen”: the clause of the cue itself."""
    unit, source = reader.unit, said.source
    if source is None or said.passive or unit.any(said.at, said.right, r.NEGATION):
        return
    if said.last:
        first = said.left + 2
        whose = antecedent(unit, said.left) if said.left > 0 and unit.roles[first - 1] & r.RELATIVE else None
        if whose is not None and said.takes & r.T_ASSESS and unit.any(first + 1, said.at - 1, r.ASSESSED):
            reader.clause(whose, said.cue, first, said.at)
        return
    first = max(said.at + 1, source[1])
    while first < said.right and unit.roles[first] & (r.ADVERB | r.REFLEXIVE):
        if unit.roles[first] & (r.DETERMINER | r.ABOUT):
            break
        first += 1
    assessed = said.takes & r.T_ASSESS and unit.any(first + 1, said.right - 1, r.ASSESSED)
    about = said.takes & r.T_ABOUT and first + 1 < said.right and unit.roles[first] & r.ABOUT
    if assessed or (about and phrase_at(unit, first + 1, said.right) is not None):
        reader.clause(source, said.cue, first, said.right)


def _behind_edge(reader: Reader, said: Said) -> None:
    unit = reader.unit
    roles, right, source = unit.roles, said.right, said.source
    if right >= unit.count:
        return
    after = right + 1
    if roles[right] & r.LONG:
        if said.takes & r.T_QUOTE and not said.passive:
            reader.quote(source, said.cue, right)
    elif after >= unit.count:
        return
    elif roles[right] & r.COLON:
        if roles[after] & r.QUOTE:
            _quotes(reader, said, after)
        elif (said.takes & (r.T_QUOTE | r.T_BARE) and not (said.passive and said.takes & r.T_ASSESS)) or unit.any(
            after, unit.right_edge(after), r.MOOD
        ):
            reader.clause(None if said.passive else source, said.cue, after, unit.count)
    elif roles[right] & (r.COMMA | r.DASH) and not unit.any(said.at, right, r.NEGATION):
        _clause(reader, said, after)


def _nobody(unit: Unit, first: int, last: int) -> bool:
    return last - first == 1 and bool(unit.roles[first] & (r.GENERIC | r.NOBODY))


def _quotes(reader: Reader, said: Said, at: int) -> None:
    unit = reader.unit
    if not (said.takes & (r.T_QUOTE | r.T_BARE) or unit.roles[at] & r.LONG):
        return
    while at < unit.count and unit.roles[at] & (r.QUOTE | r.COMMA | r.CONJUNCTION | r.STOP | r.DASH):
        if unit.roles[at] & r.QUOTE:
            reader.quote(said.source, said.cue, at)
        at += 1


def _clause(reader: Reader, said: Said, at: int) -> None:
    """The clause behind a comma, past clauses that are only inserted before it."""
    unit = reader.unit
    roles = unit.roles
    end = unit.part_end(at)
    for _ in range(_MOST_INSERTED):
        if at >= end:
            return
        if roles[at] & r.LONG and said.takes & r.T_QUOTE:
            reader.quote(said.source, said.cue, at)
            return
        first = at
        while (
            first < end
            and roles[first] & (r.ADVERB | r.CONJUNCTION)
            and not roles[first] & (r.THAT | r.PRONOUN | r.THEN)
        ):
            first += 1
        if first < end and roles[first] & r.THAT and said.takes & (r.T_THAT | r.T_ASK):
            reader.clause(None if said.passive else said.source, said.cue, at, _dependent_end(unit, said, at, end))
            return
        if said.passive:
            return
        edge = unit.right_edge(at)
        aside = roles[at] & r.AS and unit.any(at + 2, edge, r.CUE)  # "sagte, wie Lund bestätigt, …"
        if roles[at] & r.QUESTION and said.takes & r.T_ASK and not aside:
            reader.clause(said.source, said.cue, at, end)
            return
        inserted = relative(unit, at, edge)
        if not inserted and not roles[at] & r.SUBORDINATOR:
            break
        if edge >= end or not roles[edge] & r.COMMA:
            return
        if said.takes & r.T_BARE and not inserted and not said.last and unit.any(edge, end, r.MOOD):
            reader.clause(said.source, said.cue, at, end)
            return
        at = edge + 1
        if inserted and at < end and roles[at] & r.RELATIVE:
            return
    _unmarked(reader, said, at, end)


def _unmarked(reader: Reader, said: Said, at: int, end: int) -> None:
    """A clause that nothing but its form marks: the mood of reported speech, an infinitive, or a plain main clause."""
    unit = reader.unit
    if at >= end:
        return
    if said.takes & r.T_BARE and unit.words.reported_mood and _reported(unit, at, end):
        reader.clause(said.source, said.cue, at, end)
        return
    if said.last:
        return
    if said.takes & r.T_TO and (high := infinitive_end(unit, at, end)):
        reader.clause(said.source, said.cue, at, high)
    elif said.takes & r.T_BARE and said.takes & r.T_QUOTE:
        subject = phrase_at(unit, at, end)
        if subject is not None and subject[1] < end and (_verb(unit, subject[1]) or _says(unit, subject, at)):
            reader.clause(said.source, said.cue, at, end)


def _reported(unit: Unit, at: int, end: int) -> bool:
    return unit.any(at, end, r.MOOD) or unit.any(at, unit.right_edge(at), r.SECOND)


def _verb(unit: Unit, at: int) -> bool:
    return bool(unit.roles[at] & r.VERBAL) or verb_like(unit, at)


def _says(unit: Unit, subject: Range, at: int) -> bool:
    """Whether a verb that may be one of saying follows a noun: "begründete es damit, das Dekret schränke … ein"."""
    noun = subject[1] - subject[0] > 1 and not unit.any(*subject, r.FIRST_PERSON)
    return noun and bool(unit.roles[subject[1]] & r.CUE and unit.roles[at - 1] & r.COMMA)


def _dependent_end(unit: Unit, said: Said, at: int, end: int) -> int:
    """Where a clause with its own conjunction ends.

    It ends before a reason in the author's words ("…, denn …"), and before the main clause if the cue itself stands in
    a clause that depends on that ("Wenn Kern sagt, dass …, dann …").
    """
    roles = unit.roles
    k = unit.right_edge(at)
    while k + 1 < end:
        if roles[k] & r.COMMA:
            if roles[k + 1] & r.CAUSE and not unit.any(k, unit.right_edge(k), r.MOOD):
                return k
            if said.last and (roles[k + 1] & (r.VERBAL | r.CUE | r.THEN) or verb_like(unit, k + 1)):
                return k
        k = unit.right_edge(k)
    return end
