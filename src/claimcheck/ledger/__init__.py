"""The ledger: which claims of an article somebody has verified, in `NAME.claims.json` beside it.

    {"schema": "claimcheck.ledger/1",
     "ticks": [
    {"claim": "4f0c6a51b1de9c02",                     the fingerprint of the six keys below
     "type": "amount",
     "text": "14 Milliarden Euro",                    the claim's words, white space as single spaces
     "value": "14000000000 EUR",                      what they mean
     "sentence": "Nordwerk zahlt 14 Milliarden Euro für Alsterlicht",   all words of its sentences
     "occurrence": 1,                                 1 for the first claim that is the same in all of these
     "by": "mk",                                      who verified it: initials or a name
     "on": "2025-06-19",                              when, as that person says; no clock is read by `check`
     "source": "berichte/2024.pdf",                   with what: an address, words, or a file seen from this folder
     "sha256": "9f86d081…",                           only for a file: its content at the time (64 hexadecimal digits)
     "note": "Seite 12"}                              may be missing, as `sha256` may
    ]}

`identity.identities(article)` gives the first six keys for every claim of an article, in the order of its claims;
whoever makes ticks copies them. A tick holds while the article has a claim with its fingerprint, wherever that stands,
and while a file it rests on has the same content. A file in which one claim is ticked twice is refused.

`file.read` and `file.written` are the two ways, `standing.standing(article)` says what of an article is verified. As
written there, ticks are sorted by fingerprint and the comma between two has a line of its own, so that a new one adds
lines and changes none: two people's ticks merge. Any other JSON layout is read too.
"""

import os

SUFFIX = ".claims.json"
LONGEST = 2_000
"""So many characters a name, a source or a note may have."""


def beside(article: str) -> str:
    """Where the ledger of an article is: NAME.claims.json beside NAME.txt."""
    return os.path.splitext(article)[0] + SUFFIX
