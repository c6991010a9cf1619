"""What the phrases of a clause are to its verb: subject, objects, adjuncts; and how the verb is meant."""

from __future__ import annotations

from claimcheck.language.nominative import ASIDE, Nominative
from claimcheck.language.row import Draft, Drafts
from claimcheck.languages.word_roles import (
    ADVERB, ASKING, AUXILIARY, BE, BECOME, COMMA, COORDINATOR, DASH, EXPLETIVE, FINITE, FUTURE, HAVE, INFINITIVE, MODAL,
    NECESSITY, NEGATION, PARTICIPLE, PAST, PLAN, POSSIBILITY, QUESTION, QUOTE, SUBJUNCTIVE, TIME, VERB,
)  # fmt: skip
from claimcheck.model.analysis import Chunk, Clause, ModalKind, Mood, Tense


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
        return self._unsaid(number, draft) if found is None else found

    def _unsaid(self, number: int, draft: Draft) -> Chunk | None:
        """The subject that a clause without one shares with the clause before."""
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


class Parts(Subjects):
    """Completes the drafts of one sentence."""

    def __init__(self, drafts: Drafts) -> None:
        super().__init__(drafts)
        for number in range(len(drafts.all)):
            self.subjects.append(self._subject(number))
        self.stretches = self._stretches()
        leading = {each.preposition for each in drafts.chunks}  # "people without work" denies nothing
        denying = (at for at in self.row.where(range(self.row.count), NEGATION) if at not in leading)
        self._denied = {drafts.owner[at] for at in denying}

    def all(self) -> tuple[Clause, ...]:
        """The clauses in the order of the drafts."""
        return tuple(self._clause(number) for number in range(len(self.drafts.all)))

    def first(self, number: int) -> int:
        """The first token of a clause; that of its verb where others took all of its words."""
        stretches = self.stretches[number]
        draft = self.drafts.all[number]
        return stretches[0][0] if stretches else self._verb(draft, self.subjects[number] is not None) or 0

    def lemma(self, number: int) -> str:
        """The lemma of the full verb of a clause, with its separated particle; "" without a verb."""
        draft = self.drafts.all[number]
        return self._lemma(draft, self._predicate(draft))

    def _stretches(self) -> list[tuple[tuple[int, int], ...]]:
        found: list[list[tuple[int, int]]] = [[] for _ in self.drafts.all]
        start = 0
        owner = self.drafts.owner
        for at in range(1, len(owner) + 1):
            if at == len(owner) or owner[at] != owner[start]:
                found[owner[start]].append((start, at))
                start = at
        return [tuple(each) for each in found]

    def _clause(self, number: int) -> Clause:
        draft = self.drafts.all[number]
        predicate = self._predicate(draft)
        subject = self.subjects[number]
        own = self.by_clause[number]
        lemma = self._lemma(draft, predicate)
        return Clause(
            self.stretches[number],
            "fragment" if draft.kind == "main" and draft.finite is None else draft.kind,
            self._verb(draft, subject is not None),
            predicate,
            lemma,
            self._senses(lemma, own),
            subject,
            tuple([each for each in own if each is not subject and each.preposition is None and not each.of]),
            tuple([each for each in own if each.preposition is not None]),
            draft.connective,
            draft.parent,
            self._mood(draft),
            self._modal(draft),
            number in self._denied,
            self._passive(draft, predicate),
            self._tense(draft),
        )

    def _verb(self, draft: Draft, said: bool) -> int | None:
        """The finite verb, or the form that stands for it: of an infinitive the last one where verbs end clauses."""
        if (
            draft.kind not in ("infinitive", "participle")
            and not draft.reduced
            and (draft.finite is not None or not said)
        ):
            return draft.finite
        last = draft.kind == "infinitive" and self.row.words.verb_final
        return next(iter(draft.nonfinite[-1:] if last else draft.nonfinite), None)

    def _predicate(self, draft: Draft) -> int | None:
        full = [k for k in draft.nonfinite if not self.roles[k] & AUXILIARY]
        if draft.finite is None:
            return next(iter(full or draft.nonfinite), None)
        role = self.roles[draft.finite]
        if not role & AUXILIARY:
            return draft.finite
        if role & (MODAL | FUTURE):
            full = full or draft.nonfinite  # "will *be* mayor", "soll Chefin *werden*"
        return next(reversed(full) if self.row.words.verb_second else filter(draft.finite.__lt__, full), draft.finite)

    def _lemma(self, draft: Draft, predicate: int | None) -> str:
        if predicate is None:
            return ""
        lemma = self.row.lemmas[predicate]
        apart = predicate == draft.finite and self.row.words.separable and not self.roles[predicate] & AUXILIARY
        return self._particle(draft) + lemma if apart else lemma

    def _senses(self, lemma: str, own: list[Chunk]) -> tuple[str, ...]:
        """What the verb says: not what it says only without a phrase that is here ("unter das Gesetz fallen")."""
        words = self.row.words
        senses = words.verb_senses.get(lemma, ())
        apart = words.apart.get(lemma)
        if not apart:
            return tuple(senses)
        led = {self.row.low[each.preposition] for each in own if each.preposition is not None and each.number is None}
        return tuple(each for each in senses if led.isdisjoint(apart.get(each, ())))

    def _particle(self, draft: Draft) -> str:
        """The separated particle of a finite verb: the last word of its clause, or "" """
        if draft.finite is None or draft.kind in ("subordinate", "relative"):
            return ""
        own = self.drafts.owner[draft.finite]
        row = self.row
        words = [k for k in range(draft.finite + 1, row.count) if self.drafts.owner[k] == own and row.low[k].isalpha()]
        if not words:
            return ""
        at = words[-1]
        if row.low[at] in row.words.separable and not self._counts(at) and not row.has(at + 1, VERB):
            return row.low[at]
        return self._before_conjunct(at, own, draft.finite)

    def _counts(self, at: int) -> bool:
        """Whether a word is in a phrase, or behind a bare number set apart: "27 hoben die Hand, 15 dagegen"."""
        before = self.drafts.phrase(at - 1)
        counted = before is not None and before.head == before.number and self.row.has(before.first - 1, COMMA)
        return counted or self.drafts.inside[at] >= 0

    def _before_conjunct(self, at: int, own: int, finite: int) -> str:
        """A particle that more of the clause follows ("steigt an auf 12"): alone, outside of any phrase."""
        for k in range(at, finite, -1):
            low = self.row.low[k]
            if self.roles[k] & ADVERB:
                continue
            if self.drafts.owner[k] == own and self.drafts.inside[k] < 0 and low in self.row.words.separable:
                return low if not self.row.role(k + 1) & VERB else ""
        return ""

    def _verbs(self, draft: Draft) -> list[int]:
        return [*([draft.finite] if draft.finite is not None else []), *draft.nonfinite]

    def _mood(self, draft: Draft) -> Mood:
        if draft.kind == "main" and any(role & ASKING for role in self.roles[-2:]):
            return "question"
        if draft.finite is not None and self.roles[draft.finite] & SUBJUNCTIVE and not self.roles[draft.finite] & PAST:
            return "subjunctive"
        return "indicative"

    def _modal(self, draft: Draft) -> ModalKind | None:
        role = 0
        for verb in self._verbs(draft):
            role |= self.roles[verb] if self.roles[verb] & (MODAL | FUTURE) else 0
        if role & POSSIBILITY:
            return "possibility"
        if role & NECESSITY:
            return "necessity"
        if role & PLAN or (role & FUTURE and self._future(draft)):
            return "plan"
        return None

    def _future(self, draft: Draft) -> bool:
        """Whether an auxiliary of the future has an infinitive with it, no participle."""
        rest = [self.roles[k] for k in draft.nonfinite]
        return any(role & INFINITIVE and not role & PARTICIPLE for role in rest) and not any(
            role & PARTICIPLE and not role & INFINITIVE for role in rest
        )

    def _passive(self, draft: Draft, predicate: int | None) -> bool:
        if predicate is None or not self.roles[predicate] & PARTICIPLE:
            return False
        if predicate == draft.finite or draft.kind == "participle":
            return draft.kind == "participle"
        helping = BECOME if self.row.words.verb_second else BE | BECOME
        return any(self.roles[k] & helping for k in self._verbs(draft) if k != predicate)

    def _tense(self, draft: Draft) -> Tense:
        finite = draft.finite
        if finite is None:
            return "present"
        role = self.roles[finite]
        if role & (HAVE | BE) and self.row.where(draft.nonfinite, PARTICIPLE) and role & HAVE:
            return "perfect"
        if role & FUTURE and self._future(draft):
            return "future"
        return "past" if role & PAST else "present"
