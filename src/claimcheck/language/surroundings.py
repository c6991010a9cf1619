"""What stands before a verb, where the subject does: what makes it a participle, an infinitive, a clause of its own."""

from __future__ import annotations

from claimcheck.language.borders import LIGHT, Borders

from claimcheck.model.analysis import Chunk, ClauseKind
from claimcheck.languages.word_roles import (
    AUXILIARY, FINITE, GERUND, INFINITIVE, NOMINATIVE, PARTICIPLE, PREPOSITION, RELATIVE, TIME, VERB,
)  # fmt: skip


class Surroundings(Borders):
    """Questions about the words before a verb."""

    def _unopened(self, clause: int, at: int) -> bool:
        """Whether phrases with prepositions, and no subject, stand before a participle in its clause."""
        own = [each for each in self.drafts.chunks if each.last <= at and self.drafts.owner[each.head] == clause]
        return bool(own) and own[-1].last == at and all(each.preposition is not None for each in own)

    def _about_noun(self, subject: Chunk) -> bool:
        """Whether a pronoun follows a noun without a mark ("the café he bought")."""
        number = self.drafts.inside[subject.first - 1] if subject.first else -1
        if number < 0 or not subject.pronoun or not subject.case & NOMINATIVE or self.roles[subject.head] & RELATIVE:
            return False
        before = self.drafts.chunks[number]
        return before.preposition is None and not before.pronoun and not self._time(before)

    def _only_participle(self, at: int) -> bool:
        both = FINITE | PARTICIPLE
        return self.roles[at] & both == both and not self.roles[at] & AUXILIARY

    def _inverted(self, at: int) -> bool:
        """Whether a form belongs to an auxiliary that stands before its subject ("Never had the keeper saved …")."""
        draft = self.drafts.all[self.drafts.current or 0]
        if draft.finite is None or draft.nonfinite or not self.roles[draft.finite] & AUXILIARY:
            return False
        if not self.roles[at] & (PARTICIPLE | INFINITIVE) or self.comma >= self.since or self.coordinator >= self.since:
            return False
        current = self.drafts.current or 0
        before = [each for each in self.drafts.chunks if each.last <= draft.finite]
        own = [each for each in before if self.drafts.owner[each.head] == current]
        return not any(each.preposition is None and not self._time(each) for each in own)

    def _joins_infinitive(self, at: int, kind: ClauseKind) -> bool:
        """Whether a conjunction joins a bare verb to an infinitive ("to close 40 branches and cut 300 jobs")."""
        return kind == "infinitive" and self.coordinator == at - 1 and bool(self.roles[at] & INFINITIVE)

    def _helped(self, at: int) -> bool:
        """Whether an auxiliary shortly before makes a form its participle or infinitive."""
        if self.roles[at] & AUXILIARY and not self.roles[at] & (INFINITIVE | PARTICIPLE):
            return False
        k = at - 1
        while k >= 0 and self.roles[k] & LIGHT and not self.roles[k] & AUXILIARY:
            k -= 1
        return bool(self.row.role(k) & AUXILIARY) and bool(self.roles[at] & (INFINITIVE | PARTICIPLE))

    def _joined_kind(self, at: int) -> ClauseKind:
        """The kind of clause that a conjunction can go on with by this form."""
        if self.roles[at] & (GERUND | PARTICIPLE):
            return "participle"
        return "infinitive" if self.roles[at] & INFINITIVE else "main"

    def _is_object(self, chunk: Chunk) -> bool:
        """Whether a phrase right behind the verb of its clause is what the verb acts on, not what it reports."""
        draft = self.drafts.all[self.drafts.current or 0]
        verbs = [*([] if draft.finite is None else [draft.finite]), *draft.nonfinite]
        if not verbs or self.comma >= self.since or self.coordinator >= self.since:
            return False
        if self._lacking(self.drafts.current or 0) is not None or self.row.lemmas[max(verbs)] in self.row.words.say:
            return False
        return self._only_light(max(verbs) + 1, chunk.first)

    def _subject(self, at: int) -> Chunk | None:
        """The phrase right before a verb, what hangs on it passed over; not behind a mark or a conjunction."""
        k, found = at - 1, None
        while k >= self.since:
            number = self.drafts.inside[k]
            if number >= 0:
                chunk = self.drafts.chunks[number]
                if chunk.preposition is None and not self._time(chunk):
                    return chunk
                k = chunk.first - 1
            elif self.roles[k] & LIGHT and not self.roles[k] & VERB:
                k -= 1
            else:
                break
        return found

    def _time(self, chunk: Chunk) -> bool:
        return bool(self.roles[chunk.head] & TIME)

    def _only_light(self, first: int, last: int) -> bool:
        return all(self.roles[k] & (LIGHT | PREPOSITION) or self._in_time(k) for k in range(first, last))

    def _in_time(self, at: int) -> bool:
        number = self.drafts.inside[at]
        return number >= 0 and (
            self.drafts.chunks[number].preposition is not None or self._time(self.drafts.chunks[number])
        )

    def _reported(self, verb: int, start: int) -> bool:
        """Whether a conjunction joins two subjects of what a verb reports ("said A and B rose")."""
        return (
            self.row.lemmas[verb] in self.row.words.say
            and self.coordinator - verb <= 3
            and all(self.drafts.inside[k] >= 0 for k in range(verb + 1, self.coordinator))
        )
