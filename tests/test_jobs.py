"""Many articles by several processes: byte for byte what one process writes; and the demonstration."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command import RIGHT, RULE, WRONG, run

COMMENT = f"<!-- claimcheck: ignore {RULE}, reason: so im Bericht -->"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = [
        WRONG,
        RIGHT,
        f"„{WRONG.strip()}“, sagte Meike Dassow.\n",
        f"{COMMENT}\n{WRONG}",
        "Revenue rose from 400 million euros to 500 million euros, up 20 percent. The plant was sold in May 2024.\n",
        "",
    ]
    for number in range(40):
        (tmp_path / f"{number % 7}").mkdir(exist_ok=True)
        path = tmp_path / f"{number % 7}" / f"text {number}.{('txt', 'md')[number % 2]}"
        path.write_text(texts[number % len(texts)], encoding="utf-8")
    (tmp_path / "bild.txt").write_bytes(b"\x89PNG\x00")
    return tmp_path


@pytest.mark.parametrize("form", ["console", "lines", "json", "sarif", "github", "html"])
def test_the_same_bytes(folder: Path, form: str) -> None:
    one, two, five = (
        run("check", "--format", form, "--jobs", str(jobs), ".", "fehlt.txt", cwd=folder) for jobs in (1, 2, 5)
    )
    assert one.stdout == two.stdout == five.stdout
    assert one.stderr == two.stderr == five.stderr
    assert one.returncode == two.returncode == five.returncode == 2
    assert "bild.txt" in one.stderr
    assert "fehlt.txt" in one.stderr


@pytest.mark.parametrize("form", ["console", "lines", "json", "sarif", "github"])
def test_the_same_bytes_with_sources(folder: Path, form: str) -> None:
    (folder / "quelle").mkdir()
    (folder / "quelle" / "a.txt").write_text(RIGHT + "„Das Werk bleibt“, sagte Meike Dassow.\n", encoding="utf-8")
    (folder / "quelle" / "b.txt").write_bytes(b"\x89PNG\x00")
    sources = ["--source", "quelle", "--source", "0/text 0.txt", "--source", "fehlt.txt"]
    one, two, five = (
        run("check", "--format", form, *sources, "--jobs", str(jobs), *map(str, range(7)), cwd=folder)
        for jobs in (1, 2, 5)
    )
    assert one.stdout == two.stdout == five.stdout
    assert one.stderr == two.stderr == five.stderr
    assert one.returncode == two.returncode == five.returncode == 2
    assert "0/text 0.txt: ist als Artikel und als seine Quelle angegeben" in one.stderr
    assert one.stderr.count("fehlt.txt") == one.stderr.count("quelle/b.txt") == 1


def test_levels_and_languages_reach_every_process(folder: Path) -> None:
    options = [
        "--level",
        f"{RULE}=hint",
        "--lang-ui",
        "en",
        "--quotations",
        "off",
        "--format",
        "json",
        "--language",
        "de",
    ]
    one, two = (run("check", *options, "--jobs", jobs, "0", "1", "2", cwd=folder).stdout for jobs in ("1", "2"))
    assert one == two
    assert '"level": "error"' not in one


def test_standard_input_is_read_once(folder: Path) -> None:
    assert run("check", "--jobs", "2", "-", "0", cwd=folder, stdin=WRONG).returncode == 1


@pytest.mark.parametrize("jobs", ["0", "-1", "65", "many"])
def test_bad_numbers(folder: Path, jobs: str) -> None:
    done = run("check", "--jobs", jobs, ".", cwd=folder)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "options", [["--date", "2021-13-45"], ["--language", "tlh"], ["--lang-ui", "tlh"]], ids=" ".join
)
def test_bad_options_are_told_once(folder: Path, options: list[str]) -> None:
    done = run("check", "--jobs", "2", *options, ".", cwd=folder)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(("language", "words"), [("de", "Nordwerk baut in Lindow"), ("en", "Nordwerk cuts jobs")])
def test_the_demonstration(language: str, words: str) -> None:
    done = run("demo", "--lang-ui", language)
    assert (done.returncode, done.stderr) == (0, "")
    assert words in done.stdout
    for rule in ("change-percent-wrong", "weekday-wrong", "share-wrong", "percent-for-points", "factor-wrong"):
        assert f"core/{rule}" in done.stdout
    assert run("demo", "--lang-ui", "tlh").returncode == 2


def test_rules_tell_level_and_maturity() -> None:
    lines = run("rules", "--lang-ui", "en").stdout.splitlines()
    assert all(line.split()[2] in {"stable", "preview"} for line in lines)
    assert next(line for line in lines if line.startswith(RULE)).split()[1:3] == ["error", "stable"]
    assert all(line.split()[1] == "hint" for line in lines if line.split()[2] == "preview")


def test_every_rule_is_explained() -> None:
    names = [line.split()[0] for line in run("rules").stdout.splitlines()]
    assert "core/suppression-unused" in names
    for name in names[:: max(1, len(names) // 4)]:
        assert run("explain", name).stdout.startswith(name)


def group(leader: int) -> list[int]:
    """The processes of a group that still run."""
    found = []
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                fields = (place / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[2]) == leader and fields[0] not in "ZX":
                found.append(int(place.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes as Linux shows them")
@pytest.mark.parametrize("target", ["parent", "group"])
@pytest.mark.parametrize("kind", ["SIGTERM", "SIGKILL", "SIGINT"])
def test_no_process_outlives_the_run(kind: str, target: str, folder: Path) -> None:
    for number in range(400):
        (folder / f"viel {number}.txt").write_text(WRONG * 30, encoding="utf-8")
    command = [sys.executable, "-m", "claimcheck", "check", "--jobs", "2", "--format", "json", str(folder)]
    started = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
        # a shell starts what runs in its background deaf to SIGINT, and its children inherit that
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )
    until = time.monotonic() + 30
    while len(group(started.pid)) < 3 and time.monotonic() < until:
        time.sleep(0.02)
    assert len(group(started.pid)) == 3
    send = os.kill if target == "parent" else os.killpg
    send(started.pid, signal.Signals[kind])
    until = time.monotonic() + 10  # 2 seconds on a machine that has nothing else to do
    while group(started.pid) and time.monotonic() < until:
        time.sleep(0.02)
    left = group(started.pid)
    for process in left:
        os.kill(process, signal.SIGKILL)
    assert left == []
    assert started.wait() == (130 if kind == "SIGINT" else -signal.Signals[kind])
    assert "Traceback" not in started.communicate()[1]
