"""The house rules that a program can check."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest

import claimcheck
from claimcheck import report

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "claimcheck"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 300
MOST = 398  # modules: fewer each time

HEAVY = (
    "pydantic", "yaml", "rich", "jinja2", "rapidfuzz", "hashlib", "tomllib", "importlib.metadata", "asyncio", "email",
    "numpy", "pathspec", "starlette", "uvicorn",
)  # fmt: skip


def languages() -> list[str]:
    return sorted(path.name for path in (PACKAGE / "languages").iterdir() if any(path.glob("*.yaml")))


def strings(path: Path) -> set[str]:
    """The string constants of a module that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docs)
    return {node.value for node in constants if isinstance(node.value, str)}


def test_no_module_is_long() -> None:
    lengths = {str(path.relative_to(PACKAGE)): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_modules_are_few() -> None:
    assert len(MODULES) <= MOST


def test_no_language_is_named_in_code() -> None:
    named = {str(path.relative_to(PACKAGE)): strings(path) & {*languages(), "german", "english"} for path in MODULES}
    assert not {path: found for path, found in named.items() if found}


def test_no_drawer_for_odds_and_ends() -> None:
    assert not {path.stem for path in MODULES} & {"utils", "util", "helpers", "common", "misc", "core", "manager"}


def test_every_language_has_the_same_files() -> None:
    files = {language: {path.name for path in (PACKAGE / "languages" / language).iterdir()} for language in languages()}
    assert len(set(map(frozenset, files.values()))) == 1, files


@pytest.mark.parametrize(
    ("home", "formats"),
    [(report.REPORTERS, get_args(report.Format)), (report.CLAIM_REPORTERS, get_args(report.ClaimFormat))],
    ids=["findings", "claims"],
)
def test_reporters_are_a_literal_map_and_all_load(home: dict[str, str], formats: tuple[str, ...]) -> None:
    assert set(home) == set(formats)
    assert all(callable(report.reporter(name, home)) for name in home)


@pytest.mark.parametrize("name", claimcheck.__all__)
def test_public_names_load(name: str) -> None:
    assert getattr(claimcheck, name).__name__ == name


def test_a_subpackage_does_not_take_the_place_of_a_public_name() -> None:
    import_module("claimcheck.extract")
    assert callable(claimcheck.extract)


def test_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert claimcheck.__version__ == project["version"]
    assert f"## {claimcheck.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def loaded(code: str) -> set[str]:
    shown = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint('\\n'.join(sys.modules), file=sys.stderr)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(shown.stderr.split())


def test_importing_the_package_loads_nothing_else() -> None:
    assert {name for name in loaded("import claimcheck") if name.startswith("claimcheck")} == {
        "claimcheck",
        "claimcheck.version",
    }


@pytest.mark.parametrize(
    ("command", "form"),
    [
        *((command, form) for command in ("check", "extract") for form in get_args(report.ClaimFormat)),
        ("check", "sarif"),
        ("check", "github"),
    ],
)
def test_a_warm_command_loads_nothing_heavy(command: str, form: str, tmp_path: Path) -> None:
    article = tmp_path / "artikel.txt"
    article.write_text(
        "Der Umsatz stieg von 400 Millionen Euro auf 500 Millionen Euro, ein Plus von 25 Prozent.\n", encoding="utf-8"
    )
    code = (
        "from claimcheck.cli import main\n"
        f"try:\n    main([{command!r}, '--format', {form!r}, {str(article)!r}])\n"
        "except SystemExit as end:\n    assert end.code == 0, end.code\n"
    )
    loaded(code)
    tables = {"rich"} if (command, form) == ("extract", "console") else set()
    assert {name for name in HEAVY if name in loaded(code)} == tables


def test_nothing_names_a_place_on_the_machine() -> None:
    own = ("src", "tests", "rules", "schema", "benchmarks", ".ci")
    files = [path for folder in own for path in (ROOT / folder).rglob("*") if path.suffix != ".pyc" and path.is_file()]
    files += [path for path in ROOT.iterdir() if path.suffix in {".md", ".toml"} or path.name == "Makefile"]
    pattern = re.compile(r"(?<![\w.])/(?:work|tmp|root|home)/")
    named = [path for path in files if pattern.search(path.read_text(encoding="utf-8", errors="replace"))]
    assert [path for path in named if path != Path(__file__)] == []
