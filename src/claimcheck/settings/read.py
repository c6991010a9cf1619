"""A settings file, key by key: every mistake with its line, its column and what was probably meant."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, get_args

from claimcheck.errors import DataError, Problem
from claimcheck.model import LEVELS
from claimcheck.report import FORMATS
from claimcheck.rules.apply import Quotations
from claimcheck.settings import SHARED, FailOn, Settings

MOST_JOBS = 64
WORDS: dict[str, tuple[str, ...]] = {
    "fail_on": get_args(FailOn),
    "format": FORMATS,
    "quotations": get_args(Quotations),
}


def read(path: Path, raw: bytes) -> Settings:
    """The settings in a file's content. Raises DataError with all problems of the file."""
    shown = _shown_path(path)
    text, values = _parsed(shown, raw)
    table = ("tool", "claimcheck") if path.name == SHARED else ()
    for step in table:
        values = values.get(step, {}) if isinstance(values, dict) else None
    if not isinstance(values, dict):
        raise DataError(Problem(shown, "[tool.claimcheck] should be a table of settings", 1, 1))
    where = places(text, table)
    reader = _Reader(shown, path.parent, where)
    kept = {key: reader.value(key, value) for key, value in values.items()}
    if reader.problems:
        raise DataError(*sorted(reader.problems, key=lambda each: (each.line or 0, each.column or 0)))
    return Settings(path=shown, places=where, **kept)


def _parsed(shown: str, raw: bytes) -> tuple[str, Any]:
    """The text and what it says."""
    text = ""
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
        return text, tomllib.loads(text)
    except UnicodeDecodeError as error:
        line, column = raw.count(b"\n", 0, error.start) + 1, error.start - raw.rfind(b"\n", 0, error.start)
        raise DataError(Problem(shown, "this is not UTF-8; save the file as UTF-8", line, column)) from None
    except tomllib.TOMLDecodeError as error:
        raise DataError(_syntax(shown, str(error), text)) from None
    except ValueError:  # of a whole number with thousands of digits
        raise DataError(Problem(shown, "a number has more digits than a number can have here")) from None
    except RecursionError:
        raise DataError(Problem(shown, "this is no TOML: too many levels inside one another")) from None


class _Reader:
    """Checks each key's value; what is wrong is collected in `problems`."""

    def __init__(self, path: str, folder: Path, where: Places) -> None:
        self.path, self.folder, self.where = path, folder, where
        self.problems: list[Problem] = []
        self.keys: dict[str, Callable[[str, Any], Any]] = {
            "select": self.words,
            "ignore": self.words,
            "levels": self.levels,
            "fail_on": self.word,
            "format": self.word,
            "language": self.text,
            "lang_ui": self.text,
            "baseline": self.file,
            "reference": self.folders,
            "quotations": self.word,
            "jobs": self.number,
            "exclude": self.words,
            "rules": self.folders,
        }

    def value(self, key: str, value: Any) -> Any:
        """The value as Settings holds it."""
        if key not in self.keys:
            self.wrong(key, f"the key '{key}' is not known" + _meant(key, tuple(self.keys)))
            return None
        return self.keys[key](key, value)

    def wrong(self, name: str, message: str) -> None:
        """Notes a mistake at the place of a key or name."""
        self.problems.append(Problem(self.path, message, *self.where.get(name, (None, None))))

    def text(self, key: str, value: Any) -> str | None:
        """A text that is not empty."""
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.wrong(key, f"'{key}' should be a text in quotation marks")
        return None

    def word(self, key: str, value: Any) -> str | None:
        """One of the words that are possible."""
        if value in WORDS[key]:
            return str(value)
        self.wrong(key, f"{_shown(value)} is not possible for '{key}'" + _meant(value, WORDS[key]))
        return None

    def words(self, key: str, value: Any) -> tuple[str, ...]:
        """A list of texts."""
        if isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value):
            return tuple(each.strip() for each in value)
        self.wrong(key, f"'{key}' should be a list of texts, such as {key} = [\"…\"]")
        return ()

    def levels(self, key: str, value: Any) -> Mapping[str, str]:
        """A table from rules and packs to levels."""
        if not isinstance(value, dict):
            self.wrong(key, '\'levels\' should be a table, such as levels = {"core/weekday-wrong" = "warning"}')
            return {}
        for name, level in value.items():
            if level not in LEVELS:
                self.wrong(f"{key}.{name}", f"{_shown(level)} is no level" + _meant(level, LEVELS))
        return value

    def file(self, key: str, value: Any) -> str | None:
        """A path, from the folder of the settings."""
        name = self.text(key, value)
        return None if name is None else str(self.folder / name)

    def folders(self, key: str, value: Any) -> tuple[str, ...]:
        """Paths, from the folder of the settings."""
        return tuple(str(self.folder / name) for name in self.words(key, value))

    def number(self, key: str, value: Any) -> int | None:
        """A whole number from 1 on."""
        if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_JOBS:
            return value
        self.wrong(key, f"'{key}' should be a whole number from 1 to {MOST_JOBS}")
        return None


def _meant(word: object, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 – for mistakes only

    near = get_close_matches(word.replace("-", "_"), known, n=1) if isinstance(word, str) else []
    return (f"; did you mean '{near[0]}'?" if near else "") + f" (known: {', '.join(known)})"


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f"'{value}'"
    try:
        return repr(value)
    except ValueError:  # a whole number with thousands of digits
        return "this number"


def _shown_path(path: Path) -> str:
    """The path as seen from the working folder if it is below, and if there still is one."""
    try:
        return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)
    except OSError:
        return str(path)


def _syntax(path: str, message: str, text: str) -> Problem:
    """The parser's "what (at line 3, column 7)" as a problem with its place."""
    what, _, place = message.rpartition(" (at ")
    numbers = [int(part) for part in place.replace(",", " ").replace(")", " ").split() if part.isdigit()]
    line, column = (numbers[0], numbers[1]) if len(numbers) == 2 else (text.count("\n") + 1, 1)
    return Problem(path, f"this is no TOML: {(what or message).lower()}", line, column)


Places = Mapping[str, tuple[int, int]]
_LINE = re.compile(r"""\[[ \t]*(?P<table>[^\[\]#\n]{1,200})\]|(?P<key>[\w."'/-]{1,200})[ \t]*=""")
_NAME = re.compile(r"""["']([^"'\n]{1,200})["']""")


def places(text: str, table: tuple[str, ...]) -> Places:
    """Line and column, from 1, of each key below a table, and of each quoted text in the lines of a key.

    A quoted text is found as `key.text`. Good for error messages: what a multi-line text says may pass for a key.
    """
    found: dict[str, tuple[int, int]] = {}
    inside, key, deeper = not table, "", ""
    for number, line in enumerate(text.split("\n"), 1):
        indent = len(line) - len(line.lstrip())
        match = _LINE.match(line, indent)
        if match and match["table"] is not None:
            path = _parts(match["table"])
            inside = path[: len(table)] == table
            key = deeper = ".".join(path[len(table) :])
        elif match:
            key = ".".join((*filter(None, [deeper]), *_parts(match["key"])))
        if not inside:
            continue
        if match and key:
            found.setdefault(key, (number, indent + 1))
        for quoted in _NAME.finditer(line, match.end() if match else 0):
            found.setdefault(f"{key}.{quoted[1]}", (number, quoted.start() + 1))
    return found


def _parts(path: str) -> tuple[str, ...]:
    """The parts of a dotted key, without quotation marks; a rule's name in quotation marks may have no dot."""
    return tuple(part.strip().strip("\"'") for part in path.split("."))
