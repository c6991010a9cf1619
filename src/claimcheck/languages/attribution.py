"""The shape of attribution.yaml: verbs of saying by their inflection, the words around them, and reported mood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import model_validator

from claimcheck.languages.attribution_parts import Endings, ModalityLimits, Mood, Phrases, Speakers, Verbs
from claimcheck.languages.numbers import Shape, Words
from claimcheck.languages.said_examples import SaidExample
from claimcheck.languages.voice_roles import BITS, FORM_BITS, TAKE_BITS, FormKind, WordRole
from claimcheck.model import Modality

_SHORTEST_ENDING = 7  # a noun this long also counts as the second half of a compound: "Polizeiangaben"
Cues = dict[str, list[list[int | str]]]


class AttributionWords(Shape):
    """attribution.yaml. The switches are capabilities that any language may have.

    verb_second: the subject stands before or right behind the finite verb, and in clauses the verb comes last; without
    it the subject stands right before the verb. reported_mood: a sentence in the subjunctive goes on with the words of
    the speaker before. noun_capitals: every noun is capitalised. attributive: endings of a participle before a noun
    ("genannten"). modality: words that make what is said no plain fact.
    """

    verb_second: bool
    reported_mood: bool
    noun_capitals: bool
    conjugations: dict[str, dict[FormKind, Words]]
    attributive: Words
    verbs: list[Verbs]
    phrases: Phrases
    words: dict[WordRole, Words]
    mood: Mood | None = None
    speakers: Speakers
    endings: Endings
    modality: dict[Modality, Words]
    modality_limits: ModalityLimits
    examples: list[SaidExample]

    @model_validator(mode="after")
    def _conjugations_known(self) -> AttributionWords:
        unknown = sorted({name for group in self.verbs for name in group.verbs} - self.conjugations.keys())
        if unknown:
            known = ", ".join(sorted(self.conjugations))
            raise ValueError(f"no conjugation is called {unknown[0]!r}; known are {known}")
        return self

    def table(self) -> dict[str, Any]:
        """Plain data: `roles` word → bits, `cues` word → [forms, takes, particle] …, and the rest as given."""
        phrases, mood = self.phrases, self.mood
        cues = self._cues()
        return {
            "verb_second": self.verb_second,
            "reported_mood": self.reported_mood,
            "noun_capitals": self.noun_capitals,
            "roles": self._roles(cues),
            "cues": cues,
            "states": sorted(form for form, entries in cues.items() if entries[0][0] == FORM_BITS["state"]),
            "attributive": sorted(self.attributive, key=lambda ending: (-len(ending), ending)),
            "before": {words[0]: words[1:] for words in (phrase.lower().split() for phrase in phrases.before)},
            "nobody": sorted({tuple(phrase.lower().split()) for phrase in phrases.nobody}),
            "noun_endings": sorted(word.lower() for word in phrases.nouns if len(word) >= _SHORTEST_ENDING),
            "mood_endings": [] if mood is None else mood.endings,
            "particles": [] if mood is None else sorted(mood.particles, key=lambda word: (-len(word), word)),
            "seeking": sorted(phrases.seeking),
            "persons": sorted(self.speakers.persons),
            "role_endings": sorted(word.lower() for word in self.speakers.roles),
            "endings": self.endings.model_dump(),
            "thing_endings": sorted(word.lower() for word in self.speakers.things),
            "modality_limits": self.modality_limits.model_dump(),
            "modality": {word.lower(): kind for kind, words in sorted(self.modality.items()) for word in words},
        }

    def _groups(self, cues: Cues) -> Iterator[tuple[str, Iterable[str]]]:
        phrases, speakers = self.phrases, self.speakers
        yield from self.words.items()
        yield "before", (phrase.split()[0] for phrase in phrases.before)
        for name in ("behind", "noun_before", "noun_behind", "so", "hence", "hence_mood", "hence_relative"):
            yield name, getattr(phrases, name)
        yield "as", phrases.as_
        yield "noun", phrases.nouns
        yield "speaker_noun", [*phrases.speakers, *phrases.papers]
        yield "noun", [*phrases.speakers, *phrases.papers]
        yield "paper", phrases.papers
        yield "saying", phrases.sayings
        yield "anonymous", speakers.anonymous
        yield "title", speakers.titles
        yield "headline", speakers.headline
        yield "cue", cues
        if self.mood is not None:
            yield "mood", [*self.mood.forms, *(stem + self.mood.ending for stem in self.mood.stems)]
            yield "second", self.mood.second
            yield "doubtful", self.mood.doubtful

    def _roles(self, cues: Cues) -> dict[str, int]:
        roles: dict[str, int] = {}
        for name, words in self._groups(cues):
            for word in words:
                roles[word.lower()] = roles.get(word.lower(), 0) | BITS[name]
        for word, bits in roles.items():
            if bits & BITS["doubtful"]:
                roles[word] = bits & ~BITS["mood"]
        return dict(sorted(roles.items()))

    def _cues(self) -> Cues:
        found: dict[str, dict[tuple[int, str], int]] = {}
        for group in self.verbs:
            takes = sum(TAKE_BITS[name] for name in set(group.takes))
            for name, verbs in group.verbs.items():
                for verb in verbs:
                    for form, kind, particle in self._forms(name, verb):
                        entry = found.setdefault(form, {})
                        entry[kind, particle] = entry.get((kind, particle), 0) | takes
        return {
            form: [[kind, takes, particle] for (kind, particle), takes in sorted(entries.items())]
            for form, entries in sorted(found.items())
        }

    def _forms(self, name: str, verb: str) -> Iterator[tuple[str, int, str]]:
        """Every form of a verb with its kind; a form that needs its particle elsewhere in the clause names it."""
        particle, _, rest = verb.rpartition("|")
        stems = rest.split("/")
        for kind, patterns in self.conjugations[name].items():
            for pattern in patterns:
                form = re.sub("[1-4]", lambda figure: stems[min(int(figure.group()), len(stems)) - 1], pattern)
                yield particle + form, FORM_BITS[kind], ""
                if particle and kind in ("finite", "mood"):
                    yield form, FORM_BITS[kind], particle
                elif particle and kind == "infinitive":
                    for to in self.words.get("to", []):
                        yield particle + to + form, FORM_BITS[kind], ""
