"""Where the words that are reported end and their speaker goes on, and whose a verb is that is joined behind them."""

from __future__ import annotations

from claimcheck.extract.attributions.phrases import Range
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r
from claimcheck.languages import word_roles as w
from claimcheck.model.analysis import Chunk, Clause, Sentence

SPEECH = frozenset(("say", "ask", "demand", "promise", "deny", "warn", "accuse"))
"""The senses of verbs by which somebody speaks."""


def tells(clause: Clause) -> bool:
    """Whether a clause says that somebody speaks: not that he may, should or wants to, nor that it is reported."""
    finite = clause.kind in ("main", "subordinate", "relative") and clause.verb is not None
    return finite and clause.mood == "indicative" and clause.modal is None


def speaks(unit: Unit, clause: Clause) -> bool:
    """Whether somebody is told to say something by the verb of a clause."""
    return tells(clause) and not clause.passive and bool(unit.words.takes.get(clause.lemma, 0) & r.T_QUOTE)


def has_subject(clause: Clause) -> bool:
    """Whether the subject of a clause stands in it, and is not that of one before it."""
    return clause.subject is not None and clause.holds(clause.subject.head)


def subject_of(unit: Unit, sentence: Sentence, number: int) -> Chunk | None:
    """The subject of a clause; a verb of saying joined behind reported words has that of the verb that reports them."""
    clause = sentence.clauses[number]
    above = None if has_subject(clause) else clause.parent
    while above is not None:
        other = sentence.clauses[above]
        if other.subject is not None and speaks(unit, other):
            return other.subject
        above = other.parent
    return clause.subject


def whole(unit: Unit, sentence: Sentence, clause: Clause, subject: Chunk) -> Range:
    """A subject with the phrases that hang on it, as tokens of the unit: “the report of the board on the dam”."""
    last = subject.last
    for each in sorted((*clause.adjuncts, *(chunk for chunk in sentence.chunks if chunk.of))):
        if each.first == last and clause.verb is not None and each.last <= clause.verb:
            last = each.last
    return unit.tokens(sentence, subject.first, last)


def told_end(unit: Unit, first: int, end: int) -> int:
    """Where the reported clause from `first` on ends at the latest: its speaker goes on, or somebody else speaks."""
    for sentence in unit.sentences():
        for clause in sentence.clauses:
            if not clause.stretches or SPEECH.isdisjoint(clause.senses) or clause.lemma not in unit.words.takes:
                continue
            at = unit.token(sentence.tokens[clause.first].span.start)
            if first < at < end and _leaves(unit, sentence, clause):
                end = at
    while end > first and unit.roles[end - 1] & (r.EDGE & ~r.CLOSE):
        end -= 1
    return end


def _leaves(unit: Unit, sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause with a verb of speech is no part of what is reported before it."""
    apart = clause.first > 0 and bool(sentence.tokens[clause.first - 1].roles & (w.COMMA | w.DASH))
    word = sentence.tokens[clause.first]
    if clause.kind == "participle":
        return apart and bool(word.roles & (w.GERUND | w.ADVERB))
    if clause.connective != clause.first:
        return False
    if has_subject(clause):
        return apart and clause.kind == "subordinate" and _subordinates(unit, word.text)
    return bool(word.roles & w.CLAUSE_COORDINATOR) and tells(clause) and (apart or _surely_speech(unit, clause))


def _surely_speech(unit: Unit, clause: Clause) -> bool:
    """Whether a verb does nothing else than to tell: not "offer", as in "they were unfriendly or offered less"."""
    takes = unit.words.takes[clause.lemma]
    return bool(takes & r.T_BARE) or not takes & r.T_TO


def _subordinates(unit: Unit, word: str) -> bool:
    """Whether a word opens a clause of its own kind ("though"), not what is said ("that") or one more of it ("and")."""
    role = unit.words.look[word][1]
    return bool(role & r.SUBORDINATOR) or not role & (r.THAT | r.CONJUNCTION)
