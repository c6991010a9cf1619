"""Roles beside names: "Anna Kern, CEO der Alster Group", "Nordwerk-Chef Jost", "die Analystin Petra Moor von …".

A role found links a person with an organisation, and proves names that nothing else proves.
"""

from __future__ import annotations

import re
from typing import Any

from claimcheck.extract.entities.scan import Draft, Scanner
from claimcheck.model import Span
from claimcheck.model.entity import Role

_CLOSING = frozenset((",", ".", ")", ":", ";", ""))


def with_roles(scan: Scanner, text: str, drafts: list[Draft], tokens: list[Draft]) -> list[Draft]:
    """The drafts, persons with their roles, and the persons and organisations that only a role shows."""
    linker = _Linker(scan, text, drafts)
    for token in tokens:
        if token.parts is not None and "role" in token.parts and not token.names:
            linker.link(token)
    return linker.all


def _place(draft: Draft | None) -> Span | None:
    return None if draft is None else Span(draft.start, draft.end)


class _Linker:
    def __init__(self, scan: Scanner, text: str, drafts: list[Draft]) -> None:
        self.scan = scan
        self.text = text
        self.all = list(drafts)
        self.at = {draft.start: draft for draft in drafts}
        self.ends = {draft.end: draft for draft in drafts}
        self.word_ends = {draft.word_end: draft for draft in drafts}
        self.commas = {draft.end: draft for draft in drafts if draft.kind in ("person", None)}
        self.links = _links(scan)

    def link(self, token: Draft) -> None:
        """One role word: the person it is said of, the organisation it is held in."""
        text = self.text
        inside = text[token.start - 1 : token.start].isalnum()
        first = self.scan.word_start(text, token.start) if inside else token.start
        organisation = self._before(first)
        begin = organisation.start if organisation is not None else first
        person, organisation = self._both(token, self._behind(token) or self._apposed(begin), organisation)
        if person is None or person.role is not None or person is organisation:
            return
        parts: dict[str, Any] = token.parts or {}
        former = any(map(self._not_now, (begin, first)))
        person.role = Role(Span(first, token.end), text[first : token.end], parts["role"], _place(organisation), former)
        person.kind = person.kind or "person"

    def _both(
        self, token: Draft, person: Draft | None, organisation: Draft | None
    ) -> tuple[Draft | None, Draft | None]:
        """Person and organisation, either of them looked for behind the role and the other if it is not known yet."""
        after = token.word_end
        if organisation is None:
            behind = person is not None and person.start > token.end
            organisation, after = self._held_in(person.word_end if person and behind else after, person)
        if person is None and organisation is not None and self.text.startswith(", ", after):
            person = self._person_at(after + 2)
        return person, organisation

    def _not_now(self, start: int) -> bool:
        """Whether a word just before tells that the role is over or to come: "Ex-Chef", "former CEO"."""
        if self.text[start - 1 : start] not in {" ", "-"}:
            return False
        return self.text[self.scan.word_start(self.text, start - 1) : start - 1] in self.links.not_now

    def _before(self, start: int) -> Draft | None:
        """The organisation in front of a role: "OpenAI-Chef", "Meta CEO", "Meta’s chief executive"."""
        before = self.text[start - 1 : start]
        if before == "-":
            return self._organisation(self.ends.get(start - 1))
        if before == " ":
            draft = self.word_ends.get(start - 1)
            if draft is not None and (draft.word_end > draft.end or not self.scan.nouns_capitalised):
                return self._organisation(draft)
        return None

    def _behind(self, token: Draft) -> Draft | None:
        """The person right behind a role."""
        at = token.end + 1
        if token.word_end != token.end or self.text[token.end : at] != " ":
            return None
        if (draft := self.at.get(at)) is not None:
            return draft if draft.kind == "person" else None
        return self._new_person(at)

    def _new_person(self, at: int) -> Draft | None:
        """Two capitalised words behind a role that nothing else explains."""
        scan, text = self.scan, self.text
        middle = scan.word_end(text, at)
        end = scan.word_end(text, middle + 1)
        first, last = text[at:middle], text[middle + 1 : end]
        if text[middle : middle + 1] != " " or not (self._is_new(first) and self._is_new(last)):
            return None
        if not first.isalpha() or first.isupper() or scan.ends_as_company(first) or text[end + 1 : end + 2].isupper():
            return None
        draft = Draft(at, end, end)
        draft.kind, draft.name = "person", text[at:end]
        return self._added(draft)

    def _is_new(self, word: str) -> bool:
        return self.scan.is_name_word(word) and word.replace("-", "").isalpha() and not self.scan.words.get(word)

    def _apposed(self, begin: int) -> Draft | None:
        """The person before a comma: "Anna Kern, der CEO"."""
        comma = self.text.rfind(", ", max(0, begin - 40), begin)
        if comma < 0 or not self.links.before.fullmatch(self.text, comma, begin):
            return None
        draft = self.commas.get(comma)
        return draft if draft is not None and draft.kind == "person" else None

    def _person_at(self, at: int) -> Draft | None:
        """The person between a comma and the next one: "Der Gründer von Lindow, Zuzana Fink, …"."""
        if (draft := self.at.get(at)) is None:
            end = self.scan.word_end(self.text, self.scan.word_end(self.text, at) + 1)
            draft = self._new_person(at) if self.text[end : end + 1] == "," else None
        if draft is None or draft.kind != "person" or self.text[draft.word_end : draft.word_end + 1] not in _CLOSING:
            return None
        return draft

    def _held_in(self, end: int, person: Draft | None) -> tuple[Draft | None, int]:
        """The organisation behind a role or the person with it, and where it ends."""
        match = self.links.of.match(self.text, end)
        if match is None:
            return None, end
        draft = self._organisation(self.at.get(match.end()))
        if draft is None and match.end() not in self.at and match.group(1) in self.links.names:
            draft = self._new_organisation(match.end(), person)
        return draft, end if draft is None else draft.word_end

    def _new_organisation(self, at: int, person: Draft | None) -> Draft | None:
        """A capitalised name behind "von", where the person is known."""
        scan, text = self.scan, self.text
        end = scan.word_end(text, at)
        word = text[at:end]
        if not scan.is_name_word(word) or scan.words.get(word) or scan.ends_as_company(word):
            return None
        if person is None and not text.startswith(", ", end):
            return None
        while text[end : end + 1] == " " and scan.is_name_word(text[end + 1 : scan.word_end(text, end + 1)]):
            end = scan.word_end(text, end + 1)
        draft = Draft(at, end, end)
        draft.kind, draft.name = "organisation", text[at:end]
        return self._added(draft)

    def _organisation(self, draft: Draft | None) -> Draft | None:
        return draft if draft is not None and draft.kind in ("organisation", "product", "place", None) else None

    def _added(self, draft: Draft) -> Draft:
        self.all.append(draft)
        self.at[draft.start], self.ends[draft.end], self.word_ends[draft.word_end] = draft, draft, draft
        return draft


class _Links:
    """What may stand between a name and its role, and between a role and its organisation, as compiled patterns."""

    def __init__(self, table: dict[str, Any]) -> None:
        small = "|".join(sorted(map(re.escape, table["before_role"]), key=len, reverse=True))
        of = "|".join(sorted(map(re.escape, table["role_of"]), key=len, reverse=True))
        articles = "|".join(map(re.escape, table["articles"]))
        self.before = re.compile(rf", (?:(?:{small})[ -]){{0,3}}")
        self.of = re.compile(rf" ({of}) (?:(?:{articles}) )?")
        self.not_now = frozenset(table["not_now"])
        self.names = frozenset(table["role_of_name"])


def _links(scan: Scanner) -> _Links:
    links: _Links | None = scan.links
    if links is None:
        links = scan.links = _Links(scan.table)
    return links
