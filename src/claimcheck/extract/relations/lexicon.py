"""The words of one language that state relations, and which words of a text are among them."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from claimcheck.language.words import Memo, Words, words_of
from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import GERUND, PARTICIPLE, PLURAL, VERB
from claimcheck.model.entity import EntityKind

SHORTEST_TAIL = 4
STATES, HELD, REFERS, WEAK = 1, 2, 3, 4


HAS_ROLE: dict[str, Any] = {
    "predicate": "has_role",
    "holder": "person",
    "other": "organization",
    "people": ["person"],
    "either": [],
    "glued": True,
    "role": True,
    "itself": False,
    "needs_other": False,
    "trade": False,
}
"""The relation of every office; what other nouns of the kind state is in the data."""


MEMBER = HAS_ROLE | {"predicate": "member_of", "role": False, "needs_other": True}
NATIONALITY = HAS_ROLE | {"predicate": "nationality", "other": "country", "role": False, "itself": True}


class Office(NamedTuple):
    """A word for what somebody is: its key, the same in every language, where it begins in a compound, its relation."""

    key: str | None
    start: int
    frame: dict[str, Any]


class Lexicon:
    """What relation_verbs.yaml says, on top of the grammar of its language.

    `frames` has the verbs' frames by lemma, `nouns` those of nouns by form; `wants` tells of a word whether a sentence
    with it may state a relation.
    """

    def __init__(self, table: dict[str, Any], words: Words, people: dict[str, Any], countries: dict[str, Any]) -> None:
        self.table, self.words = table, words
        self._know(people, countries)
        single = extra(words.code, "entities").get("single", {})
        self.of_houses = frozenset((*single.get("last", ()), *single.get("legal", ()), *table["house_names"]))
        """Words that only the name of a house ends with: "Ventures", "AG"."""
        self.capitals = words.capitals
        self.frames = _by_word(table["verbs"], "lemmas")
        self.nouns = _by_word(table["nouns"], "words")
        self._works, self._sites = tuple(table["works"]), tuple(table["sites"])
        self.participles = tuple(table["participle_endings"])
        self.adjectives = self.frames.keys() - {*filter(words.verb, self.frames)}
        """Adjectives with a frame, which stand before what it tells of: "das in Lindow *ansässige* Nordwerk"."""
        self.common = frozenset(table["common_nouns"])
        self.common_endings = tuple(table["common_endings"])
        self.plural_endings = tuple(table["plural_endings"])
        self.classes = frozenset(table["classes"])
        self.houses = tuple(word for word in table["classes"] if not self.capitals or len(word) >= SHORTEST_TAIL)
        self.titles = frozenset(table["titles"])
        self.not_now, self.soon = frozenset(table["not_now"]), frozenset(table["soon"])
        self.public = frozenset(table["public"])
        self.housed: tuple[str, ...] = tuple(table["housed"])
        self.lesser: tuple[str, ...] = tuple(table["lesser"])
        self.generic, self.definite = frozenset(table["generic"]), frozenset(table["definite"])
        self.people, self.ages = frozenset(table["people"]), tuple(table["age_nouns"])
        self.contests = tuple(table["contests"])
        self.lists: dict[str, list[str]] = table["lists"]
        former = (tuple(each.split()) for each in table["formerly"])
        self.formerly: tuple[tuple[str, ...], ...] = tuple(sorted(former, key=len, reverse=True))
        relations: dict[str, int] = table["relations"]
        self._keys: dict[str, tuple[str | None, dict[str, Any]]] = {
            word: (key, table["relational"][relations[word]] if word in relations else HAS_ROLE)
            for word, key in table["offices"].items()
        }
        self._last_words = frozenset(word.rpartition(" ")[2] for word in self._keys if " " in word)
        self._last_forms = frozenset(map("".join, product(self._last_words, ("", *table["case_endings"]))))
        self._lemmas, self._others = self._telling()
        self._weak, self._seats = frozenset(table["weak"]), tuple(table["seat_endings"])
        self.wants = Memo(self._wants)
        """Word → whether it may state a relation: STATES by itself, HELD beside a name or a word that REFERS to one.

        WEAK are verbs that do only beside a name that is known for certain.
        """
        self.office = Memo(self._office)
        """Word → the office it names by itself or with its last part; None where it names none."""
        self.is_class = Memo(self._is_class)
        """Word → whether it tells of what kind something is that has a name ("Autobauer", "startup")."""

    def _know(self, people: dict[str, Any], countries: dict[str, Any]) -> None:
        """Takes over what is known of people, parties and nations."""
        self.lands: dict[str, list[Any]] = countries.get("words", {})
        """Words for countries, and their adjectives."""
        self.nations = {form: name for form, name in countries.get("people", {}).items() if form not in self.lands}
        self.parties = frozenset(word.lower() for group in people.get("parties", ()) for word in group)
        self.sexes: dict[str, str] = people.get("first_names", {})

    def _telling(self) -> tuple[frozenset[str], frozenset[str]]:
        """The lemmas and the words that tell of a relation by themselves; a frequent word ("up") does not."""
        lemmas: set[str] = set()
        words = {*self.nouns, *self.lists, *self._rare(self.table["seat"]), *(each[0] for each in self.formerly)}
        for frame in self.table["verbs"]:
            rare = self._rare(frame["objects"])
            words.update(rare)
            lemmas.update(() if rare else frame["lemmas"])
        joined = [lemma for lemma in lemmas if lemma.startswith((*self.words.separable,))]
        parts = (lemma.removeprefix(prefix) for lemma in joined for prefix in self.words.separable)
        return frozenset((*lemmas, *parts)), frozenset(words)

    def _rare(self, phrases: list[str]) -> set[str]:
        """The words of phrases that are no small ones."""
        return {word for each in phrases for word in each.split()} - self.words.closed.keys()

    def _wants(self, word: str) -> int:
        low, roles, lemma = self.words.look[word]
        if low in self._others or self.is_seat(low):
            return STATES
        if self.is_work(low):
            return HELD
        if roles & VERB and lemma in self._lemmas:
            return WEAK if lemma in self._weak else STATES
        if self.capitals and word[0].islower():
            return STATES if self.participle(low) is not None else self._refers(low)
        return self._wants_noun(low)

    def _wants_noun(self, low: str) -> int:
        if low.rpartition("-")[2] in self.nouns or self.is_age(low):
            return STATES
        office = self.office[low]
        if office is not None:
            return HELD if office.frame["holder"] in office.frame["people"] else STATES
        if low in self.generic:
            return WEAK  # "the Sheffield firm"
        return HELD if low in self.parties or low in self._last_words else self._refers(low)

    def _refers(self, low: str) -> int:
        return REFERS if low in self.table["pronouns"] or low in self.table["aged"] else 0

    def participle(self, low: str) -> str | None:
        """The verb of a participle with the ending of an adjective, if it states a relation."""
        for ending in self.words.endings if self.capitals else ():
            stem = low.removesuffix(ending)
            verb = self.words.verb(stem) if stem != low and stem.endswith(self.participles) else None
            if verb is not None and verb[1] & PARTICIPLE and verb[0] in self.frames:
                return verb[0]
            if stem != low and stem in self.adjectives:
                return stem
        return None

    def office_of_two(self, before: str, low: str) -> Office | None:
        """The office that a word names together with the one before it ("special agent")."""
        return self.office[f"{before} {low}"] if low in self._last_forms else None

    def _office(self, low: str) -> Office | None:
        ends = () if low[:1].upper() + low[1:] in self.lands else self.table["case_endings"]
        forms = (low, *(low.removesuffix(end) for end in ends if low.endswith(end)))
        return next((each for each in map(self._office_of, forms) if each is not None), None)

    def _office_of(self, low: str) -> Office | None:
        if low in self._keys:
            return Office(self._keys[low][0], 0, self._keys[low][1])
        nation = self.nations.get(low[:1].upper() + low[1:])
        if nation is not None:
            return Office(nation, 0, NATIONALITY)
        party, _, noun = low.rpartition("-")
        if party in self.parties and noun in self.people:
            return Office(None, len(party) + 1, MEMBER)
        if low in self.classes:
            return None  # "Tabellenführer Lindow"
        start = len(party) + 1 if party and noun in self._keys else self._tail(low)
        return Office(self._keys[low[start:]][0], start, self._keys[low[start:]][1]) if start else None

    def _tail(self, low: str) -> int:
        """Where the last part of a compound written as one is such a noun; 0 where none is."""
        if not self.capitals:
            return 0
        tails = range(1, len(low) - SHORTEST_TAIL + 1)
        return next((k for k in tails if low[k:] in self._keys and self._keys[low[k:]][1]["glued"]), 0)

    def phrase(self, lows: list[str]) -> tuple[int, str | None] | None:
        """How many of the last words make an office together ("chief financial officer"), and its key."""
        for count in (3, 2):
            words = " ".join(lows[-count:])
            if len(lows) >= count and words in self._keys:
                return count, self._keys[words][0]
        return None

    def is_generic(self, low: str) -> bool:
        """Whether a word calls any house that was just named: "des Konzerns"."""
        genitive = self.capitals and low.endswith("s")
        return low in self.generic or (genitive and not self.generic.isdisjoint((low[:-1], low[:-2])))

    def is_house(self, piece: Piece) -> bool:
        """Whether a name is known for that of a house, or ends as only such a name does."""
        return piece.kind == "organisation" or piece.name.rpartition(" ")[2] in self.of_houses

    def is_common(self, low: str) -> bool:
        """Whether a word is a common noun for certain: one of the list, or by its ending where all nouns look alike."""
        return low in self.common or (self.capitals and low.endswith(self.common_endings))

    def is_of_house(self, low: str) -> bool:
        """Whether a word, or its last part, is an office that somebody only has in a house: "Cheftrainer"."""
        return low.endswith(self.housed) if self.capitals else low in self.housed

    def is_seat(self, low: str) -> bool:
        """Whether a word before the name of a house says where its seat is: "Leeds-based"."""
        return low.endswith(self._seats)

    def is_plural(self, word: str) -> bool:
        """Whether a word is a common noun in the plural, or one for a doing, and no trade."""
        low = word.lower()
        some = self.words.look[word if self.capitals else low].roles & (PLURAL | GERUND)
        return bool(some) and self.words.has(word) and self.office[low] is None

    def is_pair(self, words: re.Match[str]) -> bool:
        """Whether two words may be the name of somebody: neither says what somebody is, nor is a small word."""
        return not any(self.wants[word] or word.lower() in self.words.closed for word in words.groups())

    def describes_person(self, low: str) -> bool:
        """Whether a noun tells of a person named before what no other one beside them is: nation, party."""
        party, _, noun = low.rpartition("-")
        if party:
            return party in self.parties and (noun in self.people or self.office[noun] is not None)
        return low[:1].upper() + low[1:] in self.nations

    def of_nation(self, word: str) -> bool:
        """Whether a word is the adjective of a country: "French", "ungarische"."""
        return self.lands.get(word, (None, False))[1]

    def is_site(self, low: str) -> bool:
        """Whether a word tells of what stands at a place: "museum", "Hallenbad"."""
        return low.endswith(self._sites) if self.capitals else low in self._sites

    def is_work(self, low: str) -> bool:
        """Whether a word tells of what kind a work is that has a title: "novel", "Debütroman"."""
        return low.endswith(self._works) if self.capitals else low in self._works

    def is_age(self, low: str) -> bool:
        """Whether a word calls somebody by their age: "61-Jährige", "44-year-old"."""
        return low[:1].isdigit() and low.endswith(self.ages)

    def is_contest(self, low: str) -> bool:
        """Whether a word names something that can be won, by itself or with its last part."""
        return low.endswith(self.contests) if self.capitals else low in self.contests

    def _is_class(self, low: str) -> bool:
        tail = self.capitals and len(low) > SHORTEST_TAIL and low.endswith(self.houses)
        return low in self.classes or tail


def _by_word(frames: list[dict[str, Any]], words: str) -> dict[str, list[dict[str, Any]]]:
    """The frames of each word, folded."""
    found: dict[str, list[dict[str, Any]]] = {}
    for frame in frames:
        for word in frame[words]:
            found.setdefault(word.lower(), []).append(frame)
    return found


@cache
def lexicon_of(code: str) -> Lexicon | None:
    """The words of a language; None where it says nothing about relations."""
    table, words = extra(code, "relation_verbs"), words_of(code)
    if not table or words is None:
        return None
    return Lexicon(table, words, extra(code, "people"), extra(code, "countries"))


CERTAIN, LIKELY = 2, 1


class Piece(NamedTuple):
    """A stretch of the text in a role; `sure` of its being a name, `person`: it looks like one, `human`: it is one.

    `name` are its words in full, `kind` is what a known name is that of.
    """

    start: int
    end: int
    entity: str | None = None
    sure: int = CERTAIN
    implied: bool = False
    person: bool = False
    human: bool = False
    name: str = ""
    kind: EntityKind | None = None
