"""What becomes of something by the headline, and the opposite by the clauses or the numbers of the text below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.constraints.headlines import denied, side_of, words_for
from claimcheck.constraints.leading import leads
from claimcheck.language.words import Words, words_of
from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import NOUN, NUMBER, PRONOUN
from claimcheck.model.analysis import Analysis, Chunk, Clause, Sentence
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Judged, JudgedKind
from claimcheck.model.interval import bounds, percent_change
from claimcheck.model.span import Span
from claimcheck.statements.agreement import nouns_agree
from claimcheck.statements.concepts import concepts
from claimcheck.statements.dimension import comparable
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import DOWN, UP, Statement, Statements

FIRST = 3
"""So many sentences below a headline tell what it tells."""
STEM = 5
OPPOSITES: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset({"rise", "raise"}), frozenset({"fall", "lower"})),
    (frozenset({"win"}), frozenset({"lose"})),
    (frozenset({"acquit"}), frozenset({"sentence"})),
    (frozenset({"buy"}), frozenset({"sell"})),
    (frozenset({"die"}), frozenset({"rescue"})),
    (frozenset({"appoint", "hire"}), frozenset({"dismiss"})),
)
OF_SUBJECT: frozenset[str] = frozenset({"win", "lose", "buy", "sell"})
COUNTS = frozenset({"total", "share", "counter"})
WAYS = frozenset({"rise", "fall"})
MOVES = frozenset({"raise", "lower"})
SET_BESIDE = frozenset({"baseline", "instead"})
OLD = frozenset({"old", "earlier", "baseline", "instead", "before_that"})


def outcomes(statements: Statements) -> Iterator[Judged]:
    """Every clause of the headline whose verb the first sentences turn round, and every rise or fall in it that the old
    and new number of the first sentences deny.
    """
    article = statements.article
    head, analysis = article.document.headline, article.analysis
    words = words_of(article.document.language or "")
    if head is None or analysis is None or words is None:
        return
    above = [at for at, span in enumerate(analysis.spans) if span.end <= head.end]
    below = range(len(above), min(len(above) + FIRST, len(analysis.spans)))
    for sentence in map(analysis.sentence, above):
        for clause in filter(_is_said, sentence.clauses):
            against = _denied(words, analysis, sentence, clause, below)
            if against is not None:
                yield denied(_kind(words, *against), _words(sentence, clause), _words(*against))
                return
    yield from _numbers(words, statements, above, below)


def acquitted(statements: Statements) -> Iterator[Judged]:
    """The penalty of somebody whom the only verdict of the text acquits: "… acquitted him. He was given three years in
    prison."
    """
    prose, code = statements.article.document.prose, statements.article.document.language or ""
    low = prose.lower()
    verdicts = [*side_of(code, 0, 0).finditer(low)] if extra(code, "headlines") else []
    only = len(verdicts) == 1 and not side_of(code, 0, 1).search(low) and not words_for(code, "earlier").search(low)
    for verdict in verdicts if only else ():
        end = statements.analysis.spans[statements.analysis.number(verdict.start()) :][:FIRST][-1].end
        for match in words_for(code, "penalties").finditer(low, verdict.end(), end):
            if _gets(statements.analysis, match.start()):
                other, name = (Part(Span(*each.span()), prose[each.start() : each.end()]) for each in (verdict, match))
                values, shown = (("name", name.text), ("other", other.text)), f"{other.text} ≠ {name.text}"
                yield Judged("side", False, (("claim", name), ("other", other)), values, shown, "anaphor")
                return


def _gets(analysis: Analysis, offset: int) -> bool:
    """Whether the main clause at an offset tells what a pronoun gets or must bear now."""
    sentence = analysis.at(offset)
    clause = None if sentence is None else sentence.clause_at(offset)
    if clause is None or (clause.kind, clause.mood, clause.negated) != ("main", "indicative", False):
        return False
    now = clause.tense in ("present", "past") and clause.modal in (None, "necessity")
    return now and clause.subject is not None and clause.subject.pronoun


def _is_said(clause: Clause) -> bool:
    """Whether a clause tells a fact."""
    told = clause.kind != "infinitive" and clause.modal is None and clause.mood == "indicative"
    return bool(clause.senses) and told and not clause.negated


def _sides(clause: Clause) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """The senses a clause tells and those that deny it; none where the verb has senses of both."""
    for pair in OPPOSITES:
        for said, other in (pair, pair[::-1]):
            if said.intersection(clause.senses) and not other.intersection(clause.senses):
                yield said, other


Told = tuple[Sentence, Clause]


def _denied(words: Words, analysis: Analysis, head: Sentence, clause: Clause, below: range) -> Told | None:
    """The clause whose verb has the opposite sense of the same thing, where no other says what the headline does."""
    sides = [*_sides(clause)]
    read = map(analysis.sentence, below if sides else ())
    told = [(sentence, each) for sentence in read for each in sentence.clauses]
    for said, other in sides:
        theme = _theme(words, head, clause, said | other)
        found = next((each for each in _of_sense(told, other) if theme & _theme(words, *each, said | other)), None)
        if found is not None and not any(said.intersection(each.senses) for _, each in told):
            return found
    return None


def _of_sense(told: Sequence[Told], senses: frozenset[str]) -> Iterator[Told]:
    """The clauses that tell such a thing as a fact."""
    return (each for each in told if senses.intersection(each[1].senses) and _is_said(each[1]))


def _kind(words: Words, sentence: Sentence, clause: Clause) -> JudgedKind:
    """An outcome where the clause tells of a rise or fall without a number, which may be that of another time, or where
    what it tells to be raised or lowered is nothing to measure ("a mast").
    """
    numbers = (at for at, token in enumerate(sentence.tokens) if token.roles & NUMBER)
    if WAYS.intersection(clause.senses):
        return "direction" if any(map(clause.holds, numbers)) else "outcome"
    chunks = filter(None, (clause.subject, *clause.objects))
    measured = any(_measured(words, sentence, each) for each in chunks)
    return "direction" if measured or MOVES.isdisjoint(clause.senses) else "outcome"


def _theme(words: Words, sentence: Sentence, clause: Clause, senses: frozenset[str]) -> set[str]:
    """The stems of what a clause tells something of: its object, without one its subject; of some verbs the subject."""
    subject = () if clause.subject is None else (clause.subject,)
    chunks = clause.objects if clause.objects and not clause.passive and senses.isdisjoint(OF_SUBJECT) else subject
    named = {stem for chunk in chunks for stem in _stems(words, sentence, chunk)}
    moved = subject if WAYS.intersection(clause.senses) else chunks
    return named if senses.isdisjoint(UP | DOWN) else named.union(*(_measured(words, sentence, each) for each in moved))


def _measured(words: Words, sentence: Sentence, chunk: Chunk) -> Sequence[str]:
    """What the head of a phrase is a measure of, whatever it is called: "shares" and "stock", "Umsatz" and "Erlöse"."""
    return concepts(words.code).noun(sentence.tokens[chunk.head].low)


def _stems(words: Words, sentence: Sentence, chunk: Chunk) -> Iterator[str]:
    """The beginnings of its nouns, but for those that only say that something is counted ("number", "share")."""
    for token in sentence.tokens[chunk.first : chunk.last]:
        noun = token.roles & NOUN and not token.roles & PRONOUN and len(token.low) >= STEM - 1
        if noun and COUNTS.isdisjoint(words.senses_of_noun(token.text)):
            yield token.low[:STEM]


def _words(sentence: Sentence, clause: Clause) -> Part:
    """The verb of a clause."""
    at = clause.predicate if clause.predicate is not None else clause.verb
    token = sentence.tokens[at or 0]
    return Part(token.span, token.text)


def _numbers(words: Words, table: Statements, above: Sequence[int], below: range) -> Iterator[Judged]:
    """The only old and new number of one thing in the first sentences, against the rise or fall of the headline and
    against its percentage.
    """
    ways = [(cue, at) for at in above for cue in table.cues(at, WAYS.__contains__) if _is_way(table, cue, at)]
    pairs = [pair for number in below for pair in _pairs(table, number)] if len(ways) == 1 else []
    if len(pairs) == 1 and _is_about(words, table, above, below, pairs[0]):
        named = bool(_named(words, table, above) & _theme(words, pairs[0][1].held, pairs[0][1].verb, frozenset()))
        yield from _held_against(table, *ways[0], *pairs[0], named=named)


def _held_against(
    table: Statements, cue: Cue, at: int, old: Statement, new: Statement, *, named: bool
) -> Iterator[Judged]:
    """The rise or fall of a headline against two numbers of the text, and if these are told of what the headline names
    the percentage that is its only number.
    """
    before, now = bounds(old.value), bounds(new.value)
    rises = percent_change(before, now)
    sizes = [each for each in table.within(at) if each.value.unit == "percent"]
    if rises is None or before.meets(now) or [*table.within(at)] != sizes[:1]:
        return
    up, told_up = rises.positive(), "rise" in cue.roles
    first, last = sorted((old.claim.span, new.claim.span))
    text = Part(Span(first.start, last.end), table.article.document.prose[first.start : last.end])
    yield denied("direction", _cue(table, cue, at), text, fits=up is told_up)
    for size in sizes if named and up is told_up else ():
        said = bounds(size.value) if up else -bounds(size.value)
        yield denied("direction", Part(size.claim.span, size.claim.text), text, fits=said.meets(rises))


def _cue(table: Statements, cue: Cue, at: int) -> Part:
    tokens = table.analysis.sentence(at).tokens[cue.first : cue.last]
    return Part(Span(tokens[0].span.start, tokens[-1].span.end), " ".join(token.text for token in tokens))


def _is_way(table: Statements, cue: Cue, at: int) -> bool:
    """Whether a word tells of a rise or a fall, and is no loss of money."""
    if len(cue.roles & WAYS) != 1:
        return False
    words, sentence = words_of(table.article.document.language or ""), table.analysis.sentence(at)
    clause = sentence.clauses[sentence.owners[cue.first]]
    noun = sentence.tokens[cue.last - 1].text
    return words is not None and not clause.modal and "money" not in words.senses_of_noun(noun)


def _is_about(
    words: Words, table: Statements, above: Sequence[int], below: range, pair: tuple[Statement, Statement]
) -> bool:
    """Whether the first sentences speak of what the headline names, and the clause of the numbers of nothing else that
    rises or falls.
    """
    named = _named(words, table, above)
    text = " ".join(token.low for at in below for token in table.analysis.sentence(at).tokens)
    if all(each.way for each in pair):
        return bool(named & _theme(words, pair[1].held, pair[1].verb, frozenset()))
    return any(stem in text for stem in named)


def _named(words: Words, table: Statements, above: Sequence[int]) -> set[str]:
    """The stems of the nouns of a headline."""
    heads = [table.analysis.sentence(at) for at in above]
    return {stem for head in heads for chunk in head.chunks for stem in _stems(words, head, chunk)}


def _pairs(table: Statements, number: int) -> Iterator[tuple[Statement, Statement]]:
    """Each number of a sentence that is an old one, with the only new one of its thing in it or right before it."""
    near = [*table.within(number - 1), *table.within(number)]
    for old in filter(_is_old, table.within(number)):
        news = [each for each in near if each is not old and _is_of_kind(each, old)]
        if len(news) == 1 and not _is_old(news[0]) and _is_one(news[0], old):
            yield old, news[0]


def _is_old(each: Statement) -> bool:
    """Whether words before a number tell that it was."""
    return bool(each.lead & OLD) or leads(each, "from_")


def _is_of_kind(one: Statement, other: Statement) -> bool:
    """Whether two numbers can be compared; what the one is per need not be said with the other again."""
    return comparable(one.claim, other.claim) or (one.value.unit is not None and one.value.unit == other.value.unit)


def _is_one(one: Statement, other: Statement) -> bool:
    """Whether two numbers are of one thing; in one sentence it need not be named twice."""
    agree = nouns_agree(one, other)
    joined = one.place == other.place and ("to" in one.lead or bool(other.lead & SET_BESIDE)) and one.value.unit
    return _is_amount(one) and _is_amount(other) and (bool(agree) or (agree is None and bool(joined)))


def _is_amount(each: Statement) -> bool:
    """Whether it is one number above zero, and neither a percentage nor an age."""
    percent = each.value.unit in ("percent", "percentage_point")
    return bool(each.value.number and each.value.number > 0) and not percent and each.concept != "age"
