"""The examples of rules, run: every mark is found, all else stays silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from claimcheck.errors import DataError, Problem
from claimcheck.extract import read_article
from claimcheck.ground import ground, read_source
from claimcheck.languages import known
from claimcheck.link import link
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
    """What fails in one rule: an example that does not hold, a language without hit or near miss."""
    examples, reference = rule.examples()
    found = [Problem(rule.path, each) for example in examples for each in failures(rule, example, reference)]
    count = Counter((example.language, example.is_hit()) for example in examples)
    for language in known():
        if not count[language, True]:
            found.append(Problem(rule.path, f"no example in {language!r} has a [[mark]] that must be found"))
        if not count[language, False]:
            found.append(Problem(rule.path, f"no example in {language!r} is a near miss"))
    for name in {example.language for example in examples} - set(known()):
        found.append(Problem(rule.path, f"no language is called {name!r}; known are {', '.join(known())}"))
    if missing := set(known()) - set(rule.message):
        found.append(Problem(rule.path, f"the message is missing in {', '.join(sorted(missing))}"))
    return tuple(found)


def failures(rule: Rule, example: Example, reference: dict[str, Any] | None = None) -> tuple[str, ...]:
    """In plain words, what of this example does not hold where this is known, as in claims/*.yaml, and nothing else."""
    try:
        known = _reference(rule, reference)
        texts = [marks(text) for text in example.texts]
        articles = [
            read_article(
                segment(
                    Document.from_text(
                        text,
                        path=f"{number}",
                        language=example.written_in(number - 1),
                        published=example.date(number - 1),
                    )
                ),
                known.names,
            )
            for number, (text, _) in enumerate(texts, 1)
        ]
    except (DataError, ValueError) as error:
        return (f"example '{example.name}': {error}",)
    beside, missing = _beside(rule, example)
    if missing:
        return tuple(f"example '{example.name}': no rule is called {name!r}" for name in missing)
    if rule.check.reads == "Tie":
        return _between(rule, example, articles, [spans for _, spans in texts])
    applied = apply([rule, *beside], _dossiers(rule, articles, known), example.language)
    report = Report(tuple(articles), applied.in_order(), applied.coverage(articles))
    settled = settle(report, applied.rules, example.language)
    findings = [finding for finding in settled.findings if finding.rule == rule.id]
    wrong = []
    for number, (text, spans) in enumerate(texts, 1):
        here = [finding for finding in findings if finding.places[0].path == f"{number}"]
        wrong += [f"'{text[s.start : s.end]}' is not found" for s in spans if not any(_touches(f, s) for f in here)]
        wrong += [f"found and should not be: {f.message}" for f in here if not any(_touches(f, s) for s in spans)]
    return tuple(f"example '{example.name}': {message}" for message in wrong)


def _dossiers(rule: Rule, articles: Sequence[Article], known: Reference) -> Iterable[Dossier]:
    """What the rule is applied to: the first article beside the others as its sources, or each by itself."""
    if rule.check.reads != "Support":
        return (link(article, known) for article in articles)
    sources = [read_source(article.document, known.names) for article in articles[1:]]
    return [Dossier(articles[0], ground(articles[:1], sources), tuple(articles[1:]))]


def _between(
    rule: Rule, example: Example, articles: Sequence[Article], marked: Sequence[Sequence[Span]]
) -> tuple[str, ...]:
    """The same for a rule that lays articles beside each other: a mark must be found in its own text."""
    from claimcheck.link.across import across  # noqa: PLC0415 – for these rules only

    dossier = Dossier(articles[0], across(articles), tuple(articles[1:]))
    wrong = []
    findings = apply([rule], [dossier], example.language).findings
    places = [(int(place.path) - 1, place.span) for finding in findings for place in finding.places]
    for number, (article, spans) in enumerate(zip(articles, marked, strict=True)):
        here = [span for which, span in places if which == number]
        text = article.document.text
        wrong += [f"'{text[s.start : s.end]}' is not found" for s in spans if not any(s.touches(each) for each in here)]
        wrong += [
            f"found and should not be: {text[s.start : s.end]!r}" for s in here if not any(s.touches(m) for m in spans)
        ]
    return tuple(f"example '{example.name}': {message}" for message in wrong)


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
