"""Whether a source says as a fact what a clause of the draft says, or denies it, plans it, only thinks of it.

Two clauses tell one thing if they have the verb in common, or the adjective where the verb is "be", and most of the
other words of the draft's clause stand in the sentence of the source; or if both take a side on one topic ("announced
cuts", "ruled out cuts"). One that tells it as the draft does is enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Literal, NamedTuple

from claimcheck.constraints.letters import only_names
from claimcheck.ground.fit import COMMON, rank
from claimcheck.ground.match import ALIKE, Index
from claimcheck.ground.mood import denies, is_denied, is_supposed, is_wanted, is_weighed
from claimcheck.ground.text import Text
from claimcheck.language.words import Words as Lexicon
from claimcheck.language.words import words_of
from claimcheck.languages.word_roles import PRONOUN
from claimcheck.model import Span
from claimcheck.model.analysis import Chunk, Clause, Sentence
from claimcheck.model.report import Evidence, Reason, Support

COVERED, COVERED_BARE = 0.5, 0.8
"""The share of a clause's other words that a sentence must have; all but all where the verb says nothing itself."""
FEWEST = 2
FOR = frozenset({"plan", "demand", "promise", "say", "think", "vote", "begin", "found", "build"})
NEUTRAL = frozenset({"think", "plan", "own", "stay"})
Side = Literal["for", "against", "open"]
Fault = tuple[Reason | None, Text, int]
"""What a sentence of a source says against a clause of the draft, if anything."""


class Deed(NamedTuple):
    """A clause of a text: its sentence, its tokens with content, and the one that says what is done, if any."""

    sentence: int
    held: Sentence
    clause: Clause
    tokens: tuple[int, ...]
    verb: int | None


Telling = Callable[[Text, Deed, Index], Iterator[Fault]]


def judge_deeds(draft: Text, indexes: Sequence[Index]) -> list[Support]:
    """A verdict for each clause that the sources tell, but never as the draft does."""
    found = []
    for deed in (each for sentence in range(len(draft.sentences)) for each in _deeds(draft, sentence)):
        told = _found(_held, draft, deed, indexes) or _found(_argued, draft, deed, indexes)
        reasons = [reason for reason, _, _ in told if reason is not None]
        if told and len(reasons) == len(told):
            found.append(_support(draft, deed, reasons[0], *told[0][1:]))
    return found


def _found(tell: Telling, draft: Text, deed: Deed, indexes: Sequence[Index]) -> list[Fault]:
    return list(chain.from_iterable(tell(draft, deed, index) for index in indexes))


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


def _held(draft: Text, deed: Deed, index: Index) -> Iterator[Fault]:
    """What each clause of a source that tells the same says against it, with its sentence."""
    source = index.text
    lead = _office(draft, deed) if deed.verb is None else deed.verb
    rest = [i for i in deed.tokens if i != lead]
    places = [at for at, _ in index.places(draft.words[lead])]
    if not rest or len(places) > COMMON:
        return
    sentences = {i: {source.sentence[at] for at, _ in index.places(draft.words[i])} for i in rest}
    enough = sum(rank(draft, i) for i in rest) * (COVERED_BARE if deed.verb is None else COVERED)
    for at in places:
        there = source.sentence[at]
        alike = 0 < enough <= sum(rank(draft, i) for i in rest if there in sentences[i])
        reason = _fault(draft, deed, lead, source, at) if alike else None
        reason = reason or _by_another(draft, deed, lead, index, at)
        if alike or reason is not None:
            yield reason, source, there


def _office(draft: Text, deed: Deed) -> int:
    """What somebody or something is said to be: the first noun of "the client was Norland", else the last word."""
    heads = {each.head for each in _bare(deed.clause)} if len(_bare(deed.clause)) > 1 else ()
    plain = (i for i in deed.tokens if i not in draft.named and deed.held.token_at(draft.starts[i]) in heads)
    return next(plain, deed.tokens[-1])


def _by_another(draft: Text, deed: Deed, lead: int, index: Index, at: int) -> Reason | None:
    """Whether a clause of a source tells of somebody else what one of the draft tells of somebody the source knows."""
    mine = _names(draft, deed.held, deed.clause)
    rest = [i for i in deed.tokens if i not in (*mine, lead)]
    if not mine or not (rest or deed.verb is None) or not _of_others(draft, deed.sentence, mine, index, at):
        return None
    return "roles" if _is_told(draft, rest, index, index.text.sentence[at]) else None


def _of_others(draft: Text, sentence: int, names: Sequence[int], index: Index, at: int) -> bool:
    """Whether the clause of a token of a source has names that the draft's sentence has not, and none of some names."""
    source, (held, clause) = index.text, _at(index.text, at)
    yours = _names(source, held, clause)
    beside = {i for i in source.tokens(source.sentence[at]) if clause.holds(held.token_at(source.starts[i]))}
    known = set().union(*(index.tokens(draft.words[i]) for i in draft.tokens(sentence)))
    places = [index.tokens(draft.words[i]) for i in names]
    return bool(yours) and known.isdisjoint(yours) and all(each and beside.isdisjoint(each) for each in places)


def _bare(clause: Clause) -> list[Chunk]:
    """The subject and the objects of a clause."""
    return [each for each in (clause.subject, *clause.objects) if each is not None]


def _names(text: Text, held: Sentence, clause: Clause) -> list[int]:
    """The tokens of the subject and the objects of a clause that tell who or what they are by name."""
    words = words_of(text.article.document.language or "")
    ends = ((held.tokens[each.first].span.start, held.tokens[each.last - 1].span.end) for each in _bare(clause))
    tokens = [i for first, last in ends for i in text.at(Span(first, last))]
    return [i for i in tokens if i in text.telling or (words and _is_only_name(text, words, i))]


def _is_only_name(text: Text, words: Lexicon, i: int) -> bool:
    return text.capital[i] and only_names(words, text.prose[text.starts[i] : text.ends[i]])


def _argued(draft: Text, deed: Deed, index: Index) -> Iterator[Fault]:
    """What each clause of a source that takes a side on the topic of one of the draft says against it."""
    source, rest = index.text, [i for i in deed.tokens if i != deed.verb]
    ours = None if deed.verb is None else _side(draft, deed.held, deed.clause)
    for at in [] if ours is None else _topic_places(draft, deed, index):
        theirs = _side_on(source, at)
        if ours and theirs and _is_told(draft, rest, index, source.sentence[at]):
            yield _parted(ours, theirs), source, source.sentence[at]


def _topic_places(draft: Text, deed: Deed, index: Index) -> list[int]:
    """Where a source has what a clause of the draft is about, in the same word or one that means the same."""
    topics = [i for i in deed.tokens if i != deed.verb and _is_topic(draft, deed.held, deed.clause, i)]
    return [at for i in topics[-1:] for at, how in index.places(draft.words[i])[:COMMON] if how > ALIKE]


def _side_on(text: Text, token: int) -> Side | None:
    """How the clause of a token stands to it, where it is what the clause is about."""
    there = _at(text, token)
    return _side(text, *there) if _is_topic(text, *there, token) else None


def _parted(ours: Side, theirs: Side) -> Reason | None:
    if theirs == "open":
        return None if ours == "open" else "status"
    return "negation" if {ours, theirs} == {"for", "against"} else None


def _side(text: Text, held: Sentence, clause: Clause) -> Side | None:
    """How a clause stands to what it is about; None where its verb takes no side."""
    if clause.lemma in text.language.weighing:
        return None if clause.negated else "open"
    against = denies(text, held, clause)
    exists = clause.negated and (not clause.senses or not NEUTRAL.isdisjoint(clause.senses))
    if not (against or exists or not FOR.isdisjoint(clause.senses)):
        return None
    return "against" if against != clause.negated else "for"


def _is_topic(text: Text, held: Sentence, clause: Clause, token: int) -> bool:
    """Whether a token is the noun of a phrase of its clause, and no name."""
    at = held.token_at(text.starts[token])
    return token not in text.named and any(
        at == each.head for each in (*clause.objects, *clause.adjuncts, clause.subject) if each
    )


def _is_told(draft: Text, tokens: Sequence[int], index: Index, there: int) -> bool:
    """Whether a sentence of a source, or with a pronoun that and the one before, has all but all of some words."""
    source = index.text
    spoken = any(source.words[i].roles & PRONOUN for i in source.tokens(there))
    reach = {there, there - 1} if spoken else {there}
    known = [i for i in tokens if any(source.sentence[at] in reach for at, _ in index.places(draft.words[i]))]
    return sum(rank(draft, i) for i in known) >= COVERED_BARE * sum(rank(draft, i) for i in tokens)


def _at(text: Text, token: int) -> tuple[Sentence, Clause]:
    analysis = text.article.analysis
    assert analysis is not None
    held = analysis.sentence(text.sentence[token])
    return held, held.clauses[held.owners[held.token_at(text.starts[token])]]


def _fault(draft: Text, deed: Deed, lead: int, source: Text, at: int) -> Reason | None:
    """What speaks against two clauses telling one thing alike, by the tokens that say what is done."""
    there = _at(source, at)
    if is_denied(draft, deed.held, deed.clause, lead) != is_denied(source, *there, at):
        return "negation"
    fact = not is_wanted(draft, deed.held, deed.clause) and not is_weighed(draft, deed.held, deed.clause)
    done = deed.clause.tense in ("past", "perfect") or deed.clause.passive
    loose = is_supposed(source, *there) or is_weighed(source, *there)
    return "status" if fact and done and loose else None


def _support(draft: Text, deed: Deed, reason: Reason, source: Text, there: int) -> Support:
    document = draft.article.document
    subject = deed.clause.subject
    by = () if subject is None else range(subject.first, subject.last)
    told = [i for i in deed.tokens if deed.held.token_at(draft.starts[i]) not in by] or deed.tokens
    span = Span(draft.starts[told[0]], draft.ends[told[-1]])
    place = source.sentences[there]
    evidence = Evidence(source.path, place, source.article.document.text[place.start : place.end])
    return Support(draft.path, span, document.text[span.start : span.end], "contradicted", reason, (evidence,))
