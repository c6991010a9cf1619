"""Words with the roles they can play, gathered from the files of a language, and the phrases they form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from claimcheck.languages.shape import inflected

Roles = dict[str, Any]


class Lexicon:
    """Collects words; `compiled` gives them as plain data.

    A word matches in any case unless it begins with "=": then exactly as written. A "~" at its end stands for each of
    the endings. Words that are too short to be looked for everywhere ("m", "l") match only right after a number.
    """

    SHORTEST = 3

    def __init__(self) -> None:
        self._any: dict[str, Roles] = {}
        self._exact: dict[str, dict[str, Roles]] = {}
        self._beside: dict[str, Roles] = {}

    def add(self, words: Iterable[str], roles: Roles, endings: Sequence[str] = ("",), *, beside: bool = False) -> None:
        """Give every form of every word these roles; `beside`: short words only beside a number."""
        for word in words:
            exact = len(word) > 1 and word.startswith("=")
            stem = word.removeprefix("=") if exact else word
            for form in [stem] if stem == "~" else inflected([stem], endings):
                if beside and len(form) < self.SHORTEST and form.isalnum():
                    known = self._beside.setdefault(form, {})
                elif exact:
                    known = self._exact.setdefault(form.lower(), {}).setdefault(form, {})
                else:
                    known = self._any.setdefault(form.lower(), {})
                known.update(roles)

    def compiled(self) -> dict[str, Any]:
        """`forms` (folded), `roles` (any case, or null), `exact` (folded form → surface → roles), `beside`."""
        forms = sorted(self._any.keys() | self._exact.keys())
        return {
            "forms": forms,
            "roles": [self._any.get(form) for form in forms],
            "exact": {
                form: {surface: {**self._any.get(form, {}), **roles} for surface, roles in sorted(surfaces.items())}
                for form, surfaces in sorted(self._exact.items())
            },
            "beside": dict(sorted(self._beside.items())),
        }


Meaning = Literal[
    "adjective", "ago", "bare_month",  "bare_year", "both", "century", "date_of_weekday", "day", "day_of_month",
    "day_range", "day_shift", "days", "decade", "each", "elided", "eve", "first_of", "hence", "holiday", "joint_years",
    "length", "length_and", "length_range", "month", "month_range", "named", "nth_of", "nth_unit", "numeric",
    "offset", "part", "part_of", "piece", "range", "rolling", "season", "shift_unit", "shifted", "slash_years",
    "spelled_years", "tens", "this_unit", "week_number", "week_of", "weekday", "weekday_ago", "weekday_of_week",
    "weekend", "with_daypart", "year", "beside", "measured", "no_day", "same_year",
]  # fmt: skip
TOKEN = re.compile(r"[<>]|\(|\)\??|[a-z_]+(?:\|[a-z_]+)*\??")


def compile_phrases(level: dict[Meaning, list[str]]) -> dict[str, Any]:
    """A trie: symbol → node; at "" what ends there: [meaning, symbols before the span, symbols behind it]."""
    root: dict[str, Any] = {}
    for meaning, phrases in level.items():
        for phrase in phrases:
            for symbols in _expand(phrase):
                lead = symbols.index("<") if "<" in symbols else 0
                plain = [symbol for symbol in symbols if symbol != "<"]
                trail = len(plain) - 1 - plain.index(">") if ">" in plain else 0
                node = root
                for symbol in plain:
                    if symbol != ">":
                        node = node.setdefault(symbol, {})
                node.setdefault("", [meaning, lead, trail])
    return root


def _expand(phrase: str) -> list[list[str]]:
    """Every row of symbols a phrase stands for."""
    tokens = TOKEN.findall(phrase)
    if "".join(tokens) != phrase.replace(" ", ""):
        raise ValueError(f"the phrase {phrase!r} is not understood; write symbols, '|', '?', '( )?', '<' and '>'")
    stack: list[list[list[str]]] = [[[]]]
    for token in tokens:
        if token == "(":
            stack.append([[]])
            continue
        choices = stack.pop() if token[0] == ")" else [[symbol] for symbol in token.rstrip("?").split("|")]
        if token.endswith("?"):
            choices = [[], *choices]
        stack[-1] = [[*row, *choice] for row in stack[-1] for choice in choices]
    return stack[0]
