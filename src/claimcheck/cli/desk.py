"""The articles whose claims `claimcheck ledger` speaks of, read as `check` reads them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from claimcheck.cli.asked import excluded
from claimcheck.cli.leave import of_terminal, write
from claimcheck.cli.options import Date, Language, MessageLanguage, NoReference, Reference
from claimcheck.errors import DataError, Problem, faults
from claimcheck.inputs import first_language, read_articles
from claimcheck.ledger import beside
from claimcheck.model import Article, Document, Span
from claimcheck.model.ledger import Identity, Ledger
from claimcheck.read import STANDARD_INPUT, file_of
from claimcheck.reference import open_reference
from claimcheck.report.ledger import SHORT
from claimcheck.report.words import Words, in_language, message_language, safe, words
from claimcheck.settings import Settings, settings


class Desk(NamedTuple):
    """Articles with their claims as `check` reads them, what kept others from being read, and the reader's words."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    words: Words

    def say(self, key: str, **fields: object) -> None:
        """Writes a sentence to standard output."""
        write(safe(self.words(key, **fields)) + "\n")

    def complain(self) -> None:
        """Raises DataError where something that was meant could not be read."""
        if wrong := faults(self.problems):
            raise DataError(*(in_language(each, self.words.language) for each in wrong))


class Reading(NamedTuple):
    """How the articles are to be read, as the options say: what a claim is must be the same as for `check`."""

    date: Date = None
    language: Language = None
    lang_ui: MessageLanguage = None
    reference: Reference = None
    no_reference: NoReference = False


def desk_of(paths: Sequence[str], how: Reading) -> Desk:
    """The articles behind the paths. Raises DataError for standard input, which has no ledger, and for bad options."""
    if STANDARD_INPUT in paths:
        raise DataError(Problem(STANDARD_INPUT, "a ledger stands beside its article; give a file"))
    found = settings(paths) or Settings()
    asked = message_language(how.lang_ui or found.lang_ui)
    reference = how.reference or [Path(each) for each in found.reference]
    articles, problems = read_articles(
        paths,
        date=how.date,
        language=how.language or found.language,
        known=open_reference(reference, shipped=not how.no_reference).names,
        exclude=excluded((), found),
    )
    return Desk(articles, problems, words(asked or of_terminal() or first_language(articles)))


def single(path: str, how: Reading) -> tuple[Desk, Article, Ledger]:
    """The one article of a command that writes, with its ledger; DataError where either has a mistake."""
    desk = desk_of([path], how)
    desk.complain()
    if len(desk.articles) != 1:
        raise DataError(*desk.problems or [Problem(path, "one article at a time; give a file")])
    article = desk.articles[0]
    if file_of(article.document.path) != article.document.path:
        raise DataError(
            Problem(path, "a ledger stands beside the file of one article; save this one in a file of its own")
        )
    return desk, article, article.document.ledger or Ledger(beside(article.document.path))


MOST_NEAR = 5


class Candidate(NamedTuple):
    """A claim that may be meant; `place` is "LINE:COLUMN", "-" where the article no longer has it, and no `span`."""

    identity: Identity
    place: str
    span: Span | None

    def __str__(self) -> str:
        return f"{self.place} {self.identity.claim[:SHORT]}"


def named(names: Sequence[str], candidates: Sequence[Candidate], document: Document) -> list[Identity]:
    """The claims of the document with these names, each once.

    Raises DataError for names that fit no candidate, with those in the same words of the text, or several.
    """
    path = document.path
    found: dict[Identity, None] = {}
    problems = []
    for name in names:
        fitting = _fitting(" ".join(name.split()), candidates)
        if len(fitting) == 1:
            found[fitting[0].identity] = None
        elif fitting:
            message = f"{name!r} may be each of {', '.join(map(str, fitting))}; name one by its number"
            problems.append(Problem(path, message))
        else:
            near = ", ".join(f"{each.identity.text!r} ({each})" for each in _near(name, candidates, document.text))
            hint = f"these words have {near}" if near else "`claimcheck ledger status` lists them"
            problems.append(Problem(path, f"no claim is called {name!r}; {hint}"))
    if problems:
        raise DataError(*problems)
    return list(found)


def _fitting(name: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    ways = (
        [each for each in candidates if each.identity.text == name],
        [each for each in candidates if each.place == name],
        [each for each in candidates if name and each.identity.claim.startswith(name)],
    )
    return next((found for found in ways if found), [])


def _near(name: str, candidates: Sequence[Candidate], text: str) -> list[Candidate]:
    """The claims in or around the words wherever the text has them, the shortest first, and no more than a few."""
    words = r"\s+".join(map(re.escape, name.split()))
    places = [Span(*found.span()) for found in re.finditer(words, text)] if words else []
    near = [
        (each.span.end - each.span.start, each.span.start, each)
        for each in candidates
        if each.span is not None and any(map(each.span.touches, places))
    ]
    return [each for *_, each in sorted(near)[:MOST_NEAR]]
