"""Names in two articles: whose they are, what office they hold, and how they are spelled."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from claimcheck.link.across.line import Line
from claimcheck.link.across.words import folded
from claimcheck.model import Span
from claimcheck.model.entity import Mention

CLOSE = 0.8


def parts(name: str) -> list[str]:
    """The words of a name, folded, without titles' dots."""
    return [folded(word.lower()) for word in name.replace("-", " ").replace(".", " ").split()]


def is_full(name: str) -> bool:
    """Whether a name has at least two words."""
    return len(parts(name)) >= 2


def surname(name: str) -> str:
    """The last word of a name."""
    return (parts(name) or [""])[-1]


def may_be_one(mine: str, yours: str) -> bool:
    """Whether two names may mean one person: they share a word, or one is nearly the other's word."""
    first, second = parts(mine), parts(yours)
    return any(a == b or a.removesuffix("s") == b.removesuffix("s") or _close(a, b) for a in first for b in second)


def misspelled(mine: str, yours: str) -> bool:
    """Whether two full names differ in one word only, and there by a letter or two."""
    first, second = parts(mine), parts(yours)
    if first == second or len(first) != len(second) or len(first) < 2:
        return False
    wrong = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return len(wrong) == 1 and _close(*wrong[0]) and not _ending(*wrong[0])


def _ending(mine: str, yours: str) -> bool:
    """A genitive, or another person's name with an ending more: "Martin" and "Martina"."""
    longer, shorter = sorted((mine, yours), key=len, reverse=True)
    return longer.startswith(shorter) and len(longer) - len(shorter) <= 2


def _close(mine: str, yours: str) -> bool:
    return (
        min(len(mine), len(yours)) >= 4
        and mine[:1] == yours[:1]
        and SequenceMatcher(None, mine, yours, autojunk=False).ratio() >= CLOSE
    )


def persons(mentions: tuple[Mention, ...]) -> dict[str, Mention]:
    """The first mention of every full name of a person as it is written, by its folded words."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        if mention.kind == "person" and is_full(mention.text):
            found.setdefault(" ".join(parts(mention.text)), mention)
    return found


_NAME = re.compile(r" ([^\W\d_a-zß][\w’'-]+(?: [^\W\d_a-zß][\w’'-]+)?)")


def relatives(line: Line) -> list[tuple[str, Span]]:
    """Words for relatives with the name right behind them: "his brother Joel"."""
    found = []
    for word in line.words:
        text = line.page.prose[word.start : word.end].lower()
        if text in line.page.vocabulary.kin and (name := _NAME.match(line.page.prose, word.end)) is not None:
            found.append((word.key, Span(*name.span(1))))
    return found


def first(name: str) -> str:
    """The first word of a name."""
    return name.split(maxsplit=1)[0]


def named(mentions: tuple[Mention, ...]) -> dict[str, list[Mention]]:
    """All mentions of every person, organisation and product, by the entity or the full name they mean."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.kind in ("person", "organisation", "product"):
            found.setdefault(mention.entity or " ".join(parts(mention.name)), []).append(mention)
    return found
