"""The shape of relations.yaml: the words that tie numbers together, each group with an example and a near miss."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.languages.figures import FigureWords, Group

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

    def table(self) -> dict[str, Any]:
        """`phrases`: first word → the phrases that begin with it, longest first, with all roles; folded."""
        roles: dict[tuple[str, ...], list[str]] = {}
        for name, group in self.groups().items():
            for word in group.words:
                stems = [word[:-1] + ending for ending in self.endings] if word.endswith("~") else [word]
                for stem in stems:
                    known = roles.setdefault(tuple(stem.lower().split()), [])
                    if name not in known:
                        known.append(name)
        table: dict[str, list[list[Any]]] = {}
        for number, words in self.cardinals.items():
            for word in words:
                roles.setdefault((word.lower(),), []).append(f"cardinal:{number}")
        for phrase, names in sorted(roles.items(), key=lambda pair: (-len(pair[0]), pair[0])):
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
