"""Clauses in a language whose subject stands before its verb: one for each finite verb, cut before its subject.

The words are read from left to right; a clause that others interrupt waits for its verb.
"""

from __future__ import annotations

from claimcheck.language.borders import BORDER
from claimcheck.language.surroundings import Surroundings

from claimcheck.language.row import Drafts
from claimcheck.model.analysis import Chunk, ClauseKind
from claimcheck.languages.word_roles import (
    AUXILIARY, BE, BREAK, CLAUSE_COORDINATOR, COMMA, EXPLETIVE, FINITE, GERUND, HAVE, INFINITIVE, NOUN, PARTICIPLE,
    STOP, TO, VERB,
)  # fmt: skip


class Order(Surroundings):
    """Finds the clauses of one sentence."""

    def read(self) -> Drafts:
        """Every token with its clause."""
        drafts = self.drafts
        drafts.open("main", None)
        at = 0
        while at < self.row.count:
            role = self.roles[at]
            drafts.owner[at] = drafts.current or 0
            if at in self.opening:
                self._open(at)
            elif role & BORDER:
                self._border(at, role)
            elif role & CLAUSE_COORDINATOR and drafts.inside[at] < 0:
                self.coordinator = at
            elif drafts.inside[at] < 0 and role & VERB:
                self._verb(at)
            elif drafts.inside[at] < 0 and role & TO and self.row.role(self._behind(at)) & INFINITIVE:
                self._infinitive(at)
            at += 1
        return drafts

    def _verb(self, at: int) -> None:
        drafts, role = self.drafts, self.roles[at]
        current = drafts.current or 0
        draft = drafts.all[current]
        if draft.kind == "participle" and draft.lacking:
            draft.nonfinite.append(at)
        elif (
            (draft.kind == "participle" and self.coordinator == at - 1 and role & PARTICIPLE)
            or not role & FINITE
            or self._helped(at)
            or self._joins_infinitive(at, draft.kind)
            or self._inverted(at)
        ):
            self._nonfinite(at)
        elif self._starts_participle(at):
            self._participle(at, current)
            drafts.all[drafts.current or 0].nonfinite.append(at)
        elif draft.finite is None and self._finite_kind(current):
            self._first_verb(current, at)
        else:
            self._another(at)

    def _first_verb(self, clause: int, at: int) -> None:
        """The verb of a clause that had none: unless it is that of a clause about the noun before it."""
        drafts = self.drafts
        subject = self._subject(at)
        later = self._finite_before(at, COMMA | STOP)
        if subject is not None and later and self._about_noun(subject):
            inner = drafts.open("relative", clause)
            drafts.put(inner, subject.first, at + 1)
            self._take(inner, at)
        elif subject is None and later and self._only_participle(at) and self._unopened(clause, at):
            drafts.all[clause].nonfinite.append(at)
        else:
            self._take(clause, at)

    def _starts_participle(self, at: int) -> bool:
        """Whether the sentence begins with a participle clause ("Founded in 1990, the firm …")."""
        return at == self.row.opening and bool(self.roles[at] & (PARTICIPLE | GERUND)) and self._comma_then_finite(at)

    def _comma_then_finite(self, at: int) -> bool:
        comma = next((k for k in range(at, self.row.count) if self.roles[k] & COMMA), -1)
        return comma > 0 and self._finite_before(comma, STOP)

    def _nonfinite(self, at: int) -> None:
        drafts = self.drafts
        current = drafts.current or 0
        draft = drafts.all[current]
        if self._starts_participle(at):
            self._participle(at, current)
            draft = drafts.all[drafts.current or 0]
        elif draft.kind == self._joined_kind(at) and self.coordinator == at - 1 and draft.nonfinite:
            clause = drafts.open(draft.kind, draft.parent, None, current)
            drafts.put(clause, self.coordinator, at + 1)
            draft = drafts.all[clause]
        draft.nonfinite.append(at)

    def _take(self, clause: int, at: int) -> None:
        self.drafts.all[clause].finite = at
        self.drafts.current = clause
        self.drafts.owner[at] = clause
        self._restart(at)

    def _infinitive(self, at: int) -> None:
        """A clause with "to" and an infinitive, unless the two only complete an auxiliary ("has to rise")."""
        drafts = self.drafts
        current = drafts.current or 0
        draft = drafts.all[current]
        if self._completes(at, current):
            return
        if self._planned(at, draft.kind == "main" and draft.lacking):
            self.drafts.all[current].nonfinite.append(self._behind(at))
            return
        clause = drafts.open("infinitive", current, at)
        drafts.put(clause, at, at + 1)
        if draft.lacking and not drafts.chunks:
            drafts.all[clause].parent = None
        self.since = at

    def _planned(self, at: int, lacking: bool) -> bool:
        """Whether a headline puts what is to come as an infinitive ("Airline to cut 400 jobs")."""
        number = self.drafts.inside[at - 1] if at else -1
        alone = number == 0 and self.drafts.chunks[0].preposition is None
        return lacking and alone and not self._finite_before(at, BREAK)

    def _completes(self, at: int, clause: int) -> bool:
        before = self.row.role(at - 1)
        return bool(before & AUXILIARY) and not before & NOUN

    def _another(self, at: int) -> None:
        """A finite verb where the clause at hand has one: of which clause is it?"""
        subject = self._subject(at)
        if subject is not None and self._only_participle(at) and self._is_object(subject):
            self.drafts.all[self.drafts.current or 0].nonfinite.append(at)
        elif subject is None and self.row.role(at - 1) & EXPLETIVE:
            self._with_subject(at, Chunk(at - 1, at, at - 1, pronoun=True))
        elif subject is None:
            self._without_subject(at)
        else:
            self._with_subject(at, subject)

    def _without_subject(self, at: int) -> None:
        drafts = self.drafts
        current = drafts.current or 0
        draft = drafts.all[current]
        lacking = self._lacking(current)
        base = next((each for each in drafts.ancestors(current) if self._finite_kind(each)), current)
        if self._joins_participle(at, base):
            drafts.all[base].nonfinite.append(at)
            return
        beside = self.coordinator > max(self.comma, self.since - 1) and self._only_light(self.coordinator + 1, at)
        if lacking is not None and not beside:
            start = self.comma + 1 if self.comma >= self.since else at
            self._take(lacking, at)
            drafts.put(lacking, start, at + 1)
        elif self.coordinator >= self.since and self._only_light(self.coordinator + 1, at):
            joined = base if draft.kind in ("infinitive", "participle") else current
            clause = drafts.open(drafts.all[joined].kind, drafts.all[joined].parent, self.coordinator, joined)
            drafts.put(clause, self.coordinator, at + 1)
            self._take(clause, at)
        elif self.comma >= self.since and self._only_light(self.comma + 1, at):
            clause = drafts.open("main", None, None, base)
            drafts.put(clause, self.comma + 1, at + 1)
            self._take(clause, at)
        else:
            self._reduced(at, base)

    def _joins_participle(self, at: int, clause: int) -> bool:
        """Whether a conjunction joins a participle to one that an auxiliary carries ("had taken … and left …")."""
        draft = self.drafts.all[clause]
        if draft.finite is None or not self.roles[draft.finite] & (HAVE | BE) or not self._only_participle(at):
            return False
        carried = any(self.roles[k] & PARTICIPLE for k in draft.nonfinite)
        return carried and self.coordinator == at - 1

    def _reduced(self, at: int, clause: int) -> None:
        """A participle right behind a noun is the attribute of it; the other verb is the finite one."""
        draft = self.drafts.all[clause]
        finite = draft.finite
        ambiguous = PARTICIPLE | FINITE
        if finite is not None and self.roles[finite] & ambiguous == ambiguous and not self.roles[finite] & AUXILIARY:
            draft.nonfinite.append(finite)
            self._take(clause, at)
        else:
            self.drafts.all[self.drafts.current or 0].nonfinite.append(at)

    def _with_subject(self, at: int, subject: Chunk) -> None:
        drafts = self.drafts
        current = drafts.current or 0
        draft = drafts.all[current]
        lacking = self._lacking(current)
        start = subject.first
        behind_comma = self.comma >= self.since and self._loosely(self.comma + 1, start)
        joined = self.coordinator >= self.since and self._loosely(self.coordinator + 1, start)
        finite = draft.finite if draft.finite is not None else (draft.nonfinite[-1] if draft.nonfinite else 0)
        if behind_comma and lacking is not None:
            self._take(lacking, at)
            drafts.put(lacking, self.comma + 1, at + 1)
        elif joined and not self._reported(finite, start):
            dependent = draft.kind in ("subordinate", "relative") and self.comma < self.since
            kind: ClauseKind = draft.kind if dependent else "main"
            clause = drafts.open(kind, draft.parent if dependent else None, self.coordinator)
            drafts.put(clause, self.coordinator, at + 1)
            self._take(clause, at)
        elif behind_comma:
            clause = drafts.open("main", None)
            drafts.put(clause, self.comma + 1, at + 1)
            self._take(clause, at)
        elif lacking is not None and self.row.lemmas[finite] not in self.row.words.say:
            self._take(lacking, at)
        else:
            clause = drafts.open("subordinate", current)
            drafts.put(clause, start, at + 1)
            self._take(clause, at)

    def _loosely(self, first: int, last: int) -> bool:
        """Whether only adverbs, times and phrases with a preposition stand between."""
        return self._only_light(first, last)
