"""The arguments of one verb: which name, noun or person stands in which role of its frame."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.extract.relations.found import HOUSES, Pieces
from claimcheck.extract.relations.lexicon import CERTAIN, Piece
from claimcheck.extract.relations.names import Reading
from claimcheck.extract.relations.nouns import owned_by
from claimcheck.extract.relations.phrase import house_behind, person_behind
from claimcheck.extract.relations.wanted import titled
from claimcheck.languages.word_roles import CAPITAL, COMMA, DETERMINER, OPEN, POSSESSIVE, TIME, VERB
from claimcheck.model.analysis import Chunk, Clause
from claimcheck.model.claim import ArgumentName

NO_OFFICE = ("predecessor", "contest")
"""Whose successor or winner of what somebody is called, which gives no office."""


MOVES = ("joins", "leaves")


class Filling:
    """The roles of a frame as one clause fills them; `others` are those who share a role with the first."""

    def __init__(self, reading: Reading, frame: dict[str, Any]) -> None:
        self.reading, self.frame = reading, frame
        self.pieces: Pieces = {}
        self.others: dict[ArgumentName, list[Piece]] = {}

    def each(self) -> Iterator[Pieces]:
        """The arguments of each of those who share a role; none where two roles are shared: who did what is open."""
        if len(self.others) > 1:
            return
        yield self.pieces
        for role, more in self.others.items():
            for piece in more:
                yield {**self.pieces, role: piece}

    def put(self, role: ArgumentName | None, chunk: Chunk | None) -> None:
        """A phrase in a role, unless that is filled or the phrase cannot fill it."""
        if not role or chunk is None or role in self.pieces:
            return
        piece = self._filler(role, chunk)
        if piece is None or self._leads_away(role, piece):
            return
        if chunk.preposition is None or self._to_the_end(chunk, piece):
            self.pieces[role] = piece
            self._share(role, chunk, piece)

    def led(self, chunk: Chunk, agent: ArgumentName | None) -> None:
        """A phrase in the role that its preposition gives; in the passive that of whoever does it."""
        assert chunk.preposition is not None
        preposition = self.reading.low(chunk.preposition)
        if agent and agent not in self.pieces and preposition in self.reading.lexicon.table["agents"]:
            self.put(agent, chunk)
        else:
            self.put(None if self._is_of_deed(chunk) else self.frame["prepositions"].get(preposition), chunk)

    def _is_of_deed(self, chunk: Chunk) -> bool:
        """Whether a phrase belongs to a deed that another one tells: "quit after their exit *from the cup*"."""
        before = self.reading.ending_at(chunk.first) if self.frame["predicate"] in MOVES else None
        if before is None or self.reading.role(before.head) & TIME:
            return False  # "after two years"
        return self.reading.led(before) in self.reading.lexicon.table["done"]

    def _leads_away(self, role: ArgumentName, piece: Piece) -> bool:
        """Whether somebody only travels: no country is a house that one joins or leaves."""
        moves = role == "organization" and self.frame["predicate"] in MOVES
        return moves and piece.name in self.reading.lexicon.lands

    def _share(self, role: ArgumentName, chunk: Chunk, piece: Piece) -> None:
        first = chunk if self.reading.named(chunk) is not None else self.reading.apposed(chunk) or chunk
        more = [self.reading.named(each) for each in self.reading.joined(first)]
        named = [each for each in more if each is not None and _alike(each, piece)]
        if more and len(named) == len(more):
            self.others[role] = named

    def _to_the_end(self, chunk: Chunk, piece: Piece) -> bool:
        """Whether a phrase ends with its name: "zu Bullocks Erfolgen" does not."""
        last = self.reading.tokens[chunk.last - 1].span
        return piece.implied or piece.end >= last.start

    def _filler(self, role: ArgumentName, chunk: Chunk) -> Piece | None:
        """The name of a phrase, of what explains it, or of whom it stands for; else its words where those will do."""
        reading = self.reading
        if role in ("contest", "work"):
            return self._thing(role, chunk)
        whom = reading.standing_for(reading.clause_of(chunk.head), chunk)
        piece = reading.named(whom, implied=whom is not chunk)  # "Nordwerk, *an der* Kern 20 Prozent hält"
        for beside in (reading.apposed(chunk), reading.explained(chunk)) if piece is None else ():
            piece = piece or (None if beside is None else reading.named(beside))
        if piece is None:
            person = role in self.frame["people"]
            piece = reading.referent(whom, person=person or role not in HOUSES, house=not person)
        return piece or (self._before_kind(chunk) if role == "target" else self._loose(role, chunk))

    def _before_kind(self, chunk: Chunk) -> Piece | None:
        """The name before the noun for what is bought, and no house in a town: "bought *the Lumen website*"."""
        reading, at = self.reading, chunk.last - 1
        kind = reading.is_class(at) and not reading.lexicon.is_generic(reading.low(at))
        if not kind or reading.role(at) & CAPITAL or chunk.determiner is None or reading.lexicon.capitals:
            return None
        named = reading.named(chunk._replace(last=at, head=at - 1))
        return None if named is None or reading.lexicon.of_nation(named.name) else named

    def _thing(self, role: ArgumentName, chunk: Chunk) -> Piece | None:
        """What can be won, or the title of a work."""
        if role == "work":
            return titled(self.reading, chunk)
        won = self.reading.lexicon.is_contest(self.reading.low(chunk.last - 1))
        return self.reading.phrase(chunk) if won else None

    def _loose(self, role: ArgumentName, chunk: Chunk) -> Piece | None:
        """A phrase without a name, where a role takes one: a house by its class, any purpose."""
        meant = self.reading.lexicon.is_generic(self.reading.low(chunk.last - 1))  # "an der Spitze des Hauses"
        if role not in self.frame["loose"] or chunk.pronoun or meant:
            return None
        phrase = self.reading.phrase(chunk)
        if role not in HOUSES:
            return phrase
        house = (
            self.reading.is_class(chunk.last - 1) or self.reading.low(chunk.last - 1) in self.reading.lexicon.parties
        )
        return phrase._replace(sure=CERTAIN) if house else None

    # what only some frames have

    def put_office(self, clause: Clause) -> None:
        """The office somebody gets: "zum Chef von Nordwerk ernannt", "was named chief executive of Nordwerk"."""
        reading = self.reading
        chunk = self._office_of(clause)
        if chunk is None or self._is_prize(chunk):
            return
        start = reading.tokens[reading.noun_start(chunk)].span.start
        office = reading.lexicon.office[reading.low(chunk.last - 1)]
        if office is not None and office.frame["other"] in NO_OFFICE:
            self._put_predecessor(chunk)
            return
        if "role" in self.frame["needs"]:
            self.pieces["role"] = Piece(start, reading.tokens[chunk.last - 1].span.end)
        house = house_behind(reading, chunk.last, sure=False)[0] or self._appointing(clause)
        if house is not None:
            self.pieces["organization"] = house

    def _office_of(self, clause: Clause) -> Chunk | None:
        """The phrase of a clause that names the office."""
        found = (each for each in (*clause.objects, *clause.adjuncts) if self._is_office(clause, each))
        return self._named_as(clause) or next(found, None)

    def _put_predecessor(self, chunk: Chunk) -> None:
        """Whom somebody succeeds by what is done: "named as *his* successor", "zur Nachfolgerin *von Kern* gewählt"."""
        before = self._of(chunk, person=True)
        if before is not None:
            self.pieces["predecessor"] = before
            self.frame = self.frame | {"predicate": "succeeds", "needs": ["person", "predecessor"]}

    def _named_as(self, clause: Clause) -> Chunk | None:
        """The office behind the name of who gets it, in one phrase: "elected *Jan Kern mayor*"."""
        reading, role = self.reading, self.frame["object"]
        whole = next(iter(clause.objects), None)
        if whole is None or role in self.pieces or "" not in self.frame["office"]:
            return None
        start = next((k for k in range(whole.first + 1, whole.last) if not reading.role(k) & CAPITAL), whole.last)
        named = None if start == whole.last else reading.named(whole._replace(last=start, head=start - 1))
        if named is None or not named.person or reading.lexicon.office[reading.low(whole.last - 1)] is None:
            return None
        self.pieces[role] = named
        return whole._replace(first=start, determiner=None, number=None)

    def _appointing(self, clause: Clause) -> Piece | None:
        """The house that gives an office of its own, or whose body does: "der Rat *der Nordwerk AG* berief Kern"."""
        reading, subject = self.reading, clause.subject
        if self.frame["subject"] or clause.passive or subject is None or clause.kind not in ("main", "subordinate"):
            return None
        piece = reading.named(subject) or reading.referent(subject, house=True)
        if piece is None:
            piece = house_behind(reading, subject.last, sure=False)[0]
        return None if piece is None or piece.person or piece.sure < CERTAIN else piece

    def _is_office(self, clause: Clause, chunk: Chunk) -> bool:
        reading, at = self.reading, chunk.last - 1
        led = reading.led(chunk) or self._as(chunk)
        if led not in self.frame["office"] or chunk.pronoun or reading.role(at) & TIME:
            return False
        if not led and self._stands_apart(clause, chunk):
            return False
        known = reading.lexicon.office[reading.low(at)] is not None
        return (known or (led != "" and self.frame["any_office"])) and reading.named(chunk) is None

    def _stands_apart(self, clause: Clause, chunk: Chunk) -> bool:
        """Whether a phrase stands behind a comma, or before the verb where no object does."""
        before = not self.reading.lexicon.words.verb_second and chunk.first < (clause.predicate or 0)
        return before or bool(self.reading.role(chunk.first - 1) & COMMA)

    def _is_prize(self, chunk: Chunk) -> bool:
        """Whether only an award calls somebody so: "named *best* actress"."""
        reading = self.reading
        return any(reading.low(k) in reading.lexicon.table["of_prizes"] for k in range(chunk.first, chunk.last))

    def _as(self, chunk: Chunk) -> str:
        """The word before a phrase that tells as what somebody does something, "" where none does."""
        before = self.reading.low(chunk.first - 1)
        return before if before in self.reading.lexicon.table["as"] else ""

    def put_of(self, clause: Clause) -> None:
        """What hangs on the noun that makes one sense with its verb: "steht an der Spitze *des Parlaments*"."""
        reading, role = self.reading, self.frame["of"]
        tokens = (k for first, last in clause.stretches for k in range(first, last))
        at = next((k for k in tokens if reading.low(k) in self.frame["objects"]), None)
        chunk = None if at is None else reading.around(at)
        if chunk is None or role in self.pieces:
            return
        if role == "contest":
            self.put(role, reading.beginning_at(chunk.last))
            return
        piece = self._of(chunk, person=role in self.frame["people"])
        if piece is not None:
            self.pieces[role] = piece

    def _of(self, chunk: Chunk, *, person: bool) -> Piece | None:
        reading = self.reading
        if reading.determined(chunk) in reading.lexicon.table["owner"]:
            return reading.owner(chunk, person=person, house=not person)
        if person:
            behind = person_behind(reading, chunk.last)[0] or owned_by(reading, chunk)
            return behind if behind is not None and behind.person else None
        return house_behind(reading, chunk.last, sure=True)[0]

    def pair_up(self, role: ArgumentName | None) -> None:
        """The second of two who share a role in the role of a partner: "Kern und Loth haben geheiratet"."""
        if role and self.frame["pair"] and role in self.others:
            self.pieces[self.frame["pair"]] = self.others.pop(role)[0]

    def put_target(self) -> None:
        """What somebody has a share of where only the deal told before says so: "Gründer Kern hält noch 38 Prozent"."""
        if "share" not in self.frame["needs"] or "share" not in self.pieces or "target" in self.pieces:
            return
        deal = self.reading.register.deal(self.reading.number)
        self.pieces |= {role: piece for role, piece in deal.items() if role == "target"}

    def put_home(self, at: int) -> None:
        """The house whose the person is known to be, or the only one there is."""
        role, person = self.frame["home"], self.pieces.get("person")
        if person is None or role in self.pieces:
            return
        home = self.reading.register.home(person) or self.reading.register.house(self.reading, at, proven=True)
        if home is not None:
            self.pieces[role] = home


def _alike(one: Piece, other: Piece) -> bool:
    """Whether two may share a role: both look like persons or neither has to be one."""
    return one.person == other.person or not (one.human or other.human)


def is_scene(reading: Reading, at: int) -> bool:
    """Whether a noun that tells a deed by itself is only where something happens: "scored *in Kern's win*"."""
    if reading.low(at) not in reading.lexicon.nouns:
        return False  # "is in charge"
    chunk = reading.around(at)
    if chunk is not None and chunk.preposition is None and reading.role(chunk.first - 1) & POSSESSIVE:
        chunk = reading.ending_at(chunk.first)
    return chunk is not None and chunk.first + 1 < at and reading.led(chunk) in reading.lexicon.table["seated"]


def is_aside(reading: Reading, at: int) -> bool:
    """Whether a noun tells something beside what the verb does: "Lindow, *with 900 residents*, has no bank"."""
    chunk = reading.around(at)
    if chunk is None or chunk.head != at:
        return False
    under = [word for each in reading.lexicon.nouns.get(reading.low(at), ()) for word in each["under"]]
    return reading.led(chunk) in under or bool(reading.role(chunk.first - 1) & OPEN)


def before_participle(reading: Reading, chunk: Chunk) -> range:
    """The tokens of an attribute up to its participle: "die *1931 in Wien* geborene Autorin"."""
    at = next((k for k in range(chunk.first, chunk.head) if reading.lexicon.participle(reading.low(k))), None)
    return range(0) if at is None else range(attribute_start(reading, at), at)


def attribute_start(reading: Reading, at: int) -> int:
    """The token behind the article with which the phrase of an attribute begins."""
    stop = DETERMINER | COMMA | VERB
    return next((k + 1 for k in range(at - 1, -1, -1) if reading.role(k) & stop), 0)
