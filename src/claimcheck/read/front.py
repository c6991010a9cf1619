"""What stands before the text of a Markdown file: its metadata as Jekyll and Hugo have them, and its teaser."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from claimcheck.errors import DataError, Problem
from claimcheck.model.document import day
from claimcheck.model.span import Span
from claimcheck.read.metadata import OTHER_NAMES, Found, Metadata, by_any_name, known_keys

_OPENING = re.compile(r"(?:---|\+\+\+)[ \t]*\r?\n")
_CLOSING = {
    "-": re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE),
    "+": re.compile(r"^\+\+\+[ \t]*\r?$", re.MULTILINE),
}
_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_DESCRIPTION = re.compile(r"^description[ \t]{0,9}[:=]", re.MULTILINE)
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)[-_.]")
_KEYS = re.compile(r"[A-Za-z_][\w-]*[ \t]*:")
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
    closing = _CLOSING[text[0]].search(text, opening.end(), opening.end() + _LONGEST)
    if not closing:
        broken = bool(_KEYS.match(text, opening.end()))
        missing = Problem(path, f"the front matter has no closing line; end it with {text[:3]}", 1, 1)
        return FrontMatter(0, Found(problems=(missing,) if broken else ()))
    inside = text[opening.end() : closing.start()].replace("\r", " ")
    known = _known if text[0] == "-" else _toml
    return FrontMatter(closing.end(), known(inside, path) if inside.strip() else Found())


def trimmed(prose: str, span: Span) -> Span:
    """The span without white space at its ends."""
    words = prose[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def teaser_of(text: str, end: int) -> Span | None:
    """What the front matter describes the article with, on one line; readers see it above the text."""
    for key in _DESCRIPTION.finditer(text, 0, end):
        line = trimmed(text, Span(key.end(), max(text.find("\n", key.end(), end), key.end())))
        quoted = line.end - line.start > 1 and text[line.start] in "\"'" and text[line.end - 1] == text[line.start]
        span = Span(line.start + 1, line.end - 1) if quoted else line
        if " " in text[span.start : span.end] and text[span.start] not in "|>\"'":
            return span
    return None


def _toml(inside: str, path: str) -> Found:
    """What Hugo's front matter between lines of +++ says."""
    import tomllib  # noqa: PLC0415 – for the few texts that have it

    try:
        values = by_any_name(tomllib.loads(inside))
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        line, column = (int(place[1]) + 1, int(place[2])) if place else (2, 1)
        return Found(
            problems=(Problem(path, 'the front matter is no TOML; write keys such as title = "…"', line, column),)
        )
    plain = {key: _words(value) for key, value in values.items()}
    return known_keys(plain, path, dict.fromkeys(plain, (2, 1)))


def _words(value: object) -> object:
    """A value as text where it stands for one: a date, or several names."""
    if isinstance(value, date):
        return value.isoformat()
    return ", ".join(map(str, value)) if isinstance(value, list) else value


def dated(path: str) -> Found:
    """The day that the name of a file begins with, as Jekyll has it: 2025-06-19-name.md."""
    named = _DAY.match(os.path.basename(path))
    with suppress(ValueError):
        return Found(Metadata(published=day(named[1]))) if named else Found()
    return Found()


def _known(inside: str, path: str) -> Found:
    from claimcheck.datafile.tree import read_tree  # noqa: PLC0415 – a YAML parser, only where there is something to parse

    try:
        root = read_tree(inside, path, first_line=2)
    except DataError as error:
        return Found(problems=error.problems)
    if root.pairs is None:
        return Found(problems=(Problem(path, "the front matter should have keys such as 'title: …'", 2, 1),))
    values = {}
    places = dict.fromkeys(("encoding", *OTHER_NAMES), (2, 1))
    for key, others in OTHER_NAMES.items():
        node = next((root.pairs[name] for name in (key, *others) if name in root.pairs), None)
        if node is not None:
            values[key] = _words(node.plain())
            places[key] = (node.line, node.column)
    return known_keys(values, path, places)
