"""The shapes of relations.yaml and timing.yaml: words that tie numbers, dates, lengths and ages together."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from claimcheck.languages.shape import Grouped, Perhaps, Shape, Some, Words, all_of, inflected, named_by, phrase_table


class Group(Shape):
    """Words that play one part. A word ending in "~" stands for itself with each of the endings.

    In `examples` every marked [[word]] must be read as one of this group; in `near_misses` nothing may be.
    """

    words: Words
    examples: Words
    near_misses: Words


Name = Literal[
    "seat", "member", "ballot", "denied", "both", "all_of", "person", "apart", "sets", "half_time", "straight",
    "periods", "result", "aggregate", "wins", "draws", "losses", "score_points", "matches", "deducted", "above",
    "below", "ranging", "lowest", "highest", "before_that",
    "definite", "follows", "figure", "remaining", "others", "too", "again", "own_share", "left_over", "all_but",
    "median", "share_noun", "reckoned", "followed", "met", "unmet", "average", "per_one",
    "undecided", "polled", "voting", "versus", "margin", "accepted", "rejected", "worth", "stake", "behind", "after",
    "alone", "better", "list_follows", "listable", "copula", "joined_names", "in_words", "series_of", "game_no",
    "later", "instead", "as_much", "article", "results", "pro", "contra", "share_out", "per_head", "unit_price", "dead",
    "hurt", "harm", "treated", "scale_words", "made_of", "became", "where", "needed", "worth_weak", "money",
    "from_", "to", "by", "rise", "fall", "amount_of", "more", "less", "than", "earlier", "baseline", "between",
    "as_many", "equals", "thereby", "or_", "whole", "of", "of_which", "open", "total", "each", "one", "together",
    "and_",
    "besides", "change", "then", "now", "had", "added", "beyond", "greater", "smaller", "majority", "minority",
    "record", "former", "never", "since", "worst", "every_time", "when", "exactly", "gold", "silver",
    "bronze", "medals", "minute", "first_half", "second_half", "place", "label", "people",
    "plurality", "filler", "light", "age_or_sex", "no_more", "excess", "makes_up", "room", "came",
    "so_far", "excepted", "tall", "years_before",
]  # fmt: skip
"""What the words between numbers say; the numbers themselves are read elsewhere.

Right before a number: from_, to, by (its part in a change), whole (parts of it follow), label (it is only a name);
filler may stand between such a word and its number.
Changes: rise, fall (verbs and nouns), change (a noun that tells no direction), amount_of (between the noun and its
size), more, less, than ("30 more than"), earlier (marks the old value), baseline (names what a change is measured
against), multiply, divide ("doubled", "halved"), as_many (between "twice" and the old value), thereby (it follows
from the sentence before), or_ (joins two sizes of one change), equals (the same thing said again).
Parts: of (between part and whole), of_which and open (begin a list; an open one names only some), total (sums up),
each (counts once for every name that follows), one (a number after such a word), and_ (joins the last member),
together (the sum follows), besides (ends a list), place (follows a number without a noun: "144 in the centre").
Shares: majority, minority (more, less than half), plurality (a majority that need not be half), people (groups of
which no more than all can be meant).
between makes two numbers a range, and neither a score nor a change.
light may stand between two related numbers without breaking the relation.

Remainders: remaining ("the remaining ten"), others ("the other ten"), too ("ten also …"), again ("another ten"),
own_share (who pays the rest), left_over ("ten are left"), all_but ("all but ten"), share_noun ("a quota of"),
median (an average that is no mean),
undecided (the last answer of a poll), polled (who was asked), results (of parties), pro, contra (answers).
Each: per_one ("10 euros per flat"), per_head (the same for people), share_out ("they split 900 euros"),
unit_price (a noun of what one costs),
per_period ("400 a month"), average, made_of ("consists of").
Stakes: stake, worth (of the whole), worth_weak (said of anything).
Votes: voting, versus, margin, needed (a majority nobody had), met and unmet (it was
enough, or not), accepted, rejected; series_of and game_no ("won the
series 4-3 in game seven").
Lists: list_follows, listable (things that are then named), copula, joined_names (one name with an "and" in it),
in_words (the same number in words or figures follows).
Ranks: ranks (ordinals), behind, after (the same behind a comma or a label), alone ("behind only"), better,
followed (those behind come).
Changes: then, now (mark the earlier and the later of two values), had (begins what had been before), added (what comes
on top), greater, smaller (comparatives that are said of no mere number), beyond (how far above or below another value
one is), later (marks the new value), instead (of the old one), as_much ("five times as many"), became (ten of
four), article ("a 20 percent increase").
Elsewhere: where ("in", before another place), dead, hurt and treated (people of a headline), scale_words, money,
harm (injuries).

Changes: before_that (earlier than what was told: "the year before", not "last year"), definite (what is known
already: "the 20 percent rise"), follows (it follows from what was told: "so"), figure (nouns that stand for any
number).
Sums: age_or_sex (people by age or sex), no_more ("there were no other costs"), excess ("47 km/h too fast"),
makes_up (what is divided among those who are named: "wind contributes 40 percent"),
room (how many there is room for), came (who was there), tall (behind a length: how tall somebody is).
years_before (behind years that count back: "BC").
Seats and votes: seat (what a parliament has), member (who votes in it), ballot (what is cast), denied (it is not so:
"short of"), both (two that are counted together, or twice).
People counted again: all_of (all of those told before), person (nouns for them).
Matches and races: apart (calls a time a gap), sets (of a match), straight (no set lost), periods (quarters, thirds),
half_time, result (the score at the end), aggregate (that of two matches), wins, draws, losses, gold, silver, bronze,
medals, minute, first_half, second_half, thirds (of a match),
score_points, matches, deducted (points that are taken away).
Values: reckoned (a result: "works out at"),
ranging (a range from … to), above, below (set a value against one that follows: "less than the").
Records: record (nouns for the best ever), former ("the old record"), never ("never before"), since ("the highest since
2031"), worst (the highest or the lowest, by what it is said of), every_time ("every year", "in a row"),
when (begins what was at a time just told), exactly (no rounding).
Averages: lowest, highest (words for the two ends of what an average lies between).
"""
Hedge = Literal["about", "over", "under", "nearly", "good"]
NUMBERED = {
    "multiply": "multiply",
    "divide": "divide",
    "ranks": "rank",
    "sizes": "size",
    "thirds": "third",
    "per_period": "per",
    "hedges": "hedge",
}
"""Groups by a number, a period or a hedge, and what comes before that in the name of their role."""


class Notation(Shape):
    """How messages in this language write numbers, weekdays (Monday first), dates ("{day}. {month} {year}")
    and lengths of time (one, several).
    """

    decimal: str
    group: str
    weekdays: Annotated[list[str], Field(min_length=7, max_length=7)]
    months: Annotated[list[str], Field(min_length=12, max_length=12)]
    date: str
    lengths: dict[
        Literal["year", "month", "week", "day", "hour", "minute"],
        Annotated[list[str], Field(min_length=2, max_length=2)],
    ]


class Relations(Grouped):
    """relations.yaml.

    sizes: words that take up so many ("both", "the trio"); cardinals: ranks behind a label; foreign_scales: scale words
    of other languages, exactly as written, with their powers of ten; respelled: letters that some write otherwise.
    """

    notation: Notation
    respelled: Annotated[dict[str, str], Field(default_factory=dict)]
    endings: list[str]
    groups_by_name: Annotated[dict[Name, Group], all_of(Name), Field(alias="groups")]
    multiply: dict[int | float, Group]
    divide: dict[int, Group]
    ranks: dict[int, Group]
    sizes: dict[int, Group]
    thirds: dict[int, Group]
    per_period: dict[Literal["hour", "day", "week", "month", "year"], Group]
    hedges: dict[Hedge, Group]
    cardinals: dict[int, Words]
    foreign_scales: dict[int, Words]

    def groups(self) -> dict[str, Group]:
        """Every group under the name its words get as a role; numbers and hedges are part of the name."""
        found = {
            f"{role}:{value}": group for name, role in NUMBERED.items() for value, group in getattr(self, name).items()
        }
        return {**found, **dict(self.groups_by_name.items())}

    def _words(self, *names: Name) -> Words:
        return [word.lower() for name in names for word in self.groups_by_name[name].words]

    def _roles(self) -> dict[tuple[str, ...], set[str]]:
        """Every role of each phrase."""
        roles: dict[tuple[str, ...], set[str]] = {}
        named = [(name, inflected(group.words, self.endings)) for name, group in self.groups().items()]
        for name, words in (*named, *((f"cardinal:{number}", words) for number, words in self.cardinals.items())):
            for phrase in (*words, *filter(None, map(self._otherwise, words))):
                roles.setdefault(tuple(phrase.lower().split()), set()).add(name)
        return roles

    def _otherwise(self, phrase: str) -> str | None:
        """The phrase in the other spelling, if it has one: "grösste"."""
        found = "".join(self.respelled.get(letter, letter) for letter in phrase)
        return found if found != phrase else None

    def table(self) -> dict[str, Any]:
        """`phrases`: first word → the phrases that begin with it, longest first, with all roles; folded."""
        return {
            "phrases": phrase_table(self._roles()),
            "notation": self.notation.model_dump(),
            "foreign_scales": {word: power for power, words in self.foreign_scales.items() for word in words},
            "both": sorted(self._words("both")),
            "behind": sorted(self._words("behind", "after", "better")),
        }


TimingGroup = Literal[
    "born", "died", "lived", "deceased", "now", "turns", "at_age", "then", "kin", "grown", "did", "pronoun", "lasts",
    "spans", "later", "after", "since", "from_", "begins", "ends", "not_length", "compared", "apposed", "also",
    "listing", "fiscal", "south", "before_ago", "ago", "jubilee", "birthday", "founded", "wedded", "wedding",
    "until", "before_event", "serves", "for_", "definite", "about", "reached", "past", "shall",
    "planned", "due", "was", "was_over", "done", "on", "still", "owned_age", "alive", "recurs", "times", "passed",
    "equal", "falls", "after_that", "deathday", "indefinite", "night", "then_day", "these", "week", "looks_back",
    "ongoing", "person", "earlier", "zones", "two_years",
]  # fmt: skip
"""Words by the part they play; a word ending in "~" stands for itself with each of the endings.

Lives: born, died (beside the date), lived (before an age that was the last), deceased (somebody is dead), now (before
a present age), turns (before an age just reached), at_age (before an age at some event), owned_age and still (before,
near one that is the present age all the same), alive (before the dates of a life), then (the age was that of another
time), then_day (behind one: that of the day just told), kin (another person's life), grown (an event no child has),
did (any other event), pronoun (the person of the sentence before), person (a pronoun for nobody but somebody), ongoing
(what is so still).
Lengths: lasts (a length is that of what the sentence names), spans (verbs whose "over" is no hedge), later (behind a
length: counted from the date before), earlier (behind one: back from it), after (before such a length),
these (before a length that was told as dates), zones (how far the clocks of two places are apart),
looks_back (a length up to the date beside it), since, from_, begins and ends (beside the first, the last date),
not_length (before or behind a length that is something else), compared (more, less), passed (a length has gone by).
The same time twice: apposed (may stand between), also (says that it is the same), listing (more dates follow), fiscal
(a quarter of a business year), south (seasons are the other way round), before_ago and ago (before, behind a length:
so long ago), equal ("today is Monday"), falls ("Easter falls on").
Two years: two_years (what begins in one year and ends in the next: "Saison 2025/26").
Jubilees: jubilee (behind an ordinal or "-year"), birthday, wedded (jubilees of a marriage), wedding (beside the day
they count from), deathday, founded (beside the first date), about (the first date follows), times (behind an ordinal,
if recurs stands in the sentence), reached (tells that it is now).
Weekdays: indefinite (articles before one that explains a date), night (a date may be that of its evening), week ("the
following week").
Order: after_that (joins what came first), until (before the last date), before_event (behind a length: counted back
from the date that follows).
Service: serves (what nobody does from birth on), for_ (before how long it was done), definite (articles).
Tense: past (an event that is over), was and done (a past event in two words), was_over (was that needs no second
word), shall (an event to come), planned (a past verb tells of a plan), due (a verb of now that tells of a plan), on
(before the date of an event).
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
    groups: Annotated[dict[TimingGroup, Words], all_of(TimingGroup)]
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
