"""Findings per 1,000 articles, rule by rule, and a sample of them to read: what the maturity of a rule rests on.

    python benchmarks/noise.py FOLDER [--sample N] [--seed N] [--level LEVEL]… [--rule RULE]…

FOLDER holds articles as `check` reads them, with their days and languages beside them. A rule may be stable if at
least 8 of 10 of its findings, drawn at random, would make an editor change or check the text; one that finds nothing
here needs other evidence. Without a folder there is nothing to count, which is said and is no failure.
"""

from __future__ import annotations

import argparse
import random
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

import claimcheck
from claimcheck.model import LEVELS, Document, Finding
from claimcheck.read import collect
from claimcheck.rules import shipped


def found_in(folder: str) -> Iterator[tuple[Document, tuple[Finding, ...]]]:
    """Every article with its findings, in the order of the paths; those that cannot be read are told."""
    paths, problems = collect([folder])
    for path in paths:
        report = claimcheck.check([path])
        problems += report.problems
        for article in report.articles:
            yield article.document, report.findings
    for problem in problems:
        print(problem)


def sentences(document: Document, finding: Finding) -> Iterator[str]:
    """The sentences a finding rests on, each once, in the order of the text."""
    starts = [each.start for each in document.sentences]
    first = {max(0, bisect_left(starts, place.span.start + 1) - 1) for place in finding.places}
    last = {max(0, bisect_left(starts, place.span.end) - 1) for place in finding.places}
    for number in sorted(first | last) if starts else ():
        yield " ".join(document.text[slice(*document.sentences[number])].split())


def drawn(found: Sequence[tuple[Document, Finding]], count: int, seed: int) -> list[tuple[Document, Finding]]:
    """As many findings at random, rule by rule in turn so that no frequent rule drowns the others."""
    by_rule: dict[str, list[tuple[Document, Finding]]] = {}
    for document, finding in found:
        by_rule.setdefault(finding.rule, []).append((document, finding))
    picked = []
    for rule, findings in sorted(by_rule.items()):
        chosen = random.Random(f"{seed} {rule}").sample(findings, min(count, len(findings)))
        picked += list(enumerate(chosen))
    picked.sort(key=lambda each: (each[0], each[1][1].rule))
    return [each for _, each in picked[:count]]


def main(given: argparse.Namespace) -> None:
    if given.folder is None:
        print("noise       not measured: name a folder of articles, as in `python benchmarks/noise.py articles/`")
        return
    found: list[tuple[Document, Finding]] = []
    articles = 0
    for document, findings in found_in(given.folder):
        articles += 1
        found += ((document, finding) for finding in findings)
    if not articles:
        print(f"noise       not measured: no article in {given.folder}")
        return
    levels = Counter(finding.level for _, finding in found)
    print(f"{articles:,} articles; findings per 1,000: ", end="")
    print(", ".join(f"{level} {1000 * levels[level] / articles:.1f}" for level in LEVELS))
    counts = Counter((finding.rule, finding.level) for _, finding in found)
    for rule in shipped():
        shares = [f"{level} {1000 * n / articles:.1f}" for level in LEVELS if (n := counts[rule.id, level])]
        print(f"  {rule.id:38} {rule.maturity:8} {', '.join(shares) or '–'}")
    wanted = [
        each
        for each in found
        if each[1].level in (given.level or LEVELS) and each[1].rule in (given.rule or [each[1].rule])
    ]
    for document, finding in drawn(wanted, given.sample, given.seed):
        print(f"\n{document.path}  {finding.level} {finding.rule}\n  {finding.message}")
        for sentence in sentences(document, finding):
            print(f"  > {sentence}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--sample", type=int, default=0, help="how many findings to print with their sentences")
    parser.add_argument("--seed", type=int, default=1, help="another number draws other findings")
    parser.add_argument("--level", action="append", choices=LEVELS, help="draw from findings of this level only")
    parser.add_argument("--rule", action="append", help="draw from findings of this rule only")
    main(parser.parse_args())
