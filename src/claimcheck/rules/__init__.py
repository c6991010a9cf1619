"""Rules as data: loaded from YAML, applied to what is linked (`apply`), tested by their own examples (`examples`)."""

from __future__ import annotations

from claimcheck.rules.load import load, shipped
from claimcheck.rules.rule import Example, Rule

__all__ = ["Example", "Rule", "load", "shipped"]
