"""Who did what to whom: a predicate with its arguments, each with its place."""

from typing import Literal, NamedTuple

from claimcheck.model.span import Span

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
