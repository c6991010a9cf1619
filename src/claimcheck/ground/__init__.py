"""Drafts against their sources: a verdict for every statement, with the place it rests on and one reason."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.ground.deeds import judge_deeds
from claimcheck.ground.match import Index, Source, read_source
from claimcheck.ground.numbers import Judge
from claimcheck.ground.people import judge_parts, judge_people, judge_speakers
from claimcheck.ground.quotes import judge_quotes
from claimcheck.ground.sentences import judge_sentences
from claimcheck.ground.text import Text
from claimcheck.ground.twins import Twins, sizes_of
from claimcheck.ground.words import words_of
from claimcheck.model import Article
from claimcheck.model.report import Support, in_order

__all__ = ["Source", "ground", "read_source"]


def ground(drafts: Sequence[Article], sources: Sequence[Source]) -> tuple[Support, ...]:
    """The verdicts on all drafts, sorted by path and place."""
    indexes = [source.words for source in sources if source.words is not None]
    found: list[Support] = []
    for draft in map(_text, drafts):
        if draft is not None:
            found += _judge(draft, indexes)
    return tuple(sorted(found, key=in_order))


def _judge(draft: Text, indexes: Sequence[Index]) -> list[Support]:
    twins = [Twins(draft, sizes_of(index)) for index in indexes]
    figures = [each.places() for each in twins]
    quotes, places = judge_quotes(draft, indexes)
    found = [
        *Judge(draft, indexes, twins).judge(),
        *quotes,
        *judge_speakers(draft, places, indexes, figures),
        *judge_people(draft, indexes),
        *judge_deeds(draft, indexes),
        *judge_parts(draft, indexes),
        *judge_sentences(draft, indexes, figures),
    ]
    return [*found, *_unjudged(draft, found)]


def _unjudged(draft: Text, found: Sequence[Support]) -> list[Support]:
    """Claims no verdict is given on as a whole: statements and relations, whose parts are judged one by one."""
    judged = {support.span for support in found}
    return [
        Support(draft.path, claim.span, claim.text, "not_checked", "no_rule")
        for claim in draft.article.claims
        if claim.span not in judged
    ]


def _text(article: Article) -> Text | None:
    words = None if article.document.language is None else words_of(article.document.language)
    return None if words is None else Text(article, words)
