"""Which phrase of a clause is its subject where cases and agreement tell, not the place."""

from __future__ import annotations

from claimcheck.language.gaps import says_of
from claimcheck.language.row import Draft, Drafts
from claimcheck.languages.word_roles import (
    ACCUSATIVE, ADVERB, AUXILIARY, BE, BOUNDING, CASE, CLOSE, COMMA, COORDINATOR, DASH, DATIVE, DETERMINER, EXPLETIVE,
    GENITIVE, MASCULINE, NOMINATIVE, OPEN, PAST, PLURAL_VERB, POSTPOSITION, PRONOUN, QUESTION, REFLEXIVE, RELATIVE,
    SINGULAR_VERB, STOP, TIME, VERB,
)  # fmt: skip
from claimcheck.model.analysis import Chunk


YEAR = 4
ASIDE = COMMA | DASH | OPEN | CLOSE


class Candidates:
    """Judges the phrases of one sentence."""

    def __init__(self, drafts: Drafts) -> None:
        self.drafts = drafts
        self.row = drafts.row
        self.roles = drafts.roles
        self.by_clause: list[list[Chunk]] = [[] for _ in drafts.all]
        for chunk in drafts.chunks:
            self.by_clause[drafts.owner[chunk.head]].append(chunk)
        self.subjects: list[Chunk | None] = []

    def _second_of_two(self, chunk: Chunk, draft: Draft) -> bool:
        """Whether a conjunction joins a phrase to one with a preposition, which then stands before both."""
        if self.row.role(chunk.first - 1) & (COORDINATOR | ADVERB) != COORDINATOR:
            return False
        if chunk.first - 1 == draft.connective:
            return False
        number = self.drafts.inside[chunk.first - 2] if chunk.first > 1 else -1
        while number > 0 and self.drafts.chunks[number].of:
            number -= 1
        return number >= 0 and self.drafts.chunks[number].preposition is not None

    def _possible(self, number: int) -> list[Chunk]:
        """The phrases of a clause that may be its subject."""
        return [each for each in self.by_clause[number] if self._may_be_subject(each)]

    def _may_be_subject(self, chunk: Chunk) -> bool:
        role = self.roles[chunk.head]
        if chunk.preposition is not None or chunk.of or not self._in_case(chunk):
            return False
        if chunk.pronoun and role & (DATIVE | RELATIVE | GENITIVE) == DATIVE:
            return False  # "ihr": whom, not who
        if role & (REFLEXIVE | PRONOUN) == REFLEXIVE or self._led_behind(chunk):
            return False
        return chunk.head != chunk.number or not (self._year(chunk.head) or self._between_marks(chunk))

    def _in_case(self, chunk: Chunk) -> bool:
        """Whether a phrase may be in the nominative."""
        return not chunk.case or bool(chunk.case & NOMINATIVE)

    def _led_behind(self, chunk: Chunk) -> bool:
        """Whether a phrase has its preposition behind it ("Schätzungen zufolge")."""
        at = chunk.last
        led = bool(self.row.role(at) & POSTPOSITION) and self.drafts.inside[at] < 0
        return led and not self.row.role(at + 1) & (COMMA | STOP)

    def _between_marks(self, chunk: Chunk) -> bool:
        """Whether marks stand around a bare number: an age."""
        return bool(self.row.role(chunk.first - 1) & ASIDE and self.row.role(chunk.last) & ASIDE) and chunk.first > 1

    def _year(self, at: int) -> bool:
        low = self.row.low[at]
        return len(low) == YEAR and low.isdigit() and low[0] in "12"

    def _agrees(self, chunk: Chunk, finite: int) -> bool:
        head = chunk.head
        if self.row.low[head] in self.row.words.collective or (
            self.roles[finite] & BE and self.roles[head] & EXPLETIVE
        ):
            return True
        if self._is_plural(finite):
            return chunk.plural is not False and not self._masculine(chunk)
        return not (chunk.plural and self._is_singular(finite))

    def _masculine(self, chunk: Chunk) -> bool:
        """Whether the determiner of a phrase, if it is a nominative, is one of the singular."""
        at = chunk.determiner if chunk.determiner is not None else chunk.head
        return bool(self.roles[at] & MASCULINE)

    def _is_singular(self, finite: int) -> bool:
        role = self.roles[finite]
        if role & SINGULAR_VERB and not role & PLURAL_VERB:
            return True
        return bool(role & PAST) and self.row.words.verb_second and not self.row.low[finite].endswith("n")

    def _is_plural(self, finite: int) -> bool:
        role = self.roles[finite]
        if role & PLURAL_VERB and not role & SINGULAR_VERB:
            return True
        return bool(role & PAST) and self.row.words.verb_second and self.row.low[finite].endswith("n")


class Nominative(Candidates):
    """Finds subjects in a language whose verb stands second."""

    def _in_nominative(self, draft: Draft, bare: list[Chunk]) -> Chunk | None:
        """The subject among the phrases that may be one; None where it is that of another clause."""
        finite = draft.finite or 0
        if draft.kind in ("relative", "subordinate"):
            bare = [each for each in bare if each.first >= (draft.connective or 0)]
        beside = self._pronoun_at(finite + 1, bare)
        if beside is not None:
            return None if beside.case & ACCUSATIVE and self._lists_verbs(draft) else beside
        agreeing = self._agreeing(bare, finite)
        if self._elsewhere(draft, agreeing):
            return None
        return self._first_joined(self._chosen(draft, agreeing), bare)

    def _elsewhere(self, draft: Draft, agreeing: list[Chunk]) -> bool:
        """Whether no phrase agrees, or none is certain to be the subject, and another clause has or is it."""
        if not agreeing:
            return True
        if any(each.last <= (draft.finite or 0) or self._nominative(each) for each in agreeing):
            return False
        return self._shares(draft, agreeing[0]) or self._who(draft)

    def _agreeing(self, bare: list[Chunk], finite: int) -> list[Chunk]:
        """The phrases that agree with the verb, those that only tell when left out if any other is there."""
        firm = [each for each in bare if self._firm(each)] or bare
        for group in (firm, bare):
            if found := [each for each in group if self._agrees(each, finite)]:
                return found
        return firm

    def _chosen(self, draft: Draft, agreeing: list[Chunk]) -> Chunk | None:
        """One of the phrases that agree, by the kind of clause and the place of its verb."""
        sure = [each for each in agreeing if self._nominative(each)]
        if draft.kind == "relative":
            return self._of_relative(draft, agreeing, sure)
        ahead = self._before_verb(draft, agreeing)
        if draft.kind == "subordinate" or not ahead:
            return (sure or agreeing)[0]
        return ahead[0] if ahead[0] in sure or not self._behind(draft, sure) else sure[0]

    def _before_verb(self, draft: Draft, phrases: list[Chunk]) -> list[Chunk]:
        return [each for each in phrases if each.last <= (draft.finite or 0)]

    def _behind(self, draft: Draft, sure: list[Chunk]) -> bool:
        """Whether what is certain to be a subject stands behind the verb, which is no "be" that links two phrases."""
        finite = draft.finite or 0
        linked = self.row.has(finite, BE) and not draft.nonfinite
        return bool(sure) and not linked and sure[0].last > finite

    def _of_relative(self, draft: Draft, agreeing: list[Chunk], sure: list[Chunk]) -> Chunk | None:
        pronoun = next((each for each in agreeing if each.head == draft.connective), None)
        if pronoun is None:
            return None if draft.shared is not None and not sure else (sure or agreeing)[0]
        return pronoun if pronoun in sure else (sure or [pronoun])[0]

    def _firm(self, chunk: Chunk) -> bool:
        """Whether a phrase is more than a time: "elf Jahre Haft" is."""
        counted = chunk.number is not None and chunk.last > chunk.head + 1
        return chunk.pronoun or counted or not self.roles[chunk.head] & TIME

    def _nominative(self, chunk: Chunk) -> bool:
        """Whether a phrase is in the nominative for certain."""
        if chunk.case & CASE == NOMINATIVE:
            return True
        return bool(chunk.case & NOMINATIVE) and chunk.determiner is not None and self._masculine(chunk)

    def _pronoun_at(self, at: int, bare: list[Chunk]) -> Chunk | None:
        """A pronoun that is no determiner: right behind the verb it is the subject."""
        chunk = next((each for each in bare if each.first == at), None)
        plain = chunk is not None and chunk.pronoun and not self.roles[chunk.head] & (DETERMINER | REFLEXIVE | DATIVE)
        return chunk if plain else None

    def _first_joined(self, subject: Chunk | None, bare: list[Chunk]) -> Chunk | None:
        """The first of several phrases that a conjunction, and commas before it, join to a subject."""
        if subject is None or not self.row.role(subject.first - 1) & COORDINATOR:
            return subject
        owner = self.drafts.owner
        for before in reversed(bare[: bare.index(subject)]):
            gap = range(before.last, subject.first)
            verbs = any(self.roles[k] & VERB and owner[k] == owner[subject.head] for k in gap)
            if verbs or before.pronoun or self.roles[before.head] & TIME:
                break
            subject = before
        return subject

    # subjects of other clauses

    def _shares(self, draft: Draft, behind: Chunk) -> bool:
        """Whether a clause has the subject of the one before, with which its verb agrees."""
        if draft.shared is None or not self._goes_on(draft, behind):
            return False
        shared = self.subjects[draft.shared] if draft.shared < len(self.subjects) else None
        return shared is None or self._agrees(shared, draft.finite or 0)

    def _goes_on(self, draft: Draft, behind: Chunk | None) -> bool:
        """Whether the verb comes first in its clause: then the subject is that of the clause before."""
        finite = draft.finite or 0
        if draft.kind != "main" or finite == self.row.opening:
            return False
        if draft.connective is not None:
            return finite == draft.connective + 1
        before = self.drafts.all[draft.shared or 0].finite
        said = behind is not None and behind.first == finite + 1 and self.row.lemmas[finite] in self.row.words.speak
        return bool(self.roles[finite - 1] & COMMA) and before != self.row.opening and not said

    def _lists_verbs(self, draft: Draft) -> bool:
        """Whether a verb right behind a comma goes on a list of what a subject does ("…, verschloss es und …")."""
        verb = draft.finite or 0
        plain = not self.roles[verb] & AUXILIARY and self.row.lemmas[verb] not in self.row.words.speak
        return plain and draft.shared is not None and draft.connective is None and self._goes_on(draft, None)

    def _who(self, draft: Draft) -> bool:
        """Whether a clause with "who" before the verb is the subject ("Wer raucht, zahlt 9 Euro")."""
        opening, who = self.row.opening, QUESTION | PRONOUN | NOMINATIVE
        first = self.drafts.all[self.drafts.owner[opening]]
        asks = self.roles[opening] & who == who and first.connective == opening
        return asks and first.parent == self.drafts.all.index(draft)

    def _of_verbless(self, number: int) -> Chunk | None:
        """What a headline without a verb says something of: "Mayor under fire", "Rents up 3 percent", "Two dead"."""
        own = [each for each in self.by_clause[number] if not each.of]
        return own[0] if own and says_of(self.drafts, own[0]) else None

    def _bounded(self, number: int) -> Chunk | None:
        """A phrase whose preposition may only bound its number ("Über 30 Menschen starben")."""
        led = [each for each in self.by_clause[number] if each.number is not None and each.preposition is not None]
        return next((each for each in led if self.roles[each.preposition or 0] & BOUNDING), None)
