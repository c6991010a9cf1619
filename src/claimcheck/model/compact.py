"""A text without what only the eye or the file needs: soft hyphens, zero-width marks, doubled spaces."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import is_normalized, normalize

from claimcheck.model.span import Span

_ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_COMBINING = "\u0300-\u036f"
_APART = frozenset(map(chr, range(0x300, 0x370)))
_PAIRS = ("  ", " \n", "\n ")
_DROP = rf" (?:(?=\n)| +)|\n +|[{_ZERO_WIDTH}]+|[{_COMBINING}]+"


class Compact(NamedTuple):
    """A shortened text and the way back to the offsets of the text it was made from.

    What stands at `starts[i]` in the short text stands at `ends[i]` in the long one; from there on the two run alike
    up to the next pair.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def out(self, span: Span) -> Span:
        """Where a span of the short text stands in the long one; what was dropped at its ends stays outside."""
        start = self._long(span.start)
        return Span(start, self._long(span.end - 1) + 1 if span.end > span.start else start)

    def into(self, span: Span) -> Span:
        """Where a span of the long text stands in the short one."""
        return Span(self._short(span.start), self._short(span.end))

    def _long(self, offset: int) -> int:
        i = bisect_right(self.starts, offset) - 1
        return offset + self.ends[i] - self.starts[i] if i >= 0 else offset

    def _short(self, offset: int) -> int:
        i = bisect_right(self.ends, offset)
        short = offset - self.ends[i - 1] + self.starts[i - 1] if i else offset
        return min(short, self.starts[i]) if i < len(self.starts) else short


def compact(prose: str) -> Compact | None:
    """The prose with words whole and spaces single, or None if it already is so.

    Soft hyphens and zero-width marks vanish, spaces beside spaces or line ends too, "u" and a combining diaeresis
    become "ü". Line feeds all stay. Linear in the length of the prose.
    """
    odd = not is_normalized("NFC", prose) or _has_any(prose, _ZERO_WIDTH)
    if not odd and not _has_any(prose, _PAIRS):
        return None
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = length = 0
    for match in re.finditer(_DROP, prose) if odd else _doubled(prose):
        start, end = match.span()
        kept = prose[last:start]
        if match.group()[0] in _APART:
            whole = normalize("NFC", kept[-1:] + match.group()) if kept else match.group()
            if len(whole) > 1:
                continue
            kept, stays = kept[:-1], whole
        else:
            stays = _left(match.group()[0], prose[end : end + 1])
        parts += (kept, stays)
        length += len(kept) + len(stays)
        starts.append(length)
        ends.append(end)
        last = end
    parts.append(prose[last:])
    return Compact("".join(parts), tuple(starts), tuple(ends))


def _has_any(prose: str, signs: Iterable[str]) -> bool:
    return any(sign in prose for sign in signs)


def _left(dropped: str, after: str) -> str:
    """What stands in the place of white space or marks without a width, by the first of them and what follows."""
    if dropped in _ZERO_WIDTH:
        return ""
    return "" if dropped == " " and after == "\n" else dropped


def _doubled(prose: str) -> Iterator[re.Match[str]]:
    """What is dropped of a text that has nothing but white space too much: a few places, found without a pattern."""
    drop = re.compile(_DROP)
    nearest = [prose.find(pair) for pair in _PAIRS]
    while (start := min((at for at in nearest if at >= 0), default=-1)) >= 0:
        match = drop.match(prose, start)
        assert match is not None
        yield match
        nearest = [
            prose.find(pair, match.end()) if 0 <= at < match.end() else at
            for pair, at in zip(_PAIRS, nearest, strict=True)
        ]


# str.replace of a character that does not occur costs next to nothing; one pattern over all of them would cost more.
_SPACES = "\t\v\f\x1c\x1d\x1e\x1f\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_LINE_ENDS = "\x85\u2028\u2029"
_ADDRESS_BEGINS = r"[A-Za-z][A-Za-z0-9+.-]{0,20}\Z"
_ADDRESS_STOPS = r"[\s<>\"„“”»«]"
_AFTER_ADDRESS = ".,;:!?)]}'’…*_"


def plain_spaces(text: str) -> str:
    """The same text, character by character, with every white space a plain space or a line feed.

    A carriage return before a line feed becomes a space; a lone one, a line separator and the like end a line. Half a
    character (a lone surrogate, which only a caller's own text can have) is a replacement character.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        text = re.sub("[\ud800-\udfff]", "\ufffd", text)
    for space in _SPACES:
        text = text.replace(space, " ")
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text


def web_addresses(prose: str) -> tuple[Span, ...]:
    """Every "https://…" and "www.…", without the punctuation of the sentence behind it."""
    if "://" not in prose and "www." not in prose:
        return ()
    begins, stops = re.compile(_ADDRESS_BEGINS), re.compile(_ADDRESS_STOPS)
    found: list[Span] = []
    end = 0
    for sign in re.finditer(r"://|www\.", prose):
        at = sign.start()
        if at < end:
            continue
        scheme = begins.search(prose[max(end, at - 21) : at]) if sign.group() == "://" else None
        stop = stops.search(prose, at)
        end = stop.start() if stop else len(prose)
        kept = len(prose[at:end].rstrip(_AFTER_ADDRESS)) + at
        found.append(Span(at - len(scheme.group()) if scheme else at, max(kept, sign.end())))
    return tuple(found)


def blank(prose: str, spans: tuple[Span, ...] | list[Span], filler: str = " ") -> str:
    """The prose with these stretches, sorted and apart, turned into spaces or another filler; line feeds stay."""
    parts: list[str] = []
    last = 0
    for start, end in spans:
        parts.append(prose[last:start])
        hidden = prose[start:end]
        parts.append("\n".join(filler * len(line) for line in hidden.split("\n")))
        last = end
    if not parts:
        return prose
    parts.append(prose[last:])
    return "".join(parts)
