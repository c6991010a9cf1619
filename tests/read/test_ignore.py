"""What of a folder is no article, who says so, and that a repository's exit status is that of its articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import RIGHT, WRONG, run

from claimcheck import check
from claimcheck.read import Exclude, collect
from claimcheck.settings import settings
from claimcheck.settings.read import _Reader

FRENCH = "Le chiffre d'affaires a augmenté de huit pour cent, de 400 à 500 millions d'euros.\n"


def made(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def left(folder: Path, *exclude: str | Exclude, below: str = ".") -> str:
    """The files that are read, seen from the folder."""
    return " ".join(str(Path(each).relative_to(folder)) for each in collect([folder / below], exclude)[0])


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    names = "README.md articles/a.md articles/old/b.md dist/c.md node_modules/x/README.md out/d.txt env/e.txt"
    made(tmp_path, **dict.fromkeys(names.split(), RIGHT))
    return made(
        tmp_path,
        **{"requirements.txt": "numpy==2.0\n", ".git/HEAD": "", "env/pyvenv.cfg": "", ".gitignore": "out/\n!\n\n# x\n"},
    )


def test_dependencies_builds_and_what_git_ignores(repository: Path) -> None:
    assert left(repository) == "README.md articles/a.md articles/old/b.md"


def test_later_words_win(repository: Path) -> None:
    made(repository, **{".claimcheckignore": "old/\n!dist/\n!out/\n", "articles/.gitignore": "!old/\n"})
    assert left(repository) == "README.md articles/a.md dist/c.md out/d.txt"
    settings = Exclude(str(repository / "articles"), ("/a.md", "!/old/"))
    assert left(repository, settings) == "README.md articles/old/b.md dist/c.md out/d.txt"
    assert left(repository, settings, Exclude(str(repository), ("!a.md", "/README.md", "dist"))) == (
        "articles/a.md articles/old/b.md out/d.txt"
    )


@pytest.mark.parametrize("below", ["out", "out/d.txt", "env", "node_modules", "requirements.txt"])
def test_what_is_named_is_read(repository: Path, below: str) -> None:
    assert left(repository, below=below).startswith(below)


def test_files_above_count_as_far_as_the_repository(repository: Path, tmp_path: Path) -> None:
    made(repository, **{".gitignore": "old/\n"})
    assert left(repository, below="articles") == "articles/a.md"
    (repository / "articles" / ".git").mkdir()
    assert left(repository, below="articles") == "articles/a.md articles/old/b.md"
    made(repository, **{".claimcheckignore": "old/\n"})
    assert left(repository, below="articles") == "articles/a.md"


def test_a_wrong_pattern_is_told_with_its_line(tmp_path: Path) -> None:
    made(tmp_path, **{"a.md": RIGHT, "b.md": RIGHT, ".claimcheckignore": "\n!\nb.md\n"})
    files, problems = collect([tmp_path], ["!"])
    assert [Path(each).name for each in files] == ["a.md"]
    assert [(Path(each.path).name, each.line, each.note) for each in problems] == [
        ("exclude", None, None),
        (".claimcheckignore", 2, None),
    ]


def test_nothing_left(tmp_path: Path) -> None:
    (problem,) = collect([made(tmp_path, **{"a.md": RIGHT})], ["*.md"])[1]
    assert "left out" in problem.message


def test_a_repository_is_judged_by_its_articles(repository: Path) -> None:
    made(repository, **{"fr/page.md": FRENCH, "node_modules/x/README.md": WRONG, "articles/old/b.md": WRONG})
    done = run("check", ".", "--exclude", "old", cwd=repository)
    assert (done.returncode, done.stderr) == (0, "")
    assert "fr/page.md" in done.stdout
    made(repository, **{"claimcheck.toml": 'exclude = ["/articles/old/"]\n'})
    assert run("check", "--jobs", "2", "../" + repository.name, cwd=repository).returncode == 0
    assert check([repository], exclude=["articles/"]).findings == check([repository / "README.md"]).findings


def test_pages_without_an_article_are_told_and_our_own_sheet_is_none(tmp_path: Path) -> None:
    made(tmp_path, **{"a.md": RIGHT, "menu.html": "<ul><li><a href='/'>Start</a></ul>"})
    assert run("check", "a.md", "--format", "html", "--output", "sheet.html", cwd=tmp_path).returncode == 0
    done = run("check", ".", "--format", "lines", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 Dateien (menu.html, sheet.html)" in done.stdout
    done = run("check", "menu.html", cwd=tmp_path)
    assert done.returncode == 2
    assert "auf dieser Seite ist kein Artikel zu finden" in done.stderr
    assert run("check", "a.md", "--source", "menu.html", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize("language", ["de", "en"])
def test_init_explains_every_setting_and_changes_none(language: str, tmp_path: Path) -> None:
    done = run("init", ".", "--lang-ui", language, cwd=tmp_path)
    assert done.returncode == 0
    assert "claimcheck.toml" in done.stderr
    file = tmp_path / "claimcheck.toml"
    text = file.read_text(encoding="utf-8")
    assert all(line.startswith("# ") for line in text.splitlines() if line)
    found = settings([str(tmp_path)])
    assert found is not None
    assert found._replace(path=None, places={}) == type(found)()
    file.write_text("\n".join(line[2:] for line in text.splitlines() if "=" in line or line == "# [levels]"))
    found = settings([str(tmp_path)])
    assert found is not None
    assert set(_Reader("", tmp_path, {}).keys) <= set(found.places)
    assert run("init", cwd=tmp_path).returncode == 2
