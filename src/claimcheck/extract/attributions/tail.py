"""What stands before its cue: “…”, sagte Kern · …, sagte Kern, … · wie Kern sagte · …, so Kern · Kern: “…”."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.extract.attributions.grammar import has_object, infinitive_end, main_clause, main_verb, verb_like
from claimcheck.extract.attributions.phrases import Range, is_possessive, phrase_at
from claimcheck.extract.attributions.reader import Reader, Said
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r


class _Before(NamedTuple):
    """What stands before a cue: the tokens from `begin` up to `last`, the first word in them.

    `quoted`: a quotation ends it · `more`: the sentence goes on behind the clause of the cue.
    """

    begin: int
    last: int
    first: int
    quoted: bool
    more: bool


def tail(reader: Reader, said: Said) -> None:
    """Adds what ends at the left edge of a cue's clause, and what goes on behind it."""
    unit, right = reader.unit, said.right
    before = _before(unit, said)
    if before.last <= before.begin or _untold(unit, said, before):
        return
    if not _begun(unit, said, before) and not _is_sentence(unit, before):
        if unit.roles[right - 1] & r.LONG or unit.at(right) & r.COLON:
            _more(reader, said)  # "Auf die Frage, ob er gehe, antwortete Kern: „…“"
        return
    if _ends_in_quote(unit, before):
        _quotes(reader, said, before)
    elif _goes_on(unit, said, before):
        reader.clause(said.source, said.cue, before.begin, unit.part_end(right))
        return
    elif not _is_topic(unit, said, before):
        reader.clause(said.source, said.cue, before.begin, before.last)
    _more(reader, said)


def _is_sentence(unit: Unit, before: _Before) -> bool:
    """Whether what stands before a cue is more than phrases and clauses that depend on another."""
    if unit.words.verb_second:
        return main_verb(unit, before.begin, before.last)
    return unit.any(before.begin, before.last, r.LONG) or main_clause(unit, before.begin, before.last)


def _goes_on(unit: Unit, said: Said, before: _Before) -> bool:
    """Whether the words before a cue go on behind its clause."""
    if not before.more or _is_topic(unit, said, before):
        return False
    return bool(unit.roles[said.right + 1] & r.THAT) or not _finished(unit, said, before)


def _quotes(reader: Reader, said: Said, before: _Before) -> None:
    reader.quote(said.source, said.cue, before.last - 1)
    for k in range(before.begin, before.last - 1):
        if reader.unit.roles[k] & r.LONG:
            reader.quote(said.source, said.cue, k)


def _before(unit: Unit, said: Said) -> _Before:
    roles, edge, right = unit.roles, said.left, said.right
    begin, last = unit.begin(edge), edge if roles[edge] & (r.COMMA | r.DASH) else edge + 1
    more = right + 1 < unit.count and bool(roles[right] & r.COMMA)
    return _Before(begin, last, begin + bool(unit.at(begin) & r.OPEN), bool(roles[last - 1] & r.LONG), more)


def _untold(unit: Unit, said: Said, before: _Before) -> bool:
    """Whether the words are the author's: “Wenn Sie mehr wissen wollen, empfehlen wir …”, or the cue is reported.

    They are so too before a verb that is negated, or has an object of its own: “When the talks ended, Kern said no.”
    """
    if unit.any(said.at, said.right, r.NEGATION):
        return True
    if before.quoted:
        return False
    if _told_behind(unit, said, before) if unit.words.verb_second else _has_object(unit, said):
        return True
    of_author = said.source is not None and unit.roles[said.source[0]] & r.FIRST_PERSON
    return said.mood or bool(of_author and unit.roles[before.first] & r.SUBORDINATOR)


def _told_behind(unit: Unit, said: Said, before: _Before) -> bool:
    """Whether what is said stands behind the cue, what is before only leads to it: “Da es regnet, sagt er, dass …”."""
    if not before.more or not said.takes & (r.T_THAT | r.T_TO):
        return False
    first = said.right + 1
    if unit.roles[first] & r.THAT:
        return _aside(unit, before.first)
    return said.passive and bool(infinitive_end(unit, first, unit.count))


def _has_object(unit: Unit, said: Said) -> bool:
    """The same of an object; not whom something is told, nor the subject in “…, said Kern”."""
    inverted = said.source is not None and said.source[0] > said.at
    return not inverted and not said.takes & r.T_PERSON and has_object(unit, said.at)


def _alone(unit: Unit, said: Said, before: _Before) -> bool:
    """Whether nothing bounds a clause in what stands before the edge."""
    return unit.right_edge(before.begin - 1) == said.left


def _begun(unit: Unit, said: Said, before: _Before) -> bool:
    """Whether the words before the cue are the beginning of a clause that goes on behind it."""
    if not before.more or not _alone(unit, said, before):
        return False
    return _short(unit, said) or not _aside(unit, before.first)


def _ends_in_quote(unit: Unit, before: _Before) -> bool:
    begin, at = before.begin, before.last - 1
    whole = unit.roles[at] & r.QUOTE and at == begin
    return bool(before.quoted or whole) and not in_clause(unit, begin, at)


def _is_topic(unit: Unit, said: Said, before: _Before) -> bool:
    """“As for the plant, Kern said, “…””."""
    if not before.more or not unit.roles[said.right + 1] & r.LONG or not _aside(unit, before.first):
        return False
    return not any(unit.roles[k] & r.VERBAL and not is_possessive(unit, k) for k in range(before.begin, before.last))


def _finished(unit: Unit, said: Said, before: _Before) -> bool:
    """Whether what stands before a cue is a sentence of its own, although the sentence goes on behind the cue."""
    begin, last = before.begin, before.last
    if not unit.any(begin, last, r.VERBAL | r.LONG) or _interrupted(unit, begin, last, said.right):
        return False
    depends = unit.roles[before.first] & r.SUBORDINATOR and _alone(unit, said, before)
    return not depends or main_verb(unit, begin, last)


def _aside(unit: Unit, first: int) -> bool:
    """Whether a part of a sentence may belong to the clause with the cue: “In his speech, Kern urged …”."""
    return bool(unit.roles[first] & (r.SUBORDINATOR | r.PREPOSITION)) and not unit.roles[first] & r.DETERMINER


def _short(unit: Unit, said: Said) -> bool:
    """Whether a clause is no more than who speaks, and when or where."""
    k = max(said.at + 1, said.source[1] if said.source is not None else 0)
    return not unit.any(k, said.right, r.TO | r.THAT | r.PRONOUN | r.OBLIQUE) and (
        k >= said.right or bool(unit.roles[k] & (r.PREPOSITION | r.ADVERB | r.DAY))
    )


def _interrupted(unit: Unit, begin: int, last: int, right: int) -> bool:
    """Whether what follows is the rest of the clause before: it has no verb, and that clause was no more than begun."""
    roles, end = unit.roles, unit.right_edge(right)
    if roles[right + 1] & (r.CONJUNCTION | r.RELATIVE & ~r.DETERMINER | r.PREPOSITION | r.LONG | r.ADVERB):
        return False
    if roles[right + 1] & (r.CAPITAL | r.DETERMINER) and not roles[last - 1] & r.PASSIVE:
        return False  # "…, sagte Kern, der Chef der Stadt"
    if unit.any(right + 1, end, r.VERBAL | r.CUE) or any(verb_like(unit, k) for k in range(right + 1, end)):
        return False
    alone = unit.right_edge(begin - 1) == last and not unit.any(begin, last - 1, r.VERBAL)
    return alone and last > begin and bool(roles[last - 1] & (r.VERBAL | r.CUE))


def in_clause(unit: Unit, begin: int, at: int) -> bool:
    """Whether the quotation at `at` is a part of a clause rather than a sentence of its own."""
    if at <= begin or not unit.any(begin, at, r.VERBAL | r.CUE):
        return False
    return not unit.roles[at - 1] & (r.COLON | r.COMMA | r.LONG)


def _more(reader: Reader, said: Said) -> None:
    """The second half of an interrupted quotation: …, sagte Kern, “…” · …, sagte Kern: “…”"""
    unit = reader.unit
    k = said.right
    while k < unit.count and not _stops(unit, k):
        k += 1
    if k < unit.count and unit.roles[k] & r.LONG and k not in reader.used:
        reader.quote(said.source, said.cue, k)
    elif said.right < unit.count and unit.roles[said.right] & r.COLON:
        reader.clause(said.source, said.cue, said.right + 1, unit.count)


def _stops(unit: Unit, at: int) -> bool:
    """Whether no second half of a quotation follows a token: a verb, but no participle ("referring to the plan")."""
    role = unit.roles[at]
    if role & r.CUE and not role & r.VERBAL:
        return any(form & ~r.F_GERUND for form, _, _ in unit.words.cues[unit.low[at]])
    return bool(role & (r.LONG | r.VERBAL | r.SEMICOLON))


def as_said(reader: Reader, said: Said) -> None:
    """…, wie Kern sagte · Wie Kern sagte, … · …, wie Kern sagte, …"""
    unit, left, right = reader.unit, said.left, said.right
    if said.source is not None and unit.roles[said.source[0]] & (r.FIRST_PERSON | r.GENERIC):
        return
    if left < 0 or unit.roles[left] & r.BREAK:
        reader.clause(said.source, said.cue, right + 1, unit.part_end(right + 1))
        return
    begin = unit.begin(left)
    if unit.roles[begin] & r.SUBORDINATOR:
        begin = _main_clause(unit, begin, left)
    last = left if unit.roles[left] & r.COMMA else left + 1
    if unit.roles[last - 1] & r.LONG and not in_clause(unit, begin, last - 1):
        reader.quote(said.source, said.cue, last - 1)
        return
    interrupted = unit.at(right) & r.COMMA and not unit.any(begin, last, r.VERBAL)
    reader.clause(said.source, said.cue, begin, unit.part_end(right) if interrupted else last)


def _main_clause(unit: Unit, begin: int, high: int) -> int:
    """Where the main clause behind one that depends begins: at a comma that a verb follows."""
    k = unit.right_edge(begin)
    while k < high:
        if unit.roles[k] & r.COMMA and (unit.roles[k + 1] & (r.VERBAL | r.CUE) or not unit.roles[k + 1]):
            return k + 1
        k = unit.right_edge(k)
    return begin


_LONGEST_LABEL = 6
_LONGEST_NAME = 3
_MOST_CUES = 40


def asides(reader: Reader) -> None:
    """Adds every “…, so Kern”."""
    unit = reader.unit
    if not unit.bits & r.SO:
        return
    marked = [at for at, role in enumerate(unit.roles) if role & r.SO]
    for at in marked[:_MOST_CUES]:
        if unit.at(at - 1) & (r.COMMA | r.LONG | r.DASH) and not reader.covered(at):
            right = unit.right_edge(at)
            source = _beside(unit, at + 1, right)
            if source is not None:
                tail(reader, Said(at, at - 1, right, 0, source, first=True))


def _beside(unit: Unit, at: int, right: int) -> Range | None:
    """The speaker that begins at a token, if a noun ends it and no verb follows."""
    source = phrase_at(unit, at, right)
    if source is None or unit.roles[at] & r.QUOTE or not unit.roles[at] & (r.CAPITAL | r.DETERMINER | r.PRONOUN):
        return None
    noun = unit.roles[source[1] - 1] & (r.CAPITAL | r.CLOSE) or source[1] == right
    return source if noun and not unit.any(source[1], right, r.VERBAL | r.THAT | r.TO) else None


def headline(reader: Reader) -> None:
    """Adds what stands behind the colon of a headline, where a speaker stands before it."""
    unit = reader.unit
    colon = next((k for k in range(1, min(_LONGEST_LABEL + 1, unit.count - 1)) if unit.roles[k] & r.COLON), 0)
    if not colon or not all(_is_name(role) for role in unit.roles[:colon]):
        return
    label, after = _is_label(unit, colon), unit.roles[colon + 1]
    if not after & r.LONG and not (after & r.QUOTE and colon + 2 == unit.count):
        if label:
            reader.clause((0, colon), None, colon + 1, unit.count)
    elif label or colon <= _LONGEST_NAME:
        reader.quote((0, colon), None, colon + 1)


def _is_name(role: int) -> bool:
    return bool(role & r.CAPITAL) and not role & (r.QUOTE | r.NUMBER)


def _is_label(unit: Unit, colon: int) -> bool:
    """Whether what stands before a colon surely is somebody who speaks."""
    roles = unit.roles[colon - 1]
    return bool(roles & (r.HEADLINE | r.ANONYMOUS)) or any(
        unit.low[k].endswith(unit.words.role_endings) for k in range(colon)
    )
