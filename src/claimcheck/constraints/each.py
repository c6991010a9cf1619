"""Which numbers fall on each of some things, how often each part of a list counts, and why a total belongs to both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.constraints.operands import amount, of_one_kind, usable
from claimcheck.languages.word_roles import BREAK, COLON, COMMA, COORDINATOR, DASH, NUMBER, OPEN, QUOTE
from claimcheck.model import Claim, Measure, Period
from claimcheck.model.analysis import Sentence
from claimcheck.model.comparison import Evidence
from claimcheck.model.link import Part
from claimcheck.statements.agreement import tie, weakest
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import PAUSE, Statement, Statements

EACH = frozenset({"each", "per_one"})
BASE = 1000
"""So many or more are no thing that something falls on, but a base: "for every 100,000 people"."""
KNOWN = frozenset({"all_of", "definite"})
"""Words by which a number is one that was told of."""


def has_base(table: Statements, one: Statement) -> bool:
    """Whether its clause tells for how many it is, or it is that number: "for every one million people it is 630"."""
    told = table.within(one.sentence)
    same = (each for each in told if each.clause == one.clause and each.claim.type == "quantity")
    return any("per_one" in each.touching and (each.value.number or 0) >= BASE for each in same)


def falls_on_each(one: Statement) -> bool:
    """Whether words of its phrase, of money those of its clause, say that it falls on each of some things."""
    if "unit_price" in one.cues or _counts_each(one):
        return not _counts_each(one)
    words = [cue for cue in one.near.all if cue.roles & EACH]
    if not EACH & (one.around if one.claim.type == "amount" else one.cues):
        return any(_is_shared(one, cue) for cue in words)
    told = [cue for cue in words if _is_said_of(one, cue)]
    return not told or any(_is_each(one, cue) for cue in told)


def _is_said_of(one: Statement, cue: Cue) -> bool:
    """Whether a word stands in its clause or right behind it."""
    return one.verb.holds(cue.first) or cue.last >= one.first


def _is_shared(one: Statement, cue: Cue) -> bool:
    """Whether a phrase before it in its clause has so much each: "every box held twelve", "per mile it is 28"."""
    if KNOWN & one.touching or not one.verb.holds(cue.first) or cue.last > one.first or not _is_each(one, cue):
        return False
    tokens = one.held.tokens
    between = tokens[cue.last : one.first]
    numbers = sum(bool(token.roles & NUMBER) for token in between)
    return numbers <= _counts_each_of(one, cue) and not any(token.roles & BREAK for token in between)


def _counts_each_of(one: Statement, cue: Cue) -> int:
    """How many numbers belong to the phrase: one in "each of their 65 acres", none in "each acre"."""
    chunk = one.chunk_of(EACH)
    return int(chunk is not None and chunk.number is not None and cue.first < chunk.last <= one.first)


def _is_each(one: Statement, cue: Cue) -> bool:
    """Whether the word is no part of a name ("Nord Pro") and leads to no base ("each 1,000 shares")."""
    tokens = one.held.tokens
    named = cue.first > 0 and cue.last == cue.first + 1 and tokens[cue.first].text[0].isupper()
    if named and not tokens[cue.first - 1].roles & (COLON | DASH | OPEN | QUOTE):
        return False
    behind = tokens[cue.last] if cue.last < len(tokens) else None
    return behind is None or not behind.roles & NUMBER or cue.last == one.first or takes_up_each(one, cue)


def takes_up_each(one: Statement, cue: Cue) -> bool:
    """Whether it takes up what was counted: "each one", "every one of them"."""
    behind = one.near.at(cue.last)
    return behind is not None and bool({"one", "of_which"} & behind.roles)


def _counts_each(one: Statement) -> bool:
    """Whether it counts those of whom each has so much: "each of the 80 guests"."""
    return one.claim.type == "quantity" and bool(EACH & one.lead) and "of" in one.lead


def base_of(one: Statement) -> str | None:
    """What the number is said per: "per flat", wherever it stands; None for a mere "each"."""
    if one.value.per is not None:
        return one.value.per.noun
    chunk = one.chunk_of(EACH)
    return None if chunk is None or chunk.number is not None else one.held.tokens[chunk.head].text


def compounded(count: Statement) -> str | None:
    """What a number counts inside of its own word: "die 8000-Einwohner-Gemeinde"."""
    parts = "".join(each.text for each in count.held.tokens[count.last - 1 : count.last + 2]).split("-")
    return parts[1] if len(parts) > 2 else None


DERIVED = frozenset({"equals", "thereby", "follows", "reckoned"})
"""Words by which a number is said to come of others, in whatever clause these stand."""
SUM = frozenset({"together", "total"})
MEAN = frozenset({"average"})
SUMMED = DERIVED | SUM | MEAN
"""Words that say so within one clause."""
MAKING = frozenset({"conclude", "divide"})
"""Verbs that say it."""
COSTING = frozenset({"cost", "conclude"})
"""Verbs by which a price is that of all."""
WORTH = frozenset({"worth", "worth_weak"})
FAR = 3
"""So many sentences back a total may stand that a word calls a result."""
PHRASE = 5
"""So many words join a number to what each of them has: "500 tickets at 20 euros each"."""


def is_result(total: Statement) -> bool:
    """Whether a word of its phrase or its verb calls a number a sum, a price or a worth."""
    return bool((SUMMED - MEAN) & total.cues or WORTH & total.around) or not COSTING.isdisjoint(total.verb.senses)


def why(
    table: Statements, total: Statement, count: Statement, one: Statement, *, alone: bool, called: bool
) -> Evidence | None:
    """Why the three belong together: grammar ties them, or a word calls one a result and there are no others.

    `alone`: there are no others; `called`: the very thing that is counted has so much each.
    """
    licence = licence_of(table, total, count, one) if _comes(table, total, count, one) else None
    if licence is not None or not alone or is_added(one, total):
        return licence
    if called and SUMMED & one.around:
        return "equal_slots"
    return _near(total, one) if is_near(table, total, count, one) else None


def _near(total: Statement, one: Statement) -> Evidence | None:
    """Why the only numbers there are belong together, side by side."""
    if _takes_up(total, one):
        return "anaphor"
    return "unique" if _is_called(total, one) else None


def _is_called(total: Statement, one: Statement) -> bool:
    """Whether a word calls the total a sum, or what each has a result; no bound of it."""
    return is_result(total) or bool(SUMMED & one.cues and one.value.hedge not in ("under", "over"))


def _takes_up(total: Statement, one: Statement) -> bool:
    """Whether the total is told as known behind what each has, in its unit: "25 tonnes each … all 450 tonnes"."""
    known = total.definite or "all_of" in total.touching
    return known and total.claim.span > one.claim.span and total.value.unit == one.value.unit not in (None, "person")


def is_near(table: Statements, total: Statement, count: Statement, one: Statement, back: int = 1) -> bool:
    """Whether the three stand in so many sentences side by side, or a word for a result reaches further back."""
    told = sorted(each.sentence for each in (total, count, one))
    back = FAR if SUMMED & (total.cues | one.cues) else back
    return told[-1] - told[0] <= back and table.paragraph(told[-1], back, 0)[0] <= told[0]


def _comes(table: Statements, total: Statement, count: Statement, one: Statement) -> bool:
    """Whether one of the numbers is said to come of the others: within one clause, or by a word that takes them up."""
    last = max(total, one, key=lambda each: each.claim.span)
    if is_added(one, total):
        return False
    if (total.place == one.place or last.verb.kind in ("participle", "fragment")) and _within(total, count, one):
        return True
    if DERIVED & (last.around | total.around) or not MAKING.isdisjoint(last.verb.senses) or table.takes_up(last):
        return True
    return "share_out" in total.predicate | last.predicate


def _within(total: Statement, count: Statement, one: Statement) -> bool:
    """Whether a word of the phrases calls one a result, or the count leads to what each has: "500 tickets at 20"."""
    if (SUMMED - MEAN) & total.cues or (SUMMED - SUM) & one.cues:
        return True
    if count.place != one.place or not 0 <= one.first - count.last <= PHRASE:
        return False
    return not any(token.roles & PAUSE for token in one.held.tokens[count.last : one.first])


def is_priced(total: Statement, count: Statement, one: Statement) -> bool:
    """Whether money is paid for what is measured in the unit of which the other is the price: "57 million … 3,200 acres
    … the $18,000 an acre".
    """
    per = one.value.per
    told = per is not None and per.unit is not None and per.unit == count.value.unit
    return told and total.claim.type == "amount" and not is_added(one, total)


def is_added(one: Statement, total: Statement) -> bool:
    """Whether "and" leads from what each has to another number that is called no sum: "200 litres each and 500"."""
    if one.sentence != total.sentence or not one.last <= total.first or SUM & total.cues:
        return False
    return any(token.roles & COORDINATOR for token in one.held.tokens[one.last : total.first])


def licence_of(table: Statements, total: Statement, count: Statement, one: Statement) -> Evidence | None:
    """Why three numbers belong together: grammar ties each to the next."""
    document = table.article.document
    first, middle, last = sorted((total, count, one), key=lambda each: each.claim.span)
    if last.sentence - first.sentence > 1:
        return None
    ties = tie(document, first, middle), tie(document, middle, last)
    found = [each for each in ties if each is not None]
    return weakest(found) if len(found) == len(ties) else None


def only_sum(totals: Sequence[Statement]) -> Statement | None:
    """The only total, else the only one that a word of its phrase calls a sum."""
    found = totals if len(totals) == 1 else [each for each in totals if (SUMMED - MEAN) & each.cues]
    return found[0] if len(found) == 1 else None


EACH_OF = frozenset({"each"})
JOINING = COMMA | COORDINATOR
Row = Sequence[Statement]


def times(table: Statements, row: Row) -> tuple[Part, ...] | None:
    """The parts with how often each counts; None where that is open: "two each in several towns"."""
    found = [_times(table, each) if EACH_OF & (each.lead | each.leaving) else 1 for each in row]
    if not all(found):
        return None
    return (*(Part(each.claim, number) for each, number in zip(row, found, strict=True)), *_ones(table, row))


def _times(table: Statements, each: Statement) -> int:
    """How many an "each" stands for: "15,000 each for three choirs", "two each in Dassow and Ketzin"; 0 where open."""
    told = table.within(each.sentence)
    behind = next((other for other in told if other.first > each.first), None)
    if behind is not None and usable(behind) and not of_one_kind(behind, each) and not amount(behind) % 1:
        return int(amount(behind))
    return _names(table, each.sentence, each.last, len(each.held.tokens) if behind is None else behind.first)


def _names(table: Statements, number: int, start: int, stop: int) -> int:
    """How many names stand side by side between two tokens, up to the next "each"; 0 for a single one."""
    sentence = table.analysis.sentence(number)
    cues = list(filter(lambda cue: start < cue.first < stop, table.cues(number)))
    further = [cue.first for cue in cues if EACH_OF & cue.roles]
    marks = [token for token in sentence.tokens[start : min(further, default=stop)] if token.roles & JOINING]
    names = len(marks) + (not further and stop == len(sentence.tokens))
    years = _all_years(table, number, start, stop)
    if years is not None:
        return years
    return names if names > 1 and not any(_is_span(sentence, cue, stop) for cue in cues) else 0


def _all_years(table: Statements, number: int, start: int, stop: int) -> int | None:
    """How many years the ranges of them between two tokens have; 0 for several ranges, None without any."""
    sentence = table.analysis.sentence(number)
    found = [each for each in table.times(number) if start <= sentence.token_at(each.span.start) < stop]
    told = [_years(each) for each in found]
    return None if not any(told) else sum(told) if len(told) == 1 else 0


def _years(time: Claim) -> int:
    """How many years a range of them has, "2031 to 2033"; 0 for any other time."""
    value = time.value
    if not isinstance(value, Period) or value.grain != "year" or value.start is None or value.end is None:
        return 0
    years = value.end.year - value.start.year
    return years if years > 1 else 0


def _ones(table: Statements, row: Row) -> Iterator[Part]:
    """As in "and one each in Uhl and Weil": a word that is a number only there."""
    number, tokens = row[0].sentence, row[0].held.tokens
    ones = [cue.first for cue in table.cues(number) if "one" in cue.roles]
    for cue in table.cues(number):
        token = tokens[min(cue.last, len(tokens) - 1)]
        if EACH_OF & cue.roles and cue.first > row[-1].last and cue.last in ones:
            names = _names(table, number, cue.last + 1, len(tokens))
            yield Part(Claim("quantity", token.span, token.text, Measure(number=Decimal(1))), names or 1)


def _is_span(sentence: Sentence, cue: Cue, stop: int) -> bool:
    """Whether a number follows "to": "30 million each from 2031 to 2033"."""
    return "to" in cue.roles and bool(sentence.tokens[min(cue.last, stop - 1)].roles & NUMBER)
