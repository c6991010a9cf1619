"""Things of two kinds: in the headline and below it, brought in and taken up; and how many are dead and injured."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, cached_property
from typing import Any, NamedTuple

from claimcheck.constraints.attributes import changes
from claimcheck.constraints.headlines import about_alike, denied, figure, part_of, read_title, titled
from claimcheck.constraints.sexes import any_of
from claimcheck.languages import load
from claimcheck.languages.extra import extra
from claimcheck.model import Document, Span
from claimcheck.model.analysis import Chunk, Sentence
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Judged
from claimcheck.model.figures import Again
from claimcheck.model.report import Article
from claimcheck.statements.dimension import number
from claimcheck.statements.statement import Statement, Statements

SENTENCES = 3
LATER = 4
"""In so many sentences behind a count a further death may be told."""
MOST = 200
"""More people than this are no count of an accident."""
KINDS = ("killed", "injured")
CONCEPTS = {"killed": "killed", "injured": "injured", "seriously_injured": "injured", "slightly_injured": "injured"}
CUES = {"dead": "killed", "hurt": "injured"}


def casualties(statements: Statements) -> Iterator[Again | Judged]:
    """The dead and the injured exchanged in the headline."""
    article, head = statements.article, statements.article.document.headline
    begin = 0 if head is None else head.end
    above, below = _divided(statements, begin)
    below = _first(below) if any(map(_kind, above)) else []
    for one, two in _told_otherwise(article, above, below):
        yield figure(article.document, one.claim, two.claim)


def _divided(statements: Statements, begin: int) -> tuple[list[Statement], list[Statement]]:
    """The numbers of the headline, which may be a title outside the text, and those of the text."""
    every = _all(statements)
    above = [each for each in every if each.claim.span.start < begin]
    document = statements.article.document
    if not begin and document.title:
        above = _all(Statements(read_title(document)))
    return above, [each for each in every if each.claim.span.start >= begin]


def _first(below: list[Statement]) -> list[Statement]:
    """The numbers of people in the first sentences with numbers."""
    first = sorted({each.sentence for each in below})[:SENTENCES]
    return [each for each in below if each.sentence in first and _counts(each)]


def _told_otherwise(
    article: Article, above: Sequence[Statement], below: Sequence[Statement]
) -> Iterator[tuple[Statement, Statement]]:
    """The numbers of the headline with those of the text that deny them."""
    for kind, other in (KINDS, KINDS[::-1]):
        yield from _exchanged(article, above, below, kind, other)


def _all(statements: Statements) -> list[Statement]:
    return [each for at in statements.numbered() for each in statements.within(at)]


def _counts(statement: Statement) -> bool:
    """Whether it is a number of people or of nothing said."""
    value = statement.value
    return value.unit in (None, "person") and value.number is not None and value.number <= MOST


def _kind(statement: Statement) -> str | None:
    """Whether it counts the dead or the injured."""
    if not _counts(statement) or statement.verb.negated:
        return None
    told = {CUES[cue] for cue in statement.cues & CUES.keys()}
    return CONCEPTS.get(statement.concept or "") or (told.pop() if len(told) == 1 else None)


def _value(statement: Statement) -> Decimal:
    return number(statement.claim) or Decimal(0)


def _single(statements: Sequence[Statement], kind: str) -> Statement | None:
    """The first that counts this kind, where all of them give one number."""
    found = [each for each in statements if _kind(each) == kind]
    return found[0] if len({_value(each) for each in found}) == 1 else None


def _exchanged(
    article: Article, told: Sequence[Statement], below: Sequence[Statement], kind: str, other: str
) -> Iterator[tuple[Statement, Statement]]:
    """A headline that gives as the dead the number of the injured, or of both together, or the reverse, where the text
    counts both in one sentence and speaks of the dead nowhere else.
    """
    one, right = _single(told, kind), _single(below, kind)
    treated = [each for each in below if _kind(each) is None and "treated" in each.around]
    beside = _single(below, other) or (treated[0] if len(treated) == 1 else None)
    if one is not None and right is not None and beside is not None and not _single(told, other):
        value, own, others = map(_value, (one, right, beside))
        mistaken = value == others or (kind == KINDS[0] and value == own + others)
        if mistaken and value != own and right.sentence == beside.sentence and not _goes_on(article, right.sentence):
            yield one, right


def _goes_on(article: Article, sentence: int) -> bool:
    """Whether a sentence soon behind that of the count speaks of a death once more."""
    analysis = article.analysis
    numbers = range(sentence + 1, min(sentence + 1 + LATER, len(analysis.spans) if analysis else 0))
    return any(
        {"die", "kill"} & {*clause.senses} for at in numbers if analysis for clause in analysis.sentence(at).clauses
    )


FIRST = 2
LONG = 5
"""From so many letters on a word may be the last part of a longer one."""


class Sort:
    """One sort of things; `words` has those for all its kinds in lower case. What finds them is made when asked for."""

    def __init__(self, named: list[list[str]], table: dict[str, Any]) -> None:
        self.words = [word.lower() for kind in named for word in kind]
        self._named, self._table = named, table

    def _written(self, at: int) -> str:
        return "|".join(_written(word, self._table["compounds"]) for word in self._named[at])

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """What finds a word for one of the kinds, whose number is the name of its group behind a letter."""
        endings = "|".join(map(re.escape, self._table["kind_endings"]))
        named = "|".join(f"(?P<k{at}>{self._written(at)})" for at in range(len(self._named)))
        # where nouns have capitals, "weinen" is no wine
        flags = re.NOFLAG if self._table["compounds"] else re.IGNORECASE
        return re.compile(rf"(?<![\w-])(?:{named})(?:{endings})?(?![\w-])", flags)

    def inside(self, name: str) -> re.Pattern[str]:
        """What finds one kind, by the name of its group, in any word."""
        edge = "" if self._table["compounds"] else r"(?<!\w)"
        return re.compile(rf"{edge}(?:{self._written(int(name[1:]))})", re.IGNORECASE)


def kinds(statements: Statements) -> Iterator[Judged]:
    """Every thing that the headline names as one kind and the first sentences as another of its sort, where the text
    never has a word for the kind of the headline.
    """
    document = statements.article.document
    title, head, start = titled(document)
    first = [each for each in document.sentences if each.start >= start][:FIRST]
    if document.language is None or not first or not title.strip():
        return
    lead = Span(first[0].start, first[-1].end)
    if about_alike(title, document.prose[lead.start : lead.end]):
        yield from _told(document, document.language, (title, head, start), lead)


def _told(document: Document, code: str, above: tuple[str, Span, int], lead: Span) -> Iterator[Judged]:
    """The kinds of the headline with the words of the text for them, or for others of their sort."""
    title, head, start = above
    written = title.lower()
    for sort in _sorts(code):
        match = _only(sort.whole, title) if any(word in written for word in sort.words) else None
        if match is None:
            continue
        again = sort.inside(match.lastgroup or "").search(document.prose, start)
        found = again or _only(sort.whole, document.prose, *lead)
        if found is not None:
            text = Part(Span(*found.span()), document.text[found.start() : found.end()])
            yield denied("kind", part_of(title, *match.span(), head), text, fits=again is not None)


def _only(whole: re.Pattern[str], text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The first word for the only kind of a sort that a text names."""
    found = [*whole.finditer(text, start, len(text) if end is None else end)]
    return found[0] if len({each.lastgroup for each in found}) == 1 else None


@cache
def _sorts(code: str) -> tuple[Sort, ...]:
    """Every sort of things."""
    table: dict[str, Any] = extra(code, "headlines")
    return tuple(Sort(each, table) for each in table.get("kinds", ()))


def _written(word: str, compounds: bool) -> str:
    """A word, also as the last part of a longer one: "Brand", "Waldbrand"."""
    plain = re.escape(word)
    last = re.escape(word[0].lower() + word[1:])
    return rf"(?:{plain}|[\w-]*?\w{last}|[\w-]+-{plain})" if compounds and len(word) >= LONG else plain


class Noun(NamedTuple):
    """A noun for a thing with its kind; by the words before it the thing is brought in as `new`, or taken up."""

    part: Part
    kind: str
    sentence: int
    new: bool
    known: bool


def taken_up(statements: Statements) -> Iterator[Judged]:
    """Every thing that an article brings in as one kind of a sort and soon takes up as that, or as another one of which
    it speaks nowhere else: "A van hit a cyclist. The lorry …".
    """
    prose, code = statements.article.document.prose, statements.article.document.language or ""
    for sort, kind_of in extra(code, "senses").get("sorts", {}).items():
        named = [*_nouns(statements, code, sort)] if any(word in prose for word in kind_of) else []
        again = _again(named) if named and named[0].new else None
        if (
            again is not None
            and not _names_between(statements, named[0].part, again.part)
            and _only_once(prose, code, kind_of, again.kind, named[0].kind)
        ):
            yield changes(named[0].part, again.part, fits=again.kind == named[0].kind)


def _again(named: Sequence[Noun]) -> Noun | None:
    """The noun that soon takes up the first one of a sort: the only one for another kind, else the same noun."""
    first, others = named[0], [each for each in named if each.kind != named[0].kind]
    same = (each for each in named if each.known and each.part.text == first.part.text)
    again = others[0] if others else next(same, first)
    soon = again.known and 0 < again.sentence - first.sentence <= SENTENCES
    return again if soon and len(others) < 2 else None


def _names_between(statements: Statements, first: Part, again: Part) -> bool:
    """Whether a person is named between two nouns, but not with the first: the second may be said of this one."""
    people = (each.span.start for each in statements.article.mentions if each.kind == "person")
    return any(first.span.end + 1 < start < again.span.start for start in people)


def _only_once(prose: str, code: str, kind_of: dict[str, str], kind: str, first: str) -> bool:
    """Whether a kind is named once, also in longer words where the language has such ("Suzuki-Motorrad")."""
    words = "|".join(re.escape(word) for word in kind_of if kind_of[word] == kind)
    edge = "" if load(code).numbers["capitals"] else r"(?<!\w)"
    return kind == first or len(re.findall(rf"{edge}(?:{words})", prose, re.IGNORECASE)) == 1


@cache
def _any_kind(code: str, sort: str) -> re.Pattern[str]:
    """The words for all kinds of a sort."""
    return any_of([*extra(code, "senses")["sorts"][sort]], ignore_case=not load(code).numbers["capitals"])


def _nouns(statements: Statements, code: str, sort: str) -> Iterator[Noun]:
    """The nouns below the headline for things of a sort."""
    document, analysis, table = statements.article.document, statements.analysis, extra(code, "senses")
    begin, kind_of = 0 if document.headline is None else document.headline.end, table["sorts"][sort]
    for match in _any_kind(code, sort).finditer(document.prose, begin):
        sentence, part = analysis.at(match.start()), Part(Span(*match.span()), match.group())
        chunk = None if sentence is None else sentence.chunk_at(match.start())
        if sentence is not None and chunk is not None:
            kind = kind_of.get(part.text) or kind_of[part.text.lower()]
            yield Noun(part, kind, analysis.number(match.start()), *_led(sentence, chunk, match.end(), table))


def _led(sentence: Sentence, chunk: Chunk, end: int, table: dict[str, Any]) -> tuple[bool, bool]:
    """Whether a noun brings a thing in, as one without an article does that is in the singular or measured ("two kilos
    of cocaine"), and whether it takes one up.
    """
    before = {sentence.tokens[at].low for at in (chunk.determiner, chunk.preposition) if at is not None}
    new, known = (not before.isdisjoint(table[each]) for each in ("indefinite", "definite"))
    head = sentence.ends[chunk.last - 1] == end
    bare = chunk.determiner is None and (chunk.plural is False or not head)
    return new or (bare and not known), known and head and chunk.number is None
