"""A number of things that are then named: "three countries: Poland, Hungary, Italy and Spain"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.extract.nouns import INFLECTED
from claimcheck.link.dimension import measure
from claimcheck.link.frame import Frame, Item
from claimcheck.link.joint import is_count, is_value, word_of
from claimcheck.model.figures import Listed

MOST, LEAST = 12, 2
FAR = 12
WORDS = 5
OPENERS = (":", "–", "—", "(")
INSIDE = ("„", "“", '"', "’", "'", "-", "&")
CLOSERS = (".", "!", "?", ";", ":", "–", "—", ")")


class Names(NamedTuple):
    """The members of a list as runs of items, and whether the last is joined by "and"."""

    members: tuple[tuple[int, int], ...]
    joined: bool


def listed(frame: Frame, *, capitals: bool) -> Iterator[Listed]:
    """Every number of two to twelve things with a complete list of names behind it."""
    for at in frame.numbers:
        claim = frame.claim(at)
        value = measure(claim)
        if value is None or value.number is None or not is_count(claim) or not is_value(frame, at):
            continue
        if value.hedge is not None or value.rounded or not LEAST <= value.number <= MOST:
            continue
        if at > 1 and "of" in frame.roles(at - 2, at) and frame.items[at - 2].kind == "number":
            continue  # "two of the four members – Lindow and Marbeck –"
        start = _opens(frame, at)
        if start is None or "open" in frame.roles(at, start):
            continue
        stop = _stop(frame, start)
        count, even = counted(frame, start, stop, capitals=capitals, comma_last=not capitals)
        if count and (even or count <= int(value.number)):
            yield Listed(claim, word_of(frame, start, stop), (count,), "a number of things and their names")


def counted(frame: Frame, start: int, stop: int, *, capitals: bool, comma_last: bool) -> tuple[int, bool]:
    """How many names a list has, 0 where it is no plain one, and whether they are built alike."""
    bare = _bare(frame, start, stop)
    names = _names(bare, 0, len(bare.items), comma_last=comma_last)
    if names is None or not _plain(bare, names, capitals=capitals):
        return 0, False
    return len(names.members), _even(bare, names)


def _stop(frame: Frame, start: int) -> int:
    """Where the list ends: a mark that closes it, but no bracket inside it and no dot of an initial."""
    depth = 0
    for n in range(start, len(frame.items)):
        mark = frame.mark(n)
        if mark == "(" and n - start < FAR * 3:
            depth += 1
        elif mark == ")" and depth:
            depth -= 1
        elif not depth and (mark in CLOSERS or _hyphen(frame, n)) and not _initial(frame, n):
            return n
    return len(frame.items)


def _initial(frame: Frame, at: int) -> bool:
    """Whether it is the dot of "Jens M.", with the list going on behind it."""
    letter = frame.items[at - 1].text
    ended = at + 1 >= len(frame.items)
    return frame.mark(at) == "." and not ended and len(letter) == 1 and letter.isupper()


def _bare(frame: Frame, start: int, stop: int) -> Frame:
    """The list without ages and brackets ("Ian Pell, 31, Marcus Troy (29)") and the preposition of each member."""
    kept: list[Item] = []
    depth = 0
    for n in range(start, stop):
        item, mark = frame.items[n], frame.mark(n)
        if mark == "(":
            depth += 1
        opens = not kept or kept[-1].text == "," or "and_" in kept[-1].roles
        aged = mark == "," and n + 1 < stop and frame.items[n + 1].kind == "number" and _ended(frame, n + 2, stop)
        age = item.kind == "number" and frame.mark(n - 1) == "," and _ended(frame, n + 1, stop)
        listed_after = "list_follows" in frame.roles(start - 1, start)
        preposition = opens and listed_after and "where" in item.roles
        if not (depth or aged or age or preposition or _initial(frame, n)):
            kept.append(item)
        if mark == ")" and depth:
            depth -= 1
    return Frame(kept)


def _ended(frame: Frame, at: int, stop: int) -> bool:
    return at >= stop or frame.items[at].kind == "mark" or "and_" in frame.items[at].roles


def _opens(frame: Frame, at: int) -> int | None:
    """Where the list begins: behind a colon, a dash, a bracket, "namely", or "are" after a noun that asks for it."""
    ahead = range(at + 1, min(len(frame.items), at + FAR))
    colon = any(frame.mark(near) == ":" for near in ahead)
    for near in ahead:
        item = frame.items[near]
        if "list_follows" in item.roles:
            return near + 1
        if item.kind == "mark":
            if item.text == ":" or (is_dash(frame, near) and near - at <= 5):
                return near + 1
            if item.text != "," or ("all_of" in frame.roles(at - 1, at) and near == at + 2):
                return near + 1 if item.text == "," else None  # "all three men, Roth, Kern and Abel, were freed"
        if item.kind in ("number", "time"):
            return None
        if "copula" in item.roles and not colon and near == at + 2 and "listable" in frame.items[at + 1].roles:
            return near + 1
    return None


def _hyphen(frame: Frame, at: int) -> bool:
    return frame.mark(at) == "-" and is_dash(frame, at)


def is_dash(frame: Frame, at: int) -> bool:
    """Whether the mark opens an apposition: a bracket, a dash, a hyphen between blanks."""
    item = frame.items[at]
    blank = at + 1 < len(frame.items) and frame.items[at - 1].end < item.start and item.end < frame.items[at + 1].start
    return item.text in OPENERS or (item.text == "-" and blank)


def _names(frame: Frame, start: int, stop: int, *, comma_last: bool) -> Names | None:
    """The members between commas and one last "and"; None where it is no plain list."""
    members: list[tuple[int, int]] = []
    first, joined = start, False
    for at in range(start, stop + 1):
        kind = _joint(frame, at, stop)
        if kind == "break":
            return None
        if kind == "":
            continue
        if at > first:
            members.append((first, at))
            if joined and kind == ",":
                if any("and_" in later.roles for later in frame.items[at:stop]):
                    return None
                break  # "…, crime and work, said Roth": the list ends with the member behind "and"
        elif kind != "and" or not comma_last:
            return None  # "Anna Roth, mayor, and Jens Kolbe"; elsewhere the last comma may belong to "and"
        if kind == "and" and joined:
            return None
        first, joined = at + 1, joined or kind == "and"
    if len(members) < LEAST or not joined or any(b - a > WORDS for a, b in members):
        return None
    return Names(tuple(members), joined)


def _joint(frame: Frame, at: int, stop: int) -> str:
    """What a position is to a list: ",", "and", "end", "break" for what no list holds, "" for a word of a member."""
    if at >= stop:
        return "end"
    item = frame.items[at]
    if item.kind == "mark" and item.text == ",":
        return ","
    if "and_" in item.roles:
        return "and"
    return "break" if item.kind in ("number", "time", "mark") and item.text not in INSIDE else ""


def _plain(frame: Frame, names: Names, *, capitals: bool) -> bool:
    """Whether every member is a name or noun: nothing in it says that a clause or an apposition goes on."""
    heads = [frame.items[a] for a, _ in names.members]
    if any("open" in item.roles for item in frame.items[names.members[0][0] : names.members[-1][1]]):
        return False
    if capitals:
        return all(_noun_phrase(frame.items[a:b]) for a, b in names.members)
    upper = [item.text[:1].isupper() for item in heads]
    return (all(upper) or not any(upper)) and all(_words_fit(frame.items[a:b]) for a, b in names.members)


def _words_fit(items: list[Item]) -> bool:
    """Whether a member is a noun phrase: short, or nothing but capitals and small words that belong to names."""
    return len(items) <= 3 or all(item.text[:1].isupper() or item.roles & {"light", "of"} for item in items)


def _noun_phrase(items: list[Item]) -> bool:
    """Whether it ends with a capital, and every small word in it is an article, a preposition or an adjective."""
    if not items[-1].text[:1].isupper() or items[0].roles & {"place"} - {"of"}:
        return False
    noun = next(at for at, item in enumerate(items) if item.text[:1].isupper() and not item.roles & {"light"})
    small = [item for item in items if not item.text[:1].isupper() and not item.roles & {"light", "of", "place"}]
    before = [item for item in items[:noun] if item in small]
    return len(before) == len(small) and all(INFLECTED.match(f"{item.text} ") for item in small)


def _even(frame: Frame, names: Names) -> bool:
    """Whether the members are built alike: else one may only explain another ("Anna Roth, mayor of Lindow, and …")."""
    articles = (b - a > 1 and frame.items[a].roles & {"light"} for a, b in names.members)
    if all(articles) and all(frame.items[a + 1].text[:1].isupper() for a, _ in names.members):
        return True  # "the weather, the costs and the quarrel in town", in a language that writes nouns with capitals
    sizes = [sum(item.text[:1].isupper() for item in frame.items[a:b]) for a, b in names.members]
    lengths = {b - a for a, b in names.members}
    return max(sizes) - min(sizes) <= 1 and max(lengths) - min(lengths) <= 1
