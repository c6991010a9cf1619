"""What a page shows, worked out before anything is written: articles, their claims and findings, what they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.ledger.identity import standing
from claimcheck.link.across.facts import facts
from claimcheck.model import Article, Claim, Finding, Period, Report, Span
from claimcheck.model.claim import Attribution, Relation
from claimcheck.report.foot import operands
from claimcheck.report.html.charts import Series, series, timeline
from claimcheck.report.html.marked import Block, Mark, Part, Quote, Quoting, blocks
from claimcheck.report.html.status import STATUSES, Status, Statuses, StatusName
from claimcheck.report.places import Files
from claimcheck.report.words import Words, said
from claimcheck.report.written import written

LONGEST = 100


class Card(NamedTuple):
    """A finding as it stands in the margin; `asks`: nothing is wrong, but a source or a name is missed.

    `label` says what the working is. What only asks for the source of a claim has no card: the claim's row says so.
    """

    id: str
    number: int
    start: int
    level: str
    message: str
    rule: str
    quotes: tuple[Quote, ...]
    label: str
    working: str
    repairs: tuple[tuple[str, str], ...]
    asks: bool


class Row(NamedTuple):
    """A claim in the tick list: its words, what it speaks of, how it stands, and what shows it.

    `context` is its sentence, for the list without the text.
    """

    id: str
    start: int
    text: str
    kind: str
    about: tuple[str, ...]
    status: StatusName
    looks: str
    findings: tuple[tuple[str, str], ...]
    workings: tuple[str, ...]
    reason: str
    evidence: tuple[Quote, ...]
    context: tuple[Quote, ...]
    questions: tuple[str, ...]
    lapsed: str


class Beside(NamedTuple):
    """A block of the text and what stands beside it, in the order of the text."""

    block: Block
    items: tuple[Card | Row, ...]


class Point(NamedTuple):
    """A day of the timeline: as people write it, what the text calls it, and the rows that say so."""

    day: str
    gap: int
    said: tuple[tuple[str, str], ...]


class Sheet(NamedTuple):
    """One article with all that is said of it; `counts` has every status in a fixed order."""

    id: str
    article: Article
    title: str
    beside: tuple[Beside, ...]
    rows: tuple[Row, ...]
    cards: tuple[Card, ...]
    counts: tuple[tuple[StatusName, int], ...]
    timeline: tuple[Point, ...]
    series: tuple[Series, ...]


class View:
    """The sheets of a report, made one after the other."""

    def __init__(self, result: Report, words: Words) -> None:
        self.result = result
        self.words = words
        self.ids = {article.document.path: f"a{at}" for at, article in enumerate(result.articles, 1)}
        self.quoting = Quoting(Files(result.readable()), self.target)
        self.statuses = Statuses(result)
        self.facts = facts(result.links, result.articles) if result.compared else ()
        self._home = {number: self._at_home(finding) for number, finding in enumerate(result.findings)}
        self._marks = self._all_marks()
        self._asked: dict[int, str] = {}

    def sheets(self) -> Iterator[Sheet]:
        """One for each article, in the order of the report."""
        return map(self._sheet, self.result.articles)

    def target(self, path: str, start: int) -> str:
        """The link to a place of an article, "" for other texts."""
        return f"#{self.ids[path]}p{start}" if path in self.ids else ""

    def _at_home(self, finding: Finding) -> str:
        """The id of the article whose margin a finding stands in."""
        return next((self.ids[place.path] for place in finding.places if place.path in self.ids), "")

    def _all_marks(self) -> dict[str, list[Mark]]:
        marks: defaultdict[str, list[Mark]] = defaultdict(list)
        for number, finding in enumerate(self.result.findings):
            looks = "l-ask" if number in self.statuses.asking else f"l-{finding.level}"
            for place in finding.places:
                marks[place.path].append(Mark("finding", number, place.span, looks, (place.span,)))
        for number, fact in enumerate(self.facts):
            for end in fact.ends:
                marks[end.path].append(Mark("fact", number, end.span, f"r-{fact.relation}", (end.span,)))
        return marks

    def _sheet(self, article: Article) -> Sheet:
        path = article.document.path
        statuses = [self.statuses.of(path, claim) for claim in article.claims]
        rows = tuple(self._rows(article, statuses))
        cards = tuple(self._cards(path))
        marks = [*map(_mark, range(len(rows)), article.claims, statuses), *self._marks.get(path, ())]
        counts = Counter(row.status for row in rows)
        return Sheet(
            self.ids[path],
            article,
            self._title(article),
            tuple(_beside(tuple(blocks(article.document, marks)), (*cards, *rows))),
            rows,
            cards,
            tuple((name, counts[name]) for name in STATUSES),
            tuple(self._points(article, rows)),
            series(article),
        )

    def _rows(self, article: Article, statuses: Sequence[Status]) -> Iterator[Row]:
        path = article.document.path
        lapsed = self._lapsed(article)
        speakers = {claim.id: _speaker(claim) for claim in article.claims if isinstance(claim.value, Attribution)}
        for number, status in enumerate(statuses):
            for each in self.statuses.asking.intersection(status.findings):
                self._asked.setdefault(each, f"{self.ids[path]}c{number}")
        for number, (claim, status) in enumerate(zip(article.claims, statuses, strict=True)):
            row = self._row(path, number, claim, status)
            yield row._replace(about=tuple(self._about(claim, speakers)), lapsed=lapsed.get(claim.span, ""))

    def _cards(self, path: str) -> Iterator[Card]:
        for number, finding in enumerate(self.result.findings):
            if self._home[number] == self.ids[path] and number not in self._asked:
                yield self._card(number, finding)

    def _lapsed(self, article: Article) -> dict[Span, str]:
        """What was ticked and no longer holds, in words, by the place of the claim it has become."""
        return {
            each.place: self.words(
                "sheet expired",
                by=each.tick.by,
                on=written(self.words).day(each.tick.on),
                source=each.tick.source,
                text=each.tick.identity.text,
                lapse=self.words(f"lapse {each.lapse}"),
            )
            for each in standing(article).ticks
            if each.lapse is not None and each.place is not None
        }

    def _title(self, article: Article) -> str:
        document = article.document
        head = document.headline
        return document.title or ("" if head is None else document.text[head.start : head.end]) or document.path

    def _row(self, path: str, number: int, claim: Claim, status: Status) -> Row:
        text, own = self.quoting.text(path, claim.span), f"{self.ids[path]}c{number}"
        asked = [each for each in status.findings if self._asked.get(each) == own and status.support is None]
        return Row(
            own,
            claim.span.start,
            text if len(text) <= LONGEST else f"{text[:LONGEST]}…",
            self.words(claim.type),
            (),
            status.name,
            status.looks,
            tuple((self._card_id(each), self._called(each)) for each in status.findings if each not in self._asked),
            tuple(dict.fromkeys(self._workings(status))),
            "" if status.support is None else self.words(f"reason {status.support.reason}"),
            self.quoting.quotes(self._evidence(path, status)),
            self.quoting.quotes(() if isinstance(claim.value, Attribution) else [Part(path, claim.span, "")]),
            tuple(said(self.result.findings[each], self.words) for each in asked),
            "",
        )

    def _workings(self, status: Status) -> Iterator[str]:
        """How what holds was compared and how it follows from sources; of wordings the wordings."""
        for each in filter(lambda each: each.computation, status.held):
            yield written(self.words).labelled(each.computation)[1] or operands(each, self.words)
        if status.support is not None and status.support.working:
            yield written(self.words).derived(status.support.working)

    def _evidence(self, path: str, status: Status) -> Iterator[Part]:
        """What other texts say: sources, and articles that say the same. A finding's own card quotes it."""
        if status.name == "finding":
            return
        source = self.words.role("source")
        yield from (Part(each.path, each.span, source) for each in (status.support.evidence if status.support else ()))
        for compared in status.held:
            yield from (Part(each.path, each.span, "") for each in compared.places if each.path != path)

    def _about(self, claim: Claim, speakers: dict[str, str]) -> Iterator[str]:
        """What a claim speaks of, in words of the text: measure, owner, speaker; of a relation its parts by role."""
        if isinstance(claim.value, Relation):
            yield from (f"{self.words.role(role)}: {each.text}" for role, each in claim.value.arguments)
        elif claim.about is not None:
            owner = claim.about.bearer or claim.about.owner
            named = (claim.about.measure, claim.about.of, owner)
            yield from dict.fromkeys(each.text for each in named if each is not None)
        yield from filter(None, (_speaker(claim),))
        if claim.modality != "fact":
            yield self.words(f"modality {claim.modality}")
        if claim.voice and speakers.get(claim.voice):
            yield self.words("sheet says", who=speakers[claim.voice])

    def _called(self, number: int) -> str:
        return self.words("sheet finding", number=number + 1)

    def _card_id(self, number: int) -> str:
        return f"{self._home[number]}f{number}"

    def _card(self, number: int, finding: Finding) -> Card:
        home = self._home[number]
        parts = [Part(place.path, place.span, self.words.role(place.role)) for place in finding.places]
        return Card(
            self._card_id(number),
            number + 1,
            next(place.span.start for place in finding.places if self.ids.get(place.path) == home),
            finding.level,
            said(finding, self.words),
            finding.rule,
            self.quoting.quotes(parts),
            *written(self.words).labelled(finding.computation),
            tuple((self.quoting.text(each.path, each.span), each.replacement) for each in finding.repairs),
            number in self.statuses.asking,
        )

    def _points(self, article: Article, rows: Sequence[Row]) -> Iterator[Point]:
        for moment in timeline(article):
            told = tuple((rows[number].id, rows[number].text) for number in moment.claims)
            yield Point(self._day(moment.period, moment.day), moment.gap, told)

    def _day(self, period: Period | None, day: object) -> str:
        """A day or period in figures; anything coarser than a month by its start and end would mislead, so by EDTF."""
        if period is not None and period.grain != "day":
            return period.edtf
        return self.words("sheet day", day=day)


def _mark(number: int, claim: Claim, status: Status) -> Mark:
    return Mark("claim", number, claim.span, status.looks, _drawn(claim))


def _drawn(claim: Claim) -> tuple[Span, ...]:
    """What of a claim is shown as marked: of a statement only who says so and how, else a whole article would be."""
    value = claim.value
    if isinstance(value, Attribution):
        told = tuple(part.span for part in (value.source, value.cue) if part is not None)
        return told or (claim.span,)
    return (claim.span,)


def _speaker(claim: Claim) -> str:
    value = claim.value
    if not isinstance(value, Attribution):
        return ""
    return value.resolved or (" ".join(value.source.text.split()) if value.source else "")


def _beside(found: Sequence[Block], items: Sequence[Card | Row]) -> Iterator[Beside]:
    """Each block with the items that begin in it or, where the text has no block for them, before the next one."""
    waiting = sorted(items, key=lambda item: (item.start, isinstance(item, Row)))
    for number, block in enumerate(found):
        last = number == len(found) - 1
        here = [item for item in waiting if last or item.start < block.span.end]
        waiting = waiting[len(here) :]
        yield Beside(block, tuple(here))
