"""Everything the program says in English is said in the reader's language."""

from __future__ import annotations

import ast
import inspect
import json
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
import typer

import claimcheck
from claimcheck.cli.line import line
from claimcheck.report.words import translated
from tests.command import WRONG, run

PACKAGE = Path(claimcheck.__file__).parent
ENTRIES: dict[str, str] = json.loads((PACKAGE / "report" / "translations" / "de.json").read_text(encoding="utf-8"))
SPEAKING = (
    "archive baseline cli datafile errors.py files.py inputs.py ledger model/document.py read reference "
    "report/words.py rules segment serve settings"
)
"""What may find something wrong with what a user gives us, or ends with it."""
SENTENCE = re.compile(r"[a-z{}]{2,}'? [a-z{'\"].*[a-z{}]{2,}'? [a-z{'\"(]")
GAP = "{}"
NO_MESSAGE = re.compile(r"'none'|'self'|<!doctype|serve too much|^ag se sa |Input should be|should be$|^or instance of")
ADDED = re.compile(r"(?<=[\w'])\{\}$")
"""A gap for what may be added."""
PARSER = re.compile(r"mapping values are not allowed|cannot start any token|at line ")
"""What is looked for in the words of a parser, and told in others."""


def _sentences(path: Path) -> Iterator[str]:
    """The strings of a module that look like part of a sentence, with gaps; no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    parts = {id(part) for each in ast.walk(tree) if isinstance(each, ast.JoinedStr) for part in each.values}
    for each in ast.walk(tree):
        if id(each) in docstrings | parts:
            continue
        if isinstance(each, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else GAP for part in each.values)
        elif isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def _spoken() -> Iterator[str]:
    for place in SPEAKING.split():
        root = PACKAGE / place
        for path in [root] if root.is_file() else sorted(root.rglob("*.py")):
            for text in _sentences(path):
                words = " ".join(text.split())
                if SENTENCE.search(words) and not NO_MESSAGE.search(words) and not PARSER.search(words):
                    yield ADDED.sub("", words)


def test_every_message_has_a_translation() -> None:
    found = {each if each[0] not in ";(" else f"x{' ' * (each[0] == '(')}{each}" for each in _spoken()}
    assert len(found) > 200
    assert sorted(each for each in found if translated(each, "de") == each) == []


def test_a_translation_fills_what_the_english_fills() -> None:
    for english, said in ENTRIES.items():
        fields = [{name for _, name, _, _ in Formatter().parse(each) if name is not None} for each in (english, said)]
        assert fields[0] == fields[1], english


def test_every_page_of_help_is_translated() -> None:
    def texts(command: typer.core.TyperGroup | typer.core.TyperCommand) -> Iterator[str]:
        yield from inspect.cleandoc(command.help or "").split("\n\n")
        yield from (each.help for each in command.params if getattr(each, "help", None))
        for each in getattr(command, "commands", {}).values():
            yield from texts(each)

    found = {" ".join(each.split()) for each in texts(typer.main.get_command(line())) if "\b" not in each}
    assert len(found) > 100
    assert sorted(each for each in found if translated(each, "de") == each and each not in ENTRIES) == []


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("no rule is called this; did you mean 'core/x'?", "so heißt keine Regel; gemeint ist vielleicht 'core/x'"),
        (
            "the key 'a' is not known; did you mean 'b'? (known: b, c)",
            "der Schlüssel 'a' ist nicht bekannt; gemeint ist vielleicht 'b' (bekannt: b, c)",
        ),
        ("the file cannot be read: permission denied", "die Datei ist nicht zu lesen: keine Berechtigung"),
        ("the file cannot be read: of a new kind", "die Datei ist nicht zu lesen: of a new kind"),
        ("what nobody has written", "what nobody has written"),
        ("the file cannot be read: ", "the file cannot be read: "),
    ],
)
def test_what_is_filled_in_is_translated_too(english: str, german: str) -> None:
    assert translated(english, "de") == german
    assert translated(english, "en") == translated(english, None) == english


def test_all_of_the_output_is_in_the_readers_language(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(WRONG, encoding="utf-8")
    (tmp_path / "b.xyz").write_text("x", encoding="utf-8")
    asked = run("check", "a.md", "none.md", "b.xyz", "--lang-ui", "de", "--format", "json", cwd=tmp_path)
    told = [each["message"] for each in json.loads(asked.stdout)["problems"]]
    assert told[1:] == ["diese Datei oder diesen Ordner gibt es nicht"]
    assert told[0].startswith("lesbar sind nur .")
    assert "none.md: diese Datei oder diesen Ordner gibt es nicht" in asked.stderr
    assert "können nicht alle stimmen" in json.loads(asked.stdout)["findings"][0]["why"]


@pytest.mark.parametrize(
    ("arguments", "settings", "locale"),
    [
        (("--lang-ui", "de"), "", "en_US.UTF-8"),
        (("--lang-ui=de",), 'lang_ui = "en"', "C"),
        ((), 'lang_ui = "de"', "en_US.UTF-8"),
        ((), "", "de_AT.UTF-8"),
    ],
)
def test_help_and_wrong_usage_follow_option_settings_and_locale(
    tmp_path: Path, arguments: tuple[str, ...], settings: str, locale: str
) -> None:
    (tmp_path / "claimcheck.toml").write_text(f"{settings}\n", encoding="utf-8")
    given = run("check", *arguments, "--help", cwd=tmp_path, LC_ALL=locale, LANGUAGE="").stdout
    assert given.startswith("Aufruf: claimcheck check [OPTIONEN]")
    assert "Der Erscheinungstag, für alle Artikel." in given
    wrong = run("check", *arguments, cwd=tmp_path, LC_ALL=locale, LANGUAGE="")
    assert wrong.returncode == 2
    assert "Fehler: Es fehlt die Angabe 'PATH...'." in wrong.stderr
    none = run("check", *arguments, "x.md", "--level", "x=y", cwd=tmp_path, LC_ALL=locale, LANGUAGE="")
    assert "--level: 'x=y' sollte REGEL=STUFE heißen" in none.stderr
