"""A person whose office changes from one sentence to the next."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Role, Write, judged
from claimcheck.model import Claim
from claimcheck.model.link import Dossier
from claimcheck.model.relation import Argument, Relation

# offices that nobody holds two of in one house
APART = frozenset(("ceo", "cfo", "cto", "coo", "chair", "speaker"))


class TwoOffices:
    """Fails where an article gives one person two such offices in one organisation."""

    names = ("person", "role", "other", "organization")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each pair of offices of one person."""
        del write
        first: dict[tuple[str, str], tuple[Claim, Argument]] = {}
        for claim, person, office, house in _held(dossier):
            key = (person.entity or person.text, house.entity or house.text)
            if key not in first:
                first[key] = (claim, office)
                continue
            other_claim, other = first[key]
            roles = (Role("claim", office.span, office.text), Role("other", other.span, other.text))
            values = (
                ("person", person.text),
                ("role", office.text),
                ("other", other.text),
                ("organization", house.text),
            )
            fits = other.entity == office.entity
            spoken = True if claim.voice else None
            yield Comparison(judged(fits), (claim, other_claim), roles, values, spoken=spoken, evidence="register")


def _held(dossier: Dossier) -> Iterator[tuple[Claim, Argument, Argument, Argument]]:
    """Every such office that the article gives somebody as a fact: who holds it, what it is, and where."""
    for claim in dossier.article.claims:
        relation = claim.value
        if not isinstance(relation, Relation) or relation.predicate != "has_role" or claim.modality != "fact":
            continue
        person, office, house = relation.get("person"), relation.get("role"), relation.get("organization")
        if person is not None and office is not None and house is not None and office.entity in APART:
            yield claim, person, office, house
