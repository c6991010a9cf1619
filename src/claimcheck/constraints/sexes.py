"""Words that tell a person's sex against each other: "Herr Kern … Frau Kern", "Iris Wadlow … his first love"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from claimcheck.constraints.letters import only_names
from claimcheck.language.words import Words, words_of
from claimcheck.languages.extra import extra
from claimcheck.model import Document, Span
from claimcheck.model.claim import Argument, Part, Relation
from claimcheck.model.comparison import Judged, Roles
from claimcheck.model.entity import Mention
from claimcheck.model.report import Article
from claimcheck.statements.statement import Statements

AROUND = 160
SHORTEST = 4
OPPOSITE = {"female": "male", "male": "female"}
MARKS = re.compile('[“”"„«»]')
LAST_WORD = re.compile(r"(?<!\w)\w++\Z")
BOUNDARY = re.compile(r"\b")
WORD = re.compile(r"([^\s()„“”\",;:]+) \Z")


def sexes(statements: Statements) -> Iterator[Judged]:
    """Every form of address, pronoun or role noun beside what else tells the sex of the only one it can mean."""
    article = statements.article
    table = extra(article.document.language, "people")
    people = by_surname(article) if table else {}
    if people:
        yield from _addressed(article, people, table)
        yield from _mispronouned(article, table) if table["pronouns"] else ()
        yield from _misgendered(article, table) if table["feminine"] else ()
        yield from _noun_of_other_sex(article, people, table) if table["feminine"] else ()


def by_surname(article: Article) -> dict[str, list[Mention]]:
    """The persons an article names, by the last word of their names."""
    people: dict[str, list[Mention]] = {}
    for each in article.mentions:
        if each.kind == "person":
            people.setdefault(each.name.rpartition(" ")[2], []).append(each)
    return people


def word_before(prose: str, start: int) -> Part | None:
    """The word right before a name."""
    low = max(0, start - 60)
    match = WORD.search(prose[low:start])
    return None if match is None else Part(Span(low + match.start(1), low + match.end(1)), match.group(1))


def any_of(words: Sequence[str], *, ignore_case: bool = False) -> re.Pattern[str]:
    """What finds any of some words; nothing where there are none."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    flags = re.IGNORECASE if ignore_case else 0
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered)) or '(?!)'})(?![\w-])", flags)


@cache
def _family(code: str) -> re.Pattern[str]:
    return any_of(extra(code, "people")["family"])


@cache
def _of_sex(code: str, group: str, sex: str) -> re.Pattern[str]:
    """Pronouns, or words for the person herself and not for a relative ("the mother of four"), of one sex."""
    words = [word for word, which in extra(code, "people")[group].items() if which == sex]
    return any_of(words, ignore_case=group == "pronouns")


def family_told(document: Document) -> bool:
    """Whether an article speaks of relatives, who may bear one surname."""
    return document.language is not None and _family(document.language).search(document.prose) is not None


def _clash(name: Mention, title: Part, other: Part, *, fits: bool = False) -> Judged:
    values = (("name", name.text), ("title", title.text), ("other", other.text))
    roles: Roles = (("claim", title), ("name", Part(name.span, name.text)), ("other", other))
    return Judged("address", fits, roles, values, f"{title.text} {name.text} {'~' if fits else '≠'} {other.text}")


def _addressed(article: Article, people: dict[str, list[Mention]], table: dict[str, Any]) -> Iterator[Judged]:
    """Forms of address before a surname against the first name, or the first form of address, of its only bearer."""
    prose, family = article.document.prose, _family(article.document.language or "")
    for surname, mentions in people.items():
        said = [*_forms(prose, mentions, table)]
        told, sex = _told_by(article.document, surname, mentions, said, table)
        for mention, title, other in said:
            if told is not None and other != sex:
                near = (prose[max(0, at.start - AROUND) : at.end + AROUND] for at in (mention.span, told.span))
                yield _clash(mention, title, told, fits=any(map(family.search, near)))


def _forms(prose: str, mentions: Sequence[Mention], table: dict[str, Any]) -> Iterator[tuple[Mention, Part, str]]:
    """The mentions with a form of address, it, and the sex it tells."""
    for each in mentions:
        title = _address(prose, each.span.start, table)
        if title is not None and title.text in table["titles"]:
            yield each, title, table["titles"][title.text]


def _address(prose: str, start: int, table: dict[str, Any]) -> Part | None:
    """The word before a name, or before the rank that stands there: "Frau Doktor Kern"."""
    word = word_before(prose, start)
    return word_before(prose, word.span.start) if word is not None and word.text in table["ranks"] else word


def _told_by(
    document: Document,
    surname: str,
    mentions: Sequence[Mention],
    said: Sequence[tuple[Mention, Part, str]],
    table: dict[str, Any],
) -> tuple[Part | None, str | None]:
    """What tells the sex of the only bearer of a name: the first name, without one the first form of address of two."""
    full = {each.text: each for each in mentions if " " in each.text and each.text.split()[-1] == surname}
    if len(_firsts(document, surname, table)) > 1:
        return None, None
    first = next(iter(full.values()), None)
    if first is not None:
        sex = table["first_names"].get(first.text.split()[0])
        if sex is not None and len(full) == 1:
            return Part(first.span, first.text), sex
    if len(said) < 2 or len(full) > 1:
        return None, None
    span = Span(said[0][1].span.start, said[0][0].span.end)
    return Part(span, document.prose[span.start : span.end]), said[0][2]


def _firsts(document: Document, surname: str, table: dict[str, Any]) -> set[str]:
    """The first names before a surname: known ones, and what is capitalised and no word of the language."""
    prose, words = document.prose, words_of(document.language or "")
    found: set[str] = set()
    at = prose.find(f" {surname}")
    while at >= 0:
        end = at + 1 + len(surname)
        before = LAST_WORD.search(prose, max(0, at - AROUND), at)
        if before is not None and BOUNDARY.match(prose, end):
            found.add(before.group())
        at = prose.find(f" {surname}", end)
    return {each for each in found if each in table["first_names"] or _may_be_first(words, each, table)}


def _may_be_first(words: Words | None, word: str, table: dict[str, Any]) -> bool:
    """Whether a word before a surname can only be a name, and is no form of address."""
    return words is not None and only_names(words, word) and word not in table["titles"] and word not in table["ranks"]


def _only_person(article: Article, *, whole: bool) -> Mention | None:
    """The first full name of the one person an article names; by the `whole` name, or else by the surname."""
    people = [each for each in article.mentions if each.kind == "person"]
    names = {each.name if whole else each.name.rpartition(" ")[2] for each in people}
    known = {each.text.rpartition(" ")[2] for each in people}
    names |= {each.text for each in _doers(article) if each.text.rpartition(" ")[2] not in known}
    return next((each for each in people if " " in each.text), None) if len(names) == 1 else None


def _doers(article: Article) -> Iterator[Argument]:
    """Those who did something by their whole names: people, too, though the name is not known for one."""
    told = (each.value.get("person") for each in article.claims if isinstance(each.value, Relation))
    return (each for each in told if each is not None and " " in each.text)


def _mispronouned(article: Article, table: dict[str, Any]) -> Iterator[Judged]:
    """A pronoun of the other sex in a sentence that names the only person, where none of the own sex stands anywhere:
    "Dame Iris Wadlow said his first love was …".
    """
    prose, code = article.document.prose, article.document.language or ""
    first = _only_person(article, whole=True)
    title = None if first is None else word_before(prose, first.span.start)
    titled = None if title is None else table["titles"].get(title.text)
    sex = titled or (None if first is None else table["first_names"].get(first.text.split()[0]))
    if first is None or sex is None:
        return
    told = _of_sex(code, "self_told", sex)
    if _of_sex(code, "pronouns", sex).search(prose) or _family(code).search(told.sub("", prose)):
        return
    for sentence in article.document.sentences:
        begin = first.span.end
        if not sentence.start <= first.span.start < sentence.end:
            same = told.search(prose, max(begin, sentence.start), sentence.end)
            begin = sentence.end if same is None else same.end()
        match = _of_sex(code, "pronouns", OPPOSITE[sex]).search(prose, begin, sentence.end)
        if match is not None and not MARKS.search(prose, sentence.start, match.start()):
            yield _clash(first, Part(Span(*match.span()), match.group()), Part(first.span, first.text))
            return


def _misgendered(article: Article, table: dict[str, Any]) -> Iterator[Judged]:
    """Another sex in the noun for the only person named: "Bürgermeister Jörg Fennel … die Bürgermeisterin"."""
    first = _only_person(article, whole=False)
    other = None if first is None else _other_noun(first, table)
    prose = article.document.prose
    for match in other.finditer(prose, first.span.end) if first is not None and other is not None else ():
        if first is not None and MARKS.search(prose, first.span.end, match.start()) is None:
            yield _clash(first, Part(Span(*match.span(1)), match.group(1)), Part(first.span, first.text))
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
    words, behind = ("|".join(map(re.escape, table["feminine"][name])) for name in (articles, "another"))
    return re.compile(rf"(?<!\w)(?:{words}) ({re.escape(other)})(?![\w-])(?! (?:{behind})(?!\w)| [A-ZÄÖÜ])")


def _noun_of_other_sex(article: Article, people: dict[str, list[Mention]], table: dict[str, Any]) -> Iterator[Judged]:
    """A noun right before the surname of the other sex than the first name: "Architektin Carla Kern … Bauherr Kern"."""
    for surname, mentions in people.items():
        told, sex = _told_by(article.document, surname, mentions, (), table)
        for mention in mentions if told is not None else ():
            noun = _noun_before(article, mention, table)
            other = None if noun is None else _sex_of_noun(noun.text, table)
            if told is not None and noun is not None and other is not None and noun.text not in table["family"]:
                yield _clash(mention, noun, told, fits=other == sex or family_told(article.document))


def _noun_before(article: Article, mention: Mention, table: dict[str, Any]) -> Part | None:
    """The noun for a person of one sex that is all that stands before a name in its phrase."""
    before = word_before(article.document.prose, mention.span.start)
    if " " in mention.text and mention.text.endswith("s"):  # "Nachfolgerin Jost Wiedkamps"
        return None
    return None if before is None or _sex_of_noun(before.text, table) is None else _apposed_noun(article, mention)


def _apposed_noun(article: Article, mention: Mention) -> Part | None:
    """The noun that is all that stands before a name in its phrase."""
    sentence = None if article.analysis is None else article.analysis.at(mention.span.start)
    chunk = None if sentence is None else sentence.chunk_at(mention.span.start)
    if sentence is None or chunk is None or chunk.preposition is not None or chunk.determiner is not None:
        return None
    noun, name = sentence.tokens[chunk.first], sentence.tokens[min(chunk.first + 1, chunk.last - 1)]
    return Part(noun.span, noun.text) if name.span.start == mention.span.start and noun is not name else None


def _sex_of_noun(noun: str, table: dict[str, Any]) -> str | None:
    """The sex that the ending of a noun for a person tells; None for titles, which are said of both."""
    feminine = table["feminine"]
    men = tuple(feminine["men"])
    if noun in table["titles"] or noun in table["ranks"] or "-" in noun or len(noun) < SHORTEST:
        return None
    if noun.removesuffix(feminine["ending"]).endswith(men) and noun.endswith(feminine["ending"]):
        return "female"
    return "male" if noun.endswith(men) else None
