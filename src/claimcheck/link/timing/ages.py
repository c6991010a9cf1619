"""The ages of a sentence: the present one, the one at death, or that of some other time, which says nothing here."""

from __future__ import annotations

from claimcheck.link.timing.facts import Facts
from claimcheck.link.timing.row import JOINTS, Row
from claimcheck.model import Claim, Duration, Measure, Period

NEAR_EVENT = 7


def read_ages(row: Row, facts: Facts) -> None:
    """Adds the ages of a sentence to what is known of its person, each where it belongs."""
    others = any(
        isinstance(date := row.claim(at).value, Period) and date.start is not None and not date.relative
        for at in row.places("date")
        if row.claim(at) not in facts.born
    )
    for at in row.places("age", "length"):
        claim = row.claim(at)
        said: object = claim.value
        value = said.measure if isinstance(said, Duration) else said
        if not isinstance(value, Measure) or value.hedge is not None or value.number is None:
            continue
        if row.items[at].kind == "length":
            if value.unit != "year" or row.role(at + 1, "not_length"):
                continue
            if row.role(at - 1, "at_age") and _at_death(row, at):
                facts.last.append(claim)
            elif row.role(at - 1, "at_age") and (when := _event(row, at, facts)) is not None:
                facts.at_event.append((when, claim))
            elif not others and not row.has("deceased") and _still(row, at):
                facts.now.append(claim)
            elif "-" in claim.text and _at_death(row, at):
                facts.last.append(claim)
            continue
        beside = apposed(row, at, value)
        if beside and facts.word is None and row.items[at - 2].text[:1].isupper():
            facts.word = row.items[at - 2].text
        if row.role(at - 1, "at_age") and not beside and (when := _event(row, at, facts)) is not None:
            facts.at_event.append((when, claim))
        if row.role(at - 1, "at_age") and not beside:
            if _at_death(row, at):
                facts.last.append(claim)
            elif not others and not row.has("deceased") and _still(row, at):
                facts.now.append(claim)
        elif "-" in claim.text and _at_death(row, at):
            facts.last.append(claim)
        elif row.has("lived", at - 3, at) and (value.unit == "year" or row.mark(at + 1)):
            facts.lived.append(claim)
        elif not others and not row.has("deceased") and not row.has("then", at - 2, at):
            said = value.unit == "year" and (
                "-" in claim.text or row.has("now", at - 5, at) or row.has("turns", at - 5, at)
            )
            bare = row.has("now", at - 2, at) or row.has("turns", at - 2, at)
            if beside or said or (value.unit is None and bare and _ends(row, at + 1)):
                facts.now.append(claim)


def _event(row: Row, at: int, facts: Facts) -> Claim | None:
    """The only date of the sentence beside the birth, if it stands near an age "at" which something happened."""
    dates = [place for place in row.places("date") if row.claim(place) not in facts.born]
    if len(dates) != 1 or abs(dates[0] - at) > NEAR_EVENT or row.claim(dates[0]) in facts.died:
        return None
    between = row.items[min(at, dates[0]) + 1 : max(at, dates[0])]
    if any(item.text in (";", ":", ",") or "listing" in item.roles for item in between):
        return None
    value = row.claim(dates[0]).value
    if not isinstance(value, Period) or value.start is None or value.relative or "/" in value.edtf:
        return None
    return row.claim(dates[0])


def _still(row: Row, at: int) -> bool:
    """Whether an age behind "at" is the present one: "with her 61 years", "at 66, … is still"."""
    if row.role(at - 1, "owned_age"):
        return True
    if not row.role(at - 1, "at_age") or not row.has("now") or row.has("past"):
        return False
    if any("done" in item.roles and "born" not in item.roles for item in row.items):
        return False
    return row.role(at + 1, "still") or (row.mark(at + 1) == "," and row.has("still", at + 1))


def _at_death(row: Row, at: int) -> bool:
    """Whether the verb nearest to an age is that of a death: no joint and no other verb comes before it."""
    best: tuple[int, bool] | None = None
    for near, item in enumerate(row.items):
        verbs = item.roles & {"died", "grown", "did", "turns"}
        if verbs and near != at:
            between = row.items[min(near, at) + 1 : max(near, at)]
            cost = abs(near - at) + 4 * sum(each.text in JOINTS or "listing" in each.roles for each in between)
            if best is None or (cost, "died" not in verbs) < best:
                best = (cost, "died" not in verbs)
    return best is not None and not best[1]


def apposed(row: Row, at: int, value: Measure) -> bool:
    """Whether a number stands like an age behind a name: "Kern (58)", "Kern, 58,"."""
    if value.unit not in (None, "year") or not row.items[at].text.isdecimal():
        return False
    before, after = row.mark(at - 1), row.mark(at + 1)
    if at < 2 or not row.items[at - 2].text[:1].isupper():
        return False
    return (before == "(" and after in (")", ",")) or (before == "," and after in (",", "."))


def _ends(row: Row, at: int) -> bool:
    """Whether the sentence or its clause ends here, or a date follows."""
    return bool(row.mark(at)) or row.role(at, "listing") or row.items[at].kind == "date"
