"""Eight Word files of the article of `pages`, each with another trouble, and files made to do harm."""

from __future__ import annotations

import io
import zipfile
from typing import NamedTuple
from xml.sax.saxutils import escape

from tests.read.pages import PARAGRAPHS, TITLE

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Haus"><w:name w:val="Hausstil"/><w:basedOn w:val="Titel"/></w:style>
<w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Bullet"/></w:style></w:styles>"""


class WordFile(NamedTuple):
    """A file by its bytes, and its paragraphs as plain text has them."""

    name: str
    raw: bytes
    paragraphs: tuple[str, ...]


def packed(body: str, **parts: str) -> bytes:
    """A file with this body; `parts` are further ones, by their names without suffix."""
    names = {"styles": "word/styles.xml", "footnotes": "word/footnotes.xml", "comments": "word/comments.xml",
             "core": "docProps/core.xml", "rels": "_rels/.rels"}  # fmt: skip
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
        xml = f'<?xml version="1.0"?><w:document xmlns:w="{W}" xmlns:mc="{mc}"><w:body>{body}</w:body></w:document>'
        file.writestr("word/document.xml", xml)
        for name, text in ({"styles": STYLES} | parts).items():
            file.writestr(names[name], text)
    return stream.getvalue()


def r(text: str, properties: str = "") -> str:
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs: str, style: str = "", mark: str = "") -> str:
    """A paragraph of runs, or of texts; `mark` are the properties of its end."""
    kind = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{kind}<w:rPr>{mark}</w:rPr></w:pPr>"
    return f"<w:p>{properties}{''.join(each if each.startswith('<') else r(each) for each in runs)}</w:p>"


def article(*parts: str) -> str:
    return p(TITLE, style="Titel") + "".join(parts)


def plain() -> WordFile:
    """Words cut into runs wherever the speller has been, and empty paragraphs."""
    cut = [p(*(r(text[at : at + 7]) for at in range(0, len(text), 7))) + p() for text in PARAGRAPHS]
    core = (
        '<x xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Werft</dc:title><dc:creator>Ida Falk</dc:creator>'
        "<dc:language>de-DE</dc:language></x>"
    )
    return WordFile("plain", packed(article(*cut), core=core), (TITLE, *PARAGRAPHS))


def changed() -> WordFile:
    """Changes: words and ends of paragraphs taken out, the last one's too, words put in, a paragraph moved."""
    old = '<w:del w:id="1" w:author="x"><w:r><w:delText>580 von </w:delText></w:r></w:del>'
    first, second, third, fourth = PARAGRAPHS
    before, number, after = first.partition("340")
    new = f'<w:ins w:id="2" w:author="x">{r(number)}</w:ins>'
    moved = f'<w:moveFrom w:id="3">{r("Es waren 999 Gäste da.")}</w:moveFrom>'
    half = second.index("„Wir")
    parts = (
        p(r(before), old, new, r(after)),
        p(second[:half], mark='<w:del w:id="4"/>'),
        p(second[half:]),
        p(moved),
        p(third),
        f'<w:moveTo w:id="5">{""}</w:moveTo>',
        p(fourth, mark='<w:ins w:id="6"/><w:del w:id="7"/>'),
    )
    return WordFile("changed", packed(article(*parts)), (TITLE, *PARAGRAPHS))


def commented() -> WordFile:
    """Comments in the margin, hidden words, a field with its instruction, a text box twice."""
    mark = '<w:commentRangeStart w:id="0"/>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 4711</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    hidden = r("Geheim: 77 Stellen. ", "<w:vanish/>")
    shown = r("", '<w:vanish w:val="0"/>')
    first, *rest = PARAGRAPHS
    box = f"<w:txbxContent>{p('Im Kasten stehen 5 Zahlen.')}</w:txbxContent>"
    twice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    twice = f"<w:r><mc:AlternateContent>{twice}</mc:AlternateContent></w:r>"
    comments = f'<w:comments xmlns:w="{W}"><w:comment w:id="0">{p("Stimmen die 340?")}</w:comment></w:comments>'
    body = article(p(mark, hidden, shown, r(first), field), *map(p, rest), p(twice))
    return WordFile("commented", packed(body, comments=comments), (TITLE, *PARAGRAPHS, "Im Kasten stehen 5 Zahlen."))


def listed() -> WordFile:
    """A list by its numbers and one by its style, a heading; the title by a style made from Title."""
    numbered = f'<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>{r("drei Kräne von 1988")}</w:p>'
    styled = p("zwei Docks zu je 180 Metern", style="Liste")
    first, second, *rest = PARAGRAPHS
    body = p(TITLE, style="Haus") + p(first) + numbered + styled + p("Die Folgen", style="berschrift1")
    told = (TITLE, first, "- drei Kräne von 1988\n- zwei Docks zu je 180 Metern", "Die Folgen", second, *rest)
    return WordFile("listed", packed(body + "".join(map(p, (second, *rest)))), told)


def tabled() -> WordFile:
    """A table of figures, one of its rows taken out, and a table that only makes two columns."""

    def row(*cells: str, change: str = "") -> str:
        return f"<w:tr><w:trPr>{change}</w:trPr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in cells)}</w:tr>"

    figures = f"<w:tbl>{row('Jahr', 'Schiffe')}{row('2029', '31', change='<w:del/>')}{row('2030', '28')}</w:tbl>"
    columns = f"<w:tbl><w:tr>{''.join(f'<w:tc>{p(text)}</w:tc>' for text in PARAGRAPHS[2:])}</w:tr></w:tbl>"
    return WordFile("tabled", packed(article(*map(p, PARAGRAPHS[:2]), figures, columns)), (TITLE, *PARAGRAPHS))


def noted() -> WordFile:
    """Footnotes: marks without words in the text, the notes behind it."""
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    line = f'<w:footnote w:type="separator" w:id="0">{p("—— 1 ——")}</w:footnote>'
    note = "Die Belegschaft zählte im Januar 2032 noch 1700 Menschen."
    notes = f'<w:footnotes xmlns:w="{W}">{line}<w:footnote w:id="2">{p(note)}</w:footnote></w:footnotes>'
    body = article(*(p(text, mark) for text in PARAGRAPHS))
    return WordFile("noted", packed(body, footnotes=notes), (TITLE, *PARAGRAPHS, note))


def signs() -> WordFile:
    """Soft hyphens, hyphens and spaces that do not break, tabs, line ends inside a paragraph."""
    soft = "".join(f"<w:r><w:t>{part}</w:t>{end}</w:r>" for part, end in (("Mil", "<w:softHyphen/>"), ("lionen", "")))
    first, second, *rest = PARAGRAPHS
    before, _, after = second.partition("Millionen")
    body = article(p(first.replace("340 von", "340\u00a0von")), p(r(before), soft, r(after)), *map(p, rest))
    lines = p("<w:r><w:t>Am Kai liegen 7 Boote.</w:t><w:br/><w:tab/><w:t>Zwei davon sind verkauft.</w:t></w:r>")
    told = "Am Kai liegen 7 Boote.\n\tZwei davon sind verkauft."
    return WordFile("signs", packed(body + lines), (TITLE, *PARAGRAPHS, told))


def elsewhere() -> WordFile:
    """The text in a part of another name, in the strict namespace, as UTF-16; no title style, no styles at all."""
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    xml = f'<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="{strict}"><w:body>'
    xml += "".join(map(p, (TITLE, *PARAGRAPHS))) + "</w:body></w:document>"
    link = '<Relationship Type="http://x/officeDocument" Target="/text/main2.xml"/>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("_rels/.rels", f'<Relationships xmlns="x">{link}</Relationships>')
        file.writestr("text/main2.xml", xml.encode("utf-16"))
    return WordFile("elsewhere", stream.getvalue(), (TITLE, *PARAGRAPHS))


FILES = [each() for each in (plain, changed, commented, listed, tabled, noted, signs, elsewhere)]


def with_password() -> bytes:
    """A file whose entries say that they are encrypted."""
    raw = bytearray(packed(article()))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(signature)
        while at >= 0:
            raw[at + offset] |= 1
            at = raw.find(signature, at + 4)
    return bytes(raw)


def bomb() -> bytes:
    """Some kilobytes that unpack to 60 megabytes."""
    return packed(p("0" * 60_000_000))


def entities() -> bytes:
    """A text that would grow a billionfold."""
    doctype = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        body = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&b;&c;</w:t></w:r></w:p></w:body></w:document>'
        file.writestr("word/document.xml", doctype + body)
    return stream.getvalue()


def deep() -> bytes:
    """Tables in tables in tables."""
    return packed("<w:tbl><w:tr><w:tc>" * 5_000 + "</w:tc></w:tr></w:tbl>" * 5_000)


def oddly_packed() -> bytes:
    """A part packed as no word processor does, and broken."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_LZMA) as file:
        file.writestr("word/document.xml", "<x/>")
    return stream.getvalue().replace(b"\x05\x00", b"\x05\xff", 1)


def sheet() -> bytes:
    """A zip of another kind, with the name of a Word file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("xl/workbook.xml", "<x/>")
    return stream.getvalue()


HARMFUL = {
    "password": (with_password(), "the file has a password"),
    "old": (b"\xd0\xcf\x11\xe0" + bytes(600), "old Word file"),
    "bomb": (bomb(), "larger than 40 MB"),
    "entities": (entities(), "a document type with entities"),
    "deep": (deep(), "the file is broken"),
    "cut": (packed(article(*map(p, PARAGRAPHS)))[:-200], "the file is broken"),
    "text": (b"Nur Text", "the file is broken"),
    "empty": (b"", "the file is broken"),
    "xml": (packed("<w:p>"), "the file is broken"),
    "oddly packed": (oddly_packed(), "the file is broken"),
    "sheet": (sheet(), "this is no Word document"),
}
