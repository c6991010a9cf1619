"""What holds for a run: the options given, then the settings of the project, then what holds without either."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from claimcheck.cli.options import Options
from claimcheck.errors import DataError, Problem
from claimcheck.model import LEVELS, Level
from claimcheck.report import Format
from claimcheck.rules import Rule
from claimcheck.rules.voices import Quotations
from claimcheck.settings.table import FailOn, Settings

T = TypeVar("T")


class Asked(NamedTuple):
    """The options, the settings, and what holds without either, as one; `write` and `prune` are for the baseline.

    `origin` makes a problem of a rule's name, at the place where it was written.
    """

    date: str | None = None
    language: str | None = None
    form: Format = "console"
    output: Path | None = None
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    levels: Mapping[str, Level] = {}
    fail_on: FailOn = "error"
    lang_ui: str | None = None
    quotations: Quotations = "hint"
    reference: Sequence[Path] = ()
    shipped_reference: bool = True
    baseline: Path | None = None
    write: bool = False
    prune: bool = False
    jobs: int = 1
    sources: Sequence[str] = ()
    archive: Path | None = None
    show_checked: bool = False
    origin: Origin = Problem
    settings_file: str | None = None


def asked_for(options: Options, found: Settings | None) -> Asked:
    """Options win over settings, key by key; levels are joined. Raises DataError for what cannot be meant."""
    settings = found or Settings()
    return Asked(
        date=options.date,
        output=options.output,
        select=settings.select if options.select is None else options.select,
        ignore=settings.ignore if options.ignore is None else options.ignore,
        levels={**settings.levels, **_levels(options.level or ())},
        form=_first(options.form, settings.format, "console"),
        fail_on=_first(options.fail_on, settings.fail_on, "error"),
        language=_first(options.language, settings.language, None),
        lang_ui=_first(options.lang_ui, settings.lang_ui, None),
        quotations=_first(options.quotations, settings.quotations, "hint"),
        reference=[Path(each) for each in settings.reference] if options.reference is None else options.reference,
        shipped_reference=not options.no_reference,
        show_checked=options.show_checked,
        sources=_first(options.source, None, ()),
        archive=options.archive,
        baseline=_baseline(options, settings),
        write=options.write_baseline,
        prune=options.prune_baseline,
        jobs=_first(options.jobs, settings.jobs, 1),
        origin=NameOrigin(options, settings),
        settings_file=settings.path,
    )


def _first(option: T | None, setting: T | None, otherwise: T) -> T:
    """What was given, else what the settings say, else what holds without either."""
    return option or setting or otherwise


def _baseline(options: Options, settings: Settings) -> Path | None:
    """The baseline's file. Raises DataError where it is to be written and none is named, or written in two ways."""
    baseline = options.baseline or (Path(settings.baseline) if settings.baseline else None)
    if baseline is None and (options.write_baseline or options.prune_baseline):
        name = "--write-baseline" if options.write_baseline else "--prune-baseline"
        raise DataError(Problem(name, "say which file with --baseline FILE"))
    if options.write_baseline and options.prune_baseline:
        raise DataError(Problem("--prune-baseline", "not together with --write-baseline, which writes it anew"))
    return baseline


class NameOrigin:
    """Makes problems of rules' names at the place they were written: an option, or the settings."""

    def __init__(self, options: Options, settings: Settings) -> None:
        self.settings = settings
        self.given = {*(options.select or ()), *(options.ignore or ()), *_levels(options.level or ())}

    def __call__(self, name: str, message: str) -> Problem:
        """The problem of a name."""
        key = next((key for key in ("select", "ignore", "levels") if f"{key}.{name}" in self.settings.places), None)
        if name in self.given or key is None:
            return Problem(name, message)
        return self.settings.problem(f"{key}.{name}", f"'{name}': {message}")


def _levels(given: Sequence[str]) -> dict[str, Level]:
    """RULE=LEVEL options as a mapping."""
    found: dict[str, Level] = {}
    for each in given:
        name, _, word = each.partition("=")
        level = next((level for level in LEVELS if level == word), None)
        if not name or level is None:
            raise DataError(Problem("--level", f"'{each}' should be RULE=LEVEL with one of {', '.join(LEVELS)}"))
        found[name] = level
    return found


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
