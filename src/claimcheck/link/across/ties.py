"""All ties between articles: numbers and dates, names, offices; and older values that a later article repeats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product

from claimcheck.link.across import people, scope
from claimcheck.link.across.align import Alignment
from claimcheck.link.across.answers import differing
from claimcheck.link.across.evidence import Evidence
from claimcheck.link.across.leftover import LEFT, equal, left, slipped
from claimcheck.link.across.line import WORD, Number, folded
from claimcheck.link.across.meaning import PEOPLE
from claimcheck.link.across.naming import naming
from claimcheck.link.across.page import Page, end
from claimcheck.link.across.quotes import Quote, SameQuote
from claimcheck.link.across.told import CROSSED, GOES_ON, goes_on, told
from claimcheck.link.across.turns import Turn, crossed, turned
from claimcheck.link.across.value import stated
from claimcheck.link.across.verdict import Verdict, judge
from claimcheck.link.across.versions import versions
from claimcheck.link.corrections import taken_back
from claimcheck.link.values import labelled
from claimcheck.model import Claim, Period
from claimcheck.model.claim import Label
from claimcheck.model.report import Aspect, End, Tie, TieRelation
from claimcheck.model.span import Stretches
from claimcheck.statements.concepts import table

SEASON, SHARED, MOST_WORDS = 14, 3, 0.3
"""Days for which a text is corrected; names a note shares with it, or how many of its words."""
CORRECTED = "a note that corrects the other"
SAME, SAME_WORDS = "the same in one story", "the same words in quotation marks"


def ties(one: Page, two: Page, *, story: bool = False) -> Iterator[Tie]:
    """What two articles say of the same things; `story`: they are known to tell of one event."""
    alignment = Alignment(one, two)
    evidence = Evidence(alignment)
    found = {(each.one, each.two): verdict for each in evidence.chosen if (verdict := judge(evidence, each))}
    story = story or alignment.told
    if story:
        found = _with_told(one, two, found, alignment.days)
        taken = _numbers(pair for pair in found if found[pair].relation in SURE)
        yield from _turns(one, two, taken, alignment.days)
        yield from _given(one, two)
        yield from _labelled(one, two)
    amended = [*_corrected(one, two, alignment.days), *versions(one, two, alignment.days)]
    yield from amended
    yield from _beside(found, amended)
    yield from naming(alignment, story=story)


def _beside(found: Judged, amended: Sequence[Tie]) -> Iterator[Tie]:
    """The ties of numbers that no correction and no other version speaks of."""
    known = [Stretches(end.span for end in ends) for ends in zip(*((tie.a, tie.b) for tie in amended), strict=True)]
    for pair, verdict in found.items():
        if not any(stretches.touch(each.claim.span) for stretches, each in zip(known, pair, strict=False)):
            yield _tie(*pair, verdict)


def _speaks_of(note: Page, other: Page) -> bool:
    """Whether a note is on another text: it has several of its names, or most of its words."""
    names = sum(key in other.profile.telling for key in note.profile.telling)
    mine, yours = (frozenset().union(*(line.keys for line in page.lines)) for page in (note, other))
    return names >= SHARED or (names > 0 and len(mine & yours) >= MOST_WORDS * len(mine))


def _corrected(one: Page, two: Page, days: int) -> Iterator[Tie]:
    """What either article takes back and the other says, where they share some names or nouns."""
    if days > SEASON:
        return
    for page, other in ((one, two), (two, one)):
        for each in page.corrections if _speaks_of(page, other) else ():
            where = taken_back(each, page.article, other.article, other.values_told)
            if where is not None:
                ends = end(other, where), end(page, each.right.span)
                yield Tie(*(ends if page is two else ends[::-1]), "conflicts", "corrected", CORRECTED)


SURE: tuple[TieRelation, ...] = ("agrees", "conflicts")
Judged = dict[tuple[Number, Number], Verdict]


def _with_told(one: Page, two: Page, found: Judged, days: int) -> Judged:
    """What was found by alike words, with what both tell of one thing: that goes before updates.

    Of counts that grow with the news another value is none but a later one.
    """
    apart = [pair for pair, verdict in found.items() if (verdict.relation, verdict.aspect) == ("conflicts", "value")]
    found = found | dict.fromkeys(_going_on(one, two, apart, days), GOES_ON)
    by_measure = dict(told(one, two, _numbers(pair for pair in found if found[pair].relation in SURE), days))
    taken = _numbers(by_measure)
    by_measure |= {pair: verdict for pair, verdict in found.items() if taken.isdisjoint(pair)}
    by_measure |= dict(equal(one, two, _numbers(by_measure)))
    agreed = [pair for pair, verdict in by_measure.items() if verdict.relation == "agrees"]
    by_measure |= dict.fromkeys(crossed(one.meanings, two.meanings, agreed), CROSSED)
    by_measure |= dict(slipped(one, two, _numbers(by_measure), days))
    return by_measure | dict(left(one, two, _numbers(by_measure)))


def _going_on(
    one: Page, two: Page, pairs: Iterable[tuple[Number, Number]], days: int
) -> Iterator[tuple[Number, Number]]:
    """Those pairs of counts that grow while the news goes on and may be of two times."""
    growing = {
        each.number: each for page in (one, two) for each in page.meanings if each.running and each.family in PEOPLE
    }
    for pair in pairs:
        mine, yours = (growing.get(number) for number in pair)
        if mine is not None and yours is not None and goes_on(mine, yours, days):
            yield pair


def _turns(one: Page, two: Page, taken: set[Number], days: int) -> Iterator[Tie]:
    """What both tell to have gone up or down, but for changes whose numbers are known to stand for others.

    What has a value at any time may have turned on the next day, unless both tell it of one occasion.
    """
    known = {(number.line.page.path, number.claim.span) for number in taken}
    for a, b in turned(one.turns, two.turns):
        if known.isdisjoint(((one.path, a.span), (two.path, b.span))):
            relation = "agrees" if a.way == b.way else _turned_apart(a, b, days)
            aspect: Aspect = "left" if relation == "differs" else "direction"
            yield Tie(end(one, a.span), end(two, b.span), relation, aspect, f"which way it went: {a.thing}")


def _turned_apart(a: Turn, b: Turn, days: int) -> TieRelation:
    """How a rise and a fall of one thing stand to each other; everybody has savings: whose they are must be told."""
    concept = table()[a.thing]
    if days and concept["kind"] == "stock":
        return "differs" if a.beside & b.beside else "updates"
    return "differs" if concept["of"] == "holder" and a.bodies.isdisjoint(b.bodies) else "conflicts"


def _labelled(one: Page, two: Page) -> Iterator[Tie]:
    """Streets, times of day, scores."""
    for a, b, same in labelled(_labels(one), _labels(two)):
        ends = end(one, a.span), end(two, b.span)
        yield Tie(*ends, "agrees", "measure", SAME) if same else Tie(*ends, "differs", "left", f"{LEFT}: {a.type}")


def _labels(page: Page) -> list[Claim]:
    """The labels of an article below its headlines, but for the time behind a date, which is that of a version."""
    pairs = pairwise((None, *page.values_told))
    labels = (each for before, each in pairs if each is not None and not _is_stamp(page, before, each))
    return [each for each in labels if isinstance(each.value, Label) and not _in_headline(page, each)]


def _in_headline(page: Page, claim: Claim) -> bool:
    line = page.line_at(claim.span.start)
    return line is None or line.headline


def _is_stamp(page: Page, date: Claim | None, time: Claim) -> bool:
    """Whether no word stands between a date in digits and a time of day."""
    if date is None or not isinstance(date.value, Period) or not date.text[-1:].isdigit():
        return False
    return not any(map(str.isalpha, page.prose[date.span.end : time.span.start]))


def _given(one: Page, two: Page) -> Iterator[Tie]:
    """What both give for something that a story has one of."""
    for a, b, same in differing(one, two):
        relation: TieRelation = "agrees" if same else "differs"
        yield Tie(end(one, a.span), end(two, b.span), relation, "measure", f"both say what it is: {a.thing}")


def _numbers(pairs: Iterable[tuple[Number, Number]]) -> set[Number]:
    return {number for pair in pairs for number in pair}


def _tie(one: Number, two: Number, found: Verdict) -> Tie:
    ends = end(one.line.page, one.claim.span), end(two.line.page, two.claim.span)
    return Tie(*ends, found.relation, found.aspect, found.reason, (stated(one), stated(two)))


def quoted(each: SameQuote) -> Iterator[Tie]:
    """A quotation two articles share."""
    a, b = each.a, each.b
    if a.source is not None and b.source is not None:
        relation: TieRelation = "conflicts" if _two_speakers(a, b) else "agrees"
        yield Tie(end(a.page, a.source), end(b.page, b.source), relation, "speaker", SAME_WORDS)
    yield _worded(each)


def _worded(each: SameQuote) -> Tie:
    """The words of a quotation two articles share: another number, sign or content word in one of them is an error."""
    told = each.change in ("number", "negation", "word") or (each.change == "wording" and each.voice)
    if each.one is None or each.two is None or not told:
        ends = end(each.a.page, each.a.span), end(each.b.page, each.b.span)
        return Tie(*ends, "agrees", "quotation", f"one quotation: {each.change}")
    ends = end(each.a.page, each.one), end(each.b.page, each.two)
    if each.change in ("word", "wording") and not each.alone:
        return Tie(*ends, "differs", "quotation", "one quotation, another word")
    return Tie(*ends, "conflicts", "quotation", f"one quotation, {each.change} changed")


def _two_speakers(a: Quote, b: Quote) -> bool:
    """Whether one quotation is given to two persons whom the articles name, neither beside the other."""
    mine, yours = _called(a), _called(b)
    if not (mine and yours and a.named and b.named) or people.may_be_one(mine, yours):
        return False
    return not (_names_too(a, yours) or _names_too(b, mine))


def _called(quote: Quote) -> str:
    """All names of the speaker; of one whom nothing else makes known for a person, the name with what stands before."""
    known = people.known_as(quote.page.article, quote.speaker)
    if known or quote.source is None or not people.is_full(quote.speaker):
        return known
    others = (each for each in quote.page.article.mentions if each.kind not in (None, "person"))
    return "" if any(each.span.touches(quote.source) for each in others) else " ".join(people.parts(quote.speaker))


def _names_too(quote: Quote, speaker: str) -> bool:
    """Whether the sentence of a quotation names the other's speaker as well: whose spokesman says it, of whom it is."""
    lines = {quote.page.line_at(each.start) for each in (quote.span, quote.source) if each is not None}
    words = {folded(word.lower()) for line in lines if line is not None for word in WORD.findall(line.text)}
    return not words.isdisjoint(speaker.split())


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
    return number is not None and not _looks_back(number) and all(stated(each) != replaced for each in page.numbers)


def _looks_back(number: Number) -> bool:
    return not scope.marks(number).isdisjoint(LOOKING_BACK)
