"""Rules over ties: what two articles say of one thing becomes a finding where it cannot both be true."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck import languages
from claimcheck.checks.between import Between
from claimcheck.link.across.facts import newest
from claimcheck.model import Article, Finding, Place, RuleCoverage
from claimcheck.model.tie import Tie
from claimcheck.rules.apply import fingerprint
from claimcheck.rules.rule import Rule


def apply_between(
    rules: Sequence[Rule], ties: Sequence[Tie], articles: Sequence[Article], message_language: str | None
) -> tuple[tuple[Finding, ...], dict[str, RuleCoverage]]:
    """The findings of the rules that compare articles, sorted, and how much each rule compared, by its id.

    Where many articles disagree about one thing, each two values are reported once, for the newest articles that have
    them.
    """
    known = languages.known()
    reader = message_language if message_language in known else (known[0] if known else None)
    found: dict[tuple[str, tuple[Place, ...]], Finding] = {}
    coverage: dict[str, RuleCoverage] = {}
    for rule in rules:
        check = rule.check.made if rule.check.kind == "between" else None
        if not isinstance(check, Between):
            continue
        compared = [tie for tie in ties if check.compares(tie)]
        coverage[rule.id] = RuleCoverage(rule.id, len(compared), None if compared else "nothing to compare")
        for tie in newest([tie for tie in compared if check.fails(tie)], articles):
            finding = _finding(rule, tie, reader)
            found.setdefault((rule.id, finding.places), finding)
    return tuple(sorted(found.values(), key=lambda each: (each.places, each.rule))), coverage


def _finding(rule: Rule, tie: Tie, reader: str | None) -> Finding:
    places = tuple(Place(end.path, end.span, role, end.text) for role, end in (("claim", tie.a), ("other", tie.b)))
    values = {
        "claim": _line(tie.a.text),
        "other": _line(tie.b.text),
        "path": tie.a.path,
        "other_path": tie.b.path,
        "working": tie.working,
    }
    template = rule.message.get(reader or "") or next(iter(rule.message.values()))
    return Finding(
        rule=rule.id,
        level=rule.reports_at,
        message=template.format_map(values),
        why=rule.why.strip(),
        places=places,
        computation=tie.working,
        fingerprint=fingerprint(rule.id, places),
    )


def _line(text: str) -> str:
    """The words in one line."""
    return " ".join(text.split())
