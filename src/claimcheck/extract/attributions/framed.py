"""What a verb says in the phrases of its own clause: “fordert sechs Prozent”, “warnt vor Regen”, “called it a mess”."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.attributions.border import hangs, led_quote, subject_of, tells
from claimcheck.extract.attributions.grammar import is_reflexive
from claimcheck.extract.attributions.phrases import Range, phrase_at
from claimcheck.extract.attributions.reader import Reader, Said
from claimcheck.extract.attributions.subjects import antecedent
from claimcheck.extract.attributions.unit import Unit
from claimcheck.extract.attributions.voice import somebody, speaks
from claimcheck.extract.attributions.words import Frame
from claimcheck.languages import voice_roles as r
from claimcheck.languages import word_roles as w
from claimcheck.model.analysis import Chunk, Clause, Sentence

_OBJECT_CASES, _NEVER_OBJECT = w.NOMINATIVE | w.ACCUSATIVE, w.REFLEXIVE | w.TIME


def framed(reader: Reader, said: list[Said]) -> None:
    """Adds what every verb with a frame says in its clause, where nothing else of it has been found."""
    unit = reader.unit
    if not unit.bits & r.FRAMED:
        return
    by_verb = {each.at: each for each in said}
    for sentence in unit.sentences():
        for number, clause in enumerate(sentence.clauses):
            frames = _frames(unit, sentence, clause)
            told = Told(reader, sentence, number, by_verb) if frames and clause.verb is not None else None
            if told is not None and told.is_here() and told.tells():
                told.add(frames)


def _frames(unit: Unit, sentence: Sentence, clause: Clause) -> tuple[Frame, ...]:
    """The frames of a verb, or of the verb without a particle that does not close the clause: “als zu niedrig”."""
    known = unit.words.frames.get(clause.lemma, ())
    if known or clause.predicate is None or not clause.stretches:
        return known
    lemma, last = sentence.tokens[clause.predicate].lemma, clause.stretches[-1][1] - 1
    words = (
        sentence.tokens[at].low for at in range(last, clause.predicate, -1) if not sentence.tokens[at].roles & w.STOP
    )
    return () if clause.lemma.startswith(next(words, "-")) else unit.words.frames.get(lemma, ())


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


class Told:
    """One clause with a verb that may say something; tokens are those of the sentence, ranges those of the unit."""

    def __init__(self, reader: Reader, sentence: Sentence, number: int, by_verb: dict[int, Said]) -> None:
        self.reader, self.unit, self.sentence, self.number = reader, reader.unit, sentence, number
        self.clause = clause = sentence.clauses[number]
        assert clause.verb is not None
        self.finite = clause.verb
        self.verb = clause.verb if clause.predicate is None else clause.predicate
        self.at = self._in_unit(self.verb)
        self.said = by_verb.get(self.at)
        self.named_at: int | None = None
        """Where the name of a thing begins."""

    def _in_unit(self, token: int) -> int:
        """The token of the unit that a token of the sentence lies in."""
        return self.unit.token(self.sentence.tokens[token].span.start)

    def is_here(self) -> bool:
        """Whether the verb stands in the unit."""
        return self.at >= 0 and self.sentence.tokens[self.verb].span.start < self.unit.end

    def tells(self) -> bool:
        """Whether somebody speaks in the clause, or in a participle that adds to what somebody does."""
        adds = self.clause.kind == "participle" and self.said is not None and self.said.source is not None
        return (adds or tells(self.clause)) and not is_reflexive(self.unit, self.at)

    def range_of(self, first: int, last: int) -> Range:
        """The tokens of the unit that those of the sentence lie in."""
        return self.unit.tokens(self.sentence, first, last)

    def add(self, frames: tuple[Frame, ...]) -> None:
        """Adds what the first fitting frame gives."""
        if self.unit.roles[self.at] & r.QUOTE or self.reader.told(self.at) or self.reader.covered(self.at):
            return
        source = None if self.clause.passive else self.source()
        contents = (self._content(frame, source or (0, 0)) for frame in frames if self._may_say(frame, source))
        content = next(filter(self._is_free, filter(None, contents)), None)
        if content is not None:
            self._tell(source, content)

    def _may_say(self, frame: Frame, source: Range | None) -> bool:
        if source is None:
            return frame.passive and self.clause.passive
        if self.unit.any(*source, r.FIRST_PERSON):
            return False  # the author, whose words need no speaker
        return not frame.people or somebody(self.unit, source)

    def _tell(self, source: Range | None, content: Range) -> None:
        cue = (self.at, self.at + 1)
        if self.named_at is not None and self._is_whole(self.named_at, content[1]):
            self.reader.quote(source, cue, content[1] - 1)
        elif self.unit.at(content[1]) & r.COLON and self.unit.at(content[1] + 1) & r.LONG:
            self.reader.quote(source, cue, content[1] + 1)  # "praised the plan: “…”"
        else:
            self.reader.clause(source, cue, *content)
            self._add_reasons(source, cue)
            quote = led_quote(self.unit, content[1])
            if quote is not None:
                self.reader.quote(source, cue, quote)

    def _add_reasons(self, source: Range | None, cue: Range) -> None:
        """Adds the clauses that the speaker gives as a reason or condition: “forderte mehr Lohn, da das Geld fehle”."""
        own = (each for each in self.sentence.clauses if each.parent == self.number and each.kind == "subordinate")
        for each in own:
            if each.connective is not None and each.mood == "subjunctive":
                self.reader.clause(source, cue, *self.range_of(each.first, each.stretches[-1][1]))

    def _is_whole(self, at: int, high: int) -> bool:
        """Whether a quotation, and at most the word before it, is all that a thing is called."""
        roles = self.unit.roles
        return bool(roles[high - 1] & r.QUOTE) and (at == high - 1 or (at == high - 2 and not roles[at] & r.DETERMINER))

    def source(self) -> Range | None:
        """Who speaks, None where nobody does or nobody can be told."""
        said = self.said
        if said is not None and (said.mood or said.passive):
            return None
        source = self._subject()
        if said is not None and said.source is not None and (source is None or _overlap(said.source, source)):
            source = said.source
        return source if source is not None and speaks(self.unit, source, sure=True) else None

    def _subject(self) -> Range | None:
        """The subject with what belongs to it."""
        subject = subject_of(self.unit, self.sentence, self.number)
        if subject is None:
            return None
        first, last = self.range_of(subject.first, subject.last)
        if first < 0:
            return None  # it stands before the unit, which begins within the sentence
        if subject.pronoun and self.clause.kind == "relative":
            return antecedent(self.unit, first - 1) if self.unit.at(first - 1) & r.COMMA else None
        found = phrase_at(self.unit, first, self.at if first < self.at else self.unit.count)
        end = last if found is None else max(found[1], last)
        while end > last and self._adverb(end - 1):
            end -= 1
        return first, end

    def _adverb(self, at: int) -> bool:
        return bool(self.sentence.tokens[self.sentence.token_at(self.unit.starts[at])].roles & w.ADVERB)

    def _is_free(self, content: Range) -> bool:
        """Whether the verb is not negated, and nobody's words stand in the content."""
        return not self._negated(content) and self.is_clear(content)

    def is_clear(self, content: Range) -> bool:
        """Whether nobody's words stand in a stretch already, or around it."""
        start, end = self.unit.starts[content[0]], self.unit.ends[content[1] - 1]
        return all(end <= each.start or each.end <= start for each in self.reader.found)

    def _negated(self, content: Range) -> bool:
        """Whether the verb is negated, not a noun: “sieht das nicht”, but “sieht keinen Grund”."""
        tokens, sentence = self.sentence.tokens, self.sentence
        own = (k for first, last in self.clause.stretches for k in range(first, last))
        nots = (k for k in own if tokens[k].roles & w.NEGATION and sentence.chunk_at(tokens[k].span.start) is None)
        return any(not self.unit.roles[self._in_unit(k)] & r.QUOTE and self._in_unit(k) < content[1] for k in nots)

    def _content(self, frame: Frame, source: Range) -> Range | None:
        """What is said by a frame; the speaker is no part of it."""
        if frame.called is not None:
            return self._name(frame, source)
        doing = self._doing(frame)
        if doing is not None:
            return self._behind(doing, doing + 1)
        chunks = self._phrases(frame, source)
        if all(each.pronoun for each in chunks):
            return None
        first, last = chunks[0].first, chunks[0].last
        first += self.sentence.tokens[first].low in frame.led and not self.unit.words.verb_second
        behind = next((each for each in chunks if each.first > self.finite), None)
        if behind is None:
            return self._before(first, last)
        return self._in_unit(first), self._behind(behind.first, behind.last)[1]

    def _doing(self, frame: Frame) -> int | None:
        """The "lying" of “accused Kern of lying”."""
        tokens, endings = self.sentence.tokens, self.unit.words.gerund_endings
        own = (k for first, last in self.clause.stretches for k in range(max(first, self.verb), last - 1))
        led = (tokens[k + 1] for k in own if tokens[k].low in frame.led)
        found = next(
            (each for each in led if endings and each.low.endswith(endings) and not each.roles & w.CAPITAL), None
        )
        return None if found is None else tokens.index(found)

    def _phrases(self, frame: Frame, source: Range) -> list[Chunk]:
        """The phrases that may be what is said, in order."""
        led = [self.sentence.tokens[each.first].low for each in self.clause.adjuncts]
        if not set(frame.apart).isdisjoint(led):
            return []
        objects = list(self._objects(frame, source)) if frame.object else []
        return sorted((*objects, *self._led(frame, timely=bool(objects))))

    def _led(self, frame: Frame, *, timely: bool) -> list[Chunk]:
        """The phrases with a preposition of the frame; dates and, without `timely`, times of an object only."""
        tokens = self.sentence.tokens
        found = [each for each in self.clause.adjuncts if tokens[each.first].low in frame.led and not each.of]
        found = [each for each in found if timely or not self._is_date(each, frame)]
        ends = {each.last for each in self.clause.objects}
        return (
            found[1:] if len(found) > 1 and found[0].first in ends else found
        )  # "accused the head of the board of fraud"

    def _is_date(self, chunk: Chunk, frame: Frame) -> bool:
        bare = frame.object or chunk.determiner is None or any(self._figure(k) for k in range(chunk.first, chunk.last))
        return bare and bool(self.sentence.tokens[chunk.head].roles & w.TIME)

    def _figure(self, token: int) -> bool:
        return bool(self.sentence.tokens[token].roles & w.NUMBER)

    def _objects(self, frame: Frame, source: Range) -> Iterator[Chunk]:
        """The objects that may be what is said or called something; before a main verb stands one phrase only."""
        ahead = self.clause.kind == "main" and source[0] < self._in_unit(self.finite)
        for each in self.clause.objects:
            if ahead and each.first < self.finite:
                continue
            low, where = self.sentence.tokens[each.head].low, self.range_of(each.first, each.last)
            if not _overlap(where, source) and self._is_object(each) and not low.endswith(frame.never):
                yield each

    def _is_object(self, chunk: Chunk) -> bool:
        case = (not chunk.case or chunk.case & _OBJECT_CASES) and not self._is_apposition(chunk)
        return bool(case) and not self.sentence.tokens[chunk.head].roles & _NEVER_OBJECT

    def _is_apposition(self, chunk: Chunk) -> bool:
        """Whether a phrase in commas only names another one again that is no object: “der Chef, Jan Kern, kündigte”."""
        tokens = self.sentence.tokens
        inside = chunk.first > 1 and chunk.last < len(tokens)
        if not inside or not tokens[chunk.first - 1].roles & tokens[chunk.last].roles & w.COMMA:
            return False
        before = self.sentence.chunk_at(tokens[chunk.first - 2].span.start)
        return before is not None and before not in self.clause.objects

    def _before(self, first: int, last: int) -> Range:
        """From a token to the verb."""
        end = min((k for k in (self.finite, self.verb) if first < k), default=last)
        return self._trimmed(first, min(end, self._stretch(first, last)[1]))

    def _behind(self, first: int, last: int) -> Range:
        """From a token behind the verb to the end of the clause, with the clauses that hang on what stands there."""
        end = self._stretch(first, last)[1]
        if first < self.verb < end:
            return self._trimmed(first, self.verb)
        while end < len(self.sentence.tokens) and hangs(
            self.unit, self.sentence, self.clause, self.sentence.owners[end]
        ):
            end += 1
        return self._trimmed(first, end)

    def _stretch(self, first: int, last: int) -> Range:
        """The stretch of the clause around a token."""
        return next(((low, high) for low, high in self.clause.stretches if low <= first < high), (first, last))

    def _trimmed(self, first: int, end: int) -> Range:
        """Tokens of the unit without marks and the verb's particle at their end."""
        low, high = self.range_of(first, end)
        high = next((k for k in range(low + 1, high) if self.unit.roles[k] & r.DASH), high)
        apart = self.sentence.tokens[self.verb].lemma != self.clause.lemma
        while high > low + 1:
            role, word = self.unit.roles[high - 1], self.unit.low[high - 1]
            if not (role & r.EDGE & ~r.CLOSE or (apart and word and self.clause.lemma.startswith(word))):
                break
            high -= 1
        return low, high

    def _name(self, frame: Frame, source: Range) -> Range | None:
        """A thing and what it is called: “den Plan einen Fehler”, “the plan “a mess””, “das Angebot als zu niedrig”."""
        thing = next((each for each in self._objects(frame, source) if not self._quoted(each)), None)
        if thing is None:
            return None
        content, at = self._behind(thing.first, thing.last), self._in_unit(thing.last - 1) + 1
        if at >= content[1] or not self._is_name(at, content[1], thing.last, frame.called or ()):
            return None
        self.named_at = at
        return content

    def _quoted(self, chunk: Chunk) -> bool:
        return bool(self.unit.roles[self._in_unit(chunk.first)] & r.QUOTE)

    def _is_name(self, at: int, high: int, behind: int, called: tuple[str, ...]) -> bool:
        """Whether what a thing is called stands from a token of the unit on; `behind` is the sentence's own token."""
        unit = self.unit
        if any(unit.low[k] in called for k in range(at, high - 1)):
            return True
        if unit.roles[at] & r.QUOTE:
            return at == high - 1 or "" in called
        first = self.sentence.tokens[behind].roles
        describes = not first or (first & (w.ADJECTIVE | w.PARTICIPLE) and not first & (w.TIME | w.GERUND))
        return "" in called and bool(unit.roles[at] & r.INDEFINITE or describes)
