"""What a number is of where its clause tells: what befell those it counts goes before who they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Duration
from claimcheck.model.analysis import Chunk, Clause
from claimcheck.model.claim import Attribution
from claimcheck.model.report import Article
from claimcheck.statements.concepts import Concepts, concepts, family, table, takes, told
from claimcheck.statements.measure import measure_of
from claimcheck.statements.phrases import Names
from claimcheck.statements.place import Spot
from claimcheck.statements.referents import Referents
from claimcheck.statements.statement import Statement
from claimcheck.statements.verbs import by_verb
from claimcheck.statements.words import joints

PEOPLE = ("count", "persons")
HARM = "harm"


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
        named = statement.concept
        if named is None and isinstance(statement.claim.value, Duration):
            named = self._of_length(statement)
        if named is not None and (table()[named]["core"] or family(statement.claim) not in PEOPLE):
            return named
        return self._befell(statement) or named or self._only(statement)

    def _only(self, statement: Statement) -> str | None:
        """The only concept that the nouns of its clause name and that takes such a number."""
        clause, kind = statement.verb, family(statement.claim)
        if kind in PEOPLE or self._has_noun(statement):
            return None
        phrases = (clause.subject, *clause.objects, *clause.adjuncts)
        heads = (statement.held.tokens[each.head].low for each in phrases if each is not None and each.number is None)
        found = {next((name for name in self.words.noun(head) if takes(name, kind)), None) for head in heads}
        found.discard(None)
        return found.pop() if len(found) == 1 else None

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
        """What the verb of the clause, or a state told in it, says of those whom the number counts."""
        clause, chunk = statement.verb, statement.chunk
        if chunk is None or clause.negated or not self._may_be_people(statement):
            return None
        fitting = (each for each in self._said(statement, clause, chunk) if takes(each, family(statement.claim)))
        return next((each for each in fitting if table()[each]["of"] == "event"), None)

    def _may_be_people(self, statement: Statement) -> bool:
        """Whether people are counted, or nothing says that things are."""
        about = statement.claim.about
        noun = statement.value.noun or (None if about is None or about.measure is None else about.measure.text)
        if statement.value.unit == "person" or noun is None or self.referents.is_person(noun.lower()):
            return True
        return not self.words.noun(noun.lower())

    def _said(self, statement: Statement, clause: Clause, chunk: Chunk) -> Iterator[str]:
        subject = clause.subject is not None and clause.subject.first == chunk.first
        if not subject and chunk.first not in {each.first for each in clause.objects}:
            return
        if subject:
            yield from self._states(statement, clause)
        active = subject and not self._is_done(clause)
        verbs: dict[str, Sequence[str]] = dict(self.words.subjects if active else self.words.objects)
        yield from verbs.get(clause.lemma, ())
        for sense in clause.senses:
            yield from told().get((sense, "subject" if active else "object"), ())

    def _is_done(self, clause: Clause) -> bool:
        """Whether a verb befalls its subject: in the passive, or without its object ("Five arrested after brawl")."""
        acts = clause.lemma in self.words.objects or any((sense, "object") in told() for sense in clause.senses)
        return clause.passive or (acts and not clause.objects)

    def _states(self, statement: Statement, clause: Clause) -> Iterator[str]:
        """The state that a phrase of the clause tells of its subject: "in custody", "ums Leben gekommen"."""
        tokens = statement.held.tokens
        words = [at for first, last in clause.stretches for at in range(first, last)]
        said = f" {' '.join(tokens[at].low for at in words)} "
        for phrase, names in self.words.states.items():
            if " " in phrase and f" {phrase}" in said:
                yield from names
        harmed = (near for each in clause.objects for near in statement.near.roles(each.first, each.last))
        if HARM in harmed:
            yield "injured"
