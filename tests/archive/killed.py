"""Kills a process that adds articles, again and again, and looks at what is left: killed.py 100."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from claimcheck.archive import open_to_read, verify

ARTICLES = 60
TEXT = "Das Werk Nr. {n} in Lindow{n} kostet die Nordwerk{n} AG {n} Millionen Euro, sagte Vorstand Karl Meier{n}.\n"


def write_articles(folder: Path, change: int) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(ARTICLES):
        (folder / f"{number:03}.txt").write_text(TEXT.format(n=number + 1000 * change), encoding="utf-8")


def kill_once(archive: Path, folder: Path, change: int) -> int:
    """How many articles were acknowledged before the end; AssertionError if one of them is not in the archive."""
    write_articles(folder, change)
    with subprocess.Popen(
        [sys.executable, "-m", "claimcheck", "archive", "add", str(archive), str(folder)], stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline() if change % 5 else b""
        time.sleep(0.003 * (change * 7 % 50) if first else 0.05 * (change % 12))
        writer.kill()
        lines = (first + writer.stdout.read()).decode().splitlines()
    acknowledged = [line.split()[1] for line in lines if len(line.split()) == 2 and line.endswith(".txt")]
    if archive.exists():
        with open_to_read(archive) as left:
            assert verify(left) == ()
            kept = {each.path: number for number, each in enumerate(left.kept())}
            texts = dict(left.base.execute("SELECT path, text FROM article"))
        for path in acknowledged:
            assert path in kept
            assert texts[path] == Path(path).read_text(encoding="utf-8")
    else:
        assert not acknowledged
    return len(acknowledged)


def kill(times: int, place: Path) -> list[int]:
    """How many articles were acknowledged in each run."""
    return [kill_once(place / "a.archive", place / "artikel", each) for each in range(1, times + 1)]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        counts = kill(int(sys.argv[1]), Path(name))
    print(f"{len(counts)} kills, {sum(counts)} articles acknowledged, {sum(0 < n < ARTICLES for n in counts)} half way")
