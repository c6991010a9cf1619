"""The shapes of people.yaml and entities.yaml: who is who among the persons of a text, and what tells names at all."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from claimcheck.languages.shape import Folded, Perhaps, Shape, Some, Sorted, Words, capital


class Sex(Shape):
    """Forms of address before a surname, first names that leave no doubt, and nouns for many of the sex."""

    titles: Some
    first_names: Some
    nouns: Some


class Feminine(Shape):
    """The `ending` of nouns for a woman, what stands before the noun where it is a woman (`she`) or a man (`he`), and
    words behind it that tell of another bearer of the office ("die Bürgermeisterin von");
    nouns for a man end in one of `men`.
    """

    ending: str
    she: Words
    he: Words
    another: Words
    men: Words


class People(Shape):
    """people.yaml.

    `short_forms` are groups of forms of one first name; `family` are words near which a second person may bear the
    surname; `former` before a title: it is held no longer; `joined`: before a title that is only the second half of
    one. `apart` are roles (keys of entities.yaml) of which
    nobody holds two; `deputy` begins titles that are none of them,
    `deputies` are nouns for one. `known` are speakers that need no introduction,
    `says` are words for what one person says, `acts` further verbs in the singular that stand beside a person's bare
    surname. Capitalised words with `adjective_endings` describe what follows ("Lindower"); a word that `determiners`
    stand before is a plain noun. `ranks` stand before a surname without introducing anybody, as forms of address do.
    `parties` and `sides` (in court) are groups of words for one of them, `of_party` what one is for a party; `pronouns`
    tell a person's sex, in a language where they tell nothing else, and so do `self_told`, words for the person spoken
    of ("mother of"); `feminine` says how a noun for a man becomes one for a woman; `repeats`
    tell that somebody says what another one has said before. Examples and near misses stand in the rules.
    """

    female: Sex
    male: Sex
    short_forms: Annotated[list[Words], Field(default_factory=list)]
    family: Words
    former: Words
    joined: Words
    apart: Words
    deputy: Words
    deputies: Words
    known: Words
    says: Words
    acts: Words
    adjective_endings: Words
    determiners: Words
    ranks: Words
    parties: Annotated[list[Words], Field(default_factory=list)]
    of_party: Perhaps
    sides: Annotated[list[Words], Field(default_factory=list)]
    pronouns: Annotated[dict[str, Literal["female", "male"]], Field(default_factory=dict)]
    self_told: Annotated[dict[str, Literal["female", "male"]], Field(default_factory=dict)]
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
            "sex_nouns": {word: sex for sex, words in sexes.items() for word in words.nouns},
            **self.model_dump(exclude=set(sexes)),
        }


class Entities(Shape):
    """entities.yaml.

    `nouns_capitalised`: a capital tells nothing of a name. `compounds`: roles, titles and company nouns also end longer
    words ("Finanzvorstand"). `genitive` are the endings a name may get. `roles` are words for what a person is, under a
    key that all languages share; `titles` stand right before a surname. `role_of` leads from a role to its
    organisation; in `role_of_name` even an unknown one. `before_role` may stand between a comma and a role,
    `not_now` beside a role tells that it is over or to come.
    `organisation_last` ends a name ("Group"), `organisation_first` begins one ("Universität"), `joiners` go on with it;
    `joints` stand between two words of one name ("&", "und").
    `company_nouns` tell that the next word is a company; by `person_ends` a noun is one for a person, behind which a
    surname may stand ("SPD-Politikerin Kern"). `articles` before a surname show that it is a plain word;
    `determiners` (all small words that can begin a sentence) and `not_names` are never part of a name.
    `doubtful_first_names` count only inside a sentence.
    In `examples` every mention is marked with its kind, "[[person:Anna Kern]]"; `near_misses` have no mention at all.
    """

    nouns_capitalised: bool
    compounds: bool
    genitive: Words
    titles: Words
    roles: Annotated[dict[str, Words], Field(min_length=1)]
    role_of: Words
    role_of_name: Words
    before_role: Words
    not_now: Sorted
    first_names: Words
    doubtful_first_names: Words
    particles: Sorted
    legal_forms: Words
    organisation_last: Words
    organisation_first: Words
    joiners: Sorted
    joints: Sorted
    company_nouns: Folded
    person_ends: Folded
    articles: Sorted
    determiners: Words
    not_names: Words
    places: Words
    examples: Some
    near_misses: Some

    def table(self) -> dict[str, Any]:
        """The same as plain data; `words` maps words to the parts they play, `single` has those that play only one."""
        parts = {
            "title": self._forms(self.titles), "first": self.first_names, "doubtful": self.doubtful_first_names,
            "legal": self.legal_forms, "last": self.organisation_last, "head": self.organisation_first,
            "place": self.places,
        }  # fmt: skip
        words = self._words(parts)
        several = {word: played for word, played in words.items() if len(played) > 1 or "role" in played}
        never = {*self.not_names, *self.determiners, *map(capital, self.determiners)}
        kept = {
            "nouns_capitalised", "compounds", "role_of", "role_of_name", "before_role", "not_now", "particles",
            "joiners", "joints", "company_nouns", "person_ends", "articles",
        }  # fmt: skip
        return {
            **self.model_dump(include=kept),
            "single": {
                part: [word for word in dict.fromkeys(group) if word not in several] for part, group in parts.items()
            },
            "words": several,
            "genitive": sorted(self.genitive, key=len, reverse=True),
            "never": sorted(never),
        }

    def _words(self, parts: dict[str, Words]) -> dict[str, dict[str, str | bool]]:
        """The parts each word plays, with the key of its role."""
        words: dict[str, dict[str, str | bool]] = {}
        for key, group in self.roles.items():
            for form in self._forms(group):
                words.setdefault(form, {})["role"] = key
        for part, group in parts.items():
            for form in group:
                words.setdefault(form, {})[part] = True
        return words

    def _forms(self, words: Words) -> Words:
        """The words, and as the end of a compound their lower-case forms ("minister" in "Finanzminister")."""
        ends = (word[:1].lower() + word[1:] for word in words if len(word) > 3 and " " not in word)
        return [*words, *ends] if self.compounds else words
