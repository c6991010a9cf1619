"""`claimcheck archive add|list|remove|verify FILE …`: the articles of the past."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.archive import open_to_read, open_to_write, verify
from claimcheck.cli.leave import of_reader, reader_words, refuse, write
from claimcheck.cli.options import Date, Language, MessageLanguage
from claimcheck.cli.run import articles as beside
from claimcheck.errors import DataError, Problem
from claimcheck.files import keep_apart
from claimcheck.inputs import read_articles
from claimcheck.read import STANDARD_INPUT, collect
from claimcheck.reference import open_reference
from claimcheck.report.words import safe

File = Annotated[Path, typer.Argument(metavar="FILE", help="The archive.")]
Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Articles: files, or folders (read recursively).")]


def add_articles(file: File, paths: Paths, *, date: Date = None, language: Language = None) -> None:
    """Put articles into the archive, which is made if there is none.

    An article is known by its path: the same one is left as it is, a changed one replaces the old. Each is safe on the
    disk when its line is printed: "added", "replaced" or "unchanged", and the path. Exit status: 0 all are in, 2 some
    could not be read, or the archive not written.

    Examples:

    \b
      claimcheck archive add paper.archive 2025/
      claimcheck check --archive paper.archive draft.md
    """
    names, problems = collect(paths)
    keep_apart([file], beside(names))
    known = open_reference().names
    with open_to_write(file) as archive:
        for name in names:
            if name == STANDARD_INPUT:
                problems.append(Problem(name, "an archive knows articles by their paths; give a file"))
                continue
            articles, wrong = read_articles(name, date=date, language=language, known=known)
            problems += wrong
            for article in articles:
                try:
                    change = archive.add(article)
                except DataError as error:
                    if any(each.path == str(file) for each in error.problems):
                        raise
                    problems += error.problems
                else:
                    write(f"{change} {safe(article.document.path)}\n")
    refuse(problems, of_reader())


def listed(file: File) -> None:
    """List the articles: path, day of publication, title and number of claims, with tabs between them."""
    with open_to_read(file) as archive:
        for each in archive.kept():
            write("\t".join(map(safe, (each.path, each.published or "", each.title or "", str(each.claims)))) + "\n")


def remove(file: File, paths: Annotated[list[str], typer.Argument(metavar="PATH...")]) -> None:
    """Take articles out of the archive, by the paths that `list` shows.

    Exit status: 0 all are out, 2 some were not in it.
    """
    with open_to_read(file):
        pass  # a wrong name of the archive makes no new one
    problems = []
    with open_to_write(file) as archive:
        for path in paths:
            if archive.remove(path):
                write(f"removed {safe(path)}\n")
            else:
                problems.append(Problem(path, f"no such article in {file}"))
    if problems:
        raise DataError(*problems)


def verified(file: File, *, lang_ui: MessageLanguage = None) -> None:
    """Say whether the archive is whole: the file, its index, and every article as it was added.

    Exit status: 0 it is, 2 it is not; everything that is wrong is listed.
    """
    wording = reader_words(lang_ui)
    with open_to_read(file) as archive:
        if problems := verify(archive):
            raise DataError(*problems)
        count = sum(1 for _ in archive.kept())
    write(safe(wording("archive_whole", archive=file, articles=wording.count("article", count))) + "\n")
