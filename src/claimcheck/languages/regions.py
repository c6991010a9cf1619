"""The shape of regions.yaml: regions with their towns, as far as a town's name means no other place."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from claimcheck.languages.numbers import Words


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
