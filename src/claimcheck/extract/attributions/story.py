"""What an article has told so far about its speakers: who spoke last, and whose words a sentence without a cue is."""

from __future__ import annotations

import re
from typing import Literal

from claimcheck.extract.attributions.phrases import Range, phrase_at
from claimcheck.extract.attributions.reader import Found, Reader, Said
from claimcheck.extract.attributions.subjects import subject_after
from claimcheck.extract.attributions.unit import Unit
from claimcheck.extract.attributions.voice import kind, speaks
from claimcheck.languages import voice_roles as r
from claimcheck.model import Span
from claimcheck.model.claim import Part, SourceKind

_NAME = re.compile(r"[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*")
_LONG_AGO = 99
_SAFE_AGE = 1


class Story:
    """The speaker that reported words without a cue go back to, and the paper that "demnach" refers to.

    `before` is the last sentence, unless that is the headline.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.source: Part | None = None
        self.kind: SourceKind = "none"
        self.age = _LONG_AGO
        self.before: Span | None = None
        self.paper: Part | None = None
        self.resolved: str | None = None
        self._full: dict[str, str | None] = {}

    def part(self, unit: Unit, tokens: Range | None) -> Part | None:
        """A range of tokens as a stretch of the text."""
        if tokens is None:
            return None
        span = Span(unit.starts[tokens[0]], unit.ends[tokens[1] - 1])
        return self.quoted(span)

    def quoted(self, span: Span) -> Part:
        """A stretch of the text with its words."""
        return Part(span, self.text[span.start : span.end])

    def silent(self) -> None:
        """A unit in which nobody speaks."""
        self.age += 1
        self.paper = None

    def speaker(self, unit: Unit, tokens: Range) -> None:
        """Somebody speaks: from now on words without a cue are theirs."""
        single = tokens[1] - tokens[0] == 1
        if single and unit.roles[tokens[0]] & r.FIRST_PERSON:
            self.source, self.kind, self.resolved = None, "none", None  # the author, whose words need no speaker
        elif not (single and unit.roles[tokens[0]] & (r.QUESTION | r.RELATIVE | r.GENERIC)):
            part = self.part(unit, tokens)
            assert part is not None
            self.resolved = self.name(part, kind(unit, tokens))
            self.source, self.kind = part, kind(unit, tokens)

    def name(self, source: Part, which: SourceKind) -> str | None:
        """The full name a source stands for in this article; None where that is not certain.

        A short name stands for the one longer name before it that ends with it; a pronoun for the name of whoever
        spoke in the sentence before; a role for that name if the role was said beside it.
        """
        if which == "named":
            return self._full_name(_NAME.findall(source.text.split("(")[0]))
        recent = self.age <= _SAFE_AGE and self.kind in ("named", "pronoun", "role")
        if not recent or self.resolved is None:
            return None
        if which == "pronoun":
            return self.resolved
        noun = _NAME.findall(source.text)[-1:]
        return self.resolved if which == "role" and noun and noun[0].lower() in self.resolved.lower() else None

    def _full_name(self, words: list[str]) -> str | None:
        names = [word for word in words if word[0].isupper()]
        if not names:
            return None
        last = names[-1]
        if len(names) == 1:
            return self._full.get(last) or last
        full = " ".join(words[words.index(names[0]) :])
        known = self._full.get(last, full)
        if known is not None:
            short, long = sorted((known, full), key=len)
            self._full[last] = short if long.endswith(short) else None
        return full


def paper(unit: Unit) -> Range | None:
    """The last study, report or the like that a unit speaks of."""
    roles = unit.roles
    found: Range | None = None
    if not unit.bits & r.SPEAKER_NOUN:
        return found
    for at in range(1, unit.count):
        if roles[at] & r.SPEAKER_NOUN and roles[at] & r.CAPITAL and not roles[at - 1] & r.NOUN_BEFORE:
            first = at
            while first > max(0, at - 2) and not roles[first - 1] & (r.EDGE | r.DETERMINER | r.FINITE | r.PREPOSITION):
                first -= 1
            phrase = phrase_at(unit, unit.back(first, max(first - 1, 0), r.DETERMINER), unit.count)
            found = phrase if phrase is not None and phrase[1] > at else found
    return found


Level = Literal["none", "second", "first"]
_MOST_BEFORE = 2


def free_quote(unit: Unit) -> int | None:
    """The one quotation that is, with a word or two and a colon before it, the whole unit."""
    if not unit.bits & r.LONG:
        return None
    long = [k for k, role in enumerate(unit.roles) if role & r.LONG]
    if len(long) != 1:
        return None
    at = long[0]
    rest = [k for k in range(unit.count) if k != at and not unit.roles[k] & r.EDGE]
    return at if not rest or _leads_to(unit, rest, at) else None


def _leads_to(unit: Unit, words: list[int], quote: int) -> bool:
    return len(words) <= _MOST_BEFORE and words[-1] < quote and bool(unit.roles[quote - 1] & r.COLON)


def reported(unit: Unit) -> Level:
    """Whether the main clause of a unit stands in the mood of reported speech.

    "first" for a form that is nothing else, "second" for one that an author's own sentence may have too.
    """
    if unit.bits & r.FIRST_PERSON or not unit.bits & (r.MOOD | r.SECOND):
        return "none"
    at = 0
    while at < unit.count:
        edge = unit.right_edge(at)
        first = _depends(unit, at, edge)
        if first >= 0:
            level = "none" if at == 0 and _plain(unit, first, edge) else _level(unit, first, edge)
            if level is not None:
                return level
        at = edge + 1
    return "none"


def _level(unit: Unit, first: int, edge: int) -> Level | None:
    """The mood of the first verb of a clause, None where it has no verb."""
    for k in range(first, edge):
        role = unit.roles[k]
        if role & r.CAPITAL and k > 0:
            continue
        if role & r.MOOD and not role & (r.DOUBTFUL | r.DETERMINER | r.PREPOSITION | r.CAPITAL):
            return "first"
        if role & r.SECOND:
            return "none" if role & r.DOUBTFUL else "second"
        if role & (r.FINITE | r.CUE):
            return "none"
    return None


def _plain(unit: Unit, first: int, edge: int) -> bool:
    """Whether the first clause tells a plain fact with a verb that no list has: “Das nährt den Verdacht, er lüge”."""
    subject = phrase_at(unit, first, edge)
    verb = edge if subject is None else subject[1]
    return verb < edge and not unit.roles[verb] and unit.low[verb].endswith(unit.words.indicative_endings)


def _depends(unit: Unit, at: int, edge: int) -> int:
    """The first word of a clause behind its conjunctions, -1 where the clause depends on another."""
    first = unit.past(at, edge, r.CONJUNCTION, unless=r.SUBORDINATOR | r.THAT)
    if first >= edge:
        return first
    role = unit.roles[first]
    if at > 0 and _is_relative(unit, first, edge):
        return -1
    if (at > 0 and role & r.RELATIVE and not role & r.SUBORDINATOR) or (role & r.QUESTION and first == 0):
        return first
    return -1 if role & (r.SUBORDINATOR | r.THAT | r.QUESTION) else first


def _is_relative(unit: Unit, first: int, edge: int) -> bool:
    """Whether a clause begins like one that speaks of a noun: “…, in dem”, “…, der”, not “…, der habe”."""
    role = unit.roles[first]
    after = unit.roles[first + 1] if first + 1 < edge else 0
    if role & r.PREPOSITION and after & r.RELATIVE and not unit.roles[edge - 1] & r.CAPITAL:
        return True
    return bool(role & r.RELATIVE) and not role & r.SUBORDINATOR and not after & (r.MOOD | r.SECOND)


def pointing(reader: Reader, said: list[Said], before: Span) -> None:
    """Adds the sentence `before` if the unit does nothing but say whose words it is."""
    unit = reader.unit
    if unit.count < 3 or not unit.roles[0] & r.POINTING:
        return
    for each in said:
        source = _speaker(unit, each)
        if source is not None:
            reader.found.append(Found("indirect", source, each.cue, before.start, before.end))
            return


def _speaker(unit: Unit, said: Said) -> tuple[int, int] | None:
    perfect = said.at > 1 and unit.roles[1] & r.HAVE
    if not perfect and said.at != 1:
        return None
    if said.takes & r.T_FROM and said.source is not None:
        return said.source  # "Das geht aus dem Bericht hervor"
    return None if said.mood or not said.takes & (r.T_TAIL | r.T_THAT) else _who(unit, said)


def _who(unit: Unit, said: Said) -> tuple[int, int] | None:
    source = subject_after(unit, 2, said.right)
    if source is None or source[0] == said.at or unit.any(1, said.right, r.NEGATION | r.TO):
        return None
    return source if speaks(unit, source, sure=True) else None
