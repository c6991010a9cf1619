"""The shapes of acronyms, countries, regions, labels, events.yaml: what is known of places, houses, things.

The examples and near misses of the first three stand in the rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, RootModel, model_validator

from claimcheck.languages.shape import Folded, Longest, Perhaps, Shape, Some, Words, inflected


class Organisation(Shape):
    """`names` are the full names (their first words may be inflected), `short` all acronyms in use."""

    names: Some
    short: Some


class Acronyms(Shape):
    """acronyms.yaml; `small` are words that give no letter."""

    small: Words
    initials: bool
    organisations: Annotated[list[Organisation], Field(min_length=1)]

    def table(self) -> dict[str, Any]:
        """`names`: full name → its acronyms; `short`: acronym → the full names."""
        names: dict[str, list[str]] = {}
        short: dict[str, list[str]] = {}
        for each in self.organisations:
            for name in each.names:
                names.setdefault(name, []).extend(each.short)
                for acronym in each.short:
                    short.setdefault(acronym, []).append(name)
        return {"names": names, "short": short, "small": self.small, "initials": self.initials}


class Land(Shape):
    """A country or region: `forms` name it, `adjectives` (a "~" stands for each of the endings) stand before a town.

    `capitals` are the seats of its government; of a region only where they are called its capital.
    """

    forms: Some
    adjectives: Perhaps
    capitals: Perhaps
    towns: Perhaps


def _words(lands: Mapping[str, Land], endings: Words) -> dict[str, list[Any]]:
    """Form → [country or region, whether it is an adjective]."""
    words: dict[str, list[Any]] = {}
    for name, land in lands.items():
        words.update((form, [name, False]) for form in land.forms)
        for form in inflected(land.adjectives, endings):
            words.setdefault(form, [name, True])
    return words


class Country(Land):
    """`owners` are its genitives; `people` are words for one who comes from it; `parts` are countries or regions (keys
    of regions.yaml) inside it.
    """

    owners: Perhaps
    people: Perhaps
    parts: Perhaps


class Countries(Shape):
    """countries.yaml.

    `capital` are words for one, `of` stand between them and a country; `before` stand before such a word,
    `not_capital` say that it is none now, `is` stand between a town and what it is; `seats` are
    towns that may be called a capital alone, as that of their region.
    """

    endings: list[str]
    capital: Some
    of: Longest
    before: Words
    not_capital: Words
    is_: Annotated[Words, Field(alias="is")]
    seats: Words
    countries: Annotated[dict[str, Country], Field(min_length=1)]

    @model_validator(mode="after")
    def _governed(self) -> Countries:
        if without := [name for name, country in self.countries.items() if not country.capitals]:
            raise ValueError(f"the country {without[0]!r} has no capital")
        return self

    def table(self) -> dict[str, Any]:
        """`towns`: town → its countries; `words`: form → [country, whether it is an adjective]; `owners`: genitive →
        country; `capitals`: country → its capitals; `parts`: part → the whole.
        """
        towns: dict[str, list[str]] = {}
        for name, country in self.countries.items():
            for town in [*country.capitals, *country.towns]:
                towns.setdefault(town, []).append(name)
        return {
            **self.model_dump(by_alias=True, exclude={"endings", "countries"}),
            "towns": towns,
            "words": _words(self.countries, self.endings),
            "owners": {form: name for name, country in self.countries.items() for form in country.owners},
            "people": {form: name for name, country in self.countries.items() for form in country.people},
            "capitals": {name: country.capitals for name, country in self.countries.items()},
            "parts": {part: name for name, country in self.countries.items() for part in country.parts},
        }


class Regions(Shape):
    """regions.yaml.

    `inside` stand before a town that a region follows ("in Kassel, Hesse"), `links` between the two ("in der"); so do
    `appositions`, with all their signs. `towns` stand between an adjective and the town ("hessischen Stadt"),
    `part_of_name` before a word that is then another town ("Bad Kassel"); `joins`
    go on with a list. `capital` are words for the capital of a region, `genitives` the endings of a region's genitive
    before one.
    """

    endings: list[str]
    inside: Words
    links: Longest
    appositions: Words
    towns: Words
    part_of_name: Words
    joins: Words
    capital: Words
    genitives: Words
    regions: Annotated[dict[str, Land], Field(min_length=1)]

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
        seats = {name: region.capitals for name, region in self.regions.items() if region.capitals}
        owners = [(form + end, name) for name in seats for form in self.regions[name].forms for end in self.genitives]
        return {
            **self.model_dump(exclude={"endings", "genitives", "regions", "towns"}),
            "capitals": seats,
            "owners": dict(owners),
            "towns": {town: name for name, region in self.regions.items() for town in region.towns},
            "words": _words(self.regions, self.endings),
            "between": self.towns,
        }


class LabelExample(Shape):
    """Sentences in which what is marked is a label of this type with this key; `silent` ones have none."""

    type: str = ""
    key: str = ""
    in_: Annotated[Words, Field(alias="in", default_factory=list)]
    silent: Perhaps


class Spoken(Shape):
    """Times of day in words: an hour of `hours` with the minutes of `shifts` before it, a word of `marks` behind it.

    With neither it is one where a word of `before` goes before and a part of the day follows, of either half.
    """

    before: Folded
    hours: dict[str, int]
    shifts: dict[str, int]
    marks: Folded
    parts: dict[str, Literal["am", "pm"]]


class Labels(Shape):
    """labels.yaml: by which words streets, roads, telephone numbers and vehicles are known.

    A name with a word of `streets` is one; with a word of `places` where a house number stands beside it, before or
    behind, or a word of `located` before it. `short` forms stand for longer ones. A road is a word of `roads` with a
    number; a letter only behind a word of `road_before`. A number with a word of `phones` before it is one of a
    telephone, a name of `makes` with a word of `vehicle_before` a vehicle, unless a word that begins like `of_makers`
    follows; so is a number behind a word of `lines`. A word of `compass` behind one of `toward` tells where something
    goes, unless one of `compass_of` follows; so does a name behind one of `bound`, or one behind a word of `origin`
    with another behind a word of `goal`. Two numbers with one of `score_marks` between them are a score in a sentence
    with one of `matches`. `spoken` are the words of which a time of day is made.
    """

    streets: Folded
    places: Folded
    short: dict[str, str]
    number_behind: bool
    located: Folded
    roads: dict[str, Words]
    road_before: Folded
    phones: Folded
    vehicle_before: Folded
    makes: Longest
    same_makes: dict[str, str]
    of_makers: Folded
    lines: Folded
    score_marks: str
    matches: Folded
    spoken: Spoken
    compass: dict[str, str]
    toward: Longest
    compass_of: Folded
    bound: Longest
    origin: Longest
    goal: Longest
    examples: list[LabelExample]


class Corrections(Shape):
    """corrections.yaml: how a text tells that something in a text was wrong; the examples stand in the rules.

    Only near one of `notes` anything is a correction, or near one of `errors` in the headline or in a sentence with one
    of `texts`. What stands behind one of `not` or `instead`, or in a sentence with one of `wrong`, is taken back for
    what follows one of `but`, or stands in a sentence with one of `right`; but not what stands behind one of `besides`.
    Beside one of `errors` a value behind one of `replaced` is taken back, too: "corrects to 15 from 150".
    """

    notes: Folded
    errors: Folded
    texts: Folded
    wrong: Folded
    right: Folded
    not_: Annotated[Folded, Field(alias="not")]
    besides: Folded
    but: Folded
    instead: Folded
    replaced: Folded


class EventWords(Shape):
    """How a language says that something happened: `verbs` are lemmas."""

    verbs: Perhaps
    nouns: Perhaps


class Events(RootModel[dict[Literal["founded", "opened", "merged", "acquires"], EventWords]]):
    """events.yaml: what happens to a house or a thing once. Its examples stand in the rules."""

    def table(self) -> dict[str, Any]:
        """By event the words, folded."""
        return {
            event: {"verbs": words.verbs, "nouns": [noun.lower() for noun in words.nouns]}
            for event, words in self.root.items()
        }
