"""Pronouns that do not go with the only person an article names: "Dame Iris Wadlow said his first love was …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.languages.extra import extra
from claimcheck.model import Span
from claimcheck.model.attribution import Part
from claimcheck.model.naming import Addressed
from claimcheck.model.report import Article
from claimcheck.patterns import pattern

OPPOSITE = {"female": "male", "male": "female"}


@cache
def _pattern(code: str, sex: str) -> re.Pattern[str] | None:
    words = [word for word, which in extra(code, "people")["pronouns"].items() if which == sex]
    return pattern(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE) if words else None


def mispronouned(article: Article) -> Iterator[Addressed]:
    """A pronoun of the other sex in a sentence that names the person, where none of the own sex stands anywhere."""
    language = article.document.language
    table = extra(language, "people") if language is not None else {}
    people = [each for each in article.mentions if each.kind == "person"]
    if not table or language is None or not table["pronouns"] or not people:
        return
    if len({each.name for each in people}) != 1:
        return
    prose = article.document.prose
    first = next((each for each in people if " " in each.text), None)
    if first is None:
        return
    title = prose[: first.span.start].rstrip(" ").rpartition(" ")[2].lstrip('(„“"')
    sex = table["titles"].get(title) or table["first_names"].get(first.text.split()[0])
    if sex is None:
        return
    own, other = _pattern(language, sex), _pattern(language, OPPOSITE[sex])
    family = pattern(rf"(?<!\w)(?:{'|'.join(map(re.escape, table['family']))})(?!\w)")
    if own is None or other is None or own.search(prose) or family.search(prose):
        return
    for sentence in article.document.sentences:
        if not sentence.start <= first.span.start < sentence.end:
            continue
        match = other.search(prose, first.span.end, sentence.end)
        if match is not None and not re.search(r"[“”\"„«»]", prose[sentence.start : match.start()]):
            pronoun = Part(Span(*match.span()), match.group())
            told = Part(first.span, first.text)
            yield Addressed(told, pronoun, told, clash=True)
