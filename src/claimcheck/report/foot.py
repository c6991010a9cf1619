"""What a report rests on, in sentences: what was found, read and compared, and what not. Every format has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from claimcheck.errors import Note
from claimcheck.model import LEVELS, Report
from claimcheck.model.comparison import Compared, place_first, vetoed
from claimcheck.model.report import VERDICTS
from claimcheck.report.places import Files
from claimcheck.report.words import Words, safe
from claimcheck.report.written import written

SHOWN_UNREAD = 5
SHOWN_ALONE = 3
SHOWN_COMPARED = 3


def result_line(result: Report, words: Words) -> str:
    """How many findings, by level; without any, whether something was compared at all."""
    if not result.articles:
        return words("nothing_read")
    if not result.findings:
        compared = any(rule.comparisons for rule in result.coverage.rules)
        return words("nothing_found" if compared else "nothing_compared")
    levels = Counter(finding.level for finding in result.findings)
    counts = ", ".join(words.count(level, levels[level]) for level in LEVELS if levels[level])
    return f"{words.count('finding', len(result.findings))}: {counts}."


def beside(result: Report, files: Files, words: Words) -> list[str]:
    """A comparison of articles as lines of text; none where articles were not compared."""
    if not (result.links or result.compared):
        return []
    from claimcheck.report.side_by_side import lines  # noqa: PLC0415 – for `compare` only

    return lines(result, files, words)


def coverage_lines(result: Report, files: Files, words: Words) -> Iterator[str]:
    """What was left alone, and the coverage of what was read, safe for a terminal."""
    yield from _left_alone(result, words)
    if not result.articles:
        return
    hidden = Counter(each.by == "baseline" for each in result.coverage.hidden)
    if hidden:
        yield words("hidden", suppressed=hidden[False], known=hidden[True])
    if not result.findings:
        yield from _compared(result, words)
    yield _read(result, words)
    if result.sources:
        yield _against_sources(result, words)
    yield from _ledger(result, words)
    if result.coverage.archive is not None:
        compared, left_out = result.coverage.archive
        key = "archive" if left_out else "archive_all"
        yield words(key, earlier=words.count("earlier article", compared), left_out=left_out)
    idle = sum(not rule.comparisons for rule in result.coverage.rules)
    applied = words.count("rule", len(result.coverage.rules))
    yield words("rules" if idle else "all_rules", all=applied, idle=idle)
    yield from _vetoed(result, words)
    yield from _unread(result, files, words)
    yield from _tables(result, words)
    yield words("limits")


def _compared(result: Report, words: Words) -> Iterator[str]:
    """What was compared where nothing was found: how often, and the first of it in the words of the text."""
    made = [each for each in result.comparisons if each.places and each.outcome != "fails"]
    telling = [each for each in sorted(made, key=place_first) if len({place.text for place in each.places}) > 1]
    if telling:
        first = telling[:SHOWN_COMPARED]
        examples = "; ".join(operands(each, words) + _worked(each, words, " ({})") for each in first)
        key = "compared_first" if len(made) > len(first) else "compared_all"
        yield words(key, comparisons=words.count("comparison", len(made)), examples=examples)


def operands(compared: Compared, words: Words) -> str:
    """The words that were set side by side."""
    said = dict.fromkeys(safe(" ".join(place.text.split())) for place in compared.places)
    return " – ".join(words("quoted", text=text) for text in said)


def _worked(compared: Compared, words: Words, template: str) -> str:
    """How it was worked out, where it was."""
    _, working = written(words).labelled(compared.computation)
    return template.format(safe(working)) if working else ""


def _left_alone(result: Report, words: Words) -> Iterator[str]:
    """How many files were not read for their language or their kind, and the first of them."""
    for why in get_args(Note):
        paths = [each.path for each in result.problems if each.note == why]
        if paths:
            shown = ", ".join(map(safe, paths[:SHOWN_ALONE])) + (", …" if len(paths) > SHOWN_ALONE else "")
            yield words(f"left_alone {why}", files=words.count("file", len(paths)), paths=shown)


def _ledger(result: Report, words: Words) -> Iterator[str]:
    """What people have verified of the articles that have a ledger."""
    kept = [article for article in result.articles if article.document.ledger is not None]
    if kept:
        from claimcheck.report.ledger import foot_lines  # noqa: PLC0415 – for articles with a ledger only

        yield from foot_lines(kept, words)


def _tables(result: Report, words: Words) -> Iterator[str]:
    """Tables are not read."""
    tables = sum(region.kind == "table" for article in result.articles for region in article.document.regions)
    if tables:
        yield words("tables", tables=words.count("table", tables))


def _unread(result: Report, files: Files, words: Words) -> Iterator[str]:
    unread = [(article.document.path, span) for article in result.articles for span in article.unread]
    if unread:
        examples = []
        for path, span in unread[:SHOWN_UNREAD]:
            line, column = files[path].at(span.start)
            quoted = words("quoted", text=safe(files[path].text[span.start : span.end]))
            examples.append(f"{quoted} ({safe(path)}:{line}:{column})")
        yield words("unread", numbers=words.count("number", len(unread)), examples=", ".join(examples))


def _read(result: Report, words: Words) -> str:
    types = Counter(claim.type for article in result.articles for claim in article.claims)
    kinds = ", ".join(words.count(kind, types[kind]) for kind in sorted(types))
    return words(
        "read",
        articles=words.count("article", len(result.articles)),
        claims=words.count("claim", result.coverage.claims),
        kinds=f" ({kinds})" if kinds else "",
        compared=result.coverage.compared,
    )


def _against_sources(result: Report, words: Words) -> str:
    verdicts = Counter(each.verdict for each in result.support)
    sources = words.count("source", len(result.sources))
    return words("support", sources=sources, **{verdict: verdicts[verdict] for verdict in VERDICTS})


def checked_lines(result: Report, files: Files, words: Words) -> Iterator[str]:
    """A line for each comparison that did not fail, by document and place, safe for a terminal."""
    found = [each for each in result.comparisons if each.outcome != "fails" and each.places]
    if not found:
        return
    yield words("checked", comparisons=words.count("comparison", len(found)))
    for each in sorted(found, key=place_first):
        yield _line(each, files, words)


def _vetoed(result: Report, words: Words) -> Iterator[str]:
    """How many comparisons were left undecided, and what spoke against them."""
    slots = vetoed(result.comparisons)
    if slots:
        reasons = ", ".join(f"{words(f'slot {slot}')} {count}" for slot, count in slots)
        yield words("vetoed", comparisons=words.count("comparison", sum(n for _, n in slots)), reasons=reasons)


def _line(compared: Compared, files: Files, words: Words) -> str:
    first = min(compared.places, key=lambda place: place.span)
    line, column = files[first.path].at(first.span.start)
    said = operands(compared, words)
    outcome = words(f"outcome {compared.outcome}")
    if compared.slot is not None:
        outcome += f" ({words(f'slot {compared.slot}')})"
    working = _worked(compared, words, ": {}")
    return f"  {safe(first.path)}:{line}:{column} {outcome} {said}{working}  {compared.rule}"
