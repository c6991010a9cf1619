"""What compared articles share, as a table: a row a fact, a cell an article; and what only one of them has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.link.across.facts import Fact, alone
from claimcheck.model import Article, Span
from claimcheck.report.html.view import View

Link = tuple[str, str]
"""Where a link leads, and its words."""


class SharedRow(NamedTuple):
    """A fact with what each article says of it: its wordings once each, none where it does not speak of it."""

    fact: Fact
    cells: tuple[tuple[Link, ...], ...]


class Shared:
    """The facts that two or more articles tell."""

    def __init__(self, view: View) -> None:
        self.view = view

    def rows(self) -> Iterator[SharedRow]:
        """A row a fact, those in conflict first."""
        for fact in self.view.facts:
            yield SharedRow(fact, tuple(self._cell(fact, path) for path in self.view.ids))

    def only(self, article: Article) -> tuple[Link, ...]:
        """The numbers that only this article has."""
        path = article.document.path
        return tuple(self._link(path, each.span, each.text) for each in alone(article, self.view.facts))

    def _cell(self, fact: Fact, path: str) -> tuple[Link, ...]:
        said: dict[str, Link] = {}
        for end in fact.of(path):
            link = self._link(path, end.span, end.text)
            said.setdefault(link[1], link)
        return tuple(said.values())

    def _link(self, path: str, span: Span, text: str) -> Link:
        return self.view.target(path, span.start), " ".join(text.split())
