"""Noun phrases: preposition, determiner, numeral, attributes, noun or name; and pronouns, which stand for one."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.language.attributes import YEAR, Attributes

from claimcheck.model.analysis import Chunk
from claimcheck.languages.word_roles import (
    ADJECTIVE, ADVERB, AUXILIARY, CAPITAL, CASE, COMMA, COMPARATOR, COORDINATOR, DASH, DATIVE, DAYPART, DETERMINER,
    FINITE, GENITIVE, MARK, MASCULINE, NEGATION, NOMINATIVE, NOUN, NUMBER, PLURAL, POSSESSIVE, PREPOSITION, PRONOUN,
    QUOTE, REFLEXIVE, RELATIVE, SINGULAR, SUBORDINATOR, TIME, TO, VERB,
)  # fmt: skip

LONGEST_QUOTED = 6
ROUND = ("00", "50")
"""How numbers end that are counts more often than years."""
LEADING = NUMBER | QUOTE | NOUN | ADJECTIVE | DETERMINER | PRONOUN | REFLEXIVE | PREPOSITION | ADVERB | COMPARATOR
OUTSIDE = MARK | VERB | AUXILIARY | TO | COORDINATOR | SUBORDINATOR | NEGATION
"""What a word has one of that a phrase may begin with; what one has that none begins with unless it has those too."""


class Modifiers(NamedTuple):
    """What stands before a noun: determiner and numeral, and the place of the noun, -1 where none follows."""

    determiner: int | None = None
    number: int | None = None
    noun: int = -1


class Phrases(Attributes):
    """Reads the noun phrases of one sentence; `relatives` are tokens already known to open a relative clause."""

    def all(self) -> list[Chunk]:
        """The phrases in order; none overlap."""
        found: list[Chunk] = []
        at, roles, low, bounds = 0, self.roles, self.row.low, self.row.words.bounds
        while at < self.row.count:
            role, word = roles[at], low[at]
            if role & OUTSIDE and not role & LEADING and word[-1] != "-" and word not in bounds:
                at += 1
                continue
            chunk = self._at(at, found[-1] if found else None)
            if chunk is None:
                at += 1
            else:
                found.append(chunk)
                at = chunk.last
        return found

    def _at(self, first: int, before: Chunk | None) -> Chunk | None:
        roles = self.roles
        if first in self.relatives and not self._possessor(first):
            return self._pronoun(first, first, None) if roles[first] & PRONOUN else None
        at, preposition = self._past_prepositions(first)
        if at in self.relatives and not self._possessor(at):
            free = self._acts(at, first, before)
            return self._pronoun(at if free else first, at, None if free else preposition)
        at = self._past_bound(at) if preposition is not None else at
        found = self._modifiers(at, preposition is not None)
        if found.noun >= 0 and not self._somebody(found):
            return self._with_noun(first, preposition, found, before)
        if found.number is not None and found.noun < 0:
            return self._number(first, preposition, found.determiner, found.number)
        return self._without_noun(first, at, preposition, found.determiner)

    def _without_noun(self, first: int, at: int, preposition: int | None, determiner: int | None) -> Chunk | None:
        """A phrase of adjectives only, or a pronoun."""
        if determiner is not None and (last := self._adjectival(determiner)) > determiner + 1:
            return Chunk(first, last, last - 1, preposition, determiner)
        role = self.roles[at]
        return self._pronoun(first, at, preposition) if role & (PRONOUN | REFLEXIVE) and not role & NOUN else None

    def _number(self, first: int, preposition: int | None, determiner: int | None, number: int) -> Chunk:
        """A numeral that stands for what it counts, or with a pronoun that does ("two others")."""
        case = self.roles[determiner] & CASE if determiner is not None else 0
        more = self.row.role(number + 1) & (PRONOUN | DETERMINER | PLURAL) == PRONOUN | PLURAL
        return Chunk(first, number + 1 + more, number + more, preposition, determiner, number, plural=True, case=case)

    def _past_prepositions(self, first: int) -> tuple[int, int | None]:
        """The token behind one preposition or two that a phrase begins with, and the last of them."""
        at, preposition = first if self.row.low[first] not in self.row.words.bounds else self._past_bound(first), None
        while at - first < 2 and at + 1 < self.row.count and self.roles[at] & (PREPOSITION | NOUN) == PREPOSITION:
            preposition = at
            at += 1
            if at in self.relatives:
                break
        return at, preposition

    def _acts(self, at: int, first: int, before: Chunk | None) -> bool:
        """Whether a pronoun behind a preposition is the subject of its clause ("of what was said")."""
        if self.capitals or at == first or not self.row.role(at + 1) & FINITE:
            return False
        return before is None or before.last != first or not self.roles[before.first - 1] & (COMMA | DASH)

    def _somebody(self, found: Modifiers) -> bool:
        """Whether a pronoun that may own something is somebody here, as a number follows ("lieh ihr 30 Euro")."""
        role = self.roles[found.determiner] if found.determiner is not None else 0
        plain = found.number is not None and found.noun == found.number + 1 and found.number - 1 == found.determiner
        return plain and bool(role & PRONOUN and role & DATIVE) and not role & (GENITIVE | RELATIVE | SINGULAR | PLURAL)

    def _possessor(self, at: int) -> bool:
        """Whether a relative pronoun is the determiner of the noun behind it ("dessen Firma", "whose firm")."""
        return bool(self.roles[at] & DETERMINER and self.roles[at] & CASE == GENITIVE and at + 1 < self.row.count)

    def _quantity(self, at: int, behind: int) -> bool:
        """Whether a determiner stands for a noun of which the next phrase names the whole ("viele der Gäste")."""
        many = PRONOUN | PLURAL
        return self.capitals and self.roles[at] & many == many and bool(self.roles[behind] & DETERMINER)

    def _pronoun(self, first: int, at: int, preposition: int | None) -> Chunk:
        role = self.roles[at]
        plural = True if role & PLURAL and not role & SINGULAR else False if role & SINGULAR else None
        return Chunk(first, at + 1, at, preposition, pronoun=True, plural=plural, case=role & CASE)

    def _modifiers(self, at: int, led: bool) -> Modifiers:
        """What stands before the noun of a phrase that begins here."""
        determiner = number = None
        start = at
        while at < self.row.count and not (at > start and self._opens_clause(at)):
            if self._numeral(at):
                if (ended := self._ended(at, determiner, number)) is not None:
                    return ended
                number = at
            elif self._cut(at):
                at += 1  # with the coordinator, to the noun that has the rest of the word
            elif (noun := self._noun_at(at, determiner, number, led=led or at > start)) >= 0:
                return Modifiers(determiner, number, noun)
            elif determiner is None and number is None and self.roles[at] & (DETERMINER | NOUN) == DETERMINER:
                determiner = at
            elif determiner == start and self.roles[at] & GENITIVE and self._quantity(start, at):
                return Modifiers()
            elif not self._goes_before(at, led, determiner, number):
                return Modifiers(determiner, number, self._extended(at) if determiner == at - 1 else -1)
            at += 1
        return Modifiers(determiner, number)

    def _opens_clause(self, at: int) -> bool:
        """Whether a relative pronoun stands here that is no determiner."""
        return at in self.relatives and not self._possessor(at)

    def _ended(self, at: int, determiner: int | None, number: int | None) -> Modifiers | None:
        """What a phrase has before a number behind a year, or with one that is a year; else None."""
        if number is not None and self._year(number):
            return Modifiers(determiner, number)
        counts = self.row.low[at].endswith(ROUND) and not self.row.has(at - 1, PREPOSITION | NOUN)  # "kamen 2000 Gäste"
        alone = determiner is None and self._year(at) and self.row.has(at + 1, NOUN | NUMBER) and not counts
        return Modifiers(determiner, at) if alone else None

    def _noun_at(self, at: int, determiner: int | None, number: int | None, *, led: bool) -> int:
        """The noun of a phrase where it stands or begins here, -1 elsewhere."""
        role = self.roles[at]
        if role & QUOTE:
            return at if led and self._title(at) else -1
        return self._measured(at, determiner, number) if role & NOUN and self._is_noun(at) else -1

    def _title(self, at: int) -> bool:
        """Whether a short quotation that is a name begins here ("der „Neue Bote“ schrieb")."""
        return self.capitals and self.row.has(at, QUOTE) and self._quoted(at) > at

    def _numeral(self, at: int) -> bool:
        """Whether a word is a number here, not a noun such as "Millionen"."""
        role = self.roles[at]
        return bool(role & NUMBER) and not (role & NOUN and not self.row.role(at + 1) & NOUN)

    def _goes_before(self, at: int, led: bool, determiner: int | None, number: int | None) -> bool:
        """Whether a word is an attribute or a second determiner ("all the workers", "ten more houses")."""
        if self.capitals and self.roles[at] & DETERMINER:
            return self._second_determiner(at, number) and self._before_noun(at + 1)
        if not self.capitals and determiner == at - 1 and self.row.has(at, QUOTE) and self.row.has(at + 1, CAPITAL):
            return True
        if self._second_determiner(at, number):
            return self._leads_on(at + 1)
        return self._attribute(at, led or determiner is not None, number is not None)

    def _with_noun(self, first: int, preposition: int | None, found: Modifiers, before: Chunk | None) -> Chunk:
        determiner, number, noun = found
        last, head = self._run(noun)
        plain = determiner is None and number is None
        if self.capitals and not plain and not self._all_name(noun):
            head = noun + 1 if head > noun and self._of_town(noun) else noun
        case = self._case(determiner, head)
        of = preposition is None and bool(case & GENITIVE) and self._hangs(first, case, before)
        name = self._named(noun if self.capitals else head, plain)
        plural = self._plural(determiner, number, head)
        return Chunk(first, last, head, preposition, determiner, number, name, plural=plural, case=case, of=of)

    def _case(self, determiner: int | None, head: int) -> int:
        """The cases that a determiner allows for a noun."""
        if determiner is None or determiner in self.relatives or not self.row.words.cases:
            return 0
        role = self.roles[determiner]
        return role & CASE & ~(NOMINATIVE if role & MASCULINE and self._feminine(head) else 0)

    def _hangs(self, first: int, case: int, before: Chunk | None) -> bool:
        """Whether a phrase in the genitive hangs on the one before it ("die Zahl | der Unfälle")."""
        if before is None or before.last != first or (before.pronoun and not self._points(before.head)):
            return False
        return not case & NOMINATIVE or before.preposition is not None or not self.roles[before.head] & TIME

    def _points(self, at: int) -> bool:
        """Whether a pronoun stands for a noun ("die der Gäste"), as an article may."""
        free = self.roles[at] & DETERMINER and self.roles[at] & (RELATIVE | SINGULAR | PLURAL)
        return at not in self.relatives and bool(free)

    def _all_name(self, noun: int) -> bool:
        """Whether the first noun of several is the beginning of a name ("der FC Lindow")."""
        word = self.row.text[self.row.starts[noun] : self.row.ends[noun]]
        return (word.isupper() or word.endswith("-") or word in self.row.words.first_names) and bool(
            self.row.role(noun + 1) & NOUN
        )

    def _named(self, head: int, plain: bool) -> bool:
        """Whether a phrase is a name: a bare noun where all have a capital letter, else one that has one."""
        return not self.row.begins(head) and (plain if self.capitals else self.row.has(head, CAPITAL))

    def _several(self, number: int | None) -> bool:
        """Whether a number stands before the noun that is not one."""
        return number is not None and self.row.low[number] not in ("1", "eins", "one")

    def _plural(self, determiner: int | None, number: int | None, head: int) -> bool | None:
        told = self.roles[determiner] & (SINGULAR | PLURAL) if determiner is not None else 0
        if number is not None and determiner == number - 1 and self.row.low[number].isalpha():
            return None  # "ein Dutzend Gäste", "a million people"
        if told in (SINGULAR, PLURAL):
            return told == PLURAL
        counted = self._several(number)
        if self.capitals:
            return counted or None
        return True if self.row.has(head, PLURAL) else None if counted else False

    def _run(self, noun: int) -> tuple[int, int]:
        """Behind the nouns of a phrase, and the head among them."""
        roles, at = self.roles, noun
        head = noun + self.row.has(noun, QUOTE)
        while at < self.row.count:
            role = roles[at]
            if role & NOUN and not (self.capitals and at > noun and self._breaks(at)):
                head = at
            elif role & QUOTE and self._quoted(at) > at:
                at = self._quoted(at)
            elif not self._goes_on(at, role):
                break
            at += 1
        return at, head

    def _goes_on(self, at: int, role: int) -> bool:
        """Whether a token that is no noun stands inside a phrase: the mark of an owner and what follows it, a year."""
        if role & POSSESSIVE or self.joint(at):
            return True
        if role & COORDINATOR:
            halves = self.row.low[at - 1].endswith("-") or self.row.low[at] == "&"
            return halves and bool(self.row.role(at + 1) & NOUN)
        if role & NUMBER and self._belongs(at):
            return True
        return not self.capitals and bool(role & (ADJECTIVE | NUMBER)) and self._owned(at)

    def _owned(self, at: int) -> bool:
        """Whether nothing, or nothing but attributes, stands between an owner's mark and here."""
        while self.row.role(at - 1) & (ADJECTIVE | NUMBER):
            at -= 1
        return bool(self.row.role(at - 1) & POSSESSIVE)

    def _breaks(self, at: int) -> bool:
        """Whether a noun begins a phrase of its own: behind a word of time it does."""
        before = self.roles[at - 1]
        if not before & TIME or self.roles[at] & (DAYPART | TIME):
            return False
        return not self.row.role(at - 2) & NUMBER or bool(self.roles[at - 2] & TIME)  # "elf Jahre Haft"

    def _belongs(self, at: int) -> bool:
        """Whether a number is part of the phrase before it: a year, or the figure of a name."""
        low = self.row.low[at]
        if not low.isdigit():
            return False
        if self.row.role(at + 1) & NOUN and not (len(low) == YEAR and low[0] in "12"):
            return False
        before = self.roles[at - 1]
        numbered = not self.capitals and not before & (PLURAL | TIME) and before & NOUN  # "page 317", "room 4"
        return (len(low) == YEAR and low[0] in "12") or bool(before & CAPITAL or numbered)

    def _quoted(self, at: int) -> int:
        """The closing mark of a short quotation that is a name, or `at`."""
        if not self.row.role(at + 1) & CAPITAL:
            return at
        for k in range(at + 2, min(at + LONGEST_QUOTED, self.row.count)):
            if self.roles[k] & QUOTE:
                return k
            if self.roles[k] & MARK or self.roles[k] & AUXILIARY:
                return at
        return at
