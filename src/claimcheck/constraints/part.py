"""A part is no larger than its whole; some of it leaves the rest; a share of a firm tells what all of it is worth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from claimcheck.constraints.balance import NEAR, Filling, as_parts, told_apart
from claimcheck.constraints.each import DERIVED, WORTH, licence_of
from claimcheck.constraints.operands import (
    Pair,
    amount,
    changed,
    counted,
    is_person,
    is_sort,
    of_one_kind,
    one_word,
    parts_of,
    terms,
    usable,
)
from claimcheck.constraints.product import may_sum
from claimcheck.languages.word_roles import NOUN, PARTICIPLE
from claimcheck.model.analysis import Chunk
from claimcheck.model.figures import Factors, Product
from claimcheck.model.link import Total, Within
from claimcheck.statements.agreement import slipped
from claimcheck.statements.statement import Statement, Statements

AROUND = 1
"""So many sentences behind a part may still name a whole that it fits into."""


def parts(table: Statements) -> Iterator[Within]:
    """Every number that words call a part of another, or of those who were told of."""
    told = table.numbered()
    for number in told:
        pairs = list(parts_of(table, number))
        for pair in pairs:
            if _plain(pair) or _of_people(table, pair):
                yield _within(table, pair)
        known = [pair.part for pair in pairs]
        for each in filter(_of_known, table.within(number)):
            if each not in known:
                yield from _within_any(table, each, [at for at in told if at <= number + AROUND])


def _within(table: Statements, pair: Pair) -> Within:
    wholes = (pair.whole.claim, *(each.claim for each in _other_wholes(table, pair)))
    return Within(pair.part.claim, wholes, "a part and its whole", pair.evidence, _surely(pair))


def _other_wholes(table: Statements, pair: Pair) -> list[Statement]:
    """What else of the sentence "of them" may mean: "16 points after nine games, 15 of them at home"."""
    if pair.evidence != "anaphor":
        return []
    before = (each for each in table.within(pair.part.sentence) if each.first < pair.part.first)
    return [each for each in before if each is not pair.whole and usable(each) and of_one_kind(each, pair.part)]


def _plain(pair: Pair) -> bool:
    """Whether the part counts what the whole counts: "31 of the 24 huts", "24 huts, 31 of them", "of it 40 euros"."""
    part, whole = pair.part, pair.whole
    if _is_earlier(part) and not _is_earlier(whole):
        return False
    if part.value.unit not in (None, "person"):
        return "of_which" in part.lead and part.value.unit == whole.value.unit and not changed(part)
    named = counted(whole) is not None or whole.value.unit == "person"
    ordered = part.first < whole.first or "of_which" in part.cues
    return named and ordered and _bare(part)


def _is_earlier(each: Statement) -> bool:
    """Whether it is told of a time before: "the year before had seen 115 of them"."""
    before = each.held.tokens[each.first - 1].roles if each.first else 0
    return "had" in each.lead and bool(before & PARTICIPLE)


def _of_people(table: Statements, pair: Pair) -> bool:
    """Whether both count people, however they are called: "120 members, 30 of them children"."""
    part, whole = pair.part, pair.whole
    return "of_which" in part.cues and all(is_person(each) or is_sort(table, each) for each in (part, whole))


def _surely(pair: Pair) -> bool:
    """Whether "of them" stands beside a plain count, and not "including", which may belong to another number."""
    found = (cue for cue in pair.part.near.all if "of_which" in cue.roles)
    beside = any({cue.first, cue.last} & {pair.part.first, pair.part.last} and "open" not in cue.roles for cue in found)
    return beside and pair.part.value.unit is None


def _bare(each: Statement) -> bool:
    """Whether the number has no noun and no unit of its own, so that it counts what the whole counts."""
    return each.value.unit is None and counted(each) is None and each.claim.type == "quantity"


def _of_known(each: Statement) -> bool:
    """Whether a definite noun without a number follows: "nine of the injured", "neun der Verletzten"."""
    tokens = each.held.tokens
    if not usable(each) or not _bare(each) or each.last >= len(tokens):
        return False
    if each.value.noun is not None or "of" not in each.behind:
        return False
    chunk = each.held.chunk_at(tokens[each.last].span.start)
    return chunk is not None and _is_known(each, chunk)


def _is_known(each: Statement, chunk: Chunk) -> bool:
    """Whether a phrase right behind the number is a definite noun without a number."""
    tokens = each.held.tokens
    if chunk.first != each.last or chunk.determiner is None or chunk.number is not None:
        return False
    return bool(tokens[chunk.head].roles & NOUN) and chunk.plural is not False


def _may_be_they(part: Statement, whole: Statement) -> bool:
    """Whether the noun behind a part may mean what was counted: no "four of the suspects" after "in two cases"."""
    noun, chunk = counted(whole), part.held.chunk_at(part.held.tokens[part.last].span.start)
    if noun is None or chunk is None:
        return True
    return is_person(whole) or one_word(noun, part.held.tokens[chunk.head].text)


def _within_any(table: Statements, part: Statement, told: list[int]) -> Iterator[Within]:
    """The part with the only count of the sentence before it, and with every other that the article has told of."""
    above = terms(table, [part.sentence - 1], part)
    if len(above) != 1 or amount(above[0]) == amount(part) or not _may_be_they(part, above[0]):
        return
    others = [each for each in terms(table, told, part) if each is not above[0]]
    wholes = (above[0].claim, *(each.claim for each in others))
    yield Within(part.claim, wholes, "a part of those who were told of", "anaphor", sure=counted(above[0]) is not None)


def wholes(table: Statements) -> Iterator[Total]:
    """Every number that words call all but some, and every whole with all of its parts."""
    numbered = table.numbered()
    for number in numbered:
        yield from _all_but(table, number)
    for number in sorted({at + more for at in numbered for more in (0, 1)}):
        yield from _all_told(table, number)


def _all_but(table: Statements, number: int) -> Iterator[Total]:
    """As in "all but 40 of the 500 seats were sold; the 460 guests": what a slip makes of the right number, or that."""
    for pair in parts_of(table, number):
        if "all_but" not in pair.part.touching:
            continue
        left = amount(pair.whole) - amount(pair.part)
        behind = [
            each for each in terms(table, (number, number + 1), pair.part) if each.claim.span > pair.whole.claim.span
        ]
        told = [each for each in behind if amount(each) == left or slipped(amount(each), left)]
        if len(told) == 1:
            parts = as_parts([pair.part, told[0]])
            yield Total(pair.whole.claim, parts, True, "a whole without some of it", "anaphor")


def _all_told(table: Statements, number: int) -> Iterator[Total]:
    """As in "94 works are on show. The hall has 41 oils and 38 drawings. There is nothing else": the whole first, then
    all of its parts.
    """
    reach = range(number - NEAR - 1, number + 1) if _closes(table, number) else ()
    told = [each for at in reach for each in table.within(at) if usable(each)]
    first = [each for at, each in enumerate(told) if not any(_of_kind(each, told[:at]))]
    found = (Filling(each, tuple(_of_kind(each, told))) for each in first)
    for each in filter(_is_whole, found):
        yield Total(each.whole.claim, as_parts(each.parts), True, "all of a whole", "anaphor")
        return


def _of_kind(whole: Statement, told: Iterable[Statement]) -> Iterator[Statement]:
    return (each for each in told if each is not whole and of_one_kind(each, whole))


def _is_whole(found: Filling) -> bool:
    """Whether it is larger than each of several plain parts that are told behind it."""
    if any(each.sentence <= found.whole.sentence for each in found.parts):
        return False
    largest = max(map(amount, found.parts), default=Decimal(0))
    return len(found.parts) > 1 and amount(found.whole) > largest and not any(map(told_apart, found.all))


def _closes(table: Statements, number: int) -> bool:
    """Whether a sentence says that there is no more: "There were no other costs", not "the others did not come"."""
    cues = table.cues(number, "no_more".__eq__)
    ends = [
        cue.first for cue in cues if "no_more" in cue.roles and "definite" not in cues.roles(cue.first - 1, cue.first)
    ]
    clauses = table.analysis.sentence(number).clauses if ends and table.analysis.written(number) else ()
    return any(clause.negated and clause.holds(at) for clause in clauses for at in ends)


def valuations(table: Statements) -> Iterator[Product]:
    """Every amount that is called the worth of something, with the share of it that was bought and its price."""
    for sentence in table.numbered():
        for one in table.within(sentence):
            if WORTH & one.around and one.claim.type == "amount" and "earlier" not in one.around:
                yield from _stake(table, one)


def _stake(table: Statements, worth: Statement) -> Iterator[Product]:
    """As in "40 percent for two billion, which values the firm at five billion"."""
    near = [each for each in table.reach(worth, 1, 0) if each.value.number is not None]
    shares = [each for each in near if each.value.unit == "percent" and "stake" in each.cues | each.around]
    prices = [each for each in near if may_sum(worth, each, "stake")]
    if len(shares) == len(prices) == 1:
        price, share = prices[0], shares[0]
        licence = licence_of(table, price, share, worth) if _is_worth_of(worth, share) else None
        yield Product("stake", (Factors(price.claim, share.claim, worth.claim, licence),))


def _is_worth_of(worth: Statement, share: Statement) -> bool:
    """Whether it is the worth of what the share is of: told at once, or of a thing named there, not of the buyer."""
    thing = worth.verb.subject
    if "own_share" in worth.around:
        return False  # "Nordia itself is worth …"
    if worth.sentence == share.sentence or thing is None:
        return worth.sentence == share.sentence or bool(DERIVED & worth.around)
    return _told_of(worth, thing, share)


def _told_of(worth: Statement, thing: Chunk, share: Statement) -> bool:
    """Whether the clause of the share names the thing, and not as the buyer."""
    buyer, tokens = share.verb.subject, share.held.tokens
    told = {each.low for each in worth.held.tokens[thing.first : thing.last]}
    if buyer is not None and tokens[buyer.head].low in told:
        return False
    return thing.pronoun or any(each.low in told for at, each in enumerate(tokens) if share.verb.holds(at))
