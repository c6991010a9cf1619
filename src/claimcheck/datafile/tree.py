"""YAML text as a tree whose every value knows its line and column.

Anchors, aliases and tags are refused: they make a file that people edit hard to read, and let ten lines grow to
gigabytes. Double keys are refused because YAML would silently keep the last one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from claimcheck.errors import DataError, Problem

MAX_DEPTH = 40
Plain = str | None | list["Plain"] | dict[str, "Plain"]
Place = tuple[int, int]


@dataclass(slots=True)
class Node:
    """One value of the file; `line` and `column` start at 1. A scalar has `text`, the others `items` or `pairs`."""

    line: int
    column: int
    text: str | None = None
    items: list[Node] | None = None
    pairs: dict[str, Node] | None = None
    keys: dict[str, Place] = field(default_factory=dict)

    def plain(self) -> Plain:
        """The value without its places."""
        if self.pairs is not None:
            return {key: node.plain() for key, node in self.pairs.items()}
        if self.items is not None:
            return [node.plain() for node in self.items]
        return self.text

    def inside(self, step: int | str) -> Node | None:
        """The value under a key or a number, if there is one."""
        if self.items is not None and isinstance(step, int):
            return self.items[step] if step < len(self.items) else None
        return (self.pairs or {}).get(str(step))

    def is_empty(self) -> bool:
        """Whether nothing stands there."""
        return self.text is None and self.items is None and self.pairs is None


class _Reader:
    def __init__(self, text: str, name: str, first_line: int) -> None:
        self.name = name
        self.offset = first_line
        self.problems: list[Problem] = []
        # the stubs of yaml know neither the fields of its events nor that these always have a mark
        self.events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)

    def place(self, event: Any) -> Place:
        return event.start_mark.line + self.offset, event.start_mark.column + 1

    def report(self, message: str, place: Place) -> None:
        self.problems.append(Problem(self.name, message, *place))

    def value(self, event: Any, depth: int) -> Node:
        place = self.place(event)
        if depth > MAX_DEPTH:
            raise DataError(Problem(self.name, f"more than {MAX_DEPTH} levels inside one another", *place))
        if isinstance(event, yaml.AliasEvent):
            self.report(f"'*{event.anchor}': references are not allowed here; write the value out", place)
            return Node(*place)
        if getattr(event, "anchor", None):
            self.report(f"'&{event.anchor}': anchors are not allowed here; write the value out", place)
        if getattr(event, "tag", None):
            self.report("tags (words beginning with '!') are not allowed here", place)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(item := next(self.events), yaml.SequenceEndEvent):
                items.append(self.value(item, depth + 1))
            return Node(*place, items=items)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(place, depth)
        text: str = event.value
        empty = not text and event.implicit[0]
        return Node(*place, text=None if empty else text)

    def mapping(self, place: Place, depth: int) -> Node:
        node = Node(*place, pairs={})
        assert node.pairs is not None
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key, at = self.value(event, depth + 1), self.place(event)
            value = self.value(next(self.events), depth + 1)
            if key.items is not None or key.pairs is not None:
                self.report("a key must be a word, not a list or a mapping", at)
            elif (word := key.text or "") in node.pairs:
                self.report(f"the key '{word}' stands twice; first in line {node.keys[word][0]}, keep one", at)
            else:
                node.pairs[word], node.keys[word] = value, at
        return node

    def document(self) -> Node:
        next(self.events)
        if isinstance(next(self.events), yaml.StreamEndEvent):
            raise DataError(Problem(self.name, "the file is empty", self.offset, 1))
        root = self.value(next(self.events), 0)
        next(self.events)
        if not isinstance(second := next(self.events), yaml.StreamEndEvent):
            self.report("a second document begins here; one file holds one document", self.place(second))
        return root


def read_tree(text: str, name: str, first_line: int = 1) -> Node:
    """The one document in `text`; raises DataError where it is no YAML or uses what is not allowed."""
    root, problems = read_all(text, name, first_line)
    if problems:
        raise DataError(*problems)
    return root


def read_all(text: str, name: str, first_line: int = 1) -> tuple[Node, list[Problem]]:
    """The same, with what is not allowed beside it: of a double key the first counts. DataError for what is no YAML."""
    reader = None
    try:
        reader = _Reader(text, name, first_line)
        return reader.document(), reader.problems
    except yaml.reader.ReaderError as error:
        before = text[: error.position] if isinstance(error.position, int) else ""
        line, column = before.count("\n") + first_line, len(before) - before.rfind("\n")
        wrong = Problem(name, "a control character that YAML does not allow", line, column)
    except yaml.MarkedYAMLError as error:
        wrong = _syntax(error, text, name, first_line)
    raise DataError(*(reader.problems if reader else ()), wrong)


_CURES = {
    "mapping values are not allowed": "a second colon in one line, or a wrong indentation; put a text with a colon in "
    "quotation marks",
    "cannot start any token": "a value cannot begin with '{sign}'; put it in quotation marks",
}


def _syntax(error: yaml.MarkedYAMLError, text: str, name: str, first_line: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Problem(name, f"this is no YAML: {error.problem}", first_line, 1)
    line = [*text.split("\n"), ""][min(mark.line, text.count("\n") + 1)]
    what = _cured(error.problem or "this is no YAML", line, mark.column)
    if what == error.problem and error.context and error.context_mark:
        what = f"{what} ({error.context} that began in line {error.context_mark.line + first_line})"
    return Problem(name, what, mark.line + first_line, mark.column + 1)


def _cured(what: str, line: str, column: int) -> str:
    """What is wrong in plain words and what would be right, as far as that is known; else what the parser says."""
    sign = line[column : column + 1]
    if sign == "\t" or (line.startswith("\t") and not line[:column].strip()):
        return "a tab; indent with spaces"
    return next((cure.format(sign=sign) for part, cure in _CURES.items() if part in what), what)
