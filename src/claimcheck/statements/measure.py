"""The noun a number is a value of: "a loss of 3 million", "Der Umsatz stieg auf …", "a 7 per cent rise in profits"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from claimcheck.languages.word_roles import CLOSE, COLON, COMMA, DASH, OPEN, QUOTE, SINGULAR
from claimcheck.model import Measure
from claimcheck.model.analysis import Chunk
from claimcheck.statements.concepts import family, stem, table, takes
from claimcheck.statements.place import Spot

BREAKS = OPEN | CLOSE | COLON | DASH | QUOTE
NO_SUBSTANCE = ("share", "points", "count", "persons", "age", "duration", "length", "speed", "temperature", "ratio")
LONGEST_NAME, NEXT = 3, 5
"""Words that together name a concept ("share of the vote"); those behind a number among which its noun may be."""
DISTANCE = "distance"

By = Literal["age", "counted", "phrase", "state", "label", "preposition", "subject", "object", "verb"]


class Found(NamedTuple):
    """The token that names the measure; `word` where it only implies it ("kostet", "47-jährig"); its concept.

    `by` is the construction that told it, `chunk` the noun phrase of the measure.
    """

    at: int
    concept: str | None
    by: By
    word: str | None = None
    chunk: Chunk | None = None

    @property
    def part(self) -> bool:
        """Whether it is a share of what hangs on it, not of somebody's: "stake", "Marktanteil"."""
        return self.concept is not None and self.by != "subject" and bool(table()[self.concept]["part"])


def measure_of(spot: Spot) -> Found | None:
    """The measure of a number that words beside it name, by the first construction that fits."""
    steps: tuple[Callable[[Spot], Found | None], ...] = (
        _in_compound, _counted, _partitive, _distance, _state, _in_phrase, _substance, _label, _with_preposition,
    )  # fmt: skip
    return next((found for step in steps if (found := step(spot)) is not None), None)


def _counted(spot: Spot) -> Found | None:
    """What is counted: the head of the noun phrase the number stands in, else the noun its own words have."""
    value = spot.claim.value
    if not isinstance(value, Measure) or value.unit not in (None, "person") or spot.claim.type != "quantity":
        return None
    chunk = spot.chunk(spot.last)
    if chunk is not None and _holds(spot, chunk):
        return _hyphened(spot, chunk) or _attributive(spot, chunk) or named(spot, chunk.head, "counted", chunk)
    return None if value.noun is None else _ahead(spot, value.noun.lower())


def _ahead(spot: Spot, noun: str) -> Found | None:
    """The noun that the number's own words have, a few words on."""
    ahead = range(spot.first, min(spot.last + NEXT, len(spot.sentence.tokens)))
    at = next((n for n in ahead if spot.low(n).endswith(noun)), None)
    return None if at is None or not spot.noun(at) else named(spot, at, "counted", spot.chunk(at))


def _hyphened(spot: Spot, chunk: Chunk) -> Found | None:
    """What a number counts that is part of a compound before the head: "the three-match series"."""
    token = spot.sentence.tokens[spot.last - 1]
    word = token.text[spot.claim.span.end - token.span.start :].removeprefix("-")
    if spot.claim.span.end >= token.span.end or not word.isalpha() or chunk.head < spot.last:
        return None
    return named(spot, spot.last - 1, "state", chunk)._replace(word=word)


def _attributive(spot: Spot, chunk: Chunk) -> Found | None:
    """The noun before the head that a number counts which is one: "a 1000 seat ferry", "the 240 member council"."""
    if not _of_one(spot, chunk) or chunk.head <= spot.last or not spot.noun(spot.last):
        return None
    return named(spot, spot.last, "state", chunk)


def _of_one(spot: Spot, chunk: Chunk) -> bool:
    """Whether a phrase with a number and an article is of one thing."""
    article = None if chunk.determiner is None or chunk.determiner > spot.first else chunk.determiner
    return article is not None and (spot.is_(article, SINGULAR) or chunk.plural is False)


def _holds(spot: Spot, chunk: Chunk) -> bool:
    """Whether a noun phrase holds the number, or begins right behind it without words of its own."""
    if (
        chunk.head < spot.last
        or chunk.pronoun
        or not spot.noun(chunk.head)
        or spot.is_(spot.last, COMMA | OPEN | CLOSE)
    ):
        return False
    return chunk.first <= spot.first or (chunk.preposition is None and chunk.determiner is None)


def in_brackets(spot: Spot) -> Found | None:
    """The noun that a number in brackets stands behind: "unforced errors (19)", "Der Hauptpreis (20.000 Euro)"."""
    first = _outermost(spot, spot.first - 1)
    if first is None or first.name:
        return None
    if family(spot.claim) not in ("count", "persons"):
        return innermost(spot, first, "preposition") if _takes(spot, first) else None
    return named(spot, first.head, "counted", first) if first.plural and first.number is None else None


def _in_compound(spot: Spot) -> Found | None:
    """The last part of a compound that begins with the number: "Fünf-Prozent-Hürde"."""
    token = spot.sentence.tokens[spot.last - 1]
    word = token.text[spot.claim.span.end - token.span.start :].rpartition("-")[2]
    if spot.claim.span.end >= token.span.end or not word.isalpha() or spot.claim.type == "quantity":
        return None
    chunk = spot.own()
    if chunk is not None and chunk.head >= spot.last:
        return named(spot, chunk.head, "phrase", chunk)  # "a £30m-plus bid"
    return Found(spot.last - 1, next(iter(spot.concepts.noun(word.lower())), None), "phrase", word, chunk)


def _partitive(spot: Spot) -> Found | None:
    """The whole that a count without a noun is a part of: "two of the villagers"."""
    value = spot.claim.value
    whole = spot.whole() if isinstance(value, Measure) and value.unit is None and value.noun is None else None
    return None if whole is None or whole.pronoun else named(spot, whole.head, "counted", whole)


def of_whole(spot: Spot) -> Found | None:
    """The whole of a share that nothing else names: "45% of Iraqis support"."""
    whole = spot.whole() if family(spot.claim) == "share" else None
    return None if whole is None or whole.pronoun or whole.name else named(spot, whole.head, "counted", whole)


def _distance(spot: Spot) -> Found | None:
    """The length of a way: "12 kilometers from the border", "35 Kilometer vor dem Ziel"."""
    if family(spot.claim) != "length" or spot.low(spot.last) not in spot.joints.distance:
        return None
    return Found(spot.first, DISTANCE, "state", spot.concepts.named.get(DISTANCE))


def named(spot: Spot, at: int, by: By, chunk: Chunk | None = None) -> Found:
    """A noun as the measure, with the likeliest of its concepts that takes such a number."""
    words = [spot.low(n) for n in range(max(0, at - LONGEST_NAME + 1), at + 1)]
    found = spot.concepts.noun(*words)
    kind = family(spot.claim)
    fitting = next((each for each in found if takes(each, kind)), None)
    # a percentage may be the change of any concept
    return Found(at, fitting or (found[0] if found and kind in ("share", "points") else None), by, chunk=chunk)


def _state(spot: Spot) -> Found | None:
    """An adjective of size beside the number: "200 Hektar groß", "three metres long", "worth $3m"."""
    kind = family(spot.claim)
    for at in (spot.behind_brackets(), spot.first - 1):
        for concept in spot.concepts.states.get(stem(spot.low(at)), ()):
            if takes(concept, kind):
                return Found(at, concept, "state", spot.concepts.named.get(concept), spot.chunk(at))
    return None


def _in_phrase(spot: Spot) -> Found | None:
    """The noun right behind the number: "3 Millionen Euro Schaden", "a $3m (£2m) profit", "a 7 per cent rise in …"."""
    at = spot.behind_brackets()
    chunk = spot.chunk(at)
    if chunk is None or chunk.pronoun or _breaks(spot, at) or spot.is_(chunk.last, COLON):
        return None
    if chunk.first >= spot.last and (chunk.determiner or chunk.preposition) is not None:
        return _of_whole(spot, chunk) if spot.low(at) in spot.joints.attribute else None
    return _of_phrase(spot, chunk, at)


def _substance(spot: Spot) -> Found | None:
    """What a mass, a volume, an area or money is of: "60 million barrels of oil", "$8bn of the aid"."""
    kind = family(spot.claim)
    chunk = None if kind in NO_SUBSTANCE else spot.mere(spot.chunk(spot.last))
    if chunk is None or chunk.first != spot.last or spot.preposition(chunk) not in spot.joints.substance:
        return None
    if kind == "money":
        return named(spot, chunk.head, "phrase", chunk) if _takes(spot, chunk) else None
    return None if chunk.determiner is not None else named(spot, chunk.head, "phrase", chunk)


def _breaks(spot: Spot, at: int) -> bool:
    return spot.is_(at, BREAKS | COMMA) or spot.low(at) in spot.joints.share


def _of_phrase(spot: Spot, chunk: Chunk, at: int) -> Found | None:
    """The head of a noun phrase behind the number, what changes where it is a change; no name."""
    if chunk.head < at and spot.noun(chunk.last - 1):
        return named(spot, chunk.last - 1, "phrase", chunk)  # "18 Millionen Hektar Wald"
    if chunk.head < at or not spot.noun(chunk.head) or _is_name(spot, chunk):
        return None
    if spot.referents.is_person(spot.low(chunk.head)):
        return None
    head = chunk.head if is_known(spot, chunk) else _last_known(spot, at, chunk.head)
    return change(spot, chunk, head) if spot.changes(head) else named(spot, head, "phrase", chunk)


def _last_known(spot: Spot, at: int, head: int) -> int:
    """The last noun before a head that names a concept or a change: "growth forecast"; else the head."""
    nouns = (n for n in range(head, at - 1, -1) if spot.noun(n))
    return next((n for n in nouns if spot.concepts.noun(spot.low(n)) or spot.changes(n)), head)


def _of_whole(spot: Spot, chunk: Chunk) -> Found | None:
    """The kind of money in "$3.6 trillion in spending", but not in "a profit of $3m on sales of $40m"."""
    before, fits = _with_preposition(spot), chunk.determiner is None and spot.noun(chunk.head) and _takes(spot, chunk)
    other = spot.claim.type != "amount" or (before is not None and before.concept is not None)
    return named(spot, chunk.head, "phrase", chunk) if fits and not other else None


def change(spot: Spot, chunk: Chunk, at: int | None = None) -> Found:
    """What changes, where a noun of change has it behind it: "rise in profits", "Anstieg der Preise"."""
    behind = spot.mere(spot.behind(chunk))
    tied = behind is not None and (behind.of or spot.preposition(behind) in spot.joints.attribute)
    if behind is not None and tied and spot.noun(behind.head) and not _is_name(spot, behind):
        return innermost(spot, behind, "phrase")
    return named(spot, chunk.head if at is None else at, "phrase", chunk)


def is_known(spot: Spot, chunk: Chunk) -> bool:
    """Whether the noun of a phrase names a concept."""
    return bool(spot.concepts.noun(spot.low(chunk.head)))


def innermost(spot: Spot, chunk: Chunk, by: By) -> Found:
    """The noun of a phrase, or the one that "the number of …", "the rate of …" counts."""
    at = chunk.head - 1
    alone = at >= chunk.first and spot.noun(at) and not spot.concepts.exactly(f"{spot.low(at)} {spot.low(at + 1)}")
    if alone and spot.counts_only(chunk.head):
        return named(spot, at, by, chunk)  # "job numbers"
    behind = spot.mere(spot.behind(chunk)) if spot.counts_only(chunk.head) else None
    if behind is not None and (behind.of or spot.preposition(behind) in spot.joints.share) and spot.noun(behind.head):
        return named(spot, behind.head, by, behind)
    return named(spot, chunk.head, by, chunk)


def _label(spot: Spot) -> Found | None:
    """As in "Umsatz: 3 Millionen Euro", and the headline "Ablösesumme bis zu 30 Millionen Euro"."""
    at = spot.first - 1
    if spot.is_(at, COLON):
        return named(spot, at - 1, "label", spot.chunk(at - 1)) if spot.noun(at - 1) else None
    fragment = spot.clause is not None and spot.clause.kind == "fragment"
    chunk = spot.chunk(at)
    if fragment and chunk is not None and spot.noun(chunk.head) and is_known(spot, chunk):
        return named(spot, chunk.head, "label", chunk)
    return None


def _with_preposition(spot: Spot) -> Found | None:
    """The noun before "of": "a loss of 3 million", "Temperaturen um 30 Grad"; the head of what hangs together."""
    joint = spot.joint()
    first = None if joint is None else _outermost(spot, joint)
    if joint is None or first is None:
        return None
    if spot.changes(first.head):
        return change(spot, first)
    if _is_name(spot, first) or not _hangs(spot, joint, first):
        return None
    found = innermost(spot, first, "preposition")
    return None if found.at == first.head and spot.counts_only(first.head) and not _takes(spot, first) else found


def _hangs(spot: Spot, joint: int, noun: Chunk) -> bool:
    """Whether a preposition ties the number to a noun before it, and not to the verb ("has a lead with 31%")."""
    if spot.low(joint) in spot.joints.beside and spot.clause is not None and noun in spot.clause.objects:
        return False
    return spot.low(joint) not in spot.joints.loose or _close(spot, noun)


def _is_name(spot: Spot, chunk: Chunk) -> bool:
    return chunk.name and not is_known(spot, chunk)


def _close(spot: Spot, chunk: Chunk) -> bool:
    """Whether a noun is tied to the number by a preposition that more often hangs on the verb."""
    changed = spot.before(chunk.first) if chunk.preposition is not None else None
    if chunk.preposition is not None and (changed is None or not spot.changes(changed.head)):
        return False
    if spot.clause is not None and chunk == spot.clause.subject:
        return False
    return _takes(spot, chunk) or (is_known(spot, chunk) and family(spot.claim) in ("share", "points"))


def _takes(spot: Spot, chunk: Chunk) -> bool:
    """Whether the noun of a phrase names a concept that has such numbers."""
    return any(takes(each, family(spot.claim)) for each in spot.concepts.noun(spot.low(chunk.head)))


def _outermost(spot: Spot, joint: int) -> Chunk | None:
    """The first of the noun phrases that hang together before a preposition: "a fall in the rate of inflation to"."""
    found = before = spot.before(joint)
    while before is not None and (before.of or spot.preposition(before) in spot.joints.attribute):
        before = spot.before(before.first)
        if before is None or before.number is not None or not spot.noun(before.head):
            break
        found = before
    return found if found is not None and spot.noun(found.head) else None
