"""What keeps a claim from being judged (kinds.yaml), and claims that cannot both be true; for the commands only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, RootModel

from claimcheck import datafile, languages
from claimcheck.errors import Problem
from claimcheck.languages.extra import joins_compounds, office_keys
from claimcheck.reference.cross import Placed, Spot, problems_at
from claimcheck.reference.plain import period
from claimcheck.reference.read import entries
from claimcheck.reference.store import Store, folded

ValueKind = Literal["money", "share", "count", "years", "any"]
CURRENCY = 3
"""Letters of a currency."""
UNITS: dict[ValueKind, str] = {
    "any": "any unit",
    "count": "no unit; what is counted is its noun",
    "money": "EUR, USD … (ISO 4217)",
    "share": "percent",
    "years": "year",
}
"""The units of a kind of value, for people."""


class Kind(BaseModel):
    """One predicate; what the keys mean is told in kinds.yaml."""

    model_config = ConfigDict(extra="forbid")
    values: tuple[ValueKind, ...] = ()
    time: Literal["date", "valid", "terminated"] | None = None
    only: str | None = None
    example: dict[str, Any]


class _Kinds(RootModel[Annotated[dict[str, Kind], Field(min_length=1)]]):
    """kinds.yaml."""


@cache
def kinds() -> dict[str, Kind]:
    """All predicates by name."""
    return datafile.load(Path(__file__).parent / "kinds.yaml", _Kinds).root


def of_kind(unit: str | None, kind: ValueKind) -> bool:
    """Whether a unit is one of a kind of value."""
    if kind == "any":
        return True
    if kind == "count":
        return unit in (None, "person")
    if kind == "money":
        return unit is not None and len(unit) == CURRENCY and unit.isupper()
    return unit == {"share": "percent", "years": "year"}[kind]


def wrong_value(predicate: str, value: Mapping[str, Any]) -> str | None:
    """What is wrong with the value of a claim for people, as what would be right; None where nothing is.

    A count is whole: "1.862" in a table stands for 1862 and would be read as not even 2.
    """
    values, unit = kinds()[predicate].values, value.get("unit")
    if values and not any(of_kind(unit, each) for each in values):
        right = " or ".join(UNITS[each] for each in values)
        return f"{unit or 'no unit'} is no unit of '{predicate}'; it takes {right}"
    number = Decimal(str(value["number"]))
    if values == ("count",) and number != number.to_integral_value():
        return f"{number} is no count; write 300600, without a sign between thousands"
    return None


def shown(example: dict[str, Any]) -> str:
    """An example as one line of YAML."""
    return ", ".join(f"{key}: {_flow(value)}" for key, value in example.items())


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    return f"[{', '.join(map(_flow, value))}]" if isinstance(value, list) else str(value)


OFFICES = ("has_role", "appointed", "elected")
TIMES = ("date", "announced", "closed", "terminated", "valid")
"""Keys of which any says when something was."""
SHORTEST = 4
"""Letters of an office that is the last part of a longer word."""
OPEN = "0001-01-01", "9998-12-31"
Found = Iterator[tuple[Spot, str]]


class Review(NamedTuple):
    """What is wrong in a folder beyond what keeps it from being read, and what no article can contradict in it."""

    wrong: tuple[Problem, ...]
    unjudged: tuple[Problem, ...]


def review(files: Sequence[str]) -> Review:
    """The claims of these files, looked at one by one and beside each other."""
    claims = entries(files).claims
    wrong = problems_at([*wrong_values(claims), *contradicting(claims)])
    return Review(tuple(wrong), tuple(problems_at(unjudged(claims))))


class _Stored(NamedTuple):
    """A claim of a base; its id stands for its place."""

    spot: Spot
    plain: dict[str, Any]


def review_base(base: Store) -> Review:
    """The claims of an imported base; what is true of many is told with the first of them.

    Read twice, so that only claims with something in common are in memory at once.
    """
    subjects = Counter(hash(_subject(each)) for each in base.every())
    several = (each for each in base.every() if subjects[hash(_subject(each))] > 1)
    alike = [_Stored((base.path, (each["id"],)), each) for each in several]
    missing = (told for each in base.every() for told in _of_one(_Stored((base.path, (each["id"],)), each)))
    return Review(_by_id(contradicting(alike)), _by_id(missing))


def _by_id(found: Iterable[tuple[Spot, str]]) -> tuple[Problem, ...]:
    """Every message once, with the id of the first claim it is true of and how many more there are."""
    told: dict[str, list[Spot]] = {}
    for spot, message in found:
        told.setdefault(message, []).append(spot)
    return tuple(
        Problem(spots[0][0], f"'{spots[0][1][0]}'{f' (+{len(spots) - 1})' if len(spots) > 1 else ''}: {message}")
        for message, spots in told.items()
    )


def unjudged(entries: Sequence[Placed]) -> list[tuple[Spot, str]]:
    """Every claim that no article can contradict, with what is missing."""
    return [each for entry in entries for each in _of_one(entry)]


def _of_one(entry: Placed) -> Found:
    plain = entry.plain
    if plain.get("confidence") == "background":
        yield _at(entry, "confidence"), "background contradicts no article; write confirmed where sources say so"
        return
    for message in _missing(plain, kinds()[plain["predicate"]]):
        yield _at(entry, "predicate"), message
    if plain["predicate"] in OFFICES:
        yield from _role(entry)


def _missing(plain: Mapping[str, Any], kind: Kind) -> Iterator[str]:
    """What a claim needs besides its arguments and does not have."""
    valued, example = "value" in plain or "values" in plain, shown(kind.example)
    if kind.values and not valued and kind.only is None:
        yield f"without a 'value' no number is compared; e.g. {example}"
    if kind.time is not None and not any(key in plain for key in TIMES):
        yield f"without '{kind.time}' it is not known when it holds; e.g. {example}"
    if kind.only not in (None, *plain.get("exclusive", ())) and not valued:
        yield f"nothing in it is exclusive, so nobody else is wrong; write exclusive: [{kind.only}]"


def _role(entry: Placed) -> Found:
    """An office that no language knows is compared with the very same words only."""
    for term in _words(entry.plain["arguments"].get("role", ())):
        if not any(_is_office(term, code) for code in languages.known()):
            message = f"no language knows the office '{term}', only an article with these very words is compared"
            yield _at(entry, "arguments", "role"), f"{message}; others go into accepted_terms: {{role: [...]}}"


def _is_office(words: str, code: str) -> bool:
    """Whether the last word of an office, or a part of it, is one in a language."""
    low, keys = words.lower(), office_keys(code)
    whole = any(f" {key} " in f" {low.replace('-', ' ')} " for key in keys)
    return whole or (joins_compounds(code) and any(len(key) >= SHORTEST and low.endswith(key) for key in keys))


def wrong_values(entries: Sequence[Placed]) -> list[tuple[Spot, str]]:
    """Every value that is none of its predicate."""
    found = ((entry, entry.plain.get("value")) for entry in entries)
    told = ((entry, wrong_value(entry.plain["predicate"], value)) for entry, value in found if value is not None)
    return [(_at(entry, "value"), message) for entry, message in told if message is not None]


def contradicting(entries: Sequence[Placed]) -> list[tuple[Spot, str]]:
    """Every claim that an earlier one contradicts: another value of the same, two in an office at one time."""
    groups: dict[tuple[object, ...], list[Placed]] = {}
    for entry in entries:
        groups.setdefault(_subject(entry.plain), []).append(entry)
    pairs = (pair for group in groups.values() for pair in combinations(group, 2))
    return [(_at(two, "id"), said) for one, two in pairs if (said := _conflict(one.plain, two.plain)) is not None]


def _subject(plain: Mapping[str, Any]) -> tuple[object, ...]:
    """What two claims have in common that may contradict each other: all but what only one can fill."""
    only = plain.get("exclusive", ())
    told = ((role, tuple(map(folded, _words(names)))) for role, names in plain["arguments"].items() if role not in only)
    return plain["predicate"], tuple(sorted(told)), plain.get("measure")


def _conflict(one: Mapping[str, Any], two: Mapping[str, Any]) -> str | None:
    """How two claims of the same contradict each other; None where both may be true."""
    shared = [role for role in one.get("exclusive", ()) if role in two.get("exclusive", ())]
    for role in shared:
        if _both_at_once(one, two) and _are_others(one, two, role):
            return f"'{one['id']}' has another {role} for the same time; end one with valid: {{to: …}}"
    if _times(one) == _times(two) and _are_apart(one, two):
        return f"'{one['id']}' has another value of the same; put both into one claim, one under 'accepted'"
    return None


def _are_apart(one: Mapping[str, Any], two: Mapping[str, Any]) -> bool:
    """Whether two claims have values of one unit that no report of either makes one."""
    first, second = (_reports(each) for each in (one, two))
    units = {unit for _, unit in (*first, *second)}
    return bool(first) and bool(second) and len(units) == 1 and first.isdisjoint(second)


def _reports(plain: Mapping[str, Any]) -> set[tuple[Decimal, str | None]]:
    """All values of a claim with their units."""
    values = [plain["value"], *plain.get("accepted", ())] if "value" in plain else []
    return {(Decimal(each["number"]), each.get("unit")) for each in values}


def _are_others(one: Mapping[str, Any], two: Mapping[str, Any], role: str) -> bool:
    first, second = ({*map(folded, _words(each["arguments"].get(role, ())))} for each in (one, two))
    return bool(first) and bool(second) and first.isdisjoint(second)


def _both_at_once(one: Mapping[str, Any], two: Mapping[str, Any]) -> bool:
    """Whether two claims hold on some day for certain; a reduced date leaves its whole period open."""
    valid: list[Mapping[str, str]] = [each["valid"] for each in (one, two) if "valid" in each]
    if len(valid) < len((one, two)):
        return bool(one["predicate"] == "capital_of")
    first = max(period(each.get("from", OPEN[0])).end or date.max for each in valid)
    return first < min(period(each.get("to", OPEN[1])).start or date.min for each in valid)


def _times(plain: Mapping[str, Any]) -> tuple[object, ...]:
    return tuple(str(plain.get(key)) for key in TIMES)


def _words(names: Any) -> list[str]:
    """The names under an argument, linked to ids already or not."""
    wanted = [names] if isinstance(names, str) else names
    return [each if isinstance(each, str) else each[0] for each in wanted]


def _at(entry: Placed, *steps: str) -> Spot:
    path, before = entry.spot
    return path, (*before, *steps)
