"""`claimcheck claims add`: one claim, told in options."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated, Any

import typer

from claimcheck.cli.leave import complain, write
from claimcheck.datafile import text_of
from claimcheck.datafile.tree import Node, read_tree
from claimcheck.errors import DataError, Problem
from claimcheck.files import replace
from claimcheck.model.reference import ReferenceClaim
from claimcheck.reference.base import EMPTY, Reference
from claimcheck.reference.fold import folded
from claimcheck.reference.opening import files_in, load
from claimcheck.reference.read import read
from claimcheck.report.safe import safe
from claimcheck.tables import shipped_folder


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
    from claimcheck.cli.claim_add import pairs, write_entry  # noqa: PLC0415 – for this command only

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


Entry = dict[str, Any]


def write_entry(folder: Path, name: str, entry: Entry) -> str:
    """Appends the entry to a file of the folder, both made where they are missing; returns the claim's id.

    Raises DataError, and writes nothing, where the claim is there already or anything is wrong with it.
    """
    if Path(name).name != name or Path(name).suffix not in (".yaml", ".yml"):
        raise DataError(Problem(name, "the file should be a name ending in .yaml"))
    place = folder / name
    entry["id"] = entry["id"] or _identity(entry)
    known = Reference(load([shipped_folder("claims"), folder] if folder.is_dir() else [shipped_folder("claims")]))
    before = text_of(place) if place.exists() else ""
    text = _with_entry(before, place, entry)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f".{os.getpid()}.draft.yaml"
        draft.write_text(text, encoding="utf-8")
    except UnicodeEncodeError:
        raise DataError(Problem(str(place), "what is to be added is no UTF-8")) from None
    except OSError as error:
        raise DataError(Problem(str(place), f"cannot be written: {error.strerror}")) from None
    try:
        others = [path for path in files_in(folder) if path not in (str(place), str(draft))]
        added = Reference({**EMPTY, **read([*files_in(shipped_folder("claims")), *others, str(draft)])})
        twin = next((each for each in known.claims() if _alike(each, added.claim(entry["id"]))), None)
        if twin is not None:
            raise DataError(Problem(str(place), f"this is known already, as '{twin.id}'"))
        replace(place, [text.encode()])
    except OSError as error:
        raise DataError(Problem(str(place), f"cannot be written: {error.strerror}")) from None
    except DataError as error:
        raise DataError(
            *(each._replace(path=each.path.replace(str(draft), str(place))) for each in error.problems)
        ) from None
    finally:
        draft.unlink(missing_ok=True)
    return str(entry["id"])


def pairs(given: list[str], option: str) -> dict[str, Any]:
    """NAME=VALUE options as a mapping; a name given twice has a list."""
    found: dict[str, Any] = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not equals or not name or not value:
            raise DataError(Problem(option, f"'{each}' should be NAME=VALUE"))
        if name in found:
            found[name] = [*(found[name] if isinstance(found[name], list) else [found[name]]), value]
        else:
            found[name] = value
    return found


def _identity(entry: Entry) -> str:
    """An id from the words: acquires-nordwerk-alsterlicht."""
    words = [entry["predicate"]]
    for each in entry["arguments"].values():
        words += each if isinstance(each, list) else [each]
    if entry.get("date"):
        words.append(entry["date"])
    name = "-".join(folded(word).replace(" ", "-") for word in words)
    return name[:80].strip("-")


def _alike(known: ReferenceClaim, added: ReferenceClaim | None) -> bool:
    """Whether two claims say the same: predicate, arguments, value and date."""
    if added is None:
        return False
    same = (known.predicate, known.arguments, known.value, known.date) == (
        added.predicate,
        added.arguments,
        added.value,
        added.date,
    )
    return same or known.id == added.id


def _with_entry(before: str, place: Path, entry: Entry) -> str:
    """The file's text with the entry at its end."""
    if not before.strip():
        return "claims:\n" + "".join(_lines(entry, "  "))
    root = read_tree(before, str(place))
    holder: Node | None = (root.pairs or {}).get("claims")
    if holder is None or holder.items is None or list(root.pairs or ())[-1] != "claims" or not holder.items:
        raise DataError(Problem(str(place), "the file does not end with a list of claims; choose another with --file"))
    lines = before.split("\n")
    at = lines[holder.items[0].line - 1].index("-")
    return before.rstrip("\n") + "\n" + "".join(_lines(entry, " " * at))


def _lines(entry: Entry, margin: str) -> list[str]:
    """The entry as YAML: one key a line, every text in quotation marks."""
    given = {key: value for key, value in entry.items() if value is not None}
    first = True
    lines = []
    for key, value in given.items():
        lines.append(f"{margin}{'- ' if first else '  '}{key}: {_flow(value)}\n")
        first = False
    return lines


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(each)}" for key, each in value.items() if each is not None) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return json.dumps(str(value), ensure_ascii=False)
