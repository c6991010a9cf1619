"""The shapes of acronyms.yaml, countries.yaml and regions.yaml: what is known of places and organisations."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from claimcheck.languages.numbers import Words


class Organisation(BaseModel):
    """`names` are the full names (their first words may be inflected), `short` all acronyms in use."""

    model_config = ConfigDict(extra="forbid")
    names: Annotated[Words, Field(min_length=1)]
    short: Annotated[Words, Field(min_length=1)]


class Acronyms(BaseModel):
    """acronyms.yaml; `small` are words that give no letter. Examples and near misses stand in the rules."""

    model_config = ConfigDict(extra="forbid")
    small: Words
    initials: bool
    organisations: Annotated[list[Organisation], Field(min_length=1)]

    def table(self) -> dict[str, Any]:
        """`names`: full name → its acronyms; `short`: acronym → the full names; `last`: the last words of names."""
        names: dict[str, list[str]] = {}
        short: dict[str, list[str]] = {}
        for each in self.organisations:
            for name in each.names:
                names.setdefault(name, []).extend(each.short)
                for acronym in each.short:
                    short.setdefault(acronym, []).append(name)
        return {"names": names, "short": short, "small": self.small, "initials": self.initials}


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


class Region(BaseModel):
    """`forms` name the region behind a town, `adjectives` (a "~" stands for each of the endings) stand before one;
    `capitals` are the seats of its government, where it has one that is called its capital.
    """

    model_config = ConfigDict(extra="forbid")
    forms: Annotated[Words, Field(min_length=1)]
    adjectives: Words = []
    capitals: Words = []
    towns: Annotated[Words, Field(min_length=1)]


class Regions(BaseModel):
    """regions.yaml.

    `inside` stand before a town that a region follows ("in Kassel, Hesse"), `links` between the two ("in der"); so do
    `appositions`, with all their signs. `towns` stand between an adjective and the town ("hessischen Stadt"),
    `part_of_name` before a word that is then another town ("Bad Kassel"); `joins`
    go on with a list. `capital` are words for the capital of a region, `genitives` the endings of a region's genitive
    before one. Examples and near misses stand in the rule.
    """

    model_config = ConfigDict(extra="forbid")
    endings: list[str]
    inside: Words
    links: Words
    appositions: Words
    towns: Words
    part_of_name: Words
    joins: Words
    capital: Words
    genitives: Words
    regions: Annotated[dict[str, Region], Field(min_length=1)]

    @model_validator(mode="after")
    def _unambiguous(self) -> Regions:
        seen: dict[str, str] = {}
        for name, region in self.regions.items():
            for town in region.towns:
                if seen.setdefault(town, name) != name:
                    raise ValueError(f"{town!r} is in {seen[town]!r} and {name!r}; leave out names of two towns")
        return self

    def table(self) -> dict[str, Any]:
        """`towns`: town → region; `words`: form → [region, whether it is an adjective]; `owners`: genitive → region;
        `capitals`: region → its capitals.
        """
        words: dict[str, list[Any]] = {}
        for name, region in self.regions.items():
            for form in region.forms:
                words[form] = [name, False]
            for form in region.adjectives:
                for each in [form[:-1] + ending for ending in self.endings] if form.endswith("~") else [form]:
                    words.setdefault(each, [name, True])
        seats = {name: region.capitals for name, region in self.regions.items() if region.capitals}
        return {
            "capitals": seats,
            "capital": self.capital,
            "owners": {
                form + ending: name for name in seats for form in self.regions[name].forms for ending in self.genitives
            },
            "towns": {town: name for name, region in self.regions.items() for town in region.towns},
            "words": words,
            "inside": self.inside,
            "links": sorted(self.links, key=lambda each: (-len(each), each)),
            "between": self.towns,
            "appositions": self.appositions,
            "part_of_name": self.part_of_name,
            "joins": self.joins,
        }
