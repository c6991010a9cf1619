"""Web pages: the article is read as if it were plain text, and every place leads back to the page."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from claimcheck import pipeline
from claimcheck.errors import DataError
from claimcheck.model import Document
from claimcheck.read import read
from claimcheck.read.formats import decode
from claimcheck.read.web import article as web_article
from claimcheck.read.web.scan import scan
from claimcheck.report.claims import brief
from claimcheck.segment import segment
from tests.read.pages import PAGES, PARAGRAPHS, TITLE, Page, around, article, p


def claims(document: Document) -> list[tuple[str, str, str]]:
    """Type, words and value of every claim, in the order of the text."""
    found = pipeline.extract(document._replace(published=date(2032, 5, 4)))
    return [(each.type, _unbroken(each.text), _unbroken(brief(each.value))) for each in found]


def _unbroken(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def in_file(document: Document, source: str, start: int, end: int) -> str:
    """What stands in the file where the places of a stretch of the text say, without tags and names of characters."""
    assert document.origin is not None
    (first, column), (last, behind) = document.origin.at(start), document.origin.end(end)
    lines = re.split(r"\r\n?|\n", source)
    cut = lines[first - 1 : last]
    cut[-1] = cut[-1][: behind - 1]
    cut[0] = cut[0][column - 1 :]
    return " ".join(unescape(re.sub(r"<[^>]*>", "", "\n".join(cut))).split())


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_claims_are_those_of_the_plain_text(tmp_path: Path, page: Page) -> None:
    (tmp_path / "a.html").write_bytes(page.raw)
    document = read(tmp_path / "a.html")
    plain = Document.from_text("\n\n".join(page.paragraphs), language="de")
    assert claims(document) == claims(plain)
    assert document.headline is not None
    assert document.text[slice(*document.headline)] == TITLE


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_places_lead_back_to_the_page(tmp_path: Path, page: Page) -> None:
    (tmp_path / "a.html").write_bytes(page.raw)
    document = segment(read(tmp_path / "a.html"))
    source = decode(page.raw, "a.html", "cp1252" if page.name == "columns" else None).text
    for start, end in (*(claim.span for claim in pipeline.extract(document)), *document.sentences):
        assert in_file(document, source, start, end) == " ".join(document.text[start:end].split())


def test_metadata(tmp_path: Path) -> None:
    page = next(page for page in PAGES if page.name == "described")
    (tmp_path / "a.html").write_bytes(page.raw)
    document = read(tmp_path / "a.html")
    assert (document.published, document.language, document.title) == (date(2032, 5, 4), "de", TITLE)
    assert (document.publisher, document.author) == ("Larsunder Bote", "Ida Falk, Jon Mey")
    assert document.url == "https://bote.example/1"
    assert [document.text[slice(*each.span)] for each in document.regions if each.kind == "caption"] == [
        page.paragraphs[-1]
    ]
    (tmp_path / "a.meta.json").write_text('{"published": "2032-05-05", "author": "wir"}')
    beside = read(tmp_path / "a.html")
    assert (beside.published, beside.author, beside.title) == (date(2032, 5, 5), "wir", TITLE)


def test_what_a_page_says_wrongly_of_itself_is_as_if_not_said(tmp_path: Path) -> None:
    head = (
        '<meta name="date" content="gestern"><meta property="article:published_time" content="0001-01-01">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>'
        f'<script type="application/ld+json">{"[" * 50_000}</script><meta name=author content="https://x.example/a">'
    )
    (tmp_path / "a.html").write_text(around(article(p(*PARAGRAPHS)), head, lang="{{lang}}"), encoding="utf-8")
    document = read(tmp_path / "a.html")
    assert (document.published, document.language, document.author, document.problems) == (None, None, None, ())


@pytest.mark.parametrize("body", ["", "<p>Kurz.</p>" * 0, "<nav><a href='/'>Start</a></nav>", "<html>"])
def test_a_page_without_an_article_is_a_problem(tmp_path: Path, body: str) -> None:
    (tmp_path / "a.html").write_text(body)
    with pytest.raises(DataError, match=r"a\.html: no article was found"):
        read(tmp_path / "a.html")


@pytest.mark.parametrize(
    "page",
    ["<!--" * 20_000, "<" * 20_000, "<a b='" * 20_000, "<div>" * 20_000, "<div>" * 10_000 + "</span>" * 10_000,
     "<svg>" * 20_000, "<p " + "x=" * 20_000, "&#x" * 20_000, "<table><tr><td>" * 6_000],
    ids=lambda page: page[:5],
)  # fmt: skip
def test_a_page_made_to_be_slow_is_not(page: str) -> None:
    """Each would take minutes if any part of the page was looked at again and again."""
    scan(page)


def test_an_article_made_to_be_slow_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would take minutes if the article was gone through for every piece of the page."""
    words = "Ende" + "a" * 480_000 + PARAGRAPHS[0]
    blocks = [PARAGRAPHS[0], *[("a" * 23 + "b") * 3] * 6_000, *["a" * 19 + "b"] * 20_000]
    monkeypatch.setattr(web_article, "_extracted", lambda _: words)
    page = "".join(f"<p>{block}</p>" for block in blocks)
    assert web_article.choose(scan(page), page) == (0,)


def test_a_lead_below_the_headline_is_text(tmp_path: Path) -> None:
    """The page does not say that it is one; further down the same class is for other articles."""
    lead, other = "Die Stadt verliert damit 3 ihrer 11 größten Arbeitgeber.", "Die Fähre nach Lindow fährt 2033 wieder."
    teasers = [f'<p class="teaser">{text}</p>' for text in (lead, "Von Ida Falk und Jon Mey, beide in Lindow", other)]
    (tmp_path / "a.html").write_text(around(article(*teasers[:2], p(*PARAGRAPHS), teasers[2])), encoding="utf-8")
    text = read(tmp_path / "a.html").text
    assert text.startswith(f"{TITLE}\n\n{lead}\n\n{PARAGRAPHS[0][:20]}")
    assert other not in text


def test_a_paragraph_that_begins_like_the_teaser_is_found_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    teaser = f"{PARAGRAPHS[0][:60]} …"
    page = "".join(f"<p>{block}</p>" for block in (teaser, *PARAGRAPHS[:3]))
    monkeypatch.setattr(web_article, "_extracted", lambda _: " ".join((teaser, *PARAGRAPHS[:3])))
    assert web_article.choose(scan(page), page) == (0, 1, 2, 3)


def test_more_text_than_an_article_has_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(around(article(p(*PARAGRAPHS * 2_500))), encoding="utf-8")
    with pytest.raises(DataError, match="split it into its articles"):
        read(tmp_path / "a.html")
