"""The shape of entities.yaml: what tells names of persons, organisations and places from other words."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from claimcheck.languages.numbers import Shape, Words

Groups = dict[str, Words]


class Entities(Shape):
    """entities.yaml.

    `nouns_capitalised`: a capital tells nothing of a name. `compounds`: roles, titles and company nouns also end longer
    words ("Finanzvorstand"). `genitive` are the endings a name may get. `roles` are words for what a person is, under a
    key that all languages share; `titles` stand right before a surname. `role_of` leads from a role to its
    organisation; in `role_of_name` even an unknown one. `before_role` may stand between a comma and a role,
    `not_now` beside a role tells that it is over or to come.
    `organisation_last` ends a name ("Group"), `organisation_first` begins one ("Universität"), `joiners` go on with it;
    `joints` stand between two words of one name ("&", "und").
    `company_nouns` tell that the next word is a company. `articles` before a surname show that it is a plain word;
    `determiners` (all small words that can begin a sentence) and `not_names` are never part of a name.
    `doubtful_first_names` count only inside a sentence.
    In `examples` every mention is marked with its kind, "[[person:Anna Kern]]"; `near_misses` have no mention at all.
    """

    nouns_capitalised: bool
    compounds: bool
    genitive: Words
    titles: Words
    roles: Annotated[Groups, Field(min_length=1)]
    role_of: Words
    role_of_name: Words
    before_role: Words
    not_now: Words
    first_names: Words
    doubtful_first_names: Words
    particles: Words
    legal_forms: Words
    organisation_last: Words
    organisation_first: Words
    joiners: Words
    joints: Words
    company_nouns: Words
    articles: Words
    determiners: Words
    not_names: Words
    places: Words
    examples: Annotated[list[str], Field(min_length=1)]
    near_misses: Annotated[list[str], Field(min_length=1)]

    def table(self) -> dict[str, Any]:
        """The same as plain data; `words` maps words to the parts they play, `single` has those that play only one."""
        words: dict[str, dict[str, Any]] = {}

        def put(surface: str, part: str, value: str | bool = True) -> None:
            words.setdefault(surface, {})[part] = value

        for key, group in self.roles.items():
            for word in group:
                for form in self._forms(word):
                    put(form, "role", key)
        for word in self.titles:
            for form in self._forms(word):
                put(form, "title")
        for part, group in (
            ("first", self.first_names),
            ("doubtful", self.doubtful_first_names),
            ("legal", self.legal_forms),
            ("last", self.organisation_last),
            ("head", self.organisation_first),
            ("place", self.places),
        ):
            for word in group:
                put(word, part)
        never = {*self.not_names, *self.determiners, *(word[:1].upper() + word[1:] for word in self.determiners)}
        single: dict[str, list[str]] = {}
        for word, parts in words.items():
            if len(parts) == 1 and True in parts.values():
                single.setdefault(next(iter(parts)), []).append(word)
        return {
            "single": single,
            "words": {word: parts for word, parts in words.items() if len(parts) > 1 or True not in parts.values()},
            "nouns_capitalised": self.nouns_capitalised,
            "compounds": self.compounds,
            "genitive": sorted(self.genitive, key=len, reverse=True),
            "role_of": self.role_of,
            "role_of_name": self.role_of_name,
            "before_role": self.before_role,
            "not_now": sorted(self.not_now),
            "particles": sorted(self.particles),
            "joiners": sorted(self.joiners),
            "joints": sorted(self.joints),
            "company_nouns": sorted({word.lower() for word in self.company_nouns}),
            "articles": sorted(self.articles),
            "never": sorted(never),
        }

    def _forms(self, word: str) -> list[str]:
        """The word, and as the end of a compound its lower-case form ("minister" in "Finanzminister")."""
        low = word[:1].lower() + word[1:]
        return [word, low] if self.compounds and low != word and len(word) > 3 and " " not in word else [word]
