"""What an article may not say of one thing: each constraint gets it with its links and adds what it judges."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.constraints.acronyms import acronyms
from claimcheck.constraints.headlines import headlines
from claimcheck.constraints.places import places
from claimcheck.constraints.quotations import quotations
from claimcheck.constraints.sexes import sexes
from claimcheck.constraints.spellings import spellings
from claimcheck.constraints.timing import timed
from claimcheck.constraints.titles import titles
from claimcheck.model.link import Dossier, Link

__all__ = ["constrain"]

CONSTRAINTS: tuple[Callable[[Dossier], Iterator[Link]], ...] = (
    titles,
    sexes,
    acronyms,
    places,
    spellings,
    quotations,
    headlines,
    timed,
)


def constrain(dossier: Dossier) -> Dossier:
    """The dossier with what every constraint judges; nothing in an unknown language."""
    if dossier.article.document.language is None:
        return dossier
    return dossier._replace(links=(*dossier.links, *(link for each in CONSTRAINTS for link in each(dossier))))
