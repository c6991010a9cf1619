"""What is read is regular and bounded, what is written is written whole and over no input."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from command import WRONG, run

from claimcheck import files
from claimcheck.errors import DataError

PIPES = pytest.mark.skipif(
    not hasattr(os, "mkfifo") or not Path("/dev/zero").exists(), reason="needs pipes and devices"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(WRONG, encoding="utf-8")
    return tmp_path


def endless(path: Path, kind: str) -> Path:
    """A pipe that nobody writes to, or a link to a device that never ends."""
    path.unlink(missing_ok=True)
    os.mkfifo(path) if kind == "pipe" else path.symlink_to("/dev/zero")
    return path


@PIPES
@pytest.mark.parametrize("kind", ["pipe", "device"])
@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.txt", []),
        ("a.meta.json", []),
        ("a.claimcheck.yaml", []),
        ("claimcheck.toml", []),
        ("quelle.txt", ["--source", "quelle.txt"]),
        ("bekannt.json", ["--baseline", "bekannt.json"]),
        ("wissen/a.yaml", ["--reference", "wissen"]),
        ("archiv", ["--archive", "archiv"]),
    ],
)
def test_what_never_ends_is_not_read(kind: str, name: str, options: list[str], folder: Path) -> None:
    (folder / "wissen").mkdir()
    endless(folder / name, kind)
    done = run("check", *options, "a.txt", cwd=folder)
    assert done.returncode == 2
    assert name in done.stderr
    assert "Traceback" not in done.stderr


@PIPES
def test_no_archive_is_made_of_a_pipe(folder: Path) -> None:
    endless(folder / "archiv", "pipe")
    assert run("archive", "add", "archiv", "a.txt", cwd=folder).returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "a.txt", "--output", "OUT"],
        ["extract", "a.txt", "--output", "OUT"],
        ["compare", "a.txt", "b.txt", "--output", "OUT"],
        ["check", "b.txt", "--source", "a.txt", "--output", "OUT"],
        ["check", "a.txt", "--baseline", "OUT", "--write-baseline"],
        ["archive", "add", "OUT", "a.txt"],
    ],
    ids=" ".join,
)
def test_no_output_takes_the_place_of_an_input(arguments: list[str], folder: Path) -> None:
    (folder / "weich").symlink_to("a.txt")
    (folder / "hart").hardlink_to(folder / "a.txt")
    for output in ("a.txt", f"../{folder.name}/a.txt", "weich", "hart"):
        done = run(*(output if each == "OUT" else each for each in arguments), cwd=folder)
        assert (done.returncode, done.stdout) == (2, ""), output
        assert f"{output}: this is" in done.stderr
        assert (folder / "a.txt").read_text(encoding="utf-8") == WRONG


def test_an_empty_article_becomes_no_archive(folder: Path) -> None:
    (folder / "leer.txt").touch()
    assert run("archive", "add", "leer.txt", "leer.txt", cwd=folder).returncode == 2
    assert (folder / "leer.txt").read_bytes() == b""


@pytest.mark.parametrize("name", ["archiv", "bekannt.json", "a.meta.json", "claimcheck.toml"])
def test_nor_of_what_stands_beside_it(name: str, folder: Path) -> None:
    run("archive", "add", "archiv", "b.txt", cwd=folder)
    run("check", "b.txt", "--baseline", "bekannt.json", "--write-baseline", cwd=folder)
    (folder / "a.meta.json").write_text("{}")
    (folder / "claimcheck.toml").write_text("jobs = 1\n")
    before = (folder / name).read_bytes()
    options = ["--archive", "archiv", "--baseline", "bekannt.json", "--output", name]
    assert run("check", "a.txt", *options, cwd=folder).returncode == 2
    assert (folder / name).read_bytes() == before


def test_two_outputs_go_to_two_files(folder: Path) -> None:
    done = run("check", "a.txt", "--output", "neu", "--baseline", "neu", "--write-baseline", cwd=folder)
    assert done.returncode == 2
    assert not (folder / "neu").exists()


def test_a_file_has_its_old_content_until_it_has_all_of_the_new(tmp_path: Path) -> None:
    path = tmp_path / "bericht"
    path.write_text("alt")
    path.chmod(0o640)

    def parts() -> object:
        yield b"ne"
        assert path.read_text() == "alt"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        files.replace(path, parts())  # type: ignore[arg-type]
    assert path.read_text() == "alt"
    assert list(tmp_path.iterdir()) == [path]
    link = tmp_path / "verweis"
    link.symlink_to(path)
    files.replace(link, [b"ne", b"u"])
    assert link.is_symlink()
    assert path.read_text() == "neu"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@PIPES
def test_pipes_and_standard_output_are_written_to(folder: Path) -> None:
    shown = run("check", "a.txt", cwd=folder).stdout
    assert run("check", "a.txt", "--output", "/dev/stdout", cwd=folder).stdout == shown
    os.mkfifo(folder / "rohr")
    with subprocess.Popen(["cat", "rohr"], cwd=folder, stdout=subprocess.PIPE) as reader:
        assert run("check", "a.txt", "--output", "rohr", cwd=folder).returncode == 1
        assert reader.communicate()[0].decode() == shown
    assert stat.S_ISFIFO((folder / "rohr").stat().st_mode)


def test_content_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 100)
    assert len(files.content(path, 10)) == 11
    for wrong in (tmp_path, tmp_path / "fehlt", "a\0b", "\ud800", "x" * 5000):
        with pytest.raises(OSError):
            files.content(wrong, 10)


def test_outputs_apart(tmp_path: Path) -> None:
    one = tmp_path / "eins"
    one.touch()
    files.keep_apart([tmp_path / "zwei", Path(os.devnull)], [one, os.devnull])
    with pytest.raises(DataError, match="eins"):
        files.keep_apart([one], [tmp_path / ".." / tmp_path.name / "eins"])


@pytest.mark.parametrize(
    "encoding", ["rot13", "hex", "idna", "punycode", "undefined", "unicode_escape", "x\\u0000", "\\ud800"]
)
def test_odd_encodings_are_told(encoding: str, folder: Path) -> None:
    (folder / "a.meta.json").write_text(f'{{"encoding": "{encoding}"}}')
    done = run("check", "a.txt", cwd=folder)
    assert done.returncode == 2
    assert "UTF-8" in done.stderr or "encoding" in done.stderr
    assert "CLAIMCHECK_TRACEBACK" not in done.stderr


@pytest.mark.parametrize("value", ['"\\ud800"', "9" * 5000, "-1e999", '"9999-12-31"', '"0001-01-01"'])
def test_odd_metadata_are_told_or_do_no_harm(value: str, folder: Path) -> None:
    (folder / "a.meta.json").write_text(f'{{"published": {value}, "number": {"9" * 5000}}}')
    done = run("check", "--format", "json", "a.txt", cwd=folder)
    assert done.returncode == (1 if "-" in value[1:] else 2)
    assert "CLAIMCHECK_TRACEBACK" not in done.stderr


@pytest.mark.parametrize(
    "line", ["jobs = NINES", "fail_on = 0xNINES", 'select = ["NINES"]', "NINES = 1", "jobs = 1eNINES"]
)
def test_a_hundred_thousand_digits_in_the_settings(line: str, folder: Path) -> None:
    (folder / "claimcheck.toml").write_text(line.replace("NINES", "9" * 100_000) + "\n")
    done = run("check", "a.txt", cwd=folder)
    assert done.returncode == 2
    assert "CLAIMCHECK_TRACEBACK" not in done.stderr
    assert len(done.stderr) < 3000


def test_a_baseline_with_paths_that_none_can_have(folder: Path) -> None:
    paths = ["x" * 100_000, "a\\u0000b", "\\ud800", "../" * 3000 + "x"]
    entries = ",".join(
        f'{{"path": "{path}", "rule": "core/x", "fingerprint": "{n}", "count": 1}}' for n, path in enumerate(paths)
    )
    (folder / "bekannt.json").write_text(f'{{"schema": "claimcheck.baseline/1", "findings": [{entries}]}}')
    assert run("check", "a.txt", "--baseline", "bekannt.json", cwd=folder).returncode == 1
    assert run("check", "a.txt", "--baseline", "bekannt.json", "--prune-baseline", cwd=folder).returncode == 1
    assert '"findings": []' in (folder / "bekannt.json").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="streams of a POSIX shell")
@pytest.mark.parametrize(
    ("shell", "status"),
    [
        ("check a.txt >&-", 2),
        ("check a.txt 2>&- >/dev/null", 1),
        ("check - <&-", 2),
        ("check fehlt.txt >&- 2>&- <&-", 2),
        ("check --jobs 2 a.txt b.txt >&-", 2),
        ("rules >&-", 2),
        ("demo >&-", 2),
        ("check a.txt --output neu >&-", 1),
    ],
)
def test_closed_streams(shell: str, status: int, folder: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m claimcheck {shell}"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == status
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a folder in use cannot be removed there")
@pytest.mark.parametrize(
    "arguments", ["check A", "check --jobs 2 A B", "compare A B", "check --format sarif A", "check -"]
)
def test_a_working_folder_that_is_gone(arguments: str, folder: Path) -> None:
    gone = folder / "weg"
    gone.mkdir()
    named = arguments.replace("A", str(folder / "a.txt")).replace("B", str(folder / "b.txt"))
    script = f"rmdir {gone}; {sys.executable} -m claimcheck {named} < {folder / 'a.txt'}"
    done = subprocess.run(["sh", "-c", script], cwd=gone, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
