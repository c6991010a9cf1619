"""Verbs of saying in a unit: which words are cues, and how each stands in its clause."""

from __future__ import annotations

from claimcheck.extract.attributions import subject_first, verb_second
from claimcheck.extract.attributions.grammar import is_reflexive
from claimcheck.extract.attributions.of_clause import by_clause, from_clause
from claimcheck.extract.attributions.phrases import Range, phrase_at
from claimcheck.extract.attributions.reader import Said
from claimcheck.extract.attributions.subjects import subject_after, subject_apart, subject_before
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r

_MOST_CUES = 40
_VERB = r.FINITE | r.PASSIVE | r.HAVE | r.CUE
_FARTHEST_PLACE = 9


def cues(unit: Unit) -> list[Said]:
    """Every verb of saying of a unit, in order; only the first ones where a unit is but a row of them."""
    if not unit.bits & r.CUE:
        return []
    marked = [at for at, role in enumerate(unit.roles) if role & r.CUE and _may_be_verb(unit, at)]
    found = (_read(unit, at) for at in marked[:_MOST_CUES])
    return [said for said in found if said is not None]


def _may_be_verb(unit: Unit, at: int) -> bool:
    if unit.roles[at] & r.DETERMINER and unit.roles[at + 1] & r.CAPITAL:
        return False  # "meine Damen"
    return at == 0 or not unit.roles[at] & r.CAPITAL or unit.low[at] in unit.words.states


def _read(unit: Unit, at: int) -> Said | None:
    left, right = unit.left_edge(at), unit.right_edge(at)
    if unit.low[at] in unit.words.nobody_verbs:
        return _impersonal(unit, at, left, right)
    if is_reflexive(unit, at):
        return None
    for form, takes, particle in unit.words.cues[unit.low[at]]:
        said = _as(unit, Said(at, left, right, takes, None), form, particle)
        if said is not None:
            return _settled(unit, said)
    return from_clause(unit, at, left, right) if unit.words.verb_second else None


def _settled(unit: Unit, said: Said) -> Said | None:
    """A cue as it turns out with its subject, None where that is nothing that shows things."""
    if said.takes and not said.takes & ~(r.T_THAT | r.T_ASK) and not _figures(unit, said.source):
        return None
    if said.mood and said.source is not None and unit.roles[said.source[0]] & r.FIRST_PERSON:
        return said._replace(mood=False)
    return by_clause(unit, said, said.source) if said.source is not None and unit.words.verb_second else said


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
    takes = unit.words.cues[unit.low[at]][0][1]
    source = _place_behind(unit, at, right) or _place_before(unit, at, left)
    return Said(at, left, right, takes, source, first=at == left + 1)


def _place_behind(unit: Unit, at: int, right: int) -> Range | None:
    source = None
    for k in range(at + 2, min(right, at + _FARTHEST_PLACE)):
        if unit.roles[k] & (r.ORIGIN | r.PLACE):
            source = phrase_at(unit, k + 1, right) or source
            if unit.roles[k] & r.ORIGIN:
                break
    return source


def _place_before(unit: Unit, at: int, left: int) -> Range | None:
    apart = left > 0 and at == left + 1 and unit.roles[left] & r.COMMA
    begin = 0 if apart else left + 1
    if at <= begin + 1 or not unit.roles[begin] & r.PREPOSITION:
        return None
    source = phrase_at(unit, begin + 1, at)
    # not in "Trotz der Kälte seien alle gekommen, hieß es"
    return None if source is not None and apart and source[1] != left else source


def _state(unit: Unit, said: Said) -> Said | None:
    """“Kern ist überzeugt, dass”: the word closes a clause that has a subject and a verb of its own."""
    at, left, right = said.at, said.left, said.right
    closes = at == right - 1 and right + 1 < unit.count and unit.roles[right] & r.COMMA
    if not closes or unit.any(left + 1, at, r.NEGATION):
        return None
    source = _subject_of_state(unit, left, at)
    if source is None or not unit.roles[source[0]] & (r.CAPITAL | r.DETERMINER | r.PRONOUN) or source[1] > at:
        return None
    return said.by(source)


def _subject_of_state(unit: Unit, left: int, at: int) -> Range | None:
    roles = unit.roles
    verbs = (k for k in range(left + 1, at) if roles[k] & _VERB and not roles[k] & r.CAPITAL)
    verb = next(verbs, -1)
    if verb < 0:
        return None
    if verb == left + 1:
        return subject_apart(unit, left) or (subject_after(unit, verb + 1, at) if left >= 0 else None)
    source = subject_before(unit, left + 1, verb)
    if source is None and not verb_second.depends(unit, left + 1):
        return subject_after(unit, verb + 1, at)
    return source
