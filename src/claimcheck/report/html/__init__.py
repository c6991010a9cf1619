"""The report as a page to work through: one file that needs no network, with every claim marked and to be ticked off.

Text of an article is written by jinja2 with escaping always on, and passes `safe()` before: no template can forget
either. Scripts and styles run only by their hash, and nothing may be loaded from anywhere.
"""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from json import dumps
from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from claimcheck.errors import faults
from claimcheck.ledger import beside, plain
from claimcheck.ledger.identity import LENGTH, identities, standing
from claimcheck.link.across.facts import Fact, alone
from claimcheck.model import Article, Span
from claimcheck.read import STANDARD_INPUT, file_of
from claimcheck.report.foot import coverage_lines, result_line
from claimcheck.report.html.view import Sheet, View
from claimcheck.report.words import safe, safe_json
from claimcheck.report.written import written

if TYPE_CHECKING:
    from claimcheck.model import Report
    from claimcheck.report.words import Words


Link = tuple[str, str]
"""Where a link leads, and its words."""


class SharedRow(NamedTuple):
    """A fact with what each article says of it: its wordings once each, none where it does not speak of it."""

    fact: Fact
    cells: tuple[tuple[Link, ...], ...]


class Shared:
    """The facts that two or more articles tell."""

    def __init__(self, view: View) -> None:
        self.view = view

    def rows(self) -> Iterator[SharedRow]:
        """A row a fact, those in conflict first."""
        for fact in self.view.facts:
            yield SharedRow(fact, tuple(self._cell(fact, path) for path in self.view.ids))

    def only(self, article: Article) -> tuple[Link, ...]:
        """The numbers that only this article has."""
        path = article.document.path
        return tuple(self._link(path, each.span, each.text) for each in alone(article, self.view.facts))

    def _cell(self, fact: Fact, path: str) -> tuple[Link, ...]:
        said: dict[str, Link] = {}
        for end in fact.of(path):
            link = self._link(path, end.span, end.text)
            said.setdefault(link[1], link)
        return tuple(said.values())

    def _link(self, path: str, span: Span, text: str) -> Link:
        return self.view.target(path, span.start), " ".join(text.split())


_FOLDER = os.path.dirname(__file__)


def report(result: Report, words: Words) -> str:
    """The page; the same report gives the same bytes."""
    view = View(result, words)
    sheets = tuple(view.sheets())
    style, script = _asset("sheet.css"), _asset("sheet.js")
    return (
        _environment()
        .get_template("sheet.html")
        .render(
            words=words,
            result=result,
            shared=Shared(view),
            has_ledger=_has_ledger,
            sheets=sheets,
            problems=faults(result.problems),
            result_line=result_line(result, words),
            foot=tuple(coverage_lines(result, view.quoting.files, words)),
            style=Markup(style),
            script=Markup(script),
            policy=_policy(style, script),
            data=Markup(_data(sheets, words)),
        )
    )


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["lines"] = _lines
    return environment


def _shown(value: Any) -> Any:
    """Text as it is safe to show; what is markup already stays."""
    return safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _lines(text: str) -> Markup:
    """The text with its line ends, for what is no running text."""
    return Markup("<br>").join(map(safe, text.splitlines()))


def _asset(name: str) -> str:
    with open(os.path.join(_FOLDER, name), encoding="utf-8", newline="") as stream:
        return stream.read()


def _policy(style: str, script: str) -> str:
    """What the page may do: its own style and script, and nothing else."""
    sources = {
        "default-src": "'none'",
        "style-src": _hash(style),
        "script-src": _hash(script),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {source}" for name, source in sources.items())


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _data(sheets: tuple[Sheet, ...], words: Words) -> str:
    """What the script has to know, as JSON that cannot end its element."""
    notation = written(words)
    told = {
        "articles": [_known(sheet) for sheet in sheets],
        "day": {"format": notation.write.format, "months": notation.write.months},
        "words": {key: words(f"sheet {key}") for key in _SCRIPT_WORDS},
    }
    return safe_json(dumps(told, ensure_ascii=False)).replace("<", "\\u003c")


_SCRIPT_WORDS = (
    "ticked", "no name", "incomplete", "imported", "not imported", "no ledger", "lapsed", "not kept", "exported",
)  # fmt: skip


def _has_ledger(sheet: Sheet) -> bool:
    """Whether ticks can be saved for the article: beside standard input, or one among many in a file, is no place."""
    path = sheet.article.document.path
    return path != STANDARD_INPUT and file_of(path) == path


def _known(sheet: Sheet) -> dict[str, object]:
    """What is to be ticked in an article, and what is already: in the terms of the ledger."""
    path = sheet.article.document.path
    known = identities(sheet.article)
    ticks = standing(sheet.article).ticks
    return {
        "id": sheet.id,
        "path": path,
        "draft": sha256("\n".join(each.claim for each in known).encode()).hexdigest()[:LENGTH],
        "file": os.path.basename(beside(path)) if _has_ledger(sheet) else None,
        "claims": [{"id": row.id, **each._asdict()} for row, each in zip(sheet.rows, known, strict=True)],
        "ticks": [{**plain(each.tick), "lapse": each.lapse} for each in ticks],
    }
