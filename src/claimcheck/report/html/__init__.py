"""The report as a page to work through: one file that needs no network, with every claim marked and to be ticked off.

Text of an article is written by jinja2 with escaping always on, and passes `safe()` before: no template can forget
either. Scripts and styles run only by their hash, and nothing may be loaded from anywhere.
"""

from __future__ import annotations

import os
from base64 import b64encode
from hashlib import sha256
from json import dumps
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from claimcheck.errors import faults
from claimcheck.ledger import beside
from claimcheck.ledger.file import plain
from claimcheck.ledger.identity import LENGTH, identities, standing
from claimcheck.read import STANDARD_INPUT, file_of
from claimcheck.report.foot import coverage_lines, result_line
from claimcheck.report.html.shared import Shared
from claimcheck.report.html.view import Sheet, View
from claimcheck.report.words import safe, safe_json
from claimcheck.report.written import written

if TYPE_CHECKING:
    from claimcheck.model import Report
    from claimcheck.report.words import Words

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
