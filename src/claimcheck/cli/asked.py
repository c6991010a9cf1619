"""What holds for a run: the options given, then the settings of the project, then what holds without either."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from claimcheck.cli.options import Options
from claimcheck.errors import DataError, Problem
from claimcheck.model import LEVELS, Level
from claimcheck.read import Exclude
from claimcheck.report import Colour, Format, View
from claimcheck.rules import Rule, load, shipped
from claimcheck.rules.apply import Quotations
from claimcheck.settings import FailOn, Settings

Origin = Callable[[str, str], Problem]
"""Makes a problem of a rule's name and a message: where the name was written is known to the caller."""


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
    source: Sequence[str] = ()
    archive: Path | None = None
    show_checked: bool = False
    color: Colour = "auto"
    width: int | None = None
    quiet: bool = False
    statistics: bool = False
    origin: Origin = Problem
    settings_file: str | None = None
    exclude: Sequence[Exclude] = ()
    rules: Sequence[Path] = ()

    @property
    def view(self) -> View:
        """What of the report the console shows and how."""
        return View(self.width, self.color, self.quiet, self.statistics, self.show_checked)


def asked_for(options: Options, settings: Settings) -> Asked:
    """Options win over settings, key by key; levels are joined. Raises DataError for what cannot be meant."""
    kept = {**settings._asdict(), "form": settings.format, "reference": [Path(each) for each in settings.reference]}
    kept["rules"] = [Path(each) for each in settings.rules]
    given = (*kept.items(), *options._asdict().items())
    return Asked(
        **{
            **{name: value for name, value in given if value not in (None, "") and name in Asked._fields},
            "levels": {**settings.levels, **_levels(options.level or ())},
            "shipped_reference": not options.no_reference,
            "baseline": _baseline(options, settings),
            "write": options.write_baseline,
            "prune": options.prune_baseline,
            "origin": NameOrigin(options, settings),
            "settings_file": settings.path,
            "exclude": excluded(options.exclude, settings),
        }
    )


def excluded(given: Sequence[str] | None, settings: Settings) -> tuple[Exclude, ...]:
    """What is left out of folders: by the settings, as seen from their folder, then by the option."""
    return Exclude(os.path.dirname(settings.path or "") or ".", settings.exclude), Exclude(".", given or ())


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


def every_rule(own: Sequence[Path]) -> tuple[Rule, ...]:
    """The shipped rules, then those in folders of one's own.

    Raises DataError for a file that is no rule, and for a name that is taken.
    """
    found = {rule.id: rule for rule in shipped()}
    for folder in own:
        rules = load(folder)
        if taken := [rule for rule in rules if rule.id in found]:
            message = "another rule has this name; a rule is called by its path below the folder"
            raise DataError(*(Problem(rule.path, f"{rule.id!r}: {message}") for rule in taken))
        found |= {rule.id: rule for rule in rules}
    return tuple(found.values())


def choose(rules: Sequence[Rule], asked: Asked) -> tuple[Rule, ...]:
    """The rules that are selected (all without any), less the ignored ones, with the levels chosen for them.

    A name is a rule's id ("core/weekday-wrong") or a pack ("core"); a rule's own name goes before its pack's. Raises
    DataError for names that fit no rule.
    """
    ids = [rule.id for rule in rules]
    unknown = [
        each for each in (*asked.select, *asked.ignore, *asked.levels) if not any(_fits(rule, [each]) for rule in ids)
    ]
    if unknown:
        raise DataError(*(asked.origin(name, unknown_rule(name, ids).message) for name in unknown))

    def chosen(rule: str) -> bool:
        return (not asked.select or _fits(rule, asked.select)) and not _fits(rule, asked.ignore)

    return tuple(_at(rule, asked.levels) for rule in rules if chosen(rule.id))


def unknown_rule(name: str, ids: Sequence[str]) -> Problem:
    """The problem of a rule's name that no rule has, with the nearest one that exists."""
    from difflib import get_close_matches  # noqa: PLC0415 – for mistakes only

    near = get_close_matches(name, [*ids, *(each.partition("/")[2] for each in ids)], n=1)
    known = next((each for each in ids if near and each.endswith(near[0])), None)
    hint = f"did you mean {known!r}?" if known else "`claimcheck rules` lists them"
    return Problem(name, f"no rule is called this; {hint}")


def _at(rule: Rule, levels: Mapping[str, Level]) -> Rule:
    named = [name for name in levels if _fits(rule.id, [name])]
    return rule._replace(chosen=levels[max(named, key=len)]) if named else rule


def _fits(rule: str, names: Sequence[str]) -> bool:
    return any(rule == name or rule.startswith(f"{name}/") for name in names)
