"""The name in a row of capitalised words, and how certain it is one."""

from __future__ import annotations

import re

from claimcheck.extract.clauses.row import Row
from claimcheck.languages.clause_roles import (
    BE,
    BREAK,
    CAPITAL,
    CLASS,
    DETERMINER,
    FORMER,
    FUNCTION,
    FUTURE,
    HAVE,
    MODAL,
    PASSIVE,
    QUOTE,
    TITLE,
    TRIGGER,
)

MOST_SEEN = 12
SHORTEST_MEASURE = 5
CERTAIN, LIKELY = 2, 1
ODD = re.compile(r"[^\W\d_]*[a-zäöüß][A-ZÄÖÜ]|[A-ZÄÖÜ]{2,}(?![a-zäöüß])|.*\d|[A-ZÄÖÜ][\w]*[&+]|.*\.[a-z]{2}")


def name_in(row: Row, first: int, last: int, determined: bool) -> tuple[tuple[int, int] | None, int]:
    """The name in a row of capitalised words, without titles and class words before it."""
    roles = row.roles
    mention = row.mention(first, last)
    if mention is not None and mention.span.start >= row.starts[first] and mention.span.end <= row.ends[last - 1]:
        start, end = row.at(mention.span.start), row.at(mention.span.end - 1)
        start = start if start < row.count and row.starts[start] <= mention.span.start else max(start - 1, first)
        end = max(k for k in range(first, last) if row.starts[k] < mention.span.end) + 1
        if end == last or not roles[end - 1] & CAPITAL or end < last:
            compound = row.ends[end - 1] > max(mention.word_end, mention.span.end)
            if end == last and not compound:
                return (max(start, first), end), CERTAIN
    begin = first
    if roles[first] & QUOTE:
        return (first, last), CERTAIN
    for k in range(first, last - 1):
        if roles[k] & (CLASS | TITLE | FORMER | FUTURE):
            begin = k + 1
    apposed = begin > first
    half = (
        row.text[row.ends[last - 1] : row.ends[last - 1] + 2] == "- "
    )  # the first half of "Betreuungs- und Pflegezeit"
    if half or (last > begin and _common(row, last - 1)):
        return None, 0
    if begin >= last:
        return None, 0
    if last - begin == 1:
        word = row.text[row.starts[begin] : row.ends[begin]]
        if roles[begin] & (CLASS | TITLE) or row.low[begin] in row.grammar.common:
            return None, 0
        if ODD.match(word) and "-" not in word:
            return (begin, last), CERTAIN
        if apposed:
            return (begin, last), CERTAIN if not row.low[begin].endswith(row.grammar.common_endings) else LIKELY
        if row.grammar.capitals and (determined or row.low[begin].endswith(row.grammar.common_endings)):
            return None, 0
        if not row.grammar.capitals:
            return (begin, last), CERTAIN if begin or _no_common_word(row, begin) else LIKELY
        return (begin, last), CERTAIN if _only_a_name(row, begin) else LIKELY
    if (
        row.grammar.capitals
        and any(roles[k] & (CLASS | TITLE) for k in (last - 1,))
        and not ODD.match(row.text[row.starts[begin] : row.ends[begin]])
    ):
        return (begin, last), LIKELY if not determined else 0
    return (begin, last), CERTAIN


def _common(row: Row, at: int) -> bool:
    """Whether a word is a common noun for certain: one of the language's list, or a compound of a measure noun."""
    low = row.low[at]
    return low in row.grammar.common or (
        row.grammar.capitals and len(low) > SHORTEST_MEASURE and low.endswith(row.grammar.measure_endings)
    )


def _no_common_word(row: Row, at: int) -> bool:
    """Whether the first word of a sentence is no common noun: by its ending, or as it stands elsewhere too."""
    word = row.text[row.starts[at] : row.ends[at]]
    return not row.low[at].endswith(row.grammar.common_endings) or elsewhere(row, word)[0] > 1


def _only_a_name(row: Row, at: int) -> bool:
    """Whether a lone noun without an article can only be a name: in a full sentence, and nowhere behind an article."""
    word = row.text[row.starts[at] : row.ends[at]]
    count, alone = elsewhere(row, word)
    if not alone:
        return False
    plural = word.lower().endswith(row.grammar.plural_endings)
    return count > 1 if plural else count > 1 or row.text[row.ends[row.count - 1] - 1] in ".!?"


def elsewhere(row: Row, word: str) -> tuple[int, bool]:
    """How often the text around has a word, and whether never behind an article or a determiner of another kind."""
    around = row.around
    known = around.seen.get(word)
    if known is not None:
        return known
    text, size = row.text, len(row.text)
    at, count, alone = text.find(word, around.start, around.end), 0, True
    while at >= 0 and count < MOST_SEEN:
        end = at + len(word)
        if (at == 0 or not text[at - 1].isalnum()) and (end >= size or not text[end].isalnum()):
            count += 1
            before = text[max(at - 14, 0) : at].rsplit(None, 1)
            if before and at and text[at - 1] in " \n" and row.grammar.roles.get(before[-1].lower(), 0) & DETERMINER:
                alone = len(before) == 2 and before[0].endswith(",")
            if not alone:
                break
        at = text.find(word, end, around.end)
    around.seen[word] = count, alone
    return count, alone


AUXILIARY = HAVE | BE | PASSIVE | MODAL


def ends_with_verb(row: Row, at: int) -> bool:
    """Whether the clause that begins here with a pronoun or an article has its verb last: then it is a pronoun."""
    last = row.right_edge(at) - 1
    return (
        last > at
        and not row.roles[last] & CAPITAL
        and bool(row.roles[last] & AUXILIARY or (row.roles[last] & TRIGGER and is_verb(row, last)))
    )


def is_attribute(row: Row, at: int) -> bool:
    """Whether a word is a participle with the ending of an adjective."""
    return any(entry[2] == "attribute" for entry in row.grammar.triggers.get(row.low[at], ()))


def is_verb(row: Row, at: int) -> bool:
    """Whether a word is a form of a verb that states a relation."""
    return any(entry[0] == "verb" for entry in row.grammar.triggers.get(row.low[at], ()))


def plain_word(row: Row, at: int) -> bool:
    """Whether a word is a plain one: not capitalised, or only because a sentence begins with it."""
    return not row.roles[at] & CAPITAL or at == 0 or bool(row.roles[at - 1] & (BREAK | QUOTE))


def small_name(row: Row, at: int) -> bool:
    """Whether a lower-case word can only be a name: of two or three letters, no word, behind one like "firm"."""
    word = row.low[at]
    known = next((each for each in row.mentions if each.span.start == row.starts[at]), None)
    if known is not None:
        return True
    return (
        2 <= len(word) <= 3
        and word.isalpha()
        and word not in row.grammar.short_words
        and not row.roles[at] & (FUNCTION | TRIGGER)
    )
