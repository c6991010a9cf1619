"""What a claim is known by wherever it stands, and which ticks of an article still hold by it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable
from decimal import Decimal
from unicodedata import normalize

from claimcheck.model import Article, Duration, Measure, Period, Span, Value
from claimcheck.model.claim import Attribution, Label, Relation
from claimcheck.model.ledger import Identity, Judged, Lapse, Ledger, Open, Standing, Tick

LENGTH = 16
_LONGEST_EXPONENT = 30
_INVISIBLE = {0x00AD: None, 0x200B: None, 0x2060: None, 0xFEFF: None}
_MARKS = "\"'„“”‚‘’»«›‹()[]{}.,;:!?…–—"


def identities(article: Article) -> tuple[Identity, ...]:
    """The identity of every claim, in the order of the article's claims; offsets are in none of them."""
    seen: Counter[tuple[str, str, str, str]] = Counter()
    found = []
    starts = [sentence.start for sentence in article.document.sentences]
    for claim in article.claims:
        sentence = _sentence(article, starts, claim.span)
        known = (claim.type, _plain(claim.text), value_text(claim.value), sentence)
        seen[known] += 1
        found.append(Identity(fingerprint(*known, seen[known]), *known, seen[known]))
    return tuple(found)


def fingerprint(kind: str, text: str, value: str, sentence: str, occurrence: int) -> str:
    """Sixteen hexadecimal digits over the parts of an identity."""
    from hashlib import sha256  # noqa: PLC0415 – slow to load, and only articles with a ledger need it

    parts = "\n".join((kind, text, value, sentence, str(occurrence)))
    return sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def _sentence(article: Article, starts: list[int], span: Span) -> str:
    """The words of the sentences a span touches, without the marks around them; of its line where it is in none."""
    document = article.document
    at = max(bisect_right(starts, span.start) - 1, 0)
    touched = []
    while at < len(starts) and starts[at] < span.end:
        if document.sentences[at].touches(span):
            touched.append(document.sentences[at])
        at += 1
    prose = document.prose
    start = touched[0].start if touched else prose.rfind("\n", 0, span.start) + 1
    end = touched[-1].end if touched else (prose.find("\n", span.end) + 1 or len(prose))
    return " ".join(words(prose[start:end]))


def words(text: str) -> list[str]:
    """The words of a text without the marks around each."""
    return [word for each in _plain(text).split() if (word := each.strip(_MARKS))]


def _plain(text: str) -> str:
    """The text in composed characters, with single spaces, without what nobody sees."""
    return " ".join(normalize("NFC", text.translate(_INVISIBLE)).split())


def value_text(value: Value) -> str:
    """What a claim means, on one line: the same for the same value, without any offset."""
    if isinstance(value, Measure):
        return _measure(value)
    if isinstance(value, Period):
        return value.edtf
    if isinstance(value, Duration):
        return value.iso or f"{value.low_iso or ''}..{value.high_iso or ''}"
    if isinstance(value, Label):
        return value.key
    return _plain(_speaker(value) if isinstance(value, Attribution) else _relation(value))


def _measure(value: Measure) -> str:
    range_ = f"{_number(value.low)}..{_number(value.high)}"
    number = range_ if value.number is None else _number(value.number)
    per = value.per
    rate = () if per is None else ("per", _number(per.number), per.unit or per.noun or "")
    return _plain(" ".join((value.hedge or "", number, value.unit or "", *rate)))


def _number(number: Decimal | None) -> str:
    if number is None:
        return ""
    short = number.normalize()
    return f"{short:f}" if abs(short.adjusted()) < _LONGEST_EXPONENT else str(short)


def _speaker(value: Attribution) -> str:
    """How it is said and by whom: in the words of the sentence, or by the last name where it does not say."""
    if value.source_kind in ("pronoun", "none") and value.resolved:
        return f"{value.mode} {value.resolved.split()[-1]}"
    return f"{value.mode} {value.source.text if value.source else ''}"


def _relation(value: Relation) -> str:
    arguments = "; ".join(f"{role}={each.text}" for role, each in value.arguments)
    return f"{value.predicate} {arguments}"


Places = dict[Identity, Span]


def standing(article: Article) -> Standing:
    """How things stand; without a ledger every claim is open."""
    ledger = article.document.ledger or Ledger("")
    now = dict(zip(identities(article), (claim.span for claim in article.claims), strict=True))
    held = {tick.identity for tick in ledger.ticks}
    free = {identity: place for identity, place in now.items() if identity not in held}
    lapsed, became = dict(ledger.lapsed), _Became(free)
    ticks = tuple(
        Judged(tick, now[tick.identity], lapsed.get(tick.identity.claim)) if tick.identity in now else became.of(tick)
        for tick in ledger.ticks
    )
    return Standing(ticks, tuple(sorted(Open(place, identity) for identity, place in free.items())))


class _Became:
    """Finds the claim, among those without a tick, that a tick was for before something of it changed."""

    def __init__(self, free: Places) -> None:
        self._free = free
        self._by: dict[Lapse, dict[Hashable, Identity]] = {}
        for lapse, key in _WAYS:
            known = self._by[lapse] = {}
            for each in free:
                known.setdefault((each.type, key(each)), each)

    def of(self, tick: Tick) -> Judged:
        """The tick with why it has expired."""
        old = tick.identity
        for lapse, key in _WAYS:
            now = self._by[lapse].get((old.type, key(old)))
            if now is not None:
                return Judged(tick, self._free[now], lapse)
        return Judged(tick, None, "gone")


def _around(identity: Identity) -> tuple[str, ...]:
    """The words of the sentence but those of the claim, where it first has them; with a gap in their place.

    Where nothing stands around it there is nothing to know it by but itself.
    """
    sentence, own = identity.sentence.split(), words(identity.text)
    for at in range(len(sentence) - len(own) + 1):
        if sentence[at : at + len(own)] == own and len(own) < len(sentence):
            return (*sentence[:at], "", *sentence[at + len(own) :])
    return (identity.claim,)


_WAYS: tuple[tuple[Lapse, Callable[[Identity], tuple[str, ...]]], ...] = (
    ("value", lambda each: (each.text, each.sentence)),
    ("words", _around),
    ("sentence", lambda each: (each.text, each.value)),
)
"""What is the same of a claim where only its value, its words, or its sentence has changed."""
