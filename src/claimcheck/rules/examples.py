"""The examples of rules, run: every mark is found, all else stays silent."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from claimcheck.errors import DataError, Problem
from claimcheck.extract import read_article
from claimcheck.languages import known
from claimcheck.model import Document, Finding
from claimcheck.rules.apply import apply, marks
from claimcheck.rules.load import load
from claimcheck.rules.rule import Example, Rule
from claimcheck.segment import segment


def test(folder: Path) -> tuple[int, tuple[Problem, ...]]:
    """How many examples a folder of rules has, and everything that is wrong with them."""
    rules = load(folder)
    problems = [problem for rule in rules for problem in problems_of(rule)]
    return sum(len(rule.examples) for rule in rules), tuple(problems)


def problems_of(rule: Rule) -> tuple[Problem, ...]:
    """What fails in one rule: an example that does not hold, a language without hit or near miss."""
    found = [Problem(rule.path, message) for example in rule.examples for message in failures(rule, example)]
    count = Counter((example.language, example.is_hit()) for example in rule.examples)
    for language in known():
        if not count[language, True]:
            found.append(Problem(rule.path, f"no example in {language!r} has a [[mark]] that must be found"))
        if not count[language, False]:
            found.append(Problem(rule.path, f"no example in {language!r} is a near miss"))
    for name in {example.language for example in rule.examples} - set(known()):
        found.append(Problem(rule.path, f"no language is called {name!r}; known are {', '.join(known())}"))
    if missing := set(known()) - set(rule.message):
        found.append(Problem(rule.path, f"the message is missing in {', '.join(sorted(missing))}"))
    return tuple(found)


def failures(rule: Rule, example: Example) -> tuple[str, ...]:
    """In plain words, what of this example does not hold."""
    try:
        texts = [marks(text) for text in example.texts]
        articles = [
            read_article(
                segment(
                    Document.from_text(text, path=f"{number}", language=example.language, published=example.published)
                )
            )
            for number, (text, _) in enumerate(texts, 1)
        ]
    except (DataError, ValueError) as error:
        return (f"example '{example.name}': {error}",)
    findings, _ = apply([rule], articles, example.language)
    wrong = []
    for number, (text, spans) in enumerate(texts, 1):
        here = [finding for finding in findings if finding.places[0].path == f"{number}"]
        wrong += [f"'{text[s.start : s.end]}' is not found" for s in spans if not any(_touches(f, s) for f in here)]
        wrong += [f"found and should not be: {f.message}" for f in here if not any(_touches(f, s) for s in spans)]
    return tuple(f"example '{example.name}': {message}" for message in wrong)


def _touches(finding: Finding, span: tuple[int, int]) -> bool:
    return any(place.span.start < span[1] and span[0] < place.span.end for place in finding.places)
