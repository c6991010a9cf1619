"""Dates beside a verb that says whether they are over: "won on September 28", "will open on February 2"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from claimcheck.constraints.timing.days import Days, Mark, in_year
from claimcheck.constraints.timing.lines import Line
from claimcheck.constraints.timing.times import Times
from claimcheck.languages.word_roles import BE, COMMA, HAVE, PAST, PLURAL_VERB, PRESENT, SINGULAR_VERB, SUBJUNCTIVE
from claimcheck.model import Claim
from claimcheck.model.analysis import Clause, Tense
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Timed

BESIDE, FORM = 5, 8
FAR = 4
MONTH, VERY_SOON, SOON, RECENT = timedelta(20), timedelta(40), timedelta(60), timedelta(400)
NEXT = timedelta(14)
"""A date without year or weekday that lies further ahead may as well be that of the year before."""
DOUBTFUL = frozenset(("was", "was_over", "planned", "shall", "falls"))
"""Forms that may belong to a plan, or tell of a time table."""
SURE, LOOSE = 3, 1
"""How many days the publication may lie off."""


def tenses(times: Times) -> Iterator[Timed]:
    """The date of a clause that has only one, if a verb tells its time and nothing speaks of a plan."""
    published = times.published
    if published is not None:
        for line in times.lines:
            for mark in _only(line, published):
                when = _in_its_year(line, mark, published)
                if when is not None:
                    yield from _planned(line, mark, when, published)
                if when is not None and not _to_come(line, mark):
                    yield from _told_of_date(line, mark, when, published)


def _only(line: Line, published: date) -> list[Mark]:
    """The only date of a sentence but that of the publication; of several the only one behind "until", else each that
    is the only one of its clause.
    """
    dates = [each for each in line.dates if not each.relative and each.day != published]
    until = [each for each in dates if "until" in line.said(each.first - 1)]
    return until if len(until) == 1 else _alone(line, dates)


def _alone(line: Line, dates: Sequence[Mark]) -> list[Mark]:
    """The dates that are the only ones of their clauses."""
    owners = Counter(line.sentence.owners[each.first] for each in dates)
    return [each for each in dates if owners[line.sentence.owners[each.first]] == 1]


def _told_of_date(line: Line, mark: Mark, when: Days, published: date) -> Iterator[Timed]:
    """A date with the word that tells most surely whether it is over."""
    if line.has("since", mark.first - FAR, mark.first):
        yield from _since(line, mark, when, published)
        return
    verb = None if _speaks_of_plan(line, mark) else _over(line, mark) or _of_clause(line, mark)
    word = verb or _of_future(line, mark) or _of_present(line, mark, published - when.last)
    if word is not None:
        yield _told(mark.claim, when, word, published, past=verb is not None, room=SURE, sure=True)
    elif len(line.dates) == 1:
        yield from _loose(line, mark, published, when)


def _speaks_of_plan(line: Line, mark: Mark) -> bool:
    """Whether a word speaks of a plan; not one that only names behind it who tells: "…, the council announced"."""
    behind = {
        number for number, clause in enumerate(line.sentence.clauses)
        if clause.kind == "main" and clause.stretches and clause.stretches[0][0] >= mark.last
    }  # fmt: skip
    said = zip(line.sentence.owners, line.senses, strict=True)
    return any("planned" in each and "done" not in each and owner not in behind for owner, each in said)


def _since(line: Line, mark: Mark, when: Days, published: date) -> Iterator[Timed]:
    """What has lasted since a date: that is over, whatever the verb is."""
    clause = line.clause(mark)
    word = next(at for at in range(mark.first - 1, -1, -1) if "since" in line.said(at))
    if clause.modal is None and line.sentence.owners[word] == line.sentence.owners[mark.first]:
        yield _told(mark.claim, when, line.part(word, word + 1), published, past=True, room=SURE, sure=True)


def _of_clause(line: Line, mark: Mark) -> Part | None:
    """The verb of the clause of a date, where that certainly tells of something over."""
    clause = line.clause(mark)
    at = clause.predicate if clause.predicate is not None else clause.verb
    if at is None or not _is_plain(clause, "past") or _opening(line, mark) is None:
        return None
    sure = line.tokens[at].roles & (PAST | SUBJUNCTIVE) == PAST and not line.said(at) & DOUBTFUL
    return line.part(at, at + 1) if "past" in line.said(at) or (sure and mark.with_year) else None


def _of_future(line: Line, mark: Mark) -> Part | None:
    """The word for the future in the clause of a date, where its verb is one of what is to come."""
    clause = line.clause(mark)
    at = clause.verb
    if clause.tense != "future" or at is None or "shall" not in line.said(at) or clause.mood != "indicative":
        return None
    told = at < mark.first or mark.first <= 1  # "money given in 2004 will"
    return line.part(at, at + 1) if told and _opening(line, mark) is not None else None


def _of_present(line: Line, mark: Mark, gone: timedelta) -> Part | None:
    """The verb in the present of a clause that tells what begins at a date some weeks ago, or lasts until then.

    What happened longer ago may be told in the present.
    """
    clause = line.clause(mark)
    at = clause.verb
    if at is None or not _is_plain(clause, "present") or clause.predicate not in (None, at) or line.has("past"):
        return None
    until = "until" in line.said(mark.first - 1)
    begins = "begins" in line.said(at) and _opening(line, mark) is not None
    told = (until or begins) and MONTH < gone < RECENT and _is_of_now(clause, line.tokens[at].roles)
    return line.part(at, at + 1) if told else None


def _is_of_now(clause: Clause, verb: int) -> bool:
    """Whether a verb is in the present of its subject: no form of demands ("that the board take"), no tale of somebody
    ("on April 4 they set out").
    """
    subject = clause.subject
    if subject is None or not verb & PRESENT:
        return bool(verb & PRESENT)
    agrees = verb & SINGULAR_VERB or not verb & PLURAL_VERB or subject.plural is not False
    return bool(agrees) and (clause.kind == "relative" or not subject.pronoun)


def _is_plain(clause: Clause, tense: Tense) -> bool:
    """Whether a clause tells in a tense what is, and not what may be or shall."""
    finite = clause.kind not in ("infinitive", "participle")
    return finite and clause.tense == tense and clause.modal is None and clause.mood == "indicative"


def _opening(line: Line, mark: Mark) -> int | None:
    """Where the phrase of a date begins, if a word such as "on" stands before it."""
    for at in (mark.first - 1, mark.first - 2):
        if "on" in line.said(at):
            return at
    return mark.first if "past" in line.said(mark.first - 1) else None  # "began Friday, May 23"


def _in_its_year(line: Line, mark: Mark, published: date) -> Days | None:
    """The days of a date with its year: the stated one, or the one that its weekday or nearness leaves."""
    if not mark.named or mark.start is None or (mark.grain == "year" and mark.start <= published):
        return None
    if mark.with_year:
        return mark.days
    if mark.grain == "month" or line.dated(mark.last, mark.last + 2):
        return None  # "28 February of last year"
    return _nearest(mark, mark.start, published)


def _nearest(mark: Mark, start: date, published: date) -> Days | None:
    """The day of a date without a year that is near the publication and has the stated weekday, if there is one."""
    reach = VERY_SOON if mark.weekday is None else SOON
    days = [in_year(start, published.year + shift) for shift in (-1, 0, 1)]
    ahead = NEXT if mark.weekday is None else SOON
    near = [day for day in days if day is not None and -reach <= day - published <= ahead]
    fits = [day for day in near if mark.weekday in (None, day.weekday())]
    return Days(fits[0], fits[0]) if len(fits) == 1 else None


def _to_come(line: Line, mark: Mark) -> bool:
    """Whether a date stands in a clause of what is planned, possible or to come: "was to be held on"."""
    clause = line.clause(mark)
    return clause.modal in ("plan", "possibility") and clause.tense != "future"


def _planned(line: Line, mark: Mark, when: Days, published: date) -> Iterator[Timed]:
    """A plan of now for a date, "soll am 3. Mai öffnen", which is to come; "soll am 3. Mai da gewesen sein" is none."""
    clause = line.clause(mark)
    at = clause.verb
    told = mark.grain == "day" and not clause.negated and clause.mood == "indicative"
    due = at is not None and "due" in line.said(at) and _is_infinitive(line, clause)
    if at is not None and told and due and _opening(line, mark) is not None:
        yield _told(mark.claim, when, line.part(at, at + 1), published, past=False, room=SURE, sure=True)


def _is_infinitive(line: Line, clause: Clause) -> bool:
    """Whether what is planned is told as to be done and not as done: "sollen am 6. Mai zugeschlagen und ihn beraubt
    haben" has the word for it in the last of its clauses.
    """
    at, verb = clause.predicate, clause.verb
    if at is None or verb is None or at == verb:
        return False
    own = (place for first, last in clause.stretches for place in range(max(first, at + 1), last))
    done = any(line.tokens[place].roles & BE for place in own)
    return not done and not any(each.roles & HAVE for each in line.tokens[verb:])


def _over(line: Line, mark: Mark) -> Part | None:
    """The verb that certainly tells of the date as of something over: nothing but plain words stands between them."""
    start = _opening(line, mark)
    if start is None:
        return None
    behind = _verb_before_subject(line, mark) or mark.last + line.is_mark(mark.last, COMMA)
    if start <= 1 and behind < len(line.tokens):
        return _behind(line, mark, behind)
    for at in range(start - 1, max(-1, start - 1 - BESIDE), -1):
        said = line.said(at)
        if line.is_mark(at) or not said.isdisjoint(("shall", "planned", "listing")):
            return None
        if not said.isdisjoint(("past", "done", "was")):
            return line.part(at, at + 1) if _is_over(line, mark, at, start) else None
    return None


def _is_over(line: Line, mark: Mark, at: int, start: int) -> bool:
    """Whether a verb before a date tells of it as over: no "is held on", and no "was" that may mean another time."""
    if line.has("now", at - 2, at) or _is_present(line, mark, at):
        return False
    said = line.said(at)
    return "was" not in said or not said.isdisjoint(("past", "done")) or _was(line, at, start, mark)


def _verb_before_subject(line: Line, mark: Mark) -> int | None:
    """The verb behind a date that has its subject behind it: all before it, as the hour, is told of the verb."""
    clause = line.clause(mark)
    turned = clause.verb is not None and clause.subject is not None and clause.subject.first > clause.verb
    return clause.verb if turned and clause.verb is not None and clause.verb > mark.last else None


def _is_present(line: Line, mark: Mark, at: int) -> bool:
    """Whether a form that is a participle elsewhere is the verb of the clause: "versammelt den Kader am 26. Mai"."""
    return line.said(at).isdisjoint(("past", "was")) and line.clause(mark).verb == at


def _was(line: Line, at: int, start: int, mark: Mark) -> bool:
    """Whether a word such as "was" before a date tells of something over, by itself or with the verb behind."""
    done = line.has("done", mark.last, mark.last + FORM) and start - at <= 3
    return done or ("was_over" in line.said(at) and start - at == 1)


def _behind(line: Line, mark: Mark, behind: int) -> Part | None:
    """The verb that follows a date which opens the sentence."""
    said = line.said(behind)
    if not said.isdisjoint(("was_over", "past")) or ("was" in said and line.has("done", behind)):
        return line.part(behind, behind + 1)
    if "was" in said and (behind > mark.last + 1 or not line.is_mark(mark.last, COMMA)):
        return None
    return _past_soon(line, behind)


def _past_soon(line: Line, start: int) -> Part | None:
    """The verb of the past that follows soon, before a mark or a word for what will be."""
    for at in range(start, min(len(line.tokens), start + BESIDE)):
        if "past" in line.said(at):
            return line.part(at, at + 1)
        if line.is_mark(at) or not line.said(at).isdisjoint(("shall", "planned", "begins", "ends")):
            return None
    return None


def _loose(line: Line, mark: Mark, published: date, when: Days) -> Iterator[Timed]:
    """A verb anywhere in the sentence; what it tells of may be something else. Only a stated year is sure enough."""
    if _opening(line, mark) is None:
        return
    done, shall = all(map(line.has, ("was", "done"))), line.has("shall")
    past = done or line.has("past")
    if past == shall or line.has("planned") or str(when.first.year) not in mark.claim.text:
        return
    if shall and (published - when.last >= RECENT or not _beside_shall(line, mark)):
        return
    at = _place_of(line, "shall" if shall else ("past", "done")[done])
    yield _told(mark.claim, when, line.part(at, at + 1), published, past=past, room=LOOSE, sure=False)


def _beside_shall(line: Line, mark: Mark) -> bool:
    return line.has("shall", mark.first - FORM, mark.first) or line.has("shall", mark.last, mark.last + BESIDE)


def _place_of(line: Line, role: str) -> int:
    return next(at for at, said in enumerate(line.senses) if role in said)


def _told(claim: Claim, when: Days, verb: Part, published: date, *, past: bool, room: int, sure: bool) -> Timed:
    day = when.first if past else when.last
    gone = (day - published).days if past else (published - day).days
    sign = "<" if day < published else ">" if day > published else "="
    return Timed(
        "tense" if sure else "tense_loose",
        (("date", claim), ("verb", verb)),
        gone <= room,
        (("date", (claim.text,)), ("verb", (verb.text,)), ("published", (published,))),
        (f"{day.isoformat()} {sign} {published.isoformat()}",),
    )
