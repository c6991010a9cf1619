"""One claim written into a file of claims, after everything in the folder with it was found right."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from claimcheck.datafile import text_of
from claimcheck.datafile.tree import Node, read_tree
from claimcheck.errors import DataError, Problem
from claimcheck.files import replace
from claimcheck.model.reference import ReferenceClaim
from claimcheck.reference.base import EMPTY, Reference
from claimcheck.reference.fold import folded
from claimcheck.reference.opening import files_in, load
from claimcheck.reference.read import read
from claimcheck.tables import shipped_folder

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
