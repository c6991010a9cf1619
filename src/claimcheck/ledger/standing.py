"""The ticks of an article beside what it says now: which hold, which have expired and why, what nobody has verified."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.ledger.identity import identities, words
from claimcheck.model import Article, Span
from claimcheck.model.ledger import Identity, Judged, Lapse, Ledger, Standing, Tick

Places = dict[Identity, Span]


def standing(article: Article) -> Standing:
    """How things stand; without a ledger every claim is open."""
    ledger = article.document.ledger or Ledger("")
    spans = [claim.span for claim in article.claims]
    now = dict(zip(identities(article), spans, strict=True))
    lapsed = dict(ledger.lapsed)
    held = {tick.identity for tick in ledger.ticks if tick.identity in now}
    free = {each: span for each, span in now.items() if each not in held}
    ticks = [
        Judged(tick, now[tick.identity], lapsed.get(tick.identity.claim))
        if tick.identity in now
        else Judged(tick, *_became(tick, free))
        for tick in ledger.ticks
    ]
    done = {each.tick.identity for each in ticks if each.tick.identity in held}
    return Standing(tuple(ticks), tuple(sorted(span for each, span in now.items() if each not in done)))


def _became(tick: Tick, free: Places) -> tuple[Span | None, Lapse]:
    """The claim that a tick may have been for, among those that have none, and what of it is not the same."""
    old = tick.identity
    alike = [each for each in free if each.type == old.type]
    old_around = _around(old)
    ways: tuple[tuple[Lapse, Iterator[Identity]], ...] = (
        ("value", (each for each in alike if (each.text, each.sentence) == (old.text, old.sentence))),
        ("words", (each for each in alike if old_around and _around(each) == old_around)),
        ("sentence", (each for each in alike if (each.text, each.value) == (old.text, old.value))),
    )
    for lapse, found in ways:
        first = next(found, None)
        if first is not None:
            return free[first], lapse
    return None, "gone"


def _around(identity: Identity) -> list[str]:
    """The words of the sentence but those of the claim, where it first has them; with a gap in their place."""
    sentence, own = identity.sentence.split(), words(identity.text)
    for at in range(len(sentence) - len(own) + 1):
        if sentence[at : at + len(own)] == own:
            rest = sentence[:at], sentence[at + len(own) :]
            return [*rest[0], "", *rest[1]] if any(rest) else []
    return []
