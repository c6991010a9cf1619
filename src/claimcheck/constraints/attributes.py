"""What one thing or person is and cannot also be: "a red van … the white van", "eine Fahrerin … der Fahrer"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from claimcheck.languages import load
from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import PLURAL_VERB, SINGULAR_VERB
from claimcheck.model import Span
from claimcheck.model.analysis import Chunk
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Judged
from claimcheck.model.report import Article
from claimcheck.statements.statement import Statements

MOST_NAMED = 3
"""In an article with more people than this a country may be that of another."""
LEAST = 6
"""So many letters at the end of a noun are its last part at least: "Motorradfahrer", "Fahrer"."""


def attributes(statements: Statements) -> Iterator[Judged]:
    """Every thing of one colour that comes again in another one, and every role of a woman that comes as a man's."""
    article = statements.article
    code = article.document.language
    if code is not None and extra(code, "senses"):
        yield from _coloured(article)
        yield from _nations(article)
        yield from _states(article)
        yield from _roles(article)


def changes(first: Part, again: Part, *, fits: bool) -> Judged:
    """What a thing is first, and what it is called again."""
    values = (("name", again.text), ("other", first.text))
    shown = f"{first.text} {'~' if fits else '≠'} {again.text}"
    return Judged("attribute", fits, (("claim", again), ("other", first)), values, shown, "anaphor")


@cache
def _colours(code: str) -> re.Pattern[str]:
    """An article, a colour and a noun; `new` where the article is indefinite."""
    table: dict[str, Any] = extra(code, "senses")
    new, old, colour = ("|".join(map(re.escape, table[each])) for each in ("indefinite", "definite", "colours"))
    capital = "[A-ZÄÖÜ]" if load(code).numbers["capitals"] else "[a-z]"
    return re.compile(rf"(?<!\w)(?i:(?P<new>{new})|{old}) (?P<colour>{colour}) (?P<noun>{capital}[\w-]+)(?! [A-ZÄÖÜ])")


def _with_colour(prose: str, code: str, colours: Iterable[str]) -> Iterator[re.Match[str]]:
    """Every noun with its article and a colour; the pattern does not run where no colour stands."""
    named = any(f" {colour} " in prose for colour in colours)
    return _colours(code).finditer(prose) if named else iter(())


def _coloured(article: Article) -> Iterator[Judged]:
    """The things with a colour that an indefinite article brings in once, against the definite ones."""
    prose, colours = article.document.prose, extra(article.document.language, "senses")["colours"]
    found: dict[str, list[re.Match[str]]] = {}
    for match in _with_colour(prose, article.document.language or "", colours):
        found.setdefault(match["noun"].rstrip("s"), []).append(match)
    for first, *later in found.values():
        if first["new"] and later and not any(each["new"] for each in later):
            one, two = (colours[each["colour"]] for each in (first, later[0]))
            parts = (Part(Span(*each.span()), each.group()) for each in (first, later[0]))
            yield changes(*parts, fits=one == two)


def _nations(article: Article) -> Iterator[Judged]:
    """The only country that the only person with one comes from, against a word for somebody from another one, which
    the article speaks of nowhere else.
    """
    people = [each for each in article.mentions if each.kind == "person"]
    few = len({each.name for each in people}) <= MOST_NAMED
    told = [*filter(None, (_adjective(article, each.span) for each in people if few))]
    prose, table = article.document.prose, extra(article.document.language, "countries")
    if len({table["words"][each.text][0] for each in told}) == 1:
        native = _natives(article.document.language or "").search(prose, told[0].span.end)
        yield from _from_elsewhere(prose, table, told[0], native) if native is not None else ()


def _from_elsewhere(prose: str, table: dict[str, Any], told: Part, native: re.Match[str]) -> Iterator[Judged]:
    """Whether somebody from a country may be the one who comes from another."""
    nation, other = table["words"][told.text][0], table["people"][native["people"]]
    related = nation in (other, table["parts"].get(other)) or table["parts"].get(nation) == other
    forms = [form for form, named in (*table["people"].items(), *table["words"].items()) if other in (named, named[0])]
    if related or _only_once(prose, forms):
        yield changes(told, Part(Span(*native.span()), native.group()), fits=related)


def _states(article: Article) -> Iterator[Judged]:
    """The only region behind the name of a town ("Lindow, Ohio,") against that of "the Nebraska town"."""
    prose, words = article.document.prose, extra(article.document.language, "regions").get("words", {})
    code = article.document.language or ""
    towns = _towns(prose, code)
    again = _regions(code).search(prose, towns[0].end()) if towns else None
    if again is None or len({words[each["region"]][0] for each in towns}) != 1:
        return
    fits = words[towns[0]["region"]][0] == words[again["region"]][0]
    if fits or _only_once(prose, _forms(words, again["region"])):
        yield changes(*(Part(Span(*each.span()), each.group()) for each in (towns[0], again)), fits=fits)


def _towns(prose: str, code: str) -> list[re.Match[str]]:
    """Towns with their region; asked for before the pattern of all regions is made."""
    named = any(f", {word}" in prose for word in extra(code, "regions").get("words", {}))
    return [*_in_regions(code).finditer(prose)] if named else []


def _forms(words: dict[str, list[Any]], one: str) -> list[str]:
    """All words for the region that one of them names."""
    return [form for form, (region, _) in words.items() if region == words[one][0]]


def _any_region(code: str) -> str:
    return "|".join(map(re.escape, extra(code, "regions").get("words", ()))) or "(?!)"


@cache
def _in_regions(code: str) -> re.Pattern[str]:
    """A town with its region behind a comma."""
    return re.compile(rf"(?<!\w)[A-ZÄÖÜ][\w-]+, (?P<region>{_any_region(code)})(?=[,.])")


@cache
def _regions(code: str) -> re.Pattern[str]:
    """A region before a word such as "town"."""
    town, definite = "|".join(extra(code, "regions").get("between", ())), "|".join(extra(code, "senses")["definite"])
    return re.compile(rf"(?<!\w)(?i:{definite}) (?P<region>{_any_region(code)}) (?:{town})(?![\w-])")


def _adjective(article: Article, name: Span) -> Part | None:
    """The adjective for a country in the phrase of a name, before it."""
    sentence = None if article.analysis is None else article.analysis.at(name.start)
    chunk = None if sentence is None else sentence.chunk_at(name.start)
    if sentence is None or chunk is None:
        return None
    words = extra(article.document.language, "countries").get("words", {})
    before = [each for each in sentence.tokens[chunk.first : chunk.last] if each.span.start < name.start]
    return next((Part(each.span, each.text) for each in before if words.get(each.text, ("", False))[1]), None)


@cache
def _natives(code: str) -> re.Pattern[str]:
    """The definite article and a word for somebody from a country, which describes nothing behind it."""
    words = [*map(re.escape, extra(code, "countries").get("people", ()))] or ["(?!)"]
    definite = "|".join(map(re.escape, extra(code, "senses")["definite"]))
    following = "(?! [A-ZÄÖÜ])" if load(code).numbers["capitals"] else rf"(?= (?:{_verbs(code)})(?!\w)|[,.])"
    return re.compile(rf"(?<!\w)(?i:{definite}) (?P<people>{'|'.join(words)})(?![\w-]){following}")


def _verbs(code: str) -> str:
    """Verbs in the singular that stand behind a person."""
    people = extra(code, "people")
    return "|".join(map(re.escape, (*people["acts"], *people["says"])))


def _only_once(prose: str, forms: list[str]) -> bool:
    """Whether a text has one of some words once."""
    return len(re.findall(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})", prose)) == 1


@cache
def _women(code: str) -> re.Pattern[str]:
    """A noun for a woman behind the indefinite article."""
    feminine = extra(code, "people")["feminine"]
    if not feminine:
        return re.compile("(?!)")
    men, new = ("|".join(map(re.escape, words)) for words in (feminine["men"], extra(code, "senses")["indefinite"]))
    return re.compile(rf"(?<!\w)(?i:{new}) (?:[\w-]+ ){{0,2}}(?P<noun>[A-ZÄÖÜ]\w*(?:{men})){feminine['ending']}(?!\w)")


def _roles(article: Article) -> Iterator[Judged]:
    """The nouns for a woman that come again, or only once as that for a man with the definite article."""
    prose, code = article.document.prose, article.document.language or ""
    for first in _women(code).finditer(prose):
        like = [each for each in _words(prose, first["noun"][-LEAST:]) if each.start("noun") != first.start("noun")]
        yield from _again(
            first, like if len(like) > 1 else _meant(article, first, like), extra(code, "senses")["definite"]
        )


def _meant(article: Article, first: re.Match[str], nouns: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The nouns that may mean the woman: of those for a man not where one was told of, or words say whose he is."""
    man = _a_man(article.document.language or "").search(article.document.prose)
    before = len(article.document.prose) if man is None else man.start()
    return [each for each in nouns if each["in"] or (each.start() < before and not _is_another(article, first, each))]


def _are_several(article: Article, noun: re.Match[str]) -> bool:
    """Whether a noun is the subject of a verb in the plural: "dass die Europäer zusammenstehen"."""
    at = noun.start("noun")
    sentence = None if article.analysis is None else article.analysis.at(at)
    clause = None if sentence is None else sentence.clauses[sentence.owners[sentence.token_at(at)]]
    if sentence is None or clause is None or clause.verb is None or clause.subject != sentence.chunk_at(at):
        return False
    return sentence.tokens[clause.verb].roles & (PLURAL_VERB | SINGULAR_VERB) == PLURAL_VERB


def _own(article: Article, noun: re.Match[str]) -> Chunk | None:
    """The phrase right behind a noun, which may say whose somebody is: "der Sprecher *des Gerichts*"."""
    at = noun.start("noun")
    sentence = None if article.analysis is None else article.analysis.at(at)
    chunk = None if sentence is None else sentence.chunk_at(at)
    if sentence is None or chunk is None:
        return None
    behind = (each for each in sentence.chunks if chunk.last in (each.preposition, each.first))
    return next((each for each in behind if each.of or each.preposition is not None), None)


def _is_another(article: Article, first: re.Match[str], again: re.Match[str]) -> bool:
    """Whether several are meant, or both nouns say whose somebody is: "eine Sprecherin des Gerichts", "der Sprecher von
    Senatorin Kern".
    """
    owners = [each for each in (_own(article, first), _own(article, again)) if each is not None]
    return _are_several(article, again) or (len(owners) > 1 and any(each.of for each in owners))


@cache
def _a_man(code: str) -> re.Pattern[str]:
    """A pronoun for a man, or a man called by his age, whom a noun for a man may mean."""
    told: dict[str, Any] = extra(code, "statements")
    aged = (each.partition(" ") for each in told["aged_by"]["man"])
    words = [*told["pronouns"]["man"], *(rf"{article} \d+[- ]?{noun}" for article, _, noun in aged)]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?!\w)", re.I)


def _again(first: re.Match[str], like: list[re.Match[str]], definite: list[str]) -> Iterator[Judged]:
    """The first return of a noun for a woman, or the only one as that for a man."""
    women = [each for each in like if each["in"]]
    slips = [each for each in like if len(like) == 1 and _is_slip(first, each, definite)]
    for told in (women or slips)[:1]:
        parts = (Part(Span(*each.span()), each.group()) for each in (first, told))
        yield changes(*parts, fits=bool(women))


def _is_slip(first: re.Match[str], again: re.Match[str], definite: list[str]) -> bool:
    """Whether a noun for a man behind the definite article means the woman told of before, not "im Lindower Park"."""
    means = first["noun"].lower().endswith(again["noun"].lower()) and again["before"].lower() in definite
    named = again.string[again.end() : again.end() + 2].lstrip().isupper()
    return means and again.start() > first.end() and not named


def _words(prose: str, ending: str) -> Iterator[re.Match[str]]:
    """The words that end so, also with an ending of their own, each with the word before it."""
    return re.finditer(
        rf"(?P<before>\w+)[^\w.]+(?P<noun>\w*?{ending})(?P<in>in(?:nen)?)?(?:n|s|es)?(?!\w)", prose, re.I
    )
