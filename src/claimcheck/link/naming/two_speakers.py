"""The same words in quotation marks that the text gives to one speaker, and then it or the headline to another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.languages.extra import extra
from claimcheck.model import Claim, Span
from claimcheck.model.attribution import Attribution, Part
from claimcheck.model.naming import TwoSpeakers
from claimcheck.model.report import Article

WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
FEWEST = 5
FEWEST_IN_TITLE = 4
MOST_BESIDE = 3
NEAR = 90
"""How many characters around a quotation may tell that it is quoted once more."""
FIRST = r"[A-ZÄÖÜ][\w’'-]+"
NAME = rf"{FIRST} {FIRST}"
FULL = re.compile(rf"({NAME})\Z")
QUOTES = ("“", "”", "„", '"', "«", "»", "‘", "’")


def two_speakers(article: Article) -> Iterator[TwoSpeakers]:
    """Every quotation of some words that a second speaker is said to have said as well, to the letter."""
    first: dict[tuple[str, ...], Claim] = {}
    for claim in article.claims:
        said = claim.value
        if not isinstance(said, Attribution) or said.mode != "direct" or said.source is None:
            continue
        words = tuple(WORDS.findall(said.content.text.lower()))
        if len(words) < FEWEST:
            continue
        earlier = first.setdefault(words, claim).value
        if earlier is said or not isinstance(earlier, Attribution) or earlier.source is None:
            continue
        one, two = _speaker(article, earlier), _speaker(article, said)
        if one is not None and two is not None and not _repeats(article, said):
            yield TwoSpeakers(claim, said.source, earlier.source, two, one, not _same(one, two))
    yield from _in_title(article)


def _repeats(article: Article, said: Attribution) -> bool:
    """Whether words near a quotation tell that it is one of another person's: "quotes her", "the same words"."""
    language = article.document.language
    words = extra(language, "people")["repeats"] if language is not None else []
    low, high = said.span
    around = article.document.prose[max(0, low - NEAR) : said.content.span.start]
    around += " " + article.document.prose[said.content.span.end : high + NEAR]
    return not frozenset(words).isdisjoint(WORDS.findall(around.lower()))


def _speaker(article: Article, said: Attribution) -> str | None:
    """First name and surname of the person who speaks: named, or the only one in the sentence before a pronoun."""
    assert said.source is not None
    low, high = said.source.span
    if said.source_kind == "pronoun":
        sentences = [each for each in article.document.sentences if each.end <= said.span.start]
        low, high = sentences[-1] if sentences else (0, 0)
    named = {each.name for each in article.mentions if each.kind == "person" and low <= each.span.start < high}
    if len(named) == 1:
        return name if " " in (name := named.pop()) else None
    full = FULL.search(said.resolved or said.source.text)
    if full is None or named or article.document.language is None:
        return None
    determiners = extra(article.document.language, "people")["determiners"]
    return full.group(1) if full.group(1).split()[0].lower() not in determiners else None


def _in_title(article: Article) -> Iterator[TwoSpeakers]:
    """A headline outside the text that gives such words to somebody whom the text calls by the same word, and who is
    another person: nothing but words for the speaker and for saying it stands beside the quotation there.
    """
    document = article.document
    title = document.title or ""
    if document.headline is not None or document.language is None or not any(mark in title for mark in QUOTES):
        return
    table = extra(document.language, "people")
    says = frozenset(table["says"])
    words = WORDS.findall(title.lower())
    for claim in article.claims:
        said = claim.value
        if not isinstance(said, Attribution) or said.mode != "direct" or said.source is None:
            continue
        quoted = WORDS.findall(said.content.text.lower())
        at = _place(words, quoted)
        if at is None:
            continue
        rest = [word for near, word in enumerate(WORDS.findall(title)) if not at <= near < at + len(quoted)]
        named = [word for word in rest if word.lower() not in says]
        known = _speaker(article, said)
        if known is None or not named or len(named) > MOST_BESIDE or (len(named) == len(rest) and ":" not in title):
            continue
        holders = {
            holder: word
            for word in named
            if (holder := _called(article.document.prose, word, table["determiners"])) is not None
        }
        if len(holders) == 1 and not _same(known, other := next(iter(holders))):
            word = holders[other]
            yield TwoSpeakers(None, Part(Span(0, 0), word), said.source, other, known, clash=True)


def _same(one: str, other: str) -> bool:
    return one.rpartition(" ")[2] == other.rpartition(" ")[2]


def _place(words: list[str], quoted: list[str]) -> int | None:
    """Where a headline has all the words of a quotation, side by side."""
    if not FEWEST_IN_TITLE <= len(quoted) <= len(words):
        return None
    return next((at for at in range(len(words)) if words[at : at + len(quoted)] == quoted), None)


def _called(prose: str, word: str, determiners: list[str]) -> str | None:
    """First name and surname of the only person beside whom the text has this word, or whose surname it is."""
    if word.lower() not in prose.lower():
        return None
    written = re.escape(word)
    beside = rf"(?<![\w-])(?i:{written})(?![\w-]),? ({NAME})|({NAME}),? (?:[a-z]+ )?(?i:{written})(?![\w-])"
    surname = rf"({FIRST} {written})(?![\w-])" if word[0].isupper() else r"(\Z)"
    names = ["".join(filter(None, match.groups())) for match in re.finditer(rf"{beside}|{surname}", prose)]
    found = {name for name in names if name and name.split()[0].lower() not in determiners}
    return found.pop() if len(found) == 1 else None
