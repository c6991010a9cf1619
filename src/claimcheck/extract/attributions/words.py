"""What one language says about its words around a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from claimcheck.language.words import Words as Language
from claimcheck.languages import voice_roles as r
from claimcheck.languages.word_roles import FINITE, GERUND, INFINITIVE, PARTICIPLE, PAST, SUBJUNCTIVE

_CUES = (
    r.CUE | r.ATTRIBUTIVE | r.BEHIND | r.NOUN | r.SAYING | r.HENCE | r.HENCE_MOOD | r.HENCE_RELATIVE | r.HEARSAY | r.SO
)
_MOST_KEPT = 50_000
_SMALL_NAME = re.compile(r"[a-zäöüß]+-[A-ZÄÖÜ].*|[^\W\d_]{2,}\.[^\W\d_]{2,4}")
"""Names that begin with a small letter: “dpa-Meldung”, “nordwerk.de”."""
_MARKS = {
    ",": r.COMMA, ":": r.COLON, ";": r.SEMICOLON, "–": r.DASH, "—": r.DASH, " - ": r.DASH,
    "(": r.OPEN, "[": r.OPEN, ")": r.CLOSE, "]": r.CLOSE, "…": r.STOP, ".": r.STOP, "!": r.STOP, "?": r.STOP,
}  # fmt: skip


Cue = tuple[int, int, str]


class Frame(NamedTuple):
    """Which phrases of its clause are what a verb says; see `languages.attribution.Frame`."""

    object: bool
    led: tuple[str, ...]
    called: tuple[str, ...] | None
    people: bool
    passive: bool
    never: tuple[str, ...]
    apart: tuple[str, ...]


class Words:
    """What the readers look up.

    `cues` has for a word every way to read it: its form, what it takes, the particle it needs elsewhere in its clause.
    `look` has for every word its folded form and its roles, `anchors` whether its sentence may hold a statement,
    `going_on` whether it may if somebody has spoken just before.
    """

    def __init__(self, table: Mapping[str, Any], language: Language) -> None:
        self.verb_second: bool = table["verb_second"]
        self.reported_mood: bool = table["reported_mood"]
        self.noun_capitals: bool = table["noun_capitals"]
        self.cues = _Cues(table, language)
        self.takes: dict[str, int] = table["takes"]
        self.frames = {
            lemma: tuple(Frame(*map(_fixed, each)) for each in some) for lemma, some in table["frames"].items()
        }
        self.states = frozenset(table["states"])
        self.not_reflexive = frozenset(table["not_reflexive"])
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
        self.turns = frozenset(table["turns"])
        self._people = frozenset(table["people"])
        self._people_endings = tuple(table["people"]) if self.noun_capitals else ()
        self.thing_endings = tuple(table["thing_endings"])
        self.look = _Look(table, self.cues)
        begins = frozenset(max((first, *rest), key=len) for first, rest in self.before.items())
        self.anchors = _Anchors(self.look, _CUES, begins)
        self.going_on = _Anchors(self.look, _CUES | r.MOOD | r.SECOND, begins)

    def is_people(self, low: str) -> bool:
        """Whether a noun means people or a body of people."""
        return low in self._people or (bool(self._people_endings) and low.endswith(self._people_endings))


def _fixed(given: Any) -> Any:
    return tuple(given) if isinstance(given, list) else given


class _Cues(dict[str, list[Cue]]):
    """Folded word → every way to read it as a verb of saying, worked out when it is met for the first time."""

    def __init__(self, table: Mapping[str, Any], language: Language) -> None:
        super().__init__()
        self._language = language
        self._lemmas: dict[str, list[tuple[str, int]]] = table["lemmas"]
        self._states: dict[str, int] = table["states"]
        self._not_said = frozenset(table["not_said"])
        particles = {particle for each in self._lemmas.values() for particle, _ in each if particle}
        self._particles = tuple(sorted(particles, key=lambda each: (-len(each), each)))
        self._to = tuple(word for word, roles in table["roles"].items() if roles & r.TO)
        self._framed = frozenset(table["frames"])

    def __missing__(self, low: str) -> list[Cue]:
        if len(self) > _MOST_KEPT:
            self.clear()
        takes: dict[tuple[int, str], int] = {}
        for form, particle, some in () if low in self._not_said else self._read(low):
            takes[form, particle] = takes.get((form, particle), 0) | some
        if low in self._states:
            takes[r.F_STATE, ""] = self._states[low]
        found = self[low] = [(form, some, particle) for (form, particle), some in sorted(takes.items())]
        return found

    def _read(self, low: str) -> Iterator[tuple[int, str, int]]:
        """Form, particle that stands elsewhere, and what it takes."""
        lemma, forms = self._verb(low)
        for particle, takes in self._lemmas.get(lemma, ()):
            yield from ((form, particle, takes) for form in forms if not particle or form & (r.F_FINITE | r.F_MOOD))
        for particle in self._particles if low.startswith(self._particles) else ():
            rest = low.removeprefix(particle)
            if rest and rest != low:
                joined = next((rest.removeprefix(to) for to in self._to if rest.startswith(to)), rest)
                for bare, only in ((rest, 0), (joined, r.F_INFINITIVE)):
                    yield from self._apart(bare, particle, only)

    def _apart(self, bare: str, particle: str, only: int) -> Iterator[tuple[int, str, int]]:
        """A form behind its particle; `only` the infinitive behind the "zu" that it holds."""
        lemma, forms = self._verb(bare)
        takes = dict(self._lemmas.get(lemma, ())).get(particle)
        if takes is not None:
            yield from ((form, "", takes) for form in forms if not only or form == only)

    def framed(self, low: str) -> bool:
        """Whether a form may be one of a verb with a frame, its particle apart or not."""
        return self._verb(low)[0] in self._framed

    def _verb(self, low: str) -> tuple[str, list[int]]:
        """The lemma of a form and what forms of it this one may be."""
        known = self._language.verb(low)
        if known is None:
            return "", []
        lemma, roles = known
        bare = roles & INFINITIVE and not self._language.verb_second
        told = roles & SUBJUNCTIVE and not roles & (PAST | INFINITIVE)
        forms = {
            r.F_MOOD: told,
            r.F_FINITE: roles & FINITE and not told and not bare,
            r.F_INFINITIVE: roles & INFINITIVE,
            r.F_PARTICIPLE: roles & PARTICIPLE,
            r.F_GERUND: roles & GERUND,
        }
        return lemma, [form for form, is_one in forms.items() if is_one]


class _Look(dict[str, tuple[str, int]]):
    """Word → its folded form and its roles, worked out when a word is met for the first time."""

    def __init__(self, table: Mapping[str, Any], cues: _Cues) -> None:
        super().__init__()
        self._roles: dict[str, int] = table["roles"]
        self._particles = tuple(table["particles"])
        self._cues = cues
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
        if self._cues[low]:
            roles |= r.CUE | (r.FRAMED if self._cues.framed(low) else 0)
        if word[0].isupper() or _SMALL_NAME.fullmatch(word):
            return (roles or self._of_noun(low)) | r.CAPITAL
        if word[0].isdigit():
            return roles | r.NUMBER
        return roles or self._of_mood(low) or self._of_participle(low)

    def _of_noun(self, low: str) -> int:
        """A compound that ends with a noun of saying."""
        return r.NOUN | r.SPEAKER_NOUN if self._noun_endings and low.endswith(self._noun_endings) else 0

    def _of_mood(self, low: str) -> int:
        if self._mood_endings and low.endswith(self._mood_endings):
            return r.MOOD
        if self._particles and low.startswith(self._particles):
            for particle in self._particles:
                if low.startswith(particle) and self._roles.get(low[len(particle) :], 0) & r.MOOD:
                    return r.MOOD
        return 0

    def _of_participle(self, low: str) -> int:
        if self._attributive and low.endswith(self._attributive):
            for ending in self._attributive:
                stem = low.removesuffix(ending)
                if stem != low and any(
                    form & r.F_PARTICIPLE and (some & r.T_QUOTE or not some) for form, some, _ in self._cues[stem]
                ):
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
