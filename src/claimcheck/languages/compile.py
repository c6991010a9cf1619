"""From the core files of a language to the plain data that every run in it uses."""

from __future__ import annotations

from typing import Any

from claimcheck.datafile import load
from claimcheck.languages import file
from claimcheck.languages.dates import Dates
from claimcheck.languages.numbers import Numbers, Units
from claimcheck.languages.relations import Relations
from claimcheck.languages.sentences import Sentences
from claimcheck.languages.shape import Lexicon


def compiled(code: str) -> dict[str, Any]:
    """All files of a language, checked and compiled; raises DataError with every problem of the first bad file."""
    numbers = load(file(code, "numbers"), Numbers)
    units = load(file(code, "units"), Units)
    dates = load(file(code, "dates"), Dates)
    lexicon = Lexicon()
    numbers.fill(lexicon)
    units.fill(lexicon)
    dates.fill(lexicon)
    return {
        "lexicon": lexicon.compiled(),
        "numbers": numbers.table(),
        "units": units.table(),
        "dates": dates.table(),
        "sentences": load(file(code, "sentences"), Sentences).table(),
        "relations": {**load(file(code, "relations"), Relations).table(), "capitals": numbers.capitals},
    }
