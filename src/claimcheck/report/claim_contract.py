"""A claim as plain values, in the shape of schema claimcheck.report/1."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.model import Claim, Duration, Measure, Period, Span, Value
from claimcheck.model.claim import About, Argument, Attribution, Label, Noun, Part, Relation, Slot
from claimcheck.model.interval import Interval, possible

if TYPE_CHECKING:
    from claimcheck.report import claim_shape

# A JSON reader holds numbers as doubles; beyond their range there is nothing true to write.
_LARGEST_EXPONENT = 300


def claim_dict(claim: Claim) -> claim_shape.ClaimShape:
    """One claim."""
    return {
        "id": claim.id,
        "type": claim.type,
        "span": span_dict(claim.span),
        "text": claim.text,
        "value": _value(claim.value),
        "about": None if claim.about is None else _about(claim.about),
        "voice": {"author": True} if claim.voice is None else {"attribution": claim.voice},
        "modality": claim.modality,
    }


def _value(value: Value) -> claim_shape.ValueShape:
    if isinstance(value, Period):
        return {"start": day(value.start), "end": day(value.end), "grain": value.grain, "edtf": value.edtf}
    if isinstance(value, Duration):
        return {"iso": value.iso, "low_iso": value.low_iso, "high_iso": value.high_iso}
    if isinstance(value, Attribution):
        return {
            "mode": value.mode,
            "source": _part(value.source),
            "cue": _part(value.cue),
            "content": _text(value.content.span, value.content.text),
            "source_kind": value.source_kind,
            "resolved": value.resolved,
        }
    if isinstance(value, Relation):
        return {
            "predicate": value.predicate,
            "former": value.former,
            "arguments": {role: _argument(each) for role, each in reversed(value.arguments)},
        }
    return {"key": value.key} if isinstance(value, Label) else _measure(value)


def _text(span: Span, text: str) -> claim_shape.PartShape:
    return {"start": span.start, "end": span.end, "text": text}


def _part(part: Part | None) -> claim_shape.PartShape | None:
    return None if part is None else _text(part.span, part.text)


def _argument(each: Argument) -> claim_shape.ArgumentShape:
    return {
        "start": each.span.start,
        "end": each.span.end,
        "text": each.text,
        "entity": each.entity,
        "implied": each.implied,
    }


def _about(about: About) -> claim_shape.AboutShape:
    return {
        "entities": [_argument(each) for each in about.entities],
        "measure": None if about.measure is None else about.measure.text,
        "of": None if about.of is None else about.of.text,
        "time": None if about.time is None else span_dict(about.time),
        "place": None if about.place is None else _argument(about.place),
        "qualifiers": list(about.qualifiers),
        "owner": None if about.owner is None else _argument(about.owner),
        "concept": None if about.measure is None else _concept(about.measure),
        "bearer": None if about.bearer is None else _argument(about.bearer),
        "slots": {
            "measure": _evidence(about, "measure", about.measure),
            "of": _evidence(about, "of", about.of),
            "owner": _evidence(about, "owner", about.owner),
            "time": _evidence(about, "time", about.time),
            "place": _evidence(about, "place", about.place),
        },
    }


def _evidence(about: About, slot: Slot, value: object) -> claim_shape.Evidence:
    """Whether the clause itself fills a slot, or what was said before, or nothing."""
    return "unknown" if value is None else "carried" if slot in about.carried else "stated"


def _concept(noun: Noun) -> claim_shape.ConceptShape | None:
    """The concept a measure names, and the words that say so."""
    if noun.kind is None:
        return None
    return {"id": noun.kind, "start": noun.span.start, "end": noun.span.end}


def _measure(value: Measure) -> claim_shape.MeasureShape:
    allowed = possible(value) if _writable(value.number) else Interval(None, None)
    hedged = value.number is not None and value.hedge is not None
    plain: claim_shape.MeasureShape = {
        "number": _number(value.number),
        "unit": value.unit,
        "low": _number(allowed.low if hedged else value.low),
        "high": _number(allowed.high if hedged else value.high),
        "hedge": value.hedge,
        "interval": {"low": _number(allowed.low), "high": _number(allowed.high)},
    }
    if value.noun is not None:
        plain["noun"] = value.noun
    if value.per is not None:
        plain["per"] = {"number": _number(value.per.number), "unit": value.per.unit, "noun": value.per.noun}
    if value.fraction is not None:
        plain["fraction"] = list(value.fraction)
    return plain


def _number(number: Decimal | None) -> int | float | None:
    if number is None or not _writable(number):
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _writable(number: Decimal | None) -> bool:
    return number is None or number.adjusted() <= _LARGEST_EXPONENT


def day(day: date | None) -> str | None:
    """YYYY-MM-DD."""
    return None if day is None else day.isoformat()


def span_dict(span: Span) -> claim_shape.SpanShape:
    """The two offsets."""
    return {"start": span.start, "end": span.end}
