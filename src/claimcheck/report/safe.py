"""Text of others, made harmless for a terminal and for one line."""

from __future__ import annotations

from claimcheck.model import Finding
from claimcheck.report.words import Words

# Control characters could move the cursor or recolour the screen, and bidirectional controls could show a text in
# another order than it is checked in; line and paragraph separators would break a finding's one line.
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
_TABLE = {
    **{code: f"\\x{code:02x}" for code in _CONTROLS},
    **{code: f"\\u{code:04x}" for code in _BIDI},
    ord("\t"): " ",
    ord("\n"): " ",
    ord("\r"): "",
    0x00AD: "",
}

# Inside JSON only strings hold such characters, so an escape there is the same character to every reader.
_JSON = {code: f"\\u{code:04x}" for code in (*range(0x80, 0xA0), *_BIDI)}


def safe(text: str) -> str:
    """The text on one line, control characters shown as escapes; a soft hyphen is invisible and dropped."""
    return text if text.isascii() and text.isprintable() else text.translate(_TABLE)


def safe_json(text: str) -> str:
    """The same JSON with the characters a terminal would obey as \\u escapes; readers get the same values."""
    return text if text.isascii() else text.translate(_JSON)


def said(finding: Finding, words: Words) -> str:
    """The message on one safe line; inside a quotation it says so and, where known, whose words they are."""
    if finding.quoted is None:
        return safe(finding.message)
    speaker = finding.quoted.speaker
    if speaker:
        return safe(words("in_quotation_of", speaker=speaker, message=finding.message))
    return safe(words("in_quotation", message=finding.message))
