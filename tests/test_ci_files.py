"""What the README shows to copy is what the program reads: settings, suppressions, workflows, the pre-commit hook."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from command import WRONG, run

from claimcheck.cli.line import COMMANDS
from claimcheck.model.ledger import in_comments
from claimcheck.settings import Settings, settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_the_settings(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text(blocks("toml")[0], encoding="utf-8")
    found = settings([str(tmp_path)])
    assert found is not None
    assert all(getattr(found, key) for key in Settings._fields)


def test_the_comment() -> None:
    (suppression,) = (each for block in blocks("markdown") for each in in_comments(block))
    assert suppression.fault is None
    assert suppression.until


def test_the_sidecar(tmp_path: Path) -> None:
    (sidecar,) = (block for block in blocks("yaml") if block.startswith("ignore:"))
    (tmp_path / "a.txt").write_text("Am Montag, dem 13. Mai 2025, begann der Umbau.\n", encoding="utf-8")
    (tmp_path / "a.claimcheck.yaml").write_text(sidecar, encoding="utf-8")
    done = run("check", "--language", "de", "--date", "2025-05-14", tmp_path / "a.txt")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("block", [*blocks("yaml"), (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")])
def test_yaml_is_yaml(block: str) -> None:
    assert yaml.safe_load(block)


def test_the_commands_of_the_workflows_run(tmp_path: Path) -> None:
    lines = [
        line for block in blocks("yaml") + blocks("sh") for line in block.splitlines() if "claimcheck check" in line
    ]
    commands = [line.partition("#")[0].split("claimcheck check ")[1].split() for line in lines]
    assert len(commands) == 7
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.md").write_text(WRONG, encoding="utf-8")
    (tmp_path / "articles" / "b.txt").write_text(WRONG, encoding="utf-8")
    for command in commands:
        done = run("check", *command, cwd=tmp_path)
        assert done.returncode in {0, 1}, (command, done.stderr)


def test_the_hook() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"].split()[0] == "claimcheck"
    assert hook["entry"].split()[1] in COMMANDS
    assert re.search(hook["files"], "texte/a.md")
