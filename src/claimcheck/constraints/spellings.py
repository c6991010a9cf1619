"""One name, or one long word, in two spellings: two words of an article that differ by a letter."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import permutations, starmap
from typing import NamedTuple

from claimcheck.constraints.identity import renamed, surnames_changed
from claimcheck.constraints.letters import Alike, alike, alike_but_for_accents, is_common, only_names
from claimcheck.constraints.misspelled import misspelled
from claimcheck.constraints.surnames import changed, judged_speakers, speakers
from claimcheck.language.words import Words as Lexicon
from claimcheck.language.words import words_of
from claimcheck.languages.extra import extra
from claimcheck.model import Span
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Judged
from claimcheck.model.report import Article
from claimcheck.statements.statement import Statements

SHORTEST = 5
LONG, NAMED = 8, 6
"""From how many letters on a word is long; a known name is from fewer on."""
TAIL = 3
"""How many letters at the end of a long word may belong to its inflection."""
OFTEN = 3
"""How much more often than its misspelling a word stands where the misspelling stands more than once."""
LOOK = 40
WORD = re.compile(r"(?<!\w)[^\W\d_a-zßäöü][^\W\d_]+(?!\w)")
REST = re.compile(r"(?:-[^\W_]+)*")
BESIDE = re.compile(r"(\S*)[ \n]*\Z")
NEXT = re.compile(r" *(\w*)")
MARKS = "\"„“”»«›‹‚‘’'"


class Words(NamedTuple):
    """What a language knows of the words around names."""

    first: frozenset[str]
    particles: frozenset[str]
    unnamed: frozenset[str]
    acting: frozenset[str]
    adjectives: tuple[str, ...]
    capitals: bool


class Respelled(NamedTuple):
    """Two words, or two names of which one half is the same, that differ by a letter; `name`: a known kind of name."""

    part: Part
    other: Part
    name: bool


def spellings(statements: Statements) -> Iterator[Judged]:
    """Every name or long word in two spellings, every surname that nothing introduces, and every name that comes again
    as it was.
    """
    article = statements.article
    if article.document.language is None:
        return
    told = [*speakers(article)]
    yield from judged_speakers(told)
    alone = {each.name.text for each in told if each.alike is not None}
    found = [*_respelled(article, alone)]
    yield from map(_judged, found)
    spelled = alone.union(*((each.part.text, each.other.text) for each in found))
    other = [*changed(article, spelled)]
    yield from other
    last = [*surnames_changed(article, spelled.union(each.values[0][1] for each in other))]
    yield from last
    yield from misspelled(article, spelled.union(text for each in (*other, *last) for _, text in each.values))
    yield from renamed(article)


def _judged(each: Respelled) -> Judged:
    """How a pair came out; one with and one without its accents is a matter of style."""
    one, two = each.part.text, each.other.text
    fits = alike_but_for_accents(one, two)
    shown = f"{one} {'=' if one == two else '≈'} {two}" if fits else ""
    roles, kind = (("claim", each.part), ("other", each.other)), "spelling" if each.name else "spelling of a word"
    return Judged(kind, fits, roles, (("name", two), ("other", one)), shown)  # type: ignore[arg-type]


def _respelled(article: Article, told: Collection[str]) -> Iterator[Respelled]:
    """Every such pair once, but for words in `told`, and every name that comes again as it was."""
    seen = set(told)
    language = article.document.language or ""
    names = _Names(article, _table(language), words_of(language))
    for pair, link in names.pairs():
        if seen.isdisjoint((pair.one, pair.other)):
            seen |= {pair.one, pair.other}
            yield link
    yield from names.kept(seen)


@cache
def _table(language: str) -> Words:
    table, people = extra(language, "entities"), extra(language, "people")
    return Words(
        frozenset(table.get("single", {}).get("first", ())),
        frozenset(table.get("particles", ())),
        frozenset(table.get("articles", ())) | frozenset(table.get("never", ())),
        frozenset(people.get("says", ())) | frozenset(people.get("acts", ())),
        tuple(people.get("adjective_endings", ())),
        bool(table.get("nouns_capitalised")),
    )


class _Names:
    """The capitalised words of an article, and which of them stand side by side."""

    def __init__(self, article: Article, table: Words, words: Lexicon | None) -> None:
        self.prose = article.document.prose
        self.words = words
        self.table = table
        self.places: dict[str, list[int]] = {}
        self.single: dict[str, int] = {}
        self.behind: dict[str, dict[str, Span]] = {}
        self.before: dict[str, dict[str, Span]] = {}
        self._read_words()
        named = [each for each in article.mentions if each.kind is not None and each.form == "name"]
        self.meant = {each.span.start: each.entity for each in named if each.entity is not None}
        full = [each.text.rpartition(" ") for each in named if each.kind == "person"]
        self.surnames = {last for first, _, last in full if first and len(last) >= SHORTEST}
        self.names = self.surnames | {each.text for each in named if each.kind != "person"}

    def _read_words(self) -> None:
        before, end = "", 0
        for match in WORD.finditer(self.prose):
            word, (start, stop) = match.group(), match.span()
            self.places.setdefault(word, []).append(start)
            if word not in self.single and "-" not in self.prose[max(0, start - 1) : stop + 1]:
                self.single[word] = start
            if self._joined(before, end, start) and self.prose[end - len(before) - 1 : end - len(before)] != "-":
                span = Span(end - len(before), stop)
                self.behind.setdefault(before, {}).setdefault(word, span)
                self.before.setdefault(word, {}).setdefault(before, span)
            before, end = word, stop

    def _joined(self, before: str, end: int, start: int) -> bool:
        """Whether a word stands right behind another, or a particle between it and a first name: "Anna von Kern"."""
        if start == end + 1 and self.prose[end] == " ":
            return True
        gap = self.prose[end:start] if before in self.table.first and start - end < LOOK else ""
        return gap[:1] == gap[-1:] == " " and gap.strip() in self.table.particles

    def pairs(self) -> Iterator[tuple[Alike, Respelled]]:
        """Names of which one half is the same first, then words by themselves."""
        yield from self._of_one_first_name()
        yield from self._of_one_surname()
        yield from self._behind_one_word()
        for pair in self._long():
            name = bool({pair.one, pair.other} & self.names) or self._named(pair)
            long = pair.tail >= TAIL and self._is_long(pair, name=name)
            if long and (name or self._one_unknown(pair)) and self._is_slip(pair):
                yield pair, self._alone(pair, name=name)
        yield from self._surnames()

    def _of_one_first_name(self) -> Iterator[tuple[Alike, Respelled]]:
        for first, places in self.behind.items():
            for pair in _alike(places) if first in self.table.first else ():
                yield from self._beside(pair, places)

    def _of_one_surname(self) -> Iterator[tuple[Alike, Respelled]]:
        for places in self.before.values():
            for pair in _alike(places) if not self.table.first.isdisjoint(places) else ():
                known = {pair.one, pair.other} & self.table.first
                if len(known) == 1 or (known and pair.how != "other"):
                    yield from self._beside(pair, places)

    def _behind_one_word(self) -> Iterator[tuple[Alike, Respelled]]:
        """Words behind the same word, which is neither an article nor an adjective."""
        for first, places in self.behind.items():
            plain = first.lower() in self.table.unnamed or first.endswith(self.table.adjectives)
            for pair in _alike(places) if not plain else ():
                if pair.how != "other" and pair.tail >= TAIL:
                    yield from self._beside(pair, places)

    def _named(self, pair: Alike) -> bool:
        """Whether only names have capitals in the language, and both words have one inside a sentence."""
        inside = (
            any(self.prose[max(0, at - 2) : at].strip().islower() for at in self.places[word]) for word in pair[:2]
        )
        return not self.table.capitals and all(inside)

    def _one_unknown(self, pair: Alike) -> bool:
        """Whether not both are words of the language, two of which may well differ by a letter."""
        return self.words is None or not all(is_common(self.words, word) for word in pair[:2])

    def _is_long(self, pair: Alike, *, name: bool) -> bool:
        return len(pair.one) >= LONG or (name and {pair.one, pair.other} <= self.single.keys())

    def _is_slip(self, pair: Alike) -> bool:
        """Whether nothing shows that both words are meant to be spelled so."""
        two = {pair.one, pair.other} <= self.surnames or (self._has_first(pair.one) and self._has_first(pair.other))
        two = two or any(starmap(self._is_of_another, permutations(pair[:2])))
        given = not self.table.first.isdisjoint((pair.one, pair.other))  # "Jenifer" may well sing with Jennifer Kern
        return (
            not (two or given)
            and not self._first_and_last(pair.one, pair.other)
            and self._one_is_rare(pair)
            and not self._quoted(pair.one)
            and not self._quoted(pair.other)
        )

    def kept(self, told: Collection[str]) -> Iterator[Respelled]:
        """The first return of each surname that a first name introduces, but for words in `told`."""
        for last in sorted(self.surnames.difference(told)):
            places = self.places.get(last, ())
            parts = [self._part(Span(start, start + len(last))) for start in places[:2]]
            if len(parts) > 1 and parts[0].text == parts[1].text:
                yield Respelled(parts[1], parts[0], name=True)

    def _long(self) -> Iterator[Alike]:
        """The long words that are alike, of those that begin and end alike."""
        ends: dict[tuple[str, str], dict[str, bool]] = {}
        for word in self.places:
            if len(word) >= NAMED:
                ends.setdefault((word[0], word[-TAIL:]), {})[word] = True
        for words in ends.values():
            if len(words) > 1:
                yield from alike(words, exchanged=False)

    def _beside(self, pair: Alike, places: dict[str, Span]) -> Iterator[tuple[Alike, Respelled]]:
        """The link of two names, unless they are known to be two."""
        first, second = sorted((places[pair.one], places[pair.other]))
        meant = {self.meant[span.start] for span in (first, second) if span.start in self.meant}
        if pair.tail and len(meant) < 2:
            yield pair, Respelled(self._part(second), self._part(first), name=True)

    def _surnames(self) -> Iterator[tuple[Alike, Respelled]]:
        """A surname that a first name introduces, and by itself another one that only a slip explains."""
        ends = {(name[0], name[-1]) for name in self.surnames}
        near = {word: True for word in self.places if len(word) >= SHORTEST and (word[0], word[-1]) in ends}
        for pair in alike(near):
            for slip, name in ((pair.one, pair.other), (pair.other, pair.one)):
                lone = slip in self.single and slip not in self.surnames
                if name in self.surnames and lone and self._bare(slip, pair):
                    yield pair, self._alone(pair, name=True)

    def _bare(self, word: str, pair: Alike) -> bool:
        """Whether a word stands like a name everywhere: no article before it, nobody's first name, a verb beside it."""
        if not pair.tail or self._quoted(word) or (pair.how == "other" and len(word) < LONG):
            return False
        return all(self._acts(start, start + len(word)) for start in self.places[word])

    def _acts(self, start: int, end: int) -> bool:
        found, after = BESIDE.search(self.prose, max(0, start - LOOK), start), NEXT.match(self.prose, end)
        before, behind = "" if found is None else found.group(1), "" if after is None else after.group(1)
        if before[:1].isupper() and before.lower() not in self.table.unnamed:
            return False
        begins = not before or before[-1] in ".!?:…" or before[0].isupper() or before[-1] in MARKS
        return before.lower() in self.table.acting or (begins and behind in self.table.acting)

    def _has_first(self, word: str) -> bool:
        """Whether the word stands behind a first name: two of them are two people."""
        return not self.table.first.isdisjoint(self.before.get(word, ()))

    def _is_of_another(self, word: str, surname: str) -> bool:
        """Whether a word stands behind what can only be a first name, and nowhere the person with the surname does."""
        before, words = self.before.get(word, {}).keys() - self.before.get(surname, {}).keys(), self.words
        return surname in self.surnames and words is not None and any(only_names(words, each) for each in before)

    def _first_and_last(self, one: str, other: str) -> bool:
        """Whether one is a first name and the other the surname of somebody: "Simone Kern" and "Diego Simeone"."""
        return any(a in self.table.first and self._has_first(b) for a, b in ((one, other), (other, one)))

    def _one_is_rare(self, pair: Alike) -> bool:
        few, many = sorted((len(self.places[pair.one]), len(self.places[pair.other])))
        return few == 1 or many >= OFTEN * few

    def _quoted(self, word: str) -> bool:
        """Whether marks around a word show that it is meant to be spelled so."""
        start = self.places[word][0]
        end = start + len(word)
        return self.prose[max(0, start - 1) : start] in MARKS and self.prose[end : end + 1] in MARKS if start else False

    def _alone(self, pair: Alike, *, name: bool) -> Respelled:
        """The link of two words; the rarer one, else the later one, is the claim."""
        rare, usual = sorted((pair.one, pair.other), key=lambda word: (len(self.places[word]), -self.places[word][0]))
        rare_at, usual_at = (self.single.get(word, self.places[word][0]) for word in (rare, usual))
        return Respelled(
            self._part(Span(rare_at, rare_at + len(rare))), self._part(Span(usual_at, usual_at + len(usual))), name=name
        )

    def _part(self, span: Span) -> Part:
        rest = REST.match(self.prose, span.end)
        end = span.end if rest is None else rest.end()
        return Part(Span(span.start, end), self.prose[span.start : end])


def _alike(places: dict[str, Span]) -> Iterator[Alike]:
    return alike({word: True for word in places if len(word) >= SHORTEST}) if len(places) > 1 else iter(())
