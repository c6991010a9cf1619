"""Rules over the verdicts of sources: what they contradict, or do not have, becomes a finding in the draft."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck import languages
from claimcheck.checks.sourced import Sourced
from claimcheck.model import Coverage, Finding, Place, RuleCoverage
from claimcheck.model.support import Support
from claimcheck.rules.apply import fingerprint, order
from claimcheck.rules.rule import Rule

LONGEST = 160


def apply_sourced(
    rules: Sequence[Rule], verdicts: Sequence[Support], message_language: str | None
) -> tuple[tuple[Finding, ...], dict[str, RuleCoverage]]:
    """The findings of the rules about sources, and how much each rule compared, by its id.

    A sentence is not reported beside a part of it that is already.
    """
    known = languages.known()
    reader = message_language if message_language in known else (known[0] if known else "")
    compared = [each for each in verdicts if each.verdict != "not_checked"]
    failed = [each for each in verdicts if each.verdict == "contradicted"]
    found: dict[tuple[str, tuple[Place, ...]], Finding] = {}
    coverage: dict[str, RuleCoverage] = {}
    for rule in rules:
        check = rule.check.made if rule.check.kind == "sourced" else None
        if not isinstance(check, Sourced):
            continue
        coverage[rule.id] = RuleCoverage(rule.id, len(compared), None if compared else "nothing to compare")
        for each in compared:
            if check.fails(each) and not _told(each, failed):
                finding = _finding(rule, check, each, reader)
                found.setdefault((rule.id, finding.places), finding)
    return tuple(sorted(found.values(), key=order)), coverage


def with_sources(
    findings: Sequence[Finding], coverage: Coverage, found: Sequence[Finding], compared: dict[str, RuleCoverage]
) -> tuple[tuple[Finding, ...], Coverage]:
    """The findings and the coverage of a run with those of the rules about sources."""
    rules = tuple(compared.get(each.rule, each) for each in coverage.rules)
    return tuple(sorted((*findings, *found), key=order)), coverage._replace(rules=rules)


def _told(support: Support, failed: Sequence[Support]) -> bool:
    """Whether a smaller part of the same words is contradicted."""
    return any(
        each is not support
        and each.path == support.path
        and support.span.covers(each.span)
        and each.span != support.span
        for each in failed
    )


def _finding(rule: Rule, check: Sourced, support: Support, reader: str) -> Finding:
    places = (
        Place(support.path, support.span, "claim", support.text),
        *(Place(each.path, each.span, "source", each.text) for each in support.evidence),
    )
    reasons = check.reasons.get(support.reason, {})
    values = {
        "claim": _line(support.text),
        "reason": reasons.get(reader) or next(iter(reasons.values()), support.reason),
        "source": _line(support.evidence[0].text) if support.evidence else "–",
        "working": support.working,
    }
    template = rule.message.get(reader) or next(iter(rule.message.values()))
    return Finding(
        rule=rule.id,
        level=rule.reports_at,
        message=template.format_map(values),
        why=rule.why.strip(),
        places=places,
        computation=support.working,
        fingerprint=fingerprint(rule.id, places),
    )


def _line(text: str) -> str:
    """The words in one line, not too many of them."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rstrip() + " …"
