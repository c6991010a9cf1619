"""A quotation without a verb of saying: “Kern greift den Vorstand an: “…””, “Kern dazu: “…””."""

from __future__ import annotations

from claimcheck.extract.attributions.grammar import verb_like
from claimcheck.extract.attributions.phrases import Range, phrase_at
from claimcheck.extract.attributions.reader import Reader
from claimcheck.extract.attributions.subjects import subject_after
from claimcheck.extract.attributions.unit import Unit
from claimcheck.extract.attributions.voice import speaks
from claimcheck.languages import voice_roles as r

_CERTAIN_SPEECH, _SENTENCE_OF_SPEECH = 60, 25


def lead(reader: Reader) -> None:
    """Adds the first quotation of a unit that a clause with some other verb leads up to."""
    unit = reader.unit
    if not unit.bits & r.LONG:
        return
    for at in range(2, unit.count):
        if unit.roles[at] & r.LONG and unit.roles[at - 1] & r.COLON and at not in reader.used:
            source = _leading_to(unit, at)
            if source is not None:
                reader.quote(source, None, at)
                return


def _leading_to(unit: Unit, quote: int) -> Range | None:
    """The speaker in the clause that ends with the colon before a quotation."""
    colon = quote - 1
    first = unit.left_edge(colon) + 1
    source = phrase_at(unit, first, colon)
    if source is not None and _only_adverbs(unit, first, source[1], colon):
        return source  # "Kern dazu: „…“"
    if not _is_speech(unit, quote):
        return None
    if source is None or unit.roles[first] & r.ADVERB:
        source = _behind_verb(unit, first, colon)
    return source if source is not None and _acts(unit, source, first, colon) else None


def _acts(unit: Unit, source: Range, first: int, colon: int) -> bool:
    if source[1] >= colon or unit.roles[source[0]] & (r.NOBODY | r.NUMBER):
        return False
    return source[0] > first or _verb(unit, source[1])


def _is_speech(unit: Unit, quote: int) -> bool:
    """Whether a quotation is long enough to be what somebody said, a shorter one if it is a sentence."""
    size = unit.ends[quote] - unit.starts[quote]
    least = _SENTENCE_OF_SPEECH if unit.text[unit.ends[quote] - 2] in ".!?" else _CERTAIN_SPEECH
    return size >= least


def _only_adverbs(unit: Unit, first: int, behind: int, colon: int) -> bool:
    """Whether a speaker and then nothing but adverbs stand before a colon."""
    roles = unit.roles
    if behind >= colon or first > 0 or roles[first] & (r.ADVERB | r.NOBODY):
        return False
    return all(roles[k] & r.ADVERB and not roles[k] & r.CAPITAL for k in range(behind, colon))


def _behind_verb(unit: Unit, first: int, colon: int) -> Range | None:
    """The subject behind the verb: “Hier spart Kern nicht mit Kritik: “…””."""
    if not unit.words.verb_second:
        return None
    verb = next((k for k in range(first + 1, colon) if _verb(unit, k) and not unit.roles[k] & r.CAPITAL), colon)
    source = subject_after(unit, verb + 1, colon)
    return source if source is not None and speaks(unit, source, sure=False) else None


def _verb(unit: Unit, at: int) -> bool:
    return bool(unit.roles[at] & (r.VERBAL | r.CUE)) or verb_like(unit, at)
