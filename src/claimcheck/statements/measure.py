"""The noun a number is a value of: "a loss of 3 million", "Der Umsatz stieg auf …", "a 7 per cent rise in profits"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from claimcheck.languages.word_roles import BE, CLOSE, COLON, COMMA, DASH, OPEN, QUOTE
from claimcheck.model import Measure
from claimcheck.model.analysis import Chunk, Clause
from claimcheck.statements.concepts import stem
from claimcheck.statements.families import family, takes
from claimcheck.statements.place import Spot

LONGEST_NAME = 3
"""Words of a noun phrase that together name a concept: "net profit", "share of the vote"."""
AGE = "age"
YOUNGEST, OLDEST = 4, 114
NEXT = 5
"""Words behind a number among which its noun is looked for."""

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


def measure_of(spot: Spot) -> Found | None:
    """The measure of a number, by the first construction that fits; alone in brackets it is an age or nothing."""
    if spot.bracketed() and spot.is_(spot.first - 1, OPEN):
        return _age(spot)
    steps: tuple[Callable[[Spot], Found | None], ...] = (
        _age, _counted, _state, _in_phrase, _label, _with_preposition, _by_verb,
    )  # fmt: skip
    return next((found for step in steps if (found := step(spot)) is not None), None)


def _age(spot: Spot) -> Found | None:
    """Years that are an age, and the bare number of "Kern (47)", "Kern, 47, …", "She was 55"."""
    value = spot.claim.value
    if not isinstance(value, Measure) or spot.claim.type != "quantity":
        return None
    bare = value.unit is None and value.noun is None and value.number is not None and value.hedge is None
    if value.unit == "year" or (bare and YOUNGEST <= (value.number or 0) <= OLDEST and _of_person(spot)):
        return Found(spot.first, AGE, "age", spot.joints.age_word)
    return None


def _of_person(spot: Spot) -> bool:
    if spot.bracketed():
        return spot.person(spot.first - 2) or spot.named(spot.first - 2)
    clause = spot.clause
    if clause is None or clause.verb is None or clause.subject is None or spot.last < len(spot.sentence.tokens) - 1:
        return False
    alone = spot.is_(clause.verb, BE) and spot.first == clause.verb + 1
    return alone and (spot.person(clause.subject.head) or spot.low(clause.subject.head) in spot.joints.persons)


def _counted(spot: Spot) -> Found | None:
    """What is counted: the head of the noun phrase the number stands in, else the noun its own words have."""
    value = spot.claim.value
    if not isinstance(value, Measure) or value.unit not in (None, "person") or spot.claim.type != "quantity":
        return None
    chunk = spot.chunk(spot.last)
    if chunk is not None and _holds(spot, chunk):
        return _named(spot, chunk.head, "counted", chunk)
    low = "" if value.noun is None else value.noun.lower()
    ahead = range(spot.first, min(spot.last + NEXT, len(spot.sentence.tokens)))
    at = next((n for n in ahead if low and spot.low(n).endswith(low)), None)
    return None if at is None else _named(spot, at, "counted", spot.chunk(at))


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


def _named(spot: Spot, at: int, by: By, chunk: Chunk | None = None) -> Found:
    words = [spot.low(n) for n in range(max(0, at - LONGEST_NAME + 1), at + 1)]
    found = spot.concepts.noun(*words)
    kind = family(spot.claim)
    fitting = next((each for each in found if takes(each, kind)), None)
    # a percentage may be the change of any concept
    return Found(at, fitting or (found[0] if found and kind in ("share", "points") else None), by, chunk=chunk)


def _state(spot: Spot) -> Found | None:
    """An adjective of size behind the number: "200 Hektar groß", "three metres long"."""
    kind = family(spot.claim)
    word = stem(spot.low(spot.last))
    for concept in spot.concepts.states.get(word, ()):
        if takes(concept, kind):
            return Found(spot.last, concept, "state", spot.concepts.named.get(concept), spot.chunk(spot.last))
    return None


def _in_phrase(spot: Spot) -> Found | None:
    """The noun right behind the number: "3 Millionen Euro Schaden", "a $3m (£2m) profit", "a 7 per cent rise in …"."""
    at = spot.behind_brackets()
    chunk = spot.chunk(at)
    if chunk is None or chunk.pronoun or spot.is_(at, COMMA | OPEN | CLOSE | COLON | DASH | QUOTE):
        return None
    if spot.low(at) in spot.joints.share:
        return None
    if chunk.first >= spot.last and (chunk.determiner is not None or chunk.preposition is not None):
        return _of_whole(spot, chunk) if spot.low(at) in spot.joints.attribute else None
    head = _head(spot, chunk, at)
    if head is None:
        return None
    return _changed(spot, chunk, head) if spot.changes(head) else _named(spot, head, "phrase", chunk)


def _head(spot: Spot, chunk: Chunk, at: int) -> int | None:
    """The head of a noun phrase behind the number, or the last known noun in it: "growth forecast"."""
    head = chunk.head
    if head < at or not spot.noun(head) or (chunk.name and not _known(spot, chunk)):
        return None
    if _known(spot, chunk) or spot.changes(head):
        return head
    nouns = [n for n in range(at, head + 1) if spot.noun(n)]
    return next((n for n in reversed(nouns) if spot.concepts.noun(spot.low(n)) or spot.changes(n)), head)


def _of_whole(spot: Spot, chunk: Chunk) -> Found | None:
    """As in "$3.6 trillion in spending": the kind of the money."""
    money = spot.claim.type == "amount" and chunk.determiner is None
    known = money and spot.noun(chunk.head) and spot.concepts.noun(spot.low(chunk.head))
    return _named(spot, chunk.head, "phrase", chunk) if known else None


def _changed(spot: Spot, chunk: Chunk, at: int | None = None) -> Found:
    """What changes, where a noun of change has it behind it: "rise in profits", "Anstieg der Preise"."""
    behind = spot.behind(chunk)
    tied = behind is not None and (behind.of or spot.preposition(behind) in spot.joints.attribute)
    if behind is None or not tied or not spot.noun(behind.head) or behind.number is not None:
        return _named(spot, chunk.head if at is None else at, "phrase", chunk)
    if behind.name and not _known(spot, behind):
        return _named(spot, chunk.head if at is None else at, "phrase", chunk)
    return _innermost(spot, behind, "phrase")


def _known(spot: Spot, chunk: Chunk) -> bool:
    return bool(spot.concepts.noun(spot.low(chunk.head)))


def _counts_other(spot: Spot, chunk: Chunk) -> bool:
    return stem(spot.low(chunk.head)) in spot.joints.no_owner


def _innermost(spot: Spot, chunk: Chunk, by: By) -> Found:
    """The noun of a phrase, or the one that "the number of …", "the rate of …" counts."""
    behind = spot.behind(chunk) if _counts_other(spot, chunk) else None
    if behind is not None and (behind.of or spot.preposition(behind) in spot.joints.share) and spot.noun(behind.head):
        return _named(spot, behind.head, by, behind)
    return _named(spot, chunk.head, by, chunk)


def _label(spot: Spot) -> Found | None:
    """As in "Umsatz: 3 Millionen Euro", and the headline "Ablösesumme bis zu 30 Millionen Euro"."""
    at = spot.first - 1
    if spot.is_(at, COLON):
        return _named(spot, at - 1, "label", spot.chunk(at - 1)) if spot.noun(at - 1) else None
    fragment = spot.clause is not None and spot.clause.kind == "fragment"
    chunk = spot.chunk(at)
    if fragment and chunk is not None and spot.noun(chunk.head) and _known(spot, chunk):
        return _named(spot, chunk.head, "label", chunk)
    return None


def _with_preposition(spot: Spot) -> Found | None:
    """The noun before "of": "a loss of 3 million", "Temperaturen um 30 Grad"; the head of what hangs together."""
    joint = spot.joint()
    first = None if joint is None else _outermost(spot, joint)
    if joint is None or first is None:
        return None
    if spot.changes(first.head):
        return _changed(spot, first)
    if first.name and not _known(spot, first):
        return None
    close = first.preposition is None and _known(spot, first) and not _subject(spot, first)
    if spot.low(joint) in spot.joints.loose and not close:
        return None
    found = _innermost(spot, first, "preposition")
    return None if found.at == first.head and _counts_other(spot, first) else found


def _outermost(spot: Spot, joint: int) -> Chunk | None:
    """The first of the noun phrases that hang together before a preposition: "a fall in the rate of inflation to"."""
    found = before = spot.before(joint)
    while before is not None and (before.of or spot.preposition(before) in spot.joints.attribute):
        before = spot.before(before.first)
        if before is None or before.number is not None or not spot.noun(before.head):
            break
        found = before
    return found if found is not None and spot.noun(found.head) else None


def _subject(spot: Spot, chunk: Chunk) -> bool:
    return spot.clause is not None and spot.clause.subject is not None and spot.clause.subject.first == chunk.first


def _by_verb(spot: Spot) -> Found | None:
    """By the verb: its subject or object changes or equals the number, or the verb itself says what it is."""
    clause = spot.clause
    if clause is None or not clause.lemma:
        return None
    own = spot.own()
    if own is not None and clause.subject is not None and own.first == clause.subject.first:
        return _borne(spot, clause, subject=not clause.passive)
    if clause.lemma in spot.joints.change_verbs or clause.lemma in spot.joints.equal_verbs:
        changed = _object_changed(spot, clause, own) or _subject_measured(spot, clause)
        if changed is not None:
            return changed
    return _borne(spot, clause, subject=False)


def _object_changed(spot: Spot, clause: Clause, own: Chunk | None) -> Found | None:
    """As in "cut costs by 5 percent": the object, where the number hangs on a preposition."""
    if own is None or own.preposition is None or clause.passive:
        return None
    for each in clause.objects:
        if each.last > own.first or each.number is not None or each.pronoun or each.name:
            continue
        if spot.noun(each.head):
            return _named(spot, each.head, "object", each)
    return None


def _subject_measured(spot: Spot, clause: Clause) -> Found | None:
    subject = spot.subject(clause)
    if subject is not None and subject.pronoun and spot.low(subject.head) in spot.joints.empty:
        subject = spot.subject_before(clause)
    if subject is None or subject.pronoun or not spot.noun(subject.head) or subject.number is not None:
        return None
    if spot.changes(subject.head):
        return _changed(spot, subject)._replace(by="subject")
    if subject.name and not _known(spot, subject) and not spot.plain(subject.head):
        return None
    return _innermost(spot, subject, "subject")


def _borne(spot: Spot, clause: Clause, *, subject: bool) -> Found | None:
    """What the verb itself says of its number: "kostet 3 Euro" is a price, "sechs starben" the dead."""
    at = clause.predicate if clause.predicate is not None else clause.verb
    kind = family(spot.claim)
    tables = (spot.concepts.subjects,) if subject else (spot.concepts.objects, spot.concepts.subjects)
    for table in tables:
        for concept in table.get(clause.lemma, ()):
            if at is not None and takes(concept, kind):
                return Found(at, concept, "verb", spot.concepts.named.get(concept))
    return None
