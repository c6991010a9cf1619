"""Where the subject stands right before its verb, and behind it only in “…,” said Kern."""

from __future__ import annotations

from claimcheck.extract.attributions.border import has_subject, subject_of, tells, whole
from claimcheck.extract.attributions.phrases import Range, is_possessive, phrase_at
from claimcheck.extract.attributions.reader import Said, follows
from claimcheck.extract.attributions.subjects import antecedent, sentence_begin, subject_after, subject_apart
from claimcheck.extract.attributions.unit import Unit
from claimcheck.extract.attributions.voice import somebody
from claimcheck.languages import voice_roles as r
from claimcheck.languages import word_roles as w
from claimcheck.model.analysis import Clause, Sentence

_LONGEST_SUBJECT = 40
_MARKED = r.CAPITAL | r.DETERMINER | r.PRONOUN


def finite(unit: Unit, said: Said) -> Said | None:
    """A finite form or a participle with its subject: by its place, and by its clause where that is at odds with it."""
    found, place = _placed(unit, said), unit.clause(said.at)
    if place is None:
        return None if found is None or _is_noun(unit, found) else found
    clause = place[0].clauses[place[1]]
    if clause.kind in ("participle", "infinitive") or (found is not None and _stands(unit, found, clause)):
        return found
    return None if clause.passive else _by_clause(unit, said, found, place)


def _by_clause(unit: Unit, said: Said, found: Said | None, place: tuple[Sentence, int]) -> Said | None:
    """A cue with the subject of its clause, as it was `found` where that agrees or there is none."""
    source = _subject_of_clause(unit, said, *place)
    keeps = found is not None and (_overlap(found.source, source) or _is_nearer(unit, found.source, source))
    return found if keeps else said.by(source) or found


def _is_nearer(unit: Unit, found: Range | None, source: Range | None) -> bool:
    """Whether an apposition parts a verb from a later phrase: “*it* came after *Kern*, the mayor, said”."""
    return found is not None and source is not None and source[1] < found[0] and bool(unit.at(found[1]) & r.COMMA)


def _subject_of_clause(unit: Unit, said: Said, sentence: Sentence, number: int) -> Range | None:
    """The subject before the verb of a clause that tells something; None where a pronoun stands for it or nobody."""
    clause, subject = sentence.clauses[number], subject_of(unit, sentence, number)
    if subject is None or not tells(clause) or (subject.pronoun and clause.kind == "relative"):
        return None
    source = whole(unit, sentence, clause, subject)
    nobody = source[0] < 0 or unit.roles[source[0]] & (r.NOBODY | r.GENERIC)
    return None if nobody or source[1] > said.at else source


def _stands(unit: Unit, found: Said, clause: Clause) -> bool:
    """Whether a clause says nothing against a cue behind what is said, or one of nobody."""
    inverted = found.first and found.source is not None and found.source[0] > found.at
    if inverted and not unit.at(found.left) & r.LONG:
        return clause.verb is None or clause.subject is None or clause.subject.first > clause.verb
    return found.first or found.passive


def _overlap(one: Range | None, other: Range | None) -> bool:
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def _is_noun(unit: Unit, found: Said) -> bool:
    """Whether a word that is no verb of any clause may be a noun, and what stands around it does not deny it."""
    at, source = found.at, found.source
    if unit.text[unit.ends[at - 1]] in "'’":
        return True  # "the candidates' plans"
    if unit.at(at + 1) & (r.THAT | r.LONG) or (source is not None and _is_subject(unit, found.left, source)):
        return False
    sentence, token = unit.spot(at)
    return bool(sentence is not None and sentence.tokens[token].roles & w.NOUN)


def _is_subject(unit: Unit, left: int, source: Range) -> bool:
    """Whether a phrase surely is a subject: somebody, or nothing but a name that opens its clause."""
    if source[0] == left + 1 and all(unit.roles[k] & (r.CAPITAL | r.DETERMINER) for k in range(*source)):
        return True
    sentence, _ = unit.spot(source[0])
    chunk = None if sentence is None else sentence.chunk_at(unit.starts[source[0]])
    if sentence is None or chunk is None or unit.tokens(sentence, chunk.first, chunk.last) != source:
        return False
    return somebody(unit, source)


def _placed(unit: Unit, said: Said) -> Said | None:
    """A finite form or a participle, with what stands between it and its subject."""
    roles, at = unit.roles, said.at
    k = unit.back(at, said.left + 1, r.ADVERB | r.HAVE | r.PASSIVE, unless=r.CAPITAL)
    if any(roles[j] & r.PASSIVE and not is_possessive(unit, j) for j in range(k, at)):
        return _passive(unit, said, k)
    if k == said.left + 1:
        return _opens(unit, said, inverted=k == at)
    if roles[k - 1] & (r.TO | r.FINITE) and not roles[k - 1] & r.HAVE:
        return None
    source = _subject(unit, said.left, k, at)
    return said.by(source, first=source is not None and _is_tail(unit, said, source))


def _opens(unit: Unit, said: Said, *, inverted: bool) -> Said | None:
    """The verb opens its clause: “…,” said Kern, or an apposition parts it from its subject: “Kern, 55, said”."""
    left = said.left
    apart = subject_apart(unit, left)
    if apart is None:
        return _tail(unit, said) if inverted and left >= 0 and follows(unit, said, left) else None
    if unit.at(apart[0] - 1) & r.LONG and follows(unit, said, apart[0] - 1):
        return said._replace(left=apart[0] - 1, source=apart, first=True)
    return said.by(apart)


def _tail(unit: Unit, said: Said) -> Said | None:
    """The speaker behind the verb: “…,” said Kern; not in "…, thought likely to be late"."""
    source = subject_after(unit, said.at + 1, said.right)
    known = source is not None and (unit.roles[source[0]] & _MARKED or somebody(unit, source))
    return said.by(source, first=True) if known else None


def _passive(unit: Unit, said: Said, k: int) -> Said | None:
    """“It is believed that …”: whoever says it is not named."""
    roles, after = unit.roles, said.at + 1
    if after >= said.right:
        return None
    nobody = k - 1 > said.left and roles[k - 1] & r.NOBODY and said.takes & r.T_THAT and roles[after] & r.THAT
    return said._replace(passive=True, takes=said.takes & ~r.T_TAIL) if nobody else None


def infinitive(unit: Unit, said: Said) -> Said | None:
    """The form of the plural: "they say", "critics say"."""
    if unit.roles[said.at - 1] & r.TO:
        return None
    found = finite(unit, said)
    return found if found is not None and found.source is not None and _plural(unit, found.source) else None


def gerund(unit: Unit, said: Said) -> Said | None:
    """“Kern is saying that”, “…, while saying that”, "Kern was quoted as saying"."""
    roles, at, left = unit.roles, said.at, said.left
    opens = unit.back(at, left + 1, r.ADVERB | r.SUBORDINATOR, unless=r.CAPITAL) == left + 1
    source = None
    if opens and left > 0 and roles[left] & r.COMMA:
        source = _of_main_clause(unit, at) or _of_sentence(unit, left)
    elif at > left + 2 and roles[at - 1] & r.AS:
        source = _quoted(unit, at - 2, left) if roles[at - 2] & r.CUE else _quoted_by(unit, left, at - 1)
    elif at - 1 > left and roles[at - 1] & r.PASSIVE:
        source = _goes_on_saying(unit, left, at)
    return said._replace(takes=said.takes & ~r.T_TAIL).by(source)


def _goes_on_saying(unit: Unit, left: int, at: int) -> Range | None:
    """The subject of “Kern is saying”, no share: "20% were planning"."""
    source = _ends_at(unit, left + 1, unit.back(at - 1, left + 1, r.ADVERB | r.HAVE))
    return None if source is not None and unit.roles[source[1] - 1] & r.NUMBER else source


def _of_main_clause(unit: Unit, at: int) -> Range | None:
    """The subject of the last main clause before a participle."""
    place = unit.clause(at)
    if place is None:
        return None
    sentence, number = place
    for clause in reversed(sentence.clauses[:number]):
        if clause.kind == "main" and clause.subject is not None and has_subject(clause):
            source = whole(unit, sentence, clause, clause.subject)
            return source if source[0] >= 0 else None
    return None


def _of_sentence(unit: Unit, left: int) -> Range | None:
    """The first phrase at the beginning of the sentence that can be its subject."""
    begin = sentence_begin(unit, left)
    phrases = (phrase_at(unit, k, left) for k in range(begin, min(left, begin + 3)))
    return next((each for each in phrases if each is not None and each[1] < left and _acts(unit, each)), None)


def _acts(unit: Unit, phrase: Range) -> bool:
    return not _is_time(unit, phrase) and not unit.roles[phrase[0]] & (r.SUBORDINATOR | r.PREPOSITION)


def _quoted(unit: Unit, cited: int, left: int) -> Range | None:
    """The subject of "was quoted", "has been cited"."""
    if not _cites(unit, cited):
        return None
    k = unit.back(cited, left + 1, r.ADVERB | r.HAVE | r.PASSIVE)
    return _ends_at(unit, left + 1, k) if k < cited else None


def _quoted_by(unit: Unit, left: int, at: int) -> Range | None:
    """Whom somebody else quotes: “the agency quoted *Kern* as saying”."""
    cited = next((k for k in range(at - 1, left, -1) if _cites(unit, k)), at)
    source = phrase_at(unit, cited + 1, at)
    return source if source is not None and source[1] == at else None


def _cites(unit: Unit, at: int) -> bool:
    """Whether a verb tells that somebody else has said something."""
    return any(takes & r.T_CITED for _, takes, _ in unit.words.cues.get(unit.low[at], ()))


def _subject(unit: Unit, left: int, k: int, at: int) -> Range | None:
    roles = unit.roles
    source = _before_time(unit, left + 1, k)
    if _is_relative(unit, source, k):
        source = antecedent(unit, k - 1 if k - 1 > left + 1 or left < 0 else left)
    if source is None and roles[k - 1] & r.CONJUNCTION:
        source = phrase_at(unit, left + 1, at)
    return source if source is not None and _may_be_subject(unit, source) else None


def _before_time(unit: Unit, low: int, k: int) -> Range | None:
    """The phrase that ends right before a verb, or before the day that stands there: “Kern on Monday said”."""
    source = _ends_at(unit, low, k)
    if source is None or not _is_time(unit, source):
        return source
    return _ends_at(unit, low, source[0] - bool(unit.at(source[0] - 1) & r.PREPOSITION))


def _is_relative(unit: Unit, source: Range | None, k: int) -> bool:
    if source is None:
        return bool(unit.roles[k - 1] & r.RELATIVE)
    return source[1] - source[0] == 1 and bool(unit.roles[source[0]] & r.RELATIVE)


def _is_time(unit: Unit, source: Range) -> bool:
    """Whether a phrase is a day, a year or the like that stands between a subject and its verb."""
    words = [k for k in range(*source) if not unit.roles[k] & r.DETERMINER]
    return bool(words) and all(unit.roles[k] & (r.DAY | r.NUMBER) for k in words)


def _may_be_subject(unit: Unit, source: Range) -> bool:
    """Whether a phrase before a verb stands where a subject can, and is no "you" or "one" of everybody."""
    first = source[0]
    if unit.roles[first] & (r.GENERIC | r.HAVE | r.OBLIQUE) and source[1] - first == 1:
        return False
    before = unit.roles[first - 1] if first else 0
    return not before & (r.PREPOSITION | r.QUESTION) or bool(before & r.SUBORDINATOR)


def _is_tail(unit: Unit, said: Said, source: Range) -> bool:
    """“…,” Kern said: the clause begins with the subject, and nothing that is said follows the verb."""
    roles = unit.roles
    left, right = said.left, said.right
    if left < 0 or source[0] != left + 1 or not roles[left] & (r.COMMA | r.LONG) or not follows(unit, said, left):
        return False
    if unit.any(said.at + 1, right, r.THAT | r.FINITE | r.CUE | r.HAVE | r.PASSIVE):
        return False
    quoted_next = right < unit.count and roles[right] & r.LONG
    return not (quoted_next and roles[left] & r.COMMA and not roles[left - 1] & r.LONG)


def _ends_at(unit: Unit, low: int, high: int) -> Range | None:
    """The longest noun phrase that ends right before `high`."""
    stop = r.CONJUNCTION | r.ADVERB | r.SUBORDINATOR | r.THAT | r.PREPOSITION
    for start in range(max(low, high - _LONGEST_SUBJECT), high):
        if unit.roles[start] & stop and not unit.roles[start] & (r.PRONOUN | r.DETERMINER):
            continue
        found = phrase_at(unit, start, high)
        if found is not None and found[1] == high:
            return found
    return None


def _plural(unit: Unit, source: Range) -> bool:
    last = source[1] - 1
    if unit.roles[last] & (r.PRONOUN | r.PLURAL) or unit.low[last].endswith(unit.words.plural_endings):
        return True
    return unit.any(source[0], last, r.CONJUNCTION)
