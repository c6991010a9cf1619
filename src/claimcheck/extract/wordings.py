"""Wordings that hide a source or a measure: "experts", "some say", "is often assumed", "record level", "a study"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from claimcheck.model import Claim, Document, Span
from claimcheck.model.entity import Mention
from claimcheck.model.span import Wording, WordingKind

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[,;:–(„“\"»]")
TAIL = re.compile(r"[\w-]*")
KINDS: dict[str, str] = {
    "groups": "group",
    "some": "some",
    "assumed": "assumed",
    "counts_as": "counts_as",
    "hearsay": "hearsay",
    "record": "record",
    "never": "never",
    "studies": "study",
    "institutions": "institution",
}
SYLLABLE = 3
_NEAR = 4
_CLAUSE = 16


class Wordlist:
    """The words of one language's wording.yaml, ready to be looked for."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.sets = {name: frozenset(words) for name, words in table.items()}
        self.sets["opining"] = self.sets.get("judging", frozenset()) - self.sets.get("feeling", frozenset())
        self.table = table
        kinds = {word.rstrip("-"): kind for name, kind in KINDS.items() for word in table.get(name, ())}
        self.beginnings = frozenset(word.rstrip("-") for word in table.get("record", ()) if word.endswith("-"))
        self.forms = sorted(kinds)
        self.kinds = [kinds[form] for form in self.forms]
        self.automaton = AhoCorasick(self.forms, matchkind=MatchKind.LeftmostLongest) if kinds else None
        self.endings = tuple(table.get("superlative_endings", ()))
        self.people = tuple(table.get("record_people", ()))
        self.people_ends = tuple(word for word in self.people if len(word) > SYLLABLE)

    def is_no_record(self, rest: str) -> bool:
        """Whether what follows the beginning of a record makes it a person, an event or a plural."""
        return rest.startswith(self.people) or rest.endswith(self.people_ends) or rest in self.sets["record_endings"]


def find_wordings(
    document: Document, words: Wordlist, numbers: Sequence[Claim], mentions: Sequence[Mention]
) -> tuple[Wording, ...]:
    """The wordings of a document in order; a record with a number in its sentence is measured and none."""
    if words.automaton is None:
        return ()
    page = _Page(document, words, numbers, mentions)
    matches = words.automaton.find_matches_as_indexes(page.folded)
    return tuple(each for index, first, last in matches if (each := page.wording(words.kinds[index], first, last)))


class _Page:
    """One document while its wordings are looked for."""

    def __init__(
        self, document: Document, words: Wordlist, numbers: Sequence[Claim], mentions: Sequence[Mention]
    ) -> None:
        self.document = document
        self.words = words
        self.prose = prose = document.prose
        folded = prose.lower()
        if len(folded) != len(prose):
            folded = "".join(low if len(low := char.lower()) == 1 else char for char in prose)
        self.folded = folded
        self.starts = [span.start for span in document.sentences]
        self.measured = frozenset(bisect_left(self.starts, claim.span.start + 1) for claim in numbers)
        self.names = frozenset(each.span.start for each in mentions)

    def wording(self, kind: str, start: int, last: int) -> Wording | None:
        """The wording whose words were found at two offsets, or None where they are none here."""
        end = self._end(kind, start, last)
        if end is None:
            return None
        if kind == "institution":
            start = _compound(self.prose, start)
        number = bisect_left(self.starts, start + 1)
        sentence = self._sentence(number, start)
        if sentence is None:
            return None
        if kind == "some" and end + 1 not in self.names and _next(self.prose, end) not in self.words.sets["judging"]:
            return None
        said = self._kind(kind, start, end, sentence, measured=number in self.measured)
        if said is None:
            return None
        if kind == "institution":
            end = _verb(self.folded, end, sentence.end, self.words)
        return Wording(said, Span(start, end), self.prose[start:end])

    def _sentence(self, number: int, offset: int) -> Span | None:
        """The sentence before that with a number, where it holds an offset."""
        sentence = self.document.sentences[number - 1] if number else None
        return None if sentence is None or offset >= sentence.end else sentence

    def _end(self, kind: str, start: int, last: int) -> int | None:
        """Where the word that was found ends; None where it is only a part of another."""
        prose = self.prose
        if start and prose[start - 1].isalnum():
            return None
        if kind == "record":
            return self._record_end(start, last)
        return None if last < len(prose) and (prose[last].isalnum() or prose[last] == "-") else last

    def _record_end(self, start: int, last: int) -> int | None:
        """The end of a compound that begins with a record: "Rekordsumme", but not "Rekordmeister"."""
        headline = self.document.headline
        if headline is not None and start < headline.end:
            return None
        tail = TAIL.match(self.prose, last)
        end = tail.end() if tail else last
        rest = self.folded[last:end].lstrip("-")
        if not rest:
            return None if self.folded[start:last] in self.words.beginnings else end
        return None if self.words.is_no_record(rest) else end

    def _kind(self, kind: str, start: int, end: int, sentence: Span, *, measured: bool) -> WordingKind | None:
        """What the words are in their sentence, of which the wording asks the words before and behind."""
        if kind == "hearsay":
            return "hearsay"
        if kind in ("never", "record"):
            words = self.prose[start:end]
            marked = kind == "never" or words[0].isupper() or " " in words or "-" in words
            return "record" if marked and not measured else None
        ahead = WORD.findall(self.folded, sentence.start, start)
        behind = WORD.findall(self.folded, end, sentence.end)
        if kind == "study":
            return _study(ahead, behind, self.words, named=self.prose[start - 1 : start] == "-")
        return "vague_source" if _vague(kind, ahead, behind, self.words) else None


def _study(ahead: list[str], behind: list[str], words: Wordlist, *, named: bool) -> WordingKind | None:
    """A study that says something and that nobody is named for."""
    sets, before = words.sets, ahead[-_NEAR:]
    opened = any(each in sets["open_articles"] for each in before[-2:])
    stated = not sets["study_verbs"].isdisjoint(behind) or not sets["study_before"].isdisjoint(before)
    by = bool(behind) and behind[0] in sets["study_by"]
    return "study" if opened and stated and not named and not by else None


def _vague(kind: str, ahead: list[str], behind: list[str], words: Wordlist) -> bool:
    """Whether somebody who is not named is the source of what the sentence says."""
    before = ahead[-_NEAR:]
    if kind == "assumed":
        return bool(before) and before[-1] in words.sets["often"]
    if kind == "counts_as":
        return any(_superlative(each, words) for each in behind[:_NEAR])
    if kind == "institution":
        return _any(before, words) and _tells(behind, words)
    return words.sets["studies"].isdisjoint((*ahead, *behind)) and _group(kind, before, behind, words)


def _compound(prose: str, start: int) -> int:
    """Where the compound begins that a word is the last part of: "Top-Universitäten"."""
    while start and (prose[start - 1] == "-" or prose[start - 1].isalnum()):
        start -= 1
    return start


def _any(before: list[str], words: Wordlist) -> bool:
    """Whether nothing before a plural says which are meant."""
    return not before or before[-1] in words.sets["any_of"] or _begins(before[-1])


def _tells(behind: list[str], words: Wordlist) -> bool:
    """Whether the next word is a verb of telling, or one follows a few examples: "wie A oder B berichten"."""
    if not behind or behind[0] in words.sets["telling"]:
        return bool(behind)
    return behind[0] in words.sets["such_as"] and not words.sets["telling"].isdisjoint(behind[:_CLAUSE])


def _next(prose: str, end: int) -> str:
    match = WORD.match(prose, end + 1)
    return match.group() if match else ""


def _superlative(word: str, words: Wordlist) -> bool:
    return word in words.sets["superlatives"] or (len(word) > 5 and word.endswith(words.endings))


def _since_comma(words: list[str]) -> list[str]:
    return words[len(words) - words[::-1].index(",") :] if "," in words else words


def _is_led(last: str, words: Wordlist) -> bool:
    """Whether a word stands before a group that neither begins a clause nor leaves open who is meant."""
    return bool(last) and last not in words.sets["any_of"] and not _begins(last)


def _group(kind: str, before: list[str], behind: list[str], words: Wordlist) -> bool:
    """A group that judges: without an article or with one that leaves it open, and a verb of judging in its clause."""
    judging = words.sets["opining"] if kind == "some" else words.sets["judging"]
    last = before[-1] if before else ""
    if last and last in words.sets["definite"]:
        return False
    if kind == "group" and not words.sets["there_are"].isdisjoint(_since_comma(before)):
        return True
    if kind == "group" and _is_led(last, words):
        return last in judging
    return last in judging or not judging.isdisjoint(behind[:_CLAUSE])


def _verb(folded: str, start: int, end: int, words: Wordlist) -> int:
    """Where the first verb of telling ends; the start where there is none."""
    verbs = (match.end() for match in WORD.finditer(folded, start, end) if match.group() in words.sets["telling"])
    return next(verbs, start)


def _begins(word: str) -> bool:
    return word in ',;:–(„“"»'
