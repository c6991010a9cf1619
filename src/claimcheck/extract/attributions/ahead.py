"""What stands behind its cue, where the verb comes second: X sagte, dass … · X sagte, er habe … · X sagte: “…”."""

from __future__ import annotations

from claimcheck.extract.attributions.border import goes_on_at
from claimcheck.extract.attributions.grammar import in_relative, infinitive_end, relative, verb_like
from claimcheck.extract.attributions.phrases import Range, phrase_at
from claimcheck.extract.attributions.reader import Reader, Said
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r

_MOST_INSERTED = 3


def ahead(reader: Reader, said: Said) -> None:
    """Adds what stands behind a cue; nothing where it has no content of its own."""
    if said.source is not None and not said.passive and _nobody(reader.unit, *said.source):
        return
    _behind_edge(reader, said)


def _behind_edge(reader: Reader, said: Said) -> None:
    unit, right = reader.unit, said.right
    if _says_more(unit, said):
        return
    edge = unit.at(right)
    if edge & r.LONG:
        if said.takes & r.T_QUOTE and not said.passive:
            reader.quote(said.source, said.cue, right)
    elif right + 1 >= unit.count:
        return
    elif edge & r.COLON:
        _behind_colon(reader, said, right + 1)
    elif edge & (r.COMMA | r.DASH) and not unit.any(said.at, right, r.NEGATION):
        _clause(reader, said, right + 1)


def _says_more(unit: Unit, said: Said) -> bool:
    """Whether another verb of saying stands nearer to what is said: “lobte den Plan und sagte, …”."""
    own = unit.clause(said.at)
    return any(unit.roles[k] & r.CUE and unit.clause(k) not in (None, own) for k in range(said.at + 1, said.right))


def _behind_colon(reader: Reader, said: Said, at: int) -> None:
    unit = reader.unit
    if unit.roles[at] & r.QUOTE:
        _quotes(reader, said, at)
        return
    told = said.takes & (r.T_QUOTE | r.T_BARE)
    if told or unit.any(at, unit.right_edge(at), r.MOOD):
        reader.clause(None if said.passive else said.source, said.cue, at, unit.count)


def _nobody(unit: Unit, first: int, last: int) -> bool:
    return last - first == 1 and bool(unit.roles[first] & (r.GENERIC | r.NOBODY))


def _quotes(reader: Reader, said: Said, at: int) -> None:
    unit = reader.unit
    if not (said.takes & (r.T_QUOTE | r.T_BARE) or unit.roles[at] & r.LONG):
        return
    while at < unit.count and unit.roles[at] & (r.QUOTE | r.COMMA | r.CONJUNCTION | r.STOP | r.DASH):
        if unit.roles[at] & r.QUOTE:
            reader.quote(said.source, said.cue, at)
        at += 1


def _clause(reader: Reader, said: Said, at: int) -> None:
    """The clause behind a comma, past clauses that are only inserted before it."""
    unit = reader.unit
    end = unit.part_end(at)
    for _ in range(_MOST_INSERTED):
        if at >= end or _marked(reader, said, at, end):
            return
        behind = _behind_inserted(unit, said, at, end)
        if behind is None:
            return
        if behind == at:
            break
        at = behind
    _unmarked(reader, said, at, end)


def _marked(reader: Reader, said: Said, at: int, end: int) -> bool:
    """Adds a clause whose first words mark it; whether nothing else is to be looked for."""
    unit = reader.unit
    if unit.roles[at] & r.LONG and said.takes & r.T_QUOTE:
        reader.quote(said.source, said.cue, at)
        return True
    first = unit.past(at, end, r.ADVERB | r.CONJUNCTION, unless=r.THAT | r.PRONOUN | r.THEN)
    if first < end and unit.roles[first] & r.THAT and said.takes & (r.T_THAT | r.T_ASK):
        _report(reader, said, at, _dependent_end(unit, said, at, end))
        return True
    if said.passive:
        _told_of(reader, said, at, end)
        return True
    if _asked(unit, said, at) or _on_condition(unit, said, at, end):
        _report(reader, said, at, end)
        return True
    return False


def _report(reader: Reader, said: Said, at: int, end: int) -> None:
    """Adds a clause up to where its speaker goes on, and the quotation that it leads to."""
    unit, source = reader.unit, None if said.passive else said.source
    colon = next((k for k in range(at, end - 1) if unit.roles[k] & r.COLON and unit.roles[k + 1] & r.LONG), end)
    end = goes_on_at(unit, at, min(colon, end))
    while end > at and unit.roles[end - 1] & (r.EDGE & ~r.CLOSE):
        end -= 1
    if reader.clause(source, said.cue, at, end) and colon + 1 < unit.count and unit.roles[colon] & r.COLON:
        reader.quote(source, said.cue, colon + 1)


def _told_of(reader: Reader, said: Said, at: int, end: int) -> None:
    """What nobody is named to have said: “Kern wurde vorgeworfen, gelogen zu haben”, “es wurde betont, er sei da”."""
    unit, speech = reader.unit, said.takes & (r.T_QUOTE | r.T_PERSON)
    if unit.roles[at] & (r.QUESTION | r.SUBORDINATOR) or in_relative(unit, at):
        return
    if speech and said.takes & r.T_TO and (high := infinitive_end(unit, at, end)):
        reader.clause(None, said.cue, at, high)
    elif said.takes & r.T_QUOTE and said.takes & r.T_BARE and unit.words.reported_mood and _reported(unit, at, end):
        reader.clause(None, said.cue, at, end)


def _asked(unit: Unit, said: Said, at: int) -> bool:
    if not unit.roles[at] & r.QUESTION or not said.takes & r.T_ASK:
        return False
    aside = unit.roles[at] & r.AS and unit.any(at + 2, unit.right_edge(at), r.CUE)
    return not aside  # "sagte, wie Lund bestätigt, …"


def _on_condition(unit: Unit, said: Said, at: int, end: int) -> bool:
    """“sagte, wenn der Damm breche, sei alles verloren”: reported with the clause it depends on."""
    edge = unit.right_edge(at)
    if not unit.roles[at] & r.SUBORDINATOR or edge >= end or not unit.roles[edge] & r.COMMA:
        return False
    bare = said.takes & r.T_BARE and not said.last
    aside = relative(unit, at, edge) or unit.any(at, edge, r.TO)  # "ohne Zahlen zu nennen"
    return bool(bare) and not aside and unit.any(edge, end, r.MOOD)


def _behind_inserted(unit: Unit, said: Said, at: int, end: int) -> int | None:
    """Behind a clause that is only inserted, `at` itself where none is, None where nothing can follow it."""
    edge = unit.right_edge(at)
    if edge < end and _goes_on(unit, said, at, edge):
        return edge + 1
    inserted = relative(unit, at, edge)
    if not inserted and not unit.roles[at] & r.SUBORDINATOR:
        return at
    if edge >= end or not unit.roles[edge] & r.COMMA:
        return None
    return None if inserted and edge + 1 < end and unit.roles[edge + 1] & r.RELATIVE else edge + 1


def _goes_on(unit: Unit, said: Said, at: int, edge: int) -> bool:
    """Whether the clause of a cue goes on with an apposition or the like: “sagte Kern, *der Chef der Stadt*, …”."""
    behind = said.source is not None and said.source[0] > said.at and unit.roles[edge] & r.COMMA
    if not behind or unit.any(at, edge, r.VERBAL | r.THAT | r.TO):
        return False
    (sentence, verb), (other, first) = unit.spot(said.at), unit.spot(at)
    return sentence is not None and sentence is other and sentence.owners[verb] == sentence.owners[first]


def _unmarked(reader: Reader, said: Said, at: int, end: int) -> None:
    """A clause that nothing but its form marks: the mood of reported speech, an infinitive, or a plain main clause."""
    unit = reader.unit
    if at >= end or _opens_with_verb(unit, at):
        return
    if said.takes & r.T_BARE and unit.words.reported_mood and _reported(unit, at, end):
        _report(reader, said, at, end)
    elif said.last:
        return
    elif said.takes & r.T_TO and (high := infinitive_end(unit, at, end)):
        reader.clause(said.source, said.cue, at, high)
    elif _tells_plainly(unit, said) and _is_main_clause(unit, at, end):
        reader.clause(said.source, said.cue, at, end)


def _tells_plainly(unit: Unit, said: Said) -> bool:
    """Whether a plain main clause may follow a cue, which surely is a verb."""
    return bool(said.takes & r.T_BARE and said.takes & r.T_QUOTE) and unit.clause(said.at) is not None


def _opens_with_verb(unit: Unit, at: int) -> bool:
    """Whether the main clause goes on at a token: “…, fiel aber auf”, “Wenn er das sagt, habe er recht”."""
    place = unit.clause(at)
    if place is None or unit.roles[at] & r.CAPITAL:
        return False
    sentence, number = place
    clause = sentence.clauses[number]
    return clause.kind == "main" and clause.verb == sentence.token_at(unit.starts[at])


def _is_main_clause(unit: Unit, at: int, end: int) -> bool:
    subject = phrase_at(unit, at, end)
    return subject is not None and subject[1] < end and (_verb(unit, subject[1]) or _says(unit, subject, at))


def _reported(unit: Unit, at: int, end: int) -> bool:
    return unit.any(at, end, r.MOOD) or unit.any(at, unit.right_edge(at), r.SECOND)


def _verb(unit: Unit, at: int) -> bool:
    return bool(unit.roles[at] & r.VERBAL) or verb_like(unit, at)


def _says(unit: Unit, subject: Range, at: int) -> bool:
    """Whether a verb that may be one of saying follows a noun: "begründete es damit, das Dekret schränke … ein"."""
    noun = subject[1] - subject[0] > 1 and not unit.any(*subject, r.FIRST_PERSON)
    return noun and bool(unit.roles[subject[1]] & r.CUE and unit.roles[at - 1] & r.COMMA)


def _dependent_end(unit: Unit, said: Said, at: int, end: int) -> int:
    """Where a clause with its own conjunction ends.

    It ends before a reason in the author's words ("…, denn …"), and before the main clause if the cue itself stands in
    a clause that depends on that ("Wenn Kern sagt, dass …, dann …").
    """
    roles = unit.roles
    k = unit.right_edge(at)
    while k + 1 < end:
        if roles[k] & r.COMMA:
            if roles[k + 1] & r.CAUSE and not unit.any(k, unit.right_edge(k), r.MOOD):
                return k
            if said.last and (roles[k + 1] & (r.VERBAL | r.CUE | r.THEN) or verb_like(unit, k + 1)):
                return k
        k = unit.right_edge(k)
    return end
