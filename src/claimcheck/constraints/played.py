"""Who plays which part by what the clauses of a sentence tell: who sold, who was beaten, who leaves the firm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from claimcheck.languages.word_roles import CAPITAL, COLON, QUOTE, REFLEXIVE
from claimcheck.model import Span
from claimcheck.model.analysis import Chunk, Clause, Sentence

EXCLUDING = (
    ("buyer", "seller"),
    ("winner", "loser"),
    ("attacker", "victim"),
    ("accused", "victim"),
    ("convict", "victim"),
    ("convict", "acquitted"),
    ("origin", "destination"),
    ("successor", "predecessor"),
    ("plaintiff", "accused"),
    ("landlord", "tenant"),
)
"""Parts that nobody plays both of."""
OTHERS = {
    part: frozenset(one for pair in EXCLUDING if part in pair for one in pair if one != part)
    for part in dict.fromkeys(part for pair in EXCLUDING for part in pair)
}
LASTING = frozenset({"successor"})
"""Parts that somebody who once began to play them may end himself."""
TOWARDS = ("to", "towards")
Table = dict[str, Any]


class Played(NamedTuple):
    """A phrase that plays a part in a clause, by its `verb`, or a name with the noun for one; `past`: it once did."""

    part: str
    names: frozenset[str]
    span: Span
    verb: str = ""
    past: bool = False


def told_in(sentence: Sentence, table: Table) -> Iterator[Played]:
    """Who plays which part in the clauses of a sentence, and where its routes begin and end."""
    for clause in sentence.clauses:
        if not clause.negated and clause.mood == "indicative":
            for sense in clause.senses:
                yield from _in_frame(sentence, clause, table["frames"].get(sense, {}), table)
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        ahead = [each for each in chunks[at + 1 : at + 3] if place_of(sentence, each, table) in TOWARDS]
        if place_of(sentence, chunk, table) == "from" and ahead:
            yield _played("origin", sentence, chunk)
            yield _played("destination", sentence, ahead[0])


def _in_frame(sentence: Sentence, clause: Clause, frame: dict[str, str], table: Table) -> Iterator[Played]:
    """The phrases of a clause with their parts."""
    acted = "by" if clause.passive else ""
    placed = [*_placed(sentence, clause, table)]
    for place, chunk in placed if _is_of_others(sentence, placed, frame) else ():
        part = frame.get("subject" if place == acted else place)
        if part in OTHERS:
            told = _played(part, sentence, chunk, verb_of(sentence, clause))
            yield told._replace(past=part in LASTING and clause.tense == "past")


def _is_of_others(sentence: Sentence, placed: Sequence[tuple[str, Chunk]], frame: dict[str, str]) -> bool:
    """Whether a verb is not turned on its subject ("sich verkaufen"), but for what is done so to others ("sich gegen
    Kern durchsetzen").
    """
    itself = bool(placed) and bool(sentence.role(placed[-1][1].head) & REFLEXIVE)
    return not itself or ("against" in frame and any(place == "against" for place, _ in placed))


def _placed(sentence: Sentence, clause: Clause, table: Table) -> Iterator[tuple[str, Chunk]]:
    """The phrases of a clause with their places; the subject of a passive is what is acted on."""
    yield from ((place_of(sentence, each, table), each) for each in clause.adjuncts)
    if clause.subject is not None:
        yield "object" if clause.passive else "subject", clause.subject
    yield from () if clause.passive else (("object", each) for each in clause.objects)


def _played(part: str, sentence: Sentence, chunk: Chunk, verb: str = "") -> Played:
    return Played(part, names_of(sentence, chunk.first, chunk.last), span_of(sentence, chunk.first, chunk.last), verb)


def alone_in(sentence: Sentence, table: Table) -> Iterator[Played]:
    """Who plays a part by a clause that names nobody else: "Vane conceded", "Kross geht in den Ruhestand"."""
    for at, clause in enumerate(sentence.clauses):
        verb = () if clause.predicate is None else (clause.predicate,)
        words = [*verb, *(each.head for each in clause.adjuncts)]
        found = next((token for token in words if sentence.tokens[token].low in table["alone"]), None)
        who = clause.subject
        if found is not None and who is not None and _is_by_itself(sentence, at):
            part = table["alone"][sentence.tokens[found].low]
            span = span_of(sentence, who.first, max(found + 1, who.last))
            yield Played(part, names_of(sentence, who.first, who.last), span, verb_of(sentence, clause))


def _is_by_itself(sentence: Sentence, at: int) -> bool:
    """Whether a clause tells a fact of its subject alone, and nothing is said in it: "she conceded that …"."""
    clause = sentence.clauses[at]
    if clause.kind != "main" or clause.objects or clause.modal is not None or clause.negated or clause.passive:
        return False
    said = any(token.roles & (QUOTE | COLON) for token in sentence.tokens)
    return not said and not any(other.parent == at and other.kind != "participle" for other in sentence.clauses)


def verb_of(sentence: Sentence, clause: Clause) -> str:
    """The word that tells what happens in a clause; empty where none does."""
    verb = clause.verb if clause.predicate is None else clause.predicate
    return "" if verb is None else sentence.tokens[verb].text


def place_of(sentence: Sentence, chunk: Chunk, table: Table) -> str:
    """What the preposition of a phrase makes of it."""
    word = "" if chunk.preposition is None else sentence.tokens[chunk.preposition].low
    place: str = table["places"].get(word, "")
    return place


def span_of(sentence: Sentence, first: int, last: int) -> Span:
    """From one token up to another, in characters of the document."""
    return Span(sentence.tokens[first].span.start, sentence.tokens[last - 1].span.end)


def names_of(sentence: Sentence, first: int, last: int) -> frozenset[str]:
    """The capitalised words between two tokens."""
    named = (each.text for each in sentence.tokens[first:last] if each.roles & CAPITAL)
    return frozenset(name for name in named if len(name) > 2 and not name[0].isdigit())
