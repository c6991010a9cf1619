"""`claimcheck claims …`: what is known, with where it is known from."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from claimcheck.cli import claim_pages as pages
from claimcheck.cli.leave import write
from claimcheck.cli.options import MessageLanguage
from claimcheck.cli.progress import progress
from claimcheck.cli.reader import reader_words
from claimcheck.errors import DataError, Problem
from claimcheck.files import keep_apart
from claimcheck.reference import open_reference
from claimcheck.reference.opening import BASE_SUFFIX, files_in, load
from claimcheck.report.safe import safe, safe_json
from claimcheck.tables import shipped_folder

Own = Annotated[
    list[Path] | None,
    typer.Option(
        "--reference", metavar="PATH", help="Claims of your own: a folder, or a base made by `claims import`."
    ),
]
NoShipped = Annotated[bool, typer.Option("--no-shipped", help="Without the claims that come with the program.")]
Form = Annotated[Literal["console", "json"], typer.Option("--format", help="How to write them.")]


def listed(
    word: Annotated[str, typer.Argument(metavar="[NAME]", help="Only claims about this name, or with this word.")] = "",
    *,
    predicate: Annotated[str | None, typer.Option("--predicate", help="Only claims with this predicate.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most this many.")] = 1000,
    reference: Own = None,
    no_shipped: NoShipped = False,
    form: Form = "console",
    lang_ui: MessageLanguage = None,
) -> None:
    """List the claims: id, predicate, and the sentence or the arguments.

    Examples:

    \b
      claimcheck claims list OpenAI
      claimcheck claims list --predicate has_role --reference claims/
    """
    wording = reader_words(lang_ui)
    found = pages.choose(open_reference(reference or (), shipped=not no_shipped), word, predicate, limit)
    write(_json([pages.plain(each) for each in found]) if form == "json" else pages.table(found, wording))


def show(
    claim: Annotated[str, typer.Argument(metavar="ID", help="A claim's id, as `claimcheck claims list` shows it.")],
    *,
    reference: Own = None,
    no_shipped: NoShipped = False,
    form: Form = "console",
    lang_ui: MessageLanguage = None,
) -> None:
    """Show one claim with everything known of it: sources, dates, accepted figures.

    Example:

    \b
      claimcheck claims show io-price
    """
    wording = reader_words(lang_ui)
    base = open_reference(reference or (), shipped=not no_shipped)
    found = base.claim(claim)
    if found is None:
        raise DataError(Problem(claim, "no claim is called this" + pages.near(claim, base)))
    write(_json(pages.plain(found)) if form == "json" else pages.page(found, wording))


def validate(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder of claims.")],
    *,
    lang_ui: MessageLanguage = None,
) -> None:
    """Check a folder of claims against its shape and against the shipped claims.

    Exit status: 0 everything is right, 2 something is not; every problem is listed with line and column.

    Example:

    \b
      claimcheck claims validate claims/
    """
    wording = reader_words(lang_ui)
    shipped = shipped_folder("claims")
    own = os.path.realpath(folder) == os.path.realpath(shipped)
    table = load([folder] if own else [shipped, folder])
    claims = len(table["claims"]) - (0 if own else len(load([shipped])["claims"]))
    counts = {"files": wording.count("file", len(files_in(folder))), "claims": wording.count("known claim", claims)}
    write(safe(wording("folder_right", folder=folder, **counts)) + "\n")


def import_(
    sources: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="CSV, JSON or Wikidata JSON; .gz, .bz2, .xz too.")
    ],
    *,
    output: Annotated[Path, typer.Option("--output", metavar="BASE", help="The base to write, NAME.claims.")],
    form: Annotated[
        Literal["csv", "json", "wikidata"] | None, typer.Option("--format", help="Else told by the suffix.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace a base that is there.")] = False,
    lang_ui: MessageLanguage = None,
) -> None:
    """Make one base of claims from files of others; use it with --reference.

    Exit status: 0 everything was read, 2 lines were skipped (they are listed) or a file could not be read to its end;
    a base is written in the first case and the second, never half.

    Examples:

    \b
      claimcheck claims import companies.csv --output companies.claims
      claimcheck claims import latest-all.json.gz --format wikidata --output wikidata.claims
      claimcheck check --reference companies.claims draft.md
    """
    from claimcheck.reference.importers import import_claims  # noqa: PLC0415 – for this command only

    wording = reader_words(lang_ui)
    if output.suffix != BASE_SUFFIX:
        raise DataError(Problem(str(output), f"the name of a base ends in {BASE_SUFFIX}"))
    if output.exists() and not replace:
        raise DataError(Problem(str(output), "the base is there already; --replace writes it anew"))
    keep_apart([output], sources)
    with progress() as advance:
        done = import_claims(
            sources, output, form, lambda path, read, size: advance(safe(path.name), read, max(1, size))
        )
    counts = {"claims": wording.count("known claim", done.claims), "skipped": wording.count("line", done.skipped)}
    write(safe(wording("imported", base=output, **counts)) + "\n")
    if done.problems:
        raise DataError(*done.problems)


def _json(plain: Any) -> str:
    return safe_json(json.dumps(plain, ensure_ascii=False, indent=1)) + "\n"
