"""The replacement that would make a statement true: the digits of a claim exchanged for others."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.checks.comparison import Mend, Write
from claimcheck.model import Claim, Measure, Span

DIGITS = re.compile(r"[0-9](?:[0-9]|[.,'’   ](?=[0-9]))*")


def mend(claim: Claim, number: Decimal, write: Write) -> tuple[Mend, ...]:
    """The claim with this number in its own scale ("500 million" to "480"); none where it is not in digits."""
    value = claim.value
    runs = list(DIGITS.finditer(claim.text[:200]))
    if not isinstance(value, Measure) or value.number is None or not value.number or len(runs) != 1:
        return ()
    shown = _shown(runs[0].group(), value.number)
    if shown is None:
        return ()
    span = Span(claim.span.start + runs[0].start(), claim.span.start + runs[0].end())
    return (Mend(span, write(number / shown)),)


def _shown(digits: str, number: Decimal) -> Decimal | None:
    """The power of ten between the digits and the number they stand for; None where the notation is unclear."""
    plain = re.sub(r"[^0-9]", "", digits)
    ratio = abs(number) / Decimal(plain) if plain.strip("0") else Decimal(0)
    if not ratio or ratio.normalize().as_tuple().digits != (1,):
        return None
    decimals = 0
    last = re.search(r"[.,]([0-9]{1,2})$", digits)
    if last:
        decimals = len(last.group(1))
    return ratio * Decimal(10) ** decimals
