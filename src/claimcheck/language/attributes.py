"""What may stand between the first word of a noun phrase and its noun."""

from __future__ import annotations

from claimcheck.language.row import Row
from claimcheck.languages.word_roles import (
    ADJECTIVE, ADVERB, AUXILIARY, COMPARATOR, COORDINATOR, DETERMINER, FINITE, GERUND, MARK, NEGATION, NOUN, NUMBER,
    PARTICIPLE, PAST, POSSESSIVE, PREPOSITION, PRONOUN, QUOTE, SUBORDINATOR, TO, VERB,
)  # fmt: skip

LONGEST_ATTRIBUTE = 12
YEAR = 4


class Attributes:
    """Judges the words before a noun."""

    def __init__(self, row: Row, relatives: frozenset[int] = frozenset()) -> None:
        self.row = row
        self.roles = row.roles
        self.relatives = relatives
        self.capitals = row.words.capitals

    def _year(self, at: int) -> bool:
        low = self.row.low[at]
        return self.capitals and len(low) == YEAR and low.isdigit() and low[:2] in ("18", "19", "20")

    def _measured(self, noun: int, determiner: int | None, number: int | None) -> int:
        """The noun behind an attribute with a measure ("der 19 Jahre alte *Fahrer*")."""
        if not self.capitals or determiner is None or number is None or number + 1 != noun:
            return noun
        at = noun + 1
        while at < noun + 3 and self.row.role(at) & NOUN:
            at += 1
        role = self.row.role(at)
        if role & (MARK | VERB | DETERMINER | PREPOSITION | PRONOUN) or not self.row.role(at + 1) & NOUN:
            return noun
        return at + 1 if self.row.low[at].endswith(self.row.words.endings) else noun

    def _is_noun(self, at: int) -> bool:
        role = self.roles[at]
        if self.capitals:
            return bool(role & NOUN)
        return bool(role & NOUN) and not self._gives_way(at)

    def _gives_way(self, at: int) -> bool:
        """Whether what may be a noun is an attribute of the next word, which is one too."""
        return bool(self.roles[at] & ADJECTIVE and self.row.role(at + 1) & NOUN)

    def _attribute(self, at: int, led: bool, counted: bool) -> bool:
        """Whether a word stands before the noun of its phrase as an attribute or as what softens a number."""
        role, low = self.roles[at], self.row.low[at]
        if role & MARK:
            return False
        if not self.capitals:
            return self._plain_attribute(at, led or counted)
        if role & (ADVERB | COMPARATOR) and not role & VERB:
            return self._before_number(at) or (led and self._before_noun(at + 1))
        if role & (AUXILIARY | COORDINATOR | SUBORDINATOR | PRONOUN | PREPOSITION | TO | NEGATION):
            return bool(role & COORDINATOR) and led and self._joined(at)
        if role & VERB and (not (led or counted) or self._only_finite(at)):
            return False
        return low.endswith(self.row.words.endings) and self._before_noun(at + 1)

    def _only_finite(self, at: int) -> bool:
        """Whether a form of the past is no participle with an ending too: "sagte", not "verkaufte"."""
        if not self.roles[at] & PAST or not self.roles[at] & FINITE:
            return False
        low, words = self.row.low[at], self.row.words
        stems = (words.verb(low.removesuffix(each)) for each in words.endings if low.endswith(each))
        return not any(stem is not None and stem[1] & PARTICIPLE for stem in stems)

    def _joined(self, at: int) -> bool:
        """Whether a conjunction joins two attributes ("große und kleine Häuser")."""
        ends = self.row.words.endings
        return (
            self.row.low[at - 1].endswith(ends)
            and not self.roles[at - 1] & (NOUN | DETERMINER)
            and at + 1 < self.row.count
            and self.row.low[at + 1].endswith(ends)
            and not self.row.role(at + 1) & (NOUN | DETERMINER)
            and bool(self.row.role(at + 2) & NOUN)
        )

    def _before_number(self, at: int) -> bool:
        """Whether nothing but such words stand between here and a numeral ("mehr als 30", "at least 30")."""
        for k in range(at + 1, min(at + 4, self.row.count)):
            if self.roles[k] & NUMBER:
                return True
            if not self.roles[k] & (ADVERB | COMPARATOR | PREPOSITION | TO):
                return False
        return False

    def _before_noun(self, at: int) -> bool:
        """Whether a noun follows behind nothing but attributes."""
        ends = self.row.words.endings
        for k in range(at, min(at + 5, self.row.count)):
            role = self.roles[k]
            if role & NOUN:
                return True
            joined = role & COORDINATOR and k > at
            if role & (MARK & ~QUOTE | AUXILIARY | DETERMINER | SUBORDINATOR | PREPOSITION | TO) and not role & ADVERB:
                return False
            if not joined and not role & (NUMBER | QUOTE) and not self.row.low[k].endswith(ends):
                return False
        return False

    def _extended(self, at: int) -> int:
        """The noun behind an attribute of several words ("die von Kern am Montag verkauften *Bücher*"), or -1."""
        if not self.capitals:
            return -1
        ends = self.row.words.endings
        for k in range(at, min(at + LONGEST_ATTRIBUTE, self.row.count - 1)):
            role = self.roles[k]
            if role & (MARK & ~QUOTE | SUBORDINATOR & ~PREPOSITION) or (role & AUXILIARY and role & FINITE):
                return -1
            if k > at and self._participial(k) and self.row.low[k].endswith(ends):
                noun = next((j for j in range(k + 1, min(k + 4, self.row.count)) if self.roles[j] & NOUN), -1)
                if noun >= 0 and not any(self.roles[j] & (MARK | DETERMINER | PREPOSITION) for j in range(k + 1, noun)):
                    return noun
        return -1

    def _participial(self, at: int) -> bool:
        role = self.roles[at]
        closed = DETERMINER | PRONOUN | PREPOSITION | NOUN | NUMBER | COORDINATOR | AUXILIARY | ADVERB | NEGATION
        return not role & closed

    def _plain_attribute(self, at: int, led: bool) -> bool:
        """The same in a language whose nouns have no capital letter."""
        role = self.roles[at]
        if role & (ADVERB | COMPARATOR | PREPOSITION) and self._before_number(at):
            return not role & PREPOSITION or at == 0 or bool(role & (ADVERB | COMPARATOR))
        if role & NOUN:
            return self._gives_way(at)
        if role & ADJECTIVE:
            return led or self._leads_on(at + 1) or not self.row.low[at][0].isalnum()
        if role & POSSESSIVE:
            return led
        if role & ADVERB and not role & VERB:
            return led and bool(self.row.role(at + 1) & (ADJECTIVE | NUMBER))
        return bool(role & (PARTICIPLE | GERUND)) and led and not role & FINITE and bool(self.row.role(at + 1) & NOUN)

    def _leads_on(self, at: int) -> bool:
        for k in range(at, min(at + 4, self.row.count)):
            if self.roles[k] & NOUN:
                return True
            if not self.roles[k] & (ADJECTIVE | NUMBER):
                return False
        return False
