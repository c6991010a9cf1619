"""The same words in quotation marks that two persons are said to have said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.languages.extra import extra
from claimcheck.model import Claim, Span
from claimcheck.model.attribution import Attribution, Part
from claimcheck.model.judged import Judged, Roles
from claimcheck.model.link import Dossier
from claimcheck.model.report import Article

WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
FEWEST = 5
FEWEST_IN_TITLE = 4
MOST_BESIDE = 3
NEAR = 90
"""How many characters around a quotation may tell that it is quoted once more."""
FIRST = r"[A-ZÄÖÜ][\w’'-]+"
FULL_NAME = rf"{FIRST} {FIRST}"
FULL = re.compile(rf"({FULL_NAME})\Z")
QUOTES = ("“", "”", "„", '"', "«", "»", "‘", "’")


def quotations(dossier: Dossier) -> Iterator[Judged]:
    """Every quotation of some words that a second speaker is said to have said as well, to the letter."""
    article = dossier.article
    first: dict[tuple[str, ...], tuple[Claim, Attribution, Part]] = {}
    for claim, said, source in _quoted(article):
        words = tuple(WORDS.findall(said.content.text.lower()))
        if len(words) < FEWEST:
            continue
        _, earlier, other = first.setdefault(words, (claim, said, source))
        one, two = _speaker(article, earlier, other), _speaker(article, said, source)
        if earlier is not said and one is not None and two is not None and not _repeats(article, said):
            yield _judged(source, other, two, one, (claim,))
    yield from _in_title(article)


def _judged(source: Part, other: Part, speaker: str, first: str, claims: tuple[Claim, ...] = ()) -> Judged:
    fits = _same(speaker, first)
    values = (("speaker", speaker), ("other", first))
    roles: Roles = (("claim", source), ("other", other))
    shown = f"{first} {'=' if fits else '≠'} {speaker}"
    return Judged("quotation", fits, roles, values, shown, claims=claims, spoken=False)


def _quoted(article: Article) -> Iterator[tuple[Claim, Attribution, Part]]:
    """The direct statements with their speakers."""
    for claim in article.claims:
        said = claim.value
        if isinstance(said, Attribution) and said.mode == "direct" and said.source is not None:
            yield claim, said, said.source


def _repeats(article: Article, said: Attribution) -> bool:
    """Whether words near a quotation tell that it is one of another person's: "quotes her", "the same words"."""
    words = extra(article.document.language, "people").get("repeats", ())
    low, high = said.span
    around = article.document.prose[max(0, low - NEAR) : said.content.span.start]
    around += " " + article.document.prose[said.content.span.end : high + NEAR]
    return not frozenset(words).isdisjoint(WORDS.findall(around.lower()))


def _speaker(article: Article, said: Attribution, source: Part) -> str | None:
    """First name and surname of the person who speaks: named, or the only one in the sentence before a pronoun."""
    low, high = source.span
    if said.source_kind == "pronoun":
        sentences = [each for each in article.document.sentences if each.end <= said.span.start]
        low, high = sentences[-1] if sentences else (0, 0)
    named = {each.name for each in article.mentions if each.kind == "person" and low <= each.span.start < high}
    if len(named) == 1:
        return name if " " in (name := named.pop()) else None
    return None if named else _full_name(said.resolved or source.text, article.document.language)


def _full_name(text: str, language: str | None) -> str | None:
    """First name and surname at the end of some words."""
    full, people = FULL.search(text), extra(language, "people")
    if full is None or not people:
        return None
    return None if full.group(1).split()[0].lower() in people["determiners"] else full.group(1)


def _in_title(article: Article) -> Iterator[Judged]:
    """A headline outside the text that gives such words to somebody whom the text calls by the same word, and who is
    another person: nothing but words for the speaker and for saying it stands beside the quotation there.
    """
    document, table = article.document, extra(article.document.language, "people")
    title = document.title or ""
    if document.headline is not None or not table or not any(mark in title for mark in QUOTES):
        return
    for _, said, source in _quoted(article):
        named = _side_by_side(title, WORDS.findall(said.content.text.lower()), frozenset(table["says"]))
        known = _speaker(article, said, source) if named else None
        holders = {_called(document.prose, word, table["determiners"]): word for word in named if known is not None}
        holders.pop(None, None)
        other = next(iter(holders), None)
        if known is not None and other is not None and len(holders) == 1 and not _same(known, other):
            yield _judged(Part(Span(0, 0), holders[other]), source, other, known)


def _side_by_side(title: str, quoted: list[str], says: frozenset[str]) -> list[str]:
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
    beside = rf"(?<![\w-])(?i:{written})(?![\w-]),? ({FULL_NAME})|({FULL_NAME}),? (?:[a-z]+ )?(?i:{written})(?![\w-])"
    surname = rf"({FIRST} {written})(?![\w-])" if word[0].isupper() else r"(\Z)"
    names = ["".join(filter(None, match.groups())) for match in re.finditer(rf"{beside}|{surname}", prose)]
    found = {name for name in names if name and name.split()[0].lower() not in determiners}
    return found.pop() if len(found) == 1 else None
