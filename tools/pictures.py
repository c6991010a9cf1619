"""The pictures of the README: what the terminal shows of the draft in docs/editors.md, and the sheet of it.

`python tools/pictures.py` draws them anew below docs/images/.
"""

from __future__ import annotations

import os
import re
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
COMMAND = ("check", DRAFT, "--quiet", "--lang-ui", "en")


def draft() -> str:
    """The article that the page for editors begins with."""
    page = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    found = re.search(rf'^```\w+ title="{DRAFT}"\n(.*?)^```', page, re.MULTILINE | re.DOTALL)
    if found is None:
        raise LookupError(f"docs/editors.md shows no {DRAFT}")
    return found[1]


def said(*options: str, folder: Path) -> str:
    """What the program says of the draft, which is written into the folder."""
    (folder / DRAFT).write_text(draft(), encoding="utf-8")
    command = [sys.executable, "-m", "claimcheck", *COMMAND, "--width", str(COLUMNS), *options]
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    return subprocess.run(command, cwd=folder, env=plain, capture_output=True, encoding="utf-8", check=False).stdout


def terminal(coloured: str) -> str:
    """A terminal as SVG; nothing in it is fetched from elsewhere, so that the letters are those of the reader."""
    console = Console(file=StringIO(), record=True, width=COLUMNS, force_terminal=True, color_system="standard")
    console.print(Text.from_ansi(coloured))
    drawn = console.export_svg(title=f"claimcheck check {DRAFT}", unique_id="claimcheck")
    return re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)


def main() -> None:
    """Draws both."""
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as place:
        folder = Path(place)
        (IMAGES / "terminal.svg").write_text(terminal(said("--color", "always", folder=folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
