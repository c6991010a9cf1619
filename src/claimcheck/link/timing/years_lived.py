"""Ages that contradict each other or what somebody has done for so many years, with no date needed."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.timing.ages import apposed
from claimcheck.link.timing.row import Row
from claimcheck.model import Claim, Duration, Measure
from claimcheck.model.report import Article
from claimcheck.model.timing import Service, TwoAges

MOST = 12
MOST_AGES = 3
FIRST_WORDS = 4


def service(row: Row) -> Iterator[Service]:
    """Such as "the 38-year-old has run the café for 40 years": one age and one length behind "for" in one clause, the
    age perhaps behind ("for 40 years the 38-year-old has"), or in the sentence before.
    """
    ages = [at for at in row.places("age", "length") if _is_age(row, at)]
    lengths = [at for at in row.places("length") if at not in ages]
    if not ages and len(lengths) == 1:
        yield from _continued(row, lengths[0])
    if len(ages) != 1 or len(lengths) != 1 or len(row.names) > 1:
        return
    age, at = ages[0], lengths[0]
    if row.has("kin", 0, _clause_end(row, max(age, at))):
        return
    ahead = at < age
    if abs(at - age) > MOST or not _so_long(row, at) or (ahead and not _alone(row, age)):
        return
    between = row.items[at + 1 : age] if ahead else row.items[age + 2 : at]
    if any(item.text in (",", ";", ":", "(") for item in between):
        return
    grown = row.has("serves", min(age, at), max(age, at) + 6)
    yield Service(row.claim(age), row.claim(at), grown, "an age and a length of service")


def _continued(row: Row, at: int) -> Iterator[Service]:
    """The same where the sentence goes on with a pronoun from the one before, which gives one age and one name."""
    before = row.previous
    if before is None or row.names or before.has("kin") or row.has("kin") or len(before.names) != 1:
        return
    ages = [place for place in before.places("age", "length") if _is_age(before, place)]
    if len(ages) == 1 and row.has("pronoun", 0, FIRST_WORDS) and at <= MOST and _so_long(row, at):
        grown = row.has("serves", 0, at + 6)
        yield Service(before.claim(ages[0]), row.claim(at), grown, "the age of a person and a length of service")


def _clause_end(row: Row, at: int) -> int:
    """Where the clause of a place ends."""
    return next((place for place in range(at + 2, len(row.items)) if row.items[place].text in (",", ";")), at + MOST)


def _so_long(row: Row, at: int) -> bool:
    """Whether a length in years is how long something has gone on: "for 40 years", but not "the café open for 40"."""
    value = row.claim(at).value
    if not isinstance(value, Duration) or value.measure is None or value.measure.unit != "year":
        return False
    if not (row.role(at - 1, "since") or row.role(at - 1, "for_")):
        return False
    return not (row.role(at - 2, "definite") or row.role(at + 1, "not_length") or row.has("compared", at, at + 3))


def _is_age(row: Row, at: int) -> bool:
    """Whether a number is the age of somebody: "the 38-year-old", "Marsh, 28,"."""
    claim = row.claim(at)
    value = claim.value
    if not isinstance(value, Measure):
        return False
    return apposed(row, at, value) or (value.unit == "year" and value.hedge is None and "-" in claim.text)


def two_ages(article: Article, rows: list[Row]) -> Iterator[TwoAges]:
    """Two ages of one person: both beside the name, or the second in "the 29-year-old" where only one is named.

    More than two numbers beside one name are no ages of a person.
    """
    full = {each.span.end: each.name for each in article.mentions if each.kind == "person" and " " in each.text}
    named = {each.name for each in article.mentions if each.kind == "person"}
    beside: dict[str, list[Claim]] = {}
    introduced: set[str] = set()
    definite: list[Claim] = []
    counts: dict[str, int] = {}
    for row in rows:
        for at in row.places("age"):
            claim = row.claim(at)
            value = claim.value
            if not isinstance(value, Measure) or value.hedge is not None or value.number is None:
                continue
            counts[str(value.number)] = counts.get(str(value.number), 0) + 1
            if row.has("then") or row.has("kin") or row.has("deceased"):
                continue
            name = row.items[at - 2].text if apposed(row, at, value) else None
            if name is not None and sum(each.rpartition(" ")[2] == name for each in named) == 1:
                if not _other_first(row, at - 3, name, named):
                    beside.setdefault(name, []).append(claim)
                    if row.items[at - 2].end in full:
                        introduced.add(name)
            elif _alone(row, at) and value.unit == "year" and "-" in claim.text:
                definite.append(claim)
    for name, ages in beside.items():
        if name in introduced and len(ages) <= MOST_AGES and len({_number(each) for each in ages}) == 2:
            other = next(each for each in ages if _number(each) != _number(ages[0]))
            yield TwoAges(ages[0], other, "two ages beside one name")
    if len(named) != 1 or len(beside) != 1 or not introduced:
        return
    told = next(iter(beside.values()))[0]
    for claim in definite:
        if _number(claim) != _number(told) and counts[str(_number(claim))] == 1 and len(counts) == 2:
            yield TwoAges(told, claim, "the age of the only person named, and another one")


def _other_first(row: Row, before: int, name: str, named: set[str]) -> bool:
    """Whether a capitalised word before the surname is not the first name that the article gives it."""
    word = row.items[before].text if before >= 0 and row.items[before].kind == "word" else ""
    return word[:1].isupper() and not any(each.endswith(name) and word in each.split() for each in named)


def _alone(row: Row, at: int) -> bool:
    """Whether an age stands for a person: "the 29-year-old", with no noun behind it."""
    if not row.role(at - 1, "definite"):
        return False
    behind = row.items[at + 1] if at + 1 < len(row.items) else None
    if behind is None or behind.kind == "mark":
        return True
    capital = row.items[at].text.partition("-")[2][:1].isupper()
    return capital or bool(behind.roles & {"was", "past", "now", "lasts", "shall"})


def _number(claim: Claim) -> object:
    return claim.value.number if isinstance(claim.value, Measure) else None
