"""Limits: no more people are in a hall than it has room for, nobody is five metres tall, and what was needed lies
between won and missed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import ROUND_CEILING, Decimal

from claimcheck.constraints.leading import COMPARED
from claimcheck.constraints.operands import amount, usable
from claimcheck.languages.word_roles import CAPITAL, NOUN
from claimcheck.model import Measure
from claimcheck.model.analysis import Chunk
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Evidence, Judged, Roles
from claimcheck.model.figures import Reached, Threshold
from claimcheck.model.measure import SCALES
from claimcheck.model.span import Word
from claimcheck.statements.agreement import contradiction, of_two, tie
from claimcheck.statements.concepts import concepts
from claimcheck.statements.dimension import number, whole
from claimcheck.statements.phrases import Cue
from claimcheck.statements.referents import means_person
from claimcheck.statements.statement import Statement, Statements
from claimcheck.statements.words import joints

BACK, AHEAD = 2, 2
LEAST = Decimal(10)
ONE = Decimal(1)
CLOSE = 4
FAR = Decimal(2)
"""So many times as many people as there is room for are those of several days or places."""
PRESENT = frozenset({"attendance", "guests", "visitors", "passengers", "customers"})
SHARED = frozenset({"each", "per_one", "average", "total", "together", "rise", "fall", "earlier", "then"})
"""Words by which a number is of several, of another time, or a part."""


def capacities(table: Statements) -> Iterator[Judged]:
    """Every number of people that there is room for beside the only number of people who were there."""
    for at in table.numbered():
        rooms = [each for each in table.within(at) if _is_room(each)]
        if len(rooms) == 1 and (there := _present(table, rooms[0])) is not None:
            yield _judged(there, rooms[0])


def _is_room(each: Statement) -> bool:
    """Whether it says for how many there is room: "fasst 18.500 Besucher", "room for 240 passengers"."""
    named = each.concept == "capacity" or "room" in each.cues | each.around
    return named and _counts(each) and "added" not in each.cues


def _counts(each: Statement) -> bool:
    """Whether it is a plain number of seats, of times somebody passed, or of those who come as guests: no suspects."""
    guests = each.value.unit in ("person", "times") or each.noun is None or each.concept in PRESENT | {"capacity"}
    if each.value.unit not in (None, "person", "times") or not guests or not usable(each) or not whole(each.claim):
        return False
    return amount(each) >= LEAST and not SHARED & (each.cues | each.around) and each.claim.modality != "negated"


def _present(table: Statements, room: Statement) -> Statement | None:
    """The only number of people who were there, in the paragraph around; None where it is far more."""
    first, last = table.paragraph(room.sentence, BACK, AHEAD)
    near = [each for at in range(first, last + 1) for each in table.within(at)]
    there = [each for each in near if each is not room and _is_present(each) and not of_two(each, room)]
    return there[0] if len(there) == 1 and amount(there[0]) <= FAR * amount(room) else None


def _is_present(each: Statement) -> bool:
    """Whether it counts people who came, saw or are aboard, and not those who want to."""
    if not _counts(each) or _is_room(each) or each.value.hedge is not None or each.claim.modality != "fact":
        return False
    return (each.concept in PRESENT or "came" in each.around) and "of_which" not in each.cues


def _judged(there: Statement, room: Statement) -> Judged:
    """People beside the room for them."""
    claim, other = Part(there.claim.span, there.claim.text), Part(room.claim.span, room.claim.text)
    values = (("claim", claim.text), ("other", other.text))
    numbers = amount(there), amount(room)
    fits = numbers[0] <= numbers[1]
    roles: Roles = (("claim", claim), ("other", other))
    return Judged("capacity", fits, roles, values, evidence="unique", claims=(there.claim, room.claim), numbers=numbers)


TALLEST, SMALLEST = Decimal("2.72"), Decimal("0.2")
"""In metres: nobody has ever been measured taller, and no newborn child that lived was smaller."""
SOMEBODY = frozenset({"age_or_sex", "person", "member"})


def statures(table: Statements) -> Iterator[Judged]:
    """Every length that is said of how tall somebody is, against the tallest and the smallest there ever were."""
    for at in table.numbered():
        for each in table.within(at):
            kind, factor = SCALES.get(str(each.value.unit), ("", ONE))
            if kind == "length" and _is_predicate(table, each) and _is_of_somebody(table, each):
                ends = [end * factor for end in (each.value.number, each.value.low, each.value.high) if end is not None]
                yield _stature(table, each, ends)


def _is_predicate(table: Statements, each: Statement) -> bool:
    """Whether a word such as "tall" stands behind it that describes nothing behind, and it is no second side."""
    tokens, behind = each.held.tokens, each.last + 1
    told = "tall" in each.behind and (behind >= len(tokens) or not tokens[behind].roles & (NOUN | CAPITAL))
    return told and not any(one.last == each.first and one.value.unit == "times" for one in table.within(each.sentence))


def _stature(table: Statements, each: Statement, ends: list[Decimal]) -> Judged:
    """How tall somebody is said to be, beside the limit that comes nearest to it or is passed."""
    claim, word = Part(each.claim.span, each.claim.text), table.word(each.sentence, each.last, each.last + 1)
    passed = min(ends) < SMALLEST
    numbers = (min(ends), SMALLEST) if passed else (max(ends), TALLEST)
    roles: Roles = (("claim", claim), ("word", Part(*word)))
    values, fits = (("claim", claim.text), ("word", word.text)), not passed and max(ends) <= TALLEST
    return Judged("stature", fits, roles, values, evidence="construction", claims=(each.claim,), numbers=numbers)


def _is_of_somebody(table: Statements, each: Statement) -> bool:
    """Whether the sentence tells of people, and what the clause tells of, or the noun right before, is nothing else."""
    people, first = _people(table, each), each.first
    if not people or each.verb.kind == "relative":
        return False
    if first and each.held.tokens[first - 1].roles & NOUN:
        return first - 1 in people
    told = (chunk for chunk in (each.verb.subject, *each.verb.objects) if chunk is not None and _is_thing(chunk))
    return all(not people.isdisjoint(range(chunk.first, chunk.last)) for chunk in told if chunk.last <= first)


def _is_thing(chunk: Chunk) -> bool:
    return not chunk.pronoun and chunk.number is None


def _people(table: Statements, each: Statement) -> set[int]:
    """The words of its sentence that mean people, and the ages of some."""
    cues = (cue for cue in table.cues(each.sentence) if SOMEBODY & cue.roles)
    counted = {at for cue in cues for at in range(cue.first, cue.last)}
    ages = {one.first for one in table.within(each.sentence) if one.concept == "age"}
    return counted | ages | set(_nouns_of_people(table, each))


def _nouns_of_people(table: Statements, each: Statement) -> Iterator[int]:
    code = table.article.document.language or ""
    known, words = joints(code), concepts(code)
    for at, token in enumerate(each.held.tokens):
        if known is not None and token.roles & NOUN and means_person(known, words, token.text):
            yield at


OUTCOMES = {"met": True, "unmet": False}
MOST = 3
"""So many other numbers at most, of which one is what there was."""


def thresholds(table: Statements) -> Iterator[Threshold]:
    """Every number that is said to be needed, with the numbers beside it and the word for how it came out."""
    for at in table.numbered():
        for needed in table.within(at):
            if needed.value.fraction is not None and "needed" in needed.around:
                yield from _of_whole(table, needed)
            elif _is_needed(needed):
                yield from _told(table, needed)


def _is_needed(each: Statement) -> bool:
    """Whether a number is said to be needed, and is not how many more or less that is: "six less than the majority"."""
    said = "needed" in each.cues | each.predicate and not COMPARED & each.behind
    return said and each.value.number is not None


def _of_whole(table: Statements, needed: Statement) -> Iterator[Threshold]:
    """A needed share as the number it comes to of a whole behind it, "two thirds of the 66 members", beside the only
    other number that is no larger than the whole.
    """
    near = (*table.within(needed.sentence), *table.within(needed.sentence + 1))
    behind = [each for each in filter(_counts_heads, near) if each.claim.span > needed.claim.span]
    whole, outcome = next(filter(_is_whole_of(needed), behind), None), _outcome(table, needed)
    if whole is None or outcome is None:
        return
    there = [each for each in behind if each is not whole and amount(each) <= amount(whole)]
    if len(there) == 1:
        least = Measure((amount(whole) * amount(needed) / 100).quantize(ONE, ROUND_CEILING))
        yield Threshold(needed.claim._replace(value=least), (Reached(there[0].claim, "anaphor"),), *outcome)


def _counts_heads(each: Statement) -> bool:
    """Whether it is a plain count of more than a few."""
    return each.value.unit in (None, "person") and usable(each) and each.value.hedge is None


def _is_whole_of(share: Statement) -> Callable[[Statement], bool]:
    """Whether a count is what a share is of: in its phrase, or the first one of votes behind it."""

    def is_whole(each: Statement) -> bool:
        beside = each.place == share.place and each.first - share.last <= CLOSE and "of" in each.lead
        return beside or ("voting" in each.cues and "voting" in share.cues)

    return is_whole


def _told(table: Statements, needed: Statement) -> Iterator[Threshold]:
    outcome = _outcome(table, needed)
    others = [each for each in table.reach(needed) if _may_be_there(each, needed)]
    if outcome is None or not 0 < len(others) <= MOST:
        return
    word, met = outcome
    readings = [Reached(each.claim, _licence(table, each, needed, alone=len(others) == 1)) for each in others]
    readings.sort(key=lambda each: each.evidence is None)
    yield Threshold(needed.claim, tuple(readings), word, met)


def _may_be_there(each: Statement, needed: Statement) -> bool:
    """Whether the number may be what there was: of the same kind, a fact, and not needed itself."""
    if number(each.claim) is None or "needed" in each.cues | each.predicate:
        return False
    return contradiction(each, needed, ("unit", "noun")) is None


def _licence(table: Statements, each: Statement, needed: Statement, *, alone: bool) -> Evidence | None:
    """Why both belong together: grammar ties them, and there is no other."""
    return tie(table.article.document, each, needed) if alone else None


def _outcome(table: Statements, needed: Statement) -> tuple[Word, bool] | None:
    """The only word of the passage that says whether it was enough; a negation turns it."""
    found = []
    for at in range(needed.sentence - 1, needed.sentence + 2):
        for cue in table.cues(at, OUTCOMES.__contains__):
            told = [met for role, met in OUTCOMES.items() if role in cue.roles]
            found += [(at, cue, met) for met in told]
    if not found or len({met for *_, met in found}) > 1:
        return None
    at, cue, met = found[0]
    return _word(table, at, cue), met != _negated(table, at, cue)


def _word(table: Statements, at: int, cue: Cue) -> Word:
    tokens = table.analysis.sentence(at).tokens[cue.first : cue.last]
    span = tokens[0].span._replace(end=tokens[-1].span.end)
    return Word(span, table.article.document.prose[span.start : span.end])


def _negated(table: Statements, at: int, cue: Cue) -> bool:
    sentence = table.analysis.sentence(at)
    return sentence.clauses[sentence.owners[cue.first]].negated
