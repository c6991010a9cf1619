"""Words with the roles they can play, gathered from the files of a language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

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
            exact = word.startswith("=") and len(word) > 1
            stem = word[1:] if exact else word
            forms = [stem[:-1] + ending for ending in endings] if stem.endswith("~") and len(stem) > 1 else [stem]
            for form in forms:
                if beside and len(form) < self.SHORTEST and form.isalnum():
                    self._beside.setdefault(form, {}).update(roles)
                elif exact:
                    self._exact.setdefault(form.lower(), {}).setdefault(form, {}).update(roles)
                else:
                    self._any.setdefault(form.lower(), {}).update(roles)

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
