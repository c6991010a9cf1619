"""Rules over what is linked: what fails becomes a finding, what was compared is counted."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal
from zlib import adler32, crc32

from claimcheck import languages
from claimcheck.checks import Comparison, Write
from claimcheck.checks.comparison import Role, grounds
from claimcheck.model import Article, Coverage, Finding, Place, Repair, RuleCoverage, Span
from claimcheck.model.claim import Attribution
from claimcheck.model.comparison import Compared, Quoted, place_first
from claimcheck.model.link import Dossier
from claimcheck.model.span import Stretches
from claimcheck.rules.rule import Rule

Quotations = Literal["hint", "same", "off"]
"""What becomes of findings in quotations: hints if nothing of them stands outside, the level of their rule, or none."""


class Voices:
    """The quotations of one article and what is around it; worked out when the first finding asks."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._quotes: list[Span] | None = None
        self._around: list[Span] | None = None
        self._told: Stretches | None = None
        self._tellers: dict[Span, set[str | None]] = {}

    def quoted(self, places: Sequence[Place]) -> Quoted | None:
        """The quotation that one of the places stands in, with its speaker where known; None if none does."""
        if self._quotes is None:
            document = self.article.document
            blocks = [region.span for region in document.regions if region.kind == "quoted_block"]
            self._quotes = _joined([*(quotation.span for quotation in document.quotations), *blocks])
        inside = [place.span for place in places if _within(place.span, self._quotes)]
        return Quoted(self._speaker(inside)) if inside else None

    def speak(self, spans: Iterable[Span]) -> bool:
        """Whether all of it stands in quotations: what the author tells beside them an editor can set right."""
        return all(_within(span, self._quotes or ()) for span in spans)

    def beside(self, places: Sequence[Place]) -> bool:
        """Whether one of the places stands in what is no part of the article: credits, links to other articles."""
        if self._around is None:
            regions = self.article.document.regions
            self._around = _joined(region.span for region in regions if region.kind == "boilerplate")
        around = self._around
        return bool(around) and any(_within(place.span, around) for place in places)

    def _speaker(self, spans: Sequence[Span]) -> str | None:
        """The one speaker of all of these stretches; None where the text names none, or several."""
        if self._told is None:
            for claim in self.article.claims:
                said = claim.value
                if isinstance(said, Attribution) and said.mode == "direct":
                    teller = said.resolved or (said.source.text if said.source else None)
                    self._tellers.setdefault(said.content.span, set()).add(teller)
            self._told = Stretches(self._tellers)
        named = set().union(*(self._tellers[each] for span in spans for each in self._told.covering(span)))
        return named.pop() if len(named) == 1 else None


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The same stretches, sorted, with those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _within(span: Span, stretches: Sequence[Span]) -> bool:
    at = bisect_right(stretches, (span.start, 1 << 62)) - 1
    return at >= 0 and stretches[at].covers(span)


IDLE = "nothing to compare"
MOST_SETS = 4


class Applied:
    """Rules with the reader they write for, applied to one dossier after the other.

    Messages are in `message_language`, else in the first language there is. `quotations` says what becomes of findings
    inside a quotation.
    """

    def __init__(self, rules: Sequence[Rule], message_language: str | None, quotations: Quotations = "hint") -> None:
        self.rules = rules
        self.quotations: Quotations = quotations
        self.reader = languages.reader(message_language)
        self.write = Write(self.reader, languages.load(self.reader).relations["notation"])
        self.findings: list[Finding] = []
        self.comparisons: list[Compared] = []
        self.counts: Counter[str] = Counter()
        self.seen: set[tuple[str, Span]] = set()

    def to(self, dossier: Dossier) -> None:
        """Adds what the rules find in a dossier, each finding once, and counts what they compared."""
        voices = Voices(dossier.article)
        there = _kinds(dossier)
        for rule in self.rules:
            for comparison, made in self._compared(rule, dossier) if rule.check.reads in there else ():
                self._count(comparison, made, dossier.article.document.path)
                if made.outcome == "fails" and not comparison.covered:
                    self.findings += self._finding(rule, comparison, made, voices)

    def _count(self, comparison: Comparison, made: Compared, path: str) -> None:
        self.counts[made.rule] += 1
        self.seen.update((path, claim.span) for claim in comparison.claims)
        self.seen.update((role.path, role.span) for role in comparison.roles if role.path)
        if not comparison.asks:
            self.comparisons.append(made)

    def in_order(self) -> tuple[Finding, ...]:
        """All findings, by path, place and rule."""
        return tuple(sorted(self.findings, key=order))

    def coverage(self, articles: Sequence[Article]) -> Coverage:
        """How many claims of the articles were compared with something, and how many comparisons each rule made."""
        places = [(article.document.path, claim.span) for article in articles for claim in article.claims]
        rules = counted(_idle(tuple(rule.id for rule in self.rules)), self.counts)
        return Coverage(len(places), sum(place in self.seen for place in places), rules)

    def all_compared(self) -> tuple[Compared, ...]:
        """All comparisons, by path, place and rule."""
        return tuple(sorted(self.comparisons, key=place_first))

    def _compared(self, rule: Rule, dossier: Dossier) -> Iterable[tuple[Comparison, Compared]]:
        """Each comparison of a rule in a dossier once: if one reading of the same places holds, they hold.

        Of two that fail the one counts that does not only stand near.
        """
        found: dict[tuple[tuple[str, Span], ...], tuple[Comparison, Compared]] = {}
        for comparison in rule.check.find(dossier, self.write):
            made = self._made(rule, comparison, dossier)
            places = tuple(sorted({(place.path, place.span) for place in made.places}))
            if places not in found or _is_better(made, found[places][1]):
                found[places] = comparison, made
        return found.values()

    def _made(self, rule: Rule, comparison: Comparison, dossier: Dossier) -> Compared:
        """The comparison as the report has it; what speaks against comparing leaves it undecided."""
        article = dossier.article
        places = tuple(_place(role, dossier) for role in comparison.roles)
        evidence, slot = grounds(article, comparison, rule.check.kind)
        outcome = comparison.outcome if slot is None else "undecided"
        return Compared(rule.id, outcome, evidence, places, comparison.computation, slot)

    def _finding(self, rule: Rule, comparison: Comparison, made: Compared, voices: Voices) -> Iterator[Finding]:
        """The finding of a failed comparison; none where it stands in what is not to be reported on.

        Between several texts it does not matter who is quoted in one of them.
        """
        path, places = voices.article.document.path, made.places
        quoted = None
        if not any(role.path for role in comparison.roles):
            quoted = voices.quoted(places)
            if voices.beside(places):
                return
        if quoted and self.quotations == "off":
            return
        yield Finding(
            rule=rule.id,
            level="hint" if self._is_spoken(comparison, quoted, voices) else rule.level_with(made.evidence),
            message=rule.template(self.reader).format_map(dict(comparison.values)),
            why=rule.reason(self.reader),
            places=places,
            computation=comparison.computation,
            repairs=tuple(Repair(path, *mend) for mend in comparison.mends),
            fingerprint=fingerprint(rule.id, places),
            quoted=quoted,
        )

    def _is_spoken(self, comparison: Comparison, quoted: Quoted | None, voices: Voices) -> bool:
        """Whether a finding is of the words of a speaker alone."""
        if comparison.spoken is not None:
            return comparison.spoken
        places = [role.span for role in comparison.roles]
        return quoted is not None and self.quotations == "hint" and voices.speak(places)


def apply(
    rules: Sequence[Rule], dossiers: Iterable[Dossier], message_language: str | None, quotations: Quotations = "hint"
) -> Applied:
    """The rules applied to all the dossiers."""
    applied = Applied(rules, message_language, quotations)
    for dossier in dossiers:
        applied.to(dossier)
    return applied


def _is_better(one: Compared, two: Compared) -> bool:
    """Whether the one rather than the other is to be reported of the same places."""
    if two.outcome == "holds" or one.outcome == "holds":
        return two.outcome != "holds"
    return one.outcome == two.outcome and two.evidence == "nearness" != one.evidence


def _place(role: Role, dossier: Dossier) -> Place:
    """Where a role stands, with the words the file has there; a name is compared with plain spaces."""
    texts = (each.document for each in (dossier.article, *dossier.beside) if role.path in (None, each.document.path))
    document = next(texts)
    start, end = role.span
    return Place(document.path, role.span, role.name, document.text[start:end])


def _kinds(dossier: Dossier) -> set[str | None]:
    """What there is to compare, in the terms of `Prepared.reads`; beside other texts only what ties it to them."""
    article = dossier.article
    if dossier.beside:
        return {type(each).__name__ for each in dossier.links}
    there = {
        *map(type, dossier.links),
        *(type(claim.value) for claim in article.claims),
        *map(type, article.mentions[:1]),
        *map(type, article.wordings[:1]),
    }
    return {None, *(kind.__name__ for kind in there)}


@lru_cache(MOST_SETS)
def _idle(names: tuple[str, ...]) -> tuple[RuleCoverage, ...]:
    """The coverage of rules that have compared nothing, by id: made once for all the articles they are applied to."""
    return tuple(RuleCoverage(name, 0, IDLE) for name in sorted(set(names)))


def counted(coverage: Sequence[RuleCoverage], more: Counter[str]) -> tuple[RuleCoverage, ...]:
    """The coverage with so many comparisons more of each rule."""
    return tuple(
        RuleCoverage(each.rule, each.comparisons + more[each.rule], None) if each.rule in more else each
        for each in coverage
    )


def order(finding: Finding) -> tuple[object, ...]:
    """What findings are sorted by: path and place, then rule."""
    return min(place[:2] for place in finding.places), finding.rule, finding.places


def fingerprint(rule: str, places: tuple[Place, ...]) -> str:
    """What a finding is known by: its rule and the words of its places, wherever they stand."""
    words = "\n".join([rule, *sorted(" ".join(f"{each.role} {each.text}".lower().split()) for each in places)]).encode(
        "utf-8", "surrogatepass"
    )
    return f"{crc32(words):08x}{adler32(words):08x}"


def marks(text: str) -> tuple[str, tuple[Span, ...]]:
    """A text without its [[marks]], and where they stood."""
    spans, plain, at = [], "", 0
    while (start := text.find("[[", at)) >= 0 and (end := text.find("]]", start)) >= 0:
        plain += text[at:start]
        inside = text[start + 2 : end]
        spans.append(Span(len(plain), len(plain) + len(inside)))
        plain += inside
        at = end + 2
    return plain + text[at:], tuple(spans)
