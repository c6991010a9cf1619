"""From what a caller names – documents, files, folders – to articles with their claims."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date as Date  # noqa: N812 – `date` is the public keyword
from itertools import zip_longest
from os import PathLike, fspath
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from claimcheck.errors import DataError, Problem, by_place, fault
from claimcheck.extract import read_article
from claimcheck.model import Article, Document, Report
from claimcheck.model.document import day
from claimcheck.model.link import Dossier
from claimcheck.read import Excludes, collect, read
from claimcheck.reference import NOTHING, EntityIndex
from claimcheck.segment import check_language, segment

if TYPE_CHECKING:
    from claimcheck.ground import Source


Judge = Callable[[tuple[Dossier, ...]], Report]


def isolated(judge: Judge, articles: Sequence[Dossier]) -> Report:
    """What `judge` says of the articles, without those it fails on, which are among the report's problems.

    Problems stand by path and place. Nothing is judged twice unless something fails; then each article is judged alone,
    and the sound ones together. Where these fail only together, the last one of the shortest row that fails goes, as
    often as need be.
    """
    left = tuple(articles)
    lost: list[Problem] = []
    alone = False
    while True:
        try:
            report = judge(left)
            return report._replace(problems=by_place((*report.problems, *lost)))
        except DataError:
            raise
        except Exception as error:
            if not left:
                raise  # no article's fault
            gone = {_path(left[_last_of_shortest(judge, left)]): error} if alone else _failing(judge, left)
        alone = True
        lost += [fault(path, error) for path, error in gone.items()]
        left = tuple(each for each in left if _path(each) not in gone)


def _path(dossier: Dossier) -> str:
    return dossier.article.document.path


def _failing(judge: Judge, articles: tuple[Dossier, ...]) -> dict[str, Exception]:
    """What goes wrong with those that cannot even be judged alone, by their paths."""
    found = {_path(each): _failure(judge, (each,)) for each in articles}
    return {path: error for path, error in found.items() if error is not None}


def _failure(judge: Judge, articles: tuple[Dossier, ...]) -> Exception | None:
    try:
        judge(articles)
    except DataError:
        raise
    except Exception as error:
        return error
    return None


def _last_of_shortest(judge: Judge, articles: tuple[Dossier, ...]) -> int:
    """Where the shortest row from the first article on that fails has its last one; all together they fail."""
    low, high = 1, len(articles)
    while low < high:
        middle = (low + high) // 2
        if _failure(judge, articles[:middle]) is None:
            low = middle + 1
        else:
            high = middle
    return low - 1


Input = Document | str | PathLike[str]
Inputs = Input | Iterable[Input]
T = TypeVar("T")


def read_articles(
    inputs: Inputs,
    *,
    date: Date | str | None,
    language: str | None,
    known: EntityIndex = NOTHING.names,
    exclude: Excludes = (),
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Reads, segments and extracts; articles by path, then the problems of those that could not be read."""
    return read_each(inputs, lambda article: article, date=date, language=language, known=known, exclude=exclude)


def read_each(
    inputs: Inputs,
    then: Callable[[Article], T],
    *,
    date: Date | str | None,
    language: str | None,
    known: EntityIndex = NOTHING.names,
    exclude: Excludes = (),
) -> tuple[tuple[T, ...], tuple[Problem, ...]]:
    """What becomes of each article as soon as it is read, by path, then the problems of those that could not be.

    An article that `then` fails on is among the problems too.
    """
    published = _day(date)
    if language is not None:
        check_language(language)

    def make(document: Document) -> tuple[T, tuple[Problem, ...]]:
        document = segment(_with(document, published, language))
        return then(read_article(document, known)), document.problems

    return _made(inputs, make, exclude)


def _made(
    inputs: Inputs, make: Callable[[Document], tuple[T, tuple[Problem, ...]]], exclude: Excludes
) -> tuple[tuple[T, ...], tuple[Problem, ...]]:
    """What becomes of each document, by path, and all problems on the way."""
    given = _given(inputs)
    documents = [each for each in given if isinstance(each, Document)]
    paths, problems = collect([each for each in given if isinstance(each, str | PathLike)], exclude)
    return _each_made(documents, paths, problems, make)


def _given(inputs: Inputs) -> tuple[Input, ...]:
    """Each by itself; a document is a tuple too."""
    single = isinstance(inputs, Document | str | PathLike)
    return (cast("Input", inputs),) if single else tuple(cast("Iterable[Input]", inputs))


def _each_made(
    documents: Sequence[Document],
    paths: Sequence[str],
    problems: list[Problem],
    make: Callable[[Document], tuple[T, tuple[Problem, ...]]],
) -> tuple[tuple[T, ...], tuple[Problem, ...]]:
    made: dict[str, T] = {}
    for path, document in zip_longest([*(each.path for each in documents), *paths], documents):
        try:
            if path in made:
                raise DataError(Problem(path, "another document has the same path; every one needs its own"))
            made[path], found = make(document or read(path))
            problems.extend(found)
        except DataError as error:
            problems.extend(error.problems)
        except Exception as error:  # costs this document only
            problems.append(fault(path, error))
    return tuple(made[path] for path in sorted(made)), tuple(problems)


class Sources(NamedTuple):
    """The documents that drafts are held against, by path, and the problems of those that cannot be used."""

    all: tuple[Source, ...]
    problems: tuple[Problem, ...] = ()

    def without(self, paths: Collection[str]) -> Sources:
        """Those a draft may rest on: it is no source of itself, nor is another document with its path."""
        same = [each.article.document.path for each in self.all if each.article.document.path in paths]
        if not same:
            return self
        own = tuple(
            Problem(path, "is given as an article and as its source; a text cannot support itself") for path in same
        )
        rest = tuple(each for each in self.all if each.article.document.path not in paths)
        return Sources(rest, (*self.problems, *own))

    def sound(self) -> Sources:
        """Those that can be read in whole, which happens only here: else just as far as a draft asks."""
        failed = {}
        for each in self.all:
            try:
                read_article(each.article.document)
            except Exception as error:  # costs this source only
                failed[each.article.document.path] = fault(each.article.document.path, error)
        rest = tuple(each for each in self.all if each.article.document.path not in failed)
        return Sources(rest, (*self.problems, *failed.values()))


def read_sources(inputs: Inputs, known: EntityIndex = NOTHING.names, exclude: Excludes = ()) -> Sources:
    """Reads the sources; they have their own dates and languages.

    One that is named and not read for its language or kind is a mistake: nothing a draft says would be found in it.
    """
    from claimcheck.ground import read_source  # noqa: PLC0415 – for drafts with sources only

    def make(document: Document) -> tuple[Source, tuple[Problem, ...]]:
        source = read_source(document, known)
        return source, tuple(each._replace(note=None) for each in source.article.document.problems)

    given = _given(inputs)
    named = {fspath(each) for each in given if isinstance(each, str | PathLike)}
    sources, problems = _made(given, make, exclude)
    return Sources(sources, tuple(each._replace(note=None) if each.path in named else each for each in problems))


def _with(document: Document, published: Date | None, language: str | None) -> Document:
    """The document with the day and the language that were given for all."""
    if published is None and language is None:
        return document
    return document._replace(published=published or document.published, language=language or document.language)


def _day(date: Date | str | None) -> Date | None:
    try:
        return day(date) if isinstance(date, str) else date
    except ValueError as error:
        raise DataError(Problem("date", str(error))) from None


def first_language(articles: Sequence[Article]) -> str | None:
    """The language of the first article that has one: what the messages are written in unless asked otherwise."""
    return next((article.document.language for article in articles if article.document.language), None)
