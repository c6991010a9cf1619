"""What may stand between the first word of a noun phrase and its noun."""

from __future__ import annotations

from claimcheck.language.row import Row
from claimcheck.languages.word_roles import (
    ADJECTIVE, ADVERB, AUXILIARY, CAPITAL, COMPARATOR, COORDINATOR, DETERMINER, FINITE, GERUND, MARK, NEGATION,
    NOUN, NUMBER, PARTICIPLE, PAST, PLURAL, POSSESSIVE, PREPOSITION, PRONOUN, QUOTE, RELATIVE, SUBORDINATOR, TIME,
    TO,     VERB,
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

    def _past_bound(self, at: int) -> int:
        """Behind words that only bound the number after them ("bis zu 30", "up to 30")."""
        low = self.row.low
        for words in self.row.words.bounds.get(low[at], ()):
            end = at + len(words)
            if tuple(low[at:end]) == words and self.row.role(end) & NUMBER:
                return end
        return at

    def joint(self, at: int) -> bool:
        """Whether a small word stands within a name: "Ursula *von der* Lohe", "Bank *of* Lindow"."""
        row, kinds = self.row, self.row.words.joints
        kind = kinds.get(row.low[at])
        if kind is None or not (row.has(at + 1, CAPITAL) or (at + 1 < row.count and row.low[at + 1] in kinds)):
            return False
        if row.low[at - 1] in kinds:
            return kind != "noble"
        if kind == "noble":
            return self._is_first_name(at - 1)
        return kind == "any" and row.has(at - 1, CAPITAL, TIME)

    def _is_first_name(self, at: int) -> bool:
        """Whether a word is the first name of somebody, and no surname behind one."""
        return self._first(at) and not self._first(at - 1)

    def _first(self, at: int) -> bool:
        return at >= 0 and self.row.written[at] in self.row.words.first_names

    def _measured(self, noun: int, determiner: int | None, number: int | None) -> int:
        """The noun behind an attribute with a measure ("der 19 Jahre alte *Fahrer*")."""
        if not self.capitals or determiner is None or number is None or not self._alone(determiner, number, noun):
            return noun
        at = noun + 1
        while at < noun + 3 and self.row.role(at) & NOUN:
            at += 1
        role = self.row.role(at)
        if role & (MARK | VERB | DETERMINER | PREPOSITION | PRONOUN) or not self.row.role(at + 1) & NOUN:
            return noun
        return at + 1 if self.row.low[at].endswith(self.row.words.endings) else noun

    def _alone(self, determiner: int, number: int, noun: int) -> bool:
        """Whether a number stands right before its noun and no whole of another ("44 der 65 Gäste")."""
        return number + 1 == noun and not self.row.has(determiner - 1, NUMBER)

    def _is_noun(self, at: int) -> bool:
        role = self.roles[at]
        if self.capitals or not role & NOUN:
            return bool(role & NOUN)
        return not (role & (CAPITAL | ADJECTIVE) and (self._gives_way(at) or self._before_count(at)))

    def _before_count(self, at: int) -> bool:
        """Whether an adjective stands between an article and a number with its noun ("a mere nine tonnes")."""
        led = self.row.has(at, ADJECTIVE) and self.row.has(at - 1, DETERMINER)
        return led and self.row.has(at + 1, NUMBER) and self._leads_on(at + 2)

    def _gives_way(self, at: int) -> bool:
        """Whether what may be a noun is an attribute of the next word, which is one too, or goes with a currency."""
        row = self.row
        if row.has(at, CAPITAL) and row.has(at + 2, NUMBER) and not row.low[at + 1][0].isalnum():
            return row.has(at + 1, ADJECTIVE)
        if not row.has(at, ADJECTIVE):
            return False
        if row.has(at + 1, GERUND, NOUN) or row.has(at + 1, ADJECTIVE, NOUN | VERB | CAPITAL):
            return row.has(at + 2, NOUN)
        paired = row.has(at + 1, COORDINATOR) and not row.has(at, CAPITAL) and self._paired(at + 1)
        return row.has(at + 1, NOUN) or paired

    def _paired(self, at: int) -> bool:
        """Whether a conjunction is followed by another attribute and its noun ("military and civilian staff")."""
        behind = self.row.role(at + 1)
        return bool(behind & ADJECTIVE and not behind & (VERB | CAPITAL) and self.row.role(at + 2) & NOUN)

    def _attribute(self, at: int, led: bool, counted: bool) -> bool:
        """Whether a word stands before the noun of its phrase as an attribute or as what softens a number."""
        row, wanted = self.row, led or counted
        if row.has(at, MARK):
            return False
        if not self.capitals:
            return self._plain_attribute(at, wanted)
        if row.has(at, ADVERB | COMPARATOR, VERB):
            return self._before_number(at) or (led and self._before_noun(at + 1))
        if row.has(at, AUXILIARY | COORDINATOR | SUBORDINATOR | PRONOUN | PREPOSITION | TO | NEGATION):
            return row.has(at, COORDINATOR) and led and self._joined(at)
        return self._inflected(at, wanted)

    def _inflected(self, at: int, led: bool) -> bool:
        """Whether a word has the ending of an attribute and its noun behind it, and is no finite verb."""
        row = self.row
        past = row.has(at, PAST) and not self._declined(at)
        if row.has(at, VERB) and (past or not led):
            return False
        ends = row.low[at].endswith(row.words.endings)
        return ends and (self._before_noun(at + 1) or (led and row.has(at + 1, NUMBER)))  # "die letzten 8"

    def _joined(self, at: int) -> bool:
        """Whether a conjunction joins two attributes ("große und kleine Häuser")."""
        row = self.row
        sides = (at - 1, at + 1)
        if at + 2 >= row.count or row.where(sides, NOUN | DETERMINER):
            return False
        return all(row.low[k].endswith(row.words.endings) for k in sides) and row.has(at + 2, NOUN)

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
        row = self.row
        if not self.capitals:
            return -1
        for k in range(at, min(at + LONGEST_ATTRIBUTE, row.count - 1)):
            if row.has(k, MARK & ~QUOTE | SUBORDINATOR & ~PREPOSITION) or row.helps(k):
                return -1
            if k > at and row.low[k].endswith(row.words.endings) and self._participial(k):
                if row.has(k - 1, DETERMINER):
                    return -1
                if (noun := self._plain_noun(k)) >= 0:
                    return noun
        return -1

    def _plain_noun(self, at: int) -> int:
        """The noun behind an attribute, with no mark, article or preposition between them, or -1."""
        noun = self.row.first(range(at + 1, min(at + 4, self.row.count)), NOUN)
        between = range(at + 1, noun)
        return -1 if noun >= 0 and self.row.where(between, MARK | DETERMINER | PREPOSITION) else noun

    def _participial(self, at: int) -> bool:
        role = self.roles[at]
        closed = DETERMINER | PRONOUN | PREPOSITION | NOUN | NUMBER | COORDINATOR | AUXILIARY | ADVERB | NEGATION
        return not role & closed and (not role & FINITE or self._declined(at))

    def _declined(self, at: int) -> bool:
        """Whether a form is a participle with an ending, whatever else it is ("verkauften")."""
        low = self.row.low[at]
        stem = next((low.removesuffix(end) for end in self.row.words.endings if low.endswith(end)), low)
        known = self.row.words.verb(stem)
        return known is not None and bool(known[1] & PARTICIPLE)

    def _plain_attribute(self, at: int, led: bool) -> bool:
        """The same in a language whose nouns have no capital letter."""
        row = self.row
        if row.has(at, ADVERB | COMPARATOR | PREPOSITION, VERB) and self._before_number(at):
            return at == 0 or row.has(at, ADVERB | COMPARATOR)
        if row.has(at, NOUN):
            return self._gives_way(at)
        if row.has(at, ADJECTIVE):
            return led or self._leads_on(at + 1) or not row.low[at][0].isalnum()
        return led and self._inside_phrase(at)

    def _inside_phrase(self, at: int) -> bool:
        """Whether a word that is no attribute by itself stands between an article and its noun."""
        row = self.row
        if row.has(at, COORDINATOR):
            return row.has(at - 1, ADJECTIVE) and self._paired(at)
        if row.has(at, ADVERB, VERB):
            return row.has(at + 1, ADJECTIVE | NUMBER)
        return row.has(at, POSSESSIVE) or (row.has(at, PARTICIPLE | GERUND, FINITE) and row.has(at + 1, NOUN))

    def _leads_on(self, at: int) -> bool:
        for k in range(at, min(at + 4, self.row.count)):
            if self.roles[k] & NOUN:
                return True
            if not self.roles[k] & (ADJECTIVE | NUMBER):
                return False
        return False

    def _adjectival(self, determiner: int) -> int:
        """The end of a phrase that has adjectives only ("the elderly", "the most seriously injured")."""
        at = determiner + 1
        if self.capitals:
            return at
        while self.row.role(at) & (ADJECTIVE | ADVERB) and not self.row.role(at) & (VERB | PREPOSITION):
            at += 1
        alone = self.row.role(at - 1) & ADJECTIVE and not self.row.role(at) & COMPARATOR
        return at if alone else determiner

    def _second_determiner(self, at: int, number: int | None) -> bool:
        role = self.roles[at]
        if not role & DETERMINER or (role & PRONOUN and not self.capitals):
            return False
        if self.capitals:  # "die beiden Männer", "der vielen Gäste"
            return number is None and self.row.has(at, PLURAL) and self.row.has(at - 1, RELATIVE)
        return number is None or bool(self.row.given[at] & ADVERB)

    def _cut(self, at: int) -> bool:
        """Whether only the first part of a compound stands there: "Forschungs- und Entwicklungsbudget"."""
        cut = self.row.low[at][-1] == "-" and bool(self.row.role(at + 1) & COORDINATOR)
        return cut and at + 2 < self.row.count and self._is_noun(at + 2)

    def _of_town(self, noun: int) -> bool:
        """Whether a noun before another one only tells its town ("die Lindower Polizei")."""
        if not self.row.low[noun].endswith(self.row.words.of_town):
            return False
        word = self.row.text[self.row.starts[noun] : self.row.ends[noun]]
        return self.row.low[noun + 1].endswith(self.row.words.feminine) or self.row.words.is_town(word)

    def _feminine(self, head: int) -> bool:
        ends = self.row.words.feminine
        return bool(ends) and self.row.low[head].endswith(ends)
