"""Data of a language beside its core files, each kept by itself: an article that needs none of it loads none."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from claimcheck.languages import HERE, code_files, file, has
from claimcheck.tables import Table

SHAPES = {
    "acronyms": "gazetteer:Acronyms",
    "attribution": "attribution:AttributionWords",
    "comparison": "wordlists:ComparisonWords",
    "countries": "gazetteer:Countries",
    "entities": "people:Entities",
    "events": "gazetteer:Events",
    "grammar": "grammar:Grammar",
    "grounding": "wordlists:Grounding",
    "headlines": "sentences:Headlines",
    "labels": "gazetteer:Labels",
    "people": "people:People",
    "regions": "gazetteer:Regions",
    "relation_verbs": "relation_verbs:RelationWords",
    "senses": "grammar:Senses",
    "sourcing": "wordlists:Sourcing",
    "timing": "relations:Timing",
    "wording": "wordlists:Wordings",
    "concepts": "wordlists:Concepts",
    "corrections": "gazetteer:Corrections",
    "statements": "wordlists:Statements",
}
"""By the name of the file the module and the class of its shape."""


@cache
def extra(code: str | None, name: str) -> dict[str, Any]:
    """The table of languages/<code>/<name>.yaml; empty for a language without that file, or for none."""
    found: dict[str, Any] = extra_table(code, name).load() if code is not None and has(code, name) else {}
    return found


def extra_table(code: str, name: str) -> Table:
    """How it is built."""
    path = file(code, name)

    def build() -> Any:
        from importlib import import_module  # noqa: PLC0415

        from claimcheck.datafile import load  # noqa: PLC0415 – needs a parser and a validator

        module, shape = SHAPES[name].split(":")
        return load(path, getattr(import_module(f"claimcheck.languages.{module}"), shape)).table()

    return Table(f"{name}-{code}", (path, *code_files()), build)


@cache
def office_keys(code: str) -> dict[str, str | None]:
    """Word or phrase → the key of its office, None for what people are without a key; empty for no such language."""
    table = extra(code, "relation_verbs").get("offices", {})
    return dict(table)


@cache
def joins_compounds(code: str) -> bool:
    """Whether an office may be the last part of a longer word: "Finanzministerin"."""
    return bool(extra(code, "grammar").get("noun_capitals"))


BLOCK = 512
"""Characters between two lines whose forms are known beforehand."""


class Forms:
    """The lines of one language."""

    def __init__(self, text: str) -> None:
        self._text = text = f"\n{text}\n"
        starts = [text.find("\n", at) for at in range(0, len(text) - 2, BLOCK)]
        self._starts = [*starts, len(text)]
        self._forms = [text[start + 1 : text.find("\t", start)] for start in starts]

    def line(self, form: str) -> str:
        """The line that begins with a form; "" where there is none."""
        block = bisect_right(self._forms, form)
        if not block:
            return ""
        text = self._text
        at = text.find(f"\n{form}\t", self._starts[block - 1], self._starts[block] + 1)
        return "" if at < 0 else text[at + 1 : text.find("\n", at + 1)]


@cache
def forms(code: str) -> Forms:
    """The inflected forms of a language; no lines where it has none."""
    place = os.path.join(HERE, code, "words.txt")
    if not os.path.isfile(place):
        return Forms("")
    with open(place, encoding="utf-8", newline="\n") as stream:
        return Forms(stream.read())


LEAST = 3
"""Letters that stay of a noun without its ending."""
ENDING = re.compile("(?<=...)(?:innen|nen|ern|en|er|es|in|n|e|s)$")
UMLAUTS = "äöü"
FOLDED = str.maketrans(UMLAUTS, "aou")


def stem(word: str) -> str:
    """A noun without what number and case change: "Häuser" and "Haus" have one."""
    return ENDING.sub("", word.lower().translate(FOLDED))


def roots(word: str, endings: Sequence[Sequence[str]]) -> Iterator[str]:
    """A noun in lower case without what number and case may have changed: its ending, its last umlaut."""
    yield word
    yield _plain(word)
    for ending, instead in endings:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            root = word.removesuffix(ending) + instead
            yield root
            yield _plain(root)


def _plain(word: str) -> str:
    at = max(map(word.rfind, UMLAUTS))
    return word if at < 0 else word[:at] + word[at].translate(FOLDED) + word[at + 1 :]
