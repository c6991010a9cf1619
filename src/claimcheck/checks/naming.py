"""What people, organisations and places are called: two words that do not go together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from claimcheck.checks.comparison import Comparison, Mend, Role, Write, judged
from claimcheck.checks.names import alike_but_for_accents
from claimcheck.model.attribution import Part
from claimcheck.model.comparison import Evidence
from claimcheck.model.finding import RoleName
from claimcheck.model.link import Dossier
from claimcheck.model.naming import (
    Addressed,
    Capital,
    Changed,
    Headed,
    Located,
    Respelled,
    Shortened,
    Speaker,
    TwoTitles,
    Unanswered,
)


class AddressClash:
    """Fails where a form of address does not fit the only person of that name."""

    names = ("name", "title", "other")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each form of address that differs."""
        del write
        for link in dossier.links:
            if isinstance(link, Addressed):
                roles = (_role("claim", link.title), _role("name", link.name), _role("other", link.other))
                values = (("name", link.name.text), ("title", link.title.text), ("other", link.other.text))
                shown = f"{link.title.text} {link.name.text} {_between(link.clash)} {link.other.text}"
                yield _comparison(link.clash, roles, values, shown)


class TitleClash:
    """Fails where one person has two titles that nobody holds at the same time."""

    names = ("name", "title", "other")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each second title."""
        del write
        for link in dossier.links:
            if isinstance(link, TwoTitles):
                roles = (_role("claim", link.title), _role("other", link.other))
                values = (("name", link.name), ("title", link.title.text), ("other", link.other.text))
                shown = f"{link.other.text} {_between(link.clash)} {link.title.text}"
                yield _comparison(link.clash, roles, values, shown)


class WrongAcronym:
    """Fails where an acronym is not that of the name beside it; `known`: the name is a known one, or only its first
    letters tell.
    """

    names = ("name", "acronym", "right")

    def __init__(self, known: bool) -> None:
        self.known = known

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each name with an acronym."""
        del write
        for link in dossier.links:
            if isinstance(link, Shortened) and link.known is self.known:
                roles = (_role("claim", link.acronym), _role("name", link.name))
                values = (("name", link.name.text), ("acronym", link.acronym.text), ("right", link.right[0]))
                mends = (Mend(link.acronym.span, link.right[0]),)
                shown = f"{link.name.text} = {link.right[0]}"
                evidence: Evidence = "reference" if link.known else "apposition"
                yield _comparison(link.clash, roles, values, shown, mends, evidence)


class WrongRegion:
    """Fails where a town lies in another region."""

    names = ("town", "region", "right")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each known town with a region."""
        del write
        for link in dossier.links:
            if isinstance(link, Located):
                roles = (_role("claim", link.region), _role("town", link.town))
                values = (("town", link.town.text), ("region", link.region.text), ("right", link.right))
                yield _comparison(link.clash, roles, values, f"{link.town.text} → {link.right}", (), "reference")


class WrongCapital:
    """Fails where a town is called the capital of a country that has another one."""

    names = ("town", "country", "right")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each known town called a capital."""
        del write
        for link in dossier.links:
            if isinstance(link, Capital):
                roles = (_role("claim", link.town), _role("country", link.phrase))
                values = (("town", link.town.text), ("country", link.country), ("right", link.right))
                mends = (Mend(link.town.span, link.right),)
                yield _comparison(link.clash, roles, values, f"{link.country} → {link.right}", mends, "reference")


class Unintroduced:
    """Fails where a speaker is named by a surname that nothing introduces; with `alike` only if another name differs
    from it by a letter, without it only if none does.
    """

    names = ("name", "other")

    def __init__(self, alike: bool) -> None:
        self.alike = alike

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each speaker named by a surname alone; two spellings are told once, accents are style."""
        del write
        told: set[frozenset[str]] = set()
        for link in dossier.links:
            if not isinstance(link, Speaker):
                continue
            other = link.alike or link.first
            shown = link.name.text if other is None else other.text
            pair = frozenset((link.name.text, shown))
            if pair not in told:
                roles = [_role("claim", link.name), *(() if other is None else (_role("other", other),))]
                missing = self._missing(link)
                told.update([pair] if missing and self.alike else [])
                yield _comparison(missing, roles, (("name", link.name.text), ("other", shown)), link.name.text)

    def _missing(self, link: Speaker) -> bool:
        if link.first is not None or (link.alike is not None) is not self.alike:
            return False
        return link.alike is None or not alike_but_for_accents(link.alike.text, link.name.text)


class NameChanges:
    """Fails where a person is called by a surname that nobody bears and that only looks like that of another."""

    names = ("name", "other")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each such surname, unless a letter is the whole difference: that is another rule's."""
        del write
        spelled = {link.name.text for link in dossier.links if isinstance(link, Speaker) and link.alike is not None}
        spelled |= {
            each.text for link in dossier.links if isinstance(link, Respelled) for each in (link.part, link.other)
        }
        for link in dossier.links:
            if isinstance(link, Changed) and link.name.text not in spelled:
                roles = (_role("claim", link.name), _role("other", link.full))
                values = (("name", link.name.text), ("other", link.full.text))
                mends = (Mend(link.name.span, link.other),)
                yield _comparison(True, roles, values, f"{link.full.text} ≠ {link.name.text}", mends)


class HeadlineDenied:
    """Fails where the text denies what the headline says; `of` names the kinds of contradiction."""

    names = ("head", "below")

    def __init__(self, of: list[Literal["outcome", "weekday", "place", "name", "people", "figure"]]) -> None:
        self.of = frozenset(of)

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each of them."""
        del write
        for link in dossier.links:
            if isinstance(link, Headed) and link.kind in self.of:
                roles = [_role("below", link.below)]
                if link.head.span.end:
                    roles.insert(0, _role("head", link.head))
                values = (("head", link.head.text), ("below", link.below.text))
                shown = f"{link.head.text} ≠ {link.below.text}"
                yield _comparison(True, roles, values, shown, (), "headline")


class NobodyAnswers:
    """Fails where no source stands near a superlative, or near a share of people."""

    names = ("wording",)

    def __init__(self, of: Literal["superlative", "share"]) -> None:
        self.of = of

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each of them."""
        del write
        for link in dossier.links:
            if isinstance(link, Unanswered) and link.kind == self.of:
                claims = () if link.claim is None else (link.claim,)
                roles = (_role("claim", link.part),)
                values = (("wording", link.part.text),)
                yield Comparison(
                    judged(link.sourced), claims, roles, values, link.part.text, evidence="wording", asks=True
                )


def _comparison(  # noqa: PLR0917 – the order is that of a comparison
    clash: bool,
    roles: Sequence[Role],
    values: tuple[tuple[str, str], ...],
    shown: str,
    mends: tuple[Mend, ...] = (),
    evidence: Evidence = "register",
) -> Comparison:
    return Comparison(judged(not clash), (), tuple(roles), values, shown, mends, evidence=evidence)


def _between(clash: bool) -> str:
    return "≠" if clash else "~"


def _role(name: RoleName, part: Part) -> Role:
    return Role(name, part.span, part.text)
