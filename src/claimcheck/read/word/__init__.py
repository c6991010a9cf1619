"""Word files: the text as it reads with all changes accepted, without comments; headers and footers are left out.

Places are paragraph and character: all paragraphs of the file are counted in its order, empty ones and those in tables
too, and after them those of the notes. An own reader of the XML rather than python-docx, which needs five times as
long, gives changes and notes no text, and guards against no entities.
"""

from __future__ import annotations

from claimcheck.model import Document
from claimcheck.read.metadata import Found, Metadata, with_metadata
from claimcheck.read.word.body import Body
from claimcheck.read.word.package import Package, styles
from claimcheck.read.written import written

MAIN = "word/document.xml"
_NOTES = ("footnotes.xml", "endnotes.xml")


def word(raw: bytes, path: str, found: Found) -> Document:
    """The document of a Word file. Raises DataError for one that is broken, has a password or is none."""
    package = Package(raw, path)
    main = _main(package)
    folder = main.rpartition("/")[0]
    xml = package.part(main)
    body = Body(styles(package, f"{folder}/styles.xml"))
    if xml is not None:
        package.parse(xml, body.begin, body.end, body.data)
    if not body.found:
        raise package.wrong("this is no Word document; save the article as .docx, .txt or .md")
    for name in _NOTES:
        if notes := package.part(f"{folder}/{name}"):
            package.parse(notes, body.begin, body.end, body.data)
    document = written(body.blocks, path, "paragraph")
    return with_metadata(with_metadata(document, found), Found(_properties(package)))


def _main(package: Package) -> str:
    """The name of the part with the text."""
    targets: list[str] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        if name == ":Relationship" and attributes.get("Type", "").endswith("/officeDocument"):
            targets.append(attributes.get("Target", "").lstrip("/"))

    if relations := package.part("_rels/.rels"):
        package.parse(relations, begin)
    return targets[0] if targets else MAIN


def _properties(package: Package) -> Metadata:
    """Title, author and language of the file. When it was made is not when the article is published."""
    values: dict[str, str] = {}
    current = ""

    def begin(name: str, _: dict[str, str]) -> None:
        nonlocal current
        current = name

    def data(text: str) -> None:
        values[current] = values.get(current, "") + text

    if core := package.part("docProps/core.xml"):
        package.parse(core, begin, data=data)
    known = {name: " ".join(values.get(f":{name}", "").split()) or None for name in ("title", "creator", "language")}
    return Metadata(title=known["title"], author=known["creator"], language=known["language"])
