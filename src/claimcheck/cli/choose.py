"""The rules that --select and --ignore leave."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.errors import DataError, Problem
from claimcheck.rules import Rule


def choose(rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """The rules named by `select` (all without any), less those named by `ignore`.

    A name is a rule's id ("core/weekday-wrong") or a pack ("core"). Raises DataError for names that fit no rule.
    """
    ids = [rule.id for rule in rules]
    unknown = [name for name in (*select, *ignore) if not any(_fits(name, each) for each in ids)]
    if unknown:
        raise DataError(*(unknown_rule(name, ids) for name in unknown))
    return tuple(
        rule
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


def _fits(name: str, rule: str) -> bool:
    return rule == name or rule.startswith(f"{name}/")
