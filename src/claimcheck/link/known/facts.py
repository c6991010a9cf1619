"""Facts of the reference, as the links to them need them: who is meant, when they hold, what they leave room for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extract.relations.lexicon import lexicon_of
from claimcheck.link.known.when import Times, When
from claimcheck.model.claim import Argument, ArgumentName, Claim, Relation
from claimcheck.model.entity import EntityKind, Mention, ReferenceClaim, Term
from claimcheck.model.interval import bounds, possible
from claimcheck.model.link import Aspect, Known
from claimcheck.model.measure import Measure, Period, year_start
from claimcheck.model.report import Article
from claimcheck.model.span import Span
from claimcheck.reference.plain import period

if TYPE_CHECKING:
    from claimcheck.reference import Reference


UNCERTAIN = ("background",)
ZERO = Decimal(0)
FRESH = 365
"""Days for which a fact without an end is taken to hold on after somebody has looked at it."""


class Held(NamedTuple):
    """An article that is held against the reference: its times, its claims and its names by place."""

    article: Article
    reference: Reference
    times: Times
    numbers: dict[Span, Claim]
    names: tuple[Mention, ...]

    def entity(self, argument: Argument | None) -> str | None:
        """The id of the known entity an argument names, by itself or with the whole of a name it is a part of.

        None for a name that several bear in the article: "Becker" after Boris Becker and Jürgen Becker.
        """
        if argument is None:
            return None
        around = [each for each in self.names if each.span.covers(argument.span)]
        if any(each.form == "shared" for each in around):
            return None
        named = next((each.entity for each in around if each.entity is not None), None)
        return argument.entity or (named if around else self.listed(argument))

    def listed(self, argument: Argument) -> str | None:
        """The id of the only one in an imported base with the very name of an argument that is no name of the text.

        What is a word of the language by itself ("team", "Stadt") is taken for none.
        """
        if not self.reference.stores or self._is_word(argument.text):
            return None
        found = self.reference.resolve(argument.text, self.times.published)
        return found[0].id if len(found) == 1 else None

    def _is_word(self, name: str) -> bool:
        words, low = lexicon_of(self.article.document.language or ""), name.lower()
        return words is None or words.words.has(name) or words.is_common(low) or words.is_class[low]

    def known(self, relation: Relation, *roles: ArgumentName) -> tuple[Argument, str] | None:
        """The argument in the first of the roles that is told, with its id; None where it is nobody known."""
        told = next(filter(None, map(relation.get, roles)), None)
        entity = self.entity(told)
        return None if told is None or entity is None else (told, entity)

    def kind(self, entity: str | None) -> EntityKind | None:
        """What a known entity is."""
        known = self.reference.entity(entity) if entity is not None else None
        return None if known is None else known.kind


def entity_of(relation: Relation, *roles: ArgumentName) -> str | None:
    """The id of the known entity in the first of the roles that is told."""
    told = (relation.get(role) for role in roles)
    return next((each.entity for each in told if each is not None), None)


def facts_of(relation: Relation, reference: Reference) -> list[ReferenceClaim]:
    """The facts of the same predicate about the organisation of a relation."""
    entity = entity_of(relation, "organization")
    return [] if entity is None else list(reference.about(entity, relation.predicate, "organization"))


def entities_of(fact: ReferenceClaim) -> set[str]:
    """The ids of all entities in a fact."""
    return {term.entity for terms in fact.arguments.values() for term in terms if term.entity is not None}


def names_of(fact: ReferenceClaim, role: str) -> str:
    """The names in a role, for people."""
    return ", ".join(term.name for term in fact.arguments.get(role, ()))


def shown_value(fact: ReferenceClaim) -> str:
    """The value of a fact with its unit, for people."""
    value = fact.value
    if value is None or value.number is None:
        return ""
    return f"{value.number.normalize():f} {value.unit or value.noun or ''}".strip()


def beside(  # noqa: PLR0917 – one row of a table
    claim: Claim, aspect: Aspect, agrees: bool, argument: Argument, right: str, fact: ReferenceClaim
) -> Known:
    """The claim beside a fact, at one of its arguments."""
    return Known(claim, aspect, agrees, argument.span, argument.text, right, fact)


def fits_value(stated: Claim, fact: ReferenceClaim, room: float = 0.0) -> bool | None:
    """Whether a stated number may be the fact's or one of its accepted reports; None where they cannot be compared.

    `room` is the part of it by which it may have changed since.
    """
    value = stated.value
    if not isinstance(value, Measure):
        return None
    known = filter(None, (fact.value, *(other.value for other in fact.accepted)))
    reports = [each for each in known if _unit(each) == _unit(value)]
    said = possible(value)
    fits = [said.meets(bounds(each).widened(abs(each.number or ZERO) * _part(room))) for each in reports]
    return any(fits) if fits else None


def _unit(value: Measure) -> str:
    """The unit; people are counted like anything else."""
    return value.unit or "person"


def _part(room: float) -> Decimal:
    return Decimal(str(round(room, 4)))


def holds(fact: ReferenceClaim, when: When) -> bool | None:
    """Whether a fact held all the days of a time (True), on none of them (False), or perhaps (None).

    A reduced date ("2019") leaves the whole of its period open. A fact without any date of validity says nothing.
    """
    since, until = _since(fact), fact.valid_to
    if when.start is None or when.end is None or (since, until) == (None, None):
        return None
    if _over(since, until, when.start, when.end) or any(_inside(when, gap) for gap in fact.interrupted):
        return False
    days = Period(when.start, when.end, "day", "")
    certain = [_begun(since) <= when.start, _goes_on(fact, until, when.end)]
    return True if all([*certain, *(dates_apart(days, gap) for gap in fact.interrupted)]) else None


def _goes_on(fact: ReferenceClaim, until: Period | None, end: date) -> bool:
    """Whether it held for certain up to a day."""
    return not _is_stale(fact, end) if until is None else end <= _lasting(until)


def _since(fact: ReferenceClaim) -> Period | None:
    """When it began to hold; whoever is appointed or elected holds the office from then on."""
    return fact.valid_from or (fact.date if fact.predicate in ("appointed", "elected") else None)


def _over(since: Period | None, until: Period | None, start: date, end: date) -> bool:
    """Whether it was over before a time, or began behind it."""
    if until is not None and until.end is not None and until.end <= start:
        return True
    return since is not None and since.start is not None and since.start >= end


def _begun(since: Period | None) -> date:
    """The day from which on it held for certain."""
    day = None if since is None else since.start if since.grain == "day" else since.end
    return day or date.min


def _lasting(until: Period) -> date:
    """The day up to which it held for certain."""
    return (until.end if until.grain == "day" else until.start) or date.max


def _inside(when: When, gap: Period) -> bool:
    after = gap.start is None or (when.start is not None and gap.start <= when.start)
    return after and (gap.end is None or (when.end is not None and when.end <= gap.end))


def _is_stale(fact: ReferenceClaim, day: date) -> bool:
    """Whether nobody has looked at an open end for so long that it may be over."""
    reviewed = None if fact.reviewed is None else period(fact.reviewed).end
    return reviewed is not None and (day - reviewed).days > FRESH


def dates_apart(stated: Period, known: Period) -> bool:
    """Whether two periods have no day in common; open ends and unknown parts are never apart."""
    if stated.start is None or stated.end is None or known.start is None or known.end is None:
        return False
    return stated.end <= known.start or known.end <= stated.start


def period_of(argument: Argument, numbers: dict[Span, Claim]) -> Period | None:
    """The date an argument is, else the year that its last word names by four digits."""
    claim = numbers.get(argument.span)
    if claim is not None and isinstance(claim.value, Period):
        return claim.value
    words = argument.text.split()
    year = words[-1] if words else ""
    if len(year) == 4 and year.isdecimal() and year[0] in "12":
        return Period(year_start(int(year)), year_start(int(year) + 1), "year", year)
    return None


UNLIKE = 70
"""Percent of alikeness below which two surnames are no spellings of one."""
WHOLE = 2
"""Words of a name that tells a person from others."""
BUYER = "acquirer"
"""Who is somebody else even if nobody knows the name: what is bought has one buyer."""


def goes_by(held: Held, told: Argument, fact: ReferenceClaim, role: str) -> bool:
    """Whether who is told of may be meant by a role of a fact."""
    identity = held.entity(told)
    entity = held.reference.entity(identity or "")
    names = [told.text, _whole(held, told)] if entity is None else [told.text, entity.name]
    terms = fact.arguments.get(role, ())
    if any(_is_named(each, told.text, names) for each in terms):
        return True
    ids = [each.entity for each in terms if each.entity is not None]
    return identity in ids or any(_means(held, names, identity, each) for each in ids)


def _is_named(term: Term, told: str, names: list[str]) -> bool:
    """Whether a term is called so, with something more or less."""
    inside = term.entity is None and term.name.casefold() in told.casefold()
    return inside or any(_is_longer(term.name, each) or _is_longer(each, term.name) for each in names)


def _is_longer(name: str, other: str) -> bool:
    """Whether a name is another with more before or within it: "Professor Meike Dassow", "Meike K. Dassow"."""
    words, fewer = name.split()[::-1], other.split()[::-1]
    rest = iter(words)
    return len(fewer) >= WHOLE and words[:1] == fewer[:1] and all(each in rest for each in fewer)


def _means(held: Held, names: list[str], identity: str | None, other: str) -> bool:
    """Whether one of the names may mean the other, or it is one of its people."""
    if any(held.reference.may_mean(name, other) for name in names):
        return True
    facts = held.reference.about(identity) if identity else ()
    people = (each for each in facts if "person" in each.arguments or "founder" in each.arguments)
    return any(other in each.entities("organization") for each in people)


def is_another(held: Held, told: Argument, fact: ReferenceClaim, role: str) -> bool:
    """Whether who is told of is for certain none of those in a role of a fact, and of their kind."""
    if goes_by(held, told, fact, role):
        return False
    identity = held.entity(told)
    kinds = {held.kind(each) or "organisation" for each in fact.entities(role)}  # a person is known by an office
    if identity is not None:
        return held.kind(identity) in kinds
    name, others = _whole(held, told), [each.name for each in fact.arguments.get(role, ())]
    return _is_stranger(name, others) if kinds == {"person"} else role == BUYER and _is_other_house(name, others)


def _whole(held: Held, told: Argument) -> str:
    """The name of which an argument is a part: "James" of "James B. Korten"."""
    return next((each.name for each in held.names if each.span.covers(told.span)), told.text)


def _is_stranger(name: str, others: list[str]) -> bool:
    """Whether a full name that nobody knows has another surname than all of those, and no misspelled one."""
    from rapidfuzz import fuzz  # noqa: PLC0415 – only where a name is not known

    words = name.split()
    if len(words) < WHOLE or not all(each[0].isupper() for each in (words[0], words[-1])):
        return False
    return all(fuzz.ratio(words[-1].casefold(), each.split()[-1].casefold()) < UNLIKE for each in others)


def _is_other_house(name: str, others: list[str]) -> bool:
    """Whether a house that nobody knows has no word of those in its name, and is no short form of one."""
    words = {word.casefold() for word in name.split()}
    if not all(word[0].isupper() for word in name.split()):
        return False
    return not any(words & {*each.casefold().split()} or name in _initials(each) for each in others)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())
