"""The shapes of lists of words for checks that a language may do without; their examples stand in the rules."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, product
from typing import Annotated, Any, Literal
from zlib import crc32

from pydantic import Field

from claimcheck.languages.extra import LEAST, stem
from claimcheck.languages.shape import (
    Folded,
    Grouped,
    Lower,
    Perhaps,
    Shape,
    Some,
    Words,
    all_of,
    inflected,
    longest_first,
    named_by,
)
from claimcheck.model.claim import Form, Qualifier
from claimcheck.model.entity import EntityKind

LEAST_SIDE = 1_000_000  # smaller ones are rises and falls


class ComparisonWords(Shape):
    """comparison.yaml: which words say the same thing, and which tell that a number is no fixed fact.

    `function_words` carry no content. `concepts` name one thing in all languages by the same key; of them `tallies` are
    those whose counts grow while the news goes on, `measures` say what a number is a value of and belong to someone,
    `values` say it and belong to what happens, `facts` state something by themselves. `kin` are the words for
    relatives, `pronouns` point to the sentence before. Right before something stand: `location` before a place, unless
    one of `no_places` follows; `limits` before a first or last day, `per` before the base of a rate, `joins` before a
    second thing that is counted with the first. `aged` end an age right before a name ("der 51 Jahre alte Kern"), and
    `after_name` may follow a name that stands in apposition. `things` are nouns for what a story has one of, `taken_as`
    stand before one ("as the cause"), `told_by` are verbs with the preposition that leads it. `seats` are offices of
    which nobody has two at once. `standing` are words for one kind of place where something is, `sites` lead
    its name, `goals` that of where it is or goes by the verbs in `sited`.
    `marks` are words and phrases around a number: it runs on (`running`), is one of a series (`series`), holds for now
    (`now`) or for an earlier time, was set anew (`changed`), counts what is added (`more`) or a part only, is expected,
    an average, a least, or votes are still counted (`count`); `former` qualifies an office.
    """

    function_words: Folded
    concepts: Annotated[dict[str, Words], Field(min_length=1)]
    kin: Folded
    tallies: Words
    measures: Words
    values: Words
    facts: Words
    marks: Annotated[dict[str, Words], Field(min_length=1)]
    location: Folded
    no_places: Folded
    per: Words
    joins: Words
    pronouns: Words
    limits: Words
    aged: Words
    after_name: Words
    things: dict[str, Words]
    taken_as: Words
    told_by: dict[str, Words]
    seats: dict[str, Words]
    standing: dict[str, Words]
    sites: Folded
    goals: Folded
    sited: Words

    def table(self) -> dict[str, Any]:
        """The same with every word looked up in one step."""
        marks = {name: longest_first(words) for name, words in self.marks.items()}
        keyed = {name: named_by(getattr(self, name)) for name in ("concepts", "things", "told_by", "seats", "standing")}
        return {**super().table(), **keyed, "marks": marks}


class Opposite(Shape):
    """Two groups of words that cannot both be said of one thing; `converse`: but of the two sides of one deed."""

    one: Some
    other: Some
    converse: bool = False


class GroundingExample(Shape):
    """Two sentences with a marked word each: whether the two words mean the same or the opposite."""

    draft: str
    source: str
    same: bool


class Grounding(Shape):
    """grounding.yaml: what ties the words of a draft to those of its sources.

    `endings` are stripped off words; `compounds`: words may end longer ones; `nominal`: every noun is capitalised;
    `participle`: what a participle begins with. `stop_words` tell nothing. `negators` turn a sentence round, except in
    the phrases of `not_negating`; one of `prefixes` turns a word round; `directionless` words alone say no direction.
    `breaks` begin a new clause; one of `pronouns` takes up what was said before. A number after one of `per` is the
    base of a rate, one before `points` may count percentage points. Beside a word of `rest` a share may be what is
    missing to the whole, beside one of `together` a number a sum, of `apart` a difference; before one of `later` a
    length of time counts on; with one of `now` something is so already. Beside a word of `at_least` or `at_most` a
    number is a bound, beside one of `every` for that unit of time. What is done by a verb of `weighing` (lemmas) is
    only thought of, what is named beside one of `denying` is not so. `opposites` and `concepts` have keys alike in
    every language, `measures` are nouns by kind.
    """

    endings: Words
    compounds: bool
    nominal: bool
    participle: Folded
    stop_words: Folded
    negators: Folded
    not_negating: Folded
    breaks: Folded
    pronouns: Folded
    per: Folded
    points: Folded
    prefixes: Folded
    directionless: Folded
    rest: Folded
    together: Folded
    apart: Folded
    later: Folded
    at_least: Folded
    at_most: Folded
    weighing: Folded
    denying: Folded
    every: dict[str, Folded]
    now: Folded
    opposites: dict[str, Opposite]
    concepts: dict[str, Words]
    measures: dict[str, Words]
    examples: list[GroundingExample]

    def table(self) -> dict[str, Any]:
        """The same with `opposites` as word → sides, `concepts` as word → keys."""
        sides: dict[str, list[int]] = {}
        keys: dict[str, list[str]] = {}
        converses: list[int] = []
        for name, pair in self.opposites.items():
            side = LEAST_SIDE + crc32(name.encode())
            converses += [side] if pair.converse else []
            for word, value in (*((each, side) for each in pair.one), *((each, -side) for each in pair.other)):
                sides.setdefault(word.lower(), []).append(value)
        for key, words in self.concepts.items():
            for word in words:
                keys.setdefault(word.lower(), []).append(key)
        made = {"opposites": sides, "converses": converses, "concepts": keys, "measures": named_by(self.measures)}
        return {**super().table(), "endings": longest_first(set(self.endings)), **made}


Wording = Literal[
    "groups", "some", "institutions", "telling", "such_as", "any_of", "definite", "judging", "feeling", "there_are",
    "often", "assumed", "counts_as", "hearsay", "record", "record_people", "record_endings", "never", "studies",
    "open_articles", "study_verbs", "study_before", "study_by", "superlative_endings", "superlatives",
]  # fmt: skip


class Wordings(Grouped):
    """wording.yaml: words that hide a source, superlatives without a measure.

    groups: nouns for a group that nobody can ask ("experts") · some: pronouns for one ("einige") · institutions: plural
    nouns for those that have a name, vague only as the subject of a verb of `telling`, perhaps with examples behind a
    word of `such_as` · any_of: words before such a noun that leave it open · definite: words before it that say which ·
    judging: forms of verbs that tell an opinion · feeling: those of them that do not make `some` a source · there_are:
    "es gibt Stimmen" · often, assumed: "is often assumed", an adverb and a participle · counts_as: "gilt als", before a
    superlative · hearsay: adverbs, phrases · record: words and beginnings of words, those with a hyphen only the latter
    ("Rekord-"), unless they go on with one of `record_people` or are plurals (`record_endings`) · never: phrases ·
    studies, open_articles: "a study", with one of study_verbs behind or study_before before it, and no word of
    study_by that names its author right behind it; superlatives end in `superlative_endings`.
    """

    groups: Annotated[dict[Wording, Lower], all_of(Wording)]

    def table(self) -> dict[str, Any]:
        """The words as given, in lower case."""
        return dict(self.groups.items())


class Sourcing(Shape):
    """sourcing.yaml; a word ending in "~" stands for itself with each of the endings.

    `superlatives` count only with one of the `scopes` in the same sentence ("in the history of"); `never` are phrases
    that say it all. `sources` in a sentence, or in one beside it, are a source; `not_superlative` stand before what is
    one of several ("one of the biggest").
    """

    endings: list[str]
    superlatives: Some
    scopes: Words
    never: Words
    sources: Words
    not_superlative: Words

    def table(self) -> dict[str, Any]:
        """Every form, folded, under its group."""
        groups = self.model_dump(exclude={"endings"})
        return {
            name: sorted({form.lower() for form in inflected(words, self.endings)}) for name, words in groups.items()
        }


class Statements(Shape):
    """statements.yaml; verbs are lemmas, beside those of the classes of senses.yaml.

    `number_prepositions` join a noun to its number; of them the `loose_prepositions` more often hang on the verb,
    `number_phrases` do it in several words. `owner_prepositions`, `share_prepositions` and `attribute_prepositions`
    join a measure to whose it is, a share to its whole, a change to what changes; `carrier_prepositions` hang what is
    counted on what has it ("a bus with 40 passengers"), `setting_prepositions` say where there is so much.
    `old_prepositions` stand before what was before, `price_prepositions` before what is paid, `beside_prepositions`
    before what is so much beside what the verb says, `distance_prepositions` behind a length that is a way.
    `rate_adverbs` say by what time, `existential_verbs` that there is something, `no_owner` are nouns that only count.
    `substance_prepositions` say what a mass is of.
    `pronouns`, `possessives` and articles (`genders`, only where nouns have one) by what they stand for; after a
    `definite` article a class noun may stand for a name (`kinds`). `aged` ends an age that stands for a person,
    `aged_by` are articles and endings that tell of the sex. `qualifiers` say how a number was made.
    """

    number_prepositions: Words
    loose_prepositions: Words
    number_phrases: Words
    owner_prepositions: Words
    share_prepositions: Words
    attribute_prepositions: Words
    change_nouns: Words
    change_verbs: Words
    equal_verbs: Words
    have_verbs: Words
    age_nouns: Words
    age_word: str
    no_owner: Words
    pronoun_subjects: Words
    taking_up: Words
    carrier_prepositions: Words
    setting_prepositions: Words
    old_prepositions: Words
    distance_prepositions: Words
    existential_verbs: Words
    beside_prepositions: Words
    price_prepositions: Words
    rate_adverbs: Words
    substance_prepositions: Words
    pronouns: dict[Form, Words]
    possessives: dict[Form, Words]
    genders: dict[Form, Words]
    definite: Words
    kinds: dict[EntityKind, Words]
    aged: Words
    aged_by: dict[Form, Words]
    qualifiers: dict[Qualifier, Words]


class ConceptWords(Shape):
    """The words of one concept: nouns that name it, verbs whose subject or object bears its number, and states."""

    nouns: Perhaps
    subject: Perhaps
    object: Perhaps
    states: Perhaps


def _each(phrase: str) -> Iterator[str]:
    """All phrases that one with alternatives stands for: "leave|flee homes|houses" are four."""
    return map(" ".join, product(*(word.split("|") for word in phrase.split())))


class Concepts(Shape):
    """concepts.yaml of a language; a stroke stands between words for one place of a phrase.

    `endings` of nouns in other numbers and cases stand with what takes their place; `weak` endings are those of listed
    nouns that some of their forms lack ("Schaden", "Schäden").
    """

    endings: list[list[str]]
    weak: Words
    words: dict[str, ConceptWords]

    def table(self) -> dict[str, Any]:
        """Every word with its concepts, the likeliest first; states as stems, nouns also without their weak ending.

        `named`: the first noun of each concept.
        """
        tables: dict[str, dict[str, list[str]]] = {"nouns": {}, "subject": {}, "object": {}, "states": {}}
        for concept, words in self.words.items():
            for key, table in tables.items():
                for word in chain.from_iterable(map(_each, getattr(words, key))):
                    table.setdefault(stem(word) if key == "states" else word.lower(), []).append(concept)
        nouns = tables["nouns"]
        weak = [(noun, each) for noun in nouns for each in self.weak if noun.endswith(each)]
        for noun, ending in weak:
            if len(noun) - len(ending) >= LEAST:
                nouns.setdefault(noun.removesuffix(ending), nouns[noun])
        named = {name: each.nouns[0] for name, each in self.words.items() if each.nouns}
        return {**tables, "named": named, "endings": self.endings}
