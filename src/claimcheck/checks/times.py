"""Times against each other: what an equation of time joins, in the reader's notation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from claimcheck.checks.comparison import Comparison, Mend, Role, Write, judged
from claimcheck.model import Claim
from claimcheck.model.link import Dossier
from claimcheck.model.timing import Count, DayName, MonthName, Shown, Timed, TimeKind

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
