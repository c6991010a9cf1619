"""“…”, so Kern · …, so Kern · Headlines of the kind “Kern: …” and “Gericht: …”."""

from __future__ import annotations

from claimcheck.extract.attributions.phrases import phrase_at
from claimcheck.extract.attributions.reader import Reader
from claimcheck.extract.attributions.said import Said
from claimcheck.extract.attributions.tail import tail
from claimcheck.languages import voice_roles as r

_LONGEST_LABEL = 6
_LONGEST_NAME = 3
_MOST_CUES = 40


def asides(reader: Reader) -> None:
    """Adds every “…, so Kern”."""
    unit = reader.unit
    roles = unit.roles
    if not unit.bits & r.SO:
        return
    marked = [at for at, role in enumerate(roles) if role & r.SO]
    for at in marked[:_MOST_CUES]:
        if at == 0 or not roles[at - 1] & (r.COMMA | r.LONG | r.DASH) or reader.covered(at):
            continue
        right = unit.right_edge(at)
        source = phrase_at(unit, at + 1, right)
        if source is None or not roles[at + 1] & (r.CAPITAL | r.DETERMINER | r.PRONOUN):
            continue
        noun = roles[source[1] - 1] & (r.CAPITAL | r.CLOSE)
        if noun and not unit.any(source[1], right, r.VERBAL | r.THAT | r.TO):
            tail(reader, Said(at, at - 1, right, 0, source, first=True))


def headline(reader: Reader) -> None:
    """Adds what stands behind the colon of a headline, where a speaker stands before it."""
    unit = reader.unit
    roles = unit.roles
    colon = next((k for k in range(1, min(_LONGEST_LABEL + 1, unit.count - 1)) if roles[k] & r.COLON), 0)
    if not colon or not all(roles[k] & r.CAPITAL and not roles[k] & (r.QUOTE | r.NUMBER) for k in range(colon)):
        return
    label = roles[colon - 1] & (r.HEADLINE | r.ANONYMOUS) or any(
        unit.low[k].endswith(unit.words.role_endings) for k in range(colon)
    )
    whole = roles[colon + 1] & r.QUOTE and colon + 2 == unit.count
    if roles[colon + 1] & r.LONG or whole:
        if label or colon <= _LONGEST_NAME:
            reader.quote((0, colon), None, colon + 1)
    elif label:
        reader.clause((0, colon), None, colon + 1, unit.count)
