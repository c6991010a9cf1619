"""What speakers are known to have said beside what the article has them say: figures and quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.link.known_facts import fits_value
from claimcheck.model.attribution import Attribution
from claimcheck.model.claim import Claim
from claimcheck.model.entity import Mention
from claimcheck.model.known import Known
from claimcheck.model.measure import Measure
from claimcheck.model.reference import ReferenceClaim
from claimcheck.model.report import Article

if TYPE_CHECKING:
    from claimcheck.reference import Reference

TOTALS = frozenset(("budget", "revenue", "price", "deal_value", "investment", "valuation", "costs", "spending", "debt"))
EACH = frozenset(("bonus", "wage"))
WORD = re.compile(r"[^\W_]+")
SHORTEST_QUOTE = 5
ALIKE = 0.7
MOST_KEPT = 1000


def known_statements(article: Article, reference: Reference) -> Iterator[Known]:
    """Figures and quotations of known speakers."""
    named: dict[str, Mention] = {}
    for each in article.mentions:
        named.setdefault(each.name, each)
    speakers = {
        claim.id: speaker
        for claim in article.claims
        if isinstance(claim.value, Attribution)
        and (speaker := speaker_of(claim.value, article.mentions, named)) is not None
    }
    for claim in article.claims:
        if isinstance(claim.value, Measure) and claim.voice in speakers:
            for fact in reference.about(speakers[claim.voice], "said", "speaker"):
                yield from _figure(claim, fact)
        elif isinstance(claim.value, Attribution) and claim.value.mode == "direct":
            yield from _quotation(claim, speakers.get(claim.id), reference)


def speaker_of(attribution: Attribution, mentions: Sequence[Mention], named: Mapping[str, Mention]) -> str | None:
    """The known person whose words these are: the name in the source, or what it was resolved to.

    `mentions` are those of the article in order, none overlapping; `named` holds the first of each name.
    """
    source = attribution.source
    if source is None:
        return None
    names = []
    for at in range(bisect_right(mentions, source.span.start, key=_end), len(mentions)):
        each = mentions[at]
        if each.span.start >= source.span.end:
            break
        if each.entity is not None and each.kind != "place":
            names.append(each)
    people = [each for each in names if each.kind == "person"] or names
    if people:
        return people[0].entity
    meant = named.get(attribution.resolved) if attribution.resolved else None
    return None if meant is None else meant.entity


def _end(mention: Mention) -> int:
    return mention.span.end


def _figure(claim: Claim, fact: ReferenceClaim) -> Iterator[Known]:
    """The same figure of the same speaker, but as a value of something else."""
    value, about = claim.value, claim.about
    if fact.value is None or not isinstance(value, Measure) or not fits_value(claim, fact):
        return
    if about is None or about.measure is None or about.measure.kind is None or fact.measure is None:
        return
    kind, per = about.measure.kind, fact.value.per is not None
    own = [each for each in (*EACH, *TOTALS) if each in fact.measure.split()]
    if per and kind in TOTALS and kind not in own:
        yield Known(claim, "measure", False, about.measure.span, about.measure.text, fact.measure, fact)
    elif per and kind in EACH and kind in own:
        stated = value.per is not None or "per_person" in about.qualifiers
        yield Known(claim, "per", stated, about.measure.span, about.measure.text, fact.measure, fact)


def _quotation(claim: Claim, speaker: str | None, reference: Reference) -> Iterator[Known]:
    content = claim.value.content if isinstance(claim.value, Attribution) else None
    if content is None:
        return
    words = WORD.findall(content.text.casefold())
    if len(words) < SHORTEST_QUOTE:
        return
    for fact in reference.quoted():
        for quotes in fact.quotes.values():
            for quote in quotes:
                like, same = _alike(words, _documented(quote))
                own = speaker is not None and speaker in fact.entities("speaker")
                if own and like >= ALIKE:
                    yield Known(claim, "wording", same, content.span, content.text, quote, fact)
                elif speaker is not None and same and not own:
                    right = ", ".join(term.name for term in fact.arguments.get("speaker", ()))
                    yield Known(claim, "speaker", False, content.span, content.text, right, fact)


@lru_cache(MOST_KEPT)
def _documented(quote: str) -> list[str]:
    return WORD.findall(quote.casefold())


def _alike(said: list[str], documented: list[str]) -> tuple[float, bool]:
    """How much of the quotation stands in the documented one, in order, and whether it is an unbroken part of it."""
    if len(set(said) & set(documented)) < len(set(said)) * ALIKE * 0.8:
        return 0.0, False
    from difflib import SequenceMatcher  # noqa: PLC0415 – only where a quotation is compared

    blocks = SequenceMatcher(None, said, documented, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(said), max(block.size for block in blocks) == len(said)
