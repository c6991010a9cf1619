"""What the program and its libraries say in English, said in the reader's language: problems, help, wrong usage.

These sentences stand in English where they arise. translations/<code>.json has each of them with names for what is
filled in ("no rule is called {name}") and is asked at the end, for what somebody is to read: so nothing before the
reports knows of languages, and a sentence of a parser or of the system is translated as our own are.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimcheck.errors import Problem
    from claimcheck.model import Report

_FOLDER = os.path.join(os.path.dirname(__file__), "translations")
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
        with open(os.path.join(_FOLDER, f"{language}.json"), encoding="utf-8") as stream:
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
