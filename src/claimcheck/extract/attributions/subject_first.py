"""Where the subject stands right before its verb, and behind it only in “…,” said Kern."""

from __future__ import annotations

from claimcheck.extract.attributions.phrases import Range, is_possessive, phrase_at
from claimcheck.extract.attributions.said import Said
from claimcheck.extract.attributions.subjects import antecedent, sentence_begin, subject_after, subject_apart
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r

_LONGEST_SUBJECT = 40


def finite(unit: Unit, said: Said) -> Said | None:
    """A finite form or a participle, with what stands between it and its subject."""
    roles = unit.roles
    at, left, right = said.at, said.left, said.right
    k = at
    while k > left + 1 and roles[k - 1] & (r.ADVERB | r.HAVE | r.PASSIVE) and not roles[k - 1] & r.CAPITAL:
        k -= 1
    if any(roles[j] & r.PASSIVE and not is_possessive(unit, j) for j in range(k, at)):
        return _passive(unit, said, k)
    if k == left + 1:
        apart = subject_apart(unit, left)
        if apart is not None and apart[0] > 0 and roles[apart[0] - 1] & r.LONG and said.takes & r.T_TAIL:
            return said._replace(left=apart[0] - 1, source=apart, first=True)
        if apart is not None:
            return said._replace(source=apart)
        source = subject_after(unit, at + 1, right) if k == at else None
        tail = source is not None and left >= 0 and said.takes & r.T_TAIL
        return said._replace(source=source, first=True) if tail else None
    if roles[k - 1] & (r.TO | r.FINITE) and not roles[k - 1] & r.HAVE:
        return None
    source = _subject(unit, left, k, at)
    if source is None:
        return None
    return said._replace(source=source, first=_is_tail(unit, said, source))


def _passive(unit: Unit, said: Said, k: int) -> Said | None:
    """“It is believed that …”, “Kern is accused of …”: whoever says it is not named."""
    roles, after = unit.roles, said.at + 1
    if after >= said.right:
        return None
    nobody = k - 1 > said.left and roles[k - 1] & r.NOBODY and said.takes & r.T_THAT and roles[after] & r.THAT
    accused = said.takes & r.T_ABOUT and roles[after] & r.ABOUT and roles[after] & r.GENITIVE
    return said._replace(passive=True, takes=said.takes & ~r.T_TAIL) if nobody or accused else None


def infinitive(unit: Unit, said: Said) -> Said | None:
    """The form of the plural: "they say", "critics say"."""
    if unit.roles[said.at - 1] & r.TO:
        return None
    found = finite(unit, said)
    return found if found is not None and found.source is not None and _plural(unit, found.source) else None


def gerund(unit: Unit, said: Said) -> Said | None:
    """“Kern is saying that”, “…, saying that”."""
    roles = unit.roles
    at, left = said.at, said.left
    said = said._replace(takes=said.takes & ~r.T_TAIL)
    source = None
    first = at
    while first > left + 1 and roles[first - 1] & (r.ADVERB | r.SUBORDINATOR) and not roles[first - 1] & r.CAPITAL:
        first -= 1  # ", even suggesting", ", while saying"
    if first == left + 1 and left > 0 and roles[left] & r.COMMA:
        begin = sentence_begin(unit, left)
        phrases = (phrase_at(unit, k, left) for k in range(begin, min(left, begin + 3)))
        source = next((each for each in phrases if each is not None and each[1] < left and _acts(unit, each)), None)
    elif at > left + 2 and roles[at - 1] & r.AS and unit.roles[at - 2] & r.CUE:
        source = _quoted(unit, at - 2, left)  # "Kern was quoted as saying"
    elif at - 1 > left and roles[at - 1] & r.PASSIVE:
        k = at - 1
        while k > left + 1 and roles[k - 1] & (r.ADVERB | r.HAVE):
            k -= 1
        source = _ends_at(unit, left + 1, k)
    return None if source is None else said._replace(source=source)


def _acts(unit: Unit, phrase: Range) -> bool:
    return not _is_time(unit, phrase) and not unit.roles[phrase[0]] & (r.SUBORDINATOR | r.PREPOSITION)


def _quoted(unit: Unit, cited: int, left: int) -> Range | None:
    """The subject of "was quoted", "has been cited"."""
    if not any(takes & r.T_CITED for _, takes, _ in unit.words.cues[unit.low[cited]]):
        return None
    k = cited
    while k > left + 1 and unit.roles[k - 1] & (r.ADVERB | r.HAVE | r.PASSIVE):
        k -= 1
    return _ends_at(unit, left + 1, k) if k < cited else None


def _subject(unit: Unit, left: int, k: int, at: int) -> Range | None:
    roles = unit.roles
    source = _ends_at(unit, left + 1, k)
    if source is not None and _is_time(unit, source):
        source = _ends_at(unit, left + 1, source[0] - bool(source[0] and roles[source[0] - 1] & r.PREPOSITION))
    pronoun = source is not None and source[1] - source[0] == 1 and roles[source[0]] & r.RELATIVE
    if pronoun or (source is None and roles[k - 1] & r.RELATIVE):
        source = antecedent(unit, k - 1 if k - 1 > left + 1 or left < 0 else left)
    if source is None and roles[k - 1] & r.CONJUNCTION:
        source = phrase_at(unit, left + 1, at)
    return source if source is not None and _may_be_subject(unit, source) else None


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
    if left < 0 or source[0] != left + 1 or not roles[left] & (r.COMMA | r.LONG) or not said.takes & r.T_TAIL:
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
