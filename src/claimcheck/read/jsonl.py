"""Many articles in one file, one a line: {"id": …, "text": …, "title": …, "published": …, "language": …}.

An article is known as FILE.jsonl#ID, and by the number of its line where it has no id. What is wrong with a line costs
this line only. Places are line and column of the file, so that "\\u00e4" is one character of six columns.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from claimcheck.errors import DataError, Problem
from claimcheck.files import opened, reason
from claimcheck.model import Document
from claimcheck.model.document import Origin, Piece
from claimcheck.read.metadata import by_any_name, known_keys, with_metadata

SUFFIX = ".jsonl"
_MARK = f"{SUFFIX}#"
LONGEST_LINE = 16_000_000
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]')
_SIGN = re.compile(r"[^\\]+|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")
_COLON = re.compile(r"\s*:")


class _Line(NamedTuple):
    """Where a line stands in the file: its number from 1, its first byte and its length in bytes."""

    number: int
    start: int
    length: int


class _Index(NamedTuple):
    lines: Mapping[str, _Line]
    problems: tuple[Problem, ...]


def file_of(name: str) -> str:
    """The file that an article is in: what stands before the #, or the name itself."""
    at = name.lower().rfind(_MARK)
    return name if at < 0 or os.path.lexists(name) else name[: at + len(SUFFIX)]


def articles(path: str) -> tuple[list[str], tuple[Problem, ...]]:
    """The names of the articles in a file, in its order, and what is wrong with the other lines."""
    try:
        index = _indexed(path)
    except OSError as error:
        return [], (Problem(path, f"the file cannot be read: {reason(error)}"),)
    return [f"{path}#{each}" for each in index.lines], index.problems


def read_line(name: str) -> Document:
    """The document of an article by its name. Raises DataError where the file has none of this name."""
    path = file_of(name)
    try:
        line = _indexed(path).lines.get(name[len(path) + 1 :])
        if line is None:
            raise DataError(Problem(path, f"the file has no article with the id {name[len(path) + 1 :]!r}"))
        with opened(path) as stream:
            stream.seek(line.start)
            written = _text(stream.read(line.length))
    except OSError as error:
        raise DataError(Problem(path, f"the file cannot be read: {reason(error)}")) from None
    values = _json(written)
    text = values["text"]
    pieces = tuple(_pieces(written, line.number)) or (Piece(0, line.number, 1),)
    known = by_any_name(values)
    found = known_keys(known, path, dict.fromkeys(known, (line.number, 1)))
    return with_metadata(Document.from_text(text, name)._replace(origin=Origin("line", pieces)), found)


def _indexed(path: str) -> _Index:
    state = os.stat(path)
    return _index(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _index(path: str, changed: int, size: int) -> _Index:
    """The lines of a file by the ids of their articles; read anew where the file has changed."""
    del changed, size
    lines: dict[str, _Line] = {}
    problems: list[Problem] = []
    for line, raw in _lines(path):
        try:
            if line.length > LONGEST_LINE:
                most = f"{LONGEST_LINE // 1_000_000} MB"
                raise ValueError(f"the line is longer than {most}; an article is not, write one article a line")
            name = _id(raw, line.number)
            if name in lines:
                raise ValueError(f"line {lines[name].number} has the id {name!r} too; this article is not read")
            lines[name] = line
        except ValueError as error:
            problems.append(Problem(path, str(error), line.number, 1))
    if not lines and not problems:
        problems.append(Problem(path, "the file has no articles"))
    return _Index(lines, tuple(problems))


def _lines(path: str) -> Iterator[tuple[_Line, bytes]]:
    """The lines that are not empty; of one that is too long for an article only its beginning."""
    number, start = 1, 0
    with opened(path) as stream:
        while raw := stream.readline(LONGEST_LINE):
            length = len(raw)
            rest = raw
            while rest and not rest.endswith(b"\n"):
                rest = stream.readline(LONGEST_LINE)
                length += len(rest)
            if raw.strip():
                yield _Line(number, start, length), raw
            number, start = number + 1, start + length


def _id(raw: bytes, number: int) -> str:
    """The id of the article in a line; ValueError where there is no article in it."""
    try:
        values = _json(_text(raw))
    except UnicodeDecodeError:
        raise ValueError("the line is not UTF-8; save the file as UTF-8") from None
    except (ValueError, RecursionError):
        raise ValueError('the line is no JSON; write one article a line, as {"id": "a1", "text": "…"}') from None
    if not isinstance(values, dict) or not isinstance(values.get("text"), str):
        raise ValueError('the line has no "text"; write one article a line, as {"id": "a1", "text": "…"}')
    if not values["text"].isprintable() and any("\ud800" <= sign <= "\udfff" for sign in values["text"]):
        raise ValueError('"text" has half a character, a lone surrogate')
    name = values.get("id")
    return name if isinstance(name, str) and name else str(number)


def _json(written: str) -> Any:
    """The value; a number is as good as its digits, however many there are."""
    import json  # noqa: PLC0415 – for these files only, while every run asks for their names

    return json.loads(written, parse_int=str, strict=False)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8-sig")


def _pieces(line: str, number: int) -> Iterator[Piece]:
    """Where the characters of the text stand in its line."""
    length = 0
    for sign in _SIGN.finditer(line, *_value(line)):
        written = sign.group()
        if written[0] == "\\":
            yield Piece(length, number, sign.start() + 1, 0, len(written))
            length += 1
        else:
            yield Piece(length, number, sign.start() + 1)
            length += len(written)


def _value(line: str) -> tuple[int, int]:
    """From and to of what the last key "text" of the object has, between its quotation marks."""
    depth, found, wanted = 0, (0, 0), False
    for token in _TOKEN.finditer(line):
        mark = token.group()[0]
        if mark != '"':
            depth += 1 if mark in "{[" else -1
            wanted = False
        elif wanted:
            found, wanted = (token.start() + 1, token.end() - 1), False
        else:
            key: Any = _json(token.group()) if depth == 1 else None
            wanted = key == "text" and _COLON.match(line, token.end()) is not None
    return found
