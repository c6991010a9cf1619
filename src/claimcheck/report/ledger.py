"""What is verified of an article, for people and for programs. Loaded only where a ledger stands beside one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimcheck.ledger.identity import standing
from claimcheck.model import Article, Span
from claimcheck.model.ledger import Identity, Judged, Standing
from claimcheck.report.claim_contract import span_dict
from claimcheck.report.places import Files
from claimcheck.report.words import Words, safe
from claimcheck.report.written import written

if TYPE_CHECKING:
    from claimcheck.report import shape

LONGEST = 80
SHOWN = 5
SHORT = 8
"""So many digits of a fingerprint are shown: enough to name a claim of one article."""


def ledger_dict(article: Article) -> shape.StandingShape:
    """How things stand with an article that has a ledger, in the shape of claimcheck.report/1."""
    found = standing(article)
    ledger = article.document.ledger
    return {
        "path": "" if ledger is None else ledger.path,
        "counts": {"verified": found.verified(), "expired": found.expired(), "open": len(found.open)},
        "ticks": list(map(_tick, found.ticks)),
        "open": [span_dict(each.place) for each in found.open],
    }


def _tick(judged: Judged) -> shape.TickShape:
    tick = judged.tick
    return {
        "claim": tick.identity.claim,
        "text": tick.identity.text,
        "span": None if judged.place is None else span_dict(judged.place),
        "lapse": judged.lapse,
        "by": tick.by,
        "on": tick.on.isoformat(),
        "source": tick.source,
        "note": tick.note,
    }


def foot_lines(articles: Sequence[Article], words: Words) -> Iterator[str]:
    """How many claims of all the articles are verified, expired and open; of the expired the first few, and why."""
    found = [(article, standing(article)) for article in articles]
    verified, expired = sum(each.verified() for _, each in found), sum(each.expired() for _, each in found)
    yield words("ledger", verified=verified, expired=expired, open=sum(len(each.open) for _, each in found))
    if expired:
        files = Files(articles)
        lapses = [_lapse(article, each, files, words) for article, now in found for each in _expired(now)]
        yield words("ledger_expired", claims="; ".join(lapses[:SHOWN]) + ("; …" if expired > SHOWN else ""))


def _lapse(article: Article, judged: Judged, files: Files, words: Words) -> str:
    path = article.document.path
    at = "" if judged.place is None else ":{}:{}".format(*files[path].at(judged.place.start))
    claim = words("quoted", text=_short(judged.tick.identity.text))
    return f"{claim} ({safe(path)}{at}): {words(f'lapse {judged.lapse}')}"


def _short(text: str) -> str:
    return safe(text if len(text) <= LONGEST else text[:LONGEST] + " …")


def _expired(found: Standing) -> list[Judged]:
    return sorted((each for each in found.ticks if each.lapse), key=_by_place)


def table(article: Article, words: Words) -> Iterator[str]:
    """A line of counts, then one for each tick that has expired, each claim that is open, each tick that holds."""
    found, lines = standing(article), Files([article])[article.document.path]
    counts = words("standing", verified=found.verified(), expired=found.expired(), open=len(found.open))
    yield f"{safe(article.document.path)}  {words.count('claim', len(article.claims))}: {counts}"

    width = max(len(words(state)) for state in ("expired", "open", "verified"))

    def row(state: str, place: Span | None, identity: Identity, more: str = "") -> str:
        at = "-" if place is None else "{}:{}".format(*lines.at(place.start))
        claim = f"{words(identity.type)} {words('quoted', text=_short(identity.text))}"
        return f"  {words(state):<{width}}  {at}  {identity.claim[:SHORT]}  {claim}{more}"

    verified = [each for each in found.ticks if not each.lapse]
    for each in _expired(found):
        yield row("expired", each.place, each.tick.identity, f"  {_said(each, words)}")
    yield from (row("open", *each) for each in found.open)
    for each in sorted(verified, key=_by_place):
        yield row("verified", each.place, each.tick.identity, f"  {_said(each, words)}")


def _by_place(judged: Judged) -> tuple[bool, Span, str]:
    return judged.place is None, judged.place or Span(0, 0), judged.tick.identity.claim


def _said(judged: Judged, words: Words) -> str:
    """Who verified it when with what, and why that is no longer so."""
    tick = judged.tick
    said = ", ".join((tick.by, written(words).day(tick.on), tick.source, *([tick.note] if tick.note else ())))
    lapse = f" – {words(f'lapse {judged.lapse}')}" if judged.lapse else ""
    return safe(said) + lapse
