"""Whom two articles call by what name: the same names, two spellings, two first names, two holders of one office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from claimcheck.languages.vocabulary import is_word
from claimcheck.languages.word_roles import NOUN
from claimcheck.link.across import people
from claimcheck.link.across.align import Alignment
from claimcheck.link.across.answers import compare
from claimcheck.link.across.line import Sheet, folded
from claimcheck.link.across.page import Page, end
from claimcheck.model import Claim, Span
from claimcheck.model.claim import Relation
from claimcheck.model.entity import Mention
from claimcheck.model.report import End, Tie, TieRelation

SEASON = 60
SURE_SENTENCE, ONE_SENTENCE = 0.3, 0.6
IN_STORY = 0.1
SPELLINGS = "one name in two spellings"


def naming(alignment: Alignment, *, story: bool) -> Iterator[Tie]:
    """All that two articles call by the same name, or by two; `story`: they tell of one event."""
    one, two = alignment.one, alignment.two
    yield from _names(alignment, story=story)
    yield from _spelled(alignment, story=story)
    if story:
        found = [*_spelled_there(one, two), *((there, here) for here, there in _spelled_there(two, one))]
        yield from (Tie(end(one, a), end(two, b), "conflicts", "spelling", SPELLINGS) for a, b in found)
        yield from _first_names(alignment)
        for mine, yours in swapped(one, two):
            yield Tie(end(one, mine.span), end(two, yours.span), "conflicts", "actors", "buyer and bought exchanged")
        for here, there in people.two_offices(one, two):
            yield Tie(end(one, here.span), end(two, there.span), "differs", "left", "one person in two offices")
    yield from _offices(one, two)
    yield from _kin(alignment)
    yield from _terms(alignment)


def _names(alignment: Alignment, *, story: bool) -> Iterator[Tie]:
    """Whom both articles name, where their sentences are most alike; in one story full names wherever they stand."""
    one, two = alignment.one, alignment.two
    mine, yours = one.names, two.names
    for name in sorted(mine.keys() & yours.keys()):
        likeness, here, there = _most_alike(alignment, _in_full(mine[name]), _in_full(yours[name]))
        enough = 0.0 if people.is_full(mine[name][0].name) else IN_STORY
        if likeness >= (enough if story else SURE_SENTENCE):
            yield Tie(end(one, here), end(two, there), "agrees", "name", "the same name in sentences alike")
    if story:
        found = [*_unknown_there(one, two), *((there, here) for here, there in _unknown_there(two, one))]
        yield from (Tie(here, there, "agrees", "name", "the same name in one story") for here, there in found)


def _in_full(mentions: Sequence[Mention]) -> list[Span]:
    """Where somebody is called by the whole name, else all places."""
    full = [each.span for each in mentions if each.text == each.name]
    return full or [each.span for each in mentions]


def _unknown_there(page: Page, other: Page) -> Iterator[tuple[End, End]]:
    """Full names that the other article has too, though nothing there tells that they are names."""
    for words, mention in page.full_names.items():
        at = -1 if words in other.full_names else other.prose.find(mention.text)
        if at >= 0:
            yield end(page, mention.span), end(other, Span(at, at + len(mention.text)))


def _spelled(alignment: Alignment, *, story: bool) -> Iterator[Tie]:
    """Persons whom the two articles spell differently: of one story, known, or named in sentences alike."""
    one, two = alignment.one, alignment.two
    for a, b in _strangers(one, two):
        if not _are_words(one, a.text, two, b.text) and _is_one(alignment, a, b, story=story):
            yield Tie(end(one, a.span), end(two, b.span), "conflicts", "spelling", SPELLINGS)


def _is_one(alignment: Alignment, a: Mention, b: Mention, *, story: bool) -> bool:
    """Whether two like names are of one person."""
    if people.misspelled(a.text, b.text):
        known = story or (a.entity is not None and a.entity == b.entity)
        return known or _alike(alignment, a.span, b.span) >= SURE_SENTENCE
    return story and people.other_ending(a.text, b.text)


def _are_words(one: Page, mine: str, two: Page, yours: str) -> bool:
    """Whether the words in which two names differ are words of a language: "Defence" and "Defense"."""
    words = zip(*(name.replace("’", "'").split() for name in (mine, yours)), strict=False)
    return all(_is_word(one, a) and _is_word(two, b) for a, b in words if a != b)


def _is_word(page: Page, word: str) -> bool:
    return is_word(page.language, word) or is_word(page.language, word.lower())


def _spelled_there(page: Page, other: Page) -> Iterator[tuple[Span, Span]]:
    """Persons whom the other article calls by the same first name and a surname nearly the same, known there or not."""
    for name, mention in page.persons.items():
        given, _, last = mention.text.rpartition(" ")
        if given and name not in other.persons and given in other.prose:
            here, there = _called(page, given), _called(other, given)
            spelled = (there[text] for text in there if text not in here and people.other_surname(last, text))
            span = None if last in there else next(spelled, None)
            if span is not None:
                yield mention.span, span


def _called(page: Page, given: str) -> dict[str, Span]:
    """What stands behind a first name where an article has it."""
    found = re.finditer(rf"(?<!\w){re.escape(given)} ([^\W\d_a-z][^\W_]+(?:-[^\W\d_]+)*)", page.prose)
    return {match[1]: Span(*match.span()) for match in found}


def _strangers(one: Page, two: Page) -> Iterator[tuple[Mention, Mention]]:
    """Persons whom only one article of the two names, with those of like names whom only the other does."""
    keys = one.shapes.keys() & two.shapes.keys()
    pairs = {pair for key in keys for pair in product(one.shapes[key], two.shapes[key])}
    for name, other in sorted(pairs):
        if name not in two.persons and other not in one.persons:
            yield one.persons[name], two.persons[other]


def _first_names(alignment: Alignment) -> Iterator[Tie]:
    """Persons of one story with one surname and two first names.

    They are one for sure where they are told to be the same, in one sentence of two versions, or where the names are
    alike and no family is spoken of: in one story two may have a common surname.
    """
    one, two = alignment.one, alignment.two
    for a, b in people.namesakes(one.article, two.article):
        if not people.misspelled(a.text, b.text):
            kin = people.among_kin(one.article, a.text) or people.among_kin(two.article, b.text)
            told = _one_role(one, a, two, b) or _alike(alignment, a.span, b.span) >= ONE_SENTENCE
            sure = told or (not kin and people.alike(a.text, b.text))
            relation: TieRelation = "conflicts" if sure else "differs"
            yield Tie(end(one, a.span), end(two, b.span), relation, "person", "one surname with two first names")


def _one_role(one: Page, a: Mention, two: Page, b: Mention) -> bool:
    """Whether two persons are told to be the same: of one role, or with words of one kind before their names."""
    if a.role is not None and b.role is not None and a.role.role is not None:
        return a.role.role == b.role.role
    mine, yours = (_nouns_of(page, each) for page, each in ((one, a), (two, b)))
    return bool(mine & yours)


def _nouns_of(page: Page, mention: Mention) -> frozenset[str]:
    """The nouns that stand in one phrase with a name, wherever the article gives it."""
    spans = [mention.span, *(each.span for each in page.article.mentions if each.name == mention.name)]
    return frozenset(key for span in spans for word in _before(page, span) if (key := page.vocabulary.key(word)))


def _before(page: Page, span: Span) -> Iterator[str]:
    """The nouns before a name in its phrase."""
    analysis = page.article.analysis
    sentence = None if analysis is None else analysis.at(span.start)
    chunk = None if sentence is None else sentence.chunk_at(span.start)
    if sentence is not None and chunk is not None:
        for token in sentence.tokens[chunk.first : chunk.last]:
            if token.roles & NOUN and token.span.end <= span.start:
                yield token.text


def _most_alike(alignment: Alignment, here: Sequence[Span], there: Sequence[Span]) -> tuple[float, Span, Span]:
    """The places of both articles whose sentences are most alike, the first ones of several."""
    likeness, _, _, a, b = max(
        ((_alike(alignment, a, b), -a.start, -b.start, a, b) for a in here for b in there),
        key=lambda each: each[:3],
    )
    return likeness, a, b


def _alike(alignment: Alignment, here: Span, there: Span) -> float:
    mine, yours = alignment.one.line_at(here.start), alignment.two.line_at(there.start)
    return 0.0 if mine is None or yours is None else alignment.sentences.get((mine.id, yours.id), 0.0)


def _terms(alignment: Alignment) -> Iterator[Tie]:
    """Terms both articles use, where their sentences are most alike."""
    one, two = alignment.one, alignment.two
    mine, yours = terms(one), terms(two)
    for term in sorted(mine.keys() & yours.keys()):
        likeness, here, there = _most_alike(alignment, mine[term], yours[term])
        if likeness >= SURE_SENTENCE:
            yield Tie(end(one, here), end(two, there), "agrees", "name", "the same term in sentences alike")


def _kin(alignment: Alignment) -> Iterator[Tie]:
    """Relatives whom two sentences alike call by two names."""
    for (i, j), likeness in alignment.sentences.items():
        mine, yours = alignment.one.lines[i], alignment.two.lines[j]
        if likeness < SURE_SENTENCE:
            continue
        for word, here in people.relatives(mine):
            for other, there in people.relatives(yours):
                names = [line.page.prose[span.start : span.end] for line, span in ((mine, here), (yours, there))]
                if word == other and not people.share_first(*names):
                    reason = f"the same relative: {word.removeprefix('@')}"
                    yield Tie(end(mine.page, here), end(yours.page, there), "conflicts", "relative", reason)


def _offices(one: Page, two: Page) -> Iterator[Tie]:
    for each in compare(one.answers, two.answers):
        here, there = each.a.argument.span, each.b.argument.span
        reason = f"both say who: {' '.join(each.a.key)}"
        if each.spelled:
            yield Tie(end(one, here), end(two, there), "conflicts", "spelling", reason)
        elif each.same:
            yield Tie(end(one, here), end(two, there), "agrees", "holder", reason)
        elif each.a.key[0] not in ("has_role", "leads"):
            yield Tie(end(one, here), end(two, there), "conflicts", "actors", reason)
        elif each.days is not None:
            relation: TieRelation = "conflicts" if each.days <= SEASON else "updates"
            yield Tie(end(one, here), end(two, there), relation, "holder", reason)


TITLE = 4
_COMPOUND = re.compile(r"-[^\W\d_a-z][^\W\d_]+")
_MODEL = re.compile(r"\b[A-ZÄÖÜ][^\W\d_]{2,}[ -][0-9]+(?:\.[0-9]+)?(?![0-9.,]*[0-9]|[^\W\d_])")


def terms(page: Page) -> dict[str, list[Span]]:
    """The places of every term of an article, by its folded words; looked for once."""
    if page.terms is not None:
        return page.terms
    found: dict[str, list[Span]] = {}
    for text, span in (*_titles(page), *_compounds(page), *_models(page), *_facts(page)):
        found.setdefault(text, []).append(span)
    page.terms = found
    return found


def _titles(page: Page) -> Iterator[tuple[str, Span]]:
    """What stands alone in quotation marks: names of works, of broadcasts, mottoes."""
    for quotation in page.article.document.quotations:
        words = page.prose[quotation.span.start + 1 : quotation.span.end - 1].split()
        if 0 < len(words) <= TITLE and words[0][:1].isupper():
            yield f"“{folded(' '.join(words).lower())}”", quotation.span


def _compounds(page: Page) -> Iterator[tuple[str, Span]]:
    """ "OpenAI-Chef": a name with a word for what somebody is."""
    for mention in page.article.mentions:
        match = _COMPOUND.match(page.prose, mention.span.end)
        if match is not None:
            span = Span(mention.span.start, match.end())
            yield folded(page.prose[span.start : span.end].lower()), span


def _models(page: Page) -> Iterator[tuple[str, Span]]:
    """ "Llama 4": a name with its number, which no extractor took for a quantity."""
    claimed = {number.claim.span.start for number in page.numbers}
    for match in _MODEL.finditer(page.prose):
        start = match.end() - len(match.group().replace("-", " ").split(" ")[-1])
        if start not in claimed and page.vocabulary.key(match.group().split()[0]) is not None:
            yield folded(match.group().lower().replace("-", " ")), Span(*match.span())


def _facts(page: Page) -> Iterator[tuple[str, Span]]:
    """Words that state something by themselves: a rank, a seat on a board."""
    for line in page.lines:
        for word in line.words:
            if word.key in page.vocabulary.facts:
                yield word.key, Span(word.start, word.end)


def swapped(one: Sheet, two: Sheet) -> Iterator[tuple[Claim, Claim]]:
    """Purchases in which buyer and bought have changed places."""
    for (a, buyer, bought), (b, other_buyer, other_bought) in product(_purchases(one), _purchases(two)):
        crossed = people.may_be_one(buyer, other_bought) and people.may_be_one(bought, other_buyer)
        if crossed and not people.may_be_one(buyer, other_buyer):
            yield a, b
            return


def _purchases(page: Sheet) -> list[tuple[Claim, str, str]]:
    found = []
    for claim in page.article.claims:
        value = claim.value
        if isinstance(value, Relation) and value.predicate == "acquires" and claim.modality in ("fact", "plan"):
            buyer, bought = value.get("acquirer"), value.get("target")
            if buyer is not None and bought is not None:
                found.append((claim, buyer.text, bought.text))
    return found
