"""The same words in quotation marks that two persons are said to have said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.constraints.headlines import denied
from claimcheck.languages.extra import extra
from claimcheck.model import Claim, Document, Span
from claimcheck.model.claim import Attribution, Part
from claimcheck.model.comparison import Judged, Roles
from claimcheck.model.report import Article
from claimcheck.statements.statement import Statements

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


def quotations(statements: Statements) -> Iterator[Judged]:
    """Every quotation of some words that a second speaker is said to have said as well, to the letter."""
    article = statements.article
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
    yield from _altered(article)


def _altered(article: Article) -> Iterator[Judged]:
    """A quotation of the headline that comes in the text with a negation or another word for one of its own."""
    document, head = article.document, article.document.headline
    quoted = [Span(each.span.start + 1, each.span.end - 1) for each in document.quotations]
    above = [] if head is None else [_words(document, span) for span in quoted if span.end <= head.end]
    below = [_words(document, span) for span in quoted if above and span.start >= above[-1][0].span.end]
    negations = frozenset(extra(document.language, "headlines").get("not_so", ()))
    for part, words in above:
        yield from _told_below(part, words, below, negations)


def _told_below(
    part: Part, words: list[str], below: list[tuple[Part, list[str]]], negations: frozenset[str]
) -> Iterator[Judged]:
    """A quotation of the headline with the one of the text that is the same, or the only one that is nearly so."""
    same = [other for other, said in below if _place(said, words, 1) is not None]
    like = [] if same else [(other, said) for other, said in below if _differ(words, said, negations)]
    if same and len(words) >= FEWEST_IN_TITLE:
        yield denied("quoted", part, same[0], fits=True)
    elif len(like) == 1:
        grave = _weighs(words, like[0][1], negations)
        yield denied("quoted", part, like[0][0])._replace(spoken=False if grave else None)


def _words(document: Document, span: Span) -> tuple[Part, list[str]]:
    """What is quoted, and its words in lower case."""
    text = document.text[span.start : span.end]
    return Part(span, text), WORDS.findall(text.lower())


def _differ(above: list[str], below: list[str], negations: frozenset[str]) -> bool:
    """Whether two quotations differ in one place only, by a negation or by one word or two for others."""
    rest, other = _apart(above, below)
    negated = not negations.isdisjoint(rest + other)
    few, most = FEWEST_IN_TITLE - 1 - negated, max(len(rest), len(other))
    return len(above) - len(rest) >= few and most <= 2 and (bool(rest and other) or negated)


def _apart(above: list[str], below: list[str]) -> tuple[list[str], list[str]]:
    """What is left of two rows of words between what both begin with and what both end with."""
    start = 0
    while start < min(len(above), len(below)) and above[start] == below[start]:
        start += 1
    rest, other = above[start:], below[start:]
    while rest and other and rest[-1] == other[-1]:
        rest, other = rest[:-1], other[:-1]
    return rest, other


def _weighs(above: list[str], below: list[str], negations: frozenset[str]) -> bool:
    """Whether two quotations differ by a negation or a number, not only in what the headline made shorter."""
    rest, other = _apart(above, below)
    return not negations.isdisjoint(rest + other) or all(any(map(str.isdigit, each)) for each in (rest, other))


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


def _before(article: Article, said: Attribution) -> Span:
    """The sentence before a statement; an empty one where there is none."""
    sentences = [each for each in article.document.sentences if each.end <= said.span.start]
    return sentences[-1] if sentences else Span(0, 0)


def _speaker(article: Article, said: Attribution, source: Part) -> str | None:
    """First name and surname of the person who speaks: named, or the only one in the sentence before a pronoun."""
    low, high = _before(article, said) if said.source_kind == "pronoun" else source.span
    named = {each.name for each in article.mentions if each.kind == "person" and low <= each.span.start < high}
    if len(named) == 1:
        return named.pop()
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
        called = [(_called(document.prose, word, table["determiners"]), word) for word in named] if known else []
        holders = {other: word for other, word in called if other is not None}
        for other in holders if len(holders) == 1 else ():
            if known is not None and not _same(known, other):
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


def _place(words: list[str], quoted: list[str], fewest: int = FEWEST_IN_TITLE) -> int | None:
    """Where a headline has all the words of a quotation, side by side."""
    if not fewest <= len(quoted) <= len(words):
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
