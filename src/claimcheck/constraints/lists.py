"""A number of things that are then named: "three countries: Poland, Hungary and Spain", and the names before a rank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import takewhile

from claimcheck.constraints.named import Run, is_usual, runs_of
from claimcheck.constraints.operands import counted
from claimcheck.languages.word_roles import (
    ADJECTIVE,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    MARK,
    NOUN,
    NUMBER,
    OPEN,
    QUOTE,
    SEMICOLON,
)
from claimcheck.model import Claim, Measure
from claimcheck.model.analysis import Chunk, Clause, Sentence
from claimcheck.model.figures import Listed, Ranked
from claimcheck.model.span import Word
from claimcheck.statements.dimension import exact, whole
from claimcheck.statements.phrases import Cue, Cues
from claimcheck.statements.statement import NONE, Statement, Statements

FEW = range(2, 13)
FAR, CLOSE_BY, DASHED = 12, 5, 8
"""So many tokens at most stand between a number and its list, behind "both", or up to a dash."""
CERTAIN = 8
"""Longer words say more than an ordinal does: "zweitgrößte", "second-largest"."""


def lists(table: Statements) -> Iterator[Listed]:
    """Every number of two to twelve things, and "both", with the complete list of names behind it."""
    for at in table.numbered():
        for each in table.within(at):
            run = _behind(table, each) if _is_few(each) else None
            if run is not None:
                yield _listed(table, at, each.claim, run, "things and their names")
    for at in _holding(table, table.relations["both"]):
        yield from _both(table, at)


def _holding(table: Statements, words: Iterable[str]) -> list[int]:
    """The sentences that hold one of some words."""
    low = table.article.document.prose.lower()
    found: set[int] = set()
    for word in words:
        at = low.find(word)
        while at >= 0:
            found.add(table.analysis.number(at))
            at = low.find(word, at + len(word))
    return sorted(found - {-1})


def _is_few(each: Statement) -> bool:
    """Whether it counts a few things, and no part of more: "two of the four members – Lindow and Marbeck –"."""
    counts = each.claim.type == "quantity" and each.value.unit in (None, "person") and whole(each.claim)
    return counts and exact(each.claim) in FEW and counted(each) is not None and "of" not in each.touching


def _behind(table: Statements, each: Statement) -> Run | None:
    """The list behind a number: after a colon, a dash, a bracket, "namely", or "are" after a noun that asks for it."""
    ahead = range(each.last, min(len(each.held.tokens), each.last + FAR))
    named = "listable" in each.behind and not any(each.held.role(at) & COLON for at in ahead)
    for at in ahead:
        cue, role = each.near.at(at), each.held.role(at)
        roles = NONE if cue is None else cue.roles
        if _mark_opens(each, at, role):
            run = _run_at(table, each.sentence, at + 1)
            return None if run is None or _is_of_sentence(run, names=bool(role & COMMA)) else run
        if cue is not None and ("list_follows" in roles or (named and "copula" in roles and at == each.last + 1)):
            return _run_at(table, each.sentence, cue.last)
        if role & (NUMBER | SEMICOLON) or "open" in roles:
            return None
    return None


def _is_of_sentence(run: Run, *, names: bool) -> bool:
    """Whether what stands behind a mark only goes on: "all three wins, against Lindow and Marbeck"."""
    return run[0].preposition is not None or (names and not all(each.name for each in run))


def _mark_opens(each: Statement, at: int, role: int) -> bool:
    """Whether a list opens at a mark; behind "all three men," it does at a comma."""
    dash = role & DASH and at - each.last <= DASHED
    return bool(role & (COLON | OPEN) or dash or ("all_of" in each.touching and role & COMMA and at - each.last <= 1))


def _run_at(table: Statements, number: int, start: int) -> Run | None:
    """The list that begins with a token and is all there is up to the next mark, its members built alike."""
    sentence = table.analysis.sentence(number)
    quoted = bool(sentence.role(start) & QUOTE)
    run = _from(sentence, start + quoted)
    if not run or not _is_closed(sentence, run, capitals=table.relations["capitals"]):
        return None
    one = "joined_names" in table.cues(number).roles(start, run[-1].last)
    return run if not one and (quoted or _are_alike(sentence, run)) else None


def _from(sentence: Sentence, start: int) -> Run:
    """What a list in a sentence has from a token on, where a member begins there; none without two members."""
    runs = (tuple(each for each in run if each.first >= start) for run in runs_of(sentence))
    return next((run for run in runs if len(run) > 1 and run[0].first == start), ())


def _is_closed(sentence: Sentence, run: Run, *, capitals: bool) -> bool:
    """Whether a mark follows the list, and "and" stands in it once; with `capitals` no comma may stand before it."""
    tokens, (_, last) = sentence.tokens, _words(sentence, run)
    joints = [at for at in range(run[0].first, last) if tokens[at].roles & COORDINATOR]
    ended = last >= len(tokens) or bool(tokens[last].roles & MARK)
    return ended and len(joints) == 1 and not (capitals and tokens[joints[0] - 1].roles & COMMA)


def _are_alike(sentence: Sentence, run: Run) -> bool:
    """Whether all members have an article or none has, and are equally long: else one may only explain another."""
    lengths = {each.last - each.first - (each.preposition is not None) for each in run}
    names = {bool(sentence.tokens[each.head].roles & CAPITAL) for each in run}
    plain = not any(each.of or each.pronoun or each.number is not None for each in run)
    alike = len(names) == len({each.determiner is None for each in run}) == 1
    return plain and alike and max(lengths) - min(lengths) <= 1


def _both(table: Statements, at: int) -> Iterator[Listed]:
    """As in "Both plants, at Lindow, Marbeck and Dassow, will close": two that are followed by three names or more."""
    for cue in table.cues(at, "both".__eq__):
        sentence = table.analysis.sentence(at)
        noun = sentence.chunk_at(sentence.tokens[cue.first].span.start) if "both" in cue.roles else None
        marks = () if noun is None else range(noun.last, min(len(sentence.tokens), noun.last + CLOSE_BY))
        mark = next((n for n in marks if sentence.tokens[n].roles & (COMMA | DASH)), None)
        run = None if mark is None else _run_at(table, at, mark + 1)
        if run is not None and len(run) > 2:
            word = table.word(at, cue.first, cue.last)
            stated = Claim("quantity", word.span, word.text, Measure(Decimal(2)))
            yield _listed(table, at, stated, run, "two things and more than two names")


def _listed(table: Statements, at: int, stated: Claim, run: Run, reason: str) -> Listed:
    first, last = _words(table.analysis.sentence(at), run)
    return Listed(stated, table.word(at, first, last), (len(run),), reason)


def _words(sentence: Sentence, run: Run) -> tuple[int, int]:
    """Where the words of a list begin and end, with the quotation marks around them."""
    tokens, first, last = sentence.tokens, run[0].first, run[-1].last
    if not tokens[run[-1].first - 1].roles & QUOTE:
        return _head(run[0]), last
    return first - 1, next((at + 1 for at in range(last, len(tokens)) if tokens[at].roles & QUOTE), last)


def ranks(table: Statements) -> Iterator[Ranked]:
    """Every rank in words or after a word such as "place", with the names that stand before it."""
    for at in _holding(table, table.relations["behind"]):
        ranked = [each for each in map(partial(_place, table, at), table.cues(at)) if each is not None]
        yield from (found for rank in ranked[:1] if (found := _ahead(table, at, *rank)) is not None)
        if table.tells(at, "better".__eq__):
            yield from _overtaken(table, at)


def _overtaken(table: Statements, at: int) -> Iterator[Ranked]:
    """The only rank of a sentence or of the one before with those who are named in a clause that says who was better:
    "She came third. Only Ana Pell was faster."
    """
    for clause in table.analysis.sentence(at).clauses:
        said = [cue for cue in table.cues(at) if clause.holds(cue.first)]
        names = _better(table, at, clause, said) if _tells_better(clause, said) else []
        found = _only_place(table, at, clause) if names and _act(clause, names, said) else None
        if found is not None:
            whole, alone = table.word(at, _head(names[0]), names[-1].last), _says(said, "alone")
            yield Ranked(found[1], found[0], whole, len(names), alone, "a rank and those who were better")


def _says(said: Sequence[Cue], role: str) -> bool:
    return any(role in cue.roles for cue in said)


def _tells_better(clause: Clause, said: Sequence[Cue]) -> bool:
    """Whether a clause says of its subject that it is better, and than nobody else: "was faster"."""
    near = any("better" in cue.roles and cue.first - 1 <= (clause.verb or 0) <= cue.last for cue in said)
    alone, better = _says(said, "alone"), _says(said, "better")
    told = alone or (not clause.negated and (near or _says(said, "copula")))
    return told and better and not _says(said, "than")


def _act(clause: Clause, names: Sequence[Chunk], said: Sequence[Cue]) -> bool:
    """Whether those named are the subject of a clause, which "Faster was only Ana Pell" may begin otherwise."""
    words = [cue.first for cue in said if "better" in cue.roles]
    return clause.subject in names or (clause.subject is not None and clause.subject.head in words)


def _better(table: Statements, at: int, clause: Clause, said: Sequence[Cue]) -> list[Chunk]:
    """The names of a clause outside brackets and prepositions, up to a word such as "followed by"."""
    sentence = table.analysis.sentence(at)
    end = min((cue.first for cue in said if "followed" in cue.roles), default=len(sentence.tokens))
    inside = [each for each in sentence.chunks if each.first < end and clause.holds(each.head)]
    return [each for each in inside if _is_name(table, sentence, each)]


def _is_name(table: Statements, sentence: Sentence, chunk: Chunk) -> bool:
    """Whether a phrase names somebody, and stands in no brackets and behind no preposition."""
    if not chunk.name or chunk.preposition is not None or chunk.of or sentence.role(chunk.first - 1) & OPEN:
        return False
    head = sentence.tokens[chunk.head]
    return not is_usual(head) or any(each.span.end == head.span.end for each in table.article.mentions)


def _only_place(table: Statements, at: int, better: Clause) -> tuple[int, Word] | None:
    """The only rank that another clause of the sentence tells, else that of the sentence before."""
    here = [each for each in _told_places(table, at) if not better.holds(each[2])]
    found = here or (_told_places(table, at - 1) if better.first <= 1 else [])
    return (found[0][0], found[0][1]) if len(found) == 1 and found[0][0] > 1 else None


def _told_places(table: Statements, at: int) -> list[tuple[int, Word, int]]:
    """The ranks of a sentence that stand for themselves or before a superlative: "came third", "third-largest"."""
    cues = table.cues(at) if table.analysis.written(at) else Cues(())
    told = (each for each in map(partial(_place, table, at), cues) if each is not None)
    told = (each for each in told if _stands(table, at, each[1]))
    return [(number, table.word(at, first, cue.last), cue.first) for number, cue, first in told]


def _stands(table: Statements, at: int, cue: Cue) -> bool:
    """Whether a rank orders no noun: "came third", "the third-largest town", but not "the third day"."""
    place = "label" in table.cues(at).roles(cue.last, cue.last + 1)
    orders = table.analysis.sentence(at).role(cue.last) & (NOUN | ADJECTIVE | NUMBER | CAPITAL)
    return place or _is_certain(table, at, cue) or not orders


def _place(table: Statements, at: int, cue: Cue) -> tuple[int, Cue, int] | None:
    """A rank with its words, and where these begin: "zweitgrößte", "second", "Platz drei"."""
    before = table.cues(at).before(cue.first)
    label = before is not None and "label" in before.roles
    for role in sorted(cue.roles):
        kind, _, number = role.partition(":")
        if kind == "rank" or (kind == "cardinal" and label and _ends_phrase(table, at, cue)):
            return int(number), cue, cue.first if before is None or not label else before.first
    return None


def _ends_phrase(table: Statements, at: int, cue: Cue) -> bool:
    """Whether nothing is counted: "number one", not "the number one single", "14 Uhr einen Gast"."""
    sentence = table.analysis.sentence(at)
    chunk = sentence.chunk_at(sentence.tokens[cue.first].span.start)
    return chunk is None or chunk.head < cue.last


def _ahead(table: Statements, at: int, place: int, rank: Cue, first: int) -> Ranked | None:
    """The rank with those who are named before it."""
    cues, sentence = table.cues(at), table.analysis.sentence(at)
    certain = first == rank.first and _is_certain(table, at, rank)
    for cue in (each for each in cues if 0 <= each.first - rank.last <= CLOSE_BY):
        marked = bool(sentence.role(cue.first - 1) & COMMA)
        said = "behind" in cue.roles or ("after" in cue.roles and (certain or marked))
        run = _names(sentence, cue) if said or (marked and "alone" in cue.roles) else ()
        better = "better" in cues.roles(run[-1].last, run[-1].last + CLOSE_BY) if run else False
        if said or better:
            return _ranked(table, at, place, table.word(at, first, rank.last), run, alone=better or _alone(cues, cue))
    return None


def _is_certain(table: Statements, at: int, rank: Cue) -> bool:
    """Whether a word can be nothing but a rank: "second-largest"."""
    return rank.last - rank.first > 1 or len(table.analysis.sentence(at).tokens[rank.first].text) > CERTAIN


def _alone(cues: Cues, cue: Cue) -> bool:
    """Whether a word says that there are no others before it: "only behind", "behind only"."""
    return "alone" in cues.roles(cue.first - 1, cue.last + 1)


def _ranked(table: Statements, at: int, place: int, word: Word, run: Run, *, alone: bool) -> Ranked | None:
    if not run:
        return None
    names = table.word(at, _head(run[0]), run[-1].last)
    return Ranked(word, place, names, len(run), alone, "a rank and those before it")


def _head(chunk: Chunk) -> int:
    return chunk.first if chunk.preposition is None else chunk.preposition + 1


def _names(sentence: Sentence, cue: Cue) -> Run:
    """The names behind a word; none where it is not certain that they are names."""
    first = next((each for each in sentence.chunks if each.first in range(cue.first, cue.last + 2)), None)
    if first is None or not first.name:
        return ()
    run = next((each for each in runs_of(sentence) if first in each), (first,))
    run = (first, *takewhile(lambda each: each.preposition is None, run[run.index(first) + 1 :]))
    return run if all(each.name for each in run) else ()
