"""From the YAML files of one language to the plain data that a run uses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from claimcheck.datafile import load
from claimcheck.languages.dates import Dates
from claimcheck.languages.lexicon import Lexicon
from claimcheck.languages.numbers import Numbers
from claimcheck.languages.relations import Relations
from claimcheck.languages.sentences import Sentences
from claimcheck.languages.units import Units


def compile_language(folder: Path) -> dict[str, Any]:
    """All files of a language, checked and compiled; raises DataError with every problem of the first bad file."""
    numbers = load(folder / "numbers.yaml", Numbers)
    units = load(folder / "units.yaml", Units)
    dates = load(folder / "dates.yaml", Dates)
    lexicon = Lexicon()
    numbers.fill(lexicon)
    units.fill(lexicon)
    dates.fill(lexicon)
    return {
        "lexicon": lexicon.compiled(),
        "numbers": numbers.table(),
        "units": units.table(),
        "dates": dates.table(),
        "sentences": load(folder / "sentences.yaml", Sentences).table(),
        "relations": {**load(folder / "relations.yaml", Relations).table(), "capitals": numbers.capitals},
    }
