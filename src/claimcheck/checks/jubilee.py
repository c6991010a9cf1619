"""The number of a jubilee against the year it counts from."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Mend, Role, Write, judged, role
from claimcheck.checks.years import days, new_year
from claimcheck.model.link import Dossier
from claimcheck.model.timing import Jubilee


class JubileeWrong:
    """Fails where founding and jubilee lie another number of years apart; without a stated year a jubilee is that of
    the publication, of the year before or of the next.
    """

    names = ("number", "since", "held", "real")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each jubilee with the date it counts from."""
        published = dossier.article.document.published
        for link in dossier.links:
            if not isinstance(link, Jubilee):
                continue
            since, held = days(link.since), days(link.held)
            if since is None or (since.first == since.last and (since.first.month, since.first.day) == (2, 29)):
                continue  # a day of four years: people count it in two ways
            if held is None and (published is None or link.held is not None):
                continue
            claims = (link.since,) if link.held is None else (link.since, link.held)
            if held is not None:
                year, room = held.first.year, 0
            elif published is not None:
                year, room = published.year, 1
            real = year - since.first.year
            fits = abs(real - link.years) <= room or real <= 0
            roles = [Role("number", link.number.span, link.number.text), role("since", link.since)]
            if link.held is not None:
                roles.append(role("held", link.held))
            values = (
                ("number", link.number.text),
                ("since", link.since.text),
                ("held", str(year)),
                ("real", str(real)),
            )
            digits = "".join(char for char in link.number.text if char.isdecimal())
            mends: list[Mend] = list(new_year(link.since, year - link.years))
            if digits == str(link.years):
                mends.append(Mend(link.number.span, link.number.text.replace(digits, str(real), 1)))
            shown = f"{year} − {since.first.year} = {real}"
            yield Comparison(judged(fits), claims, tuple(roles), values, shown, tuple(mends), evidence="calendar")
