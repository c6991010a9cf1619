"""The shape of relations.yaml: the words that tie numbers together, each group with an example and a near miss."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Group(BaseModel):
    """Words that play one part. A word ending in "~" stands for itself with each of the endings.

    In `examples` every marked [[word]] must be read as one of this group; in `near_misses` nothing may be.
    """

    model_config = ConfigDict(extra="forbid")
    words: list[str]
    examples: list[str]
    near_misses: list[str]


class ToldWords(BaseModel):
    """The groups behind the checks of values told apart.

    Changes: before_that (earlier than what was told: "the year before", not "last year"), definite (what is known
    already: "the 20 percent rise"), follows (it follows from what was told: "so"), figure (nouns that stand for any
    number).
    Seats and votes: seat (what a parliament has), member (who votes in it), denied (it is not so: "short of"), both
    (two that are counted together, or twice).
    People counted again: all_of (all of those told before), person (nouns for them).
    Matches and races: apart (calls a time a gap), sets (of a match), half_time, result (the
    score at the end), wins, draws, losses,
    score_points, matches, deducted (points that are taken away).
    Values: ranging (a range from … to), above, below (set a value against one that follows: "less than the").
    Averages: lowest, highest (words for the two ends of what an average lies between).
    """

    model_config = ConfigDict(extra="forbid")
    seat: Group
    member: Group
    denied: Group
    both: Group
    all_of: Group
    person: Group
    apart: Group
    sets: Group
    half_time: Group
    result: Group
    wins: Group
    draws: Group
    losses: Group
    score_points: Group
    matches: Group
    deducted: Group
    above: Group
    below: Group
    ranging: Group
    lowest: Group
    highest: Group
    before_that: Group
    definite: Group
    follows: Group
    figure: Group


__all__ = ["FigureWords", "Group"]


class FigureWords(ToldWords):
    """The groups behind the checks of sums, products and lists.

    Remainders: remaining ("the remaining ten"), others ("the other ten"), too ("ten also …"), again ("another ten"),
    own_share (who pays the rest), undecided (the last answer of a poll), polled (who was asked), results (of
    parties), pro, contra (answers).
    Each: per_one ("10 euros per flat"), per_head (the same for people), share_out ("they split 900 euros"),
    per_period ("400 a month"), average, made_of ("consists of").
    Stakes: stake, worth (of the whole), worth_weak (said of anything).
    Votes: voting, versus, margin, needed (a majority nobody had), accepted, rejected; series_of and game_no ("won the
    series 4-3 in game seven").
    Lists: list_follows, listable (things that are then named), copula, joined_names (one name with an "and" in it),
    in_words (the same number in words or figures follows).
    Ranks: ranks (ordinals), behind, after (the same behind a comma or a label), alone ("behind only"), better.
    Changes: later (marks the new value), instead (of the old one), as_much ("five times as many"), became (ten of
    four), article ("a 20 percent increase").
    Elsewhere: where ("in", before another place), dead, hurt and treated (people of a headline), scale_words, money,
    half_years (six months each).
    """

    model_config = ConfigDict(extra="forbid")
    remaining: Group
    others: Group
    too: Group
    again: Group
    own_share: Group
    average: Group
    per_one: Group
    undecided: Group
    polled: Group
    voting: Group
    versus: Group
    margin: Group
    accepted: Group
    rejected: Group
    worth: Group
    stake: Group
    behind: Group
    after: Group
    alone: Group
    better: Group
    list_follows: Group
    listable: Group
    copula: Group
    joined_names: Group
    in_words: Group
    ranks: dict[int, Group]
    series_of: Group
    game_no: Group
    later: Group
    instead: Group
    as_much: Group
    article: Group
    results: Group
    pro: Group
    contra: Group
    share_out: Group
    per_head: Group
    dead: Group
    hurt: Group
    treated: Group
    scale_words: Group
    made_of: Group
    became: Group
    where: Group
    needed: Group
    worth_weak: Group
    half_years: Group
    money: Group
    per_period: dict[Literal["day", "week", "month", "year"], Group]


Hedge = Literal["about", "over", "under", "nearly", "good"]


class Notation(BaseModel):
    """How messages in this language write numbers, weekdays (Monday first), dates ("{day}. {month} {year}")
    and lengths of time (one, several).
    """

    model_config = ConfigDict(extra="forbid")
    decimal: str
    group: str
    weekdays: Annotated[list[str], Field(min_length=7, max_length=7)]
    months: Annotated[list[str], Field(min_length=12, max_length=12)]
    date: str
    lengths: dict[
        Literal["year", "month", "week", "day", "hour", "minute"],
        Annotated[list[str], Field(min_length=2, max_length=2)],
    ]


class Relations(FigureWords):
    """relations.yaml. The numbers themselves are read elsewhere; here stands what the words between them say.

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
    cardinals: ranks behind a label; foreign_scales: scale words of other languages, exactly as written, with their
    powers of ten.
    """

    model_config = ConfigDict(extra="forbid")
    notation: Notation
    endings: list[str]
    from_: Group
    to: Group
    by: Group
    rise: Group
    fall: Group
    amount_of: Group
    more: Group
    less: Group
    than: Group
    earlier: Group
    baseline: Group
    between: Group
    multiply: dict[int, Group]
    divide: dict[int, Group]
    as_many: Group
    equals: Group
    thereby: Group
    or_: Group
    whole: Group
    of: Group
    of_which: Group
    open: Group
    total: Group
    each: Group
    one: Group
    together: Group
    and_: Group
    besides: Group
    change: Group
    majority: Group
    minority: Group
    place: Group
    label: Group
    people: Group
    plurality: Group
    filler: Group
    light: Group
    hedges: dict[Hedge, Group]
    cardinals: dict[int, list[str]]
    foreign_scales: dict[int, list[str]]

    def groups(self) -> dict[str, Group]:
        """Every group under the name its words get as a role; numbers and hedges are part of the name."""
        plain = {name: group for name in type(self).model_fields if isinstance(group := getattr(self, name), Group)}
        for number, group in self.multiply.items():
            plain[f"multiply:{Decimal(number)}"] = group
        for number, group in self.divide.items():
            plain[f"divide:{Decimal(number)}"] = group
        for number, group in self.ranks.items():
            plain[f"rank:{number}"] = group
        for period, group in self.per_period.items():
            plain[f"per:{period}"] = group
        for hedge, group in self.hedges.items():
            plain[f"hedge:{hedge}"] = group
        return plain

    def _phrases(self) -> dict[tuple[str, ...], list[str]]:
        """The words of each phrase with the names of its groups and the number it is."""
        roles: dict[tuple[str, ...], list[str]] = {}
        for name, group in self.groups().items():
            for word in group.words:
                stems = [word[:-1] + ending for ending in self.endings] if word.endswith("~") else [word]
                for stem in stems:
                    known = roles.setdefault(tuple(stem.lower().split()), [])
                    if name not in known:
                        known.append(name)
        for number, words in self.cardinals.items():
            for word in words:
                roles.setdefault((word.lower(),), []).append(f"cardinal:{number}")
        return roles

    def table(self) -> dict[str, Any]:
        """`phrases`: first word → the phrases that begin with it, longest first, with all roles; folded."""
        table: dict[str, list[list[Any]]] = {}
        for phrase, names in sorted(self._phrases().items(), key=lambda pair: (-len(pair[0]), pair[0])):
            table.setdefault(phrase[0], []).append([list(phrase[1:]), sorted(names)])
        foreign = {word: power for power, words in self.foreign_scales.items() for word in words}
        ranks = {word.lower() for group in self.ranks.values() for word in group.words}
        telling = [*self.multiply.values(), *self.divide.values(), self.majority]
        return {
            "phrases": table,
            "telling": sorted({word.lower().rstrip("~") for group in telling for word in group.words}),
            "notation": self.notation.model_dump(),
            "foreign_scales": foreign,
            "ranked_by": sorted(ranks | {f"{word.lower()} " for word in self.label.words}),
            "half_time": sorted(word.lower() for word in self.half_time.words),
            "both": sorted(word.lower() for word in self.both.words),
            "behind": sorted(word.lower() for word in [*self.behind.words, *self.after.words, *self.better.words]),
        }
