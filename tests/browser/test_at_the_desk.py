"""The server in a browser: text is pasted, checked beside a source, ticked off, and the ticks are saved as a ledger."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck.ledger.shape import LedgerShape
from claimcheck.serve.server import door

from .conftest import AXE, Tab

TEXT = (
    "Nordwerk wächst\n\nDer Umsatz stieg von 400 Millionen Euro auf 500 Millionen Euro, ein Plus von 20 Prozent. "
    "Das Werk in Lindow eröffnete am 3. Mai 2019."
)
SOURCE = "Die Nordwerk AG meldete einen Umsatz von zuletzt 500 Millionen Euro."


@pytest.fixture
def address(chromium: object, tmp_path: Path) -> Iterator[str]:
    """The address of a server, which the page must have ended; asked for only where there is a browser."""
    with subprocess.Popen(
        [sys.executable, "-m", "claimcheck", "serve", "--lang-ui", "de"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        try:
            assert process.wait(10) == 0
        finally:
            process.kill()
    assert list(tmp_path.iterdir()) == []


def test_paste_check_tick_and_export(address: str, tab: Tab, tmp_path_factory: pytest.TempPathFactory) -> None:
    page = tab.page
    way = door(str(tmp_path_factory.mktemp("door")), address)
    page.goto(way)
    page.wait_for_url(address)
    page.get_by_role("button", name="Prüfen").click()
    assert page.get_by_role("alert").inner_text() == "Bitte einen Text einfügen oder eine Datei wählen."
    assert not AXE.is_file() or tab.serious() == []
    page.get_by_label("Text").fill(TEXT)
    sent = {"name": "quelle.txt", "mimeType": "text/plain", "buffer": SOURCE.encode()}
    page.get_by_label("Quellen, die ihn belegen müssen").set_input_files([sent])
    page.get_by_role("button", name="Prüfen").click()

    row = page.locator(".row", has=page.locator(".claim", has_text="500 Millionen Euro"))
    row.locator(".tick").check()
    assert "Gegen 1 Quelle gehalten" in page.inner_text("body")
    row.locator(".by .source").fill("Geschäftsbericht, S. 3")
    row.locator(".by .name").fill("mk")
    page.reload()
    assert row.locator(".tick").is_checked()
    with page.expect_download() as download:
        page.get_by_role("button", name="Sichern").first.click()
    saved = Path(download.value.path()).read_text(encoding="utf-8")
    ledger = LedgerShape.model_validate(json.loads(saved))
    assert [(each.text, each.by, each.source) for each in ledger.ticks] == [
        ("500 Millionen Euro", "mk", "Geschäftsbericht, S. 3")
    ]
    assert download.value.suggested_filename == "eingefügter Text.claims.json"

    page.goto(address)
    assert page.get_by_label("Text").input_value() == TEXT
    page.get_by_role("link", name="eingefügter Text.txt").click()
    assert row.locator(".tick").is_checked()
    page.goto(address)
    page.get_by_role("button", name="Beenden").click()
    page.get_by_text("Nichts von dem Gesendeten bleibt").wait_for()
    refused = [each for each in tab.wrong if not each.startswith("info: Clear-Site-Data")]
    assert len(refused) == 1  # the form without a text
    assert "400 (Bad Request)" in refused[0]
    assert tab.outside(address) == [way]
