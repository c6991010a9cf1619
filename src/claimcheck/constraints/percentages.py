"""One share said twice ("one in three (25 percent)"), shares of people, and shares of so few that not all can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.constraints.hundred import is_whole_of
from claimcheck.constraints.operands import changed, is_of_them, opens
from claimcheck.languages.word_roles import CLOSE, COMMA, COORDINATOR, MARK, OPEN
from claimcheck.model.figures import ShareOfCount
from claimcheck.model.link import Same, ShareOf
from claimcheck.model.span import Word
from claimcheck.statements.dimension import dimension, exact, spelled, whole
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import Statement, Statements

HALVES = frozenset({"majority", "minority"})
MOVED, MORE = frozenset({"rise", "fall", "change", "baseline"}), frozenset({"more", "less"})
CLOSE_BY = 8
"""So many tokens at most stand between the two."""
SAME = frozenset({"equals", "exactly", "filler"})
FEW = range(2, 61)
OPENING = 4
"""So many tokens at most stand up to the group a sentence begins with."""
BOUNDED = frozenset({"turnout", "vote_share", "approval", "share_held"})
"""Concepts of shares that no more than all can have."""
HUNDRED = 100


def percentages(table: Statements) -> Iterator[Same | ShareOf | ShareOfCount]:
    """What every share is said again as, of whom it is one, and of how few."""
    for at in table.numbered():
        told = table.within(at)
        yield from (_same(*two) for two in pairwise(told) if _says_again(*two))
        for each in filter(_is_share, told):
            yield from _halves(table, at, each)
            yield from _group(table, each, first=each is told[0])
            yield from _of_few(table, each, told)


def _same(one: Statement, two: Statement) -> Same:
    return Same(one.claim, two.claim, None, None, "one share said twice")


def _says_again(one: Statement, two: Statement) -> bool:
    """Whether the second of two shares, one of them in words, repeats the first."""
    return _is_share(one) and _is_share(two) and (_in_words(one) or _in_words(two)) and _apposed(one, two)


def _is_share(each: Statement) -> bool:
    """Whether it is a share, and no size of a change."""
    moved = MOVED & (each.lead | each.behind) or MORE & each.leaving or changed(each)
    return dimension(each.claim) == "percent" and not moved


def _in_words(each: Statement) -> bool:
    return each.value.fraction is not None and spelled(each.claim)


def _apposed(one: Statement, two: Statement) -> bool:
    """Whether the second stands between marks by itself, or behind "that is"."""
    said = two.near.before(two.first)
    start = said.first if said is not None and SAME & said.roles else two.first
    if not 0 < start - one.last <= CLOSE_BY:
        return False
    if _is_set_off(two, start, commas=_in_words(one)):
        return _is_plain(two, one.last, start - 1)
    told = "equals" in two.near.roles(start, two.first)
    return told and all(each.roles & MARK for each in two.held.tokens[one.last : start])


def _is_set_off(each: Statement, start: int, *, commas: bool) -> bool:
    """Whether it stands in brackets, or between commas."""
    ahead, behind = each.held.role(start - 1), each.held.role(each.last)
    return bool((ahead & OPEN and behind & CLOSE) or (commas and ahead & COMMA and behind & COMMA))


def _is_plain(each: Statement, first: int, last: int) -> bool:
    """Whether nothing but words stands between two tokens, and neither "and" nor a comparison."""
    marks = any(token.roles & (MARK | COORDINATOR) for token in each.held.tokens[first:last])
    return not marks and not each.near.roles(first, last) & MORE


def _halves(table: Statements, at: int, share: Statement) -> Iterator[Same]:
    """A share called a majority or minority: "a majority of 48 percent", "the majority (48 percent)"."""
    cues = [cue for cue in share.near if HALVES & cue.roles and 0 <= share.first - cue.last < CLOSE_BY]
    for cue in cues[-1:]:
        if len(HALVES & cue.roles) == 1 and not _is_relative(share, cue) and _is_its_size(share, cue):
            word = table.word(at, cue.first, cue.last)
            reason = "a share called a majority or minority"
            yield Same(share.claim, None, word, "majority" in cue.roles, reason)


def _is_relative(share: Statement, cue: Cue) -> bool:
    return "plurality" in share.near.roles(max(0, cue.first - 2), cue.last)


def _is_its_size(share: Statement, cue: Cue) -> bool:
    said = share.near.before(share.first)
    if said is not None and said.first == cue.last:
        return bool(said.roles & {"amount_of", "of", "from_"})
    if said is not None and said.first == cue.last + 1 and share.held.role(cue.last) & COMMA:
        return "equals" in said.roles
    return _is_set_off(share, share.first, commas=False) and _is_plain(share, cue.last, share.first - 1)


def _group(table: Statements, share: Statement, *, first: bool) -> Iterator[ShareOf]:
    """The people a share is one of: "62 percent of all adults", "of all adults, 62 percent"."""
    for cue in share.near:
        before = share.near.before(cue.first)
        opening = first and cue.first < OPENING and cue.last <= share.first
        named = opening and before is not None and "whole" in before.roles
        behind = "of" in share.behind and 0 < cue.first - share.last < OPENING - 1
        if "people" in cue.roles and (named or behind):
            yield ShareOf(share.claim, table.word(share.sentence, cue.first, cue.last), "a share of a group")
            return
    yield from _bounded(table, share)


def _bounded(table: Statements, share: Statement) -> Iterator[ShareOf]:
    """More than everything of what no more than all can have: "a turnout of 104 percent"."""
    about, value = share.claim.about, share.value.number
    if about is None or about.measure is None or value is None or value <= HUNDRED or share.concept not in BOUNDED:
        return
    text = table.article.document.prose[slice(*about.measure.span)]
    yield ShareOf(share.claim, Word(about.measure.span, text), "a share that all cannot exceed")


def _of_few(table: Statements, share: Statement, told: Sequence[Statement]) -> Iterator[ShareOfCount]:
    """A share without a hedge, and no fraction, with the few it is one of."""
    plain = exact(share.claim) is not None and share.value.fraction is None
    found = [*filter(_is_count, _wholes(table, share, told))] if plain else []
    if len(found) == 1 and exact(found[0].claim) in FEW:
        yield ShareOfCount(share.claim, found[0].claim, "a share of a few")


def _wholes(table: Statements, share: Statement, told: Sequence[Statement]) -> Sequence[Statement]:
    """What words call the whole: "45 percent of the 12", "of the 12, 45 percent", "45 percent of them"."""
    at = told.index(share)
    before, behind = told[:at], told[at + 1 : at + 2]
    if behind and is_whole_of(share, behind[0]):
        return behind
    if "of" in share.behind and "of_which" not in share.behind:
        return []
    if is_of_them(share):
        return before[-1:] or [*filter(_is_count, table.within(share.sentence - 1))]
    return [each for each in before if "whole" in each.lead and opens(each)] or _polled(table, share, before)


def _polled(table: Statements, share: Statement, before: Sequence[Statement]) -> list[Statement]:
    """Those who were asked, of whom the share then is: "We polled the eight heads: 40 percent said no"."""
    asked = [*before] or [*table.within(share.sentence - 1)]
    return [each for each in asked if "polled" in each.around and opens(share)]


def _is_count(each: Statement) -> bool:
    """Whether things or people are counted."""
    return each.claim.type == "quantity" and whole(each.claim) and each.value.unit in (None, "person")
