"""Which phrase of a clause is its subject."""

from __future__ import annotations

from claimcheck.language.row import Draft, Drafts
from claimcheck.model.analysis import Chunk
from claimcheck.languages.word_roles import (
    BE, BOUNDING, CASE, COMMA, COORDINATOR, DASH, DETERMINER, FINITE, INFINITIVE, MASCULINE, NOMINATIVE, PAST,
    PLURAL_VERB, PRONOUN, REFLEXIVE, SINGULAR_VERB, TIME, VERB,
)  # fmt: skip

YEAR = 4


class Subjects:
    """Finds the subjects of the clauses of one sentence."""

    def __init__(self, drafts: Drafts) -> None:
        self.drafts = drafts
        self.row = drafts.row
        self.roles = drafts.roles
        self.by_clause: list[list[Chunk]] = [[] for _ in drafts.all]
        for chunk in drafts.chunks:
            self.by_clause[drafts.owner[chunk.head]].append(chunk)
        self.subjects: list[Chunk | None] = []

    def _subject(self, number: int) -> Chunk | None:
        draft = self.drafts.all[number]
        if draft.kind in ("infinitive", "participle"):
            return None
        if draft.finite is None:
            return self._of_headline(number)
        bare = [each for each in self.by_clause[number] if self._may_be_subject(each)]
        bare = [each for each in bare if not self._second_of_two(each, draft)]
        found = self._verb_second(draft, bare) if self.row.words.verb_second else self._subject_first(draft, bare)
        if found is None and draft.shared is not None and draft.shared < len(self.subjects):
            return self.subjects[draft.shared]
        if found is None and not (draft.finite == self.row.opening and self._only_imperative(draft)):
            return self._bounded(number)
        return found

    def _second_of_two(self, chunk: Chunk, draft: Draft) -> bool:
        """Whether a conjunction joins a phrase to one with a preposition, which then stands before both."""
        if not self.row.role(chunk.first - 1) & COORDINATOR or chunk.first - 1 == draft.connective:
            return False
        number = self.drafts.inside[chunk.first - 2] if chunk.first > 1 else -1
        while number > 0 and self.drafts.chunks[number].of:
            number -= 1
        return number >= 0 and self.drafts.chunks[number].preposition is not None

    def _of_headline(self, number: int) -> Chunk | None:
        """The first phrase of a headline whose verb is a bare participle or infinitive."""
        draft = self.drafts.all[number]
        if draft.kind == "fragment":
            return next((each for each in self.by_clause[number] if self._may_be_subject(each)), None)
        if not draft.nonfinite:
            return None
        own = [each for each in self.by_clause[number] if self._may_be_subject(each)]
        return own[0] if own and own[0].last <= draft.nonfinite[0] else None

    def _bounded(self, number: int) -> Chunk | None:
        """A phrase whose preposition may only bound its number ("Über 30 Menschen starben")."""
        bounded = BOUNDING
        return next(
            (
                each
                for each in self.by_clause[number]
                if each.number is not None and each.preposition is not None and self.roles[each.preposition] & bounded
            ),
            None,
        )

    def _may_be_subject(self, chunk: Chunk) -> bool:
        role = self.roles[chunk.head]
        if chunk.preposition is not None or chunk.of or (role & REFLEXIVE and not role & PRONOUN):
            return False
        if chunk.head == chunk.number and self._year(chunk.head):
            return False
        return not chunk.case or bool(chunk.case & NOMINATIVE)

    def _year(self, at: int) -> bool:
        low = self.row.low[at]
        return len(low) == YEAR and low.isdigit() and low[0] in "12"

    def _agrees(self, chunk: Chunk, finite: int) -> bool:
        self.roles[finite]
        if chunk.plural is True and self._is_singular(finite):
            return False
        if self._masculine(chunk) and self._is_plural(finite):
            return False
        return not (chunk.plural is False and self._is_plural(finite))

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

    def _verb_second(self, draft: Draft, bare: list[Chunk]) -> Chunk | None:
        finite = draft.finite or 0
        if draft.connective is not None and draft.kind in ("relative", "subordinate"):
            bare = [each for each in bare if each.first >= draft.connective]
        firm = [each for each in bare if not self.roles[each.head] & TIME or each.pronoun] or bare
        agreeing = [each for each in firm if self._agrees(each, finite)] or firm
        if not agreeing:
            return None
        beside = next((each for each in firm if each.first == finite + 1 and self._plain_pronoun(each)), None)
        if beside is not None:
            return beside
        sure = [each for each in agreeing if self._nominative(each)]
        ahead = [each for each in agreeing if each.last <= finite]
        if draft.shared is not None and not ahead and not sure and self._right_behind(draft):
            return None
        if draft.kind == "relative":
            return self._of_relative(draft, agreeing, sure)
        if self.roles[finite] & BE and ahead and not draft.nonfinite and draft.kind == "main":
            return ahead[0]
        if draft.kind != "subordinate" and ahead:
            return self._field(ahead, sure, finite)
        return sure[0] if sure and not (ahead and draft.kind == "main") else agreeing[0]

    def _right_behind(self, draft: Draft) -> bool:
        """Whether the verb follows its conjunction at once: then the subject is that of the clause before."""
        at = (draft.connective or 0) + 1
        return draft.kind == "main" and draft.connective is not None and draft.finite == at

    def _plain_pronoun(self, chunk: Chunk) -> bool:
        """A pronoun that is no determiner: right behind the verb it is the subject."""
        return chunk.pronoun and not self.roles[chunk.head] & (DETERMINER | REFLEXIVE)

    def _field(self, ahead: list[Chunk], sure: list[Chunk], finite: int) -> Chunk:
        """The subject where a phrase stands before the verb in second place."""
        if sure and sure[0] not in ahead and not self._nominative(ahead[0]):
            return sure[0]
        return ahead[0]

    def _of_relative(self, draft: Draft, agreeing: list[Chunk], sure: list[Chunk]) -> Chunk | None:
        pronoun = next((each for each in agreeing if each.head == draft.connective), None)
        if pronoun is None:
            if draft.shared is not None and not sure:
                return None
            return sure[0] if sure else agreeing[0]
        others = [each for each in sure if each is not pronoun]
        return others[0] if others and not self._nominative(pronoun) else pronoun

    def _nominative(self, chunk: Chunk) -> bool:
        """Whether a phrase is in the nominative for certain."""
        if chunk.case & CASE == NOMINATIVE:
            return True
        return bool(chunk.case & NOMINATIVE) and chunk.determiner is not None and self._masculine(chunk)

    def _subject_first(self, draft: Draft, bare: list[Chunk]) -> Chunk | None:
        finite = draft.finite or 0
        ahead = [each for each in bare if each.last <= finite]
        firm = [each for each in ahead if not self.roles[each.head] & TIME] or ahead
        if firm:
            return self._ahead(firm)
        if draft.shared is not None and self.row.lemmas[finite] not in self.row.words.say:
            return None
        behind = [each for each in bare if each.first > finite]
        return behind[0] if behind and not self._only_imperative(draft) else None

    def _ahead(self, firm: list[Chunk]) -> Chunk:
        """The last phrase before the verb, or the one that others behind commas only explain."""
        last = len(firm) - 1
        while last and (
            self._joined(firm[last - 1], firm[last])
            or self._apposed(firm[last - 1], firm[last])
            or self._governed(firm[last])
        ):
            last -= 1
        return firm[last]

    def _apposed(self, before: Chunk, chunk: Chunk) -> bool:
        return any(self.roles[k] & (COMMA | DASH) for k in range(before.last, chunk.first))

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
