from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from command import run

from archive.killed import kill, write_articles
from claimcheck import Document, Report, to_dict
from claimcheck.archive import Archive, open_to_read, open_to_write, verify
from claimcheck.archive.schema import VERSION, document_of, row_of, terms
from claimcheck.errors import DataError
from claimcheck.inputs import read_articles
from claimcheck.link.across.page import Page
from claimcheck.model import Article
from claimcheck.pipeline import check
from claimcheck.report.console import report as console
from claimcheck.report.words import words
from claimcheck.segment import segment

OLD = "Das Werk in Lindow kostet nach Angaben der Nordwerk AG 61 Millionen Euro und entsteht am alten Hafen.\n"
NEW = "Nach Angaben der Nordwerk AG kostet das Werk in Lindow {} Millionen Euro und entsteht am alten Hafen.\n"
RULE = "cross/values-differ"


def article(text: str, path: str = "a.txt", published: str | None = "2031-05-12") -> Article:
    (found,), problems = read_articles(
        Document.from_text(text, path, published=published, language="de"), date=None, language=None
    )
    assert not problems
    return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    with open_to_write(tmp_path / "a.archive") as archive:
        assert archive.add(article(OLD)) == "added"
    return tmp_path / "a.archive"


def findings(file: Path, text: str, path: str = "neu.txt", published: str | None = "2031-05-13") -> list[str]:
    draft = Document.from_text(text, path, published=published, language="de")
    report = check(draft, archive=file)
    assert not report.problems
    return [each.message for each in report.findings if each.rule == RULE]


def contents(archive: Archive) -> list[tuple[object, ...]]:
    tables = ("article", "term WHERE articles", "posting")
    return [row for table in tables for row in archive.base.execute(f"SELECT * FROM {table}")]


def test_the_same_article_again_changes_nothing(file: Path) -> None:
    with open_to_write(file) as archive:
        before = archive.base.total_changes, contents(archive)
        assert archive.add(article(OLD, "./a.txt")) == "unchanged"
        assert (archive.base.total_changes, contents(archive)) == before


@pytest.mark.parametrize(("text", "day"), [(NEW.format(68), "2031-05-12"), (OLD, "2031-05-11")])
def test_a_changed_article_replaces_the_old_one(file: Path, text: str, day: str) -> None:
    with open_to_write(file) as archive:
        assert archive.add(article(text, published=day)) == "replaced"
        assert [(each.path, each.published) for each in archive.kept()] == [("a.txt", day)]
        assert verify(archive) == ()


def test_a_removed_article_leaves_nothing_behind(file: Path) -> None:
    with open_to_write(file) as archive:
        assert archive.remove("a.txt")
        assert not archive.remove("a.txt")
        assert contents(archive) == []
        assert verify(archive) == ()
    assert findings(file, NEW.format(68)) == []


def test_an_earlier_article_is_shown_with_its_sentence_and_day(file: Path) -> None:
    (message,) = findings(file, NEW.format(68))
    assert "2031-05-12" in message
    assert OLD.strip() in message


@pytest.mark.parametrize(
    ("text", "path", "published"),
    [
        (NEW.format(61), "neu.txt", "2031-05-13"),
        (NEW.format(68), "a.txt", "2031-05-13"),
        (NEW.format(68), "neu.txt", "2031-05-11"),
        ("Der Umbau der Talbrücke in Marbeck dauert 14 Monate.\n", "neu.txt", "2031-05-13"),
    ],
    ids=["agrees", "the article itself", "before it", "another thing"],
)
def test_what_is_no_conflict_with_an_earlier_article(file: Path, text: str, path: str, published: str) -> None:
    assert findings(file, text, path, published) == []


def test_a_later_article_that_agrees_takes_back_an_older_conflict(file: Path) -> None:
    with open_to_write(file) as archive:
        archive.add(article(f"{NEW.format(68)}Es regnete.\n", "b.txt", "2031-05-13"))
    assert findings(file, NEW.format(68), published="2031-05-14") == []
    assert len(findings(file, NEW.format(68), published="2031-05-12")) == 1


def test_two_drafts_with_one_mistake_are_two_findings(file: Path) -> None:
    drafts = [Document.from_text(NEW.format(68), path, published="2031-05-13") for path in ("b.txt", "c.txt")]
    found = [each.places[0].path for each in check(drafts, archive=file).findings if each.rule == RULE]
    assert found == ["b.txt", "c.txt"]


def test_markup_is_read_from_the_archive_as_from_the_file(tmp_path: Path) -> None:
    text = f"# Ein Werk\n\n{OLD.replace('Lindow', '[Lindow](https://lindow.example/61)')}\n- ein Punkt\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (read,), _ = read_articles(tmp_path / "a.md", date="2031-05-12", language=None)
    with open_to_write(tmp_path / "a.archive") as archive:
        archive.add(read)
    report = check(
        Document.from_text(NEW.format(68), "neu.txt", published="2031-05-13"), archive=tmp_path / "a.archive"
    )
    assert [each.rule for each in report.findings] == [RULE]
    (back,) = report.earlier
    assert back.claims == read.claims
    assert back.document.sentences == read.document.sentences
    assert back.document.prose == read.document.prose


def test_of_many_articles_only_those_about_the_same_thing_come_back(tmp_path: Path) -> None:
    with open_to_write(tmp_path / "a.archive") as archive:
        for number in range(80):
            place = f"Ort{chr(97 + number // 26)}{chr(97 + number % 26)}"
            text = f"In {place}burg eröffnete Karla {place}mann das Bad {place}see mit {number + 2} Becken.\n"
            archive.add(article(text, f"{number}.txt"))
        same = [article(OLD, f"werk{number}.txt", f"2031-05-{number + 10}") for number in range(3)]
        for each in same:
            archive.add(each)
        found = archive.related(terms(Page(same[0], 0)), date(2031, 5, 11), ["werk0.txt"])
        assert [archive.row(each).path for each in found] == ["werk1.txt"]


def report_on(file: Path, *drafts: Document) -> Report:
    return check(drafts, archive=file)


def draft(text: str, path: str = "neu.txt") -> Document:
    return Document.from_text(text, path, published="2031-05-14", language="de")


def test_the_draft_itself_is_known_by_its_words_under_any_name(file: Path) -> None:
    report = report_on(file, draft(f"  {OLD.replace(' ', '  ')}\n"))
    assert report.coverage.archive == (0, 0)


LONG = " ".join(f"Am Kai {n} liegt seit {n} Wochen der Kahn Lisbet{n}." for n in range(2, 60))


def test_copies_of_one_report_count_once_as_the_latest_tells_it(file: Path) -> None:
    with open_to_write(file) as archive:
        archive.remove("a.txt")
        for number, paper in enumerate(("Bote", "Kurier", "Blatt")):
            text = f"{OLD}{LONG}\nVon {paper}s Reporter.\n"
            archive.add(article(text.replace("61", str(61 + number)), f"{paper}.txt", f"2031-05-1{number}"))
    report = report_on(file, draft(NEW.format(68)))
    assert report.coverage.archive == (1, 0)
    (message,) = [each.message for each in report.findings if each.rule == RULE]
    assert "2031-05-12" in message
    assert "63 Millionen" in message


def test_what_is_read_for_one_draft_is_bounded_and_the_rest_is_told(file: Path) -> None:
    with open_to_write(file) as archive:
        for number in range(12):
            other = "".join(f"{chr(97 + number)}{each}" for each in "bdfg")
            text = OLD + LONG.replace("Kahn Lisbet", f"Kutter {other}".title()).replace("Kai", f"Ufer {other}".title())
            archive.add(article(text, f"w{number}.txt"))
    report = report_on(file, draft(NEW.format(68)))
    looked = report.coverage.archive
    assert looked is not None
    assert 1 <= looked.compared < 9
    assert looked.compared + looked.left_out == 13
    assert report_on(file, draft(NEW.format(68))) == report
    foot = console(report, words("en"))
    assert f"From the archive: {looked.compared} earlier articles compared, {looked.left_out} more" in foot
    assert to_dict(report)["coverage"]["archive"] == looked._asdict()
    assert "archive" not in to_dict(check(draft(OLD)))["coverage"]


@pytest.mark.parametrize("markup", ["", "# Ein Hafen\n\n"])
def test_of_a_long_article_whole_sentences_are_read(tmp_path: Path, markup: str) -> None:
    (tmp_path / "a.md").write_text(f"{markup}{OLD}\n{LONG} {LONG} {LONG}\n", encoding="utf-8")
    (read,), _ = read_articles(tmp_path / "a.md", date="2031-05-12", language="de")
    row = row_of(read.document, "a.md")
    for most in (120, 1000, 5000):
        cut = segment(document_of(row, most))
        assert len(cut.text) <= most
        assert set(cut.sentences) <= set(read.document.sentences)
        assert len(cut.prose) == len(cut.text)
    assert document_of(row).text == read.document.text
    assert document_of(row, 10).text == ""


def test_an_older_archive_is_brought_up_when_it_is_written(file: Path) -> None:
    with open_to_write(file) as archive:
        archive.add(article(NEW.format(62), "b.txt"))
        before = contents(archive)
    with sqlite3.connect(file) as base:
        base.executescript(
            "CREATE TABLE old (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, articles INTEGER NOT NULL) STRICT;"
            "INSERT INTO old SELECT id, key, articles FROM term; DROP TABLE term; ALTER TABLE old RENAME TO term;"
            "PRAGMA user_version = 1;"
        )
    base.close()
    with pytest.raises(DataError, match="older schema version 1; bring it up with: claimcheck archive add"):
        findings(file, NEW.format(68))
    with open_to_write(file) as archive:
        assert sorted(map(repr, contents(archive))) == sorted(map(repr, before))
        assert verify(archive) == ()
        assert archive.add(article(NEW.format(63), "c.txt")) == "added"
        assert archive.remove("b.txt")
        assert verify(archive) == ()
    assert len(findings(file, NEW.format(68))) == 1


def test_a_migration_that_fails_leaves_the_older_archive(file: Path) -> None:
    with sqlite3.connect(file) as base:
        base.execute("PRAGMA user_version = 1")
        base.execute("CREATE TABLE new_term (x)")  # in the way of the first step
    base.close()
    before = file.read_bytes()
    with pytest.raises(DataError), open_to_write(file):
        pass
    assert file.read_bytes() == before


@pytest.mark.parametrize("form", ["console", "lines", "json", "sarif", "github"])
def test_several_processes_and_sources_write_the_same_bytes(tmp_path: Path, form: str) -> None:
    (tmp_path / "quelle.txt").write_text(NEW.format(70), encoding="utf-8")
    (tmp_path / "neu").mkdir()
    with open_to_write(tmp_path / "a.archive") as archive:
        for number in range(5):
            archive.add(
                article(OLD.replace("61", str(61 + number)) + LONG, f"neu/{number}.txt", f"2031-05-{number + 8:02}")
            )
    for number in (1, 2, 6, 7, 8):
        (tmp_path / "neu" / f"{number}.txt").write_text(NEW.format(60 + number), encoding="utf-8")
    options = ["check", "--archive", "a.archive", "--date", "2031-05-13", "--format", form, "neu", "fehlt.txt"]
    one, two = (run(*options, "--jobs", jobs, cwd=tmp_path) for jobs in ("1", "2"))
    assert (one.stdout, one.stderr, one.returncode) == (two.stdout, two.stderr, two.returncode)
    assert "2031-05-12" in one.stdout
    first, second = (run(*options, "--source", "quelle.txt", "--jobs", jobs, cwd=tmp_path) for jobs in ("1", "2"))
    assert (first.stdout, first.stderr) == (second.stdout, second.stderr)
    assert "2031-05-12" in first.stdout


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE article SET text = text || ' '",
        "UPDATE article SET published = '2031-05-13'",
        "UPDATE term SET articles = 7 WHERE id = 1",
        "DELETE FROM article",
    ],
)
def test_verify_finds_damage(file: Path, damage: str) -> None:
    with sqlite3.connect(file) as base:
        base.execute(damage)
    base.close()
    shown = run("archive", "verify", file)
    assert shown.returncode == 2
    assert str(file) in shown.stderr


def test_an_older_sqlite_page_overwritten_is_found(file: Path) -> None:
    raw = bytearray(file.read_bytes())
    raw[4096:] = bytes(len(raw) - 4096)
    file.write_bytes(raw)
    assert run("archive", "verify", file).returncode == 2


@pytest.mark.parametrize("command", ["add", "list", "verify", "remove", "check"])
@pytest.mark.parametrize("kind", ["newer", "foreign", "text", "truncated"])
def test_a_file_that_is_no_archive_of_ours_is_named_and_left_alone(tmp_path: Path, command: str, kind: str) -> None:
    file = tmp_path / "a.archive"
    if kind == "text":
        file.write_text("Kein Archiv, nur ein langer Text.\n" * 400, encoding="utf-8")
    elif kind == "foreign":
        with sqlite3.connect(file) as base:
            base.execute("CREATE TABLE other (x)")
        base.close()
    else:
        with open_to_write(file) as archive:
            archive.add(article(OLD))
            if kind == "newer":
                archive.base.execute(f"PRAGMA user_version = {VERSION + 1}")
        if kind == "truncated":
            file.write_bytes(file.read_bytes()[:6000])
    before = file.read_bytes()
    (tmp_path / "neu.txt").write_text(NEW.format(68), encoding="utf-8")
    with pytest.raises(DataError) as told:
        if command == "check":
            check(tmp_path / "neu.txt", archive=file)
        elif command == "add":
            with open_to_write(file) as archive:
                archive.add(article(OLD, "b.txt"))
        elif command == "remove":
            with open_to_write(file) as archive:
                archive.remove("a.txt")
        else:
            with open_to_read(file) as archive:
                problems = verify(archive) if command == "verify" else ()
                raise DataError(*problems) if problems else AssertionError(list(archive.kept()))
    assert all(each.path == str(file) for each in told.value.problems)
    assert file.read_bytes() == before


def test_a_missing_archive_is_not_made_by_reading(tmp_path: Path) -> None:
    for command in (["list"], ["verify"], ["remove"]):
        shown = run("archive", *command, "no.archive", *(["a.txt"] if command == ["remove"] else []), cwd=tmp_path)
        assert shown.returncode == 2
        assert "there is no such archive" in shown.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for the superuser")
def test_a_read_only_folder_can_be_read_and_not_written(file: Path) -> None:
    file.chmod(0o444)
    file.parent.chmod(0o555)
    try:
        assert len(findings(file, NEW.format(68))) == 1
        with pytest.raises(DataError, match="read-only"), open_to_write(file) as archive:
            archive.add(article(OLD, "b.txt"))
    finally:
        file.parent.chmod(0o755)


def test_a_full_archive_keeps_what_it_has(file: Path) -> None:
    with open_to_write(file) as archive:
        pages = archive.base.execute("PRAGMA page_count").fetchone()[0]
        archive.base.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DataError, match="the disk is full"):
            archive.add(article(OLD * 500, "b.txt"))
        assert [each.path for each in archive.kept()] == ["a.txt"]
        assert verify(archive) == ()


def test_a_killed_writer_leaves_whole_articles(tmp_path: Path) -> None:
    assert sum(kill(10, tmp_path)) > 0


def test_two_writers_and_a_reader(tmp_path: Path) -> None:
    folders = [tmp_path / "eins", tmp_path / "zwei"]
    for change, folder in enumerate(folders):
        write_articles(folder, change + 1)
    file = tmp_path / "a.archive"
    command = [sys.executable, "-m", "claimcheck", "archive", "add", str(file)]
    writers = [subprocess.Popen([*command, str(folder)], stdout=subprocess.PIPE) for folder in folders]
    counts = []
    while any(writer.poll() is None for writer in writers):
        if file.exists():
            with open_to_read(file) as archive:
                counts.append(sum(1 for _ in archive.kept()))
    for writer in writers:
        assert writer.communicate()[0].count(b"added") == 60
        assert writer.returncode == 0
    assert counts == sorted(counts)
    with open_to_read(file) as archive:
        assert sum(1 for _ in archive.kept()) == 120
        assert verify(archive) == ()


def test_the_commands(tmp_path: Path) -> None:
    (tmp_path / "alt.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "alt.meta.json").write_text('{"published": "2031-05-12", "title": "Ein\\u001b[31m Werk"}')
    (tmp_path / "neu.txt").write_text(NEW.format(68), encoding="utf-8")
    assert run("archive", "add", "a.archive", "alt.txt", cwd=tmp_path).stdout == "added alt.txt\n"
    assert run("archive", "add", "a.archive", "alt.txt", cwd=tmp_path).stdout == "unchanged alt.txt\n"
    listed = run("archive", "list", "a.archive", cwd=tmp_path).stdout
    assert listed.startswith("alt.txt\t2031-05-12\tEin\\x1b[31m Werk\t")
    shown = run("check", "--archive", "a.archive", "--date", "2031-05-13", "--format", "lines", "neu.txt", cwd=tmp_path)
    assert shown.returncode == 1
    assert RULE in shown.stdout
    assert run("archive", "verify", "a.archive", cwd=tmp_path).returncode == 0
    assert run("archive", "remove", "a.archive", "alt.txt", cwd=tmp_path).stdout == "removed alt.txt\n"
    again = run("archive", "remove", "a.archive", "alt.txt", cwd=tmp_path)
    assert again.returncode == 2
    assert "alt.txt" in again.stderr
