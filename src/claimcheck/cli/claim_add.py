"""`claimcheck claims add`: one claim, told in options."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated, Any

import typer

from claimcheck.cli.leave import of_reader, told, write
from claimcheck.datafile import text_of
from claimcheck.datafile.tree import read_tree
from claimcheck.errors import DataError, Problem
from claimcheck.files import replace
from claimcheck.model.entity import ReferenceClaim
from claimcheck.reference import files_in, load
from claimcheck.reference.base import EMPTY, Reference
from claimcheck.reference.read import read
from claimcheck.reference.review import review
from claimcheck.reference.store import folded
from claimcheck.report.words import safe
from claimcheck.tables import shipped_folder

Entry = dict[str, Any]


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

    What keeps the claim from being compared with an article is told; `claims predicates` shows what each needs.

    Exit status: 0 it was added, 2 it was refused and nothing was written.

    Example:

    \b
      claimcheck claims add claims/ --predicate acquires \\
        --argument acquirer=Nordwerk --argument target=Alsterlicht \\
        --exclusive acquirer --date 2031-05-02 --number 14E+9 --unit EUR \\
        --text "de=Nordwerk übernimmt Alsterlicht für 14 Milliarden Euro." --publisher "Lindower Bote"
    """
    entry: Entry = {
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
    entry["id"] = identity or _identity(entry)
    _append(folder, file, entry)
    write(safe(f"{folder / file}: {entry['id']}") + "\n")
    lacking = (
        each for each in review([str(folder / file)]).unjudged if (each.line or 0) >= _line_of(folder / file, entry)
    )
    write("".join(f"{line}\n" for line in told(lacking, of_reader())))


def _line_of(place: Path, entry: Entry) -> int:
    """The line on which an entry begins that has just been written at the end of a file."""
    lines = text_of(place).split("\n")
    return max(at for at, line in enumerate(lines, 1) if f"id: {_flow(entry['id'])}" in line)


def _append(folder: Path, name: str, entry: Entry) -> None:
    """Appends the entry to a file of the folder, both made where they are missing.

    Raises DataError, and writes nothing, where the claim is there already or anything is wrong with it.
    """
    if not re.fullmatch(r"[^/\\]+\.ya?ml", name):
        raise DataError(Problem(name, "the file should be a name ending in .yaml"))
    place, shipped = folder / name, shipped_folder("claims")
    known = Reference(load([shipped, folder] if folder.is_dir() else [shipped]))
    text = _with_entry(text_of(place) if place.exists() else "", place, entry)
    with _draft(place, text) as draft:
        others = sorted({*files_in(folder)} - {str(place), draft})
        added = Reference({**EMPTY, **read([*files_in(shipped), *others, draft])}).claim(entry["id"])
        for each in known.claims():
            if added is not None and _alike(each, added):
                raise DataError(Problem(str(place), f"this is known already, as '{each.id}'"))
        replace(place, [text.encode()])


@contextmanager
def _draft(place: Path, text: str) -> Iterator[str]:
    """A file beside the place with the text that is to stand there; what is wrong with it is told of the place."""
    draft = place.with_name(f".{os.getpid()}.draft.yaml")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(text, encoding="utf-8")
        yield str(draft)
    except UnicodeEncodeError:
        raise DataError(Problem(str(place), "what is to be added is no UTF-8")) from None
    except OSError as error:
        raise DataError(Problem(str(place), f"cannot be written: {error.strerror}")) from None
    except DataError as error:
        raise DataError(
            *(each._replace(path=each.path.replace(str(draft), str(place))) for each in error.problems)
        ) from None
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def pairs(given: list[str], option: str) -> dict[str, Any]:
    """NAME=VALUE options as a mapping; a name given twice has a list."""
    found: dict[str, list[str]] = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not equals or not name or not value:
            raise DataError(Problem(option, f"'{each}' should be NAME=VALUE"))
        found.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def _identity(entry: Entry) -> str:
    """An id from the words: acquires-nordwerk-alsterlicht."""
    words = [entry["predicate"]]
    for each in entry["arguments"].values():
        words += each if isinstance(each, list) else [each]
    if entry.get("date"):
        words.append(entry["date"])
    name = "-".join(folded(word).replace(" ", "-") for word in words)
    return name[:80].strip("-")


def _alike(known: ReferenceClaim, added: ReferenceClaim) -> bool:
    """Whether two claims have one id or say the same: predicate, arguments, value and date."""
    one, two = ((each.predicate, each.arguments, each.value, each.date) for each in (known, added))
    return one == two or known.id == added.id


def _with_entry(before: str, place: Path, entry: Entry) -> str:
    """The file's text with the entry at its end."""
    if not before.strip():
        return "claims:\n" + "".join(_lines(entry, "  "))
    pairs = read_tree(before, str(place)).pairs or {}
    claims = pairs["claims"].items if list(pairs)[-1:] == ["claims"] else None
    if not claims:
        raise DataError(Problem(str(place), "the file does not end with a list of claims; choose another with --file"))
    lines = before.split("\n")
    at = lines[claims[0].line - 1].index("-")
    return before.rstrip("\n") + "\n" + "".join(_lines(entry, " " * at))


def _lines(entry: Entry, margin: str) -> list[str]:
    """The entry as YAML: one key a line, every text in quotation marks."""
    given = [f"{key}: {_flow(value)}\n" for key, value in entry.items() if value is not None]
    return [f"{margin}{'  ' if number else '- '}{line}" for number, line in enumerate(given)]


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(each)}" for key, each in value.items() if each is not None) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return json.dumps(str(value), ensure_ascii=False)
