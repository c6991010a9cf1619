"""claimcheck.toml and [tool.claimcheck]: found nearest upward, checked key by key, beaten by options."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import RULE, WRONG, run

from claimcheck.errors import DataError
from claimcheck.settings import Settings
from claimcheck.settings import settings as find


@pytest.fixture
def article(tmp_path: Path) -> Path:
    folder = tmp_path / "texte" / "heute"
    folder.mkdir(parents=True)
    path = folder / "a.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


def settings(paths: list[str]) -> Settings:
    return find(paths) or Settings()


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path, text: str, name: str = "claimcheck.toml") -> list[str]:
    file = write(path.parent / name, text)
    with pytest.raises(DataError) as caught:
        settings([str(path)])
    return [str(problem).replace(str(file), "FILE") for problem in caught.value.problems]


def test_none_is_none(article: Path) -> None:
    assert settings([str(article)]) == Settings()


def test_the_nearest_file_upward_holds(article: Path, tmp_path: Path) -> None:
    write(tmp_path / "claimcheck.toml", 'language = "en"\nfail_on = "hint"\n')
    assert settings([str(article)]).language == "en"
    write(article.parent / "pyproject.toml", '[tool.claimcheck]\nlanguage = "de"\n')
    near = settings([str(article.parent)])
    assert (near.language, near.fail_on) == ("de", None)


def test_a_project_file_without_our_table_is_passed_over(article: Path, tmp_path: Path) -> None:
    write(tmp_path / "claimcheck.toml", 'fail_on = "never"\n')
    write(article.parent / "pyproject.toml", '[project]\nname = "claimcheck-user"\n[tool.claimchecker]\nx = 1\n')
    assert settings([str(article)]).fail_on == "never"


def test_our_own_file_goes_before_the_shared_one(article: Path) -> None:
    write(article.parent / "claimcheck.toml", 'language = "en"\n')
    write(article.parent / "pyproject.toml", '[tool.claimcheck]\nlanguage = "de"\n')
    assert settings([str(article)]).language == "en"


def test_all_keys(article: Path) -> None:
    write(
        article.parent / "claimcheck.toml",
        'select = ["core"]\nignore = ["core/total-wrong"]\nfail_on = "warning"\nformat = "lines"\nlanguage = "de"\n'
        'lang_ui = "en"\nbaseline = "known.json"\nreference = ["facts"]\nquotations = "same"\njobs = 2\n'
        f'exclude = ["alt/"]\nrules = ["haus"]\n[levels]\n"{RULE}" = "hint"\n',
    )
    found = settings([str(article)])
    assert found._replace(places={}, path=None) == Settings(
        select=("core",),
        ignore=("core/total-wrong",),
        levels={RULE: "hint"},
        fail_on="warning",
        format="lines",
        language="de",
        lang_ui="en",
        baseline=str(article.parent / "known.json"),
        exclude=("alt/",),
        rules=(str(article.parent / "haus"),),
        reference=(str(article.parent / "facts"),),
        quotations="same",
        jobs=2,
    )
    assert len(Settings._fields) - 2 <= 13  # each doubles the states to test


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('fail-on = "error"\n', "FILE:1:1: the key 'fail-on' is not known; did you mean 'fail_on'?"),
        ('\nfail_on = "eror"\n', "FILE:2:1: 'eror' is not possible for 'fail_on'; did you mean 'error'?"),
        ('language = "de"\nselect = "core"\n', "FILE:2:1: 'select' should be a list of texts"),
        ("jobs = 0\n", "FILE:1:1: 'jobs' should be a whole number from 1"),
        ("jobs = true\n", "FILE:1:1: 'jobs' should be a whole number from 1"),
        ('levels = {"core/x" = "eror"}\n', "FILE:1:11: 'eror' is no level; did you mean 'error'?"),
        ('[levels]\n"core/x" = 3\n', "FILE:2:1: 3 is no level"),
        ("levels = 3\n", "FILE:1:1: 'levels' should be a table"),
        ('format = "pdf"\n', "FILE:1:1: 'pdf' is not possible for 'format' (known: console, lines, json, sarif"),
        ("baseline = 3\n", "FILE:1:1: 'baseline' should be a text"),
        ("language = \n", "FILE:1:12: this is no TOML: invalid value"),
        ('language = "de"\nlanguage = "en"\n', "FILE:2"),
        ("[other]\nx = 1\n", "FILE:1:1: the key 'other' is not known"),
        ("x = " + "[" * 5000 + "]" * 5000, "FILE: this is no TOML"),
    ],
)
def test_mistakes_have_their_place_and_a_suggestion(article: Path, text: str, told: str) -> None:
    found = problems(article, text)
    assert len(found) == 1
    assert found[0].startswith(told)


def test_all_mistakes_are_told_at_once(article: Path) -> None:
    assert len(problems(article, 'fail_on = "x"\nquotation = "off"\njobs = "two"\n')) == 3


def test_places_in_a_shared_file(article: Path) -> None:
    text = '[project]\nselect = "x"\n\n[tool.claimcheck]\nselct = ["core"]\n'
    assert problems(article, text, "pyproject.toml")[0].startswith("FILE:5:1: the key 'selct'")


def test_a_file_that_is_no_text(article: Path) -> None:
    (article.parent / "claimcheck.toml").write_bytes(b'language = "de"\nx = "\xff"\n')
    with pytest.raises(DataError, match=r"claimcheck\.toml:2:6: this is not UTF-8"):
        settings([str(article)])


def test_a_hostile_file_takes_linear_time(article: Path) -> None:
    write(article.parent / "claimcheck.toml", "#" + " " * 900_000 + "\n" + "'" * 50_000)
    with pytest.raises(DataError):
        settings([str(article)])


def test_a_rule_that_no_one_knows_is_told_with_its_place(article: Path) -> None:
    file = write(article.parent / "claimcheck.toml", 'fail_on = "hint"\nignore = ["core", "core/weekday-worng"]\n')
    done = run("check", article)
    assert done.returncode == 2
    assert (
        f"{file}:2:19: 'core/weekday-worng': no rule is called this; did you mean 'core/weekday-wrong'?" in done.stderr
    )


def test_settings_hold_and_options_win(article: Path) -> None:
    write(article.parent / "claimcheck.toml", f'format = "lines"\n[levels]\n"{RULE}" = "hint"\n')
    done = run("check", article)
    assert done.returncode == 0
    assert f"hint {RULE}" in done.stdout
    done = run("check", "--level", f"{RULE}=error", "--format", "json", article)
    assert done.returncode == 1
    assert '"level": "error"' in done.stdout


def test_a_pack_has_a_level_and_its_rules_another(article: Path) -> None:
    done = run("check", "--level", "core=hint", "--level", f"{RULE}=warning", "--format", "lines", article)
    assert f"warning {RULE}" in done.stdout


@pytest.mark.parametrize("level", ["core/change-percent-wrong", "core=eror", "=hint", "core/no-such=hint"])
def test_a_level_that_is_none(article: Path, level: str) -> None:
    done = run("check", "--level", level, article)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("claimcheck: ")


def test_standard_input_has_the_settings_of_the_working_folder() -> None:
    assert settings(["-"]) == settings(["."])
