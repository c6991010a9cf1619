"""The running text of an article: what the extractors read, exactly as long as what the user wrote."""

from __future__ import annotations

import re

from claimcheck.model.span import Span

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
    for sign in ("://", "www."):
        end = 0
        while (at := prose.find(sign, end)) >= 0:
            start = at
            if sign == "://":
                scheme = begins.search(prose[max(end, at - 21) : at])
                start = at - len(scheme.group()) if scheme else at
            stop = stops.search(prose, at)
            end = stop.start() if stop else len(prose)
            kept = len(prose[at:end].rstrip(_AFTER_ADDRESS)) + at
            found.append(Span(start, max(kept, at + len(sign))))
    found.sort()
    return tuple(span for i, span in enumerate(found) if i == 0 or span.start >= found[i - 1].end)


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
