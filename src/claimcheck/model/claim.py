"""What an article says, as a typed value with its place."""

from typing import Literal, NamedTuple

from claimcheck.model.about import About
from claimcheck.model.attribution import Attribution
from claimcheck.model.measure import Duration, Measure
from claimcheck.model.period import Period
from claimcheck.model.relation import Relation
from claimcheck.model.span import Span

ClaimType = Literal["amount", "percentage", "quantity", "date", "duration", "attribution", "relation"]
Modality = Literal["fact", "plan", "possibility", "condition", "question", "negated"]
Value = Measure | Period | Duration | Attribution | Relation


class Claim(NamedTuple):
    """One claim of one article; `text` is always the document's text at `span`.

    `id` stays the same while the claim's words and the words around it stay. `about` is what a number is a value of.
    `voice` is the id of the attribution whose words it stands in, None for the author's own.
    """

    type: ClaimType
    span: Span
    text: str
    value: Value
    id: str = ""
    about: About | None = None
    voice: str | None = None
    modality: Modality = "fact"
