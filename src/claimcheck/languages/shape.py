"""What the shapes of all language files share, and what their tables make of lists of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

T = TypeVar("T")
Words = list[str]
Roles = Mapping[tuple[str, ...], Iterable[str]]


def longest_first(words: Iterable[str]) -> Words:
    """In the order in which they are tried."""
    return sorted(words, key=lambda word: (-len(word), word))


def capital(word: str) -> str:
    """The word as a sentence begins with it."""
    return word[:1].upper() + word[1:]


def inflected(words: Iterable[str], endings: Iterable[str]) -> Words:
    """The words; one that ends in "~" stands for itself with each of the endings."""
    given = tuple(endings)
    return [form for word in words for form in ([word[:-1] + end for end in given] if word.endswith("~") else [word])]


def named_by(groups: Mapping[T, Iterable[str]]) -> dict[str, T]:
    """The name of the group of each word, folded."""
    return {word.lower(): name for name, words in groups.items() for word in words}


def bits_of(groups: Mapping[Any, Iterable[str]], bits: Mapping[str, int]) -> dict[str, int]:
    """The bits of all groups of each word, folded."""
    found: dict[str, int] = {}
    for name, words in groups.items():
        for word in words:
            found[word.lower()] = found.get(word.lower(), 0) | bits[name]
    return found


def phrase_table(roles: Roles) -> dict[str, list[list[Any]]]:
    """First word → the phrases that begin with it, longest first, with all roles."""
    table: dict[str, list[list[Any]]] = {}
    for phrase, names in sorted(roles.items(), key=lambda pair: (-len(pair[0]), pair[0])):
        table.setdefault(phrase[0], []).append([list(phrase[1:]), sorted(names)])
    return table


Some = Annotated[Words, Field(min_length=1)]
Perhaps = Annotated[Words, Field(default_factory=list)]
Lower = Annotated[Words, AfterValidator(lambda words: [word.lower() for word in words])]
Folded = Annotated[Words, AfterValidator(lambda words: sorted({word.lower() for word in words}))]
Sorted = Annotated[Words, AfterValidator(sorted)]
Longest = Annotated[Words, AfterValidator(lambda words: longest_first(set(words)))]


def all_of(names: object) -> AfterValidator:
    """Refuses a mapping that lacks one of the names of a Literal."""

    def check(given: dict[str, T]) -> dict[str, T]:
        if missing := [name for name in get_args(names) if name not in given]:
            raise ValueError(f"these keys are missing: {', '.join(missing)}")
        return given

    return AfterValidator(check)


class Shape(BaseModel):
    """A part of a language file: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid")

    def table(self) -> dict[str, Any]:
        """What a run needs: all but the examples, which run as tests."""
        return self.model_dump(by_alias=True, exclude={"examples", "near_misses"})


class Grouped(Shape):
    """A part whose keys are names of groups, but for the fields of its shape; `groups` holds them."""

    @model_validator(mode="before")
    @classmethod
    def _gathered(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        own = {field.alias or name for name, field in cls.model_fields.items()} - {"groups"}
        groups = {key: value for key, value in given.items() if key not in own}
        return {**{key: value for key, value in given.items() if key in own}, "groups": groups}


class NumberExample(Shape):
    """Either a value with the wordings (`in`) that state it, [[…]] around the claim, or sentences without a claim.

    `loose`: the marked words must touch the claim, not equal it (the two languages differ in what they leave out).
    """

    type: Literal["amount", "percentage", "quantity"] | None = None
    number: str | None = None
    low: str | None = None
    high: str | None = None
    fraction: str | None = None
    unit: str | None = None
    hedge: str | None = None
    in_: Annotated[Words, Field(alias="in", default_factory=list)]
    silent: Perhaps
    loose: bool = False


Roled = dict[str, Any]


class Lexicon:
    """Collects words; `compiled` gives them as plain data.

    A word matches in any case unless it begins with "=": then exactly as written. A "~" at its end stands for each of
    the endings. Words that are too short to be looked for everywhere ("m", "l") match only right after a number.
    """

    SHORTEST = 3

    def __init__(self) -> None:
        self._any: dict[str, Roled] = {}
        self._exact: dict[str, dict[str, Roled]] = {}
        self._beside: dict[str, Roled] = {}

    def add(self, words: Iterable[str], roles: Roled, endings: Sequence[str] = ("",), *, beside: bool = False) -> None:
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
