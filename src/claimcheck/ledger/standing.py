"""The ticks of an article beside what it says now: which hold, which have expired and why, what nobody has verified."""

from __future__ import annotations

from collections.abc import Callable, Mapping

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
    lapsed = dict(ledger.lapsed)
    ticks = tuple(_judged(tick, now, free, lapsed) for tick in ledger.ticks)
    return Standing(ticks, tuple(sorted(Open(place, identity) for identity, place in free.items())))


def _judged(tick: Tick, now: Places, free: Places, lapsed: Mapping[str, Lapse]) -> Judged:
    """A tick whose claim is there holds, unless its source has lapsed; of another the nearest claim is looked for."""
    old = tick.identity
    if old in now:
        return Judged(tick, now[old], lapsed.get(old.claim))
    for lapse, alike in _WAYS:
        first = next((each for each in free if each.type == old.type and alike(each, old)), None)
        if first is not None:
            return Judged(tick, free[first], lapse)
    return Judged(tick, None, "gone")


def _same_words(one: Identity, other: Identity) -> bool:
    return (one.text, one.sentence) == (other.text, other.sentence)


def _same_surroundings(one: Identity, other: Identity) -> bool:
    around = _around(one)
    return bool(around) and around == _around(other)


def _same_meaning(one: Identity, other: Identity) -> bool:
    return (one.text, one.value) == (other.text, other.value)


_WAYS: tuple[tuple[Lapse, Callable[[Identity, Identity], bool]], ...] = (
    ("value", _same_words),
    ("words", _same_surroundings),
    ("sentence", _same_meaning),
)


def _around(identity: Identity) -> list[str]:
    """The words of the sentence but those of the claim, where it first has them; with a gap in their place."""
    sentence, own = identity.sentence.split(), words(identity.text)
    for at in range(len(sentence) - len(own) + 1):
        if sentence[at : at + len(own)] == own:
            rest = sentence[:at], sentence[at + len(own) :]
            return [*rest[0], "", *rest[1]] if any(rest) else []
    return []
