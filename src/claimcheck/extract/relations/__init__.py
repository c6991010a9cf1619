"""Relations: who bought, leads, founded, joined, funds what, from verbs, nouns, offices and names.

A sentence is read only if one of its words can state a relation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from claimcheck.extract.relations.found import Found
from claimcheck.extract.relations.lexicon import HELD, STATES, lexicon_of
from claimcheck.extract.relations.names import Article, Reading
from claimcheck.extract.relations.naming import naming
from claimcheck.extract.relations.nouns import nouns
from claimcheck.extract.relations.offices import offices
from claimcheck.extract.relations.verbs import verbs
from claimcheck.language.row import FARTHEST
from claimcheck.model import Claim, Document, Span
from claimcheck.model.analysis import Analysis
from claimcheck.model.entity import Mention

__all__ = ["Found", "find_relations"]

TWO_CAPITALS = re.compile(r"[^\W\d_a-zäöüß][\w.’'-]* [^\W\d_a-zäöüß]")
"""What every name of a person has, or the office with their surname."""


def find_relations(
    document: Document, analysis: Analysis | None, code: str, claims: Sequence[Claim], mentions: Sequence[Mention]
) -> list[Found]:
    """All relations of a document, in the order of the text; each once. `claims` are its numbers and dates."""
    lexicon = lexicon_of(code)
    if lexicon is None or analysis is None:
        return []
    article, text = Article(document.prose, lexicon), document.prose
    ordered = sorted(claims, key=lambda each: each.span.start)
    claim_starts, mention_starts = [each.span.start for each in ordered], [each.span.start for each in mentions]
    token, wants = lexicon.words.token, lexicon.wants
    found: list[Found] = []
    for number, span in enumerate(document.sentences):
        end = min(span.end, span.start + FARTHEST)
        wanted = {*map(wants, token.findall(text, span.start, end))}
        if STATES in wanted or (HELD in wanted and TWO_CAPITALS.search(text, span.start, end)):
            within = Span(span.start, end)
            reading = Reading(
                article,
                analysis.sentence(number),
                _within(ordered, claim_starts, within),
                _within(mentions, mention_starts, within),
            )
            for read in (verbs, nouns, offices, naming):
                found += read(reading)
    return _once(found)


def _within(items: Sequence[Any], starts: list[int], span: Span) -> Sequence[Any]:
    return items[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _once(found: list[Found]) -> list[Found]:
    """Sorted, without what is said twice at the same place."""
    kept: dict[tuple[Any, ...], Found] = {}
    for each in found:
        key = (each.relation.predicate, *((role, argument.span) for role, argument in each.relation.arguments[:2]))
        known = kept.get(key)
        if known is None or len(known.relation.arguments) < len(each.relation.arguments):
            kept[key] = each
    return sorted(kept.values(), key=lambda each: (each.span, each.relation.predicate, str(each.relation.arguments)))
