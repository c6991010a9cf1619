"""Wordings that hide a source or a measure: "experts", "some say", "is often assumed", "record level", "a study"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from claimcheck.model import Claim, Document, Span
from claimcheck.model.entity import Mention
from claimcheck.model.wording import Wording, WordingKind
from claimcheck.patterns import pattern

WORD = pattern(r"[^\W_]+(?:-[^\W_]+)*|[,;:–(„“\"»]")
TAIL = pattern(r"[\w-]*")
KINDS: dict[str, str] = {
    "groups": "group",
    "some": "some",
    "assumed": "assumed",
    "counts_as": "counts_as",
    "hearsay": "hearsay",
    "record": "record",
    "never": "never",
    "studies": "study",
}
_NEAR = 4


class Wordlist:
    """The words of one language's wording.yaml, ready to be looked for."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.sets = {name: frozenset(words) for name, words in table.items()}
        self.table = table
        kinds = {word: kind for name, kind in KINDS.items() for word in table.get(name, ())}
        self.forms = sorted(kinds)
        self.kinds = [kinds[form] for form in self.forms]
        self.automaton = AhoCorasick(self.forms, matchkind=MatchKind.LeftmostLongest) if kinds else None
        self.endings = tuple(table.get("superlative_endings", ()))
        self.people = tuple(table.get("record_people", ()))


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
    for index, start, last in words.automaton.find_matches_as_indexes(folded):
        if start and prose[start - 1].isalnum():
            continue
        kind, end = words.kinds[index], last
        if kind == "record":
            if document.headline is not None and start < document.headline.end:
                continue
            tail = TAIL.match(prose, end)
            end = tail.end() if tail else last
            rest = folded[last:end].lstrip("-")
            if rest and (rest.startswith(words.people) or rest in words.sets["record_endings"]):
                continue
        elif end < len(prose) and (prose[end].isalnum() or prose[end] == "-"):
            continue
        number = bisect_left(starts, start + 1)
        if not number:
            continue
        sentence = document.sentences[number - 1]
        if start >= sentence.end:
            continue
        if kind == "some" and end + 1 not in names and _next(prose, end) not in words.sets["judging"]:
            continue
        said = _kind(kind, folded, start, end, sentence, words, number in measured, prose)
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
    before = WORD.findall(folded, sentence.start, start)[-_NEAR:]
    behind = WORD.findall(folded, end, sentence.end)
    if kind == "assumed":
        return "vague_source" if before and before[-1] in words.sets["often"] else None
    if kind == "counts_as":
        return "vague_source" if any(_superlative(each, words) for each in behind[:_NEAR]) else None
    if kind == "study":
        opened = any(each in words.sets["open_articles"] for each in before[-2:])
        stated = not words.sets["study_verbs"].isdisjoint(behind) or not words.sets["study_before"].isdisjoint(before)
        return "study" if opened and stated else None
    return _group(kind, before, behind, words)


def _next(prose: str, end: int) -> str:
    match = WORD.match(prose, end + 1)
    return match.group() if match else ""


def _superlative(word: str, words: Wordlist) -> bool:
    return word in words.sets["superlatives"] or (len(word) > 5 and word.endswith(words.endings))


def _group(kind: str, before: list[str], behind: list[str], words: Wordlist) -> WordingKind | None:
    """A group that judges: without an article or with one that leaves it open, and a verb of judging in its clause."""
    judging = words.sets["judging"]
    if kind == "group" and not words.sets["there_are"].isdisjoint(before):
        return "vague_source"
    if kind == "group" and before and before[-1] not in words.sets["any_of"] and not _begins(before[-1]):
        return "vague_source" if before[-1] in judging else None
    if not judging.isdisjoint(behind[:16]) or (before and before[-1] in judging):
        return "vague_source"
    return None


def _begins(word: str) -> bool:
    return word in ',;:–(„“"»'
