"""Whom and what an article speaks of, and which of them a pronoun or a definite noun means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from claimcheck.languages.extra import extra
from claimcheck.languages.vocabulary import is_word
from claimcheck.languages.word_roles import (
    ADJECTIVE,
    ADVERB,
    BE,
    CAPITAL,
    NUMBER,
    PLURAL_VERB,
    SINGULAR_VERB,
    TIME,
    USUAL_ADJECTIVE,
    USUAL_NOUN,
    USUAL_VERB,
    VERB,
)
from claimcheck.model import Span
from claimcheck.model.analysis import Analysis, Chunk, Clause, Sentence, Token
from claimcheck.model.claim import Argument, Form
from claimcheck.model.entity import EntityKind, Mention
from claimcheck.statements.concepts import Concepts, stem, table
from claimcheck.statements.phrases import Names
from claimcheck.statements.words import Joints

SEXES: dict[str, frozenset[Form]] = {"male": frozenset(("man",)), "female": frozenset(("woman",))}
PERSON: frozenset[Form] = frozenset(("man", "woman"))
GENDERS: frozenset[Form] = frozenset(("masculine", "feminine", "neuter"))
BODY: frozenset[Form] = GENDERS | {"thing", "group"}
PLACE: frozenset[Form] = frozenset(("neuter", "thing"))
ALL = BODY | PERSON
OTHER = VERB | ADJECTIVE | ADVERB | USUAL_VERB | USUAL_ADJECTIVE
"""Roles of words whose capital at the head of a sentence makes no name of them."""
LEAD = 3
"""How many sentences say whom an article is on: its headline and the first two."""
HOPS = 3
"""How many sentences back the one that a pronoun means is looked for."""


def class_of(known: Joints, concepts: Concepts, noun: str) -> str | None:
    """The kind of name a class noun, or the last part of a compound one, may stand for."""
    low = stem(noun)
    exact = known.kinds.get(low)
    if exact is not None or not concepts.compounds:
        return exact
    return next((known.kinds[low[at:]] for at in range(1, len(low) - 3) if low[at:] in known.kinds), None)


def means_person(known: Joints, concepts: Concepts, noun: str) -> bool:
    """Whether a noun means a person: a role, or somebody who is counted by the head."""
    if class_of(known, concepts, noun) == "person":
        return True
    names = concepts.noun(noun)
    return bool(names) and all("persons" in table()[each]["values"] for each in names)


class Referent(NamedTuple):
    """Somebody or something a text speaks of; `kind` is that of a known name, `forms` are what can stand for it.

    `key` is the same for all names of one bearer.
    """

    argument: Argument
    named: bool
    kind: EntityKind | None
    forms: frozenset[Form]
    begins: int
    key: str = ""


class Referents:
    """The referents of one article, sentence by sentence, gathered when somebody asks for them."""

    def __init__(self, analysis: Analysis, names: Names, joints: Joints, concepts: Concepts, code: str) -> None:
        self.analysis = analysis
        self.names = names
        self._joints = joints
        self._concepts = concepts
        self._code = code
        people = extra(code, "people")
        self._sexes: dict[str, str] = people.get("first_names", {})
        self._parties = frozenset(name for party in people.get("parties", ()) for name in party)
        self._subjects: dict[int, list[Referent]] = {}

    def of(self, sentence: Sentence, chunk: Chunk) -> Referent | None:
        """What a noun phrase speaks of; None for a pronoun, a time, a number, a word that only counts."""
        name = self.name(sentence, chunk)
        if name is not None and (name.kind != "place" or chunk.name):
            return self.named(name)
        head = sentence.tokens[chunk.head]
        if chunk.pronoun or self._silent(head):
            return None
        if self.is_party(sentence, chunk):
            return Referent(Argument(head.span, head.text), True, None, ALL, head.span.start)
        if self.bare_name(sentence, chunk):
            words = " ".join(each.text for each in sentence.tokens[chunk.first : chunk.last])
            return Referent(Argument(span_of(sentence, chunk), words), True, None, ALL, head.span.start)
        forms = self._forms(sentence, chunk)
        return Referent(Argument(head.span, head.text), False, None, forms, head.span.start)

    def is_party(self, sentence: Sentence, chunk: Chunk) -> bool:
        """Whether a noun is the name of a party, whatever article it has: "die Grünen"."""
        return sentence.tokens[chunk.head].text in self._parties

    def _silent(self, head: Token) -> bool:
        """Whether a noun is a time, a number, or only counts another."""
        known = head.roles & (TIME | NUMBER) or not head.text[:1].isalpha()
        return bool(known) or stem(head.low) in self._joints.no_owner

    def name(self, sentence: Sentence, chunk: Chunk) -> Mention | None:
        """The name a noun phrase ends in: that of the mother is not "Kern" in "Kern's mother"."""
        found = self.names.at(span_of(sentence, chunk))
        return None if found is None or found.span.end <= sentence.tokens[chunk.head].span.start else found

    def named(self, name: Mention) -> Referent:
        """The bearer of a name."""
        forms = BODY
        if name.kind == "person":
            forms = SEXES.get(self._sexes.get(name.name.split()[0], ""), PERSON)
        if name.kind == "place":
            forms = PLACE
        argument = Argument(name.span, name.text, name.entity)
        return Referent(argument, True, name.kind, forms, name.span.start, name.entity or name.name)

    def bare_name(self, sentence: Sentence, chunk: Chunk, stop: int | None = None) -> bool:
        """Whether a phrase without article, in capitals and no usual noun, can only be a name: "Wirtz steht bei 35"."""
        if chunk.pronoun or (chunk.determiner, chunk.number) != (None, None):
            return False
        first = chunk.first if chunk.preposition is None else chunk.preposition + 1
        words = sentence.tokens[first : stop or chunk.last]
        if (chunk.plural and stop is None) or (first == 0 and len(words) == 1 and words[0].roles & OTHER):
            return False
        return all(map(self._unusual, words))

    def _unusual(self, token: Token) -> bool:
        """Whether a word has a capital and is no usual noun."""
        known = token.roles & (USUAL_NOUN | TIME | NUMBER) or self._concepts.exactly(token.low)
        if known or not token.roles & CAPITAL:
            return False
        return not self._concepts.compounds or self.names.is_surname(token.text) or not is_word(self._code, token.text)

    def _forms(self, sentence: Sentence, chunk: Chunk) -> frozenset[Form]:
        """What can stand for a noun: by number, by the gender its article tells, else by person or thing."""
        if chunk.plural:
            return frozenset(("group",))
        if not self._joints.genders:
            return PERSON if self.is_person(sentence.tokens[chunk.head].low) else frozenset(("thing",))
        article = None if chunk.determiner is None else self._joints.genders.get(sentence.tokens[chunk.determiner].low)
        return frozenset(article) if article else GENDERS

    def is_person(self, word: str) -> bool:
        """Whether a noun means a person."""
        return means_person(self._joints, self._concepts, word)

    def kind_of(self, word: str) -> str | None:
        """The kind of name a class noun may stand for: "Konzern", "company" for an organisation."""
        return class_of(self._joints, self._concepts, word)

    def subjects(self, number: int) -> list[Referent]:
        """The subjects of the clauses of a sentence, those of main clauses first."""
        found = self._subjects.get(number)
        if found is None:
            sentence = self.analysis.sentence(number)
            clauses = sorted(sentence.clauses, key=lambda each: each.kind != "main")
            told = [each for clause in clauses if (each := self._subject(sentence, clause)) is not None]
            found = list({each.begins: each for each in reversed(told)}.values())[::-1]
            self._subjects[number] = found
        return found

    def _subject(self, sentence: Sentence, clause: Clause) -> Referent | None:
        """What the subject of a clause speaks of; who it is, where the verb says that: "Mann des Tages war Kern"."""
        if clause.subject is None or clause.kind == "relative":
            return None
        found = self.of(sentence, clause.subject)
        if found is None or found.named or clause.verb is None:
            return found
        return self._by_verb(sentence, clause, sentence.tokens[clause.verb].roles, found)

    def _by_verb(self, sentence: Sentence, clause: Clause, verb: int, found: Referent) -> Referent:
        if verb & BE and len(clause.objects) == 1:
            name = self.name(sentence, clause.objects[0])
            return found if name is None or name.kind != "person" else self.named(name)
        plural = verb & (PLURAL_VERB | SINGULAR_VERB) == PLURAL_VERB
        return found._replace(forms=frozenset(("group",))) if plural else found

    def _back(self, offset: int, hops: int = HOPS) -> Iterator[int]:
        """The sentence at an offset and those before it that are near enough."""
        number = self.analysis.number(offset)
        return iter(range(number, max(number - hops - 1, -1), -1))

    def _bearers(self, span: Span, offset: int, kind: str | None, forms: Collection[Form] = ALL) -> list[Referent]:
        """The different bearers of names of a kind before an offset in a stretch who agree; of none: all but places."""
        names = self.names.within(Span(span.start, min(span.end, offset)))
        wanted = (each for each in names if (each.kind == kind if kind else each.kind != "place"))
        known = {each.entity or each.name: each for each in wanted}
        found = [self.named(each) for each in known.values()]
        return [each for each in found if not each.forms.isdisjoint(forms)]

    def meant(self, offset: int, forms: Collection[Form]) -> Referent | None:
        """Whom a pronoun at an offset means: the last subject that agrees, else the only name that does."""
        found = (self._agreeing(number, offset, forms) for number in self._back(offset))
        return next((each for each in found if each is not None), None)

    def _agreeing(self, number: int, offset: int, forms: Collection[Form]) -> Referent | None:
        subjects = [each for each in self.subjects(number) if each.begins < offset and not each.forms.isdisjoint(forms)]
        if subjects:
            own = self.analysis.number(offset) == number
            return max(subjects, key=lambda each: each.begins) if own else subjects[0]
        names = self._bearers(self.analysis.spans[number], offset, None, forms)
        return names[0] if len(names) == 1 else None

    def topic(self, offset: int) -> Referent | None:
        """Whom the text was last on before an offset: the nearest subject that is the name of no place."""
        own = self.analysis.number(offset)
        for number in self._back(offset):
            subjects = [each for each in self.subjects(number) if each.named and each.begins < offset]
            known = [each for each in subjects if each.kind != "place" and not self.names.speaks(each.begins)]
            if known:
                return max(known, key=lambda each: each.begins) if number == own else known[0]
        return None

    def person(self, offset: int, forms: Collection[Form] = PERSON) -> Referent | None:
        """Which person a noun at an offset means: the nearest subject or only name, else the article's own."""
        found = (self._person_in(number, offset, forms) for number in self._back(offset))
        return next((each for each in found if each is not None), None) or self._leading(forms)

    def _leading(self, forms: Collection[Form]) -> Referent | None:
        """The person an article is on: the only one its first sentences name who agrees and is named again."""
        end, lead = self.analysis.spans[-1].end, self.analysis.spans[min(LEAD, len(self.analysis.spans)) - 1].end
        people = [each for each in self.names.within(Span(0, end)) if each.kind == "person"]
        often = Counter(each.entity or each.name for each in people)
        fitting = [each for each in self._bearers(Span(0, lead), end, "person", forms) if often[each.key] > 1]
        return fitting[0] if len(fitting) == 1 else None

    def _person_in(self, number: int, offset: int, forms: Collection[Form]) -> Referent | None:
        """The person a sentence is on: its subject, else whoever speaks in it, else the only one it names."""
        for each in self.subjects(number):
            may_be = each.named and each.kind in ("person", None) and not each.forms.isdisjoint(forms)
            if may_be and each.begins < offset:
                return each
        fitting = self._bearers(self.analysis.spans[number], offset, "person", forms)
        if len(fitting) > 1:
            fitting = [each for each in fitting if self.names.speaks(each.begins)]
        return fitting[0] if len(fitting) == 1 else None

    def bearer(self, sentence: Sentence, chunk: Chunk) -> Referent | None:
        """Whose name a definite class noun stands for: "der Konzern", "the company"; the nearest of the kind."""
        head = sentence.tokens[chunk.head]
        definite = chunk.determiner is not None and sentence.tokens[chunk.determiner].low in self._joints.definite
        kind = self.kind_of(head.low) if definite else None
        if kind is None:
            return None
        spans = (self.analysis.spans[number] for number in self._back(head.span.start))
        near = next((found for span in spans if (found := self._bearers(span, head.span.start, kind))), [])
        return near[0] if len(near) == 1 else None

    def pronoun(self, sentence: Sentence, clause: Clause | None, at: int) -> frozenset[Form]:
        """What a pronoun or possessive may stand for, by itself and by the number of its verb; else nothing."""
        forms = self._joints.pronouns.get(sentence.tokens[at].low, frozenset())
        if "group" not in forms or len(forms) == 1 or clause is None or clause.verb is None:
            return forms
        verb = sentence.tokens[clause.verb].roles
        subject = clause.subject is not None and clause.subject.head == at
        if not subject or bool(verb & PLURAL_VERB) == bool(verb & SINGULAR_VERB):
            return forms
        return frozenset(("group",)) if verb & PLURAL_VERB else forms - {"group"}


def span_of(sentence: Sentence, chunk: Chunk) -> Span:
    """Where a noun phrase stands in the text."""
    return Span(sentence.tokens[chunk.first].span.start, sentence.tokens[chunk.last - 1].span.end)
