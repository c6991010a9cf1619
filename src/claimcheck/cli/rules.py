"""`claimcheck rules`: the rules; `rules test DIR`: the examples of a folder of rules, run; `explain RULE`: one rule."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from claimcheck import pipeline
from claimcheck.cli import options
from claimcheck.cli.asked import every_rule, unknown_rule
from claimcheck.cli.leave import of_reader, reader_words, refuse, say, say_rows, told, write
from claimcheck.cli.options import Output
from claimcheck.errors import DataError, Problem
from claimcheck.model import Document, Report
from claimcheck.report.rule_pages import page
from claimcheck.rules.rule import Counts


def rules(context: typer.Context, *, own: options.OwnRules = None, lang_ui: options.MessageLanguage = None) -> None:
    """List the rules with the level of their findings, their maturity, and why they exist.

    A preview rule reports hints, whatever its level is to be.
    """
    if context.invoked_subcommand is not None:
        return
    wording = reader_words(lang_ui)
    rows = (
        (rule.id, wording(rule.reports_at), wording(rule.maturity), rule.reason(wording.language))
        for rule in every_rule(own or ())
    )
    say_rows(list(rows))


def test(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder of rules.")],
    *,
    lang_ui: options.MessageLanguage = None,
) -> None:
    """Run the examples of every rule in a folder.

    Exit status: 0 all hold, 1 some do not, 2 a file is no rule.
    """
    from claimcheck.rules.examples import test as run  # noqa: PLC0415 – for this command only

    wording = reader_words(lang_ui)
    examples, problems = run(folder)
    count = wording("tested", examples=wording.count("example", examples), problems=len(problems))
    write("".join(f"{line}\n" for line in [*told(problems, wording.language), count]))
    raise typer.Exit(int(bool(problems)))


def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule's name, as `claimcheck rules` lists it.")],
    *,
    file: Annotated[bool, typer.Option("--file", help="Print the rule's file, to make one's own of it.")] = False,
    own: options.OwnRules = None,
    lang_ui: options.MessageLanguage = None,
) -> None:
    """Show why a rule exists, what it says, and its examples: [[…]] is found, all else stays silent."""
    wording = reader_words(lang_ui)
    known = {each.id: each for each in every_rule(own or ())}
    if rule not in known:
        raise DataError(unknown_rule(rule, sorted(known)))
    if file:
        write(Path(known[rule].path).read_text(encoding="utf-8"))
    else:
        say(page(known[rule], wording))


Corpora = Annotated[
    list[Path],
    typer.Argument(metavar="CORPUS...", help="Files of articles, one JSON object a line, or folders of articles."),
]
ROWS = ".jsonl"
TOGETHER = 100


def calibrate(corpora: Corpora, *, output: Output = None) -> None:
    """Count by rule and evidence what holds in published articles; the counts decide which rules report aloud.

    A line of a .jsonl file has the keys text, language and published, and may have title.
    """
    counts = Counts()
    problems: list[Problem] = []
    for corpus in sorted(corpora):
        problems += _count(corpus, counts)
    write(json.dumps(counts.plain(), ensure_ascii=False, indent=1) + "\n", output)
    refuse(problems, of_reader())


def _count(corpus: Path, counts: Counts) -> list[Problem]:
    """Adds one corpus to the counts; what could not be read."""
    problems: list[Problem] = []
    for report in _reports(corpus):
        languages = {each.document.path: each.document.language for each in report.articles}
        counts.add(report.comparisons, languages)
        counts.articles[corpus.stem] = counts.articles.get(corpus.stem, 0) + len(report.articles)
        problems += report.problems
    return problems


def _reports(corpus: Path) -> Iterator[Report]:
    """The reports on the articles of one corpus; of a long file on some of them at a time."""
    if corpus.suffix != ROWS:
        yield pipeline.check(corpus)
        return
    rows = _rows(corpus)
    while part := list(islice(rows, TOGETHER)):
        yield pipeline.check(part)


def _rows(corpus: Path) -> Iterator[Document]:
    """The articles of a file with one JSON object a line."""
    try:
        with corpus.open(encoding="utf-8") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield _document(corpus, number, line)
    except OSError as error:
        raise DataError(Problem(str(corpus), f"cannot be read: {error.strerror}")) from None


def _document(corpus: Path, number: int, line: str) -> Document:
    try:
        row = json.loads(line)
        known = {key: row.get(key) for key in ("language", "published", "title")}
        return Document.from_text(row["text"], f"{corpus.name}:{number}", **known)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise DataError(Problem(str(corpus), f"is no article: {error}", number, 1)) from None
