"""Extraction of all claims, in characters a second in one process, and the peak memory.

    python benchmarks/extraction.py [FOLDER]

Without a folder the articles in seeds/ are read over and over. The least time of five runs counts; beside it stands
the time one compiled pattern for runs of digits takes over the same text, as a measure of the machine.
"""

from __future__ import annotations

import re
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import claimcheck
from claimcheck.read import collect, read

RUNS = 5
LEAST = 2_000_000


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main(folder: str) -> None:
    documents = [read(path) for path in collect([folder])[0]]
    characters = sum(len(document.text) for document in documents)
    documents *= max(1, LEAST // max(1, characters))
    characters = sum(len(document.text) for document in documents)
    digits = re.compile(r"[0-9]+")
    bare = min(seconds(lambda: [digits.findall(document.text) for document in documents]) for _ in range(RUNS))
    whole = min(seconds(lambda: [claimcheck.extract(document) for document in documents]) for _ in range(RUNS))
    print(f"{len(documents)} articles, {characters:,} characters")
    print(f"extraction      {characters / whole:14,.0f} characters/s, {whole / bare:.0f} x one digit pattern")
    print(f"peak memory     {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:14.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else str(Path(__file__).parents[1] / "seeds"))
