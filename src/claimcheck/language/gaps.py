"""Clauses whose verb is left out because the one before has it: "in Graz kamen 2500 Menschen, in Linz 800"."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.language.drafts import Drafts
from claimcheck.model.analysis import Chunk
from claimcheck.languages.word_roles import COMMA


def split_gaps(drafts: Drafts) -> None:
    """Make a fragment of every stretch behind a comma that repeats the build of the clause before it, without a verb.

    Two phrases are a clause where one of them has the preposition of a phrase before and the other has none, or where
    both have none and the second is a number as the verb before had one.
    """
    marks = [at for at, role in enumerate(drafts.roles) if role & COMMA]
    for start, end in pairwise([*marks, drafts.row.count]):
        owner = drafts.owner[start]
        draft = drafts.all[owner]
        verb = draft.finite
        if verb is None or verb > start or draft.kind != "main" or any(k > start for k in draft.nonfinite):
            continue
        own = [each for each in drafts.chunks if start < each.first < end and not each.of]
        if len(own) != 2 or any(drafts.owner[each.head] != owner for each in own) or own[0].first != start + 1:
            continue
        before = [each for each in drafts.chunks if each.last <= start and drafts.owner[each.head] == owner]
        if _repeats(drafts, own[0], own[1], before, verb):
            fragment = drafts.open("fragment", None)
            drafts.put(fragment, start + 1, own[1].last)


def _repeats(drafts: Drafts, one: Chunk, other: Chunk, before: list[Chunk], verb: int) -> bool:
    numbers = (one.number is not None) + (other.number is not None)
    led = [each for each in (one, other) if each.preposition is not None]
    if numbers != 1 or len(led) > 1 or one.pronoun or other.pronoun:
        return False
    if led:
        word = drafts.row.low[led[0].preposition or 0]
        return any(each.preposition is not None and drafts.row.low[each.preposition] == word for each in before)
    counted = any(each.number is not None and each.preposition is None and each.first > verb for each in before)
    return counted and other.number is not None and other.first == one.last and one.determiner is None
