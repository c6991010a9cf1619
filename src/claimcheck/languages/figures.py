"""Words for what numbers make together, a part of relations.yaml: sums, shares, products, votes, ranks, lists."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict

from claimcheck.languages.told_words import Group, ToldWords

__all__ = ["FigureWords", "Group"]


class FigureWords(ToldWords):
    """The groups behind the checks of sums, products and lists.

    Remainders: remaining ("the remaining ten"), others ("the other ten"), too ("ten also …"), again ("another ten"),
    own_share (who pays the rest), undecided (the last answer of a poll), polled (who was asked), results (of
    parties), pro, contra (answers).
    Each: per_one ("10 euros per flat"), per_head (the same for people), share_out ("they split 900 euros"),
    per_period ("400 a month"), average, made_of ("consists of").
    Stakes: stake, worth (of the whole), worth_weak (said of anything).
    Votes: voting, versus, margin, needed (a majority nobody had), accepted, rejected; series_of and game_no ("won the
    series 4-3 in game seven").
    Lists: list_follows, listable (things that are then named), copula, joined_names (one name with an "and" in it),
    in_words (the same number in words or figures follows).
    Ranks: ranks (ordinals), behind, after (the same behind a comma or a label), alone ("behind only"), better.
    Changes: later (marks the new value), instead (of the old one), as_much ("five times as many"), became (ten of
    four), article ("a 20 percent increase").
    Elsewhere: where ("in", before another place), dead, hurt and treated (people of a headline), scale_words, money,
    half_years (six months each).
    """

    model_config = ConfigDict(extra="forbid")
    remaining: Group
    others: Group
    too: Group
    again: Group
    own_share: Group
    average: Group
    per_one: Group
    undecided: Group
    polled: Group
    voting: Group
    versus: Group
    margin: Group
    accepted: Group
    rejected: Group
    worth: Group
    stake: Group
    behind: Group
    after: Group
    alone: Group
    better: Group
    list_follows: Group
    listable: Group
    copula: Group
    joined_names: Group
    in_words: Group
    ranks: dict[int, Group]
    series_of: Group
    game_no: Group
    later: Group
    instead: Group
    as_much: Group
    article: Group
    results: Group
    pro: Group
    contra: Group
    share_out: Group
    per_head: Group
    dead: Group
    hurt: Group
    treated: Group
    scale_words: Group
    made_of: Group
    became: Group
    where: Group
    needed: Group
    worth_weak: Group
    half_years: Group
    money: Group
    per_period: dict[Literal["day", "week", "month", "year"], Group]
