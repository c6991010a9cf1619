"""A sentence cut at its marks, and each part at the conjunctions behind which another verb stands."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.language.last import BORDER
from claimcheck.language.row import Row
from claimcheck.languages.word_roles import (
    ADVERB, AUXILIARY, CLAUSE_COORDINATOR, CLOSE, COMPARATOR, COORDINATOR, DOUBTFUL, FINITE, INFINITIVE, OPEN,
    PARTICIPLE, SUBJUNCTIVE, SUBORDINATOR, TO, TO_INFINITIVE, VERB,
)  # fmt: skip


class Segment(NamedTuple):
    """The tokens between two marks, and the mark before them."""

    first: int
    last: int
    mark: int


class Piece(NamedTuple):
    """A segment or the part of one that a conjunction joins to it: its verbs, the finite one among them."""

    first: int
    last: int
    finite: int | None
    nonfinite: list[int]

    def verbs(self) -> list[int]:
        """All of its verbs in order."""
        return sorted([*self.nonfinite, *([] if self.finite is None else [self.finite])])


def segments(row: Row) -> list[Segment]:
    """The stretches of a sentence between commas, brackets and other marks."""
    found: list[Segment] = []
    first, mark = 0, 0
    for at, role in enumerate(row.roles):
        if role & BORDER:
            if at > first or mark & (OPEN | CLOSE):
                found.append(Segment(first, at, mark))
            elif found and not mark:
                pass
            first, mark = at + 1, role & BORDER
    if first < row.count:
        found.append(Segment(first, row.count, mark))
    return found


class Pieces:
    """Cuts the segments of one sentence; `inside` has the phrase of every token, `relative` the relative pronouns."""

    def __init__(self, row: Row, inside: list[int], relative: frozenset[int]) -> None:
        self.row, self.roles = row, row.roles
        self.inside, self.relative = inside, relative

    def of(self, segment: Segment) -> list[Piece]:
        """The segment cut at the conjunctions behind which another finite verb stands."""
        cuts = [segment.first]
        for at in range(segment.first + 1, segment.last):
            if (
                self.roles[at] & CLAUSE_COORDINATOR
                and self.inside[at] < 0
                and not self.roles[at] & ADVERB & ~COORDINATOR
            ):
                cuts.append(at)
        parts = [self._piece(a, b) for a, b in zip(cuts, [*cuts[1:], segment.last], strict=True)]
        return self._joined(parts)

    def _piece(self, first: int, last: int) -> Piece:
        verbs = [k for k in range(first, last) if self.roles[k] & VERB and self.inside[k] < 0]
        verbs = [k for k in verbs if not (k > first and self.roles[k] & PARTICIPLE and self.roles[k - 1] & COMPARATOR)]
        finite = self._finite(verbs)
        return Piece(first, last, finite, [k for k in verbs if k != finite])

    def _finite(self, verbs: list[int]) -> int | None:
        """The finite verb of a piece: an auxiliary, else what can be nothing else, else what may be one."""
        roles = self.roles
        finite = [k for k in verbs if self._may_be_finite(k)]
        sure = [k for k in finite if not roles[k] & (INFINITIVE | PARTICIPLE)]
        for group, wanted, barred in (
            (sure, AUXILIARY, 0),
            (finite, AUXILIARY, PARTICIPLE),
            (sure, 0, SUBJUNCTIVE),
            (sure, 0, 0),
            (finite, 0, 0),
        ):
            for verb in group:
                if (not wanted or roles[verb] & wanted) and not roles[verb] & barred:
                    return verb
        return None

    def _may_be_finite(self, at: int) -> bool:
        role = self.roles[at]
        if not role & FINITE or self.roles[at - 1] & TO:
            return False
        return not (role & PARTICIPLE and self.row.role(at + 1) & TO)

    def _joined(self, parts: list[Piece]) -> list[Piece]:
        """Parts without a finite verb of their own put together with the one before, or the one behind at the start."""
        found: list[Piece] = []
        for part in parts:
            last = found[-1] if found else None
            if last is None:
                found.append(part)
            elif part.finite is None and parts[-1] is not part and last.finite == part.first - 1:
                parts[parts.index(part) + 1] = self._before(part, parts[parts.index(part) + 1])
            elif part.finite is None or self._helped(last, part):
                found[-1] = Piece(last.first, part.last, last.finite, [*last.nonfinite, *part.verbs()])
            elif last.finite is None:
                found[-1] = Piece(last.first, part.last, part.finite, [*last.nonfinite, *part.nonfinite])
            else:
                found.append(part)
        return found

    def _before(self, part: Piece, behind: Piece) -> Piece:
        """A part without a verb, behind one that ends with its verb, put together with the one behind."""
        return Piece(part.first, behind.last, behind.finite, [*part.nonfinite, *behind.nonfinite])

    def _helped(self, before: Piece, part: Piece) -> bool:
        """Whether a form depends on the auxiliary of the part before ("hat A gekauft und B verkauft")."""
        if part.finite is None or before.finite is None:
            return False
        role = self.roles[part.finite]
        if part.first + 1 in self.relative or self.roles[part.first + 1] & SUBORDINATOR & ~DOUBTFUL:
            return False
        return (
            bool(role & (INFINITIVE | PARTICIPLE))
            and not role & AUXILIARY
            and bool(self.roles[before.finite] & AUXILIARY)
        )

    def with_last_verb(self, piece: Piece) -> Piece:
        """The piece with its last finite verb as the finite one: verbs end these clauses."""
        verbs = piece.verbs()
        finite = [k for k in verbs if self.roles[k] & FINITE and not self.roles[k - 1] & TO]
        if not finite:
            return piece
        helping = [k for k in finite if self.roles[k] & AUXILIARY] or finite
        chosen = helping[-1]
        if chosen == verbs[-1] and self.roles[chosen] & INFINITIVE:
            chosen = next((k for k in helping if not self.roles[k] & INFINITIVE), chosen)
        return Piece(piece.first, piece.last, chosen, [k for k in verbs if k != chosen])

    def infinitives(self, segment: Segment) -> list[Piece]:
        """The segment cut behind every infinitive with its particle that a conjunction follows."""
        cuts = [segment.first]
        for at in range(segment.first + 1, segment.last):
            if self.roles[at] & CLAUSE_COORDINATOR and self.inside[at] < 0 and self._is_particled(at - 1):
                cuts.append(at)
        found = []
        for first, last in zip(cuts, [*cuts[1:], segment.last], strict=True):
            verbs = [k for k in range(first, last) if self.roles[k] & VERB and self.inside[k] < 0]
            found.append(Piece(first, last, None, verbs))
        return found

    def _is_particled(self, at: int) -> bool:
        return bool(self.roles[at] & TO_INFINITIVE or (self.roles[at] & INFINITIVE and self.roles[at - 1] & TO))
