"""Which numbers are the size of a change or of a distance: "by 20 percent", "a 20 percent rise", "four pence less"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimcheck.constraints.leading import MOVED, compared, is_ratio, leading, leads
from claimcheck.language.words import Words
from claimcheck.languages.word_roles import AUXILIARY, BE, NOUN, VERB
from claimcheck.model.analysis import Chunk
from claimcheck.model.link import Direction
from claimcheck.statements.dimension import TIMES, UNSTATED, dimension
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import Statement

UP, DOWN = frozenset({"rise", "more", "above", "greater"}), frozenset({"fall", "less", "below", "smaller"})
NOUNS = frozenset({"rise", "fall", "gap"})
DISTANT = frozenset({"exceed", "undercut", "lead", "win"})
BY = MOVED | DISTANT | {"lose", "fail"}
EQUAL = frozenset({"total", "conclude", "count"})
OF = frozenset({"amount_of", "by", "whole"})
POINTING = frozenset({"thereby", "follows", "equals"})
DEGREES = frozenset({"Cel", "degF"})
NEAR = 3


class Size(NamedTuple):
    """A number as a size; `way` is None where no word tells it, `noun` the word that calls it so, where one does.

    `pointing`: its words take up what was told ("the drop", "that is", "her lead", "thus"). `apart`: it is a distance,
    for which nobody needs to know which value came first. `added`: what came to a number that follows ("another 40").
    `compared`: a comparative calls it so ("40 more").
    """

    at: Statement
    way: Direction | None
    noun: str | None
    pointing: bool
    apart: bool = False
    added: bool = False
    compared: bool = False

    @property
    def verbal(self) -> bool:
        """Whether only a verb or a sign calls it a size."""
        return self.noun is None and not self.apart and not self.added

    @property
    def share(self) -> bool:
        """Whether it is told in percent or points."""
        return is_share(self.at)


def is_share(statement: Statement) -> bool:
    """Whether the number is told in percent or points."""
    return dimension(statement.claim) == "percent"


def sizes(statements: Sequence[Statement], words: Words) -> dict[Statement, Size]:
    """Those numbers of one sentence that are sizes."""
    following = dict(pairwise(statements))
    found = {each: how for each in statements if (how := size(each, following.get(each), words)) is not None}
    for one, two in following.items():
        _share_word(found, one, two)
    again = (each for each in statements if each not in found and is_share(each))
    return found | {each: Size(each, way, "", pointing=True) for each in again if (way := _again(each))}


def _share_word(found: dict[Statement, Size], one: Statement, two: Statement) -> None:
    """Gives both of two numbers the word that calls one of them a size: "70 or 20 percent less"."""
    joined = two.first - one.last <= NEAR and {"or_", "equals"} & two.near.roles(one.last, two.first)
    if not joined or is_share(one) == is_share(two):
        return
    for known, other in ((one, two), (two, one)):
        if known in found and other not in found and (known is one or found[known].noun is None):
            found[other] = found[known]._replace(at=other)


def _again(statement: Statement) -> Direction | None:
    """The way of a change that was told before and is told again as a bare share: "…, that is 42 percent"."""
    cue = leading(statement, frozenset({"equals"}))
    if cue is None or "or_" in cue.roles:
        return None
    return way_of(statement.near.roles(0, statement.first))


def size(statement: Statement, following: Statement | None, words: Words) -> Size | None:
    """The statement as a size; None where nothing calls it one, or where it is a value ("rose to 20 percent")."""
    number = statement.value.number
    if number is None or is_ratio(statement, words) or _is_end(statement, following):
        return None
    if number < 0 and is_share(statement):
        return _made(statement, "down", None)
    noun = called(statement, words)
    return _by_words(statement, words) if noun is None else _by_noun(statement, noun, words)


def _is_end(statement: Statement, following: Statement | None) -> bool:
    """Whether the number is what something rose to or from, or only a name."""
    if leads(statement, "to") or leads(statement, "label"):
        return True
    return following is not None and leads(statement, "from_") and not following.lead.isdisjoint({"to", "by"})


def _by_noun(statement: Statement, noun: int, words: Words) -> Size | None:
    """By a noun of change or distance, where it is not money gained or lost, nor what is counted ("three cuts")."""
    senses, text = _senses(statement, noun, words), statement.held.tokens[noun].text
    unit = statement.value.unit
    counted = unit is None and statement.value.noun == text
    money = _is_money(statement, senses)
    gap = "gap" in senses
    # "a premium of 20 percent" is one on a price that nobody tells
    priced = gap and unit == "percent" and {"rise", "fall"}.isdisjoint(senses)
    if counted or money or priced:
        return None
    return _made(statement, None if gap else way_of(senses), text)._replace(apart=gap)


def _is_money(statement: Statement, senses: frozenset[str]) -> bool:
    """Whether a noun, "loss", names money gained or lost, of which the number says how much."""
    return "money" in senses and statement.value.unit is not None and not is_share(statement)


def _senses(statement: Statement, noun: int, words: Words) -> frozenset[str]:
    """The classes of a noun; of a word that may be a verb too what it says of changes."""
    told = frozenset(words.senses_of_noun(statement.held.tokens[noun].text))
    return told or statement.near.roles(noun, noun + 1) & {"rise", "fall"}


def _by_words(statement: Statement, words: Words) -> Size | None:
    """By a comparative, a sign, a verb of change, or how far above or below something it is."""
    if (told := compared(statement)) is not None:
        return _made(statement, way_of(told), None)._replace(apart=True, compared=True)
    if leads(statement, "by") and _moves(statement):
        made = _made(statement, statement.way or way_of(statement.around), None)
        return made._replace(apart=not DISTANT.isdisjoint(statement.verb.senses))
    if leads(statement, "from_"):
        return None
    if (sign := _sign(statement, words)) is not None:
        return _made(statement, way_of(sign) or statement.way, None)
    if is_share(statement):
        return _made(statement, "down", None) if is_lost(statement) else None
    return _apart_or_added(statement)


def is_lost(statement: Statement) -> bool:
    """Whether it is what somebody lost: "the shares lost eight percent"; not "lost 8 percent of the votes"."""
    behind, chunk = statement.near.at(statement.last), statement.chunk
    if "lose" not in statement.verb.senses or (behind is not None and "of" in behind.roles):
        return False
    return chunk is None or chunk.preposition is None


def _apart_or_added(statement: Statement) -> Size | None:
    """By what it is above or below something, or as what comes on top."""
    if _beyond(statement):
        return Size(statement, None, None, pointing=True, apart=True)
    return Size(statement, None, None, pointing=False, added=True) if _is_added(statement) else None


def _is_added(statement: Statement) -> bool:
    """Whether the number is told as coming on top: "54 neue Fälle", "drei weitere", "another 40"."""
    behind = statement.near.at(statement.last)
    return leads(statement, "added") or (behind is not None and "added" in behind.roles)


def _moves(statement: Statement) -> bool:
    """Whether its clause tells of a change, or of a distance that is no score ("by 9,804 votes to 8,951")."""
    senses = {*statement.verb.senses}
    if senses & MOVED or statement.around & {"rise", "fall", "more", "less"}:
        return True
    return bool(senses & BY) and "versus" not in statement.near.roles(statement.last, statement.last + 2)


def way_of(roles: frozenset[str]) -> Direction | None:
    """Up or down where the words agree, else None."""
    up, down = not UP.isdisjoint(roles), not DOWN.isdisjoint(roles)
    return None if up == down else ("up" if up else "down")


def _made(statement: Statement, way: Direction | None, noun: str | None) -> Size:
    return Size(statement, way, noun, _points(statement))


def _sign(statement: Statement, words: Words) -> frozenset[str] | None:
    """A verb of change or a sign right before: "climbed 38 percent", "up 12", "plus 5 Prozent"."""
    cue, behind = leading(statement, frozenset({"rise", "fall"})), statement.near.at(statement.last)
    timed = dimension(statement.claim) in TIMES or statement.value.unit in DEGREES  # "minus 7 Grad" is a temperature
    if cue is None or timed or not _is_sign(statement, cue):
        return None
    if _is_money(statement, _senses(statement, cue.last - 1, words)):
        return None  # "an after-tax loss 1.35 million dollars"
    part = behind is not None and "of" in behind.roles and "filler" not in behind.roles
    return None if part else cue.roles & (UP | DOWN)  # "giving up a third of the gains" is no rise


def _is_sign(statement: Statement, cue: Cue) -> bool:
    """Whether a word of change says how far: no "and" of a sum, no transitive verb, no particle of another verb."""
    clause, senses = statement.verb, {*statement.verb.senses} & MOVED
    if cue.first <= (clause.predicate or -1) < cue.last:
        return not senses or not senses <= {"raise", "lower"}  # "raised 84,000 pounds" is a value
    if "and_" in cue.roles and clause.verb is not None:
        return False
    before = statement.held.tokens[cue.first - 1].roles if cue.first else 0
    return not before & VERB or bool(before & AUXILIARY) or not senses.isdisjoint({"rise", "fall"})


def called(statement: Statement, words: Words) -> int | None:
    """The noun of change or distance that the number is a size of, whichever side it stands on."""
    return next((each for each in _nouns(statement) if not NOUNS.isdisjoint(_senses(statement, each, words))), None)


def _nouns(statement: Statement) -> Iterator[int]:
    """The nouns that may call a number a size: behind it, before its preposition, or the subject that it equals."""
    if _is_noun(statement, statement.last):
        yield statement.last
    if (cue := leading(statement, OF)) is not None:
        yield from (each.head for each in _hanging(statement, cue.first))
    subject = statement.verb.subject
    if subject is not None and not subject.first <= statement.first < subject.last and _is_said(statement):
        yield subject.head


def _is_noun(statement: Statement, token: int) -> bool:
    """Whether the word behind a number is a noun and no verb: "the 25 per cent cut", but not "20 percent fall"."""
    verbs = {at for each in statement.held.clauses for at in (each.verb, each.predicate)}
    if token >= len(statement.held.tokens) or token in verbs:
        return False
    return bool(statement.held.tokens[token].roles & NOUN) or _is_determined(statement)


def _equates(statement: Statement) -> bool:
    """Whether the verb of its clause says what something is or amounts to."""
    clause = statement.verb
    if clause.predicate is None:
        return True
    return bool(statement.held.tokens[clause.predicate].roles & BE) or not EQUAL.isdisjoint(clause.senses)


def _is_determined(statement: Statement) -> bool:
    """Whether an article stands right before the number, so that a noun follows: "the 25 per cent cut"."""
    cue = statement.near.before(statement.first)
    return cue is not None and bool(cue.roles & {"article", "definite"})


def _is_said(statement: Statement) -> bool:
    """Whether the number is what the subject is or amounts to: the first phrase behind the verb."""
    verb, subject = statement.verb.verb, statement.verb.subject
    if verb is None or verb >= statement.first or not _equates(statement):
        return False
    # "beträgt der Aufschlag 9 Prozent"
    first = verb + 1 if subject is None or subject.first != verb + 1 else subject.last
    tokens = statement.held.tokens[first : statement.first]
    return len(tokens) <= NEAR and not any(each.roles & (NOUN | VERB) for each in tokens)


def _hanging(statement: Statement, preposition: int) -> Iterator[Chunk]:
    """The noun phrases on which the phrase with this preposition hangs, the nearest first."""
    held, at = statement.held, preposition - 1
    for _ in range(NEAR):
        chunk = held.chunk_at(held.tokens[at].span.start) if at >= 0 else None
        if chunk is None or chunk.last != at + 1:
            return
        yield chunk
        if not chunk.of:
            return
        at = chunk.first - 1


def _beyond(statement: Statement) -> bool:
    """Whether the number says how far above or below a thing that follows something lies: "40 Euro über der Taxe"."""
    cue = statement.near.at(statement.last)
    if cue is None or "beyond" not in cue.roles or dimension(statement.claim) in {*TIMES, UNSTATED}:
        return False
    chunk = statement.held.chunk_at(statement.held.tokens[min(cue.last, len(statement.held.tokens) - 1)].span.start)
    return chunk is not None and chunk.number is None and (chunk.determiner is not None or chunk.pronoun)


def _points(statement: Statement) -> bool:
    """Whether the words of a size take up what was told: a pronoun, a definite or possessive phrase, "thus"."""
    clause = statement.verb
    if clause.verb is None or (clause.subject is not None and clause.subject.pronoun):
        return True
    cue = leading(statement, OF)
    phrases = [statement.chunk, *(() if cue is None else _hanging(statement, cue.first))]
    if _is_said(statement):
        phrases.append(clause.subject)
    if any(_definite(statement, each) for each in phrases if each is not None):
        return True
    return not POINTING.isdisjoint(statement.near.roles(clause.first, clause.stretches[-1][1]))


def _definite(statement: Statement, chunk: Chunk) -> bool:
    """Whether a phrase speaks of what is known: "the", "this", "her", "die"."""
    at = chunk.determiner
    return at is not None and statement.near.roles(at, at + 1).isdisjoint({"article", "one", "each", "per_one"})
