"""The pictures of the README: what the terminal shows of docs/editors.md, and the sheet of docs/fact-checkers.md.

`python tools/pictures.py` draws them anew below docs/images/; the sheet needs Chromium and playwright (extra `dev`).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
DRAFT = "draft.md"
COLUMNS = 80
VIEWPORT = {"width": 1120, "height": 720}
COMMAND = ("check", DRAFT, "--quiet", "--lang-ui", "en")


def put(page: str, name: str, folder: Path) -> None:
    """Writes a file that a page of the documentation shows into a folder."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    found = re.search(rf'^```\w+ title="{name}"\n(.*?)^```', text, re.MULTILINE | re.DOTALL)
    if found is None:
        raise LookupError(f"docs/{page} shows no {name}")
    (folder / name).write_text(found[1], encoding="utf-8")


def said(*options: str, folder: Path) -> str:
    """What the program says of the draft, which is written into the folder."""
    put("editors.md", DRAFT, folder)
    return run(*COMMAND, "--width", str(COLUMNS), *options, folder=folder)


def run(*arguments: str, folder: Path) -> str:
    """What the program says, called in a folder."""
    command = [sys.executable, "-m", "claimcheck", *arguments]
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    return subprocess.run(command, cwd=folder, env=plain, capture_output=True, encoding="utf-8", check=False).stdout


def terminal(coloured: str) -> str:
    """A terminal as SVG; nothing in it is fetched from elsewhere, so that the letters are those of the reader."""
    console = Console(file=StringIO(), record=True, width=COLUMNS, force_terminal=True, color_system="standard")
    console.print(Text.from_ansi(coloured))
    drawn = console.export_svg(title=f"claimcheck check {DRAFT}", unique_id="claimcheck")
    return re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)


def sheet(folder: Path) -> bytes:
    """The sheet of a draft beside its source, as somebody sees it who opens it, in PNG."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 – the terminal is drawn without it

    for name in (DRAFT, "release.txt"):
        put("fact-checkers.md", name, folder)
    page = folder / "sheet.html"
    run(
        "check",
        DRAFT,
        "--source",
        "release.txt",
        "--format",
        "html",
        "--output",
        page.name,
        "--lang-ui",
        "en",
        folder=folder,
    )
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = browser.new_page(viewport=VIEWPORT)
        tab.goto(page.as_uri())
        picture: bytes = tab.screenshot()
        browser.close()
    return picture


def main() -> None:
    """Draws both."""
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as place:
        folder = Path(place)
        (IMAGES / "terminal.svg").write_text(terminal(said("--color", "always", folder=folder)), encoding="utf-8")
        (IMAGES / "sheet.png").write_bytes(sheet(folder))


if __name__ == "__main__":
    main()
