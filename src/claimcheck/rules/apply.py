"""Rules over articles: what fails becomes a finding, what was compared is counted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from zlib import adler32, crc32

from claimcheck import languages
from claimcheck.checks import Comparison, Write
from claimcheck.link import link
from claimcheck.model import Article, Coverage, Finding, Place, Repair, RuleCoverage, Span
from claimcheck.model.link import Link
from claimcheck.reference import NOTHING, Reference
from claimcheck.rules.rule import Rule
from claimcheck.rules.voices import Quotations, Voices

IDLE = "nothing to compare"
MOST_SETS = 4


def apply(
    rules: Sequence[Rule],
    articles: Sequence[Article],
    message_language: str | None,
    reference: Reference = NOTHING,
    quotations: Quotations = "hint",
) -> tuple[tuple[Finding, ...], Coverage]:
    """All findings, sorted by path, place and rule, and what they rest on.

    Messages are in `message_language`, else in the first language a rule has. `quotations` says what becomes of
    findings inside a quotation.
    """
    known = languages.known()
    reader = message_language if message_language in known else (known[0] if known else None)
    write = None if reader is None else Write(languages.load(reader).relations["notation"])
    kept: list[Finding] = []
    counts: dict[str, int] = {}
    compared = 0
    for article in articles:
        if write is None or article.document.language is None:
            continue
        dossier = link(article, languages.load(article.document.language).relations, reference)
        voices = Voices(article)
        findings: dict[tuple[str, tuple[Place, ...]], Finding] = {}
        seen: set[Span] = set()
        there = _kinds(article, dossier.links)
        for rule in rules:
            if rule.check.reads not in there:
                continue
            for comparison in rule.check.find(dossier, write):
                counts[rule.id] = counts.get(rule.id, 0) + 1
                seen.update(claim.span for claim in comparison.claims)
                if comparison.conflict:
                    finding = finding_of(rule, comparison, voices, reader, quotations)
                    if finding is not None:
                        findings.setdefault((rule.id, tuple(sorted(finding.places))), finding)
        kept += findings.values()
        compared += sum(claim.span in seen for claim in article.claims)
    kept.sort(key=order)
    coverage = tuple(
        RuleCoverage(each.rule, counts[each.rule], None) if each.rule in counts else each
        for each in _idle(tuple(rule.id for rule in rules))
    )
    claims = sum(len(article.claims) for article in articles)
    return tuple(kept), Coverage(claims, compared, coverage)


def _kinds(article: Article, links: Sequence[Link]) -> set[str | None]:
    """What there is to compare, in the terms of `Prepared.reads`."""
    there = {
        *map(type, links),
        *(type(claim.value) for claim in article.claims),
        *map(type, article.mentions[:1]),
        *map(type, article.wordings[:1]),
    }
    return {None, *(kind.__name__ for kind in there)}


@lru_cache(MOST_SETS)
def _idle(names: tuple[str, ...]) -> tuple[RuleCoverage, ...]:
    """The coverage of rules that have compared nothing, by id: made once for all the articles they are applied to."""
    return tuple(RuleCoverage(name, 0, IDLE) for name in sorted(set(names)))


def order(finding: Finding) -> tuple[object, ...]:
    """What findings are sorted by: path and place, then rule."""
    return min(place[:2] for place in finding.places), finding.rule, finding.places


def finding_of(
    rule: Rule, comparison: Comparison, voices: Voices, reader: str | None, quotations: Quotations
) -> Finding | None:
    """The finding of a failed comparison; None where it stands in what is not to be reported on."""
    path = voices.article.document.path
    places = tuple(Place(path, role.span, role.name, role.text) for role in comparison.roles)
    quoted = voices.quoted(places)
    if (quoted and quotations == "off") or voices.beside(places):
        return None
    template = rule.message.get(reader or "") or next(iter(rule.message.values()))
    return Finding(
        rule=rule.id,
        level="hint"
        if comparison.spoken or (comparison.spoken is None and quoted and quotations == "hint")
        else rule.reports_at,
        message=template.format_map(dict(comparison.values)),
        why=rule.why.strip(),
        places=places,
        computation=comparison.computation,
        repairs=tuple(Repair(path, mend.span, mend.replacement) for mend in comparison.mends),
        fingerprint=fingerprint(rule.id, places),
        quoted=quoted,
    )


def fingerprint(rule: str, places: tuple[Place, ...]) -> str:
    """What a finding is known by: its rule and the words of its places, wherever they stand."""
    words = "\n".join([rule, *sorted(" ".join(f"{each.role} {each.text}".lower().split()) for each in places)]).encode()
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
