"""All ties between two articles: numbers and dates, names, offices."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.across import offices, people
from claimcheck.link.across.align import Alignment
from claimcheck.link.across.evidence import Evidence
from claimcheck.link.across.page import Page
from claimcheck.link.across.quotes import SameQuote
from claimcheck.link.across.terms import terms
from claimcheck.link.across.value import stated
from claimcheck.link.across.verdict import judge
from claimcheck.model import Span
from claimcheck.model.tie import End, Tie, TieRelation

SEASON = 60
SURE_SENTENCE = 0.3
IN_STORY = 0.1
SAME_WORDS = "the same words in quotation marks"


def ties(one: Page, two: Page) -> Iterator[Tie]:
    """What two articles say of the same things."""
    alignment = Alignment(one, two)
    evidence = Evidence(alignment)
    for each in evidence.chosen:
        found = judge(evidence, each)
        if found is not None:
            ends = end(one, each.one.claim.span), end(two, each.two.claim.span)
            values = (stated(each.one), stated(each.two))
            yield Tie(*ends, found.relation, found.aspect, found.reason, values)
    yield from _names(alignment)
    yield from _offices(one, two)
    yield from _kin(alignment)
    yield from _terms(alignment)


def end(page: Page, span: Span) -> End:
    """One end of a tie."""
    return End(page.path, span, page.article.document.text[span.start : span.end])


def _names(alignment: Alignment) -> Iterator[Tie]:
    """Whom both articles name, where their sentences are most alike, and people they spell differently."""
    one, two = alignment.one, alignment.two
    mine, yours = people.named(one.article.mentions), people.named(two.article.mentions)
    for name in sorted(mine.keys() & yours.keys()):
        best = max(
            (
                (_alike(alignment, a.span, b.span), -a.span.start, -b.span.start, a, b)
                for a in mine[name]
                for b in yours[name]
            ),
            key=lambda each: each[:3],
        )
        if best[0] >= (IN_STORY if alignment.told else SURE_SENTENCE):
            yield Tie(
                end(one, best[3].span), end(two, best[4].span), "agrees", "name", "the same name in sentences alike"
            )
    here, there = people.persons(one.article.mentions), people.persons(two.article.mentions)
    for name in sorted(here.keys() - there.keys()):
        for other in sorted(there.keys() - here.keys()):
            a, b = here[name], there[other]
            if not people.misspelled(name, other):
                continue
            known = a.entity is not None and a.entity == b.entity
            if known or _alike(alignment, a.span, b.span) >= SURE_SENTENCE:
                yield Tie(end(one, a.span), end(two, b.span), "conflicts", "spelling", "one name in two spellings")


def _alike(alignment: Alignment, here: Span, there: Span) -> float:
    mine, yours = alignment.one.line_at(here.start), alignment.two.line_at(there.start)
    return 0.0 if mine is None or yours is None else alignment.sentences.get((mine.id, yours.id), 0.0)


def _terms(alignment: Alignment) -> Iterator[Tie]:
    """Terms both articles use, where their sentences are most alike."""
    one, two = alignment.one, alignment.two
    mine, yours = terms(one), terms(two)
    for term in sorted(mine.keys() & yours.keys()):
        likeness, _, _, here, there = max(
            ((_alike(alignment, a, b), -a.start, -b.start, a, b) for a in mine[term] for b in yours[term]),
            key=lambda each: each[:3],
        )
        if likeness >= SURE_SENTENCE:
            yield Tie(end(one, here), end(two, there), "agrees", "name", "the same term in sentences alike")


def _kin(alignment: Alignment) -> Iterator[Tie]:
    """Relatives whom two sentences alike call by two names."""
    for (i, j), likeness in alignment.sentences.items():
        mine, yours = alignment.one.lines[i], alignment.two.lines[j]
        if likeness < SURE_SENTENCE:
            continue
        for word, here in people.relatives(mine):
            for other, there in people.relatives(yours):
                names = [line.page.prose[span.start : span.end] for line, span in ((mine, here), (yours, there))]
                if word == other and not people.may_be_one(people.first(names[0]), people.first(names[1])):
                    reason = f"the same relative: {word.removeprefix('@')}"
                    yield Tie(end(mine.page, here), end(yours.page, there), "conflicts", "relative", reason)


def _offices(one: Page, two: Page) -> Iterator[Tie]:
    for each in offices.compare(offices.answers(one), offices.answers(two)):
        here, there = each.a.argument.span, each.b.argument.span
        reason = f"both say who: {' '.join(each.a.key)}"
        if each.spelled:
            yield Tie(end(one, here), end(two, there), "conflicts", "spelling", reason)
        elif each.same:
            yield Tie(end(one, here), end(two, there), "agrees", "holder", reason)
        elif each.a.key[0] not in ("has_role", "leads"):
            yield Tie(end(one, here), end(two, there), "conflicts", "actors", reason)
        elif each.days is not None:
            relation: TieRelation = "conflicts" if each.days <= SEASON else "updates"
            yield Tie(end(one, here), end(two, there), relation, "holder", reason)


def quoted(each: SameQuote) -> Iterator[Tie]:
    """A quotation two articles share."""
    a, b = each.a, each.b
    if a.source is not None and b.source is not None and a.speaker and b.speaker:
        same = people.may_be_one(a.speaker, b.speaker) or not (a.named and b.named)
        relation: TieRelation = "agrees" if same else "conflicts"
        yield Tie(end(a.page, a.source), end(b.page, b.source), relation, "speaker", SAME_WORDS)
    elif a.source is not None and b.source is not None:
        yield Tie(end(a.page, a.source), end(b.page, b.source), "agrees", "speaker", SAME_WORDS)
    if each.change in ("number", "negation") and each.one is not None and each.two is not None:
        yield Tie(
            end(a.page, each.one),
            end(b.page, each.two),
            "conflicts",
            "quotation",
            f"one quotation, {each.change} changed",
        )
    else:
        yield Tie(end(a.page, a.span), end(b.page, b.span), "agrees", "quotation", f"one quotation: {each.change}")
