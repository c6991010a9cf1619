"""Claims against the reference: who did it, when, how much, what it is, whose words they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from claimcheck.checks.comparison import Comparison, Role, Write, judged
from claimcheck.model.link import Aspect, Dossier, Known
from claimcheck.model.relation import ArgumentName, Relation

# the article errs here whoever speaks: it is the author who tells what the speaker said
OF_THE_AUTHOR: tuple[Aspect, ...] = ("measure", "per", "wording", "speaker")
WHO = frozenset(get_args(ArgumentName)) - {"amount", "date", "number", "price", "role", "share", "time"}
"""The arguments of a relation that tell what it is about."""


class Contradicted:
    """Fails where the reference says otherwise about one of these aspects of a claim."""

    names = ("said", "right", "fact", "source")

    def __init__(self, aspects: list[Aspect]) -> None:
        self.aspects = frozenset(aspects)

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each aspect of which the reference knows something."""
        for link in dossier.each(Known):
            if link.aspect in self.aspects:
                yield _beside(link, write)


def _beside(link: Known, write: Write) -> Comparison:
    fact = link.fact
    source = fact.sources[0].publisher if fact.sources else fact.id
    roles = [Role("claim", link.span, link.said), *_others(link)]
    right = write.digits(link.right) if link.aspect == "value" else link.right
    values = (("said", link.said), ("right", right), ("fact", fact.id), ("source", source))
    spoken = False if link.aspect in OF_THE_AUTHOR else True if link.claim.voice is not None else None
    spoken = spoken if link.spoken is None else link.spoken
    return Comparison(
        judged(link.agrees),
        (link.claim,),
        tuple(roles),
        values,
        f"{fact.id}: {link.right}",
        spoken=spoken,
        evidence="reference",
    )


def _others(link: Known) -> Iterator[Role]:
    """The other arguments of the relation: what the claim is about."""
    relation = link.claim.value
    if isinstance(relation, Relation):
        for name, each in relation.arguments:
            if each.span != link.span and name in WHO:
                yield Role(name, each.span, each.text)
    elif link.others:
        yield from (Role(name, each.span, each.text) for name, each in link.others)
    else:
        yield Role("value", link.claim.span, link.claim.text)


def agreeing(dossier: Dossier) -> frozenset[str]:
    """The ids of the claims that the reference confirms in some aspect."""
    return frozenset(link.claim.id for link in dossier.each(Known) if link.agrees)
