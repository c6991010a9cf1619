"""What an article says beside what the reference knows: agreement, or a proof of the contrary.

Every statement is held against the facts that were valid on the days it speaks of; whatever the article dates, limits
or hedges beyond what is known is held against nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.link.known.actors import actors, categories, denied, failed, swapped
from claimcheck.link.known.deals import contests, dates, founders, values
from claimcheck.link.known.events import events
from claimcheck.link.known.facts import Held
from claimcheck.link.known.figures import figures
from claimcheck.link.known.offices import offices
from claimcheck.link.known.sayings import known_statements
from claimcheck.link.known.when import Times
from claimcheck.link.known.wordings import wordings
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.link import Known
from claimcheck.model.report import Article

if TYPE_CHECKING:
    from claimcheck.reference import Reference

__all__ = ["known_links"]

OFFICES = ("has_role", "leads")
TOLD = ("fact", "plan")


def known_links(article: Article, reference: Reference) -> Iterator[Known]:
    """Every aspect of what an article says that the reference knows something of."""
    if article.analysis is None:
        return
    numbers = {each.span: each for each in article.claims if not isinstance(each.value, Relation)}
    held = Held(article, reference, Times(article), numbers, article.mentions)
    found = list(_of_relations(held))
    yield from found
    if article.mentions:
        yield from figures(held)
        dated = {each.span for each in found if each.aspect == "date"}
        yield from (each for each in events(held) if each.span not in dated)
    yield from wordings(held)
    yield from known_statements(article, reference)


def _of_relations(held: Held) -> Iterator[Known]:
    for claim in held.article.claims:
        if isinstance(claim.value, Relation) and not claim.value.former and claim.modality in TOLD:
            yield from _of_relation(held, claim, claim.value)


def _of_relation(held: Held, claim: Claim, relation: Relation) -> Iterator[Known]:
    """All aspects of one relation; of a plan only what agrees."""
    yield from (offices if relation.predicate in OFFICES else actors)(held, claim, relation)
    yield from values(held, claim, relation)
    if claim.modality == "fact":
        yield from swapped(held, claim, relation)
        yield from denied(held, claim, relation)
        yield from dates(held, claim, relation)
        yield from failed(held, claim, relation)
        yield from contests(held, claim, relation)
    if relation.predicate == "is_a":
        yield from categories(claim, relation, held.reference)
    elif relation.predicate == "founded":
        yield from founders(held, claim, relation)
