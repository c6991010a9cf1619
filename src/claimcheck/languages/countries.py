"""The shape of countries.yaml: countries with capitals and towns, as far as a town's name means no other place."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.languages.numbers import Words


class Country(BaseModel):
    """`forms` name the country, `owners` are its genitives, `adjectives` (a "~" stands for each of the endings) stand
    before a town; `parts` are countries or regions (keys of regions.yaml) inside it.
    """

    model_config = ConfigDict(extra="forbid")
    forms: Annotated[Words, Field(min_length=1)]
    owners: Words = []
    adjectives: Words = []
    capitals: Annotated[Words, Field(min_length=1)]
    towns: Words = []
    parts: Words = []


class Countries(BaseModel):
    """countries.yaml.

    `capital` are words for one, `of` stand between them and a country; `before` stand before such a word,
    `not_capital` say that it is none now, `is` stand between a town and what it is; `seats` are
    towns that may be called a capital alone, as that of their region. Examples and near misses stand in
    the rules.
    """

    model_config = ConfigDict(extra="forbid")
    endings: list[str]
    capital: Annotated[Words, Field(min_length=1)]
    of: Words
    before: Words
    not_capital: Words
    is_: Annotated[Words, Field(alias="is")]
    seats: Words
    countries: Annotated[dict[str, Country], Field(min_length=1)]

    def table(self) -> dict[str, Any]:
        """`towns`: town → its countries; `words`: form → [country, whether it is an adjective]; `owners`: genitive →
        country; `capitals`: country → its capitals; `parts`: part → the whole.
        """
        words: dict[str, list[Any]] = {}
        towns: dict[str, list[str]] = {}
        owners: dict[str, str] = {}
        for name, country in self.countries.items():
            for form in country.forms:
                words[form] = [name, False]
            for form in country.adjectives:
                for each in [form[:-1] + ending for ending in self.endings] if form.endswith("~") else [form]:
                    words.setdefault(each, [name, True])
            for town in [*country.capitals, *country.towns]:
                towns.setdefault(town, []).append(name)
            owners.update(dict.fromkeys(country.owners, name))
        return {
            "towns": towns,
            "words": words,
            "owners": owners,
            "capitals": {name: country.capitals for name, country in self.countries.items()},
            "parts": {part: name for name, country in self.countries.items() for part in country.parts},
            "capital": self.capital,
            "of": sorted(self.of, key=lambda each: (-len(each), each)),
            "before": self.before,
            "not_capital": self.not_capital,
            "is": self.is_,
            "seats": self.seats,
        }
