"""Names: a known misspelling, and one name in two spellings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal
from unicodedata import combining, normalize

from claimcheck.checks.comparison import Comparison, Mend, Role, Write, judged
from claimcheck.model.link import Dossier
from claimcheck.model.naming import Respelled

UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}


class WrongName:
    """Fails where a known entity bears a name that is listed as wrong."""

    names = ("name", "right")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each mention of a known entity."""
        del write
        for each in dossier.article.mentions:
            if each.entity is not None:
                roles = (Role("claim", each.span, each.text),)
                values = (("name", each.text), ("right", each.name))
                mends = (Mend(each.span, each.name),)
                right = each.form != "wrong"
                shown = f"{each.text} {'=' if right else '→'} {each.name}"
                yield Comparison(judged(right), (), roles, values, shown, mends, evidence="reference")


class TwoSpellings:
    """Fails where two words of one article differ by a letter; `names`: they are names, or neither is known for one.

    One with and one without its accents is a matter of style.
    """

    names = ("name", "other")

    def __init__(self, of: Literal["names", "words"]) -> None:
        self.of = of

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each such pair."""
        del write
        for link in dossier.links:
            if isinstance(link, Respelled) and link.name is (self.of == "names"):
                roles = (Role("claim", *link.part), Role("other", *link.other))
                values = (("name", link.other.text), ("other", link.part.text))
                one, two = link.part.text, link.other.text
                fits = alike_but_for_accents(one, two)
                shown = f"{one} {'=' if one == two else '≈' if fits else '≠'} {two}"
                yield Comparison(judged(fits), (), roles, values, shown if fits else "", evidence="register")


def alike_but_for_accents(one: str, two: str) -> bool:
    """Whether two spellings of a name are one without their accents."""
    return _plain(one) == _plain(two)


def _plain(name: str) -> str:
    """The name without accents; what German writes with dots are letters of their own."""
    letters = normalize("NFD", "".join(UMLAUTS.get(letter, letter) for letter in name))
    return "".join(letter for letter in letters if not combining(letter))
