"""What others say of the same: another article, sources that contradict or lack it, the reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, get_args

from claimcheck.checks.comparison import Comparison, Role, Write, judged, one_line
from claimcheck.model.claim import ArgumentName, Relation
from claimcheck.model.comparison import Outcome
from claimcheck.model.link import Aspect as KnownAspect
from claimcheck.model.link import Dossier, Known
from claimcheck.model.report import Aspect, Support, Tie


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
        from claimcheck.link.across.facts import newest  # noqa: PLC0415 – what it rests on is for several articles only

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


# the article errs here whoever speaks: it is the author who tells what the speaker said
OF_THE_AUTHOR: tuple[KnownAspect, ...] = ("measure", "per", "wording", "speaker")
WHO = frozenset(get_args(ArgumentName)) - {"amount", "date", "number", "price", "role", "share", "time"}
"""The arguments of a relation that tell what it is about."""


class Contradicted:
    """Fails where the reference says otherwise about one of these aspects of a claim."""

    names = ("said", "right", "fact", "source")

    def __init__(self, aspects: list[KnownAspect]) -> None:
        self.aspects = frozenset(aspects)

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each aspect of which the reference knows something."""
        for link in dossier.each(Known):
            if link.aspect in self.aspects:
                yield _beside(link, write)


def _beside(link: Known, write: Write) -> Comparison:
    fact = link.fact
    source = fact.sources[0].publisher if fact.sources else fact.id
    roles = [Role("claim", link.span, link.said), *_others(link)]
    right = write.digits(link.right) if link.aspect == "value" else link.right
    values = (("said", link.said), ("right", right), ("fact", fact.id), ("source", source))
    spoken = False if link.aspect in OF_THE_AUTHOR else True if link.claim.voice is not None else None
    spoken = spoken if link.spoken is None else link.spoken
    return Comparison(
        judged(link.agrees),
        (link.claim,),
        tuple(roles),
        values,
        f"{fact.id}: {link.right}",
        spoken=spoken,
        evidence="reference",
    )


def _others(link: Known) -> Iterator[Role]:
    """The other arguments of the relation: what the claim is about."""
    relation = link.claim.value
    if isinstance(relation, Relation):
        for name, each in relation.arguments:
            if each.span != link.span and name in WHO:
                yield Role(name, each.span, each.text)
    elif link.others:
        yield from (Role(name, each.span, each.text) for name, each in link.others)
    else:
        yield Role("value", link.claim.span, link.claim.text)


def agreeing(dossier: Dossier) -> frozenset[str]:
    """The ids of the claims that the reference confirms in some aspect."""
    return frozenset(link.claim.id for link in dossier.each(Known) if link.agrees)
