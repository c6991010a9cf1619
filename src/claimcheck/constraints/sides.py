"""Who plays which part in what a clause tells, and the nouns for the parts: "sold to Kern … the seller, Kern,"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set
from typing import Any, NamedTuple

from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import (
    BE,
    CAPITAL,
    CLOSE,
    COLON,
    COMMA,
    DASH,
    DETERMINER,
    NOUN,
    OPEN,
    PREPOSITION,
    QUOTE,
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
    "successor": "predecessor",
}
OTHER_SIDE.update({two: one for one, two in OTHER_SIDE.items()})
LASTING = frozenset({"successor"})
"""Parts that somebody who once began to play them may end himself."""
SENTENCED = {"convict": "sentence", "acquitted": "acquit"}
AROUND = COMMA | OPEN | CLOSE | DASH
PLAIN = DETERMINER | PREPOSITION
ENDS = COMMA | CLOSE | DASH | STOP
TOWARDS = ("to", "towards")
Table = dict[str, Any]


class Played(NamedTuple):
    """A phrase that plays a part in a clause, by its `verb`, or a name with the noun for one; `past`: it once did."""

    part: str
    names: frozenset[str]
    span: Span
    verb: str = ""
    past: bool = False


def sides(statements: Statements) -> Iterator[Judged]:
    """Every noun for a part beside a name to which the article gives that part, or the opposite one, in a clause; and
    every noun for a convict or an acquitted person with the verdict.
    """
    document, analysis = statements.article.document, statements.analysis
    table = extra(document.language, "senses")
    words = table.get("parts", {}).keys() | table.get("alone", {}).keys()
    with_noun = [*_sentences_with(analysis, words)]
    nouns = [each for sentence in with_noun for each in _parts(sentence, table)]
    named = [each for each in (_named(*noun, table) for noun in nouns) if each is not None]
    alone = [each for sentence in with_noun for each in _alone(sentence, table)]
    yield from _given(document.prose, [*named, *alone], analysis, table)
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


def _alone(sentence: Sentence, table: Table) -> Iterator[Played]:
    """Who plays a part by a clause that names nobody else: "Vane conceded", "Kross geht in den Ruhestand"."""
    for at, clause in enumerate(sentence.clauses):
        verb = () if clause.predicate is None else (clause.predicate,)
        words = [*verb, *(each.head for each in clause.adjuncts)]
        found = next((token for token in words if sentence.tokens[token].low in table["alone"]), None)
        who = clause.subject
        if found is not None and who is not None and _is_by_itself(sentence, at):
            part = table["alone"][sentence.tokens[found].low]
            span = _span(sentence, who.first, max(found + 1, who.last))
            yield Played(part, _names(sentence, who.first, who.last), span, _verb(sentence, clause))


def _is_by_itself(sentence: Sentence, at: int) -> bool:
    """Whether a clause tells a fact of its subject alone, and nothing is said in it: "she conceded that …"."""
    clause = sentence.clauses[at]
    if clause.kind != "main" or clause.objects or clause.modal is not None or clause.negated or clause.passive:
        return False
    said = any(token.roles & (QUOTE | COLON) for token in sentence.tokens)
    return not said and not any(other.parent == at and other.kind != "participle" for other in sentence.clauses)


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


def _given(prose: str, named: Sequence[Played], analysis: Analysis, table: Table) -> Iterator[Judged]:
    """The names with a noun, or with a verb of their own, against what the sentences with these names tell of them."""
    names = {name for each in named for name in each.names}
    told = [each for sentence in _sentences_naming(prose, analysis, names) for each in _told(sentence, table)]
    for each in named:
        sides = (each.part, OTHER_SIDE[each.part])
        about = sorted(
            (other for other in told if _is_about(each, other, sides)), key=lambda one: sides.index(one.part)
        )
        if about:
            yield _judged(prose, each.span, about[0].span, about[0].verb, fits=about[0].part == each.part)


def _is_about(each: Played, other: Played, sides: tuple[str, str]) -> bool:
    """Whether a clause gives the same name one of two parts; against that of another verb only one before it counts
    that tells of now.
    """
    if other.part not in sides or each.names.isdisjoint(other.names):
        return False
    return not each.verb or (other.span.end < each.span.start and not other.past and other.verb != each.verb)


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
    acted = "by" if clause.passive else ""
    placed = [*_placed(sentence, clause, table)]
    for place, chunk in placed:
        part = frame.get("subject" if place == acted else place)
        if part in OTHER_SIDE and not _roles(sentence, placed[-1][1].head) & REFLEXIVE:
            told = _played(part, sentence, chunk, _verb(sentence, clause))
            yield told._replace(past=part in LASTING and clause.tense == "past")


def _placed(sentence: Sentence, clause: Clause, table: Table) -> Iterator[tuple[str, Chunk]]:
    """The phrases of a clause with their places; the subject of a passive is what is acted on."""
    yield from ((_place(sentence, each, table), each) for each in clause.adjuncts)
    if clause.subject is not None:
        yield "object" if clause.passive else "subject", clause.subject
    yield from () if clause.passive else (("object", each) for each in clause.objects)


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
    whom = _whom(sentence, token, table)
    names = frozenset() if whom is None else _names(sentence, whom[1] - 1, whom[1])
    if whom is None or not names:
        return None
    span = _span(sentence, min(token, whom[0]), max(token + 1, whom[1]))
    return Played(table["parts"][sentence.tokens[token].low], names, span)


def _whom(sentence: Sentence, token: int, table: Table) -> tuple[int, int] | None:
    """The tokens of whom or what a noun is said, which is the first of its phrase ("a doubles title winner" is not)."""
    chunk = sentence.chunk_at(sentence.tokens[token].span.start)
    if chunk is None or not all(each.roles & PLAIN for each in sentence.tokens[chunk.first : token]):
        return None
    if token == chunk.last - 1 and (subject := _as(sentence, chunk, table)) is not None:
        return subject
    beside = _beside(sentence, chunk, token)
    if beside is not None or token != chunk.last - 1:
        return beside
    return _apposed(sentence, chunk) or _equalled(sentence, chunk)


def _as(sentence: Sentence, noun: Chunk, table: Table) -> tuple[int, int] | None:
    """The subject that a noun is said of by "as": "Wenzel erhält als Siegerin 500 Euro"."""
    before = sentence.tokens[noun.first - 1].low if noun.first else ""
    subject = sentence.clauses[sentence.owners[noun.head]].subject
    led = "as" in (_place(sentence, noun, table), table["places"].get(before))
    return (subject.first, subject.last) if led and subject is not None and subject != noun else None


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
