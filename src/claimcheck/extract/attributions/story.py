"""What an article has told so far about its speakers: who spoke last, and which names there are."""

from __future__ import annotations

import re

from claimcheck.extract.attributions.phrases import Range, phrase_at
from claimcheck.extract.attributions.speakers import kind
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r
from claimcheck.model import Span
from claimcheck.model.attribution import Part, SourceKind

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
            words = _NAME.findall(source.text.split("(")[0])
            names = [word for word in words if word[0].isupper()]
            if not names:
                return None
            last = names[-1]
            if len(names) > 1:
                full = " ".join(words[words.index(names[0]) :])
                known = self._full.get(last, full)
                if known is not None:
                    short, long = sorted((known, full), key=len)
                    self._full[last] = short if long.endswith(short) else None
                return full
            return self._full.get(last) or last
        recent = self.age <= _SAFE_AGE and self.kind in ("named", "pronoun", "role")
        if which == "pronoun" and recent:
            return self.resolved
        if which == "role" and recent and self.resolved is not None:
            noun = _NAME.findall(source.text)[-1:]
            if noun and noun[0].lower() in self.resolved.lower():
                return self.resolved
        return None


def paper(unit: Unit) -> Range | None:
    """The last study, report or the like that a unit speaks of."""
    roles = unit.roles
    found: Range | None = None
    if not unit.bits & r.SPEAKER_NOUN:
        return found
    for at, role in enumerate(roles):
        if not role & r.SPEAKER_NOUN or not role & r.CAPITAL or at == 0 or roles[at - 1] & r.NOUN_BEFORE:
            continue
        first = at
        while first > max(0, at - 2) and not roles[first - 1] & (r.EDGE | r.DETERMINER | r.FINITE | r.PREPOSITION):
            first -= 1
        if first > 0 and roles[first - 1] & r.DETERMINER:
            first -= 1
        phrase = phrase_at(unit, first, unit.count)
        if phrase is not None and phrase[1] > at:
            found = phrase
    return found
