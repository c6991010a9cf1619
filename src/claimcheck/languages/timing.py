"""The shape of timing.yaml: the words that tie dates, lengths of time and ages together."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from claimcheck.languages.shape import Perhaps, Shape, Some, Words, all_of, inflected, named_by, phrase_table

Group = Literal[
    "born", "died", "lived", "deceased", "now", "turns", "at_age", "then", "kin", "grown", "did", "pronoun", "lasts",
    "spans", "later", "after", "since", "from_", "begins", "ends", "not_length", "compared", "apposed", "also",
    "listing", "fiscal", "south", "before_ago", "ago", "jubilee", "birthday", "founded", "wedded", "wedding",
    "until", "before_event", "serves", "for_", "definite", "about", "this_year", "reached", "past", "shall",
    "planned", "was", "was_over", "done", "on", "still", "owned_age", "alive", "recurs", "times", "passed", "equal",
    "falls", "after_that", "deathday", "indefinite", "night", "then_day", "these", "week", "looks_back",
]  # fmt: skip
"""Words by the part they play; a word ending in "~" stands for itself with each of the endings.

Lives: born, died (beside the date), lived (before an age that was the last), deceased (somebody is dead), now (before
a present age), turns (before an age just reached), at_age (before an age at some event), owned_age and still (before,
near one that is the present age all the same), alive (before the dates of a life), then (the age was that of another
time), then_day (behind one: that of the day just told), kin (another person's life), grown (an event no child has),
did (any other event), pronoun (the person of the sentence before).
Lengths: lasts (a length is that of what the sentence names), spans (verbs whose "over" is no hedge), later (behind a
length: counted from the date before), after (before such a length), these (before a length that was told as dates),
looks_back (a length up to the date beside it), since, from_, begins and ends (beside the first, the last date),
not_length (before or behind a length that is something else), compared (more, less), passed (a length has gone by).
The same time twice: apposed (may stand between), also (says that it is the same), listing (more dates follow), fiscal
(a quarter of a business year), south (seasons are the other way round), before_ago and ago (before, behind a length:
so long ago), equal ("today is Monday"), falls ("Easter falls on").
Jubilees: jubilee (behind an ordinal or "-year"), birthday, wedded (jubilees of a marriage), wedding (beside the day
they count from), deathday, founded (beside the first date), about (the first date follows), times (behind an ordinal,
if recurs stands in the sentence), this_year, reached (tells that it is now).
Weekdays: indefinite (articles before one that explains a date), night (a date may be that of its evening), week ("the
following week").
Order: after_that (joins what came first), until (before the last date), before_event (behind a length: counted back
from the date that follows).
Service: serves (what nobody does from birth on), for_ (before how long it was done), definite (articles).
Tense: past (an event that is over), was and done (a past event in two words), was_over (was that needs no second
word), shall (an event to come), planned (a past verb tells of a plan), on (before the date of an event).
"""


Unit = Literal["year", "month", "week", "day"]


class Clock(Shape):
    """How the time of day is written: words right behind the hour, of either half of the day where there are two.

    `names` are words for a time of day by themselves, in minutes after midnight.
    """

    whole_day: Perhaps
    morning: Perhaps
    afternoon: Perhaps
    names: Annotated[dict[str, Annotated[int, Field(ge=0, le=1440)]], Field(default_factory=dict)]


class Timing(Shape):
    """timing.yaml.

    `lengths` are words for one unit that are a length only beside "later", "after" or "before" ("a year": year);
    `units` are the nouns of units, alone or at the end of others ("Dienstjahre").
    `numbers` are the jubilees that are words ("centenary": 100), `ordinals` the words before others ("tenth": 10). In
    `examples` the [[marked]] word plays the part named before the colon; in `near_misses` no word plays it.
    """

    endings: list[str]
    ordinal_marks: list[str]
    numbers: dict[str, Annotated[int, Field(ge=2)]]
    ordinals: dict[str, Annotated[int, Field(ge=2)]]
    lengths: Annotated[dict[str, Unit], Field(default_factory=dict)]
    units: dict[str, Unit]
    clock: Clock
    groups: Annotated[dict[Group, Words], all_of(Group)]
    examples: Some
    near_misses: Some

    def table(self) -> dict[str, Any]:
        """`phrases`: first word → the phrases that begin with it, longest first, with all roles; folded."""
        roles: dict[tuple[str, ...], set[str]] = {}
        units = {word: f"one_{unit}" for word, unit in self.lengths.items()}
        named = [(form, name) for name, words in self.groups.items() for form in inflected(words, self.endings)]
        for phrase, name in (*named, *units.items()):
            roles.setdefault(tuple(phrase.lower().split()), set()).add(name)
        halves = {"": self.clock.whole_day, "am": self.clock.morning, "pm": self.clock.afternoon}
        return {
            "phrases": phrase_table(roles),
            "ordinal_marks": self.ordinal_marks,
            "units": self.units,
            "ordinals": {
                form.lower(): number
                for word, number in self.ordinals.items()
                for form in inflected([word], self.endings)
            },
            "numbers": {word.lower(): number for word, number in self.numbers.items()},
            "clock": {
                "marks": named_by(halves),
                "names": {word.lower(): minutes for word, minutes in self.clock.names.items()},
            },
        }
