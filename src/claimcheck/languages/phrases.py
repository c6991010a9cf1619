"""Phrases as data: "weekday|anyday comma? article? day month year?" and the trie they become.

A phrase is symbols with spaces between them. "a|b" is either, "x?" may be missing, "(x y)?" is a group, and what stands
outside "<" and ">" must be there but does not belong to what was found.
"""

from __future__ import annotations

import re
from typing import Any, Literal

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
        if token.startswith(")"):
            choices = stack.pop()
            optional = token.endswith("?")
        else:
            choices = [[symbol] for symbol in token.rstrip("?").split("|")]
            optional = token.endswith("?")
        if optional:
            choices = [[], *choices]
        stack[-1] = [[*row, *choice] for row in stack[-1] for choice in choices]
    return stack[0]
