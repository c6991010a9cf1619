"""Who plays which part in what a clause tells, and the nouns for the parts: "sold to Kern … the seller, Kern,"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence, Set

from claimcheck.constraints.headlines import side_of
from claimcheck.constraints.played import OTHERS, Played, Table, alone_in, names_of, place_of, span_of, told_in
from claimcheck.constraints.sexes import any_of, word_before
from claimcheck.language.words import words_of
from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import (
    BE,
    CAPITAL,
    CLOSE,
    COMMA,
    DASH,
    DETERMINER,
    NOUN,
    OPEN,
    PREPOSITION,
    STOP,
)
from claimcheck.model import Document, Span
from claimcheck.model.analysis import Analysis, Chunk, Sentence
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Evidence, Judged, Roles
from claimcheck.statements.statement import Statements

BY_NOUN = frozenset({"accused", "plaintiff", "landlord", "tenant"})
"""Parts that no verb gives: what another noun calls somebody is held against the noun."""
ROUTE = frozenset({"origin", "destination"})
FREED = {"convict": "acquitted", "acquitted": "convict"}
BEFORE = 3
"""In so many sentences before a noun stands what it takes up."""
WORD = re.compile(r"[^\W\d_]+")
SENTENCED = {"convict": "sentence", "acquitted": "acquit"}
AROUND = COMMA | OPEN | CLOSE | DASH
PLAIN = DETERMINER | PREPOSITION
ENDS = COMMA | CLOSE | DASH | STOP


def sides(statements: Statements) -> Iterator[Judged]:
    """Every noun for a part beside a name to which the article gives that part, or the opposite one, in a clause; and
    every noun for a convict or an acquitted person with the verdict.
    """
    document, analysis = statements.article.document, statements.analysis
    table = extra(document.language, "senses")
    said = (table.get("parts", {}), table.get("alone", {}))
    words = {words.rpartition(" ")[2] for each in said for words in each}
    with_noun = [*_sentences_with(analysis, words)]
    nouns = [each for sentence in with_noun for each in _parts(sentence, table)]
    named = _all_named(document.prose, nouns, table)
    done = [each for sentence in with_noun for each in alone_in(sentence, table)]
    yield from _given(statements, [*named, *done], analysis, table)
    yield from _verdicts(document.prose, nouns, analysis, table)
    yield from _deeds(statements)


def _all_named(prose: str, nouns: Sequence[tuple[Sentence, int]], table: Table) -> list[Played]:
    """The nouns with the names they are said of, but for the ends of a route in a text that tells of a way back."""
    back = any(word in prose for word in table.get("returns", ()))
    named = filter(None, (_named(*noun, table) for noun in nouns))
    return [each for each in named if not back or each.part not in ROUTE]


def _sentences_with(analysis: Analysis, words: Set[str]) -> Iterator[Sentence]:
    """The sentences with one of some words in lower case."""
    for number in range(len(analysis.spans)):
        if not words.isdisjoint(map(str.lower, analysis.tokens(number))):
            yield analysis.sentence(number)


def _sentences_naming(prose: str, analysis: Analysis, names: Collection[str]) -> Iterator[Sentence]:
    """The sentences in which one of some names stands."""
    for number, span in enumerate(analysis.spans if names else ()):
        if any(prose.find(name, *span) >= 0 for name in names):
            yield analysis.sentence(number)


def _parts(sentence: Sentence, table: Table) -> Iterator[tuple[Sentence, int]]:
    """The nouns of a sentence for parts ("der Besiegte", not "er besiegte")."""
    for at, token in enumerate(sentence.tokens):
        if token.roles & NOUN and _part(sentence, at, table) is not None:
            yield sentence, at


def _part(sentence: Sentence, at: int, table: Table) -> str | None:
    """The part that a noun names, by itself or with the word before it ("the new owner")."""
    parts: dict[str, str] = table["parts"]
    low = sentence.tokens[at].low
    return parts.get(f"{sentence.tokens[at - 1].low} {low}" if at else low) or parts.get(low)


def _judged(prose: str, named: Span, told: Span, verb: str, *, fits: bool, evidence: Evidence = "register") -> Judged:
    """A noun for a part against the words that give it: "Kern … verkauft", or the verb of a verdict."""
    name, other = (Part(span, prose[span.start : span.end]) for span in (named, told))
    said = verb if evidence == "anaphor" else " … ".join(filter(None, (other.text, verb)))
    roles: Roles = (("claim", name), ("other", other))
    shown = f"{said} {'~' if fits else '≠'} {name.text}"
    return Judged("side", fits, roles, (("name", name.text), ("other", said)), shown, evidence)


def _given(statements: Statements, named: Sequence[Played], analysis: Analysis, table: Table) -> Iterator[Judged]:
    """The names with a noun, or with a verb of their own, against what the sentences with these names tell of them."""
    prose, shared = statements.article.document.prose, _shared(statements)
    names = frozenset[str]().union(*(each.names for each in named)) - shared
    told = [each for sentence in _sentences_naming(prose, analysis, names) for each in told_in(sentence, table)]
    told += filter(_is_by_noun, named)
    known = _known(statements) & names
    for each in named:
        about = _about(each, told, known if each.verb else names)
        for other in about[:1]:
            yield _judged(prose, each.span, other.span, other.verb, fits=other.part == each.part)


def _known(statements: Statements) -> set[str]:
    """The words of the names of the article; where only names have capitals, all words that have them."""
    words = words_of(statements.article.document.language or "")
    mentions = {word.rstrip(".") for each in statements.article.mentions for word in each.text.split()}
    capital = () if words is None or words.capitals else WORD.findall(statements.article.document.prose)
    return mentions.union(capital)


def _about(each: Played, told: Sequence[Played], names: Set[str]) -> list[Played]:
    """What is told of one of some names, the same part first."""
    about = [other for other in told if names & each.names & other.names and _is_about(each, other)]
    return sorted(about, key=lambda other: other.part != each.part)


def _shared(statements: Statements) -> set[str]:
    """The surnames that several persons of the article bear."""
    mentions = statements.article.mentions
    full = {each.name for each in mentions if each.kind == "person" and " " in each.name}
    last = [name.rpartition(" ")[2] for name in full]
    return {name for name in last if last.count(name) > 1}


def _is_by_noun(each: Played) -> bool:
    return each.part in BY_NOUN and not each.verb


def _is_about(each: Played, other: Played) -> bool:
    """Whether a clause gives one of two parts that exclude each other; against that of another verb, and against a
    noun, only one before it counts, and of a verb only one that tells of now.
    """
    if other.part != each.part and other.part not in OTHERS[each.part]:
        return False
    if each.verb:
        return other.span.end < each.span.start and not other.past and other.verb != each.verb
    return bool(other.verb) or other.part not in BY_NOUN or other.span.end < each.span.start


def _named(sentence: Sentence, token: int, table: Table) -> Played | None:
    """A noun with the last word of the name it is said of: beside it, between commas, or by "is"."""
    whom = _placed(sentence, token, table) or _whom(sentence, token, table)
    part = _part(sentence, token, table)
    names = frozenset() if whom is None else _last_name(sentence, *whom)
    if whom is None or part is None or not names:
        return None
    return Played(part, names, span_of(sentence, min(token, whom[0]), max(token + 1, whom[1])))


def _last_name(sentence: Sentence, first: int, last: int) -> frozenset[str]:
    """The last word of a name; the one before it where only its first letter is told ("Erwin S.")."""
    return names_of(sentence, last - 1, last) or names_of(sentence, max(first, last - 2), last)


def _whom(sentence: Sentence, token: int, table: Table) -> tuple[int, int] | None:
    """The tokens of whom or what a noun is said, which is the first of its phrase ("a doubles title winner" is not)."""
    chunk = sentence.chunk_at(sentence.tokens[token].span.start)
    first = token - (sentence.tokens[token].low not in table["parts"])
    if chunk is None or not all(each.roles & PLAIN for each in sentence.tokens[chunk.first : first]):
        return None
    if token == chunk.last - 1 and (subject := _as(sentence, chunk, table)) is not None:
        return subject
    beside = _beside(sentence, chunk, token)
    if beside is not None or token != chunk.last - 1:
        return beside
    return _apposed(sentence, chunk) or _equalled(sentence, chunk)


def _placed(sentence: Sentence, token: int, table: Table) -> tuple[int, int] | None:
    """The place right behind a noun for the end of a route: "after landing in Graz"."""
    ends = _part(sentence, token, table) in ROUTE
    for chunk in sentence.chunks if ends else ():
        if chunk.first == token + 1 and chunk.determiner is None and place_of(sentence, chunk, table) == "in":
            return chunk.first, chunk.last
    return None


def _as(sentence: Sentence, noun: Chunk, table: Table) -> tuple[int, int] | None:
    """The subject that a noun is said of by "as": "Wenzel erhält als Siegerin 500 Euro"; in a clause of another ("soon
    after she stood as winner") it may be so of an earlier time.
    """
    before = sentence.tokens[noun.first - 1].low if noun.first else ""
    clause = sentence.clauses[sentence.owners[noun.head]]
    subject = clause.subject if clause.kind != "subordinate" else None
    led = "as" in (place_of(sentence, noun, table), table["places"].get(before))
    return (subject.first, subject.last) if led and subject is not None and subject != noun else None


def _beside(sentence: Sentence, chunk: Chunk, token: int) -> tuple[int, int] | None:
    """The rest of a phrase behind the noun: "Käufer Brehmer"."""
    rest = sentence.tokens[token + 1 : chunk.last]
    return (token + 1, chunk.last) if rest and rest[-1].roles & CAPITAL else None


def _apposed(sentence: Sentence, noun: Chunk) -> tuple[int, int] | None:
    """The phrase that a comma or bracket parts from that of the noun, where another one parts them from the rest."""
    for other in sentence.chunks if noun.preposition is None else ():
        first, last = sorted((noun, other), key=lambda each: each.first)
        marks = [sentence.role(first.last), sentence.role(last.last)]
        beside = last.first == first.last + 1 and last.preposition is None and other.number is None
        if beside and marks[0] & AROUND and marks[1] & ENDS:
            return other.first, other.last
    return None


def _equalled(sentence: Sentence, noun: Chunk) -> tuple[int, int] | None:
    """The other side of "is": "Käufer ist Lumera"."""
    clause = sentence.clauses[sentence.owners[noun.head]]
    be = clause.verb is not None and clause.predicate in (None, clause.verb) and sentence.role(clause.verb) & BE
    sides = [each for each in (clause.subject, *clause.objects) if each is not None]
    if not be or clause.negated or len(sides) != 2 or noun not in sides:
        return None
    other = sides[1 - sides.index(noun)]
    return (other.first, other.last) if other.number is None else None


def _verdicts(prose: str, nouns: Sequence[tuple[Sentence, int]], analysis: Analysis, table: Table) -> Iterator[Judged]:
    """The nouns for whom a verdict has made a convict, or free, against the verdicts of the article."""
    parts = ((_part(sentence, token, table), sentence.tokens[token].span) for sentence, token in nouns)
    tried = [(part, span) for part, span in parts if part in SENTENCED]
    held = _verdict(analysis) if tried else {}
    for part, span in tried if held else ():
        told = held.get(part) or held[FREED[part]]
        yield _judged(prose, span, *told, fits=part in held, evidence="anaphor")


def _verdict(analysis: Analysis) -> dict[str, tuple[Span, str]]:
    """The first verb of an article for each verdict."""
    sentences = map(analysis.sentence, range(len(analysis.spans)))
    said = [(part, each) for at in sentences for part, sense in SENTENCED.items() for each in _verbs(at, sense)]
    return dict(reversed(said))


def _verbs(sentence: Sentence, sense: str) -> Iterator[tuple[Span, str]]:
    """The verbs of a sense with what they are called: "sprach … frei" is "freisprechen"."""
    for clause in sentence.clauses:
        if clause.verb is not None and sense in clause.senses:
            yield sentence.tokens[clause.verb].span, clause.lemma


def _deeds(statements: Statements) -> Iterator[Judged]:
    """Every noun with the definite article for an outcome that takes up what was told, or that only the opposite of it
    was: "The council turned the plan down. The approval …".
    """
    document = statements.article.document
    for pair, named in enumerate(extra(document.language, "headlines").get("named", ())):
        for side, nouns in enumerate(named):
            noun = _only_noun(document, nouns)
            told = iter(()) if noun is None else _told_before(statements, noun, pair, side)
            for span, fits in told:
                verb = document.prose[span.start : span.end]
                yield _judged(document.prose, noun or span, span, verb, fits=fits, evidence="anaphor")


def _only_noun(document: Document, nouns: Sequence[str]) -> Span | None:
    """The only one of some nouns below the headline, if it has the definite article."""
    begin = 0 if document.headline is None else document.headline.end
    found = [*any_of(nouns).finditer(document.prose, begin)]
    before = word_before(document.prose, found[0].start()) if found else None
    known = before is not None and before.text.lower() in extra(document.language, "senses")["definite"]
    return Span(*found[0].span()) if known and len(found) == 1 else None


def _told_before(statements: Statements, noun: Span, pair: int, side: int) -> Iterator[tuple[Span, bool]]:
    """Where the sentences before a noun tell its outcome, or the opposite as a fact, and its own nowhere."""
    analysis, low = statements.analysis, statements.article.document.prose.lower()
    own, against = (side_of(statements.article.document.language or "", pair, each) for each in (side, 1 - side))
    told = [each for each in own.finditer(low) if not noun.covers(Span(*each.span()))]
    for each in told or [each for each in against.finditer(low) if _is_fact(analysis, each.start())]:
        if 0 < analysis.number(noun.start) - analysis.number(each.start()) <= BEFORE:
            yield Span(*each.span()), each.re is own
            return


def _is_fact(analysis: Analysis, offset: int) -> bool:
    """Whether the clause at an offset below the headline tells what is so."""
    sentence = analysis.at(offset)
    clause = None if sentence is None else sentence.clause_at(offset)
    return clause is not None and not clause.modal and not clause.negated and clause.mood == "indicative"
