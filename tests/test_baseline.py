"""The baseline: hides what is known, shows what is new, survives moved text, is read strictly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import RIGHT, RULE, WRONG, run

OTHER = "Am Montag, dem 13. Mai 2025, begann der Umbau des Werks in Lindow.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texte").mkdir()
    (tmp_path / "texte" / "a.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "texte" / "b.txt").write_text(OTHER, encoding="utf-8")
    done = run("check", "--baseline", "known.json", "--write-baseline", "--lang-ui", "en", "texte", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "claimcheck: known.json: 2 findings kept.\n")
    return tmp_path


def check(folder: Path, *more: str, path: str = "texte") -> tuple[int, list[str]]:
    """Exit status, and the rules that still find something."""
    done = run("check", "--baseline", "known.json", "--format", "json", *more, path, cwd=folder)
    return done.returncode, [finding["rule"] for finding in json.loads(done.stdout)["findings"]]


def entries(folder: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads((folder / "known.json").read_text(encoding="utf-8"))["findings"]
    return found


def test_known_findings_are_hidden_and_counted(folder: Path) -> None:
    assert check(folder) == (0, [])
    assert (
        "Hidden: 0 by suppressions, 2 by the baseline."
        in run("check", "--baseline", "known.json", "--lang-ui", "en", "texte", cwd=folder).stdout
    )


def test_the_file_is_sorted_and_the_same_every_time(folder: Path) -> None:
    first = (folder / "known.json").read_bytes()
    assert [each["path"] for each in entries(folder)] == ["texte/a.txt", "texte/b.txt"]
    run(
        "check", "--baseline", folder / "known.json", "--write-baseline", folder / "texte/b.txt", folder / "texte/a.txt"
    )
    assert (folder / "known.json").read_bytes() == first
    assert first.endswith(b"}\n")


def test_a_new_finding_is_shown(folder: Path) -> None:
    with (folder / "texte" / "a.txt").open("a", encoding="utf-8") as stream:
        stream.write("\n" + OTHER.replace("13", "14"))
    assert check(folder) == (1, ["core/weekday-wrong"])


def test_the_same_mistake_once_more_is_new(folder: Path) -> None:
    (folder / "texte" / "a.txt").write_text(f"{WRONG}\n{WRONG}", encoding="utf-8")
    assert check(folder) == (1, [RULE])


def test_moved_text_stays_known(folder: Path) -> None:
    (folder / "texte" / "a.txt").write_text(f"Nordwerk wächst\n\nEs kamen viele.\n\n{WRONG}", encoding="utf-8")
    assert check(folder) == (0, [])


def test_changed_words_are_new(folder: Path) -> None:
    (folder / "texte" / "a.txt").write_text(WRONG.replace("20", "21"), encoding="utf-8")
    assert check(folder) == (1, [RULE])


def test_a_renamed_article_stays_known_but_a_copy_is_new(folder: Path) -> None:
    (folder / "texte" / "a.txt").rename(folder / "texte" / "c.txt")
    assert check(folder) == (0, [])
    (folder / "texte" / "a.txt").write_text(WRONG, encoding="utf-8")
    assert check(folder) == (1, [RULE])


def test_pruning_takes_out_what_is_gone_and_nothing_else(folder: Path) -> None:
    (folder / "texte" / "a.txt").write_text(RIGHT, encoding="utf-8")
    done = run("check", "--baseline", "known.json", "--prune-baseline", "--lang-ui", "en", "texte/a.txt", cwd=folder)
    assert done.stderr == "claimcheck: known.json: 1 finding removed, 1 finding left.\n"
    assert [each["path"] for each in entries(folder)] == ["texte/b.txt"]


def test_pruning_adds_nothing(folder: Path) -> None:
    (folder / "texte" / "b.txt").write_text(f"{OTHER}\n{WRONG}", encoding="utf-8")
    assert check(folder, "--prune-baseline") == (1, [RULE])
    assert len(entries(folder)) == 2


def test_pruning_follows_a_renamed_article_and_drops_a_deleted_one(folder: Path) -> None:
    (folder / "texte" / "a.txt").rename(folder / "texte" / "c.txt")
    (folder / "texte" / "b.txt").unlink()
    assert check(folder, "--prune-baseline") == (0, [])
    assert [each["path"] for each in entries(folder)] == ["texte/c.txt"]


def test_nothing_is_written_while_an_article_cannot_be_read(folder: Path) -> None:
    before = (folder / "known.json").read_bytes()
    for flag in ("--write-baseline", "--prune-baseline"):
        done = run("check", "--baseline", "known.json", flag, "texte/a.txt", "fehlt.txt", cwd=folder)
        assert done.returncode == 2
        assert (folder / "known.json").read_bytes() == before


def test_the_baseline_of_the_settings(folder: Path) -> None:
    (folder / "claimcheck.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    assert run("check", "texte", cwd=folder).returncode == 0
    assert run("check", folder / "texte", cwd=folder.parent).returncode == 0


GOOD = '{"path": "a.txt", "rule": "core/x", "fingerprint": "f", "count": 1}'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "known.json:1:1: this is no JSON"),
        ("[]", "known.json:1:1: this should be"),
        ("{", "known.json:1:2: this is no JSON"),
        ('{"schema": "claimcheck.baseline/2", "findings": []}', "'claimcheck.baseline/2' is not possible here"),
        ('{"schema": "claimcheck.baseline/1", "finding": []}', "did you mean 'findings'?"),
        (GOOD.replace('"count": 1', '"count": 0'), "greater than or equal to 1"),
        (GOOD.replace('"count"', '"coutn"'), "the key 'coutn' is not known; did you mean 'count'?"),
        (
            GOOD.replace('"core/x"', "null"),
            "finding number 1 should have a path, a rule and a fingerprint in quotation marks",
        ),
        (f"{GOOD},\n{GOOD}", "known.json:4: the finding f stands twice"),
        ("[" * 100_000, "known.json"),
        ("1" * 10_000, "known.json"),
    ],
)
def test_a_wrong_file_is_told(folder: Path, text: str, told: str) -> None:
    if text.startswith('{"path"'):
        text = f'{{"schema": "claimcheck.baseline/1",\n "findings": [\n{text}]}}'
    (folder / "known.json").write_text(text, encoding="utf-8")
    done = run("check", "--baseline", "known.json", "texte", cwd=folder)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--write-baseline"], "--write-baseline: say which file with --baseline FILE"),
        (["--prune-baseline"], "--prune-baseline: say which file with --baseline FILE"),
        (["--baseline", "a.json", "--write-baseline", "--prune-baseline"], "--prune-baseline: not together with"),
        (["--baseline", "fehlt.json"], "fehlt.json: there is no such baseline; --write-baseline makes one"),
        (["--baseline", "no/such/a.json", "--write-baseline"], "no/such/a.json: cannot be written"),
        (["--baseline", "."], "cannot be read"),
    ],
)
def test_bad_usage(folder: Path, arguments: list[str], told: str) -> None:
    done = run("check", *arguments, "texte", cwd=folder)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
