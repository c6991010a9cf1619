"""Where the verb comes second in a main clause and last in others: X sagte · gestern sagte X · wie X sagte."""

from __future__ import annotations

from claimcheck.extract.attributions.grammar import verb_like
from claimcheck.extract.attributions.phrases import Range, phrase_at
from claimcheck.extract.attributions.reader import Said
from claimcheck.extract.attributions.subjects import (
    antecedent,
    chosen,
    sentence_begin,
    subject_after,
    subject_apart,
    subject_before,
)  # fmt: skip
from claimcheck.extract.attributions.unit import Unit
from claimcheck.extract.attributions.voice import somebody, speaks
from claimcheck.languages import voice_roles as r
from claimcheck.languages import word_roles as w

_LONGEST_NAME = 3
"""Words of a surname with its particles."""


def depends(unit: Unit, at: int) -> bool:
    """Whether a word opens a clause that depends on another."""
    return bool(unit.roles[at] & (r.SUBORDINATOR | r.RELATIVE | r.AS | r.QUESTION | r.THAT))


def finite(unit: Unit, said: Said) -> Said | None:
    """A finite form: the subject stands before it, right behind it, or opens the clause that the verb closes."""
    roles, at, left = unit.roles, said.at, said.left
    if _comes_from(unit, said):
        return _from(unit, said)
    if at == left + 1:
        return _as_apart(unit, said) or _opens(unit, said)
    if roles[at - 1] & r.TO:
        return None
    if at == left + 2 and roles[left + 1] & r.SO and left >= 0:  # "…, so sagt Kern"
        return said.by(subject_after(unit, at + 1, said.right), first=True)
    if at == said.right - 1:
        return _at_end(unit, said)
    return None if _is_no_verb(unit, said) else said.by(_subject(unit, said))


def _at_end(unit: Unit, said: Said) -> Said | None:
    """The verb closes its clause: one that depends on another, or one of nothing but a subject and a verb."""
    at, left = said.at, said.left
    begin = unit.past(left + 1, at, r.CONJUNCTION, unless=r.SUBORDINATOR | r.AS)
    opened = begin < at and depends(unit, begin) and (left >= 0 or unit.roles[begin] & (r.AS | r.SUBORDINATOR))
    if opened and not unit.any(begin, at, r.SECOND | r.MOOD):
        return _closes(unit, said, begin)
    apart = _as_apart(unit, said)
    if apart is not None:
        return apart
    if unit.any(begin, at, r.FINITE | r.SECOND | r.MOOD) or unit.roles[at] & r.DETERMINER:
        return None  # an infinitive: "muss Lösungen finden, etwa"
    return said.by(_subject(unit, said))


def _is_no_verb(unit: Unit, said: Said) -> bool:
    """Whether what looks like a verb is an article (“meine Frau”) or a participle (“die beschuldigt werden”)."""
    after = unit.roles[said.at + 1]
    if unit.roles[said.at] & r.DETERMINER and (after & (r.CAPITAL | r.DETERMINER) or not after):
        return True
    return said.at == said.right - 2 and bool(after & r.PASSIVE)


def _subject(unit: Unit, said: Said) -> Range | None:
    at, left, right = said.at, said.left, said.right
    source = subject_before(unit, left + 1, at) or _name_with_particle(unit, left + 1, at)
    if source is None or not said.takes & r.T_PERSON:  # not in "Kern fordert Lund auf"
        source = chosen(unit, source, subject_after(unit, at + 1, right))
    if source is None and unit.roles[at - 1] & r.CONJUNCTION:
        return phrase_at(unit, left + 1, at) or _of_first_verb(unit, left, at - 1)
    return source


def _name_with_particle(unit: Unit, first: int, at: int) -> Range | None:
    """A surname that begins its sentence with a word for "of": “*Von der Lohe* betonte, …”."""
    roles = unit.roles
    if first or not 1 < at <= _LONGEST_NAME or not all(role & r.NAME_LINK for role in roles[: at - 1]):
        return None
    named = roles[at - 1] & r.CAPITAL and not (roles[at - 1] & r.NOUN or unit.words.is_people(unit.low[at - 1]))
    return (0, at) if named and subject_after(unit, at + 1, unit.right_edge(at)) is None else None


def _from(unit: Unit, said: Said) -> Said | None:
    """“Das geht aus dem Bericht hervor”, “wie aus Kreisen verlautet”: the speaker is where it comes from."""
    roles, left = unit.roles, said.left
    for k in range(left + 1, said.right):
        if roles[k] & r.ORIGIN and not roles[k] & r.CUE:
            source = phrase_at(unit, k + 1, said.right)
            if source is not None:
                return said.by(source, last=bool(roles[left + 1] & r.AS))
    return None


def _comes_from(unit: Unit, said: Said) -> bool:
    """Whether a verb says where something is known from: “Das ergibt sich aus dem Bericht”, not “das ergab er”."""
    if not said.takes & r.T_FROM or not said.takes & r.T_ASK:
        return bool(said.takes & r.T_FROM)
    found = _from(unit, said) if unit.any(said.left + 1, said.right, r.REFLEXIVE) else None
    return found is not None and found.source is not None and unit.any(*found.source, r.NOUN | r.PAPER | r.ANONYMOUS)


def _of_first_verb(unit: Unit, left: int, at: int) -> Range | None:
    """The subject behind the first of two verbs: "Am Abend meldete sich die Firma und teilte mit"."""
    for k in range(left + 2, at):
        if unit.roles[k] & (r.VERBAL | r.CUE) or verb_like(unit, k):
            return subject_after(unit, k + 1, at)
    return None


def _opens(unit: Unit, said: Said) -> Said | None:
    """The verb opens its clause: “…, sagte Kern”, or an apposition stands before it: “Kern, die Sprecherin, sagte”."""
    left, right = said.left, said.right
    source = subject_after(unit, said.at + 1, right)
    if said.takes & r.T_CITED and source is not None:
        cited = phrase_at(unit, source[1], right)
        if cited is not None:  # "„…“, zitiert die Zeitung einen Anwohner"
            return said.by(cited, first=left >= 0)
    apart = subject_apart(unit, left)
    if apart is None:
        return said.by(source, first=True) if left >= 0 else None
    if source is not None and (found := _behind(unit, said, source, apart)) is not None:
        return found
    begin = sentence_begin(unit, left)
    if said.at == right - 1 and unit.roles[begin] & r.AS:
        return said._replace(left=begin - 1, source=apart, last=True)
    return said.by(apart)


def _behind(unit: Unit, said: Said, source: Range, apart: Range) -> Said | None:
    """The subject behind the verb where that is a pronoun, or the phrase before the verb can be none."""
    if source[1] - source[0] == 1 and unit.roles[source[0]] & r.SUBJECT:
        return said.by(source, first=not unit.at(said.right) & r.COMMA)
    return said.by(source) if _disagrees(unit, said.at, apart) and somebody(unit, source) else None


def _disagrees(unit: Unit, at: int, phrase: Range) -> bool:
    """Whether a phrase cannot be the subject of a verb: the one is plural, the other singular, or it is a number."""
    sentence, verb = unit.spot(at)
    chunk = None if sentence is None else sentence.chunk_at(unit.starts[phrase[0]])
    if sentence is None or chunk is None:
        return False
    roles = sentence.tokens[verb].roles
    thing = sentence.tokens[chunk.head].low.endswith(unit.words.thing_endings)
    return thing or (chunk.plural is True and bool(roles & w.SINGULAR_VERB) and not roles & w.PLURAL_VERB)


def _as_apart(unit: Unit, said: Said) -> Said | None:
    """“wie Kern, Chef der Firma, in Alsterstadt mitteilte”: an apposition parts the subject from the verb."""
    left = said.left
    if left < 1 or not unit.roles[left] & r.COMMA:
        return None
    first = unit.left_edge(left)
    begin = unit.left_edge(first) if first > 0 else -1
    if first <= begin + 1 or not unit.roles[begin + 1] & r.AS or not unit.roles[first] & r.COMMA:
        return None
    source = phrase_at(unit, begin + 2, first)
    return said._replace(left=begin, source=source, last=True) if source is not None and source[1] == first else None


def _closes(unit: Unit, said: Said, begin: int) -> Said | None:
    source = subject_after(unit, begin + 1, said.at)
    if source is None and unit.roles[begin] & r.RELATIVE and said.left > 0:
        source = antecedent(unit, said.left) or (begin, begin + 1)
    return said.by(source, last=True)


def participle(unit: Unit, said: Said) -> Said | None:
    """“hat … gesagt”, “gesagt hat”, “wird … zitiert”, “wurde … mitgeteilt”: the auxiliary tells who speaks."""
    roles, at, left = unit.roles, said.at, said.left
    if at + 2 == said.right and roles[at + 1] & r.HAVE and depends(unit, left + 1):
        return said.by(subject_after(unit, left + 2, at), last=True)
    aux = next((k for k in range(at - 1, left, -1) if roles[k] & (r.HAVE | r.PASSIVE)), -1)
    if aux < 0 or unit.past(at + 1, said.right, r.PASSIVE) < said.right:  # "war vermutet worden"
        return None
    opens = aux == left + 1
    before = None if opens else subject_before(unit, left + 1, aux)
    if roles[aux] & r.HAVE:
        return _perfect(unit, said._replace(mood=bool(roles[aux] & r.MOOD)), aux, before)
    if said.takes & r.T_CITED:
        return said.by(subject_after(unit, aux + 1, at) if opens else before, first=opens and left >= 0)
    return _told_by(unit, said, aux, before)


def _perfect(unit: Unit, said: Said, aux: int, before: Range | None) -> Said | None:
    """“Kern hat … gesagt”, “…, hat Kern gesagt”, “Kern, der Sprecher, hat … gesagt”."""
    opens = aux == said.left + 1
    apart = subject_apart(unit, said.left) if opens else None
    if apart is not None:
        return said.by(apart)
    return said.by(chosen(unit, before, subject_after(unit, aux + 1, said.at)), first=opens)


def _told_by(unit: Unit, said: Said, aux: int, before: Range | None) -> Said:
    """“wird von Kern betont”; without such an agent nobody speaks."""
    agent = _agent(unit, said.left, said.at)
    if agent is not None:
        return said._replace(source=agent)
    if said.left >= 0 and said.left + 1 == aux == said.at - 1:
        return said._replace(first=True, passive=True)
    return said._replace(source=before, passive=True)


def _agent(unit: Unit, left: int, at: int) -> Range | None:
    """Who speaks in the passive: "wird von Kern betont", "in einem Bericht der Stadt wird vermutet"."""
    roles = unit.roles
    for k in range(left + 1, at - 1):
        by = roles[k] & r.ORIGIN and roles[k] & r.BELONGS
        if by or (roles[k] & r.PLACE and not roles[k] & r.NUMBER):
            found = phrase_at(unit, k + 1, at)
            if found is not None and (speaks(unit, found, sure=True) if by else unit.any(*found, r.PAPER)):
                return found
    return None


def infinitive(unit: Unit, said: Said) -> Said | None:
    """“Ich möchte sagen”: only of oneself, since what others may or must say they have not said."""
    roles = unit.roles
    at, left = said.at, said.left
    if at != said.right - 1 or at < 1 or roles[at - 1] & r.TO:
        return None
    modal = next((k for k in range(at - 1, left, -1) if roles[k] & (r.FINITE | r.SECOND | r.MOOD)), -1)
    if modal < 0:
        return None
    source = subject_before(unit, left + 1, modal) or subject_after(unit, modal + 1, at)
    if source is None or not roles[source[0]] & r.FIRST_PERSON:
        return None
    return said._replace(takes=said.takes & ~r.T_TAIL, source=source)
