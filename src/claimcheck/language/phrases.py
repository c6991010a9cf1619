"""Noun phrases: preposition, determiner, numeral, attributes, noun or name; and pronouns, which stand for one."""

from __future__ import annotations

from claimcheck.language.attributes import YEAR, Attributes

from claimcheck.model.analysis import Chunk
from claimcheck.languages.word_roles import (
    ADJECTIVE, AUXILIARY, CAPITAL, CASE, COORDINATOR, DAYPART, DETERMINER, GENITIVE, MARK, MASCULINE, NOMINATIVE,
    NOUN, NUMBER, PLURAL, POSSESSIVE, PREPOSITION, PRONOUN, QUOTE, REFLEXIVE, SINGULAR, TIME,
)  # fmt: skip

LONGEST_QUOTED = 6


class Phrases(Attributes):
    """Reads the noun phrases of one sentence; `relatives` are tokens already known to open a relative clause."""

    def all(self) -> list[Chunk]:
        """The phrases in order; none overlap."""
        found: list[Chunk] = []
        at = 0
        while at < self.row.count:
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
        at, preposition = self._past_bound(first), None
        while (
            at < self.row.count
            and roles[at] & PREPOSITION
            and not roles[at] & NOUN
            and at + 1 < self.row.count
            and at - first < 2
        ):
            preposition = at
            at += 1
            if at in self.relatives and not self._possessor(at):
                return self._pronoun(first, at, preposition)
        at = self._past_bound(at) if preposition is not None else at
        determiner, number, noun = self._modifiers(at, preposition is not None)
        if noun >= 0:
            return self._with_noun(first, preposition, determiner, number, noun, before)
        if number is not None:
            case = roles[determiner] & CASE if determiner is not None else 0
            return Chunk(first, number + 1, number, preposition, determiner, number, plural=True, case=case)
        if at < self.row.count and roles[at] & (PRONOUN | REFLEXIVE) and not roles[at] & NOUN:
            return self._pronoun(first, at, preposition)
        return None

    def _possessor(self, at: int) -> bool:
        """Whether a relative pronoun is the determiner of the noun behind it ("dessen Firma", "whose firm")."""
        return bool(self.roles[at] & DETERMINER and self.roles[at] & CASE == GENITIVE and at + 1 < self.row.count)

    def _past_bound(self, at: int) -> int:
        """Behind words that only bound the number after them ("bis zu 30", "up to 30")."""
        low = self.row.low
        for words in self.row.words.bounds:
            end = at + len(words)
            if low[at] == words[0] and tuple(low[at:end]) == words and self.row.role(end) & NUMBER:
                return end
        return at

    def _quantity(self, at: int) -> bool:
        """Whether a determiner stands for a noun of which the next phrase names the whole ("viele der Gäste")."""
        return self.capitals and bool(self.roles[at] & PRONOUN) and bool(self.roles[at] & PLURAL)

    def _pronoun(self, first: int, at: int, preposition: int | None) -> Chunk:
        role = self.roles[at]
        plural = True if role & PLURAL and not role & SINGULAR else False if role & SINGULAR else None
        return Chunk(first, at + 1, at, preposition, pronoun=True, plural=plural, case=role & CASE)

    def _modifiers(self, at: int, led: bool) -> tuple[int | None, int | None, int]:
        """Determiner, numeral and the place of the noun; -1 where none follows."""
        determiner = number = None
        start = at
        while at < self.row.count:
            role = self.roles[at]
            if at in self.relatives and at > start and not self._possessor(at):
                break
            if role & NUMBER and (not role & NOUN or self.row.role(at + 1) & NOUN):
                if number is not None and self._year(number):
                    break
                number = at
                if self._year(at) and determiner is None and self.row.role(at + 1) & (NOUN | NUMBER):
                    return determiner, number, -1
            elif role & QUOTE and self.capitals and self._quoted(at) > at and (led or at > start):
                return determiner, number, at
            elif self._cut(at):
                at += 1  # with the coordinator, to the noun that has the rest of the word
            elif self._is_noun(at):
                return determiner, number, self._measured(at, determiner, number)
            elif role & DETERMINER and not role & NOUN and determiner is None and number is None:
                determiner = at
            elif role & DETERMINER and role & GENITIVE and determiner == start and self._quantity(start):
                return None, None, -1
            elif not self._attribute(at, led or determiner is not None, number is not None):
                if determiner is not None and at == determiner + 1 and number is None:
                    noun = self._extended(at)
                    if noun >= 0:
                        return determiner, number, noun
                break
            at += 1
        return determiner, number, -1

    def _cut(self, at: int) -> bool:
        """Whether only the first part of a compound stands there: "Forschungs- und Entwicklungsbudget"."""
        cut = self.row.low[at].endswith("-") and bool(self.row.role(at + 1) & COORDINATOR)
        return cut and at + 2 < self.row.count and self._is_noun(at + 2)

    def _with_noun(  # noqa: PLR0917 – what was found on the way to the noun
        self,
        first: int,
        preposition: int | None,
        determiner: int | None,
        number: int | None,
        noun: int,
        before: Chunk | None,
    ) -> Chunk:
        last, head = self._run(noun)
        if self.capitals and (determiner is not None or number is not None) and not self._all_name(noun):
            head = noun
        case = self.roles[determiner] & CASE if determiner is not None and self.row.words.cases else 0
        if determiner in self.relatives:
            case = 0
        if determiner is not None and self.roles[determiner] & MASCULINE and self._feminine(head):
            case &= ~NOMINATIVE
        apart = before is None or before.last != first or before.pronoun
        of = not apart and preposition is None and determiner is not None and bool(case & GENITIVE)
        if of and before is not None:
            of = not case & (NOMINATIVE) or before.preposition is not None or self._subject_ahead(before)
        name = (
            determiner is None and number is None and not self.row.begins(noun) if self.capitals else self._named(head)
        )
        return Chunk(
            first,
            last,
            head,
            preposition,
            determiner,
            number,
            name,
            False,
            self._plural(determiner, number, head),
            case,
            of,
        )

    def _feminine(self, head: int) -> bool:
        ends = self.row.words.feminine
        return bool(ends) and self.row.low[head].endswith(ends)

    def _all_name(self, noun: int) -> bool:
        """Whether the first noun of several is the beginning of a name ("der FC Lindow")."""
        word = self.row.text[self.row.starts[noun] : self.row.ends[noun]]
        return (word.isupper() or word.endswith("-") or word in self.row.words.first_names) and bool(
            self.row.role(noun + 1) & NOUN
        )

    def _subject_ahead(self, before: Chunk) -> bool:
        """Whether a phrase can hardly be followed by the subject: "die Zahl | der Unfälle" is one thing."""
        return not self.roles[before.head] & TIME

    def _named(self, head: int) -> bool:
        return bool(self.roles[head] & CAPITAL) and not self.row.begins(head)

    def _plural(self, determiner: int | None, number: int | None, head: int) -> bool | None:
        role = self.roles[determiner] if determiner is not None else 0
        if role & SINGULAR and not role & PLURAL:
            return False
        if role & PLURAL and not role & SINGULAR:
            return True
        if number is not None and self.row.low[number] not in ("1", "eins", "one"):
            return True
        if not self.capitals:
            return bool(self.roles[head] & PLURAL)
        return None

    def _run(self, noun: int) -> tuple[int, int]:
        """Behind the nouns of a phrase, and the head among them."""
        roles, at = self.roles, noun
        head = noun + bool(roles[noun] & QUOTE)
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
        if role & POSSESSIVE:
            return True
        if role & COORDINATOR:
            halves = self.row.low[at - 1].endswith("-") or self.row.low[at] == "&"
            return halves and bool(self.row.role(at + 1) & NOUN)
        if role & NUMBER and self._belongs(at):
            return True
        owned = self.roles[at - 1] & POSSESSIVE or self._owned(at)
        return not self.capitals and bool(role & (ADJECTIVE | NUMBER)) and bool(owned)

    def _owned(self, at: int) -> bool:
        """Whether nothing but attributes stand between an owner's mark and here."""
        while self.row.role(at - 1) & (ADJECTIVE | NUMBER):
            at -= 1
        return bool(self.row.role(at - 1) & POSSESSIVE)

    def _breaks(self, at: int) -> bool:
        """Whether a noun begins a phrase of its own: behind a word of time it does."""
        return bool(self.roles[at - 1] & TIME) and not self.roles[at] & DAYPART and not self.roles[at] & TIME

    def _belongs(self, at: int) -> bool:
        """Whether a number is part of the phrase before it: a year, or the figure of a name."""
        low = self.row.low[at]
        if not low.isdigit():
            return False
        if self.row.role(at + 1) & NOUN and not (len(low) == YEAR and low[0] in "12"):
            return False
        return (len(low) == YEAR and low[0] in "12") or (
            bool(self.roles[at - 1] & CAPITAL) and self.row.low[at].isdigit()
        )

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
