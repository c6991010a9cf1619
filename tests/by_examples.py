"""The shipped rules as their examples alone would have them: at their own level, whatever published articles say.

What a rule can find is tested with these; at which level it reports is what calibration decides.
"""

from __future__ import annotations

from claimcheck.rules import Rule, shipped

BY_EXAMPLES: tuple[Rule, ...] = tuple(
    rule._replace(quiet=(), maturity="stable" if rule.note else rule.maturity) for rule in shipped()
)
