"""Which reading of the words that may be noun or verb, past tense or participle makes whole clauses of a sentence.

A sentence is first read as its words are read most often. Where a clause then lacks a verb or a verb its subject,
where two phrases stand side by side or a verb is left over, the doubtful words are read otherwise, one after the
other, and the reading with the fewest and lightest faults is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from claimcheck.language.parts import Parts
from claimcheck.language.row import Draft, Drafts, Row
from claimcheck.languages.word_roles import (
    ADJECTIVE, ADVERB, AUXILIARY, CAPITAL, COLON, COMMA, COMPARATOR, COORDINATOR, DASH, FINITE, GERUND, INFINITIVE,
    MODAL, NOMINATIVE, NOUN, NUMBER, PARTICIPLE, PAST, PLURAL, PLURAL_VERB, PREPOSITION, PRESENT, PRONOUN, RELATIVE,
    REFLEXIVE, SINGULAR_VERB, STOP, SUBJUNCTIVE, TIME, TO, USUAL_NOUN, USUAL_VERB, VERB,
)  # fmt: skip
from claimcheck.model.analysis import Chunk

NO_NOUN = NOUN | PLURAL | ADJECTIVE | ADVERB
NO_VERB = VERB | PAST | PRESENT | SUBJUNCTIVE | SINGULAR_VERB | PLURAL_VERB
NO_PAST = FINITE | PAST
MOST, TOLERATED, NOTICEABLE = 4, 0.55, 0.05
"""Doubtful words that are tried; how much may be wrong before more is tried; by how much another reading has to
be better.
"""


class Reading(NamedTuple):
    """A sentence with the roles of its words decided, and what the parts of its clauses are."""

    row: Row
    drafts: Drafts
    parts: Parts


def best(row: Row, read: Callable[[Row], Reading]) -> Reading:
    """The reading with the least wrong; the usual one where nothing is."""
    found = read(row.again({}))
    if not found.row.doubtful or (least := Faults(found).sum()) <= TOLERATED:
        return found
    better = _otherwise(row, read, found.row, least)
    return found if better is None else better


def _otherwise(row: Row, read: Callable[[Row], Reading], usual: Row, least: float) -> Reading | None:
    """The best reading with one or two of the doubtful words read otherwise than usual, if better than that."""
    doubtful = sorted(set(usual.doubtful))[:MOST]
    tried = [(at, barred) for at in doubtful for barred in _others(usual.roles[at], row.roles[at])]
    better = _least(row, read, ({at: barred} for at, barred in tried), least)
    if better is None or better[1] <= TOLERATED:
        return None if better is None else better[0]
    known = better[0].row.barred
    further = _least(row, read, ({**known, at: barred} for at, barred in tried if at not in known), better[1])
    return (further or better)[0]


def _least(
    row: Row, read: Callable[[Row], Reading], tries: Iterable[dict[int, int]], least: float
) -> tuple[Reading, float] | None:
    """The best of several readings and how much is wrong with it, if less than in the best so far."""
    found = None
    for barred in tries:
        reading = read(row.again(barred))
        wrong = Faults(reading).sum()
        if wrong < least - NOTICEABLE:
            found, least = (reading, wrong), wrong
        if least <= TOLERATED:
            break
    return found


def _others(now: int, known: int) -> Iterator[int]:
    """What a doubtful word is to be read without, so that it is read otherwise than now."""
    both = FINITE | PARTICIPLE
    if now & VERB:
        if known & (NOUN | ADJECTIVE | GERUND):
            yield NO_VERB
        if known & both == both:
            yield NO_NOUN | PARTICIPLE
            yield NO_NOUN | NO_PAST
    else:
        yield NO_NOUN | (PARTICIPLE if known & both == both else 0)
        if known & PARTICIPLE:
            yield NO_NOUN | NO_PAST


class Faults:
    """What is wrong with a reading, each fault with a weight."""

    def __init__(self, reading: Reading) -> None:
        self.row, self.drafts, self.parts = reading
        self.roles = self.row.roles
        self.ended = any(role & STOP for role in self.roles[-2:])

    def sum(self) -> float:
        """The weight of all faults; 0 where every clause is whole."""
        unusual = sum(self._unusual(at) for at in set(self.row.doubtful))
        clauses = sum(self._clause(i) for i in range(len(self.drafts.all))) + self._side_by_side()
        return clauses + unusual + self._idle()

    def _idle(self) -> float:
        """A relative pronoun behind a preposition that opens no clause: "to Rovers, for whom Kern played"."""
        row, opened = self.row, {each.connective for each in self.drafts.all}
        idle = (k for k in range(2, row.count) if row.given[k] & RELATIVE and k not in opened)
        return 0.8 if any(row.has(k - 1, PREPOSITION) and row.has(k - 2, COMMA) for k in idle) else 0

    def _unusual(self, at: int) -> float:
        """How much speaks against what a doubtful word is read as."""
        now, given = self.roles[at], self.row.given[at]
        if now & VERB:
            return 0.5 if given & USUAL_NOUN else 0.0 if given & USUAL_VERB or not given & NOUN else 0.15
        return 0.6 if given & USUAL_VERB and given & FINITE else 0.0

    def _clause(self, number: int) -> float:
        draft, subject = self.drafts.all[number], self.parts.subjects[number]
        found = sum((self._left_over(draft, k) for k in draft.nonfinite), 0.0)
        if draft.kind in ("infinitive", "participle"):
            return found
        if draft.finite is None:
            return found + self._verbless(number, draft)
        if subject is None:
            found += self._without_subject(number, draft)
        else:
            found += self._disagreeing(subject, draft.finite) + self._interrupted(number, draft.finite)
        found += self._unhelped(draft) + self._unjoined(number, draft)
        if draft.connective is None and draft.shared is None and number:
            found += self._unopened(number, draft)
        return found + self._other_participle(draft, draft.finite)

    def _other_participle(self, draft: Draft, finite: int) -> float:
        """A participle left over, where the verb of its clause may be one before a preposition."""
        left = self.row.where(draft.nonfinite, PARTICIPLE, FINITE) and self.row.has(finite + 1, PREPOSITION)
        return 0.2 if left and self.row.given[finite] & PARTICIPLE else 0

    def _verb_lacks(self) -> bool:
        """Whether no main clause has a finite verb."""
        return all(each.finite is None for each in self.drafts.all if each.kind == "main")

    def _verbless(self, number: int, draft: Draft) -> float:
        if draft.kind in ("subordinate", "relative"):
            return 0 if draft.reduced else 4
        if draft.kind == "fragment":
            return 0.7
        stretches = self.parts.stretches[number]
        last = stretches[-1][1] if stretches else 0
        if (self.row.role(last - 1) | self.row.role(last)) & (COLON | DASH):
            return 0.1
        if self.ended and self._verb_lacks():
            return 3
        said = 0.8 if self.parts.subjects[number] is None else 0.4
        return said if last else 0

    def _without_subject(self, number: int, draft: Draft) -> float:
        finite = draft.finite or 0
        children = (k for k, each in enumerate(self.drafts.all) if each.parent == number)
        if any(self.parts.first(k) < finite for k in children):
            return 0.3
        return 0.5 if self.roles[finite] & INFINITIVE else 3

    def _is_of_any_number(self, subject: Chunk) -> bool:
        """Whether one and several may be said by the same word: names, "the team", numbers, "you"."""
        collective = self.row.low[subject.head] in self.row.words.collective
        return subject.name or collective or bool(self.roles[subject.head] & (NUMBER | PRONOUN | TIME))

    def _disagreeing(self, subject: Chunk, finite: int) -> float:
        role, head = self.roles[finite], self.roles[subject.head]
        if self._is_of_any_number(subject) or role & (AUXILIARY | PAST):
            return 0
        if role & SINGULAR_VERB:
            return 1.5 if subject.plural else 0
        several = subject.plural is not False or head & (CAPITAL | PLURAL) or self._joined(subject, finite)
        return 0 if several or not role & PLURAL_VERB else 1.5

    def _joined(self, subject: Chunk, finite: int) -> bool:
        return bool(self.row.where(range(subject.last, finite), COORDINATOR | COMMA))

    def _unopened(self, number: int, draft: Draft) -> float:
        """A clause nothing opens: what somebody says or thinks, one about the noun before it, one beside another."""
        words = self.row.words
        if draft.kind == "relative":
            return 0.3
        if draft.kind == "subordinate":
            return self._unopened_dependent(number, draft)
        behind_comma = self.row.role(self.parts.first(number) - 1) & COMMA
        return 0.6 if behind_comma and self.parts.lemma(number) not in words.say else 0

    def _unopened_dependent(self, number: int, draft: Draft) -> float:
        subject = self.parts.subjects[number]
        if subject is not None and self.row.role(subject.first - 1) & ADJECTIVE:
            return 0.3
        condition = self.roles[draft.finite or 0] & AUXILIARY and draft.finite == self.parts.first(number)
        return 0 if condition or self.parts.lemma(draft.parent or 0) in self.row.words.say else 2

    def _interrupted(self, number: int, finite: int) -> float:
        """A phrase behind a comma right before the verb: no apposition, which has a comma at its end too."""
        ahead = [each for each in self.parts.by_clause[number] if each.last <= finite and self._bare(each)]
        if len(ahead) == 1:
            return 1 if self._cut_from_verb(number, ahead[0].last, finite) else 0
        if not ahead or not self.roles[ahead[-1].first - 1] & COMMA:
            return 0
        return 0 if self.row.where(range(ahead[-1].last, finite), COMMA) else 1.2

    def _bare(self, chunk: Chunk) -> bool:
        """Whether a phrase is neither led by a preposition nor a time nor in brackets."""
        bare = chunk.preposition is None and not chunk.of and not self.roles[chunk.head] & TIME
        return bare and not self.row.bracketed(chunk.first)

    def _cut_from_verb(self, number: int, first: int, finite: int) -> bool:
        """Whether one comma, and no clause, stands between a subject and its verb."""
        between = [k for k in range(first, finite) if not self.row.bracketed(k)]
        alone = all(self.drafts.owner[k] == number for k in between)
        return alone and sum(1 for k in between if self.roles[k] & COMMA) == 1

    def _unhelped(self, draft: Draft) -> float:
        """A modal verb, or "do" before its subject, without the verb it helps."""
        finite = draft.finite or 0
        lonely = self.row.has(finite, MODAL) and not self.row.where(draft.nonfinite, INFINITIVE)
        return 1.5 if lonely and not self.row.has(finite - 1, COMPARATOR) else 0.0

    def _unjoined(self, number: int, draft: Draft) -> float:
        """A clause that shares a subject, where no conjunction joins it or one behind it."""
        speaks = self.row.lemmas[draft.finite or 0] in self.row.words.speak
        if draft.shared is None or draft.connective is not None or speaks:
            return 0
        joined = (each for each in self.drafts.all[number + 1 :] if each.shared is not None)
        return 0 if any(each.connective is not None for each in joined) else 0.9

    def _left_over(self, draft: Draft, at: int) -> float:
        role = self.roles[at]
        if not role & (INFINITIVE | PARTICIPLE | GERUND):
            return 3
        helper = 0 if draft.finite is None else self.roles[draft.finite]
        if draft.kind == "infinitive" or helper & AUXILIARY:
            return 0
        if not role & PARTICIPLE:
            return 1.5 if role & INFINITIVE and not self.roles[at - 1] & TO else 0
        found = self._object_of_passive(at)
        if draft.kind == "participle":
            return found
        return found + (2 if self._behind_person(at) else 0.4)

    def _behind_person(self, at: int) -> bool:
        """Whether a pronoun of one person, which is no object, stands right before a word."""
        before = self.drafts.phrase(at - 1)
        return before is not None and before.pronoun and self.roles[at - 1] & (NOMINATIVE | PLURAL) == NOMINATIVE

    def _object_of_passive(self, at: int) -> float:
        """A participle without an auxiliary is passive: few have an object that is no time or measure."""
        number = self.drafts.inside[at + 1] if at + 1 < self.row.count else -1
        if number < 0 or self.row.lemmas[at] in self.row.words.give:
            return 0
        chunk = self.drafts.chunks[number]
        if chunk.preposition is not None:
            return 0
        return 0.25 if chunk.number is not None or self.roles[chunk.head] & TIME else 0.8

    def _side_by_side(self) -> float:
        """Phrases without anything between them, of which one is not the other's time or measure."""
        chunks = self.drafts.chunks
        unled = sum(self._unled(each) for each in chunks) if self.row.doubtful else 0
        return unled + sum(
            self._beside(one, other)
            for one, other in pairwise(chunks)
            if one.last == other.first and other.preposition is None and not other.of
        )

    def _beside(self, one: Chunk, other: Chunk) -> float:
        """Two phrases side by side in one clause: before its verb, or behind it, where few verbs have two objects."""
        owner = self.drafts.owner[one.head]
        draft = self.drafts.all[owner]
        if (self.roles[one.head] | self.roles[other.head]) & TIME or owner != self.drafts.owner[other.head]:
            return 0
        verbs = [k for k in (*draft.nonfinite, draft.finite) if k is not None and k < one.first]
        opens = one.head == draft.connective and self.row.has(one.first - 1, COMMA)  # ", for whom Kern played"
        if draft.kind == "fragment" or (one.pronoun and (opens or verbs or self.roles[one.head] & REFLEXIVE)):
            return 0
        if not verbs or one.number is not None:
            return 0.3 if verbs else 1.5
        return 0.2 if any(self.row.lemmas[k] in self.row.words.give for k in verbs) else 1

    def _unled(self, chunk: Chunk) -> float:
        """A doubtful word as a noun that wants an article and has none, or right behind a plural; as an attribute."""
        at, doubtful = chunk.head, self.row.doubtful
        if chunk.number is not None and chunk.number - 1 in doubtful and chunk.number > chunk.first:
            return 0.75
        behind = [k for k in range(chunk.first + 1, chunk.last) if k in doubtful and self._behind_plural(k)]
        if behind:
            plain = not self.row.given[behind[0]] & GERUND
            return 0.4 if plain and self.row.low[behind[0] - 1].endswith(self.row.words.plurals) else 0.75
        if chunk.last - chunk.first > 1 or at not in doubtful or self.roles[at] & (PLURAL | CAPITAL):
            return 0
        return 0.2 if self.row.role(at - 1) & VERB else 0.75

    def _behind_plural(self, at: int) -> bool:
        """Whether a noun stands right behind a plural that is no name."""
        return bool(self.roles[at] & NOUN) and self.roles[at - 1] & (NOUN | PLURAL | CAPITAL) == NOUN | PLURAL
