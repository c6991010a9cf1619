"""What people have settled beside an article: findings not to be seen again, and ticks on what they have verified."""

import re
from datetime import date
from typing import Literal, NamedTuple

from claimcheck.model.span import Span

Fault = Literal["without_reason", "unclear"]
State = Literal["used", "unused", "expired", "undated", "without_reason", "unclear"]

OPENING, CLOSING = "<!--", "-->"
_CALL = r"\s*claimcheck\s*:\s*"
_KEY = r",\s*([A-Za-z_]{3,12})\s*:"
_KEYS = ("reason", "until")
_LONGEST = 2000


class Suppression(NamedTuple):
    """One suppression as it is written.

    One in the text has the `span` of its comment and holds for the paragraph it stands in or before; one in a sidecar
    has no span, and the `text` of the claim it holds for. `until` is its last day. `fault` says why it cannot hold.
    """

    rule: str
    reason: str
    until: date | None
    span: Span | None = None
    text: str | None = None
    fault: Fault | None = None


class Use(NamedTuple):
    """What became of a suppression in this run; `place` is where to show it, `near` the rule probably meant."""

    suppression: Suppression
    state: State
    place: Span
    near: str | None = None


def in_comments(text: str) -> tuple[Suppression, ...]:
    """Every `<!-- claimcheck: ignore RULE, reason: …, until: YYYY-MM-DD -->`, in the order of the text."""
    found = []
    start = 0
    while (begun := text.find(OPENING, start)) >= 0 and (end := text.find(CLOSING, begun)) >= 0:
        start = end + len(CLOSING)
        call = re.compile(_CALL).match(text, begun + len(OPENING), min(end, begun + _LONGEST))
        if call:
            found.append(_parsed(text[call.end() : end].strip(), Span(begun, start)))
    return tuple(found)


def _parsed(words: str, span: Span) -> Suppression:
    verb, _, rest = words.partition(" ")
    keys = list(re.finditer(_KEY, rest)) if len(rest) <= _LONGEST else []
    known = [key for key in keys if key[1].lower() in _KEYS]
    values = _values(rest, known)
    rule = (rest[: known[0].start()] if known else rest.partition(",")[0]).strip()
    reason, until = values.get("reason", ""), _last_day(values.get("until"))
    slips = any(_meant(key[1].lower()) for key in keys)
    clear = (verb, len(rule.split()), len(values), slips) == ("ignore", 1, len(known), False)
    fault: Fault | None = None if reason else "without_reason"
    return Suppression(rule, reason, until or None, span, fault=fault if clear and until is not False else "unclear")


def _values(text: str, keys: list[re.Match[str]]) -> dict[str, str]:
    """What stands behind each key, up to the next one."""
    ends = [*(each.start() for each in keys[1:]), len(text)]
    return {key[1].lower(): text[key.end() : end].strip() for key, end in zip(keys, ends, strict=False)}


def _last_day(written: str | None) -> date | Literal[False] | None:
    """The day; None where none is given, False where it is none."""
    try:
        return None if written is None else date.fromisoformat(written)
    except ValueError:
        return False


def _meant(word: str) -> bool:
    """Whether a word before a colon is one of our keys with a slip in it, and not just a word of the reason."""
    return word not in _KEYS and any(word[:3] == key[:3] and abs(len(word) - len(key)) < 3 for key in _KEYS)


Lapse = Literal["source_changed", "source_missing", "value", "words", "sentence", "gone"]
"""Why a tick has expired: the file it rests on has another content or is gone; the claim's value, its words, or the
words around it are others; or nothing like it is left in the article."""


class Identity(NamedTuple):
    """What a claim is known by, wherever it stands.

    `text` are its words, `value` what they mean, `sentence` the words of the sentences it stands in; `occurrence`
    counts from 1 the claims of the article that are the same in all of these. `claim` is the fingerprint of it all.
    """

    claim: str
    type: str
    text: str
    value: str
    sentence: str
    occurrence: int


class Tick(NamedTuple):
    """One claim that somebody has verified: `by` whom, `on` which day, with which `source`.

    `sha256` is set where the source is a file, named as seen from the ledger's folder: that of its content at the time.
    """

    identity: Identity
    by: str
    on: date
    source: str
    sha256: str | None = None
    note: str = ""


class Ledger(NamedTuple):
    """The ticks of one article in their order, and the file they stand in.

    `lapsed` are those whose source is a file that has changed or is missing, by fingerprint.
    """

    path: str
    ticks: tuple[Tick, ...] = ()
    lapsed: tuple[tuple[str, Lapse], ...] = ()


class Judged(NamedTuple):
    """A tick beside the article as it is now: `lapse` is None where it holds.

    `place` is that of the claim, or of what it has become; None where nothing like it is left.
    """

    tick: Tick
    place: Span | None
    lapse: Lapse | None = None


class Open(NamedTuple):
    """A claim that nobody has verified as it now stands."""

    place: Span
    identity: Identity


class Standing(NamedTuple):
    """What of an article is verified: the ticks in the order of the ledger, and the claims without one, by place."""

    ticks: tuple[Judged, ...]
    open: tuple[Open, ...]

    def verified(self) -> int:
        """How many ticks hold."""
        return sum(each.lapse is None for each in self.ticks)

    def expired(self) -> int:
        """How many do not."""
        return len(self.ticks) - self.verified()
