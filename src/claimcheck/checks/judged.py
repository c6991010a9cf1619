"""Checks of what a constraint has already judged: a class for each message with names of its own, and one for times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from claimcheck.checks.comparison import Comparison, Mend, Role, Write, judged
from claimcheck.model import Claim
from claimcheck.model.comparison import Count, DayName, Judged, JudgedKind, MonthName, Shown, Timed, TimeKind
from claimcheck.model.link import Dossier


class Judging:
    """Fails where what the constraint of its kinds sets side by side does not fit."""

    names: tuple[str, ...] = ("name", "other")
    kinds: frozenset[str] = frozenset()

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each such judgement."""
        for each in dossier.links:
            if isinstance(each, Judged) and each.kind in self.kinds:
                yield _comparison(each, write)


def _comparison(each: Judged, write: Write) -> Comparison:
    roles = tuple(Role(name, *part) for name, part in each.roles if part.span.end)
    mends = () if each.mend is None else (Mend(*each.mend),)
    shown = each.shown if each.numbers is None else _beside(*each.numbers, write)
    values = each.values if each.numbers is None else (*each.values, ("result", shown))
    fits = judged(each.fits)
    return Comparison(
        fits, each.claims, roles, values, shown, mends, each.spoken, evidence=each.evidence, asks=each.asks
    )


def _beside(one: Decimal, two: Decimal, write: Write) -> str:
    """Two numbers with the sign that stands between them."""
    sign = "=" if one == two else "<" if one < two else ">"
    return f"{write(one)} {sign} {write(two)}"


class AddressClash(Judging):
    """Fails where a form of address, pronoun or role noun does not fit the only person it can mean."""

    names = ("name", "title", "other")
    kinds = frozenset({"address"})


class TitleClash(Judging):
    """Fails where one person has two titles that nobody holds at the same time."""

    names = ("name", "title", "other")
    kinds = frozenset({"title"})


class TwoOffices(Judging):
    """Fails where an article gives one person two offices in one organisation that nobody holds two of."""

    names = ("person", "role", "other", "organization")
    kinds = frozenset({"office"})


class WrongAcronym(Judging):
    """Fails where an acronym is not that of the name beside it; `known`: the name is a known one, or only its first
    letters tell.
    """

    names = ("name", "acronym", "right")

    def __init__(self, known: bool) -> None:
        self.kinds = frozenset({"acronym" if known else "initials"})


class WrongRegion(Judging):
    """Fails where a town lies in another region or country."""

    names = ("town", "region", "right")
    kinds = frozenset({"region"})


class WrongCapital(Judging):
    """Fails where a town is called the capital of a country or region that has another one."""

    names = ("town", "country", "right")
    kinds = frozenset({"capital"})


class Unintroduced(Judging):
    """Fails where a speaker is named by a surname that nothing introduces; with `alike` only if another name differs
    from it by a letter, without it only if none does.
    """

    def __init__(self, alike: bool) -> None:
        self.kinds = frozenset({"spelling of a surname" if alike else "no introduction"})


class NameChanges(Judging):
    """Fails where a person is called by a name that nobody bears and that only looks like that of another."""

    kinds = frozenset({"name"})


class TwoSpellings(Judging):
    """Fails where two words of one article differ by a letter; `of`: they are names, or neither is known for one."""

    def __init__(self, of: Literal["names", "words"]) -> None:
        self.kinds = frozenset({"spelling" if of == "names" else "spelling of a word"})


class AttributeChanges(Judging):
    """Fails where one thing has two colours, or one person two sexes."""

    kinds = frozenset({"attribute"})


class SidesExchanged(Judging):
    """Fails where somebody is called by the noun for the other part than the one a clause gives him."""

    kinds = frozenset({"side"})


class QuotedOfTwo(Judging):
    """Fails where the same words in quotation marks are said to be those of two persons."""

    names = ("speaker", "other")
    kinds = frozenset({"quotation"})


class HeadlineDenied(Judging):
    """Fails where the text denies what the headline says; `of` names the kinds of contradiction."""

    names = ("head", "below")

    def __init__(self, of: list[JudgedKind]) -> None:
        self.kinds = frozenset(of)


class Clash(Judging):
    """Fails where what is told once does not go with what is told elsewhere; `of` names the kinds."""

    names = ("claim", "other", "result", "word")

    def __init__(self, of: list[JudgedKind]) -> None:
        self.kinds = frozenset(of)


class WrongName:
    """Fails where a known entity bears a name that is listed as wrong."""

    names = ("name", "right")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each mention of a known entity."""
        del write
        for each in dossier.article.mentions:
            if each.entity is not None:
                right = each.form != "wrong"
                roles = (Role("claim", each.span, each.text),)
                values = (("name", each.text), ("right", each.name))
                mends = (Mend(each.span, each.name),)
                shown = f"{each.text} {'=' if right else '→'} {each.name}"
                yield Comparison(judged(right), (), roles, values, shown, mends, evidence="reference")


NAMES: dict[TimeKind, tuple[str, ...]] = {
    "age": ("age", "born", "real", "published"),
    "age_at_death": ("age", "born", "died", "real"),
    "age_at_event": ("age", "born", "event", "real"),
    "ages_differ": ("age", "other"),
    "clock": ("length", "start", "end", "real"),
    "duration": ("length", "dates", "real"),
    "from_to": ("first", "last"),
    "impossible": ("date",),
    "jubilee": ("number", "since", "held", "real"),
    "life_order": ("first", "second", "age"),
    "order": ("event", "length", "other", "real"),
    "service": ("age", "length"),
    "tense": ("date", "verb", "published"),
    "tense_loose": ("date", "verb", "published"),
    "weekday": ("date", "stated", "real", "day"),
}
SAME_TIME: tuple[str, ...] = ("claim", "other", "real")


class Times:
    """Fails where times that follow from each other do not go together; `say` are the equations of the rule."""

    names = SAME_TIME

    def __init__(self, say: list[TimeKind]) -> None:
        self.say = frozenset(say)
        self.names = NAMES.get(say[0], SAME_TIME)

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each such equation in the article."""
        for link in dossier.each(Timed):
            if link.kind in self.say:
                yield Comparison(
                    judged(link.fits),
                    tuple(place for _, place in link.places if isinstance(place, Claim)),
                    tuple(Role(name, place.span, place.text) for name, place in link.places),
                    tuple((name, _written(parts, write)) for name, parts in link.values),
                    _written(link.shown, write),
                    () if link.fits else tuple(Mend(span, _written((new,), write)) for span, new in link.mends),
                    evidence=link.evidence,
                )


def _written(parts: Sequence[Shown], write: Write) -> str:
    return "".join(_shown(part, write) for part in parts)


def _shown(part: Shown, write: Write) -> str:
    """One value in the reader's notation."""
    if isinstance(part, Count):
        return write.length(part.number, part.unit)
    if isinstance(part, DayName):
        return write.weekday(part.weekday)
    if isinstance(part, MonthName):
        return write.months[part.month - 1]
    return write.date(part) if isinstance(part, date) else part
