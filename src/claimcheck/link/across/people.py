"""Who is named, and who holds an office or did a deed: names and relations of two articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from claimcheck.languages.extra import extra
from claimcheck.link.across.line import WORD, Line, Sheet, folded
from claimcheck.model import Article, Span
from claimcheck.model.claim import Argument, Relation
from claimcheck.model.entity import Mention

CLOSE, LIKE = 0.8, 0.7
NAMED = ("person", "organisation", "product")
UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("dj", "d"))


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
    return any(a == b or a.removesuffix("s") == b.removesuffix("s") or close(a, b) for a in first for b in second)


def misspelled(mine: str, yours: str) -> bool:
    """Whether two full names differ in one word only, and there by a letter or two."""
    first, second = parts(mine), parts(yours)
    if first == second or len(first) != len(second) or len(first) < 2:
        return False
    wrong = [(a, b) for a, b in zip(first, second, strict=True) if _plain(a) != _plain(b)]
    return len(wrong) == 1 and close(*wrong[0]) and not _ending(*wrong[0])


def other_surname(mine: str, yours: str) -> bool:
    """Whether two surnames are one in two spellings, and not one with the ending of a case."""
    a, b = (folded(each.lower()).rstrip("'’") for each in (mine, yours))
    return _plain(a) != _plain(b) and close(a, b) and a.removesuffix("s") != b.removesuffix("s")


def _plain(word: str) -> str:
    """A folded word without the second letter of what stands for one with a mark: "Joerg" for "Jörg", "dj" for "đ"."""
    for written, meant in UMLAUTS:
        word = word.replace(written, meant)
    return word


def other_ending(mine: str, yours: str) -> bool:
    """Whether two full names differ in the ending of the surname alone: "Mora Sattel", "Mora Sattler"; no genitive."""
    first, second = parts(mine), parts(yours)
    if len(first) < 2 or first[:-1] != second[:-1] or _plain(first[-1]) == _plain(second[-1]):
        return False
    return close(first[-1], second[-1]) and first[-1].removesuffix("s") != second[-1].removesuffix("s")


def _ending(mine: str, yours: str) -> bool:
    """A genitive, or another person's name with an ending more: "Martin" and "Martina"."""
    longer, shorter = sorted((mine, yours), key=len, reverse=True)
    return longer.startswith(shorter) and len(longer) - len(shorter) <= 2


def close(mine: str, yours: str) -> bool:
    """Whether two folded words begin with one letter and differ by a letter or two."""
    return (
        min(len(mine), len(yours)) >= 4
        and mine[:1] == yours[:1]
        and SequenceMatcher(None, mine, yours, autojunk=False).ratio() >= CLOSE
    )


def alike(mine: str, yours: str) -> bool:
    """Whether the first names of two full names are nearly the same: "Heiner" and "Heinz"."""
    first, second = parts(mine)[0], parts(yours)[0]
    return first[:1] == second[:1] and SequenceMatcher(None, first, second, autojunk=False).ratio() >= LIKE


def persons(article: Article) -> dict[str, Mention]:
    """The first mention of every full name of a person as it is written, by its folded words; also of those who are
    known for persons only by what is told of them.
    """
    found: dict[str, Mention] = {}
    for mention in article.mentions:
        if mention.kind == "person" and is_full(mention.text):
            found.setdefault(" ".join(parts(mention.text)), mention)
    for claim in article.claims:
        person = claim.value.get("person") if isinstance(claim.value, Relation) else None
        if person is not None and is_full(person.text) and not person.implied:
            name = Mention(person.span, person.text, person.entity, "person", person.text)
            found.setdefault(" ".join(parts(person.text)), name)
    return found


def full_names(article: Article) -> dict[str, Mention]:
    """The first mention of every full name of a person, body or product, by its folded words."""
    found = persons(article)
    for mention in article.mentions:
        if mention.kind in NAMED and is_full(mention.text):
            found.setdefault(" ".join(parts(mention.text)), mention)
    return found


def aged(article: Article) -> dict[Span, Argument]:
    """Whose ages an article tells, by the places of these; of "the 47-year-old" only where that is the subject.

    A text goes on with whom it is about.
    """
    told = (claim.value for claim in article.claims if isinstance(claim.value, Relation))
    ages = ((each.get("years"), each.get("person")) for each in told if each.predicate == "age")
    return {
        years.span: person
        for years, person in ages
        if years is not None and person is not None and (not person.implied or _is_subject(article, years.span.start))
    }


def _is_subject(article: Article, offset: int) -> bool:
    """Whether the subject of a clause stands there."""
    sentence = None if article.analysis is None else article.analysis.at(offset)
    clause = None if sentence is None else sentence.clause_at(offset)
    if sentence is None or clause is None or clause.subject is None:
        return False
    return clause.subject.first <= sentence.token_at(offset) < clause.subject.last


def two_offices(one: Sheet, two: Sheet) -> Iterator[tuple[Argument, Argument]]:
    """Persons whom two articles give seats that nobody has at once: head of the board here, of the finances there."""
    mine, yours = _offices(one), _offices(two)
    for name in sorted(mine.keys() & yours.keys()):
        if mine[name].keys().isdisjoint(yours[name]):
            yield next(iter(mine[name].values())), next(iter(yours[name].values()))


def _offices(page: Sheet) -> dict[str, dict[str, Argument]]:
    """The seats of the persons of an article, by full name; none of whom a role is told that may be any seat."""
    found: dict[str, dict[str, Argument]] = {}
    for claim in page.article.claims:
        relation = claim.value
        if isinstance(relation, Relation) and relation.predicate == "has_role" and not relation.former:
            person, role = relation.get("person"), relation.get("role")
            seat = None if role is None else page.vocabulary.seat(role.text)
            if person is not None and role is not None and seat is not None and is_full(person.text):
                found.setdefault(" ".join(parts(person.text)), {}).setdefault(seat, role)
    return found


def share_first(mine: str, yours: str) -> bool:
    """Whether the first word of one name stands in the other: a title may go before either."""
    return may_be_one(first(mine), yours) or may_be_one(mine, first(yours))


Shapes = dict[tuple[int, int, str], list[str]]


def shapes(persons: Mapping[str, Mention]) -> Shapes:
    """Names by each of their words without umlauts, its place and how many words there are: one name in two spellings
    shares such a word.
    """
    found: Shapes = {}
    for name in persons:
        words = name.split(" ")
        for at, word in enumerate(words):
            found.setdefault((len(words), at, _plain(word)), []).append(name)
    return found


def known_as(article: Article, name: str) -> str:
    """All names that an article gives a person who is called so; "" for somebody it names no person by."""
    said = set(parts(name))
    return " ".join(each for each in persons(article) if said & set(each.split()))


def namesakes(one: Article, two: Article) -> Iterator[tuple[Mention, Mention]]:
    """Persons of two articles with one surname, which either has but once, and another first name, not of two sexes.

    Neither is known to the reference, and the names are no forms of one.
    """
    first, second = _by_surname(one), _by_surname(two)
    names = extra(one.document.language, "people"), extra(two.document.language, "people")
    for last in sorted(first.keys() & second.keys()):
        if len(first[last]) == 1 == len(second[last]):
            a, b = first[last][0], second[last][0]
            if a.entity is None and b.entity is None and _other_first(a.text, b.text, *names):
                yield a, b


def _by_surname(article: Article) -> dict[str, list[Mention]]:
    """The persons of an article by surname, but for those named only with a title or as somebody's relative."""
    code, found = article.document.language, dict[str, list[Mention]]()
    titles = extra(code, "entities").get("titles", ())
    family = tuple(word.lower() for word in extra(code, "people").get("family", ()) if " " not in word)
    for name, mention in persons(article).items():
        given = first(mention.text)
        if given not in titles and not given.lower().endswith(family):
            found.setdefault(surname(name), []).append(mention)
    return found


def _other_first(mine: str, yours: str, known: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two first names are of no two sexes, and neither a form of the other nor among its further names."""
    a, b = first(mine), first(yours)
    sexes = {known.get("first_names", {}).get(a), other.get("first_names", {}).get(b)} - {None}
    if len(sexes) > 1 or set(parts(mine)[:-1]) & set(parts(yours)[:-1]):
        return False
    forms = (group for table in (known, other) for group in table.get("short_forms", ()))
    return _plain(folded(a)) != _plain(folded(b)) and not any(
        a in group and b in group and group[0] in (a, b) for group in forms
    )


def among_kin(article: Article, name: str) -> bool:
    """Whether a sentence that has the surname speaks of a family, in which another may bear it."""
    family = {word.lower() for word in extra(article.document.language, "people").get("family", ())}
    last = surname(name)
    texts = (article.document.prose[each.start : each.end].lower() for each in article.document.sentences)
    return any(not family.isdisjoint(WORD.findall(text)) for text in texts if last in folded(text))


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
        if mention.kind in NAMED:
            found.setdefault(mention.entity or " ".join(parts(mention.name)), []).append(mention)
    return found
