"""Twelve web pages of one made-up article, each with another trouble, and the text a reader would see in it."""

from __future__ import annotations

import json
from typing import NamedTuple

TITLE = "Werft Larsund streicht 340 Stellen"
TEASER = "Der Schiffbauer aus Larsund baut bis Ende 2032 jede fünfte Stelle ab. Die Belegschaft erfuhr es am Dienstag."
PARAGRAPHS = (
    "Die Werft Larsund streicht bis Ende 2032 insgesamt 340 von 1700 Stellen. Das sagte Vorstandschefin Merle Adam am "
    "Dienstag, 4. Mai 2032, vor der Belegschaft.",
    "Der Umsatz war im vergangenen Jahr um 12,5 Prozent auf 430 Millionen Euro gesunken. „Wir haben zu lange "
    "gewartet“, sagte Adam. Im Jahr 2030 hatte die Werft noch 28 Schiffe gebaut, zuletzt waren es 19.",
    "Die Gewerkschaft nannte die Pläne einen Fehler. Ihr Sprecher Ole Brandt rechnet mit 2000 Teilnehmern bei einer "
    "Kundgebung am 12. Mai 2032 in der Larsunder Innenstadt, die um 16 Uhr beginnen soll.",
    "Gegründet wurde das Unternehmen 1921. Der Standort am Nordkai ist 38 Hektar groß, die längste Halle misst "
    "210 Meter. Bürgermeisterin Tanja Roth will in drei Wochen mit dem Vorstand sprechen.",
)


class Page(NamedTuple):
    """A page by its bytes, and its paragraphs as plain text has them, the headline first."""

    name: str
    raw: bytes
    paragraphs: tuple[str, ...]


def around(body: str, head: str = "", *, lang: str = "de") -> str:
    """A page with navigation, a cookie notice, comments and a footer around its article, all with figures."""
    return f"""<!DOCTYPE html>
<html lang="{lang}">
<head><meta charset="utf-8"><title>{TITLE} | Larsunder Bote</title>
<meta name="description" content="{TEASER}">{head}
<style>.x > p {{ width: 99px }}</style><script>if (1 < 2) document.write("<p>77 Tote</p>");</script></head>
<body><nav class="nav"><ul><li><a href="/">Start</a></li><li><a href="/abo">Abo ab 9,90 Euro</a></li></ul></nav>
<div id="cookie" class="cookie-banner"><p>Wir und unsere 812 Partner verwenden Cookies. Sie können am 31. Februar
widersprechen.</p><button>Alle 812 zulassen</button></div>
{body}
<section class="comments" id="comments"><h3>99 Kommentare</h3><div class="comment"><p>Das sind doch 5000 Stellen und
nicht 340, schreibt euch das hinter die Ohren, 2031 war es genauso.</p></div></section>
<footer><p>© 2032 Larsunder Bote, 3 Monate gratis lesen</p></footer></body></html>"""


def p(*texts: str) -> str:
    return "\n".join(f"<p>{text}</p>" for text in texts)


def article(*parts: str) -> str:
    return f"<main><article><h1>{TITLE}</h1>\n" + "\n".join(parts) + "\n</article></main>"


def columns() -> Page:
    """Two columns by tables, in capitals, Windows-1252, characters by their names."""
    cells = "".join(f"<P><FONT SIZE=2>{text}</FONT>\r\n" for text in PARAGRAPHS)
    for sign, name in (("ä", "&auml;"), ("ü", "&uuml;"), ("ß", "&#223;"), ("„", "&bdquo;"), ("“", "&#x201C;")):
        cells = cells.replace(sign, name)
    page = (
        f'<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1"><TITLE>{TITLE}</TITLE>'
        f"</HEAD><BODY BGCOLOR=white><TABLE WIDTH=100%><TR><TD WIDTH=150>Rubriken<BR>Größe 12 Punkt</TD>\r\n"
        f"<TD><H1>{TITLE}</H1>\r\n{cells}</TD></TR></TABLE></BODY></HTML>"
    )
    return Page("columns", page.encode("cp1252"), (TITLE, *PARAGRAPHS))


def live() -> Page:
    """A live blog: entries with subheads, the newest first."""
    entries = "".join(
        f'<section class="entry"><h2>Der Stand von {hour} Uhr in Larsund</h2><p>{text}</p></section>'
        for hour, text in zip((17, 14, 11, 9), PARAGRAPHS, strict=True)
    )
    heads = [f"Der Stand von {hour} Uhr in Larsund" for hour in (17, 14, 11, 9)]
    told = [each for pair in zip(heads, PARAGRAPHS, strict=True) for each in pair]
    return Page("live", around(article(entries)).encode(), (TITLE, *told))


def paywall() -> Page:
    """The beginning of an article behind a paywall."""
    box = '<div class="paywall"><p>Jetzt weiterlesen: 4 Wochen für 1 Euro</p><a href="/abo">Abo abschließen</a></div>'
    return Page("paywall", around(article(p(*PARAGRAPHS[:2]), box)).encode(), (TITLE, *PARAGRAPHS[:2]))


def table() -> Page:
    """A table of figures in the middle: as in plain text, rows are no sentences."""
    rows = "".join(f"<tr><th>{year}</th><td>{ships}</td><td>{staff}</td></tr>" for year, ships, staff in (
        ("2030", "28", "1900"), ("2031", "19", "1700")))  # fmt: skip
    grid = f"<table><tr><th>Jahr</th><th>Schiffe</th><th>Stellen</th></tr>{rows}</table>"
    return Page("table", around(article(p(*PARAGRAPHS[:2]), grid, p(*PARAGRAPHS[2:]))).encode(), (TITLE, *PARAGRAPHS))


def footnotes() -> Page:
    """Raised numbers that lead to notes below."""
    marked = [text + f'<sup><a href="#fn{n}">[{n}]</a></sup>' for n, text in enumerate(PARAGRAPHS, 1)]
    notes = '<ol class="footnotes"><li id="fn1">Mitteilung der Werft an die Belegschaft vom selben Tag.</li></ol>'
    return Page("footnotes", around(article(p(*marked), notes)).encode(), (TITLE, *PARAGRAPHS))


def hyphens() -> Page:
    """Soft hyphens, spaces that do not break, tags inside words."""
    text = [each.replace("Millionen", "Mil&shy;lio&shy;nen").replace("Werft", "<b>W</b>erft") for each in PARAGRAPHS]
    text = [each.replace(" Euro", "&nbsp;Euro").replace("12. Mai", "12.&#160;Mai") for each in text]
    text = [each.replace("Larsunder", "Lar\u00adsunder").replace(" und ", " <em>und</em>\n   ") for each in text]
    return Page("hyphens", around(article(p(*text))).encode(), (TITLE, *PARAGRAPHS))


def embedded() -> Page:
    """A post, an advertisement and an offer of other articles between the paragraphs."""
    ad = '<div class="advertisement"><p>Anzeige: 50 Prozent auf alles</p></div>'
    more = '<aside class="related"><ul><li><a href="/x">Lesen Sie auch: 17 Werften im Vergleich</a></li></ul></aside>'
    link = '<p><a href="/y">Mehr dazu: Warum 2029 schon 90 Stellen gingen</a></p>'
    post = '<iframe src="https://social.example/1">500 Likes</iframe><script>var n = 500;</script>'
    parts = (p(PARAGRAPHS[0]), ad, p(PARAGRAPHS[1]), more, post, p(PARAGRAPHS[2]), link, p(PARAGRAPHS[3]))
    return Page("embedded", around(article(*parts)).encode(), (TITLE, *PARAGRAPHS))


def described() -> Page:
    """Everything about it in JSON-LD; a teaser and pictures, one with a figure in its caption."""
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Larsunder Bote"},
            {"@type": ["NewsArticle"], "headline": TITLE, "datePublished": "2032-05-04T18:30:00+02:00",
             "author": [{"@type": "Person", "name": "Ida Falk"}, {"name": "Jon Mey"}],
             "publisher": {"@type": "Organization", "name": "Larsunder Bote"}},
        ],
    }  # fmt: skip
    head = f'<script type="application/ld+json">{json.dumps(data)}</script><link rel="canonical" href="https://bote.example/1">'
    caption = "Die Werft Larsund baute 2031 noch 19 Schiffe. Foto: Falk"
    pictures = f"<figure><img alt='Halle'><figcaption>{caption}</figcaption></figure>"
    credit = "<figure><figcaption>Foto: Falk</figcaption></figure>"
    body = article(
        f'<p class="teaser">{TEASER}</p>', p(*PARAGRAPHS[:2]), pictures, p(PARAGRAPHS[2]), credit, p(PARAGRAPHS[3])
    )
    return Page("described", around(body, head).encode(), (TITLE, TEASER, *PARAGRAPHS, caption))


def soup() -> Page:
    """No paragraph at all: line ends in one element."""
    body = (
        f'<div id="c"><div class="h"><h1>{TITLE}</h1></div><div class="t">'
        + "<br /><br />\n".join(PARAGRAPHS)
        + "</div></div>"
    )
    return Page("soup", around(body).encode(), (TITLE, "\n\n".join(PARAGRAPHS)))


def broken() -> Page:
    """Paragraphs, items and tags that never close, a comment with a tag in it, a lone "<" and a lone "&"."""
    text = [each.replace("28 Schiffe", "<i>28 Schiffe") for each in PARAGRAPHS]
    body = f"<h1>{TITLE}</h1><!-- <p>66 Tote -->" + "".join(
        f"<p class=a{n} title=it's>{each}" for n, each in enumerate(text)
    )
    last = "Der Vorstand will prüfen, ob A < B & C gilt, hieß es am Mittwoch weiter. Mehr sagte er auf Anfrage nicht."
    return Page("broken", around(f"<article>{body}<p>{last}</article>").encode(), (TITLE, *PARAGRAPHS, last))


def split() -> Page:
    """The article in several boxes of one kind, with an offer between them."""
    more = "Weitere {} Beschäftigte der Zulieferer in Larsund sollen nach Angaben der Gewerkschaft betroffen sein."
    texts = (
        *PARAGRAPHS,
        more.format(150),
        "Die Werft äußerte sich dazu auf Anfrage bis zum Dienstagabend, 19 Uhr, nicht weiter.",
    )
    boxes = [f'<div class="body c{n}">{p(*texts[n * 2 : n * 2 + 2])}</div>' for n in range(3)]
    offer = '<div class="offer"><div><span>Newsletter: jeden Tag 5 Meldungen</span></div></div>'
    return Page("split", around(article(offer.join(boxes))).encode(), (TITLE, *texts))


def wide() -> Page:
    """UTF-16 with an XML declaration, everything on one line, empty elements closed as in XML."""
    page = '<?xml version="1.0" encoding="UTF-16"?>' + around(article('<img src="x"/><hr/>', p(*PARAGRAPHS)))
    return Page("wide", page.replace("\n", " ").encode("utf-16"), (TITLE, *PARAGRAPHS))


PAGES = [
    each()
    for each in (
        columns, live, paywall, table, footnotes, hyphens, embedded, described, soup, broken, split, wide,
    )
]  # fmt: skip
