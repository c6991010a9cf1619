"""Attributions: who says what, directly, indirectly or by a phrase such as “according to”.

A text is read in units (unit): sentences, joined where one quotation runs through them. In each, verbs of saying are
found with their subjects (verbs), then what they introduce (tail, ahead, headlines), then nouns and phrases (nouns,
according); a unit without any of these may go on with the words of the speaker before (story).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.attributions.according import according
from claimcheck.extract.attributions.ahead import ahead
from claimcheck.extract.attributions.ahead_plain import ahead_plain
from claimcheck.extract.attributions.clauses import dependent
from claimcheck.extract.attributions.framed import framed
from claimcheck.extract.attributions.nouns import nouns
from claimcheck.extract.attributions.reader import Found, Reader, Said, follows
from claimcheck.extract.attributions.story import Level, Story, free_quote, paper, pointing, reported
from claimcheck.extract.attributions.tail import as_said, asides, headline, tail
from claimcheck.extract.attributions.uncued import lead
from claimcheck.extract.attributions.unit import SPLIT, Unit, units
from claimcheck.extract.attributions.verbs import cues
from claimcheck.extract.attributions.voice import kind, named, somebody, speaks
from claimcheck.extract.attributions.words import Words
from claimcheck.languages import voice_roles as r
from claimcheck.model import Quotation, Span
from claimcheck.model.analysis import Analysis
from claimcheck.model.claim import Attribution, Mode, Part, SourceKind

__all__ = ["Words", "find_attributions"]

_LONGEST_HEADLINE = 150
_MOST_TOKENS = 400  # no sentence is that long: a table, a list of names, nonsense
_AGES: dict[Level, int] = {"none": -1, "second": 0, "first": 6}
"""For each mood of reported speech how many sentences ago its speaker must have spoken."""
_QUOTE_AGE, _MOOD_AGE = 2, _AGES["first"]
_HENCE = r.HENCE | r.HENCE_MOOD | r.HENCE_RELATIVE
_SPEECH = r.T_QUOTE | r.T_THAT | r.T_BARE


def find_attributions(
    text: str,
    sentences: tuple[Span, ...],
    quotations: tuple[Quotation, ...],
    head: Span | None,
    words: Words,
    *,
    written: str | None = None,
    grammar: Analysis | None = None,
) -> list[Attribution]:
    """The attributions of a text in its order.

    `sentences`, `quotations` and `head`, the headline, are spans of the text. `written` is the text as the user wrote
    it, where that has the same offsets but other characters; the parts are quoted from it. `grammar` has the clauses,
    without which nothing is read that a verb says in its own. Linear in the length.
    """
    story = Story(text if written is None else written)
    found: list[Attribution] = []
    anchored, going_on = words.anchors.__getitem__, words.going_on.__getitem__
    for i, (span, quotes) in enumerate(units(sentences, quotations)):
        parts = None if quotes else SPLIT.split(text[span.start : span.end])
        wanted = going_on if story.age <= _MOOD_AGE else anchored
        if parts is not None and i and not any(map(wanted, parts[1::2])):
            story.silent()
            story.before = span
            continue
        unit = Unit(text, span, quotes, words, parts, grammar=grammar)
        if unit.count > _MOST_TOKENS:
            story.silent()
            continue
        is_head = _is_headline(text, span, head, first=i == 0)
        found += _read(unit, story, is_head=is_head)
        story.before = None if is_head else span
    return found


def _is_headline(text: str, span: Span, head: Span | None, *, first: bool) -> bool:
    """Whether a unit belongs to the headline, or is the first of a text without one and looks like one."""
    if head is not None:
        return span.start < head.end
    alone = first and not text[span.end :].strip()
    return alone and span.end - span.start < _LONGEST_HEADLINE and text[span.end - 1] not in ".!?"


def _read(unit: Unit, story: Story, *, is_head: bool) -> Iterator[Attribution]:
    reader = Reader(unit)
    said = cues(unit)
    unit.breaks = frozenset(each.left for each in said if _joins(unit, each))
    if is_head:
        headline(reader)
    level = reported(unit) if unit.words.reported_mood and story.source is not None else "none"
    _statements(reader, said, goes_on=level == "first" and story.age <= _MOOD_AGE)
    if not reader.found and story.before is not None:
        pointing(reader, said, story.before)
    about = story.part(unit, paper(unit))
    if reader.found:
        yield from _with_cue(reader, story, said)
        story.paper = _paper(reader, story, about)
    else:
        story.paper = about
        yield from _without_cue(reader, story, said, goes_on=story.age <= _AGES[level])


def _paper(reader: Reader, story: Story, about: Part | None) -> Part | None:
    """The paper that "demnach" may mean: not the one in which somebody says something (“sagte Kern in den Medien”)."""
    spoke = any(each.source is not None for each in reader.found)
    if about is None or (spoke and (story.source is None or not story.source.span.covers(about.span))):
        return story.paper
    return about


def _with_cue(reader: Reader, story: Story, said: list[Said]) -> Iterator[Attribution]:
    for found in sorted(reader.found, key=lambda each: (each.start, each.end)):
        yield _told(reader.unit, story, found)
    if all(found.source is None and found.cue is not None for found in reader.found):
        _new_speaker(reader.unit, story, said)
    story.age = 0


def _without_cue(reader: Reader, story: Story, said: list[Said], *, goes_on: bool) -> Iterator[Attribution]:
    """A unit whose words, if they are anybody's, are those of the speaker before."""
    unit, content = reader.unit, None
    quote = free_quote(unit)
    if quote is not None:
        if story.source is not None and story.age <= _QUOTE_AGE:
            reader.quote(None, None, quote)
            content = Span(reader.found[0].start, reader.found[0].end) if reader.found else None
    elif goes_on:
        content = Span(*reader.content(0, unit.count))
    if content is not None:
        story.age = 0
        mode: Mode = "indirect" if quote is None else "direct"
        yield Attribution(mode, story.source, None, story.quoted(content), story.kind, story.resolved)
        return
    story.age += 1
    if quote is None:
        _new_speaker(unit, story, said)


def _new_speaker(unit: Unit, story: Story, said: list[Said]) -> None:
    """Somebody speaks without their words being told: what follows in the mood of reported speech is theirs."""
    for each in said:
        if each.source is None or each.passive or each.mood:
            continue
        single = each.source[1] - each.source[0] == 1
        if speaks(unit, each.source, sure=bool(each.takes & _SPEECH)) and (single or somebody(unit, each.source)):
            story.speaker(unit, each.source)
            story.age = 0
            return


def _joins(unit: Unit, said: Said) -> bool:
    """Whether a main clause that a conjunction joins to another says who speaks: “…, and Kern warned that …”."""
    left, source = said.left, said.source
    if (
        left < 1
        or source is None
        or said.mood
        or not unit.roles[left] & r.COMMA
        or not unit.roles[left + 1] & r.CONJUNCTION
    ):
        return False
    subordinate = unit.roles[left + 1] & r.SUBORDINATOR
    return not subordinate and left < source[0] and not unit.roles[source[0]] & (r.RELATIVE & ~r.DETERMINER)


def _is_aside(unit: Unit, said: Said) -> bool:
    """“wie Kern sagte”, “as Kern said”."""
    begin = unit.past(said.left + 1, said.at, r.CONJUNCTION, unless=r.AS)
    opens = unit.roles[begin] & r.AS and said.takes & (_SPEECH | r.T_ASK)
    return bool(opens) and (said.last or not unit.words.verb_second)


def _statements(reader: Reader, said: list[Said], *, goes_on: bool) -> None:
    """Everything with a cue: what stands before it first, for what stands behind another cue may go on to there."""
    for each in said:
        if not reader.covered(each.at):
            _before(reader, each)
    asides(reader)
    for each in said:
        if not (reader.told(each.at) or reader.covered(each.at) or (each.mood and goes_on)):
            ahead_of = ahead if reader.unit.words.verb_second else ahead_plain
            ahead_of(reader, each)
    dependent(reader, said)
    framed(reader, said)
    nouns(reader)
    according(reader)
    if not reader.found:
        lead(reader)


def _before(reader: Reader, said: Said) -> None:
    if said.first and follows(reader.unit, said, said.left):
        tail(reader, said)
    elif _is_aside(reader.unit, said):
        as_said(reader, said)


def _told(unit: Unit, story: Story, found: Found) -> Attribution:
    content, cue = story.quoted(Span(found.start, found.end)), story.part(unit, found.cue)
    source, which = story.part(unit, found.source), kind(unit, found.source)
    resolved: str | None = None
    if found.source is not None and source is not None:
        beside = story.part(unit, named(unit, found.source))
        resolved = story.name(source, which) if beside is None else story.name(beside, "named")
        if found.cue is None or not unit.roles[found.cue[0]] & r.HENCE_RELATIVE:
            story.speaker(unit, found.source)
            if beside is not None:
                story.resolved = resolved
    elif found.cue is not None and unit.roles[found.cue[0]] & _HENCE:
        source, which, resolved = _meant(story)
    return Attribution(found.mode, source, cue, content, which, resolved)


def _meant(story: Story) -> tuple[Part | None, SourceKind, str | None]:
    """Whom "demnach" means: the paper just named, or whoever spoke last; else nobody: the word is no speaker."""
    if story.paper is not None:
        return story.paper, "role", None
    if story.source is not None and story.age == 0:
        return story.source, story.kind, story.resolved
    return None, "none", None
