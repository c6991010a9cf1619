"""What the styles of a Word file make of its paragraphs: their names are English in every edition of Word."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.read.word.package import Package
from claimcheck.read.written import BlockKind

_NAMES: tuple[tuple[str, BlockKind], ...] = (
    ("title", "title"),
    ("heading", "heading"),
    ("caption", "caption"),
    ("quote", "quote"),
    ("intense quote", "quote"),
    ("list", "item"),
)
_LONGEST_CHAIN = 20


def styles(package: Package, name: str) -> Mapping[str, BlockKind]:
    """The kinds of paragraphs by the ids of their styles; a style is what the one is that it is based on."""
    kinds: dict[str, BlockKind] = {}
    based: dict[str, str] = {}
    current = ""

    def begin(element: str, attributes: dict[str, str]) -> None:
        nonlocal current
        value = attributes.get("val", "")
        if element == "style":
            current = attributes.get("styleId", "")
        elif element == "name" and (kind := _kind(value)) is not None:
            kinds[current] = kind
        elif element == "basedOn":
            based[current] = value

    if xml := package.part(name):
        package.parse(xml, begin)
    return {each: kind for each in {*kinds, *based} if (kind := _inherited(each, kinds, based)) is not None}


def _kind(name: str) -> BlockKind | None:
    low = name.lower()
    return next((kind for begins, kind in _NAMES if low == begins or low.startswith(f"{begins} ")), None)


def _inherited(style: str, kinds: Mapping[str, BlockKind], based: Mapping[str, str]) -> BlockKind | None:
    for _ in range(_LONGEST_CHAIN):
        if style in kinds:
            return kinds[style]
        style = based.get(style, "")
    return None
