"""What a number is of where its clause tells: what befell those it counts goes before who they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.languages.word_roles import COMMA
from claimcheck.model import Duration
from claimcheck.model.analysis import Chunk, Clause
from claimcheck.model.claim import Attribution
from claimcheck.model.report import Article
from claimcheck.statements.concepts import (
    Concepts,
    concepts,
    family,
    folded,
    idiomatic,
    said_by,
    stem,
    table,
    takes,
    told,
)
from claimcheck.statements.measure import measure_of
from claimcheck.statements.phrases import Names
from claimcheck.statements.place import Spot
from claimcheck.statements.referents import Referents
from claimcheck.statements.statement import Statement
from claimcheck.statements.verbs import by_verb
from claimcheck.statements.words import joints

PEOPLE = ("count", "persons")
HARM, HARMED = "harm", "injured"
SHARES = "shares"


class Befell:
    """Reads the concepts of one article's numbers, whoever bears them: "43 passengers were hurt" counts the injured."""

    def __init__(self, article: Article) -> None:
        code, known = article.document.language or "", joints(article.document.language or "")
        assert article.analysis is not None and known is not None
        self.known = known
        self.words: Concepts = concepts(code)
        said = (each.value for each in article.claims if isinstance(each.value, Attribution))
        sources = [each.source.span for each in said if each.source is not None]
        self.referents = Referents(article.analysis, Names(article.mentions, sources), known, self.words, code)

    def concept(self, statement: Statement) -> str | None:
        """The concept of a number; None where neither noun nor clause tells."""
        named, kind = statement.concept, family(statement.claim)
        if named is None and isinstance(statement.claim.value, Duration):
            named = self._of_length(statement)
        if kind not in PEOPLE:
            return named or self._only(statement)
        if named is not None and (table()[named]["core"] or table()[named]["part_of"]):
            return self._graver(statement, named)
        found = self._befell(statement)
        return named if found is None else self._graver(statement, found)

    def is_share(self, noun: str) -> bool:
        """Whether a noun names the shares of a company."""
        return SHARES in self.words.noun(noun.lower())

    def _only(self, statement: Statement) -> str | None:
        """The only concept that the nouns of its clause name and that takes such a number."""
        clause, kind = statement.verb, family(statement.claim)
        if self._has_noun(statement):
            return None
        nouns = map(str.lower, self._heads(statement, (clause.subject, *clause.objects, *clause.adjuncts)))
        found = {next((name for name in self.words.noun(noun) if takes(name, kind)), None) for noun in nouns}
        found.discard(None)
        return found.pop() if len(found) == 1 else None

    @staticmethod
    def _heads(statement: Statement, phrases: Iterable[Chunk | None]) -> Iterator[str]:
        """The nouns of phrases that have no number, but for what a rate is for each of."""
        per = statement.value.per
        for each in phrases:
            head = None if each is None or each.number is not None else statement.held.tokens[each.head].text
            if head is not None and (per is None or head != per.noun):
                yield head

    @staticmethod
    def _has_noun(statement: Statement) -> bool:
        """Whether it is told as a number of some noun, known or not."""
        about = statement.claim.about
        return about is not None and about.measure is not None

    def _of_length(self, statement: Statement) -> str | None:
        spot = Spot(statement.held, statement.claim, self.known, self.words, self.referents)
        found = measure_of(spot) or by_verb(spot)
        return None if found is None else found.concept

    def _befell(self, statement: Statement) -> str | None:
        """What an attribute, the verb of the clause, or a state told in it, says of those whom the number counts."""
        chunk = statement.held.chunk_at(statement.held.tokens[statement.last - 1].span.start)
        if chunk is None or not self._may_be_people(statement):
            return None
        kind = family(statement.claim)
        anybody = statement.value.unit == "person"
        found = (each for each in self._told(statement, chunk) if takes(each, kind))
        return next((each for each in found if anybody or table()[each]["of"] == "event" or _happens(each)), None)

    def _told(self, statement: Statement, chunk: Chunk) -> Iterator[str]:
        """The concepts that its phrase and its clause tell, the surest first."""
        yield from self._attributes(statement, chunk)
        if not statement.verb.negated:
            yield from self._behind(statement, chunk)
            yield from self._said(statement, statement.verb, chunk)

    def _may_be_people(self, statement: Statement) -> bool:
        """Whether people are counted, or nothing says that things are."""
        about = statement.claim.about
        noun = statement.value.noun or (None if about is None or about.measure is None else about.measure.text)
        if statement.value.unit == "person" or noun is None or self.referents.is_person(noun.lower()):
            return True
        return not self.words.noun(noun.lower())

    def _attributes(self, statement: Statement, chunk: Chunk) -> Iterator[str]:
        """The states that words between the number and its noun tell: "three injured officers"."""
        words = [folded(each.low) for each in statement.held.tokens[statement.last : chunk.head]]
        for first in range(len(words)):
            yield from self.words.states.get(" ".join((*words[first:-1], stem(words[-1]))), ())

    def _behind(self, statement: Statement, chunk: Chunk) -> Iterator[str]:
        """The state told right behind its phrase: "left 40 people dead", "120 people on board"."""
        tokens, owners = statement.held.tokens, statement.held.owners
        own = [folded(tokens[at].low) for at in range(chunk.last, len(tokens)) if owners[at] == statement.clause]
        for length in range(min(len(own), self.words.longest), 0, -1):
            yield from self.words.states.get(" ".join((*own[: length - 1], stem(own[length - 1]))), ())

    def _said(self, statement: Statement, clause: Clause, chunk: Chunk) -> Iterator[str]:
        subject = clause.subject is not None and clause.subject.first == chunk.first
        if not subject and not any(each.first == chunk.first for each in self._objects(statement, clause)):
            return
        if subject:
            yield from self._states(statement, clause)
            yield from idiomatic(self.words.subjects, statement.held, clause)
        active = subject and not self._is_done(clause)
        yield from said_by(self.words.subjects if active else self.words.objects, statement.held, clause)
        for sense in clause.senses:
            yield from told().get((sense, "subject" if active else "object"), ())

    @staticmethod
    def _objects(statement: Statement, clause: Clause) -> Iterator[Chunk]:
        """The objects of a clause; also what only the hedge of its number makes look like none: "about 60 guests"."""
        yield from clause.objects
        for each in clause.adjuncts:
            if each.preposition is not None and statement.first <= each.preposition < statement.last:
                yield each

    def _is_done(self, clause: Clause) -> bool:
        """Whether a verb befalls its subject: in the passive, or without its object ("Five arrested after brawl")."""
        acts = clause.lemma in self.words.objects.single or any((sense, "object") in told() for sense in clause.senses)
        return clause.passive or (acts and not clause.objects)

    def _states(self, statement: Statement, clause: Clause) -> Iterator[str]:
        """The state that a phrase or word of the clause tells of its subject: "in custody", "ums Leben gekommen"."""
        held = statement.held
        words = [held.tokens[at] for first, last in clause.stretches for at in range(first, last)]
        said = f" {' '.join(folded(each.low) for each in words)} "
        phrases = (phrase for phrase in self.words.states if " " in phrase and f" {phrase}" in said)
        free = (stem(each.low) for each in words if held.chunk_at(each.span.start) is None)
        for state in (*phrases, *free):
            yield from self.words.states.get(state, ())
        yield from self._harmed(statement, clause)

    def _harmed(self, statement: Statement, clause: Clause) -> Iterator[str]:
        """That somebody suffers injuries, or gets away with them, and how bad they are."""
        for each in (*clause.objects, *clause.adjuncts):
            with_it = each.preposition is None or self._token(statement, each.preposition) in self.known.beside
            if with_it and HARM in statement.near.roles(each.first, each.last):
                words = [token.low for token in statement.held.tokens[each.first : each.head + 1]]
                grave = (f"{stem(word)} {state}" for word in words for state in self._harms)
                yield from (name for state in grave for name in self.words.states.get(state, ()))
                yield from self.words.noun(*words[-2:])
                yield HARMED

    @staticmethod
    def _token(statement: Statement, at: int) -> str:
        return statement.held.tokens[at].low

    @property
    def _harms(self) -> list[str]:
        """The words for the state of who is injured."""
        return [state for state, names in self.words.states.items() if HARMED in names and " " not in state]

    def _graver(self, statement: Statement, found: str) -> str:
        """What befell a part, where a word behind it tells how: "were injured, five of them seriously"."""
        at = statement.verb.predicate
        if at is None:
            return found
        tokens, stop = statement.held.tokens, statement.last
        while stop < len(tokens) and not tokens[stop].roles & COMMA and statement.verb.holds(stop) and stop != at:
            stop += 1
        state = stem(tokens[at].low)
        graver = (self.words.states.get(f"{folded(each.low)} {state}", ()) for each in tokens[statement.last : stop])
        return next((names[0] for names in graver if names and found in table()[names[0]]["part_of"]), found)


def _happens(concept: str) -> bool:
    """Whether it is something that is done, which goes before what those it is done to are."""
    return bool(table()[concept]["kind"] == "flow")
