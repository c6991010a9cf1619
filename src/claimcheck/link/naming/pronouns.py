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

OPPOSITE = {"female": "male", "male": "female"}


@cache
def _pattern(code: str, sex: str) -> re.Pattern[str] | None:
    words = [word for word, which in extra(code, "people")["pronouns"].items() if which == sex]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE) if words else None


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
    told = _self_told(language, sex)
    family = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, table['family']))})(?!\w)")
    if own is None or other is None or own.search(prose):
        return
    if family.search(prose if told is None else told.sub("", prose)):
        return
    for sentence in article.document.sentences:
        begin = first.span.end
        if not sentence.start <= first.span.start < sentence.end:
            same = told.search(prose, max(begin, sentence.start), sentence.end) if told is not None else None
            if same is None or sentence.end <= begin:
                continue
            begin = same.end()
        match = other.search(prose, begin, sentence.end)
        if match is not None and not re.search(r"[“”\"„«»]", prose[sentence.start : match.start()]):
            pronoun = Part(Span(*match.span()), match.group())
            name = Part(first.span, first.text)
            yield Addressed(name, pronoun, name, clash=True)
            return


@cache
def _self_told(code: str, sex: str) -> re.Pattern[str] | None:
    """Words for the person herself, not for a relative: "the mother of four"."""
    words = [word for word, which in extra(code, "people")["self_told"].items() if which == sex]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)") if words else None


def misgendered(article: Article) -> Iterator[Addressed]:
    """Another sex in the noun for the only person named: "Bürgermeister Jörg Fennel … die Bürgermeisterin"."""
    language = article.document.language
    table = extra(language, "people") if language is not None else {}
    people = [each for each in article.mentions if each.kind == "person"]
    if not table or not table["feminine"] or len({each.name.rpartition(" ")[2] for each in people}) != 1:
        return
    first = next((each for each in people if " " in each.text), None)
    if first is None or first.role is None or first.role.former or first.role.span.end + 1 != first.span.start:
        return
    prose, noun, ending = article.document.prose, first.role.text.rpartition(" ")[2], table["feminine"]["ending"]
    sex = table["first_names"].get(first.text.split()[0])
    if sex is None or noun.endswith(ending) is not (sex == "female"):
        return
    other, articles = (noun + ending, "she") if sex == "male" else (noun.removesuffix(ending), "he")
    words = "|".join(map(re.escape, table["feminine"][articles]))
    behind = "|".join(map(re.escape, table["feminine"]["another"]))
    for match in re.finditer(
        rf"(?<!\w)(?:{words}) ({re.escape(other)})(?![\w-])(?! (?:{behind})(?!\w)| [A-ZÄÖÜ])", prose
    ):
        if match.start() > first.span.end and not re.search(r"[“”\"„«»]", prose[first.span.end : match.start()]):
            name = Part(first.span, first.text)
            yield Addressed(name, Part(Span(*match.span(1)), match.group(1)), name, clash=True)
            return
