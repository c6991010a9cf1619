"""Clauses in a language whose subject stands before its verb: one for each finite verb, cut before its subject.

The words are read from left to right; a clause that others interrupt waits for its verb.
"""

from __future__ import annotations

from claimcheck.language.borders import BORDER
from claimcheck.language.surroundings import Surroundings
from claimcheck.language.row import Draft, Drafts
from claimcheck.model.analysis import Chunk, ClauseKind
from claimcheck.languages.word_roles import (
    ASKING, AUXILIARY, BE, BREAK, CLAUSE_COORDINATOR, COMMA, COMPARATOR, DETERMINER, EXPLETIVE, FINITE, GERUND, HAVE,
    INFINITIVE, MARK, NOUN, NUMBER, PARTICIPLE, PREPOSITION, PRONOUN, QUOTE, STOP, TO, VERB,
)  # fmt: skip

CARRYING = CLAUSE_COORDINATOR | VERB | TO


class Order(Surroundings):
    """Finds the clauses of one sentence."""

    def read(self) -> Drafts:
        """Every token with its clause."""
        drafts = self.drafts
        drafts.open("main", None)
        owner, inside, ages, opening = drafts.owner, drafts.inside, self.ages, self.opening
        for at, role in enumerate(self.roles):
            owner[at] = drafts.current or 0
            if ages and (at in ages or at - 2 in ages):
                continue
            if at in opening:
                self._open(at)
            elif role & BORDER:
                self._border(at, role)
            elif role & CARRYING and inside[at] < 0:
                self._word(at, role)
        return drafts

    def _word(self, at: int, role: int) -> None:
        """A word outside of any phrase: a conjunction, a verb or the particle of an infinitive."""
        if role & CLAUSE_COORDINATOR:
            self.coordinator = at
        elif role & VERB:
            if role & VERB == INFINITIVE and self.row.role(at - 1) & COMPARATOR:
                self._infinitive(at - 1)
            self._verb(at)
        elif role & TO and self.row.role(self._behind(at)) & INFINITIVE:
            self._infinitive(at)

    def _verb(self, at: int) -> None:
        drafts = self.drafts
        current = drafts.current or 0
        draft = drafts.all[current]
        if draft.kind == "participle" and draft.lacking:
            draft.nonfinite.append(at)
        elif (led := self._absolute(at)) is not None:
            drafts.put(drafts.open("participle", current, led.first), led.first, at + 1)
            drafts.all[drafts.current or 0].nonfinite.append(at)
            self.since = at
        elif self._not_finite(at, draft) or self._starts_participle(at):
            self._nonfinite(at)
        elif draft.lacking and self._finite_kind(current):
            self._first_verb(current, at)
        else:
            self._another(at)

    def _not_finite(self, at: int, draft: Draft) -> bool:
        """Whether a form is none of a clause of its own, though it may look finite."""
        role = self.roles[at]
        if not role & FINITE or self._helped(at) or self._joins_infinitive(at, draft) or self._inverted(at):
            return True
        return draft.kind == "participle" and self.coordinator == at - 1 and bool(role & PARTICIPLE)

    def _first_verb(self, clause: int, at: int) -> None:
        """The verb of a clause that had none: unless it is that of a clause about the noun before it."""
        drafts = self.drafts
        subject = self._subject(at) or self._cut_off(at)
        if subject is not None and self._about_noun(subject):
            self._begin("relative", clause, subject.first, at)
        elif subject is None and self._only_participle(at) and self._unopened(clause, at) and self._later_verb(at):
            drafts.all[clause].nonfinite.append(at)
        else:
            if self._conditional(at, clause):
                drafts.all[clause].kind = "subordinate"
            self._take(clause, at)

    def _later_verb(self, at: int) -> bool:
        number = self.drafts.inside[at + 1] if at + 1 < self.row.count else -1
        bare = (
            number >= 0
            and self.drafts.chunks[number].preposition is None
            and not self._time(self.drafts.chunks[number])
        )
        return self._finite_before(at, COMMA | STOP if bare else STOP)

    def _conditional(self, at: int, clause: int) -> bool:
        """Whether an auxiliary before its subject opens a condition ("Had the alarm sounded, …")."""
        behind = self.drafts.inside[at + 1] if at + 1 < self.row.count else -1
        opens = at == self.row.opening and self.drafts.all[clause].kind == "main" and behind >= 0
        return opens and bool(self.roles[at] & AUXILIARY) and not self._asks() and self._comma_then_finite(at)

    def _asks(self) -> bool:
        return any(role & ASKING for role in self.roles[-2:])

    def _starts_participle(self, at: int) -> bool:
        """Whether the sentence begins with a participle clause ("Founded in 1990, the firm …"), or a gerund is led."""
        role = self.roles[at]
        if self._led_gerund(at):
            return True
        if at != self.row.opening or (role & AUXILIARY and role & FINITE) or not role & (PARTICIPLE | GERUND):
            return False
        return bool(role & GERUND and self.row.role(at + 1) & ~MARK) or self._comma_then_finite(at)

    def _led_gerund(self, at: int) -> bool:
        """Whether a form in -ing with an object follows a preposition ("by cutting its price to 4 euros")."""
        led = self.row.has(at - 1, PREPOSITION) and self.drafts.inside[at - 1] < 0
        return led and self.row.has(at, GERUND) and self.row.has(at + 1, DETERMINER | NUMBER | PRONOUN)

    def _comma_then_finite(self, at: int) -> bool:
        comma = self.row.first(range(at, self.row.count), COMMA)
        return comma > 0 and self._finite_before(comma, STOP)

    def _nonfinite(self, at: int) -> None:
        drafts = self.drafts
        current = drafts.current or 0
        draft = drafts.all[current]
        if self._starts_participle(at):
            self._participle(at, current, led=self._led_gerund(at))
            draft = drafts.all[drafts.current or 0]
        elif draft.kind == self._joined_kind(at) and self.coordinator == at - 1 and draft.nonfinite:
            clause = drafts.open(draft.kind, draft.parent, None, current)
            drafts.put(clause, self.coordinator, at + 1)
            draft = drafts.all[clause]
        draft.reduced = draft.kind == "subordinate" and draft.connective == at - 1
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
        if self._completes(at):
            return
        if self._planned(at, draft.kind == "main" and draft.lacking):
            self.drafts.all[current].nonfinite.append(self._behind(at))
            return
        current = self._joined_before(at, 1)
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

    def _completes(self, at: int) -> bool:
        before = self.row.role(at - 1)
        return bool(before & AUXILIARY) and not before & NOUN

    def _another(self, at: int) -> None:
        """A finite verb where the clause at hand has one: of which clause is it?"""
        subject = self._subject(at) or self._cut_off(at)
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
        lacking = self._lacking(current)
        base = next((each for each in drafts.ancestors(current) if self._finite_kind(each)), current)
        joined = self.coordinator >= self.since and self._only_light(self.coordinator + 1, at)
        if self._joins_participle(at, base) or self._awaited(at, base):
            drafts.all[base].nonfinite.append(at)
        elif lacking is not None and not (joined and self.coordinator > self.comma):
            start = self.comma + 1 if self.comma >= self.since else at
            self._take(lacking, at)
            drafts.put(lacking, start, at + 1)
        elif joined:
            shared = base if drafts.all[current].kind in ("infinitive", "participle") else current
            kind, parent = drafts.all[shared].kind, drafts.all[shared].parent
            self._begin(kind, parent, self.coordinator, at, self.coordinator, shared)
        elif self.comma >= self.since:
            self._behind_comma(at, base)
        else:
            self._reduced(at, base)

    def _behind_comma(self, at: int, base: int) -> None:
        """A verb without a subject behind a comma: of speech behind a quotation, or one more of a list."""
        if self.row.role(at - 1) & QUOTE:
            self._begin("main", None, at, at)
        elif self._only_light(self.comma + 1, at):
            connective = self.held if self.held >= 0 else None
            self._begin("main", None, self.comma + 1, at, connective, self._around(base))
        else:
            self._reduced(at, base)

    def _around(self, clause: int) -> int:
        """The main clause around the one at hand, where a conjunction before what interrupts it goes on with it."""
        return self.drafts.ancestors(clause)[-1] if self.held >= 0 else clause

    def _joins_participle(self, at: int, clause: int) -> bool:
        """Whether a conjunction joins a participle to one that an auxiliary carries ("had taken … and left …")."""
        draft = self.drafts.all[clause]
        if draft.finite is None or not self.roles[draft.finite] & (HAVE | BE) or not self._only_participle(at):
            return False
        carried = self.row.where(draft.nonfinite, PARTICIPLE)
        return bool(carried) and self.coordinator == at - 1

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
        verb = draft.finite if draft.finite is not None else next(reversed(draft.nonfinite), 0)
        if self._time_of(subject):
            self._begin("relative", current, start, at)
        elif self.comma >= self.since and self._only_light(self.comma + 1, start):
            self._set_apart(at, current, lacking)
        elif not (self.coordinator >= self.since and self._only_light(self.coordinator + 1, start)):
            self._inside(at, subject, lacking, self.row.lemmas[verb])
        elif lacking is not None and not self._finite_before(at, STOP | BREAK):
            self._take(lacking, at)
        elif not self._reported(verb):
            dependent = draft.kind in ("subordinate", "relative") and self.comma < self.since
            kind: ClauseKind = draft.kind if dependent else "main"
            self._begin(kind, draft.parent if dependent else None, self.coordinator, at, self.coordinator)
        else:
            self._inside(at, subject, lacking, self.row.lemmas[verb])

    def _set_apart(self, at: int, current: int, lacking: int | None) -> None:
        """A verb with a subject behind a comma: of the clause that waits for one, or of a new one."""
        draft = self.drafts.all[current]
        if lacking is not None:
            self._take(lacking, at)
            self.drafts.put(lacking, self.comma + 1, at + 1)
            return
        clause = self._begin("main", None, self.comma + 1, at)
        if draft.kind == "subordinate" and draft.parent is None:
            draft.parent = clause  # a condition without a conjunction

    def _inside(self, at: int, subject: Chunk, lacking: int | None, lemma: str) -> None:
        """A verb with a subject in the middle of a clause: of that around, of what is said, of one about a noun."""
        current = self.drafts.current or 0
        says = lemma in self.row.words.say
        if lacking is not None and (not says or not self._finite_before(at, STOP | BREAK)):
            if self._follows_participle(at, current, lacking):
                self.drafts.put(lacking, subject.first, at)
            self._take(lacking, at)
        elif lemma in self.row.words.let and self.roles[at] & INFINITIVE:
            self.drafts.all[current].nonfinite.append(at)
        else:
            about = self._about_noun(subject) and not says
            self._begin("relative" if about else "subordinate", current, subject.first, at)

    def _begin(  # noqa: PLR0917 – what a clause is from its first word to its verb
        self,
        kind: ClauseKind,
        parent: int | None,
        first: int,
        verb: int,
        connective: int | None = None,
        shared: int | None = None,
    ) -> int:
        """A new clause from its first word to its verb."""
        clause = self.drafts.open(kind, parent, connective, shared)
        self.drafts.put(clause, first, verb + 1)
        self._take(clause, verb)
        return clause
