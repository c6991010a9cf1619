"""What a number is a value of."""

from typing import Literal, NamedTuple

from claimcheck.model.relation import Argument
from claimcheck.model.span import Span

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
