"""Whose responsibility a figure is: what a person says is theirs, what a document or a house tells is the article's."""

from __future__ import annotations

from claimcheck.link.known.facts import Held
from claimcheck.link.known.offices import is_office
from claimcheck.model.attribution import Attribution
from claimcheck.model.claim import Claim


def attributed(held: Held, claim: Claim) -> bool:
    """Whether a figure is what a person says. What a document or a house tells an article has to pass on rightly."""
    if claim.voice is None:
        return False
    voices = (each.value for each in held.article.claims if each.id == claim.voice)
    said = next((each for each in voices if isinstance(each, Attribution)), None)
    if said is None:
        return True
    return said.mode == "direct" or (said.mode == "indirect" and _is_person(held, said))


def _is_person(held: Held, said: Attribution) -> bool:
    source = said.source
    if source is None or said.source_kind == "pronoun":
        return source is not None
    if said.source_kind == "role":
        return any(is_office(each, held.article.document.language or "") for each in source.text.split())
    kinds = {each.kind for each in held.names if source.span.covers(each.span)}
    return said.source_kind == "named" and ("person" in kinds or not kinds)
