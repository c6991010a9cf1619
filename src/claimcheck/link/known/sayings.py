"""What speakers are known to have said beside what the article has them say: figures and quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from claimcheck.link.known.facts import fits_value, names_of
from claimcheck.model.claim import Attribution, Claim
from claimcheck.model.entity import Mention, ReferenceClaim
from claimcheck.model.link import Known
from claimcheck.model.measure import Measure
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
    speakers = _speakers(article)
    for claim in article.claims:
        if isinstance(claim.value, Measure) and claim.voice in speakers:
            for fact in reference.about(speakers[claim.voice], "said", "speaker"):
                yield from _figure(claim, fact)
        elif isinstance(claim.value, Attribution) and claim.value.mode == "direct":
            yield from _quotation(claim, speakers.get(claim.id), reference)


def _speakers(article: Article) -> dict[str | None, str]:
    """The known speaker of every attribution, by the id of its claim."""
    named: dict[str, Mention] = {}
    for each in article.mentions:
        named.setdefault(each.name, each)
    told = ((claim.id, claim.value) for claim in article.claims if isinstance(claim.value, Attribution))
    found = ((key, speaker_of(value, article.mentions, named)) for key, value in told)
    return {key: speaker for key, speaker in found if speaker is not None}


def speaker_of(attribution: Attribution, mentions: Sequence[Mention], named: Mapping[str, Mention]) -> str | None:
    """The known person whose words these are: the name in the source, or what it was resolved to.

    `mentions` are those of the article in order, none overlapping; `named` holds the first of each name.
    """
    source = attribution.source
    if source is None:
        return None
    first = bisect_right(mentions, source.span.start, key=_end)
    inside = takewhile(lambda each: each.span.start < source.span.end, islice(mentions, first, None))
    names = [each for each in inside if each.entity is not None and each.kind != "place"]
    if names:
        return next((each for each in names if each.kind == "person"), names[0]).entity
    meant = named.get(attribution.resolved) if attribution.resolved else None
    return None if meant is None else meant.entity


def _end(mention: Mention) -> int:
    return mention.span.end


def _figure(claim: Claim, fact: ReferenceClaim) -> Iterator[Known]:
    """The same figure of the same speaker, but as a value of something else."""
    value, said = claim.value, None if claim.about is None else claim.about.measure
    if said is None or said.kind is None or not isinstance(value, Measure) or not _is_for_each(claim, fact):
        return
    kind, measure = said.kind, fact.measure or ""
    own = kind in measure.split()
    if kind in TOTALS and not own:
        yield Known(claim, "measure", False, said.span, said.text, measure, fact)
    elif kind in EACH and own:
        stated = value.per is not None or "per_person" in _qualifiers(claim)
        yield Known(claim, "per", stated, said.span, said.text, measure, fact)


def _qualifiers(claim: Claim) -> Sequence[str]:
    return () if claim.about is None else claim.about.qualifiers


def _is_for_each(claim: Claim, fact: ReferenceClaim) -> bool:
    """Whether a figure is that of a fact that holds for each of many."""
    each = fact.value is not None and fact.value.per is not None and fact.measure is not None
    return each and bool(fits_value(claim, fact))


def _quotation(claim: Claim, speaker: str | None, reference: Reference) -> Iterator[Known]:
    if not isinstance(claim.value, Attribution) or speaker is None:
        return
    content = claim.value.content
    words = WORD.findall(content.text.casefold())
    if len(words) < SHORTEST_QUOTE:
        return
    for fact, quote, exact in _quotes(reference):
        like, same = _alike(words, _documented(quote))
        own = speaker in fact.entities("speaker")
        if own and exact and like >= ALIKE:
            yield Known(claim, "wording", same, content.span, content.text, quote, fact)
        elif same and not own:
            yield Known(claim, "speaker", False, content.span, content.text, names_of(fact, "speaker"), fact)


def _quotes(reference: Reference) -> Iterator[tuple[ReferenceClaim, str, bool]]:
    """The documented quotations, word by word; then what somebody said in words that need not be theirs."""
    for fact in reference.quoted():
        yield from ((fact, quote, True) for quotes in fact.quotes.values() for quote in quotes)
        if fact.predicate == "said":
            yield from ((fact, term.name, False) for term in fact.arguments.get("content", ()))


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
