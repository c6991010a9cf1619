"""Every rule has its page, and every page its place; that no link is broken is for `mkdocs build --strict`."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location

from pages import PAGES, README, ROOT

from claimcheck.rules import shipped


def rule_pages() -> dict[str, str]:
    """The Markdown of each page of the rules, by its path."""
    spec = spec_from_file_location("rule_pages", ROOT / "tools" / "rule_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return dict(module.pages())


def test_every_rule_has_a_page_with_all_its_examples() -> None:
    pages = rule_pages()
    assert set(pages) == {"rules/index.md"} | {f"rules/{rule.id}.md" for rule in shipped()}
    for rule in shipped():
        assert f"({rule.id}.md)" in pages["rules/index.md"]
        for example in rule.examples().examples:
            assert "\n".join(example.texts).strip() in pages[f"rules/{rule.id}.md"], (rule.id, example.name)


def test_every_page_is_in_the_navigation() -> None:
    named = set(re.findall(r"[\w/-]+\.md$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE))
    assert named == {"rules/index.md"} | {page.name for page in PAGES if page != README}
