"""A quotation without a verb of saying: “Kern greift den Vorstand an: “…””, “Kern dazu: “…””."""

from __future__ import annotations

from claimcheck.extract.attributions.grammar import verb_like
from claimcheck.extract.attributions.phrases import Range, phrase_at
from claimcheck.extract.attributions.reader import Reader
from claimcheck.extract.attributions.speakers import speaks
from claimcheck.extract.attributions.subjects import subject_after
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r

_CERTAIN_SPEECH, _SENTENCE_OF_SPEECH = 60, 25


def lead(reader: Reader) -> None:
    """Adds the first quotation of a unit that a clause with some other verb leads up to."""
    unit = reader.unit
    roles = unit.roles
    if not unit.bits & r.LONG:
        return
    for at in range(2, unit.count):
        if not roles[at] & r.LONG or not roles[at - 1] & r.COLON or at in reader.used:
            continue
        size = unit.ends[at] - unit.starts[at]
        ends = unit.text[unit.ends[at] - 2] in ".!?"
        first = unit.left_edge(at - 1) + 1
        source = phrase_at(unit, first, at - 1)
        if source is not None and _only_adverbs(unit, first, source[1], at - 1):
            reader.quote(source, None, at)  # "Kern dazu: „…“"
            return
        if size < _SENTENCE_OF_SPEECH or (size < _CERTAIN_SPEECH and not ends):
            continue
        source = _behind_verb(unit, first, at - 1) if source is None or roles[first] & r.ADVERB else source
        if source is None:
            continue
        behind = source[1]
        named = behind < at - 1 and not roles[source[0]] & (r.NOBODY | r.NUMBER)
        if named and (source[0] > first or _verb(unit, behind)):
            reader.quote(source, None, at)
            return


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
