"""The rules of a run: what --select and --ignore leave, each at the level that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from claimcheck.errors import DataError, Problem
from claimcheck.model import Level
from claimcheck.rules import Rule

Origin = Callable[[str, str], Problem]
"""Makes a problem of a rule's name and a message: where the name was written is known to the caller."""


def choose(
    rules: Sequence[Rule],
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    levels: Mapping[str, Level] | None = None,
    origin: Origin = Problem,
) -> tuple[Rule, ...]:
    """The rules named by `select` (all without any), less those named by `ignore`, with the levels chosen for them.

    A name is a rule's id ("core/weekday-wrong") or a pack ("core"); a rule's own name goes before its pack's. Raises
    DataError for names that fit no rule.
    """
    levels = levels or {}
    if not (select or ignore or levels):
        return tuple(rules)
    ids = [rule.id for rule in rules]
    unknown = [name for name in (*select, *ignore, *levels) if not any(_fits(name, each) for each in ids)]
    if unknown:
        raise DataError(*(origin(name, unknown_rule(name, ids).message) for name in unknown))
    return tuple(
        _at(rule, levels)
        for rule in rules
        if (not select or any(_fits(name, rule.id) for name in select))
        and not any(_fits(name, rule.id) for name in ignore)
    )


def unknown_rule(name: str, ids: Sequence[str]) -> Problem:
    """The problem of a rule's name that no rule has, with the nearest one that exists."""
    from difflib import get_close_matches  # noqa: PLC0415 – for mistakes only

    near = get_close_matches(name, [*ids, *(each.partition("/")[2] for each in ids)], n=1)
    known = next((each for each in ids if near and each.endswith(near[0])), None)
    hint = f"did you mean {known!r}?" if known else "`claimcheck rules` lists them"
    return Problem(name, f"no rule is called this; {hint}")


def _at(rule: Rule, levels: Mapping[str, Level]) -> Rule:
    named = [name for name in levels if _fits(name, rule.id)]
    return rule._replace(chosen=levels[max(named, key=len)]) if named else rule


def _fits(name: str, rule: str) -> bool:
    return rule == name or rule.startswith(f"{name}/")
