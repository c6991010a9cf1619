"""The language of a text: ours and others, also in a headline; what is declared goes first."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from command import WRONG, run

from claimcheck import check, languages
from claimcheck.model import Document
from claimcheck.rules import shipped
from claimcheck.segment import Recognised, recognise, segment

TEXTS: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "languages.yaml").read_text(encoding="utf-8"))
FRENCH = "Le chiffre d'affaires a augmenté de huit pour cent, de 400 à 500 millions d'euros.\n"


def test_short_texts() -> None:
    """200 headlines and sentences in our languages, 120 in ten others."""
    wrong = [
        (text, language)
        for language in languages.known()
        for text in TEXTS[language]
        if recognise(text).code != language
    ]
    assert len(wrong) <= 2, wrong  # 99 of 100
    others = {language: texts for language, texts in TEXTS.items() if language not in languages.known()}
    missed = [
        (text, language) for language, texts in others.items() for text in texts if recognise(text).another != language
    ]
    assert len(missed) <= 6, missed  # 95 of 100


def test_examples_of_rules() -> None:
    """Most are one sentence, full of names; a few are a sentence of the other language on purpose."""
    texts = {
        (text, example.language)
        for rule in shipped()
        for example in rule.examples().examples
        for text in example.texts
        if "claimcheck:" not in text
    }
    wrong = [text for text, language in texts if recognise(text).code != language]
    assert len(wrong) <= len(texts) / 100, sorted(wrong)


@pytest.mark.parametrize("text", ["", "12345", "3:1 (2:0)", "+++"])
def test_no_words_no_language(text: str) -> None:
    assert recognise(text) == Recognised()


def test_what_stands_before_the_text_does_not_count() -> None:
    assert recognise(" " * 10_000 + "\n".join(TEXTS["de"])).code == "de"


def test_what_is_declared_goes_first() -> None:
    text = TEXTS["de"][0]
    assert segment(Document.from_text(text, language="en-GB")).language == "en"
    told = segment(Document.from_text(text, language="nl"))
    assert told.language is None
    assert [(each.note, "'nl'" in each.message, "de, en" in each.message) for each in told.problems] == [
        ("language", True, True)
    ]


def test_another_language_is_a_note_in_every_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WRONG.replace("20", "25"), encoding="utf-8")
    (tmp_path / "fr.md").write_text(FRENCH, encoding="utf-8")
    done = run("check", ".", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "anderen Sprache: 1 Datei (fr.md)" in done.stdout
    assert 'executionSuccessful": true' in run("check", "--format", "sarif", ".", cwd=tmp_path).stdout
    assert "::notice file=fr.md" in run("check", "--format", "github", ".", cwd=tmp_path).stdout
    extracted = run("extract", ".", cwd=tmp_path)
    assert extracted.returncode == 0
    assert "'fr'" in extracted.stderr
    (told,) = check([tmp_path]).problems
    assert (told.note, Path(told.path).name) == ("language", "fr.md")


def test_a_source_in_another_language_is_a_mistake(tmp_path: Path) -> None:
    """Nothing of a draft would be found in it."""
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "fr.txt").write_text(FRENCH, encoding="utf-8")
    done = run("check", "a.txt", "--source", "fr.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert "fr.txt" in done.stderr
