"""What other texts say of the same: another article that cannot be true too, sources that contradict or lack it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from claimcheck.checks.comparison import Comparison, Role, Write, judged, one_line
from claimcheck.link.across.facts import newest
from claimcheck.model.comparison import Outcome
from claimcheck.model.link import Dossier
from claimcheck.model.support import Support
from claimcheck.model.tie import Aspect, Tie


class Between:
    """Fails for each tie with this aspect that is a conflict; `disagree`: for each that is only a difference.

    Where many articles disagree about one thing, each two values are reported once, for the newest articles that have
    them.
    """

    names = ("claim", "other", "path", "other_path", "working")

    def __init__(self, aspect: Aspect, disagree: bool = False) -> None:
        self.aspect = aspect
        self.disagree = disagree

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each tie of the kind this rule looks at."""
        ties = [each for each in dossier.links if isinstance(each, Tie) and self._compares(each)]
        failed = [tie for tie in ties if tie.relation != "agrees"]
        told = set(newest(failed, (dossier.article, *dossier.beside)))
        for tie in ties:
            a, b = tie.a, tie.b
            working = write.digits(tie.working)
            values = (
                ("claim", one_line(a.text)),
                ("other", one_line(b.text)),
                ("path", a.path),
                ("other_path", b.path),
                ("working", working),
            )
            yield Comparison(
                judged(tie.relation == "agrees"),
                claims=(),
                roles=(Role("claim", a.span, a.text, a.path), Role("other", b.span, b.text, b.path)),
                values=values,
                computation=working,
                covered=tie not in told,
                evidence="article",
            )

    def _compares(self, tie: Tie) -> bool:
        if self.disagree:
            return tie.aspect == self.aspect and tie.relation == "differs"
        return tie.aspect == self.aspect and tie.relation in ("agrees", "conflicts")


QUOTES = frozenset('„“”»«"')
LONGEST = 160


class Sourced:
    """Fails for each statement with this verdict; `reasons` says each reason in words, by language.

    A sentence is not reported beside a part of it that is already.
    """

    names = ("claim", "reason", "source", "working")

    def __init__(self, verdict: Literal["contradicted", "not_found"], reasons: Mapping[str, Mapping[str, str]]) -> None:
        self.verdict = verdict
        self.reasons = reasons

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each statement that was held against the sources at all."""
        held = [each for each in dossier.links if isinstance(each, Support) and each.verdict != "not_checked"]
        contradicted = [each for each in held if each.verdict == "contradicted"]
        for each in held:
            reasons = self.reasons.get(each.reason, {})
            working = write.digits(each.working)
            values = (
                ("claim", _short(each.text)),
                ("reason", reasons.get(write.language) or next(iter(reasons.values()), each.reason)),
                ("source", _short(each.evidence[0].text) if each.evidence else "–"),
                ("working", working),
            )
            yield Comparison(
                self._outcome(each),
                claims=(),
                roles=(
                    Role("claim", each.span, each.text, each.path),
                    *(Role("source", place.span, place.text, place.path) for place in each.evidence),
                ),
                values=values,
                computation=working,
                covered=_told(each, contradicted),
                evidence="source",
                asks=self.verdict == "not_found",
            )

    def _outcome(self, support: Support) -> Outcome:
        if support.verdict == self.verdict:
            return "fails"
        return "holds" if support.verdict == "supported" else "undecided"


def _told(support: Support, contradicted: Sequence[Support]) -> bool:
    """Whether a smaller part of the same words is contradicted."""
    return any(support.span.covers(each.span) and each.span != support.span for each in contradicted)


def _short(text: str) -> str:
    """The words in one line, not too many of them, and without the marks of a quotation that is all of them."""
    line = one_line(text)
    if len(line) > 2 and line[0] in QUOTES and line[-1] in QUOTES and QUOTES.isdisjoint(line[1:-1]):
        line = line[1:-1]
    return line if len(line) <= LONGEST else line[:LONGEST].rstrip() + " …"
