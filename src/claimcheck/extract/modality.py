"""How a claim is meant: as a plain fact, a plan, a possibility, a condition, a question, or as what is not so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from claimcheck.languages.word_roles import MODAL, PARTICIPLE, PLAN
from claimcheck.model import Modality, Span
from claimcheck.model.analysis import Analysis

SEMI_MODAL = PARTICIPLE | MODAL | PLAN
_QUOTE = r"[„“”»«\"]"
_WORD = re.compile(r"[^\W\d_]+(?:['’]t(?![^\W_]))?")
_CLOSING = "\"“”«»’‘'‹›) \n"
_NEAR = 40
_FEW = 3
_OPENING = 3
_NOWHERE = Span(0, 0)


class MoodWords:
    """The words of one language that speak against a fact; `table` is its compiled attribution.yaml."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        kinds: dict[str, Modality] = table["modality"]
        self.kinds = {form: kind for word, kind in kinds.items() for form in (word, word.replace("'", "’"))}
        limits = table["modality_limits"]
        self.counts = frozenset(limits["counts"])
        self.hearsay = frozenset(limits["hearsay"])
        self.hearsay_ends = frozenset(limits["hearsay_ends"])
        self.opening = frozenset(limits["opening"])
        self.names = frozenset(limits["names"])
        self.future = frozenset(limits["future"])
        self.infinitives = tuple(limits["infinitives"])
        self.participles = tuple(limits["participles"])
        self.behind = frozenset(limits["behind"])
        self.before_infinitive = frozenset(limits["before_infinitive"])
        self.marked = frozenset((*self.kinds, *self.opening, *self.future, *self.before_infinitive))
        self.denying = frozenset(word for word, kind in self.kinds.items() if kind == "negated")


class Moods:
    """Reads the modality of the claims of one text, quickest if they are asked for in its order.

    The words of a sentence are looked at once: most sentences have none that speaks against a fact.
    """

    def __init__(self, text: str, words: MoodWords, analysis: Analysis | None) -> None:
        self._text, self._words, self._analysis = text, words, analysis
        self._sentence: Span | None = None
        self._found: frozenset[str] = frozenset()
        self._asks = False

    def of(self, sentence: Span, span: Span, without: Span = _NOWHERE) -> Modality:
        """How the claim at `span` in its sentence is meant; "fact" where no word of its own clause says otherwise.

        The words at `without`, a stretch of the same text, are left out: what somebody says is not how they say it.
        """
        if sentence != self._sentence:
            text, self._sentence = self._text, sentence
            self._found = self._words.marked.intersection(_WORD.findall(text[sentence.start : sentence.end].lower()))
            self._asks = text.find("?", *sentence) >= 0
        if self._asks and without is _NOWHERE and self._asked(sentence, span):
            return "question"
        return self._of(sentence, span, without) if self._found else "fact"

    def _of(self, sentence: Span, span: Span, without: Span) -> Modality:
        words = self._words
        if not self._found.isdisjoint(words.before_infinitive) and self._wanted(span):
            return "plan"
        stretches = self._clause(sentence, span)
        low, high = next((each for each in stretches if each.start <= span.start < each.end), sentence)
        high = max(high, span.end)
        denies = not self._found.isdisjoint(words.denying)
        if denies and len(self._found) == 1:
            return "negated" if self._negated(low, high, span) else "fact"
        found = [
            match
            for each in stretches
            for match in _WORD.finditer(self._text, *each)
            if not self._left_out(match, span, without)
        ]
        if not found:
            return "fact"
        clause = [match.group().lower() for match in found]
        if "condition" in map(words.kinds.get, clause[:_OPENING]) or (
            low == sentence.start and clause[0] in words.opening
        ):
            return "condition"
        if denies and self._negated(low, high, span):
            return "negated"
        return self._told(clause, found[-1].group())

    def _wanted(self, span: Span) -> bool:
        """Whether a claim stands in an infinitive that a verb of plans wants: "they hope to sell 40", "is due to"."""
        read = None if self._analysis is None else self._analysis.at(span.start)
        clause = None if read is None else read.clause_at(span.start)
        if read is None or clause is None:
            return False
        if clause.kind == "infinitive" and clause.parent is not None:
            return "plan" in read.clauses[clause.parent].senses
        inside = (token.roles for first, last in clause.stretches for token in read.tokens[first:last])
        return any(roles & SEMI_MODAL == SEMI_MODAL for roles in inside)

    def _clause(self, sentence: Span, span: Span) -> list[Span]:
        """The stretches of the clause a claim stands in; of an infinitive also those of the clause that wants it."""
        read = None if self._analysis is None else self._analysis.at(span.start)
        clause = None if read is None else read.clause_at(span.start)
        if read is None or clause is None:
            return [sentence]
        parts = list(clause.stretches)
        while clause.kind in ("infinitive", "participle") and clause.parent is not None:
            clause = read.clauses[clause.parent]
            parts += clause.stretches
        return [Span(read.tokens[first].span.start, read.tokens[last - 1].span.end) for first, last in sorted(parts)]

    def _told(self, clause: Sequence[str], last: str) -> Modality:
        kinds = {self._words.kinds.get(word) for word in clause}
        rumour = last in self._words.hearsay_ends and not self._words.hearsay.isdisjoint(clause)
        if "possibility" in kinds or rumour:
            return "possibility"
        ahead = not self._words.future.isdisjoint(clause[:-1]) and self._infinitive(last)
        return "plan" if ahead or "plan" in kinds else "fact"

    def _infinitive(self, word: str) -> bool:
        return (
            word.islower() and word.endswith(self._words.infinitives) and not word.startswith(self._words.participles)
        )

    def _left_out(self, match: re.Match[str], span: Span, without: Span) -> bool:
        """Whether a word lies in what somebody says, or is a name that only looks like one of the words: "May 2031"."""
        start = match.start()
        if without.start <= start < without.end:
            return True
        word = match.group()
        if not word[0].isupper() or word.lower() not in self._words.kinds:
            return False
        return span.start <= start < span.end or word.lower() in self._words.names or not self._opens(start)

    def _opens(self, start: int) -> bool:
        """Whether a capital letter is only that of the beginning of a sentence."""
        before = self._text[max(0, start - 4) : start].rstrip("„“”»«\"'‚‘’(–- ")
        return not before or before[-1] in ".!?:\n…"

    def _asked(self, sentence: Span, span: Span) -> bool:
        text = self._text
        if text[sentence.start : sentence.end].rstrip(_CLOSING).endswith("?"):
            return True
        mark = re.compile(_QUOTE).search(text, span.end, sentence.end)
        return mark is not None and text[mark.start() - 1] == "?"

    def _negated(self, low: int, high: int, span: Span) -> bool:
        """Whether a negation stands right before a claim, or alone behind it, and not one that leaves it standing."""
        text, kinds = self._text, self._words.kinds
        before = [m.group().lower() for m in _WORD.finditer(text, max(low, span.start - _NEAR), span.start)][-_FEW:]
        inside = _WORD.search(text, *span)
        after = inside.group().lower() if inside is not None and inside.start() == span.start else ""
        following = [*before[1:], after]
        if any(
            kinds.get(word) == "negated" and then not in self._words.counts
            for word, then in zip(before, following, strict=False)
        ):
            return True
        return self._negated_behind(span.end, high)

    def _negated_behind(self, start: int, high: int) -> bool:
        """Whether a negation stands behind only small words, and not one that leaves a claim standing."""
        words = [m.group() for m in _WORD.finditer(self._text, start, high)][: _FEW + 1]
        at = next((k for k, word in enumerate(words) if word in self._words.behind), len(words))
        goes_on = words[at + 1 : at + 2]
        return (
            at < len(words)
            and all(word.islower() for word in words[:at])
            and not self._words.counts.intersection(goes_on)
        )
