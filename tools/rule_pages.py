"""The pages of the rules, made from the rule files: one a rule, and one that lists them.

mkdocs calls `on_files` while it builds the documentation; `python tools/rule_pages.py FOLDER` writes the pages.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.report.rule_pages import counted, examples
from claimcheck.report.words import Words, words
from claimcheck.rules import Rule, shipped

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

LANGUAGE = "en"
PACKS = {
    "core": "In one article",
    "cross": "Between articles",
}
INTRODUCTION = """\
# All rules

Every page here is made from the file of its rule, which also is its test: what stands in the examples between `[[` and
`]]` is found, everything else stays silent. A *preview* rule reports hints, whatever its level is to be.
"""


def pages() -> Iterator[tuple[str, str]]:
    """The path below the documentation and the Markdown of each page, the list first."""
    wording = words(LANGUAGE)
    yield "rules/index.md", _list(wording)
    for rule in shipped():
        yield f"rules/{rule.id}.md", _page(rule, wording)


def _list(wording: Words) -> str:
    parts = [INTRODUCTION]
    for pack in dict.fromkeys(rule.id.partition("/")[0] for rule in shipped()):
        rows = ["| rule | level | maturity | why |", "|---|---|---|---|"]
        rows += [_row(rule, wording) for rule in shipped() if rule.id.startswith(f"{pack}/")]
        parts += [f"## {PACKS.get(pack, pack)}", "\n".join(rows)]
    return "\n\n".join(parts) + "\n"


def _row(rule: Rule, wording: Words) -> str:
    reason = escape(rule.reason(LANGUAGE)).replace("|", "\\|")
    return f"| [{rule.id}]({rule.id}.md) | {_level(rule, wording)} | {wording(rule.maturity)} | {reason} |"


def _level(rule: Rule, wording: Words) -> str:
    levels = dict.fromkeys((wording(rule.level), wording(rule.reports_at)))
    return " → ".join(levels)


def _page(rule: Rule, wording: Words) -> str:
    parts = [f"# {rule.id}", f"**{_level(rule, wording)}** · {wording(rule.maturity)}", escape(rule.reason(LANGUAGE))]
    parts += [f"> {escape(rule.template(LANGUAGE))}", *_list_apart(counted(rule, wording))]
    for key, hits in (("found", True), ("silent", False)):
        parts.append(f"## {wording(key)}")
        parts += [f"{escape(name)}\n\n~~~~text\n{text}\n~~~~" for name, text in examples(rule, hits=hits)]
    return "\n\n".join(parts) + "\n"


def _list_apart(parts: list[str]) -> list[str]:
    """With the blank line that Markdown wants before a list."""
    return [part.replace("\n- ", "\n\n- ", 1) for part in parts]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the pages of the rules to those of the documentation."""
    from mkdocs.structure.files import File  # noqa: PLC0415 – for who builds the documentation

    for path, text in pages():
        files.append(File.generated(config, path, content=text))
    return files


def write(folder: Path) -> None:
    """Writes the pages below a folder."""
    for path, text in pages():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
