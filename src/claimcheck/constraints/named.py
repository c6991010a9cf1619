"""Several who are named, and the words that take them up with a number: "both", "all three", "the trio"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache

from claimcheck.constraints.recounts import is_narrowed
from claimcheck.languages import load
from claimcheck.languages.word_roles import BE, CAPITAL, COMMA, COORDINATOR, DASH, MARK, NOUN, QUOTE, USUAL_NOUN
from claimcheck.model import Claim, Measure, Span
from claimcheck.model.analysis import Chunk, Sentence, Token
from claimcheck.model.figures import Listed
from claimcheck.model.span import Word
from claimcheck.statements.dimension import exact, whole
from claimcheck.statements.dimension import number as number_of
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import Statement, Statements

SIZE = "size:"
BACK = 2
"""So many sentences before the names may stand."""
FIRST, MOST, MANY = 2, 6, 20
SHORT = 4
"""So many tokens at most lie between a list and the dash with its number, and two more."""
"""Words that take up who was named stand at the head of a sentence, and never count more than six."""
Run = tuple[Chunk, ...]


def named(table: Statements) -> Iterator[Listed]:
    """Every number at the head of a sentence that takes up those whom a sentence before names in one list, or that the
    next sentence names ("They are …"), or that stands behind a dash after them.
    """
    words = _words(table.article.document.language or "")
    for at in table.numbered():
        yield from _identified(table, at)
        yield from _summed_up(table, at)
    for number in range(1, len(table.analysis.spans)):
        stated = _taken_up(table, number, words)
        found = None if stated is None else _told(table, number, stated)
        if stated is not None and found is not None:
            yield _listed(table, *found, stated, acting=True)


def _identified(table: Statements, number: int) -> Iterator[Listed]:
    """The only number of a sentence whose people or things the next one is a list of."""
    told = [each for each in table.within(number) if _counts(each)]
    run = _who_they_are(table, number + 1) if len(told) == 1 else None
    if run is not None and abs((number_of(told[0].claim) or Decimal(0)) - len(run)) <= 1:
        yield _listed(table, number + 1, run, told[0].claim, acting=False)


def _counts(each: Statement) -> bool:
    """Whether it may be a number of a few that can be named."""
    value = exact(each.claim)
    plain = each.claim.type == "quantity" and each.value.unit in (None, "person")
    return plain and value is not None and whole(each.claim) and FIRST <= value <= MANY


def _who_they_are(table: Statements, number: int) -> Run | None:
    """The list of all whom a pronoun of a whole sentence means: "They are Anna Roth, Jens Kolbe and Ida Weil."."""
    if not table.analysis.written(number):
        return None
    sentence = table.analysis.sentence(number)
    verb = _pronoun_is(sentence)
    if verb is None or len(runs := runs_of(sentence)) != 1 or runs[0][0].first != verb + 1:
        return None
    people = {each.span.start for each in table.article.mentions if each.kind == "person"}
    known = all(sentence.tokens[each.first].span.start in people for each in runs[0])
    return runs[0] if known or _is_named(sentence, runs[0]) else None


def _pronoun_is(sentence: Sentence) -> int | None:
    """Where "are" stands in a sentence of one clause with a pronoun for its subject."""
    clause = sentence.clauses[0] if len(sentence.clauses) == 1 else None
    if clause is None or clause.subject is None or not clause.subject.pronoun or clause.negated:
        return None
    at = clause.verb
    return at if at is not None and sentence.tokens[at].roles & BE else None


def _summed_up(table: Statements, number: int) -> Iterator[Listed]:
    """A number with its noun that stands between marks behind the only list of a sentence: "A, B or C – three ways"."""
    for each in filter(_is_apposed, filter(_counts, table.within(number))):
        runs = [run for run in runs_of(each.held) if run[-1].last <= each.first]
        if len(runs) == 1 and _is_right_before(each, runs[0]):
            yield _listed(table, number, runs[0], each.claim, acting=False)


def _is_right_before(each: Statement, run: Run) -> bool:
    """Whether a list of some length ends right before a number."""
    near = each.first - run[-1].last <= SHORT and len(run) > FIRST
    return near and all(_is_one(member._replace(preposition=None)) for member in run)


def _is_apposed(each: Statement) -> bool:
    """Whether it stands with its noun between a dash and another mark."""
    tokens, chunk = each.held.tokens, each.chunk
    if chunk is None or not each.first or not tokens[each.first - 1].roles & DASH:
        return False
    return chunk.last >= len(tokens) or bool(tokens[chunk.last].roles & MARK) or "total" in each.cues


def _told(table: Statements, number: int, stated: Claim) -> tuple[int, Run] | None:
    """The only list in the nearest sentence before that has one, where nobody is counted by the same number."""
    size = number_of(stated) or Decimal(0)
    first, _ = table.paragraph(number, BACK, 0)
    for at in range(number - 1, first - 1, -1):
        if any(each.value.number == size for each in table.within(at)):
            return None
        if runs := runs_of(table.analysis.sentence(at)):
            # those who are taken up are miscounted by one; by more they are others
            near = len(runs) == 1 and abs(size - len(runs[0])) <= 1
            return (at, runs[0]) if near and _is_all(table, at, runs[0]) else None
    return None


def _is_all(table: Statements, number: int, run: Run) -> bool:
    """Whether a list is one of names, and the sentence names nobody else."""
    sentence = table.analysis.sentence(number)
    return _is_named(sentence, run) and not _others(table, sentence, run)


@cache
def _words(code: str) -> frozenset[str]:
    """The first words of phrases that take up so many."""
    phrases = load(code).relations["phrases"].items()
    return frozenset(first for first, found in phrases if any(_sizes(roles) for _, roles in found))


def _sizes(roles: Iterable[str]) -> list[int]:
    return [int(role.removeprefix(SIZE)) for role in roles if role.startswith(SIZE)]


def _taken_up(table: Statements, number: int, words: frozenset[str]) -> Claim | None:
    """The number that words at the head of a sentence give those who were named."""
    told = [each for each in table.within(number) if _takes_up(each)]
    if told and (told[0].first <= FIRST or (len(told) == 1 and not is_narrowed(told[0]))):
        return told[0].claim
    span = table.analysis.spans[number]
    if words.isdisjoint(table.article.document.prose[span.start : span.end].lower().split()[:FIRST]):
        return None
    return next((_claim(table, number, cue) for cue in table.cues(number) if _heads(table, number, cue)), None)


def _takes_up(each: Statement) -> bool:
    """As in "The three", "alle drei", but not "the other three"."""
    told = each.touching & {"definite", "all_of"} and each.value.unit is None and not each.value.rounded
    return bool(told) and each.value.number is not None and FIRST <= each.value.number <= MOST


def _heads(table: Statements, number: int, cue: Cue) -> bool:
    """As in "Both live here", "Das Trio", but not "both sides", "both Anna Roth and Jens Kolbe"."""
    tokens = table.analysis.sentence(number).tokens
    if not _sizes(cue.roles) or cue.first >= FIRST or cue.last >= len(tokens):
        return False
    if cue.first and "definite" not in table.cues(number).roles(0, 1):
        return False
    return bool(tokens[cue.first].roles & NOUN) or not tokens[cue.last].roles & (NOUN | CAPITAL)


def _claim(table: Statements, number: int, cue: Cue) -> Claim:
    token = table.analysis.sentence(number).tokens[cue.first]
    return Claim("quantity", token.span, token.text, Measure(number=Decimal(min(_sizes(cue.roles)))))


def runs_of(sentence: Sentence) -> list[Run]:
    """The lists in a sentence that "and" closes: "Anna Roth, Jens Kolbe and Ida Weil"."""
    found: list[list[Chunk]] = []
    closed: list[list[Chunk]] = []
    for chunk in sorted(sentence.chunks, key=lambda each: each.first):
        joint = _joint(sentence.tokens[found[-1][-1].last : chunk.first]) if found else None
        if joint is None:
            found.append([chunk])
            continue
        found[-1].append(chunk)
        if joint and found[-1] not in closed:
            closed.append(found[-1])
    return [tuple(run) for run in closed]


def _is_named(sentence: Sentence, run: Run) -> bool:
    """Whether all are names told alike; a name at the head of a sentence looks like any noun."""
    first, *others = run
    alike = len({each.determiner is None for each in run}) == 1
    usual = any(is_usual(sentence.tokens[each.head]) for each in run)
    return alike and all(map(_is_one, run)) and not first.pronoun and all(each.name for each in others) and not usual


def is_usual(token: Token) -> bool:
    """Whether a word is a noun that the lexicon knows, and so hardly a name."""
    return bool(token.roles & USUAL_NOUN) or token.lemma != token.low


def _is_one(chunk: Chunk) -> bool:
    """Whether it is the phrase of a single one that nothing leads into."""
    return chunk.preposition is None and chunk.number is None and not chunk.of and not chunk.plural


def _others(table: Statements, sentence: Sentence, run: Run) -> bool:
    """Whether the sentence names others beside those of the list."""
    first, last = sentence.tokens[run[0].first].span.start, sentence.tokens[run[-1].last - 1].span.end
    people = (each.span for each in table.article.mentions if each.kind == "person")
    if any(sentence.span.covers(span) and not first <= span.start < last for span in people):
        return True
    return any(each.name and _is_one(each) and each not in run for each in sentence.chunks)


def _joint(between: Sequence[Token]) -> bool | None:
    """Whether "and" joins two members, False for a comma; None where anything else stands between them."""
    between = [token for token in between if not token.roles & QUOTE]
    marks = [token for token in between if not token.roles & COMMA]
    if len(between) not in (1, 2) or len(marks) > 1 or not all(each.roles & COORDINATOR for each in marks):
        return None
    return bool(marks)


def _listed(table: Statements, number: int, run: Run, stated: Claim, *, acting: bool) -> Listed:
    sentence, text = table.analysis.sentence(number), table.article.document.text
    span = Span(sentence.tokens[run[0].first].span.start, sentence.tokens[run[-1].last - 1].span.end)
    # "the minister met Anna Roth and Jens Kolbe. The three …": with whom they are told to act
    acting = acting and any(clause.subject is not None and clause.subject not in run for clause in sentence.clauses)
    counts = (len(run), len(run) + 1) if acting else (len(run),)
    return Listed(stated, Word(span, text[span.start : span.end]), counts, "who is named", "anaphor")
