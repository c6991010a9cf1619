"""The shapes of statements.yaml and concepts.yaml: what a number is a number of, and the words that join the two."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from claimcheck.languages.numbers import Shape, Words
from claimcheck.model.about import Qualifier


class Statements(Shape):
    """statements.yaml.

    `number_prepositions` join a noun to its number; of them the `loose_prepositions` more often hang on the verb,
    `number_phrases` do it in several words. `owner_prepositions`, `share_prepositions` and `attribute_prepositions`
    join a measure to whose it is, a share to its whole, a change to what changes. `no_owner` are nouns that only count
    another. Verbs are lemmas. `qualifiers` say how a number was made.
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
    person_pronouns: Words
    owner_pronouns: Words
    qualifiers: dict[Qualifier, Words]

    def table(self) -> dict[str, Any]:
        """The file as it stands."""
        return dict(self)


class ConceptWords(Shape):
    """The words of one concept: nouns that name it, verbs whose subject or object bears its number, and states."""

    nouns: Annotated[Words, Field(default_factory=list)]
    subject: Annotated[Words, Field(default_factory=list)]
    object: Annotated[Words, Field(default_factory=list)]
    states: Annotated[Words, Field(default_factory=list)]


class Concepts(Shape):
    """concepts.yaml of a language."""

    words: dict[str, ConceptWords]

    def table(self) -> dict[str, Any]:
        """The words by concept."""
        return {name: dict(each) for name, each in self.words.items()}
