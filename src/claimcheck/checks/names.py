"""Names: a known misspelling, and one name in two spellings."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Mend, Role, Write
from claimcheck.model.entity import Mention
from claimcheck.model.link import Dossier

SHORTEST = 5


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
                yield Comparison(each.form == "wrong", (), roles, values, f"{each.text} → {each.name}", mends)


class TwoSpellings:
    """Fails where two persons of one article differ by one letter in one of their names and are alike in the other."""

    names = ("name", "other")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each pair of persons of whom one name is the same."""
        del write
        people: dict[str, Mention] = {}
        for each in dossier.article.mentions:
            if each.kind == "person" and each.form == "name" and len(each.text.split()) == 2:
                people.setdefault(each.text, each)
        listed = sorted(people.values(), key=lambda each: each.span)
        for i, one in enumerate(listed):
            for other in listed[i + 1 :]:
                pair = _differing(one.text.split(), other.text.split())
                if pair is None or (one.entity is not None and other.entity is not None and one.entity != other.entity):
                    continue
                roles = (Role("claim", other.span, other.text), Role("other", one.span, one.text))
                yield Comparison(_one_letter(*pair), (), roles, (("name", one.text), ("other", other.text)))


def _differing(one: list[str], other: list[str]) -> tuple[str, str] | None:
    """The halves in which two names differ, if the other halves are the same."""
    if one[0] == other[0]:
        return one[1], other[1]
    return (one[0], other[0]) if one[1] == other[1] else None


def _one_letter(one: str, other: str) -> bool:
    """Whether one letter inside was changed, added, left out or swapped; an ending may be a case or a gender."""
    if min(len(one), len(other)) < SHORTEST or one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    if end == 0:
        return False
    rest = (one[start : len(one) - end], other[start : len(other) - end])
    return max(map(len, rest)) == 1 or (len(rest[0]) == 2 and rest[0] == rest[1][::-1])
