"""What each number of an article is a number of, so that another article's can be held against it in other words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.link.across.line import Number, Sheet
from claimcheck.link.across.scope import noun_key
from claimcheck.model import Article, Period, Span
from claimcheck.model.claim import ArgumentName, Qualifier, Relation
from claimcheck.model.link import Direction
from claimcheck.statements.agreement import UNREAL
from claimcheck.statements.befell import Befell
from claimcheck.statements.concepts import family, table, takes
from claimcheck.statements.place import CHANGES
from claimcheck.statements.statement import Statement, Statements
from claimcheck.statements.words import joints

PARTS = frozenset({"of_which", "added", "again", "others", "remaining", "besides", "open"})
"""Roles of words that make a number one of a part or of more."""
EACH = "each"
FOR_EACH = frozenset({EACH, "per_one"})
THEN = frozenset({"earlier", "baseline", "then"})
STEPS = frozenset({"by", "more", "less", "than", "change", "rise", "fall"})
BY, MOVED = frozenset({"by"}), frozenset({"rise", "fall", "more", "less", "change"})
SHARES = ("share", "points")
UP, DOWN = frozenset({"rise", "more"}), frozenset({"fall", "less"})
PEOPLE = ("count", "persons")
AGE, DIVIDEND = "age", "dividend"
GIVEN_FOR_SHARES = frozenset({None, "income"})
RELATED: dict[tuple[str, ArgumentName], str] = {("sentenced", "duration"): "sentence"}
"""What a number is of that a relation takes for one of its arguments."""
SCALED = ("temperature", "speed")
OF_EACH: tuple[Qualifier, ...] = ("average", "median", "per_person", "maximum", "minimum")
OF_MONEY: tuple[Qualifier, ...] = (*OF_EACH, "yearly", "monthly")


class Meaning(NamedTuple):
    """What a number is of: its concept, the kind of number, whether it is the step of a change and which way.

    `each` says per whom or what it is taken, `part` that it is of some only, `real` that it is told as so or planned,
    `then` that it was so before. `times` are the dates of its clause. `concept` is None where none is told.
    """

    number: Number
    concept: str | None
    family: str
    step: bool
    way: Direction | None
    each: tuple[str, ...]
    part: bool
    real: bool
    then: bool
    times: tuple[Period, ...]

    @property
    def key(self) -> tuple[object, ...]:
        """The same for two numbers that may be values of one thing."""
        kind = PEOPLE[0] if self.family in PEOPLE else self.family
        return self.thing, kind, self.step, self.each

    @property
    def thing(self) -> str | None:
        """Its concept, the same for those that texts use for each other; of none a count's noun, or its scale."""
        if self.concept is not None:
            return table()[self.concept]["like"] or self.concept
        return noun_key(self.number) if self.family in PEOPLE else self.family if self.family in SCALED else None

    @property
    def core(self) -> bool:
        """Whether an event has one such number, whoever bears it."""
        return self.concept is not None and bool(table()[self.concept]["core"]) and not self.step

    @property
    def running(self) -> bool:
        """Whether such counts grow while the news goes on."""
        return self.concept is not None and bool(table()[self.concept]["running"])


def meanings(page: Sheet) -> tuple[Meaning, ...]:
    """What the numbers of an article are of, in the order of the text."""
    article = page.article
    if article.analysis is None or joints(page.language) is None:
        return ()
    befell = Befell(article)
    numbers = {number.claim.span: number for line in page.lines for number in line.numbers}
    statements, related = Statements(article), dict(_related(article))
    return tuple(
        _meaning(_concept(befell, each) or related.get(each.claim.span), numbers[each.claim.span], each)
        for at in statements.numbered()
        for each in statements.within(at)
        if each.claim.span in numbers
    )


def _related(article: Article) -> Iterator[tuple[Span, str]]:
    """The concepts that relations tell of the numbers among their arguments."""
    for relation in (each.value for each in article.claims if isinstance(each.value, Relation)):
        for name, argument in relation.arguments:
            if (relation.predicate, name) in RELATED:
                yield argument.span, RELATED[relation.predicate, name]


def _meaning(concept: str | None, number: Number, statement: Statement) -> Meaning:
    """What a number is of."""
    kind = family(statement.claim)
    step = (kind == "share" and _changes(concept)) or (_is_step(statement, kind) and not _is_told(concept, kind))
    return Meaning(
        number,
        concept,
        AGE if concept == AGE else kind,
        step,
        _way(statement),
        _each(statement, kind),
        part=not PARTS.isdisjoint(statement.cues),
        real=statement.claim.modality not in UNREAL,
        then=not THEN.isdisjoint(statement.lead if concept == AGE else statement.cues),
        times=() if concept == AGE else _times(number, statement),
    )


def _each(statement: Statement, kind: str) -> tuple[str, ...]:
    """Per whom or what it is taken, and whether it is one of each."""
    about = statement.claim.about
    told = () if about is None else about.qualifiers
    found = [name for name in (OF_MONEY if kind == "money" else OF_EACH) if name in told]
    return tuple(found) if FOR_EACH.isdisjoint(statement.cues) else (*found, EACH)


def _is_step(statement: Statement, kind: str) -> bool:
    """Whether the words before a number make it a change; "by" only what moves: "es ging um drei Millionen"."""
    touching = statement.touching & STEPS
    if touching != BY or kind in SHARES:
        return bool(touching)
    return not (CHANGES.isdisjoint(statement.verb.senses) and MOVED.isdisjoint(statement.cues))


def _concept(befell: Befell, statement: Statement) -> str | None:
    """Its concept; a lead in seconds is no age."""
    found = befell.concept(statement)
    per = statement.value.per
    if per is not None and per.noun is not None and found in GIVEN_FOR_SHARES and befell.is_share(per.noun):
        return DIVIDEND
    return None if found == AGE and statement.value.unit not in (None, "year", "month") else found


def _is_told(concept: str | None, kind: str) -> bool:
    """Whether the verb before a number only says what it is: how deep somebody fell, how many posts are cut."""
    flows = concept is not None and table()[concept]["kind"] == "flow"
    return concept is not None and (kind == "length" or (kind in PEOPLE and flows))


def _changes(concept: str | None) -> bool:
    """Whether a percentage with a concept is the change of it."""
    return concept is None or not takes(concept, "share") or table()[concept]["kind"] == "change"


def _times(number: Number, statement: Statement) -> tuple[Period, ...]:
    """The dates of the clause of a number, else that of a sentence with no other number."""
    dates = [each.claim for each in number.line.numbers if isinstance(each.claim.value, Period)]
    own = [each for each in dates if statement.verb.holds(statement.held.token_at(each.span.start))]
    found = own or (dates if len(dates) == 1 == len(number.line.numbers) - 1 else [])
    return tuple(each.value for each in found if isinstance(each.value, Period))


def _way(statement: Statement) -> Direction | None:
    """Which way a change goes, by its verb, else by the words of its phrase."""
    if statement.way is not None:
        return statement.way
    up, down = (not way.isdisjoint(statement.cues) for way in (UP, DOWN))
    return None if up == down else "up" if up else "down"
