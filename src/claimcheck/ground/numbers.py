"""The verdict on a number or date of the draft: is it there, and is it there for the same thing?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.ground import dates
from claimcheck.ground.dates import counted
from claimcheck.ground.derive import derive
from claimcheck.ground.figures import Number, Size, alike
from claimcheck.ground.match import Index
from claimcheck.ground.people import other_subject
from claimcheck.ground.rivals import Agreeing, Candidate, candidates
from claimcheck.ground.text import Text
from claimcheck.ground.values import hedges_clash, same_digits
from claimcheck.languages.word_roles import DETERMINER
from claimcheck.model import Period, Span
from claimcheck.model.support import Evidence, Reason, Support, Verdict
from claimcheck.statements.words import joints

MARGIN, MARGIN_DATES, MARGIN_ISSUED, MARGIN_ACROSS = 0.25, 0.35, 0.3, 0.4
REPORTING = ("say", "announce")  # concepts of every language
ENOUGH = 0.75
KNOWN = 0.6
MORE = 0.01
LEAST_TRUST, FAR = 0.5, 1.0
ISSUED = 0.15


def judge_numbers(draft: Text, indexes: Sequence[Index], agreeing: Agreeing) -> list[Support]:
    """One verdict for each number and date of the draft; the dates last, for they depend on the numbers beside them."""
    derived: set[int] = set()
    found = []
    for number in sorted(draft.numbers, key=lambda each: (each.kind == "date", each.at)):
        support = _judge(draft, number, indexes, agreeing, derived)
        if support.reason == "derived":
            derived.add(number.sentence)
        found.append(support)
    return found


class _Held(NamedTuple):
    """What the sources have for a number, the best first: those it may be, and the rivals of these."""

    good: list[Candidate]
    bad: list[Candidate]


def _judge(draft: Text, number: Number, indexes: Sequence[Index], agreeing: Agreeing, derived: set[int]) -> Support:
    """`derived` are the sentences with a number that only follows from the sources: their dates are not judged."""
    found = [each for i, index in enumerate(indexes) for each in candidates(draft, number, i, index, agreeing)]
    held = _held(draft, number, indexes, sorted(found, key=lambda each: -each.fit))
    if isinstance(number.claim.value, Period):
        if number.sentence in derived:
            return _date(draft, number, indexes, held._replace(bad=[]))
        other = _other_time(draft, number, indexes, agreeing) if held.good else None
        if other is not None:
            return _support(draft, number, "contradicted", "date", [other, held.good[0]])
        return _date(draft, number, indexes, held)
    if held.good:
        return _stated(draft, number, indexes, held)
    return _unstated(draft, number, indexes, held.bad)


def _held(draft: Text, number: Number, indexes: Sequence[Index], found: Sequence[Candidate]) -> _Held:
    """The candidates by whether they agree; none is a rival of what sources do not have and do not speak of."""
    good = [each for each in found if each.reason]
    rivals = good or not _of_strangers(draft, number, indexes)
    return _Held(good, [each for each in found if not each.reason] if rivals else [])


def _stated(draft: Text, number: Number, indexes: Sequence[Index], held: _Held) -> Support:
    """A number that the sources have: of the same thing or of another."""
    good, bad = held
    if bad and _outweighs(bad[0], good[0], _margin(draft, indexes)) and not _is_whole(draft, number, good[0], bad[0]):
        return _support(draft, number, "contradicted", "subject", [bad[0], good[0]])
    there = [index for index in indexes if len(good) == 1 and index.text is good[0].text]
    if any(other_subject(draft, number, index, good[0].number) for index in there):
        return _support(draft, number, "contradicted", "subject", good)
    return _support(draft, number, "supported", good[0].reason or "same", good[:1])


def _margin(draft: Text, indexes: Sequence[Index]) -> float:
    across = any(index.text.language is not draft.language for index in indexes)
    return MARGIN_ACROSS if across else MARGIN


def _is_whole(draft: Text, number: Number, good: Candidate, bad: Candidate) -> bool:
    """Whether the number is what another is a part of, there as here: "of the 480 employees, 120 retire".

    What is said of the part speaks for the part in the source then, which stands beside the whole.
    """
    known = joints(draft.article.document.language or "")
    at = number.at - 1
    while at >= 0 and draft.words[at].roles & DETERMINER:
        at -= 1
    governed = known is not None and at >= 0 and draft.words[at].low in known.share
    parts = len(draft.in_sentence(number.sentence)) > 1
    return governed and parts and (bad.text, bad.number.sentence) == (good.text, good.number.sentence)


def _outweighs(bad: Candidate, good: Candidate, margin: float) -> bool:
    return _tells(bad, good) and (bad.fit - good.fit) * bad.trust > margin


def _unstated(draft: Text, number: Number, indexes: Sequence[Index], bad: list[Candidate]) -> Support:
    """A number that no source has: it follows from others, stands for one that is stated, or is in none."""
    said = number.size
    assert said is not None
    fault = _fault(number, bad[0].number) if bad and bad[0].fit >= ENOUGH else None
    follows = None if fault == "hedge" else _follows(draft, number, said, indexes)
    if follows is not None:
        return follows
    if fault is not None:
        return _support(draft, number, "contradicted", fault, bad[:1])
    if said.kind == "time" and said.measure.number == 1:  # "within a year" says less than a figure
        return _support(draft, number, "not_checked", "no_rule", [])
    return _support(draft, number, "not_found", "absent", [])


def _follows(draft: Text, number: Number, said: Size, indexes: Sequence[Index]) -> Support | None:
    """The verdict where a number follows from what a source states."""
    for index in indexes:
        if (way := derive(draft, number, said, index.text, index)) is not None:
            rests = [Candidate(0, index.text, each, "derived") for each in way.numbers]
            return _support(draft, number, "supported", "derived", rests)._replace(working=way.working)
    ago = _as_date(draft, number, indexes) if said.kind == "time" else None
    return None if ago is None else _support(draft, number, "supported", "same", [ago])


def _tells(bad: Candidate, good: Candidate) -> bool:
    """Whether the draft's words are enough to tell the two apart, and stand rather by the wrong one."""
    far = bad.trust >= LEAST_TRUST or bad.fit - good.fit >= FAR
    return far and bad.told > good.told + MORE


def _as_date(draft: Text, number: Number, indexes: Sequence[Index]) -> Candidate | None:
    """A date that has the words of the draft's length of time: "three years ago" for "three years"."""
    said = {draft.words[i].stem for i in draft.at(number.claim.span)}
    for index in indexes:
        for other in index.text.numbers:
            if other.kind == "date" and said <= {index.text.words[i].stem for i in index.text.at(other.claim.span)}:
                return Candidate(1.0, index.text, other, "same")
    return None


def _other_time(draft: Text, date: Number, indexes: Sequence[Index], agreeing: Agreeing) -> Candidate | None:
    """The date a source has beside the draft's figure, if that is another one than the draft has beside it."""
    beside = draft.in_sentence(date.sentence)
    said = date.claim.value
    if not isinstance(said, Period) or sum(each.kind == "date" for each in beside) > 1 or dates.is_soft(said):
        return None
    dated = {(which, other.sentence) for which, other, _ in agreeing[date.at]}
    for each in beside:
        places = agreeing[each.at] if each.kind != "date" and each.clause == date.clause else []
        if len(places) == 1:
            which, there, _ = places[0]
            if dated.isdisjoint({(which, there.sentence), (which, there.sentence - 1)}):
                other = _rival_date(said, indexes[which].text, there.sentence)
                if other is not None:
                    return Candidate(1.0, indexes[which].text, other, None)
    return None


def _rival_date(said: Period, text: Text, sentence: int) -> Number | None:
    """The first date of a sentence of the source, if all of them would make the draft's wrong."""
    others = [each for each in text.in_sentence(sentence) if isinstance(each.claim.value, Period)]
    apart = (isinstance(each.claim.value, Period) and dates.rival(said, each.claim.value) for each in others)
    return others[0] if others and all(apart) else None


def _date(draft: Text, number: Number, indexes: Sequence[Index], held: _Held) -> Support:
    said = number.claim.value
    assert isinstance(said, Period)
    if held.good or _is_issue(said, indexes):
        return _stated_date(draft, number, said, held)
    if dates.is_soft(said):
        return _support(draft, number, "not_checked", "no_rule", [])
    if any(dates.ends_stated(said, [each.claim for each in index.text.numbers]) for index in indexes):
        return _support(draft, number, "supported", "worded_alike", [])
    if (way := counted(said, indexes)) is not None:
        rests = [Candidate(0, way.text, each, "derived") for each in way.numbers]
        return _support(draft, number, "supported", "derived", rests)._replace(working=way.working)
    if held.bad and held.bad[0].fit >= KNOWN:
        return _support(draft, number, "contradicted", "date", held.bad[:1])
    return _support(draft, number, "not_found", "absent", [])


def _of_strangers(draft: Text, number: Number, indexes: Sequence[Index]) -> bool:
    """Whether the clause of a number names somebody whom no source names: it speaks of what these do not tell."""
    names = draft.telling_in.get(number.clause, ())
    return any(not any(index.places(draft.words[at]) for index in indexes) for at in names)


def _is_issue(said: Period, indexes: Sequence[Index]) -> bool:
    """Whether a source came out on the day, or in the month or year."""
    issues = [index.text.article.document.published for index in indexes]
    return any(dates.is_issue(said, published) for published in issues) or (
        said.grain == "day" and said.start is not None and said.start in issues
    )


def _stated_date(draft: Text, number: Number, said: Period, held: _Held) -> Support:
    """A date that the sources have, or that is the day they came out."""
    good, bad = held
    best = good[0].fit if good else ISSUED
    margin = MARGIN_DATES if good or _reports(draft, number) else MARGIN_ISSUED
    if bad and (bad[0].fit - best) * bad[0].trust > margin and not dates.is_soft(said):
        return _support(draft, number, "contradicted", "date", [bad[0], *good[:1]])
    return _support(draft, number, "supported", (good[0].reason if good else None) or "same", good[:1])


def _reports(draft: Text, date: Number) -> bool:
    """Whether the date is that of a statement: "said on Monday" of a release of Monday."""
    words = (draft.words[i] for i in draft.tokens(date.sentence))
    return any(key in REPORTING for word in words for key in word.keys)


def _fault(number: Number, other: Number) -> Reason:
    said, source = number.size, other.size
    if said is None or source is None:
        return "value"
    if not _one_kind(said, source) or (said.currency and source.currency and said.currency != source.currency):
        return "unit"
    if said.measure.number == source.measure.number and said.factor != source.factor:
        return "unit"
    if hedges_clash(said, source):
        return "hedge"
    return "magnitude" if same_digits(said, source) else "value"


def _one_kind(said: Size, source: Size) -> bool:
    if said.kind == source.kind:
        return True
    return alike(said.kind, source.kind) and "points" not in (said.kind, source.kind)


def _support(draft: Text, number: Number, verdict: Verdict, reason: Reason, held: Sequence[Candidate]) -> Support:
    claim = number.claim
    evidence = tuple(_evidence(each.text, each.number.claim.span) for each in held)
    return Support(draft.path, claim.span, claim.text, verdict, reason, evidence)


def _evidence(text: Text, span: Span) -> Evidence:
    return Evidence(text.path, span, text.article.document.text[span.start : span.end])
