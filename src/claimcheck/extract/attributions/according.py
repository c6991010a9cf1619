"""Speakers named by a phrase: laut, zufolge, demnach, wonach, nach Angaben von, ihrer Meinung nach."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.extract.attributions.clauses import around
from claimcheck.extract.attributions.grammar import dependent_end
from claimcheck.extract.attributions.phrases import Range, is_possessive, phrase_at
from claimcheck.extract.attributions.reader import Reader
from claimcheck.extract.attributions.subjects import antecedent, origin_before, phrase_before
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r
from claimcheck.languages import word_roles as w

_FARTHEST_NOUN = 4


def noun_behind(reader: Reader, at: int) -> bool:
    """“ihrer Meinung nach”."""
    unit = reader.unit
    if at < 2 or not unit.roles[at - 1] & r.NOUN or not unit.roles[at - 2] & (r.DETERMINER | r.CAPITAL):
        return False
    source = phrase_before(unit, unit.left_edge(at) + 1, at)
    if source is not None:
        around(reader, source, (at, at + 1), source[0], at + 1)
    return source is not None


def noun_before(reader: Reader, at: int) -> None:
    """“nach Angaben der Polizei”, “nach Kerns Angaben”, “nach ihrer Ansicht”, “nach einem Bericht der Zeitung”."""
    unit = reader.unit
    roles, right = unit.roles, unit.right_edge(at)
    if _of_paper(reader, at, right):
        return
    noun = at + 1
    while noun < min(right, at + _FARTHEST_NOUN) and not roles[noun] & r.CAPITAL:
        noun += 1
    if _owner_first(unit, noun, right):
        around(reader, (noun, noun + 1), (at, noun + 2), at, noun + 2)
    elif _is_of_saying(unit, at, noun, right) and not _sought(unit, at):
        named = _named_with(unit, at, noun, right)
        if named is not None:
            source, behind_cue, last = named
            around(reader, source, (at, behind_cue), at, last)


_FARTHEST_VIEW = 8


def owned(reader: Reader, at: int) -> None:
    """“in Kern's view”, “by its own account”, “in the words of the board”; where nouns have no capitals."""
    unit = reader.unit
    right = min(unit.right_edge(at), at + _FARTHEST_VIEW)
    noun = next((k for k in range(at + 1, right) if unit.roles[k] & (r.NOUN | r.PREPOSITION | r.FINITE)), right)
    if noun < right and is_possessive(unit, noun):
        noun = next((k for k in range(noun + 1, right) if unit.roles[k] & r.NOUN), right)
    if noun == right or not unit.roles[noun] & r.NOUN:
        return
    source = _holder(unit, at + 1, noun)
    if source is not None:
        around(reader, source, (at, noun + 1), at, max(source[1], noun + 1))


def _holder(unit: Unit, first: int, noun: int) -> Range | None:
    """Whose view a noun is that a phrase from `first` on ends with, or that "of" and a phrase follow."""
    if is_possessive(unit, noun - 1):
        return first, noun - 1
    if unit.roles[first] & r.WHOSE:
        return first, first + 1
    if unit.roles[first] & r.DETERMINER and noun == first + 1 and unit.at(noun + 1) & r.GENITIVE:
        return phrase_at(unit, noun + 2, unit.right_edge(noun))
    return None


def _hearsay(reader: Reader, at: int) -> None:
    """“reportedly”, “dem Vernehmen nach”: said by nobody."""
    unit, first, last = reader.unit, at, at + 1
    if unit.words.noun_capitals:
        if not unit.at(last) & r.NOUN_BEHIND:
            return
        first, last = unit.back(at, 0, r.DETERMINER), last + 1
    around(reader, None, (first, last), first, last)


def _of_paper(reader: Reader, at: int, right: int) -> bool:
    """“ein Bericht, nach dem das Werk schließt”: whether a relative clause begins here, no noun of saying."""
    unit, roles = reader.unit, reader.unit.roles
    if not unit.at(at - 1) & r.COMMA or at + 2 >= right or not roles[at + 1] & r.RELATIVE:
        return False
    paper = antecedent(unit, at - 1)
    if paper is not None and unit.any(*paper, r.NOUN) and not roles[right - 1] & r.CAPITAL:
        reader.by_phrase(paper, (at, at + 1), at + 2, right)
        return True
    return bool(roles[at + 2] & r.DETERMINER)


def _owner_first(unit: Unit, noun: int, right: int) -> bool:
    """“Kerns Angaben”: a name in the genitive and then the noun."""
    if noun + 1 >= right or unit.roles[noun] & r.NOUN or not unit.roles[noun + 1] & r.NOUN:
        return False
    return unit.low[noun].endswith(unit.words.name_genitives)


def _is_of_saying(unit: Unit, at: int, noun: int, right: int) -> bool:
    roles = unit.roles
    if noun >= right or not roles[noun] & r.NOUN or (noun + 1 < right and roles[noun + 1] & r.BEHIND):
        return False
    return not (roles[at + 1] & r.DEMONSTRATIVE and noun > at + 1)


def _named_with(unit: Unit, at: int, noun: int, right: int) -> tuple[Range, int, int] | None:
    """The speaker that a noun of saying names, the tokens behind the cue and behind the whole phrase."""
    whose = whose_is(unit, noun, right)
    speaker = unit.roles[noun] & r.SPEAKER_NOUN
    if whose is None:
        source = _by_itself(unit, at + 1, noun)
    elif speaker and unit.roles[noun] & r.PAPER:
        source = at + 1, whose[1]
    else:
        return whose, noun + 1, whose[1]
    if source is None:
        return None
    return source, noun + 1 if source[1] == noun else at + 1, max(source[1], noun + 1)


def _by_itself(unit: Unit, first: int, noun: int) -> Range | None:
    """The speaker where nothing behind the noun says whose it is: the noun with its article, or only its “ihrer”."""
    role = unit.roles[first]
    determined = role & r.DETERMINER
    if unit.roles[noun] & r.SPEAKER_NOUN:
        return None if determined and not role & r.INDEFINITE else (first, noun + 1)
    if noun == first:
        return None
    return (first, noun) if determined or role & r.OWN else (first, noun + 1)


def _sought(unit: Unit, at: int) -> bool:
    """Whether the clause has a word with which "nach" is what is looked or asked for: "sucht nach neuen Angaben"."""
    seeking, roles, low = unit.words.seeking, unit.roles, unit.low
    first = unit.left_edge(at) + 1
    if at > first and low[at - 1].startswith(seeking):
        return True
    return any(not roles[k] & r.CAPITAL and low[k].startswith(seeking) for k in range(first, at))


def whose_is(unit: Unit, noun: int, right: int) -> Range | None:
    """Whose report or opinion a noun of saying is: its genitive, "von …", or the name behind it."""
    roles = unit.roles
    after = noun + 1
    if after >= right:
        return None
    role = roles[after]
    if role & (r.BELONGS | r.GENITIVE):
        first = after if role & r.DETERMINER else after + 1
        return phrase_at(unit, first, right) or _small_name(unit, first, right)
    named = role & r.CAPITAL and (
        not roles[noun] & r.SPEAKER_NOUN or unit.low[after].endswith(unit.words.name_genitives)
    )
    if named or (not role & ~r.ATTRIBUTIVE and unit.low[after].endswith(unit.words.adjective_genitives)):
        return phrase_at(unit, after, right)
    return None


_MARKED = (
    r.HEARSAY
    | r.ATTRIBUTIVE
    | r.BEFORE
    | r.BEHIND
    | r.NOUN_BEFORE
    | r.NOUN_BEHIND
    | r.HENCE
    | r.HENCE_MOOD
    | r.HENCE_RELATIVE
)
_MOST_CUES = 40


def according(reader: Reader) -> None:
    """Adds every statement of a unit whose cue is a phrase."""
    unit = reader.unit
    if not unit.bits & _MARKED:
        return
    marked = [at for at, role in enumerate(unit.roles) if role & _MARKED]
    for at in marked[:_MOST_CUES]:
        if not reader.covered(at):
            next(read for bits, read in _READERS if unit.roles[at] & bits)(reader, at)


def _attributive(reader: Reader, at: int) -> None:
    """“die von Kern genannten 100 Millionen Euro”."""
    unit, by = reader.unit, origin_before(reader.unit, at)
    source = phrase_at(unit, by + 1, at) if by >= 0 else None
    said = phrase_at(unit, at + 1, unit.right_edge(at))
    if source is not None and source[1] == at and said is not None and not unit.roles[at + 1] & r.PRONOUN:
        reader.clause(source, (at, at + 1), *said)


def _behind(reader: Reader, at: int) -> None:
    """“der Polizei zufolge”, “…, denen zufolge …”."""
    unit = reader.unit
    if at > 1 and unit.roles[at - 1] & r.RELATIVE and unit.roles[at - 2] & r.COMMA:
        source = antecedent(unit, at - 2)
        if source is not None:
            reader.by_phrase(source, (at, at + 1), at + 1, unit.part_end(at))
        return
    source = phrase_before(unit, unit.left_edge(at) + 1, at)
    if source is not None:
        around(reader, source, (at, at + 1), source[0], at + 1)


def _before(reader: Reader, at: int) -> None:
    """“laut Polizei”, “according to the police”."""
    unit = reader.unit
    rest = unit.words.before[unit.low[at]]
    after = at + 1 + len(rest)
    if unit.low[at + 1 : after] != rest or _of_relative(reader, at, after):
        return
    right = unit.right_edge(at)
    named = _named_behind(unit, (at, after), right)
    if named is None:
        return
    source, cue = named
    if unit.at(at - 1) & r.COMMA and not unit.words.verb_second and not unit.any(source[1], right, r.VERBAL):
        source = source[0], right  # "…, according to figures released on Monday by the board"
    around(reader, source, cue, at, source[1])


def _of_relative(reader: Reader, at: int, after: int) -> bool:
    """“die Pläne, laut denen das Werk bleibt”: the speaker is what the pronoun stands for."""
    unit = reader.unit
    if not (unit.at(at - 1) & r.COMMA and unit.at(after) & r.RELATIVE) or unit.at(after + 1) & r.CAPITAL:
        return False
    source = antecedent(unit, at - 1)
    if source is not None:
        reader.by_phrase(source, (at, after), after + 1, dependent_end(unit, at))
    return True


def _named_behind(unit: Unit, cue: Range, right: int) -> tuple[Range, Range] | None:
    """The speaker behind a cue, and the cue with the noun that belongs to it."""
    roles, after = unit.roles, cue[1]
    if unit.at(after) & r.BELONGS and not roles[after] & r.DETERMINER:
        after += 1
    source = phrase_at(unit, after, right) or _small_name(unit, after, right)
    if source is None:
        return None
    owned = source[1] == after + 1 < right and roles[after] & r.CAPITAL and roles[source[1]] & r.GENITIVE
    whose = phrase_at(unit, source[1], right) if owned else None
    if whose is None:
        return source, cue
    if roles[after] & r.NOUN:  # "laut Angaben der Stadt"
        return whose, (cue[0], source[1])
    return (after, whose[1]), cue  # "laut Satzung des Vereins"


def _small_name(unit: Unit, at: int, right: int) -> Range | None:
    """“laut dpa”: a word that nothing is known of, and no noun behind it."""
    if at >= right or unit.roles[at] or unit.at(at + 1) & r.CAPITAL:
        return None
    sentence, token = unit.spot(at)
    word = sentence is not None and sentence.tokens[token].roles & (w.VERB | w.ADJECTIVE | w.ADVERB)
    return None if word else (at, at + 1)  # not in "es wurde laut gesungen"


def _hence(reader: Reader, at: int) -> None:
    unit = reader.unit
    role = unit.roles[at]
    if role & r.HENCE_RELATIVE:
        reader.by_phrase(antecedent(unit, at - 1) if at else None, (at, at + 1), at + 1, dependent_end(unit, at))
    elif not role & r.HENCE_MOOD or unit.any(0, unit.count, r.MOOD):
        begin = unit.begin(at)
        reader.by_phrase(None, (at, at + 1), at + 1 if at == begin else begin, unit.part_end(at))


def _by_noun(reader: Reader, at: int) -> None:
    """A preposition that makes a cue with a noun of saying before or behind it."""
    role = reader.unit.roles[at]
    if not reader.unit.words.noun_capitals:
        owned(reader, at)
    elif not (role & r.NOUN_BEHIND and noun_behind(reader, at)) and role & r.NOUN_BEFORE:
        noun_before(reader, at)


_READERS: tuple[tuple[int, Callable[[Reader, int], None]], ...] = (
    (r.ATTRIBUTIVE, _attributive),
    (r.BEHIND, _behind),
    (r.BEFORE, _before),
    (r.HENCE | r.HENCE_MOOD | r.HENCE_RELATIVE, _hence),
    (r.HEARSAY, _hearsay),
    (r.NOUN_BEFORE | r.NOUN_BEHIND, _by_noun),
)
