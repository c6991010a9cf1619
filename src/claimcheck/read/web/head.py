"""What a page says about its article: JSON-LD, meta tags, the html element; the first that says something counts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from html import unescape
from typing import Any

from claimcheck.model.document import day
from claimcheck.read.metadata import Metadata
from claimcheck.read.web.scan import Page

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][\w-]{1,20})?")
_PUBLISHED = ("article:published_time", "datepublished", "og:published_time", "date", "dc.date", "dcterms.created",
              "dc.date.issued", "dcterms.date", "pubdate", "publishdate", "publish-date", "parsely-pub-date",
              "sailthru.date", "last-modified")  # fmt: skip
_TITLE = ("og:title", "twitter:title", "dc.title", "headline")
_PUBLISHER = ("og:site_name", "dc.publisher", "application-name")
_AUTHOR = ("author", "dc.creator", "article:author", "parsely-author")
_SPOKEN = ("content-language", "language", "og:locale")
_TEASER = ("og:description", "description", "twitter:description", "dc.description")
_MOST_NODES = 2000


class Head:
    """The metadata of a page; `headlines` and `teasers` are the words it gives for them, for finding their places."""

    def __init__(self, page: Page) -> None:
        self._metas = _metas(page)
        nodes = list(_nodes(page.scripts))
        self._articles = [node for node in nodes if _is_article(node)]
        self.headlines = [*self._texts("headline", "name"), *self._named(_TITLE), page.title]
        self.teasers = [*self._texts("description", "abstract"), *self._named(_TEASER)]
        self._tags = page.tags
        self.generator = next(iter(self._named(("generator",))), "")

    def metadata(self) -> Metadata:
        """What is known; a date that is none, or a language in a form no language has, is as if not given."""
        authors = [*self._texts("author", "creator"), *self._named(_AUTHOR)]
        languages = [*self._values("html", "lang"), *self._named(_SPOKEN), *self._texts("inLanguage")]
        return Metadata(
            published=_first_day(self._days()),
            language=next(filter(_LANGUAGE.fullmatch, languages), None),
            title=_first(self.headlines),
            publisher=_first([*self._texts("publisher", "sourceOrganization"), *self._named(_PUBLISHER)]),
            author=_first(name for name in authors if "://" not in name),
            url=_first([*self._canonical(), *self._texts("url"), *self._named(("og:url",))]),
        )

    def _days(self) -> Iterator[str]:
        yield from self._texts("datePublished", "dateCreated")
        yield from self._named(_PUBLISHED)
        yield from (values.get("datetime", "") for tag, values in self._tags if tag == "time" and "pubdate" in values)

    def _canonical(self) -> Iterator[str]:
        return (values.get("href", "") for _, values in self._tags if values.get("rel") == "canonical")

    def _values(self, tag: str, key: str) -> Iterator[str]:
        return (values[key] for name, values in self._tags if name == tag and key in values)

    def _texts(self, *keys: str) -> list[str]:
        """What the JSON-LD has under the keys, the first key first."""
        return [text for key in keys for node in self._articles if (text := _text(node.get(key)))]

    def _named(self, names: Iterable[str]) -> list[str]:
        return [text for name in names for text in self._metas.get(name, ())]


def _metas(page: Page) -> dict[str, list[str]]:
    """The contents of the meta tags by their names in small letters."""
    found: dict[str, list[str]] = {}
    for tag, values in page.tags:
        if tag == "meta" and (content := " ".join(values.get("content", "").split())):
            for key in ("property", "name", "itemprop", "http-equiv"):
                found.setdefault(values.get(key, "").lower(), []).append(content)
    return found


def _nodes(scripts: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Every object in the JSON-LD of a page, the outer ones first, up to a limit."""
    left = _MOST_NODES
    for script in scripts:
        waiting: list[Any] = []
        with suppress(ValueError, RecursionError):
            waiting.append(json.loads(script.strip().removeprefix("<!--").removesuffix("-->"), strict=False))
        for node in waiting:
            left -= 1
            if left < 0:
                return
            if isinstance(node, dict):
                yield node
                waiting += node.values()
            elif isinstance(node, list):
                waiting += node


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and _ARTICLE.search(name) for name in names)


def _text(value: object) -> str:
    """A value as text: of an object its name, of a list its members with commas between."""
    if isinstance(value, str):
        return " ".join(unescape(value).split())
    if isinstance(value, dict):
        return _text(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, (_text(each) for each in value[:10] if not isinstance(each, list))))
    return ""


def _first(texts: Iterable[str]) -> str | None:
    return next((text.strip() for text in texts if text.strip()), None)


def _first_day(texts: Iterable[str]) -> date | None:
    for text in texts:
        for written in (text, text[:10]):
            with suppress(ValueError):
                if (found := day(written)).year > 1:  # what some systems write for no day at all
                    return found
    return None
