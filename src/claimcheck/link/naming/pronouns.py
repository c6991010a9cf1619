"""Pronouns that do not go with the only person an article names: "Dame Iris Wadlow said his first love was …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from claimcheck.languages.extra import extra
from claimcheck.model import Span
from claimcheck.model.attribution import Part
from claimcheck.model.entity import Mention
from claimcheck.model.naming import Addressed
from claimcheck.model.report import Article

OPPOSITE = {"female": "male", "male": "female"}
MARKS = re.compile('[“”"„«»]')


@cache
def _pattern(code: str, sex: str) -> re.Pattern[str] | None:
    words = [word for word, which in extra(code, "people")["pronouns"].items() if which == sex]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE) if words else None


def mispronouned(article: Article) -> Iterator[Addressed]:
    """A pronoun of the other sex in a sentence that names the person, where none of the own sex stands anywhere."""
    language = article.document.language
    table = extra(language, "people")
    first = _only_person(article, whole=True) if table and table["pronouns"] else None
    sex = None if first is None else _sex(article.document.prose, first, table)
    if first is None or sex is None or language is None:
        return
    other = _pattern(language, OPPOSITE[sex])
    if other is None or not _stands_alone(article.document.prose, language, sex, table):
        return
    for sentence in article.document.sentences:
        match = _pronoun(article.document.prose, sentence, first, other, _self_told(language, sex))
        if match is not None:
            name = Part(first.span, first.text)
            yield Addressed(name, Part(Span(*match.span()), match.group()), name, clash=True)
            return


def _only_person(article: Article, *, whole: bool) -> Mention | None:
    """The first full name of the one person an article names; by the `whole` name, or else by the surname."""
    people = [each for each in article.mentions if each.kind == "person"]
    names = {each.name if whole else each.name.rpartition(" ")[2] for each in people}
    return next((each for each in people if " " in each.text), None) if len(names) == 1 else None


def _sex(prose: str, person: Mention, table: dict[str, Any]) -> str | None:
    """The sex of a person by a form of address before the name, else by the first name."""
    title = prose[: person.span.start].rstrip(" ").rpartition(" ")[2].lstrip('(„“"')
    sex: str | None = table["titles"].get(title) or table["first_names"].get(person.text.split()[0])
    return sex


def _stands_alone(prose: str, code: str, sex: str, table: dict[str, Any]) -> bool:
    """Whether an article has no pronoun of a person's own sex, and no word for a relative, whose pronoun it may be."""
    own, told = _pattern(code, sex), _self_told(code, sex)
    family = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, table['family']))})(?!\w)")
    if own is None or own.search(prose):
        return False
    return family.search(prose if told is None else told.sub("", prose)) is None


def _pronoun(
    prose: str, sentence: Span, person: Mention, other: re.Pattern[str], told: re.Pattern[str] | None
) -> re.Match[str] | None:
    """A pronoun of the other sex behind the name, or another word for the person, in one sentence without quotation."""
    begin = person.span.end
    if not sentence.start <= person.span.start < sentence.end:
        same = told.search(prose, max(begin, sentence.start), sentence.end) if told is not None else None
        if same is None or sentence.end <= begin:
            return None
        begin = same.end()
    match = other.search(prose, begin, sentence.end)
    return None if match is None or MARKS.search(prose, sentence.start, match.start()) else match


@cache
def _self_told(code: str, sex: str) -> re.Pattern[str] | None:
    """Words for the person herself, not for a relative: "the mother of four"."""
    words = [word for word, which in extra(code, "people")["self_told"].items() if which == sex]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)") if words else None


def misgendered(article: Article) -> Iterator[Addressed]:
    """Another sex in the noun for the only person named: "Bürgermeister Jörg Fennel … die Bürgermeisterin"."""
    table = extra(article.document.language, "people")
    first = _only_person(article, whole=False) if table and table["feminine"] else None
    other = None if first is None else _other_noun(first, table)
    if first is None or other is None:
        return
    prose = article.document.prose
    for match in other.finditer(prose, first.span.end):
        if MARKS.search(prose, first.span.end, match.start()) is None:
            name = Part(first.span, first.text)
            yield Addressed(name, Part(Span(*match.span(1)), match.group(1)), name, clash=True)
            return


def _other_noun(person: Mention, table: dict[str, Any]) -> re.Pattern[str] | None:
    """What finds a person's role in the form for the other sex; None where the role does not stand before the name."""
    role, ending = person.role, table["feminine"]["ending"]
    if role is None or role.former or role.span.end + 1 != person.span.start:
        return None
    noun = role.text.rpartition(" ")[2]
    sex = table["first_names"].get(person.text.split()[0])
    if sex is None or noun.endswith(ending) is not (sex == "female"):
        return None
    other, articles = (noun + ending, "she") if sex == "male" else (noun.removesuffix(ending), "he")
    words = "|".join(map(re.escape, table["feminine"][articles]))
    behind = "|".join(map(re.escape, table["feminine"]["another"]))
    return re.compile(rf"(?<!\w)(?:{words}) ({re.escape(other)})(?![\w-])(?! (?:{behind})(?!\w)| [A-ZÄÖÜ])")
