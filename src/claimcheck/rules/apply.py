"""Rules over articles: what fails becomes a finding, what was compared is counted."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import adler32, crc32

from claimcheck import languages
from claimcheck.checks import Comparison, Write
from claimcheck.link import link
from claimcheck.model import Article, Coverage, Finding, Level, Place, Repair, RuleCoverage, Span
from claimcheck.model.link import Dossier
from claimcheck.rules.rule import Rule

NOTHING = "nothing to compare"


def apply(
    rules: Sequence[Rule], articles: Sequence[Article], message_language: str | None
) -> tuple[tuple[Finding, ...], Coverage]:
    """All findings, sorted by path, place and rule, and what they rest on.

    Messages are in `message_language`, else in the first language a rule has.
    """
    known = languages.known()
    reader = message_language if message_language in known else (known[0] if known else None)
    write = None if reader is None else Write(languages.load(reader).relations["notation"])
    findings: dict[tuple[str, tuple[Place, ...]], Finding] = {}
    counts = dict.fromkeys((rule.id for rule in rules), 0)
    compared = 0
    for article in articles:
        if write is None or article.document.language is None or not article.claims:
            continue
        dossier = link(article, languages.load(article.document.language).relations)
        seen: set[Span] = set()
        for rule in rules:
            for comparison in rule.check.find(dossier, write):
                counts[rule.id] += 1
                seen.update(claim.span for claim in comparison.claims)
                if comparison.conflict:
                    finding = _finding(rule, comparison, dossier, reader)
                    findings.setdefault((rule.id, tuple(sorted(finding.places))), finding)
        compared += sum(claim.span in seen for claim in article.claims)
    ordered = sorted(findings.values(), key=lambda each: (min(p[:2] for p in each.places), each.rule, each.places))
    coverage = tuple(RuleCoverage(name, count, None if count else NOTHING) for name, count in sorted(counts.items()))
    return tuple(ordered), Coverage(sum(len(article.claims) for article in articles), compared, coverage)


def _finding(rule: Rule, comparison: Comparison, dossier: Dossier, reader: str | None) -> Finding:
    path = dossier.article.document.path
    places = tuple(Place(path, role.span, role.name, role.text) for role in comparison.roles)
    template = rule.message.get(reader or "") or next(iter(rule.message.values()))
    return Finding(
        rule=rule.id,
        level=_level(rule.level, places, dossier),
        message=template.format_map(dict(comparison.values)),
        why=rule.why.strip(),
        places=places,
        computation=comparison.computation,
        repairs=tuple(Repair(path, mend.span, mend.replacement) for mend in comparison.mends),
        fingerprint=_fingerprint(rule.id, places),
    )


def _level(level: Level, places: tuple[Place, ...], dossier: Dossier) -> Level:
    """Inside a quotation the words are somebody else's: the finding is at most a hint."""
    quoted = [quotation.span for quotation in dossier.article.document.quotations]
    return "hint" if any(span.covers(place.span) for place in places for span in quoted) else level


def _fingerprint(rule: str, places: tuple[Place, ...]) -> str:
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
