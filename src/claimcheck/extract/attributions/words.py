"""The words of one language as the readers of attributions look them up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimcheck.languages import voice_roles as r

_CUES = r.CUE | r.ATTRIBUTIVE | r.BEHIND | r.NOUN | r.SAYING | r.HENCE | r.HENCE_MOOD | r.HENCE_RELATIVE | r.SO
_MOST_KEPT = 100_000
_MARKS = {
    ",": r.COMMA, ":": r.COLON, ";": r.SEMICOLON, "–": r.DASH, "—": r.DASH, " - ": r.DASH,
    "(": r.OPEN, "[": r.OPEN, ")": r.CLOSE, "]": r.CLOSE, "…": r.STOP, ".": r.STOP, "!": r.STOP, "?": r.STOP,
}  # fmt: skip


Cue = tuple[int, int, str]


class Words:
    """What the readers look up.

    `cues` has for a cue every way to read it: its form, what it takes, the particle it needs elsewhere in its clause.
    `look` has for every word its folded form and its roles, `anchors` whether its sentence may hold a statement,
    `going_on` whether it may if somebody has spoken just before.
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.verb_second: bool = table["verb_second"]
        self.reported_mood: bool = table["reported_mood"]
        self.noun_capitals: bool = table["noun_capitals"]
        self.cues: dict[str, list[Cue]] = table["cues"]
        self.states = frozenset(table["states"])
        self.nobody = frozenset(tuple(phrase) for phrase in table["nobody"])
        self.nobody_verbs = frozenset(phrase[0] for phrase in self.nobody)
        self.before: dict[str, list[str]] = table["before"]
        endings = {name: tuple(parts) for name, parts in table["endings"].items()}
        self.seeking = tuple(table["seeking"])
        self.verb_endings = endings["verb"]
        self.indicative_endings = endings["indicative"]
        self.inflected_endings = endings["inflected"]
        self.gerund_endings = endings["gerund"]
        self.infinitive_endings = endings["infinitive"]
        self.joined_endings = endings["joined_infinitive"]
        self.adjective_endings = endings["adjective"]
        self.adjective_genitives = endings["adjective_genitive"]
        self.name_genitives = endings["name_genitive"]
        self.plural_endings = endings["plural"]
        self.plural_verbs = endings["plural_verb"]
        self.persons = frozenset(table["persons"])
        self.to = tuple(word for word, roles in table["roles"].items() if roles & r.TO)
        self.role_endings = tuple(table["role_endings"])
        self.thing_endings = tuple(table["thing_endings"])
        self.look = _Look(table)
        begins = frozenset(max((first, *rest), key=len) for first, rest in self.before.items())
        self.anchors = _Anchors(self.look, _CUES, begins)
        self.going_on = _Anchors(self.look, _CUES | r.MOOD | r.SECOND, begins)


class _Look(dict[str, tuple[str, int]]):
    """Word → its folded form and its roles, worked out when a word is met for the first time."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        super().__init__()
        self._roles: dict[str, int] = table["roles"]
        self._particles = tuple(table["particles"])
        self._cues: dict[str, list[Cue]] = table["cues"]
        self._attributive = tuple(table["attributive"])
        self._noun_endings = tuple(table["noun_endings"]) if table["noun_capitals"] else ()
        self._mood_endings = tuple(table["mood_endings"])

    def __missing__(self, word: str) -> tuple[str, int]:
        if len(self) > _MOST_KEPT:
            self.clear()
        if (mark := _MARKS.get(word)) is not None:
            found = self[word] = word, mark
            return found
        low = word.lower()
        found = self[word] = low, self._find(word, low)
        return found

    def _find(self, word: str, low: str) -> int:
        roles = self._roles.get(low, 0)
        first = word[0]
        if first.isupper():
            if not roles and self._noun_endings and low.endswith(self._noun_endings):
                roles = r.NOUN | r.SPEAKER_NOUN
            return roles | r.CAPITAL
        if first.isdigit():
            return roles | r.NUMBER
        if not roles and self._mood_endings and low.endswith(self._mood_endings):
            return r.MOOD
        if not roles and self._particles and low.startswith(self._particles):
            for particle in self._particles:
                if low.startswith(particle) and (inner := self._roles.get(low[len(particle) :], 0)) & r.MOOD:
                    return inner & r.MOOD
        return roles or self._of_participle(low)

    def _of_participle(self, low: str) -> int:
        if self._attributive and low.endswith(self._attributive):
            for ending in self._attributive:
                stem = low.removesuffix(ending)
                if stem != low and any(form & r.F_PARTICIPLE for form, _, _ in self._cues.get(stem, ())):
                    return r.ATTRIBUTIVE
        return 0


class _Anchors(dict[str, bool]):
    """Word → whether it has one of the roles or is one of the words."""

    def __init__(self, look: _Look, roles: int, begins: frozenset[str]) -> None:
        super().__init__()
        self._look, self._roles, self._begins = look, roles, begins

    def __missing__(self, word: str) -> bool:
        if len(self) > _MOST_KEPT:
            self.clear()
        low, roles = self._look[word]
        found = self[word] = bool(roles & self._roles) or low in self._begins
        return found
