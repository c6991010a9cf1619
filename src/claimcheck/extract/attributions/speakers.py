"""What kind of speaker a source is, and whether it surely is one."""

from __future__ import annotations

from claimcheck.extract.attributions.phrases import Range
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r
from claimcheck.model.attribution import SourceKind

_NO_NAME = r.DETERMINER | r.DAY | r.NOUN | r.SAYING | r.ANONYMOUS | r.HEADLINE | r.PRONOUN | r.PREPOSITION
_NAME_SIZES = (2, 3)


def kind(unit: Unit, source: Range | None) -> SourceKind:
    """named, role, pronoun, anonymous or none."""
    if source is None:
        return "none"
    first, last = source
    roles = unit.roles
    if last - first == 1 and roles[first] & r.PRONOUN and not (roles[first] & r.CAPITAL and first > 0):
        return "pronoun"
    if last - first == 1 and roles[first] & r.WHOSE:
        return "pronoun"
    if unit.any(first, last, r.ANONYMOUS):
        return "anonymous"
    names = [k for k in range(first, last) if roles[k] & r.CAPITAL and not roles[k] & (r.DETERMINER | r.TITLE)]
    if not names:
        return "role" if roles[first] & r.DETERMINER else "anonymous"
    if len(names) == 1:
        word = unit.text[unit.starts[names[0]] : unit.ends[names[0]]]
        common = roles[names[0]] & r.HEADLINE or unit.low[names[0]].endswith(unit.words.role_endings)
        if common or (roles[first] & r.DETERMINER and not word[1:2].isupper()):
            return "role"
    return "named"


def named(unit: Unit, source: Range) -> Range | None:
    """The name that stands beside a role: “der Sprecher der Stadt, Jan Kern, …”; None where there is none."""
    roles, first = unit.roles, source[1] + 1
    if first >= unit.count or not roles[source[1]] & r.COMMA or not roles[source[0]] & r.DETERMINER:
        return None
    end = first
    while end < unit.count and roles[end] & r.CAPITAL and not roles[end] & (_NO_NAME | r.QUOTE):
        end += 1
    closed = end == unit.count or roles[end] & (r.COMMA | r.STOP | r.COLON | r.OPEN | r.LONG)
    return (first, end) if end - first in _NAME_SIZES and closed and kind(unit, source) in ("role", "named") else None


def speaks(unit: Unit, source: Range, *, sure: bool) -> bool:
    """Whether a subject is somebody who can go on speaking; `sure`: its verb says so."""
    first = unit.roles[source[0]]
    if first & (r.GENERIC | r.QUESTION | r.NUMBER) or (source[1] - source[0] == 1 and first & (r.NOBODY | r.RELATIVE)):
        return False
    if unit.any(*source, r.ANONYMOUS | r.HEADLINE):
        return True
    which = kind(unit, source)
    if which != "role" and not (source[1] - source[0] == 1 and which == "named"):
        return which != "anonymous" or sure
    if any(unit.low[k].endswith(unit.words.role_endings) for k in range(*source)):
        return True
    thing = unit.low[source[1] - 1].endswith(unit.words.thing_endings) if unit.words.thing_endings else False
    return not thing and (sure or which == "named")
