"""Whose words: whom a pronoun or a role means that nobody has spoken for yet, and whose statement a claim is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.extract.attributions.unit import Words
from claimcheck.model import Document, Span
from claimcheck.model.attribution import Attribution


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
