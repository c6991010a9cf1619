"""Full names with an acronym in brackets behind them, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    table = extra(language, "acronyms") if language is not None else {}
    prose = article.document.prose
    if not table or "(" not in prose:
        return
    small = frozenset(table["small"])
    for match in BRACKETS.finditer(prose):
        acronym = match.group(1)
        if sum(char.isupper() for char in acronym) < 2 and acronym not in table["short"]:
            continue
        part = Part(Span(match.start(1), match.end(1)), acronym)
        name = _known(prose, match.start(), table["names"])
        if name is not None and _whole(prose, name, small):
            right = tuple(table["names"][name.text])
            yield Shortened(name, part, right, known=True, clash=acronym not in right)
        elif name is None and table["initials"] and acronym not in table["short"]:
            yield from _initials(prose, match.start(), part, small)
    for match in INSIDE.finditer(prose):
        written = match.group(1)
        if written not in table["names"]:
            continue
        before = ACRONYM.search(prose, max(0, match.start() - LONGEST_ACRONYM), match.start())
        if before is not None and (acronym := before.group()) in table["short"]:
            right = tuple(table["names"][written])
            part = Part(Span(before.start(), before.end()), acronym)
            full = Part(Span(match.start(1), match.end(1)), written)
            yield Shortened(full, part, right, known=True, clash=acronym not in right)


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
    joined = False
    if before and before[-1][:1].isupper() and before[-1].lower() in small:
        return True  # an article with a capital begins the sentence
    while before and before[-1].lower() in small:
        before.pop()
        joined = True
    if not before or not before[-1] or before[-1][-1] in SENTENCE_ENDS:
        return True
    last = before[-1]
    return not (last[:1].isupper() and (joined or last.isalpha()) and last.lower() not in small)


def _initials(prose: str, end: int, acronym: Part, small: frozenset[str]) -> Iterator[Shortened]:
    """Names of as many capitalised words as the acronym has letters, of which two neighbours changed places."""
    letters = acronym.text
    if not letters.isupper() or not letters.isalpha() or len(letters) < FEWEST_LETTERS:
        return
    found: list[str] = []
    at = end
    for _ in range(MOST_WORDS):
        low = max(0, at - LONGEST_NAME)
        begin = max(prose.rfind(" ", low, at), prose.rfind("\n", low, at), low - 1) + 1
        word = prose[begin:at]
        if word[:1].isupper() and word.replace("-", "").replace("’", "").replace("'", "").isalpha():
            found.insert(0, word[0])
        elif word not in small:
            return
        if len(found) == len(letters):
            initials = "".join(found)
            swapped = sum(a != b for a, b in zip(initials, letters, strict=True)) == 2
            clash = swapped and sorted(initials) == sorted(letters) and initials[0] == letters[0]
            if clash or initials == letters:
                yield Shortened(
                    Part(Span(begin, end), prose[begin:end]), acronym, (initials,), known=False, clash=clash
                )
            return
        at = begin - 1
        if at <= 0 or prose[at] == "\n":
            return
