"""What the sources say to a draft: statements they contradict, or do not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from claimcheck.checks.comparison import Comparison, Role, Write, one_line
from claimcheck.model.comparison import Outcome
from claimcheck.model.link import Dossier
from claimcheck.model.support import Support

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
            values = (
                ("claim", _short(each.text)),
                ("reason", reasons.get(write.language) or next(iter(reasons.values()), each.reason)),
                ("source", _short(each.evidence[0].text) if each.evidence else "–"),
                ("working", each.working),
            )
            yield Comparison(
                self._outcome(each),
                claims=(),
                roles=(
                    Role("claim", each.span, each.text, each.path),
                    *(Role("source", place.span, place.text, place.path) for place in each.evidence),
                ),
                values=values,
                computation=each.working,
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
    """The words in one line, not too many of them."""
    line = one_line(text)
    return line if len(line) <= LONGEST else line[:LONGEST].rstrip() + " …"
