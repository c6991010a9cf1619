"""reStructuredText and AsciiDoc are read as the same article in plain text would be, with the places of the file."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from claimcheck import pipeline
from claimcheck.model import Document
from claimcheck.read.light import asciidoc, restructured
from claimcheck.read.metadata import Found
from claimcheck.report.claims import brief
from claimcheck.segment import segment
from tests.read.pages import PARAGRAPHS, TITLE

FIRST, SECOND, THIRD, FOURTH = PARAGRAPHS
CAPTION = "Die Werft Larsund baute 2031 noch 19 Schiffe."
RST = f"""{"=" * len(TITLE)}
{TITLE}
{"=" * len(TITLE)}

:date: 2032-05-04
:author: Ida Falk
:language: de

.. Der Entwurf nannte 580 Stellen.

{FIRST.replace("Merle Adam", "**Merle Adam**").replace("Werft Larsund", "`Werft Larsund <https://a.example/12>`_")}

Die Folgen
----------

{SECOND.replace("28 Schiffe", "28 Schiffe [1]_")}

.. image:: halle-77.jpg
   :width: 900
   :alt: {CAPTION}

- drei Kräne von 1988
- zwei Docks zu je
  180 Metern

.. note:: {THIRD}

.. code-block:: python

   stellen = 340 + 99

+------+---------+
| Jahr | Schiffe |
+------+---------+

{FOURTH.replace("1921", "*1921*")}

.. [1] Die Zählung ist vom 1. Februar 2031.
"""
ADOC = f"""= {TITLE}
Ida Falk <falk@a.example>
:revdate: 2032-05-04
:lang: de

// Der Entwurf nannte 580 Stellen.
{FIRST.replace("Merle Adam", "*Merle Adam*").replace("Werft Larsund", "https://a.example/12[Werft Larsund]")}

== Die Folgen

{SECOND.replace("28 Schiffe", "28 Schiffefootnote:[Ohne 7 Boote.]")}

image::halle-77.jpg[{CAPTION},width=900]

* drei Kräne von 1988
* zwei Docks zu je
180 Metern

[NOTE]
====
{THIRD}
====

[source,python]
----
stellen = 340 + 99
----

|===
| Jahr | Schiffe
|===

{FOURTH.replace("1921", "_1921_")}
"""


def claims(document: Document) -> list[tuple[str, str, str]]:
    """Type, words without markup, and value of every claim; a value that is made of words has markup in it."""
    found = pipeline.extract(document._replace(published=date(2032, 5, 4)))
    words = [" ".join(document.prose[slice(*each.span)].replace("\u2060", "").split()) for each in found]
    plain = [brief(each.value) if each.type not in ("attribution", "relation") else "" for each in found]
    return list(zip((each.type for each in found), words, plain, strict=True))


LIST = "- drei Kräne von 1988\n- zwei Docks zu je 180 Metern"


@pytest.mark.parametrize(
    ("reader", "text", "more"),
    [(restructured, RST, ["Die Zählung ist vom 1. Februar 2031."]), (asciidoc, ADOC, [])],
)
def test_claims_are_those_of_the_plain_text(reader: object, text: str, more: list[str]) -> None:
    assert callable(reader)
    document = segment(reader(text.encode(), "a.txt", Found()))
    told = (TITLE, FIRST, "Die Folgen", SECOND, CAPTION, LIST, THIRD, FOURTH, *more)
    assert claims(document) == claims(Document.from_text("\n\n".join(told), language="de"))
    assert (document.text, len(document.prose)) == (text, len(text))
    assert (document.published, document.language) == (date(2032, 5, 4), "de")
    assert document.headline is not None
    assert text[slice(*document.headline)] == TITLE
    assert [text[slice(*each.span)] for each in document.regions if each.kind == "caption"] == [CAPTION]
    assert len(document.list_items) == 2


@pytest.mark.parametrize(
    "sign", ["`a", "[", "<<a,", "link:a[", ".. a::\n", "::\n  a\n", "*", "====\n", "|===\n", "a\n"]
)
def test_hostile_markup_is_read_in_linear_time(sign: str) -> None:
    for reader in (restructured, asciidoc):
        begun = process_time()
        reader(f"= A\n{sign * 4_000}`{' ' * 4_000}".encode(), "a", Found())
        assert process_time() - begun < 5
