"""Stretches without a verb that say of one more what was said before, and headlines that say something without one."""

from __future__ import annotations

from claimcheck.languages.word_roles import (
    ADJECTIVE, ADVERB, CLAUSE_COORDINATOR, COMMA, NUMBER, PARTICIPLE, PREPOSITION, STOP, TIME,
)  # fmt: skip

from itertools import pairwise

from claimcheck.language.row import Drafts
from claimcheck.model.analysis import Chunk


def split_gaps(drafts: Drafts) -> None:
    """Make a fragment of every stretch that says without a verb of one more what was said of another before.

    Behind a verb such a stretch repeats the build of what stands before: two phrases, one of which has the preposition
    of a phrase before, or the second is a number as the verb before had one. In a headline it begins with a phrase
    of which something is said ("Two dead, nine missing").
    """
    inside = drafts.inside
    marks = [k for k in drafts.row.where(range(drafts.row.count), COMMA | CLAUSE_COORDINATOR) if inside[k] < 0]
    for start, end in pairwise([*marks, drafts.row.count]):
        own = _phrases(drafts, start, end)
        verbless = drafts.all[drafts.owner[start]].finite is None
        if not own or not (_headline(drafts, own[0], start) if verbless else _like(drafts, own, start)):
            continue
        if len(own) > 1 and inside[own[0].first] == inside[own[1].first]:
            drafts.divide(inside[own[0].first], own[0], own[1])
        drafts.put(drafts.open("fragment", None), start + 1, end if verbless else own[-1].last)


def _phrases(drafts: Drafts, start: int, end: int) -> list[Chunk]:
    """The phrases of a stretch of a main clause, if it begins with one, adverbs before it passed over."""
    owner = drafts.owner[start]
    own = [each for each in drafts.chunks if start < each.first < end and not each.of]
    if drafts.all[owner].kind != "main" or not own or drafts.owner[own[0].head] != owner:
        return []
    if len(own) == 1 and drafts.all[owner].finite is not None:
        own = _with_its_number(drafts, own[0])
    before = range(start + 1, own[0].first)
    return own if drafts.row.where(before, ADVERB) == list(before) else []


def _headline(drafts: Drafts, chunk: Chunk, start: int) -> bool:
    """Whether a headline without a verb says something of one more behind a comma."""
    return not drafts.roles[-1] & STOP and bool(drafts.roles[start] & COMMA) and says_of(drafts, chunk)


def _with_its_number(drafts: Drafts, chunk: Chunk) -> list[Chunk]:
    """A phrase that ends with a bare number as two ("in Hamburg | 200")."""
    at = chunk.last - 1
    if chunk.preposition is None or chunk.number is not None or not drafts.roles[at] & NUMBER or at == chunk.head:
        return [chunk]
    return [chunk._replace(last=at), Chunk(at, at + 1, at, number=at, plural=True)]


def says_of(drafts: Drafts, chunk: Chunk) -> bool:
    """Whether something follows a phrase at once that may be said of it without a verb."""
    if chunk.preposition is not None or chunk.pronoun or drafts.roles[chunk.head] & TIME:
        return False
    return bool(drafts.row.role(chunk.last) & (ADJECTIVE | ADVERB | PREPOSITION | PARTICIPLE))


def _like(drafts: Drafts, own: list[Chunk], start: int) -> bool:
    """Whether phrases behind a comma or conjunction are built like those of the clause before it."""
    owner = drafts.owner[start]
    draft = drafts.all[owner]
    verb = draft.finite or 0
    if max([verb, *draft.nonfinite]) > start or len(own) > 2 or drafts.owner[own[-1].head] != owner:
        return False
    before = _phrases_before(drafts, owner, start)
    if len(own) == 1:
        return _alone(drafts, own[0], start) and not all(each.number is None for each in before)
    one, other = own
    counted = (one.number is None) != (other.number is None)
    return counted and not one.pronoun | other.pronoun and _repeats(drafts, own, before, verb)


def _phrases_before(drafts: Drafts, owner: int, at: int) -> list[Chunk]:
    """The phrases of a clause that end before a token."""
    return [each for each in drafts.chunks if each.last <= at and drafts.owner[each.head] == owner]


def _alone(drafts: Drafts, chunk: Chunk, start: int) -> bool:
    """Whether nothing but adverbs stands before a bare number ("402 voted for it, against it 298")."""
    before = list(range(start + 1, chunk.head))
    return chunk.head == chunk.number and bool(before) and drafts.row.where(before, ADVERB) == before


def _repeats(drafts: Drafts, own: list[Chunk], before: list[Chunk], verb: int) -> bool:
    """Whether two phrases, one of them with a number, are what a subject before and a phrase behind a verb are."""
    one, other = own
    bare = [each for each in before if each.preposition is None]
    counted = _counts_behind(bare, verb)
    if one.preposition is None is other.preposition:
        return counted and _is_count_of(other, one)
    if one.preposition is not None is other.preposition and drafts.row.words.verb_second:
        return counted
    again = _counts_again(drafts, one, next((each for each in bare[:1] if each.first < verb), None))
    return _led_alike(drafts, own, before) if again is None else again


def _is_count_of(number: Chunk, noun: Chunk) -> bool:
    """Whether a number stands right behind what it counts, which has no article."""
    return number.number is not None and number.first == noun.last and noun.determiner is None


def _counts_behind(bare: list[Chunk], verb: int) -> bool:
    """Whether a phrase without a preposition behind the verb has a number."""
    return any(each.number is not None and each.first > verb for each in bare)


def _counts_again(drafts: Drafts, one: Chunk, subject: Chunk | None) -> bool | None:
    """Whether a counted phrase stands for a counted subject before; None where that counts something else."""
    if one.preposition is not None or one.number is None:
        return None
    if subject is None or subject.number is None:
        return False
    return True if _same_noun(drafts, one, subject) else None


def _led_alike(drafts: Drafts, own: list[Chunk], before: list[Chunk]) -> bool:
    """Whether the only one of two phrases with a preposition has that of a phrase before."""
    led = [each for each in own if each.preposition is not None]
    low = drafts.row.low
    words = [low[each.first] for each in before if each.preposition is not None]
    return len(led) == 1 and low[led[0].first] in words


def _same_noun(drafts: Drafts, one: Chunk, other: Chunk) -> bool:
    """Whether two counted phrases count the same ("60 percent …, 30 percent …")."""
    return one.head != one.number and drafts.row.low[one.head] == drafts.row.low[other.head]
