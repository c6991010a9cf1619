"""A number of things that are then named: "three countries: Poland, Hungary, Italy and Spain"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.extract.place import INFLECTED
from claimcheck.link.frame import Frame, Item, is_count, is_value, word_of
from claimcheck.model.figures import Listed
from claimcheck.statements.dimension import exact, number

FAR, DASHED = 12, 8
WORDS = 5
OPENERS = (":", "–", "—", "(")
QUOTES = ("„", "“", "”", '"', "«", "»")
INSIDE = (*QUOTES, "’", "'", "-", "&")
CLOSERS = (".", "!", "?", ";", ":", "–", "—", ")")
MOST, LEAST = 12, 2


class Names(NamedTuple):
    """The members of a list as runs of items, and whether the last is joined by "and"."""

    members: tuple[tuple[int, int], ...]
    joined: bool


def listed(frame: Frame, *, capitals: bool) -> Iterator[Listed]:
    """Every number of two to twelve things with a complete list of names behind it."""
    for at in frame.numbers:
        start = _opens(frame, at) if _few(frame, at) else None
        if start is None or "open" in frame.roles(at, start):
            continue
        stop = _stop(frame, start)
        count, even = counted(frame, start, stop, capitals=capitals, comma_last=not capitals)
        # "three points: that A and B rule; that …" is longer
        if count and frame.mark(stop) != ";" and (even or count <= (number(frame.claim(at)) or 0)):
            counts = (count, count + _behind(frame, start, stop))
            yield Listed(frame.claim(at), word_of(frame, start, stop), counts, "things and their names")


def _behind(frame: Frame, start: int, stop: int) -> int:
    """How many members may follow the last "and": "Lindow, Marbeck and Weil (Aue), Dassow (Uhl)"."""
    last = frame.find({"and_"}, start)[-1:] or [stop]
    return sum(frame.mark(n) == "," for n in range(last[0], stop))


def _few(frame: Frame, at: int) -> bool:
    """Whether it counts a few things, and no part of more: "two of the four members – Lindow and Marbeck –"."""
    claim, value = frame.claim(at), exact(frame.claim(at))
    if value is None or not LEAST <= value <= MOST or frame.value(at).rounded:
        return False
    if at > 1 and "of" in frame.roles(at - 2, at) and frame.items[at - 2].kind == "number":
        return False
    return is_count(claim) and is_value(frame, at)


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
    """The list without ages and brackets ("Ian Pell, 31, Marcus Troy (29)"), the preposition of each member, and all
    but one word of what is quoted.
    """
    kept: list[Item] = []
    depth, shut = 0, _shut(frame, start, stop)
    listed_after = "list_follows" in frame.roles(start - 1, start) or "where" in frame.roles(start, start + 1)
    for n in range(start, stop):
        item, mark = frame.items[n], frame.mark(n)
        depth += mark == "("
        preposition = listed_after and "where" in item.roles and _at_head(kept)
        if not (depth or preposition or n in shut):
            kept.append(item)
        depth -= mark == ")" and depth > 0
    return Frame(kept)


def _shut(frame: Frame, start: int, stop: int) -> set[int]:
    """Ages, initials, quotation marks, and all but the first noun between two of these."""
    beside = {n for n in range(start, stop) if _is_age(frame, n, stop) or _initial(frame, n)}
    marks = [n for n in range(start, stop) if frame.mark(n) in QUOTES]
    for opening, closing in zip(marks[::2], marks[1::2], strict=False):
        words = range(opening + 1, closing)
        named = (n for n in words if frame.items[n].upper and "light" not in frame.items[n].roles)
        beside |= {*words} - {next(named, opening + 1)}
    return beside.union(marks)


def _at_head(kept: list[Item]) -> bool:
    """Whether a member of the list begins behind these items."""
    return not kept or kept[-1].text == "," or "and_" in kept[-1].roles


def _is_age(frame: Frame, at: int, stop: int) -> bool:
    """Whether it is a number between commas, or the comma before it."""
    if frame.mark(at) == ",":
        return at + 1 < stop and frame.items[at + 1].kind == "number" and _ended(frame, at + 2, stop)
    return frame.items[at].kind == "number" and frame.mark(at - 1) == "," and _ended(frame, at + 1, stop)


def _ended(frame: Frame, at: int, stop: int) -> bool:
    return at >= stop or frame.items[at].kind == "mark" or "and_" in frame.items[at].roles


def _opens(frame: Frame, at: int) -> int | None:
    """Where the list begins: behind a colon, a dash, a bracket, "namely", or "are" after a noun that asks for it."""
    namely = _namely(frame, at)
    return _opened(frame, at) if namely is None else namely + 1


def _is_border(frame: Frame, at: int, *, colon: bool) -> bool:
    """Whether no list begins behind an item: a number, a time where no colon follows, any mark but a comma."""
    kind = frame.items[at].kind
    return kind == "number" or (kind == "time" and not colon) or frame.mark(at) not in ("", ",")


def _opened(frame: Frame, at: int) -> int | None:
    """Where a list begins that stands right behind what is counted."""
    ahead = range(at + 1, min(len(frame.items), at + FAR))
    colon = any(frame.mark(near) == ":" for near in ahead)
    for near in ahead:
        item = frame.items[near]
        if "list_follows" in item.roles or _mark_opens(frame, at, near):
            return near + 1
        if _is_border(frame, near, colon=colon):
            return None
        if not colon and near == at + 2 and _are(frame, near):
            return near + 1
    return None


def _namely(frame: Frame, at: int) -> int | None:
    """Where "namely" stands behind a comma, and no other number before it."""
    following = next((n for n in frame.numbers if n > at), len(frame.items))
    return next((n for n in frame.find({"list_follows"}, at) if n < following and frame.mark(n - 1) == ","), None)


def _are(frame: Frame, at: int) -> bool:
    """Whether "are" stands behind a noun that asks for a list."""
    return "copula" in frame.items[at].roles and "listable" in frame.items[at - 1].roles


def _mark_opens(frame: Frame, at: int, near: int) -> bool:
    """Whether a list opens at a mark; behind "all three men," it does at a comma."""
    if frame.mark(near) == ",":
        return "all_of" in frame.roles(at - 1, at) and near == at + 2 and "of" not in frame.roles(at - 2, at - 1)
    return frame.mark(near) == ":" or (frame.mark(near) != "" and is_dash(frame, near) and near - at <= DASHED)


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
        if kind == "":
            continue
        if kind == "break" or (kind == "and" and joined) or (at == first and (kind, comma_last) != ("and", True)):
            return None  # "Anna Roth, mayor, and Jens Kolbe"; elsewhere the last comma may belong to "and"
        members.extend([(first, at)] if at > first else [])
        if kind == "," and joined:
            break  # "…, crime and work, said Roth": the list ends with the member behind "and"
        first, joined = at + 1, joined or kind == "and"
    return Names(tuple(members), joined) if joined and _is_list(frame, members, stop) else None


def _is_list(frame: Frame, members: list[tuple[int, int]], stop: int) -> bool:
    """Whether there are several members, all of them short, and no "and" goes on behind them."""
    short = all(b - a <= WORDS for a, b in members)
    return len(members) >= LEAST and short and "and_" not in frame.roles(members[-1][1], stop)


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
    if not items[-1].upper or "place" in items[0].roles:
        return False
    noun = next(at for at, item in enumerate(items) if item.upper and "light" not in item.roles)
    small = [at for at, item in enumerate(items) if _is_small(item)]
    return all(at < noun and INFLECTED.match(f"{items[at].text} ") for at in small)


def _is_small(item: Item) -> bool:
    """Whether a word has no capital and does not belong to names by itself."""
    return not item.upper and not item.roles & {"light", "of", "place"}


def _even(frame: Frame, names: Names) -> bool:
    """Whether the members are built alike: else one may only explain another ("Anna Roth, mayor of Lindow, and …")."""
    articles = (b - a > 1 and frame.items[a].roles & {"light"} for a, b in names.members)
    if all(articles) and all(frame.items[a + 1].text[:1].isupper() for a, _ in names.members):
        return True  # "the weather, the costs and the quarrel in town", in a language that writes nouns with capitals
    sizes = [sum(item.text[:1].isupper() for item in frame.items[a:b]) for a, b in names.members]
    lengths = {b - a for a, b in names.members}
    return max(sizes) - min(sizes) <= 1 and max(lengths) - min(lengths) <= 1
