"""What stands before a verb, where the subject does: what makes it a participle, an infinitive, a clause of its own."""

from __future__ import annotations

from claimcheck.language.borders import BORDER, LIGHT, Borders

from claimcheck.language.row import Draft
from claimcheck.model.analysis import Chunk, ClauseKind
from claimcheck.languages.word_roles import (
    ACCUSATIVE, AUXILIARY, CAPITAL, CLOSE, COMMA, COORDINATOR, DO, FINITE, GERUND, HAVE, INFINITIVE, MARK, MODAL,
    NOMINATIVE, NOUN, OPEN, PARTICIPLE, PLURAL, PREPOSITION, QUESTION, RELATIVE, SINGULAR, STOP, TIME, VERB,
)  # fmt: skip


INDEFINITE = SINGULAR | PLURAL


class Surroundings(Borders):
    """Questions about the words before a verb."""

    def _unopened(self, clause: int, at: int) -> bool:
        """Whether phrases with prepositions, and no subject, stand before a participle in its clause."""
        own = [each for each in self.drafts.chunks if each.last <= at and self.drafts.owner[each.head] == clause]
        return bool(own) and own[-1].last == at and all(each.preposition is not None for each in own)

    def _about_noun(self, subject: Chunk) -> bool:
        """Whether a phrase follows a noun without a mark ("the café he bought", "every pupil the teacher asked")."""
        before = self._just_before(subject)
        if before is None or self.row.has(subject.head, RELATIVE) or not self._takes_clause(before):
            return False
        if before.number == before.head or (before.preposition is not None and self._opens_stretch(before)):
            return self._time_of(subject)
        if self.drafts.all[self.drafts.current or 0].lacking and not self._verb_later(subject.last):
            return False
        return self._can_begin(subject, before)

    def _can_begin(self, subject: Chunk, noun: Chunk) -> bool:
        """Whether a phrase can be the subject of a clause about the noun right before it."""
        if subject.pronoun:
            return bool(subject.case & NOMINATIVE)
        return subject.determiner is not None or (subject.name and noun.determiner is not None)

    def _just_before(self, chunk: Chunk) -> Chunk | None:
        """The phrase that ends where another one begins."""
        return self.drafts.phrase(chunk.first - 1)

    def _takes_clause(self, chunk: Chunk) -> bool:
        """Whether a phrase can have a clause about it: no personal pronoun, no word that asks, no "last year"."""
        role = self.roles[chunk.head]
        if role & (QUESTION | RELATIVE) or (self._time(chunk) and not self._definite(chunk)):
            return False
        personal = role & ACCUSATIVE and not role & INDEFINITE
        return not chunk.pronoun or not (personal or self.row.role(chunk.first - 1) & QUESTION)

    def _opens_stretch(self, chunk: Chunk) -> bool:
        """Whether a phrase stands right behind a mark or a conjunction or at the start ("of course they …")."""
        return chunk.first <= self.row.opening or bool(self.roles[chunk.first - 1] & (MARK | COORDINATOR))

    def _verb_later(self, at: int) -> bool:
        """Whether a second verb follows that may be finite."""
        finite = [k for k in range(at, self.row.count) if self.roles[k] & FINITE and self.drafts.inside[k] < 0]
        return len(finite) > 1

    def _time_of(self, subject: Chunk) -> bool:
        """Whether a phrase follows the name of the time of what it does ("by the time he was 30")."""
        before = self._just_before(subject)
        return before is not None and self._time(before) and self._definite(before) and bool(subject.case & NOMINATIVE)

    def _definite(self, chunk: Chunk) -> bool:
        """Whether a phrase is a bare noun with an article of either number ("the day", not "that day")."""
        at = chunk.determiner
        return at is not None and chunk.head == at + 1 and not self.roles[at] & (SINGULAR | PLURAL)

    def _absolute(self, at: int) -> Chunk | None:
        """The phrase of which a participle tells something besides ("…, with three rebels crossing the floor")."""
        chunk = self.drafts.phrase(at - 1)
        if chunk is None or not self.row.has(at, GERUND | PARTICIPLE) or self.row.helps(at):
            return None
        return chunk if self._set_off(chunk, at) else None

    def _set_off(self, chunk: Chunk, at: int) -> bool:
        """Whether a phrase and its participle stand apart: behind a comma, or behind a word such as "with"."""
        gerund = self.row.has(at, GERUND)
        if chunk.preposition is None:
            behind_comma = chunk.first == self.comma + 1 > self.since
            return gerund and behind_comma and not self._finite_before(at, BORDER | STOP)
        led = self.row.low[chunk.preposition] in self.row.words.absolute
        apart = chunk.first <= self.row.opening or self.row.has(chunk.first - 1, COMMA)
        return led and apart and (gerund or self.row.has(at + 1, COMMA | STOP))

    def _only_participle(self, at: int) -> bool:
        both = FINITE | PARTICIPLE
        return self.roles[at] & both == both and not self.roles[at] & AUXILIARY

    def _inverted(self, at: int) -> bool:
        """Whether a form belongs to an auxiliary that stands before its subject ("Never had the keeper saved …")."""
        current = self.drafts.current or 0
        draft = self.drafts.all[current]
        if draft.finite is None or draft.nonfinite or not self.row.has(draft.finite, AUXILIARY):
            return False
        if not self.row.has(at, PARTICIPLE | INFINITIVE) or max(self.comma, self.coordinator) >= self.since:
            return False
        own = self._before(draft.finite, current)
        return not any(each.preposition is None and not self._time(each) for each in own)

    def _before(self, verb: int, clause: int) -> list[Chunk]:
        """The phrases of a clause before its verb."""
        return [each for each in self.drafts.chunks if each.last <= verb and self.drafts.owner[each.head] == clause]

    def _awaited(self, at: int, clause: int) -> bool:
        """Whether the auxiliary of a clause still lacks a form such as this ("They can, however, marry")."""
        draft, role = self.drafts.all[clause], self.roles[at]
        if draft.finite is None or draft.nonfinite:
            return False
        helper = self.roles[draft.finite]
        return bool(
            (helper & (MODAL | DO) and role & INFINITIVE)
            or (helper & HAVE and role & PARTICIPLE and self.comma >= self.since and not self._owns(draft.finite, at))
        )

    def _owns(self, verb: int, at: int) -> bool:
        """Whether "have" has an object, and a form behind the next comma is no participle of it: "had sales, said"."""
        behind = (each for each in self.drafts.chunks if verb < each.first and each.last <= at)
        return self.comma == at - 1 and any(each.preposition is None and not each.of for each in behind)

    def _joins_infinitive(self, at: int, draft: Draft) -> bool:
        """Whether a bare verb goes on a list of them ("to close 40 branches and cut 300 jobs", "will …, cut …")."""
        if not self.row.has(at, INFINITIVE):
            return False
        if draft.kind == "infinitive":
            return self.coordinator == at - 1
        if draft.finite is None or at - 1 not in (self.coordinator, self.comma):
            return False
        return self.row.has(draft.finite, MODAL | DO) and bool(self.row.where(draft.nonfinite, INFINITIVE))

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
        k = at - 1
        while k >= self.since:
            chunk = self.drafts.phrase(k)
            if chunk is not None:
                if chunk.preposition is None and not self._time(chunk):
                    return chunk
                k = chunk.first - 1
            elif k - 2 in self.ages:
                k -= 3
            elif self.row.has(k, CLOSE):
                k = self.row.first(range(k, -1, -1), OPEN, default=0) - 1
            elif self.row.has(k, LIGHT, VERB):
                k -= 1
            else:
                break
        return None

    def _cut_off(self, at: int) -> Chunk | None:
        """The name at the end of the phrase before a verb, as a phrase by itself ("an engine | Kern builds")."""
        chunk = self.drafts.phrase(at - 1)
        if chunk is None or chunk.determiner is None or self._only_participle(at):
            return None
        start = at
        while start - 1 > chunk.determiner and self.row.has(start - 1, CAPITAL):
            start -= 1
        head = start - 1
        if start == at or head == chunk.determiner or not self.row.has(head, NOUN):
            return None
        noun = chunk._replace(last=start, head=head, name=False, plural=self.row.has(head, PLURAL))
        name = Chunk(start, at, chunk.head, name=True, plural=False)
        self.drafts.divide(self.drafts.inside[at - 1], noun, name)
        return name

    def _time(self, chunk: Chunk) -> bool:
        return bool(self.roles[chunk.head] & TIME)

    def _only_light(self, first: int, last: int) -> bool:
        return all(self.roles[k] & (LIGHT | PREPOSITION) or self._in_time(k) for k in range(first, last))

    def _in_time(self, at: int) -> bool:
        number = self.drafts.inside[at]
        return number >= 0 and (
            self.drafts.chunks[number].preposition is not None or self._time(self.drafts.chunks[number])
        )

    def _reported(self, verb: int) -> bool:
        """Whether a conjunction joins two subjects of what a verb reports ("said A and B rose")."""
        return (
            self.row.lemmas[verb] in self.row.words.say
            and self.coordinator - verb <= 3
            and all(self.drafts.inside[k] >= 0 for k in range(verb + 1, self.coordinator))
        )

    def _follows_participle(self, at: int, current: int, lacking: int) -> bool:
        """Whether a subject stands behind the object of a participle: "By selling shops | the group rose"."""
        led = self.drafts.all[current].kind == "participle"
        return led and not self._before(at, lacking) and len(self._before(at, current)) > 1
