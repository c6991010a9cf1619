"""Clauses in a language whose finite verb stands second in main clauses and last in subordinate ones.

A sentence is cut at its commas and marks; each piece opens a clause (subordinator, relative pronoun, infinitive with
its particle), goes on with one that still lacks its verb, or begins a main clause.
"""

from __future__ import annotations

from claimcheck.language.dependent import Dependent

from claimcheck.language.row import Drafts
from claimcheck.language.pieces import BORDER
from claimcheck.language.pieces import Piece, Segment
from claimcheck.languages.word_roles import (
    ADVERB, AUXILIARY, CAPITAL, CLAUSE_COORDINATOR, CLOSE, COLON, COMMA, COORDINATOR, DASH, FINITE, GERUND,
    INFINITIVE, NEGATION, OPEN, PARTICIPLE, QUOTE, SEMICOLON, STOP, VERB,
)  # fmt: skip


class Fields(Dependent):
    """Finds the clauses of one sentence."""

    def read(self) -> Drafts:
        """Every token with its clause."""
        for number, segment in enumerate(self.segments):
            self._mark(segment, number)
            if segment.last > segment.first:
                self._segment(segment, number)
        for at in range(self.row.count):
            if self.roles[at] & BORDER and at:
                self.drafts.owner[at] = self.drafts.owner[at - 1]
        return self.drafts

    def _mark(self, segment: Segment, number: int) -> None:
        """What the mark before a segment does to the clause that was being read."""
        drafts = self.drafts
        if segment.mark & OPEN:
            self.outer.append(drafts.current)
        elif segment.mark & CLOSE and self.outer:
            drafts.current = self.outer.pop()
        elif segment.mark & SEMICOLON:
            drafts.current = None
        elif segment.mark & DASH:
            self._dash(number)

    def _dash(self, number: int) -> None:
        """A dash opens a parenthesis where another one follows, and closes it there."""
        if self.open_dash:
            self.open_dash = False
            if self.outer:
                self.drafts.current = self.outer.pop()
        elif any(each.mark & DASH for each in self.segments[number + 1 :]):
            self.open_dash = True
            self.outer.append(self.drafts.current)
        elif self.drafts.current is not None and self.drafts.all[self.drafts.current].lacking:
            self.drafts.current = None  # what stood before is a place or a heading

    # one segment

    def _segment(self, segment: Segment, number: int) -> None:
        first = self._past_conjunction(segment)
        opener = self._opener(first, segment.last)
        pieces = self.pieces.of(segment)
        if self._leading_participle(segment):
            return
        if opener is not None:
            self._subordinate(segment, opener, pieces)
        elif self._infinitive(segment, first, pieces):
            pass
        else:
            self._plain(segment, number, pieces)

    def _plain(self, segment: Segment, number: int, pieces: list[Piece]) -> None:
        drafts = self.drafts
        pieces = self._bracketed(pieces)
        piece = self._rest_given(pieces[0])
        kept = drafts.current
        aside = self._is_aside(segment, number, piece)
        target = drafts.open("main", None) if aside else self._target(segment, piece)
        drafts.current = target
        if drafts.all[target].kind in ("subordinate", "relative"):
            piece = self.pieces.with_last_verb(piece)
        self._give(target, piece)
        draft = drafts.all[target]
        for each in pieces[1:]:
            drafts.open(draft.kind, draft.parent, each.first, target)
            target = len(drafts.all) - 1
            dependent = draft.kind in ("subordinate", "relative")
            self._give(target, self.pieces.with_last_verb(each) if dependent else each)
        if aside:
            drafts.current = kept

    def _waiting(self) -> int | None:
        """The clause around whose auxiliary still waits for its other verb."""
        drafts = self.drafts
        free = [each for each in drafts.ancestors(drafts.current) if not drafts.all[each].nonfinite]
        verbs = ((each, drafts.all[each].finite) for each in free)
        return next((each for each, verb in verbs if verb is not None and self.row.has(verb, AUXILIARY)), None)

    def _bracketed(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces where the first one only ends what an auxiliary before it began ("will …, das …, sanieren")."""
        piece = pieces[0]
        if self._lists(pieces):
            return [Piece(piece.first, pieces[-1].last, None, [k for each in pieces for k in each.verbs()])]
        if piece.finite is None or self._waiting() is None:
            return pieces
        verbs = piece.verbs()
        first = [self._past_light(piece.first)] == verbs and piece.last - verbs[0] > 2
        if first or len(self.row.where(verbs, INFINITIVE | PARTICIPLE)) < len(verbs):
            return pieces
        return [Piece(piece.first, piece.last, None, verbs), *pieces[1:]]

    def _rest_given(self, piece: Piece) -> Piece:
        """The piece from its conjunction on, where the words before only end the clause at hand ("…, an und ging")."""
        line = self.drafts.ancestors(self.drafts.current)
        current = next((each for each in line if self.drafts.all[each].kind == "main"), None)
        verb = piece.finite
        if current is None or verb is None or verb - 1 <= piece.first:
            return piece
        if not self.roles[verb - 1] & CLAUSE_COORDINATOR or self.drafts.all[current].lacking:
            return piece
        self.drafts.put(current, piece.first, verb - 1)
        return Piece(verb - 1, piece.last, verb, piece.nonfinite)

    def _lists(self, pieces: list[Piece]) -> bool:
        """Whether every piece ends with one more form that an auxiliary carries ("will A bauen, B kaufen und C …")."""
        current = None if self.drafts.current is None else self.drafts.all[self.drafts.current]
        if current is None or current.kind != "main" or current.finite is None:
            return False
        kinds = 0
        for verb in current.nonfinite:
            kinds |= self.roles[verb] & (INFINITIVE | PARTICIPLE)
        return bool(self.roles[current.finite] & AUXILIARY) and all(self._ends_with(each, kinds) for each in pieces)

    def _ends_with(self, piece: Piece, kinds: int) -> bool:
        """Whether a piece, of which something stands before it, ends with a form of such a kind."""
        verb = piece.finite
        if verb is None or not verb == self._last_word(piece) > piece.first + 1:
            return False
        return bool(self.roles[verb] & kinds) and not self.roles[verb] & AUXILIARY

    def _past_light(self, at: int) -> int:
        while (
            at < self.row.count
            and self.roles[at] & (ADVERB | NEGATION | COORDINATOR | QUOTE)
            and not self.roles[at] & VERB
        ):
            at += 1
        return at

    def _is_aside(self, segment: Segment, number: int, piece: Piece) -> bool:
        """Whether a segment is a frame put into a sentence without verb so far ("Die Preise, sagte Kern, stiegen")."""
        drafts = self.drafts
        if piece.finite is None or drafts.current is None or number + 1 >= len(self.segments):
            return False
        after = self.segments[number + 1]
        if self._parenthetical(segment, after, piece):
            return True
        says = piece.finite == self._past_conjunction(segment) and self.row.lemmas[piece.finite] in self.row.words.say
        return says and self._completes(drafts.current, after)

    def _completes(self, current: int, after: Segment) -> bool:
        """Whether a segment has the verb that the clause at hand, or one it depends on, still lacks."""
        waits = self._waiting() is not None
        if not (waits or any(self.drafts.all[each].lacking for each in self.drafts.ancestors(current))):
            return False
        wanted = FINITE | (INFINITIVE | PARTICIPLE if waits else 0)
        return bool(self.row.where(range(after.first, after.last), wanted, CAPITAL))

    def _parenthetical(self, segment: Segment, after: Segment, piece: Piece) -> bool:
        """Whether a sentence of its own stands before the verb ("1903, das ist lange her, baute man")."""
        current = self.drafts.all[self.drafts.current or 0]
        if not current.lacking or current.kind != "main" or not segment.mark & COMMA or not after.mark & COMMA:
            return False
        second = piece.finite is not None and segment.first < piece.finite <= segment.first + 2
        return second and bool(self.row.role(self._past_light(after.first)) & FINITE)

    def _target(self, segment: Segment, piece: Piece) -> int:
        """The clause a segment without an opener belongs to."""
        drafts = self.drafts
        current = drafts.current
        if current is None:
            return self._main()
        line = drafts.ancestors(current)
        if piece.finite is None:
            return self._without_verb(segment, piece, line)
        if segment.mark & (OPEN | SEMICOLON | COLON | (DASH if self.open_dash else 0)):
            return drafts.open("main", current if segment.mark & (OPEN | DASH) else None)
        lacking = [each for each in line if drafts.all[each].lacking and drafts.all[each].kind != "infinitive"]
        return lacking[0] if lacking else self._beside(segment, piece, current)

    def _beside(self, segment: Segment, piece: Piece, current: int) -> int:
        """A new clause beside the current one, which lacks nothing: joined to it by a conjunction, or a main clause."""
        drafts, draft = self.drafts, self.drafts.all[current]
        joined = bool(self.roles[piece.first] & COORDINATOR)
        last = self._last_word(piece)
        if joined and draft.kind in ("subordinate", "relative") and piece.finite == last > segment.first + 2:
            return drafts.open(draft.kind, draft.parent, segment.first, current)
        first = piece.finite == self._past_light(segment.first)
        shared = self._last_main() if joined or first else None
        return drafts.open("main", None, piece.first if joined else None, shared)

    def _last_main(self) -> int | None:
        """The main clause whose subject may be shared: not a frame of speech."""
        drafts = self.drafts
        for clause in range(len(drafts.all) - 1, -1, -1):
            finite = drafts.all[clause].finite
            if drafts.all[clause].kind != "main" or finite is None:
                continue
            if clause == 0 or self.row.lemmas[finite] not in self.row.words.say:
                return clause
        return None

    def _last_word(self, piece: Piece) -> int:
        return next(
            (k for k in range(piece.last - 1, piece.first, -1) if not self.roles[k] & (STOP | QUOTE)), piece.last - 1
        )

    def _without_verb(self, segment: Segment, piece: Piece, line: list[int]) -> int:
        drafts = self.drafts
        complete = not drafts.all[line[0]].lacking
        if segment.mark & COLON and self._apart(segment, complete=complete):
            return drafts.open("fragment", line[-1])
        if complete and self.roles[segment.first] & COORDINATOR and self._verb_follows(segment):
            return drafts.open("main", None, segment.first)
        if piece.nonfinite:
            waiting = self._waiting()
            if waiting is not None:
                return waiting
            if self._participle(segment, piece):
                return drafts.open("participle", line[0])
        return self._around(segment, line)

    def _around(self, segment: Segment, line: list[int]) -> int:
        """The clause that goes on with a segment: one that still lacks its verb, else the first that is open."""
        lacking = next((each for each in line if self.drafts.all[each].lacking), None)
        if lacking is not None:
            return lacking
        return line[1] if len(line) > 1 and self._closed(line[0], segment) else line[0]

    def _apart(self, segment: Segment, *, complete: bool) -> bool:
        """Whether what stands behind a colon is no part of a clause: one before is complete, or no verb follows."""
        verbs = any(role & FINITE and not role & CAPITAL for role in self.roles[segment.first :])
        return not self.outer and (complete or not verbs)

    def _verb_follows(self, segment: Segment) -> bool:
        """Whether the next segment with a verb begins with it ("…, und am Abend, gegen 9 Uhr, hielt der Deich")."""
        for each in self.segments[self.segments.index(segment) + 1 :]:
            verbs = [k for k in range(each.first, each.last) if self.roles[k] & FINITE and self.drafts.inside[k] < 0]
            if verbs:
                says = self.row.lemmas[verbs[0]] in self.row.words.speak
                return bool(each.mark & COMMA) and verbs[0] == self._past_light(each.first) and not says
        return False

    def _participle(self, segment: Segment, piece: Piece) -> bool:
        """Whether a segment between commas ends with a participle of its own ("…, auf Krücken gestützt, …")."""
        last = self._last_word(piece)
        return bool(segment.mark & COMMA and self.roles[last] & (PARTICIPLE | GERUND) and last > segment.first)

    def _closed(self, clause: int, segment: Segment) -> bool:
        """Whether a clause whose verb ends it has just been ended by it."""
        if self.drafts.all[clause].kind == "main" or segment.first < 2:
            return False
        before = segment.first - 2
        while before and self.roles[before] & (QUOTE | STOP):
            before -= 1
        return bool(self.roles[before] & VERB) and self.drafts.owner[before] == clause
