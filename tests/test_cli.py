"""The command line: what it writes where, its exit status, and bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import claimcheck

RIGHT = "Der Umsatz stieg von 400 Millionen Euro auf 500 Millionen Euro, ein Plus von 25 Prozent.\n"
WRONG = "Der Umsatz stieg von 400 Millionen Euro auf 500 Millionen Euro, ein Plus von 20 Prozent.\n"
HOSTILE = f"Rot \x1b[31m und \x9b1m: {WRONG[:-10]}\x07Prozent.\n"


def run(*arguments: str | Path, stdin: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "claimcheck", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture
def right(tmp_path: Path) -> Path:
    path = tmp_path / "richtig.txt"
    path.write_text(RIGHT, encoding="utf-8")
    return path


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "falsch.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_no_finding(right: Path) -> None:
    done = run("check", right)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_finding(wrong: Path) -> None:
    done = run("check", wrong)
    assert (done.returncode, done.stderr) == (1, "")
    assert "20 Prozent" in done.stdout
    assert "^^^^" in done.stdout


@pytest.mark.parametrize(("level", "status"), [("error", 1), ("warning", 1), ("hint", 1), ("never", 0)])
def test_fail_on(wrong: Path, level: str, status: int) -> None:
    assert run("check", "--fail-on", level, wrong).returncode == status


def test_lines(wrong: Path) -> None:
    done = run("check", "--format", "lines", wrong)
    assert done.stdout.startswith(f"{wrong}:1:")
    assert ": error core/" in done.stdout


def test_json_is_what_python_gives(wrong: Path) -> None:
    done = run("check", "--format", "json", wrong)
    assert json.loads(done.stdout) == claimcheck.to_dict(claimcheck.check([wrong]))


def test_extract(right: Path) -> None:
    report = json.loads(run("extract", "--format", "json", right).stdout)
    claims = report["documents"][0]["claims"]
    assert [claim["value"]["number"] for claim in claims] == [400_000_000, 500_000_000, 25]
    assert all(RIGHT[claim["span"]["start"] : claim["span"]["end"]] == claim["text"] for claim in claims)


@pytest.mark.parametrize(("form", "value"), [("console", "25 %"), ("lines", "25 percent")])
def test_extract_for_people(right: Path, form: str, value: str) -> None:
    done = run("extract", "--format", form, right)
    assert done.returncode == 0
    assert value in done.stdout


def test_standard_input() -> None:
    assert run("check", "-", stdin=WRONG).returncode == 1
    called = run("check", "-", "--stdin-filename", "a.md", "--format", "lines", stdin=f"---\ntitle: Eins\n---\n{WRONG}")
    assert (called.returncode, called.stdout[:7]) == (1, "a.md:4:")
    unread = run("check", "b.txt", "--stdin-filename", "a.md")
    assert (unread.returncode, "--stdin-filename: standard input is not read" in unread.stderr) == (2, True)


@pytest.mark.parametrize("command", ["check", "compare", "extract"])
def test_unreadable_standard_input_costs_no_other_article(command: str, wrong: Path) -> None:
    done = run(command, "-", wrong, "--stdin-filename", "a.pdf", "--format", "json", stdin="kein PDF")
    report = json.loads(done.stdout)
    assert (done.returncode, [each["path"] for each in report["documents"]]) == (2, [str(wrong)])
    assert "a.pdf: die Datei ist beschädigt" in done.stderr


def test_folders_are_read_recursively_and_sorted(right: Path, wrong: Path) -> None:
    (right.parent / "tief").mkdir()
    (right.parent / "tief" / "a.txt").write_text(WRONG, encoding="utf-8")
    report = json.loads(run("check", "--format", "json", right.parent).stdout)
    paths = [document["path"] for document in report["documents"]]
    assert paths == sorted(paths)
    assert len(paths) == 3


def test_output_file(wrong: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    done = run("check", "--output", target, wrong)
    assert (done.returncode, done.stdout) == (1, "")
    assert target.read_text(encoding="utf-8") == run("check", wrong).stdout


@pytest.mark.parametrize(("language", "words"), [("de", "1 Fehler"), ("en", "1 error")])
def test_message_language(wrong: Path, language: str, words: str) -> None:
    assert words in run("check", "--lang-ui", language, wrong).stdout


def test_select_and_ignore(wrong: Path) -> None:
    rule = json.loads(run("check", "--format", "json", wrong).stdout)["findings"][0]["rule"]
    assert run("check", "--select", rule, wrong).returncode == 1
    assert run("check", "--ignore", rule, wrong).returncode == 0
    assert run("check", "--ignore", "core", wrong).returncode == 0


def test_version() -> None:
    assert run("--version").stdout == f"claimcheck {claimcheck.__version__}\n"


@pytest.mark.parametrize("command", ["check", "extract", "explain", "rules"])
def test_help(command: str) -> None:
    assert command in run("--help").stdout
    assert run(command, "--help").returncode == 0


def test_same_bytes_in_every_surrounding(wrong: Path, right: Path) -> None:
    surroundings = [{"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2", "LC_ALL": "C"}, {"PYTHONIOENCODING": "latin-1"}]
    outputs = {
        run("check", "--format", form, right, wrong, **each).stdout for each in surroundings for form in ["json"]
    }
    assert len(outputs) == 1


# Bad input: exit status 2, every problem named, the other files still read.


def test_a_missing_path_beside_a_good_one(wrong: Path) -> None:
    done = run("check", "--format", "lines", "nirgends.txt", wrong)
    assert done.returncode == 2
    assert "nirgends.txt" in done.stderr
    assert str(wrong) in done.stdout


def test_every_problem_is_listed(tmp_path: Path) -> None:
    (tmp_path / "bild.txt").write_bytes(b"\x89PNG\x00\x00\x01")
    (tmp_path / "zahlen.xyz").write_text("1", encoding="utf-8")
    done = run("check", tmp_path / "bild.txt", tmp_path / "zahlen.xyz", tmp_path / "fehlt.txt")
    assert done.returncode == 2
    assert all(name in done.stderr for name in ("bild.txt", "zahlen.xyz", "fehlt.txt"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["--date", "2021-13-45"],
        ["--date", "gestern"],
        ["--language", "tlh"],
        ["--lang-ui", "tlh"],
        ["--format", "pdf"],
        ["--fail-on", "always"],
        ["--select", "core/no-such-rule"],
        ["--ignore", "no-such-pack"],
        ["--output", "no/such/folder/report.txt"],
        ["--unknown-option"],
    ],
    ids=" ".join,
)
def test_bad_usage(right: Path, arguments: list[str]) -> None:
    done = run("check", *arguments, right)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["chek"], ["check"], ["explain"], ["explain", "no/such-rule"]], ids=" ".join)
def test_bad_commands(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_an_unknown_language_names_the_known_ones(right: Path) -> None:
    shown = run("check", "--language", "tlh", right).stderr
    assert "de" in shown
    assert "en" in shown


def test_an_empty_file_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "leer.txt").write_text("", encoding="utf-8")
    done = run("check", tmp_path / "leer.txt")
    assert done.returncode == 0
    assert done.stdout.strip()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user who may be refused")
def test_no_read_permission(wrong: Path) -> None:
    wrong.chmod(0)
    assert run("check", wrong).returncode == 2


@pytest.mark.parametrize("form", ["console", "lines", "json"])
@pytest.mark.parametrize("command", ["check", "extract"])
def test_terminal_escapes_never_reach_the_terminal(tmp_path: Path, command: str, form: str) -> None:
    path = tmp_path / "b\x1b[31mse.txt"
    path.write_text(HOSTILE, encoding="utf-8")
    done = run(command, "--format", form, path)
    assert done.stdout.replace("\n", "").isprintable()


def test_terminal_escapes_in_problems() -> None:
    assert "\x1b" not in run("check", "\x1b[31mfehlt.txt").stderr


@pytest.mark.parametrize(
    "text",
    ["1" * 1_000_000, "„" * 10_000, "(" * 10_000, "1,2." * 50_000, "von 1 auf 2 Prozent " * 5_000],
    ids=["digits", "quotes", "brackets", "separators", "repeated"],
)
def test_hostile_texts_take_linear_time(tmp_path: Path, text: str) -> None:
    path = tmp_path / "lang.txt"
    path.write_text(text, encoding="utf-8")
    for command in ("check", "extract"):
        done = run(command, "--format", "json", "--language", "de", path)
        assert done.returncode in {0, 1}, done.stderr
        json.loads(done.stdout)


def test_a_reader_that_leaves_early(wrong: Path) -> None:
    shown = subprocess.run(
        f"{sys.executable} -m claimcheck extract --format json {wrong} | head -c 1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert shown.stderr == ""


def test_reference_claims_can_be_left_out_and_added(wrong: Path, tmp_path: Path) -> None:
    assert run("check", "--no-reference", wrong).returncode == 1
    done = run("check", "--reference", tmp_path / "fehlt", wrong)
    assert done.returncode == 2
    assert "there is no such folder of reference claims" in done.stderr
