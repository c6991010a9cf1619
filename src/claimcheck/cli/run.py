"""`claimcheck check`, `compare` and `extract`: read, check, write, and say how it went as an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claimcheck import pipeline, rules
from claimcheck.cli import options
from claimcheck.cli.asked import Asked, asked_for, choose, every_rule, excluded
from claimcheck.cli.leave import complain, note, of_terminal, problems_of, refuse, show, write
from claimcheck.cli.options import Options, with_options
from claimcheck.errors import DataError, Problem, fault, faults
from claimcheck.files import keep_apart
from claimcheck.inputs import Input, first_language
from claimcheck.ledger import SUFFIX as LEDGER
from claimcheck.model import LEVELS, Report
from claimcheck.read import STANDARD_INPUT, Excludes, collect, file_of, read
from claimcheck.read.metadata import SUFFIX as METADATA
from claimcheck.read.metadata import SUPPRESSIONS
from claimcheck.reference import files_in, open_reference
from claimcheck.report import CLAIM_REPORTERS, REPORTERS, View, console, parts
from claimcheck.report.words import Words, message_language, told, words
from claimcheck.settings import Settings, settings

MANY = 20
"""From this many articles on, a terminal shows how far the work is."""


@with_options
def check(paths: options.Paths, given: Options) -> int:
    """Show what in the articles cannot be true.

    Exit status: 0 no finding at or above --fail-on, 1 there is one, 2 bad usage or bad input.
    """
    return _run(paths, given, between=False)


def _compare(paths: options.Paths, given: Options) -> int:
    """Show what several articles say of the same things, and what of it cannot be true.

    Exit status: 0 no finding at or above --fail-on, 1 there is one, 2 bad usage or bad input.
    """
    return _run(paths, given, between=True)


compare = with_options(_compare, ("source", "archive", "baseline", "write_baseline", "prune_baseline", "jobs"))


def _run(paths: Sequence[str], given: Options, *, between: bool) -> int:
    """Writes the findings; 0 none at or above `fail_on`, 1 there is one, 2 bad input, listed on standard error."""
    called = given.stdin_filename
    asked = asked_for(given, settings(_as_called(paths, called)) or Settings())
    chosen = choose(every_rule(asked.rules), asked)
    message_language(asked.lang_ui)
    if asked.form == "console" and asked.output is None:
        asked = asked._replace(lang_ui=asked.lang_ui or of_terminal())
    _keep_inputs(paths, asked)
    inputs, unread = _with_standard_input(paths, called)
    result = _checked(paths, asked, chosen, inputs, unread, between=between)
    wording = words(asked.lang_ui or first_language(result.articles))
    if asked.baseline is not None:
        result = with_baseline(result, asked.baseline, asked, wording)
    result = told(result, wording.language)
    _show(result, wording, asked)
    if status := complain(problems_of(result)):
        return status
    loud = () if asked.fail_on == "never" else LEVELS[: LEVELS.index(asked.fail_on) + 1]
    return int(any(finding.level in loud for finding in result.findings))


def _keep_inputs(paths: Sequence[str], asked: Asked) -> None:
    if asked.output is not None or asked.write or asked.prune:
        refuse_inputs(paths, asked)


def _as_called(paths: Sequence[str], called: str | None) -> list[str]:
    """The paths with that of standard input as the user calls it: settings are looked for there.

    Raises DataError for a name of standard input where that is not read.
    """
    if called and STANDARD_INPUT not in paths:
        raise DataError(Problem("--stdin-filename", f"standard input is not read; give {STANDARD_INPUT} as a path"))
    return [called if called and path == STANDARD_INPUT else path for path in paths]


def _with_standard_input(paths: Sequence[str], called: str | None) -> tuple[list[Input], tuple[Problem, ...]]:
    """The paths with what is in standard input, read like the file it is called after; without it where it cannot be.

    What keeps it from being read is told beside them and costs no other article.
    """
    if not called or STANDARD_INPUT not in paths:
        return list(paths), ()
    others = [path for path in paths if path != STANDARD_INPUT]
    try:
        return [read(STANDARD_INPUT, called), *others], ()
    except DataError as error:
        return list(others), error.problems
    except Exception as error:  # as with every other article
        return list(others), (fault(called, error),)


def _checked(
    paths: Sequence[str],
    asked: Asked,
    chosen: tuple[rules.Rule, ...],
    inputs: Sequence[Input],
    unread: tuple[Problem, ...],
    *,
    between: bool,
) -> Report:
    """The report, by one process or, where no article is laid beside another, by several: byte for byte the same."""
    if not between and (asked.jobs > 1 or sys.stderr.isatty()):
        from claimcheck.cli.many import check_many  # noqa: PLC0415 – for many articles

        names, problems = collect(paths, asked.exclude)
        if "-" not in names and len(names) > (1 if asked.jobs > 1 else MANY):
            return check_many(names, problems, asked, chosen)
    report = pipeline.check(
        inputs,
        date=asked.date,
        language=asked.language,
        rules=chosen,
        reference=open_reference(asked.reference, shipped=asked.shipped_reference),
        message_language=asked.lang_ui,
        quotations=asked.quotations,
        sources=tuple(asked.source),
        archive=asked.archive,
        siblings=[each.path for each in unread],
        between=between,
        exclude=asked.exclude,
    )
    return report._replace(problems=(*unread, *report.problems))


def _show(result: Report, wording: Words, asked: Asked) -> None:
    if asked.form == "console":
        show(console, result, wording, asked.view, asked.output)
        return
    write(parts(asked.form, REPORTERS)(result, wording), asked.output)
    if asked.form == "html" and asked.output is not None:
        note(wording("page_written", path=asked.output))
    if asked.form == "github":
        append_summary(result, wording)


def extract(
    paths: options.Paths,
    *,
    date: options.Date = None,
    language: options.Language = None,
    form: options.ClaimOutputFormat = "console",
    output: options.Output = None,
    lang_ui: options.MessageLanguage = None,
    exclude: options.Excluded = None,
    color: options.Color = "auto",
    width: options.Width = None,
    stdin_filename: options.StdinFilename = None,
) -> None:
    """Show the typed claims of the articles: numbers, dates, who said what, who did what."""
    found = settings(_as_called(paths, stdin_filename)) or Settings()
    asked = message_language(lang_ui or found.lang_ui)
    left_out = excluded(exclude, found)
    _keep_inputs(paths, Asked(output=output, settings_file=found.path, exclude=left_out))
    inputs, unread = _with_standard_input(paths, stdin_filename)
    result = pipeline.claims_only(inputs, date=date, language=language or found.language, exclude=left_out)
    result = result._replace(problems=(*unread, *result.problems))
    spoken = of_terminal() if form == "console" and output is None else None
    wording = words(asked or spoken or first_language(result.articles))
    result = told(result, wording.language)
    if form == "console":
        from claimcheck.report import claims  # noqa: PLC0415 – for this format only

        show(claims, result, wording, View(width, color), output)
    else:
        write(parts(form, CLAIM_REPORTERS)(result, wording), output)
    refuse(problems_of(result), wording.language)


def refuse_inputs(paths: Sequence[str], asked: Asked) -> None:
    """Raises DataError where the report or the baseline would take the place of a file that the run reads."""
    baseline = asked.baseline if asked.write or asked.prune else None
    outputs = [each for each in (asked.output, baseline) if each is not None]
    if outputs:
        keep_apart(outputs, [*articles([*paths, *asked.source], asked.exclude), *_beside_articles(asked, baseline)])


def _beside_articles(asked: Asked, written: Path | None) -> Iterator[str | Path]:
    """What else a run reads: settings, archive, the baseline unless it is `written`, reference claims."""
    single = (asked.settings_file, asked.archive, asked.baseline if written is None else None)
    yield from (each for each in single if each is not None)
    for place in asked.reference:
        yield place
        if os.path.isdir(place):
            yield from files_in(place)


def articles(paths: Iterable[str], exclude: Excludes = ()) -> Iterator[str]:
    """The files behind some paths, and what may stand beside each."""
    for name in dict.fromkeys(map(file_of, collect(paths, exclude)[0])):
        yield name
        yield from (os.path.splitext(name)[0] + suffix for suffix in (METADATA, SUPPRESSIONS, LEDGER))


def with_baseline(result: Report, path: Path, asked: Asked, words: Words) -> Report:
    """The report without the findings that the baseline knows; the file is written first where that is asked for.

    Nothing is written while articles could not be read: what they say would be lost. Raises DataError for a file that
    is no baseline or cannot be written.
    """
    from claimcheck.baseline import hide, prune, taken, written  # noqa: PLC0415 – for runs with a baseline
    from claimcheck.baseline import read as known_findings  # noqa: PLC0415

    if asked.write:
        known = taken(result.findings, path)
        if not faults(result.problems):
            write(written(known), path)
            note(words("baseline_written", path=path, findings=words.count("finding", known.total())))
    else:
        known = known_findings(path)
        if asked.prune and not faults(result.problems):
            articles = [article.document.path for article in result.articles]
            before, known = known.total(), prune(known, result.findings, articles, path)
            write(written(known), path)
            gone = words.count("finding", before - known.total())
            note(words("baseline_pruned", path=path, gone=gone, findings=words.count("finding", known.total())))
    return hide(result, known, path)


FILE = "GITHUB_STEP_SUMMARY"


def append_summary(result: Report, words: Words) -> None:
    """Appends it; nothing where the runner names no file. Raises DataError if it cannot be written."""
    place = os.environ.get(FILE)
    if not place:
        return
    from claimcheck.report.github import summary  # noqa: PLC0415 – where a runner asks for it

    try:
        with Path(place).open("ab") as stream:
            stream.write(summary(result, words).encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise DataError(Problem(f"{FILE}={place}", f"cannot be written: {error.strerror}")) from None
