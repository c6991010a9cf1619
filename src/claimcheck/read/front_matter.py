"""The lines between two "---" at the beginning of a Markdown file."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.errors import DataError, Problem
from claimcheck.read.metadata import Found, known_keys

_OPENING = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_KEYS = re.compile(r"[A-Za-z_][\w-]*[ \t]*:")
_OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "published": ("date", "published_at", "pubdate"),
    "language": ("lang",),
    "title": (),
    "publisher": (),
    "url": (),
}
_LONGEST = 100_000


class FrontMatter(NamedTuple):
    """Where the front matter ends (0: there is none) and what it says."""

    end: int
    found: Found


def front_matter(text: str, path: str) -> FrontMatter:
    """The front matter of a text; where it is broken, a problem says so and the text is read all the same.

    Without a closing line it is none: the first line then is a mere rule.
    """
    opening = _OPENING.match(text)
    if not opening:
        return FrontMatter(0, Found())
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LONGEST)
    if not closing:
        broken = bool(_KEYS.match(text, opening.end()))
        missing = Problem(path, "the front matter has no closing line; end it with ---", 1, 1)
        return FrontMatter(0, Found(problems=(missing,) if broken else ()))
    inside = text[opening.end() : closing.start()].replace("\r", " ")
    return FrontMatter(closing.end(), _known(inside, path) if inside.strip() else Found())


def _known(inside: str, path: str) -> Found:
    from claimcheck.datafile.tree import read_tree  # noqa: PLC0415 – a YAML parser, only where there is something to parse

    try:
        root = read_tree(inside, path, first_line=2)
    except DataError as error:
        return Found(problems=error.problems)
    if root.pairs is None:
        return Found(problems=(Problem(path, "the front matter should have keys such as 'title: …'", 2, 1),))
    values = {}
    places = dict.fromkeys(("encoding", *_OTHER_NAMES), (2, 1))
    for key, others in _OTHER_NAMES.items():
        node = next((root.pairs[name] for name in (key, *others) if name in root.pairs), None)
        if node is not None:
            values[key] = node.plain()
            places[key] = (node.line, node.column)
    return known_keys(values, path, places)
