"""Every rule has its page, and every page its place; that no link is broken is for `mkdocs build --strict`."""

from __future__ import annotations

import re
from html import unescape
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from shown import PAGES, README, ROOT

from claimcheck.rules import shipped


def tool(name: str) -> ModuleType:
    """A script in tools/, to call its functions."""
    spec = spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_rule_has_a_page_with_all_its_examples() -> None:
    pages = dict(tool("rule_pages").pages())
    assert set(pages) == {"rules/index.md"} | {f"rules/{rule.id}.md" for rule in shipped()}
    for rule in shipped():
        assert f"({rule.id}.md)" in pages["rules/index.md"]
        for example in rule.examples().examples:
            assert "\n".join(example.texts).strip() in pages[f"rules/{rule.id}.md"], (rule.id, example.name)


def test_every_page_is_in_the_navigation() -> None:
    named = set(re.findall(r"[\w/-]+\.md$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE))
    assert named == {"rules/index.md"} | {page.name for page in PAGES if page != README}


def test_the_picture_of_the_terminal_says_what_the_program_says(tmp_path: Path) -> None:
    """`python tools/pictures.py` draws it anew."""
    picture = (ROOT / "docs" / "images" / "terminal.svg").read_text(encoding="utf-8")
    assert "font-face" not in picture
    shown = unescape("".join(re.findall(r"<text[^>]*>([^<]*)</text>", picture)))
    said = tool("pictures").said(folder=tmp_path)
    assert "".join(said.split()) in "".join(shown.split())
