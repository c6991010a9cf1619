"""A finding that an editor has looked at and does not want to see again: which rule, where, why, and for how long."""

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
