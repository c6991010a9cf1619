"""Verbs of saying in a unit: which words are cues, and how each stands in its clause."""

from __future__ import annotations

from claimcheck.extract.attributions import subject_first, verb_second
from claimcheck.extract.attributions.phrases import Range, phrase_at
from claimcheck.extract.attributions.said import Said
from claimcheck.extract.attributions.subjects import subject_after, subject_apart, subject_before
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r

MOST_CUES = 40
_FARTHEST_PLACE = 9


def cues(unit: Unit) -> list[Said]:
    """Every verb of saying of a unit, in order; only the first ones where a unit is but a row of them."""
    found: list[Said] = []
    if not unit.bits & r.CUE:
        return found
    tried = 0
    if not unit.bits & r.CUE:
        return found
    for at, role in enumerate(unit.roles):
        if (
            role & r.CUE
            and tried < MOST_CUES
            and (at == 0 or not role & r.CAPITAL or unit.low[at] in unit.words.states)
        ):
            tried += 1
            said = _read(unit, at)
            if said is not None:
                found.append(said)
    return found


def _read(unit: Unit, at: int) -> Said | None:
    left, right = unit.left_edge(at), unit.right_edge(at)
    if unit.low[at] in unit.words.nobody_verbs:
        return _impersonal(unit, at, left, right)
    for form, takes, particle in unit.words.cues[unit.low[at]]:
        said = _as(unit, Said(at, left, right, takes, None), form, particle)
        if said is None:
            continue
        if takes and not takes & ~(r.T_THAT | r.T_ASK) and not _figures(unit, said.source):
            return None
        if said.mood and said.source is not None and unit.roles[said.source[0]] & r.FIRST_PERSON:
            return said._replace(mood=False)
        return said
    return None


def _as(unit: Unit, bare: Said, form: int, particle: str) -> Said | None:
    """One way to read a cue, None where its surroundings do not allow it."""
    second = unit.words.verb_second
    if form & (r.F_FINITE | r.F_MOOD):
        if not (_has_particle(unit, bare, particle) if particle else not _other_particle(unit, bare)):
            return None
        bare = bare._replace(mood=bool(form & r.F_MOOD))
        return verb_second.finite(unit, bare) if second else subject_first.finite(unit, bare)
    if form & r.F_PARTICIPLE:
        return verb_second.participle(unit, bare) if second else subject_first.finite(unit, bare)
    if form & r.F_INFINITIVE:
        return verb_second.infinitive(unit, bare) if second else subject_first.infinitive(unit, bare)
    if form & r.F_GERUND:
        return subject_first.gerund(unit, bare)
    return _state(unit, bare)


def _has_particle(unit: Unit, said: Said, particle: str) -> bool:
    """Whether the particle stands where it must: at the end of the clause, or apart before a verb that closes it."""
    if said.at == said.right - 1 and said.at > said.left + 1 and unit.low[said.at - 1] == particle:
        return True
    for k in range(said.at + 1, said.right):
        if unit.low[k] == particle:
            ends = k + 1 == said.right
            return ends or (bool(unit.roles[k + 1] & (r.CONJUNCTION | r.PREPOSITION)) and k + 2 < said.right)
    return False


def _other_particle(unit: Unit, said: Said) -> bool:
    """Whether the clause ends with the particle of another verb ("sagt in Nordholm ab")."""
    last = said.right - 1
    return last > said.at and bool(unit.roles[last] & r.PARTICLE) and not unit.roles[last] & r.TO


def _figures(unit: Unit, source: Range | None) -> bool:
    """Whether a subject is something that shows things: a study, figures, a report."""
    return source is not None and unit.any(*source, r.NOUN | r.ANONYMOUS | r.HEADLINE)


def _impersonal(unit: Unit, at: int, left: int, right: int) -> Said | None:
    """“heißt es”, with the place or the paper it is said in as the speaker."""
    if tuple(unit.low[at : at + 2]) not in unit.words.nobody:
        return None
    roles = unit.roles
    source = None
    for k in range(at + 2, min(right, at + _FARTHEST_PLACE)):
        if roles[k] & (r.ORIGIN | r.PLACE):
            source = phrase_at(unit, k + 1, right) or source
            if roles[k] & r.ORIGIN:
                break
    begin = 0 if left > 0 and at == left + 1 and roles[left] & r.COMMA else left + 1
    if source is None and at > begin + 1 and roles[begin] & r.PREPOSITION:
        source = phrase_at(unit, begin + 1, at)
        if source is not None and begin == 0 and left > 0 and source[1] != left:
            source = None  # "Trotz der Kälte seien alle gekommen, hieß es"
    takes = unit.words.cues[unit.low[at]][0][1]
    return Said(at, left, right, takes, source, first=at == left + 1)


def _state(unit: Unit, said: Said) -> Said | None:
    """“Kern ist überzeugt, dass”: the word closes a clause that has a subject and a verb of its own."""
    roles = unit.roles
    at, left, right = said.at, said.left, said.right
    if at != right - 1 or right + 1 >= unit.count or not roles[right] & r.COMMA or unit.any(left + 1, at, r.NEGATION):
        return None
    for verb in range(left + 1, at):
        if roles[verb] & (r.FINITE | r.PASSIVE | r.HAVE | r.CUE) and not roles[verb] & r.CAPITAL:
            break
    else:
        return None
    if verb == left + 1:
        source = subject_apart(unit, left)
    else:
        source = subject_before(unit, left + 1, verb)
        if source is None and not verb_second.depends(unit, left + 1):
            source = subject_after(unit, verb + 1, at)
    if source is None or not roles[source[0]] & (r.CAPITAL | r.DETERMINER | r.PRONOUN) or source[1] > at:
        return None
    return said._replace(source=source)
