"""What two articles say of one thing, side by side."""

from typing import Literal, NamedTuple

from claimcheck.model.span import Span

TieRelation = Literal["agrees", "conflicts", "updates", "differs"]
Aspect = Literal[
    "value",
    "magnitude",
    "digits",
    "scale",
    "falling",
    "older",
    "date",
    "quotation",
    "speaker",
    "holder",
    "spelling",
    "relative",
    "actors",
    "sources",
    "name",
    "measure",
    "direction",
    "person",
]


class End(NamedTuple):
    """One end of a tie: the document by its path, the place in it and its words."""

    path: str
    span: Span
    text: str


class Tie(NamedTuple):
    """Two places of two articles and how they stand to each other.

    `aspect` says what was compared and how it came out; "differs" are two named sources that disagree, or two values
    of one thing without enough evidence for a conflict. `reason` says
    in plain words why the two are taken to speak of one thing. `stated` are the two values in plain notation.
    """

    a: End
    b: End
    relation: TieRelation
    aspect: Aspect
    reason: str
    stated: tuple[str, str] | None = None

    @property
    def values(self) -> tuple[str, str]:
        """What the two sides state, the same for the same value in another wording."""
        return self.stated or (" ".join(self.a.text.lower().split()), " ".join(self.b.text.lower().split()))

    @property
    def working(self) -> str:
        """The two values set against each other, "" where the words themselves are what differs."""
        return f"{self.stated[0]} ≠ {self.stated[1]}" if self.stated and self.relation != "agrees" else ""
