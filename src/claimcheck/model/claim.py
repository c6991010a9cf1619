"""What an article says, as a typed value with its place; whose words it is, who did what, what a number is of."""

from typing import Literal, NamedTuple

from claimcheck.model.measure import Duration, Measure, Period
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


ArgumentName = Literal[
    "date", "about", "acquirer", "amount", "class", "company", "content", "country", "deal", "entity",
    "field", "for", "former", "founder", "from", "holder", "investor", "leader", "medium",
    "member", "object", "organization", "owner", "party", "payer", "person", "place", "price",
    "product", "property", "publication", "publisher", "purpose", "role", "seller", "share", "speaker",
    "spender", "target", "time", "to", "type", "whole", "winner", "loser", "predecessor", "number", "years", "person2",
    "contest", "duration", "work", "organization2",
]  # fmt: skip
"""The part an argument plays in its relation, as in `claimcheck.reference.predicates`."""


class Argument(NamedTuple):
    """One argument: its words, the id of the known entity it names; `implied`: the sentence does not say it."""

    span: Span
    text: str
    entity: str | None = None
    implied: bool = False


class Relation(NamedTuple):
    """One relation, e.g. acquires(acquirer, target, price, time); `arguments` are in a fixed order, a role may recur.

    The predicates and roles are those of the reference (`claimcheck.reference.predicates`); `price`, `share`, `amount`
    and `time` are claims of their own at the same place. `former`: it held once and no longer does ("Ex-Chef").
    """

    predicate: str
    arguments: tuple[tuple[ArgumentName, Argument], ...]
    former: bool = False

    def get(self, role: ArgumentName) -> Argument | None:
        """The first argument in this role."""
        return next((argument for name, argument in self.arguments if name == role), None)


Qualifier = Literal["average", "median", "total", "per_person", "yearly", "monthly", "maximum", "minimum"]


Form = Literal["man", "woman", "masculine", "feminine", "neuter", "thing", "group"]
"""What a pronoun can stand for: by sex, by the gender of the noun, or, where nouns have none, a thing; several."""
Slot = Literal["measure", "of", "owner", "time", "place"]


class Noun(NamedTuple):
    """A word of the article with its place; `kind` is its class, the same in every language ("bonus", "budget")."""

    span: Span
    text: str
    kind: str | None = None


class About(NamedTuple):
    """What a number speaks of, as far as it is certain; None and empty where it is not.

    `measure` is the noun it is a value of ("Umsatz"), `of` what a share or count is taken of ("der Befragten"), `owner`
    whose it is, by name or noun, `entities` the names among the owners, `time` the date claim that holds for it,
    `place` where it holds: of the sentence, else of the whole article. `bearer` is the name that a noun for the owner
    stands for ("the company"). `carried` are the slots that another clause or sentence fills.
    """

    measure: Noun | None = None
    of: Noun | None = None
    entities: tuple[Argument, ...] = ()
    time: Span | None = None
    place: Argument | None = None
    qualifiers: tuple[Qualifier, ...] = ()
    owner: Argument | None = None
    bearer: Argument | None = None
    carried: tuple[Slot, ...] = ()


NOTHING = About()


class Label(NamedTuple):
    """A time of day, a street, a telephone number, a vehicle, a score, where to: `key` is one for all ways to write it.

    "17:30"; "kernstraße 12", "A5"; "069123456"; "opel astra", "line 12"; "4:2"; "NE", "lindow>marbeck", ">lindow".
    """

    key: str


LabelType = Literal["clock", "street", "phone", "vehicle", "score", "direction"]
ClaimType = Literal[
    "amount", "percentage", "quantity", "date", "duration", "attribution", "relation",
    "clock", "street", "phone", "vehicle", "score", "direction",
]  # fmt: skip
Modality = Literal["fact", "plan", "possibility", "condition", "question", "negated"]
Value = Measure | Period | Duration | Attribution | Relation | Label


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
