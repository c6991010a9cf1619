"""The shapes of wording.yaml (words that hide a source, superlatives without a measure) and headlines.yaml."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.languages.numbers import Shape, Words


class Wordings(Shape):
    """wording.yaml.

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

    groups: Words
    some: Words
    institutions: Words
    telling: Words
    such_as: Words
    any_of: Words
    definite: Words
    judging: Words
    feeling: Words
    there_are: Words
    often: Words
    assumed: Words
    counts_as: Words
    hearsay: Words
    record: Words
    record_people: Words
    record_endings: Words
    never: Words
    studies: Words
    open_articles: Words
    study_verbs: Words
    study_before: Words
    study_by: Words
    superlative_endings: Words
    superlatives: Words

    def table(self) -> dict[str, Any]:
        """The words as given, in lower case."""
        return {name: [word.lower() for word in words] for name, words in self.model_dump().items()}


class Opposites(BaseModel):
    """Two outcomes of which only one can be; " ... " in a phrase stands for a few words between its halves."""

    model_config = ConfigDict(extra="forbid")
    one: Annotated[Words, Field(min_length=1)]
    other: Annotated[Words, Field(min_length=1)]


class Headlines(BaseModel):
    """headlines.yaml.

    `not_so` turn a sentence round ("not", "no longer"); `earlier` tell of what was before.
    `in` stand before a place. Examples and near misses stand in the rules.
    """

    model_config = ConfigDict(extra="forbid")
    not_so: Words
    earlier: Words
    in_: Annotated[Words, Field(alias="in")]
    opposites: Annotated[list[Opposites], Field(min_length=1)]

    def table(self) -> dict[str, Any]:
        """`opposites`: pairs of lists of phrases, in lower case, longest first."""

        def ordered(words: list[str]) -> list[str]:
            return sorted((word.lower() for word in words), key=lambda word: (-len(word), word))

        return {
            "not_so": ordered(self.not_so),
            "earlier": ordered(self.earlier),
            "in": self.in_,
            "opposites": [[ordered(each.one), ordered(each.other)] for each in self.opposites],
        }
