"""Who holds an office, bought whom, is of which party, what caused it: what two articles answer to one question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import BE, BECOME, CAPITAL, NOUN
from claimcheck.link.across.line import Sheet
from claimcheck.link.across.people import is_full, may_be_one, misspelled, parts
from claimcheck.model import Claim, Span
from claimcheck.model.analysis import Chunk, Clause, Sentence
from claimcheck.model.claim import Argument, ArgumentName, Relation

AROUND = 40
# which argument answers the question, and which must be the same
QUESTIONS: dict[str, tuple[ArgumentName, tuple[ArgumentName, ...]]] = {
    "has_role": ("person", ("role", "organization")),
    "leads": ("person", ("organization",)),
    "acquires": ("acquirer", ("target",)),
    "sells": ("seller", ("target",)),
    "nationality": ("country", ("person",)),
    "member_of": ("organization", ("person",)),
    "founded": ("founder", ("organization",)),
}
OF_PLACES = ("president", "chancellor", "prime minister", "mayor")
ONE_HOLDER = (
    "president",
    "ceo",
    "chancellor",
    "prime minister",
    "mayor",
    "head",
    "chair",
    "minister",
    "cfo",
    "cto",
    "coo",
)


class Answer(NamedTuple):
    """What one article answers to a question of another: who holds this office, who bought this company."""

    page: Sheet
    key: tuple[str, ...]
    claim: Claim
    argument: Argument


class Shared(NamedTuple):
    """Two answers to one question, the same or not."""

    a: Answer
    b: Answer
    same: bool
    spelled: bool
    days: int | None


def answers(page: Sheet) -> list[Answer]:
    """The answers an article gives, each with the words of its question."""
    found = (_answer(page, claim) for claim in page.article.claims if claim.modality in ("fact", "plan"))
    return [each for each in found if each is not None]


def _answer(page: Sheet, claim: Claim) -> Answer | None:
    relation = claim.value
    if not isinstance(relation, Relation) or relation.former or relation.predicate not in QUESTIONS:
        return None
    asked, given = QUESTIONS[relation.predicate]
    answer = relation.get(asked)
    keys = [key for name in given if (key := _key(relation.get(name)))]
    if answer is None or len(keys) < len(given) or "\n\n" in page.prose[claim.span.start : claim.span.end]:
        return None
    if not _is_sure(page, claim, relation, answer):
        return None
    return Answer(page, (relation.predicate, *keys), claim, answer)


def _is_sure(page: Sheet, claim: Claim, relation: Relation, answer: Argument) -> bool:
    """Whether nobody else can be the answer as well."""
    if relation.predicate == "nationality":
        return _apposed(relation, answer)
    if relation.predicate == "member_of":
        return _party(page, answer) is not None
    return relation.predicate not in ("has_role", "leads") or _holds(page, claim, relation, answer)


def _holds(page: Sheet, claim: Claim, relation: Relation, answer: Argument) -> bool:
    """Whether a named person holds an office that only one can hold, at the time of the article."""
    if not is_full(answer.text) or _of_a_place(page, relation) or _former(page, claim):
        return False
    return relation.predicate != "has_role" or _single(relation)


def _apposed(relation: Relation, country: Argument) -> bool:
    """Whether the word for a country stands right before the name it is said of: "die Kenianerin Mora Kern"."""
    person = relation.get("person")
    return person is not None and person.span.start == country.span.end + 1


def _party(page: Sheet, answer: Argument) -> int | None:
    """Which party of the language's a name means."""
    parties = extra(page.language, "people").get("parties", ())
    return next((at for at, names in enumerate(parties) if answer.text in names), None)


def swapped(one: Sheet, two: Sheet) -> Iterator[tuple[Claim, Claim]]:
    """Purchases in which buyer and bought have changed places."""
    mine, yours = (_purchases(page) for page in (one, two))
    for (a, buyer, bought), (b, other_buyer, other_bought) in product(mine, yours):
        if may_be_one(buyer, other_bought) and may_be_one(bought, other_buyer) and not may_be_one(buyer, other_buyer):
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


def _single(relation: Relation) -> bool:
    role = relation.get("role")
    return role is not None and role.entity in ONE_HOLDER


def _of_a_place(page: Sheet, relation: Relation) -> bool:
    """ "Berlin" may be the place of any office; only a state or a town's own are held by one person."""
    role, body = relation.get("role"), relation.get("organization")
    if body is None or (role is not None and role.entity in OF_PLACES):
        return False
    return any(mention.kind == "place" and mention.span.touches(body.span) for mention in page.article.mentions)


def _former(page: Sheet, claim: Claim) -> bool:
    span = Span(max(0, claim.span.start - AROUND), claim.span.end)
    return bool(page.vocabulary.marks(page.prose[span.start : span.end]) & {"former", "negation"})


def _key(argument: Argument | None) -> str | None:
    if argument is None:
        return None
    return argument.entity or " ".join(parts(argument.text))


def compare(mine: list[Answer], yours: list[Answer]) -> Iterator[Shared]:
    """Questions both articles answer, each once."""
    table: dict[tuple[str, ...], Answer] = {}
    for each in mine:
        table.setdefault(each.key, each)
    for other in yours:
        if other.key not in table:
            continue
        each = table.pop(other.key)
        same = _same(each, other)
        spelled = misspelled(each.argument.text, other.argument.text)
        dates = each.page.published, other.page.published
        days = abs((dates[0] - dates[1]).days) if dates[0] and dates[1] else None
        yield Shared(each, other, same or may_be_one(each.argument.text, other.argument.text), spelled, days)


def _same(one: Answer, two: Answer) -> bool:
    """Whether two answers are known to be the same; of two languages, nothing that each has a word of its own for."""
    mine, yours = one.argument, two.argument
    if one.key[0] == "member_of":
        return one.page.language != two.page.language or _party(one.page, mine) == _party(two.page, yours)
    if one.key[0] == "nationality":
        return one.page.language != two.page.language or (mine.entity or mine.text) == (yours.entity or yours.text)
    return mine.entity is not None and mine.entity == yours.entity


TOLD = ("main", "relative")


class Given(NamedTuple):
    """The words of an article for one such thing, and the keys of their nouns and names."""

    thing: str
    span: Span
    keys: frozenset[str]


def differing(mine: Mapping[str, Given], yours: Mapping[str, Given]) -> Iterator[tuple[Given, Given, bool]]:
    """What both articles give, and whether it is the same: the words for it have a noun or name in common."""
    for thing in sorted(mine.keys() & yours.keys()):
        yield mine[thing], yours[thing], not mine[thing].keys.isdisjoint(yours[thing].keys)


def given(sheet: Sheet) -> dict[str, Given]:
    """What an article gives for each such thing; nothing where it gives two."""
    found: dict[str, Given] = {}
    two: set[str] = set()
    for each in _all(sheet):
        if found.setdefault(each.thing, each).keys.isdisjoint(each.keys):
            two.add(each.thing)
    return {thing: each for thing, each in found.items() if thing not in two}


def _all(sheet: Sheet) -> Iterator[Given]:
    analysis = sheet.article.analysis
    if analysis is not None:
        for number in filter(analysis.written, range(len(analysis.spans))):
            sentence = analysis.sentence(number)
            for clause in sentence.clauses:
                if clause.kind in TOLD and not clause.negated and clause.mood != "question":
                    yield from _of_clause(sheet, sentence, clause)


def _of_clause(sheet: Sheet, sentence: Sentence, clause: Clause) -> Iterator[Given]:
    """What a clause gives for the thing that one of its phrases names."""
    for thing, answer in _answers(sheet, sentence, clause):
        last = _end(sentence, clause, answer)
        keys = frozenset(_keys(sheet, sentence, range(answer.first, last)))
        if keys:
            span = Span(sentence.tokens[answer.first].span.start, sentence.tokens[last - 1].span.end)
            yield Given(thing, span, keys)


def _answers(sheet: Sheet, sentence: Sentence, clause: Clause) -> Iterator[tuple[str, Chunk]]:
    """The phrases that are said to be what another names, or that the verb gives with its preposition."""
    for phrase in _phrases(clause):
        thing = sheet.vocabulary.thing(sentence.tokens[phrase.head].text)
        answer = None if thing is None else _named(sheet, sentence, clause, phrase)
        if thing is not None and answer is not None:
            yield thing, answer
        led = "" if phrase.preposition is None else sentence.tokens[phrase.preposition].low
        told = sheet.vocabulary.told_by.get(f"{clause.lemma} {led}")
        if told is not None and not phrase.pronoun and phrase.number is None:
            yield told, phrase


def _phrases(clause: Clause) -> list[Chunk]:
    return [each for each in (clause.subject, *clause.objects, *clause.adjuncts) if each is not None]


def _named(sheet: Sheet, sentence: Sentence, clause: Clause, phrase: Chunk) -> Chunk | None:
    """The phrase beside "is", or the last of those that are not taken "as" it."""
    others = [each for each in _phrases(clause) if each != phrase and _may_be(each)]
    around = {sentence.tokens[at].low for at in (max(0, phrase.first - 1), phrase.first)}
    if not others or around & sheet.vocabulary.taken_as:
        return others[-1] if others else None
    return others[0] if phrase.preposition is None and _is(sentence, clause) else None


def _is(sentence: Sentence, clause: Clause) -> bool:
    return clause.verb is not None and bool(sentence.tokens[clause.verb].roles & (BE | BECOME))


def _may_be(phrase: Chunk) -> bool:
    return not phrase.pronoun and phrase.preposition is None and phrase.number is None


def _end(sentence: Sentence, clause: Clause, answer: Chunk) -> int:
    """Where an answer ends with the phrases that hang on it: "der Mangel an Pflegekräften"."""
    last = answer.last
    for each in sentence.chunks:
        if each.first == last and clause.holds(each.first) and (each.of or each.preposition is not None):
            last = each.last
    return last


def _keys(sheet: Sheet, sentence: Sentence, tokens: range) -> Iterator[str]:
    """The keys of nouns and names."""
    for token in (sentence.tokens[at] for at in tokens):
        if token.roles & (NOUN | CAPITAL) and (key := sheet.vocabulary.key(token.text)) is not None:
            yield key
