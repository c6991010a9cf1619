"""The shape of timing.yaml: the words that tie dates, lengths of time and ages together."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.languages.numbers import Words


class Groups(BaseModel):
    """Words by the part they play; a word ending in "~" stands for itself with each of the endings.

    Lives: born, died (beside the date), lived (before an age that was the last), deceased (somebody is dead), now
    (before a present age), turns (before an age just reached), at_age (before an age at some event), owned_age and
    still (before, near one that is the present age all the same), alive (before the dates of a life), then (the age
    was that of another time), kin (another person's life), grown (an event no child has), did (any other event),
    pronoun (the person of the sentence before).
    Lengths: lasts (a length is that of what the sentence names), spans (verbs whose "over" is no hedge), later (behind
    a length: counted from the date before), after (before such a length), since, from_, begins and ends (beside the
    first, the last date), not_length (before or behind a length that is something else), compared (more, less), passed
    (a length has gone by).
    The same time twice: apposed (may stand between), also (says that it is the same), listing (more dates follow),
    fiscal (a quarter of a business year), south (seasons are the other way round), before_ago and ago (before, behind
    a length: so long ago), equal ("today is Monday"), falls ("Easter falls on").
    Jubilees: jubilee (behind an ordinal or "-year"), birthday, wedded (jubilees of a marriage), wedding (beside the day
    they count from), founded (beside the first date), about (the first date
    follows), times (behind an ordinal, if recurs stands in the sentence), this_year, reached (tells that it is now).
    Order: until (before the last date), before_event (behind a length: counted back from the date that follows).
    Service: serves (what nobody does from birth on), for_ (before how long it was done), definite (articles).
    Tense: past (an event that is over), was and done (a past event in two words), was_over (was that needs no second
    word), shall (an event to come), planned (a past verb tells of a plan), on (before the date of an event).
    """

    model_config = ConfigDict(extra="forbid")
    born: Words
    died: Words
    lived: Words
    deceased: Words
    now: Words
    turns: Words
    at_age: Words
    then: Words
    kin: Words
    grown: Words
    did: Words
    pronoun: Words
    lasts: Words
    spans: Words
    later: Words
    after: Words
    since: Words
    from_: Words
    begins: Words
    ends: Words
    not_length: Words
    compared: Words
    apposed: Words
    also: Words
    listing: Words
    fiscal: Words
    south: Words
    before_ago: Words
    ago: Words
    jubilee: Words
    birthday: Words
    founded: Words
    wedded: Words
    wedding: Words
    until: Words
    before_event: Words
    serves: Words
    for_: Words
    definite: Words
    about: Words
    this_year: Words
    reached: Words
    past: Words
    shall: Words
    planned: Words
    was: Words
    was_over: Words
    done: Words
    on: Words
    still: Words
    owned_age: Words
    alive: Words
    recurs: Words
    times: Words
    passed: Words
    equal: Words
    falls: Words


class Clock(BaseModel):
    """How the time of day is written: words right behind the hour, of either half of the day where there are two.

    `names` are words for a time of day by themselves, in minutes after midnight.
    """

    model_config = ConfigDict(extra="forbid")
    whole_day: Words = []
    morning: Words = []
    afternoon: Words = []
    names: dict[str, Annotated[int, Field(ge=0, le=1440)]] = {}


class Timing(BaseModel):
    """timing.yaml.

    `lengths` are words for one unit that are a length only beside "later", "after" or "before" ("a year": year).
    `numbers` are the ordinals of jubilees that are words ("centenary": 100). In `examples` the [[marked]] word plays
    the part named before the colon; in `near_misses` no word plays it.
    """

    model_config = ConfigDict(extra="forbid")
    endings: list[str]
    ordinal_marks: list[str]
    numbers: dict[str, Annotated[int, Field(ge=2)]]
    lengths: dict[str, Literal["year", "month", "week", "day"]] = {}
    clock: Clock
    groups: Groups
    examples: Annotated[list[str], Field(min_length=1)]
    near_misses: Annotated[list[str], Field(min_length=1)]

    def table(self) -> dict[str, Any]:
        """`phrases`: first word → the phrases that begin with it, longest first, with all roles; folded."""
        roles: dict[tuple[str, ...], set[str]] = {}
        for name, words in self.groups.model_dump().items():
            for word in words:
                stems = [word[:-1] + ending for ending in self.endings] if word.endswith("~") else [word]
                for stem in stems:
                    roles.setdefault(tuple(stem.lower().split()), set()).add(name)
        for word, unit in self.lengths.items():
            roles.setdefault(tuple(word.lower().split()), set()).add(f"one_{unit}")
        table: dict[str, list[list[Any]]] = {}
        for phrase, names in sorted(roles.items(), key=lambda pair: (-len(pair[0]), pair[0])):
            table.setdefault(phrase[0], []).append([list(phrase[1:]), sorted(names)])
        numbers = {word.lower(): number for word, number in self.numbers.items()}
        clock = {
            "marks": {
                word.lower(): half
                for half, words in (
                    ("", self.clock.whole_day),
                    ("am", self.clock.morning),
                    ("pm", self.clock.afternoon),
                )
                for word in words
            },
            "names": {word.lower(): minutes for word, minutes in self.clock.names.items()},
        }
        return {"phrases": table, "ordinal_marks": self.ordinal_marks, "numbers": numbers, "clock": clock}
