"""Whom "she", "der 61-Jährige", "the company" stand for: the one person or house named shortly before, or nobody."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from claimcheck.extract.relations.found import HOUSES, Found, Pieces
from claimcheck.extract.relations.lexicon import CERTAIN, Piece
from claimcheck.extract.relations.line import ODD
from claimcheck.extract.relations.names import Reading
from claimcheck.extract.relations.wanted import Wanted, wanted_by
from claimcheck.languages.word_roles import TIME
from claimcheck.model.analysis import Chunk
from claimcheck.model.claim import Argument, Relation

Kind = Literal["person", "house", "name"]
CLUB = re.compile(r"[A-ZÄÖÜ]{2,4} [A-ZÄÖÜ]")
"""A name that begins with an abbreviation: "FC Lindow", "TSV Alster"."""
FAR = 2
"""How many sentences back somebody is looked for."""
MOST_KEPT = 64
HELD = ("has_role", "leads", "plays_for", "founded")
"""Relations that tell whose somebody is."""


class Referent(NamedTuple):
    """A name in a sentence; a "name" may be that of a person or house. `sort` is the word that tells what it is.

    `bare`: it may be a noun as well; `led`: a preposition stands before it.
    """

    piece: Piece
    kind: Kind
    at: int
    sort: str | None = None
    sex: str | None = None
    bare: bool = False
    led: bool = False


class Register:
    """The people and houses of one article by sentence, each sentence looked through when somebody asks."""

    def __init__(self, reading_of: Callable[[int], Reading]) -> None:
        self._reading_of = reading_of
        self._known: dict[int, list[Referent]] = {}
        self._homes: dict[str, Piece] = {}
        self._houses: dict[int, dict[int, Referent]] = {}
        self._deals: dict[int, Pieces] = {}

    def add(self, reading: Reading, found: Sequence[Found]) -> None:
        """Takes note of what the relations found in a sentence show to be a house, and whose somebody is."""
        for each in (each.relation for each in found):
            for role, argument in each.arguments:
                if role in HOUSES and not argument.implied and _may_be_named(reading, argument):
                    piece = Piece(*argument.span, argument.entity, name=argument.text)
                    at = reading.sentence.token_at(piece.start)
                    chunk = reading.around(at)
                    led = chunk is not None and chunk.preposition is not None
                    house = Referent(piece, "house", at, led=led)
                    self._houses.setdefault(reading.number, {})[piece.start] = house
            self._note_home(each)
            self._note_deal(reading.number, each)

    def _note_home(self, relation: Relation) -> None:
        person, house = relation.get("person") or relation.get("founder"), relation.get("organization")
        if relation.predicate in HELD and person is not None and house is not None and not relation.former:
            self._homes[person.text.split()[-1]] = Piece(*house.span, house.entity, name=house.text)

    def home(self, person: Piece) -> Piece | None:
        """The house in which a person is known to hold an office, or for which they play."""
        found = self._homes.get(person.name.split()[-1]) if person.name else None
        return None if found is None else found._replace(implied=True)

    def _note_deal(self, number: int, relation: Relation) -> None:
        """Keeps what is sold or held and who sells it; nothing where a sentence tells of two such things."""
        named: Pieces = {
            role: Piece(*each.span, each.entity, implied=True, name=each.text)
            for role, each in relation.arguments
            if role in ("target", "seller")
        }
        if "target" not in named:
            return
        known = self._deals.setdefault(number, named)
        if known and known["target"].name != named["target"].name:
            self._deals[number] = {}
        elif known:
            self._deals[number] = known | named

    def deal(self, number: int) -> Pieces:
        """The thing that a deal was last about, shortly before a sentence or in it, and who sells it."""
        return next((self._deals[each] for each in (number, number - 1) if each in self._deals), {})

    def find(self, reading: Reading, chunk: Chunk, *, person: bool, house: bool) -> Piece | None:
        """The name that a phrase stands for, if it stands for one and only one can be meant."""
        wanted = wanted_by(reading, chunk)
        if wanted is None:
            return None
        wanted = wanted._replace(person=wanted.person and person, house=wanted.house and house)
        owners, before = reading.sentence.owners, self._before(reading, chunk.first)
        # nobody is meant by a pronoun or an object whom its own clause names
        apart = wanted.sort and chunk not in reading.clause_of(chunk.head).objects
        here = [each for each in before if apart or owners[each.at] != owners[chunk.head]]
        return self._of_deal(reading.number, self._nearest(reading.number, here, wanted), wanted)

    def _of_deal(self, number: int, found: Piece | None, wanted: Wanted) -> Piece | None:
        """Whom "the company" stands for, unless a deal was told of: it may be either of the two."""
        target = self.deal(number).get("target") if wanted.sort and wanted.house else None
        return found if target is None or found is None or found.name == target.name else None

    def owner(self, reading: Reading, chunk: Chunk, *, person: bool, house: bool) -> Piece | None:
        """The name that the possessive before a noun stands for, if it is that of an earlier clause."""
        low = "" if chunk.determiner is None else reading.low(chunk.determiner)
        sex = reading.lexicon.table["pronouns"].get(low)
        wanted = Wanted(person=person, house=house)
        before = self._before(reading, chunk.first)
        if low in reading.lexicon.table["not_own"]:
            owners, wanted = reading.sentence.owners, wanted._replace(last=True)
            before = [each for each in before if owners[each.at] != owners[chunk.head]]
        if not reading.lexicon.words.cases:
            wanted = wanted._replace(sex=None if house else sex, thing=house)
        return self._nearest(reading.number, before, wanted) or _following(reading, chunk, person=person)

    def house(self, reading: Reading, before: int, *, proven: bool) -> Piece | None:
        """The one house whose office it can be that is named without any; `proven`: it cannot be anything else."""
        here = self._before(reading, before)
        found = self._nearest(reading.number, here, Wanted(person=False, house=True), proven=proven)
        return self._of_deal(reading.number, found, Wanted(person=False, house=True, sort="office"))

    def _before(self, reading: Reading, at: int) -> list[Referent]:
        if reading.number not in self._known:
            self._known[reading.number] = [*_referents(reading)]
        return [each for each in self._of(reading.number) if each.at < at]

    def _of(self, number: int) -> list[Referent]:
        """The names of a sentence, those proven to be houses as such."""
        if number < 0:
            return []
        if number not in self._known:
            if len(self._known) > MOST_KEPT:
                self._known.clear()
            self._known[number] = [*_referents(self._reading_of(number))]
        proven = self._houses.get(number, {})
        named = [each for each in self._known[number] if each.kind == "person" or each.piece.start not in proven]
        kept = {each.piece.start for each in named}
        return named + [each for start, each in sorted(proven.items()) if start not in kept]

    def _nearest(self, number: int, here: list[Referent], wanted: Wanted, *, proven: bool = False) -> Piece | None:
        for back in range(FAR + 1):
            named = self._of(number - back) if back else here
            fitting = _chosen(named, wanted)
            if not fitting:
                continue
            one = fitting[0]
            weak = one.bare or proven or back == FAR or _has_rival(one, named, wanted)
            return one.piece._replace(implied=True) if len(fitting) == 1 and not (one.kind == "name" and weak) else None
        return None


def _following(reading: Reading, chunk: Chunk, *, person: bool) -> Piece | None:
    """The subject behind a phrase that opens its clause: "since *its* merger with Alsterlicht, *Nordwerk* grows"."""
    subject = reading.clause_of(chunk.head).subject
    if subject is None or subject.first < chunk.last or chunk.preposition is None:
        return None
    piece = reading.named(subject, implied=True)
    fits = piece is not None and (piece.person if person else not piece.human)
    return piece if fits else None


def _chosen(named: list[Referent], wanted: Wanted) -> list[Referent]:
    """Those who can be meant, each name once; of several those who are what they are called."""
    fitting = _distinct(filter(lambda each: _fits(each, wanted), named))
    called = [each for each in fitting if wanted.sort and each.sort == wanted.sort] or fitting
    kind: Kind = "person" if wanted.person else "house"
    return _topic([each for each in called if each.kind == kind] or called, wanted)


def _topic(named: list[Referent], wanted: Wanted) -> list[Referent]:
    """The one of several houses that no preposition leads: what is told of; or the one named last."""
    if wanted.last:
        return sorted(named, key=lambda each: each.at)[-1:]
    free = [each for each in named if not each.led] if wanted.house and not wanted.known else []
    return free if len(free) == 1 else named


def _has_rival(one: Referent, named: list[Referent], wanted: Wanted) -> bool:
    """Whether beside a name stands another that may be that of a house as well."""
    return wanted.house and any(each is not one and each.kind == "name" and each.piece.person for each in named)


def _fits(each: Referent, wanted: Wanted) -> bool:
    if wanted.same and each.sort != wanted.sort:
        return False
    if wanted.person and each.kind in (("person",) if wanted.known else ("person", "name")) and each.piece.person:
        return wanted.sex is None or each.sex in (None, wanted.sex)
    if not wanted.house:
        return False
    return each.kind == "house" or _may_be_house(each, wanted)


def _may_be_house(each: Referent, wanted: Wanted) -> bool:
    return each.kind == "name" and (wanted.thing or not each.piece.person)


def _distinct(named: Iterable[Referent]) -> list[Referent]:
    """Each name once, the first time it stands there; "Kern" is "Jan Kern"."""
    found: dict[str, Referent] = {}
    for each in named:
        found.setdefault(each.piece.name.split()[-1], each)
    return [*found.values()]


def _may_be_named(reading: Reading, argument: Argument) -> bool:
    """Whether an argument is a name, and not that of a country or town."""
    text = argument.text
    place = text in reading.lexicon.lands or reading.lexicon.words.is_town(text)
    return argument.entity is not None or (text[:1].isupper() and not place)


# the names of a sentence


def _referents(reading: Reading) -> Iterator[Referent]:
    for chunk in reading.chunks:
        owner, named = _owner(reading, chunk), _named(reading, chunk)
        if owner is not None:
            yield Referent(owner, "person", chunk.first, sex=_sex(reading, owner))
        if named is not None:
            yield named


def _named(reading: Reading, chunk: Chunk) -> Referent | None:
    """What the certain name in a phrase is that of; nothing for a time, and for "the town | of Lindow"."""
    piece = None if chunk.pronoun or reading.role(chunk.head) & TIME else reading.named(chunk)
    if piece is None or piece.sure < CERTAIN or piece.start >= reading.tokens[chunk.last - 1].span.end:
        return None
    sort = _sort(reading, chunk, piece)
    kind = _kind(reading, chunk, piece, sort)
    bare = kind == "name" and reading.lexicon.capitals and not _is_odd(reading, piece)
    led = chunk.preposition is not None
    return None if kind is None else Referent(piece, kind, chunk.head, sort, _sex(reading, piece), bare, led)


def _owner(reading: Reading, chunk: Chunk) -> Piece | None:
    """The person whose something is: "*Jan Kern* 's move", "*Jan Kerns* Wechsel"."""
    if chunk.last - chunk.first < 2 or reading.named(chunk) is not None:
        return None
    mention = reading.mention(chunk.first, chunk.last)
    if mention is None or mention.kind != "person" or mention.word_end == mention.span.end:
        return None
    return Piece(*mention.span, mention.entity, person=True, human=True, name=mention.name, kind="person")


def _kind(reading: Reading, chunk: Chunk, piece: Piece, sort: str | None) -> Kind | None:
    """What a name is that of; None for a place."""
    if piece.human or (piece.person and sort is not None):
        return "person"
    if reading.lexicon.is_house(piece) or (sort is not None and reading.lexicon.is_class[sort]):
        return "house"
    if CLUB.match(piece.name) and not reading.lexicon.is_contest(piece.name.split()[-1].lower()):
        return "house"
    return None if _is_place(reading, chunk, piece) else "name"


def _is_place(reading: Reading, chunk: Chunk, piece: Piece) -> bool:
    text = reading.article.text[piece.start : piece.end]
    where = reading.led(chunk) in reading.lexicon.table["where"]
    if where and ("&" in text or reading.lexicon.is_plural(text.split()[-1])):
        return False  # "at Wetherall Tools"
    return where or piece.kind == "place" or reading.lexicon.words.is_town(text)


def _sort(reading: Reading, chunk: Chunk, piece: Piece) -> str | None:
    """The noun before a name, or the first of it, that tells what it is: "der *Autobauer* Nordwerk"."""
    inside = range(chunk.last - 1, chunk.first - 1, -1)
    return next((reading.low(k) for k in inside if reading.is_class(k) or _is_office(reading, k, piece)), None)


def _is_office(reading: Reading, at: int, piece: Piece) -> bool:
    return reading.tokens[at].span.end <= piece.start and reading.lexicon.office[reading.low(at)] is not None


def _is_odd(reading: Reading, piece: Piece) -> bool:
    """Whether a word is a name by its build, or the article has it often and never behind an article."""
    text = reading.article.text[piece.start : piece.end]
    if piece.entity is not None or ODD.match(text):
        return True
    if " " in text:
        return not text.split()[0].endswith(tuple(reading.lexicon.table["no_name_endings"]))
    count, alone = reading.article.elsewhere(piece.start, text)
    return alone and count > 1


def _sex(reading: Reading, piece: Piece) -> str | None:
    return reading.lexicon.sexes.get(reading.article.text[piece.start : piece.end].split()[0])
