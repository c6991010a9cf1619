"""Who holds an office, bought whom, is of which party, what caused it: what two articles answer to one question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.languages.extra import extra
from claimcheck.languages.vocabulary import is_word
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


TOLD, SITE = ("main", "relative"), "the place of"


class Given(NamedTuple):
    """The words of an article for one such thing, and the keys of their nouns and names."""

    thing: str
    span: Span
    keys: frozenset[str]


def differing(one: Sheet, two: Sheet) -> Iterator[tuple[Given, Given, bool]]:
    """What both articles give, and whether it is the same: the words for it have a noun or name in common.

    Of two languages only where something is; and no place is another of which the other article speaks as well.
    """
    mine, yours = given(one), given(two)
    for thing in sorted(mine.keys() & yours.keys()):
        a, b, sited = mine[thing], yours[thing], thing.startswith(SITE)
        same = not a.keys.isdisjoint(b.keys)
        elsewhere = ((two, a), (one, b)) if sited and not same else ()
        known = any(not line.keys.isdisjoint(each.keys) for sheet, each in elsewhere for line in sheet.lines)
        if not known and (sited or one.language == two.language):
            yield a, b, same


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
                if not clause.negated and clause.mood != "question":
                    told = _answers(sheet, sentence, clause) if clause.kind in TOLD else ()
                    for thing, words in (*told, *_sites(sheet, sentence, clause)):
                        yield from _given(sheet, sentence, thing, words)


def _given(sheet: Sheet, sentence: Sentence, thing: str, words: range) -> Iterator[Given]:
    """What some words of a clause give for a thing, where they have a noun or name."""
    keys = frozenset(_keys(sheet, sentence, words))
    if keys:
        yield Given(thing, Span(sentence.tokens[words[0]].span.start, sentence.tokens[words[-1]].span.end), keys)


def _answers(sheet: Sheet, sentence: Sentence, clause: Clause) -> Iterator[tuple[str, range]]:
    """The phrases that are said to be what another names, or that the verb gives with its preposition."""
    for phrase in _phrases(clause):
        thing = sheet.vocabulary.thing(sentence.tokens[phrase.head].text)
        answer = None if thing is None else _named(sheet, sentence, clause, phrase)
        if thing is not None and answer is not None:
            yield thing, range(answer.first, _end(sentence, clause, answer))
        led = "" if phrase.preposition is None else sentence.tokens[phrase.preposition].low
        told = sheet.vocabulary.told_by.get(f"{clause.lemma} {led}")
        if told is not None and not phrase.pronoun and phrase.number is None:
            yield told, range(phrase.first, _end(sentence, clause, phrase))


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


def _sites(sheet: Sheet, sentence: Sentence, clause: Clause) -> Iterator[tuple[str, range]]:
    """Where what stands somewhere is: "the dyke near Lindow", "das Werk Lindow", "the head office moves to Lindow"."""
    for host, place in _sited(sheet, sentence, clause):
        names = [at for at in range(place.first, place.last) if _is_place(sheet, sentence, place, at)]
        words = sentence.tokens[host.first : host.head + 1 if host != place else names[0]] if names else ()
        kind = None if host.plural else sheet.vocabulary.stands([word.low for word in words])
        if kind is not None:
            yield f"{SITE} {kind}", range(names[0], names[-1] + 1)


def _sited(sheet: Sheet, sentence: Sentence, clause: Clause) -> Iterator[tuple[Chunk, Chunk]]:
    """The phrases of a clause beside those that may tell their place; one with a name behind its noun beside itself."""
    known = sheet.vocabulary
    held = sorted(_phrases(clause), key=lambda each: each.first)
    for before, each in zip((None, *held), held, strict=False):
        yield each, each
        led = "" if each.preposition is None else sentence.tokens[each.preposition].low
        if before is not None and before.last == each.first and led in known.sites:
            yield before, each
        if clause.subject is not None and clause.lemma in known.sited and led in known.goals:
            yield clause.subject, each


def _is_place(sheet: Sheet, sentence: Sentence, phrase: Chunk, at: int) -> bool:
    """Whether a word of a phrase is the name of a place, or of nothing else that is known."""
    token = sentence.tokens[at]
    kinds = {each.kind for each in sheet.article.mentions if each.span.touches(token.span)}
    free = not kinds and (phrase.name or at > phrase.head or at == phrase.last - 1 > phrase.first)
    unknown = not is_word(sheet.language, token.text) and token.low not in sheet.vocabulary.no_places
    return token.text[:1].isupper() and ("place" in kinds or (free and unknown))


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
