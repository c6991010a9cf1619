"""Whose words: whom a pronoun or a role means that nobody has spoken for yet, and whose statement a claim is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.extract.attributions.phrases import Range
from claimcheck.extract.attributions.unit import Unit
from claimcheck.extract.attributions.words import Words
from claimcheck.languages import voice_roles as r
from claimcheck.languages import word_roles as w
from claimcheck.model import Document, Span
from claimcheck.model.analysis import Chunk, Sentence
from claimcheck.model.claim import Attribution, SourceKind


class Person(NamedTuple):
    """A mention of a person: where, and the head name."""

    span: Span
    name: str


_LONGEST_TITLE = 40
_MOST_NAMES = 20
_WORD_END = '.,;:!?“”"»«)'


def resolved(
    document: Document, said: Sequence[Attribution], people: Sequence[Person], words: Words
) -> list[Attribution]:
    """The same statements, more of them with the name of their speaker; `people` in the order of the text.

    A pronoun means the only person its paragraph has named before it, if the sentence before begins with that name and
    speaks of no other role; a role means the only person in the article whose name stands right behind that word.
    """
    if not people:
        return list(said)
    titled = _titled(document.prose, people)

    def name(each: Attribution) -> str | None:
        source = each.source
        if each.resolved is not None or source is None:
            return each.resolved
        if each.source_kind == "pronoun" and source.text.lower() in words.persons and not _plural(each, words):
            return _before(document, source.span, people, words)
        if each.source_kind == "role" and " " in source.text:
            return _only(titled.get(source.text.split()[-1], set()))
        return None

    return [each._replace(resolved=name(each)) for each in said]


def _before(document: Document, pronoun: Span, people: Sequence[Person], words: Words) -> str | None:
    paragraphs, sentences = document.paragraphs, document.sentences
    begin = paragraphs[max(bisect_right(paragraphs, pronoun.start, key=_start) - 1, 0)].start
    last = sentences[max(bisect_right(sentences, pronoun.start, key=_start) - 2, 0)]
    behind_last = bisect_left(people, pronoun.start, key=_where)
    near = people[max(bisect_left(people, begin, key=_where), behind_last - _MOST_NAMES) : behind_last]
    if not near or last.start < begin or not last.start <= near[-1].span.start < last.start + _LONGEST_TITLE:
        return None
    behind = document.prose[near[-1].span.end : last.end].split()
    if any(word.rstrip(_WORD_END).lower().endswith(words.role_endings) for word in behind if word[0].isupper()):
        return None  # "Jan Kern traf die Ministerin. Sie sagte …"
    return _only({each.name for each in near})


def _start(span: Span) -> int:
    return span.start


def _where(person: Person) -> int:
    return person.span.start


def _only(names: set[str]) -> str | None:
    return next(iter(names)) if len(names) == 1 else None


def _plural(said: Attribution, words: Words) -> bool:
    return said.cue is None or said.cue.text.endswith(words.plural_verbs)


def _titled(text: str, people: Sequence[Person]) -> dict[str, set[str]]:
    """For every word right before a name the names it stands before."""
    found: dict[str, set[str]] = {}
    for each in people:
        before = text[max(0, each.span.start - _LONGEST_TITLE) : each.span.start].split()
        if before:
            found.setdefault(before[-1], set()).add(each.name)
    return found


def voices(attributions: Sequence[Attribution], spans: Sequence[Span]) -> list[int | None]:
    """For each span, both lists in the order of the text, the attribution whose content covers it.

    The innermost one where several do, its position in `attributions`; None for the author's own words.
    """
    contents = sorted((each.content.span.start, -each.content.span.end, i) for i, each in enumerate(attributions))
    found: list[int | None] = [None] * len(spans)
    order = sorted(range(len(spans)), key=lambda i: spans[i])
    open_: list[tuple[int, int]] = []
    at = 0
    for i in order:
        span = spans[i]
        while at < len(contents) and contents[at][0] <= span.start:
            open_.append((-contents[at][1], contents[at][2]))
            at += 1
        open_ = [each for each in open_ if each[0] > span.start]
        found[i] = next((which for end, which in reversed(open_) if end >= span.end), None)
    return found


_NO_NAME = r.DETERMINER | r.DAY | r.NOUN | r.SAYING | r.ANONYMOUS | r.HEADLINE | r.PRONOUN | r.PREPOSITION
_NAME_SIZES = (2, 3)
_NAME_ENDS = r.COMMA | r.STOP | r.COLON | r.OPEN | r.LONG


def kind(unit: Unit, source: Range | None) -> SourceKind:
    """named, role, pronoun, anonymous or none."""
    if source is None:
        return "none"
    if _is_pronoun(unit, source):
        return "pronoun"
    if unit.any(*source, r.ANONYMOUS):
        return "anonymous"
    return _named_or_role(unit, source)


def _named_or_role(unit: Unit, source: Range) -> SourceKind:
    roles = unit.roles
    names = [k for k in range(*source) if roles[k] & r.CAPITAL and not roles[k] & (r.DETERMINER | r.TITLE)]
    determined = bool(roles[source[0]] & r.DETERMINER)
    if not names:
        return "role" if determined else "anonymous"
    return "role" if len(names) == 1 and _is_role(unit, names[0], determined=determined) else "named"


def _is_pronoun(unit: Unit, source: Range) -> bool:
    role = unit.roles[source[0]]
    if source[1] - source[0] != 1:
        return False
    return bool(role & r.WHOSE or (role & r.PRONOUN and not (role & r.CAPITAL and source[0] > 0)))


def _is_role(unit: Unit, at: int, *, determined: bool) -> bool:
    """Whether a noun says what somebody is; one behind an article does, unless it is written in capitals."""
    if unit.roles[at] & r.HEADLINE or unit.low[at].endswith(unit.words.role_endings):
        return True
    return determined and not unit.text[unit.starts[at] + 1 : unit.ends[at]][:1].isupper()


def named(unit: Unit, source: Range) -> Range | None:
    """The name that stands beside a role: “der Sprecher der Stadt, Jan Kern, …”; None where there is none."""
    first = source[1] + 1
    if first >= unit.count or not unit.roles[source[1]] & r.COMMA or not unit.roles[source[0]] & r.DETERMINER:
        return None
    end = unit.past(first, unit.count, r.CAPITAL, unless=_NO_NAME | r.QUOTE)
    if end - first not in _NAME_SIZES or (end < unit.count and not unit.roles[end] & _NAME_ENDS):
        return None
    return (first, end) if kind(unit, source) in ("role", "named") else None


def speaks(unit: Unit, source: Range, *, sure: bool) -> bool:
    """Whether a subject is somebody who can go on speaking; `sure`: its verb says so."""
    first, single = unit.roles[source[0]], source[1] - source[0] == 1
    if first & (r.GENERIC | r.QUESTION | r.NUMBER) or (single and first & (r.NOBODY | r.RELATIVE)):
        return False
    if unit.any(*source, r.ANONYMOUS | r.HEADLINE):
        return True
    which = kind(unit, source)
    if which == "role" or (single and which == "named"):
        return _is_speaker(unit, source, sure=sure or which == "named")
    return which != "anonymous" or sure


def somebody(unit: Unit, source: Range) -> bool:
    """Whether a phrase surely is a person or a body of people, whatever its verb says."""
    if any(unit.words.is_people(unit.low[k]) for k in range(*source)) or unit.any(*source, r.ANONYMOUS | r.HEADLINE):
        return True
    return _is_name_or_pronoun(unit, source) and speaks(unit, source, sure=False)


def _is_name_or_pronoun(unit: Unit, source: Range) -> bool:
    at = unit.starts[source[0]]
    for sentence in unit.sentences():
        chunk = sentence.chunk_at(at) if sentence.span.start <= at < sentence.span.end else None
        if chunk is not None:
            return is_name(sentence, chunk, unit.words) or (chunk.pronoun and source[1] - source[0] == 1)
    return False


def is_name(sentence: Sentence, chunk: Chunk, words: Words) -> bool:
    """Whether a phrase is a name; where other nouns have no capitals, one that no table of nouns has."""
    common = chunk.determiner is not None or sentence.tokens[chunk.head].roles & w.USUAL_NOUN
    return chunk.name or not (common or words.noun_capitals or not sentence.tokens[chunk.head].roles & w.CAPITAL)


def _is_speaker(unit: Unit, source: Range, *, sure: bool) -> bool:
    if any(unit.low[k].endswith(unit.words.role_endings) for k in range(*source)):
        return True
    return sure and not unit.ends_with(source[1] - 1, unit.words.thing_endings)
