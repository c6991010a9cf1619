"""From the plain data of a cache or a base to reference claims, entities and dates ("2024-03", "2019/2023")."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from claimcheck.model.entity import Accepted, Entity, FormerName, Provenance, ReferenceClaim, Term
from claimcheck.model.measure import Grain, Measure, Per, Period, shifted, year_start

_DATE = r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\??"


def period(written: str) -> Period:
    """The period an EDTF string names, its end exclusive; ValueError says what would be right.

    Of an interval the grain is that of its coarser end. An uncertain date ("2024?") is the same period.
    """
    first, slash, second = written.partition("/")
    start, end, grain = _one(first, written)
    if slash:
        begun, end, other = _one(second, written)
        if begun < start:
            raise ValueError(f"{written!r} ends before it begins")
        grain = max(grain, other, key=("day", "month", "year").index)
    return Period(start, end, grain, written)


def ends_before(last: str, first: str) -> bool:
    """Whether a stretch that ends with the one date is over before the other begins."""
    end, start = period(last).end, period(first).start
    return end is not None and start is not None and end <= start


def _one(text: str, written: str) -> tuple[date, date, Grain]:
    match = re.fullmatch(_DATE, text)
    if match is None:
        raise ValueError(f"{written!r} is no date; write 2024, 2024-03, 2024-03-27 or 2023/2024")
    year, month, day = match.groups()
    try:
        if month is None:
            return date(int(year), 1, 1), year_start(int(year) + 1), "year"
        if day is None:
            start = date(int(year), int(month), 1)
            following = shifted(start, 31)
            return start, following if following == date.max else following.replace(day=1), "month"
        start = date(int(year), int(month), int(day))
        return start, shifted(start, 1), "day"
    except ValueError:
        raise ValueError(f"{written!r} is in no calendar; write a date that exists") from None


Plain = dict[str, Any]
_TIMES = frozenset(("year", "month", "week", "day", "hour", "minute", "second"))
_ONE = Decimal(1)


def entity(plain: Plain) -> Entity:
    """An entity from {"id", "name", "kind"?, "aliases"?, …}."""
    return Entity(
        id=plain["id"],
        name=plain["name"],
        kind=plain.get("kind"),
        category=plain.get("category"),
        aliases=tuple(plain.get("aliases", ())),
        short=tuple(plain.get("short", ())),
        former=tuple(FormerName(each["name"], each.get("until")) for each in plain.get("former", ())),
        wrong_names=tuple(plain.get("wrong_names", ())),
        parent=plain.get("parent"),
        ambiguous=_true(plain.get("ambiguous")) or False,
        beside=tuple(plain.get("beside", ())),
        note=plain.get("note"),
    )


def claim(plain: Plain) -> ReferenceClaim:
    """A reference claim from an entry as in YAML whose arguments are lists of [name, entity id or None]."""
    valid = plain.get("valid", {})
    value, stated = plain.get("value"), plain.get("stated")
    return ReferenceClaim(
        id=plain["id"],
        predicate=plain["predicate"],
        arguments={name: tuple(Term(*term) for term in terms) for name, terms in plain["arguments"].items()},
        text=plain.get("text", {}),
        confidence=plain.get("confidence", "single source"),
        sources=tuple(_source(each) for each in plain.get("sources", ())),
        exclusive=tuple(plain.get("exclusive", ())),
        complete=_true(plain.get("complete")),
        measure=plain.get("measure"),
        value=None if value is None else measure(value),
        values=tuple((each["of"], measure(each)) for each in plain.get("values", ())),
        accepted=tuple(Accepted(measure(each), each.get("status")) for each in plain.get("accepted", ())),
        accepted_terms=_tuples(plain.get("accepted_terms")),
        denied=_tuples(plain.get("denied")),
        date=_period(plain.get("date")),
        announced=_period(plain.get("announced")),
        closed=_period(plain.get("closed")),
        terminated=_period(plain.get("terminated")),
        valid_from=_period(valid.get("from")),
        valid_to=_period(valid.get("to")),
        interrupted=tuple(period(each) for each in valid.get("except", ())),
        name_then=plain.get("name_then", {}),
        stated=None if stated is None else _stated(plain, stated),
        hearsay=bool(_true(plain.get("hearsay"))),
        keywords=_tuples(plain.get("keywords")),
        quotes=_tuples(plain.get("quotes")),
        reviewed=plain.get("reviewed"),
        note=plain.get("note"),
    )


def measure(plain: Plain) -> Measure:
    """A measure from {"number": "6.5E+9", "unit"?, "hedge"?, "noun"?, "per"?}; its digits stay as stated."""
    number = Decimal(plain["number"])
    per, unit = plain.get("per"), plain.get("unit")
    base = None if per is None else Per(_ONE, per if per in _TIMES else None, None if per in _TIMES else per)
    return Measure(
        number,
        unit,
        hedge=plain.get("hedge"),
        noun=plain.get("noun"),
        per=base,
        rounded=number.as_tuple().exponent != 0,
    )


def _stated(plain: Plain, stated: Plain) -> ReferenceClaim:
    return claim({**stated, "id": f"{plain['id']}.stated", "confidence": plain.get("confidence", "single source")})


def _source(plain: Plain) -> Provenance:
    return Provenance(
        plain["publisher"], plain.get("url"), plain.get("published"), plain.get("retrieved"), plain.get("quote")
    )


def _period(written: str | None) -> Period | None:
    return None if written is None else period(written)


def _tuples(plain: dict[str, list[str]] | None) -> dict[str, tuple[str, ...]]:
    return {} if not plain else {name: tuple(words) for name, words in plain.items()}


def _true(written: str | bool | None) -> bool | None:
    return written if written is None or isinstance(written, bool) else written == "true"
