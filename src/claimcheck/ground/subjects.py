"""Numbers of one subject told of another where a sentence has two side by side: "A asked for six years, B for two"."""

from __future__ import annotations

from claimcheck.ground.figures import Number
from claimcheck.ground.match import SAME, Index
from claimcheck.ground.text import Text


def other_subject(draft: Text, number: Number, index: Index, there: Number) -> bool:
    """Whether the source has the number in a clause of another subject, and the draft's subject opens a later one.

    Only where the draft has a verb of the number's clause, and nothing of the subject it stands with.
    """
    subject = _opening(draft, number.sentence, number.clause)
    theirs = _opening(index.text, there.sentence, there.clause)
    if subject is None or theirs is None or there.at <= theirs or not _opens_later(draft, subject, index, there):
        return False
    said = [i for i in draft.tokens(number.sentence) if draft.words[i].content]
    verbs = [i for i in said if not draft.capital[i] and i not in draft.in_numbers]
    return theirs not in {at for at, _ in _places(draft, said, index)} and any(
        _is_verb_of(there, index, at, how) for at, how in _places(draft, verbs, index)
    )


def _places(draft: Text, tokens: list[int], index: Index) -> list[tuple[int, float]]:
    return [place for i in tokens for place in index.places(draft.words[i])]


def _opens_later(draft: Text, subject: int, index: Index, there: Number) -> bool:
    """Whether the source has the draft's subject only behind the clause of its number, where it opens one."""
    source = index.text
    here = [at for at, _ in index.places(draft.words[subject]) if source.sentence[at] == there.sentence]
    if any(source.clause[at] <= there.clause for at in here):
        return False
    return any(_opening(source, there.sentence, source.clause[at]) == at for at in here)


def _is_verb_of(there: Number, index: Index, at: int, how: float) -> bool:
    """Whether the very word stands in the clause of a number, and is no noun."""
    return how == SAME and index.text.clause[at] == there.clause and not index.text.capital[at]


def _opening(text: Text, sentence: int, clause: int) -> int | None:
    """The first word with content of a clause, if it can be a noun and is no number or date."""
    for i in text.tokens(sentence):
        if text.clause[i] == clause and text.words[i].content:
            noun = i not in text.in_numbers and (text.capital[i] or not text.language.nominal)
            return i if noun else None
    return None
