"""Parties and sides a person stands for: "Tim Harloff (SPD) … CDU-Abgeordneter Harloff", "prosecuting … defending"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.languages.extra import extra
from claimcheck.model import Span
from claimcheck.model.attribution import Part
from claimcheck.model.naming import TwoTitles
from claimcheck.model.report import Article

FAR = 60


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """What follows a name in brackets, behind a comma, what stands before one; and the group each word belongs to."""
    people = extra(code, "people")
    parties: dict[str, str] = {word: words[0] for words in people["parties"] for word in words}
    sides: dict[str, str] = {word: words[0] for words in people["sides"] for word in words}
    party = "|".join(map(re.escape, sorted(parties, key=len, reverse=True))) or "(?!)"
    side = "|".join(map(re.escape, sorted(sides, key=len, reverse=True))) or "(?!)"
    office = "|".join(map(re.escape, sorted(people["of_party"], key=len, reverse=True))) or "(?!)"
    return (
        re.compile(rf"(?:’s|'s)? ?\(({party})\)"),
        re.compile(rf", (?:(?:(?:the|a|an|der|die|ein|eine) )?({party})[ -](?:{office})|({side}))(?!\w)"),
        re.compile(rf"(?<![\w-])({party})[ -]\w*(?:{office}) \Z"),
        {**parties, **sides},
    )


def two_sides(article: Article) -> Iterator[TwoTitles]:
    """Every second party, or second side in court, right beside the name of one person."""
    language = article.document.language
    table = extra(language, "people") if language is not None else {}
    if not table or language is None or not (table["parties"] or table["sides"]):
        return
    brackets, comma, before, groups = _patterns(language)
    prose = article.document.prose
    full: dict[str, set[str]] = {}
    for each in article.mentions:
        if each.kind == "person" and " " in each.text:
            full.setdefault(each.text.rpartition(" ")[2], set()).add(each.text)
    first: dict[str, Part] = {}
    for each in article.mentions:
        surname = each.name.rpartition(" ")[2]
        if each.kind != "person" or len(full.get(surname, ())) != 1:
            continue
        begin = 0
        match = brackets.match(prose, each.span.end) or comma.match(prose, each.span.end)
        if match is None:
            begin = max(0, each.span.start - FAR)
            match = before.search(prose[begin : each.span.start])
        if match is None:
            continue
        at = next(number for number in (1, 2) if match.re.groups >= number and match.group(number))
        part = Part(Span(begin + match.start(at), begin + match.end(at)), match.group(at))
        other = first.setdefault(surname, part)
        if other is not part:
            yield TwoTitles(each.name, part, other, clash=groups[part.text] != groups[other.text])
