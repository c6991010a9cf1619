"""The examples of rules, run: every mark is found, all else stays silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from claimcheck.constraints import constrain
from claimcheck.errors import DataError, Problem
from claimcheck.extract import read_article
from claimcheck.ground import ground, read_source
from claimcheck.languages import known
from claimcheck.link import link
from claimcheck.link.across import across
from claimcheck.model import Article, Document, Finding, Report, Span
from claimcheck.model.link import Dossier
from claimcheck.reference import NOTHING, Reference
from claimcheck.rules.apply import apply, marks
from claimcheck.rules.load import load
from claimcheck.rules.rule import Example, Rule
from claimcheck.rules.suppress import settle
from claimcheck.segment import segment


def test(folder: Path) -> tuple[int, tuple[Problem, ...]]:
    """How many examples a folder of rules has, and everything that is wrong with them."""
    rules = load(folder)
    problems = [problem for rule in rules for problem in problems_of(rule)]
    return sum(len(rule.examples().examples) for rule in rules), tuple(problems)


def problems_of(rule: Rule) -> tuple[Problem, ...]:
    """What fails in one rule: an example that does not hold, a language of its message without hit or near miss."""
    examples, reference = rule.examples()
    found = [Problem(rule.path, each) for example in examples for each in failures(rule, example, reference)]
    count = Counter((example.language, example.is_hit()) for example in examples)
    for language in sorted(rule.message):
        if not count[language, True]:
            found.append(Problem(rule.path, f"no example in {language!r} has a [[mark]] that must be found"))
        if not count[language, False]:
            found.append(Problem(rule.path, f"no example in {language!r} is a near miss"))
    used = {example.language for example in examples}
    for name in sorted((used | set(rule.message)) - set(known())):
        found.append(Problem(rule.path, f"no language is called {name!r}; known are {', '.join(known())}"))
    if missing := used - set(rule.message):
        found.append(Problem(rule.path, f"the message is missing in {', '.join(sorted(missing))}"))
    return tuple(found)


def failures(rule: Rule, example: Example, reference: dict[str, Any] | None = None) -> tuple[str, ...]:
    """In plain words, what of this example does not hold where this is known, as in claims/*.yaml, and nothing else."""
    try:
        known = _reference(rule, reference)
        articles = [_article(example, number, known) for number in range(len(example.texts))]
    except (DataError, ValueError) as error:
        return (f"example '{example.name}': {error}",)
    beside, missing = _beside(rule, example)
    if missing:
        return tuple(f"example '{example.name}': no rule is called {name!r}" for name in missing)
    applied = apply([rule, *beside], _dossiers(rule, articles, known), example.language)
    report = Report(tuple(articles), applied.in_order(), applied.coverage(articles))
    settled = settle(report, applied.rules, example.language)
    findings = [finding for finding in settled.findings if finding.rule == rule.id]
    between = rule.check.reads == "Tie"  # a mark must then be found in its own text
    wrong: list[str] = []
    for article, (_, marked) in zip(articles, map(marks, example.texts), strict=True):
        wrong += _between(findings, article, marked) if between else _within(findings, article, marked)
    return tuple(f"example '{example.name}': {message}" for message in wrong)


def _article(example: Example, number: int, known: Reference) -> Article:
    """The article with this number, from 0, its marks cut out; its path is its number from 1."""
    text, _ = marks(example.texts[number])
    language, published = example.written_in(number), example.date(number)
    document = Document.from_text(text, path=f"{number + 1}", language=language, published=published)
    return read_article(segment(document), known.names)


def _within(findings: Sequence[Finding], article: Article, marked: Sequence[Span]) -> Iterator[str]:
    """What of the marks of an article is not found, and what is found beside them."""
    text = article.document.text
    here = [finding for finding in findings if finding.places[0].path == article.document.path]
    yield from (f"'{text[s.start : s.end]}' is not found" for s in marked if not any(_touches(f, s) for f in here))
    yield from (f"found and should not be: {f.message}" for f in here if not any(_touches(f, s) for s in marked))


def _between(findings: Sequence[Finding], article: Article, marked: Sequence[Span]) -> Iterator[str]:
    """The same where articles are laid beside each other."""
    document = article.document
    here = [place for finding in findings for place in finding.places if place.path == document.path]
    for mark in marked:
        if not any(mark.touches(place.span) for place in here):
            yield f"'{document.text[mark.start : mark.end]}' is not found"
    yield from (f"found and should not be: {p.text!r}" for p in here if not any(p.span.touches(m) for m in marked))


def _dossiers(rule: Rule, articles: Sequence[Article], known: Reference) -> Iterable[Dossier]:
    """What the rule is applied to: the first article beside the others, as its sources or its like, or each alone."""
    if rule.check.reads == "Tie":
        return [Dossier(articles[0], across(articles), tuple(articles[1:]))]
    if rule.check.reads != "Support":
        return (constrain(link(article, known)) for article in articles)
    sources = [read_source(article.document, known.names) for article in articles[1:]]
    return [Dossier(articles[0], ground(articles[:1], sources), tuple(articles[1:]))]


def _beside(rule: Rule, example: Example) -> tuple[list[Rule], list[str]]:
    """The rules that run with this one in an example, and the names that no rule of its folder has."""
    if not example.beside:
        return [], []
    others = {each.id: each for each in load(Path(rule.path).parents[rule.id.count("/")])}
    return [others[name] for name in example.beside if name in others], [n for n in example.beside if n not in others]


def _reference(rule: Rule, plain: dict[str, Any] | None) -> Reference:
    """What is known in the examples of a rule: the entries it brings along, nothing else."""
    if plain is None:
        return NOTHING
    from claimcheck.reference.read import given  # noqa: PLC0415 – needs a validator
    from claimcheck.reference.shape import File  # noqa: PLC0415

    return Reference(given(File.model_validate(plain), rule.path))


def _touches(finding: Finding, span: tuple[int, int]) -> bool:
    return any(place.span.start < span[1] and span[0] < place.span.end for place in finding.places)
