"""Whole clauses that are a speaker's: around a phrase that names one, and dependent on a verb of saying."""

from __future__ import annotations

from claimcheck.extract.attributions.border import tells
from claimcheck.extract.attributions.framed import Told
from claimcheck.extract.attributions.grammar import relative, verb_like
from claimcheck.extract.attributions.phrases import Range
from claimcheck.extract.attributions.reader import Reader, Said
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r
from claimcheck.languages import word_roles as w
from claimcheck.model.analysis import Clause, Sentence


def around(reader: Reader, source: Range | None, cue: Range, first: int, last: int) -> None:
    """Adds the clause that a phrase from `first` up to `last` stands in, without the phrase where that is at an end."""
    unit = reader.unit
    inner = _relative_clause(unit, first) or _between_dashes(unit, first, last)
    if inner is not None:
        reader.by_phrase(source, cue, *inner)
        return
    begin, end = unit.begin(first), _independent(unit, last, unit.part_end(last))
    if any(begin <= used < end for used in reader.used):
        return
    lone = _lone(reader, begin, end)
    if lone is not None:
        reader.quote(source, cue, lone)
    elif unit.any(begin, first, ~(r.CONJUNCTION | r.ADVERB | r.EDGE)):
        behind = unit.past(last, end, r.COMMA | r.STOP)
        reader.by_phrase(source, cue, begin, first if behind >= end else end)
    else:
        reader.by_phrase(source, cue, _behind_phrase(unit, last, end), end)


def _relative_clause(unit: Unit, first: int) -> Range | None:
    """“…, die nach Angaben der Stadt leer steht”: the relative clause that a phrase stands in."""
    roles, left = unit.roles, unit.left_edge(first)
    edge = unit.right_edge(first)
    if left <= 0 or not roles[left] & r.COMMA or not relative(unit, left + 1, edge):
        return None
    while unit.at(edge) & r.COMMA and unit.at(edge + 1) & r.SUBORDINATOR:
        edge = unit.right_edge(edge)
    return left + 1, edge


def _between_dashes(unit: Unit, first: int, last: int) -> Range | None:
    """“– in der Stadt fehlen laut Verband 300 Lehrer –”: what stands between the dashes around a phrase."""
    before, after = _dash(unit, first, unit.begin(first), -1), _dash(unit, last, unit.part_end(last), 1)
    return (before + 1, after) if before >= 0 and after >= 0 else None


def _behind_phrase(unit: Unit, last: int, end: int) -> int:
    """Past the comma behind a phrase and a relative clause about the speaker: “der Zeitung zufolge, die …, soll er”."""
    k = unit.past(last, end, r.COMMA | r.STOP)
    if last < k < end and unit.roles[k] & r.RELATIVE and (edge := unit.right_edge(k)) < end:
        return edge + 1
    return k


def _dash(unit: Unit, at: int, end: int, step: int) -> int:
    """The nearest dash from a token on, before the end of the part; -1 where there is none."""
    return next((k for k in range(at, end, step) if unit.roles[k] & r.DASH), -1)


def _independent(unit: Unit, at: int, end: int) -> int:
    """Where another main clause follows a comma: “…, hier fehlen Zahlen”."""
    roles = unit.roles
    k = unit.right_edge(at - 1)
    while k + 2 < end:
        adverb = roles[k + 1] & r.ADVERB and not roles[k + 1] & (r.SUBORDINATOR | r.PREPOSITION | r.DETERMINER)
        if roles[k] & r.COMMA and adverb and (roles[k + 2] & r.VERBAL or verb_like(unit, k + 2)):
            return k
        k = unit.right_edge(k)
    return end


def _lone(reader: Reader, begin: int, end: int) -> int | None:
    """A quotation that begins or ends a stretch and is all that is said in it."""
    unit = reader.unit
    for at in (begin, end - 1):
        if (
            begin <= at < end
            and unit.roles[at] & r.LONG
            and at not in reader.used
            and not unit.any(begin, at, r.VERBAL)
        ):
            return at
    return None


_ENDS = w.COMMA | w.STOP | w.SEMICOLON | w.DASH


def dependent(reader: Reader, said: list[Said]) -> None:
    """Adds clauses that depend on a verb of saying, however far it stands and whatever is inserted between them.

    A main clause in the mood of reported speech hangs in that way on the one before it.
    """
    unit = reader.unit
    if not unit.bits & r.CUE:
        return
    by_verb = {each.at: each for each in said}
    for sentence in unit.sentences():
        for number in range(len(sentence.clauses)):
            above = _governor(unit, sentence, number)
            if above is not None:
                _add(Told(reader, sentence, above, by_verb), number)


def _governor(unit: Unit, sentence: Sentence, number: int) -> int | None:
    """The number of the clause whose verb takes such a clause as the one with this number."""
    clause, clauses = sentence.clauses[number], sentence.clauses
    above = number - 1 if clause.parent is None else clause.parent
    parent = clauses[above] if above >= 0 else None
    takes = 0 if parent is None else unit.words.takes.get(parent.lemma, 0)
    if parent is None or not tells(parent) or parent.passive or parent.negated:
        return None
    return above if takes & r.T_QUOTE and takes & _wanted(unit, sentence, clause) else None


def _wanted(unit: Unit, sentence: Sentence, clause: Clause) -> int:
    """What a verb must take to have a clause as what is said."""
    if clause.kind == "main":
        return r.T_BARE if clause.mood == "subjunctive" and unit.words.reported_mood and clause.first > 0 else 0
    if clause.kind != "subordinate" or clause.connective is None or clause.connective != clause.first:
        return 0  # "so dass"
    role = unit.words.look[sentence.tokens[clause.connective].text][1]
    return r.T_THAT if role & r.THAT and not role & r.SUBORDINATOR else 0


def _add(told: Told, number: int) -> None:
    """Adds the clause with a number as what the verb says, where nothing of it has been found."""
    reader, sentence = told.reader, told.sentence
    clause = sentence.clauses[number]
    if not clause.stretches or not told.is_here() or reader.told(told.at) or reader.covered(told.at):
        return
    first, end = clause.first, _end(sentence, number)
    while end > first + 1 and sentence.tokens[end - 1].roles & _ENDS:
        end -= 1
    source, content = told.source(), told.range_of(first, end)
    if source is not None and told.at < content[0] and told.is_clear(content):
        reader.clause(source, (told.at, told.at + 1), *content)


def _end(sentence: Sentence, number: int) -> int:
    """Where a clause ends with all that depends on it, and those of its kind that are joined to it."""
    end = sentence.clauses[number].stretches[-1][1]
    while end < len(sentence.owners) and _belongs(sentence, sentence.owners[end], number):
        end += 1
    return end


def _belongs(sentence: Sentence, at: int | None, number: int) -> bool:
    clause = sentence.clauses[number]
    while at is not None and at != number:
        other = sentence.clauses[at]
        if (other.kind, other.parent, other.mood) == (clause.kind, clause.parent, clause.mood):
            return True
        at = other.parent
    return at == number
