"""A sentence cut at its marks and before further verbs, and whether the finite verb of a stretch stands at its end."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.language.row import Row
from claimcheck.languages.word_roles import (
    ADVERB, AUXILIARY, BREAK, CAPITAL, CLAUSE_COORDINATOR, CLOSE, COMMA, COMPARATOR, COORDINATOR, DETERMINER, DOUBTFUL,
    FINITE, FUTURE, INFINITIVE, MARK, MODAL, NOUN, NUMBER, OPEN, PARTICIPLE, PREPOSITION, QUESTION, QUOTE, RELATIVE,
    STOP, SUBJUNCTIVE, SUBORDINATOR, TO, TO_INFINITIVE, VERB,
)  # fmt: skip


BORDER = COMMA | BREAK | OPEN | CLOSE


def relatives(row: Row) -> frozenset[int]:
    """The tokens that are relative pronouns: behind a comma, with the verb at the end of their stretch."""
    found: set[int] = set()
    for at in range(1, row.count - 1):
        if not row.has(at, RELATIVE, NOUN) or not _opens_stretch(row, at, found):
            continue
        if row.has(at, SUBORDINATOR | QUESTION) or verb_last(row, at):
            found.add(at)
    return frozenset(found)


def _opens_stretch(row: Row, at: int, found: set[int]) -> bool:
    """Whether a word stands behind a comma, or goes on with relative clauses behind a conjunction."""
    start = at - 1 if row.has(at - 1, PREPOSITION, COMMA) else at
    if row.has(start - 1, COORDINATOR) and row.has(start - 2, COMMA) and _in_relative(row, at, found):
        start -= 1
    if row.has(start - 1, COMMA):
        return True
    joined = start == at and row.has(at - 1, CLAUSE_COORDINATOR) and row.has(at - 2, VERB)
    return joined and _in_relative(row, at, found)


def _past_bracket(row: Row, at: int) -> int:
    """Behind what stands in brackets, if a bracket opens here; the last token where none closes."""
    if not row.roles[at] & OPEN:
        return at
    return next((k + 1 for k in range(at + 1, row.count - 1) if row.roles[k] & CLOSE), row.count - 1)


def _in_relative(row: Row, at: int, found: set[int]) -> bool:
    """Whether the clause before a word is a relative one."""
    for k in range(at - 1, -1, -1):
        if k in found:
            return True
        if row.roles[k] & (BREAK | SUBORDINATOR & ~DOUBTFUL) and not row.roles[k] & RELATIVE:
            return False
    return False


def _awaited(row: Row, at: int, verbs: list[int]) -> bool:
    """Whether an auxiliary before a comma still waits for verbs such as these, none of which need be finite."""
    helpers = [k for k in row.where(range(at), AUXILIARY) if row.has(k, FINITE)]
    if len(row.where(verbs, INFINITIVE | PARTICIPLE)) < len(verbs) or not helpers:
        return False
    behind = range(helpers[0] + 1, at)
    comma = row.first(behind, COMMA, default=at)
    carried = row.first(behind, INFINITIVE | PARTICIPLE, CAPITAL, default=at)
    return comma < at and comma < carried and _may_carry(row, helpers[0], verbs)


def _may_carry(row: Row, helper: int, verbs: list[int]) -> bool:
    """Whether an auxiliary goes with one of some verbs: with an infinitive only a modal one, or one of the future."""
    forms = 0
    for verb in verbs:
        forms |= row.roles[verb]
    return bool(forms & PARTICIPLE or row.roles[helper] & (MODAL | FUTURE | SUBJUNCTIVE))


def _particled(row: Row, verbs: list[int]) -> bool:
    """Whether the last of some verbs is an infinitive with its particle."""
    return bool(verbs) and bool(row.roles[verbs[-1]] & TO_INFINITIVE or row.roles[verbs[-1] - 1] & TO)


def verb_last(row: Row, opener: int) -> bool:
    """Whether the stretch behind a word that may open a clause has its finite verb at its end, not second."""
    roles = row.roles
    verbs, end = _verbs_behind(row, opener)
    finite = [k for k in row.where(verbs, FINITE) if not row.has(k - 1, TO)]
    if _particled(row, verbs) or (finite and row.has(opener - 1, PREPOSITION) and _awaited(row, opener, verbs)):
        return False
    if not finite:
        return _later(row, end)
    last = finite[-1]
    if any(_apart(row, k, last) for k in row.where(finite[:-1], AUXILIARY)):
        return False
    rest = next((k for k in range(last + 1, end) if not roles[k] & (VERB | STOP | QUOTE)), -1)
    if rest < 0:
        return last > opener + 1 or row.has(opener, RELATIVE | SUBORDINATOR)
    return row.has(rest, PREPOSITION | COMPARATOR) and last > opener + 2


def _verbs_behind(row: Row, opener: int) -> tuple[list[int], int]:
    """The verbs of the stretch behind a word, and its end: the next mark, or a conjunction behind a verb."""
    verbs, at = [], opener + 1
    while at < row.count and (not row.roles[at] & BORDER or row.roles[at] & OPEN):
        at = _past_bracket(row, at)
        role = row.roles[at]
        if role & VERB and not role & CAPITAL and not attributive(row, at):
            verbs.append(at)
        elif role & CLAUSE_COORDINATOR and verbs and verbs[-1] == at - 1:
            break
        at += 1
    return verbs, at


def _apart(row: Row, first: int, last: int) -> bool:
    """Whether something other than verbs stands between two verbs: then the first one is in second place."""
    return any(not row.roles[k] & (VERB | TO) for k in range(first + 1, last))


def _later(row: Row, at: int) -> bool:
    """Whether the next stretch that has a verb and no opener of its own ends with it and does not begin with it."""
    start = at + 1
    if not row.has(at, COMMA):
        return False
    for end in [*row.where(range(start, row.count), BORDER), row.count]:
        verbs = [k for k in row.where(range(start, end), FINITE, CAPITAL) if not attributive(row, k)]
        if verbs and not row.has(start, SUBORDINATOR | RELATIVE):
            if row.has(verbs[0], AUXILIARY) and _apart(row, verbs[0], verbs[-1]):
                return False
            behind = [k for k in range(verbs[-1] + 1, end) if not row.roles[k] & (STOP | QUOTE | VERB)]
            return not behind and (verbs[-1] > start or bool(row.where(range(at), FINITE, CAPITAL)))
        if row.has(end, BREAK):
            return False
        start = end + 1
    return False


def attributive(row: Row, at: int) -> bool:
    """Whether a form of a verb is the attribute of the noun behind it."""
    behind = row.role(at + 1)
    return (
        bool(behind & NOUN)
        and not row.roles[at] & AUXILIARY
        and row.low[at].endswith(row.words.endings)
        and bool(_leads(row, at))
    )


def _leads(row: Row, at: int) -> bool:
    k = at - 1
    while k >= 0 and row.low[k].endswith(row.words.endings) and not row.roles[k] & (NOUN | DETERMINER | VERB | MARK):
        k -= 1
    return bool(row.role(k) & (DETERMINER | NUMBER | PREPOSITION)) and not row.role(k) & COMPARATOR


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
