"""Whether a source says as a fact what a clause of the draft says, or denies it, plans it, only thinks of it.

Two clauses tell one thing if they have the verb in common, or the adjective where the verb is "be", and most of the
other words of the draft's clause stand in the sentence of the source. One that tells it as the draft does is enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.ground.fit import COMMON, rank
from claimcheck.ground.match import Index
from claimcheck.ground.slots import is_supposed, is_wanted
from claimcheck.ground.text import Text
from claimcheck.model import Span
from claimcheck.model.analysis import Clause, Sentence
from claimcheck.model.report import Evidence, Reason, Support

COVERED, COVERED_BARE = 0.5, 0.8
"""The share of a clause's other words that a sentence must have; all but all where the verb says nothing itself."""
FEWEST = 2


class Deed(NamedTuple):
    """A clause of a text: its sentence, its tokens with content, and the one that says what is done, if any."""

    sentence: int
    held: Sentence
    clause: Clause
    tokens: tuple[int, ...]
    verb: int | None


def judge_deeds(draft: Text, indexes: Sequence[Index]) -> list[Support]:
    """A verdict for each clause that the sources tell, but never as the draft does."""
    found = []
    for deed in (each for sentence in range(len(draft.sentences)) for each in _deeds(draft, sentence)):
        faults = [each for index in indexes for each in _held(draft, deed, index)]
        if faults and all(reason is not None for reason, _, _ in faults):
            reason, text, there = faults[0]
            assert reason is not None
            found.append(_support(draft, deed, reason, text, there))
    return found


def _deeds(text: Text, sentence: int) -> Iterator[Deed]:
    """The clauses of a sentence that say something."""
    analysis = text.article.analysis
    if analysis is None:
        return
    held = analysis.sentence(sentence)
    by_owner: dict[int, list[int]] = {}
    for i in text.tokens(sentence):
        if i not in text.quoted and text.words[i].content and i not in text.in_numbers:
            by_owner.setdefault(held.owners[held.token_at(text.starts[i])], []).append(i)
    for number, tokens in by_owner.items():
        clause = held.clauses[number]
        verb = _verb(text, held, clause)
        if clause.verb is not None and len(tokens) + (verb is None) >= FEWEST:
            yield Deed(sentence, held, clause, tuple(tokens), verb)


def _verb(text: Text, held: Sentence, clause: Clause) -> int | None:
    """The token of the full verb, None where it has no content."""
    if clause.predicate is None:
        return None
    tokens = text.at(held.tokens[clause.predicate].span)
    return tokens[0] if tokens and text.words[tokens[0]].content else None


def _held(draft: Text, deed: Deed, index: Index) -> Iterator[tuple[Reason | None, Text, int]]:
    """What each clause of a source that tells the same says against it, with its sentence."""
    source = index.text
    lead = deed.tokens[-1] if deed.verb is None else deed.verb
    rest = [i for i in deed.tokens if i != lead]
    places = [at for at, _ in index.places(draft.words[lead])]
    if not rest or len(places) > COMMON:
        return
    sentences = {i: {source.sentence[at] for at, _ in index.places(draft.words[i])} for i in rest}
    enough = sum(rank(draft, i) for i in rest) * (COVERED_BARE if deed.verb is None else COVERED)
    for at in places:
        there = source.sentence[at]
        if 0 < enough <= sum(rank(draft, i) for i in rest if there in sentences[i]):
            yield _fault(draft, deed, source, _at(source, at)), source, there


def _at(text: Text, token: int) -> tuple[Sentence, Clause]:
    analysis = text.article.analysis
    assert analysis is not None
    held = analysis.sentence(text.sentence[token])
    return held, held.clauses[held.owners[held.token_at(text.starts[token])]]


def _fault(draft: Text, deed: Deed, source: Text, there: tuple[Sentence, Clause]) -> Reason | None:
    """What speaks against two clauses telling one thing alike."""
    if _denied(draft, deed.held, deed.clause) != _denied(source, *there):
        return "negation"
    fact = not is_wanted(deed.held, deed.clause) and not _weighed(draft, deed.held, deed.clause)
    done = deed.clause.tense in ("past", "perfect") or deed.clause.passive
    loose = is_supposed(*there) or _weighed(source, *there)
    return "status" if fact and done and loose else None


def _denied(text: Text, held: Sentence, clause: Clause) -> bool:
    """Whether a clause is denied, by itself or by the one it hangs on: "we cannot say that"."""
    above = None if clause.parent is None or clause.kind == "relative" else held.clauses[clause.parent]
    return clause.negated != (above is not None and above.negated)


def _weighed(text: Text, held: Sentence, clause: Clause) -> bool:
    """Whether what a clause says is only thought of: "considers selling"."""
    above = None if clause.parent is None else held.clauses[clause.parent]
    return any(each is not None and each.lemma in text.language.weighing for each in (clause, above))


def _support(draft: Text, deed: Deed, reason: Reason, source: Text, there: int) -> Support:
    document = draft.article.document
    span = Span(draft.starts[deed.tokens[0]], draft.ends[deed.tokens[-1]])
    place = source.sentences[there]
    evidence = Evidence(source.path, place, source.article.document.text[place.start : place.end])
    return Support(draft.path, span, document.text[span.start : span.end], "contradicted", reason, (evidence,))
