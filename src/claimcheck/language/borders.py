"""What marks and opening words do to the clause at hand, where the subject stands before the verb."""

from __future__ import annotations

from claimcheck.language.row import Drafts
from claimcheck.model.analysis import ClauseKind
from claimcheck.languages.word_roles import (
    ADVERB, AUXILIARY, BREAK, CLOSE, COLON, COMMA, DASH, FINITE, GERUND, NEGATION, OPEN, PARTICIPLE, PREPOSITION,
    QUOTE, SEMICOLON, STOP, TO, VERB,
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
        self.comma = self.coordinator = -1
        self.outer: list[int | None] = []
        self.aside_end = -1
        self.before_aside: int | None = None

    def _behind(self, at: int) -> int:
        at += 1
        while self.row.role(at) & LIGHT and not self.row.role(at) & VERB:
            at += 1
        return at

    # openers and marks

    def _open(self, at: int) -> None:
        drafts, kind = self.drafts, self.opening[at]
        parent = drafts.current
        start = at - 1 if at and self.roles[at - 1] & PREPOSITION and kind == "relative" else at
        start = self._partitive(start, at)
        if parent is not None and self.coordinator == at - 1 and drafts.all[parent].kind == kind:
            parent = drafts.all[parent].parent
        drafts.open(kind, parent, at)
        drafts.put(drafts.current or 0, start, at + 1)
        self.since, self.comma, self.coordinator = at, -1, -1

    def _partitive(self, start: int, at: int) -> int:
        """Where a clause begins whose relative pronoun a part stands before ("half of which")."""
        number = self.drafts.inside[start - 1] if 1 < start < at else -1
        if number < 0:
            return start
        chunk = self.drafts.chunks[number]
        light = chunk.pronoun or chunk.head == chunk.number
        return chunk.first if light and self.row.role(chunk.first - 1) & COMMA else start

    def _border(self, at: int, role: int) -> None:
        drafts = self.drafts
        if role & OPEN:
            self.outer.append(drafts.current)
            if self._finite_before(at, CLOSE):
                drafts.open("main", drafts.current)
                self._restart(at)
        elif role & CLOSE and self.outer:
            drafts.current = self.outer.pop()
            self.since = at + 1
        elif role & (SEMICOLON | COLON):
            self._part(at, role)
        elif role & DASH and self._heading(at):
            drafts.open("main", None)
            self._restart(at)
        elif role & (COMMA | DASH):
            self._comma(at)

    def _heading(self, at: int) -> bool:
        """Whether a dash follows a place or a heading: no verb so far, and no second dash."""
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
            drafts.open("fragment", drafts.ancestors(current)[-1])
        self._restart(at)

    def _comma(self, at: int) -> None:
        """A comma ends what depends on a clause that still waits for its verb, and may begin a participle clause."""
        drafts = self.drafts
        self.comma = at
        if at == self.aside_end:
            drafts.current = self.before_aside
            self._restart(at)
            return
        current = drafts.current or 0
        behind = self._behind(at)
        if self._participle_at(behind):
            lacking = self._lacking(current)
            if not (drafts.all[current].kind == "participle" and drafts.all[current].lacking):
                base = lacking if lacking is not None and lacking != current else current
                self._participle(behind, base)
            return
        if self._aside(at):
            return
        if drafts.all[current].kind in ("infinitive", "participle") or not drafts.all[current].lacking:
            lacking = self._lacking(current)
            if lacking is not None and self._finite_before(at, COMMA | BREAK):
                drafts.current = lacking
                self.since = at + 1
            elif lacking is not None:
                pass
            elif (around := self._parenthesis(current)) is not None and not self._finite_before(at, BREAK):
                drafts.current = around
                self.since = at + 1
            elif drafts.all[current].kind in ("infinitive", "participle", "relative") and self._goes_on(behind):
                drafts.current = drafts.all[current].parent

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
        line = self.drafts.ancestors(clause)
        return next((each for each in line if self.drafts.all[each].finite is None and self._finite_kind(each)), None)

    def _finite_kind(self, clause: int) -> bool:
        return self.drafts.all[clause].kind in ("main", "subordinate", "relative")

    def _participle_at(self, at: int) -> bool:
        role = self.row.role(at)
        if not role & (GERUND | PARTICIPLE) or self.drafts.inside[at] >= 0 or role & AUXILIARY & FINITE:
            return False
        if role & GERUND:
            return True
        return not role & FINITE or (
            bool(self.row.role(at + 1) & (PREPOSITION | TO | ADVERB)) and self._verbless_before(at)
        )

    def _verbless_before(self, at: int) -> bool:
        """Whether a form that may be past tense stands where the clause has its verb already or right behind."""
        current = self.drafts.current or 0
        if self._lacking(current) is None:
            return True
        comma = next((k for k in range(at, self.row.count) if self.roles[k] & COMMA), -1)
        return comma > 0 and bool(self.row.role(self._behind(comma)) & FINITE)

    def _participle(self, at: int, base: int) -> None:
        drafts = self.drafts
        clause = drafts.open("participle", base)
        drafts.put(clause, at, at + 1)
        self.since = at

    def _aside(self, at: int) -> bool:
        """A frame between two commas ("Profits, he said, rose")."""
        drafts = self.drafts
        current = drafts.current or 0
        if not drafts.all[current].lacking or drafts.all[current].kind != "main":
            return False
        end = next((k for k in range(at + 1, self.row.count) if self.roles[k] & BORDER), -1)
        if end < 0:
            return False
        verbs = [k for k in range(at + 1, end) if self.roles[k] & FINITE and drafts.inside[k] < 0]
        if not verbs or self.row.lemmas[verbs[0]] not in self.row.words.say or not self._finite_before(end, STOP):
            return False
        if any(self.roles[k] & VERB for k in range(verbs[0] + 1, end) if drafts.inside[k] < 0):
            return False
        self.before_aside, self.aside_end = current, end
        drafts.open("main", None)
        self._restart(at)
        return True

    # verbs
