"""Whose words something is: a statement, who made it, and the word that says so."""

from typing import Literal, NamedTuple

from claimcheck.model.span import Span

Mode = Literal["direct", "indirect", "according_to"]
SourceKind = Literal["named", "role", "pronoun", "anonymous", "none"]


class Part(NamedTuple):
    """A stretch of the text with its words."""

    span: Span
    text: str


class Attribution(NamedTuple):
    """One statement and its speaker.

    `source` and `cue` are None where the text has none: a speaker goes on without a new "said", or "heißt es" names
    nobody. In mode direct `content` stands inside quotation marks, without them. `resolved` is the name a pronoun, a
    role or a short name stands for in this article, where that is certain.
    """

    mode: Mode
    source: Part | None
    cue: Part | None
    content: Part
    source_kind: SourceKind
    resolved: str | None = None

    @property
    def span(self) -> Span:
        """The smallest span that covers source, cue and content."""
        parts = [part.span for part in (self.source, self.cue, self.content) if part is not None]
        return Span(min(span.start for span in parts), max(span.end for span in parts))
