"""The shapes of people.yaml and sourcing.yaml: who is who among the persons of a text, and who is named as a source."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from claimcheck.languages.numbers import Words


class Sex(BaseModel):
    """Forms of address before a surname, and first names that leave no doubt."""

    model_config = ConfigDict(extra="forbid")
    titles: Annotated[Words, Field(min_length=1)]
    first_names: Annotated[Words, Field(min_length=1)]


class Feminine(BaseModel):
    """The `ending` of nouns for a woman, what stands before the noun where it is a woman (`she`) or a man (`he`), and
    words behind it that tell of another bearer of the office ("die Bürgermeisterin von").
    """

    model_config = ConfigDict(extra="forbid")
    ending: str
    she: Words
    he: Words
    another: Words


class People(BaseModel):
    """people.yaml.

    `family` are words near which a second person may bear the surname; `former` before a title: it is held no longer;
    `joined`: before a title that is only the second half of one. `apart` are roles (keys of entities.yaml) of which
    nobody holds two; `deputy` begins titles that are none of them. `known` are speakers that need no introduction,
    `says` are words for what one person says, `acts` further verbs in the singular that stand beside a person's bare
    surname. Capitalised words with `adjective_endings` describe what follows ("Lindower"); a word that `determiners`
    stand before is a plain noun. `ranks` stand before a surname without introducing anybody, as forms of address do.
    `parties` and `sides` (in court) are groups of words for one of them, `of_party` what one is for a party; `pronouns`
    tell a person's sex, in a language where they tell nothing else, and so do `self_told`, words for the person spoken
    of ("mother of"); `feminine` says how a noun for a man becomes one for a woman; `repeats`
    tell that somebody says what another one has said before. Examples and near misses
    stand in the rules.
    """

    model_config = ConfigDict(extra="forbid")
    female: Sex
    male: Sex
    family: Words
    former: Words
    joined: Words
    apart: Words
    deputy: Words
    known: Words
    says: Words
    acts: Words
    adjective_endings: Words
    determiners: Words
    ranks: Words
    parties: list[Words] = []
    of_party: Words = []
    sides: list[Words] = []
    pronouns: dict[str, Literal["female", "male"]] = {}
    self_told: dict[str, Literal["female", "male"]] = {}
    feminine: Feminine | None = None
    repeats: Words

    @model_validator(mode="after")
    def _no_doubt(self) -> People:
        if both := sorted(set(self.female.first_names) & set(self.male.first_names)):
            raise ValueError(f"{both[0]!r} is a name of women and of men; leave it out")
        return self

    def table(self) -> dict[str, Any]:
        """The same as plain data: `titles` and `first_names` lead to "female" or "male"."""
        sexes = {"female": self.female, "male": self.male}
        return {
            "titles": {word: sex for sex, words in sexes.items() for word in words.titles},
            "first_names": {word: sex for sex, words in sexes.items() for word in words.first_names},
            **{name: getattr(self, name) for name in type(self).model_fields if name not in (*sexes, "feminine")},
            "feminine": None if self.feminine is None else self.feminine.model_dump(),
        }


class Sourcing(BaseModel):
    """sourcing.yaml; a word ending in "~" stands for itself with each of the endings.

    `superlatives` count only with one of the `scopes` in the same sentence ("in the history of"); `never` are phrases
    that say it all. `sources` in a sentence, or in one beside it, are a source; `not_superlative` stand before what is
    one of several ("one of the biggest"). Examples and near misses stand in the rules.
    """

    model_config = ConfigDict(extra="forbid")
    endings: list[str]
    superlatives: Annotated[Words, Field(min_length=1)]
    scopes: Words
    never: Words
    sources: Words
    not_superlative: Words

    def table(self) -> dict[str, Any]:
        """Every form, folded, under its group."""
        groups = self.model_dump(exclude={"endings"})
        return {
            name: sorted(
                {
                    form.lower()
                    for word in words
                    for form in ([word[:-1] + each for each in self.endings] if word.endswith("~") else [word])
                }
            )
            for name, words in groups.items()
        }
