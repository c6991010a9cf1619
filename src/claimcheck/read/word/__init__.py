"""Word files: the text as it reads with all changes accepted, without comments; headers and footers are left out.

Places are paragraph and character: all paragraphs of the file are counted in its order, empty ones and those in tables
too, and after them those of the notes. An own reader of the XML rather than python-docx, which needs five times as
long, gives changes and notes no text, and guards against no entities.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from xml.parsers import expat

from claimcheck.errors import DataError, Problem
from claimcheck.model import Document
from claimcheck.read.metadata import Found, Metadata, with_metadata
from claimcheck.read.word.body import Body
from claimcheck.read.written import BlockKind, written

LARGEST_PART = 40_000_000
"""No part of an article's file is larger once unpacked; one that is was made to fill the memory."""
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = 1
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The ways in which word processors pack; the others fail in ways of their own."""
_BROKEN = "the file is broken; open it in a word processor and save it again as .docx"
_DEEPEST = 500

Begin = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Data = Callable[[str], None]


class Package:
    """An Office file. Every method raises DataError for a file that is broken, encrypted or made to do harm."""

    def __init__(self, raw: bytes, path: str) -> None:
        self.path = path
        if raw.startswith(_OLE):
            raise self.wrong("this is an old Word file (.doc) or one with a password; save it as .docx without one")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise self.wrong(_BROKEN) from None

    def wrong(self, message: str) -> DataError:
        """The error that says what is wrong with this file."""
        return DataError(Problem(self.path, message))

    def part(self, name: str) -> bytes | None:
        """A part of the file; None where it has none of this name."""
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            return None
        if info.flag_bits & _ENCRYPTED:
            raise self.wrong("the file has a password; save it as .docx without one")
        if info.compress_type not in _PACKED:
            raise self.wrong(_BROKEN)
        try:
            with self._zip.open(info) as stream:
                found = stream.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError, RuntimeError):
            raise self.wrong(_BROKEN) from None
        if len(found) > LARGEST_PART:
            raise self.wrong(
                f"a part of the file is larger than {LARGEST_PART // 1_000_000} MB unpacked; no article is"
            )
        return found

    def parse(self, xml: bytes, begin: Begin, end: End | None = None, data: Data | None = None) -> None:
        """Tells of every element and text in some XML; names are those without namespace, of WordprocessingML,
        else behind a colon. A document type, with which entities would come, is refused.
        """
        parser = expat.ParserCreate(namespace_separator=" ")
        depth = 0

        def opened(name: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > _DEEPEST:
                raise self.wrong(_BROKEN)
            begin(_short(name), {key.rpartition(" ")[2]: value for key, value in attributes.items()})

        def closed(name: str) -> None:
            nonlocal depth
            depth -= 1
            if end is not None:
                end(_short(name))

        def refused(*_: object) -> None:
            raise self.wrong("the file has a document type with entities, which no word processor writes")

        parser.StartElementHandler = opened
        parser.EndElementHandler = closed
        parser.CharacterDataHandler = data
        parser.StartDoctypeDeclHandler = refused
        parser.buffer_text = True
        try:
            parser.Parse(xml, True)
        except (expat.ExpatError, ValueError, LookupError):
            raise self.wrong(_BROKEN) from None


def _short(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return local if space.endswith(("wordprocessingml/2006/main", "wordprocessingml/main")) else f":{local}"


_NAMES: tuple[tuple[str, BlockKind], ...] = (
    ("title", "title"),
    ("heading", "heading"),
    ("caption", "caption"),
    ("quote", "quote"),
    ("intense quote", "quote"),
    ("list", "item"),
)
_LONGEST_CHAIN = 20


def styles(package: Package, name: str) -> Mapping[str, BlockKind]:
    """The kinds of paragraphs by the ids of their styles; a style is what the one is that it is based on."""
    kinds: dict[str, BlockKind] = {}
    based: dict[str, str] = {}
    current = ""

    def begin(element: str, attributes: dict[str, str]) -> None:
        nonlocal current
        value = attributes.get("val", "")
        if element == "style":
            current = attributes.get("styleId", "")
        elif element == "name" and (kind := _kind(value)) is not None:
            kinds[current] = kind
        elif element == "basedOn":
            based[current] = value

    if xml := package.part(name):
        package.parse(xml, begin)
    return {each: kind for each in {*kinds, *based} if (kind := _inherited(each, kinds, based)) is not None}


def _kind(name: str) -> BlockKind | None:
    low = name.lower()
    return next((kind for begins, kind in _NAMES if low == begins or low.startswith(f"{begins} ")), None)


def _inherited(style: str, kinds: Mapping[str, BlockKind], based: Mapping[str, str]) -> BlockKind | None:
    for _ in range(_LONGEST_CHAIN):
        if style in kinds:
            return kinds[style]
        style = based.get(style, "")
    return None


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
