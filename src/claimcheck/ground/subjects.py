"""Numbers of one subject told of another where a sentence has two side by side: "A asked for six years, B for two"."""

from __future__ import annotations

from claimcheck.ground.figures import Number
from claimcheck.ground.match import SAME, Index
from claimcheck.ground.text import Text


def other_subject(draft: Text, number: Number, index: Index, there: Number) -> bool:
    """Whether the source has the number in a clause of another subject, and the draft's subject opens a later one.

    Only where the draft has a verb of the number's clause, and nothing of the subject it stands with.
    """
    source = index.text
    subject = _opening(draft, number.sentence, number.clause)
    theirs = _opening(source, there.sentence, there.clause)
    if subject is None or theirs is None or there.at <= theirs:
        return False
    here = [at for at, how in index.places(draft.words[subject]) if source.sentence[at] == there.sentence]
    if not here or any(source.clause[at] <= there.clause for at in here):
        return False
    if not any(_opening(source, there.sentence, source.clause[at]) == at for at in here):
        return False
    said = {
        at for i in draft.tokens(number.sentence) if draft.words[i].content for at, _ in index.places(draft.words[i])
    }
    if theirs in said:
        return False
    return any(
        how == SAME and source.clause[at] == there.clause and not source.capital[at]
        for i in draft.tokens(number.sentence)
        if draft.words[i].content and not draft.capital[i] and i not in draft.in_numbers
        for at, how in index.places(draft.words[i])
    )


def _opening(text: Text, sentence: int, clause: int) -> int | None:
    """The first word with content of a clause, if it can be a noun and is no number or date."""
    for i in text.tokens(sentence):
        if text.clause[i] == clause and text.words[i].content:
            noun = i not in text.in_numbers and (text.capital[i] or not text.language.nominal)
            return i if noun else None
    return None
