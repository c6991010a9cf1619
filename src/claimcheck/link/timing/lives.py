"""Birth, death, ages and events of one life, gathered sentence by sentence under the name they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.link.timing.ages import Facts, read_ages
from claimcheck.link.timing.row import Row
from claimcheck.model import Claim, Period
from claimcheck.model.timing import Life

NEAR = 9
FIRST_WORDS = 4
OPENING_WORDS = 12
"""How far behind an opening "Born in …," the pronoun may stand."""
MOST_FACTS = 40
OF_LIFE = 3
LOOSE = 4
LIFETIME = range(8, 116)
OLDEST_YEAR = 1000
KINDS = ("born", "died", "grown", "did", "founded", "begins", "ends")


def lives(rows: list[Row]) -> Iterator[Life]:
    """The facts of every life that can be compared with each other."""
    named: dict[str, Facts] = {}
    every: list[Facts] = []
    before: Facts | None = None
    for row in rows:
        if len(row.names) > 1 or row.has("kin"):
            before = None
            continue
        name = next(iter(row.names), None)
        facts = named.get(name) if name is not None else _continued(row, before)
        if facts is None:
            facts = Facts()
            every.append(facts)
        if name is not None:
            named[name] = facts
        facts.row = row.number
        _read_dates(row, facts)
        read_ages(row, facts)
        before = facts
    for facts in every:
        if _one_person(facts):
            yield from _links(facts)


def _continued(row: Row, before: Facts | None) -> Facts | None:
    """The facts of the sentence before, where this one speaks of the same person."""
    if before is None or before.row != row.number - 1:
        return None
    if row.has("pronoun", 0, FIRST_WORDS) or (row.role(0, "born") and row.has("pronoun", 0, OPENING_WORDS)):
        return before
    if before.word is not None and any(item.text == before.word for item in row.items):
        return before
    return None


def _read_dates(row: Row, facts: Facts) -> None:
    for at in row.places("date"):
        value = row.claim(at).value
        if not isinstance(value, Period) or value.start is None or value.end is None:
            continue
        if len(facts.born) + len(facts.died) + len(facts.events) > MOST_FACTS:
            return
        _read_date(row, at, value, facts)


def _read_date(row: Row, at: int, value: Period, facts: Facts) -> None:
    """Adds one date of a sentence to what is known of its person."""
    claim = row.claim(at)
    if value.relative:
        if value.grain == "day" and _kind(row, at) == "died":
            facts.died.append(claim)
        return
    if value.grain not in ("day", "month", "year") or value.start is None or value.start.year < OLDEST_YEAR:
        return
    if _inverted(row, at):
        facts.born.append(claim)
        facts.died.append(row.claim(at + 2))
    elif "/" in value.edtf and not _inverted(row, at - 2):
        facts.spans.extend([claim] if _whole_life(row, at, value) else [])
    elif not _inverted(row, at - 2):
        _of_kind(facts, claim, _kind(row, at))


def _whole_life(row: Row, at: int, value: Period) -> bool:
    """Whether two years are those of a life: behind a word for it, or in brackets by themselves."""
    assert value.start is not None
    assert value.end is not None
    if value.end.year - value.start.year not in LIFETIME:
        return False
    bracket = row.mark(at - 1) == "(" and row.mark(at + 1) in (")", ",", ";")
    return row.has("alive", at - 3, at) or (bracket and not row.has("now"))


def _of_kind(facts: Facts, claim: Claim, kind: str | None) -> None:
    if kind == "born":
        facts.born.append(claim)
    elif kind == "died":
        facts.died.append(claim)
    elif kind in ("grown", "did"):
        facts.events.append((claim, kind == "grown"))


def _inverted(row: Row, at: int) -> bool:
    """Whether this is the first year of a life that ends before it begins: "(1931–1913)"."""
    if row.mark(at - 1) != "(" or row.mark(at + 1) not in ("–", "-") or row.mark(at + 3) not in (")", ","):
        return False
    if row.items[at].kind != "date" or row.items[at + 2].kind != "date" or row.items[at - 2].kind != "word":
        return False
    first, last = row.claim(at).value, row.claim(at + 2).value
    if not isinstance(first, Period) or not isinstance(last, Period) or first.start is None or last.start is None:
        return False
    return first.grain == last.grain == "year" and last.start < first.start


def _kind(row: Row, at: int) -> str | None:
    """What a date is that of: the nearest word tells, but a word of life before one that fits anything."""
    near = [
        (cost + (0 if rank < OF_LIFE else LOOSE), rank)
        for rank, kind in enumerate(KINDS)
        if (cost := row.distance(at, kind, NEAR)) is not None
    ]
    kind = KINDS[min(near)[1]] if near else None
    if kind in (None, "did") and row.has("grown"):
        others = [place for place in row.places("date") if place != at]
        if all(row.distance(place, word, NEAR) is not None for place in others for word in ("born",)):
            return "grown"
    return kind


def _one_person(facts: Facts) -> bool:
    """Whether nothing was said twice with another value: two different births are two people."""
    born = {claim.value.start.year for claim in facts.born if isinstance(claim.value, Period) and claim.value.start}
    return len(born) <= 1 and len(facts.spans) <= 1 and len({claim.text for claim in facts.died}) <= 1


def _links(facts: Facts) -> Iterator[Life]:
    """Every pair of facts."""
    died = facts.died[0] if facts.died else None
    born = facts.born[0] if facts.born else None
    over = died is not None or bool(facts.spans)
    last = [*facts.last, *(facts.lived if over else ())]
    whole = facts.spans[0] if facts.spans and (last or (born is None and died is None)) else None
    if born is not None:
        alive = died is None and whole is None
        now = [*facts.now, *(() if over else facts.lived)] if alive else ()
        yield from _of_birth(facts, born, died, now)
    yield from _of_death(born, died, whole, last)
    yield from _of_events(facts, born, died, last)


def _of_birth(facts: Facts, born: Claim, died: Claim | None, now: Sequence[Claim]) -> Iterator[Life]:
    for age in now:
        yield Life(born, None, age, last=False, event=None, grown=False, reason="birth and age")
    if died is not None:
        yield Life(born, died, None, last=False, event=None, grown=False, reason="birth and death")
    for event, age in facts.at_event:
        yield Life(born, None, age, last=False, event=event, grown=False, reason="birth, event and the age at it")


def _of_death(born: Claim | None, died: Claim | None, whole: Claim | None, last: Sequence[Claim]) -> Iterator[Life]:
    for age in last[:1]:
        if born is not None and died is not None:
            yield Life(born, died, age, last=True, event=None, grown=False, reason="birth, death and age")
        elif whole is not None:
            yield Life(whole, None, age, last=True, event=None, grown=False, reason="dates of life and age")


def _of_events(facts: Facts, born: Claim | None, died: Claim | None, last: Sequence[Claim]) -> Iterator[Life]:
    for event, grown in facts.events:
        if born is not None:
            yield Life(born, None, None, last=False, event=event, grown=grown, reason="birth and event")
        elif died is not None and last:
            yield Life(None, died, last[0], last=True, event=event, grown=grown, reason="death, age and event")
