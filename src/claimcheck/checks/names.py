"""Names: a known misspelling, and one name in two spellings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Mend, Role, Write
from claimcheck.model.entity import Mention
from claimcheck.model.link import Dossier

SHORTEST = 5
MOST_NAMESAKES = 50


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
        """One comparison for each pair of persons of whom one name is the same, with the next few namesakes."""
        del write
        people: dict[str, Mention] = {}
        for each in dossier.article.mentions:
            if each.kind == "person" and each.form == "name" and len(each.text.split()) == 2:
                people.setdefault(each.text, each)
        listed = sorted(people.values(), key=lambda each: each.span)
        names = [each.text.split() for each in listed]
        alike: dict[tuple[int, str], list[int]] = {}
        for i, (first, last) in enumerate(names):
            alike.setdefault((0, first), []).append(i)
            alike.setdefault((1, last), []).append(i)
        for i, one in enumerate(listed):
            first, last = names[i]
            for at in sorted({*_later(alike[0, first], i), *_later(alike[1, last], i)}):
                other = listed[at]
                pair = (last, names[at][1]) if names[at][0] == first else (first, names[at][0])
                if one.entity is not None and other.entity is not None and one.entity != other.entity:
                    continue
                roles = (Role("claim", other.span, other.text), Role("other", one.span, one.text))
                yield Comparison(_one_letter(*pair), (), roles, (("name", one.text), ("other", other.text)))


def _later(places: list[int], at: int) -> list[int]:
    """The places behind one of them, no more than the next few."""
    behind = bisect_right(places, at)
    return places[behind : behind + MOST_NAMESAKES]


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
