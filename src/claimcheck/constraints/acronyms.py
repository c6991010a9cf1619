"""Full names with an acronym in brackets behind them, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, groupby
from typing import Any

from claimcheck.constraints.identity import told_otherwise
from claimcheck.languages.extra import extra
from claimcheck.model import Span
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Judged
from claimcheck.statements.statement import Statements

BRACKETS = re.compile(r" \(([A-ZÄÖÜ][A-Za-zÄÖÜäöü.]{1,9})\)")
CAPITALS = re.compile("[A-ZÄÖÜ].*[A-ZÄÖÜ]")
INSIDE = re.compile(r" \(([A-ZÄÖÜ][^()\n]{6,90})\)")
ACRONYM = re.compile(r"(?<![\w.-])[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{1,9}\Z")
LONGEST_ACRONYM = 10
LONGEST_NAME = 100
MOST_WORDS, MOST_ALIKE = 12, 4
LONG = 4
"""Of so many letters on, two words in capitals that differ by an exchange of letters are one."""
SENTENCE_ENDS = frozenset('.!?:;“”»«"')
LETTERS = re.compile("[A-ZÄÖÜ]{3,}")
WORD = re.compile(r"(?<![\w.-])[A-ZÄÖÜ]{3,6}(?=s?(?!\w))")


def acronyms(statements: Statements) -> Iterator[Judged]:
    """Every such pair in which the name, or the acronym, is known or the first letters tell."""
    document = statements.article.document
    table, prose = extra(document.language, "acronyms"), document.prose
    if not table:
        return
    for match in BRACKETS.finditer(prose):
        acronym = Part(Span(*match.span(1)), match.group(1))
        if CAPITALS.search(acronym.text) or acronym.text in table["short"]:
            yield from _acronym_behind(prose, match.start(), acronym, table, frozenset(table["small"]))
    for match in INSIDE.finditer(prose):
        right = table["names"].get(match.group(1))
        before = ACRONYM.search(prose, max(0, match.start() - LONGEST_ACRONYM), match.start())
        if right is not None and before is not None and before.group() in table["short"]:
            acronym = Part(Span(*before.span()), before.group())
            yield _judged(Part(Span(*match.span(1)), match.group(1)), acronym, right)
    yield from _again(prose, table["short"])


def _again(prose: str, known: Collection[str]) -> Iterator[Judged]:
    """The first return of each acronym that brackets introduce, and every slip of an acronym."""
    told = {match.group(1): Part(Span(*match.span(1)), match.group(1)) for match in BRACKETS.finditer(prose)}
    places: dict[str, list[Part]] = {}
    for match in WORD.finditer(prose):
        places.setdefault(match.group(), []).append(Part(Span(*match.span()), match.group()))
    for part in told.values():
        yield from _kept(part, places.get(part.text, ()))
    yield from _slipped(prose, places, {*told, *known})


def _kept(name: Part, words: Sequence[Part]) -> Iterator[Judged]:
    """The first return of an acronym."""
    later = [each for each in words if each.span > name.span]
    if later:
        yield told_otherwise(later[0], name, fits=True)


def _slipped(prose: str, places: dict[str, list[Part]], sure: Collection[str]) -> Iterator[Judged]:
    """Every word in capitals that stands once and has two letters of another one exchanged, which is introduced, known
    or long; what lines in capitals say are words.
    """
    for two in _alike(places):
        slip, name = sorted(two, key=lambda text: (text in sure, len(places[text]), -places[text][0].span.start))
        lone = len(places[slip]) == 1 and slip not in sure
        if lone and (name in sure or len(name) >= LONG) and not any(_shouted(prose, places[each][0]) for each in two):
            yield told_otherwise(places[slip][0], places[name][0])


def _alike(words: Collection[str]) -> list[tuple[str, str]]:
    """Every two words that an exchange of letters makes one."""
    letters = sorted(words, key=lambda word: (sorted(word), word))
    groups = (tuple(same)[:MOST_ALIKE] for _, same in groupby(letters, sorted))
    return [two for same in groups for two in combinations(same, 2) if _exchanged(*two)]


def _shouted(prose: str, word: Part) -> bool:
    """Whether a word stands in a line of capitals."""
    start, end = word.span
    line = prose[prose.rfind("\n", 0, start) + 1 : start] + prose[end:].partition("\n")[0]
    return not any(char.islower() for char in line)


def _exchanged(word: str, name: str) -> bool:
    """Whether two neighbouring letters have changed places."""
    apart = [at for at, (one, other) in enumerate(zip(word, name, strict=False)) if one != other]
    return len(word) == len(name) and sorted(word) == sorted(name) and len(apart) == 2 and apart[0] + 1 == apart[1]


def _judged(name: Part, acronym: Part, right: list[str], known: bool = True) -> Judged:
    return Judged(
        "acronym" if known else "initials",
        acronym.text in right,
        (("claim", acronym), ("name", name)),
        (("name", name.text), ("acronym", acronym.text), ("right", right[0])),
        f"{name.text} = {right[0]}",
        "reference" if known else "apposition",
        Part(acronym.span, right[0]),
    )


def _acronym_behind(
    prose: str, end: int, acronym: Part, table: dict[str, Any], small: frozenset[str]
) -> Iterator[Judged]:
    """ "World Health Organization (WHO)"."""
    name = _known(prose, end, table["names"])
    if name is not None and _whole(prose, name, small):
        yield _judged(name, acronym, table["names"][name.text])
    elif name is None and table["initials"] and acronym.text not in table["short"]:
        yield from _initials(prose, end, acronym, small)


def _known(prose: str, end: int, names: dict[str, list[str]]) -> Part | None:
    """The longest known name that ends here."""
    low = max(0, end - LONGEST_NAME)
    starts = [low] + [low + at.end() for at in re.finditer(r"[\s(„“\"]", prose[low:end])]
    for start in starts:
        if prose[start:end] in names and (not start or not prose[start - 1].isalnum()):
            return Part(Span(start, end), prose[start:end])
    return None


def _whole(prose: str, name: Part, small: frozenset[str]) -> bool:
    """Whether a name is no end of a longer one: "the Court of Justice of the European Union"."""
    before = prose[max(0, name.span.start - LONGEST_NAME) : name.span.start].rpartition("\n")[2].split(" ")[:-1]
    begins = bool(before) and before[-1][:1].isupper() and before[-1].lower() in small
    joins = len(before)
    while joins and before[joins - 1].lower() in small:
        joins -= 1
    last = before[joins - 1] if joins else ""
    if begins or not last[:1].isupper() or last[-1] in SENTENCE_ENDS:
        return True  # an article with a capital begins the sentence
    return joins == len(before) and not last.isalpha()


def _initials(prose: str, end: int, acronym: Part, small: frozenset[str]) -> Iterator[Judged]:
    """Names of as many capitalised words as the acronym has letters, of which two neighbours changed places."""
    letters = acronym.text
    if not LETTERS.fullmatch(letters):
        return
    line = prose[max(0, end - LONGEST_NAME * 2) : end].rpartition("\n")[2]
    words = line.split(" ")[-MOST_WORDS:]
    found, begin = "", end + 1
    for word in reversed(words):
        begin -= len(word) + 1
        if word[:1].isupper() and re.sub("[-’']", "", word).isalpha():
            found = word[0] + found
        elif word not in small:
            return
        if len(found) == len(letters):
            if found == letters or _swapped(found, letters):
                yield _judged(Part(Span(begin, end), prose[begin:end]), acronym, [found], known=False)
            return


def _swapped(initials: str, letters: str) -> bool:
    """Whether two letters behind the first have changed places."""
    two = sum(a != b for a, b in zip(initials, letters, strict=True)) == 2
    return two and sorted(initials) == sorted(letters) and initials[0] == letters[0]
