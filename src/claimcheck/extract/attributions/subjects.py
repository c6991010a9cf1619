"""Which phrase is the subject of a verb, and which one a speaker that a cue follows."""

from __future__ import annotations

from claimcheck.extract.attributions.phrases import STOPPER, Range, phrase_at
from claimcheck.extract.attributions.unit import BRACKETS, Unit
from claimcheck.languages import voice_roles as r

_LONGEST_NAME = 4
_FARTHEST_ORIGIN = 9
_SUBJECT_LIKE = r.PRONOUN | r.CAPITAL | r.DETERMINER | r.PREPOSITION
_NO_SUBJECT = r.PREPOSITION | r.SUBORDINATOR | r.THAT | r.QUESTION
_NO_ADJECTIVE = (
    r.EDGE | r.LONG | r.CAPITAL | r.DETERMINER | STOPPER | r.ADVERB | r.MOOD | r.CONJUNCTION | r.REFLEXIVE | r.CUE
)
_LONGEST_SUBJECT = 40


def subject_after(unit: Unit, at: int, high: int) -> Range | None:
    """The subject behind a finite verb, past adverbs, reflexives and up to two phrases that are no subjects."""
    for _ in range(3):
        at = unit.past(at, high, r.ADVERB | r.REFLEXIVE, unless=_SUBJECT_LIKE)
        found = phrase_at(unit, at, high)
        if found is None and unit.at(at) & r.PREPOSITION and not unit.at(at) & r.CAPITAL:
            found = phrase_at(unit, at + 1, high)
        elif found is not None and _may_be_subject(unit, found, high):
            return found
        if found is None:
            return None
        at = found[1]
    return None


def _may_be_subject(unit: Unit, phrase: Range, high: int) -> bool:
    """Whether a phrase behind a verb is neither for whom something is done, nor a time, nor an “es” before another."""
    first = unit.roles[phrase[0]]
    dative = first & r.OBLIQUE and first & r.DETERMINER and not first & r.GENITIVE
    if dative or (first & r.NOBODY and phrase[1] == phrase[0] + 1 and phrase_at(unit, phrase[1], high) is not None):
        return False
    return not is_time(unit, phrase)


def is_time(unit: Unit, phrase: Range) -> bool:
    """Whether a phrase is a day, a month, some hours or the like, which nobody takes for a speaker."""
    roles = unit.roles
    nouns = [k for k in range(*phrase) if roles[k] & (r.CAPITAL | r.DAY) and not roles[k] & r.DETERMINER]
    if len(nouns) > 1 and not nouns[0]:
        nouns = nouns[1:]  # "Wenige Stunden"
    return bool(nouns) and all(roles[k] & (r.DAY | r.NUMBER) for k in nouns)


def subject_before(unit: Unit, low: int, at: int) -> Range | None:
    """The subject that fills the place from `low` up to a verb at `at`; None where something else stands there."""
    roles = unit.roles
    low = unit.past(low, at - 1, r.ADVERB | r.CONJUNCTION, unless=r.PRONOUN | r.DETERMINER | r.BEFORE)
    if low == at - 1:
        low = unit.past(low, at, r.ADVERB | r.CONJUNCTION, unless=r.PRONOUN | r.BEFORE)
    if low >= at or (roles[low] & _NO_SUBJECT and not roles[low] & r.DETERMINER):
        return None
    found = phrase_at(unit, low, at)
    if found is None or is_time(unit, found):
        return None
    end = unit.past(found[1], at, r.ADVERB)
    if end < at and roles[end] & (r.FINITE | r.HAVE | r.PASSIVE | r.MOOD) and not roles[end] & r.CAPITAL:
        return None
    return found


def chosen(unit: Unit, before: Range | None, after: Range | None) -> Range | None:
    """Which of the phrases before and behind a verb is its subject, if they are not both."""
    if before is None or after is None:
        return before or after
    if is_object(unit, before) or (_is_bare(unit, after) and _thing(unit, before)):
        return after
    if not _only_subject(unit, after):
        return before
    return after if _oblique(unit, before) or _unknown(unit, before) else before


def _oblique(unit: Unit, phrase: Range) -> bool:
    return bool(unit.roles[phrase[0]] & (r.OBLIQUE | r.DATIVE_TOO))


def _is_bare(unit: Unit, phrase: Range) -> bool:
    """Whether a phrase is a name or a noun without an article."""
    return bool(unit.roles[phrase[0]] & r.CAPITAL and not unit.roles[phrase[0]] & r.DETERMINER)


def is_object(unit: Unit, phrase: Range) -> bool:
    """Whether a phrase with an article in another case is no subject: “Den Ausstieg kündigte Kern an”."""
    first = unit.roles[phrase[0]]
    return bool(first & r.OBLIQUE and first & r.DETERMINER) and phrase[1] > phrase[0] + 1


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
    if not unit.at(left) & r.COMMA or left < 1:
        return None
    begin = sentence_begin(unit, left)
    first = unit.right_edge(begin - 1)
    if first >= left or not roles[first] & r.COMMA:
        return None
    return _subordinate(unit, unit.left_edge(left)) or _first_apart(unit, begin, first, left)


def _first_apart(unit: Unit, begin: int, first: int, left: int) -> Range | None:
    """The same where the phrase begins the sentence; `first` is the comma behind it."""
    roles = unit.roles
    found = phrase_at(unit, begin + 1, first) if roles[begin] & r.AS else subject_before(unit, begin, first)
    if found is None or past_modifiers(unit, found[1], first) != first or _is_pronoun(unit, found):
        return None
    found = found[0], first
    return (found[0], left) if _is_role_and_name(unit, found, left) else found


def _subordinate(unit: Unit, edge: int) -> Range | None:
    """The subject that fills a dependent clause up to a comma: “Es hieß, *als Kern*, der Chef, warnte”."""
    begin = next(
        (k for k in range(edge - 1, unit.left_edge(edge) + 1, -1) if unit.roles[k] & (r.SUBORDINATOR | r.AS)), -1
    )
    found = phrase_at(unit, begin + 1, edge) if begin > 0 and not unit.roles[begin] & r.CAPITAL else None
    return found if found is not None and found[1] == edge and not _is_pronoun(unit, found) else None


def past_modifiers(unit: Unit, at: int, high: int) -> int:
    """Behind the phrases with prepositions that follow a noun: “der Sprecher | in Nordholm”."""
    while at < high and unit.roles[at] & r.PREPOSITION and not unit.roles[at] & r.CAPITAL:
        inner = phrase_at(unit, at + 1, high)
        if inner is None:
            return at
        at = inner[1]
    return at


def _is_pronoun(unit: Unit, phrase: Range) -> bool:
    first = unit.roles[phrase[0]]
    return phrase[1] - phrase[0] == 1 and bool(first & r.PRONOUN) and not first & r.CAPITAL


def _is_role_and_name(unit: Unit, found: Range, left: int) -> bool:
    """Whether nothing but a name stands between a role and a comma: “Der Minister, Jan Kern, sagte”."""
    first = found[1]
    named = unit.right_edge(first) == left and first + 1 < left <= first + 1 + _LONGEST_NAME
    if not named or not unit.roles[found[0]] & r.DETERMINER:
        return False
    return all(unit.roles[k] & r.CAPITAL for k in range(first + 1, left))


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
    first = _first_of_row(unit, low, k)
    return (first, at) if first < at else None


def _first_of_row(unit: Unit, low: int, k: int) -> int:
    """The first token of the nouns that end with the one at `k`, with what joins them: “der Sprecher der Stadt”."""
    roles = unit.roles
    while True:
        k = unit.back(k + 1, low, r.CAPITAL | r.NUMBER, unless=r.LONG | r.PREPOSITION) - 1
        while k >= low and not roles[k] & _NO_ADJECTIVE and unit.low[k].endswith(unit.words.adjective_endings):
            k -= 1
        determiner = k >= low and roles[k] & r.DETERMINER and not roles[k] & r.LONG
        joins = r.GENITIVE if determiner else r.BELONGS
        if k < low or not _noun_before(unit, low, k) or not roles[k] & joins:
            return k if determiner else k + 1
        k -= 1


def _noun_before(unit: Unit, low: int, k: int) -> bool:
    before = unit.roles[k - 1]
    return k > low and bool(before & r.CAPITAL) and not before & (r.DETERMINER | r.PREPOSITION)


def origin_before(unit: Unit, at: int) -> int:
    """The "von" of “die von Kern genannten Zahlen” before a participle, -1 where there is none."""
    for by in range(at - 2, max(-1, at - _FARTHEST_ORIGIN), -1):
        if unit.roles[by] & r.ORIGIN and unit.roles[by] & r.BELONGS:
            return by
    return -1
