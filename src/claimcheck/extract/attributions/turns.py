"""Turns of a talk that is printed with the names of the speakers: “Kern: Grundsätzlich ja.”"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimcheck.extract.attributions.unit import Unit
from claimcheck.extract.attributions.voice import kind
from claimcheck.extract.attributions.words import Words
from claimcheck.languages import voice_roles as r
from claimcheck.model import Document, Span
from claimcheck.model.attribution import Attribution, Part

_LABEL = re.compile(r"((?:[^\W\d_][\w.'’-]*[ ]){0,3}[^\W\d_][\w.'’-]*):\s+(?=[^\W_])")
_NO_LABEL = r.NUMBER | r.DAY | r.QUESTION | r.SAYING


class _Turn(NamedTuple):
    """A label, and what is said behind it up to the next label or the end of the paragraph."""

    label: Span
    said: Span
    name: str
    asks: bool


def turns(document: Document, words: Words) -> list[Attribution]:
    """What is said in the turns of a talk; none where nothing shows that labels are speakers.

    It shows where a question is followed by another's turn, or where somebody speaks again after another. Labels that
    are words for question and answer name nobody.
    """
    found = list(_labelled(document, words))
    if not any(one.asks and one.name != other.name for one, other in pairwise(found)) and not _return(found):
        return []
    return [_told(document, words, each) for each in found if each.name not in words.turns]


def _return(found: Sequence[_Turn]) -> bool:
    """Whether two speak in turn more than once."""
    names = [each.name for each in found]
    rows = zip(names, names[1:], names[2:], names[3:], strict=False)
    return any(a == c != b == d for a, b, c, d in rows)


def _labelled(document: Document, words: Words) -> Iterator[_Turn]:
    text, sentences = document.prose, document.sentences
    ends = {each.end for each in document.paragraphs}
    begins = [(each, match) for each in sentences if (match := _label(text, each, words)) is not None]
    for i, (sentence, match) in enumerate(begins):
        last = begins[i + 1][0].start if i + 1 < len(begins) else len(text)
        until = min((end for end in ends if sentence.start < end <= last), default=last)
        said = text[match.end() : until].rstrip()
        if said:
            span = Span(match.end(), match.end() + len(said))
            yield _Turn(Span(*match.span(1)), span, match[1].lower(), said.endswith("?"))


def _label(text: str, sentence: Span, words: Words) -> re.Match[str] | None:
    """The label at the beginning of a sentence: one to four words with capitals before a colon."""
    match = _LABEL.match(text, sentence.start, sentence.end)
    if match is None or not all(word[0].isupper() for word in match[1].split()):
        return None
    roles = [words.look[word][1] for word in match[1].split()]
    return None if any(role & _NO_LABEL for role in roles) else match


def _told(document: Document, words: Words, turn: _Turn) -> Attribution:
    unit = Unit(document.prose, turn.label, (), words)
    source, content = (Part(span, document.text[span.start : span.end]) for span in (turn.label, turn.said))
    which = kind(unit, (0, unit.count))
    return Attribution("direct", source, None, content, which, source.text if which == "named" else None)
