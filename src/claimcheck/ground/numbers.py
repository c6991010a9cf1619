"""The verdict on a number or date of the draft: is it there, and is it there for the same thing?"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.ground import dates
from claimcheck.ground.derive import derive
from claimcheck.ground.figures import Number
from claimcheck.ground.kinds import alike
from claimcheck.ground.later import counted
from claimcheck.ground.match import Index
from claimcheck.ground.rivals import Agreeing, Candidate, candidates
from claimcheck.ground.subjects import other_subject
from claimcheck.ground.text import Text
from claimcheck.ground.values import hedges_clash, same_digits
from claimcheck.model import Period, Span
from claimcheck.model.support import Evidence, Reason, Support, Verdict

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


def _judge(draft: Text, number: Number, indexes: Sequence[Index], agreeing: Agreeing, derived: set[int]) -> Support:
    """`derived` are the sentences with a number that only follows from the sources: their dates are not judged."""
    found = [each for i, index in enumerate(indexes) for each in candidates(draft, number, i, index, agreeing)]
    good = sorted((each for each in found if each.reason), key=lambda each: -each.fit)
    bad = sorted((each for each in found if not each.reason), key=lambda each: -each.fit)
    if isinstance(number.claim.value, Period):
        other = None if number.sentence in derived else _other_time(draft, number, indexes, agreeing)
        if good and other is not None:
            return _support(draft, number, "contradicted", "date", [other, good[0]])
        return _date(draft, number, indexes, good, bad if number.sentence not in derived else [])
    if good:
        across = any(index.text.language is not draft.language for index in indexes)
        margin = MARGIN_ACROSS if across else MARGIN
        if bad and _tells(bad[0], good[0]) and (bad[0].fit - good[0].fit) * bad[0].trust > margin:
            return _support(draft, number, "contradicted", "subject", [bad[0], good[0]])
        if len(good) == 1 and any(
            index.text is good[0].text and other_subject(draft, number, index, good[0].number) for index in indexes
        ):
            return _support(draft, number, "contradicted", "subject", good)
        return _support(draft, number, "supported", good[0].reason or "same", good[:1])
    said = number.size
    assert said is not None
    if bad and bad[0].fit >= ENOUGH and _fault(number, bad[0].number) == "hedge":
        return _support(draft, number, "contradicted", "hedge", bad[:1])
    for index in indexes:
        if (way := derive(draft, number, said, index.text, index)) is not None:
            rests = [Candidate(0, index.text, each, "derived") for each in way.numbers]
            return _support(draft, number, "supported", "derived", rests)._replace(working=way.working)
    if said.kind == "time" and (ago := _as_date(draft, number, indexes)) is not None:
        return _support(draft, number, "supported", "same", [ago])
    if bad and bad[0].fit >= ENOUGH:
        return _support(draft, number, "contradicted", _fault(number, bad[0].number), bad[:1])
    if said.kind == "time" and said.measure.number == 1:  # "within a year" says less than a figure
        return _support(draft, number, "not_checked", "no_rule", [])
    return _support(draft, number, "not_found", "absent", [])


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
        places = agreeing[each.at] if each.kind != "date" else []
        if len(places) != 1 or each.clause != date.clause:
            continue
        which, there, _ = places[0]
        near = {(which, there.sentence), (which, there.sentence - 1)}
        if near & dated:
            continue
        text = indexes[which].text
        others = [(one, one.claim.value) for one in text.in_sentence(there.sentence) if one.kind == "date"]
        if others and all(isinstance(value, Period) and dates.rival(said, value) for _, value in others):
            return Candidate(1.0, text, others[0][0], None)
    return None


def _date(
    draft: Text, number: Number, indexes: Sequence[Index], good: list[Candidate], bad: list[Candidate]
) -> Support:
    said = number.claim.value
    assert isinstance(said, Period)
    issued = any(
        dates.is_issue(said, published) or (published is not None and said.start == published and said.grain == "day")
        for published in (index.text.article.document.published for index in indexes)
    )
    if good or issued:
        best = good[0].fit if good else ISSUED
        margin = MARGIN_DATES if good or _reports(draft, number) else MARGIN_ISSUED
        if bad and (bad[0].fit - best) * bad[0].trust > margin and not dates.is_soft(said):
            return _support(draft, number, "contradicted", "date", [bad[0], *good[:1]])
        return _support(draft, number, "supported", (good[0].reason if good else None) or "same", good[:1])
    if dates.is_soft(said):
        return _support(draft, number, "not_checked", "no_rule", [])
    if any(dates.ends_stated(said, [each.claim for each in index.text.numbers]) for index in indexes):
        return _support(draft, number, "supported", "worded_alike", [])
    if (way := counted(said, indexes)) is not None:
        rests = [Candidate(0, way.text, each, "derived") for each in way.numbers]
        return _support(draft, number, "supported", "derived", rests)._replace(working=way.working)
    if bad and bad[0].fit >= KNOWN:
        return _support(draft, number, "contradicted", "date", bad[:1])
    return _support(draft, number, "not_found", "absent", [])


def _reports(draft: Text, date: Number) -> bool:
    """Whether the date is that of a statement: "said on Monday" of a release of Monday."""
    words = (draft.words[i] for i in draft.tokens(date.sentence))
    return any(key in REPORTING for word in words for key in word.keys)


def _fault(number: Number, other: Number) -> Reason:
    said, source = number.size, other.size
    if said is None or source is None:
        return "value"
    loose = alike(said.kind, source.kind) and "points" not in (said.kind, source.kind)
    if (said.kind != source.kind and not loose) or (
        said.currency and source.currency and said.currency != source.currency
    ):
        return "unit"
    if said.measure.number == source.measure.number and said.factor != source.factor:
        return "unit"
    if hedges_clash(said, source):
        return "hedge"
    return "magnitude" if same_digits(said, source) else "value"


def _support(draft: Text, number: Number, verdict: Verdict, reason: Reason, held: Sequence[Candidate]) -> Support:
    claim = number.claim
    evidence = tuple(_evidence(each.text, each.number.claim.span) for each in held)
    return Support(draft.path, claim.span, claim.text, verdict, reason, evidence)


def _evidence(text: Text, span: Span) -> Evidence:
    return Evidence(text.path, span, text.article.document.text[span.start : span.end])
