"""A later start takes its modules from one file, and only as long as their sources are what they were."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from claimcheck.cli.preload import Modules

ARTICLE = "Der Umsatz stieg von 400 auf 500 Millionen Euro, ein Plus von 20 Prozent.\n"
ASK = """
import sys
from claimcheck.cli import preload
preload.preload("check")
import claimcheck.pipeline
print(type(claimcheck.pipeline.__loader__).__name__, claimcheck.pipeline.__file__)
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def run(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    surroundings = {**os.environ, "CLAIMCHECK_CACHE": str(tmp_path / "cache")}
    return subprocess.run([sys.executable, *arguments], capture_output=True, env=surroundings, check=False)


def kept(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "cache").glob("modules-*"))


def test_a_second_run_reads_one_file_and_says_the_same(tmp_path: Path, article: Path) -> None:
    first = run(tmp_path, "-m", "claimcheck", "check", str(article))
    second = run(tmp_path, "-m", "claimcheck", "check", str(article))
    assert first.returncode == second.returncode == 1
    assert first.stdout == second.stdout != b""
    assert len(kept(tmp_path)) == 1
    answer = run(tmp_path, "-c", ASK).stdout.decode().split()
    assert answer[0] == "Modules"
    assert answer[1].endswith("pipeline.py")


@pytest.mark.parametrize("content", [b"", b"\xff\x01", b"i\x01\x00\x00\x00"])
def test_a_broken_file_is_passed_over(tmp_path: Path, article: Path, content: bytes) -> None:
    first = run(tmp_path, "-m", "claimcheck", "check", str(article))
    kept(tmp_path)[0].write_bytes(content)
    again = run(tmp_path, "-m", "claimcheck", "check", str(article))
    assert (again.returncode, again.stdout, again.stderr) == (1, first.stdout, b"")


def test_a_changed_source_is_imported_from_its_file(tmp_path: Path) -> None:
    source = tmp_path / "extra.py"
    source.write_text("answer = 1", encoding="utf-8")
    state = source.stat()
    code = marshal.dumps(compile("answer = 1", str(source), "exec"))
    finder = Modules({"claimcheck.extra": (str(source), (state.st_size, state.st_mtime_ns), code, False)})
    spec = finder.find_spec("claimcheck.extra")
    assert spec is not None
    assert spec.origin == str(source)
    module = ModuleType("claimcheck.extra")
    finder.exec_module(module)
    assert module.answer == 1
    source.write_text("answer = 23", encoding="utf-8")
    assert finder.find_spec("claimcheck.extra") is None
    assert finder.find_spec("claimcheck.other") is None
