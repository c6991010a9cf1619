"""Where the words that are reported end and their speaker goes on, and whose a verb is that is joined behind them."""

from __future__ import annotations

from claimcheck.extract.attributions.phrases import Range
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r
from claimcheck.languages import word_roles as w
from claimcheck.model.analysis import Chunk, Clause, Sentence, Token

SPEECH = frozenset(("say", "ask", "demand", "promise", "deny", "warn", "accuse"))
"""The senses of verbs by which somebody speaks."""


def tells(clause: Clause) -> bool:
    """Whether a clause says that somebody speaks: not that he may, should or wants to, nor that it is reported."""
    finite = clause.kind in ("main", "subordinate", "relative") and clause.verb is not None
    return finite and clause.mood == "indicative" and clause.modal is None


def may_speak(unit: Unit, clause: Clause) -> bool:
    """Whether somebody is told to say something by the verb of a clause."""
    return tells(clause) and not clause.passive and bool(unit.words.takes.get(clause.lemma, 0) & r.T_QUOTE)


def has_subject(clause: Clause) -> bool:
    """Whether the subject of a clause stands in it, and is not that of one before it."""
    return clause.subject is not None and clause.holds(clause.subject.head)


def subject_of(unit: Unit, sentence: Sentence, number: int) -> Chunk | None:
    """The subject of a clause; a verb of saying joined behind reported words has that of the verb that reports them."""
    clause = sentence.clauses[number]
    if has_subject(clause):
        return clause.subject
    if clause.kind == "main" and _goes_on_from(sentence, number):
        above = next((k for k in reversed(range(number)) if _reports(unit, sentence.clauses[k])), None)
    else:
        above = clause.parent
    while above is not None:
        other = sentence.clauses[above]
        if _reports(unit, other):
            return other.subject
        above = other.parent
    return clause.subject


def _reports(unit: Unit, clause: Clause) -> bool:
    return clause.subject is not None and may_speak(unit, clause)


def _goes_on_from(sentence: Sentence, number: int) -> bool:
    """Whether the plain verb of a clause was given the subject of reported words: “sagte, er gehe, kündigte aber …”."""
    subject, mood = sentence.clauses[number].subject, sentence.clauses[number].mood
    given = (each for each in sentence.clauses[:number] if subject is not None and each.holds(subject.head))
    return mood == "indicative" and any(each.mood == "subjunctive" for each in given)


def whole(unit: Unit, sentence: Sentence, clause: Clause, subject: Chunk) -> Range:
    """A subject with the phrases that hang on it, as tokens of the unit: “the report of the board on the dam”."""
    last, verb = subject.last, -1 if clause.verb is None else clause.verb
    hanging = [*clause.adjuncts] if subject.first < verb else []  # "said the head of the board in May"
    for each in sorted((*hanging, *(chunk for chunk in sentence.chunks if chunk.of))):
        if each.first == last and (each.last <= verb or verb < subject.first):
            last = each.last
    return unit.tokens(sentence, subject.first, last)


def led_quote(unit: Unit, first: int) -> int | None:
    """The quotation behind a colon to which what is reported before a token leads, where no other verb does."""
    for k in range(first, unit.count - 1):
        if unit.roles[k] & (r.SEMICOLON | r.LONG | r.CUE):
            return None
        if unit.roles[k] & r.COLON:
            return k + 1 if unit.roles[k + 1] & r.LONG else None
    return None


def goes_on_at(unit: Unit, first: int, end: int) -> int:
    """Where behind words in the mood of reported speech a plain verb tells what their speaker does next, or `end`."""
    for sentence in unit.sentences():
        for clause in sentence.clauses:
            at = unit.token(sentence.tokens[clause.first].span.start) if clause.stretches else -1
            if first < at < end and clause.kind == "main" and _has_plain_verb(sentence, clause):
                return at
    return end


def _has_plain_verb(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause without a subject of its own begins with a verb that can be nothing else."""
    if clause.verb is None or has_subject(clause) or not tells(clause):
        return False
    verb = sentence.tokens[clause.verb]
    return not verb.roles & w.PARTICIPLE and sentence.chunk_at(verb.span.start) is None


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
    word = sentence.tokens[clause.first]
    apart = clause.first > 0 and bool(sentence.tokens[clause.first - 1].roles & (w.COMMA | w.DASH))
    if clause.kind == "participle":
        return apart and bool(word.roles & (w.GERUND | w.ADVERB))
    if clause.connective != clause.first:
        return False
    if has_subject(clause):
        return apart and clause.kind == "subordinate" and _subordinates(unit, word.text)
    goes_on = apart or _surely_speech(unit, clause)
    return goes_on and _is_joined(word, clause)


def _is_joined(word: Token, clause: Clause) -> bool:
    return bool(word.roles & w.CLAUSE_COORDINATOR) and tells(clause)


def _surely_speech(unit: Unit, clause: Clause) -> bool:
    """Whether a verb does nothing else than to tell: not "offer", as in "they were unfriendly or offered less"."""
    takes = unit.words.takes[clause.lemma]
    return bool(takes & r.T_BARE) or not takes & r.T_TO


def _subordinates(unit: Unit, word: str) -> bool:
    """Whether a word opens a clause of its own kind ("though"), not what is said ("that") or one more of it ("and")."""
    role = unit.words.look[word][1]
    return bool(role & r.SUBORDINATOR) or not role & (r.THAT | r.CONJUNCTION)


def hangs(unit: Unit, sentence: Sentence, clause: Clause, number: int) -> bool:
    """Whether the clause with a number depends on another one by way of a noun."""
    clauses = sentence.clauses
    parent = clauses[number].parent
    while parent is not None and _of_noun(unit, sentence, clauses[number]):
        if clauses[parent] is clause:
            return True
        number, parent = parent, clauses[parent].parent
    return False


def _of_noun(unit: Unit, sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause may speak of a noun before it: “comments Kern had made”, “a man wearing a hat”."""
    apart = clause.first > 0 and bool(sentence.tokens[clause.first - 1].roles & w.COMMA)
    if clause.kind == "participle":
        return clause.first > 0 and not apart
    if clause.kind == "relative":
        return unit.words.verb_second or not apart  # else one in commas only adds something
    return clause.kind == "infinitive" or (clause.kind == "subordinate" and clause.connective is None)
