"""Why two numbers belong together, and what speaks against it: clauses, subjects, marks, and words that point back.

Standing near each other is no evidence.
"""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.languages import load
from claimcheck.languages.word_roles import CAPITAL, NOUN, NUMBER
from claimcheck.model import Document
from claimcheck.model.analysis import Analysis, Clause, Sentence
from claimcheck.model.comparison import Evidence, Slot
from claimcheck.model.span import Span
from claimcheck.statements.phrases import known_of
from claimcheck.statements.words import alike, joints, takes_up

BESIDE = 12
"""So many characters at most lie between two words of which the one explains the other."""
AROUND = 5
"""So many words before and behind an operand may take up for it what was told."""
INSIDE = ("relative", "participle", "infinitive")
POINTING = frozenset(
    {"again", "average", "besides", "each", "equals", "figure", "follows", "of_which", "per_one"}
    | {"remaining", "thereby", "together"}
)
"""Roles of words that take up what was told: "of these", "that is", "the figure", "another six", "the rest"."""
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


def stands(analysis: Analysis | None, spans: list[Span]) -> list[Stand]:
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


def joint(document: Document, one: Stand, two: Stand) -> Grounds:
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
    if two.held.verb is None and two.number == one.number:
        return "apposition", None
    if two.number - one.number <= 1 and _points_back(document, one, two):
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


def _points_back(document: Document, one: Stand, two: Stand) -> bool:
    """Whether the second clause or a word beside its operand takes up what was told."""
    return _points(document, two) or _points_in_words(document, two) or _takes_up(one, two)


def _points(document: Document, stand: Stand) -> bool:
    """Whether the clause speaks of what came before: its subject is "this", "that", "it", or it begins with "diese"."""
    if not stand.held.stretches or stand.held.kind == "relative":
        return False
    known, first = joints(document.language or ""), stand.sentence.tokens[stand.held.stretches[0][0]]
    chunk = stand.sentence.chunk_at(first.span.start)
    alone = chunk is None or chunk.determiner is None  # "die Halle" begins with an article
    shows = known is not None and alone and first.low in known.taking_up
    return shows or takes_up(document.language or "", stand.sentence, stand.held)


def _points_in_words(document: Document, stand: Stand) -> bool:
    """Whether a word beside the operand, in its clause, takes up what was told: "of them 40", "another 40"."""
    tokens, at = stand.sentence.tokens, stand.sentence.token_at(stand.span.start)
    near = [k for k in range(max(0, at - AROUND), min(len(tokens), at + AROUND + 1)) if stand.held.holds(k)]
    phrases = load(document.language or "").relations["phrases"]
    told = known_of(document.prose, tokens[near[0]].span.start, tokens[near[-1]].span.end, phrases) if near else ()
    # "insgesamt" and "in total" may sum up what follows
    return any(POINTING & (roles - {"together"} if "total" in roles else roles) for _, _, roles in told)


def _takes_up(one: Stand, two: Stand) -> bool:
    """Whether the subject of the second is a name that the clause of the first has too: "… of Keltec. Keltec …"."""
    subject = two.held.subject
    if subject is None or subject.pronoun or subject.number is not None:
        return False
    head = two.sentence.tokens[subject.head]
    if not head.roles & CAPITAL or (subject.determiner is not None and not subject.name):
        return False
    low = head.low
    return any(each.low == low for at, each in enumerate(one.sentence.tokens) if one.held.holds(at))


def _head(stand: Stand) -> str | None:
    """The noun that the clause is about; None where it is the number itself, a pronoun, or unknown."""
    subject = stand.held.subject
    if subject is None or subject.pronoun:
        return None
    head = stand.sentence.tokens[subject.head]
    if _is_subject(stand) or head.roles & NUMBER or not head.roles & NOUN:
        return None
    return head.text
