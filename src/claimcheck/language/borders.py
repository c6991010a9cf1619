"""What marks and opening words do to the clause at hand, where the subject stands before the verb."""

from __future__ import annotations

from claimcheck.language.row import Drafts
from claimcheck.model.analysis import ClauseKind
from claimcheck.languages.word_roles import (
    ADVERB, AUXILIARY, BREAK, CLAUSE_COORDINATOR, CLOSE, COLON, COMMA, COORDINATOR, DASH, FINITE, GERUND, NEGATION,
    NOUN, NUMBER, OPEN, PARTICIPLE, PREPOSITION, QUOTE, SEMICOLON, STOP, TIME, TO, VERB,
)  # fmt: skip

BORDER = COMMA | BREAK | OPEN | CLOSE
LIGHT = ADVERB | NEGATION | QUOTE


class Borders:
    """The state of a sentence being read from left to right, and what is no verb."""

    def __init__(self, drafts: Drafts, opening: dict[int, ClauseKind]) -> None:
        self.drafts = drafts
        self.row = drafts.row
        self.roles = drafts.roles
        self.opening = opening
        self.since = 0
        """Where the words begin that no verb has taken yet."""
        self.comma = self.coordinator = self.held = -1
        self.outer: list[tuple[int | None, int, int, int]] = []
        self.ages = self._ages()
        self.aside_end = -1
        self.before_aside: int | None = None

    def _ages(self) -> frozenset[int]:
        """The commas before bare numbers that another comma closes ("Doyle, 44, paid")."""
        has, commas = self.row.has, self.row.where(range(self.row.count - 2), COMMA)
        single = [k for k in commas if has(k + 2, COMMA) and has(k - 1, NOUN) and has(k + 1, NUMBER)]
        phrases = ((k, self.drafts.phrase(k + 1)) for k in single)
        return frozenset(k for k, number in phrases if number is not None and number.last == k + 2)

    def _behind(self, at: int) -> int:
        at += 1
        while self.row.role(at) & LIGHT and not self.row.role(at) & VERB:
            at += 1
        return at

    # openers and marks

    def _open(self, at: int) -> None:
        drafts, kind = self.drafts, self.opening[at]
        parent = self._joined_before(at, 2) if kind == "relative" else drafts.current
        start = at - 1 if at and self.roles[at - 1] & PREPOSITION and kind == "relative" else at
        start = self._partitive(start, at)
        if parent is not None and self.coordinator == at - 1 and drafts.all[parent].kind == kind:
            parent = drafts.all[parent].parent
        drafts.open(kind, parent, at)
        drafts.put(drafts.current or 0, start, at + 1)
        self.since, self.comma, self.coordinator = at, -1, -1

    def _joined_before(self, at: int, verbs: int) -> int:
        """The clause at hand, or a new one that a conjunction began whose subject another clause interrupts."""
        drafts = self.drafts
        current = drafts.current or 0
        draft = drafts.all[current]
        if self.coordinator < self.since or draft.finite is None or draft.kind not in ("main", "subordinate"):
            return current
        if not self._only_subject(self.coordinator + 1, at) or self._finites(at, verbs > 1) < verbs:
            return current
        clause = drafts.open(draft.kind, draft.parent, self.coordinator)
        drafts.put(clause, self.coordinator, at)
        return clause

    def _only_subject(self, first: int, last: int) -> bool:
        """Whether a stretch has one bare phrase, at its beginning or end, and else what hangs on it or goes before."""
        own = [each for each in self.drafts.chunks if first <= each.first < last and not self.row.has(each.head, TIME)]
        bare = [each for each in own if each.preposition is None]
        return len(bare) == 1 and own[0].first == first and bare[0] in (own[0], own[-1])

    def _finites(self, at: int, past_comma: bool) -> int:
        """How many verbs that are finite for certain follow before the next conjunction, mark or end."""
        row, inside = self.row, self.drafts.inside
        marks = (BORDER & ~COMMA if past_comma else BORDER) | STOP
        behind = range(at + 1, row.count)
        joined = (k for k in row.where(behind, CLAUSE_COORDINATOR) if inside[k] < 0)
        end = min(row.first(behind, marks, default=row.count), next(joined, row.count))
        verbs = row.where(range(at + 1, end), FINITE, PARTICIPLE)
        return sum(1 for k in verbs if inside[k] < 0 and not row.has(k - 1, TO))

    def _partitive(self, start: int, at: int) -> int:
        """Where a clause begins whose relative pronoun a part stands before ("half of which")."""
        chunk = self.drafts.phrase(start - 1) if start < at else None
        apart = chunk is not None and self.row.has(chunk.first - 1, COMMA | DASH)
        return chunk.first if chunk is not None and apart else start

    def _border(self, at: int, role: int) -> None:
        drafts = self.drafts
        if role & OPEN:
            self.outer.append((drafts.current, self.since, self.comma, self.coordinator))
            if self._finite_before(at, CLOSE):
                drafts.open("main", drafts.current)
                self._restart(at)
        elif role & CLOSE and self.outer:
            drafts.current, self.since, self.comma, self.coordinator = self.outer.pop()
        elif role & (SEMICOLON | COLON):
            self._part(at, role)
        elif role & DASH and self._heading(at):
            drafts.open("main", None)
            self._restart(at)
        elif role & (COMMA | DASH):
            self._comma(at)

    def _heading(self, at: int) -> bool:
        """Whether a dash follows a place or a heading: no verb so far, and no second dash."""
        if any(role & DASH for role in self.roles[:at]):
            return False
        if any(draft.finite is not None for draft in self.drafts.all) or not self._finite_before(at, DASH):
            return False
        return not any(role & DASH for role in self.roles[at + 1 :])

    def _restart(self, at: int) -> None:
        self.since, self.comma, self.coordinator = at + 1, -1, -1

    def _finite_before(self, at: int, mark: int) -> bool:
        for k in range(at + 1, self.row.count):
            if self.roles[k] & mark:
                return False
            role, bare = self.roles[k], self.drafts.inside[k] < 0
            if role & FINITE and bare and (not role & PARTICIPLE or self.drafts.inside[k - 1] >= 0):
                return True
        return False

    def _part(self, at: int, role: int) -> None:
        drafts = self.drafts
        finite = self._finite_before(at, SEMICOLON | COLON)
        current = drafts.current or 0
        if finite:
            drafts.open("main", None)
        elif role & COLON and not drafts.all[current].lacking:
            around = drafts.ancestors(current)[-1]
            verb = drafts.all[around].finite
            if verb is not None and self.row.lemmas[verb] not in self.row.words.speak:
                drafts.current = around
            else:
                drafts.open("fragment", around)
        self._restart(at)

    def _comma(self, at: int) -> None:
        """A comma ends what depends on a clause that still waits for its verb, and may begin a participle clause."""
        drafts = self.drafts
        if self.coordinator == at - 1:
            self.held = self.coordinator
        self.comma = at
        current = drafts.current or 0
        draft = drafts.all[current]
        behind = self._behind(at)
        if at == self.aside_end:
            drafts.current = self.before_aside
            self._restart(at)
        elif not self._participle_at(behind):
            waits = draft.lacking and draft.kind not in ("infinitive", "participle")
            if not self._aside(at, current) and not waits:
                self._leave(at, current)
        elif draft.kind != "participle" or not draft.lacking:
            self._participle(behind, next(iter(self._all_lacking(current)), current))

    def _leave(self, at: int, current: int) -> None:
        """Which clause goes on behind the comma that ends one."""
        drafts = self.drafts
        draft = drafts.all[current]
        lacking = self._lacking(current)
        around: int | None = None
        if draft.reduced:
            around = draft.parent
        elif lacking is not None:
            if not self._aside(at, lacking) and self._finite_before(at, COMMA | BREAK):
                around = lacking
        elif not self._finite_before(at, BREAK):
            around = self._parenthesis(current)
        if around is not None:
            drafts.current = around
            self.since = at + 1
        elif lacking is None and draft.kind in ("infinitive", "participle", "relative") and self._goes_on(at + 1):
            drafts.current = draft.parent

    def _parenthesis(self, clause: int) -> int | None:
        """The clause around one that a comma opened ("…, as she liked to say, …")."""
        for each in self.drafts.ancestors(clause):
            draft = self.drafts.all[each]
            opened = draft.connective is not None and self.row.role(draft.connective - 1) & COMMA
            if opened and draft.kind == "subordinate":
                return draft.parent
        return None

    def _goes_on(self, at: int) -> bool:
        """Whether the words behind a comma go on with the clause around: a preposition, no list."""
        return bool(self.row.role(at) & PREPOSITION) and not self._finite_before(at, COMMA | STOP)

    def _lacking(self, clause: int) -> int | None:
        return next(iter(self._all_lacking(clause)), None)

    def _all_lacking(self, clause: int) -> list[int]:
        """A clause and those around it that wait for their finite verb."""
        line = self.drafts.ancestors(clause)
        return [each for each in line if self.drafts.all[each].lacking and self._finite_kind(each)]

    def _finite_kind(self, clause: int) -> bool:
        return self.drafts.all[clause].kind in ("main", "subordinate", "relative")

    def _participle_at(self, at: int) -> bool:
        role = self.row.role(at)
        if not role & (GERUND | PARTICIPLE) or self.drafts.inside[at] >= 0 or (role & AUXILIARY and role & FINITE):
            return False
        if role & GERUND:
            return not self.row.role(at + 1) & FINITE
        return not role & FINITE or (
            bool(self.row.role(at + 1) & (PREPOSITION | TO | ADVERB)) and self._verbless_before(at)
        )

    def _verbless_before(self, at: int) -> bool:
        """Whether a form that may be past tense stands where the clause has its verb already or right behind."""
        current = self.drafts.current or 0
        if self._lacking(current) is None:
            return True
        comma = self.row.first(range(at, self.row.count), COMMA)
        return comma > 0 and bool(self.row.role(self._behind(comma)) & FINITE)

    def _participle(self, at: int, base: int, *, led: bool = False) -> None:
        """A participle clause, `led` by the preposition before its first word."""
        drafts = self.drafts
        clause = drafts.open("participle", base)
        drafts.put(clause, at - led, at + 1)
        self.since = at

    def _aside(self, at: int, around: int) -> bool:
        """A frame between two commas ("Profits, he said, rose", "Profits fell, he said, to 4 million")."""
        drafts = self.drafts
        lacking = drafts.all[around].lacking
        end = self.row.first(range(at + 1, self.row.count), BORDER)
        if end < 0 or not self.roles[end] & COMMA or (lacking and drafts.all[around].kind != "main"):
            return False
        if not self._says(at, end) or lacking != self._finite_before(end, STOP):
            return False
        if not lacking and not self.row.role(end + 1) & (PREPOSITION | TO | QUOTE | COORDINATOR):
            return False
        self.before_aside, self.aside_end = around, end
        drafts.open("main", None)
        self._restart(at)
        return True

    def _says(self, at: int, end: int) -> bool:
        """Whether a stretch has a verb of saying, and nothing that it says."""
        inside = self.drafts.inside
        verb = next((k for k in range(at + 1, end) if self.roles[k] & FINITE and inside[k] < 0), -1)
        if verb < 0 or self.row.lemmas[verb] not in self.row.words.say:
            return False
        if self.row.where(range(at + 2, verb), QUOTE):
            return False  # a title
        return not any(k in self.opening or (self.roles[k] & VERB and inside[k] < 0) for k in range(verb + 1, end))
