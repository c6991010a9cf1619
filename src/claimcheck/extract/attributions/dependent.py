"""Clauses that depend on a verb of saying, as the clause layer has them: whatever is inserted between the two."""

from __future__ import annotations

from claimcheck.extract.attributions.framed import Told, tells
from claimcheck.extract.attributions.reader import Reader, Said
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r
from claimcheck.languages import word_roles as w
from claimcheck.model.analysis import Clause, Sentence

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
            parent = _governor(unit, sentence, number)
            if parent is not None and tells(parent) and not parent.passive and not parent.negated:
                _add(Told(reader, sentence, parent, by_verb), number)


def _governor(unit: Unit, sentence: Sentence, number: int) -> Clause | None:
    """The clause whose verb takes such a clause as the one with this number."""
    clause, clauses = sentence.clauses[number], sentence.clauses
    above = number - 1 if clause.parent is None else clause.parent
    parent = clauses[above] if above >= 0 else None
    takes = 0 if parent is None else unit.words.takes.get(parent.lemma, 0)
    return parent if takes & r.T_QUOTE and takes & _wanted(unit, sentence, clause) else None


def _wanted(unit: Unit, sentence: Sentence, clause: Clause) -> int:
    """What a verb must take to have a clause as what is said."""
    if clause.kind == "main":
        return r.T_BARE if clause.mood == "subjunctive" and unit.words.reported_mood and clause.first > 0 else 0
    if clause.kind != "subordinate" or clause.connective is None:
        return 0
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
