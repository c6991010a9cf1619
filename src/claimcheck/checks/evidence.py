"""Why the operands of a comparison belong together, and what speaks against it: clauses, subjects, marks and nouns.

Standing near each other is no evidence. Two numbers are about one thing where one clause holds both, where a mark sets
the one beside the other, where a word points back, or where both clauses have the same subject. Another subject,
another time or another status of a statement is a veto.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import NamedTuple

from claimcheck.checks.comparison import Comparison
from claimcheck.languages import load
from claimcheck.languages.word_roles import NOUN, NUMBER, PRONOUN, VERB
from claimcheck.link.dimension import UNSTATED, dimension, measure
from claimcheck.link.frame import words_of
from claimcheck.link.joint import alike
from claimcheck.model import Claim, Document
from claimcheck.model.analysis import Analysis, Clause, Sentence
from claimcheck.model.comparison import EVIDENCE_FROM_TEXT, Evidence, Slot
from claimcheck.model.report import Article
from claimcheck.model.span import Span

SUMMED = frozenset({"share", "total"})
OF_ONE = frozenset({"change", "difference", "direction", "factor", "points", "share"})
"""The kinds whose operands are told of one subject; what each of many costs and what they are together need not be."""

BESIDE = 12
"""So many characters at most lie between two words of which the one explains the other."""
DIRECTLY = 3
RANKS = 100
INSIDE = ("relative", "participle", "infinitive")
POINTING = frozenset(
    {"again", "average", "besides", "each", "equals", "figure", "follows", "of_which", "per_one"}
    | {"remaining", "thereby", "together"}
)
"""Roles of words that take up what was told: "of these", "that is", "the figure", "another six", "the rest"."""
UNTIED: tuple[Evidence, ...] = ("equal_slots", "nearness")
Grounds = tuple[Evidence, Slot | None]


class Stand(NamedTuple):
    """Where an operand stands."""

    span: Span
    number: int
    sentence: Sentence
    clause: int

    @property
    def held(self) -> Clause:
        """Its clause."""
        return self.sentence.clauses[self.clause]

    @property
    def place(self) -> tuple[int, int]:
        """What is the same for all that one clause holds."""
        return self.number, self.clause


def grounds(article: Article, comparison: Comparison, kind: str) -> Grounds:
    """The evidence, and the slot that speaks against comparing, if one does; `kind` is that of the check."""
    if comparison.evidence is not None or comparison.asks:
        return comparison.evidence or "wording", None
    stands = _stands(article.analysis, sorted({role.span for role in comparison.roles}))
    if not stands:
        return "nearness", None
    if len(stands) == 1:
        return "wording", comparison.slot
    found = [_joint(article.document, one, two) for one, two in pairwise(stands)]
    if kind == "total":
        found = _listed(found, stands)
    weakest = max((evidence for evidence, _ in found), key=EVIDENCE_FROM_TEXT.index)
    return weakest, comparison.slot or _of_kind(kind, comparison, stands) or _of_subjects(kind, comparison, found)


def _of_kind(kind: str, comparison: Comparison, stands: list[Stand]) -> Slot | None:
    """What speaks against a comparison of this kind by its own operands."""
    if kind == "direction" and not _leads(comparison, stands):
        return "clause"
    if kind == "direction" and all(_may_be_rank(claim) for claim in comparison.claims):
        return "unit"
    if kind in SUMMED and _of_two_units(comparison.claims):
        return "unit"
    return "noun" if kind == "total" and _of_two_nouns(comparison.claims) else None


def _of_subjects(kind: str, comparison: Comparison, found: list[Grounds]) -> Slot | None:
    """Whether what must be told of one thing is told of two, or is planned once and a fact once."""
    if kind not in OF_ONE:
        return None
    if slots := [slot for _, slot in found if slot is not None]:
        return slots[0]
    loose = any(evidence in UNTIED for evidence, _ in found)
    return "status" if loose and len({claim.modality for claim in comparison.claims}) > 1 else None


def _may_be_rank(claim: Claim) -> bool:
    """Whether a number may be a place in a table: "fell from 1 to 4"."""
    value = measure(claim)
    bare = value is not None and dimension(claim) == UNSTATED and not value.rounded
    return bare and value is not None and value.number is not None and value.number < RANKS


def _of_two_units(claims: tuple[Claim, ...]) -> bool:
    """Whether a bare number stands beside one with a unit of its own, and no scale word says that they share it."""
    bare = [claim for claim in claims if dimension(claim) == UNSTATED]
    units = {dimension(claim) for claim in claims} - {UNSTATED, "percent"}
    return bool(units - {""}) and any((value := measure(claim)) and not value.rounded for claim in bare)


def _of_two_nouns(claims: tuple[Claim, ...]) -> bool:
    """Whether two parts are counted alike, and as another thing than the total: 568 seats, 14 and 13 provinces."""
    whole, *parts = [value.noun if (value := measure(claim)) else None for claim in claims]
    named = [noun for noun in parts if noun]
    return bool(whole) and any(alike(one, two) and not alike(one, whole or "") for one, two in combinations(named, 2))


def _listed(found: list[Grounds], stands: list[Stand]) -> list[Grounds]:
    """The joints of a list: where a word has pointed to the whole, the members behind it belong to it."""
    for at in range(1, len(found)):
        same = stands[at].number == stands[at + 1].number
        if same and found[at - 1][0] == "anaphor" and found[at] == ("nearness", None):
            found[at] = "anaphor", None
    return found


def _leads(comparison: Comparison, stands: list[Stand]) -> bool:
    """Whether the word of change leads to its values: a verb, or a noun right before them and no mere topic."""
    word = next(role.span for role in comparison.roles if role.name == "verb")
    at = next(number for number, stand in enumerate(stands) if stand.span == word)
    sentence = stands[at].sentence
    token = sentence.token_at(word.start)
    if not sentence.tokens[token].roles & NOUN or sentence.tokens[token].roles & VERB:
        return True
    following = stands[at + 1] if at + 1 < len(stands) else None
    return following is not None and sentence.token_at(following.span.start) - token <= DIRECTLY


def _stands(analysis: Analysis | None, spans: list[Span]) -> list[Stand]:
    """Where each operand stands; none where one stands outside of all sentences."""
    found = []
    for span in spans:
        number = -1 if analysis is None else analysis.number(span.start)
        if analysis is None or number < 0:
            return []
        sentence = analysis.sentence(number)
        if not sentence.clauses:
            return []
        found.append(Stand(span, number, sentence, sentence.owners[sentence.token_at(span.start)]))
    return found


def _joint(document: Document, one: Stand, two: Stand) -> Grounds:
    """What joins two operands that follow each other."""
    between = document.prose[one.span.end : two.span.start]
    if one.number == two.number and len(between) <= BESIDE and any(mark in between for mark in "(,–—-"):
        return "apposition", None
    if one.place == two.place or (one.number == two.number and _inside(one, two)):
        return "construction", None
    return _of_clauses(document, one, two)


def _of_clauses(document: Document, one: Stand, two: Stand) -> Grounds:
    """What joins the operands of two clauses: their subjects, or a word that points back."""
    subject = two.held.subject
    if two.number == one.number and subject in (None, one.held.subject):
        return "construction", None
    if two.number == one.number and _is_subject(one) and _is_subject(two):
        return "equal_slots", None
    if _points(two) or _points_in_words(document, one, two):
        return "anaphor", None
    first, second = _head(one), _head(two)
    if first is None or second is None:
        return "nearness", None
    return ("equal_slots", None) if alike(first, second) else ("nearness", "subject")


def _inside(one: Stand, two: Stand) -> bool:
    """Whether the one clause belongs into the other and has no subject but that of the other, or the number itself."""
    for inner, outer in ((one, two), (two, one)):
        if inner.held.parent == outer.clause and (inner.held.kind in INSIDE or _is_subject(inner)):
            return True
    return False


def _is_subject(stand: Stand) -> bool:
    """Whether the operand stands in the subject of its clause."""
    subject = stand.held.subject
    return subject is not None and subject.first <= stand.sentence.token_at(stand.span.start) < subject.last


def _points(stand: Stand) -> bool:
    """Whether the clause speaks of what came before: its subject is a pronoun, it begins with one, or has no verb."""
    subject, sentence = stand.held.subject, stand.sentence
    if stand.held.verb is None or (subject is not None and subject.pronoun):
        return True
    first = sentence.tokens[stand.held.stretches[0][0]]
    return bool(first.roles & PRONOUN)


def _points_in_words(document: Document, one: Stand, two: Stand) -> bool:
    """Whether a word between them, or in the clause of the second, takes up what was told."""
    start = max(one.span.end, two.sentence.tokens[two.held.stretches[0][0]].span.start)
    end = two.sentence.tokens[two.held.stretches[-1][1] - 1].span.end
    phrases = load(document.language or "").relations["phrases"]
    return any(POINTING & roles for _, _, _, roles in words_of(document.prose, start, end, phrases))


def _head(stand: Stand) -> str | None:
    """The noun that the clause is about; None where it is the number itself, a pronoun, or unknown."""
    subject = stand.held.subject
    if subject is None or subject.pronoun:
        return None
    head = stand.sentence.tokens[subject.head]
    if _is_subject(stand) or head.roles & NUMBER or not head.roles & NOUN:
        return None
    return head.text
