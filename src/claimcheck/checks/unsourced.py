"""Numbers, relations, superlatives, studies and wordings for which nobody answers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick, MatchKind

from claimcheck.checks.comparison import Comparison, Role, Write, judged
from claimcheck.extract.scan import lowered
from claimcheck.languages.extra import extra
from claimcheck.model import Claim, Measure, Span
from claimcheck.model.claim import Attribution, Relation
from claimcheck.model.link import Dossier, ShareOf
from claimcheck.model.report import Article
from claimcheck.model.span import Stretches, WordingKind

OPEN = ("anonymous", "none")
NEAR = 24
REACH = 90
LEAST = 20
TELLING = ("acquires", "holds_stake", "raises", "invests", "joins")
MONEY = ("price", "share", "amount")
LISTED = ("amount", "percentage", "duration")
MEASURED = ("amount", "percentage", "quantity")
NAMED = ("person", "organisation")


@cache
def _pattern(code: str, group: str) -> re.Pattern[str]:
    words = extra(code, "sourcing")[group]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?![\w-])")


@cache
def _automaton(code: str) -> tuple[AhoCorasick, int]:
    """Superlatives and phrases that are both, and how many of the former there are."""
    table = extra(code, "sourcing")
    words = [*table["superlatives"], *table["never"]]
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), len(table["superlatives"])


def _asked(sourced: bool, span: Span, text: str, claims: tuple[Claim, ...] = (), shown: str = "") -> Comparison:
    """One place for which somebody should answer."""
    values, roles = (("wording", text),), (Role("claim", span, text),)
    return Comparison(judged(sourced), claims, roles, values, shown, evidence="wording", asks=True)


class Sources:
    """Where an article says whose words it gives, and what it quotes, by the numbers of its sentences."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.document = article.document
        self.code = article.document.language or ""
        self.sentences = article.document.sentences
        self.starts = [sentence.start for sentence in self.sentences]
        self.quoted = Stretches(each.span for each in article.document.quotations)
        self.headline = article.document.headline.end if article.document.headline is not None else 0
        self._content: dict[Span, list[Span]] = {}
        for each in article.claims:
            if isinstance(each.value, Attribution) and each.value.source_kind not in OPEN:
                self._content.setdefault(each.span, []).append(each.value.content.span)
        self._said = Stretches(self._content)

    def number(self, start: int) -> int:
        """The number of the sentence at an offset."""
        return max(0, bisect_right(self.starts, start) - 1)

    def numbers(self, spans: Iterable[Span]) -> set[int]:
        """The numbers of the sentences in which these begin."""
        return {self.number(span.start) for span in spans}

    def below(self, span: Span) -> bool:
        """Whether a place is below the headline, in the author's own words."""
        return span.start >= self.headline and not self.quoted.cover(span)

    def near(self, span: Span, *, before: int = 1, behind: int = 0) -> bool:
        """Whether somebody is said to say something, or a word for a source stands, in the sentence of the span, or in
        as many `before` and `behind` it.

        Who "apparently plans" something, the span being "apparently", is no source for it.
        """
        if not self.starts:
            return False
        number = self.number(span.start)
        last = min(number + behind, len(self.sentences) - 1)
        around = Span(self.sentences[max(0, number - before)].start, self.sentences[last].end)
        for said in self._said.touching(around):
            if not said.touches(span) or any(content.covers(span) for content in self._content[said]):
                return True
        if not extra(self.code, "sourcing"):
            return False
        sources = _pattern(self.code, "sources")
        parts = ((around.start, span.start), (span.end, around.end))
        return any(sources.search(self.document.prose[start:end].lower()) is not None for start, end in parts)


class NobodyAnswers:
    """Fails where no source stands near a superlative, or near a share of people."""

    names = ("wording",)

    def __init__(self, of: Literal["superlative", "share"]) -> None:
        self.of = of

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each of them, outside of quotations."""
        del write
        article = dossier.article
        shares = {link.share.span: (link.share,) for link in dossier.each(ShareOf)}
        found = [*shares] if self.of == "share" else _superlatives(article)
        sources = Sources(article) if found and extra(article.document.language, "sourcing") else None
        for span in found if sources is not None else ():
            if sources is not None and not sources.quoted.touch(span):
                text = article.document.text[span.start : span.end]
                yield _asked(sources.near(span, behind=1), span, text, shares.get(span, ()), text)


def _superlatives(article: Article) -> list[Span]:
    """The first superlative of each sentence with a scope behind it, or a phrase that is both."""
    document, code = article.document, article.document.language or ""
    if not document.sentences or not extra(code or None, "sourcing"):
        return []
    automaton, plain = _automaton(code)
    prose, starts = lowered(document.prose), [sentence.start for sentence in document.sentences]
    found: dict[Span, Span] = {}
    for index, start, end in automaton.find_matches_as_indexes(prose):
        word, sentence = Span(start, end), document.sentences[max(0, bisect_right(starts, start) - 1)]
        known = index >= plain or _is_superlative(prose, word, sentence, code)
        if known and sentence != document.headline and sentence.covers(word) and _stands_alone(prose, word):
            found.setdefault(sentence, word)
    return [*found.values()]


def _stands_alone(prose: str, word: Span) -> bool:
    """Whether no letter and no hyphen touches a word."""
    touching = prose[max(0, word.start - 1) : word.start] + prose[word.end : word.end + 1]
    return not any(char.isalnum() or char == "-" for char in touching)


def _is_superlative(prose: str, word: Span, sentence: Span, code: str) -> bool:
    """Whether a scope stands behind a word, and nothing before it that makes it another word."""
    if _pattern(code, "not_superlative").search(prose, max(sentence.start, word.start - NEAR), word.start):
        return False
    return _pattern(code, "scopes").search(prose, word.end, min(sentence.end, word.end + REACH)) is not None


def _is_untold(claim: Claim) -> bool:
    """Whether a number that lists may hold is in the author's voice."""
    return claim.type in LISTED and claim.voice is None


class Unsourced:
    """Fails where somebody's number, or a deal, stands in the author's voice without any source near it.

    Near is the same sentence and those beside it. Numbers count only where they are an argument of a relation, have
    both a measure and an owner, or stand in a list of what somebody offers: others are too many to be read.
    """

    names = ("claim",)

    def __init__(self, of: Literal["numbers", "relations"]) -> None:
        self.of = of

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each such claim."""
        del write
        article = dossier.article
        offered = set(_offered(article)) if self.of == "numbers" else set()
        yield from (_claimed(each, alone=True) for each in article.claims if each.span in offered and _is_untold(each))
        claims = [each for each in self._claims(article) if each.span not in offered]
        sources = Sources(article) if claims else None
        for claim in claims:
            if sources is not None and sources.below(claim.span):
                yield _claimed(claim, alone=claim.voice is None and not sources.near(claim.span, behind=1))

    def _claims(self, article: Article) -> list[Claim]:
        """The deals, or the amounts and percentages that are an argument of a relation or somebody's measure."""
        relations = [(each, each.value) for each in article.claims if isinstance(each.value, Relation)]
        if self.of == "relations":
            return [claim for claim, relation in relations if relation.predicate in TELLING]
        arguments = (each for _, relation in relations for each in relation.arguments)
        told = {each.span for role, each in arguments if role in MONEY}
        numbers = [claim for claim in article.claims if claim.type in ("amount", "percentage")]
        return [claim for claim in numbers if claim.span in told or _is_owned(claim)]


def _is_owned(claim: Claim) -> bool:
    return claim.about is not None and claim.about.measure is not None and bool(claim.about.entities)


def _offered(article: Article) -> Iterator[Span]:
    """The claims in the items of lists that a sentence about somebody introduces: "Nordwerk AG offers:"."""
    document, lead = article.document, False
    items = frozenset(document.list_items)
    if not items:
        return
    claims = sorted({each.span for each in article.claims})
    begins = {each.end: each.start for each in document.sentences}
    for paragraph in document.paragraphs:
        if paragraph not in items:
            lead = _introduces(article, Span(begins.get(paragraph.end, paragraph.start), paragraph.end))
        elif lead:
            first, last = (bisect_left(claims, (at,)) for at in paragraph)
            yield from (span for span in claims[first:last] if paragraph.covers(span))


def _introduces(article: Article, last: Span) -> bool:
    """Whether a sentence ends in a colon and names an organisation, and nobody speaks in it."""
    speaks = any(isinstance(each.value, Attribution) and each.span.touches(last) for each in article.claims)
    named = any(each.kind == "organisation" and last.covers(each.span) for each in article.mentions)
    return article.document.prose.endswith(":", *last) and named and not speaks


def _claimed(claim: Claim, *, alone: bool) -> Comparison:
    """A claim for which somebody should answer; the places of a deal are those of its arguments."""
    roles: tuple[Role, ...] = (Role("claim", claim.span, claim.text),)
    if isinstance(claim.value, Relation):
        roles = tuple(Role(name, each.span, each.text) for name, each in claim.value.arguments)
    return Comparison(judged(not alone), (claim,), roles, (("claim", claim.text),), evidence="wording", asks=True)


class Vague:
    """Fails for wordings of one kind in the author's own words, below the headline.

    `unless_sourced`: not in the words of a named speaker, nor where a source stands in the sentence or the one before.
    `unless_measured`: not with a number in either. `checkable`: only in a sentence with a number, a relation, or the
    name of somebody of whom it is said.
    """

    names = ("wording",)

    def __init__(
        self,
        wording: WordingKind,
        unless_sourced: bool = False,
        unless_measured: bool = False,
        checkable: bool = False,
    ) -> None:
        self.wording = wording
        self.unless_sourced = unless_sourced
        self.unless_measured = unless_measured
        self.checkable = checkable

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each such wording."""
        del write
        wordings = [each for each in dossier.article.wordings if each.kind == self.wording]
        sources = Sources(dossier.article) if wordings else None
        for each in wordings:
            if sources is not None and sources.below(each.span):
                yield _asked(self._silent(each.span, sources), each.span, each.text)

    def _silent(self, span: Span, sources: Sources) -> bool:
        """Whether what stands around a wording makes up for it."""
        number, claims = sources.number(span.start), sources.article.claims
        measured = sources.numbers(each.span for each in claims if each.type in MEASURED)
        if self.unless_measured and not measured.isdisjoint((number - 1, number)):
            return True
        told = measured | sources.numbers(_relations_and_names(sources.article)) if self.checkable else {number}
        return number not in told or (self.unless_sourced and sources.near(span))


def _relations_and_names(article: Article) -> Iterator[Span]:
    yield from (each.span for each in article.claims if each.type == "relation")
    yield from (each.span for each in article.mentions if each.kind in NAMED)


class BareStudy:
    """Fails where a study is introduced with neither its title in quotation marks, nor a person or an organisation,
    nor a sample size beside it, wherever the article comes back to it.
    """

    names = ("wording",)

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each article about a study that is introduced as "a study"; only the first time."""
        del write
        article = dossier.article
        for each in [each for each in article.wordings if each.kind == "study"][:1]:
            sources = Sources(article)
            places = re.finditer(re.escape(each.text.lower()), article.document.prose.lower())
            told = sources.numbers(Span(*match.span()) for match in places)
            known = sources.numbers(_titles_and_samples(article))
            yield _asked(not known.isdisjoint(told | {number + 1 for number in told}), each.span, each.text)


def _titles_and_samples(article: Article) -> Iterator[Span]:
    """What may say which study it is: quotations, names, numbers of those asked."""
    yield from (each.span for each in article.document.quotations)
    yield from (each.span for each in article.mentions if each.kind in NAMED)
    for each in article.claims:
        if each.type == "quantity" and isinstance(each.value, Measure) and (each.value.number or 0) >= LEAST:
            yield each.span
