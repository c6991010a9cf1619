"""Words of speakers without a verb of saying: “Kern greift an: „…“”, “„…“ Kern strahlt.”, “Kern: Grundsätzlich ja.”"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimcheck.extract.attributions.grammar import verb_like
from claimcheck.extract.attributions.phrases import Range, phrase_at
from claimcheck.extract.attributions.reader import Reader
from claimcheck.extract.attributions.subjects import subject_after
from claimcheck.extract.attributions.unit import Unit
from claimcheck.extract.attributions.voice import Person, is_name, kind, somebody, speaks
from claimcheck.extract.attributions.words import Words
from claimcheck.languages import voice_roles as r
from claimcheck.model import Document, Span
from claimcheck.model.analysis import Analysis
from claimcheck.model.claim import Attribution, Part

_CERTAIN_SPEECH, _SENTENCE_OF_SPEECH = 60, 25


def lead(reader: Reader) -> None:
    """Adds the first quotation of a unit that a clause with some other verb leads up to."""
    unit = reader.unit
    if not unit.bits & r.LONG:
        return
    for at in range(2, unit.count):
        if unit.roles[at] & r.LONG and unit.roles[at - 1] & r.COLON and at not in reader.used:
            source = _leading_to(unit, at)
            if source is not None:
                reader.quote(source, None, at)
                return


def _leading_to(unit: Unit, quote: int) -> Range | None:
    """The speaker in the clause that ends with the colon before a quotation."""
    colon = quote - 1
    first = unit.left_edge(colon) + 1
    source = phrase_at(unit, first, colon)
    if source is not None and (_only_adverbs(unit, first, source[1], colon) or _about(unit, source, colon)):
        return source  # "Kern dazu: „…“", "Polizeisprecher Kern zur Lage: „…“"
    if not _is_speech(unit, quote):
        return None
    if source is None or unit.roles[first] & r.ADVERB:
        source = _behind_verb(unit, first, colon)
    return source if source is not None and _acts(unit, source, first, colon) else None


def _about(unit: Unit, source: Range, colon: int) -> bool:
    """Whether nothing but a phrase that says what of stands between somebody and a colon."""
    if source[0] or source[1] >= colon or not unit.roles[source[1]] & r.PREPOSITION or not somebody(unit, source):
        return False
    return not any(_verb(unit, k) and not unit.roles[k] & r.CAPITAL for k in range(source[1], colon))


def _acts(unit: Unit, source: Range, first: int, colon: int) -> bool:
    if source[1] >= colon or unit.roles[source[0]] & (r.NOBODY | r.NUMBER):
        return False
    return source[0] > first or _verb(unit, source[1])


def _is_speech(unit: Unit, quote: int) -> bool:
    """Whether a quotation is long enough to be what somebody said, a shorter one if it is a sentence."""
    size = unit.ends[quote] - unit.starts[quote]
    least = _SENTENCE_OF_SPEECH if unit.text[unit.ends[quote] - 2] in ".!?" else _CERTAIN_SPEECH
    return size >= least


def _only_adverbs(unit: Unit, first: int, behind: int, colon: int) -> bool:
    """Whether a speaker and then nothing but adverbs stand before a colon."""
    roles = unit.roles
    if behind >= colon or first > 0 or roles[first] & (r.ADVERB | r.NOBODY):
        return False
    return all(roles[k] & r.ADVERB and not roles[k] & r.CAPITAL for k in range(behind, colon))


def _behind_verb(unit: Unit, first: int, colon: int) -> Range | None:
    """The subject behind the verb: “Hier spart Kern nicht mit Kritik: “…””."""
    if not unit.words.verb_second:
        return None
    verb = next((k for k in range(first + 1, colon) if _verb(unit, k) and not unit.roles[k] & r.CAPITAL), colon)
    source = subject_after(unit, verb + 1, colon)
    return source if source is not None and speaks(unit, source, sure=False) else None


def _verb(unit: Unit, at: int) -> bool:
    return bool(unit.roles[at] & (r.VERBAL | r.CUE)) or verb_like(unit, at)


_SPEECH_SPACES = 3


class Uncued:
    """Quotations of a document that nothing says who said; `people` in the order of the text."""

    def __init__(self, document: Document, people: Sequence[Person], words: Words, grammar: Analysis) -> None:
        self.document, self.people, self.words, self.grammar = document, people, words, grammar

    def beside(self, said: Sequence[Attribution]) -> list[Attribution]:
        """Those that are sentences of their own beside the only person of their paragraph, if nobody has `said` them.

        That person is the subject of the sentence behind a quotation, or else before it.
        """
        told = [each.content.span for each in said]
        told += [each.source.span for each in said if each.source is not None]
        found: list[Attribution] = []
        for quote in (each.span for each in self.document.quotations if each.depth == 0):
            around = self._paragraph(quote)
            free = not any(around.start <= each.start < around.end for each in told)
            if free and (source := self._source(quote, around)) is not None:
                found.append(self._attributed(quote, source))
        return found

    def _paragraph(self, quote: Span) -> Span:
        at = bisect_right(self.document.paragraphs, quote.start, key=lambda each: each.start) - 1
        return self.document.paragraphs[at] if at >= 0 else quote

    def _source(self, quote: Span, paragraph: Span) -> Span | None:
        """The only person of a paragraph, if she is the subject beside a quotation."""
        first, last = self.grammar.number(quote.start), self.grammar.number(quote.end - 1)
        names = {each.name for each in self.people if paragraph.start <= each.span.start < paragraph.end}
        if min(first, last) < 0 or len(names) > 1 or not self._is_sentence(quote, first, last):
            return None
        near = (self._subject(at, paragraph, sure=not names) for at in (last + 1, first - 1))
        return next(filter(None, near), None)

    def _is_sentence(self, quote: Span, first: int, last: int) -> bool:
        """Whether nothing else stands in its sentences, and it is long enough to be speech."""
        text, spans = self.document.prose, self.grammar.spans
        inner = text[quote.start + 1 : quote.end - 1]
        if inner.count(" ") < _SPEECH_SPACES and inner[-1:] not in (".", "!", "?", "…"):
            return False
        head = self.document.headline
        alone = not text[spans[first].start : quote.start].strip() and not text[quote.end : spans[last].end].strip(
            " .\n"
        )
        return alone and (head is None or quote.start >= head.end)

    def _subject(self, number: int, paragraph: Span, *, sure: bool) -> Span | None:
        """The subject of a sentence if it is a person, or, where none is known in the paragraph, surely a name."""
        if not self.grammar.written(number) or not paragraph.covers(self.grammar.spans[number]):
            return None
        sentence = self.grammar.sentence(number)
        plain = (each.subject for each in sentence.clauses if each.kind == "main" and each.mood == "indicative")
        subject = next(plain, None)
        if subject is None:
            return None
        span = Span(sentence.tokens[subject.first].span.start, sentence.tokens[subject.last - 1].span.end)
        sure = sure and is_name(sentence, subject, self.words)
        return span if sure or self._named(span) else None

    def _named(self, span: Span) -> str | None:
        return next((each.name for each in self.people if span.start <= each.span.start < span.end), None)

    def _attributed(self, quote: Span, source: Span) -> Attribution:
        text = self.document.text
        inner = text[quote.start + 1 : quote.end - 1]
        start = quote.start + 1 + len(inner) - len(inner.lstrip())
        content = Span(start, start + len(inner.strip()))
        speaker, told = (Part(span, text[span.start : span.end]) for span in (source, content))
        return Attribution("direct", speaker, None, told, "named", self._named(source))


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
