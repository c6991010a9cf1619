"""A headless Chromium for the tests of pages; without one, or without playwright, they are skipped with a word."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NAMES = ("chromium", "chromium-browser", "google-chrome")
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
WAIT = 20_000
"""Milliseconds after which what does not come is missing."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser, started once."""
    driver = pytest.importorskip("playwright.sync_api", reason="no playwright here: pip install -e '.[dev]'")
    path = next(filter(None, (os.environ.get("CHROMIUM"), *map(shutil.which, NAMES))), None)
    if path is None:
        pytest.skip("no Chromium here: apt-get install chromium")
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with driver.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=path, args=[*FLAGS, *root])
        yield browser
        browser.close()


class Tab:
    """A page in a browser of its own, with all that it complained of, asked for elsewhere, or popped up."""

    def __init__(self, chromium: Any, **how: object) -> None:
        self.context = chromium.new_context(accept_downloads=True, **how)
        self.context.set_default_timeout(WAIT)
        self.page = self.context.new_page()
        self.wrong: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.wrong.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.wrong.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def outside(self, own: str) -> list[str]:
        """What was asked for elsewhere than at this address."""
        return [url for url in self.asked if not url.startswith((own, "data:", "blob:"))]

    def serious(self) -> list[str]:
        """What axe finds serious or critical, by rule with the first place; skips without axe."""
        if not AXE.is_file():
            pytest.skip("no axe-core here: npm install --no-package-lock in tests/browser")
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run().then(found => found.violations)")
        return [
            f"{each['id']}: {each['nodes'][0]['html'][:200]}"
            for each in found
            if each["impact"] in ("serious", "critical")
        ]


@pytest.fixture
def tab(chromium: Any) -> Iterator[Tab]:
    """A tab as an editor has it at a desk."""
    opened = Tab(chromium, viewport={"width": 1366, "height": 900}, locale="de-DE")
    yield opened
    opened.context.close()


@pytest.fixture
def page(tab: Tab) -> Any:
    """Its page alone."""
    return tab.page
