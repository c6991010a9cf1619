"""Which words a number is tied to by grammar: those of its own part of the clause, and those it shares with others.

Its own are the words between the marks, the "and" and the clause borders around it; of a whole that something is a part
of ("of the 480 employees, 120 …") those of its noun phrase. It shares the parts of its clause, and of the clauses above
and below, that hold no number of its kind; where it leaves out what it counts, what stands before the number that it
takes it over from; where the sentence goes on about the same, so much of the sentence before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.ground.figures import Number, alike
from claimcheck.ground.text import Text
from claimcheck.languages.word_roles import (
    AUXILIARY,
    COORDINATOR,
    DETERMINER,
    NOUN,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    VERB,
)  # fmt: skip
from claimcheck.model.analysis import Chunk, Sentence
from claimcheck.statements.words import joints

Tokens = frozenset[int]
VERBAL = AUXILIARY | COORDINATOR | DETERMINER | PREPOSITION | PRONOUN
COUNTED = ("count", "bare")


class Ties:
    """The words tied to the numbers of one text, as tokens; another number stands for itself with its first token."""

    def __init__(self, text: Text) -> None:
        self.text = text
        known = joints(text.article.document.language or "")
        self._governs: frozenset[str] = frozenset() if known is None else known.share
        self._own: dict[int, Tokens] = {}
        self._shared: dict[tuple[int, str], Tokens] = {}

    def own(self, number: Number) -> Tokens:
        """The words with content of the number's own part of its clause."""
        if number.at not in self._own:
            self._own[number.at] = self._read(number)
        return self._own[number.at]

    def shared(self, number: Number) -> Tokens:
        """The words that hold for the number beside its own ones."""
        key = number.clause, number.kind
        if key not in self._shared:
            self._shared[key] = frozenset(self._beside(number))
        return self._shared[key]

    def whole(self, number: Number) -> bool:
        """Whether the number is what another is a part of: "of the 480 employees, 120 retire"."""
        words, at = self.text.words, number.at - 1
        if number.kind not in COUNTED or len(self.text.in_sentence(number.sentence)) < 2:
            return False
        while at >= 0 and words[at].roles & DETERMINER:
            at -= 1
        governed = at >= 0 and words[at].low in self._governs and self.text.clause[at] == number.clause
        return governed and (at < number.at - 1 or self.text.part(number.clause)[0] == at)

    def _read(self, number: Number) -> Tokens:
        own = self.text.at(number.claim.span)
        parts = {number.clause, self.text.clause[number.at]}  # "more than 40" may lie on both sides of a border
        told = [i for part in sorted(parts) for i in self.text.part(part) if self._tells(i) and i not in own]
        if not self.whole(number):
            return frozenset(told)
        return frozenset(i for i in told if number.at <= i < self._phrase_end(number))

    def strong(self, number: Number) -> Tokens:
        """Its own words, and where these are next to none those it shares: "it stood at 40"."""
        own = self.own(number)
        return own | self.shared(number) if self.text.elliptic(number) else own

    def _tells(self, i: int) -> bool:
        text = self.text
        return text.words[i].content if i not in text.in_numbers else i not in text.behind

    def _phrase_end(self, number: Number) -> int:
        """The token behind the noun phrase of a number."""
        sentence = self._sentence(number.sentence)
        chunk = None if sentence is None else sentence.chunk_at(number.claim.span.start)
        if sentence is None or chunk is None:
            return number.at + 1
        return self.text.at(sentence.tokens[chunk.last - 1].span).stop

    def _sentence(self, number: int) -> Sentence | None:
        analysis = self.text.article.analysis
        return None if analysis is None else analysis.sentence(number)

    def _beside(self, number: Number) -> Iterator[int]:
        text = self.text
        rivals = {each.clause: each for each in text.in_sentence(number.sentence) if alike(each.kind, number.kind)}
        yield from self._free(number, rivals)
        if number.kind == "date":
            yield from self._sentence_behind(number)
            return
        yield from self._dates_before(number)
        yield from self._subject(number)
        if number.kind == "bare":
            yield from self._counted(number, rivals)
        if text.elliptic(number):
            yield from self._taken_over(number, rivals)
        if number.sentence and text.takes_up(number.sentence):
            yield from self._sentence_before(number)

    def _free(self, number: Number, rivals: dict[int, Number]) -> Iterator[int]:
        """The words of the parts that hold no number of the kind and say nothing of their own; a date's all over."""
        text = self.text
        related = None if number.kind == "date" else self._related(number)
        parts = dict.fromkeys(text.clause[i] for i in text.tokens(number.sentence))
        for part in parts.keys() - rivals.keys() - {number.clause}:
            near = related is None or text.owner[text.part(part)[0]] in related
            if near and not self._cut_off(part, number, rivals) and not self._stands_alone(part, number):
                yield from filter(self._tells, text.part(part))

    def _cut_off(self, part: int, number: Number, rivals: dict[int, Number]) -> bool:
        """Whether a part is a relative clause, and another number stands between it and this one."""
        text, sentence = self.text, self._sentence(number.sentence)
        at = text.part(part)[0]
        if sentence is None or sentence.clauses[text.owner[at]].kind != "relative":
            return False
        first, last = sorted((at, number.at))
        return any(first < each.at < last for each in rivals.values() if each.at != number.at)

    def _stands_alone(self, part: int, number: Number) -> bool:
        """Whether a part without a number says something of its own: of the rest, or with a verb of its own."""
        text = self.text
        if any(self.whole(each) for each in text.in_part(part)):
            return False
        if any(text.words[i].low in text.language.remainder for i in text.part(part)):
            return True
        own = text.owner_of(number)
        clause = text.owner[text.part(part)[0]]
        sentence = self._sentence(number.sentence)
        if sentence is None or (clause != own and sentence.clauses[clause].kind != "fragment"):
            return False
        if self._has_verb(part):
            return self._has_verb(number.clause)
        return sum(self._is_noun(sentence, i) for i in text.part(part)) > 1  # "…, the defence an acquittal"

    def _is_noun(self, sentence: Sentence, i: int) -> bool:
        """Whether a token is a noun, no name, that may be a subject or an object."""
        text, chunk = self.text, sentence.chunk_at(self.text.starts[i])
        bare = chunk is not None and chunk.preposition is None and not chunk.of
        noun = text.capital[i] and i not in text.named if text.language.nominal else i in self._bare(text.sentence[i])
        return bare and noun and text.words[i].content

    def elsewhere(self, number: Number, token: int) -> bool:
        """Whether a token stands in another main clause of the number's sentence, or in a part that stands alone."""
        text = self.text
        if text.sentence[token] != number.sentence or text.clause[token] == number.clause:
            return False
        return self.contrasted(number, token) or text.owner[token] not in self._related(number)

    def contrasted(self, number: Number, token: int) -> bool:
        """Whether a token stands in a part of the number's sentence that says something else of another."""
        text = self.text
        within = text.sentence[token] == number.sentence and text.clause[token] != number.clause
        return within and self._stands_alone(text.clause[token], number)

    def _has_verb(self, part: int) -> bool:
        """Whether a part has a full verb."""
        text = self.text
        sentence = self._sentence(text.sentence[text.part(part)[0]])
        if sentence is None:
            return False
        tokens = {sentence.token_at(text.starts[i]) for i in text.part(part)}
        if any(each.predicate in tokens for each in sentence.clauses):
            return True
        roles = (sentence.tokens[at].roles for at in tokens)
        return any(each & (VERB | PARTICIPLE) and not each & (AUXILIARY | NOUN) for each in roles)

    def _related(self, number: Number) -> set[int]:
        """The clauses above and below that of a number, itself included."""
        sentence, own = self._sentence(number.sentence), self.text.owner_of(number)
        if sentence is None:
            return {own}
        found, above = {own}, sentence.clauses[own].parent
        while above is not None and above not in found:
            found.add(above)
            above = sentence.clauses[above].parent
        return found | {k for k, each in enumerate(sentence.clauses) if each.parent == own}

    def _subject(self, number: Number) -> Iterator[int]:
        """The subject of the number's clause, though it stands in the clause that this one is joined to."""
        sentence = self._sentence(number.sentence)
        clause = None if sentence is None else sentence.clauses[self.text.owner_of(number)]
        if sentence is None or clause is None or clause.subject is None or clause.holds(clause.subject.first):
            return
        for token in sentence.tokens[clause.subject.first : clause.subject.last]:
            yield from (i for i in self.text.at(token.span) if self._tells(i))

    def _dates_before(self, number: Number) -> Iterator[int]:
        """The date that opens the sentence, before its verb, where the number's own part has none."""
        sentence = self._sentence(number.sentence)
        first = next((each for each in self.text.in_sentence(number.sentence) if each.kind == "date"), None)
        if sentence is None or first is None or self._dated(number.clause):
            return
        verb = sentence.clauses[self.text.owner_of(first)].verb
        if verb is not None and self.text.starts[first.at] < sentence.tokens[verb].span.start:
            yield first.at

    def _dated(self, part: int) -> bool:
        """Whether a part tells a time of its own: a date, or "now"."""
        now = any(self.text.words[i].low in self.text.language.now for i in self.text.part(part))
        return now or any(each.kind == "date" for each in self.text.in_part(part))

    def _counted(self, number: Number, rivals: dict[int, Number]) -> Iterator[int]:
        """What the number before counts: "1.4 million cars, and the rival 1.9 million"."""
        last = max((each for each in rivals.values() if each.at < number.at), key=lambda each: each.at, default=None)
        if last is not None:
            stop = self.text.at(last.claim.span).stop
            yield from (i for i in range(last.at, min(stop + 1, len(self.text.words))) if self._tells(i))

    def _taken_over(self, number: Number, rivals: dict[int, Number]) -> Iterator[int]:
        """What the number leaves out of the part with the number last told: all but what its own part says instead.

        A noun of its own stands for the subject ("turnover fell to 40 million, profit to 12"), a preposition for the
        phrase with the same one, any other word ("7,900 worldwide") for where, when and whose.
        """
        before = [each for each in rivals.values() if each.at < number.at and each.clause != number.clause]
        sentence = self._sentence(number.sentence)
        if not before or sentence is None:
            return
        last = max(before, key=lambda each: each.at)
        left_out = self._instead(number, last, sentence)
        dates = self.text.in_dates if self._dated(number.clause) else frozenset()
        for i in filter(self._tells, self.text.part(last.clause)):
            if i not in dates and not left_out(sentence.chunk_at(self.text.starts[i])):
                yield i

    def _instead(self, number: Number, last: Number, sentence: Sentence) -> Callable[[Chunk | None], bool]:
        """Whether the part of a number has something else for a noun phrase of the part before."""
        text = self.text
        own = text.at(number.claim.span)
        chunks = [(i, sentence.chunk_at(text.starts[i])) for i in text.part(number.clause) if i not in own]
        led = {_led_by(sentence, each) for _, each in chunks}
        heads = self._bare(number.sentence)
        bare = any(i < number.at and i in heads for i, each in chunks if each is not None and not each.pronoun)
        told = {text.words[i].stem for i in text.part(last.clause)}
        free = (text.words[i] for i, each in chunks if each is None)
        loose = any(not each.roles & VERBAL and each.stem not in told for each in free)

        def left_out(chunk: Chunk | None) -> bool:
            if chunk is None or chunk.of:
                return False
            if chunk.preposition is None:
                return bare and chunk.number is None
            return loose or _led_by(sentence, chunk) in led

        return left_out

    def _bare(self, number: int) -> frozenset[int]:
        """The heads of the noun phrases of a sentence that can be its subjects and objects."""
        sentence = self._sentence(number)
        chunks = () if sentence is None else sentence.chunks
        heads = [each.head for each in chunks if each.preposition is None and not each.of]
        return self._tokens(sentence, heads)

    def _tokens(self, sentence: Sentence | None, numbers: list[int]) -> frozenset[int]:
        """The tokens here of those of an analysed sentence."""
        if sentence is None:
            return frozenset()
        return frozenset(i for each in numbers for i in self.text.at(sentence.tokens[each].span) if self._tells(i))

    def _sentence_behind(self, number: Number) -> Iterator[int]:
        """The next sentence, for a date holds on until there is another."""
        if not any(each.kind == "date" for each in self.text.in_sentence(number.sentence + 1)):
            yield from (i for i in self.text.tokens(number.sentence + 1) if self._tells(i))

    def _sentence_before(self, number: Number) -> Iterator[int]:
        """The sentence before, up to the first number of the kind and what that counts."""
        tokens = self.text.tokens(number.sentence - 1)
        rivals = [each for each in self.text.in_sentence(number.sentence - 1) if alike(each.kind, number.kind)]
        stop = self.text.at(rivals[0].claim.span).stop + 1 if rivals else tokens.stop
        yield from (i for i in tokens if i < stop and self._tells(i))


def _led_by(sentence: Sentence, chunk: Chunk | None) -> str | None:
    """The preposition of a noun phrase."""
    return None if chunk is None or chunk.preposition is None else sentence.tokens[chunk.preposition].low
