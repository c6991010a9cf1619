"""`claimcheck claims add`: one claim, told in options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from claimcheck.cli.leave import complain, write
from claimcheck.errors import DataError
from claimcheck.report.safe import safe


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
    """Add one claim to a folder. Asks nothing; a claim that is there already, or one with a mistake, is refused.

    Exit status: 0 it was added, 2 it was refused and nothing was written.

    Example:

    \b
      claimcheck claims add claims/ --predicate acquires \\
        --argument acquirer=Nordwerk --argument target=Alsterlicht \\
        --text "de=Nordwerk übernimmt Alsterlicht." --publisher "Lindower Bote"
    """
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
