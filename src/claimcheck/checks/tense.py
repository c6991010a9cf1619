"""The tense of a verb against its date: "won on September 28" in an article of May."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Role, Write, judged, role
from claimcheck.checks.years import days
from claimcheck.model.link import Dossier
from claimcheck.model.timing import Told


class TenseWrong:
    """Fails where what is told as over lies after the publication, or what is to come before it.

    `sure`: only where the verb stands beside the date, or only where it does not.
    """

    names = ("date", "verb", "published")

    def __init__(self, sure: bool, within_days: int = 1) -> None:
        self.sure = sure
        self.margin = within_days

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each date with the tense of a verb."""
        published = dossier.article.document.published
        for link in dossier.links:
            when = days(link.claim) if isinstance(link, Told) else None
            if not isinstance(link, Told) or link.sure is not self.sure or when is None or published is None:
                continue
            apart = when.first - published if link.past else published - when.last
            wrong = apart.days > self.margin
            roles = (role("date", link.claim), Role("verb", link.verb.span, link.verb.text))
            values = (("date", link.claim.text), ("verb", link.verb.text), ("published", write.date(published)))
            day = when.first if link.past else when.last
            sign = "<" if day < published else ">" if day > published else "="
            shown = f"{day.isoformat()} {sign} {published.isoformat()}"
            yield Comparison(judged(not wrong), (link.claim,), roles, values, shown)
