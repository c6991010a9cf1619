"""The words the reports use, in the reader's language (messages/), and text of others made harmless."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.errors import DataError, Problem
from claimcheck.model import Finding
from claimcheck.tables import Table

if TYPE_CHECKING:
    from claimcheck.model import Report


_FOLDER = os.path.join(os.path.dirname(__file__), "messages")


_SUFFIX = ".json"


class Words:
    """The wording of one language; a value is a sentence with fields, or a noun's singular and plural."""

    def __init__(self, language: str, entries: Mapping[str, str | list[str]]) -> None:
        self.language = language
        self._entries = entries

    def __call__(self, key: str, /, **fields: object) -> str:
        """The sentence of this name with its fields filled in; of a noun its singular."""
        entry = self._entries[key]
        return entry.format(**fields) if isinstance(entry, str) else entry[0]

    def count(self, key: str, number: int) -> str:
        """A number with its noun: "1 Warnung", "3 Warnungen"."""
        return f"{number} {self._entries[key][number != 1]}"

    def role(self, name: str) -> str:
        """What a place of a finding is called: "whole" is "Ganzes"; a role without a wording keeps its own name."""
        entry = self._entries.get(f"role {name}", name)
        return entry if isinstance(entry, str) else name

    def named(self, kind: str, name: str, *, plural: bool = False, otherwise: str = "") -> str:
        """What a name of some kind ("unit", "predicate") is called, or what it is otherwise; without that the name."""
        entry = self._entries.get(f"{kind} {name}", otherwise or name)
        return entry if isinstance(entry, str) else entry[plural]

    def known(self, name: str) -> str:
        """What a key or a fixed value of a reference claim is called, else the role of this name."""
        entry = self._entries.get(f"known {name}")
        return entry if isinstance(entry, str) else self.role(name)


def known() -> tuple[str, ...]:
    """The languages reports can be written in, sorted."""
    return tuple(sorted(name[: -len(_SUFFIX)] for name in os.listdir(_FOLDER) if name.endswith(_SUFFIX)))


def message_language(asked: str | None) -> str | None:
    """The language asked for, if reports can be written in it; raises DataError with the known ones if not."""
    if asked is not None and asked not in known():
        raise DataError(Problem("--lang-ui", f"no messages in {asked!r}; there are {', '.join(known())}"))
    return asked


def words(language: str | None) -> Words:
    """The words of a language; of the first known one if it is None or has none."""
    languages = known()
    chosen = language if language in languages else languages[0]
    return Words(chosen, messages_table(chosen).load())


def messages_table(language: str) -> Table:
    """How the words of a language are built from their file."""
    path = os.path.join(_FOLDER, language + _SUFFIX)

    def build() -> dict[str, str | list[str]]:
        import json  # noqa: PLC0415 – only where the table is missing

        with open(path, encoding="utf-8") as stream:
            entries: dict[str, str | list[str]] = json.load(stream)
        return entries

    return Table(f"messages-{language}", (path,), build)


# Control characters could move the cursor or recolour the screen, and bidirectional controls could show a text in
# another order than it is checked in; line and paragraph separators would break a finding's one line.
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
_TABLE = {
    **{code: f"\\x{code:02x}" for code in _CONTROLS},
    **{code: f"\\u{code:04x}" for code in _BIDI},
    ord("\t"): " ",
    ord("\n"): " ",
    ord("\r"): "",
    0x00AD: "",
}

# Inside JSON only strings hold such characters, so an escape there is the same character to every reader.
_JSON = {code: f"\\u{code:04x}" for code in (*range(0x80, 0xA0), *_BIDI)}


def safe(text: str) -> str:
    """The text on one line, control characters shown as escapes; a soft hyphen is invisible and dropped."""
    return text if text.isascii() and text.isprintable() else text.translate(_TABLE)


def safe_json(text: str) -> str:
    """The same JSON with the characters a terminal would obey as \\u escapes; readers get the same values."""
    return text if text.isascii() else text.translate(_JSON)


def said(finding: Finding, words: Words) -> str:
    """The message on one safe line; inside a quotation it says so and, where known, whose words they are."""
    if finding.quoted is None:
        return safe(finding.message)
    speaker = finding.quoted.speaker
    if speaker:
        return safe(words("in_quotation_of", speaker=speaker, message=finding.message))
    return safe(words("in_quotation", message=finding.message))


_TRANSLATIONS = os.path.join(os.path.dirname(__file__), "translations")
_LONGEST = 2_000


class _Template(NamedTuple):
    """An English sentence with gaps: the words between them (one more than there are `names`), and the translation."""

    between: tuple[str, ...]
    names: tuple[str, ...]
    said: str

    def fields(self, text: str) -> dict[str, str] | None:
        """What a text has in the gaps; None where it is another sentence."""
        first, *middle, last = self.between
        end = len(text) - len(last)
        at = len(first)
        if not text.startswith(first) or not text.endswith(last):
            return None
        found = {}
        for name, words in zip(self.names, [*middle, ""], strict=True):
            stop = text.find(words, at + 1, end) if words else end
            if stop <= at:
                return None
            found[name] = text[at:stop]
            at = stop + len(words)
        return found


def translated(text: str, language: str | None) -> str:
    """A sentence in a language, with what is filled in translated too where that is a sentence; else as it is."""
    return text if language is None or len(text) > _LONGEST else _translated(text, language)


def in_language(problem: Problem, language: str | None) -> Problem:
    """A problem as its reader is to be told of it."""
    path, message = (translated(each, language) for each in (problem.path, problem.message))
    return problem._replace(path=path, message=message)


def told(report: Report, language: str) -> Report:
    """A report with its problems in the language of the rest of it."""
    return report._replace(problems=tuple(in_language(each, language) for each in report.problems))


@lru_cache(maxsize=1000)
def _translated(text: str, language: str) -> str:
    whole, templates = _translations(language)
    if text in whole:
        return whole[text]
    for template in templates:
        if (fields := template.fields(text)) is not None:
            return template.said.format(**{name: _translated(each, language) for name, each in fields.items()})
    return text


@cache
def _translations(language: str) -> tuple[dict[str, str], list[_Template]]:
    """The sentences without gaps, and those with some, the longest first: it says most."""
    import json  # noqa: PLC0415 – where something is wrong, or help is asked for

    try:
        with open(os.path.join(_TRANSLATIONS, f"{language}.json"), encoding="utf-8") as stream:
            entries: dict[str, str] = json.load(stream)
    except FileNotFoundError:  # English, or a language that has none yet
        return {}, []
    found = [_template(english, said) for english, said in entries.items()]
    whole = {each.between[0]: each.said.format() for each in found if not each.names}
    templates = [each for each in found if each.names]
    return whole, sorted(templates, key=lambda each: -sum(map(len, each.between)))


def _template(english: str, said: str) -> _Template:
    from string import Formatter  # noqa: PLC0415 – as above

    between, names = [""], []
    for words, name, _, _ in Formatter().parse(english):
        between[-1] += words
        if name is not None:
            names.append(name)
            between.append("")
    return _Template(tuple(between), tuple(names), said)
