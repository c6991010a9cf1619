"""What results add up to: wins and points, medals, the games of a series, two halves, two matches, a margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from claimcheck.constraints.scores import Pair, Score, Told, judged_score, made_of, places_of, told_scores
from claimcheck.languages.word_roles import PREPOSITION
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Evidence, Judged, RoleName
from claimcheck.model.figures import Games
from claimcheck.model.span import Span, Word
from claimcheck.statements.agreement import UNREAL
from claimcheck.statements.dimension import exact
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import Statement, Statements

RESULTS = ("wins", "draws", "losses")
METALS = ("gold", "silver", "bronze")
POINTS = (3, 2)
"""What a win brings; handball and chess count two."""
OF = frozenset({"of", "from_", "place", "whole", "where"})
ZERO, MOST = Decimal(0), Decimal(300)
GOALS, WINS = ("goals", "points"), frozenset({"win", "defeat", "lose"})
AWAY, LEGS = 3, 2
"""So many sentences from the score at half-time the result may stand."""
WIDE = 12
"""So many tokens at most lie between the first and the last member."""


class Member(NamedTuple):
    """One kind with its number."""

    number: Decimal
    at: int
    part: Part


def tallies(table: Statements) -> Iterator[Judged]:
    """Wins, draws and defeats with their points and matches, medals with their number."""
    for at in table.numbered():
        results = _members(table, at, RESULTS)
        if results:
            yield from _games(table, at, results)
            yield from _points(table, at, results)
        medals = _members(table, at, METALS)
        if medals:
            yield from _medals(table, at, medals)


def _members(table: Statements, at: int, roles: Sequence[str]) -> list[Member]:
    """The only number of each kind in a sentence; none where one of them is missing or they are not together."""
    if not all(table.tells(at, role.__eq__) for role in roles):
        return []
    found = [_member(table, at, role) for role in roles]
    members = [each for each in found if each is not None]
    places = [each.at for each in members]
    return members if len(members) == len(roles) and max(places) - min(places) <= WIDE else []


def _member(table: Statements, at: int, role: str) -> Member | None:
    """The only number right before a word of the kind, else the article there: "two wins and a defeat"."""
    numbers = [each for each in table.within(at) if role in each.behind and _value(each) is not None]
    if not numbers:
        return _single(table, at, role)
    found = numbers[0]
    return _with_noun(table, at, found.first, found.last, _value(found) or ZERO) if len(numbers) == 1 else None


def _single(table: Statements, at: int, role: str) -> Member | None:
    """As in "and a defeat"; in "17 matches ended in a draw" nothing counts the draws."""
    cues, tokens = table.cues(at), table.analysis.sentence(at).tokens
    articles = [each for each in cues if "article" in each.roles and _follows(cues.at(each.last), role)]
    if len(articles) != 1 or (articles[0].first and tokens[articles[0].first - 1].roles & PREPOSITION):
        return None
    return _with_noun(table, at, articles[0].first, articles[0].last, Decimal(1))


def _with_noun(table: Statements, at: int, first: int, last: int, number: Decimal) -> Member:
    """A number of a sentence with the word of the kind behind it."""
    tokens, behind = table.analysis.sentence(at).tokens, table.cues(at).at(last)
    span = Span(tokens[first].span.start, tokens[last - 1 if behind is None else behind.last - 1].span.end)
    return Member(number, first, Part(span, table.article.document.prose[span.start : span.end]))


def _follows(cue: Cue | None, role: str) -> bool:
    return cue is not None and role in cue.roles


def _value(each: Statement) -> Decimal | None:
    value = exact(each.claim)
    return value if value is not None and value <= MOST and each.claim.type == "quantity" else None


def _games(table: Statements, at: int, results: Sequence[Member]) -> Iterator[Judged]:
    """The only number of matches in the sentence that the results are said to be of."""
    told = [each for each in table.within(at) if "matches" in each.behind and _value(each) is not None]
    if len(told) == 1 and (OF & _lead(told[0]) or _is_subject(told[0])):
        yield _judged(table, told[0], results, [_sum(results)], "construction")


def _lead(each: Statement) -> frozenset[str]:
    """The roles of the words before a number in its phrase."""
    chunk = each.chunk
    return each.lead if chunk is None else each.lead | each.near.roles(chunk.first, each.first)


def _is_subject(each: Statement) -> bool:
    subject = each.verb.subject
    return subject is not None and subject.first <= each.first < subject.last


def _points(table: Statements, at: int, results: Sequence[Member]) -> Iterator[Judged]:
    """The only number of points there or in the next sentence, but for what a single win and draw bring."""
    if any("deducted" in each.roles for near in (at, at + 1) for each in table.cues(near)):
        return
    allowed = [results[0].number * each + results[1].number for each in POINTS]
    later = [each for each in _told_points(table, at + 1) if not table.times(at + 1)]
    told = [*_told_points(table, at), *later]
    yield from _meant(table, told, results, allowed, at)


def _meant(
    table: Statements, told: Sequence[Statement], members: Sequence[Member], allowed: Sequence[Decimal], at: int
) -> Iterator[Judged]:
    """The number in reach that fits, else the only one of the sentence, or the only one at all."""
    fitting = [each for each in told if _value(each) in allowed]
    near = [each for each in told if each.sentence == at] or told
    found = fitting or (near if len(near) == 1 else ())
    for each in found[:1]:
        yield _judged(table, each, members, allowed, "construction" if each.sentence == at else "anaphor")


def _told_points(table: Statements, at: int) -> list[Statement]:
    told = [each for each in table.within(at) if "score_points" in each.behind]
    return [each for each in told if (_value(each) or 0) > max(POINTS)]


def _medals(table: Statements, at: int, medals: Sequence[Member]) -> Iterator[Judged]:
    """The only number of medals in the sentence or beside it, or the only total that counts nothing else."""
    near = [each for number in (at, at + 1, at - 1) for each in table.within(number) if _counts_medals(table, each)]
    yield from _meant(table, near, medals, [_sum(medals)], at)


def _counts_medals(table: Statements, each: Statement) -> bool:
    if _value(each) is None or not each.behind.isdisjoint(METALS):
        return False
    called = table.roles_of((each.value.noun or "").lower()) | each.behind
    return "medals" in called or (each.value.noun is None and "total" in each.cues)


def _sum(members: Sequence[Member]) -> Decimal:
    return sum((each.number for each in members), ZERO)


def _judged(
    table: Statements, told: Statement, members: Sequence[Member], allowed: Sequence[Decimal], evidence: Evidence
) -> Judged:
    """A number beside what the members make together."""
    stated = _value(told) or ZERO
    fits = stated in allowed
    spans = sorted(each.part.span for each in members)
    span = Span(spans[0].start, spans[-1].end)
    words = table.article.document.prose[span.start : span.end]
    claim = Part(told.claim.span, told.claim.text)
    result = f"{allowed[0]:f}"
    values = (("claim", claim.text), ("other", words), ("result", result))
    others: list[tuple[RoleName, Part]] = [("other", each.part) for each in members]
    shown = f"{result} {'=' if fits else '≠'} {stated:f}"
    return Judged("tally", fits, (("claim", claim), *others), values, shown, evidence, claims=(told.claim,))


def games(table: Statements) -> Iterator[Games]:
    """As in "won the series 4-3 with a victory in game seven": the only result and the only game of a sentence."""
    for at, found in told_scores(table).items():
        if table.tells(at, "series_of".__eq__) and table.tells(at, "game_no".__eq__):
            numbers = [each for each in table.within(at) if "game_no" in each.touching and _value(each) is not None]
            if len(found) == len(numbers) == 1:
                last, (_, _, pair, score) = numbers[0], found[0]
                game = table.word(at, last.first - 1, last.last)
                reason = "a result and the game that ended the series"
                yield Games(Word(score.span, score.text), pair, game, int(_value(last) or 0), reason)


def halves(table: Statements) -> Iterator[Judged]:
    """What two halves or two matches add up to, the goals of the second half, and by how many one won."""
    told = told_scores(table)
    for at in told:
        late = [each for here in (at, at + 1, at + 2) for each in _called(table, told, here, "second_half")][:2]
        early = [each for each in _called(table, told, at, "half_time") if each not in late]
        finals = _near(told, at, {*early, *late})
        if len(early) == len(late) == 1:
            yield from _both(table, early[0], late[0], finals)
        elif len(early) == len(finals) == 1:
            yield from _second_half(table, early[0], finals[0])
        yield from _aggregate(table, told, at)
        yield from _margins(table, told, at)


def _near(told: Told, at: int, others: set[Score]) -> list[Score]:
    return [each for here in range(at - AWAY, at + AWAY + 1) for each in told.get(here, ()) if each not in others]


def _both(table: Statements, early: Score, late: Score, finals: Sequence[Score]) -> Iterator[Judged]:
    """The only other score near that may be what two halves make, whichever side each names first: of one that is
    not, one side fits.
    """
    for final in finals if len(finals) == 1 else ():
        added = _best(early.pair, late.pair, final.pair)
        if _alike(added, final.pair):
            yield made_of(table, final, sorted((early, late), key=lambda each: each.part.span), added)


def _aggregate(table: Statements, told: Told, at: int) -> Iterator[Judged]:
    """The score that words call that of two matches, and the only two others near before it."""
    final = _called(table, told, at, "aggregate")
    legs = [each for here in (at - 1, at) for each in told.get(here, ()) if each not in final]
    if final and len(legs) == LEGS:
        yield made_of(table, final[0], legs, _best(legs[0].pair, legs[1].pair, final[0].pair))


def _best(one: Pair, two: Pair, whole: Pair) -> Pair:
    """The sum of two scores, whichever side each names first, that is most like a third one."""
    made = [(one[0] + two[0], one[1] + two[1]), (one[0] + two[1], one[1] + two[0])]
    return max([*made, *(pair[::-1] for pair in made)], key=lambda pair: _alike(pair, whole))


def _called(table: Statements, told: Told, at: int, role: str) -> list[Score]:
    """The score of a sentence that stands nearest to a word with a role, in its clause."""
    words, owners = places_of(table, at, role), table.analysis.sentence(at).owners if at in told else ()
    found = [each for each in told.get(at, ()) if any(owners[each.at] == owners[word] for word in words)]
    return [min(found, key=lambda each: min(abs(each.at - word) for word in words))] if found else []


def _alike(one: Pair, two: Pair) -> int:
    """How many sides of two scores have the same number."""
    return (one[0] == two[0]) + (one[1] == two[1])


def _second_half(table: Statements, early: Score, final: Score) -> Iterator[Judged]:
    """The only number of goals that words tell of the second half: those of one side, or of both."""
    told = [
        each
        for at in range(early.sentence, early.sentence + AWAY)
        for each in table.within(at)
        if "second_half" in each.around and each.concept in GOALS and _value(each) and not _names_one(table, each)
    ]
    scored = {late - first for late in final.pair for first in early.pair} | {sum(final.pair) - sum(early.pair)}
    if len(told) == 1:
        yield _beside(told[0], final, scored)


def _names_one(table: Statements, each: Statement) -> bool:
    """Whether the clause of a number names a person, whose goals it may count."""
    people = (mention.span for mention in table.article.mentions if mention.kind == "person")
    return any(each.held.span.covers(span) and each.verb.holds(each.held.token_at(span.start)) for span in people)


def _margins(table: Statements, told: Told, at: int) -> Iterator[Judged]:
    """By how many goals one won, in the sentence of the only score or in the next one."""
    for near in (at, at + 1) if len(told[at]) == 1 else ():
        stated = [each for each in table.within(near) if _value(each) and _is_margin(each)]
        if len(stated) == 1 and (near == at or near not in told):
            pair = told[at][0].pair
            yield _beside(stated[0], told[at][0], {abs(pair[0] - pair[1])})


def _is_margin(each: Statement) -> bool:
    """As in "by two goals", "three goals ahead"; leads in points may be those of a table, and a win that would do is
    none.
    """
    if each.verb.modal is not None or each.claim.modality in UNREAL:
        return False
    won = "by" in each.touching and not WINS.isdisjoint(each.verb.senses)
    return (each.concept in GOALS and won) or (each.concept == "goals" and "margin" in each.cues)


def _beside(stated: Statement, score: Score, allowed: set[int]) -> Judged:
    """A number of goals with what the scores allow."""
    number, claim = int(_value(stated) or 0), Part(stated.claim.span, stated.claim.text)
    real = min(sorted(allowed), key=lambda each: abs(each - number))
    shown = f"{real} {'=' if number == real else '≠'} {claim.text}"
    evidence: Evidence = "construction" if stated.sentence == score.sentence else "anaphor"
    return judged_score("score", claim, score.part, evidence, fits=number == real, shown=shown)
