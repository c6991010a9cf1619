"""Words for figures that are told apart from each other, a part of relations.yaml."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Group(BaseModel):
    """Words that play one part. A word ending in "~" stands for itself with each of the endings.

    In `examples` every marked [[word]] must be read as one of this group; in `near_misses` nothing may be.
    """

    model_config = ConfigDict(extra="forbid")
    words: list[str]
    examples: list[str]
    near_misses: list[str]


class ToldWords(BaseModel):
    """The groups behind the checks of values told apart.

    Changes: before_that (earlier than what was told: "the year before", not "last year"), definite (what is known
    already: "the 20 percent rise"), follows (it follows from what was told: "so"), figure (nouns that stand for any
    number).
    Seats and votes: seat (what a parliament has), member (who votes in it), denied (it is not so: "short of"), both
    (two that are counted together, or twice).
    People counted again: all_of (all of those told before), person (nouns for them).
    Matches and races: apart (calls a time a gap), sets (of a match), half_time, result (the
    score at the end), wins, draws, losses,
    score_points, matches, deducted (points that are taken away).
    Values: ranging (a range from … to), above, below (set a value against one that follows: "less than the").
    Averages: lowest, highest (words for the two ends of what an average lies between).
    """

    model_config = ConfigDict(extra="forbid")
    seat: Group
    member: Group
    denied: Group
    both: Group
    all_of: Group
    person: Group
    apart: Group
    sets: Group
    half_time: Group
    result: Group
    wins: Group
    draws: Group
    losses: Group
    score_points: Group
    matches: Group
    deducted: Group
    above: Group
    below: Group
    ranging: Group
    lowest: Group
    highest: Group
    before_that: Group
    definite: Group
    follows: Group
    figure: Group
