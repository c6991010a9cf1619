"""Who plays which part in what a clause tells, and the nouns for the parts: "sold to Kern … the seller, Kern,"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from typing import Any, NamedTuple

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
    REFLEXIVE,
    STOP,
)
from claimcheck.model import Span
from claimcheck.model.analysis import Analysis, Chunk, Clause, Sentence
from claimcheck.model.attribution import Part
from claimcheck.model.comparison import Evidence
from claimcheck.model.judged import Judged, Roles
from claimcheck.statements.statement import Statements

OTHER_SIDE = {
    "buyer": "seller",
    "winner": "loser",
    "attacker": "victim",
    "origin": "destination",
    "convict": "acquitted",
}
OTHER_SIDE.update({two: one for one, two in OTHER_SIDE.items()})
SENTENCED = {"convict": "sentence", "acquitted": "acquit"}
AROUND = COMMA | OPEN | CLOSE | DASH
PLAIN = DETERMINER | PREPOSITION
ENDS = COMMA | CLOSE | DASH | STOP
TOWARDS = ("to", "towards")
Table = dict[str, Any]


class Played(NamedTuple):
    """A phrase that plays a part in a clause, by its `verb`, or a name with the noun for one."""

    part: str
    names: frozenset[str]
    span: Span
    verb: str = ""


def sides(statements: Statements) -> Iterator[Judged]:
    """Every noun for a part beside a name to which the article gives that part, or the opposite one, in a clause; and
    every noun for a convict or an acquitted person with the verdict.
    """
    document, analysis = statements.article.document, statements.analysis
    table = extra(document.language, "senses")
    with_noun = _sentences_with(analysis, table.get("parts", {}).keys())
    nouns = [each for sentence in with_noun for each in _parts(sentence, table)]
    yield from _given(document.prose, nouns, analysis, table)
    yield from _verdicts(document.prose, nouns, analysis, table)


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
        if token.low in table["parts"] and token.roles & NOUN:
            yield sentence, at


def _judged(prose: str, named: Span, told: Span, verb: str, *, fits: bool, evidence: Evidence = "register") -> Judged:
    """A noun for a part against the words that give it: "Kern … verkauft", or the verb of a verdict."""
    name, other = (Part(span, prose[span.start : span.end]) for span in (named, told))
    said = verb if evidence == "anaphor" else " … ".join(filter(None, (other.text, verb)))
    roles: Roles = (("claim", name), ("other", other))
    shown = f"{said} {'~' if fits else '≠'} {name.text}"
    return Judged("side", fits, roles, (("name", name.text), ("other", said)), shown, evidence)


def _given(prose: str, nouns: Sequence[tuple[Sentence, int]], analysis: Analysis, table: Table) -> Iterator[Judged]:
    """The names with a noun against what the sentences with these names tell of them."""
    named = [each for each in (_named(*noun, table) for noun in nouns) if each is not None]
    names = {name for each in named for name in each.names}
    told = [each for sentence in _sentences_naming(prose, analysis, names) for each in _told(sentence, table)]
    yield from _against(prose, named, told)


def _against(prose: str, named: Iterable[Played], told: Sequence[Played]) -> Iterator[Judged]:
    """The names with a noun against the phrases that play its part or the opposite one."""
    for each in named:
        about = [other for other in told if each.names & other.names]
        same = [other for other in about if other.part == each.part]
        found = same or [other for other in about if other.part == OTHER_SIDE[each.part]]
        if found:
            yield _judged(prose, each.span, found[0].span, found[0].verb, fits=bool(same))


def _told(sentence: Sentence, table: Table) -> Iterator[Played]:
    """Who plays which part in the clauses of a sentence, and where its routes begin and end."""
    for clause in sentence.clauses:
        if not clause.negated and clause.mood == "indicative":
            for sense in clause.senses:
                yield from _in_frame(sentence, clause, table["frames"].get(sense, {}), table)
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        ahead = [each for each in chunks[at + 1 : at + 3] if _place(sentence, each, table) in TOWARDS]
        if _place(sentence, chunk, table) == "from" and ahead:
            yield _played("origin", sentence, chunk)
            yield _played("destination", sentence, ahead[0])


def _in_frame(sentence: Sentence, clause: Clause, frame: dict[str, str], table: Table) -> Iterator[Played]:
    """The phrases of a clause with their parts."""
    subject, acted = ("object", "by") if clause.passive else ("subject", "")
    placed = [(_place(sentence, each, table), each) for each in clause.adjuncts]
    placed += [(subject, clause.subject)] if clause.subject is not None else []
    placed += [("object", each) for each in (() if clause.passive else clause.objects)]
    for place, chunk in placed:
        part = frame.get("subject" if place == acted else place)
        if part in OTHER_SIDE and not _roles(sentence, placed[-1][1].head) & REFLEXIVE:
            yield _played(part, sentence, chunk, _verb(sentence, clause))


def _verb(sentence: Sentence, clause: Clause) -> str:
    verb = clause.verb if clause.predicate is None else clause.predicate
    return "" if verb is None else sentence.tokens[verb].text


def _place(sentence: Sentence, chunk: Chunk, table: Table) -> str:
    """What the preposition of a phrase makes of it."""
    word = "" if chunk.preposition is None else sentence.tokens[chunk.preposition].low
    place: str = table["places"].get(word, "")
    return place


def _played(part: str, sentence: Sentence, chunk: Chunk, verb: str = "") -> Played:
    return Played(part, _names(sentence, chunk.first, chunk.last), _span(sentence, chunk.first, chunk.last), verb)


def _span(sentence: Sentence, first: int, last: int) -> Span:
    return Span(sentence.tokens[first].span.start, sentence.tokens[last - 1].span.end)


def _names(sentence: Sentence, first: int, last: int) -> frozenset[str]:
    """The capitalised words between two tokens."""
    return frozenset(each.text for each in sentence.tokens[first:last] if each.roles & CAPITAL and len(each.text) > 2)


def _named(sentence: Sentence, token: int, table: Table) -> Played | None:
    """A noun with the last word of the name it is said of: beside it, between commas, or by "is"."""
    whom = _whom(sentence, token)
    names = frozenset() if whom is None else _names(sentence, whom[1] - 1, whom[1])
    if whom is None or not names:
        return None
    span = _span(sentence, min(token, whom[0]), max(token + 1, whom[1]))
    return Played(table["parts"][sentence.tokens[token].low], names, span)


def _whom(sentence: Sentence, token: int) -> tuple[int, int] | None:
    """The tokens of whom or what a noun is said, which is the first of its phrase ("a doubles title winner" is not)."""
    chunk = sentence.chunk_at(sentence.tokens[token].span.start)
    if chunk is None or not all(each.roles & PLAIN for each in sentence.tokens[chunk.first : token]):
        return None
    beside = _beside(sentence, chunk, token)
    if beside is not None or token != chunk.last - 1:
        return beside
    return _apposed(sentence, chunk) or _equalled(sentence, chunk)


def _beside(sentence: Sentence, chunk: Chunk, token: int) -> tuple[int, int] | None:
    """The rest of a phrase behind the noun: "Käufer Brehmer"."""
    rest = sentence.tokens[token + 1 : chunk.last]
    return (token + 1, chunk.last) if rest and rest[-1].roles & CAPITAL else None


def _apposed(sentence: Sentence, noun: Chunk) -> tuple[int, int] | None:
    """The phrase that a comma or bracket parts from that of the noun, where another one parts them from the rest."""
    for other in sentence.chunks if noun.preposition is None else ():
        first, last = sorted((noun, other), key=lambda each: each.first)
        marks = [_roles(sentence, first.last), _roles(sentence, last.last)]
        beside = last.first == first.last + 1 and last.preposition is None and other.number is None
        if beside and marks[0] & AROUND and marks[1] & ENDS:
            return other.first, other.last
    return None


def _roles(sentence: Sentence, token: int) -> int:
    return sentence.tokens[token].roles if token < len(sentence.tokens) else 0


def _equalled(sentence: Sentence, noun: Chunk) -> tuple[int, int] | None:
    """The other side of "is": "Käufer ist Lumera"."""
    clause = sentence.clauses[sentence.owners[noun.head]]
    be = clause.verb is not None and clause.predicate in (None, clause.verb) and _roles(sentence, clause.verb) & BE
    sides = [each for each in (clause.subject, *clause.objects) if each is not None]
    if not be or clause.negated or len(sides) != 2 or noun not in sides:
        return None
    other = sides[1 - sides.index(noun)]
    return (other.first, other.last) if other.number is None else None


def _verdicts(prose: str, nouns: Sequence[tuple[Sentence, int]], analysis: Analysis, table: Table) -> Iterator[Judged]:
    """The nouns for whom a verdict has made a convict, or free, against the verdicts of the article."""
    parts = ((table["parts"][sentence.tokens[token].low], sentence.tokens[token].span) for sentence, token in nouns)
    tried = [(part, span) for part, span in parts if part in SENTENCED]
    held = _verdict(analysis) if tried else {}
    for part, span in tried if held else ():
        told = held.get(part) or held[OTHER_SIDE[part]]
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
