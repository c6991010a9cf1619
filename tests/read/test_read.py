"""Paths, encodings and metadata: what is read, and what is said about what cannot be."""

import codecs
import io
import os
from datetime import date
from pathlib import Path

import pytest

from claimcheck.errors import DataError, faults
from claimcheck.read import MAX_BYTES, SUFFIXES, collect, read
from tests.read.pages import PAGES, TITLE
from tests.read.word_files import FILES

TEXT = "Nordwerk zahlt 14 Millionen €.\r\nDas wäre „viel“.\n"


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("cp1252"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
)
def test_encodings(tmp_path: Path, raw: bytes) -> None:
    document = read(write(tmp_path / "a.txt", raw))
    assert document.text == TEXT
    assert document.problems == ()
    assert len(document.prose) == len(TEXT)
    assert "\r" not in document.prose


def test_declared_encoding(tmp_path: Path) -> None:
    write(tmp_path / "a.meta.json", '{"encoding": "iso-8859-2"}')
    assert read(write(tmp_path / "a.txt", "Łódź".encode("iso-8859-2"))).text == "Łódź"


def test_damaged_utf8_keeps_its_good_characters(tmp_path: Path) -> None:
    document = read(write(tmp_path / "a.txt", "Größe\nÄrger ".encode() + b"\xff" + "über Höhe".encode()))
    assert document.text.startswith("Größe\nÄrger \ufffd")
    assert [(p.line, p.column) for p in document.problems] == [(2, 7)]


@pytest.mark.parametrize("raw", [b"a\0b", b"%PDF-1.7 text", b"PK\x03\x04abc", bytes(range(1, 32)) * 50])
def test_binary_files_are_refused(tmp_path: Path, raw: bytes) -> None:
    path = write(tmp_path / "a.txt", raw)
    with pytest.raises(DataError, match=r"a\.txt: this is no text file"):
        read(path)


def test_bytes_no_encoding_has(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"a\.txt:1:4: the byte 0x81 is not possible in cp1252"):
        read(write(tmp_path / "a.txt", b"abc\x81"))


def test_too_large_a_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(DataError, match="larger than 16 MB"):
        read(path)


def test_an_empty_file_is_an_empty_document(tmp_path: Path) -> None:
    assert read(write(tmp_path / "a.txt", b"")).text == ""


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "x")
    path.chmod(0)
    with pytest.raises(DataError, match="permission denied"):
        read(path)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Größe".encode())))
    document = read("-")
    assert (document.path, document.text) == ("-", "Größe")


def test_collect(tmp_path: Path) -> None:
    folder = tmp_path / "artikel"
    for name in ("b.txt", "a.md", "unter/c.TXT", "bild.png", ".geheim.txt", ".git/d.txt", "a.meta.json"):
        write(folder / name, "x")
    (tmp_path / "leer").mkdir()
    files, problems = collect(
        [
            folder,
            folder / "b.txt",
            "-",
            tmp_path / "fehlt.txt",
            folder / "bild.png",
            folder / "a.meta.json",
            tmp_path / "leer",
        ]
    )
    assert files == [*(str(folder / name) for name in ("a.md", "b.txt", "unter/c.TXT")), "-"]
    assert [(Path(p.path).name, p.message) for p in problems] == [
        ("bild.png", f"only {', '.join(SUFFIXES)} can be read"),
        ("fehlt.txt", "there is no such file or folder"),
        ("bild.png", f"only {', '.join(SUFFIXES)} can be read"),
        ("a.meta.json", f"only {', '.join(SUFFIXES)} can be read; metadata are read together with their article"),
        ("leer", f"the folder has no articles ({', '.join(SUFFIXES)}) that are not left out"),
    ]


def test_a_folder_names_what_it_did_not_read(tmp_path: Path) -> None:
    """Five kinds of file: each is read, or named with a note, which is no bad input."""
    (page,) = (each for each in PAGES if each.name == "described")
    (word,) = (each for each in FILES if each.name == "plain")
    for name, content in (("a.txt", TEXT), ("b.md", f"# Titel\n\n{TEXT}"), ("c.html", page.raw), ("d.docx", word.raw),
                          ("e.xlsx", b"PK"), ("a.claims.json", "{}"), ("a.claimcheck.yaml", "ignore: []")):  # fmt: skip
        write(tmp_path / name, content)
    files, problems = collect([tmp_path])
    assert [Path(file).name for file in files] == ["a.txt", "b.md", "c.html", "d.docx"]
    assert all(read(file).text for file in files)
    assert [(Path(each.path).name, each.note) for each in problems] == [("e.xlsx", "format")]
    assert faults(problems) == ()


@pytest.mark.parametrize(
    ("called", "raw", "headline"),
    [("unter/a.md", b"---\ntitle: T\n---\n# Kopf\n\nText.", "Kopf"), ("a.html", PAGES[-1].raw, TITLE)],
)
def test_standard_input_is_read_as_it_is_called(
    monkeypatch: pytest.MonkeyPatch, called: str, raw: bytes, headline: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
    document = read("-", called)
    assert document.path == called
    assert document.headline is not None
    assert document.text[slice(*document.headline)] == headline


def test_a_link_to_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "weg.txt")
    with pytest.raises(DataError, match="no such file"):
        read(tmp_path / "a.txt")


def test_sidecar(tmp_path: Path) -> None:
    write(
        tmp_path / "a.meta.json",
        '{"published": "2031-05-04T08:00:00+02:00", "language": "de", "title": "T", '
        '"publisher": "P", "url": "u", "x": 1}',
    )
    document = read(write(tmp_path / "a.txt", "x"))
    assert (document.published, document.language) == (date(2031, 5, 4), "de")
    assert (document.title, document.publisher, document.url) == ("T", "P", "u")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{"title": "T",\n  "published": "2021-13-45"}',
         (2, 3, "'2021-13-45' is no date; write it as YYYY-MM-DD, for example 2025-06-19")),
        ('{"title": "T",\n "published": 7}', (2, 2, "'published' should be a date such as \"2025-06-19\"")),
        ('{"title": "T",\n "language": 7}', (2, 2, "'language' should be a text in quotation marks")),
        ('{"title": "T",\n}', (2, 1, None)),
        ("[]", (1, 1, 'this should be an object such as {"published": "2025-06-19"}')),
        ("[" * 100_000, (None, None, None)),
        (b"\xff", (None, None, None)),
    ],
)  # fmt: skip
def test_a_broken_sidecar_is_a_problem_beside_the_text(
    tmp_path: Path, content: str | bytes, expected: tuple[int, int, str | None]
) -> None:
    write(tmp_path / "a.meta.json", content)
    document = read(write(tmp_path / "a.txt", "x"))
    line, column, message = expected
    (problem,) = document.problems
    assert problem.path.endswith("a.meta.json")
    assert (problem.line, problem.column) == (line, column)
    assert message in (None, problem.message)
