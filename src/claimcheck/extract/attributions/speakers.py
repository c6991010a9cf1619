"""What kind of speaker a source is, and whether it surely is one."""

from __future__ import annotations

from claimcheck.extract.attributions.phrases import Range
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r
from claimcheck.model.attribution import SourceKind

_NO_NAME = r.DETERMINER | r.DAY | r.NOUN | r.SAYING | r.ANONYMOUS | r.HEADLINE | r.PRONOUN | r.PREPOSITION
_NAME_SIZES = (2, 3)
_NAME_ENDS = r.COMMA | r.STOP | r.COLON | r.OPEN | r.LONG


def kind(unit: Unit, source: Range | None) -> SourceKind:
    """named, role, pronoun, anonymous or none."""
    if source is None:
        return "none"
    if _is_pronoun(unit, source):
        return "pronoun"
    if unit.any(*source, r.ANONYMOUS):
        return "anonymous"
    return _named_or_role(unit, source)


def _named_or_role(unit: Unit, source: Range) -> SourceKind:
    roles = unit.roles
    names = [k for k in range(*source) if roles[k] & r.CAPITAL and not roles[k] & (r.DETERMINER | r.TITLE)]
    determined = bool(roles[source[0]] & r.DETERMINER)
    if not names:
        return "role" if determined else "anonymous"
    return "role" if len(names) == 1 and _is_role(unit, names[0], determined=determined) else "named"


def _is_pronoun(unit: Unit, source: Range) -> bool:
    role = unit.roles[source[0]]
    if source[1] - source[0] != 1:
        return False
    return bool(role & r.WHOSE or (role & r.PRONOUN and not (role & r.CAPITAL and source[0] > 0)))


def _is_role(unit: Unit, at: int, *, determined: bool) -> bool:
    """Whether a noun says what somebody is; one behind an article does, unless it is written in capitals."""
    if unit.roles[at] & r.HEADLINE or unit.low[at].endswith(unit.words.role_endings):
        return True
    return determined and not unit.text[unit.starts[at] + 1 : unit.ends[at]][:1].isupper()


def named(unit: Unit, source: Range) -> Range | None:
    """The name that stands beside a role: “der Sprecher der Stadt, Jan Kern, …”; None where there is none."""
    first = source[1] + 1
    if first >= unit.count or not unit.roles[source[1]] & r.COMMA or not unit.roles[source[0]] & r.DETERMINER:
        return None
    end = unit.past(first, unit.count, r.CAPITAL, unless=_NO_NAME | r.QUOTE)
    if end - first not in _NAME_SIZES or (end < unit.count and not unit.roles[end] & _NAME_ENDS):
        return None
    return (first, end) if kind(unit, source) in ("role", "named") else None


def speaks(unit: Unit, source: Range, *, sure: bool) -> bool:
    """Whether a subject is somebody who can go on speaking; `sure`: its verb says so."""
    first, single = unit.roles[source[0]], source[1] - source[0] == 1
    if first & (r.GENERIC | r.QUESTION | r.NUMBER) or (single and first & (r.NOBODY | r.RELATIVE)):
        return False
    if unit.any(*source, r.ANONYMOUS | r.HEADLINE):
        return True
    which = kind(unit, source)
    if which == "role" or (single and which == "named"):
        return _is_speaker(unit, source, sure=sure or which == "named")
    return which != "anonymous" or sure


def _is_speaker(unit: Unit, source: Range, *, sure: bool) -> bool:
    if any(unit.low[k].endswith(unit.words.role_endings) for k in range(*source)):
        return True
    return sure and not unit.ends_with(source[1] - 1, unit.words.thing_endings)
