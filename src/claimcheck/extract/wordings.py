"""Wordings that hide a source or a measure: "experts", "some say", "is often assumed", "record level", "a study"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from claimcheck.model import Claim, Document, Span
from claimcheck.model.entity import Mention
from claimcheck.model.wording import Wording, WordingKind

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
    prose = document.prose
    folded = prose.lower()
    if len(folded) != len(prose):
        folded = "".join(low if len(low := char.lower()) == 1 else char for char in prose)
    starts = [span.start for span in document.sentences]
    measured = frozenset(bisect_left(starts, claim.span.start + 1) for claim in numbers)
    names = frozenset(each.span.start for each in mentions)
    found: list[Wording] = []
    for index, first, last in words.automaton.find_matches_as_indexes(folded):
        start = first
        if start and prose[start - 1].isalnum():
            continue
        kind, end = words.kinds[index], last
        if kind == "record":
            if document.headline is not None and start < document.headline.end:
                continue
            tail = TAIL.match(prose, end)
            end = tail.end() if tail else last
            rest = folded[last:end].lstrip("-")
            if not rest and folded[start:last] in words.beginnings:
                continue
            if rest and words.is_no_record(rest):
                continue
        elif end < len(prose) and (prose[end].isalnum() or prose[end] == "-"):
            continue
        if kind == "institution":
            start = _compound(prose, start)
        number = bisect_left(starts, start + 1)
        if not number:
            continue
        sentence = document.sentences[number - 1]
        if start >= sentence.end:
            continue
        if kind == "some" and end + 1 not in names and _next(prose, end) not in words.sets["judging"]:
            continue
        said = _kind(kind, folded, start, end, sentence, words, number in measured, prose)
        if said is not None and kind == "institution":
            end = _verb(folded, end, sentence.end, words)
        if said is not None:
            found.append(Wording(said, Span(start, end), prose[start:end]))
    return tuple(found)


def _kind(  # noqa: PLR0917 – all that is known of one place
    kind: str, folded: str, start: int, end: int, sentence: Span, words: Wordlist, measured: bool, prose: str
) -> WordingKind | None:
    if kind == "hearsay":
        return "hearsay"
    if kind == "never":
        return "record" if not measured else None
    if kind == "record":
        return (
            "record"
            if not measured and (prose[start].isupper() or " " in prose[start:end] or "-" in prose[start:end])
            else None
        )
    ahead = WORD.findall(folded, sentence.start, start)
    before = ahead[-_NEAR:]
    behind = WORD.findall(folded, end, sentence.end)
    if kind == "assumed":
        return "vague_source" if before and before[-1] in words.sets["often"] else None
    if kind == "counts_as":
        return "vague_source" if any(_superlative(each, words) for each in behind[:_NEAR]) else None
    if kind == "study":
        opened = any(each in words.sets["open_articles"] for each in before[-2:])
        stated = not words.sets["study_verbs"].isdisjoint(behind) or not words.sets["study_before"].isdisjoint(before)
        named = prose[start - 1 : start] == "-" or (bool(behind) and behind[0] in words.sets["study_by"])
        return "study" if opened and stated and not named else None
    if kind == "institution":
        return "vague_source" if _any(before, words) and _tells(behind, words) else None
    cited = not words.sets["studies"].isdisjoint((*ahead, *behind))
    return _group(kind, before, behind, words) if not cited else None


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
    return behind[0] in words.sets["such_as"] and not words.sets["telling"].isdisjoint(behind[:16])


def _next(prose: str, end: int) -> str:
    match = WORD.match(prose, end + 1)
    return match.group() if match else ""


def _superlative(word: str, words: Wordlist) -> bool:
    return word in words.sets["superlatives"] or (len(word) > 5 and word.endswith(words.endings))


def _group(kind: str, before: list[str], behind: list[str], words: Wordlist) -> WordingKind | None:
    """A group that judges: without an article or with one that leaves it open, and a verb of judging in its clause."""
    judging = words.sets["opining"] if kind == "some" else words.sets["judging"]
    if before and before[-1] in words.sets["definite"]:
        return None
    clause = before[len(before) - before[::-1].index(",") :] if "," in before else before
    if kind == "group" and not words.sets["there_are"].isdisjoint(clause):
        return "vague_source"
    if kind == "group" and before and before[-1] not in words.sets["any_of"] and not _begins(before[-1]):
        return "vague_source" if before[-1] in judging else None
    if not judging.isdisjoint(behind[:16]) or (before and before[-1] in judging):
        return "vague_source"
    return None


def _verb(folded: str, start: int, end: int, words: Wordlist) -> int:
    """Where the first verb of telling ends; the start where there is none."""
    verbs = (match.end() for match in WORD.finditer(folded, start, end) if match.group() in words.sets["telling"])
    return next(verbs, start)


def _begins(word: str) -> bool:
    return word in ',;:–(„“"»'
