"""A verb of saying with the subject of its clause, where the words around it mislead: the verb comes second or last."""

from __future__ import annotations

from claimcheck.extract.attributions.border import may_speak, subject_of, tells, whole
from claimcheck.extract.attributions.phrases import Range
from claimcheck.extract.attributions.reader import Said
from claimcheck.extract.attributions.subjects import antecedent, is_object
from claimcheck.extract.attributions.unit import Unit
from claimcheck.extract.attributions.voice import speaks
from claimcheck.languages import voice_roles as r
from claimcheck.languages import word_roles as w
from claimcheck.model.analysis import Clause, Sentence


def from_clause(unit: Unit, at: int, left: int, right: int) -> Said | None:
    """A verb of saying by its clause alone, where other words part it from its subject."""
    place = unit.clause(at)
    clause = None if place is None else place[0].clauses[place[1]]
    if place is None or clause is None or clause.negated or not may_speak(unit, clause) or _is_infinitive(unit, at):
        return None
    source = _subject_by_clause(unit, *place)
    if source is None or not speaks(unit, source, sure=True):
        return None
    takes = unit.words.takes[clause.lemma] & ~r.T_TAIL
    return Said(at, left, right, takes, source, last=clause.kind != "main")


def _is_infinitive(unit: Unit, at: int) -> bool:
    sentence, token = unit.spot(at)
    return sentence is not None and bool(sentence.tokens[token].roles & w.TO_INFINITIVE)


def _subject_by_clause(unit: Unit, sentence: Sentence, number: int) -> Range | None:
    """The subject of a clause; what a relative pronoun stands for, or a phrase that relative clauses part from it."""
    clause = sentence.clauses[number]
    if clause.subject is None:
        clause = _parted(sentence, number) or clause
    subject = subject_of(unit, sentence, number) or clause.subject
    if subject is None:
        return None
    source = whole(unit, sentence, clause, subject)
    if subject.pronoun and clause.kind == "relative":
        return antecedent(unit, source[0] - 1) if unit.at(source[0] - 1) & r.COMMA else None
    return source if source[0] >= 0 else None


def _parted(sentence: Sentence, number: int) -> Clause | None:
    """The phrase before a clause that relative clauses part from it: “Kern, der die Stadt leitet, sagte”."""
    for clause in reversed(sentence.clauses[:number]):
        if clause.kind != "relative":
            return clause if clause.kind == "fragment" else None
    return None


def by_clause(unit: Unit, said: Said, source: Range) -> Said:
    """The same with the subject of its clause where the `source` that was taken for it cannot be it.

    That is a word that opens the sentence and no noun (“Überraschend sprach sich Kern …”), an object behind a verb that
    is joined to another (“Kern geht und nimmt die Wahl an”), and anything before “er”.
    """
    place = unit.clause(said.at)
    if place is None or said.passive or said.takes & (r.T_FROM | r.T_CITED):
        return said
    clause = place[0].clauses[place[1]]
    other = _subject_by_clause(unit, *place) if _tells_itself(clause) else None
    if other is None:
        return said
    if subject_of(unit, *place) is not clause.subject:
        said = said._replace(first=False)  # "Kern sagte, er gehe, kündigte aber Hilfe an"
    apart = other[1] <= source[0] or source[1] <= other[0]
    return said._replace(source=other) if apart and _is_better(unit, said, source, other) else said


def _tells_itself(clause: Clause) -> bool:
    relative = clause.kind == "relative" and clause.subject is not None and clause.subject.pronoun
    return not clause.passive and not relative and tells(clause)


def _is_better(unit: Unit, said: Said, source: Range, other: Range) -> bool:
    """Whether the other phrase is the subject rather than the one taken for it."""
    pronoun = unit.roles[source[0]] & r.SUBJECT
    if other[1] <= said.at:  # "Kern geht und nimmt die Wahl an", "Kern, der …, fordert mehr Geld"
        behind = said.at < source[0] and not said.first and not pronoun
        return behind or _never_subject(unit, source)
    inverted = source[1] <= said.at < other[0] and other[1] <= said.right
    return inverted and not pronoun and _only_subject_behind(unit, other, opens=source == (0, 1) and said.at == 1)


def _never_subject(unit: Unit, phrase: Range) -> bool:
    """Whether a phrase is no noun, “dankte den Menschen”, or in another case, “den Menschen”."""
    return not unit.roles[phrase[0]] & (r.CAPITAL | r.DETERMINER | r.PRONOUN) or is_object(unit, phrase)


def _only_subject_behind(unit: Unit, phrase: Range, *, opens: bool) -> bool:
    """Whether a phrase behind a verb is “er”, or has an article where one word `opens` the sentence."""
    role = unit.roles[phrase[0]]
    if role & r.NOBODY:
        return False
    return bool(role & r.DETERMINER) if opens else bool(phrase[1] == phrase[0] + 1 and role & r.SUBJECT)
