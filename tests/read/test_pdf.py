"""PDF files: places by page and line; what is no article is a problem."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from claimcheck import pipeline
from claimcheck.errors import DataError
from claimcheck.model import Document
from claimcheck.read import pdf, read
from tests.read.pages import PARAGRAPHS, TITLE
from tests.read.test_web import claims

pytest.importorskip("pypdf")

TEXTS = (*PARAGRAPHS[:3], f"{PARAGRAPHS[3]} Der Auftrag der Reederei Larsund ist 9 Millionen Euro wert.")


def made(*pages: list[str], behind: bytes = b"") -> bytes:
    """A file with these lines on its pages, in a type that every reader knows, and something `behind` them."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        content = 4 + 2 * number + 1
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>".encode()
        )
        shown = b"".join(b"(" + line.encode("cp1252").replace(b"(", b"") + b") Tj T*\n" for line in lines)
        stream = b"BT /F 10 Tf 14 TL 50 800 Td\n" + shown + b"ET" + behind
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
    file = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table)
    return file + end + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(file))


def wrapped(text: str, width: int = 70) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def three_pages() -> list[list[str]]:
    """A headline and four paragraphs, a word parted at a line's end, a running head and numbers of pages."""
    texts = [wrapped(text) for text in TEXTS]
    at = next(n for n, line in enumerate(texts[3]) if "Reederei" in line)
    before, _, after = texts[3][at].partition("Reederei")
    texts[3][at : at + 1] = [f"{before}Reede-", f"rei{after}"]
    body = ([TITLE, *texts[0]], [*texts[1], *texts[2]], texts[3])
    return [["Larsunder Bote vom 4. Mai", *lines, str(number)] for number, lines in enumerate(body, 1)]


def test_claims_and_places(tmp_path: Path) -> None:
    pages = three_pages()
    (tmp_path / "a.pdf").write_bytes(made(*pages))
    document = read(tmp_path / "a.pdf")
    plain = Document.from_text("\n\n".join((TITLE, *TEXTS)), language="de")
    assert claims(document._replace(language="de")) == claims(plain)
    assert document.origin is not None
    assert document.origin.counted == "page"
    for claim in pipeline.extract(document._replace(language="de")):
        page, line = document.origin.at(claim.span.start)
        assert claim.text.split()[0].strip("\u00ad") in pages[page - 1][line - 1]


def test_one_long_line_makes_no_other_short(tmp_path: Path) -> None:
    lines = [
        "Die Reederei Larsund hat zwei neue Schiffe bestellt und zahlt dafür.",
        "Gebaut werden sie in Lindow, und das erste fährt schon im Sommer ab.",
        "Das zweite folgt ein Jahr später, sagt die Sprecherin der Reederei.",
        "Das reicht.",
        "Der Hafen wächst mit den Schiffen und bekommt einen neuen Liegeplatz.",
    ]
    texts = []
    for name, more in (("a", []), ("b", ["", "Anzeige " * 15])):
        (tmp_path / f"{name}.pdf").write_bytes(made([*lines, *more]))
        texts.append(read(tmp_path / f"{name}.pdf").text.split(lines[4])[0])
    assert texts[0] == texts[1] == " ".join(lines[:4]) + "\n\n"


def test_work_without_text_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(made(*three_pages(), behind=b" q Q" * 1_000))
    monkeypatch.setattr(pdf, "MOST_STEPS", 5_000)  # more than for the length of the pages alone
    with pytest.raises(DataError, match="more on its pages than an article"):
        read(tmp_path / "a.pdf")


def test_numbers_that_draw_nothing_have_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of them takes seconds and is no step; so they count by their length, before they are read."""
    (tmp_path / "a.pdf").write_bytes(made(*three_pages(), behind=b" 0" * 9_000))
    monkeypatch.setattr(pdf, "MOST_STEPS", 10_000)
    with pytest.raises(DataError, match="more on its pages than an article"):
        read(tmp_path / "a.pdf")


def test_what_cannot_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = made(*three_pages())
    for name, raw, message in (
        ("picture", made([]), "no text"),
        ("broken", b"%PDF-1.4\nnothing of a file", "the file is broken"),
        ("cut", good[:300], "the file is broken"),
        ("long", made(*[["Text"]] * 301), "more than 300 pages"),
        ("full", made([70 * "x"] * 3_000), "more on its pages than an article"),
    ):
        (tmp_path / f"{name}.pdf").write_bytes(raw)
        with pytest.raises(DataError, match=message):
            read(tmp_path / f"{name}.pdf")
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415

    (tmp_path / "a.pdf").write_bytes(good)
    writer = PdfWriter(clone_from=PdfReader(tmp_path / "a.pdf"))
    writer.encrypt("geheim", algorithm="RC4-128")
    writer.write(tmp_path / "b.pdf")
    with pytest.raises(DataError, match="has a password"):
        read(tmp_path / "b.pdf")
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(DataError, match=r"install 'claimcheck-news\[pdf\]'"):
        read(tmp_path / "a.pdf")
