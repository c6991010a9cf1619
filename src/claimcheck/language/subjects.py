"""Which phrase of a clause is its subject."""

from __future__ import annotations

from claimcheck.language.gaps import says_of
from claimcheck.language.nominative import ASIDE
from claimcheck.language.nominative import Nominative
from claimcheck.language.row import Draft
from claimcheck.model.analysis import Chunk
from claimcheck.languages.word_roles import (
    ADVERB, AUXILIARY, BOUNDING, COMMA, COORDINATOR, DASH, EXPLETIVE, FINITE, INFINITIVE, NEGATION, PARTICIPLE,
    QUESTION, QUOTE, TIME, VERB,
)  # fmt: skip


class Subjects(Nominative):
    """Finds the subjects of the clauses of one sentence."""

    def _subject(self, number: int) -> Chunk | None:
        draft = self.drafts.all[number]
        if draft.kind in ("infinitive", "participle") or draft.reduced:
            return next((each for each in self.by_clause[number] if each.first == draft.connective), None)
        if draft.finite is None:
            return self._of_headline(number)
        bare = [each for each in self._possible(number) if not self._second_of_two(each, draft)]
        second = self.row.words.verb_second
        found = self._in_nominative(draft, bare) if second else self._subject_first(number, draft, bare)
        if found is not None:
            return found
        if draft.shared is not None and draft.shared < len(self.subjects):
            return self.subjects[draft.shared]
        return None if self._only_imperative(draft) else self._bounded(number)

    def _of_headline(self, number: int) -> Chunk | None:
        """The first phrase of a headline whose verb is a bare participle or infinitive."""
        draft = self.drafts.all[number]
        if draft.kind == "fragment":
            return next(iter(self._possible(number)), None)
        if not draft.nonfinite:
            return self._of_verbless(number)
        own = self._possible(number)
        return own[0] if own and own[0].last <= draft.nonfinite[0] else None

    def _of_verbless(self, number: int) -> Chunk | None:
        """What a headline without a verb says something of: "Mayor under fire", "Rents up 3 percent", "Two dead"."""
        own = [each for each in self.by_clause[number] if not each.of]
        return own[0] if own and says_of(self.drafts, own[0]) else None

    def _bounded(self, number: int) -> Chunk | None:
        """A phrase whose preposition may only bound its number ("Über 30 Menschen starben")."""
        led = [each for each in self.by_clause[number] if each.number is not None and each.preposition is not None]
        return next((each for each in led if self.roles[each.preposition or 0] & BOUNDING), None)

    # where the subject stands before the verb

    def _subject_first(self, number: int, draft: Draft, bare: list[Chunk]) -> Chunk | None:
        finite = draft.finite or 0
        ahead = [each for each in bare if each.last <= finite and not self.row.bracketed(each.first)]
        firm = [each for each in ahead if not self.roles[each.head] & TIME] or ahead
        if firm:
            return self._ahead(firm, finite)
        shares = draft.shared is not None and self.row.lemmas[finite] not in self.row.words.speak
        behind = next((each for each in bare if each.first > finite), None)
        if shares or behind is None or self._only_imperative(draft) or self._clause_before(number, finite):
            return None
        return behind if self._inverts(number, finite, behind) else None

    def _clause_before(self, number: int, finite: int) -> bool:
        """Whether a clause stands where the subject does ("What they want is …", "To build it would cost …")."""
        if any(each.last <= finite for each in self.by_clause[number]):
            return False
        children = {self.drafts.owner[k] for k in range(finite)} & {
            each for each, draft in enumerate(self.drafts.all) if draft.parent == number
        }
        first = self.drafts.all[self.drafts.owner[self.row.opening]]
        asks = self.roles[self.row.opening] & QUESTION and first.connective == self.row.opening
        return bool(children) and bool(asks or not self.roles[finite - 1] & COMMA)

    def _inverts(self, number: int, finite: int, behind: Chunk) -> bool:
        """Whether a verb may stand before its subject: an auxiliary, one of saying, one behind a phrase or adverb."""
        role, before = self.roles[finite], self.row.role(finite - 1)
        opens = before & (COMMA | DASH) or finite == self.row.opening
        says = opens and self.row.lemmas[finite] in self.row.words.speak
        if before & QUOTE or role & AUXILIARY or says:
            return True
        if self.drafts.owner[finite - 1] != number or self.row.where(range(finite, behind.first), COMMA):
            return False
        led = EXPLETIVE if role & INFINITIVE else ADVERB | EXPLETIVE | NEGATION | PARTICIPLE
        return self.drafts.inside[finite - 1] >= 0 or bool(before & led)

    def _ahead(self, firm: list[Chunk], finite: int) -> Chunk:
        """The last phrase before the verb, or the one that what stands between marks only explains."""
        last, end = len(firm) - 1, finite
        while last:
            mark = self._opening_mark(firm[last], end)
            explained = [k for k in range(last) if firm[k].last <= mark]
            if explained:
                last, end = explained[-1], mark + 1
            elif self._joined(firm[last - 1], firm[last]) or self._governed(firm[last]):
                last -= 1
            else:
                break
        return firm[last]

    def _opening_mark(self, chunk: Chunk, end: int) -> int:
        """The mark before a phrase that another one closes; 0 where none does."""
        if not self.row.where(range(chunk.last, end), ASIDE):
            return 0
        return self.row.first(range(chunk.first - 1, 0, -1), ASIDE, default=0)

    def _joined(self, before: Chunk, chunk: Chunk) -> bool:
        """Whether a conjunction joins a phrase to the one before, or to a phrase with a preposition in between."""
        return bool(self.row.role(chunk.first - 1) & COORDINATOR) and before.last <= chunk.first - 1

    def _governed(self, chunk: Chunk) -> bool:
        """Whether a phrase is the object of a participle right before it ("a bus carrying 40 passengers")."""
        before = self.row.role(chunk.first - 1)
        return bool(before & VERB) and not before & FINITE

    def _only_imperative(self, draft: Draft) -> bool:
        """Whether a bare verb opens the sentence: a request has no subject."""
        return draft.finite == self.row.opening and bool(self.roles[self.row.opening] & INFINITIVE)
