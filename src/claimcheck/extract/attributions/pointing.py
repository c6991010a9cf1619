"""The sentence before as somebody's words: “Das Werk schließt. Das bestätigte eine Sprecherin.”"""

from __future__ import annotations

from claimcheck.extract.attributions.reader import Found, Reader
from claimcheck.extract.attributions.said import Said
from claimcheck.extract.attributions.speakers import speaks
from claimcheck.extract.attributions.subjects import subject_after
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r
from claimcheck.model import Span


def pointing(reader: Reader, said: list[Said], before: Span) -> None:
    """Adds the sentence `before` if the unit does nothing but say whose words it is."""
    unit = reader.unit
    if unit.count < 3 or not unit.roles[0] & r.POINTING:
        return
    for each in said:
        source = _speaker(unit, each)
        if source is not None:
            reader.found.append(Found("indirect", source, each.cue, before.start, before.end))
            return


def _speaker(unit: Unit, said: Said) -> tuple[int, int] | None:
    roles = unit.roles
    verb = 1 if said.at > 1 and roles[1] & r.HAVE else said.at
    if said.takes & r.T_FROM and said.source is not None and verb == 1:
        return said.source  # "Das geht aus dem Bericht hervor"
    if verb != 1 or said.mood or not said.takes & (r.T_TAIL | r.T_THAT) or unit.any(1, said.right, r.NEGATION | r.TO):
        return None
    source = subject_after(unit, verb + 1, said.right)
    if source is None or source[0] == said.at or not speaks(unit, source, sure=True):
        return None
    return source
