"""Names that only their capitals show, in languages where nouns have capitals and where they have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.languages.clause_roles import PREPOSITION

if TYPE_CHECKING:
    from claimcheck.ground.text import Text


def doubles(text: Text) -> list[range]:
    """Capitalised words side by side that are no common nouns: a name, even where nouns are capitalised."""
    found: list[range] = []
    language, last = text.language, -1
    for i, word in enumerate(text.words):
        if not (text.capital[i] and word.content) or word.noun or (language.nominal and language.common(word.low)):
            continue
        if last == i - 1 and text.clause[last] == text.clause[i] and text.starts[i] == text.ends[last] + 1:
            begin = found.pop().start if found and found[-1].stop == i else last
            found.append(range(begin, i + 1))
        last = i
    return found


def capitals(text: Text) -> list[range]:
    """Capitalised words where nouns have no capitals; not those behind a preposition, which mostly say where or when.

    A capital at the beginning of a sentence counts for a word that is capitalised inside one as well.
    """
    found: list[range] = []
    if text.language.nominal:
        return found
    openings = set(text.first)
    for i, word in enumerate(text.words):
        if not (text.capital[i] and word.content) or i in text.in_numbers or word.noun:
            continue
        if i in openings and word.stem not in text.inside:
            continue
        if found and found[-1].stop == i and text.clause[i - 1] == text.clause[i]:
            found[-1] = range(found[-1].start, i + 1)
        elif i in openings or not text.words[i - 1].roles & PREPOSITION:
            found.append(range(i, i + 1))
    return found
