"""The ticks of an article beside what it says now: which hold, which have expired and why, what nobody has verified."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from claimcheck.ledger.identity import identities, words
from claimcheck.model import Article, Span
from claimcheck.model.ledger import Identity, Judged, Lapse, Ledger, Open, Standing, Tick

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
