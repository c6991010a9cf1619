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
    first: dict[tuple[str, ...], tuple[Claim, Attribution]] = {}
    for claim, said, source in _quoted(article):
        words = tuple(WORDS.findall(said.content.text.lower()))
        if len(words) >= FEWEST:
            _, earlier = first.setdefault(words, (claim, said))
            if earlier is said or earlier.source is None:
                continue
            one, two = _speaker(article, earlier), _speaker(article, said)
            if one is not None and two is not None and not _repeats(article, said):
                yield TwoSpeakers(claim, source, earlier.source, two, one, not _same(one, two))
    yield from _in_title(article)


def _quoted(article: Article) -> Iterator[tuple[Claim, Attribution, Part]]:
    """The direct statements with their speakers."""
    for claim in article.claims:
        said = claim.value
        if isinstance(said, Attribution) and said.mode == "direct" and said.source is not None:
            yield claim, said, said.source


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
    return None if named else _full_name(said.resolved or said.source.text, article.document.language)


def _full_name(text: str, language: str | None) -> str | None:
    """First name and surname at the end of some words."""
    full = FULL.search(text)
    if full is None or language is None:
        return None
    return None if full.group(1).split()[0].lower() in extra(language, "people")["determiners"] else full.group(1)


def _in_title(article: Article) -> Iterator[TwoSpeakers]:
    """A headline outside the text that gives such words to somebody whom the text calls by the same word, and who is
    another person: nothing but words for the speaker and for saying it stands beside the quotation there.
    """
    document = article.document
    title = document.title or ""
    if document.headline is not None or document.language is None or not any(mark in title for mark in QUOTES):
        return
    table = extra(document.language, "people")
    for _, said, source in _quoted(article):
        named = _beside(title, WORDS.findall(said.content.text.lower()), frozenset(table["says"]))
        known = _speaker(article, said) if named else None
        if known is not None:
            holders = {_called(document.prose, word, table["determiners"]): word for word in named}
            holders.pop(None, None)
            other = next(iter(holders), None)
            if other is not None and len(holders) == 1 and not _same(known, other):
                yield TwoSpeakers(None, Part(Span(0, 0), holders[other]), source, other, known, clash=True)


def _beside(title: str, quoted: list[str], says: frozenset[str]) -> list[str]:
    """The few words of a headline for who says what it quotes, none where more than that stands in it."""
    words = WORDS.findall(title)
    at = _place([word.lower() for word in words], quoted)
    if at is None:
        return []
    rest = words[:at] + words[at + len(quoted) :]
    named = [word for word in rest if word.lower() not in says]
    return [] if len(named) > MOST_BESIDE or (len(named) == len(rest) and ":" not in title) else named


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
