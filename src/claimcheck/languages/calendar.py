"""The shapes of two parts of dates.yaml: holidays by rule, and the words that decide what a date means."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from claimcheck.languages.numbers import Shape, Words


class Holiday(Shape):
    """A day of the year by one of four rules, and the words for it.

    fixed: [month, day] · easter: days after Easter Sunday (orthodox: of the Orthodox church) · nth: [n, weekday,
    month], counted from the month's end where n is below zero · before: [n, weekday, month, day], the n-th such weekday
    before that day. `days` is its length; `numbered` says that an ordinal tells which one (the Sundays of Advent).
    """

    words: Words
    fixed: tuple[int, int] | None = None
    easter: int | None = None
    orthodox: int | None = None
    nth: tuple[int, int, int] | None = None
    before: tuple[int, int, int, int] | None = None
    days: Annotated[int, Field(ge=1, le=10)] = 1
    numbered: Annotated[int, Field(ge=0, le=9)] = 0

    @model_validator(mode="after")
    def _one_rule(self) -> Holiday:
        if sum(rule is not None for rule in (self.fixed, self.easter, self.orthodox, self.nth, self.before)) != 1:
            raise ValueError("a holiday has exactly one of fixed, easter, orthodox, nth, before")
        return self

    def rule(self) -> list[Any]:
        """The rule as plain data: its kind, its numbers, the length in days, how many are numbered."""
        for kind in ("fixed", "easter", "orthodox", "nth", "before"):
            numbers = getattr(self, kind)
            if numbers is not None:
                return [kind, [numbers] if isinstance(numbers, int) else list(numbers), self.days, self.numbered]
        raise AssertionError(self.words)


class Cues(Shape):
    """Words beside a date that decide what it is; in lower case, compared word by word.

    month, year: right before what may be a month or a year · within: before a time and nothing else · prefix: written
    onto a year ("pre-1967") · pairing: between two adjectives of one noun · inflected: how adjectives end, singular:
    those of one thing · plural: how verbs of several end · certain: a year for sure · attributive: before a year that
    stands like an adjective · old: a year of any century, where nothing is counted · counting: before a year only
    where nothing is counted · counted: nouns that numbers of four digits count, or their ends · doubt: before what
    may be no month · generic: before a weekday that is no certain day ("every Monday") · name: what follows is a
    surname or a street · daypart: before "morning" that is no tomorrow · nowadays: before "today" that is no day ·
    numeric: before "14.3." that is a day · ahead, until, behind: what follows is yet to come, or past, meant_for: a
    day to come. length: before "a year" that is a length · not_length: articles that make a day none ("eines Tages")
    · lasting: nouns, or their ends, that last "-jährig" · clock: before an hour that is a time of day · clock_before,
    clock_behind: around one together · clock_parts: "half past" · clock_joints: between two hours · small: words that
    no number counts · than, age: what makes a length an age ("jünger als 30 Jahre") · own: before a decade that is an
    age · foreign: before a holiday of another calendar · future, modal, past: in a sentence about what will be, may
    be or was · at: prepositions before a day · present: how the verb right beside a day ends that tells what is to
    come, unless it is one of not_present · participle, participle_ends: how words begin and end that are no such verb
    before a day, and tell what was · of: between a noun and the year it is of · last: words for the day before that
    count only at the end of their clause.
    """

    month: Words
    within: Words
    pairing: Words
    inflected: Words
    singular: Words
    plural: Words
    prefix: Words
    year: Words
    certain: Words
    attributive: Words
    old: Words
    counting: Words
    counted: Words
    doubt: Words
    daypart: Words
    generic: Words
    name: Words
    numeric: Words
    length: Words
    lasting: Words
    own: Words
    than: Words
    age: Words
    foreign: Words
    not_length: Words
    clock: Words
    clock_before: Words
    clock_parts: Words
    clock_joints: Words
    clock_behind: Words
    small: Words
    ahead: Words
    meant_for: Words
    behind: Words
    until: Words
    nowadays: Words
    future: Words
    modal: Words
    past: Words
    at: Words
    present: Words
    not_present: Words
    participle: Words
    participle_ends: Words
    of: Words
    last: Words
