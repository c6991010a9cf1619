"""claimcheck: typed claims and provable contradictions in news articles.

    report = claimcheck.check(["draft.md"], date="2025-06-19")
    document = claimcheck.Document.from_text("…", path="a.txt", language="de", published="2025-06-19")
    document = claimcheck.read("page.html")
    claims = claimcheck.extract(document)
    claimcheck.to_dict(report)

The names are loaded when they are first asked for, so that importing the package costs next to nothing.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

from claimcheck.version import VERSION

if TYPE_CHECKING:
    from claimcheck.errors import DataError
    from claimcheck.model import Claim, Document, Finding, Report
    from claimcheck.pipeline import check, compare, extract
    from claimcheck.read import read
    from claimcheck.report.contract import to_dict

__version__ = VERSION
__all__ = ["Claim", "DataError", "Document", "Finding", "Report", "check", "compare", "extract", "read", "to_dict"]

_HOMES = {
    "Claim": "claimcheck.model.claim",
    "DataError": "claimcheck.errors",
    "Document": "claimcheck.model.document",
    "Finding": "claimcheck.model.comparison",
    "Report": "claimcheck.model.report",
    "check": "claimcheck.pipeline",
    "compare": "claimcheck.pipeline",
    "extract": "claimcheck.pipeline",
    "read": "claimcheck.read",
    "to_dict": "claimcheck.report.contract",
}


class _Package(ModuleType):
    """Keeps a public name when a subpackage of the same name (`extract`) is imported and would take its place."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    __import__(_HOMES[name])
    return getattr(sys.modules[_HOMES[name]], name)
