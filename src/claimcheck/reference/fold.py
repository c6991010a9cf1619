"""Names made comparable: "Meta Platforms, Inc.", "META PLATFORMS" and "Meta-Platforms" fold alike."""

from __future__ import annotations

import re
from unicodedata import normalize

_APART = re.compile(r"[\W_]+")
_SILENT = str.maketrans("", "", "'’‘`´.\u00ad\u200b")

# Legal forms as they fold at the end of a name. A list and not language data: they stand in names of every country.
_LEGAL = """
ag se sa spa nv bv oy ab as asa plc llc llp lp ltd limited inc incorporated corp corporation co company gmbh mbh ggmbh
kg kgaa ohg gbr ug ev eg pty pte srl sarl sas kk holdings
"""
LEGAL = frozenset(_LEGAL.split())


def folded(name: str) -> str:
    """The name in lower case, its words with single spaces between them; full stops and apostrophes vanish."""
    if name.isascii():
        plain = name.lower().replace(".", "").replace("'", "").replace("`", "")
    else:
        plain = normalize("NFKC", name).casefold().translate(_SILENT)
    if "  " not in plain and plain.replace(" ", "").isalnum():
        return plain.strip()
    return _APART.sub(" ", plain).strip()


def without_legal_form(fold: str) -> str:
    """A folded name without the legal forms at its end and the "and" before them; a name is never emptied."""
    if fold.rpartition(" ")[2] not in LEGAL:
        return fold
    words = fold.split(" ")
    while len(words) > 1 and words[-1] in LEGAL:
        words.pop()
    return " ".join(words)


def identifier(name: str) -> str:
    """The id a name gives: "Scale AI" is scale-ai."""
    return folded(name).replace(" ", "-")


def unidentified(identity: str) -> str:
    """The folded name that gave an id."""
    return identity.replace("-", " ")
