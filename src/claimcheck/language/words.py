"""What a language knows of a word by itself: its roles, its lemma, its readings as a verb."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import chain
from typing import Any, Generic, NamedTuple, TypeVar

from claimcheck.languages import has
from claimcheck.languages.extra import extra, forms
from claimcheck.languages.word_roles import (
    ADJECTIVE, ADVERB, ASKING, AUXILIARY, BECOME, CAPITAL, CLOSE, COLON, COMMA, COORDINATOR, DASH, DAYPART, FINITE,
    GERUND, INFINITIVE, NOUN, NUMBER, OPEN, PARTICIPLE, PAST, PLURAL, PLURAL_VERB, POSSESSIVE, PRESENT, QUOTE,
    SEMICOLON, SINGULAR_VERB, STOP, SUBJUNCTIVE, TIME, TO_INFINITIVE, USUAL_ADJECTIVE, USUAL_NOUN, USUAL_VERB, VERB,
)  # fmt: skip

MOST_KEPT = 50_000
MARKS = {
    **dict(zip(",;:&", (COMMA, SEMICOLON, COLON, COORDINATOR), strict=True)),
    **dict.fromkeys(("–", "—", "…", "--", "-"), DASH),
    **dict(zip("([)]", (OPEN, OPEN, CLOSE, CLOSE), strict=True)),
    **dict.fromkeys("„“”«»‚‘’‹›'\"", QUOTE),
    **dict.fromkeys("%‰°", NOUN),
}
# What the letters of words.txt mean; "s" is English third person, "t" German present.
TAGS = {
    "i": INFINITIVE | FINITE | PLURAL_VERB | PRESENT,
    "t": FINITE | SINGULAR_VERB | PRESENT,
    "k": FINITE | SINGULAR_VERB | SUBJUNCTIVE,
    "K": FINITE | SUBJUNCTIVE | PAST,
    "z": TO_INFINITIVE,
    "b": INFINITIVE | FINITE | PLURAL_VERB | PRESENT,
    "u": FINITE | PRESENT,
    "s": FINITE | SINGULAR_VERB | PRESENT,
    "d": FINITE | PAST,
    "p": PARTICIPLE,
    "g": GERUND,
    "n": NOUN,
    "m": NOUN | PLURAL,
    "a": ADJECTIVE,
    "r": ADVERB,
    "N": USUAL_NOUN,
    "V": USUAL_VERB,
    "J": USUAL_ADJECTIVE,
    "R": ADVERB,
}
SHORTEST_REST = 3
Told = TypeVar("Told")


class Memo(dict[str, Told], Generic[Told]):
    """Word → what `work` makes of it, worked out when the word is met for the first time."""

    def __init__(self, work: Callable[[str], Told]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, word: str) -> Told:
        if len(self) > MOST_KEPT:
            self.clear()
        found = self[word] = self._work(word)
        return found


class Known(NamedTuple):
    """A word as such: folded, its roles in any context, and the lemma of its reading as a verb, else of itself."""

    low: str
    roles: int
    lemma: str


class Words:
    """The words of one language; each is worked out when it is first met."""

    def __init__(self, code: str) -> None:
        table = extra(code, "grammar")
        self.code = code
        self.table: dict[str, Any] = table
        self.verb_second: bool = table["verb_second"]
        self.verb_final: bool = table["verb_final"]
        self.capitals: bool = table["noun_capitals"]
        self.cases: bool = table["case_by_determiner"]
        self.separable = {prefix: rank for rank, prefix in enumerate(table["separable"])}
        self.inseparable = {prefix: rank for rank, prefix in enumerate(table["inseparable"])}
        """The prefixes of verbs in the order in which they are tried."""
        self._prefixes = (*self.separable, *self.inseparable)
        self.endings = tuple(table["adjective_endings"])
        self.of_town = tuple(table["of_town"])
        self.plurals = tuple(table["plural_endings"])
        self.feminine = tuple(table["feminine_endings"])
        self.closed: dict[str, int] = table["roles"]
        self.lemmas: dict[str, str] = table["lemmas"]
        self.say = frozenset(table["say"])
        self.give = frozenset(table["give"])
        self.let = frozenset(table["let"])
        self.semi_modals: dict[str, int] = table["semi_modals"]
        self.absolute = frozenset(table["absolute"])
        self.joints: dict[str, str] = table["joints"]
        self.collective = frozenset(table["collective"])
        self.dayparts = tuple(form for form, bits in self.closed.items() if bits & DAYPART)
        self.speak = frozenset(table["speak"])
        single = extra(code, "entities").get("single", {})
        self.first_names = frozenset((*extra(code, "people").get("first_names", ()), *single.get("first", ())))
        senses = extra(code, "senses")
        self.verb_senses: dict[str, list[str]] = senses.get("verbs", {})
        self.noun_senses: dict[str, list[str]] = senses.get("nouns", {})
        self.apart: dict[str, dict[str, list[str]]] = senses.get("apart", {})
        self.bounds: dict[str, list[tuple[str, ...]]] = {}
        for each in table["bounds"]:
            self.bounds.setdefault(each[0], []).append(tuple(each))
        self.token = _tokens(table["clitics"], ordinal_dot=table["ordinal_dot"])
        self._line = forms(code).line
        self.look = Memo(self._read)
        self._lines = Memo(self._read_line)
        self._verbs = Memo(self._read_verb)

    def _read(self, word: str) -> Known:
        """A token as such."""
        first = word[0]
        if not first.isalnum() and (len(word) == 1 or first not in "'’-"):
            return Known(word, self._mark(word), word)
        low = word.lower().replace("’", "'")
        if first == "-":
            return Known(low, NOUN if word[-1].isalpha() else DASH, low)
        if first.isdigit():
            return Known(low, self._figure(word), low)
        roles = self.closed.get(low, 0) or self._part_of_day(low)
        lemma = self.lemmas.get(low, low)
        if not roles & ~(TIME | DAYPART | BECOME):
            lemma, open_roles = self._open_class(low, first.isupper())
            roles |= open_roles
        if roles & AUXILIARY and not roles & VERB:
            roles |= FINITE
        return Known(low, roles | self._written(low, first), lemma)

    def _written(self, low: str, first: str) -> int:
        """What only the writing of a word tells."""
        roles = CAPITAL | (NOUN if self.capitals else 0) if first.isupper() else 0
        return roles | (POSSESSIVE if low == "'s" else 0)

    def _open_class(self, low: str, capital: bool) -> tuple[str, int]:
        """Lemma and roles of a word that is in no closed class."""
        known = self.verb(low)
        if known is not None:
            return known
        if not self.capitals:
            return low, NOUN if capital and not low.endswith("ly") else self._guessed(low)
        if low.endswith("nd") and (known := self.verb(low[:-1])) is not None and known[1] & INFINITIVE:
            return known[0], GERUND
        return low, 0

    def _part_of_day(self, low: str) -> int:
        """The role of a word that joins a time with a part of the day ("mittwochabend")."""
        tail = next((each for each in self.dayparts if low.endswith(each) and low != each), "")
        return TIME if tail and self.closed.get(low.removesuffix(tail), 0) & TIME else 0

    def _figure(self, word: str) -> int:
        """A number; with a word on it, that word ("34-Jährige", "90-minute")."""
        tail = word.rpartition("-")[2]
        if not tail[:1].isalpha():
            return NUMBER
        if self.capitals:
            return NOUN | CAPITAL if tail[0].isupper() else ADJECTIVE
        return NOUN | ADJECTIVE

    def verb(self, low: str) -> tuple[str, int] | None:
        """Lemma and roles of a form as the table has it, by itself or behind a prefix; None where it has not."""
        return self._verbs[low]

    def _read_verb(self, low: str) -> tuple[str, int] | None:
        found = self._lines[low]
        if found is None and self.inseparable and low.isalpha():
            found = self._prefixed(low, 2)
        for written, meant in self.table["folded"].items():
            if found is None and written in low:
                found = self.verb(low.replace(written, meant))
        return found

    def senses_of_noun(self, word: str) -> tuple[str, ...]:
        """The classes a noun belongs to, by itself or by the last part it is composed of."""
        for start in range(max(1, len(word) - SHORTEST_REST)):
            tail = word[start:]
            form = tail if not self.capitals else tail[:1].upper() + tail[1:]
            known = self._lines[form if self.capitals else form.lower()]
            if known is not None and known[0] in self.noun_senses:
                return tuple(self.noun_senses[known[0]])
            if not self.capitals:
                break
        return ()

    def has(self, word: str) -> bool:
        """Whether the tables have a word that a text gives with a capital letter as more than a name."""
        return self._lines[word if self.capitals else word.lower()] is not None

    def is_town(self, word: str) -> bool:
        """Whether a word is that for what belongs to a town."""
        towns = extra(self.code, "regions").get("towns", {})
        stem = next((word.removesuffix(end) for end in self.of_town if word.endswith(end)), word)
        return any(stem + end in towns for end in ("", *self.endings))

    def _prefixed(self, low: str, depth: int) -> tuple[str, int] | None:
        """A form behind a prefix, separable ones first; of some that are both, as either."""
        if not low.startswith(self._prefixes):
            return None
        apart = (self._apart(each, low[len(each) :], depth) for each in self._fitting(self.separable, low))
        joined = (self._unstressed(each, low[len(each) :]) for each in self._fitting(self.inseparable, low))
        return next((each for each in chain(apart, joined) if each is not None), None)

    def _apart(self, prefix: str, rest: str, depth: int) -> tuple[str, int] | None:
        """A form behind a prefix that may stand apart from it."""
        infix = self.table["infix"]
        known = self._bare(rest.removeprefix(infix), depth) if rest.startswith(infix) else None
        if known is not None and known[1] & INFINITIVE:
            return prefix + known[0], TO_INFINITIVE
        known = self._bare(rest, depth)
        if known is None:
            return None
        kept = self._unstressed(prefix, rest) if prefix in self.inseparable else None
        return prefix + known[0], known[1] | (0 if kept is None else kept[1])

    @staticmethod
    def _fitting(prefixes: dict[str, int], low: str) -> list[str]:
        """The prefixes that a form may begin with."""
        found = [begin for size in range(1, len(low) - SHORTEST_REST + 1) if (begin := low[:size]) in prefixes]
        return sorted(found, key=prefixes.__getitem__)

    def _bare(self, rest: str, depth: int) -> tuple[str, int] | None:
        known = self._lines[rest]
        if known is not None and known[1] & VERB:
            return known
        return self._prefixed(rest, depth - 1) if depth > 1 else None

    def _unstressed(self, prefix: str, rest: str) -> tuple[str, int] | None:
        """A verb with a prefix that stays: its participle has no further one."""
        known = self._lines[rest]
        whole = self._lines["ge" + rest]
        roles = 0 if known is None else known[1] & ~PARTICIPLE
        lemma = "" if known is None else known[0]
        if whole is not None and whole[1] & PARTICIPLE:
            roles |= PARTICIPLE
            lemma = lemma or whole[0]
        return (prefix + lemma, roles) if roles & VERB else None

    def _read_line(self, low: str) -> tuple[str, int] | None:
        readings = self._line(low)
        if not readings:
            return None
        lemma, roles = "", 0
        for reading in readings.split("\t")[1:]:
            name, _, tags = reading.partition(":")
            bits = 0
            for tag in tags:
                bits |= TAGS[tag]
            roles |= bits
            if not lemma or (bits & VERB and (bits & USUAL_VERB or not roles & USUAL_VERB) and tags not in "k"):
                lemma = name
        return lemma, roles

    def _guessed(self, low: str) -> int:
        """The roles of a word no table has, by its ending, in a language whose nouns have no capital letter."""
        if low.endswith("ly"):
            return ADVERB
        if low.endswith("ing"):
            return GERUND | NOUN
        if low.endswith("ed"):
            return FINITE | PAST | PARTICIPLE
        if "-" in low or low.endswith(self.endings):
            return NOUN | ADJECTIVE
        return NOUN | PLURAL if low.endswith("s") and not low.endswith("ss") else NOUN

    def _mark(self, word: str) -> int:
        if word[0] in ".!?":
            return STOP | (ASKING if "?" in word else 0)
        if word in "€$£":
            return NOUN if self.capitals else ADJECTIVE
        return MARKS.get(word, ADVERB)


def _tokens(clitics: list[str], *, ordinal_dot: bool) -> re.Pattern[str]:
    """Matches the next token of a text; all that is no white space is part of one."""
    hangs = "|".join(re.escape(each.lstrip("'")) for each in clitics)
    clitic, behind = (rf"['’](?:{hangs})(?![^\W_])", " ?") if hangs else (r"(?!)", "")  # "the workers' union"
    return re.compile(
        (r"\d{1,3}\.(?=[ \n][^\W\d_])|" if ordinal_dot else "")
        + r"(?-i:[^\W\d_a-zäöüß]|St)\.(?= (?-i:[^\W\d_a-zäöüß]))|"  # an initial
        + rf"[^\W\d_](?:\.[^\W\d_])+\.(?=\s+\S|,)|\d+(?:[.,]\d+)*,[-–]|\d+(?:[.,:/'’]\d+)+(?:-[^\W\d_]+)?|{clitic}"
        rf"|[^\W_]+(?:[-&/+.@:*][^\W_]+)*(?:-(?=,? [^\W_]))?"
        rf"(?:(?!{clitic})['’][^\W\d_]+|(?<=[szxß])['’](?!{behind}[^\W_]))?"
        r"|(?<=\s)-(?=\s)|--|[.!?]+|-[^\W_]+|\S",
        re.IGNORECASE,
    )


@cache
def words_of(code: str) -> Words | None:
    """The words of a language; None in one without grammar."""
    return Words(code) if has(code, "grammar") else None
