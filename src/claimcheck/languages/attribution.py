"""The shape of attribution.yaml: verbs of saying, the words around them, and reported mood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from claimcheck.languages.shape import Perhaps, Shape, Words, all_of, longest_first, named_by
from claimcheck.languages.voice_roles import BITS, TAKE_BITS, Takes, WordRole
from claimcheck.model import Modality


class Verbs(Shape):
    """Verbs that take the same, by lemma, with "|" behind a particle, and words that close a clause as verbs do.

    takes: quote = words in quotation marks · that = a clause with a conjunction · bare = one without · tail = a clause
    before them ("…, sagt Kern") · to = an infinitive · ask = a question · person = whom it is told · cited = in the
    passive its subject is the speaker · from = the speaker is what it comes from ("geht aus dem Bericht hervor"). Verbs
    that take nothing only show who speaks.
    states: "ist überzeugt, dass".
    """

    takes: list[Takes]
    lemmas: Perhaps
    states: Perhaps


class Frame(Shape):
    """Verbs, as above, that tell something in the phrases of their own clause.

    object: it is their object, unless its noun ends like one of `never` · led: it begins with one of these prepositions
    · called: it is an object and what that is called, in quotation marks or behind one of these words; "" is none.
    people: only where the subject surely is somebody · passive: also in the passive, where nobody says it ·
    apart: prepositions with which the verb means something else.
    """

    object: bool = False
    led: Perhaps
    called: list[str] | None = None
    people: bool = False
    passive: bool = False
    never: Perhaps
    apart: Perhaps
    lemmas: Words

    def row(self) -> list[Any]:
        """The fields in the order of `extract.attributions.words.Frame`."""
        never = [each.lower() for each in self.never]
        return [self.object, self.led, self.called, self.people, self.passive, never, self.apart]


Phrase = Literal[
    "before", "behind", "noun_before", "noun_behind", "nouns", "seeking", "speakers", "papers", "sayings", "so",
    "as", "hence", "hence_mood", "hence_relative", "hearsay", "nobody",
]  # fmt: skip
"""Cues that are no verbs.

before, behind: stand before or behind the speaker ("laut", "zufolge") · noun_before, noun_behind: a preposition
before or behind a noun of saying ("nach Angaben", "seiner Meinung nach") · nouns: those nouns · seeking: how words
begin after which the preposition is theirs ("Suche nach") · speakers: the nouns
that may be the speaker themselves, papers: those that are it with their genitive ("nach einem Bericht der") ·
sayings: nouns that a clause with what is said follows ("die Warnung, dass") ·
so, as: "so Kern", "wie Kern sagte" · hence: "demnach", hence_mood: only in reported mood, hence_relative:
"wonach" · hearsay: "reportedly" · nobody: "heißt es".
"""
Speaker = Literal[
    "people", "turns", "anonymous", "titles", "headline", "roles", "things", "persons",
]  # fmt: skip
"""Nouns for speakers: without a name, before a name, before the colon of a headline.

roles are endings of words for those who speak, things of words for what does not, unless it ends like a role.
persons are pronouns for one person, turns words for question and answer that stand before what is said in a talk,
people nouns for people and bodies of people, where nouns have capitals also as
the last part of a compound.
"""
Limit = Literal[
    "counts", "behind", "hearsay", "hearsay_ends", "opening", "names", "future", "infinitives", "participles",
    "before_infinitive",
]  # fmt: skip
"""Where words of `modality` mean something else, and words that mean something only where they stand.

counts: words right behind a negation that leave the number standing ("nicht nur") · behind: negations that count
behind a claim too ("zahlt 300 Euro nicht") · hearsay: verbs that tell a rumour where one of `hearsay_ends` closes
the clause ("soll … gezahlt haben") · opening: words that only set a condition at the beginning of a sentence
("Sollte …") · names: words that are names where they have a capital ("May") · future: verbs that speak of the
future where a word with one of the endings `infinitives` closes the clause that does not begin like one of the
`participles` ("wird … bauen") · before_infinitive: what stands before an infinitive, which a verb of plans may want.
"""
Ending = Literal[
    "verb", "indicative", "inflected", "gerund", "infinitive", "joined_infinitive", "adjective",
    "adjective_genitive", "name_genitive", "plural", "plural_verb",
]  # fmt: skip
"""How words look that no list has.

verb: finite verbs where nouns are capitalised, indicative: those that report no words, inflected: where they are
not · gerund: "lying" · infinitive, joined_infinitive: the latter with its "zu" inside · adjective,
adjective_genitive, name_genitive, plural, plural_verb: as they say.
"""


class Mood(Shape):
    """The subjunctive of reported speech.

    forms are nothing else, second stand elsewhere too, stems have `ending` added, words with one of `endings` are
    forms too, and `particles` may stand before them all. doubtful: words that are more often something else.
    """

    forms: Perhaps
    second: Perhaps
    stems: Perhaps
    ending: str = ""
    endings: Perhaps
    particles: Perhaps
    doubtful: Perhaps


class SaidExample(Shape):
    """Texts (`in`) with [[…]] around every content, in order, and the sources as written; or silent texts.

    `source` holds for all contents, `sources` names one for each; "-" is no source.
    """

    mode: Literal["direct", "indirect", "according_to"] | None = None
    source: str | None = None
    sources: Perhaps
    in_: Annotated[list[str], Field(alias="in", default_factory=list)]
    silent: Perhaps


_SHORTEST_ENDING = 7  # a noun this long also counts as the second half of a compound: "Polizeiangaben"
PLAIN: tuple[Phrase, ...] = (
    "behind", "noun_before", "noun_behind", "so", "as", "hence", "hence_mood", "hence_relative", "hearsay",
)  # fmt: skip
ROLES: dict[Phrase, tuple[str, ...]] = {
    "nouns": ("noun",), "speakers": ("speaker_noun", "noun"), "papers": ("speaker_noun", "noun", "paper"),
    "sayings": ("saying",),
}  # fmt: skip
SPEAKER_ROLES: dict[str, Speaker] = {"anonymous": "anonymous", "title": "titles", "headline": "headline"}
"""The roles in a sentence of phrases and speakers, where these have other names."""


class AttributionWords(Shape):
    """attribution.yaml. The switches are capabilities that any language may have.

    verb_second: the subject stands before or right behind the finite verb, and in clauses the verb comes last; without
    it the subject stands right before the verb. reported_mood: a sentence in the subjunctive goes on with the words of
    the speaker before. noun_capitals: every noun is capitalised. attributive: endings of a participle before a noun
    ("genannten"). modality: words that make what is said no plain fact. not_reflexive: verbs with which nobody speaks
    beside a reflexive pronoun ("das Werk befindet sich").
    """

    verb_second: bool
    reported_mood: bool
    noun_capitals: bool
    attributive: Words
    verbs: list[Verbs]
    frames: list[Frame]
    not_said: Words
    not_reflexive: Words
    phrases: Annotated[dict[Phrase, Words], all_of(Phrase)]
    words: dict[WordRole, Words]
    mood: Annotated[Mood, Field(default_factory=dict, validate_default=True)]
    speakers: Annotated[dict[Speaker, Words], all_of(Speaker)]
    endings: Annotated[dict[Ending, Words], all_of(Ending)]
    modality: dict[Modality, Words]
    modality_limits: Annotated[dict[Limit, Words], all_of(Limit)]
    examples: list[SaidExample]

    def table(self) -> dict[str, Any]:
        """Plain data: `roles` word → bits, `lemmas` lemma → [particle, takes] …, `states` word → takes, the rest."""
        phrases, speakers = self.phrases, self.speakers
        mood = self.mood
        return {
            **self.model_dump(include={"verb_second", "reported_mood", "noun_capitals", "endings", "modality_limits"}),
            "roles": self._roles(),
            "lemmas": self._lemmas(),
            "takes": self._takes(),
            "states": self._states(),
            "frames": self._frames(),
            "not_said": self.not_said,
            "not_reflexive": sorted(verb.replace("|", "") for verb in self.not_reflexive),
            "attributive": longest_first(self.attributive),
            "before": {words[0]: words[1:] for words in (phrase.lower().split() for phrase in phrases["before"])},
            "nobody": sorted({tuple(phrase.lower().split()) for phrase in phrases["nobody"]}),
            "noun_endings": sorted(word.lower() for word in phrases["nouns"] if len(word) >= _SHORTEST_ENDING),
            "mood_endings": mood.endings,
            "particles": longest_first(mood.particles),
            "seeking": sorted(phrases["seeking"]),
            "persons": sorted(speakers["persons"]),
            "role_endings": sorted(word.lower() for word in speakers["roles"]),
            "turns": _folded(speakers["turns"]),
            "people": _folded([*speakers["people"], *speakers["roles"]]),
            "thing_endings": sorted(word.lower() for word in speakers["things"]),
            "modality": named_by(dict(sorted(self.modality.items()))),
        }

    def _groups(self) -> Iterator[tuple[str, Iterable[str]]]:
        """The words of every role."""
        yield from self.words.items()
        yield "cue", self._states()
        yield "before", (phrase.split()[0] for phrase in self.phrases["before"])
        for name in PLAIN:
            yield name, self.phrases[name]
        for phrase, roles in ROLES.items():
            yield from ((role, self.phrases[phrase]) for role in roles)
        for role, speaker in SPEAKER_ROLES.items():
            yield role, self.speakers[speaker]
        yield "mood", [*self.mood.forms, *(stem + self.mood.ending for stem in self.mood.stems)]
        yield "second", self.mood.second
        yield "doubtful", self.mood.doubtful

    def _roles(self) -> dict[str, int]:
        roles: dict[str, int] = {}
        for name, words in self._groups():
            for word in words:
                roles[word.lower()] = roles.get(word.lower(), 0) | BITS[name]
        for word, bits in roles.items():
            if bits & BITS["doubtful"]:
                roles[word] = bits & ~BITS["mood"]
        return dict(sorted(roles.items()))

    def _lemmas(self) -> dict[str, list[tuple[str, int]]]:
        found: dict[str, dict[str, int]] = {}
        pairs = ((verb, _bits(group)) for group in self.verbs for verb in group.lemmas)
        for verb, bits in (*pairs, *((verb, 0) for frame in self.frames for verb in frame.lemmas)):
            particle, _, lemma = verb.rpartition("|")
            entry = found.setdefault(lemma, {})
            entry[particle] = entry.get(particle, 0) | bits
        return {lemma: sorted(entry.items()) for lemma, entry in found.items()}

    def _frames(self) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        for frame in self.frames:
            for verb in frame.lemmas:
                found.setdefault(verb.replace("|", ""), []).append(frame.row())
                found.setdefault(verb.rpartition("|")[2], [])  # its particle may stand apart
        return dict(sorted(found.items()))

    def _takes(self) -> dict[str, int]:
        """What a lemma with its particle takes."""
        return {particle + lemma: takes for lemma, entry in self._lemmas().items() for particle, takes in entry}

    def _states(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for group in self.verbs:
            for word in group.states:
                found[word] = found.get(word, 0) | _bits(group)
        return found


def _folded(words: Iterable[str]) -> list[str]:
    return sorted(word.lower() for word in words)


def _bits(group: Verbs) -> int:
    return sum(TAKE_BITS[name] for name in set(group.takes))
