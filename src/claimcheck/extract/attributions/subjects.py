"""Which phrase is the subject of a verb, and which one a speaker that a cue follows."""

from __future__ import annotations

from claimcheck.extract.attributions.phrases import STOPPER, Range, phrase_at
from claimcheck.extract.attributions.unit import BRACKETS, Unit
from claimcheck.languages import voice_roles as r

_LONGEST_NAME = 4
_LONGEST_SUBJECT = 40


def subject_after(unit: Unit, at: int, high: int) -> Range | None:
    """The subject behind a finite verb, past adverbs, reflexives and up to two phrases that are no subjects."""
    roles = unit.roles
    for _ in range(3):
        while at < high and roles[at] & (r.ADVERB | r.REFLEXIVE):
            if roles[at] & (r.PRONOUN | r.CAPITAL | r.DETERMINER | r.PREPOSITION):
                break
            at += 1
        found = phrase_at(unit, at, high)
        if found is not None:
            dative = roles[at] & r.OBLIQUE and roles[at] & r.DETERMINER and not roles[at] & r.GENITIVE
            nobody = roles[at] & r.NOBODY and found[1] == at + 1 and phrase_at(unit, at + 1, high) is not None
            if not dative and not nobody and not is_time(unit, found):
                return found
            at = found[1]
        elif at < high and roles[at] & r.PREPOSITION and not roles[at] & r.CAPITAL:
            inner = phrase_at(unit, at + 1, high)
            if inner is None:
                return None
            at = inner[1]
        else:
            return None
    return None


def is_time(unit: Unit, phrase: Range) -> bool:
    """Whether a phrase is a day, a month, some hours or the like, which nobody takes for a speaker."""
    roles = unit.roles
    nouns = [k for k in range(*phrase) if roles[k] & (r.CAPITAL | r.DAY) and not roles[k] & r.DETERMINER]
    return bool(nouns) and all(roles[k] & (r.DAY | r.NUMBER) for k in nouns)


def subject_before(unit: Unit, low: int, at: int) -> Range | None:
    """The subject that fills the place from `low` up to a verb at `at`; None where something else stands there."""
    roles = unit.roles
    while low < at and roles[low] & (r.ADVERB | r.CONJUNCTION):
        if roles[low] & (r.PRONOUN & ~r.DETERMINER) or (roles[low] & r.DETERMINER and low + 1 < at):
            break
        low += 1
    if low >= at or (
        roles[low] & (r.PREPOSITION | r.SUBORDINATOR | r.THAT | r.QUESTION) and not roles[low] & r.DETERMINER
    ):
        return None
    found = phrase_at(unit, low, at)
    if found is None or is_time(unit, found):
        return None
    end = found[1]
    while end < at and roles[end] & r.ADVERB:
        end += 1
    if end < at and roles[end] & (r.FINITE | r.HAVE | r.PASSIVE | r.MOOD) and not roles[end] & r.CAPITAL:
        return None
    return found


def chosen(unit: Unit, before: Range | None, after: Range | None) -> Range | None:
    """Which of the phrases before and behind a verb is its subject, if they are not both."""
    if before is None or after is None:
        return before or after
    if unit.roles[after[0]] & r.CAPITAL and not unit.roles[after[0]] & r.DETERMINER and _thing(unit, before):
        return after
    if not _only_subject(unit, after):
        return before
    return after if _oblique(unit, before) or _unknown(unit, before) else before


def _oblique(unit: Unit, phrase: Range) -> bool:
    return bool(unit.roles[phrase[0]] & (r.OBLIQUE | r.DATIVE_TOO))


def _thing(unit: Unit, phrase: Range) -> bool:
    """Whether a noun by its ending is nobody who speaks: “Die Dringlichkeit begründet Kern so”."""
    last, endings = unit.low[phrase[1] - 1], unit.words.thing_endings
    return bool(endings) and last.endswith(endings) and not last.endswith(unit.words.role_endings)


def _unknown(unit: Unit, phrase: Range) -> bool:
    """Whether a phrase may be no noun at all: the one word that begins the sentence."""
    return phrase == (0, 1) and not unit.roles[0] & r.PRONOUN


def _only_subject(unit: Unit, phrase: Range) -> bool:
    """Whether a phrase behind a verb can only be its subject."""
    first = unit.roles[phrase[0]]
    if phrase[1] - phrase[0] == 1:
        return bool(first & r.SUBJECT)
    return bool(first & r.CAPITAL) and not first & (r.DETERMINER | r.NUMBER)


def subject_apart(unit: Unit, left: int) -> Range | None:
    """The subject at the beginning of the sentence that an apposition or a relative clause parts from its verb.

    "Kern, die Sprecherin, sagte": `left` is the comma before the verb, and all before the first comma is a phrase.
    """
    roles = unit.roles
    if left < 1 or not roles[left] & r.COMMA:
        return None
    begin = sentence_begin(unit, left)
    first = unit.right_edge(begin - 1)
    if first >= left or not roles[first] & r.COMMA:
        return None
    found = phrase_at(unit, begin + 1, first) if roles[begin] & r.AS else subject_before(unit, begin, first)
    if found is None or found[1] != first:
        return None
    if found[1] - found[0] == 1 and roles[found[0]] & r.PRONOUN and not roles[found[0]] & r.CAPITAL:
        return None
    # "Der Minister, Jan Kern, sagte": the name belongs to the role
    named = unit.right_edge(first) == left and first + 1 < left <= first + 1 + _LONGEST_NAME
    if named and roles[found[0]] & r.DETERMINER and all(roles[k] & r.CAPITAL for k in range(first + 1, left)):
        return found[0], left
    return found


def sentence_begin(unit: Unit, at: int) -> int:
    """Where the row of clauses that are parted only by commas and brackets begins."""
    while at > 0 and not unit.roles[at - 1] & (r.EDGE & ~(r.COMMA | BRACKETS) | r.LONG):
        at -= 1
    return at


def antecedent(unit: Unit, at: int) -> Range | None:
    """The phrase right before `at` that a relative clause speaks of."""
    if unit.words.noun_capitals and at > 0 and unit.roles[at - 1] & r.CAPITAL:
        return phrase_before(unit, unit.left_edge(at) + 1, at)
    for start in range(max(unit.left_edge(at) + 1, at - _LONGEST_SUBJECT), at):
        if start > 0 and unit.roles[start - 1] & r.CAPITAL:
            continue
        if unit.roles[start] & (r.CAPITAL | r.DETERMINER):
            found = phrase_at(unit, start, at)
            if found is not None and found[1] == at:
                return found
    return None


def phrase_before(unit: Unit, low: int, at: int) -> Range | None:
    """The noun phrase that ends right before `at`, walked to the left; for cues that follow their speaker."""
    roles = unit.roles
    k = at - 1
    if k >= low and roles[k] & r.CLOSE:
        while k >= low and not roles[k] & r.OPEN:
            k -= 1
        k -= 1
    if k < low:
        return None
    if not roles[k] & r.CAPITAL:
        return (k, at) if roles[k] & (r.PRONOUN | r.OBLIQUE) else None
    stop = (
        r.EDGE | r.LONG | r.CAPITAL | r.DETERMINER | STOPPER | r.ADVERB | r.MOOD | r.CONJUNCTION | r.REFLEXIVE | r.CUE
    )
    while k >= low:
        while k >= low and roles[k] & (r.CAPITAL | r.NUMBER) and not roles[k] & (r.LONG | r.PREPOSITION):
            k -= 1
        while k >= low and not roles[k] & stop and unit.low[k].endswith(unit.words.adjective_endings):
            k -= 1
        if k < low:
            break
        noun_before = k > low and roles[k - 1] & r.CAPITAL and not roles[k - 1] & (r.DETERMINER | r.PREPOSITION)
        if roles[k] & r.DETERMINER and not roles[k] & r.LONG:
            goes_on = bool(roles[k] & r.GENITIVE and noun_before)
        elif roles[k] & r.BELONGS and noun_before:
            goes_on = True
        else:
            break
        k -= 1
        if not goes_on:
            break
    return (k + 1, at) if k + 1 < at else None
