"""How a clause means what it says: as a fact, a plan, a demand, a thought, a denial."""

from __future__ import annotations

from claimcheck.ground.text import Text
from claimcheck.languages.word_roles import PARTICIPLE
from claimcheck.model.analysis import Clause, Sentence

WANTED = frozenset({"plan", "demand", "ask", "promise"})
AGREED = "agree"
DEMANDS = frozenset({"demand", "ask"})


def is_wanted(text: Text, sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause, or the one it hangs on, plans, wants, allows or supposes something."""
    wanted = _says(clause, WANTED) and not _is_agreed(text, sentence, clause)
    return wanted or is_supposed(text, sentence, clause)


def _is_agreed(text: Text, sentence: Sentence, clause: Clause) -> bool:
    """Whether the verb of a clause says that two have agreed, which is as good as done: "agreed to buy"."""
    verb = () if clause.predicate is None else text.at(sentence.tokens[clause.predicate].span)
    return any(AGREED in text.words[i].keys for i in verb)


def is_supposed(text: Text, sentence: Sentence, clause: Clause) -> bool:
    """The same, whatever the verb of the clause itself may say."""
    if clause.modal is not None:
        return not _hearsay(sentence, clause)
    if clause.mood == "question":
        return True
    above = _above(sentence, clause)
    return above is not None and is_wanted(text, sentence, above)


def is_loose(text: Text, sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause, or the one it hangs on, only demands something or thinks of it."""
    above = _above(sentence, clause) or clause
    return is_weighed(text, sentence, clause) or _says(clause, DEMANDS) or _says(above, DEMANDS)


def is_weighed(text: Text, sentence: Sentence, clause: Clause) -> bool:
    """Whether what a clause says is only thought of: "considers selling"."""
    above = None if clause.parent is None else sentence.clauses[clause.parent]
    return any(each is not None and each.lemma in text.language.weighing for each in (clause, above))


def is_denied(text: Text, sentence: Sentence, clause: Clause, token: int | None = None) -> bool:
    """Whether a clause is denied, by itself or by the one it hangs on: "we cannot say that", "refuses to pay".

    With a token: whether what that names is denied, be it by the verb of its clause ("rules out a sale").
    """
    above = None if clause.parent is None or clause.kind == "relative" else sentence.clauses[clause.parent]
    turns = clause.negated + (above is not None and above.negated)
    over = _above(sentence, clause)
    turns += over is not None and denies(text, sentence, over)
    verb = () if clause.predicate is None else text.at(sentence.tokens[clause.predicate].span)
    turns += token is not None and token not in verb and denies(text, sentence, clause)
    return turns % 2 == 1


def denies(text: Text, sentence: Sentence, clause: Clause) -> bool:
    """Whether the verb of a clause says that what it names is not so, or not done."""
    if clause.lemma in text.language.denying:
        return True
    at = clause.predicate
    behind = "" if at is None or at + 1 >= len(sentence.tokens) else sentence.tokens[at + 1].low
    return f"{clause.lemma} {behind}" in text.language.denying


def _above(sentence: Sentence, clause: Clause) -> Clause | None:
    """The clause that an infinitive hangs on."""
    return sentence.clauses[clause.parent] if clause.kind == "infinitive" and clause.parent is not None else None


def _says(clause: Clause, senses: frozenset[str]) -> bool:
    """Whether the verb of a clause is of some senses; "called it a failure" does not demand as "called for it" does."""
    named = "call" in clause.senses and clause.objects
    return not named and not senses.isdisjoint(clause.senses)


def _hearsay(sentence: Sentence, clause: Clause) -> bool:
    """Whether a modal verb tells what others say of the past: "soll gestohlen haben"."""
    at = clause.predicate
    return at is not None and not clause.passive and bool(sentence.tokens[at].roles & PARTICIPLE)
