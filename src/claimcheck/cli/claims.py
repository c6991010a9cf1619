"""`claimcheck claims …`: what is known, with where it is known from."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from claimcheck.cli.leave import complain, write
from claimcheck.errors import DataError, Problem
from claimcheck.report.safe import safe, safe_json

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
) -> None:
    """List the claims: id, predicate, and the sentence or the arguments."""
    from claimcheck.cli import claim_pages as pages  # noqa: PLC0415 – for this command only
    from claimcheck.reference import open_reference  # noqa: PLC0415

    try:
        found = pages.choose(open_reference(reference or (), shipped=not no_shipped), word, predicate, limit)
        if form == "json":
            write(safe_json(json.dumps([pages.plain(each) for each in found], ensure_ascii=False, indent=1)) + "\n")
        else:
            write(pages.table(found))
    except DataError as error:
        raise typer.Exit(complain(error.problems)) from None


def show(
    claim: Annotated[str, typer.Argument(metavar="ID", help="A claim's id, as `claimcheck claims list` shows it.")],
    *,
    reference: Own = None,
    no_shipped: NoShipped = False,
    form: Form = "console",
) -> None:
    """Show one claim with everything known of it: sources, dates, accepted figures."""
    from claimcheck.cli import claim_pages as pages  # noqa: PLC0415 – for this command only
    from claimcheck.reference import open_reference  # noqa: PLC0415

    try:
        base = open_reference(reference or (), shipped=not no_shipped)
        found = base.claim(claim)
        if found is None:
            raise DataError(Problem(claim, "no claim is called this" + pages.near(claim, base)))
        text = pages.page(found) if form == "console" else _json(pages.plain(found))
        write(text)
    except DataError as error:
        raise typer.Exit(complain(error.problems)) from None


def validate(folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder of claims.")]) -> None:
    """Check a folder of claims against its shape and against the shipped claims.

    Exit status: 0 everything is right, 2 something is not; every problem is listed with line and column.
    """
    from claimcheck.reference.opening import files_in, load  # noqa: PLC0415 – for this command only
    from claimcheck.shipped import shipped_folder  # noqa: PLC0415

    try:
        shipped = shipped_folder("claims")
        own = os.path.realpath(folder) == os.path.realpath(shipped)
        table = load([folder] if own else [shipped, folder])
        files = files_in(folder)
    except DataError as error:
        raise typer.Exit(complain(error.problems)) from None
    write(safe(f"{folder}: {len(files)} files are right; {len(table['claims'])} claims in all") + "\n")


def add_claim(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of claims to add to.")],
    *,
    predicate: Annotated[str, typer.Option("--predicate", help="What the claim says: acquires, has_role …")],
    argument: Annotated[list[str], typer.Option("--argument", metavar="NAME=VALUE", help="May be repeated.")],
    text: Annotated[list[str], typer.Option("--text", metavar="CODE=SENTENCE", help="The sentence, by language.")],
    publisher: Annotated[str, typer.Option("--publisher", help="Who published it.")],
    url: Annotated[str | None, typer.Option("--url", help="Where.")] = None,
    published: Annotated[str | None, typer.Option("--published", metavar="DATE", help="When.")] = None,
    number: Annotated[
        str | None, typer.Option("--number", help="The value with the digits that count: 6.5E+9.")
    ] = None,
    unit: Annotated[str | None, typer.Option("--unit", help="USD, percent, km …")] = None,
    hedge: Annotated[str | None, typer.Option("--hedge", help="about, over, up_to …")] = None,
    measure: Annotated[str | None, typer.Option("--measure", help="What the value is a value of.")] = None,
    date: Annotated[str | None, typer.Option("--date", metavar="DATE", help="The day of the event.")] = None,
    valid_from: Annotated[str | None, typer.Option("--valid-from", metavar="DATE", help="Since when it holds.")] = None,
    valid_to: Annotated[str | None, typer.Option("--valid-to", metavar="DATE", help="The last day it held.")] = None,
    exclusive: Annotated[list[str] | None, typer.Option("--exclusive", help="An argument only one can fill.")] = None,
    confidence: Annotated[
        str, typer.Option("--confidence", help="confirmed, single source, disputed, background.")
    ] = "single source",
    identity: Annotated[
        str | None, typer.Option("--id", help="The claim's id; made from its words unless given.")
    ] = None,
    file: Annotated[str, typer.Option("--file", help="The file in the folder.")] = "added.yaml",
) -> None:
    """Add one claim to a folder. Asks nothing; a claim that is there already, or one with a mistake, is refused."""
    from claimcheck.cli.claim_entry import pairs, write_entry  # noqa: PLC0415 – for this command only

    try:
        entry: dict[str, Any] = {
            "id": identity,
            "text": pairs(text, "--text"),
            "predicate": predicate,
            "arguments": pairs(argument, "--argument"),
            "exclusive": exclusive or None,
            "measure": measure,
            "value": {"number": number, "unit": unit, "hedge": hedge} if number else None,
            "date": date,
            "valid": {"from": valid_from, "to": valid_to} if valid_from or valid_to else None,
            "confidence": confidence,
            "sources": [{"publisher": publisher, "url": url, "published": published}],
        }
        name = write_entry(folder, file, entry)
    except DataError as error:
        raise typer.Exit(complain(error.problems)) from None
    write(safe(f"{folder / file}: {name}") + "\n")


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
) -> None:
    """Make one base of claims from files of others; use it with --reference.

    Exit status: 0 everything was read, 2 lines were skipped (they are listed) or a file could not be read to its end;
    a base is written in the first case and the second, never half.
    """
    from claimcheck.reference.importers import import_claims  # noqa: PLC0415
    from claimcheck.reference.opening import BASE_SUFFIX  # noqa: PLC0415 – for this command only

    try:
        if output.suffix != BASE_SUFFIX:
            raise DataError(Problem(str(output), f"the name of a base ends in {BASE_SUFFIX}"))
        if output.exists() and not replace:
            raise DataError(Problem(str(output), "the base is there already; --replace writes it anew"))
        done = import_claims(sources, output, form, _progress if sys.stderr.isatty() else None)
    except DataError as error:
        raise typer.Exit(complain(error.problems)) from None
    write(safe(f"{output}: {done.claims} claims, {done.skipped} lines skipped") + "\n")
    if done.problems:
        raise typer.Exit(complain(done.problems))


def _progress(path: Path, read: int, size: int) -> None:
    """One line on a terminal that is written over and over."""
    end = "\n" if read >= size else ""
    sys.stderr.write(f"\r{safe(path.name)}: {100 * read // max(1, size)} %{end}")
    sys.stderr.flush()


def _json(plain: dict[str, Any]) -> str:
    return safe_json(json.dumps(plain, ensure_ascii=False, indent=1)) + "\n"


def add(app: typer.Typer, command: str) -> None:
    """Puts the command with all below it on the line."""
    group = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help="The reference claims.")
    for name, each in (
        ("list", listed),
        ("show", show),
        ("validate", validate),
        ("add", add_claim),
        ("import", import_),
    ):
        group.command(name)(each)
    app.add_typer(group, name=command)
