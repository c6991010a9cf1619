"""Relations: who bought, leads, founded, joined, funds what, from verbs, nouns, offices and names.

One automaton looks for the words that can state a relation; only the sentences around them are read.
"""

from __future__ import annotations

import re
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from claimcheck.extract.clauses import Grammar, Row, Rows
from claimcheck.extract.relations import naming, nouns, people, verbs
from claimcheck.model import Span
from claimcheck.model.relation import Relation

LIST_BEHIND = re.compile(r"\s(?:\w{3} )?(?:[^\W\d_a-zß]|[„“\"])")
FORMERLY_AFTER = (",", "(")
SHORTEST_TAIL = 4


class Triggers:
    """The words of one language that can state a relation."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.entries: dict[str, list[list[Any]]] = table["triggers"]
        self.forms = sorted(self.entries)
        self.needs = [
            [kind for role, kind in (("amount", "amount"), ("share", "percentage")) if role in frame["needs"]]
            for frame in table["verbs"]
        ]
        self.automaton = AhoCorasick(self.forms, matchkind=MatchKind.LeftmostLongest)

    def find(self, prose: str, folded: str) -> list[tuple[int, int, str, list[list[Any]]]]:
        """Start, end, form and entries of each trigger word, in order; nouns also as the last part of a compound."""
        found = []
        size = len(prose)
        forms, entries = self.forms, self.entries
        for index, start, end in self.automaton.find_matches_as_indexes(folded):
            if end < size and (prose[end].isalnum() or (prose[end] == "-" and prose[end + 1 : end + 2].isalpha())):
                continue
            form = forms[index]
            known = entries[form]
            if start and (prose[start - 1].isalnum() or prose[start - 1] == "-"):
                if end - start < SHORTEST_TAIL and prose[start - 1] != "-":
                    continue
                known = [each for each in known if each[0] in ("role", "founder", "noun")]
                if not known:
                    continue
            found.append((start, end, form, known))
        return found


def find_relations(rows: Rows, triggers: Triggers) -> list[tuple[Span, Relation]]:
    """All relations of a document, in the order of the text; each once."""
    prose = rows.document.prose
    folded = prose.lower()
    if len(folded) != len(prose):
        folded = "".join(low if len(low := char.lower()) == 1 else char for char in prose)
    found: list[tuple[Span, Relation]] = []
    for start, end, form, entries in triggers.find(prose, folded):
        number = -1
        for entry in entries:
            kind = entry[0]
            if not _may(rows.grammar, prose, start, end, kind):
                continue
            if number < 0 and (number := rows.number(start)) < 0:
                break
            if kind == "verb" and any(not rows.holds(number, need) for need in triggers.needs[entry[1]]):
                continue
            found += _read(rows.row(number), start, end, form, entry)
    return _once(found)


def _may(grammar: Grammar, prose: str, start: int, end: int, kind: str) -> bool:
    """Whether the letters around a word allow it to be what it looks like; asked before its sentence is read."""
    if kind == "verb":
        return prose[start].islower() or not grammar.capitals
    if kind == "formerly":
        return prose[max(start - 2, 0) : start].strip() in FORMERLY_AFTER
    if kind == "list":
        return LIST_BEHIND.match(prose, end) is not None and (not grammar.capitals or _capital_before(prose, start))
    return not grammar.capitals or prose[start].isupper() or (start > 0 and prose[start - 1].isalpha())


def _capital_before(prose: str, start: int) -> bool:
    at = prose.rfind(" ", max(start - 40, 0), max(start - 1, 0))
    return prose[at + 1].isupper()


def _read(row: Row, start: int, end: int, form: str, entry: list[Any]) -> list[tuple[Span, Relation]]:
    at = row.at(end) - 1
    if at < 0 or row.ends[at] < end or (" " not in form and row.starts[at] > start):
        return []
    first = at if " " not in form else max(row.at(start), 0)
    kind = entry[0]
    if kind == "list":
        return naming.members(row, first, at)
    if kind == "verb":
        one = verbs.read(row, at, entry)
    elif kind == "noun":
        one = nouns.read(row, at, entry, start)
    elif kind == "formerly":
        one = naming.formerly(row, first, at)
    else:
        one = people.read(row, first, at, entry, start)
    return [] if one is None else [one]


def _once(found: list[tuple[Span, Relation]]) -> list[tuple[Span, Relation]]:
    """Sorted, without what is said twice at the same place."""
    kept: dict[tuple[Any, ...], tuple[Span, Relation]] = {}
    for span, relation in found:
        key = (relation.predicate, *((role, each.span) for role, each in relation.arguments[:2]))
        known = kept.get(key)
        if known is None or len(known[1].arguments) < len(relation.arguments):
            kept[key] = (span, relation)
    return sorted(kept.values(), key=lambda pair: (pair[0], pair[1].predicate, str(pair[1].arguments)))
