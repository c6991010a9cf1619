"""The entries of a file with mistakes that have none themselves: what is wrong between entries is told at once too."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from claimcheck.datafile import text_of
from claimcheck.datafile.tree import Node, read_all
from claimcheck.errors import DataError
from claimcheck.reference.shape import ClaimShape, EntityShape

S = TypeVar("S", bound=BaseModel)


class Sound(NamedTuple):
    """Claims and entities, each with its number in the file's list."""

    claims: list[tuple[int, ClaimShape]]
    entities: list[tuple[int, EntityShape]]


def sound_entries(path: str) -> Sound:
    """What can be used of a file; nothing where it cannot be read at all."""
    try:
        root, _ = read_all(text_of(path), path)
    except DataError:
        return Sound([], [])
    return Sound(_valid(root, "claims", ClaimShape), _valid(root, "entities", EntityShape))


def _valid(root: Node, key: str, shape: type[S]) -> list[tuple[int, S]]:
    holder = (root.pairs or {}).get(key)
    found = []
    for number, node in enumerate((holder.items if holder is not None else None) or ()):
        try:
            found.append((number, shape.model_validate(node.plain())))
        except ValidationError:
            continue
    return found
