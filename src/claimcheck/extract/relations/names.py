"""The name in a phrase, and how certain it is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from claimcheck.extract.relations.lexicon import CERTAIN, LIKELY, Piece
from claimcheck.extract.relations.line import Article, Line
from claimcheck.languages.word_roles import ADJECTIVE, ADVERB, CAPITAL, COORDINATOR, NUMBER, POSSESSIVE, QUOTE, VERB
from claimcheck.model import Claim
from claimcheck.model.analysis import Chunk, Sentence
from claimcheck.model.claim import ArgumentName
from claimcheck.model.entity import Mention

YEAR = re.compile("(?:19|20)[0-9]{2}")


class Referents(Protocol):
    """Who is named before a phrase; see `referents.Register`."""

    def find(self, reading: Reading, chunk: Chunk, *, person: bool, house: bool) -> Piece | None:
        """The name that a pronoun or noun stands for."""

    def owner(self, reading: Reading, chunk: Chunk, *, person: bool, house: bool) -> Piece | None:
        """The name that the possessive before a noun stands for."""

    def house(self, reading: Reading, before: int, *, proven: bool) -> Piece | None:
        """The house of an office that is named without one."""

    def home(self, person: Piece) -> Piece | None:
        """The house whose somebody is."""

    def deal(self, number: int) -> dict[ArgumentName, Piece]:
        """What a deal was last about, and who sells it."""


class Reading(Line):
    """A sentence with the names in its phrases; `register` knows those of the others."""

    register: Referents

    def __init__(
        self, article: Article, number: int, sentence: Sentence, claims: Sequence[Claim], mentions: Sequence[Mention]
    ) -> None:
        super().__init__(article, number, sentence, claims, mentions)
        self._named: dict[tuple[int, int, int | None], Piece | None] = {}

    # who is meant

    def referent(self, chunk: Chunk, *, person: bool = False, house: bool = False) -> Piece | None:
        """The name that a pronoun or a noun such as "the company" stands for."""
        return self.register.find(self, chunk, person=person, house=house)

    def owner(self, chunk: Chunk, *, person: bool, house: bool) -> Piece | None:
        """Whom the possessive before a noun stands for: the subject of the clause, else somebody named before."""
        if self._is_of_another(chunk, house=house):
            return None
        joined = self._joined_before(chunk) if person else None
        return joined or self._owning(chunk, person=person, house=house)

    def _owning(self, chunk: Chunk, *, person: bool, house: bool) -> Piece | None:
        clause = self.clause_of(chunk.head)
        subject = clause.subject
        if subject is None or self._is_not_of(subject, chunk):
            return self.register.owner(self, chunk, person=person, house=house)
        piece = self.named(self.standing_for(clause, subject), implied=True)
        if piece is None:
            return self.referent(subject, person=person, house=house)
        return piece if (person and piece.person) or (house and not piece.human) else None

    def _is_of_another(self, chunk: Chunk, *, house: bool) -> bool:
        """Whether a possessive is not of what is asked for, or of an object too: "bought Ohm from *its* head"."""
        sex = self.lexicon.table["pronouns"].get(self.determined(chunk))
        if not self.lexicon.words.cases and (sex == "thing") != house:
            return True
        before = [each for each in self.clause_of(chunk.head).objects if house and each.last <= chunk.first]
        named = (self.named(each) for each in before if chunk.preposition is not None)
        return any(each is not None and not each.person for each in named)

    def _is_not_of(self, subject: Chunk, chunk: Chunk) -> bool:
        """Whether the possessive of a phrase cannot stand for the subject: it follows, or another one is meant."""
        return subject.first >= chunk.first or self.determined(chunk) in self.lexicon.table["not_own"]

    def _joined_before(self, chunk: Chunk) -> Piece | None:
        """The person whom an "and" joins with what is theirs: "*Kern* and her husband"."""
        beside = self.ending_at(chunk.first - 1) if self.role(chunk.first - 1) & COORDINATOR else None
        piece = None if beside is None else self.named(beside, implied=True)
        return piece if piece is not None and piece.person else None

    def noun_start(self, chunk: Chunk) -> int:
        """The first token behind preposition, article, number and an owner before the noun of a phrase."""
        at = chunk.first
        for mark in (chunk.preposition, chunk.determiner, chunk.number):
            at = at if mark is None or mark >= chunk.head else max(at, mark + 1)
        marks = [k for k in range(at, chunk.last) if self.role(k) & POSSESSIVE]
        owned = marks and marks[-1] + 1 < chunk.last and not self._is_class_of_name(chunk)
        return marks[-1] + 1 if owned else at

    def _is_class_of_name(self, chunk: Chunk) -> bool:
        """Whether a phrase is a name as a whole that ends with what it is: "St Oswin's Hospital"."""
        return bool(self.role(chunk.last - 1) & CAPITAL) and self.is_class(chunk.last - 1)

    def named(self, chunk: Chunk, *, implied: bool = False) -> Piece | None:
        """The name of a phrase as an argument, without article, titles and class words; None where it has none."""
        key = chunk.first, chunk.last, chunk.determiner
        if key not in self._named:
            self._named[key] = None if chunk.pronoun else self._name(chunk)
        found = self._named[key]
        return found._replace(implied=True) if found is not None and implied else found

    def _name(self, chunk: Chunk) -> Piece | None:
        chunk = self._past_titles(chunk)
        small = self._small(chunk)
        if small is not None:
            return self.piece(small, small + 1)
        low = self.noun_start(chunk)
        first, last = self._run(low, chunk.last)
        if first == last:
            return self._of_kind(chunk)
        bare = first
        while bare < last - 1 and (self._before_name(bare, last) or self._is_seat(bare, last)):
            bare += 1
        known = self._known_before(bare, last)
        if known:
            return self.piece(bare, known)
        determined = chunk.determiner is not None or first > low
        sure = self._sure(bare, last, apposed=bare > first, determined=determined)
        return self._behind_article(chunk, self.piece(bare, last, sure), plain=bare == low) if sure else None

    def _of_kind(self, chunk: Chunk) -> Piece | None:
        """The name that hangs on a noun for what a place is: "the town *of Lindow*"."""
        behind = self.beginning_at(chunk.last)
        if behind is None or self.low(chunk.last - 1) not in self.lexicon.table["places"]:
            return None
        return self.named(behind) if self.led(behind) in self.lexicon.table["hails"] else None

    def _behind_article(self, chunk: Chunk, piece: Piece, *, plain: bool) -> Piece:
        """A name; no person where only a definite article stands before: "zum Staatsschauspiel Lahr"."""
        definite = not {self.led(chunk), self.determined(chunk)}.isdisjoint(self.lexicon.definite)
        return piece._replace(person=False) if plain and not piece.human and definite else piece

    def _past_titles(self, chunk: Chunk) -> Chunk:
        """The name behind abbreviated titles that are phrases of their own: "Prof. Dr. Kern"."""
        while self.low(chunk.last) == "." and self.low(chunk.last - 1) in self.lexicon.titles:
            behind = self.beginning_at(chunk.last + 1)
            if behind is None:
                break
            chunk = behind
        return chunk

    def _known_before(self, first: int, last: int) -> int:
        """The token behind a known name that another noun follows without any mark; 0 where none does."""
        if not self.lexicon.capitals or self.lexicon.office[self.low(last - 1)] is not None:
            return 0
        starts = self.tokens[first].span.start
        found = next((each for each in self.mentions if each.span.start == starts and each.entity), None)
        if found is None or found.word_end >= self.tokens[last - 1].span.start:
            return 0
        return next(k for k in range(first + 1, last) if self.tokens[k].span.start >= found.word_end)

    def _run(self, low: int, last: int) -> tuple[int, int]:
        """The capitalised words at the end of a phrase, with figures and joints between them."""
        while last > low and not self._ends_name(last - 1):
            if not self.role(last - 1) & (POSSESSIVE | QUOTE | NUMBER):
                return last, last
            last -= 1
        first = last
        while first > low and self._in_name(first - 1, low, inside=first < last):
            first -= 1
        return first, last

    def _ends_name(self, at: int) -> bool:
        """Whether a name may end with a token: a word or a figure, but no year ("Kern 2022")."""
        return bool(self.role(at) & CAPITAL or (self.role(at) & NUMBER and not YEAR.fullmatch(self.low(at))))

    def _in_name(self, at: int, low: int, *, inside: bool) -> bool:
        """Whether a token may stand in a name whose later words follow it."""
        role = self.role(at)
        joint = inside and (self.low(at) == "&" or role & (QUOTE | POSSESSIVE) or self.is_joint(at))
        figure = role & NUMBER and at > low and self.role(at - 1) & CAPITAL
        return bool(role & CAPITAL or joint or figure)

    def _small(self, chunk: Chunk) -> int | None:
        """A name in lower case, which only a class word before it shows: "the startup ox", "die Firma ox"."""
        near = (at for at in (chunk.last, chunk.last - 1) if chunk.first < at < self.count)
        return next((at for at in near if not self.role(at) & CAPITAL and self._is_small(at)), None)

    def _is_small(self, at: int) -> bool:
        low = self.low(at)
        if any(each.span.start == self.tokens[at].span.start for each in self.mentions):
            return True
        unknown = low not in self.lexicon.words.closed and not self.role(at) & (VERB | ADJECTIVE | ADVERB)
        return unknown and 2 <= len(low) <= 3 and low.isalpha() and self.is_class(at - 1)

    def _is_seat(self, at: int, last: int) -> bool:
        """Whether a word names the town of what a name behind it is: "der *Lindower* Autobauer Nordwerk"."""
        if self.is_attribute(at):
            return True
        towns = self.lexicon.words.of_town
        return bool(towns) and at < last - 2 and self.low(at).endswith(towns) and self.is_class(at + 1)

    def _before_name(self, at: int, last: int) -> bool:
        low = self.low(at)
        if not self.lexicon.capitals and self.is_of_nation(at, last):
            return True  # "the Kenyan Paul Lake"
        if low.endswith("-") or self.role(at) & QUOTE:
            return bool(self.role(at) & QUOTE)
        if self.is_joint(at + 1):
            return False  # "Bank of Lindow"
        return self.is_class(at) or low in self.lexicon.titles or self.lexicon.office[low] is not None

    def _sure(self, first: int, last: int, *, apposed: bool, determined: bool) -> int:
        """How certain it is that these words are a name; 0 for not at all."""
        mention = self.mention(first, last)
        if mention is not None and mention.span.end >= self.tokens[last - 1].span.start:
            return CERTAIN if mention.word_end >= self.tokens[last - 1].span.end else 0
        if self.text(last - 1, last).endswith("-"):
            return 0
        if last - first > 1:
            return 0 if self.role(first) & NUMBER or self._is_noun(last - 1) else CERTAIN
        return self._of_one_word(first, apposed=apposed, determined=determined)

    def _is_noun(self, at: int) -> bool:
        """Whether the last of several words is no part of a name: "Nordwerks *Hauptsitz*"; "Ohm *Versicherung*" is."""
        low, lexicon = self.low(at), self.lexicon
        plain = low in lexicon.common or self.low(at - 1).endswith(lexicon.words.endings)  # "Berliner Firma"
        common = lexicon.is_common(low) and (plain or self.text(at, at + 1) not in lexicon.of_houses)
        return common or (self._is_deed(at) and self.low(at - 1).endswith(("s", "'")))

    def _is_deed(self, at: int) -> bool:
        """Whether a word tells a deed or a seat, where all nouns look like names."""
        return self.lexicon.capitals and self.low(at) in self.lexicon.nouns

    def _of_one_word(self, first: int, *, apposed: bool, determined: bool) -> int:
        """The same of a single word that is known for nothing else; a number is no name."""
        word = self.text(first, first + 1)
        if self._is_group(word):
            return CERTAIN
        if not self._is_word(first) or self.lexicon.is_common(self.low(first)):
            return 0
        return CERTAIN if self.is_odd(word) else self._of_plain_word(first, apposed=apposed, determined=determined)

    def _of_plain_word(self, first: int, *, apposed: bool, determined: bool) -> int:
        """The same of a word that looks like any other."""
        lexicon, word = self.lexicon, self.text(first, first + 1)
        known = lexicon.capitals or lexicon.words.has(word)  # "Helvion" only looks like a noun
        common = known and word.lower().endswith(lexicon.common_endings)
        if lexicon.capitals and not apposed:
            return 0 if determined or common else self._alone(first, word)
        return LIKELY if common and (apposed or self._only_opens(first, word)) else CERTAIN

    def _only_opens(self, at: int, word: str) -> bool:
        """Whether a word begins its sentence and stands nowhere else in the article."""
        return not at and self.elsewhere(at, word)[0] <= 1

    def _is_word(self, at: int) -> bool:
        """Whether a token is a word with a capital that tells of nothing else; a number is no name."""
        known = self._is_deed(at) or self.is_known_noun(self.low(at))
        return bool(self.role(at) & CAPITAL) and not self.role(at) & NUMBER and not known

    def _is_group(self, word: str) -> bool:
        """Whether a compound is a name with what calls it a house: "die Nordwerk-Gruppe"; "Mediengruppe" is none."""
        name, _, tail = word.rpartition("-")
        group = tail.lower() in self.lexicon.table["groups"]
        plain = self.lexicon.words.has(name) or name.isupper() or self.is_known_noun(name.lower())
        return bool(group and name[:1].isupper() and not plain and not self.lexicon.is_common(name.lower()))

    def _alone(self, at: int, word: str) -> int:
        """Whether a lone noun without an article can only be a name: in a full sentence, nowhere behind an article."""
        count, alone = self.elsewhere(at, word)
        plural = word.lower().endswith(self.lexicon.plural_endings)
        full = self.article.text[self.sentence.span.end - 1] in ".!?"
        return CERTAIN if alone and (count > 1 or (full and not plural)) else LIKELY

    def piece(self, first: int, last: int, sure: int = CERTAIN, *, implied: bool = False, owner: bool = False) -> Piece:
        """The tokens of a name as an argument: the known name in it; an `owner` loses the ending of the genitive."""
        start, end = self.tokens[first].span.start, self.tokens[last - 1].span.end
        mention = self.mention(first, last)
        if mention is not None and mention.span.end > self.tokens[last - 1].span.start:
            human, last_at = mention.kind == "person", min(mention.span.end, end)
            start, name, kind = mention.span.start, mention.name, mention.kind
            return Piece(start, last_at, mention.entity, CERTAIN, implied, human, human, name, kind)
        text = self.article.text
        end -= owner and text[end - 1] == "s"
        end = max(start + 1, start + len(text[start:end].rstrip("'’")))
        called = last - first == 1 and self.is_called(first)
        person = called or self.looks_like_person(first, last)
        human = called or (person and self.text(first, first + 1) in self.lexicon.words.first_names)
        return Piece(start, end, None, sure, implied, person, human, name=text[start:end])

    def phrase(self, chunk: Chunk) -> Piece:
        """A noun phrase without its article, where a name is not needed."""
        first = self.noun_start(chunk)
        if self.lexicon.capitals:
            first = next((k for k in range(first, chunk.last) if self.role(k) & (CAPITAL | QUOTE)), first)
        return Piece(self.tokens[first].span.start, self.tokens[chunk.last - 1].span.end, None, 0)
