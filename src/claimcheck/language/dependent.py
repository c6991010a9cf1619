"""Clauses that depend on another: with a subordinator, a relative pronoun, an infinitive, a participle."""

from __future__ import annotations

from claimcheck.language.row import Drafts
from claimcheck.language.pieces import attributive, verb_last
from claimcheck.language.pieces import Piece, Pieces, Segment, segments
from claimcheck.model.analysis import ClauseKind
from claimcheck.languages.word_roles import (
    ADVERB, CAPITAL, COMMA, COORDINATOR, DOUBTFUL, FINITE, INFINITIVE, NEGATION, NOUN, NUMBER, PARTICIPLE,
    PREPOSITION, PURPOSE, QUESTION, QUOTE, SUBORDINATOR, TO, TO_INFINITIVE, VERB,
)  # fmt: skip

FARTHEST_OPENER = 4


class Dependent:
    """The state of a sentence being read segment by segment, and the clauses that open with a word of their own."""

    def __init__(self, drafts: Drafts, relative: frozenset[int]) -> None:
        self.drafts = drafts
        self.row = drafts.row
        self.roles = drafts.roles
        self.relative = relative
        self.segments = segments(self.row)
        self.pieces = Pieces(self.row, drafts.inside, relative)
        self.outer: list[int | None] = []
        self.open_dash = False

    def _leading_participle(self, segment: Segment) -> bool:
        """Whether a sentence begins with a participle clause ("Getrieben von hohen Preisen, …"); it is then read."""
        at = self.row.opening
        if segment.first > at or segment.last >= self.row.count:
            return False
        if not (self.row.role(at) & PARTICIPLE and self.row.role(at + 1) & (PREPOSITION | NUMBER)):
            at = segment.last - 1
            if not self._fronted(segment) or self.roles[at] & (PARTICIPLE | FINITE) != PARTICIPLE:
                return False
        verbs = self.row.where(range(segment.first, segment.last), FINITE)
        if any(self.drafts.inside[k] < 0 for k in verbs if k != at):
            return False
        clause = self.drafts.open("participle", self._main())
        self._give(clause, Piece(segment.first, segment.last, None, [at]))
        return True

    def _past_conjunction(self, segment: Segment) -> int:
        at = segment.first
        while at < segment.last and self.roles[at] & (COORDINATOR | QUOTE) and not self.roles[at] & SUBORDINATOR:
            at += 1
        return at

    def _opener(self, first: int, last: int) -> int | None:
        """The subordinator or relative pronoun that opens a segment, adverbs before it passed over."""
        for at in range(first, min(first + FARTHEST_OPENER, last)):
            role = self.roles[at]
            if at in self.relative or self._subordinates(at, last):
                return at
            if role & QUESTION and at == first and self.row.role(last) & COMMA and verb_last(self.row, at):
                return at
            if not role & (ADVERB | NEGATION | PREPOSITION | QUOTE) or role & VERB:
                return None
        return None

    def _subordinates(self, at: int, last: int) -> bool:
        """Whether a conjunction opens a clause: for certain, or by the place of the verb."""
        role = self.roles[at]
        if not role & SUBORDINATOR:
            return False
        if not role & NOUN and self.drafts.inside[at] < 0:
            return not role & (DOUBTFUL | QUESTION) or verb_last(self.row, at)
        return bool(role & PREPOSITION) and self._is_opener(at, last) and not self._only_leads(at)

    def _only_leads(self, at: int) -> bool:
        """Whether a noun without article follows where a clause around still waits for its verb ("…, bis Mai …")."""
        drafts = self.drafts
        waits = any(drafts.all[k].lacking and drafts.all[k].kind != "main" for k in drafts.ancestors(drafts.current))
        return waits and bool(self.row.role(at + 1) & (NOUN | NUMBER))

    def _is_opener(self, at: int, last: int) -> bool:
        """Whether a word that may be a preposition too opens a clause: its verb ends the segment."""
        if not verb_last(self.row, at):
            return False
        finite = [k for k in range(at + 1, last) if self.roles[k] & FINITE and self.drafts.inside[k] < 0]
        number = self.drafts.inside[at]
        return bool(finite) and (number < 0 or finite[0] > self.drafts.chunks[number].last or finite[-1] == last - 1)

    # what a segment is

    def _give(self, clause: int, piece: Piece) -> None:
        drafts = self.drafts
        drafts.put(clause, piece.first, piece.last)
        draft = drafts.all[clause]
        if draft.kind in ("infinitive", "participle"):
            draft.nonfinite += [*piece.nonfinite, *([piece.finite] if piece.finite is not None else [])]
            return
        if piece.finite is not None:
            if draft.finite is None:
                draft.finite = piece.finite
            else:
                draft.nonfinite.append(piece.finite)
        draft.nonfinite += piece.nonfinite

    def _main(self) -> int:
        """A main clause for what follows a clause that depends on it."""
        return self.drafts.open("main", None)

    def _subordinate(self, segment: Segment, opener: int, pieces: list[Piece]) -> None:
        drafts = self.drafts
        self._free(opener)
        kind: ClauseKind = "relative" if opener in self.relative and segment.first > 0 else "subordinate"
        parent = drafts.current
        if parent is None:
            parent = self._main()
        elif segment.first < opener and self.roles[segment.first] & COORDINATOR and drafts.all[parent].kind == kind:
            parent = drafts.all[parent].parent
        clause = drafts.open(kind, parent, opener)
        ordered = [self.pieces.with_last_verb(each) for each in pieces]
        self._give(clause, ordered[0])
        for piece in ordered[1:]:
            again = piece.first + 1 in self.relative
            clause = drafts.open(kind, parent, piece.first + again, None if again else clause)
            self._give(clause, piece)

    def _infinitive(self, segment: Segment, first: int, pieces: list[Piece]) -> bool:
        """Whether a segment is a clause with an infinitive and its particle; it is then read."""
        drafts = self.drafts
        purpose = first < segment.last and self.row.has(first, PURPOSE)
        if any(each.finite is not None for each in pieces) or not self._wants_infinitive(segment, purpose):
            return False
        if purpose and self.roles[first] & PREPOSITION:
            self._free(first)
        parent = self._main() if drafts.current is None else drafts.current
        self._give_infinitives(segment, parent, first if purpose else None)
        return True

    def _give_infinitives(self, segment: Segment, parent: int | None, connective: int | None) -> None:
        """A clause for each infinitive of a segment."""
        drafts = self.drafts
        clause = drafts.open("infinitive", parent, connective)
        for piece in self.pieces.infinitives(segment):
            if not drafts.all[clause].lacking:
                clause = drafts.open("infinitive", parent, piece.first)
            self._give(clause, piece)

    def _wants_infinitive(self, segment: Segment, purpose: bool) -> bool:
        """Whether the particle of an infinitive is there, or is to come, in a segment set off by a mark."""
        if purpose:
            return self._with_particle(segment) or self._particle_later(segment)
        if not (segment.mark & COMMA or self._fronted(segment)) or not self._with_particle(segment):
            return False
        around = None if self.drafts.current is None else self.drafts.all[self.drafts.current]
        return around is None or around.kind == "main" or not around.lacking

    def _fronted(self, segment: Segment) -> bool:
        """Whether a sentence begins with a segment that its finite verb follows behind a comma."""
        behind = self.row.role(segment.last + 1)
        return segment.mark == 0 and bool(self.row.role(segment.last) & COMMA) and bool(behind & FINITE)

    def _free(self, at: int) -> None:
        """Take a word that opens a clause out of the phrase it was read into as a preposition."""
        number = self.drafts.inside[at]
        if number >= 0 and self.drafts.chunks[number].preposition == at:
            chunk = self.drafts.chunks[number]
            self.drafts.chunks[number] = chunk._replace(first=at + 1, preposition=None, of=False)
            self.drafts.inside[at] = -1

    def _with_particle(self, segment: Segment) -> bool:
        roles = self.roles
        return any(
            roles[k] & TO_INFINITIVE or (roles[k] & INFINITIVE and k and roles[k - 1] & TO)
            for k in range(segment.first, segment.last)
            if self.drafts.inside[k] < 0 or roles[k] & TO_INFINITIVE
        )

    def _particle_later(self, segment: Segment) -> bool:
        roles = self.roles
        for k in range(segment.last, self.row.count):
            if roles[k] & TO_INFINITIVE or (roles[k] & INFINITIVE and roles[k - 1] & TO):
                return True
            if roles[k] & FINITE and not roles[k] & CAPITAL and not attributive(self.row, k):
                return False
        return False
