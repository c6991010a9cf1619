"""The whole report as JSON in the shape of the published schema."""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps

from claimcheck.model import Report
from claimcheck.report.contract import document_dict, to_dict
from claimcheck.report.safe import safe_json
from claimcheck.report.words import Words

PLACE = '"documents": ['
INDENT = "\n    "


def report(result: Report, words: Words) -> str:
    """Indented JSON; the same report gives the same bytes."""
    return "".join(parts(result, words))


def parts(result: Report, words: Words) -> Iterator[str]:
    """The same text one article at a time: the claims of thousands of them are never in memory as JSON all at once."""
    del words
    shell = to_dict(result._replace(articles=tuple(each._replace(claims=()) for each in result.articles)))
    shell["documents"] = []
    head, place, tail = _text(shell).partition(PLACE)
    yield head + place
    for number, article in enumerate(result.articles):
        yield ("," if number else "") + INDENT + _text(document_dict(article)).replace("\n", INDENT)
    yield ("\n  " if result.articles else "") + tail + "\n"


def _text(value: object) -> str:
    return safe_json(dumps(value, ensure_ascii=False, indent=2, allow_nan=False))
