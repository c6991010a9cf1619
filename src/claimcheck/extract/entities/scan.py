"""One pass over a text: whole words that are known names, or words of the language that tell of names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from claimcheck.languages.vocabulary import is_word
from claimcheck.model.entity import EntityKind, NameForm, Role
from claimcheck.reference import EntityIndex
from claimcheck.reference.base import Name

LONGEST_WORD = 60
NO_NAMES: tuple[Name, ...] = ()


class Draft:
    """A stretch of text on its way to a mention: `names` are the known names it is, `parts` what its word tells."""

    __slots__ = ("end", "entities", "form", "kind", "name", "names", "parts", "role", "start", "waits", "word_end")

    def __init__(
        self,
        start: int,
        end: int,
        word_end: int,
        names: tuple[Name, ...] = NO_NAMES,
        parts: dict[str, Any] | None = None,
    ) -> None:
        self.start = start
        self.end = end
        self.word_end = word_end
        self.names = names
        self.parts = parts
        self.entities: tuple[str, ...] = ()
        self.form: NameForm = "name"
        self.kind: EntityKind | None = None
        self.name = ""
        self.role: Role | None = None
        self.waits = False


class Scanner:
    """The automaton over known names and the words of one language."""

    def __init__(self, code: str, table: dict[str, Any], known: EntityIndex) -> None:
        self.code = code
        self.table = table
        self.known = known
        self.words = _words(table)
        words = self.words
        known_names = {surface: tuple(names) for surface, names in known.surfaces.items()}
        traps = set(known.apart)
        self.surfaces = list(dict.fromkeys((*words, *known_names, *self.known.apart)))
        self.meant = [
            None if surface in traps else (known_names.get(surface, NO_NAMES), words.get(surface))
            for surface in self.surfaces
        ]
        self.automaton = AhoCorasick(self.surfaces, matchkind=MatchKind.LeftmostLongest)
        self.links: Any = None  # patterns of roles, compiled with the first role
        self.genitive: tuple[str, ...] = tuple(table.get("genitive", ()))
        self.never = frozenset(table.get("never", ()))
        self.joints = frozenset(table.get("joints", ()))
        self.articles = frozenset(table.get("articles", ()))
        self.particles = frozenset(table.get("particles", ()))
        self.company_nouns: tuple[str, ...] = tuple(table.get("company_nouns", ()))
        self.person_ends: tuple[str, ...] = tuple(table.get("person_ends", ()))
        self.legal = _with(words, "legal")
        self.first = _with(words, "first", "doubtful")
        self.roles = _with(words, "role", "title")
        self.compounds: bool = table.get("compounds", False)
        self.nouns_capitalised: bool = table.get("nouns_capitalised", False)

    def tokens(self, text: str) -> list[Draft]:
        """All whole words of the automaton in the text, in order."""
        found: list[Draft] = []
        meant = self.meant
        for index, start, end in self.automaton.find_matches_as_indexes(text):
            what = meant[index]
            if what is None or (text[end : end + 1].isalnum() and not self._genitive(text, end)):
                continue
            names, parts = what
            if self._begins(text, start, parts, name=bool(names)):
                found.append(Draft(start, end, end + self._genitive(text, end), names, parts))
        return found

    def _begins(self, text: str, start: int, parts: dict[str, Any] | None, *, name: bool) -> bool:
        """Whether a word begins here as what it means does: a name whole, a role perhaps as the end of a compound."""
        before = text[start - 1 : start]
        low = text[start].islower()
        if before.isalnum():
            return self.compounds and low and _tells_role(parts)
        if before and before in "@#_/\\":
            return False
        if name:
            return not (before == "." and low)
        return not (self.compounds and low) or before == "-"  # the lower-case end of a compound, standing by itself

    def _genitive(self, text: str, end: int) -> int:
        """How long the genitive ending is that follows; 0 for none."""
        following = text[end : end + 1]
        if following not in {"s", "'", "’"}:
            return 0
        for ending in self.genitive:
            if text.startswith(ending, end) and not text[end + len(ending) : end + len(ending) + 1].isalnum():
                return len(ending)
        return 0

    def with_legal_form(self, text: str, end: int, word_end: int) -> tuple[int, int]:
        """The end of a name, and of its word, with a legal form behind it: "Nordwerk AG", "Nordwerk, Inc."."""
        gap = 2 if text.startswith(", ", end) else 1
        if word_end == end and text[end : end + 1] in {" ", ","}:
            stop = self.word_end(text, end + gap)
            for tail in (stop + 1, stop):
                if text[end + gap : tail] in self.legal and not text[tail : tail + 1].isalnum():
                    return tail, tail + self._genitive(text, tail)
        return end, word_end

    @staticmethod
    def word_end(text: str, start: int) -> int:
        """Where the word that begins here ends; hyphens, apostrophes and inner full stops belong to it."""
        most = min(len(text), start + LONGEST_WORD)
        end = min(start, most)
        while end < most and (text[end].isalnum() or (text[end] in "-.&’'" and text[end + 1 : end + 2].isalnum())):
            end += 1
        return end

    @staticmethod
    def word_start(text: str, end: int) -> int:
        """Where the word that ends here begins."""
        start, least = end, max(0, end - LONGEST_WORD)
        while start > least and (text[start - 1].isalnum() or text[start - 1] in "-.&’'"):
            start -= 1
        return start

    def is_name_word(self, word: str) -> bool:
        """Whether a word can be part of a name: a capital, and no word that never is one."""
        return word[:1].isupper() and word not in self.never and word not in self.roles

    def is_role(self, word: str) -> bool:
        """Whether a word says what a person is, itself or as a compound ("Hafenchef")."""
        ends = (word[i:] for i in range(len(word) - 3)) if self.compounds else (word,)
        return any(end in self.roles for end in ends)

    def ends_as_person(self, word: str) -> bool:
        """Whether a word is a noun for a person by its end, and no name itself ("FDP-Mann", "Torwart")."""
        last = word.rpartition("-")[2]
        return last.lower().endswith(self.person_ends) and is_word(self.code, last)

    def ends_as_company(self, word: str) -> bool:
        """Whether a word is one for a company, or a compound of one ("Autobauer")."""
        low = word.lower()
        return low in self.company_nouns or (self.compounds and low.endswith(self.company_nouns))


def _words(table: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The words of a language with what each tells of names."""
    words: dict[str, dict[str, Any]] = dict(table.get("words", {}))
    for part, group in table.get("single", {}).items():
        words.update((word, {part: True}) for word in group)
    return words


def _with(words: dict[str, dict[str, Any]], *names: str) -> frozenset[str]:
    return frozenset(word for word, parts in words.items() if not parts.keys().isdisjoint(names))


def _tells_role(parts: dict[str, Any] | None) -> bool:
    """Whether a word of the language may be a role or a title."""
    return parts is not None and not parts.keys().isdisjoint(("role", "title"))


def begins_sentence(text: str, start: int) -> bool:
    """Whether the word that begins here is the first of its sentence, as far as the signs before it tell."""
    before = text[max(0, start - 3) : start].rstrip(' \n„“"»«')
    return not before or before[-1] in ".!?:\n"


def apart(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts in order, of two that overlap the earlier, longer one."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda each: (each.start, -each.end, not each.entities)):
        if not kept or draft.start >= kept[-1].end:
            kept.append(draft)
    return kept
