"""All ties between articles: numbers and dates, names, offices; and older values that a later article repeats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product

from claimcheck.link.across import people, slots
from claimcheck.link.across.align import Alignment
from claimcheck.link.across.evidence import Evidence
from claimcheck.link.across.line import Number, Sheet
from claimcheck.link.across.page import Page, terms
from claimcheck.link.across.quotes import SameQuote
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


def end(page: Sheet, span: Span) -> End:
    """One end of a tie."""
    return End(page.path, span, page.article.document.text[span.start : span.end])


def _names(alignment: Alignment) -> Iterator[Tie]:
    """Whom both articles name, where their sentences are most alike, and people they spell differently."""
    one, two = alignment.one, alignment.two
    mine, yours = people.named(one.article.mentions), people.named(two.article.mentions)
    for name in sorted(mine.keys() & yours.keys()):
        likeness, here, there = _most_alike(alignment, [a.span for a in mine[name]], [b.span for b in yours[name]])
        if likeness >= (IN_STORY if alignment.told else SURE_SENTENCE):
            yield Tie(end(one, here), end(two, there), "agrees", "name", "the same name in sentences alike")
    first, second = people.persons(one.article.mentions), people.persons(two.article.mentions)
    for name, other in product(sorted(first.keys() - second.keys()), sorted(second.keys() - first.keys())):
        if people.misspelled(name, other):
            a, b = first[name], second[other]
            known = a.entity is not None and a.entity == b.entity
            if known or _alike(alignment, a.span, b.span) >= SURE_SENTENCE:
                yield Tie(end(one, a.span), end(two, b.span), "conflicts", "spelling", "one name in two spellings")


def _most_alike(alignment: Alignment, here: Sequence[Span], there: Sequence[Span]) -> tuple[float, Span, Span]:
    """The places of both articles whose sentences are most alike, the first ones of several."""
    likeness, _, _, a, b = max(
        ((_alike(alignment, a, b), -a.start, -b.start, a, b) for a in here for b in there),
        key=lambda each: each[:3],
    )
    return likeness, a, b


def _alike(alignment: Alignment, here: Span, there: Span) -> float:
    mine, yours = alignment.one.line_at(here.start), alignment.two.line_at(there.start)
    return 0.0 if mine is None or yours is None else alignment.sentences.get((mine.id, yours.id), 0.0)


def _terms(alignment: Alignment) -> Iterator[Tie]:
    """Terms both articles use, where their sentences are most alike."""
    one, two = alignment.one, alignment.two
    mine, yours = terms(one), terms(two)
    for term in sorted(mine.keys() & yours.keys()):
        likeness, here, there = _most_alike(alignment, mine[term], yours[term])
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
    for each in people.compare(people.answers(one), people.answers(two)):
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
    if a.source is not None and b.source is not None:
        known = bool(a.speaker and b.speaker and a.named and b.named)
        same = not known or people.may_be_one(a.speaker, b.speaker)
        relation: TieRelation = "agrees" if same else "conflicts"
        yield Tie(end(a.page, a.source), end(b.page, b.source), relation, "speaker", SAME_WORDS)
    if each.change in ("number", "negation") and each.one is not None and each.two is not None:
        reason = f"one quotation, {each.change} changed"
        yield Tie(end(a.page, each.one), end(b.page, each.two), "conflicts", "quotation", reason)
    else:
        yield Tie(end(a.page, a.span), end(b.page, b.span), "agrees", "quotation", f"one quotation: {each.change}")


LOOKING_BACK = ("earlier", "former", "series")
REASON = "an article between them tells the newer value"


def outdated(ties: Sequence[Tie], pages: Sequence[Page]) -> Iterator[Tie]:
    """Ties between a newer value and the older one in a later article, which does not say that it looks back.

    Three articles of three days prove it: the first and the last state one value, the one between them replaced it.
    """
    known = {page.path: page for page in pages}
    newer, repeated = _stated(ties, "updates"), _stated(ties, "agrees")
    for first in sorted(newer.keys() & repeated.keys()):
        for (second, replaced, _), (third, value, again) in product(newer[first], repeated[first]):
            in_order = again and value != replaced and _in_order(known, first, second, third)
            if in_order and _stale(known[third.path], third, replaced):
                yield Tie(second, third, "conflicts", "older", REASON, (replaced, value))


def _stated(ties: Iterable[Tie], relation: TieRelation) -> dict[End, list[tuple[End, str, bool]]]:
    """For each end of such ties between values the other ends, what they state, and whether both state the same."""
    found: defaultdict[End, list[tuple[End, str, bool]]] = defaultdict(list)
    for tie in ties:
        if tie.aspect == "value" and tie.relation == relation and tie.stated is not None:
            one, two = tie.stated
            found[tie.a].append((tie.b, two, one == two))
            found[tie.b].append((tie.a, one, one == two))
    return found


def _in_order(known: Mapping[str, Page], first: End, second: End, third: End) -> bool:
    days = [known[end.path].published for end in (first, second, third)]
    return all(a is not None and b is not None and a < b for a, b in pairwise(days))


def _stale(page: Page, end: End, replaced: str) -> bool:
    """Whether the article gives the older value as its own: it neither looks back nor states the newer one too."""
    number = next((each for each in page.numbers if each.claim.span == end.span), None)
    return number is not None and not _looks_back(number) and replaced not in page.values


def _looks_back(number: Number) -> bool:
    return not slots.marks(number).isdisjoint(LOOKING_BACK)
