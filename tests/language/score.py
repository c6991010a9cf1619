"""How well clauses and subjects are read: sentences marked by hand against the analysis of the same text.

A number is right when it is put into the clause with the marked finite verb (or both have none), its subject when the
head of that clause's subject is the marked word. Run: python -m tests.language.score FILE… [--misses]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from claimcheck.language import Clause, Sentence, analyse
from claimcheck.language.words import words_of
from claimcheck.model import Span


class Score(NamedTuple):
    """Numbers in all, in the right clause, with the right subject; and what went wrong, in words."""

    numbers: int
    clauses: int
    subjects: int
    misses: tuple[str, ...]


def marked(path: Path) -> list[dict[str, Any]]:
    """The sentences of a file, one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def score(sentences: Iterable[dict[str, Any]]) -> Score:
    """Count over all numbers of these sentences."""
    numbers = clauses = subjects = 0
    misses: list[str] = []
    for each in sentences:
        words = words_of(each["language"])
        assert words is not None
        text = each["text"]
        sentence = analyse(text, Span(0, len(text)), words)
        by_id = {clause["id"]: clause for clause in each["clauses"]}
        for number in each["numbers"]:
            wanted = by_id[number["clause"]]
            found = sentence.clause_at(number["span"][0])
            assert found is not None
            verb, subject = _verb(sentence, found), _subject(sentence, found)
            numbers += 1
            same = verb == _span(wanted["verb"])
            clauses += same
            right = subject == _span(wanted["subject_head"])
            subjects += right
            if not (same and right):
                misses.append(_miss(each, number, wanted, text, verb, subject, same))
    return Score(numbers, clauses, subjects, tuple(misses))


def _verb(sentence: Sentence, clause: Clause) -> Span | None:
    return None if clause.verb is None else sentence.tokens[clause.verb].span


def _subject(sentence: Sentence, clause: Clause) -> Span | None:
    return None if clause.subject is None else sentence.tokens[clause.subject.head].span


def _span(given: list[int] | None) -> Span | None:
    return None if given is None else Span(*given)


def _miss(
    each: dict[str, Any], number: dict[str, Any], wanted: dict[str, Any], text: str, verb: Span | None,
    subject: Span | None, same: bool,
) -> str:  # fmt: skip
    def words(span: Any) -> str:
        return "–" if span is None else text[span[0] : span[1]]

    return (
        f"{each['id']} {'subject' if same else 'CLAUSE'} {words(number['span'])!r}: {wanted['kind']} "
        f"{words(wanted['verb'])}/{words(wanted['subject_head'])} but {words(verb)}/{words(subject)}\n    {text}"
    )


def main(arguments: list[str]) -> None:
    """Print the figures of each language in the files, and with --misses what went wrong."""
    sentences = [each for path in arguments if not path.startswith("--") for each in marked(Path(path))]
    for language in sorted({each["language"] for each in sentences}):
        found = score(each for each in sentences if each["language"] == language)
        print(
            f"{language}: {found.numbers} numbers, clause {found.clauses / found.numbers:.1%}, "
            f"subject {found.subjects / found.numbers:.1%}"
        )
        if "--misses" in arguments:
            print("\n".join(found.misses))


if __name__ == "__main__":
    main(sys.argv[1:])
