"""Full names with an acronym in brackets behind them, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimcheck.languages.extra import extra
from claimcheck.model import Span
from claimcheck.model.attribution import Part
from claimcheck.model.naming import Shortened
from claimcheck.model.report import Article

BRACKETS = re.compile(r" \(([A-ZÄÖÜ][A-Za-zÄÖÜäöü.]{1,9})\)")
INSIDE = re.compile(r" \(([A-ZÄÖÜ][^()\n]{6,90})\)")
ACRONYM = re.compile(r"(?<![\w.-])[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{1,9}\Z")
LONGEST_ACRONYM = 10
LONGEST_NAME = 100
MOST_WORDS = 12
SENTENCE_ENDS = frozenset('.!?:;“”»«"')
FEWEST_LETTERS = 3


def shortened(article: Article) -> Iterator[Shortened]:
    """Every such pair in which the name, or the acronym, is known or the first letters tell."""
    language = article.document.language
    table = extra(language, "acronyms")
    prose = article.document.prose
    if not table or "(" not in prose:
        return
    small = frozenset(table["small"])
    for match in BRACKETS.finditer(prose):
        acronym = match.group(1)
        if sum(char.isupper() for char in acronym) >= 2 or acronym in table["short"]:
            yield from _acronym_behind(prose, match, table, small)
    for match in INSIDE.finditer(prose):
        if match.group(1) in table["names"]:
            yield from _name_behind(prose, match, table)


def _acronym_behind(
    prose: str, match: re.Match[str], table: dict[str, Any], small: frozenset[str]
) -> Iterator[Shortened]:
    """ "World Health Organization (WHO)"."""
    part = Part(Span(match.start(1), match.end(1)), match.group(1))
    name = _known(prose, match.start(), table["names"])
    if name is not None and _whole(prose, name, small):
        right = tuple(table["names"][name.text])
        yield Shortened(name, part, right, known=True, clash=part.text not in right)
    elif name is None and table["initials"] and part.text not in table["short"]:
        yield from _initials(prose, match.start(), part, small)


def _name_behind(prose: str, match: re.Match[str], table: dict[str, Any]) -> Iterator[Shortened]:
    """ "WHO (World Health Organization)"."""
    before = ACRONYM.search(prose, max(0, match.start() - LONGEST_ACRONYM), match.start())
    if before is not None and before.group() in table["short"]:
        right = tuple(table["names"][match.group(1)])
        part = Part(Span(before.start(), before.end()), before.group())
        full = Part(Span(match.start(1), match.end(1)), match.group(1))
        yield Shortened(full, part, right, known=True, clash=part.text not in right)


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
    if before and before[-1][:1].isupper() and before[-1].lower() in small:
        return True  # an article with a capital begins the sentence
    joined = False
    while before and before[-1].lower() in small:
        before.pop()
        joined = True
    last = before[-1] if before else ""
    if not last[:1].isupper() or last[-1] in SENTENCE_ENDS or last.lower() in small:
        return True
    return not joined and not last.isalpha()


def _initials(prose: str, end: int, acronym: Part, small: frozenset[str]) -> Iterator[Shortened]:
    """Names of as many capitalised words as the acronym has letters, of which two neighbours changed places."""
    letters = acronym.text
    if not letters.isupper() or not letters.isalpha() or len(letters) < FEWEST_LETTERS:
        return
    found = ""
    at = end
    for _ in range(MOST_WORDS):
        low = max(0, at - LONGEST_NAME)
        begin = max(prose.rfind(" ", low, at), prose.rfind("\n", low, at), low - 1) + 1
        word = prose[begin:at]
        if word[:1].isupper() and word.replace("-", "").replace("’", "").replace("'", "").isalpha():
            found = word[0] + found
        elif word not in small:
            return
        if len(found) == len(letters):
            clash = _swapped(found, letters)
            if clash or found == letters:
                name = Part(Span(begin, end), prose[begin:end])
                yield Shortened(name, acronym, (found,), known=False, clash=clash)
            return
        at = begin - 1
        if at <= 0 or prose[at] == "\n":
            return


def _swapped(initials: str, letters: str) -> bool:
    """Whether two letters behind the first have changed places."""
    two = sum(a != b for a, b in zip(initials, letters, strict=True)) == 2
    return two and sorted(initials) == sorted(letters) and initials[0] == letters[0]
