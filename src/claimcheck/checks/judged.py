"""Checks of what was judged before: by a constraint, of names known to be wrong, of times, and of suppressions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from claimcheck.checks.comparison import Comparison, Mend, Role, Write, judged
from claimcheck.model import Claim
from claimcheck.model.comparison import Count, DayName, Judged, JudgedKind, MonthName, Shown, Timed, TimeKind
from claimcheck.model.ledger import Use
from claimcheck.model.link import Dossier
from claimcheck.model.span import Span

JUDGED: dict[JudgedKind, tuple[str, ...]] = {
    "acronym": ("name", "acronym", "right"),
    "address": ("name", "title", "other"),
    "attribute": ("name", "other"),
    "capital": ("town", "country", "right"),
    "initials": ("name", "acronym", "right"),
    "name": ("name", "other"),
    "no introduction": ("name", "other"),
    "office": ("person", "role", "other", "organization"),
    "outcome": ("head", "below"),
    "quotation": ("speaker", "other"),
    "region": ("town", "region", "right"),
    "side": ("name", "other"),
    "spelling": ("name", "other"),
    "spelling of a surname": ("name", "other"),
    "spelling of a word": ("name", "other"),
    "title": ("name", "title", "other"),
    "weekday": ("head", "below"),
}
"""The names that a message may use, by the first kind that its rule is about."""
NUMBERS: tuple[str, ...] = ("claim", "other", "result", "word")


class Clash:
    """Fails where what is told once does not go with what is told elsewhere; `of` names the kinds."""

    names = NUMBERS

    def __init__(self, of: list[JudgedKind]) -> None:
        self.kinds = frozenset(of)
        self.names = JUDGED.get(of[0], NUMBERS)

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each such judgement."""
        for each in dossier.each(Judged):
            if each.kind in self.kinds:
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


SHOWN = 120


class SuppressionFault:
    """Fails for each suppression with this fault; it looks at what became of them after all other rules have run."""

    names = ("rule", "reason", "until", "suppression", "near")

    def __init__(self, fault: Literal["unused", "expired", "undated", "without_reason", "unclear"]) -> None:
        self.fault = fault

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each suppression of the article."""
        del write
        text = dossier.article.document.text
        for use in dossier.links:
            if not isinstance(use, Use):
                continue
            suppression, state, place, near = use
            shown = text[place.start : place.end]
            until = suppression.until.isoformat() if suppression.until else ""
            values = (
                ("rule", suppression.rule),
                ("reason", suppression.reason),
                ("until", until),
                ("suppression", shown if len(shown) <= SHOWN else shown[:SHOWN] + " …"),
                ("near", near or ""),
            )
            at = text.find(suppression.rule, place.start, place.end) if near else -1
            mends = (Mend(Span(at, at + len(suppression.rule)), near),) if near and at >= 0 else ()
            roles = (Role("suppression", place, shown),)
            yield Comparison(judged(state != self.fault), (), roles, values, "", mends, asks=True)
