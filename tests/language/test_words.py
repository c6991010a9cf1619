"""The tables of inflected forms are those their sources give."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from claimcheck import languages
from claimcheck.language.words import words_of
from claimcheck.languages.vocabulary import is_word
from claimcheck.languages.word_roles import named

TOOL = Path(__file__).parents[2] / "tools" / "words.py"
FORMS = [
    ("de", "stieg", "steigen", "finite"),
    ("de", "abgebaut", "abbauen", "participle"),
    ("de", "anzukommen", "ankommen", "to_infinitive"),
    ("de", "verkauft", "verkaufen", "participle"),
    ("de", "überstieg", "übersteigen", "past"),
    ("en", "rose", "rise", "past"),
    ("en", "bought", "buy", "participle"),
    ("en", "falls", "fall", "singular_verb"),
]


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("words", TOOL)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("code", languages.known())
def test_the_table_equals_its_source(code: str) -> None:
    try:
        table = _tool().table(code)
    except ModuleNotFoundError as error:
        pytest.skip(f"{error.name} is not installed")
    except Exception as error:  # importlib.metadata's own for a package that is missing
        if type(error).__name__ != "PackageNotFoundError":
            raise
        pytest.skip(str(error))
    kept = (Path(languages.HERE) / code / "words.txt").read_text(encoding="utf-8")
    assert table == kept
    assert _tool().vocabulary(code) == (Path(languages.HERE) / code / "vocabulary.bin").read_bytes()


@pytest.mark.parametrize(("code", "form", "lemma", "role"), FORMS)
def test_a_form_is_known(code: str, form: str, lemma: str, role: str) -> None:
    words = words_of(code)
    assert words is not None
    known = words.look[form]
    assert known.lemma == lemma
    assert role in named(known.roles)


KNOWN = {
    "de": ("Autofahrerin", "Autofahrerinnen", "Ausschlusses", "Bürgermeister", "Zahnärzten", "Molkereien"),
    "en": ("northern", "mentee", "panellists", "stratigraphies"),
}
UNKNOWN = {
    "de": ("Lohkamp", "Berlin", "Ausschluz", "Molkerrei", "autofahrerin"),
    "en": ("lowcamp", "Northern", "norhtern"),
}


@pytest.mark.parametrize("code", languages.known())
def test_words_are_known_in_all_forms_and_names_are_not(code: str) -> None:
    assert [each for each in KNOWN[code] if not is_word(code, each)] == []
    assert [each for each in UNKNOWN[code] if is_word(code, each)] == []
