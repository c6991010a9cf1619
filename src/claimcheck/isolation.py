"""An article that the program stumbles over costs itself only: it becomes a problem of the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimcheck.errors import DataError, Problem, by_place, fault
from claimcheck.model import Article, Report

Judge = Callable[[tuple[Article, ...]], Report]


def isolated(judge: Judge, articles: Sequence[Article]) -> Report:
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
            gone = {left[_last_of_shortest(judge, left)].document.path: error} if alone else _failing(judge, left)
        alone = True
        lost += [fault(path, error) for path, error in gone.items()]
        left = tuple(each for each in left if each.document.path not in gone)


def _failing(judge: Judge, articles: tuple[Article, ...]) -> dict[str, Exception]:
    """What goes wrong with those that cannot even be judged alone, by their paths."""
    found = {each.document.path: _failure(judge, (each,)) for each in articles}
    return {path: error for path, error in found.items() if error is not None}


def _failure(judge: Judge, articles: tuple[Article, ...]) -> Exception | None:
    try:
        judge(articles)
    except DataError:
        raise
    except Exception as error:
        return error
    return None


def _last_of_shortest(judge: Judge, articles: tuple[Article, ...]) -> int:
    """Where the shortest row from the first article on that fails has its last one; all together they fail."""
    low, high = 1, len(articles)
    while low < high:
        middle = (low + high) // 2
        if _failure(judge, articles[:middle]) is None:
            low = middle + 1
        else:
            high = middle
    return low - 1
