"""Many articles: in parts, by several processes where asked, with the same result as one after the other."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any, NamedTuple, NoReturn

from claimcheck import pipeline
from claimcheck.cli.asked import Asked
from claimcheck.cli.leave import BAD_INPUT, INTERRUPTED, progress
from claimcheck.errors import DataError, Problem, by_place
from claimcheck.inputs import Input, Sources, read_articles, read_sources
from claimcheck.model import Coverage, Document, Report, RuleCoverage
from claimcheck.model.comparison import place_first
from claimcheck.model.report import Looked, in_order
from claimcheck.read import read
from claimcheck.reference import Reference, open_reference
from claimcheck.rules import Rule
from claimcheck.rules.apply import order
from claimcheck.segment import segment

LARGEST_PART = 16
PARTS_EACH = 4


class Job(NamedTuple):
    """What every process must know: what was asked, and in which language messages are if nothing was.

    `siblings` are the paths of all articles of the run.
    """

    asked: Asked
    rules: tuple[Rule, ...]
    messages: str | None
    siblings: tuple[str, ...]
    sources: tuple[Document, ...] | None = None


def check_many(names: Sequence[str], problems: Sequence[Problem], asked: Asked, rules: tuple[Rule, ...]) -> Report:
    """One report on all the articles. Raises DataError as `pipeline.check` does."""
    read_articles([], date=asked.date, language=asked.language)  # a wrong date or language is told at once
    siblings = () if asked.archive is None else (*names, *(each.path for each in problems))
    job = Job(asked._replace(origin=Problem), rules, asked.lang_ui or _first_language(names, asked.language), siblings)
    sources = None
    if asked.source:
        sources = _read_sources(asked.source, asked).without(set(names))
        job = job._replace(sources=tuple(each.article.document for each in sources.all))
    size = max(1, min(LARGEST_PART, -(-len(names) // (asked.jobs * PARTS_EACH))))
    parts = [list(names[at : at + size]) for at in range(0, len(names), size)]
    done: list[Report] = []
    count = 0
    try:
        with progress() as advance:
            for part, result in zip(parts, _reports(parts, job, sources), strict=True):
                done.append(result)
                count += len(part)
                advance(f"{count}/{len(names)}", count, len(names))
    except KeyboardInterrupt:
        _leave()
    return _joined(done, problems, () if sources is None else sources.problems)


def _reference(asked: Asked) -> Reference:
    return open_reference(asked.reference, shipped=asked.shipped_reference)


def _read_sources(sources: Sequence[Input], asked: Asked) -> Sources:
    return read_sources(sources, _reference(asked).names, asked.exclude)


def _reports(parts: Sequence[list[str]], job: Job, sources: Sources | None) -> Iterator[Report]:
    """The report of each part, in order; without the problems of the sources, which are told once."""
    jobs = min(job.asked.jobs, len(parts))
    if jobs == 1:
        yield from (_check(part, job, sources) for part in parts)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 – 20 ms, for several processes only
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    try:
        with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(job,)) as pool:
            try:
                with _uninterrupted():
                    found = pool.map(_part, parts)
                yield from found
            except KeyboardInterrupt:  # before the pool would wait for what is being done
                _leave()
    except BrokenProcessPool:
        message = "a process ended before its work was done, perhaps for want of memory; try fewer jobs"
        raise DataError(Problem("--jobs", message)) from None


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Puts an interruption off while processes begin: it might find one that is still a copy of this one."""
    import signal  # noqa: PLC0415 – for several processes only

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave() -> NoReturn:
    """Ends the other processes and this one at once: nobody waits for the rest of an interrupted run."""
    from multiprocessing import active_children  # noqa: PLC0415 – for several processes only

    others = active_children()
    for process in others:
        process.kill()
    if others:
        os._exit(INTERRUPTED)  # else the threads that mind them would complain that they are gone
    raise KeyboardInterrupt


def _end_with_parent() -> None:
    """Ends this process when its parent has ended, however that came about, and leaves an interruption to the parent.

    A worker waits for work at a pipe that the other workers hold open too, so that nothing else would tell it.
    """
    import signal  # noqa: PLC0415 – for several processes only
    from multiprocessing import parent_process  # noqa: PLC0415
    from multiprocessing.connection import wait  # noqa: PLC0415
    from threading import Thread  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(BAD_INPUT)

    Thread(target=watch, daemon=True).start()


_JOB: list[tuple[Job, Sources | None]] = []


def _begin(job: Job) -> None:
    """Keeps the job in a process that has just begun, and its sources, so that both are read once and not each part."""
    _end_with_parent()
    _JOB[:] = [(job, None if job.sources is None else _read_sources(job.sources, job.asked))]


def _part(names: list[str]) -> Report:
    return _check(names, *_JOB[0])


def _check(names: list[str], job: Job, sources: Sources | None) -> Report:
    asked = job.asked
    return pipeline.check(
        names,
        date=asked.date,
        language=asked.language,
        rules=job.rules,
        reference=_reference(asked),
        message_language=job.messages,
        quotations=asked.quotations,
        archive=asked.archive,
        siblings=job.siblings,
        sources=() if sources is None else sources._replace(problems=()),
    )


def _first_language(names: Sequence[str], language: str | None) -> str | None:
    """The language of the first article that has one, as the whole run would find it."""
    for name in sorted(names):
        try:
            document = read(name)
            found = segment(document._replace(language=language or document.language)).language
        except Exception:  # what is wrong with it is told where it is checked
            continue
        if found:
            return found
    return None


def _joined(reports: Sequence[Report], problems: Sequence[Problem], unusable: Sequence[Problem]) -> Report:
    """The reports of the parts as one, in the order of a single run."""
    earlier = {each.document.path: each for each in _all(reports, "earlier")}
    return Report(
        _all(reports, "articles", lambda article: article.document.path),
        _all(reports, "findings", order),
        _coverage([each.coverage for each in reports]),
        by_place((*problems, *_all(reports, "problems"), *unusable)),
        sources=next((each.sources for each in reports), ()),
        support=_all(reports, "support", in_order),
        earlier=tuple(earlier[path] for path in sorted(earlier)),
        comparisons=_all(reports, "comparisons", place_first),
    )


def _all(parts: Iterable[object], name: str, key: Callable[[Any], Any] | None = None) -> tuple[Any, ...]:
    """What all parts have under a name, in one order if that is said."""
    found = chain.from_iterable(getattr(each, name) for each in parts)
    return tuple(found if key is None else sorted(found, key=key))


def _coverage(parts: Sequence[Coverage]) -> Coverage:
    """The coverage of all parts."""
    counts: Counter[str] = Counter()
    idle: dict[str, str | None] = {}
    for rule, comparisons, why in _all(parts, "rules"):
        counts[rule] += comparisons
        idle[rule] = why if why is not None else idle.get(rule)
    looked = [each.archive for each in parts if each.archive is not None]
    return Coverage(
        sum(each.claims for each in parts),
        sum(each.compared for each in parts),
        tuple(RuleCoverage(rule, n, None if n else idle[rule]) for rule, n in sorted(counts.items())),
        _all(parts, "hidden", lambda hidden: order(hidden.finding)),
        Looked(*map(sum, zip(*looked, strict=True))) if looked else None,
    )
